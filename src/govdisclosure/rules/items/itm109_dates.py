"""ITM109 items.dates.possible — 各日期先后合理 / The dates of an item can be

What it checks
--------------
The days of each item against one another and against the day of judgement: published, changed or repealed before it
was made, in force until a day before the first, in force beyond its repeal, made or changed or reviewed after
``as_of``, and days before 1 October 1949 (a year mistyped, or a spreadsheet's empty date). One finding a pair that
cannot be. A day of publication in the future may be planned, and an overlap of validity and repeal may be a slip of
either: those are for a person.

Why
---
The catalogue states the day on which each item was made (2007 Art 19; 2019 Art 12), and what is published must be
accurate (2007 and 2019 Art 6); terms are counted from these days.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.item import Item
>>> from govdisclosure.model.register import Catalogue
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> days = {"made_on": pendulum.Date(2024, 3, 5), "published_on": pendulum.Date(2024, 3, 1)}
>>> asked = EntriesQuestion(catalogue=Catalogue(items=(Item(id="A1", **days),)))
>>> [(finding.kind.value, finding.subject) for finding in check(asked)]
[('fail', 'A1:published_on:made_on')]

Not covered
-----------
Which of two days is wrong. A review or a consultation before the text was signed, a document in force from before it
was made and one repealed before it took effect can all be. Without ``as_of`` nothing is in the future.

中文说明
--------
查每条信息的各个日期先后是否可能：公布、变更、废止早于生成，失效早于生效，废止以后仍列为有效，生成、变更、审查晚于判断日
期，以及1949年10月以前的日期。公开的信息应当准确，期限也从这些日期起算。公布日期在将来的可能是计划，有效期与废止日期
不一的可能是漏改，只请人核实。哪一个日期写错，本规则不判；没有给出判断日期的，不查将来的日期。
"""

from collections.abc import Iterator

import pendulum

from govdisclosure.model.item import Item
from govdisclosure.rules.citing import articles_on
from govdisclosure.rules.entries import EntriesQuestion, EntryTally, found
from govdisclosure.rules.items.saying import day_of, named
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles
from govdisclosure.rules.rule import Finding, Rule

__all__ = ["RULE", "check"]

_WORDS = {
    "made_on": Message("生成日期", "made"),
    "changed_on": Message("变更日期", "changed"),
    "published_on": Message("公布日期", "published"),
    "repealed_on": Message("废止日期", "repealed"),
    "reviewed_on": Message("审查日期", "reviewed"),
    "coordinated_on": Message("协商确认日期", "confirmed by other organs"),
    "valid_from": Message("生效日期", "first day in force"),
    "valid_to": Message("失效日期", "last day in force"),
}
_ORDER = (
    ("published_on", "made_on", Kind.FAIL),
    ("changed_on", "made_on", Kind.FAIL),
    ("repealed_on", "made_on", Kind.FAIL),
    ("valid_to", "valid_from", Kind.FAIL),
    ("repealed_on", "valid_to", Kind.REVIEW),
)
_DONE = {
    "made_on": Kind.FAIL,
    "changed_on": Kind.FAIL,
    "reviewed_on": Kind.FAIL,
    "coordinated_on": Kind.FAIL,
    "published_on": Kind.REVIEW,
}
_FIRST = pendulum.Date(1949, 10, 1)


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """A finding for each day that cannot be, or cannot be beside another."""
    cites = articles_on(day_of(question), ("6", "19"), ("6", "12"))
    tally = EntryTally("dates", cites)
    for item in question.items:
        days = {name: day for name in _WORDS if (day := getattr(item, name)) is not None}
        findings = [*_before(item, days), *_beyond(item, days, question.as_of)]
        tally.wrong += bool(findings)
        tally.fine += bool(days) and not findings
        yield from findings
    yield from tally.closing(
        Message("{n}条信息的日期先后合理", "the days of {n} items can be"),
        Message("目录没有日期", "the catalogue has no days"),
    )


def _before(item: Item, days: dict[str, pendulum.Date]) -> Iterator[Finding]:
    for later, earlier, kind in _ORDER:
        one, two = days.get(later), days.get(earlier)
        if one is None or two is None or one >= two:
            continue
        zh = f"{one}与{two}：{named(item)}的{_WORDS[later].zh}早于{_WORDS[earlier].zh}"
        en = f"{one} and {two}: for {named(item)}, “{_WORDS[later].en}” is before “{_WORDS[earlier].en}”"
        facts: dict[str, object] = {later: str(one), earlier: str(two)}
        yield _finding(item, f"{later}:{earlier}", kind, Message(zh, en), facts)


def _beyond(item: Item, days: dict[str, pendulum.Date], as_of: pendulum.Date | None) -> Iterator[Finding]:
    for name, day in days.items():
        if day < _FIRST:
            zh, en = (
                f"{day}：{named(item)}的{_WORDS[name].zh}过早",
                f"{day}: “{_WORDS[name].en}” of {named(item)} is too early",
            )
            yield _finding(item, f"{name}:early", Kind.REVIEW, Message(zh, en), {name: str(day)})
        elif as_of is not None and day > as_of and name in _DONE:
            zh = f"{day}：{named(item)}的{_WORDS[name].zh}晚于判断日期{as_of}"
            en = f"{day}: “{_WORDS[name].en}” of {named(item)} is after the day of judgement, {as_of}"
            yield _finding(item, f"{name}:future", _DONE[name], Message(zh, en), {name: str(day), "as_of": str(as_of)})


def _finding(item: Item, what: str, kind: Kind, said: Message, facts: dict[str, object]) -> Finding:
    cites = articles_on(item.published_on or item.made_on, ("6", "19"), ("6", "12"))
    called = articles(cites)
    return found(
        item,
        what,
        kind=kind,
        message=Message(
            f"{said.zh}，其中应有一个写错。公开的信息应当准确（{called.zh}），请人工核实并更正。",
            f"{said.en}; one must be wrong. What is published must be accurate ({called.en}): check and correct.",
        ),
        cites=cites,
        facts=facts,
    )


RULE = Rule(
    code="ITM109",
    name="items.dates.possible",
    title=Message("各日期先后合理", "The dates of an item can be"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2007:19", "regulation-2019:6", "regulation-2019:12"),
    about="items",
    check=check,
)
