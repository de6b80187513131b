import pytest
from tests.rules.entries import ask_entries, case, request, told

from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.remedies.rem105_reconsideration_first import RULE


def refused(outcome="denied.state_secret", on="2024-03-20"):
    return request("7", ("received", "2024-03-11"), ("replied", on, {"outcome": outcome}))


def filed(kind="litigation_direct", on="2024-05-06", **fields):
    return case("A1", kind, ("filed", on), **{"request": "7", "contested": "reply", "told": True, **fields})


@pytest.mark.parametrize(
    ("one", "reply", "verdict"),
    [
        (filed(), refused(), {"A1:direct": "review"}),
        (filed(contested=None), refused(), {"A1:direct": "review"}),
        (filed(), refused("denied.administrative_inquiry"), {"A1:direct": "review"}),
        (filed("reconsideration"), refused("denied.administrative_inquiry"), {"cases": "pass"}),
        (filed("reconsideration"), refused(), {"cases": "pass"}),
        (filed("reconsideration", told=False), refused(), {"A1:not_told": "fail"}),
        (filed("reconsideration", told=None), refused(), {"cases:unjudged": "open"}),
        (filed("litigation_after_reconsideration"), refused(), {"cases": "pass"}),
        (filed(told=False), refused(), {"A1:direct": "review", "A1:not_told": "fail"}),
        (filed(told=False), refused(on="2023-12-20"), {"A1:direct": "review"}),
        (filed(on="2023-12-20"), refused(on="2023-11-20"), {"cases": "notApplicable"}),
        (filed(), refused("unavailable.not_held"), {"cases": "notApplicable"}),
        (filed(), refused("not_processed.repeat"), {"cases": "notApplicable"}),
        (filed(contested="silence"), refused(), {"cases": "notApplicable"}),
        (filed(request="8"), refused(), {"cases": "notApplicable"}),
        (filed(), request("7"), {"cases": "notApplicable"}),
        (filed(on=None), refused(), {"cases:unjudged": "open"}),
    ],
)
def test_where_reconsideration_comes_first(one, reply, verdict):
    assert told(RULE, one, reply) == verdict


def test_not_telling_of_it_is_the_organ_s_fault():
    (outcome,) = ask_entries(RULE, filed("reconsideration", told=False), refused())
    assert (outcome.kind, outcome.level, outcome.cites[0].key) == (Kind.FAIL, Level.ERROR, "reconsideration-2023:23p2")
    assert "今后不予公开的答复都应告知" in outcome.message.zh


def test_what_is_not_settled_says_so():
    (outcome,) = ask_entries(RULE, filed(), refused("denied.administrative_inquiry"))
    assert outcome.kind is Kind.REVIEW
    assert "没有定论" in outcome.message.zh
    assert outcome.facts["required"] is None
