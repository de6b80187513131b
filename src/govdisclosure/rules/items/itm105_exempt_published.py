"""ITM105 items.exempt.published — 不予公开的信息没有公布 / What is exempt is not published

What it checks
--------------
Items with a ground of exemption, or set to 不予公开, against their day of publication. Published although the ground
is a state secret, a prohibition of law or a danger to security and stability: a fault. On the ground of a third
party's rights, or without a ground: for a person, for the third party may have agreed or a public interest may
override. On a ground on which an organ only may refuse (2019 Art 16): lawful, said in one finding so that the attribute
is brought up to date. Set to 主动公开 with a ground of the first two kinds and not yet published: for a person, before
it goes out. The law is that of the day of publication.

Why
---
State secrets, what law prohibits and what endangers security is not published (2007 Arts 8 and 14; 2019 Art 14), a
third party's secrets and privacy only with consent or for an overriding public interest (2019 Art 15).

Example
-------
>>> import pendulum
>>> from govdisclosure.model.item import Exemption, Item, Publicity
>>> from govdisclosure.model.register import Catalogue
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> item = Item(id="A1", ground=Exemption.STATE_SECRET, published_on=pendulum.Date(2024, 3, 5))
>>> asked = EntriesQuestion(catalogue=Catalogue(items=(item,)))
>>> [(finding.kind.value, finding.subject) for finding in check(asked)]
[('fail', 'A1:exempt')]

Not covered
-----------
Whether the text that went out had the exempt part taken out: note it in the catalogue. The Regulation of 2007 did not
name a prohibition by other law, so under it that ground is for a person.

中文说明
--------
查写有不公开依据或定为不予公开的信息是否又有公布日期。依据为国家秘密、法律法规禁止公开、危及三安全一稳定的，不得公开，
予以指出；涉及第三方权益的可能已获同意或有重大公共利益，没有依据的可能是属性未改，只请人核实；内部事务、过程性信息、执
法案卷可以不公开也可以公开，合并说明。公布的是否为处理后的文本，本规则不判。
"""

from collections.abc import Iterator

import pendulum

from govdisclosure.model.item import Exemption, Item, Publicity
from govdisclosure.rules.citing import articles_on, regulation_on
from govdisclosure.rules.entries import EntriesQuestion, EntryTally, found
from govdisclosure.rules.items.duties import MAY_REFUSE, MUST_NOT, ground_cites, started_on
from govdisclosure.rules.items.saying import day_of, listed, named
from govdisclosure.rules.items.terms import published
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles
from govdisclosure.rules.rule import Finding, Rule

__all__ = ["RULE", "check"]

_GROUNDS: dict[Exemption, Message] = {
    Exemption.STATE_SECRET: Message("国家秘密", "a state secret"),
    Exemption.PROHIBITED_BY_LAW: Message("法律、行政法规禁止公开", "prohibited by law"),
    Exemption.SECURITY_AND_STABILITY: Message("可能危及三安全一稳定", "a danger to security and stability"),
    Exemption.THIRD_PARTY_RIGHTS: Message("第三方合法权益", "a third party's rights"),
}
_NONE = Message("未写明依据", "no ground")


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """A finding for each item published though exempt, one for those that an organ was free to publish."""
    cites = articles_on(day_of(question), ("8", "14"), ("14", "15"))
    tally = EntryTally("exempt", cites)
    free: list[Item] = []
    for item in question.items:
        if item.ground is None and item.publicity is not Publicity.WITHHELD:
            continue
        out = published(item, question.as_of)
        if out and item.ground in MAY_REFUSE:
            free.append(item)
        elif out or (item.publicity is Publicity.PROACTIVE and item.ground not in MAY_REFUSE):
            tally.wrong += 1
            yield _finding(item, out=out)
        else:
            tally.fine += 1
    if free:
        yield _free(free, day_of(question))
    if tally.fine or not free:
        yield from tally.closing(
            Message("{n}条不予公开的信息没有公布日期", "{n} exempt items have no day of publication"),
            Message("目录没有不予公开的信息", "the catalogue has no exempt item"),
        )


def _finding(item: Item, *, out: bool) -> Finding:
    day = item.published_on if out else started_on(item)
    if item.ground is None:
        cites, why = articles_on(day, ("8", "14"), ("14", "15", "16")), _NONE
    else:
        cites, why = ground_cites(item.ground, day), _GROUNDS[item.ground]
    called = articles(cites)
    zh = f"{day}：{named(item)}已公布，目录所列不公开的依据为“{why.zh}”"
    en = f"{day}: {named(item)} was published, and the catalogue gives as the ground against it: {why.en}"
    if not out:
        zh = f"1条待公布：{named(item)}定为主动公开，又写有不公开的依据“{why.zh}”，核实前请勿公布"
        en = f"1 item not yet out: {named(item)} is set to proactive and has a ground against it ({why.en}); hold it"
    return found(
        item,
        "exempt",
        kind=_kind(item, day) if out else Kind.REVIEW,
        message=Message(
            f"{zh}。与{called.zh}不符或不能印证，请人工核实：公开有误的及时处理，依据或属性过时的更正，经同意或处理后"
            "公开的注明。",
            f"{en} ({called.en}). Check: act at once where it went out by mistake, correct a ground or attribute that "
            "no longer holds, note a consent or a redaction.",
        ),
        cites=cites,
        facts={
            "ground": None if item.ground is None else item.ground.value,
            "publicity": None if item.publicity is None else item.publicity.value,
            "published_on": None if item.published_on is None else str(item.published_on),
        },
    )


def _kind(item: Item, day: pendulum.Date | None) -> Kind:
    if item.ground not in MUST_NOT or (which := regulation_on(day)) is None:
        return Kind.REVIEW
    unnamed = which == "regulation-2007" and item.ground is Exemption.PROHIBITED_BY_LAW
    return Kind.REVIEW if unnamed else Kind.FAIL


def _free(free: list[Item], day: pendulum.Date | None) -> Finding:
    cites = articles_on(day, ("14",), ("16",))
    some = listed(free)
    return Finding(
        kind=Kind.INFORMATIONAL,
        message=Message(
            f"{len(free)}条已公布的信息写有“可以不予公开”的依据（{some.zh}）。可以公开，请更新公开属性。",
            f"{len(free)} published items have a ground on which an organ may refuse ({some.en}). Publishing is "
            "lawful; bring the attribute up to date.",
        ),
        cites=cites,
        subject="free",
        facts={"entries": len(free), "ids": [item.id for item in free]},
    )


RULE = Rule(
    code="ITM105",
    name="items.exempt.published",
    title=Message("不予公开的信息没有公布", "What is exempt is not published"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.INFORMATIONAL, Kind.NOT_APPLICABLE),
    cites=(
        "regulation-2007:8",
        "regulation-2007:14",
        "regulation-2019:14",
        "regulation-2019:15",
        "regulation-2019:16",
    ),
    about="items",
    check=check,
)
