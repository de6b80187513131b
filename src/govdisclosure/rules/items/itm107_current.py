"""ITM107 items.catalogue.current — 指南和目录及时更新 / Guide and catalogue are kept current

What it checks
--------------
The day on which the catalogue was last brought up to date, against the items in it that were published later; the day
of the guide, against the day on which the Regulation in force began. Both are for a person. A day that is not given is
open.

Why
---
Guide and catalogue are kept current (2007 Art 19; 2019 Art 12). The Regulation of 2019 asks for more in the guide than
that of 2007 did, such as a way to reach the office over the internet.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.item import Item
>>> from govdisclosure.model.register import Catalogue
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> item, day = Item(id="A1", published_on=pendulum.Date(2024, 3, 5)), pendulum.Date(2024, 2, 1)
>>> asked = EntriesQuestion(catalogue=Catalogue(items=(item,), catalogue_updated_on=day, guide_updated_on=day))
>>> [(finding.kind.value, finding.subject) for finding in check(asked)]
[('review', 'catalogue'), ('pass', 'guide')]

Not covered
-----------
Neither Regulation sets a term for an update, so none is judged late by a number of days. What stands in the guide.

中文说明
--------
查目录最近更新日期以后是否还有信息公布，指南最近更新是否早于现行条例施行之日。指南和目录应当及时更新，现行条例对指南
的内容有新的要求。条例没有规定几日内更新，所以都只请人核实；没有给出更新日期的列为未能判断。指南的内容本规则不查。
"""

from collections.abc import Iterator

from govdisclosure.law import instrument
from govdisclosure.law.provision import Citation
from govdisclosure.rules.citing import articles_on, regulation_on
from govdisclosure.rules.entries import EntriesQuestion
from govdisclosure.rules.items.saying import day_of, listed
from govdisclosure.rules.items.terms import published
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles
from govdisclosure.rules.rule import Finding, Rule

__all__ = ["RULE", "check"]


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """A finding for the catalogue, one for the guide."""
    cites = articles_on(day_of(question), ("19",), ("12",))  # 2007 Art 19, 2019 Art 12
    yield _catalogue(question, cites)
    yield _guide(question, cites)


def _catalogue(question: EntriesQuestion, cites: tuple[Citation, ...]) -> Finding:
    day = question.catalogue.catalogue_updated_on if question.catalogue else None
    if day is None:
        return _open("catalogue", "目录", cites)
    later = [
        item
        for item in question.items
        if published(item, question.as_of) and item.published_on is not None and item.published_on > day
    ]
    if not later:
        message = Message(
            f"目录{day}更新，没有更晚公布的信息", f"the catalogue was updated on {day}; nothing was published later"
        )
        return Finding(
            kind=Kind.PASS, message=message, cites=cites, subject="catalogue", facts={"updated_on": str(day)}
        )
    last = max(item.published_on for item in later if item.published_on is not None)
    called, some = articles(cites), listed(later)
    return Finding(
        kind=Kind.REVIEW,
        message=Message(
            f"{len(later)}条：目录最近更新于{day}，此后又公布了{len(later)}条信息（{some.zh}），最近一条于{last}公布。目录"
            f"应当及时更新（{called.zh}），请人工核实，更新目录或其更新日期。",
            f"{len(later)} published after the catalogue was last updated on {day} ({some.en}), the last on "
            f"{last}. It is kept current ({called.en}): check, and update the catalogue or its day.",
        ),
        cites=cites,
        subject="catalogue",
        facts={"updated_on": str(day), "last_on": str(last), "ids": [item.id for item in later]},
    )


def _guide(question: EntriesQuestion, cites: tuple[Citation, ...]) -> Finding:
    day, now = question.catalogue.guide_updated_on if question.catalogue else None, day_of(question)
    if day is None:
        return _open("guide", "指南", cites)
    in_force = regulation_on(now)
    facts = {"updated_on": str(day)}
    if in_force is None or regulation_on(day) == in_force:
        message = Message(
            f"指南{day}更新，在现行条例施行之后", f"the guide was updated on {day}, under the Regulation in force"
        )
        return Finding(kind=Kind.PASS, message=message, cites=cites, subject="guide", facts=facts)
    since, called = instrument(in_force).in_force_from, articles(cites)
    return Finding(
        kind=Kind.REVIEW,
        message=Message(
            f"{day}：指南最近更新早于条例施行之日{since}，其内容可能不合现行规定。指南应当及时更新（{called.zh}），请人工"
            "核实，按现行条例更新。",
            f"{day}: the guide was last updated before the Regulation began on {since}. It is kept current "
            f"({called.en}): check, and bring it up to date.",
        ),
        cites=cites,
        subject="guide",
        facts={**facts, "in_force_from": str(since)},
    )


def _open(subject: str, what: str, cites: tuple[Citation, ...]) -> Finding:
    zh = f"没有给出{what}最近更新的日期，未能判断；请补填后重查"
    en = f"the day on which the {subject} was last updated is not given, so this was not judged; fill it in"
    needs = (f"{subject}_updated_on",)
    return Finding(kind=Kind.OPEN, message=Message(zh, en), cites=cites, subject=subject, needs=needs)


RULE = Rule(
    code="ITM107",
    name="items.catalogue.current",
    title=Message("指南和目录及时更新", "Guide and catalogue are kept current"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.OPEN),
    cites=("regulation-2007:19", "regulation-2019:12"),
    about="items",
    check=check,
)
