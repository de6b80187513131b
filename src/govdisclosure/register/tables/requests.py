"""Requests to table three: in which cells one counts in a year."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

import pendulum

from govdisclosure.model.case import Case
from govdisclosure.model.request import AT_THE_OFFICE, CLOSINGS, Request, RequestEvent, RequestEventKind, outcome_row
from govdisclosure.register.tables.booking import Booked, Reason, Span, booked, uncounted

__all__ = ["Contested", "book_request", "contested_by", "is_answered_anew"]

Contested: TypeAlias = Mapping[str, Sequence[pendulum.Date | None]]
"""For the ``id`` of a request, the days on which cases about it were filed."""


def contested_by(cases: Iterable[Case]) -> Contested:
    """The requests that cases are about."""
    found: dict[str, list[pendulum.Date | None]] = {}
    for case in cases:
        if case.request is not None:
            found.setdefault(case.request, []).append(case.filed_on)
    return found


def book_request(request: Request, span: Span, contested: Contested = MappingProxyType({})) -> Booked | None:
    """In which cells a request counts; ``None`` for one that does not concern the year.

    A further reply after a case about the request was filed is not counted: the request counted with its first one.

    Args:
        request: The request.
        span: The year.
        contested: The days on which cases about requests were filed.
    """
    days, closings = _told(request, span)
    if is_answered_anew(closings, contested.get(request.id, ())) or _is_told_of(closings):
        closings = closings[:1]
    received = min(days, default=None)
    closed = [event.on for event in closings]
    if _elsewhere(received, closed, request, span):
        return None
    column = request.applicant.kind.value if request.applicant.kind else None
    reason = _unfit(request, days, received, closings)
    if reason is not None:
        return uncounted(reason, None, column)
    closing = closings[0] if closings else None
    came = "received" if received in span else "carried_in"
    if column is None:
        return uncounted(Reason.NO_APPLICANT_KIND, came)
    if closing is None or closing.on is None or closing.on > span.last:
        return booked((came, column), ("carried_out", column))
    outcome = CLOSINGS[closing.kind] or closing.outcome
    if outcome is None:
        return uncounted(Reason.NO_OUTCOME, None, column)
    return booked((came, column), (outcome_row(outcome, span.edition), column))


def _is_told_of(closings: Sequence[RequestEvent]) -> bool:
    """Whether all that follows a lapse is the notice that says so; the request ended with the lapse."""
    first, *further = closings or (None,)
    outcome = CLOSINGS[first.kind] if first is not None else None
    return outcome is not None and all(
        event.kind is RequestEventKind.REPLIED and event.outcome == outcome for event in further
    )


def is_answered_anew(closings: Sequence[RequestEvent], filed: Sequence[pendulum.Date | None]) -> bool:
    """Whether all that closed a request after the first time are replies that followed a case about it."""
    first, *further = closings or (None,)
    return first is not None and all(
        event.kind is RequestEventKind.REPLIED
        and event.on is not None
        and first.on is not None
        and first.on <= event.on
        and any(day is None or day <= event.on for day in filed)
        for event in further
    )


def _told(request: Request, span: Span) -> tuple[set[pendulum.Date], list[RequestEvent]]:
    """The days on which it came, and how it ended, as far as that has happened."""
    days: set[pendulum.Date] = set()
    closings: list[RequestEvent] = []
    received = False
    for event in request.events:
        if event.kind is RequestEventKind.RECEIVED:
            received = True
            if event.on is not None and span.knows(event.on):
                days.add(event.on)
        elif event.kind in CLOSINGS and span.knows(event.on):
            closings.append(event)
    if not received and request.channel in AT_THE_OFFICE:
        submitted = request.submitted_on  # 2019 Art 31: in person, the day of submission is that of receipt
        days |= {submitted} if submitted is not None and span.knows(submitted) else set()
    return days, closings


def _elsewhere(
    received: pendulum.Date | None, closed: list[pendulum.Date | None], request: Request, span: Span
) -> bool:
    """Whether it surely belongs to other years alone."""
    days = [day for day in closed if day is not None]
    known = [*days, *([received] if received else [])]
    if closed and len(days) == len(closed) and max(known) < span.first:
        return True
    if received is not None:
        return min(known) > span.last
    # Nothing that is dated had happened by then, or one knows only that it came later.
    dated = [event.on for event in request.events if event.on is not None]
    return bool(dated) and min(dated) > span.last


def _unfit(
    request: Request, days: set[pendulum.Date], received: pendulum.Date | None, closings: list[RequestEvent]
) -> Reason | None:
    closed = closings[0].on if closings else None
    faults = {
        Reason.NO_EVENTS: not request.events,
        Reason.NO_RECEIPT: received is None,
        Reason.TWO_RECEIPTS: len(days) > 1,
        Reason.TWO_CLOSINGS: len(closings) > 1,
        Reason.NO_CLOSING_DAY: bool(closings) and closed is None,
        Reason.CLOSED_BEFORE_RECEIVED: closed is not None and received is not None and closed < received,
    }
    return next((reason for reason, holds in faults.items() if holds), None)
