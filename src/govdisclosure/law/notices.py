"""Holidays that are announced later than the installed data, and closures, as TOML that a user writes."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from govdisclosure.errors import UsageError
from govdisclosure.law.workdays import CalendarNotice, WorkCalendar, published_calendar

__all__ = ["calendar_from_toml"]

_SPAN = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?")
_LONGEST = 366
_NOTICE = frozenset({"year", "number", "holidays", "workdays"})
_CLOSURE = frozenset({"days", "reason"})


def calendar_from_toml(text: str, *, base: WorkCalendar | None = None) -> WorkCalendar:
    """A calendar with further notices and closures.

    Args:
        text: TOML with tables ``[[notice]]`` (``year``, ``holidays``, ``workdays``, ``number``) and ``[[closure]]``
            (``days``, ``reason``). Days are dates, ``"2027-02-05"``, or runs of days, ``"2027-02-05..2027-02-12"``.
        base: The calendar that is added to; the published one when ``None``.

    Returns:
        The calendar.

    Raises:
        UsageError: The text is no TOML, has an unknown key or no day where one is needed, or leaves a year out.

    >>> print(calendar_from_toml('''
    ... [[notice]]
    ... year = 2027
    ... holidays = ["2027-01-01..2027-01-03"]
    ... ''').last)
    2027-12-31
    """
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(
            f"放假安排文件不是有效的 TOML，请核对此处写法：{error}", f"the calendar file is not TOML: {error}"
        ) from error
    _known(data, frozenset({"notice", "closure"}), "")
    calendar = (base or published_calendar()).with_notice(*map(_notice, _tables(data, "notice")))
    for entry in _tables(data, "closure"):
        _known(entry, _CLOSURE, "closure")
        reason = entry.get("reason", "")
        if not isinstance(reason, str):
            raise UsageError("closure 的 reason 应为文字", "the reason of a closure must be words")
        calendar = calendar.with_closures(dict.fromkeys(_days(entry, "days"), reason))
    return calendar


def _notice(entry: Mapping[str, Any]) -> CalendarNotice:
    _known(entry, _NOTICE, "notice")
    year, number = entry.get("year"), entry.get("number")
    if type(year) is not int or not (number is None or isinstance(number, str)):
        raise UsageError("notice 须写明 year（年份，整数）", "a notice needs its year, a whole number")
    return CalendarNotice(
        year=year, holidays=tuple(_days(entry, "holidays")), workdays=_days(entry, "workdays"), number=number
    )


def _tables(data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    found = data.get(key, [])
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        raise UsageError(f"{key} 应写成 [[{key}]]", f"{key} must be written as [[{key}]]")
    return found


def _known(entry: Mapping[str, Any], keys: frozenset[str], where: str) -> None:
    unknown = sorted(set(entry) - keys)
    if unknown:
        listed, known = ", ".join(unknown), ", ".join(sorted(keys))
        raise UsageError(
            f"放假安排文件{where}有不认识的键：{listed}；可用：{known}",
            f"the calendar file has unknown keys {where}: {listed}; known are {known}",
        )


def _days(entry: Mapping[str, Any], key: str) -> Iterator[date]:
    listed = entry.get(key, [])
    for one in listed if isinstance(listed, list) else [listed]:
        if type(one) is date:
            yield one
            continue
        first, last = _span(one)
        for ordinal in range(first.toordinal(), last.toordinal() + 1):
            yield date.fromordinal(ordinal)


def _span(words: object) -> tuple[date, date]:
    match = _SPAN.fullmatch(words) if isinstance(words, str) else None
    try:
        if match is not None:
            first = date.fromisoformat(match[1])
            last = date.fromisoformat(match[2] or match[1])
            if timedelta(0) <= last - first < timedelta(days=_LONGEST):
                return first, last
    except ValueError:
        pass
    raise UsageError(
        "放假安排文件中的日期应写成 2027-02-05 或 2027-02-05..2027-02-12",
        "days of the calendar file are written 2027-02-05 or 2027-02-05..2027-02-12",
    )
