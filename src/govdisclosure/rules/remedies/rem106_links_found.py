"""REM106 remedies.links.found — 案件与申请、复议对应 / a case and what it is about

What it checks
--------------
That a case about a reply points to a request that has one, that a suit after reconsideration points to a
reconsideration about the same request that was decided before it, and that a suit called direct has none. What is not
in this register may be in an earlier one: such gaps are for review.

Why
---
Table four counts direct suits and suits after reconsideration apart (2019 Art 50, form of 2021), and every case is
traced to a request. A broken link puts a case into the wrong block or loses it.

Example
-------
>>> from govdisclosure.model.case import Case, CaseKind
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> suit = Case(id="S1", kind=CaseKind.LITIGATION_AFTER_RECONSIDERATION, prior="F9")
>>> [(finding.kind.value, finding.subject) for finding in check(EntriesQuestion(register=Register(cases=(suit,))))]
[('review', 'S1:prior_missing')]

Not covered
-----------
Whether a case is really about the request it names. Links to requests where there is no register of requests. A suit
filed when the term of the reconsideration had run out without a decision, which is lawful, is for review only where the
reconsideration was decided later.

中文说明
--------
查案件所指的申请是否在登记簿中、对答复提起的是否确有答复，复议后起诉的是否指明复议案件、该复议是否针对同一申请并已先行审结，
直接起诉的是否另有复议。表四把直接起诉和复议后起诉分开统计，对应关系断了就会错栏或者漏计。登记簿中找不到的，可能在以前年度，
只请人核实；没有写明复议案件的列为未能判断；案件是否真的针对该申请，本规则不判。
"""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

import pendulum

from govdisclosure.law import cite
from govdisclosure.model.case import Case, CaseKind, Contested
from govdisclosure.model.request import Request
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.remedies.terms import KIND
from govdisclosure.rules.requests.lawful import answered
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import Need, Said, Sweep, days_of, number_of

__all__ = ["RULE", "check"]

