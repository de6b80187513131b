"""A frame of cells as rows of the table, whatever words and types it comes in."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from govdisclosure.analysis.frames.arrow import as_arrow
from govdisclosure.analysis.returning.faults import refuse, shown
from govdisclosure.analysis.returning.frames import YEARS, Faults, is_null, tuples_of_frame, whose
from govdisclosure.analysis.returning.naming import Named, named_as
from govdisclosure.analysis.returning.values import Taken, taken
from govdisclosure.analysis.returning.words import EDITIONS
from govdisclosure.batch.arrow import fits, table_of
from govdisclosure.batch.schemas import schema
from govdisclosure.law import edition_for
from govdisclosure.model.count import Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import TableName, forms_of

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["CELLS", "cells_table", "read_cells"]

CELLS = ("name|organ", "name|year", "cell_table", "cell_row", "cell_column", "value|text")
"""The columns that a frame of cells needs."""

_PLACES = 2**31
"""Below this are the places that a column holds."""
_Row = dict[str, Any]
_Held = tuple[str, str | None, int | None]
_TAKEN = (
    *("name", "organ", "year", "cell_table", "cell_row", "cell_column", "edition"),
    *("printed", "value", "text", "unit", "page", "char_start", "char_end"),
)


def read_cells(frame: Any) -> tuple[list[_Row], Faults]:  # noqa: ANN401  a frame of any library
    """The rows that can be used, those of a report and table together in the order of the frame; and what is wrong.

    Args:
        frame: A frame of cells.

    Raises:
        UsageError: It is no frame, or a column is missing.
        MissingExtraError: Arrow is not installed.
    """
    faults = Faults("cells")
    reading = _Reading(faults)
    found: dict[tuple[str, str], dict[tuple[str, str], _Row]] = {}
    clashing: set[tuple[str, ...]] = set()
    for number, row in tuples_of_frame(frame, "cells", CELLS, _TAKEN):
        name, organ, year, table, line, title, edition, printed, value, text, unit, *places = row
        held = reading.whose(number, name, organ, year)
        cell = reading.cell(number, (table, line, title), held)
        form = reading.form(number, edition)
        if held is None or cell is None or form is False:
            continue
        one = reading.taken(number, cell, (printed, value, text, unit), held[0])
        if one.printed is Printed.ABSENT:
            continue
        made = _made(held, cell, one, places)
        made |= {"edition": form, "row": number}
        _put(number, made, found, clashing, faults)
    return _settled(found, faults), faults


class _Reading:
    """What rows say, worked out once for all rows that say the same; faults are noted for each."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self._whose: dict[tuple[Any, ...], _Held] = {}
        self._cells: dict[tuple[Any, ...], Named | tuple[str, tuple[str, str]]] = {}
        self._forms: dict[Any, Edition | bool | None] = {}
        self._taken: dict[tuple[Any, ...], Taken] = {}

    def whose(self, number: int, name: Any, organ: Any, year: Any) -> _Held | None:  # noqa: ANN401  of a frame
        key = (name, organ, year)
        if key not in self._whose:
            held = whose(number, {"name": name, "organ": organ, "year": year}, self.faults)
            if held is None:
                return None
            self._whose[key] = held
        return self._whose[key]

    def cell(self, number: int, asked: tuple[Any, ...], held: _Held | None) -> Named | None:
        if asked not in self._cells:
            self._cells[asked] = named_as(*asked)
        found = self._cells[asked]
        if isinstance(found, Named):
            return found
        self.faults.add(number, *found, name=held[0] if held else None)
        return None

    def form(self, number: int, edition: Any) -> Edition | bool | None:  # noqa: ANN401  of a frame
        if edition not in self._forms:
            found = _edition(number, {"edition": edition}, self.faults)
            if found is False:
                return False
            self._forms[edition] = found
        return self._forms[edition]

    def taken(self, number: int, cell: Named, said: tuple[Any, ...], name: str) -> Taken:
        key = (cell.row, cell.column.key, cell.table, *said)
        if key not in self._taken:
            printed, value, text, unit = said
            row = {"printed": printed, "value": value, "text": text, "unit": unit}
            self._taken[key] = taken(row, cell.column)
        one = self._taken[key]
        if one.column is not None:
            self.faults.add(number, one.column, one.said, grave=False, name=name)
        return one


def cells_table(frame: Any) -> "pa.Table":  # noqa: ANN401  a frame of any library
    """A frame of cells in the schema of the table of cells.

    Args:
        frame: A frame of cells.

    Raises:
        UsageError: It is no frame, a column is missing, or rows cannot be used: the first few are named.
        MissingExtraError: Arrow is not installed.
    """
    table = as_arrow(frame)
    wanted = schema("cells")
    if all(one.name in table.column_names and table.schema.field(one.name).type == one.type for one in wanted):
        kinds = ("cell_table", "cell_row", "cell_column", "printed", "edition")
        used = table.select(kinds).group_by(list(kinds)).aggregate([]).to_pylist()
        if all(_is_ours(one) for one in used) and _is_told_apart(table):
            return table.select(wanted.names)
    rows, faults = read_cells(table)
    refuse(faults)
    exact = [{**row, "value": _held_exactly(row["value"])} for row in rows]
    return table_of(exact, wanted)


