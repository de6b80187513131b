import pytest
from tests.rules.entries import ask_entries, case, told

from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.remedies.rem107_events_order import RULE

FILED = ("filed", "2024-05-06")


@pytest.mark.parametrize(
    ("one", "asked", "verdict"),
    [
        (case("A1", "reconsideration"), {}, {"cases": "notApplicable"}),
        (
            case("A1", "reconsideration", FILED, ("accepted", "2024-05-09"), ("decided", "2024-06-06")),
            {},
            {"cases": "pass"},
        ),
        (case("A1", "reconsideration", FILED, ("resumed", "2024-05-09")), {}, {"A1:order": "review"}),
        (case("A1", "reconsideration", FILED, ("decided", "2024-05-01")), {}, {"A1:order": "fail"}),
        (case("A1", "litigation_direct", FILED, ("appealed", "2024-05-09")), {}, {"A1:order": "fail"}),
        (case("A1", "reconsideration", FILED, ("decided", None)), {}, {"cases:unjudged": "open"}),
        (case("A1", "reconsideration", FILED, act_on="2024-05-07"), {}, {"A1:before_act": "fail"}),
        (
            case("A1", "reconsideration", FILED, act_on="2024-04-07", known_on="2024-05-07"),
            {},
            {"A1:before_act": "fail"},
        ),
        (
            case("A1", "reconsideration", FILED, act_on="2024-04-07", known_on="2024-04-01"),
            {},
            {"A1:known_before_act": "fail"},
        ),
        (case("A1", "reconsideration", ("filed", "2004-05-06")), {}, {"A1:before_law": "fail"}),
        (case("A1", "reconsideration", FILED), {"as_of": "2024-05-06"}, {"cases": "pass"}),
        (case("A1", "reconsideration", FILED), {"as_of": "2024-05-05"}, {"A1:future": "fail"}),
    ],
)
def test_what_may_follow_what_and_days_that_can_be(one, asked, verdict):
    assert told(RULE, one, **asked) == verdict


def test_both_days_are_named():
    (outcome,) = ask_entries(RULE, case("A1", "reconsideration", FILED, act_on="2024-05-07"))
    assert (outcome.kind, outcome.level) == (Kind.FAIL, Level.ERROR)
    assert outcome.message.zh.startswith("2024-05-06与2024-05-07：案件A1")
