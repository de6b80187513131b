import json
import pickle
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from tests.batch.samples import with_tables

from govdisclosure import api
from govdisclosure.batch import kernel as kernels
from govdisclosure.batch.arrow import column
from govdisclosure.batch.kernel import Kernel, flatten
from govdisclosure.batch.rows import rows_of
from govdisclosure.batch.schemas import COLUMNS, KEY, TABLES, documents, results, schema
from govdisclosure.errors import UsageError
from govdisclosure.model.count import Count, Printed
from govdisclosure.model.place import Place
from govdisclosure.model.report import Mechanism, MechanismKind, Role
from govdisclosure.model.statistics import Cell
from govdisclosure.settings.settings import Settings
from govdisclosure.text.personal import mask_personal

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")

REPORTS = sorted((Path(__file__).parent.parent / "fixtures" / "reports").iterdir())
READ = [path for path in REPORTS if path.stem not in {"guide", "notice", "procurement"}]
LEADING = Mechanism(
    kind=MechanismKind.LEADING_GROUP,
    quote="成立领导小组，电话13812345678",
    at=Place(start=0, end=6),
    roles=(Role(role="组长", held_by="某甲"),),
)


def batch_of(*rows):
    """Documents from (name, content) or (name, None, zh, en)."""
    full = [(*row, None, None)[:4] for row in rows]
    return pa.RecordBatch.from_pylist(
        [dict(zip(documents().names, row, strict=True)) for row in full], schema=documents()
    )


@pytest.fixture(scope="module")
def inputs():
    return [("表格.html", with_tables()), *((path.name, path.read_bytes()) for path in READ)]


@pytest.fixture(scope="module")
def found(inputs):
    return Kernel()(batch_of(*inputs))


def test_a_row_a_document_in_the_order_given(inputs, found):
    assert len(inputs) > 2
    assert found.schema.equals(results(), check_metadata=True)
    assert found.column("name").to_pylist() == [name for name, _ in inputs]
    found.validate(full=True)


@pytest.mark.parametrize("table", TABLES)
def test_tables_have_the_columns_that_are_documented_and_a_version(found, table):
    flat = flatten(found, table)
    assert flat.schema.equals(schema(table), check_metadata=True)
    assert tuple(flat.schema.names) == tuple(COLUMNS[table])
    assert flat.schema.metadata[KEY] == b"1"
    assert flat.num_rows > 0
    flat.validate(full=True)


def test_the_outcomes_are_those_of_checking_each_report_by_itself(inputs, found):
    expected = [
        (name, one.rule, one.kind.value, one.subject, one.fingerprint, one.message.zh)
        for name, content in inputs
        for one in api.check(content)
    ]
    columns = ("name", "rule", "kind", "subject", "fingerprint", "message_zh")
    rows = flatten(found, "outcomes").to_pylist()
    assert [tuple(row[name] for name in columns) for row in rows] == expected
    assert all(isinstance(json.loads(row["facts"]), dict) for row in rows)


def test_the_cells_are_those_that_were_read(inputs, found):
    expected = [
        (name, grid.table.value, cell.row, cell.column, cell.count.printed.value, cell.count.value)
        for name, content in inputs
        for grid in api.read(content).statistics
        for cell in grid
    ]
    rows = flatten(found, "cells").to_pylist()
    got = [(r["name"], r["cell_table"], r["cell_row"], r["cell_column"], r["printed"], r["value"]) for r in rows]
    assert got == expected
    assert len(got) > 100


def test_the_mechanisms_are_those_that_were_read_without_whom_they_name(inputs, found):
    expected = [
        (name, one.kind.value, one.status.value, mask_personal(one.quote), one.at.start, one.at.end)
        for name, content in inputs
        for one in api.read(content).mechanisms
    ]
    columns = ("name", "mechanism", "status", "quote", "char_start", "char_end")
    rows = flatten(found, "mechanisms").to_pylist()
    assert [tuple(row[name] for name in columns) for row in rows] == expected
    assert len({row["mechanism"] for row in rows}) > 3
    report = attrs.evolve(api.read(inputs[0][1]), mechanisms=(LEADING,))
    (row,) = rows_of("x", api.check(report)).mechanisms
    assert "13812345678" not in str(row)
    assert "某甲" not in str(row)


def test_the_counts_of_a_report_are_those_of_its_rows(found):
    for row in found.to_pylist():
        report = row["report"]
        assert [report[name] for name in TABLES[1:-1]] == [len(row[name]) for name in TABLES[1:-1]]
        judged = ("pass", "fail", "review", "open", "not_applicable", "informational")
        assert sum(report[name] for name in judged) == len(row["outcomes"])


