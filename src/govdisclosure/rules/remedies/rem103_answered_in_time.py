"""REM103 remedies.answer.in_time — 复议答复、应诉答辩在期限内 / the office's answer is in time

What it checks
--------------
That the respondent's answer was handed in within its term from the day the copy was served: 10 days, from 2024 10
working days (5 in the simplified procedure); for suits 10 days, from 2015-05-01 15 days. An answer that is still owed
on the day of the check is a fault as soon as the term is over. Where the register does not name the procedure, only
what is late in both is a fault; the rest is for review. Where the copy was served again, the last service counts.

Why
---
This duty is the organ's own. Without an answer and the evidence in time, the act counts as made without evidence and is
revoked.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.case import Case, CaseEvent, CaseEventKind as E, CaseKind
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> days = [(E.SERVED, 4), (E.ANSWERED, 22)]
>>> events = tuple(CaseEvent(kind=kind, on=pendulum.Date(2024, 3, day)) for kind, day in days)
>>> asked = EntriesQuestion(register=Register(cases=(Case(id="F1", kind=CaseKind.RECONSIDERATION, events=events),)))
>>> [(finding.kind.value, finding.facts["latest_on"]) for finding in check(asked)]
[('fail', '2024-03-18')]

Not covered
-----------
Whether evidence came with the answer; an extension that the court gave for evidence. Cases that stood still, and those
filed under one law and served under the next, are never more than a matter for a person. Appeals. What was decided
without a recorded answer counts as not judged.

中文说明
--------
查收到副本后的答复、答辩是否在期限内：复议1999年法为10日，2024年起为10个工作日、简易程序5个工作日；诉讼2015年5月前为10日，以后
为15日；到检查日期仍未答复且期限已满的同样列出。这是机关自己的义务，逾期不提出答复和证据的，视为没有证据，会被撤销。没有写明
程序的，两种程序都已逾期才算；再次送达的，按最后一次；案件中止过的、跨新旧法的，只请人核实；证据是否随附、法院准许延期举证的，本规则不查。
"""

from collections.abc import Iterator

import pendulum

from govdisclosure.model.case import Case, CaseEventKind
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import against, with_articles
from govdisclosure.rules.remedies.terms import KIND, Due, due, late_by
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import Need, Said, Sweep, counted, days_of, number_of

__all__ = ["RULE", "check"]

_E = CaseEventKind
_DO = Message("没有提交的请立即办理，已提交的请补登", "and hand it in at once, or complete the register")
_SERVED = Need("served_on", "收到副本的日期", "the day the copy was served")
_ANSWERED = Need("answered_on", "提交答复的日期", "the day of the answer")


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each answer that was late or is owed."""
    sweep = Sweep(
        subject="cases",
        cites=RULE.cites,
        passed=Message("{n}件案件都按期答复、答辩或者期限未满", "{n} cases: answered in time, or the term still runs"),
        none=Message("没有需要答复、答辩的案件", "no case to answer"),
    )
    yield from sweep.over(question.cases, lambda one: _look(one, question))


def _look(one: Case, question: EntriesQuestion) -> Said:
    served, answered, decided = one.first(_E.SERVED), one.first(_E.ANSWERED), one.first(_E.DECIDED)
    if served is None and answered is None:
        return None
    if served is None or served.on is None:
        return (_SERVED,)
    if (answered is None and decided is not None) or (answered is not None and answered.on is None):
        return (_ANSWERED,)
    on = answered.on if answered is not None else question.as_of
    return (KIND,) if one.kind is None else _compared(one, on, question, done=answered is not None)


def _compared(one: Case, on: pendulum.Date | None, question: EntriesQuestion, *, done: bool) -> Said:
    # A service after the answer is one to which another answer is owed; without one before it, it is all there is.
    last = due(one, _E.ANSWERED, question.calendar, as_of=on) or due(one, _E.ANSWERED, question.calendar)
    if last is None or on is None:
        return None
    return () if on <= last.due_on else (_late(one, on, last, done=done),)


def _late(one: Case, on: pendulum.Date, last: Due, *, done: bool) -> Finding:
    sure = last.settled and on > last.latest_on
    day = last.latest_on if sure else last.due_on
    late = late_by(on, day)
    zh = f"晚{late}日：案件{number_of(one)}应不晚于{day}提交答复或者答辩，"
    en = f"{counted(late, 'day')} late: the answer in case {number_of(one)} was due by {day}, "
    zh += f"{on}才提交" if done else f"到{on}还没有记录"
    en += f"handed in {on}" if done else f"none is recorded by {on}"
    if not sure:
        zh += "；程序未写明、案件中止过或者跨新旧法，请人工核实"
        en += "; the procedure is not recorded, the case stood still, or two laws meet: check"
    facts = {**days_of(due_on=last.due_on, latest_on=last.latest_on, answered_on=on if done else None), "late": late}
    return found(
        one,
        "answer",
        kind=Kind.FAIL if sure else Kind.REVIEW,
        message=against(zh, en, last.cites, None if done else _DO) if sure else with_articles(zh, en, last.cites),
        cites=last.cites,
        evidence=last.evidence,
        facts=facts,
    )


RULE = Rule(
    code="REM103",
    name="remedies.answer.in_time",
    title=Message("复议答复、应诉答辩在期限内", "the office's answer is in time"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("reconsideration-1999:23", "reconsideration-2023:48", "reconsideration-2023:54", "litigation-2014:67"),
    about="cases",
    check=check,
)
