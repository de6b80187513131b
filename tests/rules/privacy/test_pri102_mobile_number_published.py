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
        f"王强{NUMBER}",
        f"五、监督保障 王建国，{NUMBER}",
        f"监督电话：王强，{NUMBER}",
        f"联系人李小明，联系电话：{NUMBER}",
        f"办公电话（科长李明）：{NUMBER}",
        f"值班电话：王主任 {NUMBER}",
        f"咨询电话：{NUMBER}（李明）",
        f"农户张三丰反映，可拨打{NUMBER}",
        f"低保办公室公示：11010519491231002X，联系电话{NUMBER}",
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
        f"咨询电话：0431-88880000、{NUMBER}",
        f"高新区值班电话{NUMBER}（周一至周五）",
        f"联系方式：办公电话{NUMBER}（工作日）",
        f"申请人王强。\n值班电话{NUMBER}",
        f"某些事项可拨{NUMBER}",
    ],
)
def test_otherwise_it_is_only_mentioned(text):
    (outcome,) = assess(report(text), [RULE])
    assert (outcome.kind, outcome.level) == (Kind.INFORMATIONAL, Level.NONE)
    assert NUMBER not in str(outcome)


@pytest.mark.parametrize(
    "text", [f"公布{NUMBER}。", f"五、监督保障情况{NUMBER}", f"加强监督，{NUMBER}", f"办公用品{NUMBER}"]
)
def test_a_number_of_which_nothing_says_whose_it_is_is_reviewed(text):
    (outcome,) = assess(report(text), [RULE])
    assert (outcome.kind, outcome.level) == (Kind.REVIEW, Level.WARNING)
    assert "办公联系方式" not in outcome.message.zh


@pytest.mark.parametrize(
    ("text", "called"),
    [
        (f"监督电话：{NUMBER}", True),
        (f"投诉举报电话为{NUMBER}", True),
        (f"咨询电话0431-88880000、{NUMBER}", True),
        (f"设有监督电话，由县纪委受理，{NUMBER}", False),
        (f"有意见可拨打{NUMBER}", False),
    ],
)
def test_it_is_called_an_office_contact_only_where_the_words_stand_right_before_it(text, called):
    (outcome,) = assess(report(text), [RULE])
    assert outcome.kind == Kind.INFORMATIONAL
    assert ("办公联系方式" in outcome.message.zh) is called
    assert outcome.facts == {"office_contact": called}


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
