"""REQ110 requests.dates.possible — 日期可能存在 / days that can be

What it checks
--------------
That a request was not received before it was submitted, that no day lies before 2008-05-01, the first day on which
anyone could ask, and, where the day of the check is given, that nothing is said to have happened after it.

Why
---
Every term is counted from these days. A year typed wrongly makes a lawful reply late by a year, or a late one lawful.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.model.request import Request, RequestEvent, RequestEventKind as E
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> events = [(E.SUBMITTED, 14), (E.RECEIVED, 11)]
>>> made = tuple(RequestEvent(kind=kind, on=pendulum.Date(2024, 3, day)) for kind, day in events)
>>> asked = EntriesQuestion(register=Register(requests=(Request(id="7", events=made),)))
>>> [(finding.kind.value, finding.subject) for finding in check(asked)]
[('fail', '7:received_before_submitted')]

Not covered
-----------
The order of all other days (REQ109). Days that are set, such as that until which to supplement: they may lie ahead.
Without a day of the check nothing is too late to be.

中文说明
--------
查收到日期是否早于提交日期，各项日期有没有早于2008年5月1日（依申请公开制度开始之日）的，给出检查日期的，有没有晚于检查
日期的。各项期限都从这些日期起算，年份多打少打一年，按期的会变成逾期，逾期的会变成按期。其余日期的先后由另一条规则核对，
补正期限等约定的日期可以在将来，本规则不查。
"""

from collections.abc import Iterator

import pendulum

from govdisclosure.model.request import Request
from govdisclosure.rules.citing import OLD, first_day
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import against
from govdisclosure.rules.requests.lawful import article
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import Said, Sweep, days_of, number_of

__all__ = ["RULE", "check"]


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each request and kind of impossible day."""
    sweep = Sweep(
        subject="requests",
        cites=RULE.cites,
        passed=Message("{n}件申请的日期都可能存在", "{n} requests: all days can be"),
        none=Message("没有登记日期的申请", "no request has a day"),
    )
    yield from sweep.over(question.requests, lambda one: _look(one, question.as_of))


def _look(one: Request, as_of: pendulum.Date | None) -> Said:
    days = [day for event in one.events for day in (event.on, event.notified_on) if day is not None]
    if not days:
        return None
    said = [*_before_submission(one)]
    first, earliest, latest = first_day(OLD), min(days), max(days)
    if earliest < first:
        cites = article(first, "24", "33")
        zh = f"{earliest}：申请{number_of(one)}有日期早于{first}，当时还没有依申请公开制度，请核对年份"
        en = f"{earliest}: request {number_of(one)} has a day before {first}, when no one could ask; check the year"
        facts = days_of(earliest_on=earliest, in_force_on=first)
        said.append(found(one, "before_law", kind=Kind.FAIL, message=Message(zh, en), cites=cites, facts=facts))
    if as_of is not None and latest > as_of:
        cites = article(latest, "24", "33")
        zh = f"{latest}：申请{number_of(one)}登记的日期晚于检查日期{as_of}，请核对年份"
        en = f"{latest}: request {number_of(one)} has a day after that of the check, {as_of}; check the year"
        facts = days_of(latest_on=latest, as_of=as_of)
        said.append(found(one, "future", kind=Kind.FAIL, message=Message(zh, en), cites=cites, facts=facts))
    return said


def _before_submission(one: Request) -> Iterator[Finding]:
    submitted, received = one.submitted_on, one.received_on
    if submitted is not None and received is not None and received < submitted:
        cites = article(received, "24", "31")
        zh = f"{received}与{submitted}：申请{number_of(one)}的收到日期早于提交日期"
        en = f"{received} and {submitted}: request {number_of(one)} was received before it was submitted"
        facts = days_of(received_on=received, submitted_on=submitted)
        message = against(zh, en, cites)
        yield found(one, "received_before_submitted", kind=Kind.FAIL, message=message, cites=cites, facts=facts)


RULE = Rule(
    code="REQ110",
    name="requests.dates.possible",
    title=Message("日期可能存在", "days that can be"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:24", "regulation-2019:31", "regulation-2019:33"),
    about="requests",
    check=check,
)
