"""Statutory tables as they are printed: on a terminal, and in the layout of the official form for a notebook."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from govdisclosure.model.forms import Row
from govdisclosure.model.labels import group_words, table_title
from govdisclosure.model.layout import Box, foreign_rows, layout_of, printed_rows
from govdisclosure.text.display import columns, cut, one_line
from govdisclosure.text.language import Lang, require_lang, said
from govdisclosure.text.markup import below, element, escape, scrolling
from govdisclosure.text.personal import mask_personal

if TYPE_CHECKING:
    from govdisclosure.model.count import Count
    from govdisclosure.model.statistics import Grid

__all__ = ["grid_html", "grid_text", "grid_word"]

_WIDEST_LABEL, _WIDEST_FIGURE = 44, 16


def grid_text(grid: "Grid", lang: Lang = "zh") -> str:
    """The table with its columns aligned, every row of the form and what stands in each cell; then other forms' rows.

    A blank cell shows nothing, one that was not found ``未读到`` or ``not found``, one that could not be
    read its text and ``?``.
    Personal numbers are masked.

    Raises:
        UsageError: The language is neither ``zh`` nor ``en``.
    """
    require_lang(lang)
    zh = lang == "zh"
    lines = [table_title(grid.table)[0 if zh else 1]]
    for names, rows in groupby((*printed_rows(grid), *foreign_rows(grid)), key=lambda row: row.columns):
        listed = list(rows)
        heads = [grid.form_at(listed[0].key, name).column(name) for name in names]
        head = [column.label if zh else cut(column.en, _WIDEST_FIGURE) for column in heads]
        body = [
            [cut(_label(row) if zh else row.en, _WIDEST_LABEL), *(_shown(grid[row.key, name], lang) for name in names)]
            for row in listed
        ]
        lines += _aligned([["", *head], *body])
    return "\n".join(lines)


def grid_word(grid: "Grid") -> str:
    """Table, form, and how many of the form's cells were found: ``requests unified_2021: 182 of 182 cells``."""
    known = list(grid.form.cells())
    odd = len(grid.oddities)
    found = sum(cell in grid.form for cell in ((one.row, one.column) for one in grid))
    return f"{grid.table} {grid.edition}: {found} of {len(known)} cells" + (f", {odd} odd" if odd else "")


def grid_html(grid: "Grid", lang: Lang | None = None) -> str:
    """The table in the layout of the official form; personal numbers are masked.

    Args:
        grid: The table.
        lang: Language of the labels; the form's own with the English small below when ``None``.
    """
    title = element("caption", escape(said(*table_title(grid.table), lang)))
    rows = ("".join(_box(grid, box, lang) for box in row) for row in layout_of(grid).rows)
    return scrolling(element("table", title + "".join(element("tr", row) for row in rows)))


def _box(grid: "Grid", box: Box, lang: Lang | None) -> str:
    if box.cell is not None:
        shown = said(_shown(grid[box.cell], "zh"), _shown(grid[box.cell], "en"), lang)
        return element("td", escape(shown), rowspan=box.rows, colspan=box.columns)
    return element("th", below(box.text, box.en or box.text, lang), rowspan=box.rows, colspan=box.columns)


def _label(row: Row) -> str:
    group = f"{group_words(row)} " if row.group and row.number else ""
    return f"{group}{row.number}{row.label}"


def _shown(count: "Count", lang: Lang = "zh") -> str:
    # No sign that a cell may print: a dash would pass for one.
    if count.text is None:
        return "未读到" if lang == "zh" else "not found"
    text = cut(one_line(mask_personal(count.text)), _WIDEST_FIGURE)
    return f"{text}?" if count.printed.value == "illegible" else text


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(columns(row[n]) for row in rows) for n in range(len(rows[0]))]
    for row in rows:
        first = row[0] + " " * (widths[0] - columns(row[0]))
        rest = (" " * (width - columns(cell)) + cell for cell, width in zip(row[1:], widths[1:], strict=True))
        yield "  ".join((first, *rest)).rstrip()
