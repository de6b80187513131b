"""CLM302 claims.tables.register — 表三、表四与登记簿一致 / Tables three and four agree with the register

What it checks
--------------
Tables three and four of the report, cell by cell, against what they come to when they are compiled from the organ's
register of requests and cases for the report's year, by the form of the published table. Each cell that differs is one
finding, with both figures and the numbers of the entries behind the register's. It runs only with the register.

Why
---
What is published must be accurate (2019 Art 6), and the tables count what the register has.

Example
-------
>>> from govdisclosure.model.count import Count, Printed
>>> from govdisclosure.model.edition import Edition
>>> from govdisclosure.model.forms import REQUESTS_2021
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.model.report import AnnualReport
>>> from govdisclosure.model.statistics import Cell, Grid, Statistics
>>> from govdisclosure.rules.rule import Question
>>> zero, one = (Count(printed=Printed.NUMBER, text=str(n), value=n) for n in (0, 1))
>>> names = list(REQUESTS_2021.cells())
>>> cells = [Cell(row=r, column=c, count=one if (r, c) == names[0] else zero) for r, c in names]
>>> grid = Grid(table=REQUESTS_2021.table, edition=Edition.UNIFIED_2021, cells=tuple(cells))
>>> report = AnnualReport(year=2023, edition=Edition.UNIFIED_2021, statistics=Statistics(requests=grid))
>>> asked = Question(report=report, register=Register(requests=()))
>>> [(finding.kind.value, finding.subject) for finding in check(asked)][0]
('fail', 'requests:received:natural_person')

Not covered
-----------
Which of the two is wrong. Where entries of the register could not be counted (REQ and REM rules say why), where the
organ's name differs, or where a difference is no greater than what the register counts by inference (withdrawn,
transferred), it is for a person; so is a published figure above the register's where that begins in the report's year
and may lack what was carried in. Cells that are blank or not read are open. A register of another organ or of other
years is not compared. Table two is CLM304's.

中文说明
--------
查报告的表三、表四各格，是否等于从本机关申请、复议诉讼登记簿按同一格式编制出的数，不等的逐格列出两个数和登记簿中的相关编
号。公开的信息应当准确，表中各数都应当能在登记簿中找到。登记簿有不能计入的条目、机关名称不同、差数不超过推定归类的件数，
或者登记簿自当年起而公布数较大的，只请人核实；空白和未读出的格列为未能判断；登记簿属其他机关、其他年份的不比较。哪一方写
错，本规则不判。
"""

from collections.abc import Iterator

from govdisclosure.model.forms import TableName
from govdisclosure.model.report import Edition
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.claims.booked import beside_book, table_unread
from govdisclosure.rules.claims.books import book, comparable, not_kept
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Question, Rule

__all__ = ["RULE", "check"]


def check(question: Question) -> Iterator[Finding]:
    """Compare each cell of tables three and four with the register."""
    report, register = question.report, question.register
    cites = accuracy(report.year)  # 2019 Art 6
    if register is None:
        return
    match = comparable(report, register, "register", cites)
    if isinstance(match, Finding):
        yield match
        return
    for table in (TableName.REQUESTS, TableName.REMEDIES):
        grid = report.statistics[table]
        held = book(report, table, register, match, grid.edition if grid is not None else report.edition)
        if held is None:
            yield not_kept(table, table.value, cites)
        elif grid is None:
            yield table_unread(table, cites)
        else:
            yield from beside_book(report, grid, held, question.blank_is)


RULE = Rule(
    code="CLM302",
    name="claims.tables.register",
    title=Message("表三、表四与登记簿一致", "Tables three and four agree with the register"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2019:6", "form-2019", "form-2021"),
    editions=(Edition.UNIFIED_2019, Edition.UNIFIED_2021),
    beside="register",
    check=check,
)
