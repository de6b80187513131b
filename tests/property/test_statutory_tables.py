"""Whatever figures a form is filled with, what is printed is what is read, or is said to be unread."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import forms

from govdisclosure import api
from govdisclosure.model.count import Printed
from govdisclosure.model.edition import Edition
from govdisclosure.rules.outcome import Kind

EDITIONS = st.sampled_from([Edition.UNIFIED_2019, Edition.UNIFIED_2021])


@st.composite
def filled(draw):
    """An edition and the figures of its three tables, each sum right; drawn by one seed, as there are two hundred."""
    edition, chance = draw(EDITIONS), Random(draw(st.integers(0, 2**32)))  # noqa: S311  no secret
    rare = draw(st.sampled_from([0.05, 0.3, 0.9]))

    def figure(*_):
        return chance.choice([chance.randrange(10), chance.randrange(40), chance.randrange(4_000)])

    three = forms.balanced(
        forms.request_form(edition),
        lambda *_: figure() if chance.random() < rare else 0,
        lambda _: (chance.randrange(9), chance.randrange(9)),
    )
    four = forms.remedies([figure() if chance.random() < rare else 0 for _ in range(12)])
    two = {cell: figure() for cell in forms.proactive_form(edition).cells()}
    if edition is Edition.UNIFIED_2019:
        two["fees", "change"] = chance.randrange(-40, 40)
    return edition, two, three, four


def printed(figures):
    return {cell: str(value) for cell, value in figures.items()}


def read(data):
    return api.read(data).statistics


def values(grid):
    return {(cell.row, cell.column): cell.count.value for cell in grid}


FORMATS = {"html": forms.html, "docx": forms.docx, "xlsx": forms.xlsx, "pdf": forms.pdf}
EXAMPLES = {"html": 60, "docx": 30, "xlsx": 30, "pdf": 5}


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_of_any_format_is_read_cell_by_cell(name):
    @settings(max_examples=EXAMPLES[name], deadline=None, derandomize=name == "pdf")
    @given(filled())
    def is_read(case):
        edition, two, three, four = case
        parts = forms.report_boxes(edition, printed(two), printed(three), printed(four))
        found = read(FORMATS[name](parts))
        assert values(found.requests) == three
        assert values(found.remedies) == four
        assert values(found.proactive) == two
        assert {grid.edition for grid in found} == {edition}
        assert not any(grid.oddities or grid.missing for grid in found)

    is_read()


@settings(max_examples=60, deadline=None)
@given(filled(), st.data())
def test_a_changed_cell_of_table_three_is_named(case, data):
    edition, two, three, four = case
    cell = data.draw(st.sampled_from(sorted(three)))
    wrong = three[cell] + data.draw(st.sampled_from([1, 2, 9, 100]))
    parts = forms.report_boxes(edition, printed(two), printed(three | {cell: wrong}), printed(four))
    (outcome,) = api.check(forms.html(parts), select=["SUM201"]).of(Kind.FAIL)
    assert (outcome.at.cell.row, outcome.at.cell.column) == cell
    assert (outcome.facts["printed"], outcome.facts["expected"]) == (wrong, three[cell])


LAYOUTS = {
    "tabs": ("\t", None, ""),
    "bars": (" | ", None, "|"),
    "blanks": ("  ", None, ""),
    "one cell a line": ("\n", None, ""),
    "glued to the label": (" ", "", ""),
}


@settings(max_examples=80, deadline=None)
@given(filled(), st.sampled_from(sorted(LAYOUTS)))
def test_text_with_its_cells_apart_is_read_cell_by_cell(case, layout):
    edition, two, three, four = case
    joint, after, edge = LAYOUTS[layout]
    form = forms.request_form(edition)
    text = forms.text_report(
        forms.proactive_text(forms.proactive_form(edition), printed(two), joint),
        forms.requests_text(form, printed(three), joint, after_label=after, edge=edge),
        forms.remedies_text(printed(four), joint),
    )
    found = read(text)
    assert values(found.requests) == three
    assert values(found.remedies) == four
    assert values(found.proactive) == two


@settings(max_examples=80, deadline=None)
@given(filled())
def test_cells_run_together_are_read_right_or_not_at_all(case):
    edition, two, three, four = case
    text = forms.text_report(
        forms.proactive_text(forms.proactive_form(edition), printed(two), ""),
        forms.requests_text(forms.request_form(edition), printed(three), "", after_label=""),
        forms.remedies_text(printed(four), ""),
    )
    found = read(text)
    for grid, truth in ((found.requests, three), (found.remedies, four), (found.proactive, two)):
        for cell, value in values(grid).items() if grid else ():
            assert value in {None, truth[cell]}, cell


@settings(max_examples=80, deadline=None)
@given(filled(), st.data())
def test_a_stray_number_shifts_nothing(case, data):
    """A page number, a footer or a lost figure among the lines never moves a figure to another cell."""
    edition, two, three, four = case
    lines = forms.requests_text(forms.request_form(edition), printed(three), "  ").split("\n")
    at = data.draw(st.integers(1, len(lines) - 1))
    change = data.draw(st.sampled_from(["4", "-4-", "第4页 共6页", "lost", "blank row"]))
    if change == "lost":
        figures = lines[at].split("  ")
        lines[at] = "  ".join(figures[:-2] + figures[-1:]) if len(figures) > 2 else lines[at]
    elif change == "blank row":
        lines[at] = lines[at].split("  ", 1)[0]
    else:
        lines.insert(at, change)
    text = forms.text_report(
        forms.proactive_text(forms.proactive_form(edition), printed(two), "  "),
        "\n".join(lines),
        forms.remedies_text(printed(four), "  "),
    )
    grid = read(text).requests
    assert set(values(grid)) <= set(three)
    wrong = {cell: value for cell, value in values(grid).items() if value not in {None, three[cell]}}
    assert not wrong
    unread = sum(cell.count.printed is not Printed.NUMBER for cell in grid)
    assert unread <= 14
