"""STR102 structure.headings.sequence — 标题序号连续 / headings are numbered without gaps

What it checks
--------------
The ordinals printed before the top-level headings: a number left out, given twice, or running backwards. Besides, where
every required content stands in another order than the law names them, that is mentioned without being counted.

Why
---
A missing ordinal is the commonest trace of a section that was lost when the page was made, or of a text put together
from an older one.

Example
-------
>>> from govdisclosure.model.place import Place
>>> from govdisclosure.model.report import AnnualReport, Section
>>> from govdisclosure.rules.rule import Question
>>> here = Place(start=0, end=0)
>>> parts = [Section(heading="", covers=(), text="", at=here, heading_at=here, number=n) for n in (1, 2, 4)]
>>> [finding.message.en for finding in check(Question(report=AnnualReport(year=2010, sections=tuple(parts))))]
['headings are numbered 1, 2, 4; 3 is left out: check whether a section was lost']

Not covered
-----------
Ordinals below the top level, and reports without numbered headings. No article prescribes an order or a way of
numbering.

中文说明
--------
查一级标题的序号有没有漏号、重号、倒序；各部分顺序与法规列举的不同时只作提示。漏号常常是制作网页时丢了一部分，或拼接
旧稿时留下的痕迹。不查一级以下的序号，也不查没有编号的标题；法规没有规定标题怎样编号。
"""

from collections.abc import Iterator

from govdisclosure.model.report import Section
from govdisclosure.rules.citing import contents
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.rules.structure.vocabulary import STATUTORY_ORDER, TITLES

__all__ = ["RULE", "check"]


def check(question: Question) -> Iterator[Finding]:
    """Yield one finding for each kind of fault in the numbering, and one for an unusual order."""
    report = question.report
    cites = contents(report.year)
    numbered = [section for section in report.sections if section.number is not None]
    if len(numbered) < 2:  # noqa: PLR2004  one number has nothing to follow
        message = Message("标题未编序号，无须核对", "the headings are not numbered, so there is nothing to compare")
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="sequence")
    else:
        numbers = [section.number for section in numbered]
        faults = tuple(_faults(numbered))
        printed = "、".join(str(number) for number in numbers)
        if not faults:
            message = Message(f"标题序号连续：{printed}", f"headings are numbered {printed.replace('、', ', ')}")
            yield Finding(kind=Kind.PASS, message=message, cites=cites, subject="sequence", facts={"numbers": numbers})
        for subject, zh, en, section in faults:
            message = Message(
                f"标题序号为{printed}，{zh}，请核对",
                f"headings are numbered {printed.replace('、', ', ')}; {en}",
            )
            at, facts = section.heading_at, {"numbers": numbers}
            yield Finding(kind=Kind.REVIEW, message=message, cites=cites, subject=subject, at=at, facts=facts)
    yield from _order(question)


def _faults(numbered: list[Section]) -> Iterator[tuple[str, str, str, Section]]:
    seen: set[str] = set()
    before = 0
    for section in numbered:
        number = section.number or 0
        fault = _fault(before, number)
        before = number
        if fault is not None and fault[0] not in seen:
            seen.add(fault[0])
            yield (*fault, section)


def _fault(before: int, number: int) -> tuple[str, str, str] | None:
    if number > before + 1:
        first, last = before + 1, number - 1
        zh, en = (f"缺{first}", f"{first} is") if first == last else (f"缺{first}至{last}", f"{first} to {last} are")
        return "sequence:gap", f"{zh}，可能漏了一部分", f"{en} left out: check whether a section was lost"
    if number == before:
        return "sequence:repeat", f"{number}重复", f"{number} is given twice: check the numbering"
    if number < before:
        return "sequence:reversal", f"{before}之后是{number}", f"{number} follows {before}: check the numbering"
    return None


def _order(question: Question) -> Iterator[Finding]:
    leading = [next((c for c in section.covers if c in STATUTORY_ORDER), None) for section in question.report.sections]
    found = list(dict.fromkeys(content for content in leading if content is not None))
    if found == sorted(found, key=STATUTORY_ORDER.index):
        return
    zh = "、".join(TITLES[content][0] for content in found)
    en = ", ".join(TITLES[content][1] for content in found)
    message = Message(
        f"各部分顺序（{zh}）与法规列举的顺序不同，仅供参考",
        f"parts stand in another order than the law names them: {en}",
    )
    cites = contents(question.report.year)
    facts = {"order": [content.value for content in found]}
    yield Finding(kind=Kind.INFORMATIONAL, message=message, cites=cites, subject="order", facts=facts)


RULE = Rule(
    code="STR102",
    name="structure.headings.sequence",
    title=Message("标题序号连续", "headings are numbered without gaps"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.INFORMATIONAL, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:32", "regulation-2019:50p1"),
    check=check,
)
