"""CLM304 claims.tables.catalogue — 表二与目录一致 / Table two agrees with the catalogue

What it checks
--------------
Table two of the report, cell by cell, and the numbers of rules and normative documents in its prose, against what they
come to when they are compiled from the organ's catalogue for the report's year. Each figure that differs is one
finding, with both figures and the index numbers behind the catalogue's. Sums of money are compared as exactly as they
are printed. It runs only with the catalogue.

Why
---
What is published must be accurate (2019 Art 6).

Example
-------
>>> from govdisclosure.model.count import Count, Printed
>>> from govdisclosure.model.edition import Edition
>>> from govdisclosure.model.forms import TableName, forms_of
>>> from govdisclosure.model.register import Catalogue
>>> from govdisclosure.model.report import AnnualReport
>>> from govdisclosure.model.statistics import Cell, Grid, Statistics
>>> from govdisclosure.rules.rule import Question
>>> form = next(one for one in forms_of(TableName.PROACTIVE) if one.edition is Edition.UNIFIED_2021)
>>> one = Count(printed=Printed.NUMBER, text="1", value=1)
>>> cells = tuple(Cell(row=row, column=column, count=one) for row, column in form.cells())
>>> grid = Grid(table=TableName.PROACTIVE, edition=Edition.UNIFIED_2021, cells=cells)
>>> report = AnnualReport(year=2023, edition=Edition.UNIFIED_2021, statistics=Statistics(proactive=grid))
>>> [(f.kind.value, f.subject) for f in check(Question(report=report, items=Catalogue()))][0]
('fail', 'proactive:rules:issued')

Not covered
-----------
Decisions that are lawfully not public count in table two and may not stand in a catalogue: a published figure of
decisions above the catalogue's is for a person, and so is every difference where items have no kind or no day, where
the catalogue begins in the report's year or is of an organ by another name. A catalogue that names no kind of any item
is not compared.

中文说明
--------
查报告的表二各格和正文中规章、规范性文件的件数，是否等于从本机关目录统计出的数，不等的列出两个数和相关索引号；金额按印
出的位数比较。公开的信息应当准确。处理决定依法不公开的也计入表二而可能不在目录中，公布数较大的只请人核实；目录有不能计入
的条目、自当年起或机关名称不同的也是。空白和未读出的格列为未能判断；目录没有写信息种类，或属其他机关、其他年份的不比较。
"""

from collections.abc import Iterator

from govdisclosure.model.forms import TableName
from govdisclosure.model.report import Edition
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.claims.booked import beside_book, table_unread
from govdisclosure.rules.claims.books import book, comparable, not_kept
from govdisclosure.rules.claims.spoken import beside_books
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Question, Rule

__all__ = ["RULE", "check"]


def check(question: Question) -> Iterator[Finding]:
    """Compare each cell of table two, and the prose on documents, with the catalogue."""
    report, catalogue, table = question.report, question.items, TableName.PROACTIVE
    cites = accuracy(report.year)  # 2019 Art 6
    if catalogue is None:
        return
    match = comparable(report, catalogue, "catalogue", cites)
    if isinstance(match, Finding):
        yield match
        return
    grid = report.statistics[table]
    held = book(report, table, catalogue, match, grid.edition if grid is not None else report.edition)
    if held is None:
        yield not_kept(table, table.value, cites)
        return
    if grid is None:
        yield table_unread(table, cites)
    else:
        yield from beside_book(report, grid, held, question.blank_is)
    yield from beside_books(report, (held,), cites)


RULE = Rule(
    code="CLM304",
    name="claims.tables.catalogue",
    title=Message("表二与目录一致", "Table two agrees with the catalogue"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2019:6", "form-2019", "form-2021"),
    editions=(Edition.UNIFIED_2019, Edition.UNIFIED_2021),
    beside="items",
    check=check,
)