_REQUEST = Need("request", "所涉申请的编号", "the number of the request it is about")
_PRIOR = Need("prior", "此前复议案件的编号", "the number of the reconsideration before it")
_Decided: TypeAlias = tuple[pendulum.Date, str]
_DIRECT, _AFTER = CaseKind.LITIGATION_DIRECT, CaseKind.LITIGATION_AFTER_RECONSIDERATION


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each link of a case that leads nowhere or to the wrong place."""
    sweep = Sweep(
        subject="cases",
        cites=RULE.cites,
        passed=Message("{n}件案件与申请、复议对应", "{n} cases: each leads to what it is about"),
        none=Message("登记簿中没有案件", "the register has no case"),
    )
    decided = _reconsidered(question)
    yield from sweep.over(question.cases, lambda one: _look(one, question, decided))


def _look(one: Case, question: EntriesQuestion, decided: Mapping[str, _Decided]) -> Said:
    said = list(_request(one, question))
    if one.kind is None:
        said.append(KIND)
    elif one.kind is _AFTER:
        said += _prior(one, question)
    elif one.kind is _DIRECT:
        said += _direct(one, question, decided)
    return said


def _request(one: Case, question: EntriesQuestion) -> Iterator[Finding | Need]:
    if question.register is None or question.register.requests is None or one.contested is Contested.OTHER:
        return
    if one.request is None:
        yield _REQUEST
        return
    requests = question.requests_by_id.get(one.request, ())
    if not requests:
        zh = f"案件{number_of(one)}所涉申请{one.request}不在登记簿中，请核对编号，在以前年度登记簿中的请注明"
        en = (
            f"case {number_of(one)} is about request {one.request}, which is not in the register; check the number, or "
        )
        message = Message(zh, f"{en}say so where it lies in an earlier year")
        yield _found(one, "request_missing", Kind.REVIEW, message, request=one.request)
    else:
        yield from _reply(one, requests[0])


def _reply(one: Case, request: Request) -> Iterator[Finding]:
    reply, filed = answered(request), one.filed_on
    if one.contested is Contested.REPLY and reply is None:
        zh = f"案件{number_of(one)}针对申请{number_of(request)}的答复，登记簿中没有这一答复，请补登或更正案由"
        en = f"case {number_of(one)} contests the reply to request {number_of(request)}, which has none; complete or "
        yield _found(one, "no_reply", Kind.FAIL, Message(zh, f"{en}correct it"), request=request.id)
    elif one.contested is Contested.SILENCE and reply and reply.on and filed and reply.on <= filed:
        zh = f"案件{number_of(one)}以未答复为由，申请{number_of(request)}已于{reply.on}答复，请核对案由"
        en = f"case {number_of(one)} is about silence, request {number_of(request)} was replied to on {reply.on}; "
        message = Message(zh, f"{en}check what it is about")
        yield _found(one, "replied", Kind.REVIEW, message, request=request.id, **days_of(replied_on=reply.on))


def _prior(one: Case, question: EntriesQuestion) -> Iterator[Finding | Need]:
    if one.prior is None:
        yield _PRIOR
        return
    found_prior = question.cases_by_id.get(one.prior, ())
    if not found_prior:
        zh = f"案件{number_of(one)}之前的复议案件{one.prior}不在登记簿中，请核对编号，在以前年度登记簿中的请注明"
        en = f"case {number_of(one)} follows reconsideration {one.prior}, which is not in the register; check the "
        message = Message(zh, f"{en}number, or say so where it lies in an earlier year")
        yield _found(one, "prior_missing", Kind.REVIEW, message, prior=one.prior)
        return
    prior = found_prior[0]
    closing, filed = prior.closing, one.filed_on
    if prior.kind is not CaseKind.RECONSIDERATION or prior is one:
        zh = f"案件{number_of(one)}之前的案件{one.prior}不是行政复议，请核对编号和案件类型"
        en = f"case {number_of(one)} follows {one.prior}, which is no reconsideration; check number and kind"
        yield _found(one, "prior_kind", Kind.FAIL, Message(zh, en), prior=one.prior)
    elif prior.request is not None and one.request is not None and prior.request != one.request:
        zh = f"案件{number_of(one)}针对申请{one.request}，之前的复议{one.prior}针对申请{prior.request}，请核对编号"
        en = f"case {number_of(one)} is about request {one.request}, its reconsideration {one.prior} about "
        message = Message(zh, f"{en}{prior.request}; check the numbers")
        yield _found(one, "prior_request", Kind.FAIL, message, request=one.request, prior=one.prior)
    elif closing is not None and closing.on is not None and filed is not None and filed < closing.on:
        zh = f"{filed}：案件{number_of(one)}起诉时，复议{one.prior}还没有审结（{closing.on}审结），请核对日期"
        en = f"{filed}: case {number_of(one)} was brought before reconsideration {one.prior} was decided, {closing.on}"
        facts = days_of(filed_on=filed, decided_on=closing.on)
        yield _found(one, "prior_pending", Kind.REVIEW, Message(zh, f"{en}; check the days"), prior=one.prior, **facts)


def _direct(one: Case, question: EntriesQuestion, decided: Mapping[str, _Decided]) -> Iterator[Finding]:
    before, first = one.prior if one.prior in question.cases_by_id else None, decided.get(one.request or "")
    if before is None and first is not None and one.filed_on is not None and first[0] <= one.filed_on:
        before = first[1]
    if before is not None:
        zh = f"案件{number_of(one)}登记为直接起诉，同一申请此前有复议案件{before}，请核对是否应为复议后起诉"
        en = f"case {number_of(one)} is called a direct suit, reconsideration {before} came before it; check whether "
        message = Message(zh, f"{en}it is one after reconsideration")
        yield _found(one, "not_direct", Kind.REVIEW, message, prior=before)


def _reconsidered(question: EntriesQuestion) -> Mapping[str, _Decided]:
    """The reconsideration of each request that was decided first."""
    first: dict[str, _Decided] = {}
    for case in question.cases:
        closing = case.closing
        if case.kind is CaseKind.RECONSIDERATION and case.request is not None and closing and closing.on:
            first[case.request] = min(first.get(case.request, (closing.on, case.id)), (closing.on, case.id))
    return first


def _found(one: Case, what: str, kind: Kind, message: Message, **facts: object) -> Finding:
    cites = (cite("regulation-2019:50p1i3"), cite("form-2021"))
    return found(one, what, kind=kind, message=message, cites=cites, facts=facts)


RULE = Rule(
    code="REM106",
    name="remedies.links.found",
    title=Message("案件与申请、复议对应", "a case and what it is about"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2019:50", "form-2021"),
    about="cases",
    check=check,
)
