import json
from functools import cache
from pathlib import Path

import attrs
import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure import api
from govdisclosure.decisions import Baseline, Suppressions, SuppressionState, compare, decide
from govdisclosure.errors import UsageError
from govdisclosure.rules.decision import Change
from govdisclosure.rules.outcome import Kind, Level, Message

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@cache
def judged():
    found = [api.check(path) for path in sorted(EXAMPLES.iterdir()) if path.suffix in {".txt", ".html"}]
    return max(found, key=lambda one: len(attention(one)))


def attention(assessment):
    return assessment.of(Kind.FAIL, Kind.REVIEW, Kind.OPEN)


def changed(assessment, n, **changes):
    target = attention(assessment)[n]
    outcomes = tuple(attrs.evolve(one, **changes) if one is target else one for one in assessment.outcomes)
    return attrs.evolve(assessment, outcomes=outcomes)


def test_the_example_has_something_to_decide():
    assert len(attention(judged())) >= 2


@given(st.randoms(use_true_random=False), st.integers(1, 500))
def test_a_rerun_loses_no_decision_whatever_the_order_and_the_offsets(random, shift):
    outcomes = [
        one
        if one.at is None
        else attrs.evolve(one, at=attrs.evolve(one.at, start=one.at.start + shift, end=one.at.end + shift))
        for one in judged().outcomes
    ]
    random.shuffle(outcomes)
    found = compare(judged(), attrs.evolve(judged(), outcomes=tuple(outcomes)))
    assert (len(found.unchanged), found.new, found.updated, found.absent) == (len(attention(judged())), (), (), ())


@given(st.integers(1, 40))
def test_text_put_before_everything_loses_no_decision(lines):
    source = EXAMPLES / Path(judged().report.source.uri).name
    if source.suffix != ".txt":
        pytest.skip("the example is no plain text")
    again = api.check(("\n" * lines).encode() + source.read_bytes())
    found = compare(judged(), again)
    assert (found.new, found.absent) == ((), ())


def test_a_baseline_file_reads_back_and_is_the_same_bytes_whatever_the_order():
    known = Baseline.of(judged())
    text = known.dumps()
    assert Baseline.loads(text) == known
    backwards = attrs.evolve(judged(), outcomes=judged().outcomes[::-1])
    assert Baseline.of(backwards).dumps() == text
    assert json.loads(text)["schema"] == 1


def test_new_updated_and_absent():
    known = Baseline.of(judged())
    first, second = attention(judged())[:2]
    more = changed(changed(judged(), 0, message=Message("另一数", "another")), 1, fingerprint="f" * 16)
    found = compare(known, more)
    assert [one.fingerprint for one in found.updated] == [first.fingerprint]
    assert [one.fingerprint for one in found.new] == ["f" * 16]
    rule_ran = any(one.rule == second.rule for one in more.outcomes)
    assert rule_ran
    assert [one.fingerprint for one in found.absent] == [second.fingerprint]
    assert not found.updated[0].graver
    assert found.updated[0].decided
    assert not found.new[0].decided


def test_what_became_graver_is_not_decided():
    lighter = changed(judged(), 0, kind=Kind.OPEN, level=Level.NOTE)
    heavier = changed(judged(), 0, kind=Kind.FAIL, level=Level.ERROR)
    (updated,) = compare(lighter, heavier).updated
    assert updated.graver
    assert not updated.decided


def test_what_was_not_judged_is_kept_and_not_absent():
    gone = attrs.evolve(judged(), outcomes=())
    found = compare(judged(), gone)
    assert found.absent == ()
    assert found.baseline().entries == Baseline.of(judged()).entries
    code = attention(judged())[0].rule
    crashed = attrs.evolve(
        judged(), outcomes=tuple(o for o in judged().outcomes if o.rule != code), crashed=((code, "KeyError"),)
    )
    assert compare(judged(), crashed).absent == ()
    passed = attrs.evolve(judged(), outcomes=tuple(o for o in judged().outcomes if o not in attention(judged())))
    settled = attrs.evolve(passed, outcomes=(*passed.outcomes, attrs.evolve(attention(judged())[0], kind=Kind.PASS)))
    gone = compare(judged(), [("a", settled), ("b", crashed)]).absent
    assert code not in {entry.rule for entry in gone}


