"""ITM101 items.published.full — 应当公开的信息均已公开 / What must be published is published

What it checks
--------------
Every item that must be published and is not exempt: its publicity attribute is 主动公开, or the catalogue names for it
one of 2007 Arts 9 to 12 or 2019 Arts 19 to 21, or its kind is one that those lists name (rules, normative documents,
licences, charges, procurement …). One finding an item whose term of 20 working days is over and that has no day of
publication, and one with the rate: published among those published or due, with the numbers of what is missing. An
item within its term is counted apart. The law is that of the day the item was made or last changed.

Why
---
What the lists name is published by the organ itself, within 20 working days (2007 Arts 10 and 18; 2019 Arts 20 and
26). Neither Regulation defines a rate: the figure is information, the missing item is the fault.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.item import Item, Publicity
>>> from govdisclosure.model.register import Catalogue
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> item = Item(id="A1", made_on=pendulum.Date(2024, 3, 1), publicity=Publicity.PROACTIVE)
>>> asked = EntriesQuestion(catalogue=Catalogue(items=(item,)), as_of=pendulum.Date(2024, 6, 3))
>>> [(finding.kind.value, finding.subject) for finding in check(asked)]
[('fail', 'A1:missing'), ('informational', 'rate')]

Not covered
-----------
Without ``as_of`` no item is missing: whether its term is over is open. What was made before the first Regulation, and
what was repealed before its term ended, is left out. An item of a listed kind whose attribute is not given, 依申请公开
or 不予公开 without a ground is for a person. Single penalties and coercive measures are in no list by their kind. That
the catalogue names every item the organ has cannot be seen in it.

中文说明
--------
查应当主动公开而又没有不公开依据的信息是否都有公布日期：公开属性为主动公开的，写明属于条例所列各项的，或者种类本身就
在所列之内的。满20个工作日仍没有公布日期的逐条列出，并给出公开率及其分子、分母和未公开的索引号；期限未满的另计。条例
没有规定公开率，比率只作说明。没有给出判断日期的，期限是否已满不判；公开属性没有写明、种类在所列之内的，只请人核实。
"""

from collections.abc import Iterator
from decimal import Decimal

import pendulum

from govdisclosure.law.provision import Citation
from govdisclosure.rules.citing import articles_on
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.items.disclosure import Disclosure, Standing, disclosure
from govdisclosure.rules.items.saying import day_of, listed, named, no_items, unjudged
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.text.numerals import percent

__all__ = ["RULE", "check"]

_UNKNOWN = Message(
    "没有公布日期，期限是否已满无从判断（没有生成日期、没有给出判断日期、当年放假安排未公布，或写有公布渠道而没有日期）；"
    "请补全后重查",
    "no day of publication, and whether the term is over cannot be told (no day made, no day of judgement, holidays "
    "not announced, or a channel without a day); complete them and check again",
)


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """A finding for each item that is missing, one for the rate, one for what could not be judged."""
    cites = articles_on(day_of(question), ("10", "18"), ("20", "26"))
    stand = disclosure(question.items, question.calendar, question.as_of)
    for one in stand.missing:
        yield _missing(one, question.as_of)
    if stand.denominator:
        yield _rate(stand, cites)
    elif not stand.unknown:
        zh, en = "目录没有已到期的应当公开的信息", "the catalogue has no item that must be published and is due"
        yield no_items("rate", cites, zh, en)
    yield from unjudged("unknown", [one.item for one in stand.unknown], _UNKNOWN, cites, ("published_on", "as_of"))


def _missing(one: Standing, as_of: pendulum.Date | None) -> Finding:
    item, term, duty = one.item, one.term, one.duty
    cites = (*duty.cites, *((term.cite,) if term.cite else ()))  # 2007 Arts 10 and 18, 2019 Arts 20 and 26
    called = articles(cites)
    return found(
        item,
        "missing",
        kind=Kind.FAIL if duty.sure else Kind.REVIEW,
        message=Message(
            f"{term.due}：{named(item)}于{term.start}形成或变更，{term.days}个工作日至{term.due}届满，到{as_of}目录"
            f"没有公布日期。与{called.zh}不符，请人工核实：已公布的补填日期，不应公布的写明依据，其余请公布。",
            f"{term.due}: {named(item)} was made or changed on {term.start}, its {term.days} working days ended on "
            f"{term.due}, and on {as_of} the catalogue has no day of publication ({called.en}). Check: fill in the "
            "day, state the ground for not publishing, or publish it.",
        ),
        cites=cites,
        facts={"start_on": str(term.start), "due_on": str(term.due), "as_of": str(as_of)},
        needs=() if duty.sure else ("publicity",),
    )


def _rate(stand: Disclosure, cites: tuple[Citation, ...]) -> Finding:
    top, bottom = stand.numerator, stand.denominator
    share = percent(stand.rate or Decimal(0))
    zh = f"{share}：应当公开且已到期的{bottom}条信息，已公布{top}条"
    en = f"{share}: of {bottom} items that must be published and are due, {top} are published"
    if stand.missing:
        ids = listed([one.item for one in stand.missing])
        zh, en = f"{zh}，未公布{len(stand.missing)}条（{ids.zh}）", f"{en}, {len(stand.missing)} are not ({ids.en})"
    if stand.pending:
        zh, en = f"{zh}；另有{len(stand.pending)}条期限未满", f"{en}; {len(stand.pending)} more are within their term"
    if stand.unknown:
        zh, en = f"{zh}；另有{len(stand.unknown)}条无从判断", f"{en}; {len(stand.unknown)} more could not be judged"
    if stand.before_law:
        zh = f"{zh}；{stand.before_law}条形成于条例施行前，不计"
        en = f"{en}; {stand.before_law} made before the Regulation are not counted"
    kind = Kind.INFORMATIONAL if stand.missing or stand.unknown else Kind.PASS
    message = Message(f"{zh}。条例没有规定公开率，此数供参考。", f"{en}. The Regulation defines no such rate.")
    return Finding(kind=kind, message=message, cites=cites, subject="rate", facts=stand.facts)


RULE = Rule(
    code="ITM101",
    name="items.published.full",
    title=Message("应当公开的信息均已公开", "What must be published is published"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE, Kind.INFORMATIONAL),
    cites=("regulation-2007:10", "regulation-2007:18", "regulation-2019:20", "regulation-2019:26"),
    about="items",
    check=check,
)
