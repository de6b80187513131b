"""The statutory tables of two reports, cell by cell, through the forms that they follow."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from govdisclosure.analysis.difference.changes import CellChange, CellKind, ChangeKind, TableChange
from govdisclosure.model.count import ABSENT, Count, Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import Form, TableName
from govdisclosure.model.labels import TABLE_NAMES, cell_words, column_words
from govdisclosure.model.place import CellName, Place
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.statistics import Grid
from govdisclosure.rules.outcome import Message
from govdisclosure.rules.tables import cell_name, cell_place

__all__ = ["FACTORS", "LEAST_BASE", "cell_changes", "change_of", "share_of", "table_changes"]

LEAST_BASE: Final = 10
"""Least old value by which a change is divided; of 1 and 2 nobody learns anything from 100 %."""
FACTORS: Final = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
_UNREAD: Final = frozenset({Printed.ILLEGIBLE, Printed.ABSENT})
_Cells = tuple[tuple[str, str], ...]


def table_changes(old: AnnualReport, new: AnnualReport) -> Iterator[TableChange]:
    """The tables that were read in one report alone, or follow another form."""
    for table in TableName:
        ours, theirs = old.statistics[table], new.statistics[table]
        if ours is None and theirs is None:
            continue
        if ours is not None and theirs is not None and ours.edition is theirs.edition:
            continue
        kind = ChangeKind.ADDED if ours is None else ChangeKind.REMOVED if theirs is None else ChangeKind.CHANGED
        yield TableChange(
            kind=kind,
            table=table,
            old_edition=None if ours is None else ours.edition,
            new_edition=None if theirs is None else theirs.edition,
            cells=_left_out(ours, theirs),
            note=_note(table, ours, theirs, (old, new)),
            old_at=None if ours is None else ours.at,
            new_at=None if theirs is None else theirs.at,
        )


def _left_out(ours: Grid | None, theirs: Grid | None) -> int:
    """How many cells that were read have nothing to be compared with."""
    paired = [] if ours is None or theirs is None else list(_paired(ours, theirs))
    known = ({one for pair, _ in paired for one in pair}, {one for _, pair in paired for one in pair})
    grids = ((ours, known[0]), (theirs, known[1]))
    return sum((cell.row, cell.column) not in had for grid, had in grids if grid is not None for cell in grid)


def _note(
    table: TableName, ours: Grid | None, theirs: Grid | None, reports: tuple[AnnualReport, AnnualReport]
) -> Message:
    zh, en = TABLE_NAMES[table]
    if ours is not None and theirs is not None:
        return Message(
            f"{zh}前后按不同格式填报，只比较含义相同的格，其余没有对应的格，不作比较",
            f"{en} follows another form: only cells of the same meaning are compared, the others have no counterpart",
        )
    lacking, which = (reports[0], ("旧", "old")) if ours is None else (reports[1], ("新", "new"))
    if (table is TableName.ANNEX) != (lacking.edition is Edition.FREE_FORM):
        return Message(
            f"{which[0]}报告的格式没有{zh}，不是漏填", f"the form of the {which[1]} report has no such table: {en}"
        )
    return Message(
        f"{which[0]}报告中没有读到{zh}，不等于没有这张表，请对照原文",
        f"{en} was not found in the {which[1]} report, which does not say that it is not there: see the original",
    )


def cell_changes(old: AnnualReport, new: AnnualReport, *, every: bool = False) -> Iterator[CellChange]:
    """The cells of the tables that were read in both reports.

    Args:
        old: The old report.
        new: The new report.
        every: Also the cells that are equal.
    """
    for table in TableName:
        ours, theirs = old.statistics[table], new.statistics[table]
        if ours is None or theirs is None:
            continue
        for mine, other in _paired(ours, theirs):
            found = _change(ours, theirs, mine, other)
            if found is not None and (every or found.kind is not CellKind.EQUAL):
                yield found


def _paired(ours: Grid, theirs: Grid) -> Iterator[tuple[_Cells, _Cells]]:
    """Cells of the same meaning: those of one name, and a row that the other form has split with the rows it became."""
    cells = dict.fromkeys((*ours.form.cells(), *theirs.form.cells(), *_found(ours), *_found(theirs)))
    for row, column in cells:
        here, there = (row, column) in ours.form or _has(ours, row, column), (row, column) in theirs.form
        there = there or _has(theirs, row, column)
        if here and there:
            yield ((row, column),), ((row, column),)
        elif here and (parts := _parts(theirs.form, row, column)):
            yield ((row, column),), parts
        elif there and (parts := _parts(ours.form, row, column)):
            yield parts, ((row, column),)


def _found(grid: Grid) -> Iterator[tuple[str, str]]:
    return ((cell.row, cell.column) for cell in grid)


def _has(grid: Grid, row: str, column: str) -> bool:
    return grid[row, column] is not ABSENT


def _parts(form: Form, row: str, column: str) -> _Cells:
    return tuple(cell for cell in form.cells() if cell[1] == column and cell[0].startswith(f"{row}."))


def _change(ours: Grid, theirs: Grid, mine: _Cells, other: _Cells) -> CellChange | None:
    old, new = _count(ours, mine), _count(theirs, other)
    if Printed.ABSENT is old.printed is new.printed:
        return None
    kind = _kind(old, new)
    difference = change_of((old.value, old.unit), (new.value, new.unit))
    signed = theirs.form_at(*other[0]).column(other[0][1]).signed
    base = None if old.value is None or signed else Decimal(old.value)
    return CellChange(
        kind=kind,
        label=_label(ours, mine[0]) if len(mine) == 1 < len(other) else _label(theirs, other[0]),
        old=old,
        new=new,
        old_cells=_names(ours, mine),
        new_cells=_names(theirs, other),
        difference=difference,
        ratio=share_of(difference, base if old.unit == new.unit else None),
        note=_remark(ours, theirs, mine, other),
        old_at=_place(ours, mine),
        new_at=_place(theirs, other),
    )


def _kind(old: Count, new: Count) -> CellKind:
    if old.printed in _UNREAD or new.printed in _UNREAD:
        if old.printed is new.printed and old.text == new.text:
            return CellKind.EQUAL
        both = old.printed in _UNREAD and new.printed in _UNREAD
        one = CellKind.UNREAD_NEW if new.printed in _UNREAD else CellKind.UNREAD_OLD
        return CellKind.UNREAD_BOTH if both else one
    if old.printed is not new.printed:
        return CellKind.STATE
    difference = change_of((old.value, old.unit), (new.value, new.unit))
    same = old.value is None or difference == 0 or (difference is None and old.value == new.value == 0)
    return CellKind.EQUAL if same else CellKind.VALUE


def change_of(
    old: tuple[int | Decimal | None, str | None], new: tuple[int | Decimal | None, str | None]
) -> Decimal | None:
    """New value less old, in the old unit; ``None`` where one is no number or the units are not of one kind."""
    (value, unit), (other, its) = old, new
    if value is None or other is None:
        return None
    if unit == its or (unit not in FACTORS and its not in FACTORS):
        return Decimal(other) - Decimal(value)
    if unit in FACTORS and its in FACTORS:
        return Decimal(other) * FACTORS[its or ""] / FACTORS[unit or ""] - Decimal(value)
    return None


def share_of(difference: Decimal | None, base: Decimal | None) -> Decimal | None:
    """A change by its base, to four places; ``None`` where the base is less than ten."""
    if difference is None or base is None or base < LEAST_BASE:
        return None
    return (difference / base).quantize(Decimal("0.0001"))


def _count(grid: Grid, cells: _Cells) -> Count:
    """What stands in a cell, or the sum of several where each has a number; else, that they could not be added up."""
    counts = [grid[cell] for cell in cells]
    first = counts[0]
    if len({one.printed for one in counts}) == 1 and (len(counts) == 1 or first.printed is not Printed.NUMBER):
        return first
    values = [one.value for one in counts if one.value is not None]
    if len(values) == len(counts):
        total = sum(values)
        return Count(printed=Printed.NUMBER, text=str(total), value=total, unit=first.unit, at=first.at)
    return Count(printed=Printed.ILLEGIBLE, text=" + ".join(one.text or "？" for one in counts), at=first.at)


def _names(grid: Grid, cells: Iterable[tuple[str, str]]) -> tuple[CellName, ...]:
    return tuple(cell_name(grid, *cell) for cell in cells)


def _place(grid: Grid, cells: _Cells) -> Place | None:
    """Where a cell stands; where it was not read, its table; nothing for a table that has no place."""
    at = grid[cells[0]].at or grid.at
    return None if at is None else cell_place(grid, *cells[0])


def _label(grid: Grid, cell: tuple[str, str]) -> Message:
    zh, en = cell_words(grid.form_at(*cell), *cell)
    name_zh, name_en = TABLE_NAMES[grid.table]
    return Message(f"{name_zh}{zh}", f"{name_en}, {en}")


def _remark(ours: Grid, theirs: Grid, mine: _Cells, other: _Cells) -> Message | None:
    """What is to be said where the two forms do not define a cell in the same words."""
    if len(mine) != len(other):
        count, which = max((len(mine), "旧"), (len(other), "新"))
        en = "old" if which == "旧" else "new"
        return Message(
            f"格式改过：{which}报告按{count}行填报，这里是{count}行之和",
            f"the form changed: the {en} report has {count} rows for it, of which this is the sum",
        )
    forms = ours.form_at(*mine[0]), theirs.form_at(*other[0])
    names = [
        (form.row(cell[0]).label, column_words(form, cell[1])[0])
        for form, cell in zip(forms, (mine[0], other[0]), strict=True)
    ]
    if names[0] == names[1]:
        return None
    old, new = ("×".join(pair) for pair in names)
    return Message(
        f"格式改过：名称由“{old}”改为“{new}”，请核对口径是否相同",
        f"the form changed: “{old}” became “{new}”; make sure that they mean the same",
    )
