"""CLM251 claims.fee.consistent — 收费说明与表三相符 / what is said of fees agrees with table three

What it checks
--------------
Form of 2021: the row of table three for requests closed because a fee was not paid in time, against what section six
says of the handling fee. Requests closed for an unpaid fee while nothing is said of fees, or that none was charged, and
words on unpaid fees while that row is 0, are for a person to look at.

Why
---
A fee that was not paid in time was asked for first. What is published must be accurate (2019 Art 6).

Example
-------
>>> from govdisclosure.model.report import AnnualReport, Edition
>>> from govdisclosure.rules.rule import Question
>>> report = AnnualReport(year=2022, edition=Edition.UNIFIED_2021)
>>> [finding.kind.value for finding in check(Question(report=report))]
['notApplicable']

Not covered
-----------
That the two must agree is inferred: a fee may be asked for, not be paid, and truly none be charged. Amounts are not
compared with the number of requests. Charges of public services (行政事业性收费) are another matter.

中文说明
--------
查2021年格式表三中因逾期不缴费而不再处理的件数，与第六部分关于信息处理费的说明是否相符。先有收费通知才会有逾期
不缴费，两处不能矛盾；公开的信息应当准确。通知了收费而最终没有收到费用也是可能的，所以只请人核实。金额与申请件数是
否对应不查，行政事业性收费是另一回事。
"""

import re
from collections.abc import Iterator

from govdisclosure.law import Citation
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import REQUESTS_2021
from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, ClaimKind, Content
from govdisclosure.model.statistics import Grid
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import numbered
from govdisclosure.rules.placing import sentences
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.rules.tables import (
    cell_facts,
    cell_label,
    cell_place,
    counted,
    figure_cites,
    noted,
    zero_facts,
    zeros,
)

__all__ = ["RULE", "check"]

_CELL = ("other.fee_overdue", "total")
_FEE = re.compile(r"处理费|收费|收取[^,。;\n]{0,20}费|费用")
_NONE = re.compile(
    r"(?:未|没有|无(?!正当)|不存在|零)[^,。;\n]{0,14}(?:收取|收费|处理费|费用)|"
    r"(?:收取|收费|处理费)[^,。;\n]{0,16}(?<![\d.])0(?:\.0+)?\s?(?:万?元|件|笔)"
)
_CHARGED = re.compile(r"(?:收取|收费|处理费)[^。;\n]{0,24}?(?:[1-9]\d*|0\.\d*[1-9])[\d.,]*\s?万?元")
_UNPAID = re.compile(r"(?:逾期|未|没有|不)(?:按[^,。;\n]{0,10})?(?:缴纳|缴费|交费|缴清)[^。;\n]{0,20}[1-9]\d*\s?件")


def check(question: Question) -> Iterator[Finding]:
    """Yield one finding."""
    report = question.report
    grid = report.statistics.requests
    if grid is None or grid.edition is not Edition.UNIFIED_2021:
        message = Message(
            "未读到2021年格式的表三，没有可比较的数字",
            "table three of the form of 2021 was not read; nothing to compare",
        )
        yield Finding(
            kind=Kind.NOT_APPLICABLE, message=message, cites=figure_cites(report, REQUESTS_2021), subject="fee"
        )
        return
    cites, count = figure_cites(report, grid.form), grid[_CELL]
    value = counted(count, question.blank_is) if count.value is None else count.value
    note = zeros(question.blank_is, (grid, *_CELL))
    facts: dict[str, object] = {"table": grid.table.value, **cell_facts(*_CELL, count), **zero_facts(note)}
    if value is None:
        message = Message(
            "表三逾期未缴费一行没有读到数字，无法与第六部分比较",
            "the row of table three on unpaid fees has no figure, so it was not compared with section six",
        )
        yield Finding(kind=Kind.OPEN, message=message, cites=cites, subject="fee", facts=facts, needs=("cells",))
        return
    said, at = _said(report)
    kind, message = _judge(grid, str(value), closed=value > 0, said=said, cites=cites)
    message = noted(message, note)
    where = at or cell_place(grid, *_CELL)
    yield Finding(kind=kind, message=message, cites=cites, subject="fee", at=where, facts={**facts, "said": said})


def _said(report: AnnualReport) -> tuple[str, Place | None]:
    """What section six says of fees: ``unpaid``, ``charged``, ``none``, ``other``, or nothing at all."""
    found: dict[str, Place] = {}
    for section in report.covering(Content.OTHER):
        for start, end in sentences(report.key, section.heading_at.end, section.at.end):
            words = report.key[start:end]
            if not _FEE.search(words):
                continue
            place = report.place(start, end)
            state = next((name for name, sign in _STATES.items() if sign.search(words)), "other")
            found.setdefault(state, place)
    for claim in report.stating(ClaimKind.FEES_CHARGED):
        if not found and any(
            section.at.start <= claim.at.start < section.at.end for section in report.covering(Content.OTHER)
        ):
            found["charged" if claim.value else "none"] = claim.at
    for state in (*_STATES, "other"):
        if state in found:
            return state, found[state]
    return "nothing", None


_STATES = {"unpaid": _UNPAID, "charged": _CHARGED, "none": _NONE}


def _judge(grid: Grid, value: str, *, closed: bool, said: str, cites: tuple[Citation, ...]) -> tuple[Kind, Message]:
    label = cell_label(grid, *_CELL)
    named = numbered(cites)
    ask_zh = f"公开的信息应当准确（{named.zh}），请人工核实。"
    ask_en = f"What is published must be accurate ({named.en}): check both."
    if closed and said in {"none", "nothing"}:
        zh = "第六部分却称未收取费用" if said == "none" else "第六部分却未提及收费"
        en = "says that none was charged" if said == "none" else "does not speak of fees"
        return Kind.REVIEW, Message(
            f"表三{label.zh}为{value}，即发出过收费通知，{zh}；如通知后均未缴费，两者可以并存。{ask_zh}",
            f"table three, {label.en}: {value}, so fees were asked for, yet section six {en}; "
            f"both hold if no one paid. {ask_en}",
        )
    if not closed and said == "unpaid":
        return Kind.REVIEW, Message(
            f"第六部分写有逾期未缴费的申请，表三{label.zh}却为{value}。{ask_zh}",
            f"section six speaks of requests with unpaid fees, yet table three, {label.en}: {value}. {ask_en}",
        )
    if said == "nothing":
        return Kind.NOT_APPLICABLE, Message(
            "第六部分未提及收费，表三也没有逾期未缴费的申请（是否应写明见STR206）",
            "section six does not speak of fees, and no request was closed for one; whether it should is STR206",
        )
    return Kind.PASS, Message(
        f"表三{label.zh}为{value}，与第六部分的收费说明不矛盾",
        f"table three, {label.en}: {value}, which does not contradict what section six says of fees",
    )


RULE = Rule(
    code="CLM251",
    name="claims.fee.consistent",
    title=Message("收费说明与表三相符", "what is said of fees agrees with table three"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2019:6", "form-2021"),
    check=check,
)
