"""STR104 structure.preamble.parts — 前言所列部分与正文一致 / the parts announced are the parts found

What it checks
--------------
Where the preamble lists the report's parts (``本报告由概述、主动公开情况……共六个部分组成``): the stated number
against the parts listed, the stated number against the headings found, and each listed part against the
headings. A number stated without a list is held against the headings found.

Why
---
A list that does not fit the text is the trace of a preamble kept from another year, another form or another organ.

Example
-------
>>> from govdisclosure.model.place import Place
>>> from govdisclosure.model.report import AnnualReport, Passage
>>> from govdisclosure.rules.rule import Question
>>> passage = Passage(text="本报告由概述、主动公开情况共三个部分组成。", at=Place(start=0, end=0))
>>> [finding.subject for finding in check(Question(report=AnnualReport(year=2010, preamble=passage)))]
['parts:listed', 'parts:found']

Not covered
-----------
Preambles without a list or a number. Whether the law asks for a part (STR101). An announced annex that is not
found is not counted as missing: tables are often lost where a page is turned into text.

中文说明
--------
查前言列出的各部分和所称的部分数，与正文标题是否一致。不一致多是沿用往年、其他格式或其他机关的前言。前言没有列出各部
分的不查；是否缺少法定内容由STR101判断；列有附表而正文未见的不算缺少，表格常在转成文本时丢失。
"""

from collections.abc import Iterator

from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.placing import locate
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.rules.structure.announcement import (
    Announcement,
    announcement_of,
    missing_parts,
    possible_counts,
)

__all__ = ["RULE", "check"]

_FEWEST_SECTIONS = 2


def check(question: Question) -> Iterator[Finding]:
    """Yield a finding for each way in which the announced parts do not fit, or one pass."""
    report = question.report
    cites = accuracy(report.year)
    listed = announcement_of(report)
    if report.preamble is None or listed is None:
        message = Message(
            "前言没有列出报告各部分，无须核对", "the preamble lists no parts, so there is nothing to compare"
        )
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="parts")
        return
    at = locate(report, report.preamble.text[listed.start : listed.end], report.preamble.at)
    facts = {"stated": listed.stated, "listed": len(listed.parts), "found": len(report.sections)}
    verdicts = list(_verdicts(report, listed))
    for kind, subject, message in verdicts:
        needs = ("sections",) if kind is Kind.OPEN else ()
        yield Finding(kind=kind, message=message, cites=cites, subject=subject, at=at, facts=facts, needs=needs)
    if not verdicts:
        message = (
            Message("前言所列各部分在正文中均有对应", "every part the preamble announces is found")
            if listed.parts
            else Message("前言所称部分数与正文一致", "the text has as many parts as the preamble states")
        )
        yield Finding(kind=Kind.PASS, message=message, cites=cites, subject="parts", at=at, facts=facts)


def _verdicts(report: AnnualReport, listed: Announcement) -> Iterator[tuple[Kind, str, Message]]:
    if listed.stated is not None and not listed.fewest <= listed.stated <= listed.most:
        zh = f"前言称共{listed.stated}个部分，所列为{len(listed.parts)}个，请核对"
        en = f"the preamble speaks of {listed.stated} parts and lists {len(listed.parts)}; check"
        yield Kind.REVIEW, "parts:listed", Message(zh, en)
    if len(report.sections) < _FEWEST_SECTIONS:
        message = Message(
            "未能分出正文各部分，无法与前言所列核对",
            "the text's sections could not be told apart, so the list was not compared",
        )
        yield Kind.OPEN, "parts:found", message
        return
    possible = possible_counts(report, listed)
    if listed.stated is not None and listed.stated not in possible:
        zh = f"前言称共{listed.stated}个部分，正文有{len(report.sections)}个，请核对"
        en = f"the preamble speaks of {listed.stated} parts and {len(report.sections)} are found; check"
        yield Kind.REVIEW, "parts:found", Message(zh, en)
    for part in missing_parts(report, listed):
        subject = "part:" + "+".join(sorted(content.value for content in part.names))
        zh, en = (
            f"前言列有“{part.words}”，正文没有对应部分，请核对",
            "the preamble announces a part that has no heading in the text; check",
        )
        yield Kind.REVIEW, subject, Message(zh, f"{en}: {part.words}")


RULE = Rule(
    code="STR104",
    name="structure.preamble.parts",
    title=Message("前言所列部分与正文一致", "the parts announced are the parts found"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6"),
    check=check,
)
