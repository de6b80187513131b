import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.asking import ODD_YEARS, ask
from tests.rules.building import claim, line_map
from tests.rules.grids import PEOPLE, changed, requests, tabled
from tests.rules.years.years import APART, NEW_NAME, OLD_NAME, apart, carrying, compared, of_year, subjects

from govdisclosure.model.edition import Edition
from govdisclosure.model.place import CellName
from govdisclosure.model.report import ClaimKind
from govdisclosure.model.statistics import Oddity, OddityKind
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.years.xyr101_requests_carried import RULE

FIGURES = (3, 1, 0, 0, 2, 0, 6)
COLUMNS = (*PEOPLE, "total")
IN, OUT = carrying("carried_in", FIGURES), carrying("carried_out", FIGURES)


def years(mine=IN, last=OUT, **fields):
    return of_year(2022, mine, **fields), of_year(2021, last, **fields)


def test_what_was_carried_out_and_in_agrees():
    (outcome,) = compared(RULE, *years())
    assert (outcome.kind, outcome.facts["compared"]) == (Kind.PASS, 7)


@given(st.lists(st.integers(0, 9_999), min_size=6, max_size=6), st.sampled_from(COLUMNS), st.integers(1, 50))
def test_one_cell_changed_is_the_one_that_is_named(values, column, more):
    figures = (*values, sum(values))
    mine, last = carrying("carried_in", figures), carrying("carried_out", figures)
    assert subjects(compared(RULE, *years(mine, last))) == {"carried_in": "pass"}
    right = figures[COLUMNS.index(column)]
    (outcome,) = compared(RULE, *years(changed(mine, ("carried_in", column, right + more)), last))
    assert (outcome.kind, outcome.level, outcome.subject) == (Kind.FAIL, Level.ERROR, f"carried_in:{column}")
    assert outcome.at.cell == CellName(table="requests", row="carried_in", column=column)
    assert (outcome.facts["printed"], outcome.facts["expected"]) == (right + more, right)


def test_both_figures_come_first_and_the_article_after():
    (outcome,) = compared(RULE, *years(changed(IN, ("carried_in", "total", 7))))
    assert outcome.message.zh.startswith("7与6：")
    assert "2021年度报告" in outcome.message.zh
    assert "第六条" in outcome.message.zh
    assert "Art 6" in outcome.message.en


@pytest.mark.parametrize("sign", ["", "/", "?", None])
def test_a_cell_without_a_figure_is_open_and_no_zero(sign):
    found = compared(RULE, *years(changed(IN, ("carried_in", "research", sign))))
    assert subjects(found) == {"carried_in": "pass", "carried_in:unread": "open"}
    found = compared(RULE, *years(last=changed(OUT, ("carried_out", "research", sign))))
    assert subjects(found) == {"carried_in": "pass", "carried_in:unread": "open"}


def test_a_blank_is_a_zero_where_the_asker_says_so():
    mine = changed(IN, ("carried_in", "research", ""), ("carried_in", "natural_person", ""))
    found = compared(RULE, *years(mine), blank_is="zero")
    assert subjects(found) == {"carried_in:natural_person": "review"}
    assert found[0].message.zh.startswith("0与3：")
    assert "空白和符号已计为0。" in found[0].message.zh
    assert "Blanks and dashes were counted as 0." in found[0].message.en
    assert (found[0].facts["printed"], found[0].facts["blank_is"]) == (None, "zero")


def test_an_agreement_that_rests_on_a_blank_says_so():
    mine = changed(IN, ("carried_in", "research", ""))
    (outcome,) = compared(RULE, *years(mine), blank_is="zero")
    assert (outcome.kind, outcome.facts["blank_is"]) == (Kind.PASS, "zero")
    assert "计为0" in outcome.message.zh
    (outcome,) = compared(RULE, *years(), blank_is="zero")
    assert "blank_is" not in outcome.facts
    assert "计为0" not in outcome.message.zh


