"""Requests over the years: sums, gaps, coverage, what cannot be compared; and the grounds of refusal."""

from decimal import Decimal

import pyarrow as pa
import pytest
from tests.analysis.plots.drawing import CELLS, cell_table, cells, changed, flat, panel, parts, values

import govdisclosure.analysis as ga
from govdisclosure.errors import UsageError
from govdisclosure.model.forms import REQUESTS_2021


def by_year(chart, series, column="value"):
    return {row["year"]: row[column] for row in values(chart) if row.get("series") == series}


def test_organs_are_added_up_and_a_year_without_any_figure_is_a_gap():
    frame = changed(panel(years=(2019, 2020, 2022)), lambda row: row["year"] == 2020, value=None)
    chart = ga.plot_requests(frame)
    assert by_year(chart, "received") == {2019: 24, 2020: None, 2021: None, 2022: 24}
    assert "不是零" in flat(chart)
    assert "2020 无数据" in chart.to_dict()["description"]


def test_a_sum_over_some_of_the_organs_is_hollow_and_says_of_how_many():
    frame = changed(panel(), lambda row: row["year"] == 2021 and row["organ"] == "Water", value=None)
    chart = ga.plot_requests(frame, lang="en")
    assert by_year(chart, "received", "whole") == {2019: True, 2020: True, 2021: False, 2022: True, 2023: True}
    assert by_year(chart, "received", "of")[2021] == "1/2"
    assert "Hollow" in flat(chart, "en")
    assert "Hollow" not in flat(ga.plot_requests(panel(), lang="en"), "en")


def test_zero_is_drawn_and_is_no_gap():
    chart = ga.plot_requests(panel(("Water",), received=0))
    assert set(by_year(chart, "received").values()) == {0}
    assert "断开" not in flat(chart)


def test_years_that_cannot_be_compared_are_marked_with_the_note():
    note = {"comparable": False, "note_zh": "据统计表", "note_en": "from the annex"}
    frame = changed(panel(years=range(2017, 2021)), lambda row: row["year"] < 2019, **note)
    for lang, word in (("zh", "据统计表"), ("en", "from the annex")):
        chart = ga.plot_requests(frame, lang=lang)
        marks = [row for row in values(chart) if "note" in row]
        assert [(row["year"], row["note"]) for row in marks] == [(2017, word), (2018, word)]
        assert ("2017–2018 收到申请、" if lang == "zh" else "2017–2018, requests received, ") in flat(chart, lang)
        assert word in flat(chart, lang)
        organs = ga.plot_requests(frame, by_organ=True, lang=lang)
        assert {row["year"] for row in values(organs) if not row["comparable"]} == {2017, 2018}
    assert not [row for row in values(ga.plot_requests(panel())) if "note" in row]


def test_a_value_that_is_not_known_is_no_mark_of_another_definition():
    frame = changed(panel(), lambda row: row["year"] == 2021, value=None, comparable=False, note_zh="未读到表三")
    assert not [row for row in values(ga.plot_requests(frame)) if "note" in row]


def test_one_organ_alone_by_its_name_and_one_that_is_not_there():
    chart = ga.plot_requests(panel(), organ="Water")
    assert by_year(chart, "received")[2019] == 12
    assert "Water" in flat(chart)
    assert "没有可画的数据" in ga.plot_requests(panel(), organ="Nobody").to_dict()["description"]


def test_the_organs_that_are_not_drawn_are_counted_with_what_they_received():
    chart = ga.plot_requests(panel(("A", "B", "C"), received=10), by_organ=True, top=2, lang="en")
    assert {row["organ"] for row in values(chart)} == {"A", "B"}
    assert "the other 1 received 50 in all" in flat(chart, "en")


def test_cells_give_the_sums_of_table_three_and_nothing_where_a_part_is_blank():
    full = {row.key: 0 for row in REQUESTS_2021.rows}
    full |= {"received": 9, "denied.state_secret": 2, "denied.internal_affairs": 3}
    part = {**full, "denied.internal_affairs": None}
    chart = ga.plot_requests(cell_table(cells(full, year=2022), cells(part, year=2023)))
    assert by_year(chart, "denied") == {2022: 5}
    stars = [row["year"] for row in values(chart) if "star" in row]
    assert stars == [2023]
    assert "没有读出" in flat(chart)
    assert by_year(chart, "received") == {2022: 9, 2023: 9}


def test_of_two_reports_that_differ_no_figure_is_taken():
    one, other = cells({"received": 9, "granted": 4}), cells({"received": 8, "granted": 4}, name="other")
    chart = ga.plot_requests(cell_table(one, other))
    assert by_year(chart, "received") == {2023: None}
    assert by_year(chart, "granted") == {2023: 4}


