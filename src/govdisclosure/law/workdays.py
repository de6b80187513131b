"""Working days as the State Council's notices set them: holidays, and weekend days worked to make up for them.

The announced days come from the package ``chinesecalendar``. They are indexed once, so that a term is two look-ups.
A year that is not announced is an error, never a guess; ``provisional=True`` counts weekends alone there and marks what
it gives.

>>> import pendulum
>>> add_workdays(pendulum.date(2024, 12, 31), 20)
WorkDay(2025, 2, 5)
>>> count_workdays(pendulum.date(2024, 12, 31), pendulum.date(2025, 2, 5))
20
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from importlib.metadata import version

import attrs
import pendulum

from govdisclosure.errors import CalendarNotPublishedError, UsageError

__all__ = [
    "CalendarNotice",
    "DayKind",
    "ProvisionalDay",
    "WorkCalendar",
    "WorkDay",
    "WorkdayCount",
    "add_workdays",
    "count_workdays",
    "is_workday",
    "local_day",
    "published_calendar",
]

_SATURDAY = 5
_SHANGHAI = "Asia/Shanghai"
_LAST_ORDINAL = date.max.toordinal()
_ORDINALS = range(1, _LAST_ORDINAL + 1)
_WEEK, _WEEKDAYS = 7, 5


class DayKind(StrEnum):
    """What a day is for counting working days."""

    WORKDAY = "workday"
    MAKE_UP = "make_up"
    """A weekend day that is worked by notice."""
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    """A day off by notice, a weekday exchanged for another among them."""
    CLOSURE = "closure"
    """A day off that the caller added."""
    NOT_ANNOUNCED = "not_announced"
    """A weekday of a year that is not announced: it may turn out to be a holiday."""

    @property
    def counts(self) -> bool:
        """True where the day counts as a working day."""
        return self in {DayKind.WORKDAY, DayKind.MAKE_UP, DayKind.NOT_ANNOUNCED}


class WorkDay(pendulum.Date):
    """A day that a term ends on; equal to, and usable as, any date."""

    provisional: bool = False
    """True where a year that is not announced was counted by its weekends alone."""


class ProvisionalDay(WorkDay):
    """A day that may change when the year's holidays are announced."""

    provisional = True


class WorkdayCount(int):
    """A number of working days; equal to, and usable as, any number."""

    provisional: bool = False
    """True where a year that is not announced was counted by its weekends alone."""


class _ProvisionalCount(WorkdayCount):
    provisional = True


def _named(days: Mapping[date, str] | Iterable[date]) -> Mapping[date, str]:
    named = days if isinstance(days, Mapping) else dict.fromkeys(days, "")
    return {local_day(day): name for day, name in named.items()}


def _plain_days(days: Iterable[date]) -> frozenset[date]:
    return frozenset(local_day(day) for day in days)


@attrs.frozen(kw_only=True)
class CalendarNotice:
    """Holidays and make-up working days of a year, as a notice sets them; for years that are announced later.

    Attributes:
        year: The year; with it the whole year counts as announced. Days of other years may be among the days too.
        holidays: Days off, weekend days among them or not; with names, or without.
        workdays: Weekend days that are worked.
        number: Number of the notice (文号), to be shown with what rests on it.
    """

    year: int
    holidays: Mapping[date, str] = attrs.field(factory=dict, converter=_named)
    workdays: frozenset[date] = attrs.field(factory=frozenset, converter=_plain_days)
    number: str | None = None

    @workdays.validator
    def _weekends(self, _: object, workdays: frozenset[date]) -> None:
        both = sorted(workdays & set(self.holidays))
        if both:
            raise UsageError(f"{both[0]}既列为放假又列为上班", f"{both[0]} is listed both as a day off and as worked")
        for day in sorted(workdays):
            if day.weekday() < _SATURDAY:
                raise UsageError(f"{day}不是周末，不必列为上班日", f"{day} is no weekend day; it is worked anyway")


