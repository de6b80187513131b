import attrs
import pendulum
import pytest
from tests.rules.items.catalogues import ask, good, item, lawful, only, verdicts

from govdisclosure.law import published_calendar
from govdisclosure.model.item import Exemption, ItemKind, PublicationChannel, Publicity
from govdisclosure.model.register import Catalogue
from govdisclosure.rules.entries import EntriesQuestion
from govdisclosure.rules.items.itm101_published import RULE, check
from govdisclosure.rules.outcome import Kind, Level

LATER = "2024-12-31"
MADE = {"made_on": "2024-03-01"}


def test_a_catalogue_of_which_all_is_published_passes_with_its_rate():
    (found,) = ask(RULE, *lawful().items, as_of=LATER)
    assert (found.kind, found.level) == (Kind.PASS, Level.NONE)
    assert found.facts["numerator"] == found.facts["denominator"] == 3
    assert (found.facts["rate"], found.facts["missing"], found.facts["kind"]) == (1, [], "published_among_due")
    assert "100%" in found.message.zh


def test_a_missing_item_beyond_its_term_is_a_fault_with_its_last_day():
    found = ask(RULE, good(), good("A2"), good("A3", published_on=None), as_of=LATER)
    fault, rate = only(found, Kind.FAIL), only(found, Kind.INFORMATIONAL)
    assert (fault.entry, fault.subject, fault.level) == ("A3", "A3:missing", Level.ERROR)
    assert fault.at.line == 4
    assert fault.facts == {"start_on": "2024-03-01", "due_on": "2024-03-29", "as_of": LATER}
    assert [cite.key for cite in fault.cites] == ["regulation-2019:20i1", "regulation-2019:26"]
    assert rate.facts["missing"] == ["A3"]
    assert (rate.facts["numerator"], rate.facts["denominator"], rate.facts["rate"]) == (2, 3, "0.6666")
    assert "条例没有规定公开率" in rate.message.zh


def test_a_rate_that_is_nearly_whole_is_never_shown_as_whole():
    items = [item(f"B{n}", publicity=Publicity.PROACTIVE, **MADE, published_on="2024-03-04") for n in range(30_000)]
    missing = item("X", publicity=Publicity.PROACTIVE, **MADE)
    rate = only(ask(RULE, *items, missing, as_of=LATER), Kind.INFORMATIONAL)
    assert rate.facts["rate"] == "0.9999"
    assert "100%" not in rate.message.zh


@pytest.mark.parametrize(("as_of", "kind"), [("2024-03-29", "notApplicable"), ("2024-03-30", "fail")])
def test_the_last_day_of_the_term_is_within_it(as_of, kind):
    found = verdicts(RULE, item(publicity=Publicity.PROACTIVE, **MADE), as_of=as_of)
    assert found == {"rate": "notApplicable"} if kind == "notApplicable" else found["A1:missing"] == kind


def test_an_item_within_its_term_is_counted_apart():
    (found,) = ask(RULE, good(), good("A2", made_on="2024-12-20", published_on=None), as_of=LATER)
    assert found.kind is Kind.PASS
    assert (found.facts["denominator"], found.facts["pending"]) == (1, 1)
    assert "另有1条期限未满" in found.message.zh


def test_without_a_day_of_judgement_what_is_not_published_is_open():
    found = ask(RULE, good(), good("A2", published_on=None))
    assert only(found, Kind.OPEN).facts["ids"] == ["A2"]
    assert only(found, Kind.INFORMATIONAL).facts["denominator"] == 1
    assert not [one for one in found if one.kind is Kind.FAIL]


