"""CLM104 claims.parts.sum — 分项之和等于总数 / The parts add up to the whole

What it checks
--------------
Every list in prose that divides a total into parts (``共…件,其中…件、…件,其他…件``), on one line or over several, or
that ends in their sum (``…件,…件,共计…件``). A list that closes with a rest or its sum, or says that it names all, must
add up to the total; any list may not add up to more. A list that prints no total is compared with the one total the
text states for that quantity. Where the text states all four, requests received and carried in must equal requests
answered and carried over; requests carried in may be among those received (``收到12件(上年结转2件,新收10件)``). The
articles are those of the report year.

Why
---
What is published must be accurate (2007 Art 6; 2019 Art 6); the relation of the four counts of requests is printed in
the official form since the 2019 report.

Example
-------
>>> from decimal import Decimal
>>> from govdisclosure.model.place import Place
>>> from govdisclosure.model.report import AnnualReport, Breakdown, Part
>>> from govdisclosure.rules.rule import Question
>>> at = Place(start=0, end=0)
>>> def part(label, n):
...     return Part(label=label, value=Decimal(n), share=None, share_printed=None, at=at)
>>> parts = part("政策", 40), part("其他", 59)
>>> split = Breakdown(whole=Decimal(100), whole_at=at, kind=None, parts=parts, exhaustive=True, quote="", at=at)
>>> [f.kind.value for f in check(Question(report=AnnualReport(year=2010, breakdowns=(split,))))]
['fail']

Not covered
-----------
Parts that may overlap: a list that says so (兼有, 同时, 重复) or that counts what was published by channel, and adds up
to too much, is for a person to look at; so is a list after a mere colon, and one of channels that ends in its sum. A
list of examples that stays below its total, and lists with round figures (``260余``), are not judged. A list with a
figure that the statutory tables contradict is left to CLM201.

中文说明
--------
查正文中“共……件，其中……件、……件”这样的分项之和是否等于总数，以及收到、上年结转与答复、结转下年的申请数是否相
等。公开的信息应当准确，分项与总数不符，说明有一个数字错了。只举部分例子的分项不要求等于总数；分项可能重叠的只请人核
实；含约数的不查；表内数字与正文不符的由CLM201指出。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from govdisclosure.law.provision import Citation
from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, Breakdown, ClaimKind
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.claims.figures import Stated, is_approximate
from govdisclosure.rules.claims.readings import mismatches
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles, figure, plain
from govdisclosure.rules.prose import sentence
from govdisclosure.rules.rule import Finding, Question, Rule

__all__ = ["RULE", "check"]

_OVERLAP = re.compile(r"兼[有具而]|同时|重复|重叠|交叉|多[种个]?渠道|多[种个]?途径|分别在|分别通过|既[^,。]{1,20}又")
_CHANNEL = re.compile(
    r"网[站上络页]|公[示告]栏|公报|微信|微博|公众号|客户端|报[纸刊]|广播|电视|宣传栏|橱窗|电子屏|显示屏|触摸屏|"
    r"媒体|平台|渠道|查阅|简报|手册|新闻发布"
)
_INCLUDED = re.compile(r"(?:其中|含|包括)[^。\n]{0,12}上一?年度?(?:结转|转入)")


def check(question: Question) -> Iterator[Finding]:
    """Add up the parts of every list, and the four counts of requests."""
    report = question.report
    cites = accuracy(report.year)  # 2007 Art 6, 2019 Art 6
    # A figure that the tables contradict is named by CLM201; its list is then not accused a second time.
    contradicted = [comparison.claim for comparison in mismatches(report, question.blank_is)]
    findings = [
        _list(report, split, n, cites)
        for n, split in enumerate(report.breakdowns, 1)
        if not any(_within(claim.at, split) for claim in contradicted)
    ]
    if not any(claim.kind in _FOUR for claim in contradicted):
        findings.append(_handled(report, cites))
    found = [finding for finding in findings if finding]
    yield from found
    if not found:
        message = Message("正文没有可以加总核对的分项数字。", "The text has no list of parts that can be added up.")
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="breakdowns")


_FOUR = frozenset(
    {
        ClaimKind.REQUESTS_RECEIVED,
        ClaimKind.REQUESTS_CARRIED_IN,
        ClaimKind.REQUESTS_ANSWERED,
        ClaimKind.REQUESTS_CARRIED_OUT,
    }
)


def _within(at: Place, split: Breakdown) -> bool:
    places = (split.at, *(part.at for part in split.parts), *((split.whole_at,) if split.whole_at else ()))
    return any(place.start < at.end and at.start < place.end for place in places)


def _list(report: AnnualReport, split: Breakdown, position: int, cites: tuple[Citation, ...]) -> Finding | None:
    whole = split.whole if split.whole is not None else _stated(report, split)
    places = (split.whole_at, *(part.at for part in split.parts))
    if whole is None or any(is_approximate(report, at) for at in places):
        return None
    total = sum((part.value for part in split.parts), Decimal(0))
    difference = total - whole
    if difference < 0 and not split.exhaustive:
        return None
    facts: dict[str, object] = {
        "whole": figure(whole),
        "sum": figure(total),
        "difference": figure(difference),
        "parts": [{"label": part.label, "value": figure(part.value)} for part in split.parts],
    }
    subject = f"breakdown:{position}"
    one, two, by = plain(total), plain(whole), plain(abs(difference))
    if not difference:
        message = Message(f"{one}：分项之和与总数相符。", f"{one}: the parts add up to the whole.")
        return Finding(kind=Kind.PASS, message=message, cites=cites, subject=subject, at=split.at, facts=facts)
    named = articles(cites)
    message = Message(
        f"分项之和{one}，总数{two}，{'多' if difference > 0 else '少'}{by}。公开的信息应当准确（{named.zh}），"
        "请人工核实各分项和总数并更正。",
        f"The parts add up to {one}, the whole is {two}: {by} {'too many' if difference > 0 else 'too few'}. What is "
        f"published must be accurate ({named.en}): check the parts and the whole, and correct them.",
    )
    kind = Kind.FAIL if split.exhaustive and not _doubtful(report, split, difference) else Kind.REVIEW
    return Finding(kind=kind, message=message, cites=cites, subject=subject, at=split.at, facts=facts)


def _doubtful(report: AnnualReport, split: Breakdown, difference: Decimal) -> bool:
    """True where the parts may overlap, or the words do not say that they divide the whole."""
    start, end = sentence(report, split.at)
    lead = report.key[split.whole_at.end : split.parts[0].at.start] if split.whole_at else ""
    if _OVERLAP.search(report.key, start, end) or lead.strip() == ":":
        return True
    behind = split.whole_at is not None and split.whole_at.start > split.parts[0].at.start
    if (difference < 0 and not behind) or split.kind is ClaimKind.REQUESTS_RECEIVED:
        return False
    return any(_CHANNEL.search(part.label) and "申请" not in part.label for part in split.parts)


def _included(report: AnnualReport, received: Decimal, carried_in: Decimal) -> bool:
    """True where those carried in are among the received: 收到12件(其中上年结转2件), 收到12件(上年结转2件,新收10件)."""
    return bool(_INCLUDED.search(report.key)) or any(
        split.whole == received and part.value == carried_in and "结转" in part.label
        for split in report.breakdowns
        for part in split.parts
    )


def _stated(report: AnnualReport, split: Breakdown) -> Decimal | None:
    if split.kind is None:
        return None
    totals = [claim for claim in report.stating(split.kind) if claim.whole]
    return totals[0].value if len(totals) == 1 and not totals[0].approximate else None


def _handled(report: AnnualReport, cites: tuple[Citation, ...]) -> Finding | None:
    stated = Stated(report)
    received, carried_in = stated.one(ClaimKind.REQUESTS_RECEIVED), stated.one(ClaimKind.REQUESTS_CARRIED_IN)
    replies, carried_out = stated.claim(ClaimKind.REQUESTS_ANSWERED), stated.one(ClaimKind.REQUESTS_CARRIED_OUT)
    if received is None or carried_in is None or replies is None or carried_out is None:
        return None
    answered = replies.value
    before, after = received + carried_in, answered + carried_out
    included = before != after and _included(report, received, carried_in)
    before = received if included else before
    facts: dict[str, object] = {
        "received": figure(received),
        "carried_in": figure(carried_in),
        "answered": figure(answered),
        "carried_out": figure(carried_out),
    }
    due_zh = f"新收{plain(received)}加上年结转{plain(carried_in)}为{plain(before)}"
    due_en = f"{plain(received)} received and {plain(carried_in)} carried in make {plain(before)}"
    if included:
        due_zh = f"收到{plain(received)}（含上年结转{plain(carried_in)}）"
        due_en = f"{plain(received)} received, {plain(carried_in)} carried in among them"
    zh = f"{due_zh}，答复{plain(answered)}加结转下年{plain(carried_out)}为{plain(after)}"
    en = f"{due_en}; {plain(answered)} answered and {plain(carried_out)} carried over make {plain(after)}"
    if before == after:
        message, kind = Message(f"{zh}，相符。", f"{en}. They agree."), Kind.PASS
    else:
        named, kind = articles(cites), Kind.REVIEW
        message = Message(
            f"{zh}，不相等。公开的信息应当准确（{named.zh}），请人工核实。",
            f"{en}. What is published must be accurate ({named.en}): check the four counts.",
        )
    return Finding(kind=kind, message=message, cites=cites, subject="relation:handled", at=replies.at, facts=facts)


RULE = Rule(
    code="CLM104",
    name="claims.parts.sum",
    title=Message("分项之和等于总数", "The parts add up to the whole"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6"),
    check=check,
)
