from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.across.organs import judged, receiving, subjects
from tests.rules.building import department

from govdisclosure.rules.across.acr202_peers_outlier import RULE
from govdisclosure.rules.across.asking import Peers
from govdisclosure.rules.outcome import Kind, Level


def group(*values, year=2020):
    return [receiving(year, value, agency=department(f"青石县第{number}局")) for number, value in enumerate(values)]


def among(value, *others):
    mine = receiving(2020, value)
    return judged(RULE, mine, peers=Peers.of([mine, *group(*others)]))


def test_a_figure_far_from_those_of_organs_of_its_kind_is_for_a_person():
    others = [12, 15, 9, 14, 11, 18, 10, 13, 16, 12, 11, 14, 15, 10, 9, 13, 12, 17, 14, 11]
    (outcome,) = among(4_000, *others)
    assert (outcome.kind, outcome.level, outcome.subject) == (Kind.REVIEW, Level.NOTE, "2020:received")
    assert (outcome.facts["value"], outcome.facts["organs"]) == (4_000, 21)
    assert "4000：" in outcome.message.zh


@pytest.mark.parametrize(
    ("value", "others", "verdict"),
    [
        (4_000, [12] * 18, {"peers": "notApplicable"}),
        (20, [12] * 30, {"peers": "pass"}),
        (0, [40] * 30, {"peers": "pass"}),
        ("", [12] * 30, {"peers": "notApplicable"}),
    ],
)
def test_too_few_peers_and_small_differences_say_nothing(value, others, verdict):
    assert subjects(among(value, *others)) == verdict


def test_a_figure_below_zero_is_held_against_nobody_and_nobody_against_it():
    assert subjects(among(20, *[12] * 30, -5)) == {"peers": "pass"}
    assert subjects(among(-5, *[12] * 30)) == {"peers": "notApplicable"}


def test_organs_whose_kind_is_not_known_are_not_compared():
    stranger = department("青石水务")
    unknown = receiving(2020, 9_000, agency=type(stranger)(name="青石水务"))
    found = judged(RULE, unknown, peers=Peers.of([unknown, *group(*[3] * 40)]))
    assert subjects(found) == {"peers": "notApplicable"}


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 10**9), st.integers(20, 60))
def test_the_sizes_that_organs_really_have_do_not_stand_out(seed, count):
    random = Random(seed)  # noqa: S311  invented figures
    values = [round(random.lognormvariate(3, 0.8)) for _ in range(count)]
    far = sum(len(among(value, *values[:at], *values[at + 1 :])[0].facts) > 0 for at, value in enumerate(values[:3]))
    assert far <= 1
