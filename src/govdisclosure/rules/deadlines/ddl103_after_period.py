"""DDL103 deadline.publication.after_period — 年度结束后编制 / published and signed once the year was over

What it checks
--------------
Whether the day of publication and the day of signature lie on or after 31 December of the report year. Where a day of
judgement is given (``--as-of``), also whether one of them, or the end of the report year, lies after it.

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
never more than a review. Without a day of judgement a date in the future is not told from any other.

中文说明
--------
查公布日期和落款日期是否早于报告年度的12月31日；给出检查日期时，还查日期或报告年度是否在检查日期之后。报告反映全
年情况，年度没有结束就定稿或公布的，多半是日期或年度写错。条例没有明文禁止提前，所以只请人核实；是否逾期由DDL10
1判断。
"""

from collections.abc import Iterator

import pendulum

from govdisclosure.law.provision import Citation
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.answers import year_unknown
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Question, Rule

__all__ = ["RULE", "check"]


def check(question: Question) -> Iterator[Finding]:
    """Yield one finding for each of the two dates that was read, and one for a year that is not over."""
    report, today = question.report, question.as_of
    cites = accuracy(report.year)
    if report.year is not None and today is not None and _before_its_end(today, report.year):
        yield _not_over(report, report.year, today, cites)
    if report.published is None and report.signed is None:
        message = Message("未读出公布日期和落款日期，无须核对", "neither date was read, so there is nothing to compare")
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject="dates")
        return
    dates = (("published_on", "公布", "published", report.published), ("signed_on", "落款", "signed", report.signed))
    unknown = False
    for subject, zh, en, mention in dates:
        if mention is None:
            continue
        facts: dict[str, object] = {subject: mention.on.isoformat(), "year": report.year}
        if today is not None and mention.on > today:
            kind, message = _ahead(mention.on, today, zh, en)
            facts["as_of"] = today.isoformat()
        elif report.year is None:
            unknown = True
            continue
        else:
            kind, message = _judge(mention.on, report.year, zh, en)
        yield Finding(kind=kind, message=message, cites=cites, subject=subject, at=mention.at, facts=facts)
    if unknown:
        yield year_unknown("dates", cites)


def _before_its_end(day: pendulum.Date, year: int) -> bool:
    return (day.year, day.month, day.day) < (year, 12, 31)


def _not_over(report: AnnualReport, year: int, today: pendulum.Date, cites: tuple[Citation, ...]) -> Finding:
    message = Message(
        f"报告年度为{year}年，截至检查日期{today}该年度尚未结束，年份可能有误，请核对",
        f"the report is on {year}, which was not over on {today}: its year is likely wrong, check",
    )
    facts = {"year": year, "as_of": today.isoformat()}
    return Finding(kind=Kind.REVIEW, message=message, cites=cites, subject="year", at=report.year_at, facts=facts)


def _ahead(on: pendulum.Date, today: pendulum.Date, zh: str, en: str) -> tuple[Kind, Message]:
    return Kind.REVIEW, Message(
        f"{zh}日期{on}晚于检查日期{today}，日期可能有误，请核对",
        f"{en} {on}, after the day of this check, {today}: the date is likely wrong, check",
    )


def _judge(on: pendulum.Date, year: int, zh: str, en: str) -> tuple[Kind, Message]:
    if not _before_its_end(on, year):
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
