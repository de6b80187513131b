from decimal import Decimal

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.captures import PAGE, changed_page, report, with_cell
from tests.rules.grids import changed, requests, tabled
from tests.rules.years.years import of_year

from govdisclosure import api
from govdisclosure.analysis.difference import CellKind, ChangeKind, compare_reports
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import PROACTIVE_2019, PROACTIVE_2021, TableName
from govdisclosure.model.statistics import Statistics

FIRST = report()
CELLS = sorted((grid.table, cell.row, cell.column) for grid in FIRST.statistics for cell in grid)


def compared(old, new, mode="captures"):
    return compare_reports(old, new, mode=mode, verdicts=False)


@pytest.fixture(scope="module", params=["html", "docx", "markdown"])
def first(request):
    return request.param, api.read(api.render(FIRST, request.param))


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(CELLS), st.integers(0, 9_999))
def test_one_changed_cell_of_a_rendered_report_is_one_change_by_its_name(first, cell, value):
    form, old = first
    table, row, column = cell
    was = old.statistics[table].value(row, column)
    new = api.read(api.render(with_cell(FIRST, table, (row, column), value), form))
    found = compared(old, new)
    if was == value:
        assert not found.differs
        return
    (one,) = found.cells
    assert (one.kind, one.new.value) == (CellKind.VALUE, value)
    assert [(name.table, name.row, name.column) for name in one.new_cells] == [(table.value, row, column)]
    assert one.difference == value - Decimal(was)
    assert one.old_at.cell == one.old_cells[0]
    assert not [*found.fields, *found.tables, *found.claims, *found.sections, *found.mechanisms]


def in_page(old, new):
    return compared(PAGE.encode(), changed_page((f"<td><p>{old}</p></td>", f"<td>{new}</td>")))


@pytest.mark.parametrize(
    ("printed", "kind"),
    [("", CellKind.STATE), ("/", CellKind.STATE), ("0", CellKind.VALUE), ("12,873", None), ("71 3", None)],
)
def test_how_a_cell_is_filled_in_is_told_from_its_value(printed, kind):
    found = in_page("12873", printed)
    if kind is not None:
        (one,) = found.cells
        assert one.kind is kind
        assert (one.difference is None) == (kind is CellKind.STATE)
    elif printed == "12,873":
        assert not found.cells
    else:
        (one,) = found.cells
        assert one.kind is CellKind.UNREAD_NEW


def test_a_cell_that_is_not_read_is_never_said_to_be_gone_or_zero():
    found = in_page("12873", "1 2 8 约")
    (one,) = found.cells
    assert one.kind is CellKind.UNREAD_NEW
    assert one.difference is None
    back = compared(changed_page(("<td><p>12873</p></td>", "<td>1 2 8 约</td>")), PAGE.encode())
    assert [one.kind for one in back.cells] == [CellKind.UNREAD_OLD]


@pytest.mark.parametrize(("gone", "said"), [("new", ChangeKind.REMOVED), ("old", ChangeKind.ADDED)])
def test_a_table_that_was_not_read_is_one_entry_and_no_list_of_cells(gone, said):
    less = attrs.evolve(FIRST, statistics=attrs.evolve(FIRST.statistics, requests=None))
    found = compared(FIRST, less) if gone == "new" else compared(less, FIRST)
    (one,) = found.tables
    assert (one.kind, one.table) == (said, TableName.REQUESTS)
    assert one.cells == len(tuple(FIRST.statistics.requests))
    assert "不等于没有" in one.note.zh
    assert not found.cells
    assert found.only_unread


def years(old, new):
    return compare_reports(of_year(2020, old), of_year(2021, new))


def cell(found, *rows, column="total"):
    return next(
        one
        for one in found.cells
        if [(name.row, name.column) for name in one.new_cells] == [(row, column) for row in rows]
    )


SPLIT = ("other.correction_overdue", "other.fee_overdue", "other.other")


