import pytest
from tests.rules.building import claim, report
from tests.rules.claims.lists import split

from govdisclosure.model.report import ClaimKind
from govdisclosure.rules.claims.clm102_rate_full import RULE, check
from govdisclosure.rules.engine import assess
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.rule import Question

RATE, ANSWER = ClaimKind.DISCLOSURE_RATE, ClaimKind.ANSWER_RATE


def kinds(text, *claims, **fields):
    return [f.kind for f in check(Question(report=report(text, claims=claims, **fields)))]


def test_full_disclosure_beside_refusals_fails():
    text = "信息公开率100%。不予公开2件。"
    claims = (
        claim(text, "信息公开率100%", RATE, 1),
        claim(text, "不予公开2件", ClaimKind.REQUESTS_DENIED, 2),
    )
    (outcome,) = assess(report(text, claims=claims), [RULE])
    assert (outcome.kind, outcome.level, outcome.facts["denied"]) == (Kind.FAIL, Level.WARNING, 2)
    assert "第八条" in outcome.message.zh
    assert "违法" not in outcome.message.zh


@pytest.mark.parametrize(("of", "kind"), [(ClaimKind.REQUESTS_RECEIVED, Kind.FAIL), (None, Kind.REVIEW)])
def test_what_a_list_counts_as_withheld_fails_where_it_is_of_requests(of, kind):
    text = "信息公开率100%。共50条，公开40条，不予公开10条。"
    parts = split(text, ("50条", 50), ("公开40条", 40, None), ("不予公开10条", 10, None), kind=of)
    assert kinds(text, claim(text, "信息公开率100%", RATE, 1), breakdowns=(parts,)) == [kind]


def test_a_rate_of_what_is_to_be_disclosed_does_not_speak_of_refusals():
    text = "应公开信息公开率100%。不予公开2件。"
    claims = claim(text, "公开率100%", RATE, 1), claim(text, "不予公开2件", ClaimKind.REQUESTS_DENIED, 2)
    assert kinds(text, *claims) == [Kind.REVIEW]


def test_partial_disclosure_is_reviewed_and_none_passes():
    text = "信息公开率100%。部分公开3件。不予公开0件。"
    rate = claim(text, "信息公开率100%", RATE, 1)
    partly = claim(text, "部分公开3件", ClaimKind.REQUESTS_PARTLY_GRANTED, 3)
    denied = claim(text, "不予公开0件", ClaimKind.REQUESTS_DENIED, 0)
    assert kinds(text, rate, partly, denied) == [Kind.REVIEW]
    assert kinds(text, rate, denied) == [Kind.PASS]


def test_fewer_granted_than_answered_is_reviewed():
    text = "申请公开率100%。答复9件，同意公开7件。"
    claims = (
        claim(text, "申请公开率100%", RATE, 1),
        claim(text, "答复9件", ClaimKind.REQUESTS_ANSWERED, 9),
        claim(text, "同意公开7件", ClaimKind.REQUESTS_GRANTED, 7),
    )
    assert kinds(text, *claims) == [Kind.REVIEW]


@pytest.mark.parametrize(("carried", "kind"), [(2, Kind.REVIEW), (0, Kind.PASS)])
def test_answer_rate_against_carry_over(carried, kind):
    text = f"答复率100%。结转下年{carried}件。"
    claims = (
        claim(text, "答复率100%", ANSWER, 1),
        claim(text, f"结转下年{carried}件", ClaimKind.REQUESTS_CARRIED_OUT, carried),
    )
    assert kinds(text, *claims) == [kind]


def test_fewer_answered_than_due_is_reviewed():
    text = "收到9件，上年结转1件。答复9件。答复率100%。"
    claims = (
        claim(text, "收到9件", ClaimKind.REQUESTS_RECEIVED, 9),
        claim(text, "上年结转1件", ClaimKind.REQUESTS_CARRIED_IN, 1),
        claim(text, "答复9件", ClaimKind.REQUESTS_ANSWERED, 9),
        claim(text, "答复率100%", ANSWER, 1),
    )
    assert kinds(text, *claims) == [Kind.REVIEW]


def test_an_on_time_rate_leaves_out_what_is_not_due():
    text = "按期答复率100%。结转下年2件。"
    claims = claim(text, "答复率100%", ANSWER, 1), claim(text, "结转下年2件", ClaimKind.REQUESTS_CARRIED_OUT, 2)
    assert kinds(text, *claims) == [Kind.NOT_APPLICABLE]


def test_without_counts_or_without_a_full_rate_nothing_is_judged():
    text = "信息公开率100%，答复率98%。"
    assert kinds(text, claim(text, "信息公开率100%", RATE, 1)) == [Kind.NOT_APPLICABLE]
    assert kinds(text, claim(text, "答复率98%", ANSWER, "0.98")) == [Kind.NOT_APPLICABLE]
    assert kinds("") == [Kind.NOT_APPLICABLE]


@pytest.mark.parametrize("lead", ["除依法不予公开的外，", "严格审查，确保"])
def test_a_rate_that_leaves_refusals_out_is_reviewed(lead):
    text = f"不予公开2件。{lead}政府信息公开率100%。"
    claims = (
        claim(text, "政府信息公开率100%", RATE, 1),
        claim(text, "不予公开2件", ClaimKind.REQUESTS_DENIED, 2),
    )
    assert kinds(text, *claims) == [Kind.REVIEW]


def test_a_refusal_told_in_words_is_reviewed():
    text = "收到7件，其中2件因涉及商业秘密未予公开。政府信息公开率100%。"
    assert kinds(text, claim(text, "政府信息公开率100%", RATE, 1)) == [Kind.REVIEW]


@pytest.mark.parametrize(
    "words",
    [
        "另有2件因涉及国家秘密不予公开",
        "有2件，因属于过程性信息，决定不予公开",
        "2条信息经审查拒绝公开",
        "经审查不予公开的文件共2份",
        "2件申请未予公开",
    ],
)
def test_a_number_told_as_withheld_is_reviewed(words):
    text = f"收到申请7件，{words}。政府信息公开率100%。"
    (finding,) = check(Question(report=report(text, claims=(claim(text, "政府信息公开率100%", RATE, 1),))))
    assert (finding.kind, finding.facts["denied"]) == (Kind.REVIEW, 2)


@pytest.mark.parametrize(
    "words",
    [
        "没有不予公开的情况",
        "均已答复，不存在不予公开政府信息的情形",
        "对不予公开的均说明理由",
        "未出现不予公开",
        "均予公开",
        "不予公开0件",
    ],
)
def test_what_is_told_not_to_have_happened_is_no_refusal(words):
    text = f"收到申请7件，{words}。政府信息公开率100%。"
    assert kinds(text, claim(text, "政府信息公开率100%", RATE, 1)) == [Kind.NOT_APPLICABLE]


def test_a_rate_for_a_later_year_is_not_judged():
    text = "不予公开2件。到2031年政府信息公开率100%。"
    claims = (
        claim(text, "政府信息公开率100%", RATE, 1),
        claim(text, "不予公开2件", ClaimKind.REQUESTS_DENIED, 2),
    )
    assert kinds(text, *claims) == [Kind.NOT_APPLICABLE]
