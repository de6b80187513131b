"""However much there is, what is shown is bounded and says what it leaves out, and takes no more than linear time."""

import time

import attrs
import pendulum
import pytest
from tests.showing.reading import faults
from tests.showing.samples import samples

import govdisclosure
from govdisclosure.law.deadlines import term
from govdisclosure.law.receipt import Pause
from govdisclosure.model.forms import TableName
from govdisclosure.model.request import RequestEvent, RequestEventKind
from govdisclosure.register.tables.booking import Reason, Uncounted
from govdisclosure.register.timelines import timeline

MOST = 3_000_000
"""Characters that one object may put into a notebook."""
TIMES_SLOWER = 10  # four times as much should take four times as long; sixteen would be quadratic
NOISE = 0.05


def _report(n):
    """A report of ``n`` sections, each of half a page."""
    report = samples()["report"]
    section = report.sections[0]
    words = "本年度按规定开展各项工作，公开率100%。\n" * 40
    sections = tuple(attrs.evolve(section, heading=f"第{k}部分", text=words) for k in range(n))
    return attrs.evolve(report, sections=sections, text=words * n)


def _outcomes(n):
    found = samples()["assessment"].outcomes
    return (found * (n // len(found) + 1))[:n]


def _assessment(n):
    return attrs.evolve(samples()["assessment"], outcomes=_outcomes(n))


def _collection(n):
    found = samples()["collection assessment"]
    organ = attrs.evolve(found.organs[0], outcomes=_outcomes(300))
    return attrs.evolve(found, organs=tuple(attrs.evolve(organ, organ=f"第{k}局") for k in range(n // 100)))


def _decided(n):
    found = samples()["decided"]
    return attrs.evolve(found, assessed=tuple((f"{k}.html", found.assessed[0][1]) for k in range(n // 20)))


def _request(n):
    received = RequestEvent(kind=RequestEventKind.RECEIVED, on=pendulum.Date(2024, 5, 6))
    extended = RequestEvent(kind=RequestEventKind.FEE_NOTICED, on=pendulum.Date(2024, 5, 7))
    return attrs.evolve(samples()["request"], events=(received, *[extended] * n))


def _receipt(n):
    last = pendulum.Date.fromordinal(pendulum.Date(2008, 6, 4).toordinal() + min(n, 6000))
    return term("reply", pendulum.Date(2008, 6, 2), pauses=(Pause(first=pendulum.Date(2008, 6, 4), last=last),))


def _compiled(n):

    left = Uncounted(
        entry="A1", table=TableName.REQUESTS, reason=Reason.DUPLICATE, zh="编号重复", en="the number stands twice"
    )
    return attrs.evolve(samples()["compiled"], uncounted=(left,) * n)


MADE = {
    "report": _report,
    "assessment": _assessment,
    "organ": lambda n: attrs.evolve(samples()["organ assessment"], outcomes=_outcomes(n)),
    "collection": _collection,
    "decided": _decided,
    "marked": lambda n: govdisclosure.marked(attrs.evolve(_assessment(n), report=_report(n))),
    "request": _request,
    "timeline": lambda n: timeline(_request(n)),
    "receipt": _receipt,
    "compiled": _compiled,
}


@pytest.mark.parametrize("name", sorted(MADE))
def test_a_notebook_is_not_flooded(name):
    shown = MADE[name](8000)
    page = shown.to_html()
    assert len(page) < MOST
    assert faults(page) == []
    assert any(words in page for words in ("另有", "略去", "未画出"))
    english = shown.to_html("en")
    assert any(words in english for words in (" more", "left out", "not drawn"))


@pytest.mark.parametrize("name", sorted(MADE))
def test_it_takes_linear_time(name):
    few, many = MADE[name](1000), MADE[name](4000)
    assert _seconds(many) < TIMES_SLOWER * _seconds(few) + NOISE


def _seconds(shown):
    taken = []
    for _ in range(2):
        begun = time.perf_counter()
        shown.to_html()
        taken.append(time.perf_counter() - begun)
    return min(taken)
