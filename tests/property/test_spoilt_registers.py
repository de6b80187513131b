"""Whatever stands in a register, the rules keep to their cards, raise nothing and tell nothing personal."""

import time
from random import Random

import pendulum
import pytest
from tests.rules.entries import case, request

from govdisclosure.model.case import Case, CaseEvent, CaseEventKind, CaseKind, CaseResult, Contested, Procedure
from govdisclosure.model.register import Register
from govdisclosure.model.request import (
    OUTCOMES,
    Applicant,
    ApplicantKind,
    Channel,
    ReplyType,
    Request,
    RequestEvent,
    RequestEventKind,
)
from govdisclosure.rules.engine import assess_entries
from govdisclosure.rules.entries import EntriesQuestion
from govdisclosure.rules.registry import select

RULES = select(["REQ", "REM"])
CARDS = {rule.code: rule for rule in RULES}
NAME, PHONE, CONTENT = "欧阳标记", "13800138000", "内容标记"
NUMBERS = ("1", "2", "", PHONE, "x:1")
YEARS = (1, 1900, 2003, 2007, 2027, 2028, 9998, 9999)
_BASES = [pendulum.Date(year, month, 15).toordinal() for year in (2014, 2018, 2019, 2024, 2026) for month in (1, 5, 12)]


def _day(chance):
    draw = chance.random()
    if draw < 0.15:
        return None
    if draw < 0.2:
        return pendulum.Date(chance.choice(YEARS), chance.choice([1, 12]), chance.choice([1, 31]))
    day = pendulum.Date.fromordinal(chance.choice(_BASES) + chance.randint(-30, 16))
    return pendulum.Date(day.year, day.month, day.day)


def _some(chance, kinds):
    return chance.choice([None, *kinds])


def _request(chance):
    events = tuple(
        RequestEvent(
            kind=chance.choice([*RequestEventKind]),
            on=_day(chance),
            until=_day(chance),
            notified_on=_day(chance),
            days=chance.choice([None, 5, 20, -3, 10**9]),
            approved=_some(chance, [True, False]),
            consented=_some(chance, [True, False]),
            outcome=_some(chance, OUTCOMES),
            reply_type=_some(chance, ReplyType),
            party=_some(chance, [NAME]),
        )
        for _ in range(chance.randint(0, 9))
    )
    applicant = Applicant(kind=_some(chance, ApplicantKind), name=_some(chance, [NAME, ""]), contact=PHONE)
    number, channel, content = chance.choice(NUMBERS), _some(chance, Channel), _some(chance, [CONTENT, ""])
    return Request(id=number, applicant=applicant, channel=channel, content=content, events=events)


def _case(chance):
    events = tuple(
        CaseEvent(
            kind=chance.choice([*CaseEventKind]),
            on=_day(chance),
            days=chance.choice([None, 30, -1, 10**9]),
            result=_some(chance, CaseResult),
        )
        for _ in range(chance.randint(0, 8))
    )
    return Case(
        id=chance.choice(NUMBERS),
        kind=_some(chance, CaseKind),
        request=_some(chance, NUMBERS),
        contested=_some(chance, Contested),
        act_on=_day(chance),
        known_on=_day(chance),
        told=_some(chance, [True, False]),
        prior=_some(chance, NUMBERS),
        procedure=_some(chance, Procedure),
        events=events,
    )


@pytest.mark.parametrize("seed", range(60))
def test_anything_may_stand_in_a_register(seed):
    chance = Random(seed)  # noqa: S311  no secret
    register = Register(
        requests=tuple(_request(chance) for _ in range(8)), cases=tuple(_case(chance) for _ in range(8))
    )
    as_of = chance.choice([None, pendulum.Date(2024, 6, 1), pendulum.Date(2026, 12, 30), pendulum.Date(2027, 5, 1)])
    found = assess_entries(EntriesQuestion(register=register, as_of=as_of), RULES)
    assert found.crashed == ()
    for outcome in found:
        assert outcome.kind in CARDS[outcome.rule].kinds
        said = f"{outcome.message} {outcome.facts} {outcome.subject} {outcome.entry}"
        assert not any(mark in said for mark in (NAME, PHONE, CONTENT))
        assert "None" not in f"{outcome.message.zh}{outcome.message.en}"
    assert len({outcome.fingerprint for outcome in found}) == len(found)


def test_a_year_typed_wrongly_is_not_counted_to_day_by_day():
    begun = time.process_time()
    far = request("7", ("received", "2024-03-11"), ("extended", "9998-03-11"), ("replied", "9998-04-01"))
    long = request(
        "8", ("received", "2024-03-11"), ("extended", "2024-03-12", {"days": 10**9}), ("replied", "2024-09-02")
    )
    suit = case("A1", "litigation_direct", ("filed", "9999-12-31"), ("served", "9999-12-31"), known_on="2024-03-11")
    found = assess_entries(EntriesQuestion(register=Register(requests=(far, long), cases=(suit,))), RULES)
    assert found.crashed == ()
    assert time.process_time() - begun < 2


def test_one_number_for_all_is_no_reason_to_be_slow():
    def cost(n):
        same = [request("", ("received", "2024-03-11"), content="同") for _ in range(n)]
        cases = [case("", "litigation_direct", ("filed", "2024-03-11"), request="1") for _ in range(n)]
        cases += [case("", "reconsideration", ("filed", "2024-03-11"), request="1") for _ in range(n)]
        register = Register(requests=tuple(same), cases=tuple(cases))
        begun = time.process_time()
        assert assess_entries(EntriesQuestion(register=register), RULES).crashed == ()
        return time.process_time() - begun

    cost(100)
    few, many = min(cost(400) for _ in range(3)), min(cost(1600) for _ in range(3))
    assert many < 10 * few
