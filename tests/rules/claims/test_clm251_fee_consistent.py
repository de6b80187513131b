import attrs
import pytest
from tests.rules.asking import ODD_YEARS, ask
from tests.rules.building import claim
from tests.rules.grids import changed, requests, tabled
from tests.rules.structure.unified import unified

from govdisclosure.model.report import ClaimKind, Edition
from govdisclosure.model.statistics import Statistics
from govdisclosure.rules.claims.clm251_fee_consistent import RULE
from govdisclosure.rules.outcome import Kind, Level

CLOSED, NONE = requests(results={("other.fee_overdue", "natural_person"): 3}), requests()


def judged(table, six="无其他需要报告的事项。", blank_is="open", **fields):
    report = attrs.evolve(unified(six=six, **fields), statistics=Statistics(requests=table))
    (outcome,) = ask(RULE, report, blank_is=blank_is)
    return outcome


@pytest.mark.parametrize(
    ("table", "six", "kind"),
    [
        (CLOSED, "本年度未收取信息处理费。", Kind.REVIEW),
        (CLOSED, "无其他需要报告的事项。", Kind.REVIEW),
        (CLOSED, "全年收取信息处理费400元。", Kind.PASS),
        (CLOSED, "对无正当理由大量申请的收取信息处理费400元。", Kind.PASS),
        (CLOSED, "收取信息处理费0元。", Kind.REVIEW),
        (CLOSED, "收取信息处理费0.5万元。", Kind.PASS),
        (CLOSED, "发出收费通知3件，申请人均逾期未按要求缴纳费用3件。", Kind.PASS),
        (NONE, "本年度未收取信息处理费。", Kind.PASS),
        (NONE, "全年收取信息处理费400元。", Kind.PASS),
        (NONE, "收费通知发出后，申请人逾期未缴纳费用2件。", Kind.REVIEW),
        (NONE, "无其他需要报告的事项。", Kind.NOT_APPLICABLE),
    ],
)
def test_row_and_section(table, six, kind):
    assert judged(table, six).kind is kind


def test_a_contradiction_names_both():
    outcome = judged(CLOSED, "本年度未收取信息处理费。")
    assert outcome.level is Level.WARNING
    assert (outcome.facts["printed"], outcome.facts["said"]) == (3, "none")
    assert outcome.quote == "本年度未收取信息处理费"
    silent = judged(CLOSED)
    assert (silent.at.cell.row, silent.facts["said"]) == ("other.fee_overdue", "nothing")


def test_a_claim_counts_where_the_words_are_not_known():
    six = "此项共计五百元整。"
    report = unified(six=six)
    said = claim(report.text, six, ClaimKind.FEES_CHARGED, 500)
    report = attrs.evolve(report, claims=(said,), statistics=Statistics(requests=CLOSED))
    (outcome,) = ask(RULE, report)
    assert (outcome.kind, outcome.facts["said"]) == (Kind.PASS, "charged")


def test_a_blank_is_open_or_zero():
    blank = changed(NONE, ("other.fee_overdue", "total", ""))
    assert judged(blank, "未收取信息处理费。").kind is Kind.OPEN
    assert judged(blank, "未收取信息处理费。", blank_is="zero").kind is Kind.PASS


def test_only_the_form_of_2021_has_the_row():
    (outcome,) = ask(RULE, tabled(requests(Edition.UNIFIED_2019), year=2020))
    assert outcome.kind is Kind.NOT_APPLICABLE
    assert [outcome.kind for outcome in ask(RULE, tabled())] == [Kind.NOT_APPLICABLE]


def test_odd_years_do_not_raise():
    for year in ODD_YEARS:
        assert ask(RULE, tabled(CLOSED, year=year))
