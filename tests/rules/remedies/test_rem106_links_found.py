import pytest
from tests.rules.entries import ask_entries, case, request, told

from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.remedies.rem106_links_found import RULE

OPEN = request("8", ("received", "2024-03-11"))
REPLIED = request("7", ("received", "2024-03-11"), ("replied", "2024-03-20", {"outcome": "denied.state_secret"}))
PRIOR = case(
    "F1", "reconsideration", ("filed", "2024-04-08"), ("decided", "2024-06-03"), request="7", contested="reply"
)
AFTER = "litigation_after_reconsideration"


def filed(kind, on="2024-06-11", **fields):
    return case("A1", kind, ("filed", on), **{"request": "7", "contested": "reply", **fields})


@pytest.mark.parametrize(
    ("one", "verdict"),
    [
        (filed("reconsideration"), {"cases": "pass"}),
        (filed("reconsideration", request="9"), {"A1:request_missing": "review"}),
        (filed("reconsideration", request=None), {"cases:unjudged": "open", "cases": "pass"}),
        (filed("reconsideration", request=None, contested="other"), {"cases": "pass"}),
        (filed("reconsideration", request="8"), {"A1:no_reply": "fail"}),
        (filed("reconsideration", request="8", contested="silence"), {"cases": "pass"}),
        (filed("reconsideration", contested="silence"), {"A1:replied": "review"}),
        (filed("reconsideration", "2024-03-19", contested="silence"), {"cases": "pass"}),
        (filed(None), {"cases:unjudged": "open", "cases": "pass"}),
        (filed(AFTER, prior="F1"), {"cases": "pass"}),
        (filed(AFTER), {"cases:unjudged": "open", "cases": "pass"}),
        (filed(AFTER, prior="F9"), {"A1:prior_missing": "review"}),
        (filed(AFTER, prior="A1"), {"A1:prior_kind": "fail"}),
        (filed(AFTER, prior="F1", request="8", contested="silence"), {"A1:prior_request": "fail"}),
        (filed(AFTER, "2024-05-11", prior="F1"), {"A1:prior_pending": "review"}),
        (filed("litigation_direct"), {"A1:not_direct": "review"}),
        (filed("litigation_direct", "2024-05-11"), {"cases": "pass"}),
        (filed("litigation_direct", prior="F1"), {"A1:not_direct": "review"}),
    ],
)
def test_every_link_leads_to_what_it_should(one, verdict):
    assert told(RULE, one, PRIOR, REPLIED, OPEN) == verdict


def test_an_empty_register_is_nothing_to_look_at():
    assert told(RULE, REPLIED) == {"cases": "notApplicable"}


def test_what_may_lie_in_another_year_is_no_fault():
    (outcome,) = ask_entries(RULE, filed("reconsideration", request="9"))
    assert (outcome.kind, outcome.level, outcome.entry) == (Kind.REVIEW, Level.WARNING, "A1")
    assert "以前年度" in outcome.message.zh


def test_a_wrong_link_is_a_fault():
    outcomes = ask_entries(RULE, filed("reconsideration", request="8"), OPEN)
    assert [(o.kind, o.level, o.facts["request"]) for o in outcomes] == [(Kind.FAIL, Level.WARNING, "8")]
