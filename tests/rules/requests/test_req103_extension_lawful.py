import pytest
from tests.rules.entries import ask_entries, request, told

from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.requests.req103_extension_lawful import RULE

RECEIVED = ("received", "2024-03-11")  # due 2024-04-09
FINE = {"days": 20, "approved": True, "notified_on": "2024-04-09"}


def extended(on="2024-04-09", **fields):
    return ("extended", on, {**FINE, **fields})


@pytest.mark.parametrize(
    ("events", "verdict"),
    [
        ([RECEIVED], {"requests": "notApplicable"}),
        ([RECEIVED, extended()], {"requests": "pass"}),
        ([RECEIVED, extended("2024-04-10", notified_on="2024-04-10")], {"7:late": "fail"}),
        ([RECEIVED, extended(notified_on="2024-04-10")], {"7:told_late": "review"}),
        ([RECEIVED, extended(days=21)], {"7:too_long": "fail"}),
        ([RECEIVED, extended(days=10), extended(days=10)], {"7:again": "review"}),
        ([RECEIVED, extended(days=15), extended(days=15)], {"7:too_long": "fail"}),
        ([RECEIVED, extended(approved=False)], {"7:no_consent": "fail"}),
        ([RECEIVED, extended(approved=None)], {"requests:unjudged": "open"}),
        ([RECEIVED, extended(notified_on=None)], {"requests:unjudged": "open"}),
        ([RECEIVED, extended(days=None)], {"requests:unjudged": "open"}),
        ([RECEIVED, extended(None)], {"requests:unjudged": "open"}),
        ([extended()], {"requests:unjudged": "open"}),
        (
            [("received", "2018-03-12"), extended("2018-04-02", days=20, notified_on="2018-04-02")],
            {"7:too_long": "fail"},
        ),
        ([("received", "2018-03-12"), extended("2018-04-02", days=15, notified_on="2018-04-02")], {"requests": "pass"}),
        ([("received", "2007-03-12"), extended()], {"requests": "notApplicable"}),
    ],
)
def test_an_extension_is_made_in_time_with_consent_and_notice(events, verdict):
    assert told(RULE, request("7", *events)) == verdict


def test_the_figures_are_named_and_a_deduction_is_no_error():
    (outcome,) = ask_entries(RULE, request("7", RECEIVED, extended(days=30)))
    assert (outcome.kind, outcome.level) == (Kind.FAIL, Level.ERROR)
    assert outcome.facts == {"days": 30, "most": 20, "times": 1}
    (outcome,) = ask_entries(RULE, request("7", RECEIVED, extended("2024-04-15", notified_on="2024-04-15")))
    assert (outcome.kind, outcome.level, outcome.facts["due_on"]) == (Kind.FAIL, Level.WARNING, "2024-04-09")


def test_a_consultation_that_is_out_keeps_the_term_open():
    events = [RECEIVED, ("third_party_consulted", "2024-04-08"), extended("2024-04-12", notified_on="2024-04-12")]
    assert told(RULE, request("7", *events)) == {"requests": "pass"}


def test_a_year_without_a_calendar_is_not_guessed():
    events = [("received", "2026-12-20"), extended("2027-02-25", notified_on="2027-02-25")]
    (outcome,) = ask_entries(RULE, request("7", *events))
    assert (outcome.kind, outcome.needs) == (Kind.OPEN, ("calendar",))
