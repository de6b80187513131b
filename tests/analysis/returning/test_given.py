"""What a user or another tool gives is taken as it is meant, or turned away with the row and the word."""

from decimal import Decimal

import duckdb
import pandas as pd
import polars as pl
import pytest
from tests.analysis.frames_of import frames_of

import govdisclosure as g
import govdisclosure.analysis as ga
from govdisclosure.analysis.across.lists import Renamed
from govdisclosure.analysis.returning.words import column_key, row_key, table_key
from govdisclosure.errors import UsageError
from govdisclosure.model.count import Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import TableName, forms_of
from govdisclosure.model.labels import column_words, row_words
from govdisclosure.rules.outcome import Kind

WATER = "青石县水利局"


def row(line="received", column="total", value=1, table="requests", **more):
    cell = {"cell_table": table, "cell_row": line, "cell_column": column, "value": value}
    return {"organ": WATER, "year": 2022, **cell, **more}


def cell(*rows, at=("received", "total"), table="requests"):
    (report,) = ga.reports_from(pd.DataFrame(list(rows)))
    return report.statistics[TableName(table)][at]


def balanced(**changed):
    """Table three of 2022 in which every sum holds."""
    form = forms_of(TableName.REQUESTS)[-1]
    figures = dict.fromkeys(form.cells(), 0)
    for line in ("received", "granted", "total"):
        for column in ("natural_person", "total"):
            figures[line, column] = 3
    figures |= {tuple(key.split("__")): value for key, value in changed.items()}
    return pd.DataFrame([row(line, column, value) for (line, column), value in figures.items()])


def outcomes(checked, rule):
    (assessment,) = checked.assessments.values()
    return [one for one in assessment.outcomes if one.rule == rule]


def kinds(checked, rule):
    return [one.kind for one in outcomes(checked, rule)]


@pytest.mark.parametrize("table", TableName)
def test_every_label_of_every_form_is_understood(table):
    for form in forms_of(table):
        for line in form.rows:
            assert row_key(table, line.key) == (line.key,)
            full = row_words(form, line.key)[0] if line.group else f"{line.number}{line.label}"
            grouped = f"{line.group or ''}{line.number}{line.label}"
            assert line.key in row_key(table, full), line.key
            assert line.key in row_key(table, grouped), line.key
            if table is not TableName.PROACTIVE:
                assert row_key(table, grouped) == (line.key,) or table is TableName.ANNEX
            for variant in line.variants:
                assert line.key in row_key(table, variant)
        for column in form.columns:
            assert column_key(table, column.key) == (column.key,)
            assert column_key(table, column.label) == (column.key,)
            assert column_key(table, column_words(form, column.key)[0]) == (column.key,)
    assert table_key(table.value) is table


def test_a_table_in_the_words_of_the_form_is_checked_without_a_document():
    form = forms_of(TableName.REQUESTS)[-1]
    frame = balanced()
    frame["cell_row"] = [f"{form.row(key).number}{form.row(key).label}" for key in frame["cell_row"]]
    frame.loc[frame["cell_row"] == "3.其他", "cell_row"] = "（六）其他处理 3.其他"
    frame["cell_column"] = [form.column(key).label for key in frame["cell_column"]]
    frame["cell_table"] = "表三"
    frame["year"] = "2022年"
    frame["value"] = frame["value"].astype(str)
    checked = ga.check_tables(frame)
    assert checked.found == ()
    assert kinds(checked, "SUM201") == [Kind.PASS]
    assert checked.outcomes.to_pandas()["name"].unique().tolist() == [f"{WATER} 2022"]


def test_an_edit_is_judged_and_named():
    frame = balanced()
    assert kinds(ga.check_tables(frame), "SUM201") == [Kind.PASS]
    edited = frame.copy()
    edited.loc[(edited.cell_row == "granted") & (edited.cell_column == "natural_person"), "value"] = 4
    (found,) = outcomes(ga.check_tables(edited), "SUM201")
    assert found.kind is Kind.FAIL
    assert "予以公开" in found.message.zh
    removed = frame[(frame.cell_row != "granted") | (frame.cell_column != "natural_person")]
    assert set(kinds(ga.check_tables(removed), "SUM201")) <= {Kind.PASS, Kind.OPEN}
    assert Kind.OPEN in kinds(ga.check_tables(removed), "SUM201")


