import datetime as dt
from decimal import Decimal

import pytest

import govdisclosure as g
import govdisclosure.analysis as ga
from govdisclosure.analysis.frames.categories import categories
from govdisclosure.analysis.frames.labels import LABELS, meaning
from govdisclosure.batch.register_schemas import REGISTER_COLUMNS, register_schema
from govdisclosure.batch.schemas import COLUMNS, TABLES, schema
from govdisclosure.model.count import Printed

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
pd = pytest.importorskip("pandas", reason="pandas is not installed")
pl = pytest.importorskip("polars", reason="polars is not installed")

SCHEMAS = [(name, schema, COLUMNS[name]) for name in TABLES]
SCHEMAS += [(name, register_schema, REGISTER_COLUMNS[name]) for name in REGISTER_COLUMNS]
IDS = [f"{made.__name__}-{name}" for name, made, _ in SCHEMAS]
VALUES = {
    "text": "字",
    "texts": ["一", "二"],
    "day": dt.date(2024, 2, 29),
    "figure": Decimal("0.1000000001"),
    "int16": 2023,
    "int32": 7,
    "int64": 2**53 + 1,
    "bool": False,
}
PANDAS = {"int16": "Int16", "int32": "Int32", "int64": "Int64", "bool": "boolean", "day": "date32[day][pyarrow]",
          "figure": "decimal128(38, 10)[pyarrow]", "texts": "list<item: string>[pyarrow]",
          "text": "string[pyarrow]"}  # fmt: skip
POLARS = {"int16": pl.Int16, "int32": pl.Int32, "int64": pl.Int64, "bool": pl.Boolean, "day": pl.Date,
          "figure": pl.Decimal(38, 10), "texts": pl.List(pl.String), "text": pl.String}  # fmt: skip


def rows_of(name, columns, kind):
    """Rows of a table: none, all null, full, or both."""
    required = {"name", "id"}
    known = {column: (categories(name, column) or (VALUES[of],))[-1] for column, of in columns.items()}
    null = {column: known[column] if column in required else None for column in columns}
    return {"empty": [], "null": [null, null], "full": [known], "mixed": [known, null, known]}[kind]


@pytest.mark.parametrize("kind", ["empty", "null", "full", "mixed"])
@pytest.mark.parametrize(("name", "made", "columns"), SCHEMAS, ids=IDS)
def test_every_column_keeps_its_type_and_values(name, made, columns, kind):
    rows = rows_of(name, columns, kind)
    table = ga.Table(name, pa.Table.from_pylist(rows, schema=made(name)))
    frame, other = table.to_pandas(), table.to_polars()
    assert len(frame) == len(other) == len(table) == len(rows)
    for column, of in columns.items():
        ordered = categories(name, column)
        if ordered:
            assert frame[column].dtype == pd.CategoricalDtype(ordered, ordered=True)
            assert other[column].dtype == pl.Enum(ordered)
        else:
            assert str(frame[column].dtype) == PANDAS[of], column
            assert other[column].dtype == POLARS[of], column
        expected = [row[column] for row in rows]
        assert other[column].to_list() == expected
        found = [None if empty else one for one, empty in zip(frame[column], frame[column].isna(), strict=True)]
        assert [list(one) if of == "texts" and one is not None else one for one in found] == expected


@pytest.mark.parametrize(("name", "made", "columns"), SCHEMAS, ids=IDS)
def test_a_frame_goes_back_to_the_same_table(name, made, columns):
    table = pa.Table.from_pylist(rows_of(name, columns, "mixed"), schema=made(name))
    for frame in (ga.Table(name, table).to_pandas(), ga.Table(name, table).to_polars(), ga.Table(name, table)):
        assert ga.as_arrow(frame).to_pylist() == table.to_pylist()


