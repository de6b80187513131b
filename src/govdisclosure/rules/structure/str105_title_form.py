"""STR105 structure.title.form — 标题规范 / the title is in due form

What it checks
--------------
Whether the title holds the statutory term (2019 Art 49: ``政府信息公开工作年度报告``; before, 2007 Art 31:
``政府信息公开工作年度报告`` or ``政府信息公开年度报告``), names an organ, and names the report year.

Why
---
Readers and search engines find a report by its title. A title such as ``政务公开工作总结`` is easily taken for another
document.

Example
-------
>>> from govdisclosure.model.report import AnnualReport
>>> from govdisclosure.rules.rule import Question
>>> report = AnnualReport(year=2020, title="青石县水利局2020年政务公开工作总结")
>>> [(finding.kind.value, finding.subject) for finding in check(Question(report=report))]
[('review', 'title:term')]

Not covered
-----------
No article prescribes the wording of a title: this is drawn from the term the Regulation uses and from usage, so it is
never more than a note for a person to weigh. Typing errors inside an otherwise complete title are not looked for.

中文说明
--------
查标题是否含有法定名称（政府信息公开工作年度报告）、机关名称和报告年度。读者和搜索引擎靠标题找到报告，写成“政务公开
工作总结”容易被当成别的文件。没有条文规定标题的写法，所以只作提示，不判不符；不查标题中的错别字。
"""

import re
from collections.abc import Iterator

from govdisclosure.errors import NotInForceError
from govdisclosure.law import parameter
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.citing import deadline, governing
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.text.dates import find_years
from govdisclosure.text.normalise import DAMAGE, fold, squeeze

__all__ = ["RULE", "check"]

_STRICT_FROM = "regulation-2019"
_NOT_ORGAN = re.compile(
    r"[12〇一二三四五六七八九O0-9]{4}年度?|年度|关于|本|政府信息公开.*|政[府务](?:信息)?公开.*|信息公开.*|工作|报告|总结|的|[\W_]"
)
_SHORTEST_ORGAN = 2


def check(question: Question) -> Iterator[Finding]:
    """Yield one finding for each thing the title lacks, or one pass."""
    report = question.report
    cites = deadline(report.year)
    if not report.title:
        zh = "未能读出报告标题，无法判断"
        message = Message(zh, "the title could not be read, so this was not judged")
        yield Finding(kind=Kind.OPEN, message=message, cites=cites, subject="title", needs=("title",))
        return
    if DAMAGE in report.title:
        zh, en = (
            "标题中有文字无法解码，无法判断；请把原文另存为UTF-8后重查",
            "the title has characters that could not be decoded",
        )
        message = Message(zh, f"{en}, so this was not judged; save the file as UTF-8 and check again")
        at = report.title_at
        yield Finding(kind=Kind.OPEN, message=message, cites=cites, subject="title", at=at, needs=("title",))
        return
    faults = list(_faults(report, squeeze(fold(report.title))))
    for subject, message in faults:
        yield Finding(
            kind=Kind.REVIEW, message=message, cites=cites, subject=subject, at=report.title_at, level=Level.NOTE
        )
    if not faults:
        message = Message("标题含机关名称、年份和法定名称", "the title names organ, year and the statutory term")
        yield Finding(kind=Kind.PASS, message=message, cites=cites, subject="title", at=report.title_at)


def _faults(report: AnnualReport, title: str) -> Iterator[tuple[str, Message]]:
    term, article = _term(report.year), deadline(report.year)[-1]
    # Before 2019 titles left 工作 out, or put it elsewhere, more often than not.
    strict = governing(report.year) == (_STRICT_FROM,)
    if term not in title and (strict or term.replace("工作", "") not in title.replace("工作", "")):
        zh = f"标题未使用“{term}”（{article.zh}的用语），建议改为规范名称"
        yield "title:term", Message(zh, f"the title lacks the term of {article.en}, {term}; better use it")
    if not _names_organ(report, title):
        yield "title:organ", Message("标题未写明机关名称，建议补充", "the title names no organ; better add it")
    years = {year for year, _, _ in find_years(title)}
    named = bool(years) if report.year is None else report.year in years or str(report.year) in title
    if not named:
        wanted = "年份" if report.year is None else f"报告年度{report.year}年"
        zh, en = (
            f"标题未写明{wanted}，建议补充",
            f"the title does not name the report year{'' if report.year is None else f' {report.year}'}",
        )
        yield "title:year", Message(zh, f"{en}; better add it")


def _term(year: int | None) -> str:
    """The statutory term of a report year; that in force now where the year has none."""
    titles = parameter("report.title")
    try:
        return str((titles.values[-1] if year is None else titles.for_report_year(year)).value)
    except NotInForceError:
        return str(titles.values[-1].value)


def _names_organ(report: AnnualReport, title: str) -> bool:
    if report.agency is not None and squeeze(fold(report.agency.name)) in title:
        return True
    return len(_NOT_ORGAN.sub("", title)) >= _SHORTEST_ORGAN


RULE = Rule(
    code="STR105",
    name="structure.title.form",
    title=Message("标题规范", "the title is in due form"),
    level=Level.NOTE,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.OPEN),
    cites=("regulation-2007:31", "regulation-2019:49"),
    check=check,
)
