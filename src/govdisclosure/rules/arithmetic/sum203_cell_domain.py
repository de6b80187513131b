"""SUM203 arithmetic.cells.domain — 表内数字在合理范围 / figures are such as a table can hold

What it checks
--------------
The figures of tables two, three and four: counts are whole numbers and not negative; only 本年增/减 (form of 2019) may
be negative; amounts of money are not negative and may have decimals. Cells of table two whose print cannot be read as
one figure are listed as such, in one outcome; those of tables three and four are in SUM201 and SUM202.

Why
---
What is published must be accurate (2019 Art 6). Half a request or less than no licence cannot be.

Example
-------
>>> from govdisclosure.model.count import Count, Printed
>>> from govdisclosure.model.forms import TableName
>>> from govdisclosure.model.report import AnnualReport, Edition
>>> from govdisclosure.model.statistics import Cell, Grid, Statistics
>>> from govdisclosure.rules.rule import Question
>>> count = Count(printed=Printed.NUMBER, text="-5", value=-5)
>>> cell = Cell(row="licences", column="decisions", count=count)
>>> grid = Grid(table=TableName.PROACTIVE, edition=Edition.UNIFIED_2021, cells=(cell,))
>>> report = AnnualReport(year=2022, edition=Edition.UNIFIED_2021, statistics=Statistics(proactive=grid))
>>> [(f.kind.value, f.subject) for f in check(Question(report=report))]
[('fail', 'cell:proactive/licences/decisions')]

Not covered
-----------
Figures that are possible and wrong. Blanks and dashes (STR203) and rows that are not there (STR202).

中文说明
--------
查表二、表三、表四的数字是否可能：件数应为不小于零的整数，只有2019年格式的“本年增/减”可以为负，金额可以有小
数但不小于零。半件申请、负的许可数不可能准确。数字可能但有误的不查，空白和符号见STR203，缺行见STR202。
"""

from collections.abc import Iterator

from govdisclosure.law.provision import Citation
from govdisclosure.model.count import Printed
from govdisclosure.model.forms import REQUESTS_2021
from govdisclosure.model.statistics import Cell, Grid
from govdisclosure.rules.arithmetic.reading import shown
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import numbered
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.rules.tables import TABLES, cell_facts, cell_label, cell_place, figure_cites, grids, some

__all__ = ["RULE", "check"]


def check(question: Question) -> Iterator[Finding]:
    """Yield a finding for each impossible figure, one for the unreadable cells of a table, or one pass for a table."""
    report = question.report
    read = grids(report)
    for grid in read:
        cites = figure_cites(report, grid.form)
        odd = [(cell, fault) for cell in grid if (fault := _fault(grid, cell)) is not None]
        for cell, fault in odd:
            yield _finding(grid, cell, fault, cites)
        yield from _unreadable(grid, cites)
        known = sum(1 for cell in grid if cell.count.value is not None)
        if known and not odd:
            name = TABLES[grid.table]
            message = Message(
                f"{name.zh}的{known}个数字均在合理范围", f"all {known} figures of {name.en} are such as it can hold"
            )
            facts = {"table": grid.table.value, "figures": known}
            yield Finding(
                kind=Kind.PASS, message=message, cites=cites, subject=f"table:{grid.table}", at=grid.at, facts=facts
            )
    if not read:
        message = Message("未读到统计表，没有可核对的数字", "no table was read, so there are no figures to judge")
        cites = figure_cites(report, REQUESTS_2021)
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="tables")


def _fault(grid: Grid, cell: Cell) -> Message | None:
    value = cell.count.value
    if value is None:
        return None
    column = grid.form_at(cell.row, cell.column).column(cell.column)
    if value < 0 and not column.signed:
        return Message("不应为负数", "cannot be negative")
    if column.money is None and value != int(value):
        return Message("应为整数", "must be a whole number")
    return None


def _finding(grid: Grid, cell: Cell, fault: Message, cites: tuple[Citation, ...]) -> Finding:
    name, label = TABLES[grid.table], cell_label(grid, cell.row, cell.column)
    value = shown(cell.count.value) if cell.count.value is not None else ""
    named = numbered(cites)
    return Finding(
        kind=Kind.FAIL,
        message=Message(
            f"{name.zh}{label.zh}为{value}，{fault.zh}。公开的信息应当准确（{named.zh}），请人工核实。",
            f"{name.en}, {label.en}: {value} {fault.en}. What is published must be accurate ({named.en}): check it.",
        ),
        cites=cites,
        subject=f"cell:{grid.table}/{cell.row}/{cell.column}",
        at=cell_place(grid, cell.row, cell.column),
        facts={"table": grid.table.value, **cell_facts(cell.row, cell.column, cell.count)},
    )


def _unreadable(grid: Grid, cites: tuple[Citation, ...]) -> Iterator[Finding]:
    cells = [cell for cell in grid if cell.count.printed is Printed.ILLEGIBLE]
    if grid.form.relations or not cells:
        return
    name = TABLES[grid.table]
    labels = [cell_label(grid, cell.row, cell.column) for cell in cells]
    listed = [{"row": cell.row, "column": cell.column, "text": cell.count.text} for cell in cells]
    yield Finding(
        kind=Kind.OPEN,
        message=Message(
            f"{name.zh}有{len(cells)}格不能读作一个数字，无法核对："
            f"{some((one.zh for one in labels), '、')}；请对照原文",
            f"{len(cells)} cells of {name.en} cannot be read as one figure: "
            f"{some((one.en for one in labels), '; ')}; see the original",
        ),
        cites=cites,
        subject=f"unreadable:{grid.table}",
        at=cell_place(grid, cells[0].row, cells[0].column),
        facts={"table": grid.table.value, "illegible": listed},
        needs=("cells",),
    )


RULE = Rule(
    code="SUM203",
    name="arithmetic.cells.domain",
    title=Message("表内数字在合理范围", "figures are such as a table can hold"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2019:6", "form-2019", "form-2021"),
    check=check,
)
