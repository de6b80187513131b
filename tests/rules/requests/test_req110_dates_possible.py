import pytest
from tests.rules.entries import ask_entries, request, told

from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.requests.req110_dates_possible import RULE

RECEIVED = ("received", "2024-03-11")


@pytest.mark.parametrize(
    ("events", "asked", "verdict"),
    [
        ([], {}, {"requests": "notApplicable"}),
        ([("received", None)], {}, {"requests": "notApplicable"}),
        ([("submitted", "2024-03-11"), RECEIVED], {}, {"requests": "pass"}),
        ([("submitted", "2024-03-12"), RECEIVED], {}, {"7:received_before_submitted": "fail"}),
        ([("received", "2008-04-30")], {}, {"7:before_law": "fail"}),
        ([("received", "2008-05-01")], {}, {"requests": "pass"}),
        ([RECEIVED], {"as_of": "2024-03-11"}, {"requests": "pass"}),
        ([RECEIVED], {"as_of": "2024-03-10"}, {"7:future": "fail"}),
        (
            [RECEIVED, ("extended", "2024-03-11", {"notified_on": "2042-03-11"})],
            {"as_of": "2024-04-01"},
            {"7:future": "fail"},
        ),
        (
            [RECEIVED, ("supplement_asked", "2024-03-12", {"until": "2024-06-11"})],
            {"as_of": "2024-04-01"},
            {"requests": "pass"},
        ),
    ],
)
def test_days_that_can_be_and_days_that_cannot(events, asked, verdict):
    assert told(RULE, request("7", *events), **asked) == verdict


def test_both_days_are_named():
    (outcome,) = ask_entries(RULE, request("7", ("submitted", "2024-03-14"), RECEIVED))
    assert (outcome.kind, outcome.level) == (Kind.FAIL, Level.ERROR)
    assert outcome.message.zh.startswith("2024-03-11与2024-03-14：申请7")
