"""DDL104 deadline.period.covers_year — 统计期限为整年 / the stated period is the whole report year

What it checks
--------------
The period the report says its figures cover, against 1 January to 31 December of the report year. For report year 2008
the period may start on 1 May, when the Regulation of 2007 came into force.

Why
---
Figures of different organs and years can be compared only over the same days. Periods that run backwards or
name another year are traces of an older text; organs must publish accurate information (2007 and 2019 Art 6).

Example
-------
>>> import pendulum
>>> from govdisclosure.model.place import Place
>>> from govdisclosure.model.report import AnnualReport, Period
>>> from govdisclosure.rules.rule import Question
>>> whole = Period(
...     start=pendulum.Date(2010, 1, 1), end=pendulum.Date(2010, 12, 31), quote="", at=Place(start=0, end=0)
... )
>>> [finding.kind.value for finding in check(Question(report=AnnualReport(year=2010, period=whole)))]
['pass']

Not covered
-----------
Reports that state no period. The year as the period is usage and, in places, a local standard, so a shorter or longer
period is for review: an organ that was set up during the year reports on the time since then.

中文说明
--------
查报告所写的统计期限是否是报告年度的1月1日至12月31日（2008年度可以从5月1日起）。统计期限不同，各机关、各
年度的数字就不能比较；起止颠倒或年份不对，多是沿用旧稿。没有写明统计期限的不查；期限较长或较短的只请人核实，年中成立
的机关本来就从成立之日起统计。
"""

import re
from collections.abc import Iterator

import pendulum

from govdisclosure.law import instrument
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.answers import year_unknown
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Question, Rule

__all__ = ["RULE", "check"]

# 成立领导小组 stands in nearly every report and founds no organ.
_FOUNDED = re.compile(
    r"机构改革|新组建|挂牌|撤[县地]设|(?:局|委|厅|办|府|会|中心|机关)[^。,\n]{0,10}(?:成立|组建)(?!了?[^。,\n]{0,20}(?:小组|办公室|机构|专班))"
)


def check(question: Question) -> Iterator[Finding]:
    """Yield one finding."""
    report = question.report
    cites = accuracy(report.year)
    period = report.period
    if period is None:
        message = Message(
            "报告没有写明统计期限，无须核对", "the report states no period, so there is nothing to compare"
        )
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="period")
        return
    if report.year is None:
        yield year_unknown("period", cites)
        return
    if period.start is None or period.end is None:
        message = Message(
            "印有统计期限，但起止日期无法读出，请核对（可能写了不存在的日期）",
            "a period is printed but its days cannot be read; check whether they exist in the calendar",
        )
        kind = Kind.OPEN
    else:
        kind, message = _judge(report, report.year, period.start, period.end)
    yield Finding(
        kind=kind,
        message=message,
        cites=cites,
        subject="period",
        at=period.at,
        facts={
            "start": period.start and period.start.isoformat(),
            "end": period.end and period.end.isoformat(),
            "year": report.year,
        },
        needs=("period",) if kind is Kind.OPEN else (),
    )


def _judge(report: AnnualReport, year: int, start: pendulum.Date, end: pendulum.Date) -> tuple[Kind, Message]:
    zh, en = f"统计期限{start}至{end}", f"the stated period is {start} to {end}"
    article = accuracy(year)[-1]
    if end < start:
        zh = f"{zh}，止日早于起日，与{article.zh}不符，请人工核实"
        return Kind.FAIL, Message(zh, f"{en}: it ends before it starts ({article.en}); check")
    if end.year < year or start.year > year:
        zh = f"{zh}，与报告年度{year}年不符（{article.zh}），请人工核实"
        return Kind.FAIL, Message(zh, f"{en}, which is not the report year {year} ({article.en}); check")
    to_the_end = (end.year, end.month, end.day) == (year, 12, 31)
    if to_the_end and start.year == year and ((start.month, start.day) == (1, 1) or start == _first_day()):
        return Kind.PASS, Message(f"{zh}，覆盖{year}年度", f"{en}, the report year {year}")
    if (start.year < year or (start.month, start.day) == (1, 1)) and (to_the_end or end.year > year):
        zh = f"{zh}，长于{year}年度，可能是累计数，请核对"
        return Kind.REVIEW, Message(zh, f"{en}, longer than the report year {year}: figures may be cumulative, check")
    if _FOUNDED.search(report.key):
        zh = f"{zh}，未覆盖{year}年全年；文中提到机构成立或改革，可能属实，请核对"
        return Kind.REVIEW, Message(
            zh, f"{en}, not the whole of {year}; the text speaks of an organ being set up, which may explain it"
        )
    zh = f"{zh}，未覆盖{year}年1月1日至12月31日，请核对"
    return Kind.REVIEW, Message(zh, f"{en}, not the whole of {year}: check")


def _first_day() -> pendulum.Date | None:
    return instrument("regulation-2007").in_force_from


RULE = Rule(
    code="DDL104",
    name="deadline.period.covers_year",
    title=Message("统计期限为整年", "the stated period is the whole report year"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6"),
    check=check,
)
