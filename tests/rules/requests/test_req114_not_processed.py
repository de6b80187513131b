import pytest
from tests.rules.entries import ask_entries, request, told

from govdisclosure.model.request import Applicant
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.requests.req114_not_processed import RULE

OTHER = Applicant(name="李四")


def replied(number, outcome, on="2024-03-20", *more, **fields):
    return request(number, ("received", "2024-03-01"), *more, ("replied", on, {"outcome": outcome}), **fields)


REPEAT, EXCESSIVE = replied("7", "not_processed.repeat"), replied("7", "not_processed.excessive")


@pytest.mark.parametrize(
    ("entries", "verdict"),
    [
        ([replied("7", "granted")], {"requests": "notApplicable"}),
        ([REPEAT], {"7:no_earlier": "review"}),
        ([REPEAT, replied("6", "granted", "2024-01-10")], {"requests": "pass"}),
        ([REPEAT, replied("6", "granted", "2024-01-10", applicant=OTHER)], {"7:no_earlier": "review"}),
        ([REPEAT, replied("8", "granted", "2024-05-10")], {"7:no_earlier": "review"}),
        (
            [REPEAT, replied("6", "not_processed.repeat", "2024-01-10", applicant=OTHER)],
            {"7:no_earlier": "review", "6:no_earlier": "review"},
        ),
        ([replied("7", "not_processed.repeat", applicant=Applicant())], {"requests:unjudged": "open"}),
        ([EXCESSIVE], {"7:no_reasons": "review"}),
        (
            [replied("7", "not_processed.excessive", "2024-03-20", ("reasons_asked", "2024-03-05"))],
            {"requests": "pass"},
        ),
        ([EXCESSIVE, replied("6", "granted", "2024-03-20", ("reasons_asked", "2024-03-05"))], {"requests": "pass"}),
    ],
)
def test_what_is_turned_away_has_what_that_needs(entries, verdict):
    assert told(RULE, *entries) == verdict


def test_it_is_never_more_than_a_question():
    (outcome,) = ask_entries(RULE, REPEAT)
    assert (outcome.kind, outcome.level, outcome.entry) == (Kind.REVIEW, Level.WARNING, "7")
    assert "第三十六条第（六）项" in outcome.message.zh
