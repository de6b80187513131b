"""All rules about 100,000 requests beside a plain look at their last days: ``pytest bench --benchmark-only``."""

from random import Random

import pytest
from tests.property.lawful import FAR, any_request

from govdisclosure.law import published_calendar
from govdisclosure.model.register import Register
from govdisclosure.rules.engine import assess_entries
from govdisclosure.rules.entries import EntriesQuestion
from govdisclosure.rules.outcome import Kind
from govdisclosure.rules.registry import select

GROUP = "rules about 100,000 requests"
RULES = select(["REQ"])


@pytest.fixture(scope="module")
def requests():
    chance = Random(1)  # noqa: S311  no secret
    return tuple(any_request(chance, f"{n}") for n in range(100_000))


def test_yardstick(timed, requests):
    calendar = published_calendar()

    def plainly():
        return sum(
            calendar.add(one.received_on, 20) < one.events[-1].on for one in requests if one.received_on is not None
        )

    assert timed(GROUP, "yardstick", plainly, rounds=1) > 0


def test_every_rule(timed, requests):
    question = EntriesQuestion(register=Register(requests=requests), as_of=FAR)
    found = timed(GROUP, "all rules", lambda: assess_entries(question, RULES), rounds=1)
    assert found.of(Kind.FAIL, Kind.REVIEW) == ()
