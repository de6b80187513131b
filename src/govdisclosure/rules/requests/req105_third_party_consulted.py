"""REQ105 requests.third_party.consulted — 以第三方权益为由的，征求过第三方意见 / whose rights are the ground is asked

What it checks
--------------
That a request refused for the rights of a third party has a consultation of one recorded. For review: a refusal though
all that were asked consented, and disclosure though one objected. A register that records no consultation at all may
keep them elsewhere; a refusal without one is then for review too.

Why
---
Whether disclosure harms a third party, the third party is asked in writing (2019 Art 32, 2007 Art 23). If it consents,
the ground is gone (2019 Art 15); if it objects with reasons, only a major public interest opens the information, and
it must then be told in writing what was disclosed and why.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.model.request import Request, RequestEvent, RequestEventKind as E
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> def refused(number, *more):
...     ground = "denied.third_party_rights"
...     days = [RequestEvent(kind=kind, on=pendulum.Date(2024, 3, 11)) for kind in (E.RECEIVED, *more)]
...     reply = RequestEvent(kind=E.REPLIED, on=pendulum.Date(2024, 3, 29), outcome=ground)
...     return Request(id=number, events=(*days, reply))
>>> register = Register(requests=(refused("7"), refused("8", E.THIRD_PARTY_CONSULTED)))
>>> [(finding.kind.value, finding.subject) for finding in check(EntriesQuestion(register=register))]
[('fail', '7:not_consulted')]

Not covered
-----------
Whether the right third party was asked, and in writing. A third party that stayed silent: the organ then decides, and
either way is lawful. Co-makers, whose view binds no one (what was given before they could answer, see REQ102).
Consultation where the reply rests on another ground.

中文说明
--------
查以保护第三方合法权益为由不予公开的申请，是否登记过征求第三方意见。会不会损害第三方权益，应书面征求其意见；第三方同意
的，这一理由就不成立；第三方不同意而仍公开的，须有重大公共利益，并书面告知公开内容和理由。全部第三方同意却不予公开的、
有第三方反对却予以公开的，只请人核实；整本登记簿都没有征求意见记录的，可能另行登记，也只请人核实。第三方逾期不答复由机关
决定，本规则不判对错；征求的对象是否正确、是否书面，本规则不查。
"""

from collections.abc import Iterator

from govdisclosure.law import cite
from govdisclosure.model.request import Request, RequestEvent, RequestEventKind
from govdisclosure.rules.citing import OLD, regulation_on
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import against, articles
from govdisclosure.rules.requests.lawful import GIVEN, answered, article, began_on, pairs
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import Said, Sweep, days_of, number_of

__all__ = ["RULE", "check"]

_E = RequestEventKind
_GROUND = "denied.third_party_rights"


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each request whose third party was passed over."""
    sweep = Sweep(
        subject="requests",
        cites=RULE.cites,
        passed=Message("{n}件涉及第三方的申请都征求过意见", "{n} requests that concern a third party: it was asked"),
        none=Message("没有涉及第三方的申请", "no request concerns a third party"),
    )
    kept = any(one.first(_E.THIRD_PARTY_CONSULTED) for one in question.requests)
    yield from sweep.over(question.requests, lambda one: _look(one, kept=kept))


def _look(one: Request, *, kept: bool) -> Said:
    reply = answered(one)
    outcome = reply.outcome if reply else None
    asked = tuple(pairs(one, _E.THIRD_PARTY_CONSULTED, _E.THIRD_PARTY_ANSWERED))
    if reply is None or not (outcome == _GROUND or (asked and outcome in GIVEN)):
        return None
    if not asked:
        return (_not_asked(one, reply, kept=kept),)
    views = [answer.consented if answer else None for _, answer in asked]
    if outcome == _GROUND and all(views):
        return (_consented(one, reply, len(views)),)
    if outcome in GIVEN and False in views:
        return (_objected(one, reply),)
    return ()


def _not_asked(one: Request, reply: RequestEvent, *, kept: bool) -> Finding:
    cites = article(began_on(one) or reply.on, "23", "32")
    zh = f"0次：申请{number_of(one)}以保护第三方合法权益为由不予公开，没有登记征求第三方意见"
    en = f"0 times: request {number_of(one)} was refused for a third party's rights, and no third party was asked"
    facts = {"consulted": 0, **days_of(replied_on=reply.on)}
    if kept:
        message = against(zh, en, cites)
        return found(one, "not_consulted", kind=Kind.FAIL, message=message, cites=cites, facts=facts)
    named = articles(cites)
    zh += f"；登记簿没有任何征求意见的记录，如另行登记请补登，否则请核实（{named.zh}）"
    en += f"; the register records no consultation at all: add them if they are kept elsewhere, or check ({named.en})"
    return found(one, "not_consulted", kind=Kind.REVIEW, message=Message(zh, en), cites=cites, facts=facts)


def _consented(one: Request, reply: RequestEvent, asked: int) -> Finding:
    began = began_on(one) or reply.on
    cites = (cite("regulation-2007:14"),) if regulation_on(began) == OLD else (cite("regulation-2019:15"),)
    named = articles(cites)
    zh = f"{asked}名第三方均同意公开，申请{number_of(one)}仍以保护第三方合法权益为由不予公开，请核实理由（{named.zh}）"
    en = f"{asked} third parties asked, all consented, and request {number_of(one)} was refused for their rights; "
    facts = {"consulted": asked, **days_of(replied_on=reply.on)}
    message = Message(zh, f"{en}check the ground ({named.en})")
    return found(one, "consented", kind=Kind.REVIEW, message=message, cites=cites, facts=facts)


def _objected(one: Request, reply: RequestEvent) -> Finding:
    cites = article(began_on(one) or reply.on, "23", "32")
    named = articles(cites)
    zh = f"申请{number_of(one)}有第三方不同意公开，仍予公开，请核实是否涉及重大公共利益，"
    zh += f"是否已把公开的内容和理由书面告知第三方（{named.zh}）"
    en = f"request {number_of(one)} was granted though a third party objected; check that a major public interest asks "
    en += f"for it, and that the third party was told in writing what was disclosed and why ({named.en})"
    facts = days_of(replied_on=reply.on)
    return found(one, "objected", kind=Kind.REVIEW, message=Message(zh, en), cites=cites, facts=facts)


RULE = Rule(
    code="REQ105",
    name="requests.third_party.consulted",
    title=Message("以第三方权益为由的，征求过第三方意见", "whose rights are the ground is asked"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:23", "regulation-2019:32"),
    about="requests",
    check=check,
)
