import pytest
from tests.rules.entries import ask_entries, case, request, told

from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.remedies.rem101_filed_in_time import RULE

KNOWN = {"known_on": "2024-05-06", "contested": "reply", "told": True}
PRIOR = case(
    "F1",
    "reconsideration",
    ("filed", "2024-01-08"),
    ("decided", "2024-05-06", {"result": "upheld"}),
    told=True,
    known_on="2024-01-02",
)


def filed(on, kind="reconsideration", **fields):
    return case("A1", kind, ("filed", on), **{**KNOWN, **fields})


@pytest.mark.parametrize(
    ("one", "verdict"),
    [
        (filed("2024-07-05"), {"cases": "pass"}),
        (filed("2024-07-08"), {"A1:late": "review"}),
        (filed("2024-07-08", told=False), {"cases": "pass"}),
        (filed("2025-05-08", told=False), {"A1:late": "review"}),
        (filed("2024-07-08", told=None), {"A1:late": "informational", "cases": "pass"}),
        (filed("2025-05-08", told=None), {"A1:late": "review"}),
        (filed("2024-11-06", "litigation_direct"), {"cases": "pass"}),
        (filed("2024-11-07", "litigation_direct"), {"A1:late": "review"}),
        (filed("2024-07-05", known_on=None, act_on="2024-05-06"), {"cases": "pass"}),
        (filed("2024-07-08", known_on=None, act_on="2024-05-06"), {"cases:unjudged": "open"}),
        (filed("2024-07-08", known_on=None), {"cases:unjudged": "open"}),
        (filed(None), {"cases:unjudged": "open"}),
        (filed("2024-07-08", None), {"cases:unjudged": "open"}),
        (filed("2024-07-08", contested="disclosure"), {"cases": "notApplicable"}),
        # Three months before 2015-05-01.
        (filed("2014-08-06", "litigation_direct", known_on="2014-05-06"), {"cases": "pass"}),
        (filed("2014-08-07", "litigation_direct", known_on="2014-05-06"), {"A1:late": "review"}),
    ],
)
def test_each_case_against_the_term_for_filing(one, verdict):
    assert told(RULE, one) == verdict


@pytest.mark.parametrize(("on", "kinds"), [("2024-05-21", {"cases": "pass"}), ("2024-05-22", {"A1:late": "review"})])
def test_a_suit_after_reconsideration_has_fifteen_days_from_its_decision(on, kinds):
    after = filed(on, "litigation_after_reconsideration", prior="F1", known_on="2024-01-02")
    assert told(RULE, after, PRIOR) == kinds
    assert told(RULE, after) == {"cases:unjudged": "open"}


def test_the_office_is_told_what_it_may_say_in_its_answer():
    (outcome,) = ask_entries(RULE, filed("2024-07-10"))
    assert (outcome.kind, outcome.level, outcome.facts["late"]) == (Kind.REVIEW, Level.WARNING, 5)
    assert outcome.message.zh.startswith("晚5日：案件A1")
    assert "可以提出" in outcome.message.zh


def test_what_was_not_accepted_needs_no_such_answer():
    one = case(
        "A1", "reconsideration", ("filed", "2024-09-08"), ("decided", "2024-09-12", {"result": "not_accepted"}), **KNOWN
    )
    assert told(RULE, one) == {"cases": "notApplicable"}


@pytest.mark.parametrize(
    ("events", "verdict"),
    [
        ([("received", "2024-03-11")], {"A1:early": "review"}),
        ([("received", "2024-02-28")], {"cases": "pass"}),
        ([], {"cases:unjudged": "open"}),
    ],
)
def test_silence_begins_when_the_term_for_the_reply_is_over(events, verdict):
    silent = case("A1", "litigation_direct", ("filed", "2024-04-02"), request="7", contested="silence")
    assert told(RULE, silent, request("7", *events)) == verdict
