"""Requests to table three: in which cells one counts in a year."""

from collections.abc import Mapping

import pendulum

from govdisclosure.model.request import Request, RequestEvent, RequestEventKind, outcome_row
from govdisclosure.register.booking import Booked, Reason, Span, booked, uncounted

__all__ = ["CLOSINGS", "book_request"]

CLOSINGS: Mapping[RequestEventKind, str | None] = {
    RequestEventKind.REPLIED: None,
    RequestEventKind.SUPPLEMENT_LAPSED: "other.correction_overdue",  # 2019 Art 30
    RequestEventKind.FEE_LAPSED: "other.fee_overdue",
    # Where these two belong is inferred from the labels; no text on it was found.
    RequestEventKind.WITHDRAWN: "other.other",
    RequestEventKind.TRANSFERRED: "unavailable.not_held",
}
"""What ends a request, and the outcome that it is counted as; a reply has an outcome of its own."""


def book_request(request: Request, span: Span) -> Booked | None:
    """In which cells a request counts; ``None`` for one that does not concern the year.

    Args:
        request: The request.
        span: The year.
    """
    receipts, closings = _told(request, span)
    days = {event.on for event in receipts if event.on is not None}
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


def _told(request: Request, span: Span) -> tuple[list[RequestEvent], list[RequestEvent]]:
    """When it came and how it ended, as far as that has happened."""
    receipts, closings = [], []
    for event in request.events:
        if event.kind is RequestEventKind.RECEIVED and span.knows(event.on):
            receipts.append(event)
        elif event.kind in CLOSINGS and span.knows(event.on):
            closings.append(event)
    return receipts, closings


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