def test_a_blank_total_counts_as_the_sum_of_its_parts_and_is_no_fault():
    mine = changed(IN, ("carried_in", "natural_person", 4), ("carried_in", "total", ""))
    found = {o.subject: o for o in compared(RULE, *years(mine), blank_is="zero")}
    assert found["carried_in:natural_person"].kind is Kind.FAIL
    assert found["carried_in:total"].kind is Kind.REVIEW
    assert "空白的总计已按各项之和计。" in found["carried_in:total"].message.zh


def test_a_new_name_makes_it_a_matter_for_a_person():
    report, previous = years(changed(IN, ("carried_in", "total", 7)))
    pair = attrs.evolve(report, agency=NEW_NAME), attrs.evolve(previous, agency=OLD_NAME)
    (outcome,) = compared(RULE, *pair)
    assert (outcome.kind, outcome.facts["renamed"]) == (Kind.REVIEW, True)
    assert "青石县国土资源局、青石县自然资源局" in outcome.message.zh


def test_a_table_with_rows_of_no_form_makes_it_a_matter_for_a_person():
    odd = Oddity(kind=OddityKind.REPEATED_ROW, label="二、上年结转", at=line_map("").place(0, 0))
    mine = attrs.evolve(changed(IN, ("carried_in", "total", 7)), oddities=(odd,))
    assert [outcome.kind for outcome in compared(RULE, *years(mine))] == [Kind.REVIEW]


@pytest.mark.parametrize(("last", "mine", "kind"), APART)
def test_reports_that_cannot_be_compared(last, mine, kind):
    assert [outcome.kind.value for outcome in apart(RULE, last, mine, IN, OUT) if outcome] == [kind]


def test_a_table_that_was_not_read_is_open_and_one_that_cannot_be_there_is_not_applicable():
    assert subjects(compared(RULE, of_year(2022), of_year(2021, OUT))) == {"carried_in": "open"}
    free = of_year(2018, edition=Edition.FREE_FORM)
    first = of_year(2019, requests(Edition.UNIFIED_2019), edition=Edition.UNIFIED_2019)
    assert subjects(compared(RULE, first, free)) == {"carried_in": "notApplicable"}


@pytest.mark.parametrize(("before", "kind"), [(2, Kind.PASS), (3, Kind.REVIEW)])
def test_reports_in_prose_are_compared_by_what_they_state(before, kind):
    here, there = "上年结转2件。", f"结转下年度{before}件。"
    asked = {"edition": Edition.FREE_FORM, "map": line_map(here)}
    now = claim(here, "结转2件", ClaimKind.REQUESTS_CARRIED_IN, 2)
    then = claim(there, f"{before}件", ClaimKind.REQUESTS_CARRIED_OUT, before)
    pair = of_year(2012, text=here, claims=(now,), **asked), of_year(2011, text=there, claims=(then,), **asked)
    (outcome,) = compared(RULE, *pair)
    assert (outcome.kind, outcome.quote) == (kind, "结转2件")


def test_the_figure_that_is_compared_is_the_one_that_is_shown():
    here, there = "上年结转约9件。其中1件为复杂事项。上年共结转2件。", "结转下年度2件。"
    asked = {"edition": Edition.FREE_FORM, "map": line_map(here)}
    rough = claim(here, "结转约9件", ClaimKind.REQUESTS_CARRIED_IN, 9, approximate=True)
    part = claim(here, "1件", ClaimKind.REQUESTS_CARRIED_IN, 1)
    whole = claim(here, "结转2件", ClaimKind.REQUESTS_CARRIED_IN, 2, whole=True)
    then = claim(there, "2件", ClaimKind.REQUESTS_CARRIED_OUT, 2)
    report = of_year(2012, text=here, claims=(rough, part, whole), **asked)
    (outcome,) = compared(RULE, report, of_year(2011, text=there, claims=(then,), **asked))
    assert (outcome.kind, outcome.quote, outcome.facts["printed"]) == (Kind.PASS, "结转2件", 2)


def test_without_a_report_of_the_year_before_it_does_not_run():
    assert ask(RULE, of_year(2022, IN)) == ()


@pytest.mark.parametrize("year", ODD_YEARS)
def test_any_year_will_do(year):
    previous = tabled(OUT, year=None if year is None else year - 1, agency=OLD_NAME)
    assert ask(RULE, tabled(IN, year=year, agency=OLD_NAME), previous=previous)
