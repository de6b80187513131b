import pytest
from tests.rules.building import claim, report
from tests.rules.claims.lists import split

from govdisclosure.model.report import ClaimKind
from govdisclosure.rules.claims.clm105_percentage_figures import RULE, check
from govdisclosure.rules.engine import assess
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.rule import Question


def findings(text, *splits, claims=()):
    return list(check(Question(report=report(text, breakdowns=splits, claims=claims))))


def kinds(text, *splits, claims=()):
    return [f.kind for f in findings(text, *splits, claims=claims)]


@pytest.mark.parametrize(
    ("value", "share", "kind", "note"),
    [
        (35, "4.35%", Kind.PASS, "rounded"),
        (35, "4.34%", Kind.PASS, "truncated"),
        (265, "32.9%", Kind.PASS, "rounded"),
        (265, "33%", Kind.PASS, "rounded"),
    ],
)
def test_a_share_agrees_rounded_or_cut_off(value, share, kind, note):
    text = f"答复805件，其中不予公开{value}件，占{share}。"
    (finding,) = findings(text, split(text, ("805件", 805), (f"不予公开{value}件", value, share)))
    assert (finding.kind, finding.facts["agreement"]) == (kind, [note])


def test_a_share_that_does_not_follow_fails():
    text = "答复805件，其中予以公开258件，占33.9%。"
    listed = split(text, ("805件", 805), ("予以公开258件", 258, "33.9%"))
    (outcome,) = assess(report(text, breakdowns=(listed,)), [RULE])
    assert (outcome.kind, outcome.level) == (Kind.FAIL, Level.WARNING)
    assert (outcome.facts["share"], outcome.facts["computed"]) == ("33.9%", "32.05%")
    assert outcome.subject == "breakdown:1:part:1"
    assert outcome.quote == "予以公开258件"


def test_a_share_of_another_stated_total_is_reviewed():
    text = "收到859件。答复805件，其中予以公开258件，占30.03%。"
    listed = split(text, ("805件", 805), ("予以公开258件", 258, "30.03%"))
    received = claim(text, "收到859件", ClaimKind.REQUESTS_RECEIVED, 859)
    assert kinds(text, listed, claims=(received,)) == [Kind.REVIEW]


def test_without_a_total_or_with_a_round_one_nothing_is_judged():
    text = "公开政策40件，占80%。共50余件。"
    assert kinds(text, split(text, None, ("政策40件", 40, "80%"))) == [Kind.NOT_APPLICABLE]
    assert kinds(text, split(text, ("50余件", 50), ("政策40件", 40, "70%"))) == [Kind.NOT_APPLICABLE]
    text = "共0件，政策0件，占0%。"
    assert kinds(text, split(text, ("共0件", 0), ("政策0件", 0, "0%"))) == [Kind.NOT_APPLICABLE]
    assert kinds("") == [Kind.NOT_APPLICABLE]
    assert kinds(text, split(text, ("共0件", 0), ("政策0件", 0, None))) == [Kind.NOT_APPLICABLE]


def test_a_share_above_the_whole_fails_even_without_a_total():
    text = "公开政策40件，占180%。"
    assert kinds(text, split(text, None, ("政策40件", 40, "180%"))) == [Kind.FAIL]


def test_shares_that_add_up_to_more_than_the_whole_are_reviewed():
    text = "共公开：政策60%，动态30%，其他20%。"
    parts = ("政策60%", 6, "60%"), ("动态30%", 3, "30%"), ("其他20%", 2, "20%")
    (finding,) = findings(text, split(text, None, *parts, exhaustive=True))
    assert (finding.kind, finding.subject) == (Kind.REVIEW, "breakdown:1:total")
    assert kinds(text, split(text, None, *parts)) == [Kind.NOT_APPLICABLE]


def test_rounding_may_add_up_to_a_little_more():
    text = "共8件：政策1件占12.5%即13%，动态1件占13%，其他6件占75%。"
    parts = ("政策1件", 1, "13%"), ("动态1件", 1, "13%"), ("其他6件", 6, "75%")
    assert kinds(text, split(text, ("共8件", 8), *parts, exhaustive=True)) == [Kind.PASS]


@pytest.mark.parametrize(("printed", "value", "kind"), [("95.19%", "0.9519", Kind.PASS), ("99.1%", "0.991", Kind.FAIL)])
def test_a_rate_against_its_printed_base(printed, value, kind):
    text = f"主动公开率{printed}（673/707）。"
    rate = claim(text, printed, ClaimKind.DISCLOSURE_RATE, value, printed=printed)
    assert kinds(text, claims=(rate,)) == [kind]


def test_a_rate_above_the_whole_fails_but_not_a_rate_of_growth():
    text = "答复率120%。增长率120%。"
    assert kinds(text, claims=(claim(text, "答复率120%", ClaimKind.ANSWER_RATE, "1.2"),)) == [Kind.FAIL]
    assert kinds(text, claims=(claim(text, "增长率120%", ClaimKind.OTHER_RATE, "1.2"),)) == [Kind.NOT_APPLICABLE]


def results(text, *stated):
    kinds_of = {"公开": ClaimKind.REQUESTS_GRANTED, "不予公开": ClaimKind.REQUESTS_DENIED}
    answered = claim(text, "答复805件", ClaimKind.REQUESTS_ANSWERED, 805)
    return (answered, *(claim(text, words, kinds_of[label], value) for label, words, value in stated))


