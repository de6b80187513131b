"""REQ113 requests.entry.unique — 申请不重复登记 / each request is entered once

What it checks
--------------
That no number is given to two requests. For review: two requests of the same applicant with the same content received
within 30 days of one another, unless the later was answered as a repeat.

Why
---
What is entered twice is counted twice in table three. Two requests under one number cannot be told apart afterwards,
nor can a case be traced to one of them.

Example
-------
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.model.request import Request
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> asked = EntriesQuestion(register=Register(requests=(Request(id="7"), Request(id="7"))))
>>> [(finding.kind.value, finding.subject) for finding in check(asked)]
[('fail', '7:number')]

Not covered
-----------
Requests in other words for the same thing, and requests without name or content: those are not compared. Names and
contents are compared by a digest of their folded text and appear nowhere. Requests without a number.

中文说明
--------
查登记簿中是否有两件申请用同一编号，以及同一申请人内容相同、收到日期相距30日以内的申请。重复登记会使表三重复计数，编号相同
的申请也无法与复议、诉讼对应。内容相同的可能确是两次申请，只请人核实，按重复申请答复的不算；没有登记姓名名称或者内容的、换了
说法的，不查。姓名和内容只用于比对，不在结果中出现。
"""

from collections.abc import Iterator

import pendulum

from govdisclosure.law import cite
from govdisclosure.model.request import Request
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.requests.lawful import answered, began_on
from govdisclosure.rules.requests.sameness import wish
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import Said, Sweep, counted, days_of, number_of

__all__ = ["RULE", "check"]

_ROWS = 5
_CLOSE = 30
_REPEAT = "not_processed.repeat"


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each number given more than once, and for each request that is likely entered twice."""
    sweep = Sweep(
        subject="requests",
        cites=RULE.cites,
        passed=Message("{n}件申请编号不重，也没有疑似重复登记的", "{n} requests: each entered once"),
        none=Message("登记簿中没有申请", "the register has no request"),
    )
    numbered: set[str] = set()
    last: dict[bytes, Request] = {}
    yield from sweep.over(question.requests, lambda one: _look(one, question, numbered, last))


def _look(one: Request, question: EntriesQuestion, numbered: set[str], last: dict[bytes, Request]) -> Said:
    said: list[Finding] = []
    alike = question.requests_by_id[one.id]
    if one.id and len(alike) > 1 and one.id not in numbered:
        numbered.add(one.id)
        rows = [other.at.line for other in alike[:_ROWS] if other.at is not None and other.at.line is not None]
        listed = "、".join(map(str, rows)) + ("等" if len(alike) > _ROWS else "")
        where_zh = f"（第{listed}行）" if rows else ""
        where_en = f" (rows {', '.join(map(str, rows))})" if rows else ""
        zh = f"{len(alike)}件申请同用编号{number_of(one)}{where_zh}，请核对是否重复登记，确为不同申请的请另编号"
        en = f"{len(alike)} requests have the number {number_of(one)}{where_en}; check whether one was entered twice, "
        facts = {"entries": len(alike), "rows": rows}
        message, cites = Message(zh, f"{en}else number them apart"), (cite("regulation-2019:45"),)
        said.append(found(one, "number", kind=Kind.FAIL, message=message, cites=cites, facts=facts))
    key = wish(one)
    if key is not None:
        before = last.get(key)
        last[key] = one
        if before is not None and before.id != one.id:
            said += _twice(one, before)
    return said


def _twice(one: Request, before: Request) -> Iterator[Finding]:
    here, there = began_on(one), began_on(before)
    if here is None or there is None or abs(_ordinal(here) - _ordinal(there)) > _CLOSE:
        return
    if any(reply is not None and reply.outcome == _REPEAT for reply in (answered(one), answered(before))):
        return
    days = abs(_ordinal(here) - _ordinal(there))
    zh = f"相距{days}日：申请{number_of(one)}与{number_of(before)}的申请人和内容相同，请核对是否重复登记；"
    zh += "确属重复申请的，可告知不予重复处理"
    en = f"{counted(days, 'day')} apart: requests {number_of(one)} and {number_of(before)} have one applicant and "
    en += "content; check whether one was entered twice; a repeat may be answered as such"
    facts = {"other": before.id, "days": days, **days_of(received_on=here, other_received_on=there)}
    cites = (cite("regulation-2019:45"), cite("regulation-2019:36i6"))
    yield found(one, "content", kind=Kind.REVIEW, message=Message(zh, en), cites=cites, facts=facts)


def _ordinal(day: pendulum.Date) -> int:
    return day.toordinal()


RULE = Rule(
    code="REQ113",
    name="requests.entry.unique",
    title=Message("申请不重复登记", "each request is entered once"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=("regulation-2019:45",),
    about="requests",
    check=check,
)
