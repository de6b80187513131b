"""XYR103 years.remedies.pending — 上年未审结案件应有着落 / cases pending last year appear again

What it checks
--------------
Table four, block by block (reconsideration, litigation, litigation after reconsideration): 总计 of this year against
尚未审结 of the report on the year before. Cases still pending on 31 December are decided, or still pending, in the next
year; a total smaller than their number leaves some of them out. It runs only with the report of the year before; the
articles are those of this year's report.

Why
---
A case that vanishes between two reports was not counted in one of them; what is published must be accurate (2019
Art 6).

Example
-------
>>> from govdisclosure.model.report import AnnualReport
>>> from govdisclosure.rules.rule import Question
>>> [finding.kind.value for finding in check(Question(report=AnnualReport(year=2023)))]
['notApplicable']

Not covered
-----------
No text says whether table four counts the cases of earlier years, so a difference is only ever for review: at
``warning`` where the report itself says that its figures hold cases carried over, at ``note`` where it is silent; where
it says that it counts new cases only, nothing is compared. A suit after a reconsideration is a case of another block.

中文说明
--------
查表四各栏本年总计是否少于上年度报告的“尚未审结”数。上年末没有审结的案件，本年或者审结、或者仍未审结，总计少于它，
就有案件没有计入。表四是否包括以前年度的案件，没有文件写明，所以只请人核实：报告写明包括上年案件的为警告，没有写明的
为提示，写明只计新发生案件的不查。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from govdisclosure.law.provision import Evidence
from govdisclosure.model.forms import TableName
from govdisclosure.model.report import Edition
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import amount, numbered
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.rules.tables import cell_facts, cell_label, cell_place, cell_value, zero_facts, zeros
from govdisclosure.rules.years.pairing import Tables, tables
from govdisclosure.rules.years.tally import Tally

__all__ = ["RULE", "check"]

_SUBJECT = "pending"
_CASE = r"[^。;\n]{0,20}(?:复议|诉讼|案件)"
_CARRIED = re.compile(rf"(?:[上去]年度?|以前年度)[^。;,\n]{{0,8}}(?:结转|未结|未审结|遗留|延续){_CASE}")
# 较上年新增2件行政复议 counts what is more, and 仅新发生行政复议2件 that they are few: neither says what is counted.
_ONLY = r"(?:[只仅](?:统计|计|包[括含]|含|反映|填|列|为|是|限)|均[为是系])[^。;,\n]{0,12}(?:新收|新发生|新受理)"
_NEW_ONLY = re.compile(
    rf"{_ONLY}[^。;,\n]{{0,20}}(?:复议|诉讼)|(?:复议|诉讼)[^。;\n申]{{0,20}}{_ONLY}(?![^。;,\n]{{0,6}}申请)"
)


def check(question: Question) -> Iterator[Finding]:
    """Compare each block; one finding a block that lost cases, one for those that cannot be compared."""
    both = tables(question, TableName.REMEDIES, _SUBJECT)
    if isinstance(both, Finding):
        yield both
        return
    pair, mine, last, cites = both.pair, both.mine, both.last, both.cites
    carried = _CARRIED.search(pair.report.key) is not None
    only = None if carried else _NEW_ONLY.search(pair.report.key)
    if only:
        zh, en = "报告写明只计新发生的案件，不作比较", "the report says that it counts new cases only: not compared"
        at = pair.report.place(*only.span())
        yield Finding(kind=Kind.NOT_APPLICABLE, message=Message(zh, en), cites=cites, subject=_SUBJECT, at=at)
        return
    tally = Tally(_SUBJECT, cites)
    for row in (one.key for one in mine.form.rows):
        total = cell_value(mine, row, "total", pair.blank_is)
        pending = cell_value(last, row, "pending", pair.blank_is)
        note = zeros(pair.blank_is, (mine, row, "total"), (last, row, "pending"))
        if pending is None or (total is None and pending):
            tally.unread.append(cell_label(mine, row, "total"))
        elif total is None or total >= pending:
            tally.agreed(note)
        else:
            tally.wrong += 1
            yield _lost(both, row, (total, pending), note, carried=carried)
    zh = f"{pair.previous.year}年度报告尚未审结的案件，本年度总计都能容纳"
    en = f"this year's totals can hold every case that was pending in the report on {pair.previous.year}"
    yield from tally.closing(Message(zh, en), mine.at)


def _lost(
    both: Tables, row: str, values: tuple[int | Decimal, int | Decimal], note: Message, *, carried: bool
) -> Finding:
    pair, grid, cites = both.pair, both.mine, both.cites
    total, pending = (amount(value) for value in values)
    name, year, named = (
        grid.form.row(row),
        pair.previous.year,
        numbered(cites),
    )
    return Finding(
        kind=Kind.REVIEW,
        evidence=Evidence.INFERENCE,
        message=Message(
            f"{total}与{pending}：“{name.label}”本年总计{total}件，{year}年度报告尚未审结{pending}件，少于上年未审结数。"
            f"{note.zh}{pair.note.zh}{'' if carried else '如只计本年新发生的案件，请写明；'}"
            f"公开的信息应当准确（{named.zh}），请人工核实。",
            f"{total} and {pending}: {name.en}: {total} in all this year, yet {pending} were pending in the report on "
            f"{year}.{pair.note.en}{'' if carried else ' If only new cases are counted, say so.'} {note.en}"
            f"What is published must be accurate ({named.en}): check.",
        ),
        cites=cites,
        subject=f"{_SUBJECT}:{row}",
        at=cell_place(grid, row, "total"),
        level=Level.WARNING if carried else Level.NOTE,
        facts={
            "table": grid.table.value,
            **cell_facts(row, "total", grid[row, "total"]),
            "pending_before": pending,
            "previous_year": year,
            "says_carried": carried,
            **zero_facts(note),
        },
    )


RULE = Rule(
    code="XYR103",
    name="years.remedies.pending",
    title=Message("上年未审结案件应有着落", "cases pending last year appear again"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2019:6", "form-2019", "form-2021"),
    editions=(Edition.UNIFIED_2019, Edition.UNIFIED_2021),
    beside="previous",
    check=check,
)