class WorkCalendar:
    """Working days over a run of announced years.

    Attributes:
        first: First day that is known.
        last: Last day that is known.
        version: What it rests on, such as ``chinesecalendar 1.11.0``.
    """

    __slots__ = ("_apart", "_base", "_closures", "_days", "_holidays", "_make_up", "_upto", "first", "last", "version")

    def __init__(
        self,
        *,
        years: tuple[int, int],
        holidays: Mapping[date, str],
        make_up: Iterable[date],
        closures: Mapping[date, str] | None = None,
        version: str = "",
    ) -> None:
        """Index a run of years.

        Args:
            years: First and last year that is announced.
            holidays: Days off by notice, with their names.
            make_up: Weekend days that are worked.
            closures: Further days off, with their reasons.
            version: What it rests on.
        """
        self.first, self.last = pendulum.Date(years[0], 1, 1), pendulum.Date(years[1], 12, 31)
        self.version = version
        self._holidays, self._make_up = dict(holidays), frozenset(make_up)
        self._closures = dict(closures or {})
        self._base = self.first.toordinal()
        self._upto: list[int] = []
        self._days: list[WorkDay] = []
        for ordinal in range(self._base, self.last.toordinal() + 1):
            day = WorkDay.fromordinal(ordinal)
            if self.kind(day).counts:
                self._days.append(day)
            self._upto.append(len(self._days))
        # Days of years that are not announced of which something is known all the same.
        named = {*self._holidays, *self._make_up, *self._closures}
        self._apart = tuple(
            (day.toordinal(), self.kind(day).counts - (day.weekday() < _SATURDAY))
            for day in sorted(named)
            if not self.covers(day)
        )

    def __repr__(self) -> str:
        """One line: what it rests on, and the days it covers."""
        return f"<WorkCalendar {self.version}: {self.first} to {self.last}>"

    def with_notice(self, *notices: CalendarNotice) -> "WorkCalendar":
        """The same calendar with further years announced, or days of its own years changed.

        Args:
            notices: Each follows the last year that is known, or is about a known year.

        Raises:
            UsageError: A year is left out between the last that is known and a notice, or one is before the first.
        """
        holidays, make_up, last = dict(self._holidays), set(self._make_up), self.last.year
        for notice in sorted(notices, key=lambda one: one.year):
            if notice.year < self.first.year:
                first = self.first.year
                zh, en = f"{notice.year}年早于日历的第一年{first}年", f"{notice.year} is before {first}, the first year"
                raise UsageError(zh, en)
            if notice.year > last + 1:
                zh, en = f"缺少{last + 1}年的放假安排", f"the holidays of {last + 1} are missing"
                raise UsageError(zh, en)
            last = max(last, notice.year)
            make_up = (make_up - set(notice.holidays)) | notice.workdays
            holidays = {day: name for day, name in holidays.items() if day not in notice.workdays}
            holidays |= notice.holidays
        named = ", ".join(filter(None, (self.version, *(one.number or str(one.year) for one in notices))))
        years = (self.first.year, last)
        return WorkCalendar(years=years, holidays=holidays, make_up=make_up, closures=self._closures, version=named)

    def with_closures(self, days: Mapping[date, str] | Iterable[date]) -> "WorkCalendar":
        """The same calendar with further days off, such as those of one city in an emergency.

        Args:
            days: The days, with or without a reason each.
        """
        closures = {**self._closures, **_named(days)}
        years = (self.first.year, self.last.year)
        return WorkCalendar(
            years=years, holidays=self._holidays, make_up=self._make_up, closures=closures, version=self.version
        )

    @property
    def settled_until(self) -> pendulum.Date:
        """The last day that no later notice may change: notices have changed the three days before the new year."""
        return pendulum.Date(self.last.year, 12, 28)

    def covers(self, day: date) -> bool:
        """True where the holidays of a day's year are known."""
        return 0 <= day.toordinal() - self._base < len(self._upto)

    def kind(self, day: date) -> DayKind:
        """What a day is; a day of a year that is not known is ``WEEKEND`` or ``NOT_ANNOUNCED``."""
        plain = date(day.year, day.month, day.day)
        if plain in self._closures:
            return DayKind.CLOSURE
        if plain in self._make_up:
            return DayKind.MAKE_UP
        if plain in self._holidays:
            return DayKind.HOLIDAY
        if plain.weekday() >= _SATURDAY:
            return DayKind.WEEKEND
        return DayKind.WORKDAY if self.first <= plain <= self.last else DayKind.NOT_ANNOUNCED

    def name(self, day: date) -> str:
        """The name of a holiday or the reason of a closure; empty where there is none."""
        plain = date(day.year, day.month, day.day)
        return self._closures.get(plain) or self._holidays.get(plain, "")

    def is_workday(self, day: date, *, provisional: bool = False) -> bool:
        """See :func:`is_workday`."""
        day = local_day(day)
        if not (provisional or self.covers(day)):
            raise self._not_known(day.year)
        return self.kind(day).counts

    def add(self, start: date, days: int, *, provisional: bool = False) -> WorkDay:
        """See :func:`add_workdays`."""
        if type(start) is not date and type(start) is not pendulum.Date:
            start = local_day(start)
        if type(days) is not int:
            raise UsageError(
                "工作日数应为整数", f"a number of working days is a whole number, not {type(days).__name__}"
            )
        offset = start.toordinal() - self._base
        if 0 <= offset < len(self._upto):
            at = self._upto[offset] + days - 1 if days > 0 else self._upto[offset - 1] + days if offset else -1
            if 0 <= at < len(self._days) and days:
                return self._days[at]
        if days == 0:
            return WorkDay(start.year, start.month, start.day)
        return self._add_beyond(start, days, provisional=provisional)

    def _add_beyond(self, start: date, days: int, *, provisional: bool) -> WorkDay:
        ordinal = start.toordinal()
        wanted = (self._total(ordinal) if days > 0 else self._total(ordinal - 1) + 1) + days
        found = bisect_left(_ORDINALS, wanted, key=self._total) + 1
        if wanted < 1 or found > _LAST_ORDINAL:
            raise UsageError("日期超出日历范围", "the day is beyond the calendar")
        passed = (ordinal + 1, found) if days > 0 else (found, ordinal - 1)
        known = self._base <= passed[0] and passed[1] < self._base + len(self._upto)
        if not (known or provisional):
            # The first day on the way of which the calendar knows nothing.
            edges = (max(ordinal + 1, self._base + len(self._upto)), min(ordinal - 1, self._base - 1))
            first = passed[0] if days > 0 else passed[1]
            unknown = first if not self.covers(date.fromordinal(first)) else edges[0 if days > 0 else 1]
            raise self._not_known(date.fromordinal(unknown).year)
        return (WorkDay if known else ProvisionalDay).fromordinal(found)

    def _total(self, ordinal: int) -> int:
        """Working days from the first day of the calendar on, where nothing is announced by weekends alone."""
        offset, end = ordinal - self._base, self._base + len(self._upto) - 1
        total = _weekdays(min(ordinal, self._base - 1))
        if offset >= 0:
            total += self._upto[min(offset, len(self._upto) - 1)]
        if ordinal > end:
            total += _weekdays(ordinal) - _weekdays(end)
        return total + sum(more for day, more in self._apart if day <= ordinal)

    def count(self, start: date, end: date, *, provisional: bool = False) -> WorkdayCount:
        """See :func:`count_workdays`."""
        one, two = local_day(start).toordinal(), local_day(end).toordinal()
        # Backwards too, the start does not count and the end does.
        before, last, sign = (one, two, 1) if one <= two else (two - 1, one - 1, -1)
        low, high = before - self._base, last - self._base
        if low >= -1 and high < len(self._upto):
            upto = self._upto[high] if high >= 0 else 0
            return WorkdayCount(sign * (upto - (self._upto[low] if low >= 0 else 0)))
        if not provisional:
            raise self._not_known(date.fromordinal(last if high >= len(self._upto) else before + 1).year)
        return _ProvisionalCount(sign * (self._total(last) - self._total(before)))

    def _not_known(self, year: int) -> CalendarNotPublishedError:
        first, last = self.first.year, self.last.year
        if year < first:
            return CalendarNotPublishedError(
                year,
                f"没有{year}年的放假安排资料，最早到{first}年",
                f"the holidays of {year} are not on record; the first year is {first}",
            )
        return CalendarNotPublishedError(
            year,
            f"{year}年的放假安排尚未公布或本软件尚未收录（已收录到{last}年）：请升级 chinesecalendar，"
            "或自行提供放假安排；只按周末估算须明确选择，结果会注明",
            f"the holidays of {year} are not announced, or not known here (known to {last}): upgrade chinesecalendar, "
            "give the notice as data, or ask for a provisional count by weekends alone, which is marked",
        )


