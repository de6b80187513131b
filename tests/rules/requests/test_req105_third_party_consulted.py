import pytest
from tests.rules.entries import ask_entries, request, told

from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.requests.req105_third_party_consulted import RULE

RECEIVED, ASKED = ("received", "2024-03-11"), ("third_party_consulted", "2024-03-12", {"party": "青石公司"})
REFUSED = ("replied", "2024-04-08", {"outcome": "denied.third_party_rights"})
GRANTED = ("replied", "2024-04-08", {"outcome": "granted"})
OTHER = request("8", RECEIVED, ASKED)


def answer(*, consented):
    return ("third_party_answered", "2024-03-20", {"consented": consented, "party": "青石公司"})


@pytest.mark.parametrize(
    ("events", "verdict"),
    [
        ([RECEIVED, GRANTED], {"requests": "notApplicable"}),
        ([RECEIVED, REFUSED], {"7:not_consulted": "fail"}),
        ([RECEIVED, ASKED, REFUSED], {"requests": "pass"}),
        ([RECEIVED, ASKED, answer(consented=False), REFUSED], {"requests": "pass"}),
        ([RECEIVED, ASKED, answer(consented=None), REFUSED], {"requests": "pass"}),
        ([RECEIVED, ASKED, answer(consented=True), REFUSED], {"7:consented": "review"}),
        ([RECEIVED, ASKED, answer(consented=True), GRANTED], {"requests": "pass"}),
        ([RECEIVED, ASKED, answer(consented=False), GRANTED], {"7:objected": "review"}),
    ],
)
def test_whose_rights_are_the_ground_is_asked(events, verdict):
    assert told(RULE, request("7", *events), OTHER) == verdict


def test_a_register_without_any_consultation_may_keep_them_elsewhere():
    (outcome,) = ask_entries(RULE, request("7", RECEIVED, REFUSED))
    assert (outcome.kind, outcome.level) == (Kind.REVIEW, Level.WARNING)
    assert "如另行登记请补登" in outcome.message.zh


@pytest.mark.parametrize(("year", "article"), [(2018, "regulation-2007:23"), (2024, "regulation-2019:32")])
def test_the_article_is_that_of_the_day(year, article):
    one = request(
        "7", ("received", f"{year}-03-12"), ("replied", f"{year}-03-30", {"outcome": "denied.third_party_rights"})
    )
    (outcome,) = ask_entries(RULE, one, OTHER)
    assert (outcome.kind, [cite.key for cite in outcome.cites]) == (Kind.FAIL, [article])
