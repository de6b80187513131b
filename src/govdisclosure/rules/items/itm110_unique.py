"""ITM110 items.catalogue.unique — 索引号不重复，同一文件只列一次 / Index numbers are unique, a document stands once

What it checks
--------------
Index numbers that more than one item has: one finding a number. Items with different index numbers that have the same
producer, document number and title: one finding a document, for a person.

Why
---
An index that leads to two items leads to neither, and an item listed twice is counted twice in table two (2007 Art 19;
2019 Art 12, read so here: neither says in words that an index number is unique).

Example
-------
>>> from govdisclosure.model.item import Item
>>> from govdisclosure.model.register import Catalogue
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> items = (Item(id="A1", title="通知"), Item(id="A1", title="公告"))
>>> [(finding.kind.value, finding.subject) for finding in check(EntriesQuestion(catalogue=Catalogue(items=items)))]
[('fail', 'A1:number')]

Not covered
-----------
Documents without a number: decisions of one day often share a title. Items without an index number are ITM108's.

中文说明
--------
查索引号是否重复，以及发布机构、文号和名称都相同的文件是否用不同的索引号列了两次。索引号重复就不能检索，同一文件列两
次会重复计数。条例没有明文规定索引号唯一，故只作警告；同一文件列两次的只请人核实。没有文号的不比较，没有索引号的由ITM108
列出，本规则不查。
"""

from collections import defaultdict
from collections.abc import Iterator

from govdisclosure.law.provision import Citation, Evidence
from govdisclosure.model.item import Item
from govdisclosure.rules.citing import articles_on
from govdisclosure.rules.entries import EntriesQuestion, EntryTally, found
from govdisclosure.rules.items.saying import day_of, listed, named
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.text.normalise import fold, squeeze

__all__ = ["RULE", "check"]


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """A finding for each number given twice, one for each document listed twice."""
    cites = articles_on(day_of(question), ("19",), ("12",))
    tally = EntryTally("unique", cites)
    documents: dict[tuple[str, ...], list[Item]] = defaultdict(list)
    for number, items in question.items_by_id.items():
        if not number.strip():
            continue
        if len(items) > 1:
            tally.wrong += 1
            yield _number(items, cites)
        else:
            tally.fine += 1
        if key := _document(items[0]):
            documents[key].append(items[0])
    for same in documents.values():
        if len(same) > 1:
            tally.wrong += 1
            yield _twice(same, cites)
    yield from tally.closing(
        Message("{n}个索引号没有重复", "{n} index numbers, none given twice"),
        Message("目录没有索引号", "the catalogue has no index numbers"),
    )


def _document(item: Item) -> tuple[str, ...] | None:
    """What makes a document the same: producer, number and title; ``None`` where number or title is missing."""
    number, title = (squeeze(fold(text or "")) for text in (item.document_number, item.title))
    return (squeeze(fold(item.producer or "")), number, title) if number and title else None


def _number(items: tuple[Item, ...], cites: tuple[Citation, ...]) -> Finding:
    first, alike = items[0], all(_document(item) == _document(items[0]) is not None for item in items)
    rows = [item.at.line for item in items if item.at is not None and item.at.line is not None]
    zh = "，文号和名称也相同，像是同一文件重复录入" if alike else ""
    en = " and the same document number and title (entered twice?)" if alike else ""
    return found(
        first,
        "number",
        kind=Kind.FAIL,
        evidence=Evidence.INFERENCE,
        message=Message(
            f"{len(items)}条：索引号{named(first)}用了{len(items)}次{zh}。索引号应当一条一号，请改号或删去重复的。",
            f"{len(items)} items have the index number {named(first)}{en}. Give each its own, or take "
            "out the repeated one.",
        ),
        cites=cites,
        facts={"entries": len(items), "rows": rows, "same_document": alike},
    )


def _twice(same: list[Item], cites: tuple[Citation, ...]) -> Finding:
    some = listed(same)
    return found(
        same[0],
        "document",
        kind=Kind.REVIEW,
        evidence=Evidence.INFERENCE,
        message=Message(
            f"{len(same)}条：{some.zh}的发布机构、文号和名称都相同，可能是同一文件列了{len(same)}次，会重复计数；"
            "请人工核实。",
            f"{len(same)} items ({some.en}) have the same producer, document number and title: the same document "
            "listed more than once would be counted so; check.",
        ),
        cites=cites,
        facts={"entries": len(same), "ids": [item.id for item in same]},
    )


RULE = Rule(
    code="ITM110",
    name="items.catalogue.unique",
    title=Message("索引号不重复，同一文件只列一次", "Index numbers are unique, a document stands once"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:19", "regulation-2019:12"),
    about="items",
    check=check,
)
