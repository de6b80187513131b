import pendulum
import pytest

from govdisclosure.errors import NotInForceError, UsageError
from govdisclosure.law import (
    Evidence,
    cite,
    edition_for,
    form_for,
    parameter,
    regulation_for,
    report_due,
    required_contents,
)
from govdisclosure.model.agency import AgencyKind
from govdisclosure.model.report import Content, Edition

UNNAMED = (AgencyKind.TOWNSHIP, AgencyKind.SUBDISTRICT, AgencyKind.INSTITUTION, AgencyKind.ZONE_COMMITTEE)


def day(text: str) -> pendulum.Date:
    year, month, date = map(int, text.split("-"))
    return pendulum.date(year, month, date)


@pytest.mark.parametrize(
    ("year", "regulation", "form", "edition"),
    [
        (2008, "regulation-2007", None, Edition.FREE_FORM),
        (2010, "regulation-2007", None, Edition.FREE_FORM),
        (2014, "regulation-2007", None, Edition.FREE_FORM),
        (2018, "regulation-2007", None, Edition.FREE_FORM),
        (2019, "regulation-2019", "form-2019", Edition.UNIFIED_2019),
        (2020, "regulation-2019", "form-2019", Edition.UNIFIED_2019),
        (2021, "regulation-2019", "form-2021", Edition.UNIFIED_2021),
        (2025, "regulation-2019", "form-2021", Edition.UNIFIED_2021),
    ],
)
def test_each_report_year_has_its_regulation_form_and_edition(year, regulation, form, edition):
    notice = form_for(year)
    assert regulation_for(year).id == regulation
    assert (notice.id if notice else None) == form
    assert edition_for(year) is edition


@pytest.mark.parametrize(
    "ask",
    [regulation_for, form_for, edition_for, required_contents, lambda year: report_due(year, AgencyKind.GOVERNMENT)],
)
def test_before_2008_there_was_no_duty_and_the_message_says_since_when(ask):
    with pytest.raises(NotInForceError) as caught:
        ask(2007)
    assert "2007" in str(caught.value)
    assert "2008" in str(caught.value)


@pytest.mark.parametrize("year", [2008, 2018])
def test_the_2007_regulation_asks_for_six_contents_the_last_only_where_there_is_something(year):
    found = required_contents(year)
    assert [(each.content, each.cite.key, each.optional) for each in found] == [
        (Content.PROACTIVE, "regulation-2007:32i1", False),
        (Content.REQUESTS, "regulation-2007:32i2", False),
        (Content.FEES, "regulation-2007:32i3", False),
        (Content.REMEDIES, "regulation-2007:32i4", False),
        (Content.PROBLEMS, "regulation-2007:32i5", False),
        (Content.OTHER, "regulation-2007:32i6", True),
    ]
    assert all(each.title_zh and each.title_en and each.evidence is Evidence.SOURCE for each in found)


@pytest.mark.parametrize(
    ("year", "other", "optional"),
    [
        (2019, "regulation-2019:50p1i5", True),
        (2020, "regulation-2019:50p1i5", True),
        (2021, "form-2021", False),
        (2025, "form-2021", False),
    ],
)
def test_the_2019_regulation_asks_for_five_and_the_form_of_2021_for_the_last_of_them(year, other, optional):
    assert [(each.content, each.cite.key, each.optional) for each in required_contents(year)] == [
        (Content.PROACTIVE, "regulation-2019:50p1i1", False),
        (Content.REQUESTS, "regulation-2019:50p1i2", False),
        (Content.REMEDIES, "regulation-2019:50p1i3", False),
        (Content.PROBLEMS, "regulation-2019:50p1i4", False),
        (Content.OTHER, other, optional),
    ]


@pytest.mark.parametrize("kind", AgencyKind)
def test_until_report_year_2018_every_organ_has_31_march(kind):
    due = report_due(2010, kind)
    assert (due.safe, due.latest) == (day("2011-03-31"), day("2011-03-31"))
    assert due.cite == cite("regulation-2007:31")
    if kind is AgencyKind.INSTITUTION:
        assert due.evidence is Evidence.INFERENCE
        assert due.note_zh
        assert due.note_en
    else:
        assert due.evidence is Evidence.SOURCE
        assert due.note_zh == due.note_en == ""


def test_the_2018_report_keeps_the_old_date():
    due = report_due(2018, AgencyKind.DEPARTMENT)
    assert (due.safe, due.latest) == (day("2019-03-31"), day("2019-04-01"))
    assert due.cite.instrument.id == "regulation-2007"


