from unittest.mock import patch

import attrs
import pendulum
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.property.walks import E, event, moves, walks

from govdisclosure.errors import IllegalEventError, NotInForceError, UndeterminedError
from govdisclosure.model.request import Request, RequestEvent
from govdisclosure.register.clock import deadline, due_on
from govdisclosure.register.states.requests import Standing, advance, name_of, replay
from govdisclosure.register.terms import choices

QUICK = settings(max_examples=300, deadline=None, derandomize=True)
DAYS = st.one_of(st.none(), st.dates(pendulum.Date(2008, 1, 1), pendulum.Date(2026, 6, 30)))


@QUICK
@given(walks())
def test_a_walk_by_the_table_replays_without_fault(walk):
    request, places = walk
    history = replay(request)
    assert history.faults == ()
    assert [passage.after.state for passage in history.passages] == [place.state for place in places[1:]]
    assert [len(passage.after.open) for passage in history.passages] == [len(place.out) for place in places[1:]]
    standing = Standing()
    for one in request.events:
        standing = advance(standing, one)
    assert standing.state is history.state


@QUICK
@given(walks(), st.sampled_from(list(E)), st.data())
def test_an_event_that_the_table_does_not_allow_is_reported_and_named(walk, kind, data):
    request, places = walk
    at = data.draw(st.integers(0, len(request.events)))
    place = places[at]
    assume(not list(moves(place, kind)))
    wrong = event(kind, place.day, data.draw)
    events = (*request.events[:at], wrong, *request.events[at:])
    faults = [fault for fault in replay(attrs.evolve(request, events=events)).faults if fault.index == at]
    assert faults
    assert {fault.event for fault in faults} == {kind.value}
    assert all(name_of(kind, "zh") in fault.zh and name_of(kind, "en") in fault.en for fault in faults)
    standing = Standing()
    for one in request.events[:at]:
        standing = advance(standing, one)
    with pytest.raises(IllegalEventError):
        advance(standing, wrong)


@QUICK
@given(walks(), st.data())
def test_a_day_before_those_of_earlier_steps_is_reported(walk, data):
    request, _ = walk
    at = data.draw(st.integers(0, len(request.events) - 1))
    before = [one.on for one in request.events[:at]]
    assume(before)
    on = pendulum.Date.fromordinal(min(before).toordinal() - 1)
    moved = attrs.evolve(request.events[at], on=on)
    events = (*request.events[:at], moved, *request.events[at + 1 :])
    history = replay(attrs.evolve(request, events=events))
    by_day = tuple(sorted(events, key=lambda one: one.on))
    # Either the days tell another story in which nothing is wrong, or something is reported.
    assert history.faults or not replay(attrs.evolve(request, events=by_day)).faults


@QUICK
@given(st.lists(st.tuples(st.sampled_from(list(E)), DAYS), max_size=12))
def test_whatever_a_register_says_is_replayed(said):
    request = Request(id="1", events=tuple(RequestEvent(kind=kind, on=plain(on)) for kind, on in said))
    history = replay(request)
    assert sorted(passage.index for passage in history.passages) == list(range(len(said)))
    assert [fault.index for fault in history.faults] == sorted(fault.index for fault in history.faults)
    assert not any("违法" in fault.zh for fault in history.faults)
    for ask in (deadline, due_on):
        try:
            ask(request, provisional=True)
        except (UndeterminedError, NotInForceError) as error:
            assert error.zh != error.en  # noqa: PT017


@QUICK
@given(walks(), st.one_of(st.none(), st.integers(0, 120)))
def test_the_safe_reading_is_the_first_and_no_other_is_earlier(walk, later):
    request, places = walk
    assume(request.received_on is not None)
    as_of = None if later is None else pendulum.Date.fromordinal(places[1].day.toordinal() + later)
    try:
        receipt = deadline(request, as_of=as_of, provisional=True)
    except UndeterminedError:
        assert as_of is not None
        assert as_of < request.received_on
        return
    days = [reading.due_on for reading in receipt.readings]
    assert days == sorted(set(days))
    assert receipt.due_on == days[0]
    assert receipt.latest_on == days[-1]
    assert receipt.days == () or receipt.days[-1].on == receipt.due_on
    assert all(reading.zh and reading.en and reading.zh != reading.en for reading in receipt.readings)
    assert due_on(request, as_of=as_of, provisional=True) == receipt.due_on


@QUICK
@given(walks(most=14))
def test_no_combination_of_readings_is_earlier_than_the_safe_one_or_later_than_the_latest(walk):
    request, _ = walk
    assume(request.received_on is not None)
    with patch.object(choices, "_ALL", 1):
        few = deadline(request, provisional=True)
    with patch.object(choices, "_ALL", 4096):
        every = deadline(request, provisional=True)
    assert every.due_on == few.due_on
    assert every.latest_on == few.latest_on


def plain(on):
    return None if on is None else pendulum.Date(on.year, on.month, on.day)
