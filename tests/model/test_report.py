from decimal import Decimal

import attrs
import pendulum
import pytest
from tests.rules.building import claim, line_map, report, section

from govdisclosure.model.agency import Agency
from govdisclosure.model.report import AnnualReport, ClaimKind, Content, DateMention, Edition, MechanismKind

TEXT = "一、概述\n收到申请３件，公开２条。\n"
FOUND = report(
    TEXT,
    claims=(
        claim(TEXT, "收到申请３件", ClaimKind.REQUESTS_RECEIVED, 3),
        claim(TEXT, "公开２条", ClaimKind.ITEMS_PUBLISHED, 2),
    ),
    sections=(section(TEXT, "一、概述", "收到申请３件，公开２条。", Content.OVERVIEW, Content.REQUESTS, number=1),),
)


def test_a_report_cannot_be_changed():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        FOUND.year = 2011
    with pytest.raises(TypeError):
        Agency("青石县水利局")


def test_nothing_read_is_nothing_said():
    empty = AnnualReport()
    assert (empty.agency, empty.year, empty.title, empty.published_on, empty.signed_on) == (None,) * 5
    assert (empty.sections, empty.claims, empty.mechanisms, empty.text) == ((), (), (), "")
    assert empty.edition is Edition.FREE_FORM


def test_claims_and_sections_are_asked_for_by_kind_and_content():
    assert [one.value for one in FOUND.stating(ClaimKind.REQUESTS_RECEIVED)] == [Decimal(3)]
    assert len(FOUND.stating(ClaimKind.ITEMS_PUBLISHED, ClaimKind.REQUESTS_RECEIVED)) == 2
    assert FOUND.stating() == ()
    assert FOUND.covering(Content.REQUESTS) == FOUND.sections
    assert FOUND.covering(Content.FEES) == ()


def test_the_key_is_the_text_folded_character_for_character():
    assert FOUND.key == "一、概述\n收到申请3件,公开2条。\n"
    assert len(FOUND.key) == len(FOUND.text)


def test_dates_are_offered_as_days():
    place = line_map(TEXT).place(0, 1)
    day = DateMention(on=pendulum.Date(2011, 3, 1), quote="一", at=place)
    dated = attrs.evolve(FOUND, published=day, signed=day)
    assert dated.published_on == dated.signed_on == pendulum.Date(2011, 3, 1)


def test_a_report_shows_itself_in_a_line_in_text_and_in_a_notebook():
    assert repr(FOUND) == "<AnnualReport 青石县水利局 2010 free_form: 1 section, 2 claims, 0 mechanisms>"
    assert "数字：收到申请 3（收到申请３件）；公开信息 2（公开２条）" in str(FOUND)
    assert "—" in str(AnnualReport())
    assert TEXT not in repr(FOUND)


def test_markup_in_a_report_is_escaped_in_a_notebook():
    shown = report("", agency=Agency(name="<script>alert(1)</script>"), title="<b>")._repr_html_()
    assert "<script>" not in shown
    assert "<b>" not in shown
    assert "&lt;script&gt;" in shown


def test_the_words_of_the_vocabulary():
    assert [content.value for content in Content] == [
        "overview", "proactive", "requests", "fees", "remedies", "problems", "other", "plan", "annex",
    ]  # fmt: skip
    assert [edition.value for edition in Edition] == ["free_form", "unified_2019", "unified_2021"]
    assert len(MechanismKind) == 21


def test_a_number_in_the_name_is_masked_where_a_report_shows_itself():
    assert "13800138000" not in repr(report("", agency=Agency(name="青石县水利局13800138000")))
