"""Whatever an office keeps: compiled, drafted, checked, written and read back, its figures are the same."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.registers import CONTACT, NAMES, Kept, generated, registers

from govdisclosure import api
from govdisclosure.model.count import Printed
from govdisclosure.model.forms import TableName
from govdisclosure.rules.outcome import Kind
from govdisclosure.writing.official_form_parts import parts_of

TABLES = {"requests": TableName.REQUESTS, "cases": TableName.REMEDIES, "items": TableName.PROACTIVE}
ORGANS = ("青石县水利局", "青石县人民政府", "云溪市青柳区柳河镇人民政府", "云溪市教育局")
FORMS = ("docx", "html", "markdown")
FIGURES_OF_YEARS = {"XYR101", "XYR102", "XYR103", "XYR104", "XYR106"}
FORBIDDEN = ("SUM", "CLM", "STR20")


def compiled(kept: Kept):
    return api.compile(kept.requests, kept.cases, kept.items, kept.year)


def drafted(kept: Kept, organ="青石县水利局"):
    return api.draft_report(compiled(kept), agency=organ)


def figures(statistics):
    """Every cell as its state, value and unit."""
    return {
        (grid.table, cell.row, cell.column): (cell.count.printed, cell.count.value, cell.count.unit)
        for grid in statistics
        for cell in grid
    }


def broken(statistics):
    """The sums of the form that do not hold."""
    return [
        relation.key
        for grid in statistics
        for relation in grid.form.relations
        if sum(grid.value(*cell) for cell in relation.left) != sum(grid.value(*cell) for cell in relation.right)
    ]


@settings(max_examples=60, deadline=None)
@given(registers(), st.sampled_from(ORGANS))
def test_a_register_becomes_a_draft_in_which_no_figure_is_wrong(kept, organ):
    found = compiled(kept)
    assert found.uncounted == ()
    assert broken(found.statistics) == []
    assert all(printed is Printed.NUMBER for printed, _, _ in figures(found.statistics).values())
    report = drafted(kept, organ)
    assert (report.agency.name, report.year, report.edition) == (organ, kept.year, found.edition)
    assert figures(report.statistics) == figures(found.statistics)
    bad = [
        (one.rule, one.message.zh)
        for one in api.check(report).outcomes
        if one.kind in {Kind.FAIL, Kind.REVIEW} and one.rule.startswith(FORBIDDEN)
    ]
    assert bad == []


@settings(max_examples=40, deadline=None)
@given(registers(most=12))
def test_the_next_year_follows_from_this_one(kept):
    later = attrs.evolve(kept, year=kept.year + 1)
    first, second = compiled(kept), compiled(later)
    assert dict(second.carried_in) == dict(first.carried_out)
    outcomes = api.check(drafted(later), previous=drafted(kept)).outcomes
    found = [one.rule for one in outcomes if one.rule in FIGURES_OF_YEARS and one.kind in {Kind.FAIL, Kind.REVIEW}]
    assert found == []


@pytest.mark.parametrize("form", FORMS)
def test_what_is_written_reads_back_the_same(form):
    @settings(max_examples=25, deadline=None)
    @given(registers(most=6))
    def is_read_back(kept):
        report = drafted(kept)
        back = api.read(api.render(report, form))
        assert figures(back.statistics) == figures(report.statistics)
        assert not any(grid.oddities for grid in back.statistics)
        assert words(back) == words(report)
        assert (back.title, back.year) == (report.title, report.year)

    is_read_back()


def words(report):
    return [getattr(part, "text", None) or part.table for part in parts_of(report)]


@settings(max_examples=40, deadline=None)
@given(registers(), st.data())
def test_without_an_entry_exactly_its_cells_change(kept, data):
    which = data.draw(st.sampled_from(["requests", "cases", "items"]))
    entries = getattr(kept, which)
    if not entries:
        return
    position = data.draw(st.integers(0, len(entries) - 1))
    before, after = compiled(kept), compiled(kept.without(which, position))
    traced = {
        (grid.table, row, column)
        for grid in before.statistics
        for row, column in grid.form.cells()
        if entries[position].id in before.entries(grid.table, row, column)
    }
    old, new = figures(before.statistics), figures(after.statistics)
    assert {cell for cell in old if old[cell] != new[cell]} == traced
    assert all(cell[0] is TABLES[which] for cell in traced)


@settings(max_examples=30, deadline=None)
@given(registers())
def test_a_cell_lists_as_many_entries_as_it_counts(kept):
    found = compiled(kept)
    weights = {item.id: item.count for item in kept.items}
    for grid in found.statistics:
        for cell in grid:
            column = grid.form.column(cell.column)
            if column.money is None and not column.signed:
                behind = found.entries(grid.table, cell.row, cell.column)
                assert sum(weights.get(entry, 1) for entry in behind) == cell.count.value


@settings(max_examples=20, deadline=None)
@given(registers(most=8))
def test_no_draft_shows_who_asked_or_for_what(kept):
    text = drafted(kept).text
    assert not any(name in text for name in (*NAMES, CONTACT, "要求公开某项信息"))


def test_the_generated_register_is_the_same_each_time():
    assert generated(50, 3) == generated(50, 3)
    assert generated(50, 3) != generated(50, 4)
