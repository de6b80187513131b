"""Registers without what may name a person."""

from collections.abc import Iterable

import attrs

from govdisclosure.model.request import Applicant, Request, RequestEvent

__all__ = ["impersonal"]


def impersonal(request: Request) -> Request:
    """A request without name, contact and content; third parties and organs by a number each."""
    numbers: dict[str, str] = {}
    for event in request.events:
        if event.party is not None:
            numbers.setdefault(event.party, str(len(numbers) + 1))
    return attrs.evolve(
        request,
        applicant=Applicant(kind=request.applicant.kind),
        content=None,
        events=tuple(_numbered(request.events, numbers)),
    )


def _numbered(events: Iterable[RequestEvent], numbers: dict[str, str]) -> Iterable[RequestEvent]:
    for event in events:
        yield event if event.party is None else attrs.evolve(event, party=numbers[event.party])
