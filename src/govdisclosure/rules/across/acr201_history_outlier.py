"""ACR201 across.history.outlier — 数据与历年相近 / figures near those of other years

What it checks
--------------
The requests that an organ received and carried over in a year, against its other years. With five other years or more,
a figure is shown that differs from their median by at least 20, by more than six times their spread (the median
deviation from the median times 1.4826, at least a tenth of the median), and threefold.

Why
---
A slip of a digit, or another organ's figure, stands out from the years before and after. What is published must be
accurate (2007 Art 6, 2019 Art 6).

Example
-------
>>> from govdisclosure.rules.across.asking import OrganQuestion
>>> [one.kind.value for one in check(OrganQuestion(organ="青石县水利局", reports=()))]
['notApplicable']

Not covered
-----------
Whether the figure is wrong: a year may really have been unusual. It is never more than a review, at the level of a
note. Figures of which fewer than six years were read.

中文说明
--------
查一个机关某年度收到、结转的申请件数与其余年度是否相差悬殊：其余年度至少五年，与中位数相差二十件以上、超过离散程度的六倍，并且相差三倍以上的，列出供核实。多写一位数、填了别的机关的数，往往与前后年度相差很大。数据异常不等于错误，所以不判不符，只请人核实。
"""

from collections.abc import Iterator, Mapping

from govdisclosure.model.forms import TableName
from govdisclosure.model.statistics import Grid
from govdisclosure.rules.across.asking import OrganQuestion
from govdisclosure.rules.across.outliers import LEAST_YEARS, Others, stands_out
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import amount
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.tables import cell_label, cell_place, cell_value

__all__ = ["RULE", "check"]

_ROWS = {
    "received": Message("收到件数", "requests received"),
    "carried_out": Message("结转件数", "requests carried out"),
}


def check(question: OrganQuestion) -> Iterator[Finding]:
    """Yield one finding a figure that stands out, or one that none does."""
    looked: dict[str, int] = {}
    found: list[Finding] = []
    for row in _ROWS:
        values = dict(_values(question, row))
        if len(values) <= LEAST_YEARS:
            continue
        looked[row] = len(values)
        found += (
            _far(question, year, row, values) for year in values if Others.than(year, values).is_far(values[year])
        )
    yield from found
    last = max(question.by_year, default=None)
    if not looked:
        zh, en = "读出数据的年度不足六年，不作比较", "fewer than six years with figures that were read: not compared"
        yield Finding(kind=Kind.NOT_APPLICABLE, message=Message(zh, en), cites=accuracy(last), subject="history")
    elif not found:
        # Of a figure that was not read in enough years this says nothing.
        zh = "，".join(f"{_ROWS[row].zh}（读出{count}年）" for row, count in looked.items()) + "没有相差悬殊的年度"
        en = ", ".join(f"{_ROWS[row].en} (read of {count} years)" for row, count in looked.items())
        en += ": no year stands out from the others"
        yield Finding(kind=Kind.PASS, message=Message(zh, en), cites=accuracy(last), subject="history")


def _values(question: OrganQuestion, row: str) -> Iterator[tuple[int, int]]:
    for year, report in question.used.items():
        grid = report.statistics[TableName.REQUESTS]
        value = None if grid is None else cell_value(grid, row, "total", question.blank_is)
        if value is not None:
            yield year, int(value)


def _far(question: OrganQuestion, year: int, row: str, values: Mapping[int, int]) -> Finding:
    grid, others = question.used[year].statistics[TableName.REQUESTS], Others.than(year, values)
    label = cell_label(grid, row, "total") if isinstance(grid, Grid) else Message(row, row)
    value, middle, deviation = amount(values[year]), amount(others.median), amount(others.deviation)
    zh = f"{value}：{year}年度{label.zh}为{value}，其余{others.count}年的中位数为{middle}、中位差为{deviation}"
    en = f"{value}: {label.en} of {year}; the median of the other {others.count} years is {middle}, their median "
    return stands_out(
        f"{year}:{row}",
        Message(zh, f"{en}deviation {deviation}"),
        year,
        {"value": value, "median": middle, "deviation": deviation, "years": others.count},
        cell_place(grid, row, "total") if isinstance(grid, Grid) else None,
    )


RULE = Rule(
    code="ACR201",
    name="across.history.outlier",
    title=Message("数据与历年相近", "figures near those of other years"),
    level=Level.NOTE,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6"),
    about="organ",
    check=check,
)
