from itertools import product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.asking import ODD_YEARS, ask, verdicts
from tests.rules.grids import FORMS, PEOPLE, changed, random_requests, requests, tabled

from govdisclosure.model.count import Count, Printed
from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, Edition
from govdisclosure.model.statistics import Cell, Grid, Oddity, OddityKind
from govdisclosure.rules.arithmetic.sum201_request_sums import RULE
from govdisclosure.rules.outcome import Kind, Level

SOLID = requests(results={("denied.prohibited_by_law", "natural_person"): 30, ("granted", "commercial"): 21})
CELL = ("denied.prohibited_by_law", "natural_person")
EDITIONS = list(FORMS)
SUMS = {Edition.UNIFIED_2019: 37, Edition.UNIFIED_2021: 39}


def summed(table, **asked):
    return ask(RULE, tabled(table), **asked)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_table_that_holds_gives_one_pass(edition):
    (outcome,) = summed(requests(edition))
    assert (outcome.kind, outcome.facts["judged"], outcome.facts["open"]) == (Kind.PASS, SUMS[edition], 0)


def test_the_wrong_cell_is_named_with_the_value_the_sums_require():
    (outcome,) = summed(changed(SOLID, (*CELL, 31)))
    assert (outcome.kind, outcome.level) == (Kind.FAIL, Level.ERROR)
    assert (outcome.facts["printed"], outcome.facts["expected"]) == (31, 30)
    assert attrs.astuple(outcome.at.cell) == ("requests", *CELL)
    assert "表三“(三)不予公开-2.其他法律行政法规禁止公开”×“自然人”印为31，按勾稽关系应为30" in outcome.message.zh
    assert [(one["relation"], one["difference"]) for one in outcome.facts["relations"]] == [
        ("row:denied.prohibited_by_law", 1),
        ("results:natural_person", 1),
    ]
    assert "“自然人”列办理结果各项之和31，总计30" in outcome.message.zh


def test_a_cell_stands_where_it_was_read():
    (outcome,) = summed(changed(SOLID, (*CELL, 31)))
    assert (outcome.at.start, outcome.at.end) == (0, 0)
    at = Place(start=3, end=5, line=2, column=1, page=4)
    cells = tuple(
        attrs.evolve(cell, count=attrs.evolve(cell.count, at=at)) if (cell.row, cell.column) == CELL else cell
        for cell in changed(SOLID, (*CELL, 31))
    )
    table = Grid(table=SOLID.table, edition=SOLID.edition, cells=cells)
    (outcome,) = ask(RULE, tabled(table, text="共31、31件"))
    assert (outcome.at.start, outcome.at.page, outcome.at.cell.row) == (3, 4, CELL[0])


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("delta", [1, -1, 1000])
def test_every_single_cell_fault_is_found_and_named(edition, delta):
    table = random_requests(edition, seed=7)
    cells = list(FORMS[edition].cells())
    assert len(cells) == {Edition.UNIFIED_2019: 161, Edition.UNIFIED_2021: 175}[edition]
    for row, column in cells:
        right = table.value(row, column)
        outcomes = summed(changed(table, (row, column, right + delta)))
        named = [(o.kind, o.at.cell.row, o.at.cell.column, o.facts["expected"]) for o in outcomes]
        assert named == [(Kind.FAIL, row, column, right)]


@given(st.sampled_from(EDITIONS), st.integers(0, 10**6), st.data())
def test_any_lawful_table_passes_and_any_one_fault_is_named(edition, seed, data):
    table = random_requests(edition, seed)
    assert [outcome.kind for outcome in summed(table)] == [Kind.PASS]
    row, column = data.draw(st.sampled_from(list(FORMS[edition].cells())))
    delta = data.draw(st.integers(-(10**6), 10**6).filter(bool))
    right = table.value(row, column)
    (outcome,) = summed(changed(table, (row, column, right + delta)))
    assert (outcome.kind, outcome.at.cell.row, outcome.at.cell.column) == (Kind.FAIL, row, column)
    assert (outcome.facts["printed"], outcome.facts["expected"]) == (right + delta, right)


