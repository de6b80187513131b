"""The readings of a term: which law, which extension and which edge of a pause each takes."""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

import attrs
import pendulum

from govdisclosure.errors import NotInForceError
from govdisclosure.law.counting import Counting, Still
from govdisclosure.law.dated import DatedValue, Parameter
from govdisclosure.law.provision import Citation, Evidence, weakest
from govdisclosure.law.receipt import Pause
from govdisclosure.law.workdays import WorkCalendar

__all__ = ["Asked", "Plan", "Unit", "plans_of", "span"]


class Unit(NamedTuple):
    """The words for a unit of time."""

    zh: str
    en: str


_UNITS = {
    "workdays": Unit("个工作日", "working day"),
    "days": Unit("日", "day"),
    "months": Unit("个月", "month"),
    "years": Unit("年", "year"),
}
_EDGE = Unit("发出之日也不计入期限", "the day of sending does not count either")


@attrs.frozen(kw_only=True)
class Asked:
    """What is asked of a term.

    Attributes:
        start: The day it runs from, which does not count.
        extend: Days of extension.
        pauses: Times in which it stands still.
        calendar: The calendar.
        provisional: Whether years that are not announced are counted by their weekends alone.
    """

    start: pendulum.Date
    extend: int = 0
    pauses: tuple[Pause, ...] = ()
    calendar: WorkCalendar
    provisional: bool = False


@attrs.frozen(kw_only=True)
class Plan:
    """One reading of a term, counted.

    Attributes:
        counting: How it is counted.
        due_on: Its last day.
        law: The value that says how long it is.
        limit: The value that says by how much it may be extended; ``None`` where the law allows no extension.
        rank: How many doubtful choices it takes.
        zh: What it takes the text to mean, in Chinese.
        en: The same in English.
        cites: The provisions it rests on.
        evidence: How well it is known.
    """

    counting: Counting
    due_on: pendulum.Date
    law: DatedValue
    limit: DatedValue | None
    rank: int
    zh: str
    en: str
    cites: tuple[Citation, ...]
    evidence: Evidence

    @property
    def allowed(self) -> int:
        """Days of extension that the law allows."""
        return _days(self.limit)

    @property
    def provisional(self) -> bool:
        """True where a year that is not announced was counted by its weekends alone."""
        counting = self.counting
        calendar, due = counting.calendar, self.due_on
        first = pendulum.Date.fromordinal(counting.start.toordinal() + 1) if counting.unit == "workdays" else due
        return not (calendar.covers(first) and calendar.covers(due))


def plans_of(found: Parameter, more: Parameter | None, asked: Asked) -> tuple[Plan, ...]:
    """Every reading that gives a date of its own, the earliest first.

    Args:
        found: The term.
        more: How far it may be extended; ``None`` where no provision says so.
        asked: What is asked of it.
    """
    first = found.at(asked.start)
    plans = list(_under(first, found.unit, _limit(more, asked.start), asked, newer=False))
    newer = _later(found, first, plans[0].due_on)
    if newer is not None:
        plans += _under(newer, found.unit, _limit(more, newer.start), asked, newer=True)
    by_day: dict[pendulum.Date, Plan] = {}
    for plan in sorted(plans, key=lambda one: one.rank):
        by_day.setdefault(plan.due_on, plan)
    return tuple(sorted(by_day.values(), key=lambda one: one.due_on))


def span(amount: int, unit: str) -> Unit:
    """A length of time in words.

    >>> span(20, "workdays")
    Unit(zh='20个工作日', en='20 working days')
    """
    words = _UNITS[unit]
    return Unit(f"{amount}{words.zh}", f"{amount} {words.en}{'' if amount == 1 else 's'}")


def _under(law: DatedValue, unit: str, limit: DatedValue | None, asked: Asked, *, newer: bool) -> Iterator[Plan]:
    """The readings under one law, the safe one first."""
    for extended in dict.fromkeys((min(asked.extend, _days(limit)), asked.extend)):
        for wide in (False, True) if any(one.last for one in asked.pauses) else (False,):
            counting = Counting(
                start=asked.start,
                amount=_days(law),
                unit=law.unit or unit,
                more=extended,
                stills=_stills(asked.pauses, wide=wide),
                calendar=asked.calendar,
                provisional=asked.provisional,
            )
            yield _plan(counting, law, limit, asked.pauses, wide=wide, newer=newer)


def _days(value: DatedValue | None) -> int:
    return value.value if value is not None and isinstance(value.value, int) else 0


def _later(found: Parameter, first: DatedValue, due: pendulum.Date) -> DatedValue | None:
    """Another value that came into force before the term ran out, and sets another length."""
    try:
        held = found.at(due)
    except NotInForceError:
        return None
    same = (held.value, held.unit) == (first.value, first.unit)
    return None if same or held.value is None else held


def _limit(more: Parameter | None, day: pendulum.Date) -> DatedValue | None:
    try:
        return more.at(day) if more is not None else None
    except NotInForceError:
        return None


def _stills(pauses: tuple[Pause, ...], *, wide: bool) -> tuple[Still, ...]:
    """The days that do not count: from the day after the letter was sent (民法典 201), or from the day itself."""
    shift = timedelta(days=0 if wide else 1)
    return tuple(Still(pause.first + shift, pause.last, *_ground(pause)) for pause in pauses if pause.last is not None)


def _ground(pause: Pause) -> tuple[str, str]:
    if pause.cite is None:
        return f"{pause.zh}期间", pause.en
    return f"{pause.zh}期间（{pause.cite.zh}）", f"{pause.en} ({pause.cite.en})"


def _plan(  # noqa: PLR0913  what tells the readings apart
    counting: Counting,
    law: DatedValue,
    limit: DatedValue | None,
    pauses: tuple[Pause, ...],
    *,
    wide: bool,
    newer: bool,
) -> Plan:
    length, over = span(counting.amount, counting.unit), counting.more > _days(limit)
    longer, doubts = span(counting.more, "workdays" if counting.unit == "workdays" else "days"), (wide, newer, over)
    zh, en = f"期限{length.zh}", f"a term of {length.en}"
    if newer:
        zh, en = f"期限届满前新规定已施行，{zh}", f"new law came into force before the term ran out: {en}"
    if counting.more:
        zh, en = f"{zh}，延长{longer.zh}", f"{en}, extended by {longer.en}"
    if over:
        zh, en = f"{zh}（超过法定上限）", f"{en} (more than the law allows)"
    if wide:
        zh, en = f"{zh}，{_EDGE.zh}", f"{en}, {_EDGE.en}"
    laws = (law, *((limit,) if limit is not None and counting.more else ()))
    cites = (*(one.cite for one in laws), *(one.cite for one in pauses if one.cite is not None))
    plan = Plan(
        counting=counting,
        due_on=counting.end(),
        law=law,
        limit=limit,
        rank=sum(doubts),
        zh=zh,
        en=en,
        cites=tuple(dict.fromkeys(cites)),
        evidence=weakest([*(one.evidence for one in laws), *([Evidence.INFERENCE] if any(doubts) else ())]),
    )
    return attrs.evolve(plan, evidence=weakest([plan.evidence, Evidence.INFERENCE])) if plan.provisional else plan
