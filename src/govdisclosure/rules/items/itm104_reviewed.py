"""ITM104 items.review.before — 公开前经过审查 / Reviewed before publication

What it checks
--------------
Every published item, and every item that is withheld: whether the catalogue says that it was reviewed, and that the
review came no later than publication. A published item that the catalogue says was not reviewed, or reviewed after it
was published, is a fault; a withheld one that was not reviewed, and an entry that says no and gives a day, are for a
person. The law is that of the day of publication.

Why
---
What is to be published is reviewed first under the secrecy law (2007 Art 14; 2019 Art 17; since 1 May 2024 also Art 35
of the Law on Guarding State Secrets).

Example
-------
>>> import pendulum
>>> from govdisclosure.model.item import Item
>>> from govdisclosure.model.register import Catalogue
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> days = {"published_on": pendulum.Date(2024, 3, 5), "reviewed_on": pendulum.Date(2024, 3, 8)}
>>> asked = EntriesQuestion(catalogue=Catalogue(items=(Item(id="A1", **days),)))
>>> [(finding.kind.value, finding.subject) for finding in check(asked)]
[('fail', 'A1:review_after')]

Not covered
-----------
What the catalogue does not say is open, in one finding. What was published before the first Regulation. Whether the
review was a good one.

中文说明
--------
查已公布的和不予公开的信息，目录是否写明经过公开（保密）审查，审查日期是否不晚于公布日期。公开前应当审查。已公布而
写明未审查、或公布后才审查的，指出；不予公开而写明未审查的、前后说法不一的，只请人核实；没有写是否审查的，合并列为未能
判断。审查质量本规则不判。
"""

from collections.abc import Iterator

import pendulum

from govdisclosure.law import cite, instrument
from govdisclosure.law.provision import Citation
from govdisclosure.model.item import Item, Publicity
from govdisclosure.rules.citing import articles_on, regulation_on
from govdisclosure.rules.entries import EntriesQuestion, EntryTally, found
from govdisclosure.rules.items.duties import started_on
from govdisclosure.rules.items.saying import day_of, named, unjudged
from govdisclosure.rules.items.terms import published
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles
from govdisclosure.rules.rule import Finding, Rule

__all__ = ["RULE", "check"]

_SECRECY = "secrecy-2024"
_SILENT = Message(
    "没有写明是否经过公开审查；请补填审查情况和日期后重查",
    "the catalogue does not say whether they were reviewed; fill that in with the day and check again",
)


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """A finding for each item published without or before its review, one for what the catalogue does not say."""
    cites = _cites(day_of(question))
    tally = EntryTally("review", cites)
    silent: list[Item] = []
    for item in question.items:
        out = published(item, question.as_of)
        if not out and item.publicity is not Publicity.WITHHELD:
            continue
        if out and regulation_on(item.published_on) is None:
            continue
        what = _fault(item, out=out)
        if what is not None:
            tally.wrong += 1
            yield _finding(item, what)
        elif item.reviewed or item.reviewed_on is not None:
            tally.fine += 1
        else:
            silent.append(item)
    yield from unjudged("silent", silent, _SILENT, cites, ("reviewed",))
    if not silent or tally.fine:
        yield from tally.closing(
            Message("{n}条信息写明经过审查，且不晚于公布", "{n} items were reviewed, no later than published"),
            Message("目录没有已公布或不予公开的信息", "the catalogue has no item published or withheld"),
        )


def _fault(item: Item, *, out: bool) -> str | None:
    """What is wrong with the review of an item; ``None`` where nothing is, or the catalogue is silent."""
    if item.reviewed is False:
        return "review_unclear" if item.reviewed_on is not None else "unreviewed"
    late = out and item.reviewed_on is not None and item.published_on is not None
    return "review_after" if late and item.reviewed_on > item.published_on else None  # type: ignore[operator]


def _of_a_change(item: Item) -> bool:
    """Whether the review may be that of a later change, whatever came of the first publication."""
    return item.changed_on is not None and item.reviewed_on is not None and item.reviewed_on >= item.changed_on


def _finding(item: Item, what: str) -> Finding:
    out = item.published_on is not None
    cites = _cites(item.published_on if out else started_on(item))
    called, id_, on, day = articles(cites), named(item), item.published_on, item.reviewed_on
    said = {
        "unreviewed": (
            f"{id_}{f'于{on}公布' if out else '不予公开'}，目录写明未经审查",
            f"{id_} was {f'published on {on}' if out else 'withheld'}, and the catalogue says it was not reviewed",
        ),
        "review_after": (
            f"{day}与{on}：{id_}的审查日期晚于公布日期",
            f"{day} and {on}: {id_} was reviewed after it was published",
        ),
        "review_unclear": (
            f"{day}：{id_}写明未经审查，又写有审查日期",
            f"{day}: {id_} is said not to be reviewed, yet has a day of review",
        ),
    }
    zh, en = said[what]
    return found(
        item,
        what,
        kind=Kind.FAIL if out and what != "review_unclear" and not _of_a_change(item) else Kind.REVIEW,
        message=Message(
            f"{zh}。与{called.zh}（公开前应当审查）不符或不能印证，请人工核实并补记。",
            f"{en}. Information is reviewed before it is published ({called.en}): check, and complete the record.",
        ),
        cites=cites,
        facts={
            "published_on": None if on is None else str(on),
            "reviewed_on": None if day is None else str(day),
            "reviewed": item.reviewed,
        },
    )


def _cites(day: pendulum.Date | None) -> tuple[Citation, ...]:
    """2007 Art 14, 2019 Art 17, and the article of the secrecy law once it was in force."""
    first = instrument(_SECRECY).in_force_from
    secrecy = (cite(f"{_SECRECY}:35"),) if day is not None and first is not None and day >= first else ()
    return (*articles_on(day, ("14",), ("17",)), *secrecy)


RULE = Rule(
    code="ITM104",
    name="items.review.before",
    title=Message("公开前经过审查", "Reviewed before publication"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:14", "regulation-2019:17", "secrecy-2024:35"),
    about="items",
    check=check,
)
