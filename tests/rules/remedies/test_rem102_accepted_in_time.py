import pytest
from tests.rules.entries import ask_entries, case, told

from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.remedies.rem102_accepted_in_time import RULE

FILED = ("filed", "2024-03-04")  # five working days: 2024-03-11


def accepted(on, kind="reconsideration", *more):
    return case("A1", kind, FILED, *more, ("accepted", on))


@pytest.mark.parametrize(
    ("one", "asked", "verdict"),
    [
        (accepted("2024-03-11"), {}, {"cases": "pass"}),
        (accepted("2024-03-12"), {}, {"A1:acceptance": "review"}),
        (accepted("2024-03-12", "litigation_direct"), {}, {"A1:acceptance": "review"}),
        (accepted("2024-03-11", "litigation_direct"), {}, {"cases": "pass"}),
        (accepted(None), {}, {"cases:unjudged": "open"}),
        (accepted("2024-03-11", None), {}, {"cases:unjudged": "open"}),
        (case("A1", "reconsideration", ("accepted", "2024-03-11")), {}, {"cases:unjudged": "open"}),
        (case("A1", "reconsideration", FILED), {}, {"cases": "notApplicable"}),
        (case("A1", "reconsideration", FILED), {"as_of": "2024-03-11"}, {"cases": "pass"}),
        (
            case("A1", "reconsideration", FILED),
            {"as_of": "2024-03-12"},
            {"A1:acceptance": "informational", "cases": "pass"},
        ),
        (case("A1", "litigation_direct", FILED), {"as_of": "2024-03-12"}, {"A1:acceptance": "review"}),
        (case("A1", "reconsideration", ("filed", "2020-03-04")), {"as_of": "2020-05-01"}, {"A1:acceptance": "review"}),
        (
            case("A1", "reconsideration", FILED, ("decided", "2024-04-08", {"result": "not_accepted"})),
            {},
            {"A1:acceptance": "review"},
        ),
        (
            case("A1", "reconsideration", FILED, ("decided", "2024-04-08", {"result": "upheld"})),
            {"as_of": "2024-06-01"},
            {"cases": "notApplicable"},
        ),
        (
            accepted(
                "2024-03-22", "reconsideration", ("supplement_asked", "2024-03-06"), ("supplemented", "2024-03-18")
            ),
            {},
            {"cases": "pass"},
        ),
        (
            case("A1", "reconsideration", FILED, ("supplement_asked", "2024-03-06")),
            {"as_of": "2024-06-01"},
            {"cases": "notApplicable"},
        ),
    ],
)
def test_each_case_against_the_term_for_acceptance(one, asked, verdict):
    assert told(RULE, one, **asked) == verdict


def test_silence_counts_as_acceptance_under_the_law_of_2023():
    outcome = ask_entries(RULE, case("A1", "reconsideration", FILED), as_of="2024-03-20")[0]
    assert (outcome.kind, outcome.level) == (Kind.INFORMATIONAL, Level.NONE)
    assert "视为受理" in outcome.message.zh


def test_another_s_duty_is_never_a_fault_of_the_office():
    (outcome,) = ask_entries(RULE, accepted("2024-06-12"))
    assert (outcome.kind, outcome.level, outcome.facts["due_on"]) == (Kind.REVIEW, Level.WARNING, "2024-03-11")
    assert Kind.FAIL not in RULE.kinds
