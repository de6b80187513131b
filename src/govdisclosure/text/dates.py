"""Calendar dates and periods as Chinese documents print them. All functions take folded text."""

import re
from collections.abc import Iterator

import attrs
import pendulum

from govdisclosure.text.numerals import chinese_number

__all__ = ["DateSpan", "PeriodSpan", "find_dates", "find_periods", "find_years"]

_Y = r"(?:19|20)\d\d|[一二]\s?[〇O0oQ九]\s?[〇O0o一二三四五六七八九]\s?[〇O0o一二三四五六七八九]"
_M = r"1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元]"
_D = r"3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?|卅一?"

_WRITTEN = rf"(?P<y1>{_Y})\s{{0,3}}年\s{{0,3}}(?P<m1>{_M})\s{{0,3}}月\s{{0,3}}(?P<d1>{_D})\s{{0,3}}[日号]"
_NUMERIC = (
    r"(?P<y2>(?:19|20)\d\d)\s?(?P<sep>[-/.])\s?(?P<m2>1[0-2]|0?[1-9])\s?(?P=sep)\s?(?P<d2>3[01]|[12]\d|0?[1-9])(?!\d)"
)
_DATE = re.compile(rf"(?<!\d)(?:{_WRITTEN}|{_NUMERIC})")
_YEAR = re.compile(rf"(?<![\d.])(?P<y>{_Y})\s{{0,3}}(?=年)")

_MONTH_DAY = rf"(?P<m>{_M})\s{{0,3}}月\s{{0,3}}(?:(?P<d>{_D})\s{{0,3}}[日号])?"
_TAIL = re.compile(
    rf"\s{{0,3}}(?:起|开始|始)?\s{{0,3}}(?:,\s?)?(?:至|到|截至|截止|-{{1,2}}|起至)\s{{0,3}}(?:当年|同年|本年)?\s{{0,3}}{_MONTH_DAY}"
)
_JOIN = re.compile(r"\s{0,3}(?:起|开始|始)?\s{0,3}(?:,\s?)?(?:至|到|截至|截止到?|-{1,2}|起至)\s{0,3}")
_MONTHS = re.compile(
    rf"(?P<y>{_Y})\s{{0,3}}年\s{{0,3}}(?P<m>1|一)\s{{0,3}}(?:月)?\s{{0,3}}[-至到]{{1,2}}\s{{0,3}}(?P<n>12|十二)\s{{0,3}}月"
)


@attrs.frozen(kw_only=True)
class DateSpan:
    """A date and where it stands in the text."""

    on: pendulum.Date
    start: int
    end: int


@attrs.frozen(kw_only=True)
class PeriodSpan:
    """A period and where it stands; a day that cannot be read is ``None``."""

    first: pendulum.Date | None
    last: pendulum.Date | None
    start: int
    end: int


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[DateSpan]:
    """Full dates in the order of the text: ``2011-01-14``, ``2011年1月14日``, ``二O一一年一月十日``, with blanks.

    A date that the calendar does not have (30 February) is left out.

    >>> [str(found.on) for found in find_dates("二O一一年一月十日发布,2011.1.14更新")]
    ['2011-01-10', '2011-01-14']
    """
    for match in _DATE.finditer(text, start, len(text) if end is None else end):
        on = _date(match["y1"] or match["y2"], match["m1"] or match["m2"], match["d1"] or match["d2"])
        if on is not None:
            yield DateSpan(on=on, start=match.start(), end=match.end())


def find_years(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, int]]:
    """Years written before 年, as (year, start, end)."""
    for match in _YEAR.finditer(text, start, len(text) if end is None else end):
        year = _number(match["y"])
        if year is not None:
            yield year, match.start(), match.end()


def find_periods(text: str, start: int = 0, end: int | None = None) -> Iterator[PeriodSpan]:
    """Periods of two days: ``2014年1月1日起至2014年12月31日``, ``2019年1月1日到12月31日``, ``2011年1-12月``.

    >>> [(str(p.first), str(p.last)) for p in find_periods("从2019年1月1日到12月31日止")]
    [('2019-01-01', '2019-12-31')]
    """
    stop = len(text) if end is None else end
    done = start
    for found in find_dates(text, start, stop):
        if found.start < done:
            continue
        period = _full_period(text, found) or _short_period(text, found)
        if period is not None:
            done = period.end
            yield period
    for match in _MONTHS.finditer(text, start, stop):
        year = _number(match["y"])
        if year is not None:
            first, last = pendulum.Date(year, 1, 1), pendulum.Date(year, 12, 31)
            yield PeriodSpan(first=first, last=last, start=match.start(), end=match.end())


def _full_period(text: str, found: DateSpan) -> PeriodSpan | None:
    join = _JOIN.match(text, found.end)
    if join is None:
        return None
    last = _DATE.match(text, join.end())
    if last is None:
        return None
    on = _date(last["y1"] or last["y2"], last["m1"] or last["m2"], last["d1"] or last["d2"])
    return PeriodSpan(first=found.on, last=on, start=found.start, end=last.end())


def _short_period(text: str, found: DateSpan) -> PeriodSpan | None:
    tail = _TAIL.match(text, found.end)
    if tail is None:
        return None
    if tail["d"] is None:
        month = _number(tail["m"])
        last = None if month is None else pendulum.Date(found.on.year, month, 1).end_of("month")
    else:
        last = _date(str(found.on.year), tail["m"], tail["d"])
    return PeriodSpan(first=found.on, last=last, start=found.start, end=tail.end())


def _date(year: str, month: str, day: str) -> pendulum.Date | None:
    y, m, d = _number(year), _number(month), _number(day)
    if y is None or m is None or d is None:
        return None
    try:
        return pendulum.Date(y, m, d)
    except ValueError:
        return None


def _number(text: str) -> int | None:
    text = "".join(text.split())
    if text.isascii() and text.isdigit():
        return int(text)
    text = text.replace("元", "一").replace("廿", "二十").replace("卅", "三十").replace("0", "〇").replace("Q", "〇")
    return chinese_number(text)
