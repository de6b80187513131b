import pytest
from tests.rules.entries import ask_entries, request, told

from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.requests.req102_reply_in_turn import RULE

RECEIVED = ("received", "2024-03-11")
ASKED, MAKER = ("third_party_consulted", "2024-03-13"), ("co_maker_consulted", "2024-03-13")  # until 2024-04-03


def reply(on, outcome="granted"):
    return ("replied", on, {"outcome": outcome})


@pytest.mark.parametrize(
    ("events", "verdict"),
    [
        ([RECEIVED], {"requests": "notApplicable"}),
        ([RECEIVED, reply("2024-03-11")], {"requests": "pass"}),
        ([RECEIVED, reply("2024-03-08")], {"7:receipt": "fail"}),
        ([reply("2024-03-08")], {"requests:unjudged": "open"}),
        ([RECEIVED, reply(None)], {"requests:unjudged": "open"}),
        ([RECEIVED, ASKED, reply("2024-03-20")], {"7:third_party": "fail"}),
        ([RECEIVED, ASKED, reply("2024-04-02")], {"7:third_party": "fail"}),
        ([RECEIVED, ASKED, reply("2024-04-03")], {"requests": "pass"}),
        ([RECEIVED, ASKED, reply("2024-03-20", "denied.third_party_rights")], {"7:third_party": "review"}),
        ([RECEIVED, ASKED, reply("2024-03-20", "denied.state_secret")], {"requests": "pass"}),
        ([RECEIVED, ASKED, ("third_party_answered", "2024-03-18"), reply("2024-03-20")], {"requests": "pass"}),
        ([RECEIVED, ASKED, ("third_party_answered", "2024-03-25"), reply("2024-03-20")], {"7:third_party": "fail"}),
        ([RECEIVED, MAKER, reply("2024-03-20", "partly_granted")], {"7:co_maker": "fail"}),
        ([RECEIVED, ("organ_consulted", "2024-03-13"), reply("2024-03-20")], {"requests": "pass"}),
        ([RECEIVED, ("third_party_consulted", None), reply("2024-03-20")], {"requests:unjudged": "open"}),
    ],
)
def test_a_reply_waits_for_what_it_has_to(events, verdict):
    assert told(RULE, request("7", *events)) == verdict


def test_each_third_party_is_waited_for():
    one, two = (
        ("third_party_consulted", "2024-03-13", {"party": "1"}),
        ("third_party_consulted", "2024-03-13", {"party": "2"}),
    )
    answer = ("third_party_answered", "2024-03-15", {"party": "2"})
    (outcome,) = ask_entries(RULE, request("7", RECEIVED, one, two, answer, reply("2024-03-20")))
    assert (outcome.kind, outcome.level, outcome.facts["until"]) == (Kind.FAIL, Level.ERROR, "2024-04-03")
    assert "第三十二条" in outcome.message.zh


def test_the_regulation_of_2007_set_no_term_for_the_third_party():
    old = [("received", "2018-03-12"), ("third_party_consulted", "2018-03-13")]
    assert told(RULE, request("7", *old, reply("2018-03-20"))) == {"requests": "pass"}
    assert told(RULE, request("7", *old, ("third_party_answered", "2018-03-22"), reply("2018-03-20"))) == {
        "7:third_party": "fail"
    }


def test_a_reply_while_a_supplement_is_awaited_is_for_a_person():
    asked = ("supplement_asked", "2024-03-13", {"until": "2024-03-27"})
    assert told(RULE, request("7", RECEIVED, asked, reply("2024-03-20"))) == {"7:supplement": "review"}
    came = ("supplemented", "2024-03-20")
    assert told(RULE, request("7", RECEIVED, asked, came, reply("2024-03-20"))) == {"requests": "pass"}
    assert told(RULE, request("7", RECEIVED, asked, came, reply("2024-03-12"))) == {"requests": "pass"}


def test_what_is_received_at_the_office_needs_no_second_day():
    at_once = request("7", ("submitted", "2024-03-11"), reply("2024-03-08"), channel="in_person")
    assert told(RULE, at_once) == {"7:receipt": "fail"}


def test_one_answer_of_a_named_party_answers_the_reminder_too():
    asked, again = (("third_party_consulted", on, {"party": "1"}) for on in ("2024-03-13", "2024-03-18"))
    answer = ("third_party_answered", "2024-03-19", {"party": "1"})
    assert told(RULE, request("7", RECEIVED, asked, again, answer, reply("2024-03-20"))) == {"requests": "pass"}


def test_an_answer_that_came_before_a_letter_does_not_answer_it():
    asked, again = (("third_party_consulted", on, {"party": "1"}) for on in ("2024-03-13", "2024-03-18"))
    answer = ("third_party_answered", "2024-03-15", {"party": "1"})
    assert told(RULE, request("7", RECEIVED, asked, answer, again, reply("2024-03-20"))) == {"7:third_party": "fail"}
