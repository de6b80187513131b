"""DDL105 deadline.year.consistent — 年度前后一致 / one year throughout

What it checks
--------------
The report year against the year in the title, the year of the stated period, the years in headings, and the
year in which the preamble introduces the report (``2009年度政府信息公开工作报告``). A heading on plans or
improvements may name the next year.

Why
---
A year that does not fit is the commonest trace of text kept from an earlier report; organs must publish accurate
information (2007 and 2019 Art 6).

Example
-------
>>> from govdisclosure.model.place import Place
>>> from govdisclosure.model.report import AnnualReport, Section
>>> from govdisclosure.rules.rule import Question
>>> here = Place(start=0, end=0)
>>> part = Section(heading="二、2008年主动公开情况", covers=(), text="", at=here, heading_at=here)
>>> report = AnnualReport(year=2010, title="青石县水利局2010年政府信息公开工作年度报告", sections=(part,))
>>> [(finding.kind.value, finding.subject) for finding in check(Question(report=report))]
[('review', 'year:heading:1')]

Not covered
-----------
Years in the running text, which may rightly speak of other years. A period that runs over several years,
and whether the period is a whole year (DDL104).

中文说明
--------
查标题、统计期限、各部分标题和前言中的年份是否与报告年度一致。年份前后不一，多是沿用往年文本时漏改，其中的数字也可能
是往年的。不查正文其他地方提到的年份；说明下一年安排的标题写下一年的，不算不一致。
"""

import re
from collections.abc import Iterator

from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, Content, Section
from govdisclosure.rules.answers import year_unknown
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.placing import locate
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.text.dates import find_years
from govdisclosure.text.normalise import fold, squeeze

__all__ = ["RULE", "check"]

_AHEAD = frozenset({Content.PLAN, Content.PROBLEMS})
_AHEAD_WORDS = re.compile(r"安排|打算|计划|思路|重点|下一?步|改进|目标")
_INTRODUCES = re.compile(r"年度?[^,。;\n0-9]{0,16}信息公开[^,。;\n0-9]{0,14}(?:报告|情况)")


def check(question: Question) -> Iterator[Finding]:
    """Yield one finding for each place whose year does not fit, or one pass."""
    report = question.report
    cites = accuracy(report.year)
    if report.year is None:
        yield year_unknown("year", cites)
        return
    compared: dict[str, str] = {}
    faulty: set[str] = set()
    for kind, subject, (zh, en), year, message, at in _places(report, report.year):
        compared.setdefault(zh, en)
        if kind is not Kind.PASS and subject not in faulty:
            faulty.add(subject)
            facts = {"year": report.year, "found": year}
            yield Finding(kind=kind, message=message, cites=cites, subject=subject, at=at, facts=facts)
    if compared and not faulty:
        message = Message(
            f"{'、'.join(compared)}中的年份与报告年度{report.year}年相符",
            f"{', '.join(compared.values())}: the year fits the report year {report.year}",
        )
        yield Finding(kind=Kind.PASS, message=message, cites=cites, subject="year", facts={"year": report.year})
    elif not compared:
        message = Message("除报告年度外没有其他年份可供核对", "there is no other year to compare with the report year")
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="year")


_Verdict = tuple[Kind, str, tuple[str, str], int, Message, Place | None]


def _places(report: AnnualReport, year: int) -> Iterator[_Verdict]:
    title = {found for found, _, _ in find_years(squeeze(fold(report.title or "")))}
    if title:
        found = year if year in title else min(title)
        yield _verdict(Kind.FAIL, "year:title", (year, found), ("标题", "the title"), report.title_at)
    period = report.period
    if (
        period is not None
        and period.start is not None
        and period.end is not None
        and period.start.year == period.end.year
    ):
        # Without a year in the title, the report year itself may have been read from less than the period.
        kind = Kind.FAIL if title else Kind.REVIEW
        yield _verdict(kind, "year:period", (year, period.end.year), ("统计期限", "the stated period"), period.at)
    for n, section in enumerate(report.sections, 1):
        yield from _heading(report, section, n, year)
    if report.preamble is not None:
        text = fold(report.preamble.text)
        introduced = [(y, start, end) for y, start, end in find_years(text) if _INTRODUCES.match(text, end)]
        for found, start, end in introduced:
            at = locate(report, report.preamble.text[start:end], report.preamble.at)
            yield _verdict(Kind.REVIEW, "year:preamble", (year, found), ("前言", "the preamble"), at)


def _heading(report: AnnualReport, section: Section, n: int, year: int) -> Iterator[_Verdict]:
    heading = fold(section.heading)
    ahead = bool(_AHEAD.intersection(section.covers)) or _AHEAD_WORDS.search(heading) is not None
    for found, start, end in find_years(heading):
        fits = found == year or (ahead and found == year + 1)
        at = locate(report, section.heading[start:end], section.heading_at)
        names = (f"第{n}部分的标题", f"heading {n}")
        yield _verdict(Kind.REVIEW, f"year:heading:{n}", (year, year if fits else found), names, at)


def _verdict(kind: Kind, subject: str, years: tuple[int, int], where: tuple[str, str], at: Place | None) -> _Verdict:
    year, found = years
    if year == found:
        return Kind.PASS, subject, where, found, Message("", ""), at
    zh = f"{where[0]}中为{found}年，报告年度为{year}年，前后不一致（{accuracy(year)[-1].zh}），请核对"
    en = f"{where[1]} has {found}, the report year is {year} ({accuracy(year)[-1].en}): check"
    return kind, subject, where, found, Message(zh, en), at


RULE = Rule(
    code="DDL105",
    name="deadline.year.consistent",
    title=Message("年度前后一致", "one year throughout"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6"),
    check=check,
)
