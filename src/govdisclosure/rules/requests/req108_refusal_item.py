"""REQ108 requests.refusal.item — 办理结果与目录一致 / the outcome agrees with the catalogue

What it checks
--------------
Where a request names items of the organ's catalogue: nothing was refused, or said not to be held, that the catalogue
had published before the reply. For review: an item to be published that was refused, an item withheld that was given,
an item refused on another ground than the catalogue's, an item of the catalogue said not to be held.

Why
---
What is already public is answered by saying where (2019 Art 36(1)); information is withheld on the grounds of Arts 13
to 16 alone, and the catalogue and the reply are decisions of one organ on the same information.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.item import Item
>>> from govdisclosure.model.register import Catalogue, Register
>>> from govdisclosure.model.request import Request, RequestEvent, RequestEventKind as E
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> reply = RequestEvent(kind=E.REPLIED, on=pendulum.Date(2024, 3, 20), outcome="denied.internal_affairs")
>>> register = Register(requests=(Request(id="7", items=("A-1",), events=(reply,)),))
>>> catalogue = Catalogue(items=(Item(id="A-1", published_on=pendulum.Date(2023, 5, 8)),))
>>> asked = EntriesQuestion(register=register, catalogue=catalogue)
>>> [(finding.kind.value, finding.subject) for finding in check(asked)]
[('fail', '7:published')]

Not covered
-----------
Requests that name no item. The catalogue as it was on the day of the reply: only its days of publication are known, so
that a later change of attribute or ground is for review and no fault. Of a request for several items, a refusal is a
fault only where all of them were published.

中文说明
--------
查申请所对应的目录信息，在答复前已经公开的，是否被不予公开或者答复不掌握。已经公开的，应告知获取的方式和途径，同一机关对
同一信息的目录属性和答复应当一致。目录为主动公开却不予公开的、目录为不予公开却予以公开的、理由与目录不同的、目录中有而答复
不掌握的，因目录可能在答复后调整，只请人核实。没有写明对应目录信息的申请，本规则不查；目录中找不到的，列为未能判断。
"""

from collections.abc import Iterator, Mapping

import pendulum

from govdisclosure.model.item import Item, Publicity
from govdisclosure.model.request import Request, RequestEvent
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import against, with_articles
from govdisclosure.rules.requests.lawful import GIVEN, REPLIED, answered, article, began_on
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import Need, Said, Sweep, days_of, number_of

__all__ = ["RULE", "check"]

_NOT_HELD = "unavailable.not_held"
_DENIED = "denied."
# 行政查询事项 is no ground for withholding an item: access to it is laid down elsewhere.
_NO_GROUND = "denied.administrative_inquiry"
_ITEMS = Need("items", "目录中的对应信息", "the items in the catalogue")


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each request whose outcome and items do not agree."""
    sweep = Sweep(
        subject="requests",
        cites=RULE.cites,
        passed=Message("{n}件申请的办理结果与目录一致", "{n} requests: the outcome agrees with the catalogue"),
        none=Message(
            "没有目录，或没有写明对应目录信息的已答复申请",
            "there is no catalogue, or no request with a reply names items of it",
        ),
    )
    requests = question.requests if question.catalogue is not None else ()
    yield from sweep.over(requests, lambda one: _look(one, question.items_by_id))


def _look(one: Request, by_id: Mapping[str, tuple[Item, ...]]) -> Said:
    reply = answered(one)
    if not one.items or reply is None or reply.outcome is None:
        return None
    items = [item for number in one.items for item in by_id.get(number, ())[:1]]
    if len(items) < len(one.items):
        return (_ITEMS,)
    if reply.outcome in GIVEN:
        return list(_given(one, reply, items))
    if reply.outcome == _NOT_HELD or reply.outcome.startswith(_DENIED):
        return (REPLIED,) if reply.on is None else list(_refused(one, reply, reply.on, items))
    return ()


def _given(one: Request, reply: RequestEvent, items: list[Item]) -> Iterator[Finding]:
    withheld = [item.id for item in items if item.publicity is Publicity.WITHHELD]
    if withheld and reply.outcome == "granted":
        zh = f"申请{number_of(one)}予以公开，目录中{'、'.join(withheld)}的公开属性为不予公开，请核实后统一"
        en = f"request {number_of(one)} was granted, the catalogue withholds {', '.join(withheld)}; check, and "
        yield _doubt(one, reply, "withheld", withheld, Message(zh, f"{en}make them agree"))


def _refused(one: Request, reply: RequestEvent, on: pendulum.Date, items: list[Item]) -> Iterator[Finding]:
    public = [item.id for item in items if item.published_on is not None and item.published_on <= on]
    to_publish = [item.id for item in items if item.publicity is Publicity.PROACTIVE]
    ground = (reply.outcome or "").removeprefix(_DENIED)
    others = [item.id for item in items if item.ground is not None and item.ground.value != ground]
    listed, number = ("、".join(public or to_publish), ", ".join(public or to_publish)), number_of(one)
    if public and len(public) == len(items):
        yield _published(one, reply, public)
    elif public or to_publish:
        zh = f"申请{number}未予公开，目录中{listed[0]}为主动公开或已公开，请核实"
        en = f"request {number} was not granted, the catalogue publishes {listed[1]}; check"
        yield _doubt(one, reply, "proactive", public or to_publish, Message(zh, en))
    elif reply.outcome == _NOT_HELD:
        zh = f"申请{number}答复为本机关不掌握，目录中有{'、'.join(one.items)}，请核实"
        en = f"request {number} was answered as not held, the catalogue has {', '.join(one.items)}; check"
        yield _doubt(one, reply, "held", list(one.items), Message(zh, en))
    elif others and reply.outcome != _NO_GROUND:
        zh = f"申请{number}不予公开的理由与目录中{'、'.join(others)}不予公开的理由不同，请核实后统一"
        en = f"request {number} was refused on another ground than the catalogue gives for {', '.join(others)}; check"
        yield _doubt(one, reply, "ground", others, Message(zh, en))


def _published(one: Request, reply: RequestEvent, public: list[str]) -> Finding:
    cites = article(began_on(one) or reply.on, "21i1", "36i1")
    zh = f"申请{number_of(one)}未予公开，目录中{'、'.join(public)}在{reply.on}答复前已经公开，应告知获取的方式和途径"
    en = f"request {number_of(one)} was not granted, {', '.join(public)} had been published before the reply of "
    en += f"{reply.on}; say where it is to be had"
    facts = {"items": public, "outcome": reply.outcome, **days_of(replied_on=reply.on)}
    return found(one, "published", kind=Kind.FAIL, message=against(zh, en, cites), cites=cites, facts=facts)


def _doubt(one: Request, reply: RequestEvent, what: str, items: list[str], words: Message) -> Finding:
    cites = article(began_on(one) or reply.on, "14", "13")
    message = with_articles(words.zh, words.en, cites)
    facts = {"items": items, "outcome": reply.outcome, **days_of(replied_on=reply.on)}
    return found(one, what, kind=Kind.REVIEW, message=message, cites=cites, facts=facts)


RULE = Rule(
    code="REQ108",
    name="requests.refusal.item",
    title=Message("办理结果与目录一致", "the outcome agrees with the catalogue"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:21", "regulation-2019:13", "regulation-2019:36"),
    about="requests",
    check=check,
)
