"""XYR104 years.cumulative.grown — 累计数不减少 / cumulative figures do not fall

What it checks
--------------
Figures that count from the beginning: the column 历年累计 of the statistics annex, and totals that prose calls
cumulative (累计公开…条, 累计收到申请…件). Each is compared with that of the report on the year before: it should be
last year's plus what this year adds. A figure that fell is a ``review`` at ``warning``, one that grew by another
number at ``note``. It runs only with the report of the year before; the articles are those of this year's report.

Why
---
A count from the beginning cannot fall; what is published must be accurate (2007 Art 6; 2019 Art 6).

Example
-------
>>> from decimal import Decimal
>>> from govdisclosure.model.agency import Agency
>>> from govdisclosure.model.place import Place
>>> from govdisclosure.model.report import AnnualReport, Claim
>>> from govdisclosure.rules.rule import Question
>>> def on(year, value):
...     at = Place(start=0, end=0)
...     total = Claim(kind="items_published_cumulative", value=Decimal(value), unit="条", quote="累计", at=at)
...     return AnnualReport(agency=Agency(name="青石县水利局"), year=year, claims=(total,))
>>> [finding.subject for finding in check(Question(report=on(2012, 1500), previous=on(2011, 1720)))]
['cumulative:items_published_cumulative']

Not covered
-----------
Why a figure fell: a new website, another way of counting or another circle of organs may explain it, so it is only ever
for review. Figures printed as approximate.

中文说明
--------
查累计数是否等于上年累计加本年数：统计表“历年累计”一列，以及正文所述累计公开数、累计受理数。从头累计的数不会减少，
减少的为警告，增加数与本年数不一致的为提示。网站改版、统计口径变化都可能造成差异，所以只请人核实。约数不查。
"""

from collections.abc import Iterator
from decimal import Decimal

from govdisclosure.law.provision import Citation, Evidence
from govdisclosure.model.place import Place
from govdisclosure.model.report import ClaimKind
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.claims.figures import Stated
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import amount, articles
from govdisclosure.rules.rule import Finding, Question, Rule
from govdisclosure.rules.tables import cell_label, cell_place
from govdisclosure.rules.years.pairing import Pair, paired
from govdisclosure.rules.years.tally import Tally

__all__ = ["RULE", "check"]

_SUBJECT = "cumulative"
_CLAIMS = (
    (
        ClaimKind.ITEMS_PUBLISHED_CUMULATIVE,
        ClaimKind.ITEMS_PUBLISHED,
        Message("正文所述累计公开数", "items published since the beginning, as the text says"),
    ),
    (
        ClaimKind.REQUESTS_RECEIVED_CUMULATIVE,
        ClaimKind.REQUESTS_RECEIVED,
        Message("正文所述累计受理申请数", "requests received since the beginning, as the text says"),
    ),
)
_Value = int | Decimal
_Series = tuple[str, Message, Place | None, tuple[_Value | None, _Value | None, _Value | None]]


def check(question: Question) -> Iterator[Finding]:
    """Compare each cumulative figure; one finding a figure that does not follow from last year's."""
    cites = accuracy(question.report.year)
    pair = paired(question, _SUBJECT, cites)
    if isinstance(pair, Finding):
        yield pair
        return
    tally = Tally(_SUBJECT, cites)
    for key, name, at, values in (*_annex(pair), *_claims(pair)):
        now, before, _ = values
        if now is None or before is None:
            tally.unread.append(name)
        elif finding := _judge(pair, (key, name, at, values), cites):
            tally.wrong += 1
            yield finding
        else:
            tally.equal += 1
    zh, en = f"{tally.equal}项累计数与上年衔接", f"{tally.equal} cumulative figures follow from last year's"
    yield from tally.closing(Message(zh, en))


def _annex(pair: Pair) -> Iterator[_Series]:
    mine, last = pair.report.statistics.annex, pair.previous.statistics.annex
    if mine is None or last is None:
        return
    there = {cell.row for cell in last if cell.column == _SUBJECT}
    for row in (cell.row for cell in mine if cell.column == _SUBJECT and cell.row in there):
        values = mine.value(row, _SUBJECT), last.value(row, _SUBJECT), mine.value(row, "year")
        yield f"annex.{row}", cell_label(mine, row, _SUBJECT), cell_place(mine, row, _SUBJECT), values


def _claims(pair: Pair) -> Iterator[_Series]:
    mine, last = Stated(pair.report), Stated(pair.previous)
    for kind, yearly, name in _CLAIMS:
        now, before = mine.claim(kind), last.claim(kind)
        if now is not None and before is not None:
            yield kind.value, name, now.at, (now.value, before.value, mine.one(yearly))


def _judge(pair: Pair, series: _Series, cites: tuple[Citation, ...]) -> Finding | None:
    key, name, at, (now, before, added) = series
    if now is None or before is None or (now >= before and (added is None or now == before + added)):
        return None
    one, two, year, named = amount(now), amount(before), pair.previous.year, articles(cites)
    fell = now < before
    facts: dict[str, object] = {"printed": one, "before": two, "previous_year": year}
    zh = f"{one}与{two}：{name.zh}为{one}，{year}年度报告为{two}，累计数减少"
    en = f"{one} and {two}: {name.en}: {one}, after {two} in the report on {year}; it fell"
    if added is not None:
        facts |= {"added": amount(added), "expected": amount(before + added)}
    if added is not None and not fell:
        sums = f"{amount(added)}", f"{amount(before + added)}"
        zh = f"{one}与{sums[1]}：{name.zh}为{one}，{year}年度报告的{two}加本年的{sums[0]}为{sums[1]}"
        en = f"{one} and {sums[1]}: {name.en}: {one}; {two} of {year} and {sums[0]} of this year are {sums[1]}"
    return Finding(
        kind=Kind.REVIEW,
        evidence=Evidence.INFERENCE,
        message=Message(
            f"{zh}。{pair.note.zh}公开的信息应当准确（{named.zh}），请人工核实。",
            f"{en}.{pair.note.en} What is published must be accurate ({named.en}): check.",
        ),
        cites=cites,
        subject=f"{_SUBJECT}:{key}",
        at=at,
        level=Level.WARNING if fell else Level.NOTE,
        facts=facts,
    )


RULE = Rule(
    code="XYR104",
    name="years.cumulative.grown",
    title=Message("累计数不减少", "cumulative figures do not fall"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6"),
    beside="previous",
    check=check,
)
