"""Published tables, cell by cell, beside what the organ's own books come to."""

from collections.abc import Iterator
from decimal import Decimal

import attrs

from govdisclosure.law.provision import Citation
from govdisclosure.model.count import Count
from govdisclosure.model.forms import TableName
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.statistics import Grid
from govdisclosure.rules.claims.books import BOOKS, Book, entry_words
from govdisclosure.rules.outcome import Kind, Message
from govdisclosure.rules.phrasing import amount, numbered
from govdisclosure.rules.rule import BlankIs, Finding
from govdisclosure.rules.tables import (
    TABLES,
    cell_facts,
    cell_label,
    cell_place,
    cell_value,
    figure_cites,
    noted,
    some,
    zero_facts,
    zeros,
)

__all__ = ["beside_book", "table_unread"]

_MYRIAD = 10_000


def table_unread(table: TableName, cites: tuple[Citation, ...]) -> Finding:
    """That a report has entries behind a table and the table itself was not read."""
    named = TABLES[table]
    message = Message(
        f"报告中未读到“{named.zh}”，不能与{BOOKS[table].zh}比较；请对照原文",
        f"“{named.en}” was not found in the report, so it was not compared with {BOOKS[table].en}",
    )
    facts = {"table": table.value}
    return Finding(kind=Kind.OPEN, message=message, cites=cites, subject=table.value, facts=facts, needs=("tables",))


def beside_book(report: AnnualReport, grid: Grid, held: Book, blank_is: BlankIs) -> Iterator[Finding]:
    """Compare each cell; one finding a cell that differs, one for cells not read, one for all that agree.

    Args:
        report: The report.
        grid: Its table.
        held: What the entries behind it come to, by the form of the table.
        blank_is: What a blank cell counts as.
    """
    own = held.compiled.statistics[grid.table]
    cites = figure_cites(report, grid.form)
    equal = wrong = 0
    unread: list[Message] = []
    note = Message("", "")
    for row, column in own.form.cells() if own is not None else ():
        here, there = cell_value(grid, row, column, blank_is), own.value(row, column) if own is not None else None
        zero = zeros(blank_is, (grid, row, column))
        if here is None or there is None:
            unread.append(cell_label(grid, row, column))
        elif _agree(grid, (row, column), here, there):
            equal += 1
            note = note if note.zh else zero
        else:
            wrong += 1
            yield _differs(grid, held, _Cell(row=row, column=column, here=here, there=there, zero=zero), cites)
    if unread:
        yield _unread(grid, unread, cites)
    if equal and not wrong:
        yield _closing(grid, held, equal, note, cites)


@attrs.frozen(kw_only=True)
class _Cell:
    """A cell as published and by the organ's own entries, and what the published figure owes to blanks."""

    row: str
    column: str
    here: int | Decimal
    there: int | Decimal
    zero: Message


def _agree(grid: Grid, cell: tuple[str, str], here: int | Decimal, there: int | Decimal) -> bool:
    """Whether two figures are one; a sum of money at the number of decimals it is printed with, rounded or cut."""
    if here == there:
        return True
    row, column = cell
    if grid.form_at(row, column).column(column).money is None:
        return False
    return abs(Decimal(here) - Decimal(there)) < _step(
        grid[row, column], grid.form_at(row, column).column(column).money or ""
    )


def _step(count: Count, unit: str) -> Decimal:
    decimals = len((count.text or "").partition(".")[2].rstrip("元万亿 "))
    scale = _MYRIAD if not unit and "万" in f"{count.text or ''}{count.unit or ''}" else 1
    return Decimal(scale).scaleb(-decimals)


def _differs(grid: Grid, held: Book, cell: _Cell, cites: tuple[Citation, ...]) -> Finding:
    row, column, zero = cell.row, cell.column, cell.zero
    here, there = amount(cell.here), amount(cell.there)
    label, named, source = cell_label(grid, row, column), numbered(cites), BOOKS[grid.table]
    entries = held.compiled.entries(grid.table, row, column)
    ids, said = entry_words(entries), held.note
    behind_zh, behind_en = (f"（{ids.zh}）", f" ({ids.en})") if entries else ("", "")
    # Decisions that are lawfully not public count too, and need not stand in a catalogue.
    more = column == "decisions" and cell.here > cell.there
    sure = held.settled(_whole(cell.here - cell.there)) and not (grid.oddities or zero.zh or more)
    return Finding(
        kind=Kind.FAIL if sure else Kind.REVIEW,
        message=Message(
            f"{here}与{there}：{label.zh}公布为{here}，按{source.zh}为{there}{behind_zh}。{said.zh}{zero.zh}"
            f"公开的信息应当准确（{named.zh}），请人工核实，更正报告或登记。",
            f"{here} and {there}: {label.en} is published as {here}; {source.en} comes to {there}{behind_en}. {said.en}"
            f"{zero.en}What is published must be accurate ({named.en}): check, and correct the one that is "
            "wrong.",
        ),
        cites=cites,
        subject=f"{grid.table.value}:{row}:{column}",
        at=cell_place(grid, row, column),
        facts={
            "table": grid.table.value,
            **cell_facts(row, column, grid[row, column]),
            "expected": there,
            "entries": list(entries),
            "uncounted": len(held.uncounted),
            **zero_facts(zero),
        },
    )


def _whole(difference: int | Decimal) -> int:
    """A difference in whole steps, away from zero."""
    whole = int(difference)
    return whole if whole == difference else whole + (1 if difference > 0 else -1)


def _unread(grid: Grid, unread: list[Message], cites: tuple[Citation, ...]) -> Finding:
    zh, en = some((one.zh for one in unread), "、"), some((one.en for one in unread), "; ")
    return Finding(
        kind=Kind.OPEN,
        message=Message(
            f"{zh}：报告中空白或未能读出，未与{BOOKS[grid.table].zh}比较；空白不等于零，请对照原文",
            f"{en}: blank or not read in the report, so not compared with {BOOKS[grid.table].en}; a blank is no zero",
        ),
        cites=cites,
        subject=f"{grid.table.value}:unread",
        facts={"table": grid.table.value, "cells": len(unread)},
        needs=("cells",),
    )


def _closing(grid: Grid, held: Book, equal: int, note: Message, cites: tuple[Citation, ...]) -> Finding:
    """That all cells agree; for a person where entries were left out or the organ's name differs."""
    source, said = BOOKS[grid.table], held.note
    zh = f"“{TABLES[grid.table].zh}”{equal}格与{source.zh}相等。{said.zh}"
    en = f"{equal} cells of “{TABLES[grid.table].en}” are what {source.en} comes to. {said.en}"
    sure = held.whole
    return Finding(
        kind=Kind.PASS if sure else Kind.REVIEW,
        message=noted(Message(zh, en.strip()), note),
        cites=cites,
        subject=grid.table.value,
        facts={
            "table": grid.table.value,
            "compared": equal,
            "uncounted": len(held.uncounted),
            "uncounted_entries": [one.entry for one in held.uncounted],
            **zero_facts(note),
        },
    )
