"""Cases to table four: in which cell one counts in a year."""

import attrs
import pendulum

from govdisclosure.law.handling import case_column
from govdisclosure.model.case import Case
from govdisclosure.register.tables.booking import Booked, Reason, Span, booked, uncounted

__all__ = ["PENDING", "book_case"]

PENDING = "pending"


def book_case(case: Case, span: Span) -> Booked | None:
    """In which cell a case counts; ``None`` for one that does not concern the year.

    A judgment against which an appeal was lodged did not end its case: it is pending until that is decided
    (an inference; no text on it was found).

    Args:
        case: The case.
        span: The year.
    """
    known = attrs.evolve(case, events=tuple(event for event in case.events if span.knows(event.on)))
    row = case.kind.value if case.kind else None
    filed, closing = known.filed_on, known.closing
    ended = closing.on if closing else None
    if _elsewhere(case, filed, ended, span):
        return None
    reason = Reason.NO_CASE_KIND if row is None else _unfit(known)
    if reason is not None or row is None:
        return uncounted(reason or Reason.NO_CASE_KIND, row)
    if ended is None or ended > span.last:
        return uncounted(Reason.NO_FILING, row, PENDING) if filed is None else booked((row, PENDING))
    result = closing.result if closing else None
    return uncounted(Reason.NO_RESULT, row) if result is None else booked((row, case_column(result).column))


def _elsewhere(case: Case, filed: pendulum.Date | None, ended: pendulum.Date | None, span: Span) -> bool:
    """Whether it surely belongs to other years alone."""
    if ended is not None and ended < span.first:
        return filed is None or filed < span.first
    if filed is not None:
        return filed > span.last and (ended is None or ended > span.last)
    dated = [event.on for event in case.events if event.on is not None]
    return bool(dated) and min(dated) > span.last


def _unfit(case: Case) -> Reason | None:
    filed, closing = case.filed_on, case.closing
    if not case.events:
        return Reason.NO_EVENTS
    if closing is not None and closing.on is None:
        return Reason.NO_CLOSING_DAY
    if closing is not None and closing.on is not None and filed is not None and closing.on < filed:
        return Reason.DECIDED_BEFORE_FILED
    return None
