"""ACR202 across.peers.outlier — 数据与同类机关相近 / figures near those of organs of the same kind

What it checks
--------------
The requests that an organ received in a year, against organs of the same kind and level in that year. With 20 organs or
more, a figure is shown that differs from their median by at least 50 and, on a scale of logarithms, by more than five
times their spread (the median deviation from the median times 1.4826, at least 0.35).

Why
---
A figure far from that of all organs of its kind is worth a look: a slip, another organ's figure, or many requests. What
is published must be accurate (2007 Art 6, 2019 Art 6).

Example
-------
>>> from govdisclosure.rules.across.asking import OrganQuestion
>>> [one.kind.value for one in check(OrganQuestion(organ="青石县水利局", reports=()))]
['notApplicable']

Not covered
-----------
Whether the figure is wrong: organs of one kind differ in size. It is never more than a review, at the level of a note.
Organs whose kind could not be told by their name; groups of fewer than 20.

中文说明
--------
查一个机关某年度收到的申请件数与同年度同类同级机关是否相差悬殊：同组至少二十个机关，与中位数相差五十件以上，并且按对数计超过离散程度五倍的，列出供核实。与所有同类机关都相差很大的数据值得一看，可能填错，也可能确有大量申请。数据异常不等于错误，所以不判不符，只请人核实。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from statistics import median

from govdisclosure.rules.across.asking import OrganQuestion, Peers, received
from govdisclosure.rules.across.outliers import LEAST_ORGANS, far_from_peers, stands_out
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import amount
from govdisclosure.rules.rule import Finding, Rule

__all__ = ["RULE", "check"]


def check(question: OrganQuestion) -> Iterator[Finding]:
    """Yield one finding a year that stands out, or one that none does."""
    looked = 0
    found: list[Finding] = []
    for year, report in question.used.items():
        group, value = Peers.group(report), received(report, question.blank_is)
        scale = question.peers.scale(group) if question.peers is not None and group is not None else None
        if value is None or scale is None or len(scale.figures) < LEAST_ORGANS:
            continue
        looked += 1
        if far_from_peers(value, scale):
            found.append(_far(year, value, scale.figures))
    yield from found
    last = max(question.by_year, default=None)
    if not looked:
        zh = "没有读出收到件数，或同类机关不足二十个，不作比较"
        en = "requests received not read, or fewer than 20 organs of the same kind: not compared"
        yield Finding(kind=Kind.NOT_APPLICABLE, message=Message(zh, en), cites=accuracy(last), subject="peers")
    elif not found:
        zh = f"与同类机关比较了{looked}个年度的收到件数，没有相差悬殊的"
        en = f"requests of {looked} years held against those of its peers: none stands out"
        yield Finding(kind=Kind.PASS, message=Message(zh, en), cites=accuracy(last), subject="peers")


def _far(year: int, value: int, figures: Sequence[int]) -> Finding:
    count, middle = len(figures), amount(Decimal(median(figures)))
    low, high = figures[count // 10], figures[count - 1 - count // 10]
    zh = f"{value}：{year}年度收到申请{value}件，同类同级{count}个机关的中位数为{middle}，八成在{low}至{high}之间"
    en = f"{value}: requests received in {year}; the median of {count} organs of its kind is {middle}, most are from "
    return stands_out(
        f"{year}:received",
        Message(zh, f"{en}{low} to {high}"),
        year,
        {"value": value, "median": middle, "from": low, "to": high, "organs": count},
    )


RULE = Rule(
    code="ACR202",
    name="across.peers.outlier",
    title=Message("数据与同类机关相近", "figures near those of organs of the same kind"),
    level=Level.NOTE,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6"),
    about="organ",
    check=check,
)
