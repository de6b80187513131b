"""What a batch found, asked in SQL that reaches nothing else."""

import csv
import io
import json
from pathlib import Path

import pytest
from tests.batch.samples import with_tables

from govdisclosure.batch.querying import Results, queries
from govdisclosure.batch.running import run_batch
from govdisclosure.batch.schemas import COLUMNS, TABLES
from govdisclosure.cli.commands import run
from govdisclosure.errors import UsageError

duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")

FIXTURES = Path(__file__).parent.parent / "fixtures" / "reports"
LATE = """<html><head><meta name="PubDate" content="{on}"></head><body><h1>{organ}2023年政府信息公开工作年度报告</h1>
<p>发布日期：{on}</p><h2>一、总体情况</h2><p>本机关按规定公开了信息，本年收到申请3件。</p><h2>二、主动公开政府信息情况</h2><p>无。</p>
<h2>三、收到和处理政府信息公开申请情况</h2><p>无。</p><h2>四、行政复议、行政诉讼情况</h2><p>无。</p>
<h2>五、存在的主要问题及改进情况</h2><p>公开不够及时，今后改进。</p><h2>六、其他需要报告的事项</h2><p>无。</p></body></html>"""
HOSTILE = (
    "SELECT * FROM read_csv('{file}')",
    "SELECT * FROM read_text('{file}')",
    "SELECT * FROM '{file}'",
    "COPY reports TO '{out}'",
    "ATTACH '{out}'",
    "EXPORT DATABASE '{out}'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "SET enable_external_access = true",
    "SELECT * FROM secret",
    "SELECT * FROM glob('/*')",
)
secret = [{"word": "hidden"}]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    inputs = tmp_path_factory.mktemp("in")
    for number, (organ, on) in enumerate(
        [("青山县水利局", "2024-05-20"), ("青山县财政局", "2024-01-15"), ("=白石县农业局", "2024-06-01")]
    ):
        (inputs / f"{number}.html").write_text(LATE.format(organ=organ, on=on), encoding="utf-8")
    (inputs / "broken.html").write_bytes(b"")
    (inputs / "county.txt").write_bytes((FIXTURES / "county-bureau-2010.txt").read_bytes())
    (inputs / "tables.html").write_bytes(with_tables())
    output = tmp_path_factory.mktemp("results") / "out"
    run_batch([inputs], output, workers=1)
    return output


def test_each_table_is_there_with_its_columns(folder):
    with Results(folder) as results:
        assert not results.unfinished
        for table in TABLES:
            answer = results.ask(f"SELECT * FROM {table}")  # noqa: S608
            assert answer.columns == tuple(COLUMNS[table])
        (count,) = next(results.ask("SELECT count(*) FROM reports").rows)
        assert count == 6


def test_which_organs_were_late_in_2023(folder, capsys):
    assert run(["query", str(folder), "--name", "late", "--year", "2023", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(row["organ"], row["kind"], row["due_on"], row["published_on"]) for row in found] == [
        ("白石县农业局", "fail", "2024-01-31", "2024-06-01"),
        ("青山县水利局", "fail", "2024-01-31", "2024-05-20"),
    ]
    run(["query", str(folder), "--name", "late", "--year", "2022", "--format", "json"])
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize("name", list(queries()))
def test_each_question_that_is_asked_often_has_an_answer(folder, name):
    with Results(folder) as results:
        found = list(results.named(name).rows)
    assert found


@pytest.mark.parametrize("sql", HOSTILE)
def test_a_statement_reaches_no_file_no_network_and_no_variable(folder, sql, tmp_path):
    mine = tmp_path / "mine.csv"
    mine.write_text("word\nhidden\n")
    out = tmp_path / "written"
    with Results(folder) as results, pytest.raises(UsageError) as refused:
        list(results.ask(sql.format(file=mine, out=out)).rows)
    assert not out.exists()
    assert "hidden" not in str(refused.value)


def test_nothing_in_the_folder_changes(folder):
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with Results(folder) as results:
        for sql in ("DROP VIEW reports", "DELETE FROM cells", "CREATE TABLE x AS SELECT 1"):
            try:
                list(results.ask(sql).rows)
            except UsageError:
                continue
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_file_of_duckdb_has_the_same_rows(folder, tmp_path):
    target = tmp_path / "all.duckdb"
    assert run(["query", str(folder), "--write", str(target)]) == 0
    with duckdb.connect(str(target), read_only=True) as written, Results(folder) as results:
        for table in TABLES:
            sql = f"SELECT * FROM {table} ORDER BY ALL"  # noqa: S608
            assert written.execute(sql).fetchall() == list(results.ask(sql).rows)
    assert run(["query", str(folder), "--write", str(target)]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["all.duckdb"]


def test_a_spreadsheet_takes_no_cell_for_a_formula(folder, capsys):
    sql = "SELECT '=1+1' AS one, '-2' AS two, organ FROM reports WHERE name LIKE '%2.html'"
    run(["query", str(folder), sql, "--format", "csv"])
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out.removeprefix("\ufeff"))))
    assert rows[1][:2] == ["'=1+1", "'-2"]


def test_a_terminal_is_not_steered(folder, capsys):
    run(["query", str(folder), "SELECT chr(27) || '[31m' || chr(10) || 'x' AS word"])
    assert capsys.readouterr().out == "word\n[31m x\n"


def test_what_is_wrong_is_said(folder, tmp_path, capsys):
    for arguments, word in (
        ([str(tmp_path), "SELECT 1"], "govdisclosure batch"),
        ([str(folder)], "--name"),
        ([str(folder), "--name", "lat"], "late"),
        ([str(folder), "--name", "unread", "--year", "2020"], "year"),
        ([str(folder), "SELEC 1"], "查询语句"),
    ):
        assert run(["query", *arguments]) == 2
        assert word in capsys.readouterr().err


def test_a_batch_that_is_not_done_is_said_to_be_so(folder, tmp_path, capsys):
    import shutil  # noqa: PLC0415

    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    about = json.loads((copy / "run.json").read_text())
    (copy / "run.json").write_text(json.dumps({**about, "state": "running"}))
    assert run(["query", str(copy), "--name", "years"]) == 0
    assert "尚未做完" in capsys.readouterr().err
    (copy / "run.json").write_text(json.dumps({**about, "made": {**about["made"], "tables": 99}}))
    assert run(["query", str(copy), "--name", "years"]) == 2


def test_a_table_without_rows_is_a_table(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(b"x")
    run_batch([tmp_path / "in"], tmp_path / "out", workers=1)
    for path in (tmp_path / "out" / "cells").iterdir():
        path.unlink()
    with Results(tmp_path / "out") as results:
        assert list(results.ask("SELECT * FROM cells").rows) == []
