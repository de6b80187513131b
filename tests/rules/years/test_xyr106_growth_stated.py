from decimal import Decimal

import pytest
from tests.rules.asking import ODD_YEARS
from tests.rules.building import claim
from tests.rules.years.years import compared, of_year

from govdisclosure import api
from govdisclosure.model.count import Count, Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import TableName
from govdisclosure.model.report import ClaimKind, ClaimScope
from govdisclosure.model.statistics import Cell, Grid
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.years.xyr106_growth_stated import RULE

WORDS = "较上年有所变化"


def received(new, carried=0):
    counts = (("received", new), ("carried_in", carried))
    cells = (Cell(row=row, column="total", count=_count(value)) for row, value in counts)
    return Grid(table=TableName.REQUESTS, edition=Edition.UNIFIED_2021, cells=tuple(cells))


def _count(value):
    if value is None:
        return Count(printed=Printed.BLANK, text="")
    return Count(printed=Printed.NUMBER, text=str(value), value=value)


def growth(printed):
    rate = Decimal(printed.rstrip("%")) / 100
    return claim(WORDS, WORDS, ClaimKind.REQUESTS_GROWTH, str(rate), unit="%", printed=printed.lstrip("-"), whole=True)


def judged(now, before, printed):
    report = of_year(2022, received(*now), text=WORDS, claims=(growth(printed),))
    return compared(RULE, report, of_year(2021, received(*before)))


@pytest.mark.parametrize(
    ("now", "before", "printed", "kind"),
    [
        ((112,), (100,), "12%", Kind.PASS),
        ((859,), (979,), "-12.3%", Kind.PASS),  # 12.257…, rounded
        ((859,), (979,), "-12.2%", Kind.PASS),  # and cut off
        ((859,), (979,), "12.3%", Kind.REVIEW),  # it fell
        ((859,), (979,), "-13.3%", Kind.REVIEW),
        ((100, 12), (90, 10), "12%", Kind.PASS),  # with those carried in
        ((5,), (0,), "100%", Kind.REVIEW),
        ((None,), (5,), "10%", Kind.OPEN),
        ((5,), (None,), "10%", Kind.OPEN),
    ],
)
def test_a_stated_change_is_held_against_both_years(now, before, printed, kind):
    assert [outcome.kind for outcome in judged(now, before, printed)] == [kind]


def test_a_difference_shows_both_figures_and_the_rate_they_make():
    (outcome,) = judged((150,), (100,), "30%")
    assert (outcome.level, outcome.quote) == (Level.WARNING, WORDS)
    assert outcome.facts == {"printed": "30%", "received": "150", "received_before": "100", "expected": "50%"}
    assert "2021年100件，2022年150件，应为50%" in outcome.message.zh


def test_a_report_that_states_no_change_has_nothing_to_compare():
    (outcome,) = compared(RULE, of_year(2022, received(5)), of_year(2021, received(4)))
    assert outcome.kind is Kind.NOT_APPLICABLE


def test_without_a_table_the_totals_of_the_prose_are_compared():
    def free(year, value, *more):
        words = f"共收到申请{value}件"
        stated = claim(words, words, ClaimKind.REQUESTS_RECEIVED, value, whole=True, printed=str(value))
        return of_year(year, edition=Edition.FREE_FORM, text=words, claims=(stated, *more))

    assert [o.kind for o in compared(RULE, free(2012, 12, growth("20%")), free(2011, 10))] == [Kind.PASS]


@pytest.mark.parametrize("year", ODD_YEARS)
def test_any_year_is_answered(year):
    last = None if year is None else year - 1
    found = compared(RULE, of_year(year, claims=(growth("5%"),), text=WORDS), of_year(last))
    assert [outcome.kind for outcome in found] == [Kind.OPEN]


@pytest.mark.parametrize(
    ("prose", "parts"),
    [
        ("共收到政府信息公开申请76件，同比增长36.67%。", 0),
        ("共收到政府信息公开申请76件，较上年增长36.67%。", 0),
        ("网上申请同比增长45%。", 1),
        ("自然人申请同比增长15%。", 1),
        ("县农业农村局申请同比下降12%。", 1),
        ("征地类申请41件，同比增长20%。", 1),
        ("办结申请同比增长26.79%。", 1),
    ],
)
def test_the_growth_of_a_part_is_not_that_of_all(prose, parts):
    title = "青石县人民政府2022年政府信息公开工作年度报告"
    text = f"{title}\n一、总体情况\n共收到政府信息公开申请76件。{prose}\n二、主动公开政府信息情况\n三、其他\n".encode()
    stated = api.read(text).stating(ClaimKind.REQUESTS_GROWTH)
    assert sum(one.scope is ClaimScope.PART for one in stated) == (parts and len(stated))
    assert stated or parts
