import pytest
from tests.rules.items.catalogues import ask, good, item, lawful, only, verdicts

from govdisclosure.rules.items.itm108_fields import RULE
from govdisclosure.rules.outcome import Kind, Level


def test_a_lawful_catalogue_passes():
    (found,) = ask(RULE, *lawful().items)
    assert (found.kind, found.facts["entries"]) == (Kind.PASS, 3)


@pytest.mark.parametrize("name", ["title", "summary", "made_on"])
@pytest.mark.parametrize("empty", [None, "  "])
def test_an_item_that_lacks_a_part_is_a_fault(name, empty):
    found = ask(RULE, good(), good("A2", **{name: None if name == "made_on" else empty}))
    fault = only(found, Kind.FAIL)
    assert (fault.entry, fault.level, fault.facts["missing"]) == ("A2", Level.WARNING, [name])
    assert fault.needs == (name,)


def test_several_missing_parts_are_one_finding():
    fault = only(ask(RULE, good(), good("A2", title=None, made_on=None)), Kind.FAIL)
    assert fault.facts["missing"] == ["title", "made_on"]


def test_a_part_that_no_item_has_is_one_question():
    found = ask(RULE, *(good(f"A{n}", summary=None) for n in range(1, 9)))
    assert [(one.kind, one.subject, one.facts["entries"]) for one in found] == [(Kind.REVIEW, "absent:summary", 8)]


def test_items_without_a_number_are_one_finding_with_their_rows():
    blank = [item("", title="通知", summary="关于…", made_on="2024-03-01", at=good(f"A{n}").at) for n in (5, 7)]
    found = only(ask(RULE, good(), *blank), Kind.FAIL)
    assert (found.subject, found.facts["rows"]) == ("unnumbered", [6, 8])


@pytest.mark.parametrize("duty", ["统计信息", "regulation-2019:33", "regulation-2019:20i99x", "form-2021"])
def test_a_duty_that_is_none_of_the_lists_is_for_a_person(duty):
    found = only(ask(RULE, good(duty=duty)), Kind.REVIEW)
    assert found.subject == "A1:duty"
    assert duty not in found.message.zh


def test_an_empty_catalogue():
    assert verdicts(RULE) == {"fields": Kind.NOT_APPLICABLE.value}
