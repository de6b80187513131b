"""Publication against the day due, findings, and chains."""

from datetime import date, timedelta

import pendulum
import pytest
from tests.analysis.plots.drawing import cell_table, cells, chains, flat, outcomes, reports, values

import govdisclosure.analysis as ga
from govdisclosure.errors import UsageError
from govdisclosure.law import report_due
from govdisclosure.model.agency import Agency, AgencyKind
from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, DateMention
from govdisclosure.rules.deadlines.ddl101_on_time import RULE
from govdisclosure.rules.rule import Question


def timings(chart):
    return {(row["word"], row["days"]): row["reports"] for row in values(chart) if "when" in row}


def test_days_are_counted_from_the_day_the_law_sets():
    frame = reports(
        ("A", "department", 2023, date(2024, 1, 31)), ("B", "department", 2023, date(2024, 2, 5)),
        ("C", "government", 2023, date(2024, 2, 5)), ("D", "department", 2017, date(2018, 3, 30)),
    )  # fmt: skip
    found = timings(ga.plot_punctuality(frame, lang="en"))
    assert found == {("in time", 0): 1, ("after the day due", 5): 1, ("in time", -55): 1, ("in time", -1): 1}


def test_what_is_not_known_is_apart_and_is_counted():
    frame = reports(
        ("A", "department", 2023, None), ("B", "department", 2023, "unread"),
        ("C", "department", 2023, date(2023, 5, 1)),
        ("D", "department", 2007, date(2008, 2, 1)), ("E", "department", None, date(2024, 2, 1)),
        ("F", "department", None, "unread"), ("G", None, None, "crashed"),
    )  # fmt: skip
    chart = ga.plot_punctuality(frame)
    assert timings(chart) == {}
    counts = {row["word"]: row["reports"] for row in values(chart) if "start" in row}
    assert counts == {"公布日期不详": 1, "报告未能读取": 1, "早于年度结束，日期存疑": 1, "该年度没有报告制度": 1}
    assert "1份报告年度不详" in flat(chart)
    assert "2个文件没有读取" in flat(chart)
    assert "4份报告" in chart.to_dict()["description"]


@pytest.mark.parametrize("kind", list(AgencyKind))
@pytest.mark.parametrize("year", [2016, 2021, 2023])
def test_it_says_late_only_where_the_rule_calls_it_late(kind, year):
    allowed = {"晚于期限": {"fail"}, "期限内": {"pass"}, "是否逾期取决于对规定的理解": {"review", "fail"}}
    safe = report_due(year, kind).safe
    days = {days: safe + timedelta(days=days) for days in (-1, 0, 1, 2, 4, 40)}
    drawn = timings(ga.plot_punctuality(reports(*(("A", kind.value, year, on) for on in days.values()))))
    assert {at for _, at in drawn} == set(days)
    for word, at in drawn:
        on = days[at]
        said = DateMention(on=pendulum.Date(on.year, on.month, on.day), quote="", at=Place(start=0, end=0))
        agency = Agency(name="A", kind=kind)
        (finding,) = RULE.check(Question(report=AnnualReport(year=year, agency=agency, published=said)))
        assert finding.kind.value in allowed[word]


def test_reports_far_from_the_day_stand_at_the_edge_and_are_counted():
    chart = ga.plot_punctuality(reports(("A", "department", 2023, date(2026, 1, 1))))
    assert timings(chart) == {("晚于期限", 182): 1}
    assert "1份画在边上" in flat(chart)


def test_many_reports_are_put_together_by_the_week_on_their_side_of_the_day():
    days = [date(2024, 1, 31) + timedelta(days=days) for days in (-8, -7, -1, 0, 1, 7, 8)] * 50
    frame = reports(*((f"O{number}", "department", 2023, day) for number, day in enumerate(days)))
    found = timings(ga.plot_punctuality(frame))
    assert found == {("期限内", -10): 100, ("期限内", -3): 100, ("晚于期限", 4): 100, ("晚于期限", 11): 50}


def test_the_count_of_a_year_holds_every_report_once():
    frame = reports(("A", "department", 2023, date(2024, 1, 5)), ("B", "department", 2023, None))
    bars = [(row["start"], row["end"], row["word"]) for row in values(ga.plot_punctuality(frame)) if "start" in row]
    assert sorted(bars) == [(0, 1, "期限内"), (1, 2, "公布日期不详")]


SOME = outcomes(
    ("Water", 2023, "STR101", "fail"), ("Water", 2023, "STR101", "fail"), ("Water", 2023, "STR101", "open"),
    ("Water", 2023, "DDL101", "pass"), ("Roads", 2023, "DDL101", "review"), ("Roads", 2023, "STR101", "notApplicable"),
    ("Parks", 2022, "SUM201", "pass"), ("Parks", 2022, "SUM202", "notApplicable"),
)  # fmt: skip


def signs(chart):
    return {(row["row"], row["rule"], row["kind"]): row["count"] for row in values(chart) if "count" in row}


