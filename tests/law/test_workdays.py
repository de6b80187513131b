from datetime import UTC, date, datetime, timedelta, timezone

import chinese_calendar
import pendulum
import pytest

from govdisclosure.errors import CalendarNotPublishedError, UsageError
from govdisclosure.law import (
    CalendarNotice,
    DayKind,
    WorkCalendar,
    add_workdays,
    count_workdays,
    is_workday,
    published_calendar,
)
from govdisclosure.law.workdays import local_day

NEXT_YEAR = CalendarNotice(
    year=2027,
    holidays={date(2027, 1, 1): "元旦", date(2027, 2, 8): "春节"},
    workdays=[date(2027, 2, 14)],
    number="国办发明电〔2026〕1号",
)


def days(first, last):
    return (date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1))


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        ("2010-02-08", 15, "2010-03-04"),
        ("2010-09-15", 15, "2010-10-12"),
        ("2019-04-28", 15, "2019-05-21"),
        ("2020-01-20", 20, "2020-02-25"),
        ("2023-09-28", 20, "2023-11-01"),
        ("2024-12-31", 20, "2025-02-05"),
        ("2025-01-20", 20, "2025-02-21"),
        ("2025-01-24", 7, "2025-02-10"),
        ("2025-09-26", 15, "2025-10-23"),
        ("2025-09-25", 20, "2025-10-29"),
        ("2026-02-09", 20, "2026-03-13"),
        ("2026-09-15", 20, "2026-10-19"),
        ("2026-09-30", 5, "2026-10-13"),
    ],
)
def test_terms_computed_elsewhere(start, count, due):
    first, last = date.fromisoformat(start), date.fromisoformat(due)
    assert add_workdays(first, count) == last
    assert count_workdays(first, last) == count
    assert not add_workdays(first, count).provisional


def test_every_day_is_what_chinesecalendar_says_it_is():
    calendar = published_calendar()
    assert (calendar.first, calendar.last) == (date(2004, 1, 1), date(2026, 12, 31))
    differ = [
        day
        for day in days(calendar.first, calendar.last)
        if is_workday(day) is not chinese_calendar.is_workday(day)
        or (calendar.kind(day) is DayKind.MAKE_UP) is not (day.weekday() >= 5 and chinese_calendar.is_workday(day))
    ]
    assert differ == []


def test_twenty_working_days_from_every_day_are_what_a_plain_loop_finds():
    first, last = date(2008, 5, 1), date(2026, 11, 30)
    following = [day for day in days(first + timedelta(days=1), date(2026, 12, 31)) if chinese_calendar.is_workday(day)]
    at = 0
    for start in days(first, last):
        while following[at] <= start:
            at += 1
        assert add_workdays(start, 20) == following[at + 19], start
        assert count_workdays(start, following[at + 19]) == 20, start


def test_going_back_the_start_does_not_count_and_the_end_does():
    sunday, friday = date(2026, 3, 8), date(2026, 3, 6)
    assert add_workdays(sunday, -1) == friday
    assert count_workdays(sunday, friday) == -1
    assert add_workdays(date(2026, 3, 9), -1) == friday
    assert count_workdays(date(2026, 3, 9), friday) == -1
    assert add_workdays(sunday, 0) == sunday
    assert count_workdays(sunday, sunday) == 0


@pytest.mark.parametrize(
    ("day", "kind", "name"),
    [
        ("2025-01-26", DayKind.MAKE_UP, ""),
        ("2025-01-28", DayKind.HOLIDAY, "春节"),
        ("2025-01-25", DayKind.WEEKEND, ""),
        ("2025-01-24", DayKind.WORKDAY, ""),
        ("2027-01-04", DayKind.NOT_ANNOUNCED, ""),
        ("2027-01-03", DayKind.WEEKEND, ""),
    ],
)
def test_what_a_day_is(day, kind, name):
    calendar = published_calendar()
    assert (calendar.kind(date.fromisoformat(day)), calendar.name(date.fromisoformat(day))) == (kind, name)


