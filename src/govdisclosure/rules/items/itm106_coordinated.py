"""ITM106 items.coordination.before — 涉及其他机关的信息公开前协商 / Other organs are consulted before publication

What it checks
--------------
Every published item that the catalogue says concerns other organs: the day on which those confirmed it, which must not
be after the day of publication. No day is for a person; a later one is a fault. The law is that of the day of
publication.

Why
---
What concerns other organs is agreed with them first, so that what is published is accurate and alike (2007 Art 7, known
from memory; 2019 Art 11).

Example
-------
>>> import pendulum
>>> from govdisclosure.model.item import Item
>>> from govdisclosure.model.register import Catalogue
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> days = {"published_on": pendulum.Date(2024, 3, 5), "coordinated_on": pendulum.Date(2024, 3, 8)}
>>> asked = EntriesQuestion(catalogue=Catalogue(items=(Item(id="A1", concerns_other_organs=True, **days),)))
>>> [(finding.kind.value, finding.subject) for finding in check(asked)]
[('fail', 'A1:coordinated_after')]

Not covered
-----------
Items of which the catalogue does not say whether they concern other organs are open, in one finding. What was published
before the first Regulation. Which organs had to be asked.

中文说明
--------
查目录写明涉及其他机关的已公布信息，是否记有协商确认的日期，该日期是否不晚于公布日期。涉及其他机关的，公开前应当协商、
确认，保证口径一致。晚于公布的指出；没有日期的可能只是漏记，只请人核实；没有写是否涉及其他机关的，合并列为未能判断。应
当与哪些机关协商，本规则不判。
"""

from collections.abc import Iterator

from govdisclosure.model.item import Item
from govdisclosure.rules.citing import articles_on, regulation_on
from govdisclosure.rules.entries import EntriesQuestion, EntryTally, found
from govdisclosure.rules.items.saying import day_of, named, unjudged
from govdisclosure.rules.items.terms import published
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles
from govdisclosure.rules.rule import Finding, Rule

__all__ = ["RULE", "check"]

_SILENT = Message(
    "没有写明是否涉及其他机关；请补填后重查",
    "the catalogue does not say whether they concern other organs; fill that in and check again",
)


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """A finding for each item published before other organs confirmed it, one for what the catalogue does not say."""
    cites = articles_on(day_of(question), ("7",), ("11",))
    tally = EntryTally("coordination", cites)
    silent: list[Item] = []
    for item in question.items:
        if not published(item, question.as_of) or regulation_on(item.published_on) is None:
            continue
        if item.concerns_other_organs is None:
            silent.append(item)
        elif item.concerns_other_organs:
            finding = _judged(item)
            tally.fine += finding is None
            tally.wrong += finding is not None
            if finding is not None:
                yield finding
    yield from unjudged("silent", silent, _SILENT, cites, ("concerns_other_organs",))
    if tally.fine or not silent:
        yield from tally.closing(
            Message(
                "{n}条涉及其他机关的信息在公布前已协商确认",
                "{n} items were confirmed by other organs before publication",
            ),
            Message("没有已公布的信息涉及其他机关", "no published item concerns other organs"),
        )


def _judged(item: Item) -> Finding | None:
    on, day = item.published_on, item.coordinated_on
    if day is not None and on is not None and day <= on:
        return None
    cites = articles_on(on, ("7",), ("11",))
    called = articles(cites)
    if day is None:
        what, zh = "uncoordinated", f"{on}：{named(item)}涉及其他机关，已公布，没有协商确认的日期"
        en = f"{on}: {named(item)} concerns other organs and was published; no day of their confirmation is recorded"
    else:
        what, zh = "coordinated_after", f"{day}与{on}：{named(item)}协商确认的日期晚于公布日期"
        en = f"{day} and {on}: other organs confirmed {named(item)} after it was published"
    return found(
        item,
        what,
        # A day that lies after a change may be that of the change.
        kind=Kind.REVIEW if day is None or (item.changed_on is not None and day >= item.changed_on) else Kind.FAIL,
        message=Message(
            f"{zh}。公开前应当与有关机关协商、确认（{called.zh}），请人工核实并补记。",
            f"{en}. They are consulted before publication ({called.en}): check, and complete the record.",
        ),
        cites=cites,
        facts={"published_on": str(on), "coordinated_on": None if day is None else str(day)},
    )


RULE = Rule(
    code="ITM106",
    name="items.coordination.before",
    title=Message("涉及其他机关的信息公开前协商", "Other organs are consulted before publication"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:7", "regulation-2019:11"),
    about="items",
    check=check,
)
