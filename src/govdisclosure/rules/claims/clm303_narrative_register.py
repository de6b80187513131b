"""CLM303 claims.narrative.register — 正文的申请和复议诉讼数与登记簿一致 / The prose agrees with the register

What it checks
--------------
Every exact figure that the prose states about requests (received, carried in, answered, each outcome, who asked), about
reconsiderations and lawsuits with their results, against what the register comes to in the report's year. A figure is
read as CLM201 reads it: of all that the organ did in its year, in every lawful sense of its words. It runs only with
the register, for every report year: before 2019 there were no statutory tables to count by, and the form of 2021 is
used.

Why
---
What is published must be accurate (2007 and 2019 Art 6).

Example
-------
>>> from decimal import Decimal
>>> from govdisclosure.model.edition import Edition
>>> from govdisclosure.model.place import Place
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.model.report import AnnualReport, Claim, ClaimKind
>>> from govdisclosure.rules.rule import Question
>>> at, kind = Place(start=0, end=0), ClaimKind.REQUESTS_RECEIVED
>>> six = Claim(kind=kind, value=Decimal(6), unit="件", quote="", at=at, printed="6", whole=True)
>>> report = AnnualReport(year=2023, edition=Edition.UNIFIED_2021, claims=(six,))
>>> [f.kind.value for f in check(Question(report=report, register=Register(requests=())))]
['fail']

Not covered
-----------
Round figures and figures of a part. What CLM201 leaves to a person is left to one here too, and so is everything in a
report before 2019, or where the register has entries that could not be counted, begins in the report's year, or is of
an organ by another name. A register of another organ or of other years is not compared.

中文说明
--------
查正文关于申请、答复、结转、申请人和复议诉讼的数字，是否等于从登记簿统计出的数，几种口径有一种相符即为相符。公开的信息
应当准确。2019年以前没有统一表格，借用现行格式统计，不符的只请人核实；登记簿有不能计入的条目、自当年起或机关名称不同的
也是。约数和部分数不查；登记簿属其他机关、其他年份的不比较。
"""

from collections.abc import Iterator

from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import TableName
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.claims.books import book, comparable
from govdisclosure.rules.claims.spoken import beside_books
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Question, Rule

__all__ = ["RULE", "check"]


def check(question: Question) -> Iterator[Finding]:
    """Compare each figure of the prose with the register."""
    report, register = question.report, question.register
    cites = accuracy(report.year)  # 2007 and 2019 Art 6
    if register is None:
        return
    match = comparable(report, register, "narrative", cites)
    if isinstance(match, Finding):
        yield match
        return
    edition = Edition.UNIFIED_2021 if report.edition is Edition.FREE_FORM else report.edition
    tables = (TableName.REQUESTS, TableName.REMEDIES)
    books = [held for table in tables if (held := book(report, table, register, match, edition)) is not None]
    yield from beside_books(report, books, cites)


RULE = Rule(
    code="CLM303",
    name="claims.narrative.register",
    title=Message("正文的申请和复议诉讼数与登记簿一致", "The prose agrees with the register"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6"),
    beside="register",
    check=check,
)
