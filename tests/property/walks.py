"""Random walks through the life of a request, made from the transition table alone."""

from typing import NamedTuple

import pendulum
from hypothesis import strategies as st

from govdisclosure.model.request import Request, RequestEvent, RequestEventKind
from govdisclosure.register.states.request_table import ANSWERS, CONSULTATIONS, TRANSITIONS
from govdisclosure.register.states.requests import RequestState

E, S = RequestEventKind, RequestState
STARTS = [pendulum.Date(2012, 3, 1), pendulum.Date(2016, 9, 1), pendulum.Date(2019, 5, 8), pendulum.Date(2022, 3, 1)]


class At(NamedTuple):
    """Where a walk is; an account of its own, not that of the library."""

    state: RequestState
    day: pendulum.Date
    out: tuple[RequestEventKind, ...]
    done: frozenset[RequestEventKind]
    received: pendulum.Date | None


def moves(at, kind=None):
    """The rows that can be taken, and where they lead."""
    for row in TRANSITIONS:
        if row.state is not at.state or row.contested or (kind and row.event is not kind):
            continue
        if not (row.holds_on(at.day) or (at.received and row.holds_on(at.received))):
            continue
        if row.once and row.event in at.done:
            continue
        out = list(at.out)
        if row.event in CONSULTATIONS:
            out.append(row.event)
        if row.event in ANSWERS:
            if ANSWERS[row.event] not in out:
                continue
            out.remove(ANSWERS[row.event])
        if row.left is not None and row.left is not bool(out):
            continue
        received = at.received or (at.day if row.event is E.RECEIVED else None)
        yield row.event, At(row.to, at.day, tuple(out), at.done | {row.event}, received)


@st.composite
def walks(draw, most=9):
    """A request whose events follow the table, with where the walk was before each of them and at its end."""
    at = At(S.NEW, draw(st.sampled_from(STARTS)), (), frozenset(), None)
    events, places = [], [at]
    for _ in range(draw(st.integers(1, most))):
        at = at._replace(day=pendulum.Date.fromordinal(at.day.toordinal() + draw(st.integers(0, 12))))
        open_moves = list(moves(at))
        if not open_moves:
            break
        # A walk that ends early shows little: closing is drawn as one move among the many.
        kind, at = draw(st.sampled_from(open_moves))
        events.append(event(kind, at.day, draw))
        places.append(at)
    return Request(id="1", events=tuple(events)), tuple(places)


def event(kind, on, draw):
    days = draw(st.one_of(st.none(), st.integers(0, 25))) if kind is E.EXTENDED else None
    later = pendulum.Date.fromordinal(on.toordinal() + draw(st.integers(0, 90))) if kind is E.POSTPONED else None
    return RequestEvent(kind=kind, on=on, days=days, until=later)
