from tests.rules.building import report

from govdisclosure.rules.engine import assess
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.privacy.pri103_bank_card_published import RULE, check
from govdisclosure.rules.rule import Question

NUMBER = "6222020200000000006"


def kinds(text):
    return [f.kind for f in check(Question(report=report(text)))]


def test_a_card_beside_words_of_banking_fails():
    (outcome,) = assess(report(f"王某开户银行卡号{NUMBER}。"), [RULE])
    assert (outcome.kind, outcome.level, outcome.subject) == (Kind.FAIL, Level.ERROR, "bank_card:1")
    assert NUMBER not in str(outcome)
    assert "第十四条" in outcome.message.zh


def test_without_such_words_or_for_a_public_account_it_is_reviewed():
    (outcome,) = assess(report(f"编号{NUMBER}。"), [RULE])
    assert (outcome.kind, outcome.level) == (Kind.REVIEW, Level.WARNING)
    assert kinds(f"财政专户账号{NUMBER}") == kinds(f"银行卡号见下表。\n{NUMBER}") == [Kind.REVIEW]


def test_other_numbers_pass():
    assert kinds("卡号6222020200000000007，文号62220202。") == [Kind.PASS]


def test_no_text_is_not_applicable():
    assert kinds("") == [Kind.NOT_APPLICABLE]