def _weekdays(ordinal: int) -> int:
    """Mondays to Fridays from the first day of the calendar, a Monday, to a day."""
    weeks, rest = divmod(ordinal, _WEEK)
    return weeks * _WEEKDAYS + min(rest, _WEEKDAYS)


def local_day(day: date) -> date:
    """The day in China of a date or an instant; an instant without a zone is taken to be in China.

    >>> import pendulum
    >>> local_day(pendulum.datetime(2024, 1, 1, 23, 50, tz="UTC")).isoformat()
    '2024-01-02'
    """
    if not isinstance(day, datetime):
        if isinstance(day, date):
            return day
        raise UsageError(f"应为日期（date），不是 {type(day).__name__}", f"a day is a date, not {type(day).__name__}")
    return (pendulum.instance(day).in_timezone(_SHANGHAI) if day.tzinfo else day).date()


@cache
def published_calendar() -> WorkCalendar:
    """The days announced so far, as the installed ``chinesecalendar`` has them."""
    from chinese_calendar import Holiday  # noqa: PLC0415  loaded by the first question that needs it
    from chinese_calendar.constants import holidays, workdays  # noqa: PLC0415

    names = {kind.value: kind.chinese for kind in Holiday}
    return WorkCalendar(
        years=(min(holidays).year, max(holidays).year),
        holidays={day: names.get(name, name) for day, name in holidays.items()},
        make_up=(day for day in workdays if day.weekday() >= _SATURDAY),
        version=f"chinesecalendar {version('chinesecalendar')}",
    )


