"""ITM102 items.published.on_time — 在二十个工作日内公布 / Published within twenty working days

What it checks
--------------
Every item that must be published, is not set to 依申请公开 or 不予公开, and has a day of publication: whether that day
lies within 20 working days of the day on which it was made or last changed. One finding an item that is late, with the
working days it took; one with the on-time rate. The law is that of the day the item was made or changed.

Why
---
Information is to be published within 20 working days of being made or changed (2007 Art 18; 2019 Art 26).

Example
-------
>>> import pendulum
>>> from govdisclosure.model.item import Item, Publicity
>>> from govdisclosure.model.register import Catalogue
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> days = {"made_on": pendulum.Date(2024, 3, 1), "published_on": pendulum.Date(2024, 4, 8)}
>>> item = Item(id="A1", publicity=Publicity.PROACTIVE, **days)
>>> asked = EntriesQuestion(catalogue=Catalogue(items=(item,)))
>>> [(finding.kind.value, finding.facts.get("workdays")) for finding in check(asked)][0]
('fail', 25)

Not covered
-----------
Another term set by a law or regulation prevails and is not known here. An item published before its last change: when
the changed text was published is open, and so is one without a day of making, or in a year whose holidays are not
announced, unless it was published within as many days of the calendar. What must be published by its kind alone is for
a person.

中文说明
--------
查应当主动公开的信息，公布日期是否在形成或变更之日起20个工作日内，逾期的逐条写明用了多少个工作日，并给出按时公布率。
工作日按国务院公布的放假安排计算，形成或变更当日不算。法律、法规另有期限的从其规定，本规则不知道，请人工核实。公布以
后又变更的、没有生成日期的、当年放假安排未公布的，列为未能判断。只凭种类认定应当公开的，只请人核实。
"""

from collections.abc import Iterator

from govdisclosure.law.provision import Citation
from govdisclosure.model.item import Item, Publicity
from govdisclosure.rules.citing import articles_on
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.items.disclosure import Standing, cut_rate, disclosure
from govdisclosure.rules.items.saying import day_of, named, no_items, unjudged
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles, figure
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.text.numerals import percent

__all__ = ["RULE", "check"]

_UNKNOWN = Message(
    "是否按时公布无从判断：没有生成日期、公布后又有变更，或当年放假安排未公布；请补全日期或放假安排后重查",
    "whether published on time cannot be told: no day made, changed after publication, or holidays not announced; "
    "complete the days or the calendar and check again",
)


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """A finding for each item published late, one with the on-time rate, one for what could not be judged."""
    cites = articles_on(day_of(question), ("18",), ("26",))
    fine = late = 0
    unknown: list[Item] = []
    for one in disclosure(question.items, question.calendar, question.as_of).published:
        item = one.item
        if item.publicity not in {Publicity.PROACTIVE, None}:
            continue
        over = None if _changed_since(item) else one.term.over(item.published_on)
        if over is None:
            unknown.append(item)
        elif over:
            late += 1
            yield _late(one, question)
        else:
            fine += 1
    if fine or late:
        yield _rate(fine, late, cites)
    elif not unknown:
        yield no_items("rate", cites, "目录没有可以判断的公布日期", "the catalogue has no day of publication to judge")
    yield from unjudged("unknown", unknown, _UNKNOWN, cites, ("made_on", "published_on"))


def _changed_since(item: Item) -> bool:
    """Whether an item was changed after the day of publication that the catalogue has."""
    return item.changed_on is not None and item.published_on is not None and item.published_on < item.changed_on


def _late(one: Standing, question: EntriesQuestion) -> Finding:
    item, term = one.item, one.term
    cites = (term.cite,) if term.cite else one.duty.cites  # 2007 Art 18, 2019 Art 26
    taken, called = term.taken(item.published_on, question.calendar), articles(cites)
    zh, en = (f"{taken}个", f"{taken}") if taken is not None else (f"超过{term.days}个", f"over {term.days}")
    return found(
        item,
        "late",
        kind=Kind.FAIL if one.duty.sure else Kind.REVIEW,
        message=Message(
            f"{zh}工作日：{named(item)}于{term.start}形成或变更，应于{term.due}前公布（{term.days}个工作日），"
            f"{item.published_on}公布。与{called.zh}不符，请人工核实；法律、法规另有期限的从其规定，请注明。",
            f"{en} working days: {named(item)} was made or changed on {term.start}, was due by {term.due} ({term.days} "
            f"working days) and was published on {item.published_on} ({called.en}). Check; where another law sets "
            "another term, note it.",
        ),
        cites=cites,
        facts={
            "start_on": str(term.start),
            "due_on": str(term.due),
            "published_on": str(item.published_on),
            "workdays": taken,
            "term": term.days,
        },
        needs=() if one.duty.sure else ("publicity",),
    )


def _rate(fine: int, late: int, cites: tuple[Citation, ...]) -> Finding:
    share, total = cut_rate(fine, fine + late), fine + late
    message = Message(
        f"{percent(share)}：可以判断的{total}条信息，按时公布{fine}条，逾期{late}条。条例没有规定按时公布率，此数供参考。",
        f"{percent(share)}: of {total} items that could be judged, {fine} were published on time and {late} late. The "
        "Regulation defines no such rate.",
    )
    facts = {"numerator": fine, "denominator": total, "rate": figure(share), "kind": "on_time_among_published"}
    kind = Kind.INFORMATIONAL if late else Kind.PASS
    return Finding(kind=kind, message=message, cites=cites, subject="rate", facts=facts)


RULE = Rule(
    code="ITM102",
    name="items.published.on_time",
    title=Message("在二十个工作日内公布", "Published within twenty working days"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE, Kind.INFORMATIONAL),
    cites=("regulation-2007:18", "regulation-2019:26"),
    about="items",
    check=check,
)
