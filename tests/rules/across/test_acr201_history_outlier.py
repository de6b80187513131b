from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.across.organs import judged, receiving, subjects

from govdisclosure.rules.across.acr201_history_outlier import RULE
from govdisclosure.rules.outcome import Kind, Level


def history(*values, first=2015):
    return tuple(receiving(first + number, value) for number, value in enumerate(values))


def test_a_digit_too_many_stands_out_and_only_that_year():
    (outcome,) = judged(RULE, *history(38, 41, 390, 44, 36, 47, 40))
    assert (outcome.kind, outcome.level, outcome.subject) == (Kind.REVIEW, Level.NOTE, "2017:received")
    assert outcome.facts == {"year": 2017, "value": 390, "median": "40.5", "deviation": 3, "years": 6}
    assert "390：" in outcome.message.zh
    assert outcome.at is None or outcome.at.cell is not None


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ((38, 41, 390, 44, 36), {"history": "notApplicable"}),
        ((38, 41, "", 44, 900, "?"), {"history": "pass"}),
        ((1, 0, 2, 15, 0, 1, 0), {"history": "pass"}),
        ((100, 90, 120, 260, 110, 95, 105), {"history": "pass"}),
        ((0, 0, 0, 0, 0, 0, 0), {"history": "pass"}),
        ((0, 0, 0, 80, 0, 0, 0), {"2018:received": "review"}),
        ((400, 390, 410, 3, 405, 395, 420), {"2018:received": "review"}),
    ],
)
def test_small_and_lively_figures_do_not_stand_out(values, verdict):
    assert subjects(judged(RULE, *history(*values))) == verdict


@given(st.integers(0, 10**9), st.integers(5, 3000), st.integers(6, 16))
def test_figures_that_go_up_and_down_by_a_third_never_stand_out(seed, size, count):
    random = Random(seed)  # noqa: S311  invented figures
    values = [round(size * random.uniform(0.67, 1.5)) for _ in range(count)]
    assert subjects(judged(RULE, *history(*values, first=2008))) == {"history": "pass"}


def test_a_pass_names_only_what_was_read_of_enough_years():
    (outcome,) = judged(RULE, *history(38, 41, "", 44, 36, "?", 40))
    assert outcome.message.zh == "结转件数（读出7年）没有相差悬殊的年度"
