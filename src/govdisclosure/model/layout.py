"""How the official forms lay their tables out: boxes over rows and columns, for whoever prints a table."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import attrs

from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import Form, Row, TableName
from govdisclosure.model.labels import group_english, group_words

if TYPE_CHECKING:
    from govdisclosure.model.statistics import Grid

__all__ = ["Box", "Layout", "foreign_rows", "layout_of", "printed_rows"]

_BALANCE = (
    "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)",
    "(in each column: item one plus item two equals item three plus item four)",
)
_RESULTS, _APPLICANTS = ("三、本年度办理结果", "results of the year"), ("申请人情况", "applicants")
_ORGANISATIONS = ("法人或其他组织", "legal persons and other organisations")
_LITIGATION, _SUBJECT = ("行政诉讼", "litigation"), ("信息内容", "content")
_OUTSIDE = frozenset({"received", "carried_in", "carried_out"})
_LABELS = 3
"""How many columns the labels of table three take: the part, the group and the row."""


@attrs.frozen
class Box:
    """One cell of a printed table.

    Attributes:
        text: The words of a heading as the form prints them; empty for a figure.
        rows: How many rows it reaches over.
        columns: How many columns it reaches over.
        cell: Of a figure, its (row, column) in the form.
        en: The words in English.
    """

    text: str = ""
    rows: int = 1
    columns: int = 1
    cell: tuple[str, str] | None = None
    en: str = ""


@attrs.frozen(kw_only=True)
class Layout:
    """A table as it is printed.

    Attributes:
        rows: The boxes that start in each row, from left to right.
        head: How many rows at the top are the heading of all the others.
        width: How many columns it has.
        labels: How many of those at the left hold labels; 0 where the figures reach over all.
    """

    rows: tuple[tuple[Box, ...], ...]
    head: int
    width: int
    labels: int


def layout_of(grid: "Grid") -> Layout:
    """The boxes of a table by the official form of its edition; rows that it has of another form stand at its end.

    Of the annex of 2014, whose layouts differ, the rows that were found.
    """
    if grid.table is TableName.REQUESTS:
        rows, head, labels = [*_requests(grid.form)], 3, _LABELS
        width = labels + len(grid.form.columns)
    elif grid.table is TableName.REMEDIES:
        rows, head, labels = [*_remedies(grid.form)], 3, 0
        width = len(grid.form.rows) * len(grid.form.columns)
    else:
        rows, head, labels = [], 0, 1
        width = 1 + max((len(row.columns) for row in (*printed_rows(grid), *foreign_rows(grid))), default=0)
        rows += _blocks(grid, printed_rows(grid), width, grouped=grid.form.edition is not Edition.FREE_FORM)
    rows += _blocks(grid, foreign_rows(grid), width, grouped=grid.table is TableName.PROACTIVE)
    return Layout(rows=tuple(map(tuple, rows)), head=head, width=width, labels=labels)


def printed_rows(grid: "Grid") -> Sequence[Row]:
    """The rows of the form; of the annex those that were found."""
    found = {cell.row for cell in grid}
    return [row for row in grid.form.rows if grid.table is not TableName.ANNEX or row.key in found]


def foreign_rows(grid: "Grid") -> tuple[Row, ...]:
    """Rows of other forms that a mixed table has, each with the columns that were found."""
    found: dict[str, list[str]] = {}
    for cell in grid:
        if (cell.row, cell.column) not in grid.form:
            found.setdefault(cell.row, []).append(cell.column)
    return tuple(
        attrs.evolve(grid.form_at(key, names[0]).row(key), columns=tuple(names)) for key, names in found.items()
    )


def _figures(cells: Iterable[tuple[str, str]]) -> list[Box]:
    return [Box(cell=cell) for cell in cells]


def _heading(words: tuple[str, str], rows: int = 1, columns: int = 1) -> Box:
    return Box(words[0], rows, columns, en=words[1])


def _group(row: Row, rows: int) -> Box:
    return Box(group_words(row), rows, en=group_english(row.group or ""))


def _requests(form: Form) -> Iterator[list[Box]]:
    first, *organisations, last = form.columns
    yield [_heading(_BALANCE, 3, _LABELS), _heading(_APPLICANTS, 1, len(form.columns))]
    over = _heading(_ORGANISATIONS, 1, len(organisations))
    yield [Box(first.label, 2, en=first.en), over, Box(last.label, 2, en=last.en)]
    yield [Box(column.label, en=column.en) for column in organisations]
    inside = [row for row in form.rows if row.key not in _OUTSIDE]
    opened: str | None = None
    for row in form.rows:
        lead = [_heading(_RESULTS, len(inside))] if row is inside[0] else []
        if row.group and row.group != opened:
            lead.append(_group(row, sum(r.group == row.group for r in inside)))
        opened = row.group
        width = _LABELS if row.key in _OUTSIDE else 1 if row.group else 2
        figures = _figures((row.key, column) for column in row.columns)
        yield [*lead, Box(f"{row.number}{row.label}", 1, width, en=row.en), *figures]


def _remedies(form: Form) -> Iterator[list[Box]]:
    reconsideration, *litigation = form.rows
    width = len(form.columns)
    first = Box(reconsideration.label, 2, width, en=reconsideration.en)
    yield [first, _heading(_LITIGATION, 1, width * len(litigation))]
    yield [Box(row.label, 1, width, en=row.en) for row in litigation]
    yield [Box(column.label, en=column.en) for _ in form.rows for column in form.columns]
    yield _figures(form.cells())


def _blocks(grid: "Grid", rows: Iterable[Row], across: int, *, grouped: bool) -> Iterator[list[Box]]:
    """Rows in blocks, each block under a heading of its own; a block of few columns fills the width with its last."""
    for (group, names), block in groupby(rows, key=lambda row: (row.group if grouped else None, row.columns)):
        listed = list(block)
        if group:
            yield [Box(group, 1, across, en=group_english(group))]
        widths = [*[1] * (len(names) - 1), across - len(names)]
        heads = (grid.form_at(listed[0].key, name).column(name) for name in names)
        labels = (Box(head.label, 1, width, en=head.en) for head, width in zip(heads, widths, strict=True))
        yield [_heading(_SUBJECT), *labels]
        for row in listed:
            figures = [Box("", 1, width, (row.key, name)) for name, width in zip(names, widths, strict=True)]
            yield [Box(row.label, en=row.en), *figures]
