from tests.rules.building import claim, report

from govdisclosure.model.report import ClaimKind
from govdisclosure.rules.claims.clm103_quantity_consistent import RULE
from govdisclosure.rules.engine import assess
from govdisclosure.rules.outcome import Kind, Level

RECEIVED, ITEMS = ClaimKind.REQUESTS_RECEIVED, ClaimKind.ITEMS_PUBLISHED


def total(text, words, value, kind=RECEIVED, **fields):
    return claim(text, words, kind, value, **{"unit": "件", "whole": True, **fields})


def outcomes(text, *claims):
    return assess(report(text, claims=claims), [RULE]).outcomes


def kinds(text, *claims):
    return [o.kind for o in outcomes(text, *claims)]


def test_the_same_sentence_with_two_values_fails():
    text = "全年共收到申请3件。\n全年共收到申请5件。"
    (outcome,) = outcomes(text, total(text, "收到申请3件", 3), total(text, "收到申请5件", 5))
    assert (outcome.kind, outcome.level, outcome.subject) == (Kind.FAIL, Level.WARNING, "quantity:requests_received")
    assert outcome.message.zh.startswith("3与5")
    assert outcome.facts["values"] == [3, 5]
    assert outcome.at.line == 2


def test_none_and_some_is_said():
    text = "本年度没有收到公开申请。\n我县依申请公开工作有序，共办理收到的申请5件。"
    (outcome,) = outcomes(text, total(text, "没有收到公开申请", 0, unit=None), total(text, "收到的申请5件", 5))
    assert (outcome.kind, outcome.level) == (Kind.REVIEW, Level.WARNING)
    assert outcome.facts["zero_and_positive"] is True
    assert "一处为无" in outcome.message.zh


def test_different_circles_are_reviewed_as_a_note():
    text = "全县共收到申请30件。\n县政府本级共收到申请5件。"
    (outcome,) = outcomes(text, total(text, "收到申请30件", 30), total(text, "收到申请5件", 5))
    assert (outcome.kind, outcome.level) == (Kind.REVIEW, Level.NOTE)


def test_scope_named_before_the_sentence_prevents_a_fail():
    text = "（一）局机关。全年共收到申请3件。（二）下属单位。全年共收到申请5件。"
    assert kinds(text, total(text, "收到申请3件", 3), total(text, "收到申请5件", 5)) == [Kind.REVIEW]


def test_two_figures_of_one_sentence_never_fail():
    text = "共收到申请3件共收到申请5件。"
    assert kinds(text, total(text, "收到申请3件", 3), total(text, "收到申请5件", 5)) == [Kind.REVIEW]


def test_the_same_value_passes():
    text = "共收到申请3件。其后，收到申请三件。"
    assert kinds(text, total(text, "收到申请3件", 3), total(text, "收到申请三件", 3)) == [Kind.PASS]


def test_a_round_figure_agrees_with_an_exact_one_not_below_it():
    text = "共公开260余件。年内公开268件。年内公开250件。年内公开900件。"
    rough = total(text, "公开260余件", 260, ITEMS, approximate=True)
    for words, value, kind in (("268件", 268, Kind.PASS), ("250件", 250, Kind.REVIEW), ("900件", 900, Kind.REVIEW)):
        assert kinds(text, rough, total(text, words, value, ITEMS)) == [kind]


def test_two_different_round_figures_are_not_the_same():
    text = "共公开260余件。年内公开900余件。"
    rough = [total(text, w, v, ITEMS, approximate=True) for w, v in (("260余件", 260), ("900余件", 900))]
    assert kinds(text, *rough) == [Kind.REVIEW]


def test_money_is_compared_in_yuan():
    text = "共收费1.2万元。合计收费12000元。"
    fees = ClaimKind.FEES_CHARGED
    both = total(text, "1.2万元", "1.2", fees, unit="万元"), total(text, "12000元", 12000, fees, unit="元")
    assert kinds(text, *both) == [Kind.PASS]


def test_what_is_not_comparable_is_left_alone():
    text = "共公开文件30件。共公开信息200条。共收到申请3件。网上收到1件。公开率90%。公开率80%。"
    claims = (
        total(text, "文件30件", 30, ITEMS),
        total(text, "信息200条", 200, ITEMS, unit="条"),
        total(text, "收到申请3件", 3),
        total(text, "收到1件", 1, whole=False),
        total(text, "公开率90%", "0.9", ClaimKind.DISCLOSURE_RATE, unit="%"),
        total(text, "公开率80%", "0.8", ClaimKind.DISCLOSURE_RATE, unit="%"),
    )
    assert kinds(text, *claims) == [Kind.NOT_APPLICABLE]
    assert kinds("") == [Kind.NOT_APPLICABLE]


def test_no_items_at_all_contradicts_any_unit():
    text = "全年未公开信息。共公开信息200条。"
    claims = total(text, "未公开信息", 0, ITEMS, unit=None), total(text, "公开信息200条", 200, ITEMS, unit="条")
    assert kinds(text, *claims) == [Kind.REVIEW]


def test_a_comparison_with_the_year_before_does_not_make_a_figure_one_of_that_year():
    text = "申请数量较去年回落，共收到申请3件。比2009年减少。共收到申请5件。"
    assert kinds(text, total(text, "收到申请3件", 3), total(text, "收到申请5件", 5)) == [Kind.REVIEW]


def test_it_speaks_of_the_prose_alone_and_alike_in_both_languages():
    (none,) = outcomes("全年共收到申请3件。")
    assert ("正文中" in none.message.zh, "in the prose" in none.message.en) == (True, True)
    text = "全县共收到申请30件。\n县政府本级共收到申请5件。"
    (scoped,) = outcomes(text, total(text, "收到申请30件", 30), total(text, "收到申请5件", 5))
    assert ("统计范围" in scoped.message.zh, "circles" in scoped.message.en) == (True, True)
    text = "全年共收到申请3件。\n全年共收到申请5件。"
    (wrong,) = outcomes(text, total(text, "收到申请3件", 3), total(text, "收到申请5件", 5))
    assert ("统计范围" in wrong.message.zh, "circle" in wrong.message.en) == (False, False)
