"""XYR106 years.growth.stated — 申请量增减幅度与两年数字相符 / the stated change of requests agrees with both years

What it checks
--------------
The change of requests that the prose states (``较上年增长12.3%``), against the requests received in table three of this
year's report and of the report on the year before; without a table, against the totals that the prose states. The
printed decimals decide: a share that is rounded or cut off agrees. Requests received may include those carried in.
It runs only with the report of the year before; the articles are those of this year's report.

Why
---
A growth rate has both years' figures behind it; what is published must be accurate (2007 Art 6; 2019 Art 6).

Example
-------
>>> from govdisclosure.model.report import AnnualReport
>>> from govdisclosure.rules.rule import Question
>>> [finding.kind.value for finding in check(Question(report=AnnualReport(year=2023)))]
['notApplicable']

Not covered
-----------
Changes of other quantities, and of parts of the requests. A rate may rest on last year's figure as it was corrected
later, so a difference is for a person to look at. Growth from nothing has no rate.

中文说明
--------
查正文所述申请量同比增减幅度与两年报告的新收申请数是否相符，没有统计表的按正文总数比较。增减幅度以两年数字为依据，
公开的信息应当准确。按印出的小数位四舍五入或截去尾数都算相符，包括上年结转的口径也算。上年数字可能事后更正，所以不符
时只请人核实；其他数量的增减不查。
"""

from collections.abc import Iterator
from decimal import Decimal

from govdisclosure.law.provision import Citation
from govdisclosure.model.forms import TableName
from govdisclosure.model.report import AnnualReport, Claim, ClaimKind, ClaimScope
from govdisclosure.model.statistics import Grid
from govdisclosure.rules.claims.figures import Agreement, Stated, agreement
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import numbered, percent, plain
from govdisclosure.rules.rule import BlankIs, Finding, Question, Rule
from govdisclosure.rules.tables import cell_value, noted, zero_facts, zeros
from govdisclosure.rules.years.pairing import Pair, paired, table_cites

__all__ = ["RULE", "check"]

_SUBJECT = "growth"


def check(question: Question) -> Iterator[Finding]:
    """Compare each stated rate with the figures of both years."""
    cites = table_cites(question.report, TableName.REQUESTS)
    pair = paired(question, _SUBJECT, cites)
    if isinstance(pair, Finding):
        yield pair
        return
    stated = pair.report.stating(ClaimKind.REQUESTS_GROWTH)
    claims = [claim for claim in stated if claim.scope is ClaimScope.ALL]
    if not claims:
        message = Message("正文没有申请量增减幅度", "the prose states no change of requests")
        yield Finding(kind=Kind.NOT_APPLICABLE, message=message, cites=cites, subject=_SUBJECT)
    now, before = (_received(report, pair.blank_is) for report in (pair.report, pair.previous))
    note = zeros(pair.blank_is, *_cells(pair.report), *_cells(pair.previous))
    for number, claim in enumerate(claims, 1):
        yield _judged(pair, claim, (now, before), cites, f"{_SUBJECT}:{number}", note)


def _cells(report: AnnualReport) -> tuple[tuple[Grid, str, str], ...]:
    grid = report.statistics.requests
    return () if grid is None else tuple((grid, row, "total") for row in ("received", "carried_in"))


def _received(report: AnnualReport, blank_is: BlankIs) -> tuple[Decimal, ...]:
    """What may be called the requests received: the new ones, or with those carried in; nothing where unread."""
    grid = report.statistics.requests
    if grid is None:
        stated = Stated(report).one(ClaimKind.REQUESTS_RECEIVED)
        return () if stated is None else (stated,)
    new = cell_value(grid, "received", "total", blank_is)
    carried = cell_value(grid, "carried_in", "total", blank_is)
    if new is None:
        return ()
    return (Decimal(new),) if carried is None else (Decimal(new), Decimal(new) + Decimal(carried))


def _judged(  # noqa: PLR0913, PLR0917  the parts of one comparison
    pair: Pair,
    claim: Claim,
    received: tuple[tuple[Decimal, ...], tuple[Decimal, ...]],
    cites: tuple[Citation, ...],
    subject: str,
    note: Message,
) -> Finding:
    now, before = received
    if not now or not before:
        zh, en = "两年新收申请数未能都读出，无法核对", "requests received of both years could not be read: not judged"
        return Finding(
            kind=Kind.OPEN, message=Message(zh, en), cites=cites, subject=subject, at=claim.at, needs=("cells",)
        )
    named, printed = numbered(cites), percent(claim.value)
    facts: dict[str, object] = {
        "printed": printed,
        "received": plain(now[0]),
        "received_before": plain(before[0]),
        **zero_facts(note),
    }
    shown_zh = f"{pair.previous.year}年{plain(before[0])}件，{pair.report.year}年{plain(now[0])}件"
    shown_en = f"{plain(before[0])} in {pair.previous.year}, {plain(now[0])} in {pair.report.year}"
    if any(_agrees(claim, one, other) for one in now for other in before):
        zh, en = f"{printed}：{shown_zh}，相符", f"{printed}: {shown_en}: they agree"
        message = noted(Message(zh, en), note)
        return Finding(kind=Kind.PASS, message=message, cites=cites, subject=subject, at=claim.at, facts=facts)
    due = percent((now[0] - before[0]) / before[0]) if before[0] else None
    message = Message(
        f"{printed}：{shown_zh}，{f'应为{due}' if due else '上年为0，没有增减幅度'}。{note.zh}{pair.note.zh}"
        f"公开的信息应当准确（{named.zh}），请人工核实。",
        f"{printed}: {shown_en}, which makes {due or 'no rate, as last year had none'}.{pair.note.en} {note.en}What is "
        f"published must be accurate ({named.en}): check.",
    )
    facts["expected"] = due or "none"
    return Finding(kind=Kind.REVIEW, message=message, cites=cites, subject=subject, at=claim.at, facts=facts)


def _agrees(claim: Claim, now: Decimal, before: Decimal) -> bool:
    """Whether a printed rate is the change between two figures, rounded or cut off."""
    change = now - before
    if not before or (change < 0) != (claim.value < 0 and claim.value != 0):
        return bool(before) and change == claim.value == 0
    return agreement(abs(claim.value), claim.printed, abs(change), before) is not Agreement.NONE


RULE = Rule(
    code="XYR106",
    name="years.growth.stated",
    title=Message("申请量增减幅度与两年数字相符", "the stated change of requests agrees with both years"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:6", "regulation-2019:6"),
    beside="previous",
    check=check,
)
