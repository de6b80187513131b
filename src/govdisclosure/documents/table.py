"""Tables of a document: cells with their spans resolved, each over a stretch of the document's text."""

from collections.abc import Iterable, Sequence
from functools import cached_property

import attrs

__all__ = ["MAX_COLUMNS", "Table", "TableCell", "columns_of"]

MAX_COLUMNS = 100
"""Cells beyond are left out of a table, though not of the text; no form has a third as many, and a span of a thousand
million is an attack."""


@attrs.frozen(kw_only=True)
class TableCell:
    """One cell: ``document.text[start:end]``, from the row and column it starts in, counted from 0."""

    row: int
    column: int
    start: int
    end: int
    rowspan: int = 1
    colspan: int = 1


@attrs.frozen(kw_only=True, slots=False)
class Table:
    """One table.

    Attributes:
        cells: Its cells, row by row, in the order of the text.
        aligned: False where the source keeps its rows but not its columns (text parted by tabs or bars), so that a
            cell of one row need not stand under the same column of another.
    """

    cells: tuple[TableCell, ...]
    aligned: bool = True

    @cached_property
    def rows(self) -> tuple[tuple[TableCell, ...], ...]:
        """The cells that start in each row."""
        found: list[list[TableCell]] = [[] for _ in range(max((cell.row for cell in self.cells), default=-1) + 1)]
        for cell in self.cells:
            found[cell.row].append(cell)
        return tuple(map(tuple, found))


def columns_of(rows: Sequence[Sequence[tuple[int, int]]]) -> Iterable[tuple[int, int, int, int, int]]:
    """Where cells stand, spans resolved as browsers do.

    Args:
        rows: The (rowspan, colspan) of each row's cells; a rowspan of 0 reaches to the end.

    Yields:
        Row, position in the row, column, rowspan and colspan of each cell, spans cut to the table; cells that start
        beyond the last column are left out.

    >>> list(columns_of([[(2, 1), (1, 2)], [(1, 1), (1, 1)]]))
    [(0, 0, 0, 2, 1), (0, 1, 1, 1, 2), (1, 0, 1, 1, 1), (1, 1, 2, 1, 1)]
    """
    # For each column, the first row that is free again.
    free: dict[int, int] = {}
    for row, cells in enumerate(rows):
        column = 0
        for position, (rowspan, colspan) in enumerate(cells):
            while free.get(column, 0) > row:
                column += 1
            if column >= MAX_COLUMNS:
                break
            width = max(1, min(colspan, MAX_COLUMNS - column))
            height = max(1, min(rowspan or len(rows), len(rows) - row))
            if width == height == 1:
                free[column] = row + 1
            else:
                free.update(dict.fromkeys(range(column, column + width), row + height))
            yield row, position, column, height, width
            column += width
