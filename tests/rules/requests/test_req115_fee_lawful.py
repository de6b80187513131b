import pytest
from tests.rules.entries import ask_entries, request, told

from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.requests.req115_fee_lawful import RULE

RECEIVED, NOTICED = ("received", "2024-03-11"), ("fee_noticed", "2024-03-13")  # to be paid by 2024-04-11


@pytest.mark.parametrize(
    ("events", "verdict"),
    [
        ([RECEIVED], {"requests": "notApplicable"}),
        ([RECEIVED, NOTICED], {"requests": "pass"}),
        ([RECEIVED, ("fee_noticed", None)], {"requests:unjudged": "open"}),
        ([NOTICED], {"requests:unjudged": "open"}),
        ([RECEIVED, ("fee_noticed", "2024-04-09")], {"requests": "pass"}),
        ([RECEIVED, ("fee_noticed", "2024-04-10")], {"7:late": "fail"}),
        ([RECEIVED, NOTICED, ("fee_lapsed", "2024-04-10")], {"7:early_lapse": "fail"}),
        ([RECEIVED, NOTICED, ("fee_lapsed", "2024-04-11")], {"7:early_lapse": "review"}),
        ([RECEIVED, NOTICED, ("fee_lapsed", "2024-04-12")], {"requests": "pass"}),
        ([RECEIVED, NOTICED, ("fee_lapsed", None)], {"requests:unjudged": "open"}),
        (
            [RECEIVED, ("fee_noticed", "2024-03-13", {"until": "2024-04-30"}), ("fee_lapsed", "2024-04-25")],
            {"7:early_lapse": "fail"},
        ),
        ([("received", "2020-03-11"), ("fee_noticed", "2020-03-13")], {"7:no_ground": "fail"}),
        ([("received", "2018-03-11"), ("fee_noticed", "2018-03-13")], {"7:no_ground": "fail"}),
        ([("received", "2016-03-11"), ("fee_noticed", "2016-03-14")], {"requests": "pass"}),
    ],
)
def test_a_fee_is_noticed_when_it_may_be_and_given_its_time(events, verdict):
    assert told(RULE, request("7", *events)) == verdict


def test_what_is_known_from_memory_is_no_error():
    (outcome,) = ask_entries(RULE, request("7", RECEIVED, NOTICED, ("fee_lapsed", "2024-04-01")))
    assert (outcome.kind, outcome.level, outcome.facts["until"]) == (Kind.FAIL, Level.WARNING, "2024-04-11")


def test_a_year_without_a_calendar_is_not_guessed():
    events = [("received", "2026-12-20"), ("fee_noticed", "2027-02-25")]
    (outcome,) = ask_entries(RULE, request("7", *events))
    assert (outcome.kind, outcome.needs) == (Kind.OPEN, ("calendar",))
