import pytest
from tests.rules.entries import ask_entries, case, told

from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.remedies.rem108_result_recorded import RULE

FILED = ("filed", "2024-05-06")


def decided(result="upheld", number="A1", kind="reconsideration", *more):
    return case(number, kind, FILED, ("decided", "2024-06-06", {"result": result}), *more, request="7")


@pytest.mark.parametrize(
    ("one", "verdict"),
    [
        (decided(), {"cases": "pass"}),
        (decided(None), {"A1:no_result": "fail"}),
        (decided("upheld", "A1", None), {"A1:no_kind": "fail"}),
        (case("A1", "reconsideration", FILED), {"cases": "pass"}),
        (case("A1", "reconsideration", ("filed", "2024-05-06", {"result": "upheld"})), {"A1:early_result": "fail"}),
        (decided(None, "A1", "litigation_direct", ("appealed", "2024-06-10")), {"cases": "pass"}),
        (
            decided("upheld", "A1", "litigation_direct", ("appealed", "2024-06-10"), ("appeal_decided", "2024-09-10")),
            {"A1:no_result": "fail"},
        ),
    ],
)
def test_table_four_needs_kind_and_result(one, verdict):
    assert told(RULE, one) == verdict


def test_doubles():
    assert told(RULE, decided(), decided(number="A2")) == {"A2:alike": "review"}
    assert told(RULE, decided(), decided(number="A2", kind="litigation_direct")) == {"cases": "pass"}
    found = ask_entries(RULE, decided(), decided(kind="litigation_direct"), twice=True)
    assert [(o.kind, o.level, o.subject) for o in found] == [(Kind.FAIL, Level.WARNING, "A1:number")]


def test_an_empty_register_is_nothing_to_look_at():
    assert told(RULE) == {"cases": "notApplicable"}
