"""The time limits that apply to a reconsideration or a suit, each with a receipt."""

from collections.abc import Sequence

import attrs
import pendulum

from govdisclosure.errors import NotInForceError, UndeterminedError
from govdisclosure.law import WorkCalendar, parameter
from govdisclosure.law.deadlines import Pause, Reading, Receipt, Step, term
from govdisclosure.model.case import Case, CaseEventKind, CaseKind, Contested, Procedure
from govdisclosure.model.request import Request
from govdisclosure.register.states.cases import track_of
from govdisclosure.register.states.transitions import Track
from govdisclosure.register.terms.case_terms import CASE_ORDER, CASE_TERMS, CaseTerm
from govdisclosure.register.terms.reply import due_on

__all__ = ["case_deadline", "case_deadlines", "met_on"]

_E = CaseEventKind
_NORMAL, _SIMPLIFIED = ("普通程序", "normal procedure"), ("简易程序", "simplified procedure")
_UNRECORDED = Step(
    on=None,
    zh="登记没有写明程序或者延长的日数，此处按最早的计，请补登",
    en="the register does not name the procedure, or the days of extension; the earliest is taken here: add them",
)


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
    asked = _Asked(as_of=as_of, calendar=calendar, provisional=provisional)
    found = [_filing(case, track, request, prior, asked)]
    found += [_step(case, row, asked) for row in CASE_TERMS if row.track is track]
    return tuple(filter(None, found))


def case_deadline(  # noqa: PLR0913  what a case hangs on, and how to count
    case: Case,
    step: CaseEventKind,
    request: Request | None = None,
    *,
    prior: Case | None = None,
    as_of: pendulum.Date | None = None,
    calendar: WorkCalendar | None = None,
    provisional: bool = False,
    lawful: bool = False,
) -> Receipt | None:
    """The time limit for one step of a case; see :func:`case_deadlines`.

    Args:
        case: The case.
        step: The event that meets the time limit, such as ``ANSWERED``.
        request: As there.
        prior: As there.
        as_of: As there.
        calendar: As there.
        provisional: As there.
        lawful: Leave out the days by which an extension goes beyond what the law allows.

    Returns:
        The receipt; ``None`` where its start is not known or the law of its day set no such term.

    Raises:
        CalendarNotPublishedError: The term reaches a year whose holidays are not known.
    """
    track = track_of(case.kind)
    if track is None:
        return None
    asked = _Asked(as_of=as_of, calendar=calendar, provisional=provisional, lawful=lawful)
    if step is _E.FILED:
        return _filing(case, track, request, prior, asked)
    row = next((one for one in CASE_TERMS if one.track is track and one.met_by is step), None)
    return _step(case, row, asked) if row else None


@attrs.frozen(kw_only=True)
class _Asked:
    """How to count."""

    as_of: pendulum.Date | None
    calendar: WorkCalendar | None
    provisional: bool
    lawful: bool = False

    def term(self, name: str, start: pendulum.Date, extend: int = 0, pauses: tuple[Pause, ...] = ()) -> Receipt | None:
        """A term; ``None`` where the law of its day did not set it."""
        calendar, provisional = self.calendar, self.provisional
        try:
            return term(name, start, extend=extend, pauses=pauses, calendar=calendar, provisional=provisional)
        except NotInForceError:
            return None


def _filing(case: Case, track: Track, request: Request | None, prior: Case | None, asked: _Asked) -> Receipt | None:
    """The term for filing."""
    silent = case.contested is Contested.SILENCE
    after = case.kind is CaseKind.LITIGATION_AFTER_RECONSIDERATION
    name, untold = "reconsideration.apply", "reconsideration.untold"
    if track is Track.LITIGATION:
        name, untold = "litigation.inaction" if silent else "litigation.direct", "litigation.untold"
    if after:
        name, start = "litigation.after_reconsideration", prior.closing.on if prior and prior.closing else None
    else:
        start = _known(case, request)
    if start is None:
        return None
    # An act, or a decision on it, that did not tell of the remedy leaves the longer term (2023 Art 20; interpretation
    # of 2018, Art 64); where the law of the day set none, the usual one is left.
    longer = asked.term(untold, start) if case.told is False and (after or not silent) else None
    return longer or asked.term(name, start)


