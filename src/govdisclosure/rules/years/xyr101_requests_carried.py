"""XYR101 years.requests.carried — 上年结转数与上年度报告一致 / what was carried in is what last year carried out

What it checks
--------------
Table three, column by column: 上年结转政府信息公开申请数量 of this year against 结转下年度继续办理 of the report on the
year before. Each column that differs is one finding, at this year's cell. Where one of the two reports has no such
table (to report year 2018) and both state the totals in prose, those are compared, for a person to look at. The
articles are those of this year's report. It runs only with the report of the year before.

Why
---
A request open on 31 December is the same request on 1 January. A difference means that one of the two reports counted
wrongly, and what is published must be accurate (2019 Art 6).

Example
-------
>>> from govdisclosure.model.agency import Agency
>>> from govdisclosure.model.count import Count, Printed
>>> from govdisclosure.model.forms import TableName
>>> from govdisclosure.model.report import AnnualReport, Edition
>>> from govdisclosure.model.statistics import Cell, Grid, Statistics
>>> from govdisclosure.rules.rule import Question
>>> def on(year, row, value):
...     cell = Cell(row=row, column="total", count=Count(printed=Printed.NUMBER, text=str(value), value=value))
...     grid = Grid(table=TableName.REQUESTS, edition=Edition.UNIFIED_2021, cells=(cell,))
...     agency, tables = Agency(name="青石县水利局"), Statistics(requests=grid)
...     return AnnualReport(agency=agency, year=year, edition=Edition.UNIFIED_2021, statistics=tables)
>>> asked = Question(report=on(2023, "carried_in", 3), previous=on(2022, "carried_out", 2))
>>> [(finding.kind.value, finding.subject) for finding in check(asked)][0]
('fail', 'carried_in:total')

Not covered
-----------
Which of the two years is wrong. Organs that merged or got another name: the difference is then for review, and so is
everything where only prose states the figures. Cells that are blank or could not be read are open, not zero; with
``blank_is=zero`` a difference that rests on a blank is for review, and says so.

中文说明
--------
查本年度表三各列的“上年结转政府信息公开申请数量”，是否等于上年度报告同列的“结转下年度继续办理”；两年中有一年没有
这张表而正文都写了总数的，比较正文。年末没有办完的申请，次年初还是那些申请，两数不等必有一年填错，逐格列出本年数和应
有的数。机关更名、合并，表内有多余的行，或者只有正文数字的，只请人核实；空白和读不出的格不当作零，列为未能判断；选择按
零计的，因空白而不等的只请人核实并予注明。哪一年填错，本规则不判。
"""

from collections.abc import Iterator
from decimal import Decimal

from govdisclosure.law.provision import Citation
from govdisclosure.model.forms import APPLICANTS, TableName
from govdisclosure.model.report import ClaimKind
from govdisclosure.rules.claims.figures import Stated
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import amount, numbered
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.rules.tables import cell_facts, cell_label, cell_place, cell_value, zero_facts, zeros
from govdisclosure.rules.years.pairing import Pair, Tables, tables
from govdisclosure.rules.years.tally import Tally

__all__ = ["RULE", "check"]

_SUBJECT = "carried_in"


def check(question: Question) -> Iterator[Finding]:
    """Compare each column; one finding a column that differs, one for those that cannot be compared."""
    both = tables(question, TableName.REQUESTS, _SUBJECT, _in_prose)
    if isinstance(both, Finding):
        yield both
        return
    pair, mine, last = both.pair, both.mine, both.last
    tally = Tally(_SUBJECT, both.cites)
    for column in (one.key for one in APPLICANTS):
        here = cell_value(mine, "carried_in", column, pair.blank_is)
        there = cell_value(last, "carried_out", column, pair.blank_is)
        note = zeros(pair.blank_is, (mine, "carried_in", column), (last, "carried_out", column))
        if here is None or there is None:
            tally.unread.append(cell_label(mine, "carried_in", column))
        elif here == there:
            tally.agreed(note)
        else:
            tally.wrong += 1
            yield _differs(both, column, (here, there), note)
    zh = f"{tally.equal}列的上年结转数与{pair.previous.year}年度报告的结转下年度数相等"
    en = f"{tally.equal} columns: carried in is what the report on {pair.previous.year} carried out"
    yield from tally.closing(Message(zh, en), mine.at)


def _differs(both: Tables, column: str, values: tuple[int | Decimal, int | Decimal], note: Message) -> Finding:
    pair, grid, cites = both.pair, both.mine, both.cites
    here, there = (amount(value) for value in values)
    # A table with rows that are not the form's may have been read a row off; a blank need not be a zero.
    kind = Kind.REVIEW if grid.oddities or both.last.oddities or note.zh else Kind.FAIL
    named, year, label = (
        numbered(cites),
        pair.previous.year,
        cell_label(grid, "carried_in", column),
    )
    facts = {"table": grid.table.value, **cell_facts("carried_in", column, grid["carried_in", column])}
    return Finding(
        kind=pair.verdict(kind),
        message=Message(
            f"{here}与{there}：{label.zh}为{here}，{year}年度报告同列“四、结转下年度继续办理”为{there}，两者应相等。"
            f"{note.zh}{pair.note.zh}与{named.zh}不符，请人工核实后更正。",
            f"{here} and {there}: {label.en} is {here}, the report on {year} carried out {there}; both should be equal."
            f"{pair.note.en} {note.en}What is published must be accurate ({named.en}): check, and correct it.",
        ),
        cites=cites,
        subject=f"{_SUBJECT}:{column}",
        at=cell_place(grid, "carried_in", column),
        facts={**facts, "expected": there, "previous_year": year, "renamed": pair.renamed, **zero_facts(note)},
    )


def _in_prose(pair: Pair, cites: tuple[Citation, ...]) -> Finding | None:
    """The totals as prose states them, where a table is missing."""
    here = Stated(pair.report).claim(ClaimKind.REQUESTS_CARRIED_IN)
    there = Stated(pair.previous).claim(ClaimKind.REQUESTS_CARRIED_OUT)
    if here is None or there is None:
        return None
    one, two, year = amount(here.value), amount(there.value), pair.previous.year
    zh = f"{one}与{two}：正文所述上年结转数为{one}，{year}年度报告所述结转下年度数为{two}"
    en = f"{one} and {two}: the text says {one} were carried in, the report on {year} that {two} were carried out"
    alike = here.value == there.value
    return Finding(
        kind=Kind.PASS if alike else Kind.REVIEW,
        message=Message(f"{zh}{'，相等' if alike else '，请人工核实'}。{pair.note.zh}", f"{en}.{pair.note.en}"),
        cites=cites,
        subject=_SUBJECT,
        at=here.at,
        facts={"printed": one, "expected": two, "previous_year": year, "renamed": pair.renamed},
    )


RULE = Rule(
    code="XYR101",
    name="years.requests.carried",
    title=Message("上年结转数与上年度报告一致", "what was carried in is what last year carried out"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6", "form-2019", "form-2021"),
    beside="previous",
    check=check,
)
