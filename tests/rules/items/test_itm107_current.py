import pytest
from tests.rules.items.catalogues import ask, day, good, lawful, only, verdicts

from govdisclosure.rules.items.itm107_current import RULE
from govdisclosure.rules.outcome import Kind, Level


def asked(catalogue, guide, *items, as_of=None):
    days = {"catalogue_updated_on": catalogue and day(catalogue), "guide_updated_on": guide and day(guide)}
    return ask(RULE, *items, as_of=as_of, **days)


def test_a_lawful_catalogue_passes_twice():
    held = lawful()
    days = {"catalogue_updated_on": held.catalogue_updated_on, "guide_updated_on": held.guide_updated_on}
    assert verdicts(RULE, *held.items, **days) == {"catalogue": "pass", "guide": "pass"}


def test_items_published_after_the_last_update_are_named():
    found = asked("2024-03-07", "2024-01-05", good(), good("A2", published_on="2024-03-07"), good("A3"))
    stale = only(found, Kind.REVIEW)
    assert (stale.subject, stale.level, stale.facts["ids"]) == ("catalogue", Level.WARNING, ["A1", "A3"])
    assert stale.facts["last_on"] == "2024-03-08"
    assert [cite.key for cite in stale.cites] == ["regulation-2019:12"]


def test_an_item_planned_for_later_makes_nothing_stale():
    found = asked("2024-03-07", "2024-01-05", good(published_on="2024-06-01"), as_of="2024-04-01")
    assert [one.kind for one in found] == [Kind.PASS, Kind.PASS]


@pytest.mark.parametrize(
    ("guide", "as_of", "kind"),
    [
        ("2018-05-01", "2024-06-01", "review"),
        ("2019-05-15", "2024-06-01", "pass"),
        ("2018-05-01", "2018-06-01", "pass"),
        ("2018-05-01", None, "review"),  # an item of 2024 stands in the catalogue
    ],
)
def test_a_guide_older_than_the_regulation(guide, as_of, kind):
    found = asked("2024-12-31", guide, good(), as_of=as_of)
    assert {one.subject: one.kind.value for one in found}["guide"] == kind


def test_days_that_are_not_given_are_open():
    found = asked(None, None, good())
    assert [(one.kind, one.needs) for one in found] == [
        (Kind.OPEN, ("catalogue_updated_on",)),
        (Kind.OPEN, ("guide_updated_on",)),
    ]
