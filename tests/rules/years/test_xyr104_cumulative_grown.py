import pytest
from tests.rules.asking import ODD_YEARS, ask
from tests.rules.building import claim, line_map
from tests.rules.grids import grid
from tests.rules.years.years import APART, ORGAN, apart, compared, of_year, subjects

from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import ANNEX
from govdisclosure.model.report import ClaimKind
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.years.xyr104_cumulative_grown import RULE

FREE = Edition.FREE_FORM


def annexed(year, published, received=(0, 7)):
    return of_year(year, grid(ANNEX, {"published": published, "received": received}), edition=FREE)


def stating(year, total, new=None):
    text = f"累计公开{total}条，本年公开{new}条。"
    claims = [claim(text, f"累计公开{total}条", ClaimKind.ITEMS_PUBLISHED_CUMULATIVE, total, unit="条")]
    if new is not None:
        claims.append(claim(text, f"本年公开{new}条", ClaimKind.ITEMS_PUBLISHED, new, unit="条", whole=True))
    return of_year(year, text=text, map=line_map(text), claims=tuple(claims), edition=FREE)


@pytest.mark.parametrize(
    ("this", "kind", "level"),
    [
        ((20, 120), Kind.PASS, Level.NONE),
        ((20, 121), Kind.REVIEW, Level.NOTE),
        ((20, 90), Kind.REVIEW, Level.WARNING),
        (("?", 90), Kind.REVIEW, Level.WARNING),
        (("?", 100), Kind.PASS, Level.NONE),
    ],
)
def test_the_column_of_the_annex(this, kind, level):
    (outcome,) = compared(RULE, annexed(2015, this), annexed(2014, (50, 100)))
    assert (outcome.kind, outcome.level) == (kind, level)
    if kind is Kind.REVIEW:
        assert outcome.subject == "cumulative:annex.published"
        assert outcome.at.cell.column == "cumulative"
        assert (outcome.facts["printed"], outcome.facts["before"]) == (this[1], 100)


@pytest.mark.parametrize(
    ("total", "new", "kind", "level"),
    [
        (1720, 150, Kind.PASS, Level.NONE),
        (1720, None, Kind.PASS, Level.NONE),
        (1700, 150, Kind.REVIEW, Level.NOTE),
        (1500, None, Kind.REVIEW, Level.WARNING),
    ],
)
def test_totals_that_prose_calls_cumulative(total, new, kind, level):
    (outcome,) = compared(RULE, stating(2012, total, new), stating(2011, 1570))
    assert (outcome.kind, outcome.level) == (kind, level)
    if kind is Kind.REVIEW:
        assert outcome.quote == f"累计公开{total}条"


def test_figures_that_were_not_read_are_open_and_reports_without_any_have_nothing_to_compare():
    found = compared(RULE, annexed(2015, (20, "?")), annexed(2014, (50, 100)))
    assert subjects(found) == {"cumulative": "pass", "cumulative:unread": "open"}
    assert subjects(compared(RULE, of_year(2022), of_year(2021))) == {"cumulative": "notApplicable"}


@pytest.mark.parametrize(("last", "mine", "kind"), APART)
def test_reports_that_cannot_be_compared(last, mine, kind):
    assert [outcome.kind.value for outcome in apart(RULE, last, mine)] == [kind]


@pytest.mark.parametrize("year", ODD_YEARS)
def test_any_year_will_do(year):
    previous = of_year(None if year is None else year - 1, agency=ORGAN)
    assert ask(RULE, of_year(year), previous=previous)


def test_the_figure_that_is_compared_is_the_one_that_is_shown():
    report = stating(2012, 1500)
    text = f"累计公开近2000条。{report.text}"
    rough = claim(text, "累计公开近2000条", ClaimKind.ITEMS_PUBLISHED_CUMULATIVE, 2000, unit="条", approximate=True)
    exact = claim(text, "累计公开1500条", ClaimKind.ITEMS_PUBLISHED_CUMULATIVE, 1500, unit="条")
    report = of_year(2012, text=text, map=line_map(text), claims=(rough, exact), edition=FREE)
    (outcome,) = compared(RULE, report, stating(2011, 1570))
    assert (outcome.facts["printed"], outcome.quote) == (1500, "累计公开1500条")
