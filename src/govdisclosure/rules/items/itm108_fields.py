"""ITM108 items.catalogue.fields — 目录要素齐全 / The catalogue has what it must have

What it checks
--------------
Index number, title, content summary and the day made or received, of every item. One finding an item that lacks any of
them. A part that no item has at all is one finding for a person: the file may be an extract of the catalogue. So is, an
item each, a provision named as the duty that is none of 2007 Arts 9 to 12 or 2019 Arts 19 to 21.

Why
---
The catalogue has index, title, summary and date made of each item (2007 Art 19; 2019 Art 12).

Example
-------
>>> import pendulum
>>> from govdisclosure.model.item import Item
>>> from govdisclosure.model.register import Catalogue
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> one = Item(id="A1", title="通知", summary="关于…", made_on=pendulum.Date(2024, 3, 1))
>>> two = Item(id="A2", title="公告", summary="关于…")
>>> [(f.kind.value, f.facts["missing"]) for f in check(EntriesQuestion(catalogue=Catalogue(items=(one, two))))]
[('fail', ['made_on'])]

Not covered
-----------
Whether what stands there is right. Other parts that offices add (topic, form, producer): no article asks for them.

中文说明
--------
查目录每条信息是否有索引号、名称、内容概述和生成日期，缺一项的逐条列出；整份目录都没有某一项的，可能是摘录，只请人核实
一次。写明的条款不是条例所列主动公开各条的，也请人核实。目录应当包括这四项。所填内容对不对，以及主题、载体等其他栏目，
本规则不查。
"""

from collections.abc import Iterator

from govdisclosure.law.provision import Citation
from govdisclosure.model.item import Item
from govdisclosure.rules.citing import articles_on
from govdisclosure.rules.entries import EntriesQuestion, EntryTally, found
from govdisclosure.rules.items.duties import named_duty
from govdisclosure.rules.items.saying import day_of, named
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles
from govdisclosure.rules.rule import Finding, Rule

__all__ = ["RULE", "check"]

_FEW = 5
_FIELDS = {
    "id": Message("索引号", "index number"),
    "title": Message("名称", "title"),
    "summary": Message("内容概述", "summary"),
    "made_on": Message("生成日期", "day made"),
}


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """A finding for each item that lacks a part, one for each part that all of them lack."""
    cites = articles_on(day_of(question), ("19",), ("12",))
    tally = EntryTally("fields", cites)
    items = question.items
    absent = [name for name in _FIELDS if items and not any(_has(item, name) for item in items)]
    asked = [name for name in _FIELDS if name not in absent]
    unnumbered: list[Item] = []
    for item in items:
        lacking = [name for name in asked if not _has(item, name)]
        odd = bool(item.duty) and named_duty(item) is None
        tally.wrong += bool(lacking or odd)
        tally.fine += not (lacking or odd)
        if lacking == ["id"]:
            unnumbered.append(item)
        elif lacking:
            yield _lacking(item, lacking, cites)
        if odd:
            yield _odd(item)
    for name in absent:
        yield _absent(name, len(items), cites)
    if unnumbered:
        yield _unnumbered(unnumbered, cites)
    if not absent:
        yield from tally.closing(
            Message("{n}条信息四项要素齐全", "{n} items have all four parts"),
            Message("目录没有信息", "the catalogue has no items"),
        )


def _has(item: Item, name: str) -> bool:
    value = getattr(item, name)
    return bool(value.strip()) if isinstance(value, str) else value is not None


def _lacking(item: Item, lacking: list[str], cites: tuple[Citation, ...]) -> Finding:
    called = articles(cites)
    zh = "、".join(_FIELDS[name].zh for name in lacking)
    en = ", ".join(_FIELDS[name].en for name in lacking)
    return found(
        item,
        "fields",
        kind=Kind.FAIL,
        message=Message(
            f"缺{len(lacking)}项：{named(item)}没有{zh}。目录应当有索引、名称、内容概述、生成日期"
            f"（{called.zh}），请补填。",
            f"{len(lacking)} missing: {named(item)} has no {en}. A catalogue has index, title, summary and date made "
            f"({called.en}): fill them in.",
        ),
        cites=cites,
        facts={"missing": lacking},
        needs=tuple(lacking),
    )


def _absent(name: str, count: int, cites: tuple[Citation, ...]) -> Finding:
    called, what = articles(cites), _FIELDS[name]
    return Finding(
        kind=Kind.REVIEW,
        message=Message(
            f"{count}条信息都没有{what.zh}。目录应当有这一项（{called.zh}）；如果这份文件只是摘录，请用完整的目录重查，"
            "否则请补填。",
            f"none of the {count} items has a {what.en}. A catalogue has one ({called.en}): if this is an extract, "
            "check the whole catalogue, else fill it in.",
        ),
        cites=cites,
        subject=f"absent:{name}",
        facts={"missing": [name], "entries": count},
        needs=(name,),
    )


def _unnumbered(items: list[Item], cites: tuple[Citation, ...]) -> Finding:
    called = articles(cites)
    rows = [item.at.line for item in items if item.at is not None and item.at.line is not None]
    where = f"（第{'、'.join(map(str, rows[:_FEW]))}行{'等' if len(rows) > _FEW else ''}）" if rows else ""
    return Finding(
        kind=Kind.FAIL,
        message=Message(
            f"{len(items)}条信息没有索引号{where}。目录应当有索引（{called.zh}），请补填。",
            f"{len(items)} items have no index number. A catalogue has one ({called.en}): fill it in.",
        ),
        cites=cites,
        subject="unnumbered",
        at=items[0].at,
        facts={"missing": ["id"], "entries": len(items), "rows": rows},
        needs=("id",),
    )


def _odd(item: Item) -> Finding:
    cites = articles_on(None, ("10", "11", "12"), ("20", "21"))
    called = articles(cites)
    return found(
        item,
        "duty",
        kind=Kind.REVIEW,
        message=Message(
            f"1条：{named(item)}写明的公开条款不是{called.zh}中的一项，未按该条款判断；请人工核实，"
            "写法如 regulation-2019:20i4",
            f"1 item: the provision that {named(item)} names is none of the lists ({called.en}) and was not used; "
            "check it, written as regulation-2019:20i4",
        ),
        cites=cites,
        needs=("duty",),
    )


RULE = Rule(
    code="ITM108",
    name="items.catalogue.fields",
    title=Message("目录要素齐全", "The catalogue has what it must have"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:19", "regulation-2019:12"),
    about="items",
    check=check,
)
