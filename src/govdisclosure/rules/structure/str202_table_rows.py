"""STR202 structure.tables.rows — 表格行列与格式一致 / the tables have the rows and columns of the form

What it checks
--------------
Tables two, three and four against the form that each follows: rows of the form that are missing, cells missing in rows
that are there, rows of figures that the form does not have, and rows that stand twice. Each of these is one outcome for
a table.

Why
---
2019 Art 50 para 2 has one form for all organs. A missing row is no zero, and figures in a row of one's own are lost
when reports are added up.

Example
-------
>>> from govdisclosure.model.forms import TableName
>>> from govdisclosure.model.report import AnnualReport, Edition
>>> from govdisclosure.model.statistics import Grid, Statistics
>>> from govdisclosure.rules.rule import Question
>>> grid = Grid(table=TableName.PROACTIVE, edition=Edition.UNIFIED_2021, cells=())
>>> report = AnnualReport(year=2022, edition=Edition.UNIFIED_2021, statistics=Statistics(proactive=grid))
>>> [(f.kind.value, f.subject, len(f.facts["rows"])) for f in check(Question(report=report))]
[('review', 'missing:proactive', 6)]

Not covered
-----------
All of it is for a person to look at: a row whose label is misspelt beyond recognition looks like one that is missing
and one too many. A table of another year's form is STR106, blank cells are STR203, and the statistics annex of 2014 to
2018 is not judged: its layouts differ.

中文说明
--------
查表二、表三、表四的行列是否与其格式一致：缺少的行和格、格式之外的行、重复的行，每表各出一条结果。缺行不等于零，自
行增加的行在汇总时会丢失。错别字严重的行名也会显得一缺一多，所以一律请人核实。其他年度的格式见STR106，空白格
见STR203，2014—2018年的统计表版式不一，不查。
"""

from collections.abc import Iterator

from govdisclosure.law import Citation, cite
from govdisclosure.model.statistics import Grid, OddityKind
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.rules.tables import TABLES, cell_label, form_notice, grids, odd_labels, row_label, some

__all__ = ["RULE", "check"]

_EXTRA = {
    OddityKind.UNKNOWN_ROW: ("extra", "格式之外的行", "rows that the form does not have"),
    OddityKind.REPEATED_ROW: ("repeated", "重复出现的行", "rows that stand twice"),
}


def check(question: Question) -> Iterator[Finding]:
    """Yield what is missing from and added to each table, or one pass for a table."""
    article = cite("regulation-2019:50p2")
    read = grids(question.report)
    for grid in read:
        cites = (article, form_notice(grid.form))
        found = [*_missing(grid, cites), *_added(grid, cites)]
        yield from found
        if not found:
            name, rows = TABLES[grid.table], len(grid.form.rows)
            message = Message(f"{name.zh}{rows}行齐全", f"all {rows} rows of {name.en} are there")
            facts = {"table": grid.table.value, "rows": rows}
            yield Finding(
                kind=Kind.PASS, message=message, cites=cites, subject=f"table:{grid.table}", at=grid.at, facts=facts
            )
    if not read:
        message = Message(
            "未读到统计表，无行列可核对（是否应有见STR201）", "no table was read; whether one is due is STR201"
        )
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=(article,), subject="tables")


def _missing(grid: Grid, cites: tuple[Citation, ...]) -> Iterator[Finding]:
    name, form, missing = TABLES[grid.table], grid.form, grid.missing
    if missing:
        labels = [row_label(form, key) for key in missing]
        message = Message(
            f"{name.zh}未见{len(missing)}行：{some((f'“{one.zh}”' for one in labels), '、')}；{_ASKED.zh}",
            f"{name.en} lacks {len(missing)} rows: {some((one.en for one in labels), '; ')}. {_ASKED.en}",
        )
        yield _finding(grid, "missing", message, cites, {"rows": list(missing)})
    there = {(cell.row, cell.column) for cell in grid}
    cells = [cell for cell in form.cells() if cell[0] not in missing and cell not in there]
    if cells:
        names = [cell_label(grid, *cell) for cell in cells]
        message = Message(
            f"{name.zh}未见{len(cells)}格：{some((one.zh for one in names), '、')}；{_ASKED.zh}",
            f"{name.en} lacks {len(cells)} cells: {some((one.en for one in names), '; ')}. {_ASKED.en}",
        )
        listed = [{"row": row, "column": column} for row, column in cells]
        yield _finding(grid, "cells", message, cites, {"cells": listed})


_ASKED = Message(
    "缺少不等于0，请对照原文核实是否未读入或漏列",
    "What is missing is no zero: see in the original whether it was left out or not read",
)


def _added(grid: Grid, cites: tuple[Citation, ...]) -> Iterator[Finding]:
    for kind, (subject, zh, en) in _EXTRA.items():
        odd = [one for one in grid.oddities if one.kind is kind]
        if not odd:
            continue
        name, labels = TABLES[grid.table], odd_labels(odd)
        message = Message(
            f"{name.zh}有{len(odd)}个{zh}：{some((f'“{label}”' for label in labels), '、')}；请核实是否按统一格式填报",
            f"{name.en} has {len(odd)} {en}: {some(labels, '; ')}; check whether the form was kept",
        )
        yield Finding(
            kind=Kind.REVIEW,
            message=message,
            cites=cites,
            subject=f"{subject}:{grid.table}",
            at=odd[0].at,
            facts={"table": grid.table.value, "labels": labels},
        )


def _finding(
    grid: Grid, subject: str, message: Message, cites: tuple[Citation, ...], facts: dict[str, object]
) -> Finding:
    return Finding(
        kind=Kind.REVIEW,
        message=message,
        cites=cites,
        subject=f"{subject}:{grid.table}",
        at=grid.at,
        facts={"table": grid.table.value, **facts},
    )


RULE = Rule(
    code="STR202",
    name="structure.tables.rows",
    title=Message("表格行列与格式一致", "the tables have the rows and columns of the form"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=("regulation-2019:50p2", "form-2019", "form-2021"),
    check=check,
)
