"""STR201 structure.tables.present — 法定表格齐全 / the statutory tables are there

What it checks
--------------
Reports from 2019 on: tables two, three and four. A table that was read passes. A table that was not read, though its
section is there, is `open`: it may be a picture, or of a layout that is not read. Where the section is missing too,
a person must look.

Why
---
2019 Art 50 para 2 has the national authority publish one form; its second, third and fourth sections are tables, and
Art 50 para 1 asks for the figures in them.

Example
-------
>>> from govdisclosure.model.report import AnnualReport, Edition
>>> from govdisclosure.rules.rule import Question
>>> [f.kind.value for f in check(Question(report=AnnualReport(year=2022, edition=Edition.UNIFIED_2021)))]
['open']

Not covered
-----------
Whether a table has all its rows (STR202) and follows the form of its year (STR106). The statistics annex of 2014 to
2018, whose layouts differ.

中文说明
--------
查2019年度起的报告是否有表二、表三、表四。条例规定使用全国统一格式，第二至第四部分都是表格。有标题而未读到表的
列为未能判断，因为表可能是图片或无法识别的版式；标题也没有的请人核实。表内行列是否齐全见STR202，格式是否合于
年度见STR106，这里不查。
"""

from collections.abc import Iterator

from govdisclosure.errors import NotInForceError
from govdisclosure.law import Citation, cite, form_for
from govdisclosure.model.forms import TableName
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.answers import OWN_RULES, before_duty, follows_own_rules, year_unknown
from govdisclosure.rules.citing import contents
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.rules.structure.statements import is_abridged, is_excerpt, reaches_its_end
from govdisclosure.rules.tables import CONTENTS, TABLES

__all__ = ["RULE", "check"]


def check(question: Question) -> Iterator[Finding]:
    """Yield a pass for the tables that were read, and a finding each for those that were not and those that lack."""
    report = question.report
    if report.year is None:
        yield year_unknown("tables", contents(None))
        return
    try:
        form = form_for(report.year)
    except NotInForceError:
        yield before_duty(report.year, "tables", contents(None))
        return
    if form is None:
        message = Message(
            f"{report.year}年度没有统一格式，无法定表格", f"no form was set for {report.year}, so no table is due"
        )
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=contents(report.year), subject="tables")
        return
    yield from _judge(report, (cite("regulation-2019:50p2"), cite(form.id)))


def _judge(report: AnnualReport, cites: tuple[Citation, ...]) -> Iterator[Finding]:
    read = [table for table in CONTENTS if report.statistics[table] is not None]
    there = [table for table in CONTENTS if table not in read and report.covering(CONTENTS[table])]
    gone = [table for table in CONTENTS if table not in read and table not in there]
    if gone and (is_excerpt(report) or is_abridged(report) or not reaches_its_end(report)):
        there, gone = [table for table in CONTENTS if table not in read], []
    if read:
        names = _names(read)
        message = Message(f"已读到{names.zh}", f"{names.en} {'was' if len(read) == 1 else 'were'} read")
        yield _finding(Kind.PASS, message, cites, "read", read)
    if there:
        names = _names(there)
        message = Message(
            f"未读到{names.zh}，可能是图片或未能识别的版式，无法判断，请对照原文",
            f"{names.en} not read, perhaps a picture or a layout that is not recognised; not judged, see the original",
        )
        yield _finding(Kind.OPEN, message, cites, "unread", there)
    if gone:
        names = _names(gone)
        zh = f"未见{names.zh}及其所在部分，{cites[0].zh}要求按统一格式编制，请核实"
        en = f"neither {names.en} nor the section it fills was found; {cites[0].en} asks for the official form, check"
        if follows_own_rules(report):
            zh, en = f"{zh}；{OWN_RULES.zh}", f"{en}; {OWN_RULES.en}"
        yield _finding(Kind.REVIEW, Message(zh, en), cites, "missing", gone)


def _names(tables: list[TableName]) -> Message:
    return Message("、".join(TABLES[one].zh for one in tables), ", ".join(TABLES[one].en for one in tables))


def _finding(kind: Kind, message: Message, cites: tuple[Citation, ...], state: str, tables: list[TableName]) -> Finding:
    return Finding(
        kind=kind,
        message=message,
        cites=cites,
        subject=f"tables:{state}",
        facts={"tables": [table.value for table in tables]},
        needs=("tables",) if kind is Kind.OPEN else (),
    )


RULE = Rule(
    code="STR201",
    name="structure.tables.present",
    title=Message("法定表格齐全", "the statutory tables are there"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2019:50p2", "form-2019", "form-2021"),
    check=check,
)
