"""REM104 remedies.decision.in_time — 审理在期限内 / decided within the term

What it checks
--------------
Whether a reconsideration was decided within 60 days of acceptance, 30 in the simplified procedure, and later by the
days of an extension, 30 at most and where the register does not say how many; whether a suit was decided in first
instance within 3, from 2015-05-01 6 months, 45 days in the simplified procedure. What came later, or is pending on the
day of the check, is for review.

Why
---
The duty is that of the body or the court. An office whose case is overdue asks for its state; table four counts it as
pending at the end of the year, and it must not be forgotten.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.case import Case, CaseEvent, CaseEventKind as E, CaseKind
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> days = [(E.ACCEPTED, 3, 4), (E.DECIDED, 7, 1)]
>>> events = tuple(CaseEvent(kind=kind, on=pendulum.Date(2024, month, day)) for kind, month, day in days)
>>> register = Register(cases=(Case(id="F1", kind=CaseKind.RECONSIDERATION, events=events),))
>>> [(finding.kind.value, finding.facts["late"]) for finding in check(EntriesQuestion(register=register))]
[('review', 56)]

Not covered
-----------
Suits whose term a higher court extended, and cases that stood still: how long is not recorded well enough. A suit that
went on in the normal procedure, where the register does not name one: the longer term counts. Appeals. Whether an
extension was lawful, beyond its 30 days.

中文说明
--------
查复议是否在受理后60日内、简易程序30日内作出决定，延长的另加登记的日数，最多30日，未登记日数的按30日；一审是否在3个月、2015年5月起6个月、简易程序45日内审结。这是
复议机关和法院的期限，超期的、到检查日期仍未审结的，请机关了解进展，故只请人核实。没有写明程序的按较长期限；中止过的、经上级
法院批准延长的、二审的，本规则不查；没有受理日期的列为未能判断。
"""

from collections.abc import Iterator

import pendulum

from govdisclosure.model.case import Case, CaseEventKind
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import with_articles
from govdisclosure.rules.remedies.terms import KIND, Due, due, is_suit, late_by, suspended
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import Need, Said, Sweep, counted, days_of, number_of

__all__ = ["RULE", "check"]

_E = CaseEventKind
_ACCEPTED = Need("accepted_on", "受理日期", "the day of acceptance")
_DECIDED = Need("decided_on", "审结日期", "the day of the decision")


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each case that is or was overdue."""
    sweep = Sweep(
        subject="cases",
        cites=RULE.cites,
        passed=Message("{n}件案件都在期限内审结或者期限未满", "{n} cases: decided in time, or the term still runs"),
        none=Message("没有可核对审理期限的案件", "no case whose term for the decision could be compared"),
    )
    yield from sweep.over(question.cases, lambda one: _look(one, question))


def _look(one: Case, question: EntriesQuestion) -> Said:
    accepted, decided, extended = one.first(_E.ACCEPTED), one.first(_E.DECIDED), one.first(_E.EXTENDED)
    if suspended(one) or (decided is None and question.as_of is None) or (is_suit(one) and extended is not None):
        return None
    if one.kind is None or (decided is not None and decided.on is None):
        return (KIND if one.kind is None else _DECIDED,)
    if accepted is None or accepted.on is None:
        return (_ACCEPTED,) if accepted is not None or decided is not None else None
    on = decided.on if decided is not None else question.as_of
    last = due(one, _E.DECIDED, question.calendar, as_of=on, lawful=True)
    if last is None or on is None:
        return None
    return () if on <= last.latest_on else (_late(one, on, last, done=decided is not None),)


def _late(one: Case, on: pendulum.Date, last: Due, *, done: bool) -> Finding:
    late = late_by(on, last.latest_on)
    zh = f"晚{late}日：案件{number_of(one)}应不晚于{last.latest_on}审结，"
    en = f"{counted(late, 'day')} late: case {number_of(one)} was to be decided by {last.latest_on}, "
    zh += f"{on}审结，请核对受理、延长和审结日期" if done else f"到{on}尚未审结，请了解进展，已审结的请补登"
    en += f"was on {on}; check its days" if done else f"is pending on {on}; ask for its state, or complete the register"
    return found(
        one,
        "decision",
        kind=Kind.REVIEW,
        message=with_articles(zh, en, last.cites),
        cites=last.cites,
        evidence=last.evidence,
        facts={**days_of(due_on=last.latest_on, decided_on=on if done else None), "late": late},
    )


RULE = Rule(
    code="REM104",
    name="remedies.decision.in_time",
    title=Message("审理在期限内", "decided within the term"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("reconsideration-1999:31", "reconsideration-2023:62", "litigation-2014:81", "litigation-2014:83"),
    about="cases",
    check=check,
)