def _held_exactly(value: int | Decimal | None) -> Decimal | None:
    """A figure as the column holds it; nothing where it cannot, so that it stands there as its text alone."""
    return Decimal(value) if value is not None and fits(value) else None


def _is_told_apart(table: "pa.Table") -> bool:
    """Whether each name is one report's, of a year that there can be."""
    import pyarrow.compute as pc  # noqa: PLC0415  an extra

    years = pc.min_max(table.column("year")).as_py()
    if years["min"] is not None and not {years["min"], years["max"]} <= set(YEARS):
        return False
    whose = table.group_by("name").aggregate([("organ", "count_distinct"), ("year", "count_distinct")])
    most = [pc.max(whose.column(f"{one}_count_distinct")).as_py() for one in ("organ", "year")]
    return all(one is None or one <= 1 for one in most)


def _is_ours(row: Mapping[str, Any]) -> bool:
    """Whether a row names a cell, a state and a form by our names."""
    cell = named_as(row["cell_table"], row["cell_row"], row["cell_column"])
    if not isinstance(cell, Named) or (cell.table.value, cell.row, cell.column.key) != (
        row["cell_table"],
        row["cell_row"],
        row["cell_column"],
    ):
        return False
    return row["printed"] in set(Printed) and row["edition"] in set(Edition)


def _edition(number: int, row: Mapping[str, Any], faults: Faults) -> Edition | bool | None:
    """The form that a row names; nothing where it names none, ``False`` where it is not known."""
    if is_null(row.get("edition")):
        return None
    said = str(row["edition"]).strip().removesuffix(".0")
    if said in EDITIONS:
        return EDITIONS[said]
    listed = ", ".join(EDITIONS)
    faults.add(number, "edition", (f"不认识格式“{shown(said)}”；可写 {listed}", f"no form “{shown(said)}”: {listed}"))
    return False


def _made(held: _Held, cell: Named, one: Taken, places: Sequence[Any]) -> _Row:
    """A row of the table."""
    name, organ, year = held
    page, start, end = map(_whole, places)
    return {
        "name": name,
        "organ": organ,
        "year": year,
        "cell_table": cell.table.value,
        "cell_row": cell.row,
        "cell_column": cell.column.key,
        "printed": one.printed.value,
        "value": one.value,
        "text": one.text,
        "unit": one.unit,
        "page": page,
        "char_start": start,
        "char_end": end,
    }


def _whole(value: object) -> int | None:
    """A place as a number; what is none says nothing."""
    try:
        found = None if is_null(value) else int(float(str(value)))
    except (ValueError, OverflowError):
        return None
    return found if found is not None and 0 <= found < _PLACES else None


def _put(
    number: int,
    made: _Row,
    found: dict[tuple[str, str], dict[tuple[str, str], _Row]],
    clashing: set[tuple[str, ...]],
    faults: Faults,
) -> None:
    """Add a cell; one that is there twice with two figures is not known."""
    cells = found.setdefault((made["name"], made["cell_table"]), {})
    key = (made["cell_row"], made["cell_column"])
    before = cells.setdefault(key, made)
    if (before["printed"], before["value"]) == (made["printed"], made["value"]):
        return
    clash = (made["name"], made["cell_table"], *key)
    if clash not in clashing:
        clashing.add(clash)
        one, other = (shown(each["text"] or each["printed"]) for each in (before, made))
        words = (
            f"同一格出现两次，数不同（{one}、{other}），请只留一行",
            f"the same cell stands twice with two figures ({one}, {other}): leave one",
        )
        faults.add(number, "value", words, name=made["name"])
    cells[key] = {**before, "printed": Printed.ILLEGIBLE.value, "value": None, "text": ""}


def _settled(found: Mapping[tuple[str, str], Mapping[tuple[str, str], _Row]], faults: Faults) -> list[_Row]:
    """The rows with the form of each table: what they say, else what fits the cells and the year."""
    settled = []
    for (name, table), cells in found.items():
        rows = list(cells.values())
        said = {row["edition"] for row in rows} - {None}
        if len(said) > 1:
            listed = "、".join(sorted(said))
            words = (f"{name} 的 {table} 写有几种格式（{listed}）", f"{table} of {name} names several forms ({listed})")
            number = next(row["row"] for row in rows if row["edition"] not in {None, rows[0]["edition"]})
            faults.add(number, "edition", words, name=name)
        year = next((row["year"] for row in rows if row["year"] is not None), None)
        edition = max(said) if said else _fitting(TableName(table), cells, year)
        for row in rows:
            row["edition"] = edition.value
        settled += rows
    return settled


def _fitting(table: TableName, cells: Iterable[tuple[str, str]], year: int | None) -> Edition:
    """The form of the year where it has all cells, else the latest that has; that of the year where none has."""
    forms, held = forms_of(table), list(cells)
    due = edition_for(year) if year is not None else forms[-1].edition
    having = [form.edition for form in forms if all(cell in form for cell in held)]
    if due in having or not having:
        return due if any(form.edition is due for form in forms) else forms[-1].edition
    return having[-1]
