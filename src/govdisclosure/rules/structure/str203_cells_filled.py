"""STR203 structure.cells.filled — 表格逐格填数 / every cell of a table has a figure

What it checks
--------------
Cells of tables two, three and four that are blank, and cells that hold a dash, a slash or the like instead of a figure:
one outcome for the blanks of a table and one for its dashes, however many there are.

Why
---
A reader cannot tell a blank from a figure that was forgotten, and no sum with it can be checked; what is published must
be accurate (2019 Art 6). Practice is to fill in 0.

Example
-------
>>> from govdisclosure.model.count import Count, Printed
>>> from govdisclosure.model.forms import TableName
>>> from govdisclosure.model.report import AnnualReport, Edition
>>> from govdisclosure.model.statistics import Cell, Grid, Statistics
>>> from govdisclosure.rules.rule import Question
>>> cell = Cell(row="licences", column="decisions", count=Count(printed=Printed.BLANK, text=""))
>>> grid = Grid(table=TableName.PROACTIVE, edition=Edition.UNIFIED_2021, cells=(cell,))
>>> report = AnnualReport(year=2022, edition=Edition.UNIFIED_2021, statistics=Statistics(proactive=grid))
>>> [(f.kind.value, f.subject) for f in check(Question(report=report))]
[('review', 'blank:proactive')]

Not covered
-----------
No national sentence was found that forbids blanks, so they are for a person to look at and never a fault. What the sums
make of them is SUM201 and SUM202. Unreadable cells are in those and in SUM203, cells that are not there STR202.

中文说明
--------
查表二、表三、表四中的空白格和用“/”“—”等符号代替数字的格，每表各出一条结果。空白看不出是零还是漏填，含空白的
勾稽关系也无法核对，通行做法是填零。没有见到全国性规定禁止空白，所以只请人核实，不算不符。读不清的格见SUM20
1、SUM202和SUM203，这里不查。
"""

from collections.abc import Iterator

from govdisclosure.law.provision import Citation
from govdisclosure.model.count import Printed
from govdisclosure.model.forms import REQUESTS_2021
from govdisclosure.model.statistics import Grid
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.rules.tables import TABLES, cell_label, cell_place, figure_cites, grids, some

__all__ = ["RULE", "check"]

_STATES = {
    Printed.BLANK: ("空白", "blank", Level.WARNING),
    Printed.DASH: ("以“/”“—”等符号代替数字", "a dash or slash instead of a figure", Level.NOTE),
}


def check(question: Question) -> Iterator[Finding]:
    """Yield one finding for the blanks and one for the dashes of each table, or one pass for a table."""
    report = question.report
    read = grids(report)
    for grid in read:
        cites = figure_cites(report, grid.form)
        found = [finding for state in _STATES if (finding := _state(grid, state, cites)) is not None]
        yield from found
        if not found and grid.cells:
            name, count = TABLES[grid.table], len(grid.cells)
            message = Message(
                f"{name.zh}读到的{count}格没有空白", f"none of the {count} cells read of {name.en} is blank"
            )
            facts = {"table": grid.table.value, "cells": count}
            yield Finding(
                kind=Kind.PASS, message=message, cites=cites, subject=f"table:{grid.table}", at=grid.at, facts=facts
            )
    if not any(grid.cells for grid in read):
        message = Message(
            "未读到统计表，无空格可核对（是否应有见STR201）", "no table was read; whether one is due is STR201"
        )
        cites = figure_cites(report, REQUESTS_2021)
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="tables")


def _state(grid: Grid, state: Printed, cites: tuple[Citation, ...]) -> Finding | None:
    cells = [cell for cell in grid if cell.count.printed is state]
    if not cells:
        return None
    zh, en, level = _STATES[state]
    name, whole = TABLES[grid.table], len(cells) == len(grid.cells)
    labels = [cell_label(grid, cell.row, cell.column) for cell in cells]
    where_zh = "全部" if whole else ""
    list_zh = "" if whole else f"：{some((one.zh for one in labels), '、')}"
    list_en = "" if whole else f": {some((one.en for one in labels), '; ')}"
    return Finding(
        kind=Kind.REVIEW,
        level=level,
        message=Message(
            f"{name.zh}{where_zh}{len(cells)}格{zh}{list_zh}。通行做法是没有的填0，空着无法与漏填相区分，请核实后补填",
            f"{'all ' if whole else ''}{len(cells)} cells of {name.en}: {en}{list_en}. Practice is to fill in 0; "
            "what is left out cannot be told from what was forgotten: check, and fill in",
        ),
        cites=cites,
        subject=f"{state}:{grid.table}",
        at=cell_place(grid, cells[0].row, cells[0].column),
        facts={
            "table": grid.table.value,
            "count": len(cells),
            "cells": [{"row": cell.row, "column": cell.column} for cell in cells],
        },
    )


RULE = Rule(
    code="STR203",
    name="structure.cells.filled",
    title=Message("表格逐格填数", "every cell of a table has a figure"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=("regulation-2019:6", "form-2019", "form-2021"),
    check=check,
)
