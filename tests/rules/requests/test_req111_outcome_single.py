import pytest
from tests.rules.entries import ask_entries, case, request, told

from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.requests.req111_outcome_single import RULE


def replies(*outcomes):
    days = ("2024-03-20", "2024-06-20", "2024-08-20")
    return request("7", *(("replied", on, {"outcome": one}) for on, one in zip(days, outcomes, strict=False)))


@pytest.mark.parametrize(
    ("one", "verdict"),
    [
        (request("7"), {"requests": "notApplicable"}),
        (replies("granted"), {"requests": "pass"}),
        (replies("granted", "granted"), {"7:outcomes": "review"}),
        (replies("granted", None), {"7:outcomes": "review"}),
        (replies("granted", "denied.state_secret"), {"7:outcomes": "fail"}),
    ],
)
def test_one_request_one_outcome(one, verdict):
    assert told(RULE, one) == verdict


def test_the_outcomes_are_named_as_the_form_names_them():
    (outcome,) = ask_entries(RULE, replies("granted", "denied.state_secret"))
    assert (outcome.kind, outcome.level) == (Kind.FAIL, Level.ERROR)
    assert "“(三)不予公开-1.属于国家秘密”" in outcome.message.zh


def test_a_reply_after_a_case_about_it_counts_anew():
    filed = case("F1", "reconsideration", ("filed", "2024-04-15"), request="7")
    later = case("F1", "reconsideration", ("filed", "2024-07-15"), request="7")
    other = case("F1", "reconsideration", ("filed", "2024-04-15"), request="8")
    two = replies("denied.state_secret", "granted")
    assert told(RULE, two, filed) == {"requests": "pass"}
    assert told(RULE, two, later) == told(RULE, two, other) == {"7:outcomes": "fail"}
