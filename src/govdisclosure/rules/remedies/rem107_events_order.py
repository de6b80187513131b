"""REM107 remedies.events.order — 案件事项先后符合程序 / a case's events in an order that the procedure allows

What it checks
--------------
What is said to have happened in a case, against the table of what may follow what; that it was not filed before the
act it contests was made or known; that no day lies before 2008-05-01 and, where the day of the check is given, none
after it.

Why
---
The terms of reconsideration and litigation run from one event to another. A wrong day makes an answer late that was in
time, and puts the case into the wrong year of table four.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.case import Case, CaseEvent, CaseEventKind as E, CaseKind
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> filed = CaseEvent(kind=E.FILED, on=pendulum.Date(2024, 3, 4))
>>> case = Case(id="F1", kind=CaseKind.RECONSIDERATION, act_on=pendulum.Date(2024, 5, 6), events=(filed,))
>>> [(finding.kind.value, finding.subject) for finding in check(EntriesQuestion(register=Register(cases=(case,))))]
[('fail', 'F1:before_act')]

Not covered
-----------
Steps that are missing: the respondent learns of some of them only later. A suit after reconsideration may name the day
of the reply or that of the decision as the act. Events without a day are counted as not judged.

中文说明
--------
查案件登记的各事项先后是否符合程序，提起日期是否早于所针对的答复或者知道之日，有没有早于2008年5月1日或者晚于检查日期的日期。
各项期限都从某一事项起算，日期错了，按期的会变成逾期，还会计错年度。缺少的环节不算，被申请人往往事后才知道；没有日期的事项列为
未能判断，不查。
"""

from collections.abc import Iterator

import pendulum

from govdisclosure.law import cite
from govdisclosure.model.case import Case
from govdisclosure.register.states.cases import replay_case
from govdisclosure.register.states.transitions import FaultKind
from govdisclosure.rules.citing import OLD, first_day
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.faults import out_of_order
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import Need, Said, Sweep, days_of, number_of

__all__ = ["RULE", "check"]

_DAYS = Need("events.on", "事项日期", "the day of an event")


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each case and kind of fault."""
    sweep = Sweep(
        subject="cases",
        cites=RULE.cites,
        passed=Message("{n}件案件的事项先后符合程序", "{n} cases: events in an order that the procedure allows"),
        none=Message("没有登记事项的案件", "no case has events"),
    )
    yield from sweep.over(question.cases, lambda one: _look(one, question.as_of))


def _look(one: Case, as_of: pendulum.Date | None) -> Said:
    if not one.events:
        return None
    faults = replay_case(one).faults
    wrong = [fault for fault in faults if fault.kind is not FaultKind.UNDATED]
    said: list[Finding | Need] = [_DAYS] if len(wrong) < len(faults) else []
    if wrong:
        said.append(out_of_order(one, wrong, ("案件", "case"), (cite("regulation-2019:51"),)))
    return [*said, *_days(one, as_of)]


def _days(one: Case, as_of: pendulum.Date | None) -> Iterator[Finding]:
    filed, number = one.filed_on, number_of(one)
    act = max((day for day in (one.act_on, one.known_on) if day is not None), default=None)
    if filed is not None and act is not None and filed < act:
        zh = f"{filed}与{act}：案件{number}的提起日期早于所针对的行为或者知道之日，请核对两个日期"
        en = f"{filed} and {act}: case {number} was filed before the act it contests was made or known; check both"
        yield _found(one, "before_act", Message(zh, en), filed_on=filed, act_on=act)
    if one.act_on is not None and one.known_on is not None and one.known_on < one.act_on:
        zh = f"{one.known_on}与{one.act_on}：案件{number}的知道之日早于行为作出之日，请核对两个日期"
        en = f"{one.known_on} and {one.act_on}: the act of case {number} was known before it was made; check both"
        yield _found(one, "known_before_act", Message(zh, en), known_on=one.known_on, act_on=one.act_on)
    days = [day for day in (one.act_on, one.known_on, *(event.on for event in one.events)) if day is not None]
    if days and min(days) < first_day(OLD):
        zh = f"{min(days)}：案件{number}有日期早于{first_day(OLD)}，当时还没有政府信息公开条例，请核对年份"
        en = f"{min(days)}: case {number} has a day before {first_day(OLD)}, the first of disclosure; check the year"
        yield _found(one, "before_law", Message(zh, en), earliest_on=min(days))
    if days and as_of is not None and max(days) > as_of:
        zh = f"{max(days)}：案件{number}登记的日期晚于检查日期{as_of}，请核对年份"
        en = f"{max(days)}: case {number} has a day after that of the check, {as_of}; check the year"
        yield _found(one, "future", Message(zh, en), latest_on=max(days), as_of=as_of)


def _found(one: Case, what: str, message: Message, **days: object) -> Finding:
    cites = (cite("regulation-2019:51"),)
    return found(one, what, kind=Kind.FAIL, message=message, cites=cites, facts=days_of(**days))


RULE = Rule(
    code="REM107",
    name="remedies.events.order",
    title=Message("案件事项先后符合程序", "a case's events in an order that the procedure allows"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2019:51",),
    about="cases",
    check=check,
)
