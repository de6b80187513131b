import pytest
from tests.rules.entries import ask_entries, day, request, told

from govdisclosure.model.item import Exemption, Item, Publicity
from govdisclosure.model.register import Catalogue
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.requests.req108_refusal_item import RULE

CATALOGUE = Catalogue(
    items=(
        Item(id="public", publicity=Publicity.PROACTIVE, published_on=day("2023-05-08")),
        Item(id="due", publicity=Publicity.PROACTIVE),
        Item(id="later", published_on=day("2024-06-03")),
        Item(id="secret", publicity=Publicity.WITHHELD, ground=Exemption.STATE_SECRET),
        Item(id="asked", publicity=Publicity.ON_REQUEST),
    )
)


def about(outcome, *items, on="2024-03-20"):
    return request("7", ("received", "2024-03-11"), ("replied", on, {"outcome": outcome}), items=items)


@pytest.mark.parametrize(
    ("one", "verdict"),
    [
        (about("denied.internal_affairs", "public"), {"7:published": "fail"}),
        (about("unavailable.not_held", "public"), {"7:published": "fail"}),
        (about("denied.internal_affairs", "public", "secret"), {"7:proactive": "review"}),
        (about("denied.internal_affairs", "due"), {"7:proactive": "review"}),
        (about("denied.internal_affairs", "later"), {"requests": "pass"}),
        (about("denied.state_secret", "secret"), {"requests": "pass"}),
        (about("denied.internal_affairs", "secret"), {"7:ground": "review"}),
        (about("denied.administrative_inquiry", "secret"), {"requests": "pass"}),
        (about("unavailable.not_held", "asked"), {"7:held": "review"}),
        (about("granted", "secret"), {"7:withheld": "review"}),
        (about("partly_granted", "secret"), {"requests": "pass"}),
        (about("granted", "public"), {"requests": "pass"}),
        (about("not_processed.repeat", "secret"), {"requests": "pass"}),
        (about("denied.internal_affairs", "none"), {"requests:unjudged": "open"}),
        (about("denied.internal_affairs", "public", on=None), {"requests:unjudged": "open"}),
        (about("denied.internal_affairs"), {"requests": "notApplicable"}),
        (request("7", items=("public",)), {"requests": "notApplicable"}),
    ],
)
def test_the_outcome_against_the_item(one, verdict):
    assert told(RULE, one, items=CATALOGUE) == verdict


def test_without_a_catalogue_there_is_nothing_to_compare():
    assert told(RULE, about("denied.internal_affairs", "public")) == {"requests": "notApplicable"}


def test_the_item_the_day_and_the_article_are_named():
    (outcome,) = ask_entries(RULE, about("denied.internal_affairs", "public"), items=CATALOGUE)
    assert (outcome.kind, outcome.level, outcome.facts["items"]) == (Kind.FAIL, Level.ERROR, ["public"])
    assert "2024-03-20答复前已经公开" in outcome.message.zh
    assert "第三十六条第（一）项" in outcome.message.zh