@pytest.mark.parametrize("library", ["pandas", "nullable", "polars", "arrow", "duckdb"])
def test_frames_of_every_library_are_taken(library):
    frame = balanced()
    made = {
        "pandas": lambda: frame.astype({"value": float, "year": float}),
        "nullable": frame.convert_dtypes,
        "polars": lambda: pl.from_pandas(frame),
        "arrow": lambda: pl.from_pandas(frame).to_arrow(),
        "duckdb": lambda: duckdb.from_df(frame).to_arrow_table(),
    }[library]()
    assert kinds(ga.check_tables(made), "SUM201") == [Kind.PASS]


@pytest.mark.parametrize(
    ("value", "printed", "exact"),
    [
        (3, Printed.NUMBER, 3),
        (3.0, Printed.NUMBER, 3),
        (Decimal("3.0"), Printed.NUMBER, 3),
        ("3", Printed.NUMBER, 3),
        ("1,204件", Printed.NUMBER, 1204),
        (0.1, Printed.NUMBER, Decimal("0.1")),
        ("/", Printed.DASH, None),
        (-2, Printed.NUMBER, -2),
        (None, Printed.ILLEGIBLE, None),
        (float("nan"), Printed.ILLEGIBLE, None),
        ("", Printed.ILLEGIBLE, None),
        ("71 3", Printed.ILLEGIBLE, None),
        ("不详", Printed.ILLEGIBLE, None),
    ],
)
def test_a_value_is_what_it_says(value, printed, exact):
    count = cell(row(value=value))
    assert (count.printed, count.value) == (printed, exact)


@pytest.mark.parametrize("blank_is", ["open", "zero"])
def test_no_value_is_unknown_and_neither_zero_nor_blank(blank_is):
    frame = balanced(granted__natural_person=None)
    checked = ga.check_tables(frame, blank_is=blank_is)
    assert Kind.FAIL not in kinds(checked, "SUM201")
    assert Kind.OPEN in kinds(checked, "SUM201")
    assert Kind.REVIEW not in kinds(checked, "STR203")
    (fault,) = checked.faults.to_arrow().to_pylist()
    assert not fault["grave"]
    assert "不是零，也不是空白" in fault["message_zh"]
    assert fault["row"] == frame.index[frame["value"].isna()][0] + 1


def test_a_cell_that_the_frame_calls_blank_is_blank():
    frame = balanced(granted__natural_person=None).assign(printed=None)
    frame.loc[frame["value"].isna(), "printed"] = "空白"
    checked = ga.check_tables(frame)
    assert kinds(checked, "STR203") == [Kind.REVIEW]
    assert checked.found == ()


def test_printed_never_overrules_a_value_and_a_number_without_one_is_unknown():
    assert cell(row(value=4, printed="blank", text="")).value == 4
    assert cell(row(value=4, printed="number", text="5")).text == "4"
    assert cell(row(value=5, printed="number", text="５件")).text == "５件"
    assert cell(row(value=None, printed="number", text="5")).printed is Printed.ILLEGIBLE
    assert cell(row(value=None, printed="blank", text="")).printed is Printed.BLANK
    assert cell(row(value=None, printed="absent"), row("carried_in")).printed is Printed.ABSENT
    small = row("fees", "amount", None, "proactive", printed="number", text="0.12345678元")
    assert cell(small, at=("fees", "amount"), table="proactive").value == Decimal("0.000012345678")
    checked = ga.check_tables(pd.DataFrame([row(value=None, printed="有", text="")]))
    assert "有" in checked.found[0].zh