@given(st.integers(0, 10**6), st.data())
def test_two_faults_of_different_size_are_both_named(seed, data):
    table = random_requests(Edition.UNIFIED_2021, seed)
    pick = st.sampled_from(list(FORMS[Edition.UNIFIED_2021].cells()))
    one, two = data.draw(
        st.tuples(pick, pick).filter(lambda pair: pair[0][0] != pair[1][0] and pair[0][1] != pair[1][1])
    )
    rights = table.value(*one), table.value(*two)
    outcomes = summed(changed(table, (*one, rights[0] + 7), (*two, rights[1] + 100)))
    if len(outcomes) == 2:
        assert {(o.at.cell.row, o.at.cell.column): o.facts["expected"] for o in outcomes} == dict(
            zip((one, two), rights, strict=True)
        )
        assert all("另外1格" in o.message.zh for o in outcomes)
    assert {outcome.kind for outcome in outcomes} == {Kind.FAIL}


def test_two_corrections_that_do_equally_well_are_both_listed():
    rows = CELL[0], "granted"
    table = requests(results={(row, column): 20 for row in rows for column in ("natural_person", "commercial")})
    (outcome,) = summed(changed(table, (*CELL, 21), ("granted", "commercial", 21)))
    assert outcome.kind is Kind.FAIL
    found = [{(one["row"], one["column"]): one["expected"] for one in each} for each in outcome.facts["explanations"]]
    assert len(found) == 2
    assert {CELL: 20, ("granted", "commercial"): 20} in found
    assert len(outcome.facts["relations"]) == 4
    assert "或者" in outcome.message.zh


def test_faults_that_cancel_out_in_their_row_leave_the_sums():
    full = requests(results={(row.key, column): 9 for row in FORMS[EDITIONS[1]].rows[2:-2] for column in PEOPLE})
    wrong = changed(full, (*CELL, 4), (CELL[0], "commercial", 14))
    found = verdicts(RULE, tabled(wrong))
    assert found == {"relation:results:natural_person": "fail", "relation:results:commercial": "fail"}
    (one, _) = summed(wrong)
    assert (one.facts["left"], one.facts["right"], one.at.cell.row) == (9 * 21 - 5, 9 * 21, "total")


def test_many_sums_that_nothing_explains_are_one_outcome():
    rows = "granted", "partly_granted", "denied.state_secret", "unavailable.not_held", "total"
    wrong = changed(SOLID, *((row, "natural_person", 50 + n) for n, row in enumerate(rows)))
    (outcome,) = summed(wrong)
    assert (outcome.kind, outcome.subject) == (Kind.FAIL, "relations:requests/1")
    assert len(outcome.facts["relations"]) >= 4


def test_faults_apart_are_explained_apart():
    # Every figure of one column doubled in the balance only, and one row that does not add up.
    wrong = changed(
        SOLID, ("received", "research", 5), ("carried_in", "commercial", 3), ("carried_out", "legal_service", 9)
    )
    outcomes = summed(wrong)
    assert {(o.at.cell.row, o.at.cell.column): o.facts["expected"] for o in outcomes} == {
        ("received", "research"): 1, ("carried_in", "commercial"): 0, ("carried_out", "legal_service"): 1,
    }  # fmt: skip


@pytest.mark.parametrize(("sign", "state"), [("", "blank"), ("/", "dash"), ("?", "illegible"), (None, "absent")])
def test_a_cell_without_a_figure_leaves_its_sums_open_in_one_outcome(sign, state):
    found = summed(changed(SOLID, (*CELL, sign)))
    assert [outcome.kind for outcome in found] == [Kind.OPEN, Kind.PASS]
    assert (found[0].facts["open"], found[0].facts["judged"]) == (2, 37)
    assert found[0].facts[state] == [{"row": CELL[0], "column": CELL[1]}]
    assert found[0].needs == ("cells",)
    assert (found[1].facts["judged"], found[1].facts["open"]) == (37, 2)


