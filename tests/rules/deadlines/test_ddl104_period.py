import pendulum
import pytest
from tests.rules.asking import ODD_YEARS, ask, verdicts
from tests.rules.building import report

from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, Period
from govdisclosure.rules.deadlines.ddl104_period import RULE


def period(first, last):
    def day(iso):
        return None if iso is None else pendulum.Date(*map(int, iso.split("-")))

    return Period(start=day(first), end=day(last), quote="", at=Place(start=0, end=0))


@pytest.mark.parametrize(
    ("year", "first", "last", "expected"),
    [
        (2010, "2010-01-01", "2010-12-31", "pass"),
        (2008, "2008-05-01", "2008-12-31", "pass"),
        (2008, "2008-01-01", "2008-12-31", "pass"),
        (2009, "2009-05-01", "2009-12-31", "review"),
        (2010, "2008-05-01", "2010-12-31", "review"),
        (2010, "2009-11-01", "2010-10-31", "review"),
        (2010, "2010-01-01", "2010-12-30", "review"),
        (2010, "2010-01-01", "2009-12-31", "fail"),
        (2010, "2009-01-01", "2009-12-31", "fail"),
        (2010, "2011-01-01", "2011-12-31", "fail"),
        (2010, None, "2010-12-31", "open"),
        (2010, "2010-01-01", None, "open"),
        (None, "2010-01-01", "2010-12-31", "open"),
    ],
)
def test_periods(year, first, last, expected):
    assert verdicts(RULE, report(year=year, period=period(first, last))) == {"period": expected}


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("根据机构改革方案，我局于3月挂牌。", True),
        ("青石县水利局于2010年6月正式成立。", True),
        ("我局成立了信息公开领导小组。", False),
        ("", False),
    ],
)
def test_an_organ_set_up_during_the_year_may_explain_a_short_period(text, explained):
    (found,) = ask(RULE, report(text, period=period("2010-06-01", "2010-12-31")))
    assert found.kind.value == "review"
    assert ("可能属实" in found.message.zh) is explained


def test_a_fault_is_a_warning_with_its_article():
    (found,) = ask(RULE, report(period=period("2010-01-01", "2009-12-31")))
    assert found.level.value == "warning"
    assert "第六条不符，请人工核实" in found.message.zh


def test_no_period_and_odd_years():
    assert verdicts(RULE, AnnualReport(year=2010)) == {"period": "notApplicable"}
    for year in ODD_YEARS:
        assert ask(RULE, AnnualReport(year=year, period=period("2010-01-01", "2010-12-31")))