def test_a_negative_and_a_fraction_are_outcomes_and_not_errors():
    checked = ga.check_tables(pd.DataFrame([row(value=-1), row("carried_in", value=0.5)]))
    words = [one.message.zh for one in outcomes(checked, "SUM203")]
    assert any("不应为负数" in one for one in words)
    assert any("应为整数" in one for one in words)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"cell_table": "表九"}, "第2行 cell_table：不认识表“表九”"),
        ({"cell_row": "予以部分"}, "第2行 cell_row：表三（requests）没有“予以部分”这一行"),
        ({"cell_column": "外星人"}, "第2行 cell_column：表三（requests）没有“外星人”这一列"),
        ({"year": "去年"}, "第2行 year：“去年”不是年度"),
        ({"organ": None}, "第2行 organ：没有写机关或年度"),
        ({"edition": "2030"}, "第2行 edition：不认识格式“2030”"),
        ({"cell_row": "carried_in", "edition": "2019"}, "第2行 edition：青石县水利局 2022 的 requests 写有几种格式"),
        ({"value": 7}, "第2行 value：同一格出现两次，数不同（1、7）"),
        ({"cell_table": "annex", "cell_row": "被依法纠错数", "cell_column": "统计数"}, "可能是几行"),
        ({"cell_table": "proactive", "cell_row": "rules", "cell_column": "decisions"}, "没有“decisions”一列"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_row_and_nothing_is_dropped(change, said):
    frame = pd.DataFrame([row(edition="2021"), row(edition=None) | change]).astype({"year": object, "value": object})
    frame["year"], frame["value"] = frame["year"].astype(str), frame["value"].astype(str)
    with pytest.raises(UsageError) as caught:
        ga.reports_from(frame)
    assert said in caught.value.zh
    assert "row 2" in caught.value.en
    checked = ga.check_tables(frame)
    assert [one.row for one in checked.found if one.grave] == [2]
    assert any("不能照原样使用" in one.zh for one in next(iter(checked.assessments.values())).not_checked)


def test_two_figures_for_one_cell_leave_neither():
    checked = ga.check_tables(pd.DataFrame([row(), row(value=7), row("carried_in")]))
    (assessment,) = checked.assessments.values()
    assert assessment.report.statistics.requests["received", "total"].value is None
    assert cell(row(), row()).value == 1


def test_columns_that_are_missing_are_named():
    with pytest.raises(UsageError, match="cell_column"):
        ga.reports_from(pd.DataFrame([row()]).drop(columns="cell_column"))
    with pytest.raises(UsageError, match="name or organ"):
        ga.reports_from(pd.DataFrame([row()]).drop(columns="organ"))
    with pytest.raises(UsageError, match="value or text"):
        ga.reports_from(pd.DataFrame([row()]).drop(columns="value"))
    with pytest.raises(UsageError, match="no frame"):
        ga.reports_from()
    with pytest.raises(UsageError, match="not a frame"):
        ga.reports_from([1, 2])


def test_text_alone_is_read_as_a_document_is():
    frame = pd.DataFrame([row(text="１２")]).drop(columns="value")
    (report,) = ga.reports_from(frame)
    assert report.statistics.requests["received", "total"].value == 12
    (report,) = ga.reports_from(frame.assign(text=""))
    assert report.statistics.requests["received", "total"].printed is Printed.BLANK


def test_the_form_is_what_the_cells_fit_and_a_mixture_is_only_for_review():
    (report,) = ga.reports_from(pd.DataFrame([row("other", year=2020)]))
    assert report.statistics.requests.edition is Edition.UNIFIED_2019
    (report,) = ga.reports_from(pd.DataFrame([row("other", year=2022)]))
    assert report.statistics.requests.edition is Edition.UNIFIED_2019
    mixed = pd.concat([balanced(received__total=9), pd.DataFrame([row("other")])])
    assert Kind.FAIL not in kinds(ga.check_tables(mixed), "SUM201")
    assert Kind.REVIEW in kinds(ga.check_tables(mixed), "SUM201")


def test_a_frame_of_an_earlier_release_that_does_not_say_what_is_odd_accuses_of_nothing():
    frames = frames_of({"a": g.check(ga.reports_from(balanced(received__total=9))[0])})
    assert Kind.FAIL in kinds(ga.check_tables(frames.cells, reports=frames.reports), "SUM201")
    old = frames.reports.drop_columns(["oddities", "published_sure", "published_other"])
    assert set(kinds(ga.check_tables(frames.cells, reports=old), "SUM201")) == {Kind.REVIEW}


def test_a_late_day_of_publication_is_judged_and_doubted_where_the_page_was_not_sure():
    reports = pd.DataFrame([{"organ": WATER, "year": 2022, "published_on": "2023-05-30"}])
    assert kinds(ga.check_tables(reports=reports), "DDL101") == [Kind.FAIL]
    unsure = reports.assign(published_sure=False)
    assert kinds(ga.check_tables(reports=unsure), "DDL101") == [Kind.REVIEW]
    without = reports.assign(published_on=None)
    assert kinds(ga.check_tables(reports=without), "DDL101") == [Kind.OPEN]
    with pytest.raises(UsageError, match="2023-01-20"):
        ga.reports_from(reports=reports.assign(published_on="spring"))


def test_unread_reports_do_not_come_back():
    reports = pd.DataFrame([{"name": "a", "organ": WATER, "year": 2022, "status": "unread"}])
    assert ga.reports_from(reports=reports) == ()


def test_rules_can_be_chosen_and_those_without_evidence_are_said():
    checked = ga.check_tables(balanced(), select=["SUM201", "STR101"])
    (assessment,) = checked.assessments.values()
    assert {one.rule for one in assessment.outcomes} == {"SUM201"}
    assert "STR101" in "".join(one.zh for one in assessment.not_checked)
    (assessment,) = ga.check_tables(balanced(), select="STR101").assessments.values()
    assert assessment.outcomes == ()
    assert "STR101" in "".join(one.zh for one in assessment.not_checked)
    with pytest.raises(UsageError):
        ga.check_tables(balanced(), select="XXX999")


def test_two_reports_on_the_year_before_are_not_guessed_between():
    frame = pd.concat([balanced(), balanced().assign(year=2021), balanced().assign(year=2021, name="b")])
    frame["name"] = frame["name"].fillna(frame["year"].astype(str))
    (now,) = (one for one in ga.check_tables(frame).assessments.values() if one.report.year == 2022)
    assert not [one for one in now.outcomes if one.rule == "XYR101"]
    assert any("2份报告" in one.zh for one in now.not_checked)


def test_personal_numbers_do_not_show_in_what_is_said():
    with pytest.raises(UsageError) as caught:
        ga.reports_from(pd.DataFrame([row("身份证号11010519491231002X")]))
    assert "11010519491231002X" not in str(caught.value)


def test_tables_that_stand_together_are_taken_as_they_are():
    frames = frames_of({"a": g.check(ga.reports_from(balanced())[0])})
    assert kinds(ga.check_tables(frames), "DDL101") == [Kind.OPEN]
    (report,) = ga.reports_from(frames)
    assert report.statistics.requests["received", "total"].value == 3
    assert (
        ga.panel(frames)
        .to_arrow()
        .equals(ga.panel(frames.cells, reports=frames.reports, claims=frames.claims).to_arrow())
    )
    assert kinds(ga.check_tables(reports=frames.reports.to_pandas()), "DDL101") == [Kind.OPEN]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("本年新收", "本年新收政府信息公开申请数量"),
        ("上年结转", "上年结转政府信息公开申请数量"),
        ("国家秘密信息", "属于国家秘密"),
    ],
)
def test_a_short_label_is_not_guessed_but_the_row_it_may_be_is_named(line, meant):
    (fault,) = ga.check_tables(pd.DataFrame([row(line)])).faults.to_arrow().to_pylist()
    assert fault["grave"]
    assert fault["message_zh"].startswith(f"表三（requests）没有“{line}”这一行，是否指：")
    assert meant in fault["message_zh"]
    assert meant in fault["message_en"]


