import pytest
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