def _known(case: Case, request: Request | None) -> pendulum.Date | None:
    """The day the term for filing runs from; of silence, the end of the term for the reply."""
    if case.contested is Contested.SILENCE:
        try:
            return due_on(request, provisional=True) if request else None
        except (UndeterminedError, NotInForceError):
            return None
    return case.known_on or case.act_on


def _step(case: Case, row: CaseTerm, asked: _Asked) -> Receipt | None:
    """The term of a row; where the register leaves open how long it is, with every reading, the safe one first."""
    start = _start(case, row, asked.as_of)
    if start is None or (row.only_after and _day(case, row.only_after, asked.as_of) is None):
        return None
    extends, pauses = _moved(case, row, start, asked) if row.movable else ((0,), ())
    names = [(row.name, _NORMAL)]
    if row.simplified and case.procedure is not Procedure.NORMAL:
        # Who extends a reconsideration no longer hears it in the simplified procedure, which knows no extension.
        only = case.procedure is Procedure.SIMPLIFIED and (row.track is Track.LITIGATION or extends == (0,))
        names = [(row.simplified, _SIMPLIFIED), *([] if only else names)]
    found = []
    for name, words in names:
        still = name == row.simplified and row.track is Track.RECONSIDERATION
        for extend in (0,) if still else extends:
            receipt = asked.term(name, start, extend, pauses)
            if receipt is not None:
                found.append((receipt, words))
    if not found:
        return asked.term(row.name, start, extends[0], pauses)
    return _merged(found)


def _merged(found: Sequence[tuple[Receipt, tuple[str, str]]]) -> Receipt:
    """Receipts for what the register leaves open, as readings of one receipt."""
    if len(found) == 1:
        return found[0][0]
    several = len({words for _, words in found}) > 1
    readings: dict[pendulum.Date, Reading] = {}
    for receipt, (zh, en) in sorted(found, key=lambda one: one[0].due_on):
        for one in receipt.readings:
            said = attrs.evolve(one, zh=f"{zh}：{one.zh}", en=f"{en}: {one.en}") if several else one
            readings.setdefault(one.due_on, said)
    safe, named = min((one for one, _ in found), key=lambda one: one.due_on), found[-1][0]
    return attrs.evolve(
        safe,
        name=named.name,
        title_zh=named.title_zh,
        title_en=named.title_en,
        readings=tuple(readings[day] for day in sorted(readings)),
        steps=(*safe.steps, _UNRECORDED),
        provisional=any(one.provisional for one, _ in found),
    )


def _start(case: Case, row: CaseTerm, as_of: pendulum.Date | None) -> pendulum.Date | None:
    """The day the term of a row runs from; ``None`` while a supplement is awaited that moves it."""
    for kind in row.starts:
        day = _day(case, kind, as_of)
        if day is not None:
            return day
        if kind is _E.SUPPLEMENTED and any(
            as_of is None or one.on is None or one.on <= as_of for one in case.all(_E.SUPPLEMENT_ASKED)
        ):
            return None
    return None


def _moved(case: Case, row: CaseTerm, start: pendulum.Date, asked: _Asked) -> tuple[tuple[int, ...], tuple[Pause, ...]]:
    """Days of extension, several where the register leaves them open, and the times of suspension."""
    as_of = asked.as_of
    events = [event for event in case.events if event.on and (as_of is None or event.on <= as_of)]
    extended = [one for one in case.all(_E.EXTENDED) if as_of is None or one.on is None or one.on <= as_of]
    recorded = sum(event.days for event in extended if event.days and event.days > 0)
    longest = _longest(row.name, start)
    extends: tuple[int, ...] = (min(recorded, longest) if asked.lawful and longest else recorded,)
    if any(event.days is None for event in extended) and longest > recorded:
        extends = (*extends, longest)
    pauses, since = list[Pause](), None
    for event in events:
        if event.kind is _E.SUSPENDED:
            since = since or event.on
        elif event.kind is _E.RESUMED and since:
            pauses.append(_pause(since, event.on))
            since = None
    if since:
        pauses.append(_pause(since, as_of))
    return extends, tuple(pauses)


def _longest(name: str, start: pendulum.Date) -> int:
    """By how many days the law of the day lets a term be extended; 0 where it does not say."""
    if name != "reconsideration.decide":
        return 0
    try:
        value = parameter("reconsideration.extension").at(start).value
    except NotInForceError:
        return 0
    return value if isinstance(value, int) else 0


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