def test_reports_without_a_name_are_kept_apart_by_their_paths():
    nameless = attrs.evolve(judged(), report=attrs.evolve(judged().report, agency=None))
    known = Baseline.of([("a.txt", nameless)])
    assert compare(known, [("a.txt", nameless)]).new == ()
    assert len(compare(known, [("b.txt", nameless)]).new) == len(attention(nameless))


def toml(more="", code=None):
    one = attention(judged())[0]
    return f'[[suppress]]\ncode = "{code or one.rule}"\nsubject = "{one.subject}"\nreason = "另附说明"\n{more}'


def test_a_suppression_decides_and_is_in_no_baseline():
    held = decide(judged(), suppressions=Suppressions.loads(toml()))
    (status,) = held.suppressions
    assert (status.state, status.count >= 1) == (SuppressionState.USED, True)
    marked = [one for one in held.assessed[0][1].outcomes if one.suppression]
    assert [one.subject for one in marked] == [attention(judged())[0].subject] * status.count
    assert all(one.decided for one in marked)
    assert len(held.baseline()) == len(Baseline.of(judged())) - status.count


@pytest.mark.parametrize(
    ("more", "as_of", "state"),
    [
        ("until = 2026-06-30", "2026-06-30", "used"),
        ("until = 2026-06-30", "2026-07-01", "expired"),
        ("until = 2026-06-30", None, "undated"),
        ("year = 1999", None, "elsewhere"),
        ('source = "no/*.txt"', None, "elsewhere"),
    ],
)
def test_the_states_of_a_suppression(more, as_of, state):
    day = None if as_of is None else pendulum.Date.fromisoformat(as_of)
    held = decide(judged(), suppressions=Suppressions.loads(toml(more)), as_of=day)
    assert held.suppressions[0].state == state
    assert any(one.suppression for one in held.assessed[0][1].outcomes) is (state == "used")


def test_a_suppression_of_what_is_gone_is_unused():
    code = attention(judged())[0].rule
    text = f'[[suppress]]\ncode = "{code}"\nsubject = "never-was"\nreason = "x"'
    assert decide(judged(), suppressions=Suppressions.loads(text)).suppressions[0].state == "unused"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[[suppress]]\ncode = "STR101"\nsubject = "a"', "reason"),
        ('[[suppress]]\ncode = "STR101"\nreason = "a"', "--ignore"),
        ('[[suppress]]\ncode = "STR101"\nsubjekt = "a"\nreason = "a"', "subject"),
        ('[[suppress]]\ncode = "S*"\nyear = 2023\nreason = "a"', "STR101"),
        ('[[suppress]]\ncode = "STR101"\nyear = "2023"\nreason = "a"', "whole number"),
        ('[[suppress]]\ncode = "STR101"\nyear = 1\nreason = "a"\nuntil = "2026-01-01"', "without quotes"),
        ("suppress = 1", "[[suppress]]"),
        ("a b", "TOML"),
    ],
)
def test_a_wrong_file_says_what_to_do(text, words):
    with pytest.raises(UsageError, match="抑制清单有误") as error:
        Suppressions.loads(text)
    assert words in str(error.value)


@pytest.mark.parametrize("text", ["", "[]", '{"schema":9,"entries":[]}', '{"schema":1,"entries":[{}]}', "[" * 100_000])
def test_what_is_no_baseline_is_refused(text):
    with pytest.raises(UsageError, match="--write-baseline"):
        Baseline.loads(text)


def test_only_what_asks_for_attention_has_a_state():
    found = compare(Baseline(), judged())
    states = {one.kind: one.change for one in found.assessed[0][1].outcomes}
    assert states.get(Kind.PASS) is None
    assert {one.change for one in attention(found.assessed[0][1])} == {Change.NEW}
