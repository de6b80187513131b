import pytest
from tests.rules.entries import ask_entries, case, told

from govdisclosure.model.case import CaseEventKind
from govdisclosure.register.terms.cases import case_deadline
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.remedies.rem103_answered_in_time import RULE

FILED, SERVED = ("filed", "2024-03-01"), ("served", "2024-03-04")  # 5 working days: 03-11, 10: 03-18, 15 days: 03-19


def answered(on, kind="reconsideration", *more, **fields):
    return case("A1", kind, FILED, SERVED, *more, ("answered", on), **fields)


@pytest.mark.parametrize(
    ("one", "asked", "verdict"),
    [
        (answered("2024-03-11"), {}, {"cases": "pass"}),
        (answered("2024-03-12"), {}, {"A1:answer": "review"}),
        (answered("2024-03-12", procedure="normal"), {}, {"cases": "pass"}),
        (answered("2024-03-18", procedure="normal"), {}, {"cases": "pass"}),
        (answered("2024-03-19", procedure="normal"), {}, {"A1:answer": "fail"}),
        (answered("2024-03-19"), {}, {"A1:answer": "fail"}),
        (answered("2024-03-12", procedure="simplified"), {}, {"A1:answer": "fail"}),
        (answered("2024-03-19", "litigation_direct"), {}, {"cases": "pass"}),
        (answered("2024-03-20", "litigation_direct"), {}, {"A1:answer": "fail"}),
        (answered("2024-03-25", "reconsideration", ("suspended", "2024-03-05")), {}, {"A1:answer": "review"}),
        (answered(None), {}, {"cases:unjudged": "open"}),
        (answered("2024-03-19", None), {}, {"cases:unjudged": "open"}),
        (case("A1", "reconsideration", FILED, ("answered", "2024-03-19")), {}, {"cases:unjudged": "open"}),
        (case("A1", "reconsideration", FILED, SERVED, ("decided", "2024-05-19")), {}, {"cases:unjudged": "open"}),
        (case("A1", "reconsideration", FILED), {"as_of": "2024-06-03"}, {"cases": "notApplicable"}),
        (case("A1", "reconsideration", FILED, SERVED), {}, {"cases": "notApplicable"}),
        (case("A1", "reconsideration", FILED, SERVED), {"as_of": "2024-03-11"}, {"cases": "pass"}),
        (case("A1", "reconsideration", FILED, SERVED), {"as_of": "2024-03-19"}, {"A1:answer": "fail"}),
    ],
)
def test_each_answer_against_its_term(one, asked, verdict):
    assert told(RULE, one, **asked) == verdict


@pytest.mark.parametrize(("on", "verdict"), [("2020-05-11", "pass"), ("2020-05-12", "fail")])
def test_ten_days_under_the_law_of_1999(on, verdict):
    one = case("A1", "reconsideration", ("filed", "2020-04-20"), ("served", "2020-05-01"), ("answered", on))
    assert list(told(RULE, one).values()) == [verdict]


def test_a_case_between_two_laws_is_for_a_person():
    one = case("A1", "reconsideration", ("filed", "2023-12-20"), ("served", "2024-01-03"), ("answered", "2024-03-01"))
    assert told(RULE, one) == {"A1:answer": "review"}


def test_the_organ_s_own_duty_is_an_error_and_says_what_to_do():
    (outcome,) = ask_entries(RULE, case("A1", "reconsideration", FILED, SERVED, procedure="normal"), as_of="2024-03-20")
    assert (outcome.kind, outcome.level, outcome.facts["late"]) == (Kind.FAIL, Level.ERROR, 2)
    assert outcome.message.zh.startswith("晚2日：案件A1应不晚于2024-03-18提交答复或者答辩")
    assert "请立即办理" in outcome.message.zh
    assert "第四十八条" in outcome.message.zh


@pytest.mark.parametrize(
    ("days", "verdict"),
    [
        (["03-06", "03-20", "03-28"], {"cases": "pass"}),  # served twice: ten working days from the second, 04-03
        (["03-06", "04-10", "03-28"], {"A1:answer": "fail"}),  # the second one came after the answer
    ],
)
def test_the_copy_that_was_served_last_counts(days, verdict):
    first, second, on = (f"2024-{day}" for day in days)
    one = case(
        "A1", "reconsideration", FILED, ("served", first), ("served", second), ("answered", on), procedure="normal"
    )
    assert told(RULE, one) == verdict


def test_the_rule_and_the_clock_have_the_same_days():
    one = case("A1", "reconsideration", FILED, SERVED)
    (outcome,) = ask_entries(RULE, one, as_of="2024-03-19")
    receipt = case_deadline(one, CaseEventKind.ANSWERED)
    assert (outcome.facts["due_on"], outcome.facts["latest_on"]) == (str(receipt.due_on), str(receipt.latest_on))
