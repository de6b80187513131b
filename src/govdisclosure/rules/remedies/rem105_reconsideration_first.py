"""REM105 remedies.reconsideration.first — 复议前置 / reconsideration comes first

What it checks
--------------
Suits and reconsiderations about a reply that refused disclosure, from 2024-01-01: that the reply told of the remedy,
and that no suit was brought without a reconsideration before it. A direct suit is for review; so is one about
行政查询事项 or a partial refusal, where it is not settled whether reconsideration comes first.

Why
---
Whoever contests a refusal under Arts 14 to 16 must ask for reconsideration before suing, and the organ must say
so in its decision (law of 2023, Art 23). A suit brought too early is turned away; an applicant who was not told loses
time, and the organ is at fault.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.case import Case, CaseEvent, CaseEventKind, CaseKind
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.model.request import Request, RequestEvent, RequestEventKind as E
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> reply = RequestEvent(kind=E.REPLIED, on=pendulum.Date(2024, 3, 20), outcome="denied.state_secret")
>>> filed = CaseEvent(kind=CaseEventKind.FILED, on=pendulum.Date(2024, 5, 6))
>>> case = Case(id="S1", kind=CaseKind.LITIGATION_DIRECT, request="7", told=True, events=(filed,))
>>> register = Register(requests=(Request(id="7", events=(reply,)),), cases=(case,))
>>> [(finding.kind.value, finding.subject) for finding in check(EntriesQuestion(register=register))]
[('review', 'S1:direct')]

Not covered
-----------
Whether the court should have turned the suit away. Cases about silence or about what was supplied, which may go either
way. Cases whose request is not in the register.

中文说明
--------
查2024年1月1日以后对不予公开答复提起的案件：答复是否告知了先申请复议的救济途径，是否未经复议就直接起诉。依照条例第十四条至
第十六条不予公开的，应当先申请复议，机关在答复中应当告知。直接起诉是否应予受理由法院判断，故只请人核实；属于行政查询事项或者
部分公开的，是否须先复议没有定论，也只请人核实。对未答复、提供内容提起的案件，以及所涉申请不在登记簿中的，本规则不查。
"""

from collections.abc import Iterator

import pendulum

from govdisclosure.errors import NotInForceError
from govdisclosure.law import cite
from govdisclosure.law.handling import Precedence, reconsideration_first
from govdisclosure.model.case import Case, CaseKind, Contested
from govdisclosure.model.request import Request, RequestEvent, RequestEventKind
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import against, with_articles
from govdisclosure.rules.remedies.terms import FILED
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import Need, Said, Sweep, days_of, number_of

__all__ = ["RULE", "check"]

_TOLD = Need("told", "答复是否告知救济途径", "whether the reply told of the remedy")


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each direct suit, and for each refusal that did not tell of the remedy."""
    sweep = Sweep(
        subject="cases",
        cites=RULE.cites,
        passed=Message("{n}件案件符合复议前置的要求", "{n} cases: reconsideration came first where it must"),
        none=Message("没有涉及复议前置的案件", "no case in which reconsideration comes first"),
    )
    yield from sweep.over(question.cases, lambda one: _look(one, question))


def _look(one: Case, question: EntriesQuestion) -> Said:
    requests = question.requests_by_id.get(one.request or "", ())
    if not requests or one.contested not in {Contested.REPLY, None}:
        return None
    if one.filed_on is None:
        return (FILED,)
    reply = _contested(requests[0], one.filed_on)
    if reply is None or reply.outcome is None or reply.on is None:
        return None
    precedence = _precedence(reply.outcome, one.filed_on)
    if precedence is None or precedence.required is False:
        return None
    said: list[Finding | Need] = []
    if one.kind is CaseKind.LITIGATION_DIRECT:
        said.append(_direct(one, one.filed_on, reply.outcome, precedence))
    told = _precedence(reply.outcome, reply.on)
    if precedence.required and told is not None and told.required:
        said += _told(one, reply)
    return said


def _contested(request: Request, filed: pendulum.Date) -> RequestEvent | None:
    """The last reply before the case was filed."""
    replies = [reply for reply in request.all(RequestEventKind.REPLIED) if reply.on is not None and reply.on <= filed]
    return replies[-1] if replies else None


def _precedence(outcome: str, day: pendulum.Date) -> Precedence | None:
    try:
        return reconsideration_first(outcome, day)
    except NotInForceError:
        return None


def _direct(one: Case, filed: pendulum.Date, outcome: str, precedence: Precedence) -> Finding:
    zh = f"{filed}：案件{number_of(one)}未经复议直接起诉，{precedence.zh}；请核对案件类型，属实的，答辩时可以提出"
    en = f"{filed}: case {number_of(one)} is a suit without reconsideration; {precedence.en}; check the kind of case, "
    return found(
        one,
        "direct",
        kind=Kind.REVIEW,
        message=with_articles(zh, f"{en}and say so in the answer if it is right", precedence.cites),
        cites=precedence.cites,
        evidence=precedence.evidence,
        facts={"outcome": outcome, "required": precedence.required, **days_of(filed_on=filed)},
    )


def _told(one: Case, reply: RequestEvent) -> Iterator[Finding | Need]:
    """Art 23 para 2: the decision says that reconsideration comes first."""
    if one.told is None:
        yield _TOLD
    elif one.told is False:
        cites = (cite("reconsideration-2023:23p2"),)
        zh = f"案件{number_of(one)}所涉{reply.on}的不予公开答复没有告知先申请行政复议"
        en = f"the refusal of {reply.on} that case {number_of(one)} contests did not tell that reconsideration comes "
        do = Message("今后不予公开的答复都应告知", "and say so in every refusal")
        message, facts = against(zh, f"{en}first", cites, do), days_of(replied_on=reply.on)
        yield found(one, "not_told", kind=Kind.FAIL, message=message, cites=cites, facts=facts)


RULE = Rule(
    code="REM105",
    name="remedies.reconsideration.first",
    title=Message("复议前置", "reconsideration comes first"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("reconsideration-2023:23", "court-rules-2025:1"),
    about="cases",
    check=check,
)
