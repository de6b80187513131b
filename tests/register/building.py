"""Entries of a register in one line each."""

from decimal import Decimal

import pendulum

from govdisclosure.model.case import Case, CaseEvent, CaseEventKind, CaseKind, CaseResult
from govdisclosure.model.item import Item, ItemKind
from govdisclosure.model.request import Applicant, ApplicantKind, Request, RequestEvent, RequestEventKind

__all__ = ["case", "day", "item", "request"]


def day(text):
    """A day; ``None`` for none."""
    return None if text is None else pendulum.Date.fromisoformat(text)


def request(number, received, *events, kind=ApplicantKind.NATURAL_PERSON):
    """A request received on a day, with events as ``("replied", day, outcome)``."""
    listed = [] if received == "none" else [RequestEvent(kind=RequestEventKind.RECEIVED, on=day(received))]
    for name, on, *outcome in events:
        listed.append(RequestEvent(kind=RequestEventKind(name), on=day(on), outcome=outcome[0] if outcome else None))
    applicant = Applicant(kind=kind, name="钱某甲", contact="13800138000")
    return Request(id=number, applicant=applicant, events=tuple(listed))


def case(number, filed, *events, kind=CaseKind.RECONSIDERATION):
    """A case filed on a day, with events as ``("decided", day, result)``."""
    listed = [] if filed is None else [CaseEvent(kind=CaseEventKind.FILED, on=day(filed))]
    for name, on, *result in events:
        how = CaseResult(result[0]) if result else None
        listed.append(CaseEvent(kind=CaseEventKind(name), on=day(on), result=how))
    return Case(id=number, kind=kind, events=tuple(listed))


def item(number, kind, made, *, amount=None, **days):
    """An item made on a day; what else is given is a day, but for ``count``."""
    count = days.pop("count", 1)
    return Item(
        id=number,
        kind=None if kind is None else ItemKind(kind),
        made_on=day(made),
        amount=None if amount is None else Decimal(amount),
        count=count,
        **{name: day(on) for name, on in days.items()},
    )
