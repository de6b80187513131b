import attrs
import pendulum
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.property.narratives import Narrative, chinese, narratives

from govdisclosure import api
from govdisclosure.rules.outcome import Kind

COVERS = [["overview"], ["proactive"], ["requests"], ["fees"], ["remedies"], ["problems"]]
QUICK = settings(max_examples=120, deadline=None, derandomize=True)


def compare(found, told: Narrative):
    assert found.year == told.year
    assert found.agency.name == told.printed_organ
    assert found.signed_on == told.signed
    assert found.published_on == told.published
    assert [section.heading for section in found.sections] == told.printed_headings
    assert [[content.value for content in section.covers] for section in found.sections] == COVERS
    assert {claim.kind.value: claim.value for claim in found.claims} == told.claims
    (split,) = found.breakdowns
    assert (int(split.whole), [int(part.value) for part in split.parts]) == (told.whole, list(told.parts))


@QUICK
@given(narratives())
def test_a_generated_text_reads_back(told):
    compare(api.read(told.text().encode()), told)


@QUICK
@given(narratives(), st.sampled_from(["utf-8", "gb18030", "utf-8-sig"]))
def test_a_generated_page_reads_back(told, encoding):
    compare(api.read(told.html().encode(encoding)), told)


@QUICK
@given(narratives())
def test_a_sum_that_adds_up_passes(told):
    (outcome,) = api.check(told.text().encode(), select=["CLM104"])
    assert outcome.kind is Kind.PASS
    assert (outcome.facts["whole"], outcome.facts["sum"]) == (told.whole, told.whole)


@QUICK
@given(narratives(), st.integers(0, 3), st.integers(1, 99), st.booleans())
def test_any_one_count_changed_is_found(told, which, by, less):
    counts = [told.whole, *told.parts]
    change = -min(by, counts[which] - 1) if less and counts[which] > 1 else by
    counts[which] += change
    told = attrs.evolve(told, whole=counts[0], parts=tuple(counts[1:]))
    (outcome,) = api.check(told.text().encode(), select=["CLM104"])
    assert outcome.kind is Kind.FAIL
    assert outcome.facts["difference"] == sum(told.parts) - told.whole


@QUICK
@given(narratives())
def test_a_generated_report_accuses_nobody_of_what_it_does_not_say(told):
    told = attrs.evolve(told, denied=0, signed=pendulum.Date(told.year + 1, 3, 1), published=None)
    fails = {outcome.rule for outcome in api.check(told.text().encode()).of(Kind.FAIL)}
    assert fails == set()


@pytest.mark.parametrize(
    ("value", "words"), [(0, "〇"), (10, "十"), (19, "十九"), (20, "二十"), (105, "一百〇五"), (1010, "一千〇一十")]
)
def test_the_generators_own_numerals(value, words):
    assert chinese(value) == words
