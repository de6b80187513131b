"""A table's figures as the sums take them, and what the rules say of cells without one."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import attrs

from govdisclosure.law.provision import Citation
from govdisclosure.model.count import Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import Form, TableName
from govdisclosure.model.statistics import Grid
from govdisclosure.rules.arithmetic.solving import Key, Number, System
from govdisclosure.rules.outcome import Kind, Message
from govdisclosure.rules.phrasing import plain
from govdisclosure.rules.rule import Finding, Question
from govdisclosure.rules.tables import TABLES, counted, figure_cites

__all__ = ["Reading", "gaps", "read", "shown", "unread_cells", "unread_table"]

_STATES = {
    Printed.BLANK: ("格空白", "blank"),
    Printed.DASH: ("格为“/”“—”等符号", "a dash or slash"),
    Printed.ILLEGIBLE: ("格不能读作一个数字", "unreadable"),
    Printed.ABSENT: ("格未见", "not there"),
}


@attrs.frozen(kw_only=True)
class Reading:
    """A table as figures.

    Attributes:
        grid: The table.
        system: Its sums.
        values: The figure of each cell of the system; ``None`` where there is none.
        unread: Cells without a figure, by how they stand.
        zeros: Cells without a figure that count as zero, by how they stand.
        cites: What its figures rest on.
    """

    grid: Grid
    system: System
    values: list[Number | None]
    unread: dict[Printed, list[Key]]
    zeros: dict[Printed, list[Key]]
    cites: tuple[Citation, ...]

    @property
    def name(self) -> Message:
        """What the table is called."""
        return TABLES[self.grid.table]

    @property
    def form(self) -> Form:
        """The form it follows."""
        return self.grid.form


def read(question: Question, grid: Grid) -> Reading:
    """The figures of a table under the asker's option for blanks."""
    form = grid.form
    system = _system(form)
    found = {(cell.row, cell.column): cell.count.value for cell in grid.cells}
    values: list[Number | None] = [found.get(cell) for cell in system.cells]
    unread: dict[Printed, list[Key]] = {}
    zeros: dict[Printed, list[Key]] = {}
    if None in values:
        for n, cell in enumerate(system.cells):
            if values[n] is None:
                count = grid[cell]
                values[n] = counted(count, question.blank_is)
                (unread if values[n] is None else zeros).setdefault(count.printed, []).append(cell)
        if zeros:
            _fill_totals(system, form, values, {cell for cells in zeros.values() for cell in cells})
    cites = figure_cites(question.report, form)
    return Reading(grid=grid, system=system, values=values, unread=unread, zeros=zeros, cites=cites)


@cache
def _system(form: Form) -> System:
    """The sums of a form, worked out once; forms are told apart by identity, and there are few."""
    return System(tuple(form.cells()), form.relations)


def _fill_totals(system: System, form: Form, values: list[Number | None], blank: set[Key]) -> None:
    """A total left blank beside parts that are not is no zero: it counts as their sum, which then says nothing."""
    place = {cell: n for n, cell in enumerate(system.cells)}
    for relation in form.relations:
        (total,) = relation.right if len(relation.right) == 1 else (None,)
        if total not in blank or total[1] != "total":
            continue
        parts = [values[place[cell]] for cell in relation.left]
        if relation.key.startswith(("row:", "block:")) and None not in parts:
            values[place[total]] = sum(part for part in parts if part is not None)


def shown(value: Number) -> str:
    """A figure for a message."""
    return plain(value) if isinstance(value, Decimal) else str(value)


def unread_table(question: Question, table: TableName, cites: tuple[Citation, ...]) -> Finding:
    """A table that was not read: open where the form asks for it, else not applicable."""
    name, report = TABLES[table], question.report
    if report.edition is Edition.FREE_FORM:
        message = Message(
            f"未读到{name.zh}，自由叙述的报告没有这张表", f"{name.en} was not read; a report in free text has none"
        )
        return Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject=f"table:{table}")
    message = Message(
        f"未读到{name.zh}，表内数字无法核对，请对照原文",
        f"{name.en} was not read, so its figures were not judged; see the original",
    )
    return Finding(kind=Kind.OPEN, message=message, cites=cites, subject=f"table:{table}", needs=("tables",))


def unread_cells(cells: dict[Printed, list[Key]]) -> Message:
    """How many cells stand without a figure, by how they stand."""
    known = [(_STATES[state], len(found)) for state, found in cells.items()]
    return Message(
        "、".join(f"{count}{zh}" for (zh, _), count in known), ", ".join(f"{count} {en}" for (_, en), count in known)
    )


def gaps(reading: Reading, unjudged: int) -> Iterator[Finding]:
    """One finding for the cells that keep sums from being judged, one for those that were counted as zero."""
    table, name = reading.grid.table.value, reading.name
    count = len(reading.system.relations)
    if reading.zeros:
        cells = unread_cells(reading.zeros)
        message = Message(
            f"{name.zh}有{cells.zh}，按所选办法计为0（空白的总计按各项之和计）后核对",
            f"{name.en} has cells without a figure ({cells.en}); they were counted as 0, blank totals as the sum of "
            "their parts, as asked",
        )
        facts = {"table": table, "blank_is": "zero", **_listed(reading.zeros)}
        yield Finding(
            kind=Kind.INFORMATIONAL, message=message, cites=reading.cites, subject=f"zeros:{table}", facts=facts
        )
    if not unjudged:
        return
    cells = unread_cells(reading.unread)
    blank = Printed.BLANK in reading.unread or Printed.DASH in reading.unread
    zh = f"{name.zh}有{cells.zh}，{count}条勾稽关系中有{unjudged}条无法核对"
    en = f"{name.en} has cells without a figure ({cells.en}): {unjudged} of {count} sums could not be judged"
    message = Message(
        zh + ("；空白或符号确为0的，可按0计再核对（--blank-is zero；程序中用 blank_is）" if blank else "；请对照原文"),
        en
        + (
            "; if blanks and dashes are zeros, ask again with --blank-is zero (in a program, blank_is)"
            if blank
            else "; see the original"
        ),
    )
    yield Finding(
        kind=Kind.OPEN,
        message=message,
        cites=reading.cites,
        subject=f"unread:{table}",
        at=reading.grid.at,
        facts={"table": table, "open": unjudged, "judged": count - unjudged, **_listed(reading.unread)},
        needs=("cells",),
    )


def _listed(cells: dict[Printed, list[Key]]) -> dict[str, object]:
    return {state.value: [{"row": row, "column": column} for row, column in found] for state, found in cells.items()}