def zeroless(sign):
    zeros = [(cell.row, cell.column, sign) for cell in SOLID if cell.count.value == 0]
    return changed(SOLID, *zeros)


@pytest.mark.parametrize("sign", ["", "/"])
def test_blanks_and_dashes_are_zeros_where_the_asker_says_so(sign):
    (before, *_) = summed(zeroless(sign))
    assert (before.kind, before.facts["open"] > 30) == (Kind.OPEN, True)
    assert "--blank-is zero" in before.message.zh
    found = summed(zeroless(sign), blank_is="zero")
    assert [outcome.kind for outcome in found] == [Kind.INFORMATIONAL, Kind.PASS]
    assert found[0].facts["blank_is"] == "zero"
    assert "计为0" in found[0].message.zh
    assert found[1].facts["judged"] == 39


@pytest.mark.parametrize("sign", ["?", None])
def test_what_is_unreadable_or_not_there_is_never_a_zero(sign):
    (outcome, *_) = summed(changed(SOLID, (*CELL, sign)), blank_is="zero")
    assert outcome.kind is Kind.OPEN


def test_a_blank_that_should_be_a_figure_is_named_and_said_to_be_counted_as_zero():
    found = summed(changed(SOLID, (*CELL, "")), blank_is="zero")
    assert [outcome.kind for outcome in found] == [Kind.INFORMATIONAL, Kind.FAIL]
    facts = found[1].facts
    assert (facts["printed"], facts["state"], facts["expected"], facts["blank_is"]) == (None, "blank", 30, "zero")
    assert "没有数字（计为0），按勾稽关系应为30" in found[1].message.zh


def test_a_fault_beside_an_unread_cell_is_named_and_what_was_not_tested_is_said():
    found = summed(changed(SOLID, (CELL[0], "research", "?"), (*CELL, 31)))
    fails = [outcome for outcome in found if outcome.kind is Kind.FAIL]
    (outcome,) = fails
    assert (outcome.at.cell.row, outcome.facts["unjudged"]) == (CELL[0], [f"row:{CELL[0]}"])
    assert "未能核对" in outcome.message.zh


def test_rows_that_are_not_the_forms_may_be_part_of_the_sums():
    odd = Oddity(kind=OddityKind.UNKNOWN_ROW, label="(八)撤回", at=Place(start=0, end=0))
    wrong = changed(SOLID, (*CELL, 31))
    table = Grid(table=wrong.table, edition=wrong.edition, cells=wrong.cells, oddities=(odd,))
    assert [outcome.kind for outcome in summed(table)] == [Kind.REVIEW]


def test_no_table():
    assert verdicts(RULE, tabled()) == {"table:requests": "open"}
    assert verdicts(RULE, AnnualReport(year=2010)) == {"table:requests": Kind.NOT_APPLICABLE.value}


def test_half_a_request_is_added_up_as_it_stands():
    (outcome,) = summed(changed(SOLID, (*CELL, "30.5")))
    assert (outcome.facts["printed"], outcome.facts["expected"]) == ("30.5", 30)


def test_an_empty_table_is_open():
    empty = Grid(table=SOLID.table, edition=SOLID.edition, cells=())
    (outcome,) = summed(empty)
    assert (outcome.kind, outcome.facts["open"], len(outcome.facts["absent"])) == (Kind.OPEN, 39, 175)


def test_order_of_cells_does_not_matter():
    table = Grid(table=SOLID.table, edition=SOLID.edition, cells=tuple(reversed(SOLID.cells)))
    assert [outcome.kind for outcome in summed(table)] == [Kind.PASS]


def test_odd_years_do_not_raise():
    for year, edition in product(ODD_YEARS, Edition):
        assert ask(RULE, tabled(changed(SOLID, (*CELL, 31)), year=year, edition=edition))


def test_huge_figures():
    cells = tuple(
        Cell(row=cell.row, column=cell.column, count=Count(printed=Printed.NUMBER, text="9", value=10**40))
        for cell in SOLID
    )
    assert summed(Grid(table=SOLID.table, edition=SOLID.edition, cells=cells))
