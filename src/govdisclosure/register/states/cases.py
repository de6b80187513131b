"""A reconsideration or a suit as it goes from state to state.

>>> from govdisclosure.model.case import CaseEvent
>>> case = Case(id="1", events=(CaseEvent(kind=CaseEventKind.DECIDED, on=pendulum.Date(2026, 9, 1)),))
>>> replay_case(case).faults[0].kind
<FaultKind.ILLEGAL: 'illegal'>
"""

from collections.abc import Sequence

import attrs
import pendulum

from govdisclosure.errors import IllegalEventError
from govdisclosure.model.case import Case, CaseEvent, CaseEventKind, CaseKind
from govdisclosure.register.states.case_table import CASE_TRANSITIONS
from govdisclosure.register.states.machine import Machine, Problem, by_day, day_faults
from govdisclosure.register.states.names import CaseState
from govdisclosure.register.states.transitions import Fault, FaultKind, Track

__all__ = [
    "CASE_TRANSITIONS",
    "CaseHistory",
    "CasePassage",
    "CaseState",
    "advance_case",
    "replay_case",
    "track_of",
]

_MACHINE: Machine[CaseState, CaseEventKind] = Machine(CASE_TRANSITIONS)


@attrs.frozen(kw_only=True)
class CasePassage:
    """An event and the state after it.

    Attributes:
        index: Which event of the case, from 0, in the order of the register.
        event: The event.
        after: The state after it.
    """

    index: int
    event: CaseEvent
    after: CaseState


@attrs.frozen(kw_only=True)
class CaseHistory:
    """All that a register says of a case, gone through.

    Attributes:
        passages: The events in the order in which they happened.
        faults: What is wrong with them, in the order of the register.
    """

    passages: tuple[CasePassage, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def state(self) -> CaseState:
        """The state after the last event."""
        return self.passages[-1].after if self.passages else CaseState.NEW


def track_of(kind: CaseKind | None) -> Track | None:
    """Which way a case goes; ``None`` where its kind is not known."""
    if kind is None:
        return None
    return Track.RECONSIDERATION if kind is CaseKind.RECONSIDERATION else Track.LITIGATION


def advance_case(
    state: CaseState,
    event: CaseEventKind,
    day: pendulum.Date | None = None,
    *,
    track: Track | None = None,
    done: frozenset[CaseEventKind] = frozenset(),
) -> CaseState:
    """The state of a case after an event.

    Args:
        state: The state it is in.
        event: What happens.
        day: The day, for the law that held; any law where ``None``.
        track: Which way it goes; either where ``None``.
        done: The kinds of event that have happened.

    Raises:
        IllegalEventError: It cannot happen then; the message names the article and says what to do.
    """
    found = _MACHINE.find(state, event, days=(day,), track=track, done=done)
    if isinstance(found, Problem):
        raise IllegalEventError(state.value, event.value, found.cite, found.zh, found.en)
    return found.to


def replay_case(case: Case) -> CaseHistory:
    """Go through all that a register says of a case. Never raises: what is wrong is in the faults.

    Args:
        case: The case.

    Returns:
        The state after each event, and the faults. Where the days are out of order and going by the days leaves
        nothing wrong, the events are gone through by the days; otherwise as listed.
    """
    listed = list(enumerate(case.events))
    ordered = by_day(listed)
    if ordered != listed:
        history = _run(case, ordered)
        if all(fault.kind is FaultKind.UNDATED for fault in history.faults):
            return history
    return _run(case, listed)


_Listed = Sequence[tuple[int, CaseEvent]]


def _run(case: Case, events: _Listed) -> CaseHistory:
    state, track = CaseState.NEW, track_of(case.kind)
    passages, faults, done = list[CasePassage](), list[Fault](), set[CaseEventKind]()
    latest: pendulum.Date | None = None
    for at, (index, event) in enumerate(events):
        faults += day_faults(index, event.kind, event.on, latest, state)
        latest = max(filter(None, (latest, event.on)), default=None)
        days = tuple(dict.fromkeys(filter(None, (event.on or latest, case.filed_on)))) or (None,)
        found = _MACHINE.find(state, event.kind, days=days, track=track, done=done)
        if isinstance(found, Problem):
            faults.append(found.fault(index, event.kind, event.on, state))
            following = events[at + 1][1] if at + 1 < len(events) else None
            state = _after_fault(state, event.kind, following, days)
        else:
            state = found.to
        done.add(event.kind)
        passages.append(CasePassage(index=index, event=event, after=state))
    faults.sort(key=lambda fault: fault.index)
    return CaseHistory(passages=tuple(passages), faults=tuple(faults))


def _after_fault(
    state: CaseState, event: CaseEventKind, following: CaseEvent | None, days: tuple[pendulum.Date | None, ...]
) -> CaseState:
    """As if the event had been allowed, unless only its absence explains the next; closed stays closed."""
    taken = state if state.is_closed else next(iter(_MACHINE.targets(event)), state)
    if following is None or taken is state:
        return taken
    fits = [isinstance(_MACHINE.find(one, following.kind, days=days), Problem) for one in (state, taken)]
    return state if fits == [False, True] else taken
