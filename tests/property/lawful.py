"""Random registers in which everything was done as the law says and written down, and faults to plant in them."""

from collections.abc import Callable
from random import Random
from typing import Any

import attrs
import pendulum
from hypothesis import strategies as st

from govdisclosure.errors import NotInForceError
from govdisclosure.law import add_workdays
from govdisclosure.law.handling import handling
from govdisclosure.model.case import (
    Case,
    CaseEvent,
    CaseEventKind,
    CaseKind,
    CaseResult,
    Contested,
    Procedure,
)
from govdisclosure.model.register import Register
from govdisclosure.model.request import (
    OUTCOMES,
    Applicant,
    ApplicantKind,
    Channel,
    Request,
    RequestEvent,
    RequestEventKind,
)

E, C = RequestEventKind, CaseEventKind
FAR = pendulum.Date(2026, 11, 2)
"""A day after everything in these registers."""
_SPANS = (
    (pendulum.Date(2010, 1, 1), pendulum.Date(2018, 12, 31)),
    (pendulum.Date(2019, 6, 1), pendulum.Date(2025, 6, 30)),
)
_NEW = pendulum.Date(2019, 5, 15)
_FEE = pendulum.Date(2021, 1, 1)
# Outcomes that need something before them.
_BOUND = {
    "denied.third_party_rights",
    "unavailable.unclear_after_correction",
    "not_processed.repeat",
    "not_processed.excessive",
    "other.correction_overdue",
    "other.fee_overdue",
}
_REFUSALS = {f"denied.{ground}" for ground in ("state_secret", "security_and_stability", "internal_affairs")}


def wd(day: pendulum.Date, days: int) -> pendulum.Date:
    """A day so many working days later."""
    later = add_workdays(day, days)
    return pendulum.Date(later.year, later.month, later.day)


def within(chance: Random, first: pendulum.Date, last: pendulum.Date) -> pendulum.Date:
    """A day of a time, its first and last among them."""
    day = pendulum.Date.fromordinal(chance.randint(first.toordinal(), max(first.toordinal(), last.toordinal())))
    return pendulum.Date(day.year, day.month, day.day)


def on(kind: RequestEventKind, day: pendulum.Date | None, **fields: Any) -> RequestEvent:
    """An event of a request."""
    return RequestEvent(kind=kind, on=day, **fields)


def at(kind: CaseEventKind, day: pendulum.Date | None, **fields: Any) -> CaseEvent:
    """An event of a case."""
    return CaseEvent(kind=kind, on=day, **fields)


def term(received: pendulum.Date) -> int:
    """The working days of the term for a reply."""
    return 20 if received >= _NEW else 15


def request(number: str, received: pendulum.Date, *events: RequestEvent, **fields: Any) -> Request:
    """A request with its receipt; applicant and content are its own."""
    made = {"applicant": Applicant(kind=ApplicantKind.RESEARCH, name=f"某甲{number}", contact="13800138000")}
    made |= {"channel": Channel.SIGNED_MAIL, "content": f"秘密的内容{number}"}
    start = (on(E.SUBMITTED, received), on(E.RECEIVED, received))
    return Request(**{"id": number, "events": (*start, *events), **made, **fields})


def reply(day: pendulum.Date | None, outcome: str = "granted") -> RequestEvent:
    """A reply, its kind among those that lead to its outcome."""
    try:
        kinds = handling(outcome, day).reply_types if day else ()
    except NotInForceError:
        kinds = ()
    return on(E.REPLIED, day, outcome=outcome, reply_type=kinds[0] if kinds else None)


def _plain(chance: Random, received: pendulum.Date) -> list[RequestEvent]:
    return [
        reply(
            within(chance, received, wd(received, term(received))),
            chance.choice([x for x in OUTCOMES if x not in _BOUND]),
        )
    ]


def _third(chance: Random, received: pendulum.Date) -> list[RequestEvent]:
    asked = within(chance, received, wd(received, 10))
    came = within(chance, asked, wd(asked, 14))
    outcome, consented = chance.choice(
        [("denied.third_party_rights", False), ("granted", True), ("partly_granted", True)]
    )
    answer = on(E.THIRD_PARTY_ANSWERED, came, consented=consented, party="乙")
    last = max(came, wd(received, term(received)))
    return [on(E.THIRD_PARTY_CONSULTED, asked, party="乙"), answer, reply(within(chance, came, last), outcome)]


