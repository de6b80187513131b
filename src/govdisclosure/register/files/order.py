"""The usual order of the events of an entry: that in which the law lets them follow one another."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Final, TypeVar

from govdisclosure.model.case import CaseEvent
from govdisclosure.model.case import CaseEventKind as C
from govdisclosure.model.request import RequestEvent
from govdisclosure.model.request import RequestEventKind as R
from govdisclosure.register.files.columns import events_of
from govdisclosure.register.files.header import Kind

__all__ = ["Event", "in_order", "reordered", "usual"]

Event = TypeVar("Event", RequestEvent, CaseEvent)

_ROUNDS: Final[tuple[tuple[StrEnum, ...], ...]] = (
    (R.SUPPLEMENT_ASKED, R.SUPPLEMENTED, R.SUPPLEMENT_LAPSED),
    (R.THIRD_PARTY_CONSULTED, R.THIRD_PARTY_ANSWERED),
    (R.ORGAN_CONSULTED, R.ORGAN_ANSWERED),
    (R.CO_MAKER_CONSULTED, R.CO_MAKER_ANSWERED),
    (R.REASONS_ASKED, R.REASONS_GIVEN),
    (R.FEE_NOTICED, R.FEE_PAID, R.FEE_LAPSED),
    (C.SUPPLEMENT_ASKED, C.SUPPLEMENTED),
    (C.SUSPENDED, C.RESUMED),
)
"""What may happen several times over: the first answer comes before the second question."""


@cache
def _ranks(kind: Kind) -> Mapping[StrEnum, tuple[int, int]]:
    """For each event the place of its round, and its place."""
    places = {event: place for place, (event, _) in enumerate(events_of(kind))}
    rounds = {event: one[0] for one in _ROUNDS for event in one if one[0] in places}
    # Members of two enumerations may be equal words: which round an event is of depends on the kind of file.
    return {event: (places[rounds.get(event, event)], place) for event, place in places.items()}


def in_order(found: Iterable[tuple[int, Event]], kind: Kind) -> tuple[Event, ...]:
    """Events in the usual order.

    Args:
        found: Each event with its number, from 0, among those of its kind.
        kind: Of requests or of cases.
    """
    given = list(found)
    if len(given) > 1:
        ranks = _ranks(kind)
        given.sort(key=lambda one: (ranks[one[1].kind][0], one[0], ranks[one[1].kind][1]))
    return tuple(event for _, event in given)


def usual(events: Sequence[Event], kind: Kind) -> tuple[Event, ...]:
    """The same events in the usual order."""
    counts: dict[StrEnum, int] = {}
    numbered = []
    for event in events:
        number = counts.get(event.kind, 0)
        counts[event.kind] = number + 1
        numbered.append((number, event))
    return in_order(numbered, kind)


def reordered(events: Sequence[Event], names: Sequence[str]) -> tuple[Event, ...] | None:
    """Events in the order of their names; nothing where those are not the names of these events."""
    if sorted(names) != sorted(event.kind.value for event in events):
        return None
    waiting: dict[str, list[Event]] = {}
    for event in events:
        waiting.setdefault(event.kind.value, []).append(event)
    return tuple(waiting[name].pop(0) for name in names)