def test_what_cannot_be_read_is_a_row_with_the_reason_and_the_others_go_on(inputs):
    odd = [("空.html", b""), ("图.jpg", b"\xff\xd8\xff\xe0"), ("没有.docx", None, "文件不在", "gone"), ("无.pdf", None)]
    rows = Kernel()(batch_of(*odd, inputs[0])).to_pylist()
    assert [row["report"]["status"] for row in rows] == ["unread"] * 4 + ["read"]
    assert rows[2]["report"]["fault_zh"] == "文件不在"
    assert all(row["report"]["fault_zh"] and row["report"]["fault_en"] for row in rows[:4])
    assert all(row["report"]["fail"] is None for row in rows[:4]), "nothing was judged, which is not none"
    assert rows[1]["report"]["size"] == 4
    assert rows[2]["report"]["digest"] is None
    assert rows[4]["outcomes"]


def test_a_document_at_which_the_package_fails_is_a_row_that_repeats_nothing_of_it(monkeypatch, inputs):
    def broken(*_, **__):
        raise RuntimeError("秘密的内容")

    monkeypatch.setattr(kernels.api, "read", broken)
    (row,) = Kernel()(batch_of(inputs[0])).to_pylist()
    assert row["report"]["status"] == "crashed"
    assert "RuntimeError" in row["report"]["fault_en"]
    assert "秘密" not in str(row)


def test_the_same_results_however_the_stream_is_cut(inputs, found):
    kernel = pickle.loads(pickle.dumps(Kernel()))  # noqa: S301  made here
    one_by_one = list(kernel.map(batch_of(row) for row in inputs))
    assert pa.Table.from_batches(one_by_one).to_pylist() == found.to_pylist()
    at_once = list(kernel.map([batch_of(*inputs * 30)], "outcomes"))
    assert len(at_once) > 1
    assert sum(batch.num_rows for batch in at_once) == 30 * flatten(found, "outcomes").num_rows


def test_options_reach_the_rules_and_survive_pickling(inputs):
    settings = Settings(ignore=("STR101",), levels={"STR": "note"}, organ_kinds={"*局": "department"})
    kernel = pickle.loads(pickle.dumps(Kernel(select="STR", settings=settings, as_of="2026-01-01")))  # noqa: S301
    rows = flatten(kernel(batch_of(*inputs)), "outcomes").to_pylist()
    assert {row["rule"][:3] for row in rows} == {"STR"}
    assert "STR101" not in {row["rule"] for row in rows}
    assert {row["level"] for row in rows if row["kind"] == "fail"} <= {"note"}


def test_a_wrong_option_is_an_error_and_not_a_row(inputs):
    with pytest.raises(UsageError):
        Kernel(select="XXX999")(batch_of(inputs[0]))
    with pytest.raises(UsageError, match="content"):
        Kernel()(batch_of(inputs[0]).select(["name"]))
    with pytest.raises(UsageError, match="cells"):
        flatten(Kernel()(batch_of(inputs[0])), "cell")


def test_text_that_is_no_unicode_is_written_visibly():
    assert column(["a", "b\udcffc", None], pa.string()).to_pylist() == ["a", "b\\udcffc", None]
    assert column([["\ud800"], None], pa.list_(pa.string())).to_pylist() == [["\\ud800"], None]


@pytest.mark.parametrize(
    ("value", "kept"),
    [(0, Decimal(0)), (Decimal("1.50"), Decimal("1.5")), (10**28, None), (Decimal("1e-11"), None), (10**27, 10**27)],
)
def test_a_figure_that_the_column_would_round_or_cannot_hold_is_null_and_its_text_stays(inputs, value, kept):
    report = next(one for one in (api.read(content) for _, content in inputs) if list(one.statistics))
    grid = next(iter(report.statistics))
    cell = grid.cells[0]
    count = Count(printed=Printed.NUMBER, text="字样", value=value)
    changed = attrs.evolve(grid, cells=(Cell(row=cell.row, column=cell.column, count=count), *grid.cells[1:]))
    statistics = attrs.evolve(report.statistics, **{grid.table.value: changed})
    row = rows_of("x", api.check(attrs.evolve(report, statistics=statistics))).cells[0]
    assert (row["value"], row["text"], row["printed"]) == (kept, "字样", "number")
    assert pa.array([row["value"]], schema("cells").field("value").type).to_pylist() == [kept]