def _extended(chance: Random, received: pendulum.Date) -> list[RequestEvent]:
    days = term(received)
    decided = within(chance, received, wd(received, days))
    told = within(chance, decided, wd(received, days))
    last = wd(received, days + days)
    event = on(E.EXTENDED, decided, days=days, approved=True, notified_on=told)
    return [event, reply(within(chance, decided, last))]


def _supplement(chance: Random, received: pendulum.Date) -> list[RequestEvent]:
    if received < _NEW:
        return _plain(chance, received)
    asked = within(chance, received, wd(received, 7))
    until = wd(asked, 10)
    notice = on(E.SUPPLEMENT_ASKED, asked, until=until)
    if chance.random() < 0.4:
        lapsed = within(chance, wd(until, 1), wd(until, 5))
        said = [reply(lapsed, "other.correction_overdue")] if chance.random() < 0.5 else []
        return [notice, on(E.SUPPLEMENT_LAPSED, lapsed), *said]
    came = within(chance, asked, until)
    outcome = chance.choice(["granted", "unavailable.unclear_after_correction"])
    return [notice, on(E.SUPPLEMENTED, came), reply(within(chance, came, wd(came, 20)), outcome)]


def _fee(chance: Random, received: pendulum.Date) -> list[RequestEvent]:
    if received < _FEE:
        return _plain(chance, received)
    noticed = within(chance, received, wd(received, 10))
    notice = on(E.FEE_NOTICED, noticed, until=wd(noticed, 20))
    if chance.random() < 0.5:
        return [notice, on(E.FEE_LAPSED, wd(noticed, chance.randint(21, 30)))]
    paid = within(chance, noticed, wd(noticed, 20))
    return [notice, on(E.FEE_PAID, paid), reply(within(chance, paid, wd(paid, 8)))]


def _withdrawn(chance: Random, received: pendulum.Date) -> list[RequestEvent]:
    return [on(E.WITHDRAWN, within(chance, received, wd(received, term(received))))]


def _mass(chance: Random, received: pendulum.Date) -> list[RequestEvent]:
    if received < _NEW:
        return _plain(chance, received)
    asked = within(chance, received, wd(received, 5))
    given = within(chance, asked, wd(asked, 5))
    answer = reply(within(chance, given, wd(received, 20)), "not_processed.excessive")
    return [on(E.REASONS_ASKED, asked), on(E.REASONS_GIVEN, given), answer]


_WAYS = (_plain, _plain, _third, _extended, _supplement, _fee, _withdrawn, _mass)


def any_request(chance: Random, number: str) -> Request:
    """A request handled in any lawful way."""
    received = within(chance, *chance.choice(_SPANS))
    made = request(number, received, *chance.choice(_WAYS)(chance, received))
    channel = chance.choice([*Channel])
    kind = chance.choice([*ApplicantKind])
    return attrs.evolve(made, channel=channel, applicant=attrs.evolve(made.applicant, kind=kind))


def _repeats(chance: Random, number: str) -> list[Request]:
    """A request and the same again, answered as a repeat."""
    first = request(number, within(chance, *_SPANS[1]))
    first = attrs.evolve(first, events=(*first.events, reply(wd(first.received_on, 5))))
    later = wd(first.received_on, chance.randint(6, 60))
    again = request(f"{number}-2", later, reply(wd(later, 3), "not_processed.repeat"))
    return [first, attrs.evolve(again, applicant=first.applicant, content=first.content)]


