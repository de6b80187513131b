import pytest
from tests.rules.entries import ask_entries, request, told

from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.requests.req106_outcome_reply import RULE

RECEIVED = ("received", "2024-03-11")
ASKED, LAPSED = ("supplement_asked", "2024-03-12"), ("supplement_lapsed", "2024-04-15")


def reply(outcome="granted", on="2024-04-16"):
    return ("replied", on, {"outcome": outcome})


@pytest.mark.parametrize(
    ("events", "verdict"),
    [
        ([RECEIVED], {"requests": "notApplicable"}),
        ([RECEIVED, reply()], {"requests": "pass"}),
        ([RECEIVED, reply(None)], {"7:no_outcome": "fail"}),
        ([RECEIVED, reply(on=None)], {"7:no_reply": "fail"}),
        ([RECEIVED, ASKED, LAPSED], {"requests": "pass"}),
        ([RECEIVED, ASKED, LAPSED, reply("other.correction_overdue")], {"requests": "pass"}),
        ([RECEIVED, ASKED, LAPSED, reply()], {"7:lapsed": "fail"}),
        ([RECEIVED, ASKED, LAPSED, ("supplemented", "2024-04-16"), reply()], {"requests": "pass"}),
        ([RECEIVED, ASKED, ("supplemented", "2024-03-01"), LAPSED, reply()], {"7:lapsed": "fail"}),
        ([RECEIVED, ("fee_noticed", "2024-03-12"), ("fee_lapsed", "2024-04-15"), reply()], {"7:lapsed": "fail"}),
        ([RECEIVED, reply("other.correction_overdue")], {"7:no_lapse": "review"}),
        ([RECEIVED, reply("other.fee_overdue")], {"7:no_lapse": "review"}),
        ([RECEIVED, ("withdrawn", "2024-04-01")], {"requests": "pass"}),
        ([RECEIVED, ("withdrawn", "2024-04-01"), reply()], {"7:withdrawn": "review"}),
    ],
)
def test_outcome_and_reply_belong_together(events, verdict):
    assert told(RULE, request("7", *events)) == verdict


def test_what_table_three_cannot_count_is_said_so():
    (outcome,) = ask_entries(RULE, request("7", RECEIVED, reply(None)))
    assert (outcome.kind, outcome.level, outcome.entry) == (Kind.FAIL, Level.WARNING, "7")
    assert "表三无法统计" in outcome.message.zh