def test_information_alone_is_no_box_that_says_judged():
    rows = ("Water", 2023, "STR101", "fail"), ("Roads", 2023, "STR101", "informational")
    boxes = {row["row"] for row in values(ga.plot_findings(outcomes(*rows))) if "from" in row}
    assert boxes == {"Water"}


def test_kinds_of_findings_are_apart_with_their_counts():
    assert signs(ga.plot_findings(SOME)) == {
        ("Water", "STR101", "不符"): 2,
        ("Water", "STR101", "未能判断"): 1,
        ("Roads", "DDL101", "待核"): 1,
    }


def test_what_was_not_judged_has_no_box_and_what_passed_has_one():
    chart = ga.plot_findings(SOME, lang="en")
    boxes = {(row["row"], row["rule"]) for row in values(chart) if "from" in row}
    assert boxes == {("Water", "STR101"), ("Water", "DDL101"), ("Roads", "DDL101")}
    assert "no pass" in flat(chart, "en")
    assert "not drawn: 2" in flat(chart, "en")


def test_rows_and_rules_beyond_the_top_are_added_up_and_counted():
    rows = [(f"O{number}", 2023, f"STR1{number:02}", "fail") for number in range(5) for _ in range(5 - number)]
    chart = ga.plot_findings(outcomes(*rows, ("O4", 2023, "STR100", "review")), top=2, lang="en")
    rest = ("the other 3 organs", "STR100", "review")
    assert signs(chart) == {("O0", "STR100", "fail"): 5, ("O1", "STR101", "fail"): 4, rest: 1}
    assert "the other 3 have 6 findings" in flat(chart, "en")


def test_findings_by_year_and_those_of_no_organ():
    chart = ga.plot_findings(SOME, by="year")
    assert {row["row"] for row in values(chart)} == {"2023"}
    bare = ga.plot_findings(outcomes((None, 2023, "STR101", "fail")))
    assert {row["row"] for row in values(bare)} == {"机关不详"}
    with pytest.raises(UsageError, match="by"):
        ga.plot_findings(SOME, by="rule")


def test_where_nothing_was_found_it_says_how_many_rules_there_were():
    shown = ga.plot_findings(outcomes(("Water", 2023, "STR101", "pass"))).to_dict()["description"]
    assert "1条规则没有需要注意的结果" in shown


CHAINS = chains(
    ("Water", 2022, 3, 3, "kept"), ("Water", 2023, 4, 5, "broken"), ("Roads", 2023, None, 2, "unknown"),
    ("Roads", 2022, 0, 0, "kept"), ("Parks", 2022, 1, 0, "broken"), ("Parks", 2023, 2, 0, "broken"),
)  # fmt: skip


def test_chains_that_break_show_both_figures_and_those_that_are_not_known_show_none():
    found = {(row["organ"], row["year"]): (row["state"], row["differ"]) for row in values(ga.plot_chains(CHAINS))}
    assert found["Water", 2023] == ("不衔接", "4→5")
    assert found["Roads", 2023] == ("缺数据，无法判断", "")
    assert found["Roads", 2022] == ("衔接", "")
    assert "3处不衔接" in ga.plot_chains(CHAINS).to_dict()["description"]


def test_the_organs_with_most_breaks_come_first_and_the_others_are_counted():
    chart = ga.plot_chains(CHAINS, top=1, lang="en")
    assert {row["organ"] for row in values(chart)} == {"Parks"}
    assert "2 more are not drawn (1 of them with a break)" in flat(chart, "en")


def test_a_status_that_is_none_is_refused():
    with pytest.raises(UsageError, match="odd"):
        ga.plot_chains(chains(("Water", 2023, 1, 1, "odd")))


def test_a_chain_whose_totals_agree_says_that_something_else_differs():
    frame = chains(("Water", 2023, 4, 4, "broken"), ("Water", 2022, None, 4, "broken"))
    assert {row["differ"] for row in values(ga.plot_chains(frame))} == {"≠"}


def test_chains_are_made_of_cells_and_of_a_panel_too():
    two = cell_table(cells({"carried_out": 4, "carried_in": 0}, year=2022), cells({"carried_in": 5, "carried_out": 0}))
    for frame in (two, ga.panel(two)):
        (row,) = (row for row in values(ga.plot_chains(frame)) if row["year"] == 2023)
        assert (row["differ"], row["where"]) == ("4→5", "总计")
    with pytest.raises(UsageError, match="origin"):
        ga.plot_chains(ga.panel(two).arrow.drop_columns(["origin"]))


def test_the_tables_of_reports_are_taken_as_they_are():
    tables = ga.ReportTables.of({"cells": cell_table(cells({"received": 4, "denied.state_secret": 1}))})
    assert [row["value"] for row in values(ga.plot_requests(tables)) if row.get("series") == "received"] == [4]
    assert [row["shown"] for row in values(ga.plot_refusals(tables))] == ["1"]
    for plot in (ga.plot_punctuality, ga.plot_findings, ga.plot_chains):
        assert "没有" in plot(tables).to_dict()["description"]
