import pytest
from tests.rules.entries import ask_entries, case, told

from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.remedies.rem104_decided_in_time import RULE

FILED, ACCEPTED = ("filed", "2024-03-01"), ("accepted", "2024-03-05")  # 30: 04-07, 60: 05-06, 90: 06-03


def decided(on, kind="reconsideration", *more, **fields):
    return case("A1", kind, FILED, ACCEPTED, *more, ("decided", on, {"result": "upheld"}), **fields)


@pytest.mark.parametrize(
    ("one", "asked", "verdict"),
    [
        (decided("2024-05-06"), {}, {"cases": "pass"}),
        (decided("2024-05-07"), {}, {"A1:decision": "review"}),
        (decided("2024-05-06", procedure="simplified"), {}, {"A1:decision": "review"}),
        (decided("2024-04-07", procedure="simplified"), {}, {"cases": "pass"}),
        (decided("2024-06-03", "reconsideration", ("extended", "2024-05-06")), {}, {"cases": "pass"}),
        (decided("2024-06-04", "reconsideration", ("extended", "2024-05-06")), {}, {"A1:decision": "review"}),
        (decided("2024-05-14", "reconsideration", ("extended", "2024-05-06", {"days": 10})), {}, {"cases": "pass"}),
        (
            decided("2024-05-15", "reconsideration", ("extended", "2024-05-06", {"days": 10})),
            {},
            {"A1:decision": "review"},
        ),
        (
            decided("2024-06-04", "reconsideration", ("extended", "2024-05-06", {"days": 60})),
            {},
            {"A1:decision": "review"},
        ),
        (decided("2024-09-05", "litigation_direct"), {}, {"cases": "pass"}),
        (decided("2024-09-06", "litigation_direct"), {}, {"A1:decision": "review"}),
        (decided("2024-04-22", "litigation_direct", procedure="simplified"), {}, {"A1:decision": "review"}),
        (decided("2024-12-06", "litigation_direct", ("extended", "2024-09-02")), {}, {"cases": "notApplicable"}),
        (decided("2024-12-06", "reconsideration", ("suspended", "2024-04-02")), {}, {"cases": "notApplicable"}),
        (decided(None), {}, {"cases:unjudged": "open"}),
        (decided("2024-05-06", None), {}, {"cases:unjudged": "open"}),
        (case("A1", "reconsideration", FILED, ("decided", "2024-05-06")), {}, {"cases:unjudged": "open"}),
        (case("A1", "reconsideration", FILED), {"as_of": "2024-12-01"}, {"cases": "notApplicable"}),
        (case("A1", "reconsideration", FILED, ACCEPTED), {}, {"cases": "notApplicable"}),
        (case("A1", "reconsideration", FILED, ACCEPTED), {"as_of": "2024-05-06"}, {"cases": "pass"}),
        (case("A1", "reconsideration", FILED, ACCEPTED), {"as_of": "2024-05-07"}, {"A1:decision": "review"}),
    ],
)
def test_each_case_against_its_term(one, asked, verdict):
    assert told(RULE, one, **asked) == verdict


def test_an_overdue_case_is_not_forgotten_and_no_fault():
    (outcome,) = ask_entries(RULE, case("A1", "reconsideration", FILED, ACCEPTED), as_of="2024-05-16")
    assert (outcome.kind, outcome.level, outcome.facts["late"]) == (Kind.REVIEW, Level.WARNING, 10)
    assert "了解进展" in outcome.message.zh
