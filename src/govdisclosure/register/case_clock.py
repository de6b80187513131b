"""The time limits that apply to a reconsideration or a suit, each with a receipt."""

from collections.abc import Iterator

import pendulum

from govdisclosure.errors import NotInForceError, UndeterminedError
from govdisclosure.law import WorkCalendar
from govdisclosure.law.deadlines import Pause, Receipt, term
from govdisclosure.model.case import Case, CaseEventKind, CaseKind, Contested, Procedure
from govdisclosure.model.request import Request
from govdisclosure.register.case_states import track_of
from govdisclosure.register.case_terms import CASE_ORDER, CASE_TERMS, CaseTerm
from govdisclosure.register.reply_clock import due_on
from govdisclosure.register.transitions import Track

__all__ = ["case_deadlines", "met_on"]

_E = CaseEventKind


def case_deadlines(  # noqa: PLR0913  what a case hangs on, and how to count
    case: Case,
    request: Request | None = None,
    *,
    prior: Case | None = None,
    as_of: pendulum.Date | None = None,
    calendar: WorkCalendar | None = None,
    provisional: bool = False,
) -> tuple[Receipt, ...]:
    """The time limits of a case: for filing it, and for each step that follows one the register has a day for.

    Args:
        case: The case.
        request: The request it is about: where no reply came, the term for filing runs from the end of the term for it.
        prior: Of a suit after reconsideration, that reconsideration: the term for suing runs from its decision.
        as_of: What happened later is left aside; everything where ``None``.
        calendar: The calendar; the published one when ``None``.
        provisional: Count years that are not announced by their weekends alone, and mark the result.

    Returns:
        The receipts, filing first. A term whose start is not known, or that the law of its day did not set, is not
        among them.

    Raises:
        CalendarNotPublishedError: A term reaches a year whose holidays are not known.
    """
    track = track_of(case.kind)
    if track is None:
        return ()
    starts = (*_filing(case, track, request, prior), *_steps(case, track, as_of))
    found = []
    for name, start, extend, pauses in starts:
        try:
            found.append(term(name, start, extend=extend, pauses=pauses, calendar=calendar, provisional=provisional))
        except NotInForceError:
            continue
    return tuple(found)


_Start = tuple[str, pendulum.Date, int, tuple[Pause, ...]]


def _filing(case: Case, track: Track, request: Request | None, prior: Case | None) -> Iterator[_Start]:
    """The terms for filing, and what they run from."""
    decided = prior.closing.on if prior and prior.closing else None
    if case.kind is CaseKind.LITIGATION_AFTER_RECONSIDERATION:
        if decided:
            yield "litigation.after_reconsideration", decided, 0, ()
        return
    names = ("reconsideration.apply", "reconsideration.untold")
    if track is Track.LITIGATION:
        silent = case.contested is Contested.SILENCE
        names = ("litigation.inaction" if silent else "litigation.direct", "litigation.untold")
    start = _known(case, request)
    if start is None:
        return
    # An act that did not tell of the remedy leaves the longer term (2023 Art 20; interpretation of 2018, Art 64).
    yield names[1] if case.told is False and case.contested is not Contested.SILENCE else names[0], start, 0, ()


def _known(case: Case, request: Request | None) -> pendulum.Date | None:
    """The day the term for filing runs from; of silence, the end of the term for the reply."""
    if case.contested is Contested.SILENCE:
        try:
            return due_on(request, provisional=True) if request else None
        except (UndeterminedError, NotInForceError):
            return None
    return case.known_on or case.act_on


def _steps(case: Case, track: Track, as_of: pendulum.Date | None) -> Iterator[_Start]:
    for row in CASE_TERMS:
        if row.track is not track or (row.only_after and _day(case, row.only_after, as_of) is None):
            continue
        start = next(filter(None, (_day(case, kind, as_of) for kind in row.starts)), None)
        if start is None:
            continue
        simple = case.procedure is Procedure.SIMPLIFIED and row.simplified
        extend, pauses = _moved(case, as_of) if row.movable else (0, ())
        yield row.simplified if simple and row.simplified else row.name, start, extend, pauses


def _moved(case: Case, as_of: pendulum.Date | None) -> tuple[int, tuple[Pause, ...]]:
    """Days of extension, and the times of suspension."""
    events = [event for event in case.events if event.on and (as_of is None or event.on <= as_of)]
    extend = sum(event.days for event in events if event.kind is _E.EXTENDED and event.days and event.days > 0)
    pauses, since = list[Pause](), None
    for event in events:
        if event.kind is _E.SUSPENDED:
            since = since or event.on
        elif event.kind is _E.RESUMED and since:
            pauses.append(_pause(since, event.on))
            since = None
    if since:
        pauses.append(_pause(since, as_of))
    return extend, tuple(pauses)


def _pause(first: pendulum.Date, last: pendulum.Date | None) -> Pause:
    return Pause(first=first, last=last, zh="中止审理", en="suspension")


def _day(case: Case, kind: CaseEventKind, as_of: pendulum.Date | None) -> pendulum.Date | None:
    """The last day of a kind of event: a second acceptance, or a second service, is the one that counts."""
    days = [event.on for event in case.all(kind) if event.on and (as_of is None or event.on <= as_of)]
    return days[-1] if days else None


def met_on(case: Case, name: str, as_of: pendulum.Date | None = None) -> tuple[bool, pendulum.Date | None]:
    """Whether what a term of a case asks for was done, and when.

    Args:
        case: The case.
        name: Name of the term.
        as_of: What happened later is left aside.

    Returns:
        Whether it was, or a later step was and so it is past; and the day, where the register has it.
    """
    row: CaseTerm | None = next((one for one in CASE_TERMS if name in {one.name, one.simplified}), None)
    step = row.met_by if row else _E.FILED
    happened = [event for event in case.events if as_of is None or event.on is None or event.on <= as_of]
    on = next((event.on for event in happened if event.kind is step), None)
    past = CASE_ORDER[CASE_ORDER.index(step) :]
    return any(event.kind in past for event in happened), on
