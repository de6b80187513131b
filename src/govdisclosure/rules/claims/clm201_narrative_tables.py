"""CLM201 claims.narrative.tables — 正文数字与表内数字一致 / The prose agrees with the tables

What it checks
--------------
Every exact figure that the prose states about requests (received, carried in, answered, carried out, each outcome,
who asked), about reconsiderations and lawsuits with their results, and about rules and normative documents, against
the cells of the statutory tables. A figure is bound to its cells by what it counts. Where two readings are lawful
(收到 may include what was carried in, 新收 may not) and one agrees, the figure agrees. ``均获维持`` is a figure too.
A figure is compared only where it is said of all that the organ did in its year, not of one channel, subject, level,
instance or time, nor of another figure that is no whole of the tables (``结转3件,其中自然人3件``).

Why
---
The same organ states the same fact twice in one document; what is published must be accurate (2019 Art 6), and the
content of the report is laid down in one form (2019 Art 50 para 2).

Example
-------
>>> from decimal import Decimal
>>> from govdisclosure.model.count import Count, Printed
>>> from govdisclosure.model.edition import Edition
>>> from govdisclosure.model.forms import TableName
>>> from govdisclosure.model.place import Place
>>> from govdisclosure.model.report import AnnualReport, Claim, ClaimKind
>>> from govdisclosure.model.statistics import Cell, Grid, Statistics
>>> from govdisclosure.rules.rule import Question
>>> five = Cell(row="received", column="total", count=Count(printed=Printed.NUMBER, text="5", value=5))
>>> none = Cell(row="carried_in", column="total", count=Count(printed=Printed.NUMBER, text="0", value=0))
>>> grid = Grid(table=TableName.REQUESTS, edition=Edition.UNIFIED_2021, cells=(five, none))
>>> at = Place(start=0, end=0)
>>> six = Claim(kind=ClaimKind.REQUESTS_RECEIVED, value=Decimal(6), unit="件", quote="", at=at, printed="6", whole=True)
>>> report = AnnualReport(year=2022, claims=(six,), statistics=Statistics(requests=grid))
>>> [f.kind.value for f in check(Question(report=report))]
['fail']

Not covered
-----------
Round figures; figures of a part; the statistics annex of 2014. A figure is left alone where another of its kind agrees
with the tables. One that is not called a total, or whose clause says more than whose, what and when, a figure of
documents (the prose may speak of some of them), one that a reading agrees with which its words speak against
(``予以公开10件,部分公开2件`` beside 8 and 2), ``均获维持`` beside pending cases, and with
``blank_is=zero`` a figure beside a blank are for a person.

中文说明
--------
查正文中关于申请、答复、结转、申请人、复议诉讼及其结果、规章和规范性文件的数字，与法定统计表的对应单元格是否一致。
同一事实在同一份文件里写了两次，公开的信息应当准确。“收到”“受理”“办理”可以包括上年结转的，几种口径有一种相符
即为相符（“新收”不含上年结转）。只说一个渠道、一类事项、一级机关、一个审级、一段时间的，以及从属于别的数字的（“结转3
件，其中自然人3件”），不与总计比较；同一数量另有一处与表相符的，不再指出。约数不查；表内数字未读出的列为未能判断；没有
说明是总数的、句中另有限定的、关于文件的、“均获维持”一类说法以及按零计的空白格不
符时只请人核实。
"""

from collections.abc import Iterator

import attrs

from govdisclosure.law.provision import Citation
from govdisclosure.model.place import CellName, Place
from govdisclosure.model.report import Claim
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.claims.doubts import doubtful
from govdisclosure.rules.claims.readings import Comparison, compare
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles, figure, plain
from govdisclosure.rules.placing import place_facts
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.rules.tables import noted, zero_facts

__all__ = ["RULE", "check"]


def check(question: Question) -> Iterator[Finding]:
    """Compare each figure of the prose with the tables: one finding a mismatch, one for all that agree."""
    report = question.report
    cites = accuracy(report.year)  # 2007 Art 6, 2019 Art 6
    found = list(compare(report, question.blank_is))
    agreed = [comparison for comparison in found if comparison.agrees]
    unread = [comparison for comparison in found if comparison.is_open]
    wrong = [comparison for comparison in found if not comparison.agrees and not comparison.is_open]
    for number, comparison in enumerate(wrong, 1):
        yield _mismatch(comparison, number, cites)
    if unread:
        zh = f"正文有{len(unread)}个数字，对应的表内数字未读出，未能核对；请对照原表人工核对"
        en = f"{len(unread)} figures of the prose have cells that could not be read; compare them by hand"
        yield Finding(
            kind=Kind.OPEN,
            message=Message(zh, en),
            cites=cites,
            subject="unread",
            at=unread[0].claim.at,
            facts={"claims": [_listed(comparison.claim) for comparison in unread]},
            needs=("tables",),
        )
    if agreed:
        zh, en = f"正文{len(agreed)}个数字与表内数字相符", f"{len(agreed)} figures of the prose agree with the tables"
        note = next((one.note for one in agreed if one.note.zh), Message("", ""))
        facts = {"claims": len(agreed), **zero_facts(note)}
        message = noted(Message(zh, en), note)
        yield Finding(kind=Kind.PASS, message=message, cites=cites, subject="narrative", facts=facts)
    if not found:
        message = Message("没有可与统计表核对的正文数字", "the prose has no figure that the tables have too")
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="narrative")


def _listed(claim: Claim) -> dict[str, object]:
    return {"kind": claim.kind.value, "stated": figure(claim.value), "at": place_facts(claim.at)}


def _mismatch(comparison: Comparison, number: int, cites: tuple[Citation, ...]) -> Finding:
    claim, named, note = comparison.claim, articles(cites), comparison.note
    stated = plain(claim.value)
    shown_zh = "，".join(f"表内“{reading.zh}”为{total}" for reading, total in comparison.sums)
    shown_en = ", ".join(f"the table has {total} for “{reading.en}”" for reading, total in comparison.sums)
    message = Message(
        f"正文为{stated}，{shown_zh}，不一致。{note.zh}公开的信息应当准确（{named.zh}），请人工核实并更正。",
        f"The prose says {stated}, {shown_en}. {note.en}What is published must be accurate ({named.en}): "
        "check and correct.",
    )
    first = comparison.sums[0][0]
    row, column = first.cells[0]
    at: Place = attrs.evolve(claim.at, cell=CellName(table=first.table.value, row=row, column=column))
    facts = {
        "claim": claim.kind.value,
        "printed": figure(claim.value),
        "expected": [total for _, total in comparison.sums],
        "readings": [
            {"table": r.table.value, "cells": [list(cell) for cell in r.cells], "sum": total}
            for r, total in comparison.sums
        ],
        **zero_facts(note),
    }
    kind = Kind.REVIEW if doubtful(comparison) else Kind.FAIL
    subject = f"claim:{claim.kind.value}:{number}"
    return Finding(kind=kind, message=message, cites=cites, subject=subject, at=at, facts=facts)


RULE = Rule(
    code="CLM201",
    name="claims.narrative.tables",
    title=Message("正文数字与表内数字一致", "The prose agrees with the tables"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6"),
    check=check,
)
