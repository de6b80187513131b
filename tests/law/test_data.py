import re

import pendulum
import pytest

from govdisclosure.errors import NotInForceError, UsageError
from govdisclosure.law import Evidence, cite, instrument, instruments, parameter, parameters
from govdisclosure.law.loading import load
from govdisclosure.text.normalise import fold

VALUES = [(each.name, dated) for each in parameters() for dated in each.values]
LAST_OF_OLD = pendulum.date(2019, 5, 14)
FIRST_OF_NEW = pendulum.date(2019, 5, 15)


def test_regulations_have_their_numbers_days_and_articles():
    old, new = instrument("regulation-2007"), instrument("regulation-2019")
    assert (old.number, old.articles, old.in_force_to) == ("国务院令第492号", 38, LAST_OF_OLD)
    assert (new.number, new.articles, new.in_force_from) == ("国务院令第711号", 56, FIRST_OF_NEW)
    assert new.succeeds == old.id
    assert not old.holds_on(FIRST_OF_NEW)
    assert new.holds_on(FIRST_OF_NEW)
    assert not new.holds_on(LAST_OF_OLD)


@pytest.mark.parametrize(
    ("key", "number"),
    [
        ("statistics-2014", "国办发〔2014〕32号"),
        ("form-2019", "国办公开办函〔2019〕60号"),
        ("platform-2019", "国办公开办函〔2019〕61号"),
        ("form-2021", "国办公开办函〔2021〕30号"),
        ("receipt-2015", "国办公开办函〔2015〕207号"),
        ("handling-fee-2020", "国办函〔2020〕109号"),
        ("court-rules-2011", "法释〔2011〕17号"),
        ("court-rules-2025", "法释〔2025〕8号"),
    ],
)
def test_other_instruments_carry_their_numbers(key, number):
    assert instrument(key).number == number


def test_a_successor_starts_after_its_predecessor_ended():
    pairs = [(instrument(each.succeeds), each) for each in instruments() if each.succeeds]
    assert len(pairs) >= 5
    for before, after in pairs:
        assert before.in_force_to is not None
        assert after.in_force_from is not None
        assert before.in_force_to < after.in_force_from, after.id


def test_no_name_or_number_can_be_taken_for_another_instruments():
    spoken = [(each.id, fold(words)) for each in instruments() for words in (*each.names, each.number or "") if words]
    clashes = [(a, b) for one, a in spoken for other, b in spoken if one != other and a in b]
    assert len(spoken) > 25
    assert clashes == []


@pytest.mark.parametrize("each", parameters(), ids=lambda each: each.name)
def test_every_value_cites_a_known_provision_that_held_when_it_did(each):
    for dated in each.values:
        made = dated.cite.instrument
        assert instrument(made.id) is made
        assert cite(dated.cite.key) == dated.cite
        if made.articles is not None and dated.cite.article is not None:
            assert 1 <= dated.cite.article <= made.articles
        if each.select_by == "day":
            assert made.holds_on(dated.start)
            assert dated.end is None or made.holds_on(dated.end)
        else:
            # A form may be asked for the placing or title of reports it does not number by year.
            assert made.report_years is None or made.governs(dated.start.year)


def test_values_of_the_regulations_name_an_article():
    bare = [name for name, dated in VALUES if dated.cite.instrument.kind == "regulation" and dated.cite.article is None]
    assert bare == ["co_maker.term"]


@pytest.mark.parametrize(("name", "dated"), VALUES, ids=lambda each: each if isinstance(each, str) else str(each.start))
def test_only_what_was_read_is_called_source(name, dated):
    if dated.evidence is Evidence.SOURCE:
        assert dated.sources, name
    else:
        assert dated.note, name


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("reply.term", 15, 20),
        ("reply.extension", 15, 20),
        ("publication.term", 20, 20),
        ("supplement.notice", None, 7),
        ("third_party.term", None, 15),
        ("co_maker.term", None, 15),
        ("request.purpose_test", True, False),
        ("request.identity_proof", False, True),
        ("reading_points", ("国家档案馆", "公共图书馆"), ("国家档案馆", "公共图书馆", "政务服务场所")),
        ("request.fee", "none", "excess"),
    ],
)
def test_values_change_on_the_day_the_revised_regulation_came_into_force(name, before, after):
    assert parameter(name).at(LAST_OF_OLD).value == before
    assert parameter(name).at(FIRST_OF_NEW).value == after
    assert parameter(name).at(FIRST_OF_NEW).cite.instrument.id == "regulation-2019"


@pytest.mark.parametrize(
    ("name", "day", "length"),
    [
        ("proactive.items", LAST_OF_OLD, 11),
        ("proactive.items", FIRST_OF_NEW, 15),
        ("proactive.items.city_county", LAST_OF_OLD, 4),
        ("proactive.items.township", LAST_OF_OLD, 8),
        ("proactive.items.township", FIRST_OF_NEW, 7),
        ("reply.types", LAST_OF_OLD, 4),
        ("reply.types", FIRST_OF_NEW, 7),
        ("exceptions.must_not", FIRST_OF_NEW, 3),
        ("exceptions.internal_affairs", FIRST_OF_NEW, 3),
        ("exceptions.process_information", FIRST_OF_NEW, 4),
    ],
)
def test_lists_have_as_many_entries_as_the_article_in_both_languages(name, day, length):
    dated = parameter(name).at(day)
    assert isinstance(dated.value, tuple)
    assert dated.value_en is not None
    assert (len(dated.value), len(dated.value_en)) == (length, length)


def test_first_day_of_the_regulation_and_the_day_before():
    reply = parameter("reply.term")
    assert reply.at(pendulum.date(2008, 5, 1)).value == 15
    with pytest.raises(NotInForceError) as caught:
        reply.at(pendulum.date(2008, 4, 30))
    assert "2008-05-01" in str(caught.value)
    assert "答复期限" in str(caught.value)


