"""The article on a request by the day that selects the law, and the facts that several rules ask for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import pendulum

from govdisclosure.law import cite
from govdisclosure.law.provision import Citation
from govdisclosure.model.case import Case
from govdisclosure.model.request import AT_THE_OFFICE, CLOSINGS, Request, RequestEvent, RequestEventKind
from govdisclosure.rules.citing import NEW, OLD, regulation_on
from govdisclosure.rules.entries import EntriesQuestion
from govdisclosure.rules.sweeping import Need

__all__ = [
    "GIVEN",
    "RECEIVED",
    "REPLIED",
    "answered",
    "article",
    "began_on",
    "cases_of",
    "closed_on",
    "pairs",
    "received_on",
]

RECEIVED = Need("received_on", "收到日期", "the day of receipt")
REPLIED = Need("replied_on", "答复日期", "the day of the reply")

_E = RequestEventKind
GIVEN = frozenset({"granted", "partly_granted"})
"""Outcomes by which something was disclosed."""


@cache
def _article(regulation_id: str, number: str) -> tuple[Citation, ...]:
    return (cite(f"{regulation_id}:{number}"),)


def article(day: pendulum.Date | None, old: str, new: str) -> tuple[Citation, ...]:
    """The article on something, of the Regulation in force on a day; of that of 2019 where the day is not known."""
    return _article(OLD, old) if regulation_on(day) == OLD else _article(NEW, new)


def answered(one: Request) -> RequestEvent | None:
    """The first reply."""
    return one.first(_E.REPLIED)


def received_on(one: Request) -> pendulum.Date | None:
    """The day of receipt; what is handed in at the office is received there and then, and often noted once."""
    return one.received_on or (one.submitted_on if one.channel in AT_THE_OFFICE else None)


def began_on(one: Request) -> pendulum.Date | None:
    """The day that selects the law: that of receipt, or of submission where receipt is not recorded."""
    return one.received_on or one.submitted_on


def closed_on(one: Request) -> pendulum.Date | None:
    """The day on which nothing was to be done any more; ``None`` while it is open or where the day is not known."""
    event = one.first(*CLOSINGS)
    return event.on if event else None


def pairs(
    one: Request, asked: RequestEventKind, answer: RequestEventKind
) -> Iterator[tuple[RequestEvent, RequestEvent | None]]:
    """Each consultation with the answer to it, by the party where the register names it, else in turn.

    One answer of a party that is named answers each letter to it that went before.
    """
    answers = list(one.all(answer))
    given: dict[str, RequestEvent] = {}
    for question in one.all(asked):
        fitting = next((x for x in answers if x.party == question.party), None)
        earlier = given.get(question.party) if question.party is not None else None
        if fitting is None and earlier is not None and _not_before(earlier, question):
            fitting = earlier
        fitting = fitting or next((x for x in answers if x.party is None or question.party is None), None)
        if fitting in answers:
            answers.remove(fitting)
        if fitting is not None and question.party is not None and fitting.party == question.party:
            given[question.party] = fitting
        yield question, fitting


def _not_before(answer: RequestEvent, question: RequestEvent) -> bool:
    return answer.on is None or question.on is None or answer.on >= question.on


def cases_of(question: EntriesQuestion) -> Mapping[str, Sequence[Case]]:
    """The cases about each request, by its number."""
    cases: dict[str, list[Case]] = defaultdict(list)
    for case in question.cases:
        if case.request is not None:
            cases[case.request].append(case)
    return cases
