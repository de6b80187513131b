"""What is still to be done on a day: every open term of a register and a catalogue."""

from collections.abc import Callable, Iterator
from datetime import date

import attrs
import pendulum

from govdisclosure.errors import GovDisclosureError, NotInForceError, UndeterminedError
from govdisclosure.law import WorkCalendar
from govdisclosure.law.deadlines import Receipt, term
from govdisclosure.law.workdays import local_day
from govdisclosure.model.case import Case
from govdisclosure.model.item import Item, Publicity
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.model.request import Request, RequestEventKind
from govdisclosure.register.case_clock import case_deadlines, met_on
from govdisclosure.register.case_states import replay_case
from govdisclosure.register.reply_clock import deadline
from govdisclosure.register.states import RequestState, replay

__all__ = ["OpenDeadline", "item_deadline", "open_deadlines"]

_E = RequestEventKind
_ASKED = {_E.THIRD_PARTY_CONSULTED: "third_party", _E.CO_MAKER_CONSULTED: "co_maker"}


@attrs.frozen(kw_only=True)
class OpenDeadline:
    """Something that is still to be done.

    Attributes:
        id: Number of the entry.
        kind: What is due: the name of the term, such as ``reply``.
        receipt: The date, with its receipt; ``None`` where it could not be computed.
        problem: Why not; ``None`` where it was computed.
        about: ``request``, ``case`` or ``item``.
        part: Which of several of the same kind, from 0.
    """

    id: str
    kind: str
    receipt: Receipt | None
    problem: GovDisclosureError | None = None
    about: str
    part: int = 0


def item_deadline(item: Item, *, calendar: WorkCalendar | None = None, provisional: bool = False) -> Receipt:
    """When an item is to be published: working days from the day it was made, or changed.

    Args:
        item: The item.
        calendar: The calendar; the published one when ``None``.
        provisional: Count years that are not announced by their weekends alone, and mark the result.

    Returns:
        The date; of an item that was changed, the term from its making first, that from the change after it.

    Raises:
        UndeterminedError: The catalogue has neither day.
        NotInForceError: It was made before the Regulation of 2007.
        CalendarNotPublishedError: The term reaches a year whose holidays are not known.
    """
    days = sorted(day for day in {item.made_on, item.changed_on} if day is not None)
    if not days:
        zh = "目录没有生成日期和变更日期，无法计算公开期限，请补登生成日期"
        raise UndeterminedError("made_on", zh, "the catalogue has no day of making or change; add the day it was made")
    first, *later = (term("publication", day, calendar=calendar, provisional=provisional) for day in days)
    readings = {reading.due_on: reading for receipt in reversed((first, *later)) for reading in receipt.readings}
    for receipt in later:
        for reading in receipt.readings:
            if reading not in first.readings and readings[reading.due_on] is reading:
                zh, en = (
                    f"自变更之日{receipt.start_on}起算；{reading.zh}",
                    f"from the change on {receipt.start_on}; {reading.en}",
                )
                readings[reading.due_on] = attrs.evolve(reading, zh=zh, en=en)
    return attrs.evolve(first, readings=tuple(readings[day] for day in sorted(readings)))


def open_deadlines(
    register: Register,
    as_of: date,
    *,
    catalogue: Catalogue | None = None,
    calendar: WorkCalendar | None = None,
    provisional: bool = False,
) -> tuple[OpenDeadline, ...]:
    """Everything that is not done yet on a day, what is overdue among it, by due date.

    Args:
        register: Requests and cases.
        as_of: The day.
        catalogue: Items, where those are asked about too: the proactive ones that are not published.
        calendar: The calendar; the published one when ``None``.
        provisional: Count years that are not announced by their weekends alone, and mark the result.

    Returns:
        By due date; what could not be computed last, with the reason. A step of a case that others are to take is there
        too: its kind says whose it is.

    Raises:
        UsageError: ``as_of`` is no date.
    """
    asked = local_day(as_of)
    day = pendulum.Date(asked.year, asked.month, asked.day)
    asking = _Asking(as_of=day, calendar=calendar, provisional=provisional)
    cases = {case.id: case for case in register.cases or ()}
    requests = {request.id: request for request in register.requests or ()}
    found = [one for request in register.requests or () for one in asking.of_request(request)]
    for case in register.cases or ():
        found += asking.of_case(case, requests.get(case.request or ""), cases.get(case.prior or ""))
    for item in catalogue.items if catalogue else ():
        found += asking.of_item(item)
    last = pendulum.Date(9999, 12, 31)
    return tuple(sorted(found, key=lambda one: one.receipt.due_on if one.receipt else last))


