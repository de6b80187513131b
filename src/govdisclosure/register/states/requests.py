"""A request as it goes from state to state: one event at a time, or all that a register has of it.

>>> standing = advance(Standing(), RequestEvent(kind=RequestEventKind.RECEIVED, on=pendulum.Date(2026, 9, 1)))
>>> standing.state
<RequestState.IN_HAND: 'in_hand'>
"""

from collections.abc import Iterable, Sequence

import attrs
import pendulum

from govdisclosure.errors import IllegalEventError
from govdisclosure.law import Evidence, cite
from govdisclosure.model.case import Case
from govdisclosure.model.request import ANSWERS, AT_THE_OFFICE, Request, RequestEvent, RequestEventKind
from govdisclosure.register.states.history import Consultation, History, Passage, Standing
from govdisclosure.register.states.machine import Machine, Problem, by_day, day_faults
from govdisclosure.register.states.names import RequestState, name_of
from govdisclosure.register.states.request_table import CONSULTATIONS, TRANSITIONS
from govdisclosure.register.states.transitions import Fault, FaultKind, Track, Transition, diagram

__all__ = [
    "TRANSITIONS",
    "Consultation",
    "Fault",
    "FaultKind",
    "History",
    "Passage",
    "RequestState",
    "Standing",
    "Track",
    "Transition",
    "advance",
    "diagram",
    "name_of",
    "replay",
]

_MACHINE: Machine[RequestState, RequestEventKind] = Machine(TRANSITIONS)
_RUNNING = frozenset({RequestState.IN_HAND, RequestState.CONSULTING})


def advance(
    standing: Standing, event: RequestEvent, day: pendulum.Date | None = None, *, contested: bool = False
) -> Standing:
    """Where a request stands after an event.

    Args:
        standing: Where it stood.
        event: What happened.
        day: The day it happened, for the law that held; the event's own where ``None``.
        contested: Whether a reconsideration or suit about the request has been filed.

    Returns:
        Where it stands then.

    Raises:
        IllegalEventError: It cannot happen then; the message names the article and says what to do.
    """
    found, after = _step(standing, event, day or event.on, contested=contested)
    if isinstance(found, Problem):
        raise IllegalEventError(standing.state.value, event.kind.value, found.cite, found.zh, found.en)
    return after


def replay(request: Request, *, cases: Iterable[Case] = ()) -> History:
    """Go through all that a register says of a request. Never raises: what is wrong is in the faults.

    Registers list events by column as often as by day. Where the days are out of order and going by the days leaves
    nothing wrong, they are gone through by the days; otherwise as listed, and the days are a fault.

    Args:
        request: The request.
        cases: Reconsiderations and suits; those about this request allow a further reply.

    Returns:
        The state after each event, the consultations that are out, and the faults.
    """
    filed = [case.filed_on for case in cases if case.request == request.id]
    listed = list(enumerate(request.events))
    ordered = by_day(listed)
    if ordered != listed:
        history = _run(request, ordered, filed)
        if all(fault.kind is FaultKind.UNDATED for fault in history.faults):
            return history
    return _run(request, listed, filed)


_Listed = Sequence[tuple[int, RequestEvent]]


def _run(request: Request, events: _Listed, filed: Sequence[pendulum.Date | None]) -> History:
    standing, passages, faults = Standing(), list[Passage](), list[Fault]()
    # In person, the day of submission is that of receipt (2019 Art 31, letter of 2015), and often only that is noted.
    at_once = request.channel in AT_THE_OFFICE and not request.first(RequestEventKind.RECEIVED)
    latest: pendulum.Date | None = None
    for at, (index, event) in enumerate(events):
        faults += day_faults(index, event.kind, event.on, latest, standing.state)
        latest = max(filter(None, (latest, event.on)), default=None)
        contested = any(day is None or latest is None or day <= latest for day in filed)
        found, after = _step(standing, event, event.on or latest, contested=contested, index=index)
        if isinstance(found, Problem):
            faults.append(found.fault(index, event.kind, event.on, standing.state))
            following = events[at + 1][1] if at + 1 < len(events) else None
            after = _after_fault(standing, after, following)
        elif at_once and event.kind is RequestEventKind.SUBMITTED:
            after = attrs.evolve(after, state=RequestState.IN_HAND, received_on=event.on)
        standing = after
        passages.append(Passage(index=index, event=event, after=after))
    faults.sort(key=lambda fault: fault.index)
    return History(passages=tuple(passages), faults=tuple(faults))


