"""REQ114 requests.refusal.processing — 不予处理有前提 / what is not handled has what that needs

What it checks
--------------
For review: a request answered as a repeat where the register has no earlier reply to the same applicant; a request not
handled as excessive where its applicant was never asked for reasons.

Why
---
A repeat is one that was already answered (2019 Art 36(6)); an excessive request is turned away when reasons were asked
for and were not good (Art 35).

Example
-------
>>> import pendulum
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.model.request import Request, RequestEvent, RequestEventKind as E
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> reply = RequestEvent(kind=E.REPLIED, on=pendulum.Date(2024, 3, 20), outcome="not_processed.excessive")
>>> asked = EntriesQuestion(register=Register(requests=(Request(id="7", events=(reply,)),)))
>>> [(finding.kind.value, finding.subject) for finding in check(asked)]
[('review', '7:no_reasons')]

Not covered
-----------
Whether the earlier request was for the same information, and whether number and frequency are unreasonable. The earlier
reply may stand in the register of an earlier year, which is why it is for review; where the register names no
applicant, it is not judged. Reasons asked of the same applicant for another request count.

中文说明
--------
查按重复申请不予处理的，登记簿中同一申请人此前是否有已答复的申请；按无正当理由大量反复申请不予处理的，是否登记过要求该申请
人说明理由。重复申请以此前已经答复为前提，大量反复申请以要求说明理由而理由不合理为前提。此前的答复可能在以前年度的登记簿中，
故只请人核实；没有登记申请人姓名或者名称的，列为未能判断；两件申请内容是否相同、数量频次是否合理，本规则不判。
"""

from collections.abc import Iterator
from typing import TypeAlias

import pendulum

from govdisclosure.law import cite
from govdisclosure.model.request import Request, RequestEvent, RequestEventKind
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles
from govdisclosure.rules.requests.lawful import answered
from govdisclosure.rules.requests.sameness import asker
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import Need, Said, Sweep, days_of, number_of

__all__ = ["RULE", "check"]

_E = RequestEventKind
_REPEAT, _EXCESSIVE = "not_processed.repeat", "not_processed.excessive"
_Reply: TypeAlias = tuple[pendulum.Date, str]
_NAME = Need("applicant", "申请人姓名或名称", "the applicant's name")


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each request turned away without what that needs."""
    sweep = Sweep(
        subject="requests",
        cites=RULE.cites,
        passed=Message("{n}件不予处理的申请都有前提", "{n} requests not handled: what that needs is recorded"),
        none=Message("没有按重复或者大量反复申请不予处理的", "no request was turned away as a repeat or as excessive"),
    )
    known = _Known(question.requests)
    yield from sweep.over(question.requests, lambda one: _look(one, known))


class _Known:
    """The first reply to each applicant, and who was asked for reasons."""

    def __init__(self, requests: tuple[Request, ...]) -> None:
        turned_away = {key for one in requests if _outcome(one) in {_REPEAT, _EXCESSIVE} and (key := asker(one))}
        self.first: dict[bytes, list[_Reply]] = {}
        self.reasons: set[bytes] = set()
        for one in requests if turned_away else ():
            key, reply = asker(one), answered(one)
            if key not in turned_away or key is None:
                continue
            if reply is not None and reply.on is not None and reply.outcome != _REPEAT:
                self.first.setdefault(key, []).append((reply.on, one.id))
            if one.first(_E.REASONS_ASKED):
                self.reasons.add(key)


def _outcome(one: Request) -> str | None:
    reply = answered(one)
    return reply.outcome if reply else None


def _look(one: Request, known: _Known) -> Said:
    reply = answered(one)
    if reply is None or reply.outcome not in {_REPEAT, _EXCESSIVE}:
        return None
    key = asker(one)
    if reply.outcome == _EXCESSIVE:
        asked = one.first(_E.REASONS_ASKED) is not None or key in known.reasons
        return () if asked else (_no_reasons(one, reply),)
    if key is None:
        return (_NAME,)
    earlier = (on for on, number in known.first.get(key, ()) if number != one.id)
    return () if any(reply.on is None or on <= reply.on for on in earlier) else (_no_earlier(one, reply),)


def _no_earlier(one: Request, reply: RequestEvent) -> Finding:
    cites = (cite("regulation-2019:36i6"),)
    named = articles(cites)
    zh = f"申请{number_of(one)}按重复申请不予处理，登记簿中没有此前对同一申请人的答复，请核实；"
    zh += f"在以前年度登记簿中的请注明（{named.zh}）"
    en = f"request {number_of(one)} was turned away as a repeat, the register has no earlier reply to its applicant; "
    message = Message(zh, f"{en}check, and say so where it lies in an earlier year ({named.en})")
    facts = days_of(replied_on=reply.on)
    return found(one, "no_earlier", kind=Kind.REVIEW, message=message, cites=cites, facts=facts)


def _no_reasons(one: Request, reply: RequestEvent) -> Finding:
    cites = (cite("regulation-2019:35"),)
    named = articles(cites)
    zh = f"申请{number_of(one)}按大量反复申请不予处理，没有登记要求申请人说明理由，请核实或补登（{named.zh}）"
    en = f"request {number_of(one)} was turned away as excessive, and no reasons were asked for; check or complete it "
    message, facts = Message(zh, f"{en}({named.en})"), days_of(replied_on=reply.on)
    return found(one, "no_reasons", kind=Kind.REVIEW, message=message, cites=cites, facts=facts)


RULE = Rule(
    code="REQ114",
    name="requests.refusal.processing",
    title=Message("不予处理有前提", "what is not handled has what that needs"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2019:35", "regulation-2019:36"),
    about="requests",
    check=check,
)
