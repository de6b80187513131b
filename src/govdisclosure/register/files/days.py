"""Days as spreadsheets and people write them."""

import re
from datetime import date, datetime, timedelta, timezone
from typing import Final

import pendulum

from govdisclosure.text.dates import find_dates
from govdisclosure.text.normalise import fold

__all__ = ["day_in", "day_of"]

_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_DAY: Final = re.compile(
    r"((?:19|20)\d\d)\s?[-/.年,\s]\s?(\d{1,2})\s?[-/.月,\s]\s?(\d{1,2})(?:\s?[日号])?(?P<time>[\sT上下午:].{0,40})?",
    re.ASCII,
)
_TIME: Final = re.compile(
    r"[\sT]?\s?(?:周.|星期.)?\s?(?:上午|下午|凌晨|中午|晚上?|am|pm)?\s?\d{1,2}[:时点]\s?\d{1,2}分?(?::?\d{1,2}(?:\.\d{1,9})?秒?)?\s?"
    r"(?:am|pm)?(?P<zone>Z|[+-]\d\d:?\d\d)?",
    re.ASCII | re.IGNORECASE,
)
_WEEKDAY: Final = re.compile(r"\s?\(?(?:周|星期).\)?")
_BRACKETED: Final = re.compile(r"\s?\(.{0,12}\)\Z")
_COMPACT: Final = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)", re.ASCII)
_SERIAL: Final = re.compile(r"([2-7]\d{4})(?:\.\d{1,12})?", re.ASCII)
# Excel counts a 29 February 1900 that never was: of its days only those after it are right, and none here is before.
_EXCEL_ZERO: Final = date(1899, 12, 30).toordinal()
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000
_BEIJING: Final = timezone(timedelta(hours=8))
_LONGEST: Final = 60


def day_of(value: date | float) -> pendulum.Date | None:
    """The day of a date, or of a number that Excel shows as one or that is one without strokes (20240102).

    >>> day_of(45293.5), day_of(20240102), day_of(3)
    (Date(2024, 1, 2), Date(2024, 1, 2), None)
    """
    if isinstance(value, date):
        return pendulum.Date(value.year, value.month, value.day)
    if isinstance(value, float) and not value.is_integer() and not _FIRST_SERIAL <= value < _LAST_SERIAL:
        return None
    if _FIRST_SERIAL <= value < _LAST_SERIAL:
        return pendulum.Date.fromordinal(_EXCEL_ZERO + int(value))
    return _compact(str(int(value))) if abs(value) < 1e9 else None  # noqa: PLR2004  eight figures


def day_in(text: str) -> pendulum.Date | None:
    """The day that a text says; nothing where it says none, or one that the calendar does not have.

    An instant with an offset from UTC is turned to the day that it is in China then.

    >>> day_in("2024年1月2日"), day_in("２０２４．１．２"), day_in("2024/1/2 10:30"), day_in("45293")
    (Date(2024, 1, 2), Date(2024, 1, 2), Date(2024, 1, 2), Date(2024, 1, 2))
    >>> day_in("2024-01-02T23:50:00Z"), day_in("二〇二四年一月二日"), day_in("2024-02-30"), day_in("24-1-2")
    (Date(2024, 1, 3), Date(2024, 1, 2), None, None)
    """
    found = _ISO.fullmatch(text)
    if found:
        return _made(*found.groups())
    if len(text) > _LONGEST:
        return None
    plain = fold(text).strip().strip("'\"")
    found = _COMPACT.fullmatch(plain)
    if found:
        return _made(*found.groups())
    if _SERIAL.fullmatch(plain):
        return day_of(float(plain))
    found = _DAY.fullmatch(_BRACKETED.sub("", plain))
    if found:
        return _timed(plain, found)
    written = list(find_dates(plain))
    whole = len(written) == 1 and written[0].start == 0 and written[0].end == len(plain)
    return written[0].on if whole else None


def _timed(plain: str, found: re.Match[str]) -> pendulum.Date | None:
    on, rest = _made(found[1], found[2], found[3]), (found["time"] or "").rstrip()
    if on is None or not rest or _WEEKDAY.fullmatch(rest):
        return on
    time = _TIME.fullmatch(rest)
    if time is None or not time["zone"]:
        return on if time else None
    try:
        instant = datetime.fromisoformat(plain)
    except ValueError:
        return None
    return day_of(instant.astimezone(_BEIJING).date())


def _compact(text: str) -> pendulum.Date | None:
    found = _COMPACT.fullmatch(text)
    return _made(*found.groups()) if found else None


def _made(year: str, month: str, day: str) -> pendulum.Date | None:
    try:
        return pendulum.Date(int(year), int(month), int(day))
    except ValueError:
        return None
