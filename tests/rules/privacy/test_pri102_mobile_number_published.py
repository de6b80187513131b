import pytest
from tests.rules.building import report

from govdisclosure.rules.engine import assess
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.privacy.pri102_mobile_number_published import RULE, check
from govdisclosure.rules.rule import Question

NUMBER = "13800138000"


def kinds(text):
    return [f.kind for f in check(Question(report=report(text)))]


@pytest.mark.parametrize(
    "text",
    [
        f"申请人王强，联系电话{NUMBER}。",
        f"姓名：王强　{NUMBER}",
        f"王先生 {NUMBER}",
        f"{NUMBER}（王女士）",
        f"王某{NUMBER}",
    ],
)
def test_beside_a_person_it_is_reviewed(text):
    (outcome,) = assess(report(text), [RULE])
    assert (outcome.kind, outcome.level) == (Kind.REVIEW, Level.WARNING)
    assert NUMBER not in str(outcome)


@pytest.mark.parametrize(
    "text",
    [
        f"咨询电话：{NUMBER}",
        f"申请人可拨打监督电话{NUMBER}。",
        f"申请人如需咨询，请联系办公电话{NUMBER}。",
        f"公布{NUMBER}。",
        f"申请人王强。\n值班电话{NUMBER}",
        f"某些事项可拨{NUMBER}",
    ],
)
def test_otherwise_it_is_only_mentioned(text):
    (outcome,) = assess(report(text), [RULE])
    assert (outcome.kind, outcome.level) == (Kind.INFORMATIONAL, Level.NONE)
    assert NUMBER not in str(outcome)


def test_masked_numbers_and_land_lines_pass():
    assert kinds("电话138****8000、0431-88880000、文号13800138000号1。".replace("13800138000", "1380013800")) == [
        Kind.PASS
    ]


def test_no_text_is_not_applicable():
    assert kinds("") == [Kind.NOT_APPLICABLE]


@pytest.mark.parametrize("words", [f"tel{NUMBER}", f"No.{NUMBER}", "138.0013.8000", "(138)00138000", f"{NUMBER}.5"])
def test_letters_points_and_groups_hide_no_number(words):
    (outcome,) = assess(report(f"可拨{words}"), [RULE])
    assert outcome.kind == Kind.INFORMATIONAL
    assert words not in str(outcome)
