"""STR106 structure.edition.year — 报告格式与年度相符 / the form is the form of its year

What it checks
--------------
The form a report follows against its year: free text for 2008 to 2018 (the law then set no form), the form of 2019 for
report years 2019 and 2020, the form of 2021 from report year 2021. Tables two and three are compared one by one where
they follow another form than the rest of the report; a table that mixes the rows of two forms is for review.

Why
---
2019 Art 50 para 2 has the national authority publish one form and keep it current. Figures in an outdated form
cannot be added up with those of other organs.

Example
-------
>>> from govdisclosure.model.report import AnnualReport, Edition
>>> from govdisclosure.rules.rule import Question
>>> report = AnnualReport(year=2022, edition=Edition.UNIFIED_2019)
>>> [finding.kind.value for finding in check(Question(report=report))]
['fail']

Not covered
-----------
A report from 2019 on that was read as free text fails only where at least three sections were recognised and
none bears a heading of the form; otherwise its tables may just have been lost. Schools, hospitals and
enterprises report by rules of their own (2019 Art 55). Table four is the same in both forms. Whether the tables are
filled in rightly is for the arithmetic rules.

中文说明
--------
查报告采用的格式是否是该年度应当采用的格式：2008至2018年度为自由叙述，2019、2020年度为2019年格式，
2021年度起为2021年格式。格式不同的报告，数字不能与其他机关汇总比较。表格可能没有读入时不判不符；学校、医院、
企业等按各自的规定编制，不适用；表内数字由核对表格的规则查。
"""

import re
from collections.abc import Iterator

from govdisclosure.errors import NotInForceError
from govdisclosure.law import Citation, cite, edition_for, form_for, instrument
from govdisclosure.model.agency import AgencyKind
from govdisclosure.model.report import AnnualReport, Edition
from govdisclosure.rules.answers import before_duty, capped, year_unknown
from govdisclosure.rules.citing import contents
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.rules.structure.table_forms import FORM_NAMES, followed_form, table_findings, telling_tables
from govdisclosure.text.normalise import fold

__all__ = ["RULE", "check"]

_FORM_HEADING = re.compile(r"总体情况|收到和处理|需要报告的事项")
_ENOUGH_SECTIONS = 3


def check(question: Question) -> Iterator[Finding]:
    """Yield one finding for the report, and one for each table that follows another form."""
    report = question.report
    year = report.year
    if year is None:
        yield year_unknown("edition", contents(None))
        return
    try:
        due = edition_for(year)
    except NotInForceError:
        yield before_duty(year, "edition", contents(None))
        return
    followed = followed_form(report)
    kind, message, level = _judge(report, year, followed, due)
    facts: dict[str, object] = {"year": year, "edition": report.edition.value, "expected": due.value}
    if tables := telling_tables(report):
        facts["tables"] = {grid.table.value: grid.edition.value for grid in tables}
    yield Finding(kind=kind, message=message, cites=_cites(year), subject="edition", level=level, facts=facts)
    if due is not Edition.FREE_FORM:
        yield from table_findings(report, year, followed, due, _cites(year))


def _cites(year: int) -> tuple[Citation, ...]:
    form = form_for(year)
    return contents(year) if form is None else (cite("regulation-2019:50p2"), cite(form.id))


def _judge(report: AnnualReport, year: int, followed: Edition, due: Edition) -> tuple[Kind, Message, Level]:
    (has_zh, has_en), (due_zh, due_en) = FORM_NAMES[followed], FORM_NAMES[due]
    if followed is due:
        return Kind.PASS, Message(f"{year}年度报告采用{due_zh}", f"the report on {year} follows {due_en}"), Level.NONE
    if due is Edition.FREE_FORM:
        return _too_early(report, year, has_zh, has_en)
    form = form_for(year)
    level = Level.WARNING if form is None else capped(Level.ERROR, form.evidence)
    if followed is Edition.FREE_FORM and not _surely_free(report):
        zh = f"{year}年度报告应采用{due_zh}，所读文本未见其表格，可能是表格未被读入，请对照原文核实"
        en = f"the report on {year} should follow {due_en}; its tables may have been lost, check the original"
        return Kind.REVIEW, Message(zh, en), level
    article = cite("regulation-2019:50p2")
    zh = f"{year}年度报告采用{has_zh}，应为{due_zh}，与{article.zh}不符，请人工核实后按{due_zh}重新编制"
    en = f"the report on {year} follows {has_en}; {due_en} applies ({article.en}): check, and compile it anew"
    return Kind.FAIL, Message(zh, en), level


def _surely_free(report: AnnualReport) -> bool:
    if report.agency is not None and report.agency.kind is AgencyKind.INSTITUTION:
        return False
    recognised = sum(1 for section in report.sections if section.covers)
    form = any(_FORM_HEADING.search(fold(section.heading)) for section in report.sections)
    return recognised >= _ENOUGH_SECTIONS and not form


def _too_early(report: AnnualReport, year: int, zh: str, en: str) -> tuple[Kind, Message, Level]:
    first = instrument("form-2019")
    # Where the first day of the notice is not known, no form can be older than the Regulation that asks for one.
    since = first.in_force_from or instrument("regulation-2019").in_force_from
    known = report.published_on
    if since is not None and known is not None and known >= since:
        message = Message(
            f"{year}年度尚无统一格式，报告采用{zh}且公布于{known.isoformat()}，请核对报告年度",
            f"no form was set for {year}; the report follows {en} and was published {known}: check its year",
        )
        return Kind.REVIEW, message, Level.WARNING
    message = Message(
        f"{year}年度尚无统一格式，报告却采用{zh}，年度或格式有一项有误，请人工核实",
        f"no form was set for {year}, yet the report follows {en}; its year or its form must be wrong, check",
    )
    return Kind.FAIL, message, capped(Level.ERROR, first.evidence)


RULE = Rule(
    code="STR106",
    name="structure.edition.year",
    title=Message("报告格式与年度相符", "the form is the form of its year"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:32", "regulation-2019:50p2", "form-2019", "form-2021"),
    check=check,
)
