"""Random registers that an office could lawfully have kept, for whoever tests what is made of one.

``registers(year)`` is a strategy of hypothesis; ``generated(n, seed)`` gives one of ``n`` requests, the same each time.
"""

from decimal import Decimal
from random import Random

import attrs
import pendulum
from hypothesis import strategies as st

from govdisclosure.law import add_workdays
from govdisclosure.model.case import Case, CaseEvent, CaseEventKind, CaseKind, CaseResult, Contested
from govdisclosure.model.item import Item, ItemKind, PublicationChannel, Publicity
from govdisclosure.model.request import (
    OUTCOMES,
    Applicant,
    ApplicantKind,
    Channel,
    Request,
    RequestEvent,
    RequestEventKind,
)

__all__ = ["Kept", "generated", "registers"]

NAMES = ("钱某甲", "孙某乙", "青石县某某水务有限公司", "李某丙")
CONTACT = "13800138000"
"""What no draft, message or log may show."""
K, C = RequestEventKind, CaseEventKind
_DOCUMENTS = (ItemKind.RULES, ItemKind.NORMATIVE_DOCUMENT)
_DECISIONS = (ItemKind.LICENCE_DECISION, ItemKind.PENALTY_DECISION, ItemKind.COERCION_DECISION)
_MATTERS = tuple(kind for kind in ItemKind if kind.value.endswith("_matter"))
_FEE_FROM = pendulum.Date(2021, 1, 1)
_REGULATION = pendulum.Date(2019, 5, 15)


@attrs.frozen
class Kept:
    """What an office keeps: requests, cases and items of a year and the time around it."""

    year: int
    requests: tuple[Request, ...]
    cases: tuple[Case, ...]
    items: tuple[Item, ...]

    def without(self, which: str, position: int) -> "Kept":
        """The same with one entry removed."""
        entries = getattr(self, which)
        return attrs.evolve(self, **{which: entries[:position] + entries[position + 1 :]})


@st.composite
def registers(draw: st.DrawFn, year: int | None = None, *, most: int = 12) -> Kept:
    """Any register that is in order, around a year.

    Args:
        draw: Given by hypothesis.
        year: The year; any from 2019 to 2025 when ``None``.
        most: At most so many requests, cases and items each.
    """
    wanted = draw(st.integers(2019, 2025)) if year is None else year
    chance = draw(st.randoms(use_true_random=False))
    counts = [draw(st.integers(0, most)) for _ in range(3)]
    return _kept(chance, wanted, *counts)


