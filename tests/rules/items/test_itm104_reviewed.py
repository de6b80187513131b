import pytest
from tests.rules.items.catalogues import ask, good, item, lawful, only, verdicts

from govdisclosure.model.item import Exemption, Publicity
from govdisclosure.rules.items.itm104_reviewed import RULE
from govdisclosure.rules.outcome import Kind, Level

OUT = {"published_on": "2024-03-08"}
HELD = {"publicity": Publicity.WITHHELD, "ground": Exemption.STATE_SECRET}


def test_a_lawful_catalogue_passes():
    (found,) = ask(RULE, *lawful().items)
    assert (found.kind, found.facts["entries"]) == (Kind.PASS, 3)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({**OUT, "reviewed": False}, {"A1:unreviewed": "fail"}),
        ({**OUT, "reviewed_on": "2024-03-09"}, {"A1:review_after": "fail"}),
        ({**OUT, "reviewed_on": "2024-03-08"}, {"review": "pass"}),
        ({**OUT, "reviewed": True}, {"review": "pass"}),
        ({**OUT, "reviewed": False, "reviewed_on": "2024-03-05"}, {"A1:review_unclear": "review"}),
        ({**OUT}, {"silent": "open"}),
        ({**HELD, "reviewed": False}, {"A1:unreviewed": "review"}),
        ({**HELD, "reviewed": True}, {"review": "pass"}),
        ({**HELD}, {"silent": "open"}),
        ({"reviewed": False}, {"review": "notApplicable"}),
        ({"published_on": "2007-03-08", "reviewed": False}, {"review": "notApplicable"}),
    ],
)
def test_what_is_said_of_the_review(fields, expected):
    assert verdicts(RULE, item(**fields)) == expected


@pytest.mark.parametrize(
    ("on", "keys"),
    [
        ("2019-05-14", ["regulation-2007:14"]),
        ("2019-05-15", ["regulation-2019:17"]),
        ("2024-04-30", ["regulation-2019:17"]),
        ("2024-05-01", ["regulation-2019:17", "secrecy-2024:35"]),
    ],
)
def test_the_law_is_that_of_the_day_of_publication(on, keys):
    fault = only(ask(RULE, item(published_on=on, reviewed=False)), Kind.FAIL)
    assert [cite.key for cite in fault.cites] == keys
    assert fault.level is Level.ERROR


def test_what_the_catalogue_does_not_say_is_one_finding_beside_the_rest():
    found = ask(RULE, good(), item("B1", **OUT), item("B2", **OUT), item("B3", **OUT, reviewed=False))
    assert only(found, Kind.OPEN).facts["ids"] == ["B1", "B2"]
    assert only(found, Kind.FAIL).entry == "B3"
    assert not [one for one in found if one.kind in {Kind.PASS, Kind.NOT_APPLICABLE, Kind.REVIEW}]
