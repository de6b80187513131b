"""SUM204 arithmetic.documents.stock — 文件存量不小于本年增量 / no stock of documents is below what was added

What it checks
--------------
Table two, for rules and normative documents. Form of 2021: those in force are at least those issued less those
repealed in the year. Form of 2019: those disclosed in all are at least those disclosed in the year.

Why
---
A figure that is smaller can hardly be accurate (2019 Art 6), and a column may have been mistaken for another.

Example
-------
>>> from govdisclosure.model.count import Count, Printed
>>> from govdisclosure.model.forms import TableName
>>> from govdisclosure.model.report import AnnualReport, Edition
>>> from govdisclosure.model.statistics import Cell, Grid, Statistics
>>> from govdisclosure.rules.rule import Question
>>> def cell(column, value):
...     count = Count(printed=Printed.NUMBER, text=str(value), value=value)
...     return Cell(row="rules", column=column, count=count)
>>> cells = cell("issued", 5), cell("repealed", 1), cell("in_force", 3)
>>> grid = Grid(table=TableName.PROACTIVE, edition=Edition.UNIFIED_2021, cells=cells)
>>> report = AnnualReport(year=2022, edition=Edition.UNIFIED_2021, statistics=Statistics(proactive=grid))
>>> [(f.kind.value, f.subject) for f in check(Question(report=report))]
[('review', 'row:rules'), ('open', 'row:normative_documents')]

Not covered
-----------
That the relation must hold is inferred from the labels, not said in the notice: documents that lapse, that change hands
in a reorganisation or that were issued for others break it lawfully, so it is for a person to look at. Whether the
stock follows from last year's is a matter of two reports.

中文说明
--------
查表二规章和规范性文件的存量是否小于本年增量：2021年格式看现行有效与制发减废止，2019年格式看对外公开总数与
本年新公开。存量小于增量，数字很可能填错或填错了列。这一关系是从表头推出的，通知没有明说，文件失效、机构调整都可能
合法地打破它，所以只请人核实。与上年数字是否衔接不查。
"""

from collections.abc import Iterator

from govdisclosure.law.provision import Citation
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import PROACTIVE_2021
from govdisclosure.model.statistics import Grid
from govdisclosure.rules.arithmetic.reading import shown
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import numbered
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.rules.tables import (
    cell_facts,
    cell_place,
    column_label,
    counted,
    figure_cites,
    noted,
    row_label,
    zero_facts,
    zeros,
)

__all__ = ["RULE", "check"]

_ROWS = ("rules", "normative_documents")
_COLUMNS = {
    Edition.UNIFIED_2019: ("total_disclosed", "disclosed"),
    Edition.UNIFIED_2021: ("in_force", "issued", "repealed"),
}
"""The stock, what was added to it, and what was taken away."""


def check(question: Question) -> Iterator[Finding]:
    """Yield one finding for each kind of document."""
    grid = question.report.statistics.proactive
    if grid is None:
        message = Message(
            "未读到表二，无存量可比较（是否应有见STR201）", "table two was not read; whether it is due is STR201"
        )
        cites = figure_cites(question.report, PROACTIVE_2021)
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="table:proactive")
        return
    cites = figure_cites(question.report, grid.form)
    for row in _ROWS:
        yield _row(question, grid, row, cites)


def _row(question: Question, grid: Grid, row: str, cites: tuple[Citation, ...]) -> Finding:
    columns = _COLUMNS[grid.form.edition]
    counts = [grid[row, column] for column in columns]
    known = [counted(one, question.blank_is) if one.value is None else one.value for one in counts]
    values = [value for value in known if value is not None]
    label, subject = row_label(grid.form, row), f"row:{row}"
    facts: dict[str, object] = {
        "table": grid.table.value,
        "cells": [cell_facts(row, column, one) for column, one in zip(columns, counts, strict=True)],
    }
    note = zeros(question.blank_is, *((grid, row, column) for column in columns))
    facts |= zero_facts(note)
    if len(values) < len(known):
        message = Message(
            f"表二“{label.zh}”有数字未读到，存量与本年增量无法比较",
            f"table two, {label.en}: figures are missing, so the stock was not compared",
        )
        return Finding(
            kind=Kind.OPEN, message=message, cites=cites, subject=subject, at=grid.at, facts=facts, needs=("cells",)
        )
    stock, least = values[0], values[1] - sum(values[2:])
    names = [column_label(grid.form, column) for column in columns]
    zh = f"表二“{label.zh}”{names[0].zh}{shown(stock)}"
    en = f"table two, {label.en}: {shown(stock)} {names[0].en}"
    more_zh = "减".join(f"{name.zh}{shown(value)}" for name, value in zip(names[1:], values[1:], strict=True))
    more_en = " less ".join(f"{shown(value)} {name.en}" for name, value in zip(names[1:], values[1:], strict=True))
    kind = Kind.PASS if stock >= least else Kind.REVIEW
    message = noted(Message(f"{zh}，不小于{more_zh}", f"{en}, not less than {more_en}"), note)
    if kind is Kind.REVIEW:
        named = numbered(cites)
        message = Message(
            f"{zh}，小于{more_zh}；如无失效、机构改革等原因，数字可能有误。{note.zh}公开的信息应当准确（{named.zh}），请人工核实。",
            f"{en}, less than {more_en}; unless some lapsed or changed hands, a figure may be wrong. "
            f"{note.en}What is published must be accurate ({named.en}): check it.",
        )
    at = cell_place(grid, row, columns[0])
    return Finding(kind=kind, message=message, cites=cites, subject=subject, at=at, facts=facts)


RULE = Rule(
    code="SUM204",
    name="arithmetic.documents.stock",
    title=Message("文件存量不小于本年增量", "no stock of documents is below what was added"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2019:6", "form-2019", "form-2021"),
    check=check,
)