def test_all_columns_that_a_frame_lacks_are_named_at_once_with_what_they_are():
    with pytest.raises(UsageError) as caught:
        ga.check_tables(pd.DataFrame([{"organ": WATER, "年度": 2022, "value": 1}]))
    assert "name（文件） 或 year（年度）、cell_table（表）、cell_row（行）、cell_column（列）" in caught.value.zh
    assert "name or year, cell_table, cell_row, cell_column;" in caught.value.en


def test_what_came_of_frames_shows_itself_with_what_was_not_taken():
    checked = ga.check_tables(pd.DataFrame([row(), row("没有的行"), row("total", value=3)]))
    assert repr(checked) == "<CheckedTables 1 reports; 0 failed, 0 for review, 2 open; 1 faults>"
    assert "cells 第2行 cell_row：表三（requests）没有“没有的行”这一行" in str(checked)
    assert "cells, row 2, cell_row: table three (requests) has no row" in checked.render("en")
    assert "第2行" in checked.to_html("zh")
    assert "row 2" not in checked.to_html("zh")
    many = ga.check_tables(pd.DataFrame([row(f"没有的行{n}") for n in range(40)]))
    assert "35 more, see .faults" in many.render("en")


def test_changes_of_names_may_be_given_as_they_are_read_but_not_as_a_path():
    renamed = (Renamed(before=WATER, after="青石县水务局", on=2021),)
    frames = pd.DataFrame([row(), row() | {"year": 2021}])
    given = [ga.panel(frames, names=names).to_arrow() for names in (renamed, ga.Names(renamed))]
    assert given[0].equals(given[1])
    assert given[0].column("organ").unique().to_pylist() == [WATER, "青石县水务局"]
    for call in (ga.panel, ga.chains, ga.check_tables):
        with pytest.raises(UsageError, match="read_renamed"):
            call(frames, names="renamed.toml")
