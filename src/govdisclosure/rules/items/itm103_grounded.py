"""ITM103 items.publicity.grounded — 公开属性和不公开的依据写明 / Publicity attribute and ground are stated

What it checks
--------------
Each item's publicity attribute. 不予公开 needs one of the grounds of law; without one, or with a reason in other words
alone, it is for a person. 依申请公开 needs none in itself, but an item for which the catalogue names one of 2007 Arts
9 to 12 or 2019 Arts 19 to 21 is to be published by the organ itself: set to 依申请公开 without a ground it is a fault,
and where that follows from its kind alone, for a person. All items without an attribute are one finding. The law is
that of the day the item was made or last changed.

Why
---
Information is published save for the exceptions (2019 Arts 13 to 16; 2007 Arts 8 and 14), the lists before all (2007
Art 10; 2019 Arts 19 and 20).

Example
-------
>>> import pendulum
>>> from govdisclosure.model.item import Item, Publicity
>>> from govdisclosure.model.register import Catalogue
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> made = pendulum.Date(2024, 3, 1)
>>> item = Item(id="A1", made_on=made, duty="regulation-2019:20i4", publicity=Publicity.ON_REQUEST)
>>> asked = EntriesQuestion(catalogue=Catalogue(items=(item,)))
>>> [(finding.kind.value, finding.subject) for finding in check(asked)]
[('fail', 'A1:on_request')]

Not covered
-----------
Whether a stated ground is right. Whether 依申请公开 is right for an item that no list names (2019 Art 19 leaves that to
the organ). No article asks a catalogue to print the ground, so its absence is never more than a matter for review.

中文说明
--------
查各条信息的公开属性：不予公开的，是否写明条例规定的依据；目录写明属于条例所列主动公开各项的，是否又定为依申请公开而
没有依据；没有写公开属性的合并列出。公开是原则，不公开须有依据；条例没有要求目录印出依据，所以缺依据的只请人核实。依据
是否成立、未列入各项的信息定为依申请公开是否妥当，本规则不判。
"""

from collections.abc import Iterator

from govdisclosure.law.provision import Citation
from govdisclosure.model.item import Item, Publicity
from govdisclosure.rules.citing import articles_on
from govdisclosure.rules.entries import EntriesQuestion, EntryTally, found
from govdisclosure.rules.items.duties import duty_of, exempted, named_duty, started_on
from govdisclosure.rules.items.saying import day_of, listed, named
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles
from govdisclosure.rules.rule import Finding, Rule

__all__ = ["RULE", "check"]


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """A finding for each item without the ground it needs, one for all without an attribute."""
    cites = articles_on(day_of(question), ("8", "14"), ("13", "14", "15", "16"))
    tally = EntryTally("publicity", cites)
    bare: list[Item] = []
    for item in question.items:
        finding = _judged(item)
        if item.publicity is None:
            bare.append(item)
            tally.wrong += 1
        elif finding is None:
            tally.fine += 1
        else:
            tally.wrong += 1
            yield finding
    if bare:
        yield _bare(bare, len(question.items), cites)
    yield from tally.closing(
        Message("{n}条信息写明了公开属性和所需的依据", "{n} items state their attribute and the ground they need"),
        Message("目录没有信息", "the catalogue has no items"),
    )


def _judged(item: Item) -> Finding | None:
    if item.publicity is Publicity.WITHHELD and item.ground is None:
        return _withheld(item)
    duty = duty_of(item)
    if item.publicity is Publicity.ON_REQUEST and duty is not None and not exempted(item):
        return _on_request(item, duty.cites)
    return None


def _withheld(item: Item) -> Finding:
    cites = articles_on(started_on(item), ("8", "14"), ("13", "14", "15", "16"))
    called, said = articles(cites), bool(item.ground_text)
    zh = "所写理由不是条例列举的依据" if said else "没有写明依据"
    en = "gives a reason that is none of the grounds of law" if said else "gives no ground"
    return found(
        item,
        "ground",
        kind=Kind.REVIEW,
        message=Message(
            f"不予公开1条：{named(item)}{zh}。不予公开限于条例规定的情形（{called.zh}），请人工核实并补写依据，或者改为公开。",
            f"1 withheld item: {named(item)} {en}. Only the grounds of the Regulation exempt ({called.en}): check, and "
            "state the ground or publish it.",
        ),
        cites=cites,
        facts={"publicity": "withheld", "reason_in_words": said},
        needs=("ground",),
    )


def _on_request(item: Item, cites: tuple[Citation, ...]) -> Finding:
    sure, called = named_duty(item) is not None and not item.ground_text, articles(cites)
    why_zh = "目录写明属于" if named_duty(item) is not None else "按种类属于"
    return found(
        item,
        "on_request",
        kind=Kind.FAIL if sure else Kind.REVIEW,
        message=Message(
            f"依申请公开1条：{named(item)}{why_zh}{called.zh}所列应当主动公开的信息，而公开属性为依申请公开，又没有条例规定的"
            "依据，两者不符，请人工核实：改为主动公开，或写明依据。",
            f"1 item on request: {named(item)} is among what is to be published ({called.en}), yet it is set to on "
            "request without a ground of law. Check: set it to proactive, or state the ground.",
        ),
        cites=cites,
        facts={"publicity": "on_request", "duty": [cite.key for cite in cites]},
        needs=() if sure else ("ground",),
    )


def _bare(bare: list[Item], total: int, cites: tuple[Citation, ...]) -> Finding:
    some = listed(bare)
    return Finding(
        kind=Kind.REVIEW,
        message=Message(
            f"{total}条中有{len(bare)}条没有公开属性（{some.zh}），是否应当公开无从判断；请逐条确定并补填",
            f"{len(bare)} of {total} items have no publicity attribute ({some.en}), so whether they must be published "
            "cannot be told; settle and fill in each",
        ),
        cites=cites,
        subject="bare",
        facts={"entries": len(bare), "ids": [item.id for item in bare]},
        needs=("publicity",),
    )


RULE = Rule(
    code="ITM103",
    name="items.publicity.grounded",
    title=Message("公开属性和不公开的依据写明", "Publicity attribute and ground are stated"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=(
        "regulation-2007:8",
        "regulation-2007:14",
        "regulation-2019:13",
        "regulation-2019:14",
        "regulation-2019:15",
        "regulation-2019:16",
    ),
    about="items",
    check=check,
)