@pytest.mark.parametrize(
    ("call", "year"),
    [
        (lambda: add_workdays(date(2026, 12, 15), 20), 2027),
        (lambda: add_workdays(date(2027, 3, 1), 1), 2027),
        (lambda: add_workdays(date(2004, 1, 5), -5), 2003),
        (lambda: count_workdays(date(2026, 12, 15), date(2027, 1, 5)), 2027),
        (lambda: count_workdays(date(2003, 12, 1), date(2004, 1, 5)), 2003),
        (lambda: is_workday(date(2027, 1, 4)), 2027),
        (lambda: is_workday(date(1999, 1, 4)), 1999),
    ],
)
def test_a_year_that_is_not_known_is_an_error_that_says_what_to_do(call, year):
    with pytest.raises(CalendarNotPublishedError) as caught:
        call()
    assert caught.value.year == year
    assert str(year) in caught.value.zh
    assert str(year) in caught.value.en
    assert year < 2004 or "chinesecalendar" in str(caught.value)


def test_what_rests_on_weekends_alone_is_marked():
    due = add_workdays(date(2026, 12, 15), 20, provisional=True)
    assert (due, due.provisional) == (date(2027, 1, 12), True)
    assert count_workdays(date(2026, 12, 15), due, provisional=True) == 20
    assert count_workdays(date(2026, 12, 15), due, provisional=True).provisional
    assert count_workdays(due, date(2026, 12, 15), provisional=True) == -20
    assert is_workday(date(2027, 1, 4), provisional=True)
    inside = add_workdays(date(2026, 12, 1), 20, provisional=True)
    assert not inside.provisional
    assert not count_workdays(date(2026, 12, 1), inside, provisional=True).provisional


def test_a_notice_makes_the_next_year_known():
    calendar = published_calendar().with_notice(NEXT_YEAR)
    due = add_workdays(date(2026, 12, 15), 20, calendar=calendar)
    assert (due, due.provisional) == (date(2027, 1, 13), False)
    assert calendar.kind(date(2027, 2, 14)) is DayKind.MAKE_UP
    assert calendar.name(date(2027, 2, 8)) == "春节"
    assert "国办发明电〔2026〕1号" in calendar.version
    assert calendar.settled_until == date(2027, 12, 28)
    with pytest.raises(CalendarNotPublishedError):
        published_calendar().is_workday(date(2027, 1, 4))


def test_a_notice_may_change_days_of_the_year_before():
    notice = CalendarNotice(year=2027, holidays={date(2026, 12, 31): "元旦"}, workdays=[date(2026, 12, 27)])
    calendar = published_calendar().with_notice(notice)
    assert [calendar.is_workday(date(2026, 12, day)) for day in (27, 31)] == [True, False]
    assert calendar.count(date(2026, 12, 25), date(2026, 12, 31)) == 4
    assert published_calendar().count(date(2026, 12, 25), date(2026, 12, 31)) == 4
    assert calendar.add(date(2026, 12, 25), 1) == date(2026, 12, 27)


def test_a_later_notice_about_a_known_year_goes_before_the_older_one():
    notice = CalendarNotice(year=2026, holidays=[date(2026, 3, 2)], workdays=[date(2026, 10, 3)])
    calendar = published_calendar().with_notice(notice)
    assert calendar.kind(date(2026, 3, 2)) is DayKind.HOLIDAY
    assert calendar.kind(date(2026, 10, 3)) is DayKind.MAKE_UP
    back = calendar.with_notice(CalendarNotice(year=2026, holidays=[date(2026, 10, 3)]))
    assert back.kind(date(2026, 10, 3)) is DayKind.HOLIDAY


@pytest.mark.parametrize(
    ("years", "said"), [((2028,), "2027 are missing"), ((2003,), "before 2004"), ((2029, 2027), "2028 are missing")]
)
def test_a_notice_must_follow_the_last_known_year(years, said):
    with pytest.raises(UsageError, match=said):
        published_calendar().with_notice(*(CalendarNotice(year=year) for year in years))