@pytest.mark.parametrize(
    ("kind", "safe", "latest", "key", "evidence"),
    [
        (AgencyKind.DEPARTMENT, "2023-01-31", "2023-01-31", "regulation-2019:49p1", Evidence.SOURCE),
        (AgencyKind.GENERAL_OFFICE, "2023-01-31", "2023-01-31", "regulation-2019:49p1", Evidence.INFERENCE),
        (AgencyKind.GOVERNMENT, "2023-03-31", "2023-03-31", "regulation-2019:49p2", Evidence.SOURCE),
        (AgencyKind.UNKNOWN, "2023-01-31", "2023-03-31", "regulation-2019:49", Evidence.INFERENCE),
    ],
)
def test_from_2019_the_date_depends_on_the_organ(kind, safe, latest, key, evidence):
    due = report_due(2022, kind)
    assert (due.safe, due.latest) == (day(safe), day(latest))
    assert (due.cite.key, due.evidence) == (key, evidence)
    assert bool(due.note_zh) == bool(due.note_en) == (evidence is not Evidence.SOURCE)


@pytest.mark.parametrize("kind", UNNAMED)
def test_organs_the_regulation_does_not_name_have_no_latest_date(kind):
    due = report_due(2022, kind)
    assert (due.safe, due.latest) == (day("2023-01-31"), None)
    assert (due.cite.key, due.evidence) == ("regulation-2019:49", Evidence.INFERENCE)
    assert "未规定" in due.note_zh
    assert "names no date" in due.note_en


@pytest.mark.parametrize(
    ("year", "kind", "safe", "latest"),
    [
        (2012, AgencyKind.DEPARTMENT, "2013-03-31", "2013-04-01"),
        (2017, AgencyKind.GOVERNMENT, "2018-03-31", "2018-04-02"),
        (2019, AgencyKind.DEPARTMENT, "2020-01-31", "2020-02-03"),
        (2020, AgencyKind.DEPARTMENT, "2021-01-31", "2021-02-01"),
        (2021, AgencyKind.DEPARTMENT, "2022-01-31", "2022-02-07"),
        (2023, AgencyKind.GOVERNMENT, "2024-03-31", "2024-04-01"),
        (2023, AgencyKind.UNKNOWN, "2024-01-31", "2024-04-01"),
        (2024, AgencyKind.DEPARTMENT, "2025-01-31", "2025-02-05"),
        (2025, AgencyKind.DEPARTMENT, "2026-01-31", "2026-02-02"),
    ],
)
def test_a_rest_day_leaves_doubt_until_the_next_working_day(year, kind, safe, latest):
    due = report_due(year, kind)
    assert (due.safe, due.latest) == (day(safe), day(latest))
    assert latest in due.note_zh
    assert "休息日" in due.note_zh
    assert latest in due.note_en
    assert "rest day" in due.note_en


def test_a_rest_day_does_not_weaken_what_is_late_under_every_reading():
    assert report_due(2012, AgencyKind.DEPARTMENT).evidence is Evidence.SOURCE


@pytest.mark.parametrize(
    ("year", "kind", "safe", "latest"),
    [
        (2089, AgencyKind.DEPARTMENT, "2090-01-31", "2090-01-31"),
        (2092, AgencyKind.DEPARTMENT, "2093-01-31", "2093-02-02"),
        (2091, AgencyKind.GOVERNMENT, "2092-03-31", "2092-03-31"),
    ],
)
def test_beyond_the_calendar_only_weekends_count_and_nothing_firm_rests_on_it(year, kind, safe, latest):
    due = report_due(year, kind)
    assert (due.safe, due.latest) == (day(safe), day(latest))
    assert due.evidence is Evidence.INFERENCE
    assert f"{year + 1}年放假安排" in due.note_zh
    assert f"holidays of {year + 1}" in due.note_en


def test_a_year_beyond_all_calendars_is_refused():
    with pytest.raises(UsageError, match="9999"):
        report_due(9999, AgencyKind.GOVERNMENT)


def test_due_dates_are_the_parameters_by_report_year():
    assert parameter("report.due.department").for_report_year(2018).value == "03-31"
    assert parameter("report.due.department").for_report_year(2019).value == "01-31"
    assert parameter("report.due.government").for_report_year(2019).value == "03-31"
    assert parameter("report.due.township").for_report_year(2019).value is None
