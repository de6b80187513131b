"""SUM201 arithmetic.requests.sums — 表三勾稽关系成立 / the sums of table three hold

What it checks
--------------
All sums of table three: in each row the applicants add up to the total; in each column the results add up to
（七）总计, and the requests received and carried in equal those handled and carried over (printed on the form).
Where correcting one cell makes all of them hold, that cell is named with the value the sums require; where two or
three cells together do, each is named; where several corrections do, up to four are listed; else the sums that fail
are. A blank, a dash, an unreadable or an absent cell leaves its sums open, all in one outcome; with ``blank_is=zero``
blanks and dashes count as 0, and one outcome says so. A table that holds gives one pass.

Why
---
What is published must be accurate (2019 Art 6). The balance of each column is printed in the head of the table; the
other sums follow from what its rows and columns are.

Example
-------
>>> from govdisclosure.model.count import Count, Printed
>>> from govdisclosure.model.forms import REQUESTS_2021, TableName
>>> from govdisclosure.model.report import AnnualReport, Edition
>>> from govdisclosure.model.statistics import Cell, Grid, Statistics
>>> from govdisclosure.rules.rule import Question
>>> def figure(cell):
...     value = 1 if cell == ("granted", "research") else 0
...     return Cell(row=cell[0], column=cell[1], count=Count(printed=Printed.NUMBER, text=str(value), value=value))
>>> cells = tuple(figure(cell) for cell in REQUESTS_2021.cells())
>>> grid = Grid(table=TableName.REQUESTS, edition=Edition.UNIFIED_2021, cells=cells)
>>> report = AnnualReport(year=2022, edition=Edition.UNIFIED_2021, statistics=Statistics(requests=grid))
>>> [(f.kind.value, f.subject, f.facts["expected"]) for f in check(Question(report=report))]
[('fail', 'cell:requests/granted/research', 0)]

Not covered
-----------
Rows or columns that changed places: they still add up. A wrong figure that is wrong in its row, its column and the
total alike; the narrative (``CLM``) and last year's report may show it. A table with rows that are not the form's is
for a person to look at, for those rows may be part of the sums.

中文说明
--------
查表三全部勾稽关系：每行各类申请人之和等于总计，每列各项办理结果之和等于“总计”行，新收加上年结转等于办理总计加结
转下年。改正一格即可全部成立的，指明是哪一格、应为多少；有几种改法的，逐一列出。公开的信息应当准确，平衡关系就印在
表头。空白、符号和未读出的格不算零，有关关系列为未能判断，除非选择按零计。整行或整列对调、行列和总计同错的情况算式
看不出来，不查。
"""

from collections.abc import Iterator

from govdisclosure.model.forms import REQUESTS_2021, TableName
from govdisclosure.rules.arithmetic.naming import faults
from govdisclosure.rules.arithmetic.reading import gaps, read, unread_table
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.rules.tables import figure_cites

__all__ = ["RULE", "check"]


def check(question: Question) -> Iterator[Finding]:
    """Judge the sums of table three."""
    grid = question.report.statistics.requests
    if grid is None:
        yield unread_table(question, TableName.REQUESTS, figure_cites(question.report, REQUESTS_2021))
        return
    reading = read(question, grid)
    count = len(reading.system.relations)
    violated, unjudged = reading.system.violated(reading.values)
    yield from gaps(reading, len(unjudged))
    if violated:
        yield from faults(reading, violated, unjudged, Kind.REVIEW if grid.oddities else Kind.FAIL)
    elif judged := count - len(unjudged):
        part = (f"可核对的{judged}条", f"the {judged} sums that could be judged") if unjudged else ("", "")
        message = Message(
            f"表三{part[0] or f'{judged}条'}勾稽关系全部成立", f"{part[1] or f'all {judged} sums'} of table three hold"
        )
        facts = {"table": "requests", "judged": judged, "open": len(unjudged)}
        yield Finding(
            kind=Kind.PASS, message=message, cites=reading.cites, subject="relations:requests", at=grid.at, facts=facts
        )


RULE = Rule(
    code="SUM201",
    name="arithmetic.requests.sums",
    title=Message("表三勾稽关系成立", "the sums of table three hold"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE, Kind.INFORMATIONAL),
    cites=("regulation-2019:6", "form-2019", "form-2021"),
    check=check,
)
