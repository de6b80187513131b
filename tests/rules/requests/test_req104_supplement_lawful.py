import pytest
from tests.rules.entries import ask_entries, request, told

from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.requests.req104_supplement_lawful import RULE

RECEIVED = ("received", "2025-01-24")  # seven working days: 2025-02-10
UNCLEAR = ("replied", "2025-03-20", {"outcome": "unavailable.unclear_after_correction"})


def asked(on="2025-02-10", until="2025-02-24"):
    return ("supplement_asked", on, {"until": until})


@pytest.mark.parametrize(
    ("events", "verdict"),
    [
        ([RECEIVED], {"requests": "notApplicable"}),
        ([RECEIVED, asked()], {"requests": "pass"}),
        ([RECEIVED, asked("2025-02-11")], {"7:late": "fail"}),
        ([RECEIVED, asked(), ("supplemented", "2025-02-12"), asked("2025-02-13")], {"7:again": "fail"}),
        ([RECEIVED, asked(until="2025-02-10")], {"7:no_term": "fail"}),
        ([RECEIVED, asked(), ("supplement_lapsed", "2025-02-21")], {"7:early_lapse": "fail"}),
        ([RECEIVED, asked(), ("supplement_lapsed", "2025-02-24")], {"7:early_lapse": "review"}),
        ([RECEIVED, asked(), ("supplement_lapsed", "2025-02-25")], {"requests": "pass"}),
        ([RECEIVED, asked(), ("supplement_lapsed", None)], {"requests:unjudged": "open"}),
        ([RECEIVED, asked(until=None)], {"requests:unjudged": "open"}),
        ([RECEIVED, asked(None)], {"requests:unjudged": "open"}),
        ([("submitted", "2025-01-24"), asked()], {"requests:unjudged": "open"}),
        ([RECEIVED, UNCLEAR], {"7:unsupplemented": "review"}),
        ([RECEIVED, asked(), ("supplemented", "2025-02-20"), UNCLEAR], {"requests": "pass"}),
        ([("received", "2018-01-24"), asked("2018-04-10", "2018-04-11")], {"requests": "notApplicable"}),
    ],
)
def test_a_supplement_is_asked_once_in_time_and_with_a_term(events, verdict):
    assert told(RULE, request("7", *events)) == verdict


def test_the_figures_and_the_article_are_named():
    (outcome,) = ask_entries(RULE, request("7", RECEIVED, asked("2025-02-12")))
    assert (outcome.kind, outcome.level) == (Kind.FAIL, Level.ERROR)
    assert (outcome.facts["due_on"], outcome.facts["late"]) == ("2025-02-10", 2)
    assert outcome.message.zh.startswith("迟2个工作日")
    assert "第三十条" in outcome.message.zh
