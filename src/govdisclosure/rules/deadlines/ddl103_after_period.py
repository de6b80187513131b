"""DDL103 deadline.publication.after_period — 年度结束后编制 / published and signed once the year was over

What it checks
--------------
Whether the day of publication and the day of signature lie on or after 31 December of the report year.

Why
---
A report covers the whole year (1 January to 31 December). One that is finished in November cannot; more often the date,
or the year, is wrong. Organs must publish accurate information (2007 and 2019 Art 6).

Example
-------
>>> import pendulum
>>> from govdisclosure.model.place import Place
>>> from govdisclosure.model.report import AnnualReport, DateMention
>>> from govdisclosure.rules.rule import Question
>>> day = DateMention(on=pendulum.Date(2010, 11, 30), quote="2010-11-30", at=Place(start=0, end=0))
>>> [finding.kind.value for finding in check(Question(report=AnnualReport(year=2010, published=day)))]
['review']

Not covered
-----------
How late a report is (DDL101). Neither Regulation says in so many words that the report must not be early, so this is
never more than a review.
"""

from collections.abc import Iterator

import pendulum

from govdisclosure.rules.answers import year_unknown
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Question, Rule

__all__ = ["RULE", "check"]


def check(question: Question) -> Iterator[Finding]:
    """Yield one finding for each of the two dates that was read."""
    report = question.report
    cites = accuracy(report.year)
    if report.published is None and report.signed is None:
        message = Message("未读出公布日期和落款日期，无须核对", "neither date was read, so there is nothing to compare")
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="dates")
        return
    if report.year is None:
        yield year_unknown("dates", cites)
        return
    dates = (("published_on", "公布", "published", report.published), ("signed_on", "落款", "signed", report.signed))
    for subject, zh, en, mention in dates:
        if mention is None:
            continue
        kind, message = _judge(mention.on, report.year, zh, en)
        facts = {subject: mention.on.isoformat(), "year": report.year}
        yield Finding(kind=kind, message=message, cites=cites, subject=subject, at=mention.at, facts=facts)


def _judge(on: pendulum.Date, year: int, zh: str, en: str) -> tuple[Kind, Message]:
    if (on.year, on.month, on.day) >= (year, 12, 31):
        return Kind.PASS, Message(f"{zh}日期{on}在{year}年度结束之后", f"{en} {on}, once {year} was over")
    if on.year < year:
        return Kind.REVIEW, Message(
            f"{zh}日期{on}早于报告年度{year}年，年份可能有误，请核对",
            f"{en} {on}, before the report year {year} began: a year is likely wrong, check",
        )
    return Kind.REVIEW, Message(
        f"{zh}日期{on}早于{year}年12月31日，年度尚未结束，请核对日期和统计期限",
        f"{en} {on}, before 31 December {year}: the year was not over, check the date and the period covered",
    )


RULE = Rule(
    code="DDL103",
    name="deadline.publication.after_period",
    title=Message("年度结束后编制", "published and signed once the year was over"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6"),
    check=check,
)
