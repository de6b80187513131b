"""The clock of a request: when the reply is due, with a receipt.

The term runs from the day of receipt, anew from a supplement, stands still while others are consulted, and may be
extended. Where the law is open on what an event does, there is a reading for each answer; the earliest is the safe one.
"""

from functools import cache

import attrs
import pendulum

from govdisclosure.law import Evidence, WorkCalendar, parameter, published_calendar
from govdisclosure.law.deadlines import Receipt, Step
from govdisclosure.model.request import CLOSINGS, Channel, Request, RequestEventKind
from govdisclosure.register.states.requests import replay
from govdisclosure.register.terms.choices import Choice, Option, combine, scenarios
from govdisclosure.register.terms.composing import composed, counted
from govdisclosure.register.terms.effects import effects_of
from govdisclosure.register.terms.extensions import extensions, postponements
from govdisclosure.register.terms.received import ReceiptDay, receipt_day
from govdisclosure.register.terms.running import Effect, Running

__all__ = ["deadline", "due_on"]

_E = RequestEventKind
_NO_MATTER = frozenset({_E.SUBMITTED, _E.RECEIVED, _E.REPLIED, _E.TRANSFERRED, _E.WITHDRAWN})
_PLAIN = frozenset({None, Channel.SIGNED_MAIL, Channel.UNSIGNED_MAIL, Channel.ONLINE, Channel.FAX, Channel.OTHER})


def deadline(
    request: Request,
    *,
    as_of: pendulum.Date | None = None,
    calendar: WorkCalendar | None = None,
    provisional: bool = False,
) -> Receipt:
    """When the reply to a request is due.

    Args:
        request: The request.
        as_of: What happened later is left aside, and what is still out that day is counted to it; everything the
            register has where ``None``.
        calendar: The calendar; the published one when ``None``.
        provisional: Count years that are not announced by their weekends alone, and mark the result.

    Returns:
        The date, with every reading, the earliest first. While the clock stands still, ``open_since`` says since when,
        and the date is as far as it is known. After withdrawal or abandonment it is the date as it then was.

    Raises:
        UndeterminedError: The register lacks a day that the date depends on; the message says which.
        NotInForceError: It came before the Regulation of 2007.
        CalendarNotPublishedError: The term reaches a year whose holidays are not known.
    """
    running, receipt = _running(request, as_of, calendar or published_calendar(), provisional=provisional)
    effects = [_receipt_effect(receipt), *effects_of(running)]
    safe = combine(effect.choice.options[0] for effect in effects if effect.choice)
    base = counted(running, safe)
    effects += [*extensions(running, base.due_on), *postponements(running, base.due_on)]
    choices = [effect.choice for effect in effects if effect.choice]
    taken = [(one, counted(running, one)) for one in scenarios(choices)]
    return composed(running, taken, effects)


def due_on(
    request: Request,
    *,
    as_of: pendulum.Date | None = None,
    calendar: WorkCalendar | None = None,
    provisional: bool = False,
) -> pendulum.Date:
    """The safe due date alone; equal to that of :func:`deadline`, and quick for requests in which nothing happened.

    Args:
        request: The request.
        as_of: As for :func:`deadline`.
        calendar: The calendar; the published one when ``None``.
        provisional: Count years that are not announced by their weekends alone.

    Raises:
        UndeterminedError: As for :func:`deadline`.
        NotInForceError: Likewise.
        CalendarNotPublishedError: Likewise.
    """
    received: pendulum.Date | None = None
    submitted: pendulum.Date | None = None
    plain = as_of is None and request.channel in _PLAIN
    for event in request.events if plain else ():
        if event.kind is _E.RECEIVED:
            received = received or event.on
        elif event.kind is _E.SUBMITTED:
            submitted = submitted or event.on
        elif event.kind not in _NO_MATTER:
            plain = False
    if plain and received and (submitted is None or submitted <= received):
        return (calendar or published_calendar()).add(received, _days(received), provisional=provisional)
    return deadline(request, as_of=as_of, calendar=calendar, provisional=provisional).due_on


def _days(received: pendulum.Date) -> int:
    for value in _terms():
        if value[0] <= received and (value[1] is None or received <= value[1]):
            return value[2]
    return int(str(parameter("reply.term").at(received).value))


@cache
def _terms() -> tuple[tuple[pendulum.Date, pendulum.Date | None, int], ...]:
    values = parameter("reply.term").values
    return tuple((one.start, one.end, one.value) for one in values if isinstance(one.value, int))


def _running(
    request: Request, as_of: pendulum.Date | None, calendar: WorkCalendar, *, provisional: bool
) -> tuple[Running, ReceiptDay]:
    kept = tuple(one for one in request.events if as_of is None or one.on is None or one.on <= as_of)
    seen = attrs.evolve(request, events=kept)
    receipt, history = receipt_day(seen), replay(seen)
    events = [passage.event for passage in history.passages]
    closing = next((n for n, event in enumerate(events) if event.kind in CLOSINGS), None)
    running = Running(
        received_on=receipt.on,
        history=history,
        events=tuple(events if closing is None else events[: closing + 1]),
        closed_on=None if closing is None else events[closing].on,
        closed=closing is not None,
        as_of=as_of,
        calendar=calendar,
        provisional=provisional,
    )
    return running, receipt


def _receipt_effect(receipt: ReceiptDay) -> Effect:
    several = len(receipt.readings) > 1
    options = tuple(
        Option(
            start=one.on,
            zh=one.zh if several else "",
            en=one.en if several else "",
            cites=one.cites if several else (),
            evidence=one.evidence if several else Evidence.SOURCE,
        )
        for one in receipt.readings
    )
    by = receipt.rule.cite if receipt.rule else None
    first = receipt.readings[0]
    steps = (
        Step(on=receipt.on, zh=first.zh, en=first.en, cite=by),
        Step(on=None, zh=receipt.zh, en=receipt.en, cite=by),
    )
    return Effect(choice=Choice(options), steps=steps)
