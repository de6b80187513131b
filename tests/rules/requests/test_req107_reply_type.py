import pytest
from tests.rules.entries import ask_entries, day, request, told

from govdisclosure.errors import NotInForceError
from govdisclosure.law.handling import handling
from govdisclosure.model.request import OUTCOMES, ReplyType
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.requests.req107_reply_type import RULE
from govdisclosure.rules.requests.wording import REPLY_TYPES


def replied(outcome, kind, on="2024-03-20"):
    return request("7", ("replied", on, {"outcome": outcome, "reply_type": kind}))


@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("on", ["2018-03-20", "2024-03-20"])
def test_every_outcome_with_every_kind_of_reply(outcome, on):
    try:
        fitting = handling(outcome, day(on)).reply_types
    except NotInForceError:
        fitting = ()
    for kind in ReplyType:
        expected = "notApplicable" if not fitting or kind is ReplyType.OTHER else "pass" if kind in fitting else "fail"
        assert next(iter(told(RULE, replied(outcome, kind, on)).values())) == expected


def test_both_are_named_and_what_would_fit():
    (outcome,) = ask_entries(RULE, replied("denied.state_secret", ReplyType.NOT_EXISTING))
    assert (outcome.kind, outcome.level, outcome.subject) == (Kind.FAIL, Level.ERROR, "7:reply_type")
    assert outcome.facts["expected"] == ["refused"]
    assert "“信息不存在”" in outcome.message.zh
    assert "“不予公开”" in outcome.message.zh


def test_a_mapping_that_is_deduced_is_no_error():
    (outcome,) = ask_entries(RULE, replied("unavailable.not_held", ReplyType.REFUSED))
    assert (outcome.kind, outcome.level) == (Kind.FAIL, Level.WARNING)


@pytest.mark.parametrize(
    "one",
    [request("7"), replied(None, ReplyType.REFUSED), replied("granted", None), replied("granted", "refused", None)],
)
def test_where_one_of_them_is_missing_there_is_nothing_to_compare(one):
    assert told(RULE, one) == {"requests": "notApplicable"}


def test_every_kind_of_reply_has_a_name():
    assert set(REPLY_TYPES) == set(ReplyType)