def test_the_five_states_of_a_cell_are_kept_apart_and_in_their_order():
    states = [one.value for one in Printed]
    assert states == ["number", "blank", "dash", "illegible", "absent"]
    figures = [Decimal(0), None, None, None, None]
    rows = [{"name": "a", "printed": p, "value": v} for p, v in zip(states, figures, strict=True)]
    table = ga.Table("cells", pa.Table.from_pylist(rows, schema=schema("cells")))
    frame, other = table.to_pandas(), table.to_polars()
    assert frame["printed"].astype(str).tolist() == states == other["printed"].to_list()
    assert frame["printed"].nunique() == 5
    assert frame["value"].notna().tolist() == [True, False, False, False, False], "a blank is no zero"
    assert (frame["printed"] < "dash").tolist() == [True, True, False, False, False]


def test_a_value_that_is_not_known_stays_and_comes_last():
    rows = [{"name": "a", "printed": one} for one in ("number", "smudged", None, "crossed_out", "absent")]
    table = ga.Table("cells", pa.Table.from_pylist(rows, schema=schema("cells")))
    frame, other = table.to_pandas(), table.to_polars()
    assert frame["printed"].tolist()[1] == "smudged"
    assert frame["printed"].isna().tolist() == [False, False, True, False, False]
    assert list(frame["printed"].cat.categories) == [*(one.value for one in Printed), "crossed_out", "smudged"]
    assert frame["printed"].max() == "smudged"
    assert other["printed"].to_list() == ["number", "smudged", None, "crossed_out", "absent"]


def test_a_table_of_chunks_is_converted_whole():
    parts = [pa.table({"name": [str(n)], "printed": ["dash" if n % 2 else "number"]}) for n in range(5)]
    table = ga.Table("cells", pa.concat_tables(parts))
    assert table.to_pandas()["printed"].tolist() == ["number", "dash", "number", "dash", "number"]
    assert table.to_polars()["printed"].to_list() == ["number", "dash", "number", "dash", "number"]


def test_a_column_of_another_type_than_the_release_writes_is_left_as_it_is():
    table = ga.Table("cells", pa.table({"printed": pa.array([1, None]), "edition": pa.nulls(2)}))
    assert table.to_pandas()["printed"].tolist() == [1, pd.NA]
    assert table.to_polars()["edition"].to_list() == [None, None]


def test_every_category_is_a_column_of_text():
    for name, _, columns in SCHEMAS:
        for column in columns:
            if categories(name, column):
                assert columns[column] == "text", (name, column)


def test_every_table_and_column_has_a_name_in_chinese():
    names = {name for name, _, _ in SCHEMAS} | {column for _, _, columns in SCHEMAS for column in columns}
    assert names - set(LABELS) == set()


def test_every_column_of_what_is_worked_out_has_a_name_in_chinese():
    report = g.read("examples/county-water-bureau-2010.txt")
    tables = ga.report_tables("examples/county-*", progress=False)
    scores = ga.score(ga.read_scorecard("examples/scorecard/county.toml"), [("a.html", g.check(report))])
    found = ga.similar_texts(ga.texts_of(tables))
    made = (ga.panel(tables), ga.rates(tables), ga.chains(tables), ga.check_tables(tables).faults)
    for table in (*made, ga.shared_texts(found), scores.ranking(), scores.table()):
        assert [name for name in table.columns if not meaning(name, table.name)] == [], table.name
    assert "origin 取自" in str(made[0])
    assert "地方要求" not in str(made[0])


def test_no_column_needs_quotes_in_sql():
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as connection:
        for name, made, columns in SCHEMAS:
            connection.register(name, made(name).empty_table())
            connection.execute(f"SELECT {', '.join(columns)} FROM {name}")  # noqa: S608  our own names


def test_a_table_shows_its_first_rows_escaped_and_masked():
    rows = [
        {"name": f"<i>{n}</i>", "organ": "电话13812345678", "year": 2023, "value": Decimal("1.50")} for n in range(9)
    ]
    table = ga.Table("cells", pa.Table.from_pylist(rows, schema=schema("cells")))
    shown = table._repr_html_()
    assert repr(table) == "<Table cells: 9 rows, 14 columns>"
    assert "&lt;i&gt;7&lt;/i&gt;" in shown
    assert "&lt;i&gt;8" not in shown
    assert "1 more rows" in shown
    assert "13812345678" not in shown
    assert ">1.5<" in shown
    assert "填写情况" in shown
    assert "None" not in shown