def cases_about(chance: Random, one: Request) -> list[Case]:
    """Cases about a request that was replied to, in the way that the law leaves open."""
    answer = one.first(E.REPLIED)
    if answer is None or answer.on is None or answer.outcome not in {*_REFUSALS, "granted", "unavailable.not_held"}:
        return []
    known = wd(answer.on, 2)
    made = {"request": one.id, "contested": Contested.REPLY, "act_on": answer.on, "known_on": known, "told": True}
    filed = within(chance, known, known.add(days=50))
    if chance.random() < 0.3 and answer.outcome not in _REFUSALS:
        return [_suit(chance, f"直{one.id}", CaseKind.LITIGATION_DIRECT, filed, made)]
    if answer.on.year < filed.year == 2024:  # between two laws
        return []
    accepted = wd(filed, chance.randint(0, 5))
    served = wd(accepted, chance.randint(0, 3))
    decided = within(chance, wd(served, 6), max(wd(served, 6), accepted.add(days=28)))
    # Ten days under the law of 1999, five working days in the simplified procedure of 2023.
    handed = min(wd(served, chance.randint(0, 5)), served.add(days=10))
    procedure = chance.choice([Procedure.SIMPLIFIED, Procedure.NORMAL, None]) if filed.year >= 2024 else None
    events = [at(C.FILED, filed), at(C.ACCEPTED, accepted), at(C.SERVED, served)]
    events += [at(C.ANSWERED, min(handed, decided)), at(C.DECIDED, decided, result=chance.choice([*CaseResult]))]
    prior = Case(id=f"复{one.id}", kind=CaseKind.RECONSIDERATION, procedure=procedure, events=tuple(events), **made)
    if chance.random() < 0.5:
        return [prior]
    sued = within(chance, decided, decided.add(days=15))
    after = CaseKind.LITIGATION_AFTER_RECONSIDERATION
    return [prior, _suit(chance, f"诉{one.id}", after, sued, {**made, "prior": prior.id})]


def _suit(chance: Random, number: str, kind: CaseKind, filed: pendulum.Date, made: dict[str, Any]) -> Case:
    accepted = filed.add(days=chance.randint(0, 7))
    served = accepted.add(days=chance.randint(0, 5))
    handed = served.add(days=chance.randint(0, 10))
    decided = within(chance, handed, max(handed, accepted.add(days=40)))
    events = [at(C.FILED, filed), at(C.ACCEPTED, accepted), at(C.SERVED, served), at(C.ANSWERED, handed)]
    return Case(id=number, kind=kind, events=(*events, at(C.DECIDED, decided, result=CaseResult.UPHELD)), **made)


@st.composite
def lawful(draw: st.DrawFn, most: int = 8) -> Register:
    """Any register in which everything is in order and recorded."""
    chance = draw(st.randoms(use_true_random=False))
    requests = [any_request(chance, f"N{n}") for n in range(draw(st.integers(0, most)))]
    requests += [one for n in range(draw(st.integers(0, 2))) for one in _repeats(chance, f"R{n}")]
    if draw(st.booleans()):
        requests.append(request("OPEN", pendulum.Date(2026, 10, 26)))
    cases = [case for one in requests for case in cases_about(chance, one)]
    return Register(requests=tuple(requests), cases=tuple(cases))


Planted = tuple[tuple[Request, ...], tuple[Case, ...]]


def _only(*entries: Request | Case) -> Planted:
    return tuple(x for x in entries if isinstance(x, Request)), tuple(x for x in entries if isinstance(x, Case))


def _bad(day: pendulum.Date, *events: RequestEvent, **fields: Any) -> Planted:
    return _only(request("BAD", day, *events, **fields))


def _contested(day: pendulum.Date, *events: CaseEvent, outcome: str = "granted", **fields: Any) -> Planted:
    """A faulty case about a request that is in order."""
    about = request("FINE", day, reply(wd(day, 5), outcome))
    made = {"request": "FINE", "contested": Contested.REPLY, "known_on": wd(day, 6), "told": True}
    return _only(about, Case(**{"id": "BAD", "kind": CaseKind.RECONSIDERATION, "events": events, **made, **fields}))


def _twice(day: pendulum.Date) -> Planted:
    return _only(*(request("BAD", wd(day, n), reply(wd(day, n + 2)), content=f"其{n}") for n in (0, 3)))