def add_workdays(start: date, days: int, *, calendar: WorkCalendar | None = None, provisional: bool = False) -> WorkDay:
    """The last day of a term of working days; the first day does not count (民法典 201).

    Args:
        start: The day the term runs from, which itself does not count. An instant is taken on its day in China.
        days: How many working days; a negative number counts back; 0 gives ``start``, whatever day it is.
        calendar: The calendar; the published one when ``None``.
        provisional: Count years that are not announced by their weekends alone, and mark the result.

    Returns:
        The day; its ``provisional`` is true where a year that is not announced was counted.

    Raises:
        CalendarNotPublishedError: The term reaches a year whose holidays are not known.
        UsageError: ``days`` is no whole number, or the day is beyond the calendar.
    """
    return (calendar or published_calendar()).add(start, days, provisional=provisional)


def count_workdays(
    start: date, end: date, *, calendar: WorkCalendar | None = None, provisional: bool = False
) -> WorkdayCount:
    """The working days from a day, which does not count, to another, which does; negative where that is earlier.

    So ``count_workdays(day, add_workdays(day, n))`` is ``n``.

    Args:
        start: The first day, not counted.
        end: The last day, counted.
        calendar: The calendar; the published one when ``None``.
        provisional: Count years that are not announced by their weekends alone, and mark the result.

    Raises:
        CalendarNotPublishedError: A year's holidays are not known.
    """
    return (calendar or published_calendar()).count(start, end, provisional=provisional)


def is_workday(day: date, *, calendar: WorkCalendar | None = None, provisional: bool = False) -> bool:
    """Whether a day is a working day.

    Args:
        day: The day.
        calendar: The calendar; the published one when ``None``.
        provisional: Answer for a year that is not announced by its weekends alone.

    Raises:
        CalendarNotPublishedError: The year's holidays are not known.
    """
    return (calendar or published_calendar()).is_workday(day, provisional=provisional)
