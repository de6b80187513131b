"""The points that a report gets by a figure: days late, a rate, a sum of cells; or that the user gives."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs

from govdisclosure.analysis.scorecard.card import Indicator
from govdisclosure.analysis.scorecard.choices import Measure
from govdisclosure.analysis.scorecard.gathered import Filing
from govdisclosure.analysis.scorecard.judging import Ruling, rounded, settled
from govdisclosure.analysis.scorecard.points import Effect, Points, State, Trace
from govdisclosure.analysis.scorecard.wording import plain
from govdisclosure.model.count import ABSENT, Printed
from govdisclosure.model.labels import named_cell
from govdisclosure.model.place import CellName
from govdisclosure.rules.outcome import Kind, Message

__all__ = ["by_measure"]

_PRINTED = {
    Printed.BLANK: ("空白", "blank"),
    Printed.DASH: ("短横", "a dash"),
    Printed.ILLEGIBLE: ("读不清", "illegible"),
    Printed.ABSENT: ("没有读到", "not read"),
}


def by_measure(one: Indicator, filing: Filing, found: tuple[Ruling, ...]) -> Points:
    """The points of the band into which the figure falls; not judged where the figure is not known."""
    return _by_days(one, found) if one.measure is Measure.DAYS_LATE else _by_cells(one, filing)


def _worth(one: Indicator, figure: Fraction) -> Decimal:
    return next(band.points for band in one.bands if band.to is None or figure <= Fraction(band.to))


def _reachable(one: Indicator, low: Fraction, high: Fraction | None) -> tuple[Decimal, Decimal]:
    """The least and the most that figures from one to another are worth."""
    worths = []
    below: Fraction | None = None
    for band in one.bands:
        top = None if band.to is None else Fraction(band.to)
        if (top is None or low <= top) and (high is None or below is None or below < high):
            worths.append(band.points)
        below = top
    return min(worths), max(worths)


def _open(one: Indicator, why: Message, traces: tuple[Trace, ...]) -> Points:
    lowest, highest = min(band.points for band in one.bands), max(band.points for band in one.bands)
    return settled(one, lowest, highest, why, traces)


def _told(one: Indicator, worth: Decimal, trace: Trace, rest: tuple[Trace, ...], why: Message) -> Points:
    """Points of a known figure: what it costs is traced to what tells it."""
    lost = one.points - worth
    effect = Effect.LOST if lost and trace.effect is not Effect.GIVEN else trace.effect
    return settled(one, worth, worth, why, (attrs.evolve(trace, effect=effect, lost=lost), *rest))


def _by_days(one: Indicator, found: tuple[Ruling, ...]) -> Points:
    """Days late by the latest reading of the due day: the one that accuses no one."""
    traces = tuple(trace for ruling in found for trace in ruling.traces)
    told = [(trace, trace.outcome) for trace in traces if trace.outcome is not None]
    if any(ruling.silent for ruling in found) or len(told) != 1:
        return _open(one, Message("公布迟了几天未能判断", "how late it was published is not known"), traces)
    trace, outcome = told[0]
    if outcome.kind is Kind.NOT_APPLICABLE:
        why = Message("不适用于这份报告", "does not apply to this report")
        return Points(indicator=one, state=State.NOT_APPLICABLE, possible=one.points, why=why, traces=traces)
    if outcome.kind is Kind.OPEN:
        return _open(one, Message("公布日期未知", "the day of publication is not known"), traces)
    if outcome.kind is Kind.PASS or trace.effect is Effect.WAIVED:
        days = 0
    else:
        doubtful = outcome.kind is Kind.REVIEW
        late = _late(outcome.facts, "due_on" if doubtful else "latest_on")
        if late is None or (doubtful and not late):
            # Of a day that is in time and doubted, nothing says how late the other one is.
            return _open(one, Message("公布日期未知或存疑", "the day of publication is unknown or in doubt"), traces)
        days = late
        if doubtful:
            lowest, highest = _reachable(one, Fraction(0), Fraction(days))
            why = Message(f"公布日期待核，可能迟0至{days}天", f"the day is doubtful: 0 to {days} days late")
            return settled(one, lowest, highest, why, traces)
    zh, en = (f"迟{days}天公布", f"published {days} days late") if days else ("按期公布", "published in time")
    return _told(one, _worth(one, Fraction(days)), trace, (), Message(zh, en))


def _late(facts: Mapping[str, object], reading: str) -> int | None:
    """Days from the due day, in one of its readings, to the day of publication."""
    try:
        on = date.fromisoformat(str(facts["published_on"]))
        due = date.fromisoformat(str(facts.get(reading) or facts["due_on"]))
    except (KeyError, ValueError):
        return None
    return max(0, (on - due).days)


def _by_cells(one: Indicator, filing: Filing) -> Points:
    traces = [_cell(filing, name) for name in (*one.numerator, *one.denominator)]
    unknown = [trace for trace in traces if trace.effect is Effect.PENDING]
    if unknown:
        named = unknown[0].message
        more_zh, more_en = (f"等{len(unknown)}格", f" and {len(unknown) - 1} more") if len(unknown) > 1 else ("", "")
        why = Message(f"{named.zh}{more_zh}，未能计算", f"{named.en}{more_en}: not computed")
        return _open(one, why, tuple(traces))
    above, below = (_sum(filing, names) for names in (one.numerator, one.denominator))
    if one.measure is Measure.COUNT:
        why = Message(f"合计{plain(above)}", f"{plain(above)} together")
        return _by_figure(one, Fraction(above), why, traces)
    if below == 0:
        why = Message(
            f"分母为0（{plain(above)}/0），不适用", f"the denominator is 0 ({plain(above)}/0): does not apply"
        )
        return Points(indicator=one, state=State.NOT_APPLICABLE, possible=one.points, why=why, traces=tuple(traces))
    rate = Fraction(above) / Fraction(below)
    shown = f"{plain(above)}/{plain(below)} = {plain(rounded(rate * 100, 2))}%"
    return _by_figure(one, rate, Message(shown, shown), traces)


def _by_figure(one: Indicator, figure: Fraction, why: Message, traces: list[Trace]) -> Points:
    worth = _worth(one, figure)
    lost = one.points - worth
    result = Trace(effect=Effect.LOST if lost else Effect.KEPT, lost=lost, message=why)
    return settled(one, worth, worth, why, (result, *traces))


def _sum(filing: Filing, names: tuple[CellName, ...]) -> Decimal:
    values = (filing.cells[name.table, name.row, name.column].value for name in names)
    return sum((Decimal(value) for value in values if value is not None), start=Decimal(0))


def _cell(filing: Filing, name: CellName) -> Trace:
    """A figure of the report, with its place."""
    count = filing.cells.get((name.table, name.row, name.column), ABSENT)
    zh, en = named_cell(name)
    page = count.at.page if count.at else None
    place = Message("" if page is None else f"第{page}页", "" if page is None else f"page {page}")
    if count.printed is not Printed.NUMBER:
        word_zh, word_en = _PRINTED[count.printed]
        return Trace(effect=Effect.PENDING, message=Message(f"{zh}：{word_zh}", f"{en}: {word_en}"), where=place)
    value = plain(Decimal(count.value or 0))
    return Trace(effect=Effect.GIVEN, message=Message(f"{zh}：{value}", f"{en}: {value}"), where=place)
