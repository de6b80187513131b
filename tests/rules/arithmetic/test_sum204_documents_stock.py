import pytest
from tests.rules.asking import ODD_YEARS, ask, verdicts
from tests.rules.grids import proactive, tabled

from govdisclosure.model.report import AnnualReport, Edition
from govdisclosure.rules.arithmetic.sum204_documents_stock import RULE
from govdisclosure.rules.outcome import Kind, Level


@pytest.mark.parametrize(
    ("documents", "kind"),
    [((88, 55, 698), Kind.PASS), ((5, 1, 4), Kind.PASS), ((5, 1, 3), Kind.REVIEW), ((1, 5, 0), Kind.PASS)],
)
def test_those_in_force_are_at_least_those_issued_less_those_repealed(documents, kind):
    first, second = ask(RULE, tabled(proactive(rules=(0, 0, 0), normative_documents=documents)))
    assert (first.kind, second.kind) == (Kind.PASS, kind)
    assert second.subject == "row:normative_documents"


def test_a_small_stock_is_for_a_person():
    _, outcome = ask(RULE, tabled(proactive(rules=(0, 0, 0), normative_documents=(5, 1, 3))))
    assert outcome.level is Level.WARNING
    assert "“行政规范性文件”现行有效件数3，小于本年制发件数5减本年废止件数1" in outcome.message.zh
    assert (outcome.at.cell.row, outcome.at.cell.column) == ("normative_documents", "in_force")


@pytest.mark.parametrize(("documents", "kind"), [((7, 7, 166), Kind.PASS), ((7, 7, 6), Kind.REVIEW)])
def test_those_disclosed_in_all_are_at_least_those_of_the_year(documents, kind):
    table = proactive(Edition.UNIFIED_2019, rules=(0, 0, 0), normative_documents=documents)
    assert [outcome.kind for outcome in ask(RULE, tabled(table, year=2020))] == [Kind.PASS, kind]


def test_blanks_are_open_or_zero():
    table = tabled(proactive(rules=("", "", ""), normative_documents=(5, "/", 5)))
    assert [outcome.kind for outcome in ask(RULE, table)] == [Kind.OPEN, Kind.OPEN]
    zero = ask(RULE, table, blank_is="zero")
    assert [(outcome.kind, outcome.facts["blank_is"]) for outcome in zero] == [(Kind.PASS, "zero")] * 2


def test_no_table():
    assert verdicts(RULE, tabled()) == {"table:proactive": "notApplicable"}
    assert verdicts(RULE, AnnualReport(year=2010)) == {"table:proactive": Kind.NOT_APPLICABLE.value}


def test_odd_years_do_not_raise():
    for year in ODD_YEARS:
        assert ask(RULE, tabled(proactive(rules=(5, 1, 3)), year=year))
