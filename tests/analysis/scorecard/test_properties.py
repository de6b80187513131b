from decimal import Decimal
from random import Random

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.scorecard.making import assessment, card, outcome, scored

from govdisclosure.analysis.scorecard import Effect
from govdisclosure.rules.outcome import Kind

RULES = ("STR101", "STR102", "STR103", "PRI101")
KINDS = (Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.PASS, Kind.NOT_APPLICABLE)
OUTCOMES = st.lists(st.tuples(st.sampled_from(RULES), st.sampled_from(KINDS)), max_size=12)
CRASHED = st.lists(st.sampled_from(RULES), max_size=2, unique=True)
FIGURES = st.integers(1, 40).map(lambda n: Decimal(n) / 2)
LOOK = settings(max_examples=60, deadline=None)


@st.composite
def indicators(draw, key):
    how = draw(st.sampled_from(["deduct", "all", "share"]))
    worth = draw(FIGURES)
    found = {
        "key": key,
        "name_zh": key,
        "how": how,
        "points": worth,
        "select": draw(st.lists(st.sampled_from(RULES[:3]), min_size=1, max_size=3, unique=True)),
        "review": draw(st.sampled_from(["open", "pass", "deduct"])),
        "bonus": draw(st.booleans()) and key != "a",
    }
    if how == "deduct":
        found |= {"per": draw(FIGURES), "count": draw(st.sampled_from(["findings", "rules"]))}
        found |= draw(st.sampled_from([{}, {"cap": worth / 2}]))
        found |= {"per_review": draw(FIGURES)} if found["review"] == "deduct" else {}
    return found


@st.composite
def cards(draw):
    veto = {"key": "v", "name_zh": "v", "how": "veto", "select": ["PRI101"], "most": draw(FIGURES)}
    listed = [draw(indicators(key)) for key in "abc"]
    return card(*listed, veto, not_applicable=draw(st.sampled_from(["left_out", "spread", "full"])))


def made(pairs):
    return [outcome(rule, kind, number) for number, (rule, kind) in enumerate(pairs)]


@LOOK
@given(cards(), OUTCOMES, CRASHED)
def test_points_stay_between_nothing_and_their_worth_and_every_loss_is_traced(held, pairs, crashed):
    found = scored(held, assessment("甲", made(pairs), crashed=crashed)).organs[0]
    for one in found.indicators:
        assert 0 <= one.lowest <= one.highest <= one.indicator.points
        assert 0 <= one.earned <= one.judged <= one.indicator.points
        assert one.lost == sum(trace.lost for trace in one.traces)
        assert all(trace.lost >= 0 for trace in one.traces)
        assert all(trace.outcome is not None for trace in one.traces if trace.effect is Effect.LOST)
        assert one.earned == one.lowest
    if found.score is not None:
        assert found.lowest <= found.score <= found.highest
    assert found.coverage is None or 0 <= found.coverage <= 1


@LOOK
@given(cards(), OUTCOMES, CRASHED, st.sampled_from(RULES))
def test_one_more_open_outcome_never_raises_the_least_nor_lowers_the_most(held, pairs, crashed, rule):
    before = scored(held, assessment("甲", made(pairs), crashed=crashed)).organs[0]
    after = scored(held, assessment("甲", [*made(pairs), outcome(rule, Kind.OPEN, 99)], crashed=crashed)).organs[0]
    for old, new in zip(before.indicators, after.indicators, strict=True):
        if old.state.value != "not_applicable":
            assert new.lowest <= old.lowest
            assert new.highest >= old.highest
            assert new.judged <= old.judged


@LOOK
@given(cards(), OUTCOMES, st.data())
def test_whatever_settles_what_is_open_the_score_is_within_its_range(held, pairs, data):
    outcomes = made(pairs)
    before = scored(held, assessment("甲", outcomes)).organs[0]
    passing = (Kind.FAIL, Kind.PASS)
    end = [
        attrs.evolve(one, kind=data.draw(st.sampled_from(passing)), level="error")
        if one.kind is Kind.OPEN or (one.kind is Kind.REVIEW and data.draw(st.booleans()))
        else one
        for one in outcomes
    ]
    reviews = {one.indicator.key for one in before.indicators if one.indicator.review.value != "open"}
    after = scored(held, assessment("甲", [attrs.evolve(one, level=_level(one)) for one in end])).organs[0]
    for old, new in zip(before.indicators, after.indicators, strict=True):
        if old.indicator.key not in reviews and old.state.value != "not_applicable":
            assert old.lowest <= new.lowest
            assert new.highest <= old.highest


def _level(one):
    return outcome(one.rule, one.kind).level


@LOOK
@given(cards(), st.lists(OUTCOMES, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_the_order_in_which_things_come_changes_nothing(held, reports, random):
    first = [assessment(f"机关{n}", made(pairs)) for n, pairs in enumerate(reports)]
    again = [attrs.evolve(one, outcomes=shuffled(one.outcomes, random)) for one in shuffled(first, random)]
    assert scored(held, *first).to_dict() == scored(held, *again).to_dict()


def shuffled(given_, random: Random):
    found = list(given_)
    random.shuffle(found)
    return tuple(found)


@LOOK
@given(cards(), st.lists(OUTCOMES, min_size=2, max_size=8))
def test_places_are_one_more_than_those_ahead_and_ties_share_one(held, reports):
    found = scored(held, *(assessment(f"机关{n}", made(pairs)) for n, pairs in enumerate(reports)))
    ranked = [one for one in found if one.rank is not None]
    for one in ranked:
        assert one.rank.place == 1 + sum(other.score > one.score for other in ranked)
        assert one.rank.tied == (sum(other.score == one.score for other in ranked) > 1)
        others = [other for other in ranked if other is not one]
        assert one.rank.best == 1 + sum(other.lowest > one.highest for other in others)
        assert one.rank.worst == 1 + sum(other.highest > one.lowest for other in others)
        assert one.rank.best <= one.rank.place <= one.rank.worst
