"""ACR101 across.years.missing — 各年度报告齐全 / a report of each year

What it checks
--------------
Among the reports of one organ that were given: whether between the first and the last year each year has one; where the
user's list says from when until when the organ existed, whether each of those years has one. An organ of the list
without any report is named, whatever years the list says.

Why
---
A report is due every year (2007 Art 31, 2019 Art 49). A year without one also breaks the chain of requests carried
over.

Example
-------
>>> from govdisclosure.model.report import AnnualReport
>>> from govdisclosure.rules.across.asking import OrganQuestion
>>> given = tuple(AnnualReport(year=year) for year in (2019, 2021))
>>> [(one.kind.value, one.subject) for one in check(OrganQuestion(organ="青石县水利局", reports=given))]
[('review', 'year:2020')]

Not covered
-----------
Why it is missing: the report may exist and not have been collected or read, the organ may have been founded, merged,
renamed or abolished. It is therefore never more than a review. Years before the first and after the last report, unless
the user's list names them. Whether a report was published in time (DDL101).

中文说明
--------
查所给报告中，同一机关在最早与最晚年度之间是否每年都有一份；用户名单写明机关存续年度的，查这些年度是否都有；名单上的机关一份报告也没有的，不论是否写明年度，都会列出。年度报告每年都应当公布，缺一年，前后年度的结转数也无法核对。缺的报告可能只是没有收集到或没有读出，机关也可能新设、合并、更名或撤销，所以只请人核实。
"""

from collections.abc import Iterator

from govdisclosure.law.provision import Evidence
from govdisclosure.rules.across.asking import FIRST_YEAR, OrganQuestion
from govdisclosure.rules.citing import deadline
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.text.display import one_line
from govdisclosure.text.personal import mask_personal

__all__ = ["RULE", "check"]


def check(question: OrganQuestion) -> Iterator[Finding]:
    """Yield one finding a year that is missing, or one that none is."""
    years = list(question.by_year)
    first = max(question.first or min(years, default=FIRST_YEAR), FIRST_YEAR)
    last = question.last if question.last is not None else max(years, default=None)
    alone = not years if question.last is not None else len(years) < 2  # noqa: PLR2004  two make a span
    if last is None or (question.first is None and alone):
        yield _alone(question, years)
        return
    missing = [year for year in range(first, last + 1) if year not in question.by_year]
    for year in missing:
        yield _missing(question, year, years)
    if not missing:
        zh, en = f"{first}至{last}年度每年都有报告", f"there is a report of each year from {first} to {last}"
        yield Finding(kind=Kind.PASS, message=Message(zh, en), cites=deadline(last), subject="years")


def _alone(question: OrganQuestion, years: list[int]) -> Finding:
    if question.undated and not years:
        zh = f"有{question.undated}份报告，年度都未能读出，无法判断是否缺年度；请人工核对"
        en = f"{question.undated} reports, none of whose years could be read: check by hand whether any is missing"
        return Finding(kind=Kind.OPEN, message=Message(zh, en), cites=deadline(None), subject="years", needs=("year",))
    if not years:
        return _none(question)
    zh, en = "只有一个年度的报告，不作比较", "reports of one year only: nothing to compare"
    return Finding(kind=Kind.NOT_APPLICABLE, message=Message(zh, en), cites=deadline(years[0]), subject="years")


def _none(question: OrganQuestion) -> Finding:
    cites = deadline(None)
    named, organ = articles(cites), one_line(mask_personal(question.organ))
    zh = f"所给报告中没有{organ}的任何年度报告。年度报告应当每年公布（{named.zh}）"
    en = f"no report of {organ} was given, on any year. One is due every year ({named.en})"
    zh += "，请核实是否未公布、未收集到，或机关有新设、合并、更名、撤销；名单写明起始年度和截止年度的，可逐年列出"
    en += (
        ": was it not published or not collected, or the organ founded, merged, renamed or abolished? With a first and "
    )
    en += "a last year in the list each year is named"
    return Finding(
        kind=Kind.REVIEW,
        evidence=Evidence.INFERENCE,
        message=Message(zh, en),
        cites=cites,
        subject="years",
        needs=("report",),
    )


def _missing(question: OrganQuestion, year: int, years: list[int]) -> Finding:
    cites = deadline(year)
    before, after = (
        max((one for one in years if one < year), default=None),
        min((y for y in years if y > year), default=None),
    )
    around = [one for one in (before, after) if one is not None]
    there_zh = f"，有{'、'.join(map(str, around))}年度的" if around else ""
    there_en = f", there is of {' and '.join(map(str, around))}" if around else ""
    undated = question.undated
    also_zh = f"；另有{undated}份未读出年度，可能就是其中之一" if undated else ""
    also_en = f"; of {undated} more the year was not read, one may be it" if undated else ""
    # Masked before the year stands behind it, which would make another number of it.
    named, organ = articles(cites), one_line(mask_personal(question.organ))
    zh = f"{year}：所给报告中没有{organ}{year}年度报告{there_zh}{also_zh}。年度报告应当每年公布（{named.zh}）"
    en = f"{year}: no report of {organ} on {year} was given{there_en}{also_en}. One is due every year ({named.en})"
    if before == year - 1 or after == year + 1:
        zh, en = f"{zh}，前后年度的结转数因此无法核对", f"{en}, and what is carried over cannot be compared without it"
    zh += "，请核实是否未公布、未收集到，或机关有新设、合并、更名、撤销"
    en += ": was it not published or not collected, or the organ founded, merged, renamed or abolished?"
    return Finding(
        kind=Kind.REVIEW,
        evidence=Evidence.INFERENCE,
        message=Message(zh, en),
        cites=cites,
        subject=f"year:{year}",
        facts={"year": year, "before": before, "after": after, "undated": undated},
        needs=("report",),
    )


RULE = Rule(
    code="ACR101",
    name="across.years.missing",
    title=Message("各年度报告齐全", "a report of each year"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:31", "regulation-2019:49"),
    about="organ",
    check=check,
)