FAULTS: dict[str, tuple[str, Callable[[pendulum.Date], Planted]]] = {
    "late": ("REQ101", lambda d: _bad(d, reply(wd(d, 21)))),
    "overdue": ("REQ101", _bad),
    "before receipt": ("REQ102", lambda d: _bad(d, reply(d.subtract(days=1)))),
    "third party passed by": (
        "REQ102",
        lambda d: _bad(d, on(E.THIRD_PARTY_CONSULTED, wd(d, 1)), reply(wd(d, 5))),
    ),
    "extended too late": (
        "REQ103",
        lambda d: _bad(d, on(E.EXTENDED, wd(d, 22), days=10, approved=True, notified_on=wd(d, 22)), reply(wd(d, 25))),
    ),
    "extended too long": (
        "REQ103",
        lambda d: _bad(d, on(E.EXTENDED, d, days=40, approved=True, notified_on=d), reply(wd(d, 25))),
    ),
    "supplement asked late": (
        "REQ104",
        lambda d: _bad(
            d, on(E.SUPPLEMENT_ASKED, wd(d, 8), until=wd(d, 18)), on(E.SUPPLEMENTED, wd(d, 9)), reply(wd(d, 12))
        ),
    ),
    "lapsed early": (
        "REQ104",
        lambda d: _bad(d, on(E.SUPPLEMENT_ASKED, d, until=wd(d, 10)), on(E.SUPPLEMENT_LAPSED, wd(d, 5))),
    ),
    "third party not asked": ("REQ105", lambda d: _bad(d, reply(wd(d, 5), "denied.third_party_rights"))),
    "no outcome": ("REQ106", lambda d: _bad(d, on(E.REPLIED, wd(d, 5)))),
    "wrong kind of reply": (
        "REQ107",
        lambda d: _bad(d, attrs.evolve(reply(wd(d, 5), "denied.state_secret"), outcome="not_processed.publication")),
    ),
    "answer to nothing": ("REQ109", lambda d: _bad(d, on(E.ORGAN_ANSWERED, wd(d, 2)), reply(wd(d, 5)))),
    "future": ("REQ110", lambda d: _bad(d, reply(FAR.add(years=10)))),
    "two outcomes": ("REQ111", lambda d: _bad(d, reply(wd(d, 5)), reply(wd(d, 6), "partly_granted"))),
    "who asked": ("REQ112", lambda d: _bad(d, reply(wd(d, 5)), applicant=Applicant())),
    "number twice": ("REQ113", _twice),
    "no earlier": ("REQ114", lambda d: _bad(d, reply(wd(d, 5), "not_processed.repeat"))),
    "fee lapsed early": ("REQ115", lambda d: _bad(d, on(E.FEE_NOTICED, d), on(E.FEE_LAPSED, wd(d, 10)))),
    "in person": (
        "REQ116",
        lambda d: _only(
            Request(
                id="BAD",
                channel=Channel.IN_PERSON,
                applicant=Applicant(kind=ApplicantKind.RESEARCH),
                events=(on(E.SUBMITTED, d), on(E.RECEIVED, wd(d, 1)), reply(wd(d, 5))),
            )
        ),
    ),
    "filed late": ("REM101", lambda d: _contested(d, at(C.FILED, wd(d, 80)))),
    "accepted late": ("REM102", lambda d: _contested(d, at(C.FILED, wd(d, 10)), at(C.ACCEPTED, wd(d, 17)))),
    "answered late": (
        "REM103",
        lambda d: _contested(d, at(C.FILED, wd(d, 10)), at(C.SERVED, wd(d, 12)), at(C.ANSWERED, wd(d, 24))),
    ),
    "pending": ("REM104", lambda d: _contested(d, at(C.FILED, wd(d, 10)), at(C.ACCEPTED, wd(d, 12)))),
    "not told": (
        "REM105",
        lambda d: _contested(d, at(C.FILED, wd(d, 10)), outcome="denied.state_secret", told=False),
    ),
    "no such request": ("REM106", lambda d: _contested(d, at(C.FILED, wd(d, 10)), request="NONE")),
    "decided before filed": (
        "REM107",
        lambda d: _contested(d, at(C.FILED, wd(d, 10)), at(C.DECIDED, wd(d, 9), result=CaseResult.UPHELD)),
    ),
    "no result": ("REM108", lambda d: _contested(d, at(C.FILED, wd(d, 10)), at(C.DECIDED, wd(d, 20)))),
}
"""What can be wrong with one entry, numbered ``BAD``: the rule meant for it, and how to make it from a day."""