@attrs.frozen(kw_only=True)
class _Asking:
    """A question about one day."""

    as_of: pendulum.Date
    calendar: WorkCalendar | None
    provisional: bool

    def of_request(self, request: Request) -> Iterator[OpenDeadline]:
        kept = tuple(event for event in request.events if event.on is None or event.on <= self.as_of)
        seen = attrs.evolve(request, events=kept)
        history = replay(seen)
        if not kept or history.state.is_closed:
            return

        def reply() -> Receipt:
            return deadline(seen, as_of=self.as_of, calendar=self.calendar, provisional=self.provisional)

        yield _made(request.id, "reply", "request", reply)
        for part, asked in enumerate(one for one in history.open if one.kind in _ASKED and one.on):
            yield from self._term(request.id, _ASKED[asked.kind], asked.on, part)
        noticed = [event.on for event in kept if event.kind is _E.FEE_NOTICED and event.on]
        if history.state is RequestState.AWAITING_FEE and noticed:
            yield from self._term(request.id, "fee_payment", noticed[-1], 0)

    def of_case(self, case: Case, request: Request | None, prior: Case | None) -> Iterator[OpenDeadline]:
        kept = tuple(event for event in case.events if event.on is None or event.on <= self.as_of)
        if not kept:
            return
        closed = replay_case(attrs.evolve(case, events=kept)).state.is_closed
        try:
            receipts = case_deadlines(
                case, request, prior=prior, as_of=self.as_of, calendar=self.calendar, provisional=self.provisional
            )
        except GovDisclosureError as problem:
            if not closed:
                yield OpenDeadline(id=case.id, kind="case", receipt=None, problem=problem, about="case")
            return
        for receipt in receipts:
            # After a judgment nothing is left to be done but to appeal, which is open to whoever lost.
            over = closed and (receipt.name != "litigation.appeal" or receipt.latest_on < self.as_of)
            if not over and not met_on(case, receipt.name, self.as_of)[0]:
                yield OpenDeadline(id=case.id, kind=receipt.name, receipt=receipt, about="case")

    def of_item(self, item: Item) -> Iterator[OpenDeadline]:
        published = item.published_on is not None and item.published_on <= self.as_of
        if item.publicity is not Publicity.PROACTIVE or published or (item.made_on and item.made_on > self.as_of):
            return

        def publication() -> Receipt:
            return item_deadline(item, calendar=self.calendar, provisional=self.provisional)

        yield _made(item.id, "publication", "item", publication)

    def _term(self, id_: str, name: str, start: pendulum.Date | None, part: int) -> Iterator[OpenDeadline]:
        if start is None:
            return

        def made() -> Receipt:
            return term(name, start, calendar=self.calendar, provisional=self.provisional)

        one = _made(id_, name, "request", made, part)
        # A consultation under the Regulation of 2007 has no term: nothing is due, and nothing is wrong.
        if not isinstance(one.problem, NotInForceError):
            yield one


def _made(id_: str, kind: str, about: str, made: Callable[[], Receipt], part: int = 0) -> OpenDeadline:
    """The due date, or why there is none."""
    try:
        return OpenDeadline(id=id_, kind=kind, receipt=made(), about=about, part=part)
    except GovDisclosureError as problem:
        return OpenDeadline(id=id_, kind=kind, receipt=None, problem=problem, about=about, part=part)
