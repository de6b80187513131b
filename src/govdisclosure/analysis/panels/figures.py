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
    cells: "pa.Table", wanted: Iterable[CellName], reports: "pa.Table | None" = None, claims: "pa.Table | None" = None
) -> tuple[dict[str, Given], int]:
    """Documents by their names, and how many were left out because their organ or year is not known.

    Args:
        cells: Rows of the table of cells.
        wanted: The cells to take.
        reports: Rows of the table of reports.
        claims: Rows of the table of claims.
    """
    found: dict[str, Given] = {}
    left_out: set[str] = set()
    for table in (reports, cells, claims):
        if table is not None:
            _documents(table, found, left_out)
    _take_cells(cells, {(one.table, one.row, one.column): one for one in wanted}, found)
    if claims is not None:
        _take_claims(claims, found)
    return found, len(left_out)


def _documents(table: "pa.Table", found: dict[str, Given], left_out: set[str]) -> None:
    """Each document once, with the forms of its tables."""
    held = [name for name in ("name", "organ", "year", "edition", "cell_table", "status") if name in table.column_names]
    for row in table.select(held).group_by(held).aggregate([]).to_pylist():
        if row.get("status") not in {None, "read"}:
            continue
        name, organ, year = row["name"], row["organ"], row["year"]
        if organ is None or year is None:
            left_out.add(name)
            continue
        edition = Edition(row["edition"]) if row.get("edition") else edition_for(year)
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
            document.cells[cell] = Figure(printed[how], value, unit)


def _take_claims(table: "pa.Table", found: Mapping[str, Given]) -> None:
    kinds = {one.value: one for one in ClaimKind}
    for row in table.to_pylist():
        document = found.get(row["name"])
        exact = row["value"] is not None and not row.get("approximate")
        if document is not None and exact and row["scope"] == ClaimScope.ALL.value:
            document.claims.setdefault(kinds[row["claim"]], []).append((row["value"], bool(row.get("whole"))))


def _texts(values: Iterable[str]) -> Any:  # noqa: ANN401  a column
    pa = arrow()
    return pa.array(sorted(values), pa.string())
