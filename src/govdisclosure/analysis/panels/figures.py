"""The figures of reports, document by document, out of tables."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs

from govdisclosure.batch.arrow import arrow
from govdisclosure.law import edition_for
from govdisclosure.model.count import Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.place import CellName
from govdisclosure.model.report import ClaimKind, ClaimScope

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Figure", "Given", "figures"]


@attrs.frozen
class Figure:
    """A cell: how it stood, its value where it is a number, its unit where one is printed."""

    printed: Printed
    value: Decimal | None
    unit: str | None


_RANK = {edition.value: rank for rank, edition in enumerate(Edition)}
_TWICE = Figure(Printed.ILLEGIBLE, None, None)
"""A cell that stands twice with two figures."""


@attrs.define
class Given:
    """What the tables tell of one document.

    Attributes:
        organ: Its organ.
        year: Its year.
        edition: The form it follows.
        editions: The form that each of its tables follows.
        cells: Its cells.
        claims: What its prose states of a quantity, and whether the words call it the whole.
    """

    organ: str
    year: int
    edition: Edition
    editions: dict[str, Edition] = attrs.field(factory=dict)
    cells: dict[CellName, Figure] = attrs.field(factory=dict)
    claims: dict[ClaimKind, list[tuple[Decimal, bool]]] = attrs.field(factory=dict)

    def stated(self, kinds: Iterable[ClaimKind]) -> tuple[ClaimKind, Decimal | None] | None:
        """The first of these quantities that prose states, with its one value; without it where values differ."""
        for kind in kinds:
            if found := self.claims.get(kind):
                values = {value for value, whole in found if whole} or {value for value, _ in found}
                return kind, values.pop() if len(values) == 1 else None
        return None


def figures(
    cells: "pa.Table",
    wanted: Iterable[CellName],
    reports: Mapping[str, Mapping[str, Any]],
    claims: Mapping[str, list[dict[str, Any]]],
) -> tuple[dict[str, Given], int]:
    """Documents by their names, and how many were left out because their organ or year is not known.

    Args:
        cells: Rows of the table of cells, in its schema.
        wanted: The cells to take.
        reports: Rows of reports by their names.
        claims: Rows of claims by the names of their reports.
    """
    found: dict[str, Given] = {}
    left_out: set[str] = set()
    held = ("name", "organ", "year", "edition", "cell_table")
    rows = cells.select(held).group_by(list(held)).aggregate([]).to_pylist()
    # A document without a row of its own has the latest form of its tables, in whatever order they stand.
    rows.sort(key=lambda row: (row["name"], -_RANK[row["edition"]], row["cell_table"]))
    said = [{**each[0], "edition": None, "name": name} for name, each in claims.items()]
    for row in (*reports.values(), *rows, *said):
        _document(row, found, left_out)
    _take_cells(cells, {(one.table, one.row, one.column): one for one in wanted}, found)
    _take_claims(claims, found)
    return found, len(left_out)


def _document(row: Mapping[str, Any], found: dict[str, Given], left_out: set[str]) -> None:
    """A document once, with the forms of its tables."""
    name, organ, year = row["name"], row["organ"], row["year"]
    if organ is None or year is None:
        left_out.add(name)
        return
    edition = Edition(row["edition"]) if row["edition"] else edition_for(year)
    one = found.setdefault(name, Given(organ, year, edition))
    if "cell_table" in row:
        one.editions[row["cell_table"]] = edition


def _take_cells(table: "pa.Table", wanted: Mapping[tuple[str, str, str], CellName], found: Mapping[str, Given]) -> None:
    arrow()
    import pyarrow.compute as pc  # noqa: PLC0415  an extra

    held = table.filter(pc.is_in(table.column("cell_row"), value_set=_texts({key[1] for key in wanted})))
    held = held.filter(pc.is_in(held.column("cell_column"), value_set=_texts({key[2] for key in wanted})))
    names = ("name", "cell_table", "cell_row", "cell_column", "printed", "value", "unit")
    printed = {one.value: one for one in Printed}
    for name, grid, row, column, how, value, unit in zip(*(held.column(one).to_pylist() for one in names), strict=True):
        cell, document = wanted.get((grid, row, column)), found.get(name)
        if cell is not None and document is not None:
            made = Figure(printed[how], value, unit)
            if document.cells.setdefault(cell, made).value != value:
                document.cells[cell] = _TWICE


def _take_claims(claims: Mapping[str, list[dict[str, Any]]], found: Mapping[str, Given]) -> None:
    for name, rows in claims.items():
        for row in rows:
            if name in found and not row.get("approximate") and row["scope"] == ClaimScope.ALL.value:
                one = (row["value"], bool(row.get("whole")))
                found[name].claims.setdefault(ClaimKind(row["claim"]), []).append(one)


def _texts(values: Iterable[str]) -> Any:  # noqa: ANN401  a column
    pa = arrow()
    return pa.array(sorted(values), pa.string())
