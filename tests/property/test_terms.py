"""Whatever day, number and pauses: counting undoes adding, later stays later, and a term ends on a working day."""

from datetime import date

import pendulum
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.law import Pause, add_workdays, count_workdays, is_workday, parameter, published_calendar, term

FIRST, LAST = date(2008, 5, 1), date(2024, 12, 31)
DAYS = st.dates(FIRST, LAST).map(lambda day: pendulum.Date(day.year, day.month, day.day))
COUNTS = st.integers(-250, 250)
CALENDAR = published_calendar()


@st.composite
def pauses(draw):
    """Times of consultation; some not over, some the wrong way round, some outside the term."""
    found = []
    for _ in range(draw(st.integers(0, 4))):
        first = draw(DAYS)
        length = draw(st.one_of(st.none(), st.integers(-5, 90)))
        last = None if length is None else pendulum.Date.fromordinal(first.toordinal() + length)
        found.append(Pause(first=first, last=last))
    return tuple(found)


def near(start, given):
    """The same pauses, moved to where the term runs."""
    moved = []
    for pause in given:
        shift = start.toordinal() + pause.first.toordinal() % 40 - 5 - pause.first.toordinal()
        first = pendulum.Date.fromordinal(pause.first.toordinal() + shift)
        last = None if pause.last is None else pendulum.Date.fromordinal(pause.last.toordinal() + shift)
        moved.append(Pause(first=first, last=last))
    return tuple(moved)


@given(DAYS, COUNTS)
def test_counting_undoes_adding(start, count):
    due = add_workdays(start, count)
    assert count_workdays(start, due) == count
    assert count == 0 or is_workday(due)


@given(DAYS, DAYS, st.integers(-60, 60))
def test_later_starts_never_end_earlier(one, two, count):
    first, second = sorted((one, two))
    assert add_workdays(first, count) <= add_workdays(second, count)


@given(DAYS, st.integers(1, 120), st.integers(1, 120))
def test_terms_add_up(start, one, two):
    assert add_workdays(add_workdays(start, one), two) == add_workdays(start, one + two)


@given(DAYS, DAYS, DAYS)
def test_spans_add_up(one, two, three):
    first, second, third = sorted((one, two, three))
    assert count_workdays(first, third) == count_workdays(first, second) + count_workdays(second, third)


@given(DAYS, pauses(), st.integers(0, 25), st.sampled_from(["reply", "publication", "reconsideration.decide"]))
def test_a_term_ends_on_a_workday_and_no_pause_makes_it_end_earlier(start, given_pauses, extend, name):
    paused = near(start, given_pauses)
    plain, receipt = term(name, start, extend=extend), term(name, start, extend=extend, pauses=paused)
    assert is_workday(receipt.due_on)
    assert receipt.due_on >= plain.due_on
    assert receipt.latest_on >= plain.latest_on
    assert [one.due_on for one in receipt.readings] == sorted({one.due_on for one in receipt.readings})
    assert receipt.due_on == receipt.readings[0].due_on
    fewer = term(name, start, extend=extend, pauses=paused[1:])
    assert fewer.due_on <= receipt.due_on


@given(DAYS, pauses(), st.integers(0, 25))
def test_the_days_shown_are_the_days_counted(start, given_pauses, extend):
    receipt = term("reply", start, extend=extend, pauses=near(start, given_pauses))
    assert [one.on.toordinal() for one in receipt.days] == list(
        range(start.toordinal() + 1, receipt.due_on.toordinal() + 1)
    )
    numbers = [one.number for one in receipt.days if one.counted]
    assert numbers == list(range(1, len(numbers) + 1))
    assert receipt.days[-1].counted
    assert all(CALENDAR.is_workday(one.on) for one in receipt.days if one.counted)
    longest = parameter("reply.extension").at(start).value
    assert len(numbers) == parameter("reply.term").at(start).value + min(extend, longest)
