import re
from decimal import Decimal

import attrs
import pendulum
import pytest
from tests.rules.building import claim, line_map, report

from govdisclosure import api
from govdisclosure.errors import UsageError
from govdisclosure.model.agency import Agency
from govdisclosure.model.forms import TableName
from govdisclosure.model.labels import TABLE_NAMES, TABLE_TITLES
from govdisclosure.model.report import (
    ClaimKind,
    DateMention,
    Edition,
    Mechanism,
    MechanismKind,
    MechanismStatus,
)
from govdisclosure.model.showing import model_word, report_html, report_text

TEXT = "公开率达到98.5%，收费10.5万元，收到申请260余件。拟建立社会评议制度。电话13800138000。"
CODE = re.compile(r"[a-z]+_[a-z_0-9]+|[A-Z]+_[A-Z]+|Decimal|<[A-Z]")
FOUND = report(
    TEXT,
    claims=(
        claim(TEXT, "公开率达到98.5%", ClaimKind.DISCLOSURE_RATE, "0.985", unit="%"),
        claim(TEXT, "收费10.5万元", ClaimKind.FEES_CHARGED, "10.50", unit="万元"),
        claim(TEXT, "收到申请260余件", ClaimKind.REQUESTS_RECEIVED, 260, unit="件", approximate=True),
        claim(TEXT, "电话13800138000", ClaimKind.ITEMS_PUBLISHED, 2, unit="条"),
    ),
    mechanisms=(
        Mechanism(
            kind=MechanismKind.SOCIAL_EVALUATION,
            quote="拟建立社会评议制度",
            at=line_map(TEXT).place(0, 1),
            status=MechanismStatus.PLANNED,
        ),
    ),
    published=DateMention(on=pendulum.Date(2011, 3, 1), quote="", at=line_map(TEXT).place(0, 0), sure=False),
)


@pytest.mark.parametrize("name", [*ClaimKind, *MechanismKind, *Edition])
def test_every_code_has_words_in_both_languages(name):
    assert re.search("[\u4e00-\u9fff]", model_word(name.value, "zh"))
    assert not re.search("[_\u4e00-\u9fff]", model_word(name.value, "en"))
    assert set(TABLE_NAMES) == set(TABLE_TITLES) == set(TableName)


def test_figures_and_mechanisms_are_words():
    lines = dict(line.split("：", 1) for line in report_text(FOUND).splitlines())
    assert lines["格式"] == "自由格式"
    assert lines["数字"].startswith(
        "公开率 98.5%（公开率达到98.5%）；收取费用 10.5万元（收费10.5万元）；收到申请 约260件（"
    )
    assert lines["制度"] == "社会评议（拟建立）"
    assert lines["公布日期"] == "2011-03-01（不能确定）"
    english = report_text(FOUND, "en")
    assert "disclosure rate 98.5%" in english
    assert "mechanisms: social evaluation (planned)" in english
    with pytest.raises(UsageError):
        report_text(FOUND, "fr")


@pytest.mark.parametrize("found", [FOUND, api.read("examples/county-water-bureau-2010.txt")], ids=["built", "read"])
@pytest.mark.parametrize("show", [str, report_html, lambda one: report_text(one, "en")])
def test_no_programmers_code_is_shown(found, show):
    assert CODE.findall(show(found)) == []


def test_personal_numbers_are_masked():
    named = attrs.evolve(FOUND, agency=Agency(name="青石县水利局13800138000"))
    for shown in (str(named), named._repr_html_(), repr(named)):
        assert "13800138000" not in shown


def test_a_value_is_not_rounded():
    exact = attrs.evolve(FOUND, claims=(attrs.evolve(FOUND.claims[1], value=Decimal("1234567.891")),))
    assert "1234567.891万元" in str(exact)
