import pytest
from tests.rules.asking import ask
from tests.rules.building import line_map
from tests.rules.structure.reports import FILLER, OLD, whole
from tests.rules.structure.unified import unified

from govdisclosure.model.report import AnnualReport, ProblemKind, ProblemStatement
from govdisclosure.rules.structure.str107_problems_named import RULE

HEADING = "五、存在的问题及改进情况"


def outcome(body, *entries):
    text = whole(*OLD, bodies={HEADING: body}).text
    place = line_map(text).place(0, 1)
    problems = tuple(ProblemStatement(kind=kind, quote=quote, at=place) for kind, quote in entries)
    (found,) = ask(RULE, whole(*OLD, bodies={HEADING: body}, problems=problems))
    return found


CONCRETE = (ProblemKind.PROBLEM, "存在一些问题，更新不及时")
GENERIC = (ProblemKind.PROBLEM, "还存在一些问题和不足")
MEASURE = (ProblemKind.MEASURE, "加强培训")


@pytest.mark.parametrize(
    ("entries", "verdict"),
    [
        ((CONCRETE, MEASURE), "pass"),
        ((MEASURE,), "review"),
        ((GENERIC, MEASURE), "review"),
        ((CONCRETE,), "review"),
        ((GENERIC,), "open"),
        ((), "open"),
    ],
)
def test_both_halves_are_asked_for(entries, verdict):
    assert outcome(f"我局工作初见成效。{FILLER}", *entries).kind.value == verdict


def test_a_review_quotes_the_first_sentence_and_rests_on_the_item():
    found = outcome(f"我局工作初见成效。{FILLER}", MEASURE)
    assert found.quote == "我局工作初见成效"
    assert [cite.key for cite in found.cites] == ["regulation-2007:32i5"]


def test_a_short_section_of_measures_is_left_open():
    found = outcome("今后加强培训。", MEASURE)
    assert (found.kind.value, found.needs) == ("open", ("problems",))


def test_no_section_is_another_rules_matter():
    (found,) = ask(RULE, AnnualReport(year=2010))
    assert found.kind.value == "notApplicable"
    assert outcome("").kind.value == "open"


@pytest.mark.parametrize("words", ["工作中没有发现什么不足", "全年不存在明显的问题", "未发现问题"])
def test_a_denial_names_no_problem(words):
    assert outcome(f"{words}。{FILLER}", (ProblemKind.PROBLEM, words)).kind.value == "review"
    assert outcome(f"{words}。{FILLER}", (ProblemKind.PROBLEM, words), MEASURE).kind.value == "review"


def test_a_denial_beside_a_concrete_problem_hides_nothing():
    named = (ProblemKind.PROBLEM, "没有明显问题，但更新不及时")
    assert outcome(FILLER, named, MEASURE).kind.value == "pass"


def test_an_empty_problems_section_of_the_unified_form_is_not_passed():
    (found,) = ask(RULE, unified(five=""))
    assert found.kind.value == "open"
    (found,) = ask(RULE, unified(five="无"))
    assert found.kind.value == "open"