def test_shares_beside_results_are_shares_of_the_requests_answered():
    text = "答复805件。其中公开258件，占33.9%；不予公开35件，占4.34%。"
    claims = results(text, ("公开", "公开258件", 258), ("不予公开", "不予公开35件", 35))
    (finding,) = findings(text, claims=claims)
    assert (finding.kind, finding.subject, finding.facts["computed"]) == (Kind.FAIL, "results:part:1", "32.05%")
    assert kinds(text, claims=claims[:2]) == [Kind.REVIEW]
    assert kinds(text, claims=(claims[0], claims[2])) == [Kind.PASS]
    assert kinds(text, claims=claims[1:]) == [Kind.NOT_APPLICABLE]


def test_a_share_that_a_list_holds_is_not_judged_twice():
    text = "答复805件（含公开258件，占32.05%）"
    listed = split(text, ("805件", 805), ("公开258件", 258, "32.05%"))
    assert kinds(text, listed, claims=results(text, ("公开", "公开258件", 258))) == [Kind.PASS]


def rate_kinds(text, printed="100%", value=1, kind=ClaimKind.DISCLOSURE_RATE):
    return kinds(text, claims=(claim(text, printed, kind, value, printed=printed),))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("应公开信息90条,通过网站公开70条、通过公报公开20条,公开率100%。", Kind.PASS),
        ("应公开90条,其中网站公开60条,公示栏公开30条,公开率100%。", Kind.PASS),
        ("应公开90条,通过网站公开60条,公开率100%。", Kind.NOT_APPLICABLE),
        ("应公开项目9项,已公开信息90条,公开率100%。", Kind.NOT_APPLICABLE),
        ("应公开90条,已公开80条,公开率100%。", Kind.FAIL),
        ("应公开90条,实际公开90条,公开率100%。", Kind.PASS),
        ("应公开90条,已公开80条,其余10条除外,公开率100%。", Kind.REVIEW),
        ("应公开90条,已公开70条,其中网站20条,公开率100%。", Kind.REVIEW),
        ("应公开90条,已公开70条,目录更新30条,公开率100%。", Kind.REVIEW),
        ("召开会议2次,印发材料2份,公开率100%。", Kind.NOT_APPLICABLE),
    ],
)
def test_a_base_is_what_is_named_as_one(text, kind):
    assert rate_kinds(text) == [kind]


@pytest.mark.parametrize("text", ["对照24/7服务,公开率100%。", "5/8的股室参加,公开率100%。", "公开率100%(9/8)。"])
def test_a_fraction_of_something_else_is_no_base(text):
    assert rate_kinds(text) == [Kind.NOT_APPLICABLE]


@pytest.mark.parametrize("text", ["公开率100%(5/8)。", "公开率100%,即5/8。", "公开率100%（为5/8）。"])
def test_a_fraction_beside_the_rate_is_its_base(text):
    assert rate_kinds(text) == [Kind.FAIL]


def test_a_result_as_a_share_of_a_wider_total_is_not_judged():
    text = "答复805件。其中公开258件，占全省公开数的3.9%。"
    assert kinds(text, claims=results(text, ("公开", "公开258件", 258))) == [Kind.NOT_APPLICABLE]


@pytest.mark.parametrize("tail", ["，占比分别为1.49%、4.35%", "，占1.49%和4.35%", "，依次占4.35%"])
def test_a_share_in_a_row_is_not_taken_for_the_result_before_it(tail):
    text = f"答复805件。部分公开12件。不予公开35件{tail}。"
    claims = (
        claim(text, "答复805件", ClaimKind.REQUESTS_ANSWERED, 805),
        claim(text, "不予公开35件", ClaimKind.REQUESTS_DENIED, 35),
    )
    assert kinds(text, claims=claims) == [Kind.NOT_APPLICABLE]


def test_a_result_in_a_list_has_the_share_in_its_own_brackets():
    text = "答复805件，其中部分公开12件、不予公开35件（4.34%，均为涉密），占其他的4%。"
    claims = (
        claim(text, "答复805件", ClaimKind.REQUESTS_ANSWERED, 805),
        claim(text, "不予公开35件", ClaimKind.REQUESTS_DENIED, 35),
    )
    listed = split(text, ("805件", 805), ("部分公开12件", 12, None), ("不予公开35件", 35, None))
    assert [f.kind for f in findings(text, listed, claims=claims)] == [Kind.PASS]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("网上申请占60%，当面占30%，信函占15%。", Kind.REVIEW),
        ("网上申请占申请总数的60%、当面占30%、信函占15%。", Kind.REVIEW),
        ("网上申请占60%，当面占30%，信函占10%。", Kind.NOT_APPLICABLE),
        ("网上申请占33.4%，当面占33.4%，信函占33.3%。", Kind.NOT_APPLICABLE),
        ("网上申请占60%，答复占收到数的30%，信函占15%。", Kind.NOT_APPLICABLE),
        ("网上申请占60%，当面占50%。", Kind.NOT_APPLICABLE),
        ("男性占60%，女性占40%，党员占50%。", Kind.NOT_APPLICABLE),
    ],
)
def test_shares_in_a_row_without_figures_may_not_exceed_the_whole(text, found):
    assert kinds(text) == [found]
