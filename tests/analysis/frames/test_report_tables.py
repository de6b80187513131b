import json
import shutil
import zipfile
from pathlib import Path

import pytest

import govdisclosure.analysis as ga
from govdisclosure import Kernel, run_batch
from govdisclosure.batch.schemas import TABLES, schema
from govdisclosure.errors import ReadError, UsageError
from govdisclosure.rules.outcome import Message

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
pq = pytest.importorskip("pyarrow.parquet")

ROOT = Path(__file__).parents[3]
REPORTS = ROOT / "tests" / "fixtures" / "reports"
KERNEL = Kernel(select=("STR", "SUM"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Three reports, one that is a picture by its name, and two that cannot be read."""
    made = tmp_path_factory.mktemp("frames") / "in"
    made.mkdir()
    for name in ("unified-2023.html", "unified-2019.html", "township-2013.txt"):
        shutil.copy(REPORTS / name, made / name)
    (made / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (made / "<b>broken.html").write_bytes(b"")
    shutil.copy(REPORTS / "notice.txt", made / "notice.txt")
    return made


@pytest.fixture(scope="module")
def tables(folder):
    return ga.report_tables(folder, kernel=KERNEL)


@pytest.fixture(scope="module")
def results(folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("frames") / "out"
    run_batch([folder], out, workers=1, kernel=KERNEL, chunk=1)
    return out


def every(tables):
    return {name: getattr(tables, name).to_arrow() for name in TABLES}


def test_what_is_read_here_is_what_a_batch_writes(tables, results):
    keys = [json.loads(line)["key"] for line in (results / "journal.ndjson").read_text("utf-8").splitlines()]
    assert keys != sorted(keys), "the order of the files is another than that of the documents"
    here, there = every(tables), every(ga.report_tables(results))
    for name in TABLES:
        assert here[name].schema.equals(schema(name), check_metadata=True)
        assert there[name].schema.equals(schema(name), check_metadata=True)
        assert here[name].to_pylist() == there[name].to_pylist(), "the same rows, in the order of the documents"
        assert here[name].num_rows > 0


def test_what_cannot_be_read_is_a_row_with_the_reason(tables):
    assert tables.reports.to_arrow().column("status").to_pylist().count("unread") == 3
    rows = tables.unread.to_arrow().to_pylist()
    assert [Path(row["name"]).name for row in rows] == ["<b>broken.html", "notice.txt"], "a picture is no fault"
    assert all(row["fault_zh"] and row["fault_en"] for row in rows)
    gone = ga.report_tables("nowhere/at/all")
    assert len(gone.unread) == 1
    assert len(gone.cells) == 0


@pytest.mark.parametrize("form", ["list", "paths", "pattern", "archive", "ndjson", "parquet"])
def test_whatever_a_batch_takes_is_taken(form, folder, tables, tmp_path, monkeypatch):
    named = sorted(folder.glob("*-20*"))
    monkeypatch.chdir(tmp_path)
    if form == "list":
        Path("list.txt").write_text("\n".join(map(str, named)), encoding="utf-8")
    with zipfile.ZipFile("all.zip", "w") as archive:
        for path in named:
            archive.write(path, path.name)
    lines = [{"name": path.name, "text": path.read_text("utf-8")} for path in named]
    Path("all.ndjson").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    pq.write_table(
        pa.table({"name": [p.name for p in named], "content": [p.read_bytes() for p in named]}), "all.parquet"
    )
    given = {
        "list": "@list.txt",
        "paths": [named[0], str(named[1]), named[2]],
        "pattern": str(folder / "*-20*"),
        "archive": Path("all.zip"),
        "ndjson": "all.ndjson",
        "parquet": "all.parquet",
    }
    found = ga.report_tables(given[form], kernel=KERNEL)
    assert len(found.reports) == 3
    assert len(found.unread) == 0
    assert found.cells.to_arrow().drop(["name"]) == tables.cells.to_arrow().drop(["name"])


def test_workers_find_the_same(folder, tables):
    told = []
    found = ga.report_tables(
        folder, kernel=KERNEL, workers=1, progress=lambda done, resumed: told.append((done, resumed))
    )
    assert every(found) == every(tables)
    assert told[-1] == (6, 0)


def test_progress_is_told_of_each_document(folder):
    told = []
    ga.report_tables(folder, kernel=KERNEL, progress=lambda *far: told.append(far))
    assert told == [(n, 0) for n in range(1, 7)]


def test_two_are_put_together_and_some_rows_are_chosen(tables, results):
    both = tables + ga.report_tables(results)
    assert len(both.cells) == 2 * len(tables.cells)
    assert both.rows("cells") == len(both.cells)
    assert len(both.unread) == 4
    some = both.where(year=2023)
    assert set(some.cells.to_arrow().column("year").to_pylist()) == {2023}
    assert 0 < len(some.cells) < len(both.cells)
    assert some.rows("cells") == len(some.cells)
    assert len(some.unread) == 4, "what was not read may be of any year"
    (organ,) = set(some.reports.to_arrow().column("organ").to_pylist())
    assert both.where(organ=organ, year=range(2020, 2030)).cells.to_arrow() == some.cells.to_arrow()
    assert both.where(organ=[organ]).where(year=2019).rows("reports") == 0
    assert both.where(year=99_999).rows("reports") == 0
    assert both.where() is both
    numpy = pytest.importorskip("numpy")
    assert both.where(year=numpy.array([2023])).rows("cells") == len(some.cells)
    assert both.where(year=numpy.int64(2023)).rows("cells") == len(some.cells)


def test_a_report_whose_year_or_organ_was_not_read_is_left_out_and_counted(tables):
    def changed(column):
        reports = tables.reports.to_arrow()
        place = reports.column_names.index(column)
        rows = pa.nulls(reports.num_rows, reports.schema.field(column).type)
        return ga.ReportTables.of({"reports": reports.set_column(place, reports.schema.field(column), rows)})

    assert tables.where(year=2023).notes == ()
    (note,) = changed("year").where(year=2023).notes
    assert note.zh.startswith("另有 3 份报告没有读出")
    assert changed("year").where(organ="某局").notes == ()
    assert changed("organ").where(organ="某局").notes == (note,)
    both = changed("year").where(year=2023) + changed("year").where(year=2022)
    assert both.notes[0].zh.startswith("另有 6 份报告没有读出")


def test_a_folder_of_results_stands_beside_documents(folder, results, tables):
    found = ga.report_tables([results, folder / "unified-2023.html"])
    assert len(found.reports) == len(tables.reports) + 1
    with pytest.raises(UsageError, match="kernel"):
        ga.report_tables(results, kernel=KERNEL)


def test_results_that_are_not_whole_are_told_in_words(results, tmp_path):
    def changed(name, change):
        copy = tmp_path / name
        shutil.copytree(results, copy)
        run = json.loads((copy / "run.json").read_text("utf-8"))
        change(copy, run)
        (copy / "run.json").write_text(json.dumps(run), "utf-8")
        return copy

    def running(_, run):
        run.update(state="running", totals=None)

    def older(copy, _):
        shutil.rmtree(copy / "mechanisms")

    def version(_, run):
        run["made"]["tables"] = 99

    def fewer(copy, _):
        next((copy / "reports").glob("part-*")).unlink()

    def damaged(copy, _):
        for part in (copy / "cells").glob("part-*"):
            part.write_bytes(b"no parquet")

    assert ga.report_tables(results).notes == ()
    assert "尚未完成" in ga.report_tables(changed("running", running)).notes[0].zh
    old = ga.report_tables(changed("older", older))
    assert len(old.mechanisms) == 0
    assert "mechanisms" in old.notes[0].zh
    assert "mechanisms" in old._repr_html_()
    with pytest.raises(UsageError, match="99"):
        ga.report_tables(changed("version", version))
    with pytest.raises(UsageError, match="不完整"):
        ga.report_tables(changed("fewer", fewer))
    broken = ga.report_tables(changed("damaged", damaged))
    assert len(broken.claims) > 0
    with pytest.raises(UsageError, match="读不出"):
        _ = broken.cells


def test_a_wrong_call_is_an_error_and_not_a_row(folder):
    with pytest.raises(UsageError):
        ga.report_tables(folder, kernel=Kernel(select="XXX999"))
    with pytest.raises(UsageError, match="int"):
        ga.report_tables([5])
    with pytest.raises(UsageError):
        ga.report_tables(folder, lang="fr")
    assert not issubclass(UsageError, ReadError)


def test_they_show_what_was_read_found_and_not_read_in_both_languages(tables):
    assert repr(tables).startswith("<ReportTables 3 read, 2 not read; ")
    shown = tables._repr_html_()
    fails = sum(one or 0 for one in tables.reports.to_arrow().column("fail").to_pylist())
    for words in ("读取 3 份报告，未能读取 2 份", "3 reports read, 2 not read", f"不符 {fails} 项", f"{fails} failed"):
        assert words in shown
    reason = tables.unread.to_arrow().column("fault_zh").to_pylist()[0]
    assert reason in shown
    assert "&lt;b&gt;broken" in shown
    assert "<b>broken" not in shown
    assert "<script" not in shown


def test_only_the_first_reasons_are_shown_and_how_many_more(tmp_path):
    for number in range(9):
        (tmp_path / f"{number}.html").write_bytes(b"")
    shown = ga.report_tables(tmp_path)._repr_html_()
    assert "4.html" in shown
    assert "5.html" not in shown
    assert "4 more" in shown


def test_tables_in_memory_are_taken_with_what_is_not_whole(tables):
    note = Message("只有各格", "cells alone")
    found = ga.ReportTables.of({"cells": tables.cells.to_arrow()}, (note,))
    assert len(found.cells) == len(tables.cells)
    assert len(found.outcomes) == 0
    assert "cells alone" in found._repr_html_()
    assert (found + found).notes == (note,)
    few = ga.ReportTables.of({"cells": pa.table({"name": ["a"], "year": [2023], "mine": [1]})})
    assert few.cells.columns == tables.cells.columns
    assert len((few + tables).where(year=2023).cells) > 1
    with pytest.raises(UsageError, match="cells"):
        ga.ReportTables.of({"cells": pa.table({"name": ["a"], "year": ["二〇二三"]})})
