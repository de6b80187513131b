from decimal import Decimal

import attrs
import pytest
from tests.rules.asking import ODD_YEARS, ask, verdicts
from tests.rules.building import claim, department
from tests.rules.claims.books import ITEMS, catalogue, compiled, day, document, with_cell
from tests.rules.grids import count

from govdisclosure.model.count import Count, Printed
from govdisclosure.model.item import Item, ItemKind
from govdisclosure.model.report import ClaimKind, Edition
from govdisclosure.model.statistics import Cell, Statistics
from govdisclosure.register.tables.compiling import compile as compiled_of
from govdisclosure.rules.claims.clm304_tables_catalogue import RULE
from govdisclosure.rules.outcome import Kind, Level


@pytest.mark.parametrize("edition", [Edition.UNIFIED_2019, Edition.UNIFIED_2021])
def test_a_table_compiled_from_the_catalogue_agrees_with_it(edition):
    found = verdicts(RULE, compiled(edition=edition), items=catalogue())
    assert found == {"proactive": "pass", "narrative": "notApplicable"}


def test_a_cell_that_differs_is_a_fault_with_the_index_numbers():
    wrong = with_cell(compiled(), "proactive", "normative_documents", "issued", 7)
    fault = ask(RULE, wrong, items=catalogue())[0]
    assert (fault.kind, fault.level) == (Kind.FAIL, Level.ERROR)
    assert (fault.facts["printed"], fault.facts["expected"], fault.facts["entries"]) == (7, 2, ["A2", "A3"])


@pytest.mark.parametrize(("value", "kind"), [(9, "review"), (3, "fail")])
def test_decisions_that_are_not_public_need_not_stand_in_the_catalogue(value, kind):
    wrong = with_cell(compiled(), "proactive", "penalties", "decisions", value)
    assert verdicts(RULE, wrong, items=catalogue())["proactive:penalties:decisions"] == kind


@pytest.mark.parametrize(("text", "kind"), [("12.35", "pass"), ("12.34", "pass"), ("12.3", "pass"), ("12.37", "fail")])
def test_money_is_compared_as_exactly_as_it_is_printed(text, kind):
    charges = Item(id="C1", kind=ItemKind.CHARGES, made_on=day("2023-09-01"), amount=Decimal("123456.78"))
    items = (*ITEMS, charges)
    grid = compiled_of(None, None, items, 2023).statistics.proactive
    cells = tuple(
        Cell(row=one.row, column=one.column, count=Count(printed=Printed.NUMBER, text=text, value=Decimal(text)))
        if one.row == "fees"
        else one
        for one in grid
    )
    made = attrs.evolve(compiled(), statistics=Statistics(proactive=attrs.evolve(grid, cells=cells)))
    found = verdicts(RULE, made, items=catalogue(items=items))
    assert found.get("proactive:fees:amount", found.get("proactive")) == kind


def test_items_without_a_kind_leave_a_difference_to_a_person():
    kept = catalogue(items=(*ITEMS, Item(id="B1", made_on=day("2023-05-01"))))
    wrong = with_cell(compiled(), "proactive", "normative_documents", "issued", 7)
    assert verdicts(RULE, wrong, items=kept)["proactive:normative_documents:issued"] == "review"


def test_a_catalogue_that_names_no_kind_is_not_compared():
    kept = catalogue(items=tuple(attrs.evolve(one, kind=None) for one in ITEMS))
    assert verdicts(RULE, compiled(), items=kept) == {"proactive": "notApplicable"}


def test_documents_in_the_prose_are_for_a_person():
    text = "全年制发行政规范性文件9件。"
    nine = claim(text, "9", ClaimKind.NORMATIVE_DOCUMENTS_ISSUED, 9, printed="9", whole=True)
    found = verdicts(RULE, attrs.evolve(compiled(text=text), claims=(nine,)), items=catalogue())
    assert found["claim:normative_documents_issued:1"] == "review"


def test_cells_and_tables_that_were_not_read_are_open():
    blank = with_cell(compiled(), "proactive", "rules", "issued", "")
    assert verdicts(RULE, blank, items=catalogue())["proactive:unread"] == "open"
    none = attrs.evolve(compiled(), statistics=Statistics())
    assert verdicts(RULE, none, items=catalogue())["proactive"] == "open"


def test_another_year_or_organ_is_not_compared_and_another_name_is_for_a_person():
    assert verdicts(RULE, attrs.evolve(compiled(), year=2025), items=catalogue()) == {"catalogue": "notApplicable"}
    other = catalogue(agency=department("白河县教育局", region="白河县"))
    assert verdicts(RULE, compiled(), items=other) == {"catalogue": "notApplicable"}
    renamed = catalogue(agency=department("青石县水利水务局"))
    assert verdicts(RULE, compiled(), items=renamed)["proactive"] == "review"


def test_a_document_entered_later_than_the_table_shows():
    more = catalogue(items=(*ITEMS, document("A9", "2023-11-01", "2023-11-08")))
    found = {one.subject: one for one in ask(RULE, compiled(), items=more)}
    assert found["proactive:normative_documents:issued"].kind is Kind.FAIL
    assert found["proactive:normative_documents:issued"].facts["entries"] == ["A2", "A3", "A9"]


@pytest.mark.parametrize("year", ODD_YEARS)
def test_odd_years_give_no_fault(year):
    assert "fail" not in verdicts(RULE, attrs.evolve(compiled(), year=year), items=catalogue()).values()
    assert count(1).value == 1