def _step(
    standing: Standing,
    event: RequestEvent,
    day: pendulum.Date | None,
    *,
    contested: bool,
    index: int | None = None,
) -> tuple[Transition[RequestState, RequestEventKind] | Problem, Standing]:
    """The row, or what is wrong; and where the request stands if the event is taken as it is."""
    kind, days = event.kind, _days(standing, day)
    left, problem = _consultations(standing, event, index, days)
    done, answer = standing.done, (ANSWERS.get(kind), event.party)
    # Who has answered may write again; that is an answer as long as the request runs.
    state = RequestState.CONSULTING if answer in standing.answered and standing.state in _RUNNING else standing.state
    found = problem or _MACHINE.find(state, kind, days=days, left=bool(left), done=done, contested=contested)
    if isinstance(found, Transition):
        to = found.to
    elif standing.state.is_closed or problem:
        to = standing.state
    else:
        to = next(iter(_MACHINE.targets(kind)), standing.state)
    if to in _RUNNING:
        to = RequestState.CONSULTING if left else RequestState.IN_HAND
    received = standing.received_on or (event.on if kind is RequestEventKind.RECEIVED else None)
    answered = standing.answered
    if answer[0] is not None and event.party is not None and not problem:
        answered |= {(answer[0], event.party)}
    return found, Standing(state=to, open=left, done=done | {kind}, received_on=received, answered=answered)


def _days(standing: Standing, day: pendulum.Date | None) -> tuple[pendulum.Date | None, ...]:
    return (day, standing.received_on) if day and standing.received_on else (day,)


def _consultations(
    standing: Standing, event: RequestEvent, index: int | None, days: tuple[pendulum.Date | None, ...]
) -> tuple[tuple[Consultation, ...], Problem | None]:
    """The consultations that are out after an event, and what is wrong with an answer to none of them."""
    out = standing.open
    if event.kind in CONSULTATIONS:
        asked = Consultation(kind=event.kind, index=index, on=event.on, party=event.party)
        return (*out, asked), None
    asking = ANSWERS.get(event.kind)
    if asking is None:
        return out, None
    of_kind = [one for one in out if one.kind is asking]
    named = [one for one in of_kind if one.party == event.party]
    unnamed = [one for one in of_kind if one.party is None or event.party is None]
    if named and event.party is not None:
        # A letter and the reminder of it are answered at once.
        return tuple(one for one in out if one not in named), None
    if (asking, event.party) in standing.answered:
        return out, None
    answered = next(iter((*named, *unnamed)), None)
    if answered is not None:
        return tuple(one for one in out if one is not answered), None
    key = _MACHINE.governing(asking, days)
    zh, en = _unmatched(event.kind, asking, key, others=bool(of_kind))
    problem = Problem(kind=FaultKind.UNMATCHED, cite=key, evidence=Evidence.SOURCE, zh=zh, en=en)
    # The only one that is out is likely the one meant: a clock that stood still for ever would be the worse mistake.
    return tuple(one for one in out if len(of_kind) != 1 or one is not of_kind[0]), problem


def _unmatched(answer: RequestEventKind, asking: RequestEventKind, key: str | None, *, others: bool) -> tuple[str, str]:
    answer_zh, asking_zh = name_of(answer, "zh"), name_of(asking, "zh")
    answer_en, asking_en = name_of(answer, "en"), name_of(asking, "en")
    by_zh, by_en = (f"（{cite(key).zh}）", f" ({cite(key).en})") if key else ("", "")
    if others:
        zh = f"登记了“{answer_zh}”，但答复方与未答复的“{asking_zh}”{by_zh}登记的对象不一致，请核对名称或编号"
        en = f"{answer_en} is recorded from someone other than under {asking_en}{by_en}; check the name or number"
    else:
        zh = f"登记了“{answer_zh}”，但没有对应的“{asking_zh}”{by_zh}，请补登征求意见的日期，或核对是否登记错行"
        en = (
            f"{answer_en} is recorded with no {asking_en}{by_en} before it; add that, or check whether the row is right"
        )
    return zh, en


def _after_fault(standing: Standing, taken: Standing, following: RequestEvent | None) -> Standing:
    """As if the event had been allowed, unless only its absence explains the next."""
    left_out = attrs.evolve(taken, state=standing.state, received_on=standing.received_on)
    if left_out == taken or following is None:
        return taken
    fits = [
        not isinstance(_step(one, following, following.on, contested=False)[0], Problem) for one in (left_out, taken)
    ]
    return left_out if fits == [True, False] else taken
