"""Odd kinds of columns and figures that no column holds end in words of ours, and round nothing."""

import math
from decimal import Decimal
from time import perf_counter

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

import govdisclosure.analysis as ga
from govdisclosure.analysis.across import Renamed
from govdisclosure.errors import UsageError
from govdisclosure.rules.outcome import Kind

WATER, ROADS = "青石县水利局", "青石县交通局"


def row(value=5, line="received", table="requests", column="total", **more):
    cell = {"cell_table": table, "cell_row": line, "cell_column": column, "value": value}
    return {"organ": WATER, "year": 2022, **cell, **more}


def frame(*rows):
    return pd.DataFrame(list(rows))


NO_FRAMES = {
    "series": lambda: frame(row())["value"],
    "grouped": lambda: frame(row()).groupby("organ"),
    "doubled": lambda: pd.concat([frame(row()), frame(row())[["value"]]], axis=1),
    "doubled_arrow": lambda: pa.Table.from_arrays([pa.array(["a"])] * 2, names=["organ", "organ"]),
    "sparse": lambda: frame(row(), row(line="total")).assign(value=pd.arrays.SparseArray([1, 0])),
    "surrogate": lambda: frame(row()).assign(organ=pd.Series(["张三\udcff县"], dtype=object)),
}


@pytest.mark.parametrize("kind", NO_FRAMES)
def test_what_is_no_frame_that_can_be_taken_is_turned_away_and_not_quoted(kind):
    with pytest.raises(UsageError) as refused:
        ga.check_tables(NO_FRAMES[kind]())
    assert "张三" not in str(refused.value)


@pytest.mark.parametrize("column", ["name", "organ", "cell_table", "cell_row", "edition", "printed", "value", "text"])
@pytest.mark.parametrize("value", [["a"], {"a": "b"}, pd.Interval(0, 1)])
def test_a_column_of_lists_is_turned_away_by_its_name(column, value):
    with pytest.raises(UsageError, match=column):
        ga.check_tables(frame({**row(), column: value}))


def test_sums_that_no_column_holds_are_not_known():
    most = Decimal(10) ** 28 - 1
    names = ga.Names([Renamed(before=ROADS, after=WATER, on=2022, merged=True)])
    given = frame(row(1, year=2021), row(most), row(most, organ=ROADS))
    (merged,) = ga.panel(given, names=names, series="requests.received").to_arrow().to_pylist()[1:]
    assert merged["value"] is None
    assert "too long a number" in merged["note_en"]


def test_sums_are_exact_however_long():
    most = Decimal("1234567890123456789012345.0123456789")
    names = ga.Names([Renamed(before=ROADS, after=WATER, on=2022, merged=True)])
    given = frame(row(1, year=2021), row(most), row(most, organ=ROADS))
    (merged,) = ga.panel(given, names=names, series="requests.received").to_arrow().to_pylist()[1:]
    assert merged["value"] == Decimal("2469135780246913578024690.0246913578")


@pytest.mark.parametrize("value", [1e300, Decimal("0.1234567891"), 1e40])
def test_a_figure_that_no_column_holds_is_not_known_in_a_panel(value):
    money = row(value, "fees", "proactive", "amount", unit="元")
    for given in (frame(money), frame(row(float(value)))):
        found = ga.panel(given).to_arrow().to_pylist()
        known = {one["value"] for one in found} - {None}
        assert not known or max(known) < 1


@pytest.mark.parametrize("value", ["1e999999999", "1e400", "9" * 6000])
def test_a_claim_that_no_column_holds_is_named(value):
    claim = {"organ": WATER, "year": 2015, "claim": "requests_received", "value": value, "scope": "all"}
    found = ga.check_tables(frame(row()), claims=frame(claim)).found
    assert [one.column for one in found] == ["value"]
    with pytest.raises(UsageError, match="value"):
        ga.panel(frame(row()), claims=frame(claim))


@pytest.mark.parametrize("column", ["line", "page", "char_start"])
def test_a_place_beyond_all_numbers_is_no_place(column):
    claim = {"organ": WATER, "year": 2022, "claim": "requests_received", "value": 1, "char_end": 9.0, column: math.inf}
    assert ga.check_tables(frame(row()), claims=frame(claim)).found == ()


@pytest.mark.parametrize("oddities", [["x"], ["requests zz y"], ["requests"], [5], [{"a": 1}], "abc"])
def test_a_layout_that_is_not_understood_accuses_no_table(oddities):
    cells = frame(row(3, column="natural_person"), row(7), row(2, column="commercial_enterprise"))
    reports = frame({"organ": WATER, "year": 2022, "oddities": oddities})
    found = ga.check_tables(cells, reports=reports).outcomes.to_arrow().to_pylist()
    assert Kind.FAIL.value not in {one["kind"] for one in found}


@pytest.mark.parametrize("covers", [[{"a": 1}], [["x"]]])
def test_contents_that_are_no_words_are_none(covers):
    sections = frame({"organ": WATER, "year": 2022, "heading": "一、总体情况", "covers": covers})
    (report,) = ga.reports_from(frame(row()), sections=sections)
    assert report.sections[0].covers == ()


@pytest.mark.parametrize("asked", [{"year": "x"}, {"year": 2023.5}, {"year": [None]}, {"organ": 5}, {"organ": [5]}])
def test_what_is_no_year_and_no_organ_is_not_looked_for(asked):
    with pytest.raises(UsageError, match=next(iter(asked))):
        ga.report_tables([], progress=False).where(**asked)


def test_a_year_of_another_library_is_a_year():
    assert len(ga.report_tables([], progress=False).where(year=np.float64(2023)).reports) == 0


@pytest.mark.parametrize("inputs", [None, 5])
def test_what_is_no_path_is_turned_away(inputs):
    with pytest.raises(UsageError, match="path"):
        ga.report_tables(inputs, progress=False)


def test_of_a_very_long_text_no_more_is_looked_at_than_is_shown():
    table = ga.Table("cells", pa.table({"text": ["13800138000 " * 400_000] * 8}))
    start = perf_counter()
    page = table.to_html()
    assert perf_counter() - start < 2
    assert "13800138000" not in page
    assert len(page) < 4_000
