import pytest
from tests.rules.entries import ask_entries, request, told

from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.requests.req101_reply_in_time import RULE

RECEIVED = ("received", "2024-03-11")  # due 2024-04-09


def replied(on, **fields):
    return ("replied", on, {"outcome": "granted", **fields})


@pytest.mark.parametrize(
    ("events", "asked", "verdict"),
    [
        ([RECEIVED, replied("2024-04-09")], {}, {"requests": "pass"}),
        ([RECEIVED, replied("2024-04-10")], {}, {"7:late": "fail"}),
        ([RECEIVED, replied("2034-04-10")], {"as_of": "2024-06-03"}, {"requests": "notApplicable"}),
        ([RECEIVED], {}, {"requests:unjudged": "open"}),
        ([RECEIVED], {"as_of": "2024-04-09"}, {"requests": "pass"}),
        ([RECEIVED], {"as_of": "2024-04-10"}, {"7:late": "fail"}),
        ([RECEIVED, ("withdrawn", "2024-03-20")], {}, {"requests": "pass"}),
        ([RECEIVED, ("withdrawn", "2024-05-20")], {}, {"7:late": "review"}),
        ([RECEIVED, replied(None)], {}, {"requests:unjudged": "open"}),
        ([replied("2024-04-10")], {}, {"requests:unjudged": "open"}),
        # Received under the Regulation of 2007: 15 working days.
        ([("received", "2018-03-12"), replied("2018-04-02")], {}, {"requests": "pass"}),
        ([("received", "2018-03-12"), replied("2018-04-03")], {}, {"7:late": "fail"}),
        # The new term for a request under way: one reading of two.
        ([("received", "2019-05-13"), replied("2019-06-03")], {}, {"requests": "pass"}),
        ([("received", "2019-05-13"), replied("2019-06-04")], {}, {"7:late": "review"}),
        ([("received", "2019-05-15"), replied("2019-06-13")], {}, {"requests": "pass"}),
        ([("received", "2019-05-15"), replied("2019-06-14")], {}, {"7:late": "fail"}),
        ([("received", "2008-04-01"), replied("2008-12-01")], {}, {"requests": "notApplicable"}),
    ],
)
def test_each_request_against_its_last_day(events, asked, verdict):
    assert told(RULE, request("7", *events), **asked) == verdict


def test_the_days_late_and_the_article_are_named():
    (outcome,) = ask_entries(RULE, request("7", RECEIVED, replied("2024-04-12")))
    assert (outcome.kind, outcome.level, outcome.entry) == (Kind.FAIL, Level.ERROR, "7")
    assert outcome.facts["due_on"] == "2024-04-09"
    assert outcome.facts["late"] == 3
    assert outcome.message.zh.startswith("逾期3个工作日：申请7应不晚于2024-04-09答复，2024-04-12才答复")
    assert outcome.cites[0].key == "regulation-2019:33"


def test_an_open_request_says_what_to_do():
    (outcome,) = ask_entries(RULE, request("7", RECEIVED), as_of="2024-04-11")
    assert outcome.facts["late"] == 2
    assert "立即办理" in outcome.message.zh
    assert outcome.facts["replied_on"] is None


def test_a_consultation_stops_the_clock_and_an_extension_moves_it():
    consulted = [RECEIVED, ("third_party_consulted", "2024-03-12"), ("third_party_answered", "2024-03-26")]
    assert told(RULE, request("7", *consulted, replied("2024-04-19"))) == {"requests": "pass"}
    more = {"days": 10, "approved": True, "notified_on": "2024-04-01"}
    extended = [RECEIVED, ("extended", "2024-04-01", more)]
    assert told(RULE, request("7", *extended, replied("2024-04-23"))) == {"requests": "pass"}
    assert told(RULE, request("7", *extended, replied("2024-04-24"))) == {"7:late": "fail"}


def test_what_is_late_under_the_safe_reading_alone_is_for_a_person():
    consulted = [RECEIVED, ("third_party_consulted", "2024-03-12"), ("third_party_answered", "2024-03-26")]
    kinds = [told(RULE, request("7", *consulted, replied(f"2024-04-{day}"))).get("7:late") for day in range(19, 31)]
    assert kinds[0] is None
    assert kinds[-1] == "fail"
    assert sorted(set(filter(None, kinds))) == ["fail", "review"]


def test_a_supplement_that_is_awaited_stops_everything():
    asked = request("7", RECEIVED, ("supplement_asked", "2024-03-15", {"until": "2024-03-29"}))
    assert told(RULE, asked, as_of="2024-03-28") == {"requests": "pass"}


@pytest.mark.parametrize("asked", ["organ_consulted", "supplement_asked", "third_party_consulted"])
def test_what_is_waited_for_stops_the_clock_and_starts_no_second_one(asked):
    assert told(RULE, request("7", RECEIVED, (asked, "2024-03-12")), as_of="2024-03-29") == {"requests": "pass"}
    if asked != "third_party_consulted":  # who answers within 15 working days
        assert told(RULE, request("7", RECEIVED, (asked, "2024-03-12")), as_of="2024-09-02") == {"requests": "pass"}
    late = request("7", RECEIVED, (asked, "2024-05-20"))
    assert told(RULE, late, as_of="2024-05-21")["7:late"] in {"fail", "review"}


def test_lapsed_requests_need_no_reply():
    lapsed = request("7", RECEIVED, ("supplement_asked", "2024-03-15"), ("supplement_lapsed", "2024-09-01"))
    assert told(RULE, lapsed, as_of="2024-12-01") == {"requests": "notApplicable"}


def test_a_year_without_a_calendar_is_not_guessed():
    late = request("7", ("received", "2026-12-15"), replied("2027-02-20"))
    (outcome,) = ask_entries(RULE, late)
    assert (outcome.kind, outcome.needs) == (Kind.OPEN, ("calendar",))
    assert told(RULE, request("7", ("received", "2026-12-15")), as_of="2026-12-31") == {"requests": "pass"}


def test_what_cannot_be_judged_is_told_once_and_the_rest_is():
    many = [request(f"A{n}", replied("2024-04-10")) for n in range(8)]
    found = {o.subject: o for o in ask_entries(RULE, *many, request("7", RECEIVED, replied("2024-04-09")))}
    assert {subject: o.kind.value for subject, o in found.items()} == {"requests:unjudged": "open", "requests": "pass"}
    assert found["requests:unjudged"].facts == {"entries": 8, "first": ["A0", "A1", "A2", "A3", "A4"]}