def generated(n: int, seed: int = 0, year: int = 2023) -> Kept:
    """A register of ``n`` requests, a tenth as many cases and a fifth as many items, the same for the same seed."""
    return _kept(Random(seed), year, n, n // 10, n // 5)  # noqa: S311  no secret


def _kept(chance: Random, year: int, requests: int, cases: int, items: int) -> Kept:
    asked = tuple(_request(chance, year, n) for n in range(requests))
    contested = tuple(_case(chance, year, n, asked) for n in range(cases))
    return Kept(year, asked, contested, tuple(_item(chance, year, n) for n in range(items)))


def _day(chance: Random, year: int, *, before: int = 90, after: int = 0) -> pendulum.Date:
    """A day of the year or some days around it."""
    first = pendulum.Date(year, 1, 1).toordinal() - before
    last = pendulum.Date(year, 12, 31).toordinal() + after
    if chance.random() < 0.1:
        return chance.choice([pendulum.Date(year, 1, 1), pendulum.Date(year, 12, 31), pendulum.Date(year - 1, 12, 31)])
    return _date(chance.randint(first, last))


def _date(ordinal: int) -> pendulum.Date:
    # date.fromordinal of a subclass gives that subclass.
    day = pendulum.Date.fromordinal(ordinal)
    return pendulum.Date(day.year, day.month, day.day)


def _later(chance: Random, day: pendulum.Date, most: int) -> pendulum.Date:
    """A day of the time after another, that one among them; now and then where a year ends or begins."""
    first, last = day.toordinal(), day.toordinal() + most
    edges = [pendulum.Date(day.year, 12, 31).toordinal(), pendulum.Date(day.year + 1, 1, 1).toordinal()]
    within = [edge for edge in edges if first <= edge <= last]
    return _date(chance.choice(within) if within and chance.random() < 0.3 else chance.randint(first, last))


def _request(chance: Random, year: int, number: int) -> Request:
    # Under the Regulation of 2007 a request had other steps.
    received = max(_day(chance, year, after=40), _REGULATION)
    applicant = Applicant(
        kind=chance.choice([ApplicantKind.NATURAL_PERSON, *ApplicantKind]), name=chance.choice(NAMES), contact=CONTACT
    )
    channel = chance.choice([Channel.IN_PERSON, Channel.ONLINE, Channel.SIGNED_MAIL])
    submitted = received if channel is Channel.IN_PERSON else _date(received.toordinal() - chance.randint(0, 5))
    events = [RequestEvent(kind=K.SUBMITTED, on=submitted), RequestEvent(kind=K.RECEIVED, on=received)]
    events += _handled(chance, received)
    return Request(
        id=f"依申请〔{year}〕{number + 1}号",
        applicant=applicant,
        channel=channel,
        content=f"申请人{applicant.name}要求公开某项信息",
        events=tuple(events),
    )


def _handled(chance: Random, received: pendulum.Date) -> list[RequestEvent]:
    """What happens to a request after it was received, each step when it may happen."""
    way = chance.random()
    handled = next(how for upto, how in _WAYS if way < upto)
    return handled(chance, received)


def _open(_chance: Random, _received: pendulum.Date) -> list[RequestEvent]:
    return []


def _withdrawn(chance: Random, received: pendulum.Date) -> list[RequestEvent]:
    return [RequestEvent(kind=K.WITHDRAWN, on=_later(chance, received, 10))]


def _with_third_party(chance: Random, received: pendulum.Date) -> list[RequestEvent]:
    asked = _later(chance, received, 5)
    answered = _later(chance, asked, 14)
    return [
        RequestEvent(kind=K.THIRD_PARTY_CONSULTED, on=asked, party="1"),
        RequestEvent(kind=K.THIRD_PARTY_ANSWERED, on=answered, consented=False, party="1"),
        RequestEvent(kind=K.REPLIED, on=_later(chance, answered, 7), outcome="denied.third_party_rights"),
    ]


def _extended(chance: Random, received: pendulum.Date) -> list[RequestEvent]:
    told = _later(chance, received, 20)
    extended = RequestEvent(kind=K.EXTENDED, on=told, days=20, notified_on=told, approved=True)
    return [extended, _reply(chance, _later(chance, told, 25))]


def _answered(chance: Random, received: pendulum.Date) -> list[RequestEvent]:
    return [_reply(chance, _later(chance, received, 26))]


def _reply(chance: Random, day: pendulum.Date) -> RequestEvent:
    free = [row for row in OUTCOMES if row not in _BY_EVENTS]
    return RequestEvent(kind=K.REPLIED, on=day, outcome=chance.choice(["granted", "partly_granted", *free]))


_BY_EVENTS = frozenset(
    {
        "other.correction_overdue",
        "other.fee_overdue",
        "denied.third_party_rights",
        "unavailable.unclear_after_correction",
    }
)
"""Outcomes that only certain events lead to."""


def _asked_to_supplement(chance: Random, received: pendulum.Date) -> list[RequestEvent]:
    asked = _later(chance, received, 6)
    until = _date(asked.toordinal() + 15)
    first = RequestEvent(kind=K.SUPPLEMENT_ASKED, on=asked, until=until)
    if chance.random() < 0.5:
        return [first, RequestEvent(kind=K.SUPPLEMENT_LAPSED, on=_date(until.toordinal() + 1))]
    supplied = _later(chance, asked, 15)
    reply = RequestEvent(
        kind=K.REPLIED,
        on=_later(chance, supplied, 26),
        outcome=chance.choice(["granted", "unavailable.unclear_after_correction"]),
    )
    return [first, RequestEvent(kind=K.SUPPLEMENTED, on=supplied), reply]


def _asked_to_pay(chance: Random, received: pendulum.Date) -> list[RequestEvent]:
    if received < _FEE_FROM:
        return _answered(chance, received)
    noticed = _later(chance, received, 10)
    until = _pay_by(noticed)
    first = RequestEvent(kind=K.FEE_NOTICED, on=noticed, until=until)
    if chance.random() < 0.5:
        return [first, RequestEvent(kind=K.FEE_LAPSED, on=_date(until.toordinal() + 1))]
    paid = _later(chance, noticed, 10)
    return [first, RequestEvent(kind=K.FEE_PAID, on=paid), _reply(chance, _later(chance, paid, 15))]


def _pay_by(noticed: pendulum.Date) -> pendulum.Date:
    return add_workdays(noticed, 20, provisional=True) if noticed.year > 2026 else add_workdays(noticed, 20)


_WAYS = (
    (0.08, _open),
    (0.16, _asked_to_supplement),
    (0.22, _asked_to_pay),
    (0.26, _withdrawn),
    (0.36, _with_third_party),
    (0.42, _extended),
    (1.01, _answered),
)
"""What becomes of a request, each with the share of requests up to it."""


def _case(chance: Random, year: int, number: int, requests: tuple[Request, ...]) -> Case:
    kind = chance.choice(list(CaseKind))
    filed = _day(chance, year, before=200, after=40)
    events = [CaseEvent(kind=C.FILED, on=filed), CaseEvent(kind=C.ACCEPTED, on=_later(chance, filed, 5))]
    if chance.random() < 0.75:
        decided = _later(chance, events[-1].on or filed, 60)
        events.append(CaseEvent(kind=C.DECIDED, on=decided, result=chance.choice(list(CaseResult))))
        if kind is not CaseKind.RECONSIDERATION and chance.random() < 0.3:
            appealed = _later(chance, decided, 15)
            events.append(CaseEvent(kind=C.APPEALED, on=appealed))
            if chance.random() < 0.6:
                on = _date(appealed.toordinal() + chance.randint(10, 90))
                events.append(CaseEvent(kind=C.APPEAL_DECIDED, on=on, result=chance.choice(list(CaseResult))))
    about = chance.choice(requests).id if requests else None
    return Case(
        id=f"案〔{year}〕{number + 1}", kind=kind, request=about, contested=Contested.REPLY, events=tuple(events)
    )


def _item(chance: Random, year: int, number: int) -> Item:
    kind = chance.choice([*ItemKind, *_DOCUMENTS * 4])
    made = _day(chance, year, before=1_500, after=20) if kind in _STANDING else _day(chance, year, before=200, after=20)
    published = _later(chance, made, 25) if chance.random() < 0.8 else None
    ends = chance.random()
    return Item(
        id=f"QS-{year}-{number + 1:05d}",
        title=f"第{number + 1}号信息",
        made_on=made,
        published_on=published,
        kind=kind,
        count=chance.randint(1, 40) if kind in _DECISIONS else 1,
        amount=Decimal(chance.randint(0, 9_000_000)) / 100 if kind in _MONEY else None,
        publicity=Publicity.PROACTIVE,
        channels=(PublicationChannel.WEBSITE,) if published else (),
        reviewed=True,
        valid_to=_later(chance, made, 1_800) if kind in _STANDING and ends < 0.2 else None,
        repealed_on=_later(chance, made, 1_500) if kind in _STANDING and ends > 0.75 else None,
    )


_STANDING = frozenset({*_DOCUMENTS, *_MATTERS})
_MONEY = frozenset({ItemKind.CHARGES, ItemKind.PROCUREMENT})
