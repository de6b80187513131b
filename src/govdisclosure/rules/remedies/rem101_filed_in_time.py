"""REM101 remedies.filing.in_time — 复议、起诉在期限内 / filed within the term

What it checks
--------------
Whether an application for reconsideration or a suit against a reply came after its term: 60 days, 3 or 6 months, or 15
days after reconsideration, by the law of the day. For review where the reply told of the remedy; where it did not, the
longer term counts; where the register does not say, it is noted. A case about silence that was filed while the term for
the reply was running is for review too.

Why
---
The one who is late is the applicant, and no one at the office is at fault. But the office answers the case: that it
came too late, or before there was any silence, belongs in the answer, and is easily missed.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.case import Case, CaseEvent, CaseEventKind, CaseKind, Contested
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> filed = CaseEvent(kind=CaseEventKind.FILED, on=pendulum.Date(2024, 9, 2))
>>> made = {"contested": Contested.REPLY, "known_on": pendulum.Date(2024, 5, 6), "told": True, "events": (filed,)}
>>> asked = EntriesQuestion(register=Register(cases=(Case(id="F1", kind=CaseKind.RECONSIDERATION, **made),)))
>>> [(finding.kind.value, finding.facts["latest_on"]) for finding in check(asked)]
[('review', '2024-07-05')]

Not covered
-----------
Delay for good reason, which the body or the court weighs. Cases of third parties about disclosure, and outer limits of
five years. Cases that were not accepted. When the term to sue over silence ends.

中文说明
--------
查对答复申请复议或者起诉是否超过期限：复议60日，直接起诉3个月或6个月，复议后起诉15日，按当时的法律。逾期的是申请人，不是机关
的过错，但机关答复、答辩时应当提出，故只请人核实；答复没有告知救济途径的按较长期限，登记簿没有写明是否告知的只作提示。以未答复
为由、但当时答复期限还没有届满的，也请核实。有正当理由耽误的由复议机关和法院判断，第三方提起的案件和最长期限，本规则不查。
"""

from collections.abc import Iterator

import attrs
import pendulum

from govdisclosure.errors import GovDisclosureError
from govdisclosure.model.case import Case, CaseEventKind, CaseKind, CaseResult, Contested
from govdisclosure.register.clock import deadline
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import with_articles
from govdisclosure.rules.remedies.terms import FILED, KIND, Due, due, late_by
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import Need, Said, Sweep, counted, days_of, number_of

__all__ = ["RULE", "check"]

_E = CaseEventKind
_KNOWN = Need("known_on", "知道答复的日期", "the day the reply was known")
_PRIOR = Need("prior", "复议决定日期", "the day of the reconsideration decision")
_SILENT = Need("reply_due_on", "所涉申请的答复期限", "the term of the request it is about")


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each case that was filed too late or too early."""
    sweep = Sweep(
        subject="cases",
        cites=RULE.cites,
        passed=Message("{n}件案件都在期限内提起", "{n} cases: filed within the term"),
        none=Message("没有可核对提起期限的案件", "no case whose term for filing could be compared"),
    )
    yield from sweep.over(question.cases, lambda one: _look(one, question))


def _look(one: Case, question: EntriesQuestion) -> Said:
    closing = one.closing
    if one.contested is Contested.DISCLOSURE or (closing and closing.result is CaseResult.NOT_ACCEPTED):
        return None
    if one.kind is None or one.filed_on is None:
        return (KIND if one.kind is None else FILED,)
    after = one.kind is CaseKind.LITIGATION_AFTER_RECONSIDERATION
    if one.contested is Contested.SILENCE and not after:
        return _too_early(one, one.filed_on, question)
    return _compared(one, one.kind, one.filed_on, question)


def _compared(one: Case, kind: CaseKind, filed: pendulum.Date, question: EntriesQuestion) -> Said:
    after = kind is CaseKind.LITIGATION_AFTER_RECONSIDERATION
    prior = question.cases_by_id.get(one.prior or "", ())[:1]
    decided = prior[0].closing if prior else None
    if (decided is None or decided.on is None) if after else (one.known_on or one.act_on) is None:
        return (_PRIOR if after else _KNOWN,)

    def if_told(*, told: bool) -> Due | None:
        return due(attrs.evolve(one, told=told), _E.FILED, question.calendar, prior=next(iter(prior), None))

    last = if_told(told=True)
    if last is None or filed <= last.latest_on:
        return None if last is None else ()
    if one.known_on is None and not after:
        return (_KNOWN,)
    longer = if_told(told=False) if one.told is not True else None
    if longer is not None and one.told is False and filed <= longer.latest_on:
        return ()
    noted = one.told is None and (longer is None or filed <= longer.latest_on)
    return (_late(one, filed, longer if longer is not None and not noted else last, noted=noted),)


def _late(one: Case, filed: pendulum.Date, last: Due, *, noted: bool) -> Finding:
    late = late_by(filed, last.latest_on)
    zh = f"晚{late}日：案件{number_of(one)}于{filed}提起，期限到{last.latest_on}，"
    en = f"{counted(late, 'day')} late: case {number_of(one)} was filed {filed}, its term ended {last.latest_on}; "
    if noted:
        zh += "登记簿没有写明答复是否告知救济途径和期限，未告知的期限更长，请补登"
        en += "the register does not say whether the reply told of the remedy; if it did not, the term is longer"
    else:
        zh += "请核对知道答复的日期；属实的，答复、答辩时可以提出"
        en += "check the day it was known; if it is right, the answer may say so"
    return found(
        one,
        "late",
        kind=Kind.INFORMATIONAL if noted else Kind.REVIEW,
        message=with_articles(zh, en, last.cites),
        cites=last.cites,
        evidence=last.evidence,
        facts={**days_of(filed_on=filed, due_on=last.due_on, latest_on=last.latest_on), "late": late},
    )


def _too_early(one: Case, filed: pendulum.Date, question: EntriesQuestion) -> Said:
    """A case about silence, against the term for the reply as it stood when it was filed."""
    requests = question.requests_by_id.get(one.request or "", ())
    if not requests:
        return (_SILENT,)
    try:
        term = deadline(requests[0], as_of=filed, calendar=question.calendar)
    except GovDisclosureError:
        return (_SILENT,)
    if term.due_on < filed:
        return ()
    zh = f"{filed}：案件{number_of(one)}以未按期答复为由提起，当时答复期限未满（到{term.due_on}），"
    zh += "请核实，答复、答辩时可以提出"
    en = f"{filed}: case {number_of(one)} is about silence, the term for the reply ran until {term.due_on}; "
    facts = days_of(filed_on=filed, reply_due_on=term.due_on)
    message = with_articles(zh, f"{en}check, and say so in the answer", term.cites)
    return (found(one, "early", kind=Kind.REVIEW, message=message, cites=term.cites, facts=facts),)


RULE = Rule(
    code="REM101",
    name="remedies.filing.in_time",
    title=Message("复议、起诉在期限内", "filed within the term"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.INFORMATIONAL, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("reconsideration-1999:9", "reconsideration-2023:20", "litigation-2014:45", "litigation-2014:46"),
    about="cases",
    check=check,
)
