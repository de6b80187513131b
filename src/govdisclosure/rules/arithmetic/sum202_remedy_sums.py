"""SUM202 arithmetic.remedies.sums — 表四各栏之和等于总计 / the results of table four add up to their totals

What it checks
--------------
In each block of table four (reconsideration, litigation without it, litigation after it) the four results add up to
the total. A block has one sum, which does not tell which of its cells is wrong: the block is named, with the value each
cell would need if it alone were wrong. Where the narrative states the whole number of reconsiderations or lawsuits, it
settles whether the total or one of the parts is wrong; where it states the results, it settles which. Blank and unread
cells are treated as in SUM201.

Why
---
What is published must be accurate (2019 Art 6), and the columns of a block divide its total.

Example
-------
>>> from govdisclosure.model.count import Count, Printed
>>> from govdisclosure.model.forms import REMEDIES, TableName
>>> from govdisclosure.model.report import AnnualReport, Edition
>>> from govdisclosure.model.statistics import Cell, Grid, Statistics
>>> from govdisclosure.rules.rule import Question
>>> def figure(cell):
...     value = 1 if cell == ("reconsideration", "upheld") else 0
...     return Cell(row=cell[0], column=cell[1], count=Count(printed=Printed.NUMBER, text=str(value), value=value))
>>> cells = tuple(figure(cell) for cell in REMEDIES[Edition.UNIFIED_2021].cells())
>>> grid = Grid(table=TableName.REMEDIES, edition=Edition.UNIFIED_2021, cells=cells)
>>> report = AnnualReport(year=2022, edition=Edition.UNIFIED_2021, statistics=Statistics(remedies=grid))
>>> [(f.kind.value, f.subject) for f in check(Question(report=report))]
[('fail', 'block:reconsideration')]

Not covered
-----------
A result that the narrative states otherwise than the table, where the sums hold: that is CLM201. Cases counted in two
blocks or two years.

中文说明
--------
查表四每一栏的维持、纠正、其他、尚未审结之和是否等于总计。一栏只有一条关系，不能确定是哪一格有误，因此列出各格各应
为多少；正文写明总数的，用以判断是总计有误还是分项有误。公开的信息应当准确。空白和未读出的格不算零。正文所述各项结
果与表不符的由CLM201指出，这里不查。
"""

from collections.abc import Iterator
from decimal import Decimal

from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import REMEDIES, TableName
from govdisclosure.rules.arithmetic.naming import relation_facts, relation_words, rests_on
from govdisclosure.rules.arithmetic.narrative import stated_cell
from govdisclosure.rules.arithmetic.reading import Reading, gaps, read, shown, unread_table
from govdisclosure.rules.arithmetic.solving import Key, Number
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import figure
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.rules.tables import cell_facts, cell_label, cell_place, figure_cites

__all__ = ["RULE", "check"]


def check(question: Question) -> Iterator[Finding]:
    """Judge the sum of each block."""
    grid = question.report.statistics.remedies
    if grid is None:
        form = REMEDIES[Edition.UNIFIED_2021]
        yield unread_table(question, TableName.REMEDIES, figure_cites(question.report, form))
        return
    reading = read(question, grid)
    violated, unjudged = reading.system.violated(reading.values)
    yield from gaps(reading, len(unjudged))
    for number, difference in violated.items():
        yield _block(question, reading, number, difference)
    judged = len(reading.system.relations) - len(unjudged)
    if judged and not violated:
        zh, en = (
            (f"可核对的{judged}栏", f"{judged} blocks that could be judged") if unjudged else ("各栏", "each block")
        )
        message = Message(f"表四{zh}各类结果之和等于总计", f"in table four the results of {en} add up to the total")
        facts = {"table": "remedies", "judged": judged, "open": len(unjudged)}
        yield Finding(
            kind=Kind.PASS, message=message, cites=reading.cites, subject="relations:remedies", at=grid.at, facts=facts
        )


def _block(question: Question, reading: Reading, number: int, difference: Number) -> Finding:
    relation = reading.system.relations[number]
    total = relation.right[0]
    values = {cell: reading.values[reading.system.positions[cell]] or 0 for cell in (*relation.left, total)}
    # What each cell would have to be if it alone were wrong.
    due: dict[Key, Number] = {cell: values[cell] - difference for cell in relation.left} | {
        total: values[total] + difference
    }
    due = {cell: value for cell, value in due.items() if value >= 0}
    stated = stated_cell(question.report, reading, *total)
    settled = stated is not None and stated in {values[total], due.get(total)}
    if stated is not None and settled:
        wrong_total = stated != values[total]
        due = {cell: value for cell, value in due.items() if (cell == total) is wrong_total}
    due, by_result = _by_results(question, reading, due, values)
    settled = settled or by_result
    words, note = relation_words(reading, number), rests_on(reading)
    named = next(iter(due)) if settled and len(due) == 1 else None
    zh, en = _verdict(reading, due, named)
    if stated is not None and settled:
        zh, en = (
            f"正文所述总数为{shown(stated)}，{zh}",
            f"the narrative states {shown(stated)} in all; {en}",
        )
    facts: dict[str, object] = {"table": "remedies", **relation_facts(reading, number)}
    if named is not None:
        facts |= cell_facts(*named, reading.grid[named]) | {"expected": figure(Decimal(due[named]))}
    else:
        facts["candidates"] = [
            cell_facts(*cell, reading.grid[cell]) | {"expected": figure(Decimal(value))} for cell, value in due.items()
        ]
    if stated is not None:
        facts["stated"] = figure(Decimal(stated))
    return Finding(
        kind=Kind.REVIEW if reading.grid.oddities else Kind.FAIL,
        message=Message(
            f"表四{words.zh}，不相等；{zh}。{note.zh}", f"table four, {words.en}: not equal; {en}. {note.en}"
        ),
        cites=reading.cites,
        subject=f"block:{total[0]}",
        at=cell_place(reading.grid, *(named or total)),
        facts=facts,
    )


def _by_results(
    question: Question, reading: Reading, due: dict[Key, Number], values: dict[Key, Number]
) -> tuple[dict[Key, Number], bool]:
    """What the narrative's results leave of the cells that may be wrong, and whether one is left that it corrects."""
    said = {cell: stated_cell(question.report, reading, *cell) for cell in due}
    corrected = {cell: value for cell, value in due.items() if said[cell] == value}
    if len(corrected) == 1:
        return corrected, True
    # A cell that the narrative confirms is not the one that is wrong.
    doubtful = {cell: value for cell, value in due.items() if said[cell] is None or said[cell] != values[cell]}
    return (doubtful, len(doubtful) == 1) if doubtful else (due, False)


def _verdict(reading: Reading, due: dict[Key, Number], named: Key | None) -> tuple[str, str]:
    if named is not None:
        label, value = cell_label(reading.grid, *named), shown(due[named])
        return f"{label.zh}应为{value}", f"{label.en} should be {value}"
    each = [(cell_label(reading.grid, *cell), shown(value)) for cell, value in due.items()]
    return (
        f"如只有一格有误，应为：{'；或'.join(f'{label.zh}{value}' for label, value in each)}",
        f"if one cell is wrong: {'; or '.join(f'{label.en} {value}' for label, value in each)}",
    )


RULE = Rule(
    code="SUM202",
    name="arithmetic.remedies.sums",
    title=Message("表四各栏之和等于总计", "the results of table four add up to their totals"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE, Kind.INFORMATIONAL),
    cites=("regulation-2019:6", "form-2019", "form-2021"),
    check=check,
)
