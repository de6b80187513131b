import pytest
from tests.rules.entries import ask_entries, case, request, told

from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.requests.req109_events_order import RULE

RECEIVED, REPLIED = ("received", "2024-03-11"), ("replied", "2024-03-20", {"outcome": "granted"})


@pytest.mark.parametrize(
    ("events", "verdict"),
    [
        ([], {"requests": "notApplicable"}),
        ([("submitted", "2024-03-08"), RECEIVED, REPLIED], {"requests": "pass"}),
        ([REPLIED, ("submitted", "2024-03-08"), RECEIVED], {"requests": "pass"}),
        ([RECEIVED, ("third_party_answered", "2024-03-13")], {"7:order": "review"}),
        # Nothing is known of how it came: no order is wrong.
        ([REPLIED], {"requests:unjudged": "open"}),
        ([("submitted", "2024-03-08"), REPLIED], {"requests:unjudged": "open"}),
        ([RECEIVED, ("supplemented", "2024-03-13")], {"7:order": "review"}),
        ([RECEIVED, ("fee_paid", "2024-03-13")], {"7:order": "review"}),
        ([RECEIVED, REPLIED, ("extended", "2024-03-25")], {"7:order": "fail"}),
        (
            [RECEIVED, ("third_party_consulted", "2024-03-15"), ("third_party_answered", "2024-03-13")],
            {"7:order": "fail"},
        ),
        ([("received", "2018-03-12"), ("co_maker_consulted", "2018-03-13")], {"7:order": "review"}),
        ([RECEIVED, ("third_party_consulted", None)], {"requests:unjudged": "open"}),
        # What other rules say is not said twice.
        ([("submitted", "2024-03-14"), RECEIVED], {"requests": "pass"}),
        ([RECEIVED, ("replied", "2024-03-08")], {"requests": "pass"}),
        ([RECEIVED, REPLIED, ("replied", "2024-03-25")], {"requests": "pass"}),
        ([RECEIVED, ("withdrawn", "2024-03-15"), REPLIED], {"requests": "pass"}),
    ],
)
def test_what_may_follow_what(events, verdict):
    assert told(RULE, request("7", *events)) == verdict


def test_one_finding_names_the_article_and_lists_the_rest():
    events = [RECEIVED, ("third_party_answered", "2024-03-13"), ("supplemented", "2024-03-14")]
    (outcome,) = ask_entries(RULE, request("7", *events))
    assert (outcome.kind, outcome.level, outcome.entry) == (Kind.REVIEW, Level.WARNING, "7")
    assert [fault["event"] for fault in outcome.facts["faults"]] == ["third_party_answered", "supplemented"]
    assert "第三十二条" in outcome.cites[0].zh
    assert "另有1处" in outcome.message.zh


def test_a_further_reply_after_a_case_is_in_order():
    filed = case("F1", "reconsideration", ("filed", "2024-04-15"), request="7")
    again = request("7", RECEIVED, REPLIED, ("replied", "2024-06-20", {"outcome": "granted"}))
    assert told(RULE, again, filed) == {"requests": "pass"}


@pytest.mark.parametrize(("channel", "verdict"), [("online", "review"), ("email", "review"), ("in_person", "fail")])
def test_steps_before_an_online_request_is_confirmed_are_for_a_person(channel, verdict):
    events = [("submitted", "2024-03-01"), ("received", "2024-03-12"), ("supplement_asked", "2024-03-06")]
    one = request("7", *events, ("supplemented", "2024-03-11"), ("replied", "2024-03-20"), channel=channel)
    assert told(RULE, one) == {"7:order": verdict}


def test_what_comes_after_a_lapse_is_no_fault_of_the_organ():
    events = [("received", "2024-03-01"), ("supplement_asked", "2024-03-06"), ("supplement_lapsed", "2024-03-18")]
    late = ("supplemented", "2024-03-19")
    assert told(RULE, request("7", *events, late, ("replied", "2024-03-28"))) == {"requests": "pass"}
