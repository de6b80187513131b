"""What a batch found, asked in SQL that reaches nothing else."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from tests.batch.samples import with_tables

from govdisclosure.batch.kernel import Kernel
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


def test_what_could_not_be_judged_is_counted_beside_those_that_were_late(folder, tmp_path, capsys):
    run(["query", str(folder), "--name", "late", "--year", "2023"])
    assert "另有 1 份" in capsys.readouterr().err  # the broken one, of whatever year
    with Results(folder) as results:
        assert results.named("late", year=2022).unjudged == 2  # and the one without a date
        assert results.named("late", organ="青山县财政局").unjudged == 1
        assert results.named("unread").unjudged == 0
    (tmp_path / "a.html").write_text(LATE.format(organ="青山县水利局", on="2024-05-20"), encoding="utf-8")
    run_batch([tmp_path / "a.html"], tmp_path / "out", workers=1, kernel=Kernel(ignore="DDL"))
    with Results(tmp_path / "out") as results:
        answer = results.named("late", year=2023)
        assert (list(answer.rows), answer.unjudged) == ([], 1)


def test_a_picture_in_a_folder_is_no_report_that_was_not_judged(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.html").write_text(LATE.format(organ="青山县水利局", on="2024-01-15"), encoding="utf-8")
    (tmp_path / "in" / "seal.png").write_bytes(b"\x89PNG")
    run_batch([tmp_path / "in"], tmp_path / "out", workers=1)
    with Results(tmp_path / "out") as results:
        assert results.named("late").unjudged == 0
        assert [row[0].endswith("seal.png") for row in results.named("unread").rows] == [True]


def test_organs_of_which_no_report_of_a_year_was_read(folder, tmp_path):
    with Results(folder) as results:
        found = list(results.named("missing", year=2022).rows)
    assert ("青山县财政局", 2022) in found
    assert ("青石县水利局", 2022) not in found
    report = LATE.format(organ="青山县水利局", on="2024-01-15")
    for year in ("2020", "2023"):
        (tmp_path / f"{year}.html").write_text(report.replace("2023", year), encoding="utf-8")
    run_batch([tmp_path / "*.html"], tmp_path / "out", workers=1)
    with Results(tmp_path / "out") as results:
        assert list(results.named("missing").rows) == [("青山县水利局", 2021), ("青山县水利局", 2022)]


def test_year_and_organ_are_values_of_a_statement_of_ones_own(folder, capsys):
    sql = "SELECT count(*) AS n FROM reports WHERE year = $year AND organ = $organ"
    assert run(["query", str(folder), sql, "--year", "2023", "--organ", "青山县财政局", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == [{"n": 1}]
    assert run(["query", str(folder), sql, "--year", "2023"]) == 2
    assert "$organ" in capsys.readouterr().err
    assert run(["query", str(folder), "SELECT 1", "--year", "2023"]) == 2


def test_columns_of_one_name_do_not_hide_each_other(folder, capsys):
    run(["query", str(folder), "SELECT 1 AS a, 2 AS a, 3 AS a_2", "--format", "jsonl"])
    assert json.loads(capsys.readouterr().out) == {"a": 1, "a_2": 2, "a_2_2": 3}


def test_a_value_that_cannot_be_turned_into_another_is_one_line_and_no_traceback(folder, capsys):
    sql = "SELECT CASE WHEN range > 5000 THEN CAST('张三13800138000' AS INT) ELSE 1 END AS n FROM range(9000)"
    assert run(["query", str(folder), sql, "--format", "csv"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "13800138000" not in said


def test_a_file_that_cannot_be_written_is_said(folder, tmp_path, capsys):
    assert run(["query", str(folder), "--write", str(tmp_path / "none" / "x.duckdb")]) == 2
    assert "x.duckdb" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", list(queries()))
def test_each_question_that_is_asked_often_has_an_answer(folder, name):
    with Results(folder) as results:
        found = list(results.named(name, year=2020 if name == "missing" else None).rows)
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


@pytest.mark.parametrize("sql", HOSTILE)
def test_the_database_itself_is_closed_were_such_a_statement_let_through(folder, sql, tmp_path):
    mine, out = tmp_path / "mine.csv", tmp_path / "written"
    mine.write_text("word\nhidden\n")
    with Results(folder) as results, pytest.raises(duckdb.Error):
        results._connection.execute(sql.format(file=mine, out=out)).fetchall()  # noqa: SLF001
    assert not out.exists()


@pytest.mark.parametrize(
    "sql", ["SELECT 1; SELECT 2", "", "DROP VIEW reports", "CREATE TABLE x AS SELECT 1", "CALL truncate_duckdb_logs()"]
)
def test_one_statement_that_reads_is_all_that_is_run(folder, sql):
    with Results(folder) as results, pytest.raises(UsageError, match="one statement"):
        results.ask(sql)


def test_a_part_that_is_a_link_out_of_the_folder_is_not_read(folder, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    part = next((copy / "reports").iterdir())
    other = tmp_path / "other.parquet"
    part.rename(other)
    part.symlink_to(other)
    with Results(copy) as results:
        assert list(results.ask("SELECT name FROM reports").rows) == []


def test_the_folder_may_have_any_name(folder, tmp_path):
    copy = tmp_path / "a %20b [x]*#'é 目录"
    shutil.copytree(folder, copy)
    with Results(copy) as results:
        assert next(results.ask("SELECT count(*) FROM reports").rows) == (6,)
        results.write(tmp_path / "a'b.duckdb")
    assert (tmp_path / "a'b.duckdb").exists()


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
    sql = "SELECT '=1+1' AS one, '-2' AS two, -2 AS three, -0.5::DECIMAL(3,1) AS four"
    run(["query", str(folder), sql, "--format", "csv"])
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out.removeprefix("\ufeff"))))
    assert rows[1] == ["'=1+1", "'-2", "-2", "-0.5"]


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
