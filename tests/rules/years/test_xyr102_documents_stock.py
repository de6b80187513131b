import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.asking import ODD_YEARS, ask
from tests.rules.grids import changed, proactive, tabled
from tests.rules.years.years import APART, NEW_NAME, OLD_NAME, ORGAN, apart, compared, of_year, subjects

from govdisclosure.model.edition import Edition
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.years.xyr102_documents_stock import RULE

NONE = (0, 0, 0)
FREE, OLD = Edition.FREE_FORM, Edition.UNIFIED_2019
MATTERS = {"licences": (4, 1, 50), "other_services": NONE, "penalties": (9, -2, 7), "coercive_measures": NONE}
NEXT = {"licences": (5, 0, 61), "other_services": NONE, "penalties": (7, 3, 8), "coercive_measures": NONE}


def form_2021(documents, rules=NONE):
    return proactive(rules=rules, normative_documents=documents)


def form_2019(matters, documents=(1, 1, 8), fees=(2, 0)):
    return proactive(OLD, rules=NONE, normative_documents=documents, **matters, fees=fees, procurement=(0, 0))


def years(mine, last, first=2021, **fields):
    return of_year(first + 1, mine, **fields), of_year(first, last, **fields)


@given(st.integers(0, 999), st.integers(0, 99), st.integers(0, 99), st.integers(-9, 9))
def test_documents_in_force(before, issued, repealed, wrong):
    due = before + issued - repealed
    found = compared(RULE, *years(form_2021((issued, repealed, abs(due + wrong))), form_2021((5, 5, before))))
    if abs(due + wrong) == due:
        assert subjects(found) == {"stock": "pass"}
    else:
        assert subjects(found) == {"stock:normative_documents.in_force": "review"}
        assert found[0].facts["expected"] == due
        assert found[0].at.cell.column == "in_force"
        assert found[0].level is Level.WARNING


def test_matters_of_the_form_of_2019_follow_from_last_years_change():
    last, mine = form_2019(MATTERS), form_2019(NEXT)
    pair = years(mine, last, 2019, edition=OLD)
    (outcome,) = compared(RULE, *pair)
    assert (outcome.kind, outcome.facts["compared"]) == (Kind.PASS, 7)
    wrong = years(changed(mine, ("penalties", "previous", 9)), last, 2019, edition=OLD)
    (outcome,) = compared(RULE, *wrong)
    assert (outcome.kind, outcome.subject, outcome.facts["expected"]) == (Kind.REVIEW, "stock:penalties.previous", 7)


@pytest.mark.parametrize(("total", "found"), [(8, "pass"), (30, "pass"), (7, "review")])
def test_documents_disclosed_in_all_do_not_fall(total, found):
    mine = form_2019(NEXT, documents=(2, 2, total))
    assert found in subjects(compared(RULE, *years(mine, form_2019(MATTERS), 2019, edition=OLD))).values()


def test_a_form_that_changed_is_not_compared():
    found = compared(RULE, of_year(2021, form_2021(NONE)), of_year(2020, form_2019(MATTERS), edition=OLD))
    assert subjects(found) == {"stock": "notApplicable"}


@pytest.mark.parametrize("cell", [("issued", "?"), ("repealed", ""), ("in_force", None)])
def test_a_cell_without_a_figure_is_open(cell):
    mine = changed(form_2021((1, 0, 6)), ("normative_documents", *cell))
    found = compared(RULE, *years(mine, form_2021((0, 0, 5))))
    assert subjects(found) == {"stock": "pass", "stock:unread": "open"}


def test_a_table_that_was_not_read_is_open():
    assert subjects(compared(RULE, of_year(2022), of_year(2021, form_2021(NONE)))) == {"stock": "open"}


def test_a_new_name_is_told():
    report, previous = years(form_2021((1, 0, 9)), form_2021((0, 0, 5)))
    pair = attrs.evolve(report, agency=NEW_NAME), attrs.evolve(previous, agency=OLD_NAME)
    (outcome,) = compared(RULE, *pair)
    assert "可能有更名或合并" in outcome.message.zh


def test_it_is_about_the_unified_forms_only():
    (outcome,) = compared(RULE, of_year(2012, edition=FREE), of_year(2011, edition=FREE))
    assert outcome.kind is Kind.NOT_APPLICABLE


@pytest.mark.parametrize(("last", "mine", "kind"), APART)
def test_reports_that_cannot_be_compared(last, mine, kind):
    assert [outcome.kind.value for outcome in apart(RULE, last, mine, form_2021(NONE))] == [kind]


@pytest.mark.parametrize("year", ODD_YEARS)
def test_any_year_will_do(year):
    previous = tabled(form_2021(NONE), year=None if year is None else year - 1, agency=ORGAN)
    assert ask(RULE, tabled(form_2021(NONE), year=year, agency=ORGAN), previous=previous)


def test_a_stock_that_rests_on_a_blank_says_so():
    mine = changed(form_2021((3, 0, 8)), ("normative_documents", "in_force", ""))
    (outcome,) = compared(RULE, *years(mine, form_2021((0, 0, 5))), blank_is="zero")
    assert (outcome.kind, outcome.facts["blank_is"]) == (Kind.REVIEW, "zero")
    assert "空白和符号已计为0。" in outcome.message.zh
    mine = changed(form_2021((3, 0, 8)), ("normative_documents", "repealed", "/"))
    (outcome,) = compared(RULE, *years(mine, form_2021((0, 0, 5))), blank_is="zero")
    assert (outcome.kind, outcome.facts["blank_is"]) == (Kind.PASS, "zero")
