import pytest
from tests.rules.entries import ask_entries, request, told

from govdisclosure.model.request import Channel
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.requests.req116_receipt_channel import RULE


def came(channel, submitted="2024-03-11", received="2024-03-14"):
    events = [(kind, on) for kind, on in (("submitted", submitted), ("received", received)) if on]
    return request("7", *events, channel=channel)


@pytest.mark.parametrize(
    ("one", "verdict"),
    [
        (came(Channel.IN_PERSON), {"7:later": "fail"}),
        (came(Channel.ORAL), {"7:later": "fail"}),
        (came(Channel.IN_PERSON, "2024-03-14"), {"requests": "pass"}),
        (came(Channel.IN_PERSON, received=None), {"requests": "pass"}),
        (came(Channel.IN_PERSON, None), {"requests": "pass"}),
        (came(Channel.IN_PERSON, "2024-03-15"), {"requests": "pass"}),
        (came(Channel.SIGNED_MAIL), {"requests": "pass"}),
        (came(Channel.ONLINE), {"requests": "pass"}),
        (came(Channel.EMAIL), {"requests": "pass"}),
        (came(Channel.EMAIL, "2018-03-12", "2018-03-14"), {"7:later": "review"}),
        (came(Channel.EMAIL, "2014-03-12", "2014-03-14"), {"requests": "pass"}),
        (came(Channel.IN_PERSON, "2007-03-12", "2007-03-14"), {"requests": "notApplicable"}),
        (came(None), {"requests:unjudged": "open"}),
        (came(Channel.ONLINE, None, None), {"requests:unjudged": "open"}),
    ],
)
def test_the_day_of_receipt_by_channel(one, verdict):
    assert told(RULE, one) == verdict


def test_both_days_and_the_article_are_named():
    (outcome,) = ask_entries(RULE, came(Channel.IN_PERSON))
    assert (outcome.kind, outcome.level, outcome.facts["expected_on"]) == (Kind.FAIL, Level.ERROR, "2024-03-11")
    assert "第三十一条" in outcome.message.zh