def test_a_value_new_in_2019_was_not_in_force_before():
    with pytest.raises(NotInForceError, match="2019-05-15"):
        parameter("exceptions.internal_affairs").at(LAST_OF_OLD)


def test_a_value_that_ended_says_when():
    with pytest.raises(NotInForceError, match="2019-05-14"):
        parameter("request.fee_waiver").at(FIRST_OF_NEW)


@pytest.mark.parametrize(
    ("name", "day", "evidence"),
    [
        ("mechanism.release_coordination", LAST_OF_OLD, Evidence.MEMORY),
        ("mechanism.release_coordination", FIRST_OF_NEW, Evidence.SOURCE),
        ("mechanism.assessment", LAST_OF_OLD, Evidence.MEMORY),
        ("mechanism.supervision", LAST_OF_OLD, Evidence.MEMORY),
        ("reply.partial", LAST_OF_OLD, Evidence.MEMORY),
        ("request.fee_waiver", LAST_OF_OLD, Evidence.MEMORY),
        ("request.fee", pendulum.date(2017, 3, 31), Evidence.SOURCE),
        ("request.fee", pendulum.date(2017, 4, 1), Evidence.MEMORY),
        ("reply.term", LAST_OF_OLD, Evidence.SOURCE),
        ("receipt.email", pendulum.date(2014, 1, 6), Evidence.INFERENCE),
    ],
)
def test_what_is_known_from_memory_says_so(name, day, evidence):
    assert parameter(name).at(day).evidence is evidence


@pytest.mark.parametrize(
    ("name", "year", "evidence"),
    [
        ("report.title", 2022, Evidence.INFERENCE),
        ("report.blank_cells", 2022, Evidence.INFERENCE),
        ("report.statistics_annex", 2016, Evidence.MEMORY),
        ("report.overview_topics", 2020, Evidence.INFERENCE),
        ("report.overview_topics", 2021, Evidence.SOURCE),
        ("report.due.general_office", 2021, Evidence.INFERENCE),
        ("report.due.department", 2021, Evidence.SOURCE),
    ],
)
def test_what_is_inferred_about_reports_says_so(name, year, evidence):
    assert parameter(name).for_report_year(year).evidence is evidence


def test_receipt_of_e_mail_moved_from_arrival_to_confirmation():
    receipt = parameter("receipt.email")
    assert receipt.at(pendulum.date(2015, 11, 17)).value is None
    assert receipt.at(pendulum.date(2015, 11, 18)).value == "系统收到之日"
    assert receipt.at(FIRST_OF_NEW).value == "双方确认之日"


def test_report_year_parameters_count_by_report_year():
    rows = parameter("report.result_rows")
    assert [rows.for_report_year(year).value for year in (2019, 2020, 2021, 2025)] == [20, 20, 22, 22]
    with pytest.raises(NotInForceError, match="2019"):
        rows.for_report_year(2018)
    annex = parameter("report.statistics_annex")
    with pytest.raises(NotInForceError, match="2018"):
        annex.for_report_year(2019)


def test_a_parameter_of_days_refuses_a_report_year():
    with pytest.raises(UsageError, match=r"at\(day\)"):
        parameter("reply.term").for_report_year(2019)


def test_governments_report_assessment_results_from_2019_on():
    extra = parameter("report.government_extra")
    assert extra.for_report_year(2018).value is None
    assert extra.for_report_year(2019).value == ("工作考核", "社会评议", "责任追究")
    assert extra.for_report_year(2019).cite.key == "regulation-2019:50p1i4"


def test_the_unified_form_has_six_sections_and_five_subtopics():
    for year in (2019, 2021):
        assert len(parameter("report.sections").for_report_year(year).value) == 6
        assert len(parameter("report.overview_topics").for_report_year(year).value) == 5
    assert parameter("report.sections").for_report_year(2018).value is None


@pytest.mark.parametrize(
    ("key", "evidence"),
    [
        ("regulation-2007:32", "source"),
        ("regulation-2007:32i3", "source"),
        ("regulation-2007:21i1", "source"),
        ("regulation-2007:21i3", "memory"),
        ("regulation-2007:21", "memory"),
        ("regulation-2007:28", "memory"),
        ("regulation-2007:28p1", "memory"),
        ("regulation-2007:33p2", "source"),
        ("regulation-2007:2", "source"),
        ("regulation-2007", "source"),
        ("regulation-2019:50p1i4", "source"),
        ("form-2019", "source"),
        ("statistics-2014", "inference"),
        ("form-2021", "source"),
        ("secrecy-2024:35", "source"),
        ("handling-fee-2020:7", "memory"),
    ],
)
def test_how_well_a_provision_is_known(key, evidence):
    assert cite(key).evidence.value == evidence


def test_a_duty_is_no_better_known_than_its_provision():
    for duty in load().contents:
        assert duty.required.cite.evidence is duty.required.evidence
    for one in parameters():
        for dated in one.values:
            if dated.evidence is Evidence.SOURCE:
                assert dated.cite.evidence is Evidence.SOURCE, (one.name, dated.cite.key)


def test_every_note_stands_in_chinese_too():
    noted = [*instruments(), *parameters(), *(dated for _, dated in VALUES)]
    for one in noted:
        assert bool(one.note) is bool(one.note_zh), one
        assert not one.note or re.search("[\u4e00-\u9fff]", one.note_zh)
        assert not re.search("[\u4e00-\u9fff][,;:()]|[A-Za-z]{3,}", one.note_zh), one.note_zh
        assert not re.search("[\u4e00-\u9fff]", one.note)
