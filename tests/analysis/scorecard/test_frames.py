from pathlib import Path
from types import SimpleNamespace

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from tests.analysis.scorecard.making import card, indicator, scored

import govdisclosure
from govdisclosure.analysis import Table, read_scorecard, report_tables, score
from govdisclosure.batch.rows import crashed_rows, rows_of, unread_rows
from govdisclosure.batch.schemas import TABLES, schema
from govdisclosure.documents.endings import PASSED_OVER
from govdisclosure.rules.outcome import Message

ROOT = Path(__file__).resolve().parents[3]
FILES = ("county-government-2023.html", "county-water-bureau-2009.txt", "county-water-bureau-2010.txt")
EXAMPLE = read_scorecard(ROOT / "examples" / "scorecard" / "county.toml")
RATE = {
    "key": "rate",
    "name_zh": "结转率",
    "how": "measure",
    "measure": "rate",
    "points": 10,
    "numerator": ["requests/carried_out/total"],
    "denominator": ["requests/received/total"],
    "band": [{"to": 0.01, "points": 10}, {"points": 2}],
}


@pytest.fixture(scope="module")
def assessed():
    return [(name, govdisclosure.check(ROOT / "examples" / name, as_of="2024-05-01")) for name in FILES]


@pytest.fixture(scope="module")
def tables(assessed):
    rows = [rows_of(name, one) for name, one in assessed]
    rows += [
        unread_rows("坏.pdf", "文件损坏", "the file is damaged"),
        unread_rows("照片.png", "不读取", f"{PASSED_OVER} (png)"),
        crashed_rows("错.html", ValueError("secret")),
    ]
    made = {name: [] for name in TABLES}
    for one in rows:
        made["reports"].append(one.report)
        for name in TABLES[1:]:
            made[name] += getattr(one, name)
    return {name: pa.Table.from_pylist(made[name], schema=schema(name)) for name in TABLES}


def told(found):
    """Everything but where the words stand: a table has no columns of a line."""
    return found.to_dict() | {"unread": []}


@pytest.mark.parametrize("held", [EXAMPLE, card(RATE)], ids=["example", "rate"])
def test_tables_score_as_the_assessments_do(assessed, tables, held):
    named = SimpleNamespace(**{name: Table(name, table) for name, table in tables.items()})
    assert told(score(held, named)) == told(score(held, assessed))
    assert any(one.score is not None for one in score(held, named))


@pytest.mark.parametrize("made", [Table, "pandas", "polars", "duckdb"])
def test_frames_of_any_library_score_the_same(tables, made):
    def frame(name, table):
        if made == "duckdb":
            return duckdb.from_arrow(table).to_arrow_table()
        shown = Table(name, table)
        return {Table: lambda: shown, "pandas": shown.to_pandas, "polars": shown.to_polars}[made]()

    frames = {name: frame(name, tables[name]) for name in ("reports", "outcomes", "cells")}
    assert score(EXAMPLE, frames).to_dict() == score(EXAMPLE, tables).to_dict()


def test_what_was_not_read_is_listed_apart_and_counts_for_nobody(tables):
    found = score(EXAMPLE, tables)
    assert [one.name for one in found.unread] == ["坏.pdf", "错.html"]
    assert "坏.pdf（文件损坏）" in found.render()
    assert "2 documents were not read and count for nobody" in found.render("en")
    assert "secret" not in str(found.to_dict())


def test_tables_of_one_organ_keep_what_was_not_read_beside_them(tables):
    reports = tables["reports"].filter(pc.equal(tables["reports"].column("status"), "read"))
    unread = tables["reports"].filter(pc.not_equal(tables["reports"].column("status"), "read"))
    note = Message("批量处理尚未完成", "the batch is not finished")
    given = SimpleNamespace(reports=reports, outcomes=tables["outcomes"], unread=unread, notes=(note,))
    found = score(EXAMPLE, given)
    assert [one.name for one in found.unread] == ["坏.pdf", "错.html"]
    assert note.en in found.render("en")


def test_a_folder_is_scored_in_four_lines():
    tables = report_tables([ROOT / "examples" / name for name in FILES], progress=False)
    found = score(EXAMPLE, tables.where(organ="青石县水利局"), year=2010)
    assert [(one.organ, one.year) for one in found] == [("青石县水利局", 2010)]
    assert found.organs[0]["contents"].lost == 5


def test_a_filtered_table_gives_no_points_for_what_was_filtered_away(tables):
    outcomes = tables["outcomes"].to_pandas()
    found = score(EXAMPLE, {**tables, "outcomes": outcomes[outcomes.kind == "fail"]})
    assert all(one["wording"].judged == 0 for one in found)


def test_rows_that_are_there_twice_count_once(tables):
    twice = pa.concat_tables([tables["outcomes"], tables["outcomes"]])
    assert score(EXAMPLE, {**tables, "outcomes": twice}).to_dict() == score(EXAMPLE, tables).to_dict()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda t: {"reports": t["reports"]}, "the table outcomes is missing"),
        (lambda t: {**t, "reports": t["reports"].drop_columns(["status", "organ"])}, "lacks columns: status, organ"),
        (lambda t: {**t, "outcomes": t["outcomes"].drop_columns(["rule"])}, "lacks columns: rule"),
        (lambda t: {**t, "reports": pa.concat_tables([t["reports"]] * 2)}, "names in the table reports"),
        (lambda t: {**t, "outcomes": t["outcomes"].to_pandas().assign(kind="bad")}, "kind 'bad' must be one of pass"),
        (lambda _: {"reports": 3, "outcomes": 4}, "not a frame"),
        (lambda t: t["reports"], "cannot be scored"),
        (lambda t: t["reports"].to_pandas(), "cannot be scored"),
    ],
)
def test_what_is_wrong_with_a_table_is_said(tables, change, said):
    with pytest.raises(govdisclosure.UsageError) as fault:
        score(EXAMPLE, change(tables))
    assert said in fault.value.en


def test_no_more_columns_are_needed_than_are_used(tables):
    reports = tables["reports"].select(["name", "status", "organ", "year"])
    outcomes = tables["outcomes"].select(["name", "rule", "kind", "level", "message_zh", "message_en"])
    found = score(card(indicator(select=["STR"])), {"reports": reports, "outcomes": outcomes})
    assert {str(one.score) for one in found} >= {"10.00"}


def test_a_year_is_all_that_is_read_of(tables):
    assert [one.year for one in score(EXAMPLE, tables, year=2010)] == [2010]
    assert scored(EXAMPLE).organs == ()
    assert pd.api.types.is_integer_dtype(score(EXAMPLE, tables).ranking().to_pandas()["rank"])
    assert pl.DataFrame(score(EXAMPLE, tables).table()).height == 3 * len(EXAMPLE.indicators)
