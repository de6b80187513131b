"""What is in order is not accused, and what is not is named by its number."""

import attrs
import pendulum
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.property.lawful import FAR, FAULTS, lawful

from govdisclosure.rules.engine import assess_entries
from govdisclosure.rules.entries import EntriesQuestion
from govdisclosure.rules.outcome import Kind
from govdisclosure.rules.registry import select

RULES = select(["REQ", "REM"])
ACCUSED = (Kind.FAIL, Kind.REVIEW)
DAYS = st.dates(pendulum.Date(2024, 1, 10), pendulum.Date(2025, 6, 30)).map(
    lambda day: pendulum.Date(day.year, day.month, day.day)
)


def judged(register, as_of=FAR):
    assessment = assess_entries(EntriesQuestion(register=register, as_of=as_of), RULES)
    assert assessment.crashed == ()
    return assessment


@settings(max_examples=150, deadline=None)
@given(lawful(), st.booleans())
def test_a_register_in_order_is_accused_of_nothing(register, today):
    found = judged(register, FAR if today else None)
    assert [(o.rule, o.subject, o.message.zh) for o in found.of(*ACCUSED, Kind.OPEN) if o.needs != ("as_of",)] == []
    assert {o.rule for o in found} == {rule.code for rule in RULES}


@pytest.mark.parametrize("what", FAULTS)
@settings(max_examples=15, deadline=None)
@given(register=lawful(most=4), day=DAYS)
def test_a_planted_fault_is_found_by_its_rule_and_named(what, register, day):
    code, plant = FAULTS[what]
    requests, cases = plant(day)
    planted = attrs.evolve(register, requests=(*register.requests, *requests), cases=(*register.cases, *cases))
    found = judged(planted).of(*ACCUSED)
    assert [o.entry for o in found if o.rule == code] == ["BAD"]
    assert {o.entry for o in found} == {"BAD"}
    assert all("BAD" in o.message.zh and "BAD" in o.message.en for o in found)
    assert not any(secret in str(o.message) + str(o.facts) for o in found for secret in ("某甲", "秘密", "13800138000"))


def test_every_rule_has_a_fault_planted_but_the_one_that_needs_a_catalogue():
    assert {rule.code for rule in RULES} - {code for code, _ in FAULTS.values()} == {"REQ108"}