def test_notices_of_two_years_may_come_in_any_order():
    calendar = published_calendar().with_notice(CalendarNotice(year=2028), CalendarNotice(year=2027))
    assert calendar.last == date(2028, 12, 31)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"holidays": [date(2027, 2, 14)], "workdays": [date(2027, 2, 14)]}, "2027-02-14"),
        ({"workdays": [date(2027, 2, 15)]}, "2027-02-15"),
    ],
)
def test_a_notice_that_contradicts_itself_is_refused(given, said):
    with pytest.raises(UsageError, match=said):
        CalendarNotice(year=2027, **given)


def test_closures_are_days_off_with_their_reason():
    closed = {date(2026, 3, 2): "暴雪停班", date(2026, 3, 7): ""}
    calendar = published_calendar().with_closures(closed)
    assert calendar.kind(date(2026, 3, 2)) is DayKind.CLOSURE
    assert calendar.name(date(2026, 3, 2)) == "暴雪停班"
    assert calendar.add(date(2026, 2, 27), 1) == add_workdays(date(2026, 2, 27), 1, calendar=calendar)
    assert calendar.count(date(2026, 3, 1), date(2026, 3, 8)) == 4
    assert published_calendar().count(date(2026, 3, 1), date(2026, 3, 8)) == 5
    both = calendar.with_closures([datetime(2026, 3, 3, 23, 0, tzinfo=UTC)]).with_notice(NEXT_YEAR)
    assert [both.kind(date(2026, 3, day)) for day in (2, 3, 4)] == [DayKind.CLOSURE, DayKind.WORKDAY, DayKind.CLOSURE]


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2024, 12, 31, 23, 50, tzinfo=UTC), date(2025, 1, 1)),
        (datetime(2024, 12, 31, 15, 59, tzinfo=UTC), date(2024, 12, 31)),
        (datetime(2024, 12, 31, 23, 50), date(2024, 12, 31)),  # noqa: DTZ001  an instant without a zone is the case
        (datetime(2024, 12, 31, 12, 0, tzinfo=timezone(timedelta(hours=-5))), date(2025, 1, 1)),
        (pendulum.datetime(2024, 12, 31, 23, 50, tz="Asia/Shanghai"), date(2024, 12, 31)),
        (date(2024, 12, 31), date(2024, 12, 31)),
    ],
)
def test_an_instant_is_taken_on_its_day_in_china(moment, day):
    assert local_day(moment) == day
    assert not isinstance(local_day(moment), datetime)
    assert add_workdays(moment, 20) == add_workdays(day, 20)
    assert count_workdays(moment, date(2025, 3, 3)) == count_workdays(day, date(2025, 3, 3))
    assert is_workday(moment) is is_workday(day)


@pytest.mark.parametrize("count", [1.0, "20", None, True])
def test_a_number_of_days_is_a_whole_number(count):
    with pytest.raises(UsageError, match="整数"):
        add_workdays(date(2026, 3, 2), count)


@pytest.mark.parametrize(("start", "count"), [(date(9999, 12, 20), 30), (date(1, 1, 3), -30)])
def test_the_end_of_the_calendar_is_a_plain_error(start, count):
    with pytest.raises(UsageError, match="beyond"):
        add_workdays(start, count, provisional=True)


def test_a_day_of_a_term_is_a_date_like_any_other():
    due = add_workdays(pendulum.date(2024, 12, 31), 20)
    assert isinstance(due, pendulum.Date)
    assert (due.isoformat(), hash(due)) == ("2025-02-05", hash(date(2025, 2, 5)))


def test_a_calendar_of_the_callers_own():
    calendar = WorkCalendar(years=(2030, 2030), holidays={}, make_up=[date(2030, 1, 5)], version="own")
    assert calendar.count(date(2029, 12, 31), date(2030, 1, 7)) == 6
    assert repr(calendar) == "<WorkCalendar own: 2030-01-01 to 2030-12-31>"
