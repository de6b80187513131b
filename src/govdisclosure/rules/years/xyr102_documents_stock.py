"""XYR102 years.documents.stock — 文件和事项存量与上年度衔接 / stocks follow from those of last year

What it checks
--------------
Table two, row by row. Form of 2021: 现行有效件数 = 现行有效件数 of the year before + 本年制发件数 - 本年废止件数. Form
of 2019: 上一年项目数量 = 上一年项目数量 of the year before + its 本年增/减, and 对外公开总数量 does not fall. It runs
only with the report of the year before; the articles are those of this year's report.

Why
---
A stock changes by what is added and taken away. Where it does not, one of the figures is often a slip; what is
published must be accurate (2019 Art 6).

Example
-------
>>> from govdisclosure.model.report import AnnualReport
>>> from govdisclosure.rules.rule import Question
>>> [finding.kind.value for finding in check(Question(report=AnnualReport(year=2023)))]
['notApplicable']

Not covered
-----------
That these sums must come out is deduced, no text says so: documents lapse, are revised and change hands when organs are
reorganised. A difference is therefore only ever for review. The step from the form of 2019 to that of 2021, which count
different things.

中文说明
--------
查表二的存量是否与上年度报告衔接：2021年格式看现行有效件数是否等于上年现行有效加本年制发、减本年废止；2019年
格式看上一年项目数量是否等于上年度报告的数加当年增减，以及对外公开总数量是否减少。存量接不上，往往有一个数字填错。这
些关系是推断，文件失效、修订、机构调整都可能打破，所以只请人核实。两种格式之间统计口径不同，不查。
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from govdisclosure.law.provision import Evidence
from govdisclosure.model.forms import TableName
from govdisclosure.model.report import Edition
from govdisclosure.model.statistics import Grid
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import amount, numbered
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.rules.tables import cell_facts, cell_label, cell_place, cell_value, zero_facts, zeros
from govdisclosure.rules.years.pairing import Pair, Tables, tables
from govdisclosure.rules.years.tally import Tally

__all__ = ["RULE", "check"]

_SUBJECT = "stock"
# The cell of this year, and what it follows from: (sign, years back, column). The last one can only be more.
_FOLLOWS = {
    "in_force": ((1, 1, "in_force"), (1, 0, "issued"), (-1, 0, "repealed")),
    "previous": ((1, 1, "previous"), (1, 1, "change")),
    "total_disclosed": ((1, 1, "total_disclosed"),),
}
_AT_LEAST = "total_disclosed"
_WORDS = {
    "in_force": Message(
        "{year}年度报告的现行有效件数加本年制发、减本年废止",
        "what the report on {year} had in force, with this year's issued and without this year's repealed, is",
    ),
    "previous": Message("{year}年度报告的上一年项目数量加当年增减", "the report on {year} comes to"),
    "total_disclosed": Message("{year}年度报告已", "the report on {year} already had"),
}


def check(question: Question) -> Iterator[Finding]:
    """Compare each stock; one finding a cell that does not follow, one for those that cannot be compared."""
    both = tables(question, TableName.PROACTIVE, _SUBJECT)
    if isinstance(both, Finding):
        yield both
        return
    pair, mine, last, cites = both.pair, both.mine, both.last, both.cites
    if mine.edition is not last.edition:
        zh, en = (
            "两年的表二格式不同，统计口径不同，不作比较",
            "table two changed its form and counts other things: not compared",
        )
        yield Finding(kind=Kind.NOT_APPLICABLE, message=Message(zh, en), cites=cites, subject=_SUBJECT)
        return
    tally = Tally(_SUBJECT, cites)
    for row, column in mine.form.cells():
        if column not in _FOLLOWS:
            continue
        here = cell_value(mine, row, column, pair.blank_is)
        terms = [((mine, last)[back], row, name) for _, back, name in _FOLLOWS[column]]
        expected = _sum(pair, terms, [sign for sign, _, _ in _FOLLOWS[column]])
        note = zeros(pair.blank_is, (mine, row, column), *terms)
        if expected is None or here is None:
            tally.unread.append(cell_label(mine, row, column))
        elif here == expected or (column == _AT_LEAST and here > expected):
            tally.agreed(note)
        else:
            tally.wrong += 1
            yield _differs(both, (row, column), (here, expected), note)
    zh = f"表二{tally.equal}项存量与{pair.previous.year}年度报告衔接"
    en = f"{tally.equal} stocks of table two follow from the report on {pair.previous.year}"
    yield from tally.closing(Message(zh, en), mine.at)


def _sum(pair: Pair, terms: Iterable[tuple[Grid, str, str]], signs: Iterable[int]) -> int | Decimal | None:
    values = [(sign, cell_value(*term, pair.blank_is)) for sign, term in zip(signs, terms, strict=True)]
    read = [sign * value for sign, value in values if value is not None]
    return sum(read) if len(read) == len(values) else None


def _differs(
    both: Tables, cell: tuple[str, str], values: tuple[int | Decimal, int | Decimal], note: Message
) -> Finding:
    pair, grid, cites = both.pair, both.mine, both.cites
    row, column = cell
    here, expected = (amount(value) for value in values)
    year, named, label, how = (
        pair.previous.year,
        numbered(cites),
        cell_label(grid, row, column),
        _WORDS[column],
    )
    return Finding(
        kind=Kind.REVIEW,
        evidence=Evidence.INFERENCE,
        message=Message(
            f"{here}与{expected}：{label.zh}为{here}，{how.zh.format(year=year)}为{expected}。{note.zh}{pair.note.zh}"
            f"文件失效、修订、机构调整都可能造成差异；公开的信息应当准确（{named.zh}），请人工核实。",
            f"{here} and {expected}: {label.en} is {here}, {how.en.format(year=year)} {expected}.{pair.note.en} "
            f"{note.en}Lapse, revision and reorganisation may explain it; what is published must be accurate "
            f"({named.en}): check.",
        ),
        cites=cites,
        subject=f"{_SUBJECT}:{row}.{column}",
        at=cell_place(grid, row, column),
        facts={
            "table": grid.table.value,
            **cell_facts(row, column, grid[row, column]),
            "expected": expected,
            "previous_year": year,
            "renamed": pair.renamed,
            **zero_facts(note),
        },
    )


RULE = Rule(
    code="XYR102",
    name="years.documents.stock",
    title=Message("文件和事项存量与上年度衔接", "stocks follow from those of last year"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2019:6", "form-2019", "form-2021"),
    editions=(Edition.UNIFIED_2019, Edition.UNIFIED_2021),
    beside="previous",
    check=check,
)
