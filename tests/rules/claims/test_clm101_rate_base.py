import pytest
from tests.rules.building import claim, report

from govdisclosure.model.report import ClaimKind
from govdisclosure.rules.claims.clm101_rate_base import RULE, check
from govdisclosure.rules.engine import assess
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.rule import Question

RATE, ANSWER, OTHER = ClaimKind.DISCLOSURE_RATE, ClaimKind.ANSWER_RATE, ClaimKind.OTHER_RATE


def kinds(text, *claims):
    return [f.kind for f in check(Question(report=report(text, claims=claims)))]


def test_a_bare_rate_is_reviewed():
    text = "我局推进阳光政务，信息公开率达到100%。"
    (outcome,) = assess(report(text, claims=(claim(text, "信息公开率达到100%", RATE, 1, printed="100%"),)), [RULE])
    assert (outcome.kind, outcome.level) == (Kind.REVIEW, Level.WARNING)
    assert outcome.subject == "claim:disclosure_rate:1"
    assert outcome.message.zh.startswith("100%")
    assert "第六条" in outcome.message.zh
    assert outcome.needs == ("numerator", "denominator")


def test_the_number_published_is_no_base():
    text = "主动公开信息500条，信息公开率100%。"
    rate = claim(text, "信息公开率100%", RATE, 1, printed="100%")
    items = claim(text, "公开信息500条", ClaimKind.ITEMS_PUBLISHED, 500, unit="条")
    assert kinds(text, items, rate) == [Kind.REVIEW]


@pytest.mark.parametrize(
    ("text", "words", "value", "printed"),
    [
        ("公文主动公开率为95.19%（673/707）。", "95.19%", "0.9519", "95.19%"),
        ("应公开707件，公开673件，公开率95.1%。", "公开率95.1%", "0.951", "95.1%"),
        ("制发公文80件，主动公开72件，公开率90%。", "公开率90%", "0.9", "90%"),
        ("收到申请12件，均已按期答复，答复率100%。", "答复率100%", "1", "100%"),
    ],
)
def test_a_base_in_the_sentence_passes(text, words, value, printed):
    assert kinds(text, claim(text, words, RATE, value, printed=printed)) == [Kind.PASS]


def test_a_base_in_a_wrapped_line_belongs_to_the_sentence():
    text = "应公开公文707件，已公开\n673件，公开率95.19%。"
    assert kinds(text, claim(text, "公开率95.19%", RATE, "0.9519", printed="95.19%")) == [Kind.PASS]


def test_a_printed_base_that_disagrees_is_left_to_the_figures_rule():
    text = "公文主动公开率为99.19%（673/707）。"
    assert kinds(text, claim(text, "99.19%", RATE, "0.9919", printed="99.19%")) == [Kind.NOT_APPLICABLE]


def test_an_answer_rate_is_worked_out_from_counts_elsewhere():
    text = "全年收到申请8件。\n答复申请8件。\n答复率100%。"
    claims = (
        claim(text, "收到申请8件", ClaimKind.REQUESTS_RECEIVED, 8),
        claim(text, "答复申请8件", ClaimKind.REQUESTS_ANSWERED, 8),
        claim(text, "答复率100%", ANSWER, 1, printed="100%"),
    )
    assert kinds(text, *claims) == [Kind.PASS]
    assert kinds(text, claims[0], claims[2]) == [Kind.REVIEW]


def test_counts_of_requests_are_a_base_only_for_rates_of_requests():
    text = "答复申请8件。同意公开8件。申请公开率100%。"
    plain = "答复申请8件。同意公开8件。信息公开率100%。"
    for words, rate, kind in ((text, "申请公开率100%", Kind.PASS), (plain, "信息公开率100%", Kind.REVIEW)):
        claims = (
            claim(words, "答复申请8件", ClaimKind.REQUESTS_ANSWERED, 8),
            claim(words, "同意公开8件", ClaimKind.REQUESTS_GRANTED, 8),
            claim(words, rate, RATE, 1, printed="100%"),
        )
        assert kinds(words, *claims) == [kind]


def test_a_rate_on_another_matter_is_a_note():
    text = "群众满意率达98%。"
    (outcome,) = assess(report(text, claims=(claim(text, "满意率达98%", OTHER, "0.98", printed="98%"),)), [RULE])
    assert (outcome.kind, outcome.level) == (Kind.REVIEW, Level.NOTE)


def test_no_rate_is_not_applicable():
    assert kinds("无数字。") == kinds("") == [Kind.NOT_APPLICABLE]
    assert [f.kind for f in check(Question(report=report("", agency=None, year=None)))] == [Kind.NOT_APPLICABLE]
