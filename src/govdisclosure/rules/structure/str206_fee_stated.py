"""STR206 structure.fee.stated — 写明收取信息处理费情况 / the information handling fee is stated

What it checks
--------------
Whether section six of a report from 2021 on says what information handling fee was charged, or that none was. Words on
the handling fee elsewhere in the report count too.

Why
---
A note in the official form of 2021 has the charging of information handling fees reported in section six.

Example
-------
>>> from govdisclosure.model.place import Place
>>> from govdisclosure.model.report import AnnualReport, Content, Section
>>> from govdisclosure.rules.rule import Question
>>> at = Place(start=0, end=0)
>>> def six(text):
...     heading = "六、其他需要报告的事项"
...     found = Section(heading=heading, covers=(Content.OTHER,), text=text, at=at, heading_at=at)
...     return Question(report=AnnualReport(year=2022, text=text, sections=(found,)))
>>> [next(check(six(text))).kind.value for text in ("本年度未收取信息处理费。", "无其他需要报告的事项。")]
['pass', 'review']

Not covered
-----------
That a report which charged nothing must say so is practice, not text, so silence is for a person to look at. Whether
the amount is right; a section six that is missing is STR101's matter.

中文说明
--------
查2021年度起的报告是否写明收取信息处理费的情况，没有收取的也应写明；写在其他部分的也算。官方格式注明这一情况在
第六部分报告。没有收费也要写明是通行做法而不是条文，所以没写的只请人核实。金额是否正确不查。
"""

import re
from collections.abc import Iterator

from govdisclosure.errors import NotInForceError
from govdisclosure.law import Citation, parameter
from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, Content
from govdisclosure.rules.answers import before_duty, year_unknown
from govdisclosure.rules.citing import contents
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.rules.structure.statements import is_abridged
from govdisclosure.text.normalise import fold, squeeze

__all__ = ["RULE", "check"]

_FEE = re.compile(r"处理费|收费|收取[^,。;\n]{0,20}费|费用")
_HANDLING = re.compile(r"信息[^,。;\n]{0,6}处理费|收取[^,。;\n]{0,16}处理费")


def check(question: Question) -> Iterator[Finding]:
    """Yield one finding."""
    report = question.report
    if report.year is None:
        yield year_unknown("fee", contents(None))
        return
    try:
        duty = parameter("report.fee_statement").for_report_year(report.year)
    except NotInForceError:
        duty = None
    if duty is None or not duty.value:
        yield _not_due(report.year)
        return
    kind, message, at = _judge(report, duty.cite)
    needs = ("text",) if kind is Kind.OPEN else ()
    yield Finding(kind=kind, message=message, cites=(duty.cite,), subject="fee", at=at, needs=needs)


def _not_due(year: int) -> Finding:
    try:
        parameter("report.edition").for_report_year(year)
    except NotInForceError:
        return before_duty(year, "fee", contents(None))
    message = Message(
        f"{year}年度尚不要求说明信息处理费（自2021年度起）",
        f"the handling fee is stated from report year 2021 on, not for {year}",
    )
    return Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=contents(year), subject="fee")


def _judge(report: AnnualReport, by: Citation) -> tuple[Kind, Message, Place | None]:
    sections = (*report.covering(Content.OTHER), *report.covering(Content.FEES))
    for section in sections:
        if _FEE.search(fold(section.text)):
            return Kind.PASS, Message("已说明收费情况", "what was charged is stated"), section.heading_at
    said = _HANDLING.search(report.key)
    if said is not None:
        at = report.place(said.start(), said.end())
        message = Message(
            "收取信息处理费情况写在其他部分，格式要求写在第六部分",
            "the handling fee is stated, though not in section six, where the form has it",
        )
        return Kind.PASS, message, at
    if not sections:
        message = Message(
            "没有其他需要报告的事项部分，无须核对（是否应有见STR101）",
            "there is no section six; whether it is due is STR101",
        )
        return Kind.NOT_APPLICABLE, message, None
    at = sections[0].heading_at
    if not any(squeeze(section.text) for section in sections) or is_abridged(report):
        message = Message(
            "第六部分未读到全文，无法判断是否说明信息处理费", "section six was not read in full, so this was not judged"
        )
        return Kind.OPEN, message, at
    message = Message(
        f"第六部分未见收取信息处理费情况，{by.zh}的格式在此说明，没有收取的通常也写明，请核实是否需要补充",
        f"section six does not state the information handling fee; the form has it stated there ({by.en}), usually "
        "also where none was charged: check whether to add it",
    )
    return Kind.REVIEW, message, at


RULE = Rule(
    code="STR206",
    name="structure.fee.stated",
    title=Message("写明收取信息处理费情况", "the information handling fee is stated"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("form-2021",),
    check=check,
)
