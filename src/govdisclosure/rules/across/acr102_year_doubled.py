"""ACR102 across.years.doubled — 同一年度只有一份报告 / one report a year

What it checks
--------------
Among the reports of one organ that were given: whether a year has more than one.

Why
---
Two reports of one year may differ, as where one was corrected; whoever cites a figure must know which holds. What is
published must be accurate (2007 Art 6, 2019 Art 6).

Example
-------
>>> from govdisclosure.model.report import AnnualReport
>>> from govdisclosure.rules.across.asking import OrganQuestion
>>> given = (AnnualReport(year=2020), AnnualReport(year=2020))
>>> [(one.kind.value, one.subject) for one in check(OrganQuestion(organ="青石县水利局", reports=given))]
[('review', 'year:2020')]

Not covered
-----------
Which of them is right, and in what they differ (``govdisclosure diff`` shows that). One report that was given in two
files is counted twice too. Of several, the one published last is used where years are compared.

中文说明
--------
查所给报告中，同一机关同一年度是否有两份以上。同一年度有几份时数据可能不一致，引用时须知道以哪份为准；年度之间比较时采用公布日期最晚的一份。哪份正确、有何差别，本规则不查，只请人核实。
"""

from collections.abc import Iterator

from govdisclosure.law.provision import Evidence
from govdisclosure.rules.across.asking import OrganQuestion, name_of
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Rule

__all__ = ["RULE", "check"]

_SHOWN = 5


def check(question: OrganQuestion) -> Iterator[Finding]:
    """Yield one finding a year with several reports, or one that none has."""
    doubled = {year: reports for year, reports in question.by_year.items() if len(reports) > 1}
    for year, reports in doubled.items():
        names = [name_of(report) for report in reports]
        listed = "、".join(names[:_SHOWN]) + ("等" if len(names) > _SHOWN else "")
        count, used = len(names), names[-1]
        zh = f"{year}年度有{count}份报告：{listed}；比较时采用{used}，请核实以哪份为准"
        en = f"{count} reports of {year}: {', '.join(names[:_SHOWN])}; {used} is used to compare: see which holds"
        yield Finding(
            kind=Kind.REVIEW,
            evidence=Evidence.INFERENCE,
            message=Message(zh, en),
            cites=accuracy(year),
            subject=f"year:{year}",
            facts={"year": year, "reports": names, "used": used},
        )
    if not doubled:
        last = max(question.by_year, default=None)
        kind = Kind.NOT_APPLICABLE if last is None else Kind.PASS
        message = Message("每个年度只有一份报告", "no year has more than one report")
        yield Finding(kind=kind, message=message, cites=accuracy(last), subject="years")


RULE = Rule(
    code="ACR102",
    name="across.years.doubled",
    title=Message("同一年度只有一份报告", "one report a year"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6"),
    about="organ",
    check=check,
)