def test_a_year_that_is_not_announced_is_open_and_a_young_item_is_not():
    old = item("B1", publicity=Publicity.PROACTIVE, made_on="2031-01-02")
    young = item("B2", publicity=Publicity.PROACTIVE, made_on="2031-03-02")
    found = ask(RULE, old, young, as_of="2031-03-05")
    assert only(found, Kind.OPEN).facts["ids"] == ["B1"]


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"publicity": Publicity.PROACTIVE}, "fail"),
        ({"duty": "regulation-2019:20i4"}, "fail"),
        ({"duty": "regulation-2019:21"}, "fail"),
        ({"duty": "regulation-2007:10i3", "made_on": "2010-03-01"}, "fail"),
        ({"kind": ItemKind.RULES}, "review"),
        ({"kind": ItemKind.LICENCE_MATTER, "publicity": Publicity.ON_REQUEST}, "review"),
        ({"duty": "regulation-2019:20i4", "publicity": Publicity.ON_REQUEST}, "review"),
        ({"duty": "regulation-2019:20i4", "publicity": Publicity.WITHHELD}, "review"),
        ({"publicity": Publicity.PROACTIVE, "ground": Exemption.INTERNAL_AFFAIRS}, "fail"),
        # What no list names by its kind, is exempt, or was made before the first Regulation.
        ({}, None),
        ({"kind": ItemKind.PENALTY_DECISION}, None),
        ({"kind": ItemKind.COERCION_DECISION}, None),
        ({"kind": ItemKind.OTHER}, None),
        ({"duty": "regulation-2019:33"}, None),
        ({"duty": "regulation-2019:99"}, None),
        ({"duty": "统计信息"}, None),
        ({"kind": ItemKind.LICENCE_DECISION, "made_on": "2010-03-01"}, None),
        ({"publicity": Publicity.ON_REQUEST}, None),
        ({"publicity": Publicity.WITHHELD}, None),
        ({"publicity": Publicity.PROACTIVE, "ground": Exemption.STATE_SECRET}, None),
        ({"kind": ItemKind.RULES, "publicity": Publicity.ON_REQUEST, "ground": Exemption.PROCESS_INFORMATION}, None),
        ({"kind": ItemKind.RULES, "publicity": Publicity.WITHHELD, "ground_text": "涉密"}, None),
        ({"publicity": Publicity.PROACTIVE, "made_on": "2007-03-01"}, None),
        ({"publicity": Publicity.PROACTIVE, "repealed_on": "2024-03-20"}, None),
    ],
)
def test_which_items_must_be_published(fields, kind):
    found = verdicts(RULE, item(**{**MADE, **fields}), as_of=LATER)
    assert found.get("A1:missing") == kind
    assert kind is not None or found == {"rate": "notApplicable"}


def test_one_repealed_after_its_term_was_to_be_published_all_the_same():
    found = verdicts(RULE, item(**MADE, publicity=Publicity.PROACTIVE, repealed_on="2024-05-01"), as_of=LATER)
    assert found["A1:missing"] == "fail"


def test_one_that_says_where_it_was_published_and_not_when_is_open():
    shown = item(**MADE, publicity=Publicity.PROACTIVE, channels=(PublicationChannel.WEBSITE,))
    assert verdicts(RULE, shown, as_of=LATER) == {"unknown": "open"}


def test_a_day_of_publication_in_the_future_publishes_nothing_yet():
    assert verdicts(RULE, good(published_on="2025-02-01"), as_of=LATER)["A1:missing"] == "fail"


def test_a_later_change_moves_the_term():
    changed = good(published_on=None, changed_on="2024-12-25")
    assert verdicts(RULE, changed, as_of=LATER) == {"rate": "notApplicable"}


def test_the_term_follows_the_calendar_that_is_given():
    closed = published_calendar().with_closures([pendulum.Date(2024, 3, n) for n in (4, 5)])
    asked = EntriesQuestion(catalogue=Catalogue(items=(good(published_on=None),)), as_of=pendulum.Date(2024, 4, 2))
    assert next(check(asked)).subject == "A1:missing"
    assert next(check(attrs.evolve(asked, calendar=closed))).subject == "rate"
