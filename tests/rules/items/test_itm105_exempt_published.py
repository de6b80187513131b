import pytest
from tests.rules.items.catalogues import ask, item, lawful, only, verdicts

from govdisclosure.model.item import Exemption, Publicity
from govdisclosure.rules.items.itm105_exempt_published import RULE
from govdisclosure.rules.outcome import Kind, Level

OUT, OLD = {"published_on": "2024-03-08"}, {"published_on": "2012-03-08"}
HELD, PROACTIVE = {"publicity": Publicity.WITHHELD}, {"publicity": Publicity.PROACTIVE}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({**OUT, "ground": Exemption.STATE_SECRET}, {"A1:exempt": "fail"}),
        ({**OUT, "ground": Exemption.PROHIBITED_BY_LAW}, {"A1:exempt": "fail"}),
        ({**OUT, "ground": Exemption.SECURITY_AND_STABILITY}, {"A1:exempt": "fail"}),
        ({**OUT, "ground": Exemption.THIRD_PARTY_RIGHTS}, {"A1:exempt": "review"}),
        ({**OUT, **HELD}, {"A1:exempt": "review"}),
        ({**OUT, "ground": Exemption.PROCESS_INFORMATION, **HELD}, {"free": "informational"}),
        ({**OUT, "ground": Exemption.ENFORCEMENT_FILE, **PROACTIVE}, {"free": "informational"}),
        ({**PROACTIVE, "ground": Exemption.STATE_SECRET}, {"A1:exempt": "review"}),
        ({**PROACTIVE, "ground": Exemption.INTERNAL_AFFAIRS}, {"exempt": "pass"}),
        ({**HELD, "ground": Exemption.STATE_SECRET}, {"exempt": "pass"}),
        ({**OLD, "ground": Exemption.STATE_SECRET}, {"A1:exempt": "fail"}),
        ({**OLD, "ground": Exemption.PROHIBITED_BY_LAW}, {"A1:exempt": "review"}),
        ({"published_on": "2007-03-08", "ground": Exemption.STATE_SECRET}, {"A1:exempt": "review"}),
        ({**OUT}, {"exempt": "notApplicable"}),
    ],
)
def test_what_is_published_beside_a_ground(fields, expected):
    assert verdicts(RULE, item(**fields)) == expected


@pytest.mark.parametrize(
    ("ground", "on", "key"),
    [
        (Exemption.STATE_SECRET, "2024-03-08", "regulation-2019:14"),
        (Exemption.SECURITY_AND_STABILITY, "2012-03-08", "regulation-2007:8"),
        (Exemption.STATE_SECRET, "2012-03-08", "regulation-2007:14"),
    ],
)
def test_the_article_is_that_of_the_ground_and_the_day(ground, on, key):
    fault = only(ask(RULE, item(published_on=on, ground=ground)), Kind.FAIL)
    assert ([cite.key for cite in fault.cites], fault.level) == ([key], Level.ERROR)


def test_a_lawful_catalogue_has_nothing_to_ask_about():
    assert verdicts(RULE, *lawful().items) == {"exempt": Kind.NOT_APPLICABLE.value}


def test_what_may_be_published_all_the_same_is_one_finding():
    items = [item(f"B{n}", **OUT, **HELD, ground=Exemption.INTERNAL_AFFAIRS) for n in range(3)]
    found = ask(RULE, *items, item("B9", **HELD, ground=Exemption.STATE_SECRET))
    assert only(found, Kind.INFORMATIONAL).facts["ids"] == ["B0", "B1", "B2"]
    assert only(found, Kind.PASS).facts["entries"] == 1
    assert not [one for one in found if one.kind is Kind.REVIEW]


def test_a_planned_day_publishes_nothing_yet():
    held = item(published_on="2024-09-01", **HELD, ground=Exemption.STATE_SECRET)
    assert verdicts(RULE, held, as_of="2024-08-01") == {"exempt": "pass"}
