"""What a statutory form is made of: its rows and columns, and what adds up to what.

The forms themselves stand in one module a table; :mod:`govdisclosure.model.forms` gathers them.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property

import attrs

from govdisclosure.model.edition import Edition

__all__ = ["Column", "Form", "Relation", "Row", "TableName"]


class TableName(StrEnum):
    """The statutory tables, by what they count."""

    PROACTIVE = "proactive"
    """Table two: proactive disclosure."""
    REQUESTS = "requests"
    """Table three: requests received and handled."""
    REMEDIES = "remedies"
    """Table four: reconsideration and litigation."""
    ANNEX = "annex"
    """The statistics annex of 2014 to 2018."""


@attrs.frozen(kw_only=True)
class Row:
    """One row of a form.

    Attributes:
        key: Its name, such as ``denied.state_secret``.
        label: Its official label, without the number before it.
        number: The number printed before the label; empty where there is none.
        variants: Other labels seen for the same row.
        group: The label of the group it stands under; ``None`` for a row of its own.
        en: What it is called in English.
        columns: The names of its columns.
    """

    key: str
    label: str
    number: str = ""
    variants: tuple[str, ...] = ()
    group: str | None = None
    en: str = ""
    columns: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Column:
    """One column of a form.

    Attributes:
        key: Its name, such as ``natural_person``.
        label: Its official label.
        variants: Other labels seen for the same column.
        en: What it is called in English.
        signed: True where a negative figure is lawful (本年增/减).
        money: The unit of money the form prescribes, ``""`` where the cell itself names it; ``None`` for counts.
    """

    key: str
    label: str
    variants: tuple[str, ...] = ()
    en: str = ""
    signed: bool = False
    money: str | None = None


@attrs.frozen(kw_only=True)
class Relation:
    """A sum the form demands: the cells on the left add up to the cells on the right.

    Attributes:
        key: Its name, such as ``row:granted`` or ``column:natural_person``.
        left: Cells as (row, column).
        right: Cells as (row, column).
    """

    key: str
    left: tuple[tuple[str, str], ...]
    right: tuple[tuple[str, str], ...]


@attrs.frozen(kw_only=True, slots=False, eq=False)
class Form:
    """A statutory table as a form prescribes it.

    Attributes:
        table: Which table.
        edition: The edition it belongs to.
        rows: Its rows in order.
        columns: All its columns in order.
    """

    table: TableName
    edition: Edition
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]

    @cached_property
    def _rows(self) -> dict[str, Row]:
        return {row.key: row for row in self.rows}

    @cached_property
    def _columns(self) -> dict[str, Column]:
        return {column.key: column for column in self.columns}

    def row(self, key: str) -> Row:
        """The row of a name; ``KeyError`` where there is none."""
        return self._rows[key]

    def column(self, key: str) -> Column:
        """The column of a name; ``KeyError`` where there is none."""
        return self._columns[key]

    @cached_property
    def _cells(self) -> frozenset[tuple[str, str]]:
        return frozenset(self.cells())

    def __contains__(self, cell: object) -> bool:
        """Whether it has a cell (row, column)."""
        return cell in self._cells

    def cells(self) -> Iterator[tuple[str, str]]:
        """All cells as (row, column), row by row."""
        for row in self.rows:
            for column in row.columns:
                yield row.key, column

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """The sums its cells must satisfy: 39 for table three, 3 for table four, none for table two."""
        sums = {TableName.REQUESTS: _request_relations, TableName.REMEDIES: _remedy_relations}
        return tuple(sums[self.table](self)) if self.table in sums else ()


def _remedy_relations(form: Form) -> Iterator[Relation]:
    """Each block: its results add up to its total."""
    for row in form.rows:
        parts = tuple((row.key, column) for column in row.columns if column != "total")
        yield Relation(key=f"block:{row.key}", left=parts, right=((row.key, "total"),))


def _request_relations(form: Form) -> Iterator[Relation]:
    """Each row: applicants add up to the total. Each column: results add up, and what came in went somewhere."""
    columns = tuple(column.key for column in form.columns)
    balance = {"received", "carried_in", "total", "carried_out"}
    results = tuple(row.key for row in form.rows if row.key not in balance)
    for row in form.rows:
        parts = tuple((row.key, column) for column in columns if column != "total")
        yield Relation(key=f"row:{row.key}", left=parts, right=((row.key, "total"),))
    for column in columns:
        parts = tuple((key, column) for key in results)
        yield Relation(key=f"results:{column}", left=parts, right=(("total", column),))
    for column in columns:
        yield Relation(
            key=f"balance:{column}",
            left=(("received", column), ("carried_in", column)),
            right=(("total", column), ("carried_out", column)),
        )
