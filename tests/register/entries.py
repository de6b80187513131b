"""Requests and cases in few words, for the tests of the register."""

import pendulum

from govdisclosure.model.case import Case, CaseEvent, CaseEventKind, CaseKind
from govdisclosure.model.request import Request, RequestEvent, RequestEventKind


def day(text):
    return pendulum.Date.fromisoformat(text) if isinstance(text, str) else text


def _events(of, kinds, said):
    for kind, on, *more in said:
        values = more[0] if more else {}
        dated = {key: day(value) if key in {"until", "notified_on"} else value for key, value in values.items()}
        yield of(kind=kinds(kind), on=day(on), **dated)


def request(*said, number="1", **values):
    return Request(id=number, events=tuple(_events(RequestEvent, RequestEventKind, said)), **values)


def case(*said, number="c1", kind=CaseKind.RECONSIDERATION, **values):
    return Case(id=number, kind=kind, events=tuple(_events(CaseEvent, CaseEventKind, said)), **values)
