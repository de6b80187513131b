"""A register and a catalogue as rows of their tables; of persons nothing but which kind of applicant they are."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

import attrs
import pendulum

from govdisclosure.batch.rows import judged
from govdisclosure.errors import CalendarNotPublishedError, GovDisclosureError
from govdisclosure.law import WorkCalendar, count_workdays
from govdisclosure.law.deadlines import Receipt
from govdisclosure.law.handling import case_column
from govdisclosure.model.case import Case, CaseEventKind
from govdisclosure.model.item import Item, Publicity
from govdisclosure.model.place import Place
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.model.request import CLOSINGS, Request, RequestEvent, RequestEventKind
from govdisclosure.register.clock import case_deadline, deadline, item_deadline
from govdisclosure.register.states.cases import replay_case
from govdisclosure.register.states.requests import replay
from govdisclosure.rules.outcome import Outcome, RegisterAssessment
from govdisclosure.rules.registry import find
from govdisclosure.text.personal import mask_personal

__all__ = ["rows_of_register"]

Row: TypeAlias = dict[str, Any]
_OF = {"requests": "request", "cases": "case", "items": "item"}


def rows_of_register(
    register: Register | None,
    catalogue: Catalogue | None,
    assessments: Iterable[RegisterAssessment],
    *,
    as_of: pendulum.Date | None,
    calendar: WorkCalendar | None,
) -> dict[str, list[Row]]:
    """The rows of each of :data:`govdisclosure.batch.register_schemas.REGISTER_TABLES`.

    Args:
        register: Requests and cases.
        catalogue: Items.
        assessments: What was judged, that of the catalogue alone without a register.
        as_of: The day asked about.
        calendar: The working days.
    """
    clock = _Clock(as_of=as_of, calendar=calendar)
    requests, cases = (register.requests or (), register.cases or ()) if register else ((), ())
    items = catalogue.items if catalogue else ()
    known, prior = {one.id: one for one in requests}, {one.id: one for one in cases}
    kept, listed = _whose(register), _whose(catalogue)
    return {
        "requests": [{**kept, **_request(one, clock)} for one in requests],
        "events": [{**kept, **row} for one in requests for row in _events(one)],
        "cases": [
            {**kept, **_case(one, known.get(one.request or ""), prior.get(one.prior or ""), clock)} for one in cases
        ],
        "case_events": [{**kept, **row} for one in cases for row in _case_events(one)],
        "items": [{**listed, **_item(one, clock)} for one in items],
        "outcomes": [
            {**(kept if one.register is not None else listed), **_outcome(outcome)}
            for one in assessments
            for outcome in one
        ],
        "faults": [row for held in (register, catalogue) if held is not None for row in _faults(held)],
    }


@attrs.frozen(kw_only=True)
class _Clock:
    """A question about one day."""

    as_of: pendulum.Date | None
    calendar: WorkCalendar | None

    def due(self, made: Callable[[], Receipt | None]) -> Row:
        """When something is due, or why that is not known."""
        try:
            receipt = made()
        except GovDisclosureError as error:
            return {"due_fault_zh": error.zh, "due_fault_en": error.en}
        if receipt is None:
            return {}
        return {"start_on": receipt.start_on, "due_on": receipt.due_on, "due_latest_on": receipt.latest_on}

    def workdays(self, first: pendulum.Date | None, last: pendulum.Date | None) -> int | None:
        """Working days from a day, not counted, to another; ``None`` where that is not known."""
        if first is None or last is None:
            return None
        try:
            return count_workdays(first, last, calendar=self.calendar)
        except CalendarNotPublishedError:
            return None


def _request(request: Request, clock: _Clock) -> Row:
    history = replay(request)
    events = [passage.event for passage in history.passages]
    closing = next((event for event in events if event.kind in CLOSINGS), None)
    reply = closing if closing is not None and closing.kind is RequestEventKind.REPLIED else None
    due = clock.due(lambda: deadline(request, as_of=clock.as_of, calendar=clock.calendar))
    return {
        "id": mask_personal(request.id),
        "applicant_kind": request.applicant.kind and request.applicant.kind.value,
        "channel": request.channel and request.channel.value,
        "state": history.state.value,
        "submitted_on": request.submitted_on,
        "received_on": request.received_on,
        **due,
        "closed_on": closing and closing.on,
        "replied_on": reply and reply.on,
        "workdays": clock.workdays(request.received_on, reply.on if reply else None),
        "outcome": closing and (CLOSINGS[closing.kind] or closing.outcome),
        "reply_type": reply and reply.reply_type and reply.reply_type.value,
        "items": [mask_personal(one) for one in request.items],
        "events": len(request.events),
        "line": _line(request.at),
    }


def _events(request: Request) -> Iterator[Row]:
    parties: dict[str, int] = {}
    for number, event in enumerate(request.events, start=1):
        yield {
            "id": mask_personal(request.id),
            "number": number,
            "event": event.kind.value,
            "happened_on": event.on,
            "until": event.until,
            "days": event.days,
            "notified_on": event.notified_on,
            "approved": event.approved,
            "consented": event.consented,
            "outcome": event.outcome,
            "reply_type": event.reply_type and event.reply_type.value,
            "party": _party(event, parties),
            "line": _line(event.at) or _line(request.at),
        }


def _party(event: RequestEvent, parties: dict[str, int]) -> int | None:
    """A number in place of a name."""
    return None if event.party is None else parties.setdefault(event.party, len(parties) + 1)


def _case(case: Case, request: Request | None, prior: Case | None, clock: _Clock) -> Row:
    step, closing = CaseEventKind.DECIDED, case.closing
    due = clock.due(lambda: case_deadline(case, step, request, prior=prior, as_of=clock.as_of, calendar=clock.calendar))
    result = closing and closing.result
    return {
        "id": mask_personal(case.id),
        "case_kind": case.kind and case.kind.value,
        "request": case.request and mask_personal(case.request),
        "contested": case.contested and case.contested.value,
        "act_on": case.act_on,
        "known_on": case.known_on,
        "told": case.told,
        "prior": case.prior and mask_personal(case.prior),
        "procedure": case.procedure and case.procedure.value,
        "state": replay_case(case).state.value,
        "filed_on": case.filed_on,
        **due,
        "decided_on": closing and closing.on,
        "result": result and result.value,
        "cell_column": result and case_column(result).column,
        "events": len(case.events),
        "line": _line(case.at),
    }


def _case_events(case: Case) -> Iterator[Row]:
    for number, event in enumerate(case.events, start=1):
        yield {
            "id": mask_personal(case.id),
            "number": number,
            "event": event.kind.value,
            "happened_on": event.on,
            "days": event.days,
            "result": event.result and event.result.value,
            "line": _line(event.at) or _line(case.at),
        }


_DAYS = ("made_on", "changed_on", "published_on", "reviewed_on", "coordinated_on", "valid_from", "valid_to",
         "repealed_on")  # fmt: skip
_WORDS = ("id", "title", "document_number", "producer", "topic", "form")


def _item(item: Item, clock: _Clock) -> Row:
    due = (
        clock.due(lambda: item_deadline(item, calendar=clock.calendar)) if item.publicity is Publicity.PROACTIVE else {}
    )
    words = {name: getattr(item, name) for name in _WORDS}
    return {
        **{name: word and mask_personal(word) for name, word in words.items()},
        **{name: getattr(item, name) for name in _DAYS},
        **due,
        "item_kind": item.kind and item.kind.value,
        "count": item.count,
        "amount": item.amount,
        "duty": item.duty,
        "publicity": item.publicity and item.publicity.value,
        "ground": item.ground and item.ground.value,
        "channels": [one.value for one in item.channels],
        "reviewed": item.reviewed,
        "concerns_other_organs": item.concerns_other_organs,
        "line": _line(item.at),
    }


def _outcome(outcome: Outcome) -> Row:
    return {
        "about": _OF.get(rule.about) if (rule := find(outcome.rule)) else None,
        "id": outcome.entry,
        **judged(outcome),
        "line": _line(outcome.at),
    }


def _faults(held: Register | Catalogue) -> Iterator[Row]:
    for one in held.faults:
        yield {
            **_whose(held),
            "sheet": one.sheet and mask_personal(one.sheet),
            "line": one.row,
            "id": one.id and mask_personal(one.id),
            "kept": one.kept,
            "fault_zh": one.zh,
            "fault_en": one.en,
        }


def _whose(held: Register | Catalogue | None) -> Row:
    """Where rows are from: the file by its name alone."""
    agency = held.agency if held else None
    source = held.source if held else None
    name = None if source is None else source.replace("\\", "/").rpartition("/")[2]
    return {"register": name and mask_personal(name), "organ": agency and mask_personal(agency.name)}


def _line(at: Place | None) -> int | None:
    return at.line if at else None
