"""REM102 remedies.acceptance.in_time — 受理、立案在期限内 / accepted within the term

What it checks
--------------
Whether a reconsideration was accepted or rejected within 5 working days, and a suit docketed within 7 days, of filing
or of the supplement. What was later, and what is still neither on the day of the check, is for review; under the law of
2023 silence counts as acceptance, which is noted.

Why
---
The duty is that of the reconsideration body or the court. The office that keeps the register needs to know because its
own term for answering, and the term for the decision, follow; a government that is the body sees its own lateness.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.case import Case, CaseEvent, CaseEventKind as E, CaseKind
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> days = [(E.FILED, 4), (E.ACCEPTED, 18)]
>>> events = tuple(CaseEvent(kind=kind, on=pendulum.Date(2024, 3, day)) for kind, day in days)
>>> asked = EntriesQuestion(register=Register(cases=(Case(id="F1", kind=CaseKind.RECONSIDERATION, events=events),)))
>>> [(finding.kind.value, finding.facts["due_on"]) for finding in check(asked)]
[('review', '2024-03-11')]

Not covered
-----------
Time in the mail: the term runs from arrival, of which the register has only the day of filing. Cases waiting for a
supplement, and cases decided without a recorded acceptance.

中文说明
--------
查复议申请是否在5个工作日内受理或者不予受理，起诉是否在7日内立案，经补正的自补正之日起算。这是复议机关和法院的期限，机关据此
推算自己的答复期限，故超过的和到检查日期仍无结果的都只请人核实；按2023年修订的行政复议法，期满未作决定视为受理，只作提示。登记
簿只有提起的日期，邮寄在途时间，本规则不算；等待补正的、没有登记受理而已经审结的，不查。
"""

from collections.abc import Iterator

import pendulum

from govdisclosure.model.case import Case, CaseEventKind, CaseResult
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import with_articles
from govdisclosure.rules.remedies.terms import FILED, KIND, Due, due, late_by
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import Need, Said, Sweep, counted, days_of, number_of

__all__ = ["RULE", "check"]

_E = CaseEventKind
_ACCEPTED = Need("accepted_on", "受理日期", "the day of acceptance")
# Silence is acceptance under the law of 2023 (Art 30).
_SILENCE = "reconsideration-2023"


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each case that was accepted late or not at all."""
    sweep = Sweep(
        subject="cases",
        cites=RULE.cites,
        passed=Message(
            "{n}件案件都在期限内受理、立案或者期限未满", "{n} cases: accepted in time, or the term still runs"
        ),
        none=Message("没有可核对受理期限的案件", "no case whose term for acceptance could be compared"),
    )
    yield from sweep.over(question.cases, lambda one: _look(one, question))


def _look(one: Case, question: EntriesQuestion) -> Said:
    accepted, closing = one.first(_E.ACCEPTED), one.closing
    refused = closing is not None and closing.result is CaseResult.NOT_ACCEPTED
    ended = accepted or (closing if refused else None)
    if ended is None and (closing is not None or question.as_of is None):
        return None
    if one.kind is None or one.filed_on is None:
        return (KIND if one.kind is None else FILED,)
    if ended is not None and ended.on is None:
        return (_ACCEPTED,)
    on = ended.on if ended is not None else question.as_of
    last = due(one, _E.ACCEPTED, question.calendar, as_of=on)
    if last is None:
        return None
    if on is None or on <= last.latest_on:
        return ()
    return (_late(one, on, last, done=ended is not None),)


def _late(one: Case, on: pendulum.Date, last: Due, *, done: bool) -> Finding:
    late = late_by(on, last.latest_on)
    by_silence = not done and last.cites[0].instrument.id == _SILENCE
    zh = f"晚{late}日：案件{number_of(one)}应不晚于{last.latest_on}受理或者立案，"
    en = f"{counted(late, 'day')} late: case {number_of(one)} was to be accepted by {last.latest_on}, "
    if by_silence:
        zh = f"案件{number_of(one)}到{last.latest_on}未见受理与否的决定，自期满之日起视为受理，请留意答复期限"
        en = f"case {number_of(one)}: no decision on acceptance by {last.latest_on}, so it counts as accepted; "
        en += "mind the term for the answer"
    elif done:
        zh += f"实际为{on}；按提起之日起算，未扣除邮寄时间，请核对收到日期"
        en += f"was on {on}; counted from filing, time in the mail not taken off; check the day it arrived"
    else:
        zh += f"到{on}仍无记录，请向复议机关或者法院了解，或补登受理日期"
        en += f"nothing is recorded by {on}; ask the body or court, or complete the register"
    return found(
        one,
        "acceptance",
        kind=Kind.INFORMATIONAL if by_silence else Kind.REVIEW,
        message=with_articles(zh, en, last.cites),
        cites=last.cites,
        evidence=last.evidence,
        facts={**days_of(due_on=last.latest_on, on=on if done else None), "late": late},
    )


RULE = Rule(
    code="REM102",
    name="remedies.acceptance.in_time",
    title=Message("受理、立案在期限内", "accepted within the term"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.INFORMATIONAL, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("reconsideration-1999:17", "reconsideration-2023:30", "litigation-2014:51"),
    about="cases",
    check=check,
)
