"""Counting a term day by day: working days or calendar days, with times that stand still and an end that may move.

The end is found by two look-ups a pause, not by walking; the days are listed only for who asks for them.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import attrs
import pendulum

from govdisclosure.errors import UsageError
from govdisclosure.law.workdays import DayKind, WorkCalendar

__all__ = ["UNITS", "CountedDay", "Counting", "Still"]

UNITS = ("workdays", "days", "months", "years")
"""What terms are counted in."""
_MONTHS = 12
_PLAIN = {
    DayKind.WORKDAY: ("", ""),
    DayKind.MAKE_UP: ("（周末调休上班，计入）", " (weekend day worked by notice)"),
    DayKind.NOT_ANNOUNCED: ("（放假安排尚未公布，暂计）", " (holidays not announced yet, counted for now)"),
    DayKind.WEEKEND: ("周末，不计入", "not counted: weekend"),
}


@attrs.frozen(kw_only=True)
class CountedDay:
    """A day of a term.

    Attributes:
        on: The day.
        kind: What the calendar says it is.
        counted: Whether it counts.
        number: Its number in the term; ``None`` where it does not count.
        zh: Why, in Chinese.
        en: The same in English.
        stopped: Whether it does not count because the term stands still; a rest day of working days does not count
            anyway.
    """

    on: pendulum.Date
    kind: DayKind
    counted: bool
    number: int | None
    zh: str
    en: str
    stopped: bool = False


@attrs.frozen
class Still:
    """Days that do not count, the first and the last among them, and what for.

    Attributes:
        first: First day that does not count.
        last: Last day that does not count; before ``first`` where there is none.
        zh: What for, with the provision, in Chinese.
        en: The same in English.
    """

    first: date
    last: date
    zh: str
    en: str


@attrs.frozen(kw_only=True)
class Counting:
    """A term that is counted.

    Attributes:
        start: The day it runs from, which does not count.
        amount: How many of the unit.
        unit: One of :data:`~govdisclosure.law.counting.UNITS`.
        more: Further days (working days where the unit is that), of an extension.
        stills: Times in which it stands still.
        calendar: The calendar.
        provisional: Whether years that are not announced are counted by their weekends alone.
    """

    start: pendulum.Date
    amount: int
    unit: str
    more: int = 0
    stills: tuple[Still, ...] = ()
    calendar: WorkCalendar = attrs.field(eq=False)
    provisional: bool = False

    def end(self) -> pendulum.Date:
        """The last day of the term.

        Raises:
            CalendarNotPublishedError: It reaches a year whose holidays are not known.
            UsageError: It is beyond the calendar.
        """
        if self.unit == "workdays":
            return self._after_stills(self.start)
        return self._off_rest_days(self.last_before_moving())

    def last_before_moving(self) -> pendulum.Date:
        """The last day of days, months or years, whether or not it is a rest day."""
        return self._after_stills(self._nominal())

    @property
    def stood_still(self) -> int:
        """How many working days (days, where the unit is another) up to the end did not count."""
        end = self.end()
        return self._still(self.start, end)

    def days(self) -> tuple[CountedDay, ...]:
        """Each day after the start: counted or skipped, and why; of months and years the end alone."""
        return tuple(self._working() if self.unit == "workdays" else self._running())

    def _nominal(self) -> pendulum.Date:
        """The last day of calendar days, months or years, pauses and extension apart."""
        if self.unit == "days":
            return _plus(self.start, self.amount)
        months = self.amount * (_MONTHS if self.unit == "years" else 1) + self.start.month - 1
        year, month = self.start.year + months // _MONTHS, months % _MONTHS + 1
        if year > date.max.year:
            raise _beyond()
        return pendulum.Date(year, month, min(self.start.day, monthrange(year, month)[1]))

    def _after_stills(self, base: pendulum.Date) -> pendulum.Date:
        working = self.unit == "workdays"
        wanted = self.amount + self.more if working else self.more
        due, extra = base, -1
        # A pause moves the end, and the end may then reach further into a pause.
        while extra != (still := self._still(self.start, due) if extra >= 0 else 0):
            extra = still
            due = self._forward(base, wanted + extra)
        return due

    def _forward(self, base: pendulum.Date, count: int) -> pendulum.Date:
        if self.unit != "workdays":
            return _plus(base, count)
        return self.calendar.add(base, count, provisional=self.provisional)

    def _still(self, start: date, end: date) -> int:
        """Days of the pauses after the start and up to the end, each once."""
        total, seen = 0, start
        for still in sorted(self.stills, key=lambda one: one.first):
            before = max(seen, still.first - timedelta(days=1))
            last = min(still.last, end)
            if last > before:
                total += self._between(before, last)
                seen = last
        return total

    def _between(self, before: date, last: date) -> int:
        if self.unit != "workdays":
            return (last - before).days
        return self.calendar.count(before, last, provisional=self.provisional)

    def _off_rest_days(self, day: pendulum.Date) -> pendulum.Date:
        while not self.calendar.is_workday(day, provisional=self.provisional):
            day = _plus(day, 1)
        return day

    def _working(self) -> Iterator[CountedDay]:
        number, end = 0, self.end()
        for day in _span(self.start, end):
            kind = self.calendar.kind(day)
            still = self._still_on(day)
            counts = kind.counts and still is None
            number += counts
            zh, en = self._why(day, kind, still if kind.counts else None)
            if counts:
                zh, en = f"第{number}个工作日{zh}", f"working day {number}{en}"
            yield CountedDay(
                on=day,
                kind=kind,
                counted=counts,
                number=number if counts else None,
                zh=zh,
                en=en,
                stopped=kind.counts and still is not None,
            )

    def _running(self) -> Iterator[CountedDay]:
        end = self.end()
        last = self.last_before_moving()
        number = 0
        for day in _span(self.start if self.unit == "days" else _plus(last, -1), end):
            kind, still = self.calendar.kind(day), self._still_on(day)
            counts = day <= last and still is None
            number += counts
            shown = number if counts and self.unit == "days" else None
            zh, en = self._running_why(day, last, shown, still)
            yield CountedDay(on=day, kind=kind, counted=counts, number=shown, zh=zh, en=en, stopped=still is not None)

    def _running_why(
        self, day: pendulum.Date, last: pendulum.Date, number: int | None, still: Still | None
    ) -> tuple[str, str]:
        if still is not None:
            return f"{still.zh}，不计入", f"not counted: {still.en}"
        if day > last:
            if not self.calendar.kind(day).counts:
                return "休息日，顺延", "rest day, the end moves on"
            return "期间末日是休息日，顺延至此日", "the end moves to this day"
        zh, en = (f"第{number}日", f"day {number}") if number else ("期间届满之日", "last day of the period")
        return (zh, en) if day < last or self.calendar.kind(day).counts else (f"{zh}（休息日）", f"{en} (rest day)")

    def _still_on(self, day: date) -> Still | None:
        return next((one for one in self.stills if one.first <= day <= one.last), None)

    def _why(self, day: pendulum.Date, kind: DayKind, still: Still | None) -> tuple[str, str]:
        if still is not None:
            return f"{still.zh}，不计入", f"not counted: {still.en}"
        name = self.calendar.name(day)
        if kind is DayKind.HOLIDAY:
            return f"{name}放假，不计入", f"not counted: holiday ({_english().get(name, name)})"
        if kind is DayKind.CLOSURE:
            return f"停止办公，不计入：{name}".removesuffix("："), f"not counted: closure {name}".rstrip()
        return _PLAIN[kind]


def _span(start: date, end: date) -> Iterator[pendulum.Date]:
    for ordinal in range(start.toordinal() + 1, end.toordinal() + 1):
        yield pendulum.Date.fromordinal(ordinal)


def _plus(day: date, days: int) -> pendulum.Date:
    ordinal = day.toordinal() + days
    if ordinal > date.max.toordinal():
        raise _beyond()
    return pendulum.Date.fromordinal(ordinal)


def _beyond() -> UsageError:
    return UsageError("日期超出日历范围", "the day is beyond the calendar")


@cache
def _english() -> dict[str, str]:
    """Holidays by their Chinese names, in English."""
    from chinese_calendar import Holiday  # noqa: PLC0415  loaded by the first question that needs it

    return {kind.chinese: kind.value for kind in Holiday}
