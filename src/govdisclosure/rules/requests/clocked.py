"""The term of a request for rules: quickly where nothing happened, with its receipt where it matters."""

from functools import cache

import pendulum

from govdisclosure.errors import NotInForceError, UndeterminedError
from govdisclosure.law import WorkCalendar, parameter
from govdisclosure.law.deadlines import Receipt
from govdisclosure.model.request import Request, RequestEventKind
from govdisclosure.register.clock import deadline
from govdisclosure.rules.citing import regulation_on
from govdisclosure.rules.requests.lawful import RECEIVED
from govdisclosure.rules.sweeping import CALENDAR, Need

__all__ = ["in_time", "plainly_in_time", "term_of"]

_DAYS = Need("events.on", "计算期限所需的日期", "a day that the term depends on")
_PLAUSIBLE = Need("events.on", "可信的日期和天数", "days that can be right")
_YEARS = 20
_MOST_DAYS = 1000


def plainly_in_time(one: Request, on: pendulum.Date, calendar: WorkCalendar) -> bool:
    """Whether a day lies within the shortest term there can be: that from the earlier day, with nothing added to it.

    Args:
        one: The request.
        on: The day of the reply, or the day of the check.
        calendar: The working days. A day of a year that is not announced is never plainly in time.
    """
    start = min((day for day in (one.received_on, one.submitted_on) if day is not None), default=None)
    if start is None or not calendar.covers(on) or not calendar.covers(start):
        return False
    days = _days(regulation_on(start))
    return days is not None and on <= calendar.add(start, days, provisional=True)


def term_of(one: Request, calendar: WorkCalendar, as_of: pendulum.Date | None = None) -> Receipt | Need | None:
    """When the reply is due.

    Args:
        one: The request.
        calendar: The working days.
        as_of: What happened later is left aside.

    Returns:
        The receipt, marked where holidays are not announced; what the register would have to say; ``None`` where the
        request came before there was a term.
    """
    if not _plausible(one, calendar):
        return _PLAUSIBLE
    try:
        return deadline(one, as_of=as_of, calendar=calendar, provisional=True)
    except UndeterminedError as error:
        return RECEIVED if error.missing == RequestEventKind.RECEIVED.value else _DAYS
    except NotInForceError:
        return None


def in_time(receipt: Receipt, on: pendulum.Date, calendar: WorkCalendar) -> bool | Need:
    """Whether a day is in time under every reading; what is missing where holidays decide it."""
    if on <= receipt.due_on:
        return True if not receipt.provisional or calendar.covers(on) else CALENDAR
    return CALENDAR if receipt.provisional else False


def _plausible(one: Request, calendar: WorkCalendar) -> bool:
    """Whether its days can be reckoned with: a year typed as 9998 would be counted to day by day."""
    first, last = calendar.first.year, calendar.last.year + _YEARS
    days = (day for event in one.events for day in (event.on, event.until, event.notified_on) if day is not None)
    return all(first <= day.year <= last for day in days) and all(
        event.days is None or 0 <= event.days <= _MOST_DAYS for event in one.events
    )


@cache
def _days(regulation_id: str | None) -> int | None:
    """The working days of the term for a reply (2007 Art 24, 2019 Art 33)."""
    for one in parameter("reply.term").values:
        if one.cite.instrument.id == regulation_id and isinstance(one.value, int):
            return one.value
    return None