def test_a_row_that_the_form_split_is_compared_with_the_sum_of_its_rows():
    old = requests(Edition.UNIFIED_2019, {("other", "natural_person"): 40})
    new = requests(
        Edition.UNIFIED_2021, {("other.fee_overdue", "natural_person"): 20, ("other.other", "natural_person"): 33}
    )
    found = years(old, new)
    one = cell(found, *SPLIT)
    assert [name.row for name in one.old_cells] == ["other"]
    assert (one.old.value, one.new.value, one.difference, one.ratio) == (40, 53, 13, Decimal("0.3250"))
    assert "3行" in one.note.zh
    (table,) = found.tables
    assert (table.kind, table.cells) == (ChangeKind.CHANGED, 0)
    back = compare_reports(of_year(2021, new), of_year(2020, old), mode="years")
    assert any(one.difference == -13 for one in back.cells)


def test_rows_of_which_one_is_blank_are_not_added_up():
    old = requests(Edition.UNIFIED_2019, {("other", "natural_person"): 4})
    new = changed(requests(), ("other.fee_overdue", "total", ""))
    one = cell(years(old, new), *SPLIT)
    assert one.kind is CellKind.UNREAD_NEW
    assert one.new.value is None


def test_equal_cells_of_two_years_stand_side_by_side_and_small_bases_give_no_ratio():
    old = changed(requests(), ("received", "total", 9))
    new = changed(requests(), ("received", "total", 18))
    found = years(old, new)
    assert len(found.cells) == len(tuple(new))
    one = cell(found, "received")
    assert (one.difference, one.ratio) == (9, None)
    assert cell(found, "granted").kind is CellKind.EQUAL
    assert [one.new_cells[0].row for one in found.changed_cells] == ["received"]


def filled(form, value):
    from tests.rules.grids import grid  # noqa: PLC0415

    return grid(form, {row.key: tuple(value for _ in row.columns) for row in form.rows})


def test_table_two_was_redefined_and_only_what_means_the_same_is_compared():
    found = years(filled(PROACTIVE_2019, 5), filled(PROACTIVE_2021, 7))
    named = {(one.new_cells[0].row, one.new_cells[0].column) for one in found.cells}
    assert named == {("licences", "decisions"), ("penalties", "decisions"), ("coercive_measures", "decisions")}
    assert all("处理决定数量" in one.note.zh and "口径" in one.note.zh for one in found.cells)
    (table,) = found.tables
    both = len(tuple(PROACTIVE_2019.cells())) + len(tuple(PROACTIVE_2021.cells()))
    assert table.cells == both - 2 * len(named)


def test_a_form_without_a_table_is_no_gap():
    old = attrs.evolve(of_year(2018), edition=Edition.FREE_FORM)
    new = tabled(requests(), year=2019, agency=old.agency, edition=Edition.UNIFIED_2019)
    (one,) = compare_reports(old, new).tables
    assert "不是漏填" in one.note.zh


def test_money_is_compared_in_one_unit():
    def spent(text):
        page = PAGE.replace("2023", "2020").encode()
        base = api.read(page)
        table = filled(PROACTIVE_2019, 0)
        cells = tuple(
            attrs.evolve(one, count=attrs.evolve(one.count, value=Decimal(text[0]), text="x", unit=text[1]))
            if one.column == "amount"
            else one
            for one in table
        )
        return attrs.evolve(base, statistics=Statistics(proactive=attrs.evolve(table, cells=cells)))

    assert not compared(spent(("25.1", "万元")), spent(("251000", "元"))).cells
    (one,) = compared(spent(("25.1", "万元")), spent(("252000", "元"))).cells
    assert one.difference == Decimal("0.1")
    (one,) = compared(spent(("25.1", "万元")), spent(("25.1", None))).cells
    assert (one.kind, one.difference) == (CellKind.VALUE, None)
