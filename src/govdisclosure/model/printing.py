"""Statutory tables as they are printed: on a terminal, and in the layout of the official form for a notebook."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import attrs

from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import Form, Row, TableName
from govdisclosure.model.labels import group_words, table_title
from govdisclosure.text.display import columns, cut, one_line
from govdisclosure.text.language import Lang, require_lang
from govdisclosure.text.markup import element, escape
from govdisclosure.text.personal import mask_personal

if TYPE_CHECKING:
    from govdisclosure.model.count import Count
    from govdisclosure.model.statistics import Grid

__all__ = ["grid_html", "grid_text", "grid_word"]

_BALANCE = "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)"
_WIDEST_LABEL, _WIDEST_FIGURE = 44, 16
_OUTSIDE = frozenset({"received", "carried_in", "carried_out"})


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
    for names, rows in groupby((*_rows(grid), *_others(grid)), key=lambda row: row.columns):
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


def grid_html(grid: "Grid") -> str:
    """The table in the layout of the official form; personal numbers are masked."""
    form = grid.form
    rows = {
        TableName.REQUESTS: _requests,
        TableName.REMEDIES: _remedies,
        TableName.PROACTIVE: _blocks,
        TableName.ANNEX: _blocks,
    }[grid.table](grid, form)
    others = _headed(grid, _others(grid), _across(grid), grouped=grid.table is TableName.PROACTIVE)
    title = element("caption", escape(table_title(grid.table)[0]))
    return element("table", title + "".join(element("tr", "".join(row)) for row in (*rows, *others)))


def _rows(grid: "Grid") -> Sequence[Row]:
    """The rows of the form; of the annex, whose layouts differ, those that were found."""
    found = {cell.row for cell in grid}
    return [row for row in grid.form.rows if grid.table is not TableName.ANNEX or row.key in found]


def _others(grid: "Grid") -> Iterator[Row]:
    """Rows of other forms that a mixed table has, each with the columns that were found."""
    found: dict[str, list[str]] = {}
    for cell in grid:
        if (cell.row, cell.column) not in grid.form:
            found.setdefault(cell.row, []).append(cell.column)
    for key, names in found.items():
        yield attrs.evolve(grid.form_at(key, names[0]).row(key), columns=tuple(names))


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


def _head(text: str, rows: int = 1, across: int = 1) -> str:
    return element("th", escape(text), rowspan=rows, colspan=across)


def _figures(grid: "Grid", cells: Iterable[tuple[str, str]]) -> str:
    return "".join(element("td", escape(_shown(grid[cell]))) for cell in cells)


def _requests(grid: "Grid", form: Form) -> Iterator[list[str]]:
    first, *organisations, last = form.columns
    yield [_head(_BALANCE, 3, 3), _head("申请人情况", 1, len(form.columns))]
    yield [_head(first.label, 2), _head("法人或其他组织", 1, len(organisations)), _head(last.label, 2)]
    yield [_head(column.label) for column in organisations]
    inside = [row for row in form.rows if row.key not in _OUTSIDE]
    opened: str | None = None
    for row in form.rows:
        cells = _figures(grid, ((row.key, column) for column in row.columns))
        lead = [_head("三、本年度办理结果", len(inside))] if row is inside[0] else []
        if row.group and row.group != opened:
            lead.append(_head(group_words(row), sum(r.group == row.group for r in inside)))
        opened = row.group
        width = 3 if row.key in _OUTSIDE else 1 if row.group else 2
        yield [*lead, _head(f"{row.number}{row.label}", 1, width), cells]


def _remedies(grid: "Grid", form: Form) -> Iterator[list[str]]:
    reconsideration, *litigation = form.rows
    width = len(form.columns)
    yield [_head(reconsideration.label, 2, width), _head("行政诉讼", 1, width * len(litigation))]
    yield [_head(row.label, 1, width) for row in litigation]
    yield [_head(column.label) for _ in form.rows for column in form.columns]
    yield [_figures(grid, form.cells())]


def _blocks(grid: "Grid", form: Form) -> Iterator[list[str]]:
    """Rows in blocks, each block under a header of its own."""
    return _headed(grid, _rows(grid), _across(grid), grouped=form.edition is not Edition.FREE_FORM)


def _across(grid: "Grid") -> int:
    """How many columns the table has in print, its labels among them."""
    if grid.table is TableName.REQUESTS:
        return 3 + len(grid.form.columns)
    if grid.table is TableName.REMEDIES:
        return len(grid.form.rows) * len(grid.form.columns)
    return 1 + max((len(row.columns) for row in (*_rows(grid), *_others(grid))), default=0)


def _headed(grid: "Grid", rows: Iterable[Row], across: int, *, grouped: bool) -> Iterator[list[str]]:
    for (group, names), block in groupby(rows, key=lambda row: (row.group if grouped else None, row.columns)):
        listed = list(block)
        if group:
            yield [_head(group, 1, across)]
        rest = across - 1 - len(names)
        padding = [_head("", 1, rest)] * (rest > 0)
        labels = (grid.form_at(listed[0].key, name).column(name).label for name in names)
        yield [_head("信息内容"), *map(_head, labels), *padding]
        for row in listed:
            yield [_head(row.label), _figures(grid, ((row.key, name) for name in names)), *padding]
