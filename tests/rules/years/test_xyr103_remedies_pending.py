import attrs
import pytest
from tests.rules.asking import ODD_YEARS, ask
from tests.rules.building import line_map
from tests.rules.grids import changed, remedies, tabled
from tests.rules.years.years import APART, ORGAN, apart, compared, of_year, subjects

from govdisclosure.model.edition import Edition
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.years.xyr103_remedies_pending import RULE

NONE = (0, 0, 0, 0, 0)
LAST = remedies((1, 0, 0, 3, 4), (0, 0, 0, 1, 1), NONE)


def pair(total, text=""):
    mine = remedies((total, 0, 0, 0, total), (1, 0, 0, 0, 1), NONE)
    return of_year(2022, mine, text=text), of_year(2021, LAST)


@pytest.mark.parametrize(("total", "found"), [(3, {"pending": "pass"}), (2, {"pending:reconsideration": "review"})])
def test_every_pending_case_has_room_in_this_years_total(total, found):
    assert subjects(compared(RULE, *pair(total))) == found


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("", Level.NOTE),
        ("行政复议案件2件（含上年度结转案件1件）。", Level.WARNING),
        ("上年未审结的诉讼1件。", Level.WARNING),
    ],
)
def test_it_weighs_more_where_the_report_says_that_cases_were_carried_over(text, level):
    (outcome,) = compared(RULE, *pair(2, text))
    assert (outcome.kind, outcome.level) == (Kind.REVIEW, level)
    assert outcome.message.zh.startswith("2与3：")
    assert (outcome.at.cell.row, outcome.facts["pending_before"]) == ("reconsideration", 3)


@pytest.mark.parametrize(
    "words",
    [
        "本表行政复议只统计本年新发生的案件",
        "行政诉讼、行政复议均为本年度新收",
        "仅计新受理的复议案件",
        "表四仅包括2022年新发生的行政复议、行政诉讼",
    ],
)
def test_a_report_on_new_cases_only_is_not_compared(words):
    report, previous = pair(2, f"其他事项。{words}。")
    (outcome,) = compared(RULE, attrs.evolve(report, map=line_map(report.text)), previous)
    assert (outcome.kind, outcome.subject, outcome.at.line) == (Kind.NOT_APPLICABLE, "pending", 1)
    assert outcome.quote in words


@pytest.mark.parametrize(
    "words",
    [
        "较上年新增2件行政复议",
        "新增诉讼风险防控制度，行政复议工作有序",
        "本年新发生行政复议案件2件",
        "本年仅新发生行政复议案件2件",
        "均为新收申请，未发生行政复议",
        "未发生行政诉讼，均为新收申请",
    ],
)
def test_words_on_new_cases_that_leave_no_other_out_excuse_nothing(words):
    assert subjects(compared(RULE, *pair(2, f"{words}。"))) == {"pending:reconsideration": "review"}


def test_cells_without_a_figure_are_open_unless_nothing_was_pending():
    report, previous = pair(3)
    mine = changed(report.statistics.remedies, ("reconsideration", "total", "?"))
    found = compared(RULE, of_year(2022, changed(mine, ("litigation_after_reconsideration", "total", ""))), previous)
    assert subjects(found) == {"pending": "pass", "pending:unread": "open"}
    found = compared(RULE, report, of_year(2021, changed(LAST, ("litigation_direct", "pending", "/"))))
    assert subjects(found) == {"pending": "pass", "pending:unread": "open"}


def test_a_table_that_was_not_read_is_open():
    assert [o.kind for o in compared(RULE, of_year(2022), of_year(2021, LAST))] == [Kind.OPEN]


def test_it_is_about_the_unified_forms_only():
    free = Edition.FREE_FORM
    assert [o.kind for o in compared(RULE, of_year(2012, edition=free), of_year(2011))] == [Kind.NOT_APPLICABLE]


@pytest.mark.parametrize(("last", "mine", "kind"), APART)
def test_reports_that_cannot_be_compared(last, mine, kind):
    assert [outcome.kind.value for outcome in apart(RULE, last, mine, LAST)] == [kind]


@pytest.mark.parametrize("year", ODD_YEARS)
def test_any_year_will_do(year):
    previous = tabled(LAST, year=None if year is None else year - 1, agency=ORGAN)
    assert ask(RULE, tabled(LAST, year=year, agency=ORGAN), previous=previous)


def test_a_total_that_rests_on_a_blank_says_so():
    report, previous = pair(3)
    mine = changed(report.statistics.remedies, ("litigation_direct", "upheld", ""), ("litigation_direct", "total", ""))
    found = compared(RULE, of_year(2022, mine), previous, blank_is="zero")
    assert subjects(found) == {"pending:litigation_direct": "review"}
    assert found[0].facts["blank_is"] == "zero"
    assert "空白的总计已按各项之和计。" in found[0].message.zh
