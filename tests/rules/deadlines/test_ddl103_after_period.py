import pytest
from pendulum import Date
from tests.rules.asking import ODD_YEARS, ask, verdicts
from tests.rules.building import mention, report

from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.deadlines.ddl103_after_period import RULE


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ((2010, 12, 31), "pass"),
        ((2011, 1, 10), "pass"),
        ((2010, 12, 30), "review"),
        ((2009, 12, 31), "review"),
    ],
)
@pytest.mark.parametrize("which", ["published", "signed"])
def test_dates(date, expected, which):
    assert verdicts(RULE, report(**{which: mention("", "", *date)})) == {f"{which}_on": expected}


def test_both_dates_are_judged():
    found = verdicts(RULE, report(published=mention("", "", 2011, 1, 5), signed=mention("", "", 2010, 1, 5)))
    assert found == {"published_on": "pass", "signed_on": "review"}


def test_nothing_to_judge():
    assert verdicts(RULE, AnnualReport()) == {"dates": "notApplicable"}
    assert verdicts(RULE, AnnualReport(signed=mention("", "", 2011, 1, 5))) == {"dates": "open"}
    for year in ODD_YEARS:
        assert ask(RULE, AnnualReport(year=year, signed=mention("", "", 2011, 1, 5)))


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (None, {"published_on": "pass", "signed_on": "pass"}),
        (Date(2012, 1, 1), {"published_on": "pass", "signed_on": "pass"}),
        (Date(2011, 1, 20), {"published_on": "review", "signed_on": "pass"}),
        (Date(2011, 1, 1), {"published_on": "review", "signed_on": "review"}),
        (Date(2010, 6, 1), {"year": "review", "published_on": "review", "signed_on": "review"}),
    ],
)
def test_a_report_from_the_future_is_reviewed(as_of, expected):
    ahead = report(published=mention("", "", 2011, 2, 1), signed=mention("", "", 2011, 1, 10))
    assert verdicts(RULE, ahead, as_of) == expected


def test_a_year_that_is_not_over_is_reviewed_without_any_date():
    found = verdicts(RULE, report(year=2099), Date(2026, 6, 1))
    assert found == {"year": "review", "dates": "notApplicable"}
    assert verdicts(RULE, report(year=2026), Date(2026, 12, 30))["year"] == "review"
    assert "year" not in verdicts(RULE, report(year=2026), Date(2026, 12, 31))


def test_a_date_in_the_future_is_reviewed_whatever_the_year():
    ahead = AnnualReport(signed=mention("", "", 2031, 1, 5), published=mention("", "", 2011, 1, 5))
    assert verdicts(RULE, ahead, Date(2026, 6, 1)) == {"signed_on": "review", "dates": "open"}
