import pytest
from tests.rules.items.catalogues import ask, item, lawful, only, verdicts

from govdisclosure.rules.items.itm106_coordinated import RULE
from govdisclosure.rules.outcome import Kind, Level

JOINT = {"published_on": "2024-03-08", "concerns_other_organs": True}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({**JOINT, "coordinated_on": "2024-03-08"}, {"coordination": "pass"}),
        ({**JOINT, "coordinated_on": "2024-03-09"}, {"A1:coordinated_after": "fail"}),
        ({**JOINT}, {"A1:uncoordinated": "review"}),
        ({**JOINT, "concerns_other_organs": None}, {"silent": "open"}),
        ({**JOINT, "concerns_other_organs": False}, {"coordination": "notApplicable"}),
        ({**JOINT, "published_on": None}, {"coordination": "notApplicable"}),
        ({**JOINT, "published_on": "2007-03-08"}, {"coordination": "notApplicable"}),
    ],
)
def test_what_concerns_other_organs(fields, expected):
    assert verdicts(RULE, item(**fields)) == expected


def test_an_article_known_from_memory_is_no_error():
    days = {"published_on": "2012-03-08", "coordinated_on": "2012-03-09"}
    old = only(ask(RULE, item(concerns_other_organs=True, **days)), Kind.FAIL)
    assert ([cite.key for cite in old.cites], old.level) == (["regulation-2007:7"], Level.WARNING)
    new = only(ask(RULE, item(**{**JOINT, "coordinated_on": "2024-03-09"})), Kind.FAIL)
    assert ([cite.key for cite in new.cites], new.level) == (["regulation-2019:11"], Level.ERROR)


def test_kinds_of_a_lawful_catalogue():
    assert verdicts(RULE, *lawful().items) == {"coordination": Kind.NOT_APPLICABLE.value}
    silent = only(ask(RULE, *lawful().items, item("B1", published_on="2024-03-08")), Kind.OPEN)
    assert silent.needs == ("concerns_other_organs",)
    assert Kind.PASS in RULE.kinds
    assert Kind.REVIEW in RULE.kinds
