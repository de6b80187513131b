import pytest
from tests.rules.items.catalogues import ask, good, item, lawful, only, verdicts

from govdisclosure.model.item import Exemption, ItemKind, Publicity
from govdisclosure.rules.items.itm103_grounded import RULE
from govdisclosure.rules.outcome import Kind, Level

ON_REQUEST, WITHHELD = {"publicity": Publicity.ON_REQUEST}, {"publicity": Publicity.WITHHELD}


def test_a_lawful_catalogue_passes():
    exempt = item("B1", made_on="2024-03-01", **WITHHELD, ground=Exemption.STATE_SECRET)
    (found,) = ask(RULE, *lawful().items, exempt)
    assert (found.kind, found.facts["entries"]) == (Kind.PASS, 4)


@pytest.mark.parametrize(
    ("fields", "subject", "kind"),
    [
        ({**WITHHELD}, "A1:ground", "review"),
        ({**WITHHELD, "ground_text": "不宜公开"}, "A1:ground", "review"),
        ({**ON_REQUEST, "duty": "regulation-2019:20i4"}, "A1:on_request", "fail"),
        ({**ON_REQUEST, "duty": "regulation-2007:10i3", "made_on": "2010-01-05"}, "A1:on_request", "fail"),
        ({**ON_REQUEST, "duty": "regulation-2019:20i4", "ground_text": "另有规定"}, "A1:on_request", "review"),
        ({**ON_REQUEST, "kind": ItemKind.RULES}, "A1:on_request", "review"),
        ({**ON_REQUEST, "duty": "regulation-2019:20i4", "ground": Exemption.THIRD_PARTY_RIGHTS}, None, None),
        ({**ON_REQUEST}, None, None),
        ({**ON_REQUEST, "kind": ItemKind.PENALTY_DECISION}, None, None),
        ({**WITHHELD, "ground": Exemption.INTERNAL_AFFAIRS}, None, None),
    ],
)
def test_which_attributes_need_a_ground(fields, subject, kind):
    found = verdicts(RULE, item(**{"made_on": "2024-03-01", **fields}))
    assert found == ({subject: kind} if subject else {"publicity": "pass"})


def test_the_fault_names_the_item_of_the_list_and_the_law_of_its_day():
    fault = only(ask(RULE, good(**ON_REQUEST)), Kind.FAIL)
    assert (fault.level, [cite.key for cite in fault.cites]) == (Level.ERROR, ["regulation-2019:20i1"])
    old = only(ask(RULE, item(made_on="2010-01-05", **WITHHELD)), Kind.REVIEW)
    assert [cite.key for cite in old.cites] == ["regulation-2007:8", "regulation-2007:14"]


def test_a_reason_in_words_is_never_repeated():
    found = only(ask(RULE, item(**WITHHELD, ground_text="王小明投诉材料")), Kind.REVIEW)
    assert "王小明" not in f"{found!r}{found.message}{found.facts}"


def test_items_without_an_attribute_are_one_finding():
    found = only(ask(RULE, good(), *(item(f"B{n}") for n in range(7))), Kind.REVIEW)
    assert (found.subject, found.facts["entries"], found.entry) == ("bare", 7, None)
    assert found.facts["ids"] == [f"B{n}" for n in range(7)]
    assert "B4等" in found.message.zh


def test_an_empty_catalogue_has_nothing_to_ask_about():
    assert verdicts(RULE) == {"publicity": Kind.NOT_APPLICABLE.value}
