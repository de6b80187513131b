import attrs
import pendulum
import pytest
from tests.rules.asking import ODD_YEARS, ask
from tests.rules.building import department, mention, report

from govdisclosure.model.agency import AgencyKind
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.deadlines.ddl101_on_time import RULE


def day(iso):
    year, month, date = map(int, iso.split("-"))
    return mention("", iso, year, month, date)


def outcome(year, published=None, kind=AgencyKind.DEPARTMENT, signed=None, as_of=None):
    fields = {
        "year": year,
        "agency": None if kind is None else department(kind=kind),
        "published": published and day(published),
        "signed": signed and day(signed),
    }
    (found,) = ask(RULE, report(**fields), as_of and pendulum.Date(*map(int, as_of.split("-"))))
    return found


def verdict(*args, **kwargs):
    return outcome(*args, **kwargs).kind.value


@pytest.mark.parametrize(
    ("year", "kind", "published", "expected"),
    [
        (2010, AgencyKind.DEPARTMENT, "2011-03-31", "pass"),
        (2010, AgencyKind.DEPARTMENT, "2011-04-01", "fail"),
        # The report on 2018 was due under the old law, whatever day it came out.
        (2018, AgencyKind.DEPARTMENT, "2019-03-31", "pass"),
        (2018, AgencyKind.DEPARTMENT, "2019-04-01", "review"),
        (2018, AgencyKind.DEPARTMENT, "2019-04-02", "fail"),
        (2022, AgencyKind.DEPARTMENT, "2023-01-31", "pass"),
        (2022, AgencyKind.DEPARTMENT, "2023-02-01", "fail"),
        (2022, AgencyKind.GOVERNMENT, "2023-03-31", "pass"),
        (2022, AgencyKind.GOVERNMENT, "2023-04-01", "fail"),
        (2022, AgencyKind.TOWNSHIP, "2023-01-31", "pass"),
        (2022, AgencyKind.TOWNSHIP, "2023-06-30", "review"),
        (2022, None, "2023-01-31", "pass"),
        (2022, None, "2023-03-01", "review"),
        (2022, None, "2023-04-10", "fail"),
    ],
)
def test_the_day_counts_by_year_and_organ(year, kind, published, expected):
    assert verdict(year, published, kind) == expected


def test_a_fault_names_days_delay_and_article():
    found = outcome(2010, "2011-04-20")
    assert (found.level.value, found.facts["due_on"], found.facts["published_on"]) == (
        "error",
        "2011-03-31",
        "2011-04-20",
    )
    assert "晚20天" in found.message.zh
    assert [cite.key for cite in found.cites] == ["regulation-2007:31"]
    assert "第三十一条不符，请人工核实" in found.message.zh


def test_what_is_not_read_in_the_law_is_no_error():
    assert outcome(2022, "2023-04-10", None).level.value == "warning"


def test_pages_are_dated_anew():
    assert verdict(2010, "2011-09-30") == "fail"
    assert verdict(2010, "2011-10-01") == "review"
    assert verdict(2010, "2017-06-10") == "review"
    assert verdict(2010, "2011-04-20", signed="2011-03-20") == "review"
    assert verdict(2010, "2011-04-20", signed="2011-04-19") == "fail"


def test_without_a_day_nothing_is_said_unless_it_is_not_yet_due():
    assert (verdict(2010), outcome(2010).needs) == ("open", ("published_on",))
    assert verdict(2010, as_of="2011-04-01") == "open"
    assert verdict(2010, as_of="2011-03-31") == "notApplicable"
    assert verdict(2010, signed="2011-05-10") == "review"
    assert verdict(2010, signed="2011-01-10") == "open"


def test_early_days_and_odd_years():
    assert verdict(2010, "2010-12-30") == "notApplicable"
    assert verdict(2010, "2010-12-31") == "pass"
    assert verdict(2007, "2008-01-10") == "notApplicable"
    assert verdict(None, "2011-01-10") == "open"
    for year in ODD_YEARS:
        assert ask(RULE, AnnualReport(year=year, published=day("2011-01-10")))


@pytest.mark.parametrize(("other", "kind"), [("2011-04-20", "review"), ("2011-03-20", "pass")])
def test_a_day_in_time_is_doubtful_where_the_page_gives_a_late_one_too(other, kind):
    published = attrs.evolve(day("2011-03-01"), sure=False, other=day(other).on)
    (found,) = ask(RULE, report(year=2010, agency=department(), published=published))
    assert found.kind.value == kind
    assert (other in found.message.zh) is (kind == "review")


@pytest.mark.parametrize("published", ["2031-01-20", "2031-06-01"])
def test_a_day_after_that_of_the_judgement_is_neither_in_time_nor_late(published):
    found = outcome(2030, published, as_of="2026-06-01")
    assert (found.kind.value, "DDL103" in found.message.zh) == ("notApplicable", True)
