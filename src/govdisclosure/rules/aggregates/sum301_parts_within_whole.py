"""SUM301 aggregate.parts.within_whole — 汇总数不小于下级之和 / a total holds the figures of the organs it sums up

What it checks
--------------
The tables of a government that reports for its whole area against the sum of the reports of the organs below: every
cell of tables three and four, and of table two the documents and decisions. The whole may be more, because it holds
the government's own office and organs whose reports were not given; a cell that is less than the sum is shown.
Figures that could not be read add nothing to the sum, so what is less is less in any case; where nothing is less,
they leave the table ``open``. It runs only with the reports of the organs below, which must be on the same year.

Why
---
A total smaller than its parts has left an organ or a request out; what is published must be accurate (2019 Art 6).

Example
-------
>>> from govdisclosure.model.agency import Agency, AgencyKind
>>> from govdisclosure.model.report import AnnualReport
>>> from govdisclosure.rules.rule import Parts, Question
>>> part = AnnualReport(agency=Agency(name="青石县水利局"), year=2023)
>>> whole = AnnualReport(agency=Agency(name="青石县人民政府", kind=AgencyKind.GOVERNMENT), year=2023)
>>> [finding.kind.value for finding in check(Question(report=whole, parts=Parts(reports=(part,))))]
['open', 'open', 'open']

Not covered
-----------
Which organs are below and whose reports are missing: only what was given is summed up, and the facts name it.
Charges and procurement, which one organ may make for another. Departments, whose reports cover themselves. Organs of
a county or town whose own government is among the parts are not counted again. A difference is only ever for review:
an organ may have been reorganised, and a decision of two organs may stand in both reports.

中文说明
--------
查政府报告表三、表四各格以及表二的文件数、处理决定数，是否小于下级机关报告相应各格之和。汇总数小于各部分之和，就有机
关或申请漏计；政府本身和没有给出报告的机关也有数据，大于属正常。读不出的数不计入合计：仍然小于的请人核实，不小于的列
为未能判断。部门报告只反映本机关，收费和采购可能由一个机关代办，都不查；还有哪些下级机关没有给出报告，也不判。
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

import attrs

from govdisclosure.law.provision import Citation, Evidence
from govdisclosure.model.forms import TableName
from govdisclosure.model.place import Place
from govdisclosure.model.report import Edition
from govdisclosure.model.statistics import Grid
from govdisclosure.rules.aggregates.counting import SUMS_UP, Counted, counted
from govdisclosure.rules.answers import year_unknown
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import amount, numbered
from govdisclosure.rules.rule import BlankIs, Finding, Question, Rule
from govdisclosure.rules.tables import (
    CONTENTS,
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

__all__ = ["RULE", "check"]

_ADDED = frozenset(("made", "disclosed", "total_disclosed", "issued", "repealed", "in_force", "decisions"))
"""Of table two, what adds up over organs: neither kinds of matters nor money."""


def check(question: Question) -> Iterator[Finding]:
    """Yield one finding a table, or the reason why nothing was summed up."""
    report, parts = question.report, question.parts
    cites = accuracy(report.year)
    if report.year is None:
        yield year_unknown("aggregate", cites)
        return
    if parts is None or report.agency is None or report.agency.kind not in SUMS_UP:
        zh = "没有给出下级机关的报告，或者本机关的报告不汇总下级数据，不作比较"
        en = "no reports of organs below were given, or this organ's report does not sum up others: not compared"
        yield Finding(kind=Kind.NOT_APPLICABLE, message=Message(zh, en), cites=cites, subject="aggregate")
        return
    below = counted(report, parts)
    for table in CONTENTS:
        whole = report.statistics[table]
        rests_on = cites if whole is None else figure_cites(report, whole.form)
        yield _Sum(whole=whole, below=below, table=table, cites=rests_on, blank_is=question.blank_is).judge()


@attrs.frozen
class _Less:
    """A cell that is less than the sum of the parts, and what its value owes to a blank."""

    row: str
    column: str
    value: int | Decimal
    total: int | Decimal
    note: Message


@attrs.frozen(kw_only=True)
class _Sum:
    """One table of the whole and the reports whose cells it sums up."""

    whole: Grid | None
    below: Counted
    table: TableName
    cites: tuple[Citation, ...]
    blank_is: BlankIs

    def judge(self) -> Finding:
        """Compare each cell."""
        whole, name = self.whole, TABLES[self.table]
        if whole is None or not self.below.reports:
            zh = f"{name.zh}或下级机关的报告未能读出，没有汇总比较"
            return self._finding(Kind.OPEN, zh, f"{name.en} or the reports below were not read: not compared")
        less: list[_Less] = []
        note = Message("", "")
        undecided = compared = 0
        for row, column in whole.form.cells():
            if self.table is TableName.PROACTIVE and column not in _ADDED:
                continue
            value = cell_value(whole, row, column, self.blank_is)
            total, missing = self.below.total(self.table, (row, column), self.blank_is)
            if value is not None and value < total:
                less.append(_Less(row, column, value, total, zeros(self.blank_is, (whole, row, column))))
            elif value is None or missing:
                undecided += 1
            else:
                compared += 1
                note = note if note.zh else zeros(self.blank_is, *self._cells(whole, row, column))
        if less:
            return self._less(whole, less)
        if undecided:
            zh = f"{name.zh}有{undecided}格在本报告或下级报告中未能读出，不能断定；其余{compared}格不小于下级之和"
            en = f"{name.en}: {undecided} cells not read here or below, undecided; {compared} hold the sum of the parts"
            return self._finding(Kind.OPEN, zh, en)
        zh = f"{name.zh}的{compared}格不小于{len(self.below.reports)}份下级报告之和"
        en = f"{name.en}: {compared} cells hold the sum of {len(self.below.reports)} reports below"
        message = noted(Message(zh, en), note)
        return self._finding(Kind.PASS, message.zh, message.en, zero_facts(note))

    def _cells(self, whole: Grid, row: str, column: str) -> Iterator[tuple[Grid, str, str]]:
        """A cell of the whole and of each part."""
        grids = (report.statistics[self.table] for report in self.below.reports)
        yield from ((grid, row, column) for grid in (whole, *grids) if grid is not None)

    def _less(self, whole: Grid, less: list[_Less]) -> Finding:
        cells = [
            {**cell_facts(one.row, one.column, whole[one.row, one.column]), "sum": amount(one.total)} for one in less
        ]
        labels = [cell_label(whole, one.row, one.column) for one in less]
        figures = [(amount(one.value), amount(one.total)) for one in less]
        told = list(zip(labels, figures, strict=True))
        zh = some((f"{label.zh}为{one}，下级合计{two}" for label, (one, two) in told), "、")
        en = some((f"{label.en} is {one}, the sum {two}" for label, (one, two) in told), "; ")
        first, named, below = less[0], numbered(self.cites), len(self.below.reports)
        note = next((one.note for one in less if one.note.zh), first.note)
        zh = f"小于{below}份下级报告之和：{zh}。{note.zh}公开的信息应当准确（{named.zh}），请人工核实。"
        duty = f"What is published must be accurate ({named.en}): check."
        en = f"less than the sum of {below} reports below: {en}. {note.en}{duty}"
        return self._finding(
            Kind.REVIEW, zh, en, {"cells": cells, **zero_facts(note)}, cell_place(whole, first.row, first.column)
        )

    def _finding(
        self, kind: Kind, zh: str, en: str, facts: Mapping[str, object] | None = None, at: Place | None = None
    ) -> Finding:
        """A finding that says whose reports were summed up, left out and not read."""
        summed: dict[str, object] = {
            "parts": [report.agency.name for report in self.below.reports if report.agency],
            "left_out": [
                {"organ": organ, "reason": {"zh": why.zh, "en": why.en}} for organ, why in self.below.left_out
            ],
            "unread": list(self.below.unread),
        }
        apart = self._apart()
        return Finding(
            kind=kind,
            evidence=Evidence.INFERENCE,
            message=Message(zh + apart.zh, en + apart.en),
            cites=self.cites,
            subject=f"aggregate:{self.table.value}",
            at=at,
            facts={**summed, **(facts or {})},
            needs=("parts",) if kind is Kind.OPEN else (),
        )

    def _apart(self) -> Message:
        """What a message adds of the reports that were not summed up, and why the first of them was not."""
        left, unread = self.below.left_out, len(self.below.unread)
        zh = en = ""
        if left:
            organ, why = left[0]
            more = "等" * (len(left) > 1)
            zh, en = (
                f"未计入{len(left)}份：{organ}（{why.zh}）{more}",
                f"{len(left)} left out, first {organ} ({why.en})",
            )
        if unread:
            zh, en = f"{zh}{'；' * bool(zh)}{unread}份未能读出", f"{en}{'; ' * bool(en)}{unread} not read"
        return Message(f"【{zh}】", f" [{en}]") if zh else Message("", "")


RULE = Rule(
    code="SUM301",
    name="aggregate.parts.within_whole",
    title=Message("汇总数不小于下级之和", "a total holds the figures of the organs it sums up"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2019:6", "form-2019", "form-2021"),
    editions=(Edition.UNIFIED_2019, Edition.UNIFIED_2021),
    beside="parts",
    check=check,
)
