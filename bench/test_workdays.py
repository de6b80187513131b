"""A term of working days beside the other ways to find it: ``pytest bench/test_workdays.py --benchmark-only``.

Each way is asked for the same terms, a start in every week of fifteen years; a time is that of all of them together,
and ``ns_each`` that of one. ``numpy`` is given China's holidays and still misses the weekend days that are worked.
"""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import count, pairwise

import chinese_calendar
import pendulum
import pytest

from govdisclosure.law import published_calendar, term
from govdisclosure.law.workdays import add_workdays

STARTS = [date(2010, 1, 4) + timedelta(days=7 * n) for n in range(52 * 15)]
TERM = 20
BUDGET = 1e-6
GROUP = f"{len(STARTS)} terms of {TERM} days"
ROUNDS = 15
SATURDAY = 5
RECEIPTS = 200


def by_loop(start, is_workday):
    day, left = start, TERM
    while left:
        day += timedelta(days=1)
        left -= is_workday(day)
    return day


@pytest.fixture(scope="module")
def expected():
    return [by_loop(start, chinese_calendar.is_workday) for start in STARTS]


def china():
    holidays = pytest.importorskip("holidays", reason='needs pip install ".[bench]"')
    days = holidays.country_holidays("CN", years=range(2009, 2027))
    return days, days.is_working_day


def busday(days):
    numpy = pytest.importorskip("numpy", reason='needs pip install ".[bench]"')
    off = sorted(day for day in days if day.weekday() < SATURDAY)
    calendar = numpy.busdaycalendar(holidays=off)
    return lambda start: numpy.busday_offset(start, TERM, roll="backward", busdaycal=calendar)


def each(find: Callable[[date], object]) -> Callable[[], list[object]]:
    return lambda: [find(start) for start in STARTS]


def note_each(benchmark):
    if benchmark.stats is not None:
        benchmark.extra_info["ns_each"] = round(benchmark.stats.stats.min / len(STARTS) * 1e9)


def test_yardstick_chinesecalendar_in_a_loop(timed, benchmark, expected):
    found = timed(GROUP, "yardstick", each(lambda start: by_loop(start, chinese_calendar.is_workday)), rounds=ROUNDS)
    note_each(benchmark)
    assert found == expected


def test_add_workdays_within_its_budget(timed, benchmark, expected):
    published_calendar()
    found = timed(GROUP, "add_workdays", each(lambda start: add_workdays(start, TERM)), rounds=ROUNDS)
    note_each(benchmark)
    assert found == expected
    if benchmark.stats is not None:
        assert benchmark.stats.stats.min / len(STARTS) <= BUDGET


def test_receipts(timed):
    """With all their steps, each start anew, for receipts asked for twice are kept."""
    published_calendar()
    shift = count()

    def work():
        first = pendulum.Date(2020, 1, 2).toordinal() + RECEIPTS * next(shift)
        return [term("reply", pendulum.Date.fromordinal(first + n)) for n in range(RECEIPTS)]

    made = timed("receipts", f"{RECEIPTS} receipts", work, rounds=5)
    assert all(before.due_on <= after.due_on for before, after in pairwise(made))


def test_holidays_in_a_loop(timed, benchmark, expected):
    _, is_working_day = china()
    found = timed(GROUP, "holidays", each(lambda start: by_loop(start, is_working_day)), rounds=ROUNDS)
    note_each(benchmark)
    assert found == expected


def test_numpy_one_by_one(timed, benchmark, expected):
    days, _ = china()
    find = busday(days)
    found = timed(GROUP, "numpy busday", each(find), rounds=ROUNDS)
    note_each(benchmark)
    # Weekend days that are worked are unknown to it.
    assert any(theirs.item() != ours for theirs, ours in zip(found, expected, strict=True))


def test_numpy_all_at_once(timed, benchmark, expected):
    days, _ = china()
    find = busday(days)
    import numpy as np  # noqa: PLC0415  an extra, imported where it is used

    starts = np.array(STARTS, dtype="datetime64[D]")
    found = timed(GROUP, "numpy at once", lambda: find(starts), rounds=ROUNDS)
    note_each(benchmark)
    assert len(found) == len(expected)
