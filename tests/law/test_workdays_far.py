"""Days that nobody announced: counted by their weekends, and as fast however far away they are."""

from datetime import date, timedelta
from time import perf_counter

import pytest

from govdisclosure.errors import CalendarNotPublishedError
from govdisclosure.law.workdays import CalendarNotice, add_workdays, count_workdays, published_calendar


def plain(start, days, calendar):
    day, step, left = start, (1 if days > 0 else -1), abs(days)
    while left:
        day += timedelta(days=step)
        left -= calendar.kind(day).counts
    return day


CALENDARS = {
    "published": published_calendar(),
    "a day of a year not announced": published_calendar().with_closures([date(2028, 2, 1), date(2003, 12, 30)]),
    "a further year": published_calendar().with_notice(CalendarNotice(year=2027, holidays=[date(2027, 1, 1)])),
}


@pytest.mark.parametrize("name", CALENDARS)
@pytest.mark.parametrize("days", [-400, -20, -1, 1, 7, 20, 400])
@pytest.mark.parametrize(
    "start",
    [date(2002, 5, 4), date(2003, 12, 31), date(2004, 1, 2), date(2026, 12, 20), date(2027, 1, 2), date(2028, 1, 29)],
)
def test_what_is_not_announced_is_counted_as_a_plain_loop_does(name, days, start):
    calendar = CALENDARS[name]
    found = add_workdays(start, days, calendar=calendar, provisional=True)
    assert found == plain(start, days, calendar)
    passed = [start + timedelta(days=n) for n in range(1, (found - start).days + 1)]
    passed += [start - timedelta(days=n) for n in range(1, (start - found).days + 1)]
    assert found.provisional is not all(map(calendar.covers, passed))
    if found.provisional:
        first = next(day for day in passed if not calendar.covers(day))
        with pytest.raises(CalendarNotPublishedError) as raised:
            add_workdays(start, days, calendar=calendar)
        assert raised.value.year == first.year


def test_however_far_away_it_takes_no_time():
    begun = perf_counter()
    for _ in range(100):
        assert count_workdays(date(2020, 1, 1), date(9998, 1, 1), provisional=True) > 2_000_000
        assert add_workdays(date(2026, 12, 1), 2_000_000, provisional=True).year > 9000
    assert perf_counter() - begun < 2