def test_a_figure_that_stands_twice_is_refused_and_so_is_a_panel_without_requests():
    with pytest.raises(UsageError, match="carried_out"):
        ga.plot_requests(pa.concat_tables([panel(), panel()]))
    other = changed(panel(), lambda _: True, series="proactive.published").slice(0, 1)
    with pytest.raises(UsageError, match=r"proactive\.published"):
        ga.plot_requests(other)


def test_rows_without_a_year_are_left_out_and_counted():
    frame = pa.concat_tables([panel(), changed(panel(("Lost",), (2019,)), lambda _: True, year=None)])
    assert "年度不详的6行未计入" in flat(ga.plot_requests(frame))


def grounds(chart):
    return {(row["ground"], row["year"]): row["shown"] for row in values(chart) if "ground" in row}


def test_grounds_of_refusal_a_zero_is_printed_and_a_blank_is_not():
    frame = cell_table(
        cells({"denied.state_secret": 3, "unavailable.not_held": 0, "not_processed.repeat": None}),
        cells({"denied.state_secret": 4, "unavailable.not_held": None, "not_processed.repeat": None}, "Roads"),
    )
    found = grounds(ga.plot_refusals(frame))
    assert found == {("属于国家秘密", 2023): "7", ("本机关不掌握相关政府信息", 2023): "0*", ("重复申请", 2023): ""}
    assert "部分报告没有读出" in flat(ga.plot_refusals(frame))
    one = ga.plot_refusals(frame, organ="Water", lang="en")
    assert grounds(one)["state secret", 2023] == "3"
    assert "Water" in flat(one, "en")


def test_every_ground_of_the_form_has_its_row():
    keys = [
        row.key for row in REQUESTS_2021.rows if row.key.split(".")[0] in {"denied", "unavailable", "not_processed"}
    ]
    chart = ga.plot_refusals(cell_table(cells(dict.fromkeys(keys, 1))))
    assert len(grounds(chart)) == len(keys) == 16
    assert [part["title"]["text"] for part in chart.to_dict()["vconcat"]] == ["不予公开", "无法提供", "不予处理"]


def test_the_annex_stands_apart_from_table_three():
    annex = cells({"answered.denied.state_secret": 2}, year=2017, table="annex", column="year")
    chart = ga.plot_refusals(cell_table(annex, cells({"denied.state_secret": 5})), lang="en")
    assert [part["title"]["text"] for part in chart.to_dict()["vconcat"]] == ["requests denied", "denied (annex)"]
    assert "cannot be compared" in flat(chart, "en")
    years = [part["x"]["scale"]["domain"] for part in parts(chart.to_dict()) if "x" in part and "scale" in part["x"]]
    assert [2017] in years
    assert [2023] in years


def test_the_heaviest_ground_is_named_for_those_who_do_not_see_the_picture():
    frame = cell_table(cells({"denied.state_secret": 3, "unavailable.not_held": 8}))
    assert "本机关不掌握相关政府信息（8件）" in ga.plot_refusals(frame).to_dict()["description"]


def test_reports_without_a_year_and_doubled_ones_are_said():
    rows = [*cells({"denied.state_secret": 1}), *cells({"denied.state_secret": 2}, name="again"),
            *cells({"denied.state_secret": 4}, year=2022), *cells({"denied.state_secret": 9}, year=None)]  # fmt: skip
    chart = ga.plot_refusals(pa.Table.from_pylist(rows, CELLS))
    assert grounds(chart) == {("属于国家秘密", 2022): "4", ("属于国家秘密", 2023): ""}
    assert "有1处" in flat(chart)
    assert "1份报告年度不详" in flat(chart)


def test_shares_of_a_decimal_are_drawn_exactly():
    frame = changed(panel(("Water",), (2023,)), lambda _: True, value=Decimal("12.5"))
    assert by_year(ga.plot_requests(frame), "received") == {2023: 12.5}


def test_where_no_figure_was_read_at_all_it_says_so_and_an_organ_without_any_is_counted():
    bare = changed(panel(), lambda _: True, value=None)
    for by_organ in (False, True):
        assert "没有读出任何数字" in ga.plot_requests(bare, by_organ=by_organ).to_dict()["description"]
    frame = changed(panel(), lambda row: row["organ"] == "Roads", value=None)
    chart = ga.plot_requests(frame, by_organ=True, lang="en")
    assert {row["organ"] for row in values(chart)} == {"Water"}
    assert "the other 1" in flat(chart, "en")


def test_only_the_part_whose_figures_cannot_be_compared_is_marked():
    frame = changed(panel(), lambda row: row["series"] == "requests.denied", comparable=False, note_zh="理由不同")
    lines, bars, *_ = ga.plot_requests(frame).to_dict()["vconcat"]
    assert len(bars["layer"]) == len(lines["layer"]) + 1 == 3
    assert "2019–2023 不予公开：理由不同" in flat(ga.plot_requests(frame))
