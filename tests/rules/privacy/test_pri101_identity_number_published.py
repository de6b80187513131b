from tests.rules.building import report

from govdisclosure.rules.engine import assess
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.privacy.pri101_identity_number_published import RULE, check
from govdisclosure.rules.rule import Question

NUMBER = "11010519491231002X"


def kinds(text):
    return [f.kind for f in check(Question(report=report(text)))]


def test_a_valid_number_fails_and_is_never_repeated():
    text = f"第一行。\n申请人证号{NUMBER}，已答复。"
    (outcome,) = assess(report(text), [RULE])
    assert (outcome.kind, outcome.level, outcome.subject) == (Kind.FAIL, Level.ERROR, "identity_number:1")
    assert (outcome.at.line, outcome.at.column) == (2, 6)
    assert set(outcome.quote) == {"*"}
    assert NUMBER not in str(outcome)
    assert "1949" not in str(outcome)
    assert "第十四条" in outcome.message.zh


def test_every_number_has_its_own_place():
    found = list(check(Question(report=report(f"{NUMBER}，{NUMBER}"))))
    assert [(f.subject, f.at.start) for f in found] == [("identity_number:1", 0), ("identity_number:2", 19)]


def test_a_later_report_cites_the_later_regulation():
    (finding,) = check(Question(report=report(NUMBER, year=2020)))
    assert [c.key for c in finding.cites] == ["regulation-2019:15"]


def test_masked_and_invalid_numbers_pass():
    assert kinds("证号110105********002X。") == kinds("编号110105194912310021。") == [Kind.PASS]


def test_no_text_is_not_applicable():
    assert kinds("") == [Kind.NOT_APPLICABLE]
    assert [f.kind for f in check(Question(report=report("", agency=None, year=None)))] == [Kind.NOT_APPLICABLE]


def test_letters_hide_no_number_and_an_address_is_for_review():
    assert kinds(f"ID{NUMBER}") == kinds(f"证号{NUMBER}a") == [Kind.FAIL]
    assert kinds(f"http://a.cn/x?id={NUMBER}") == kinds(f"编号3f{NUMBER}") == [Kind.REVIEW]
