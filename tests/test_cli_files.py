from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from govdisclosure.cli import commands
from govdisclosure.documents import read_bytes

REPORTS = Path(__file__).resolve().parent / "fixtures" / "reports"
ONE, OTHER = REPORTS / "unified-2023.html", REPORTS / "county-bureau-2010.txt"


@pytest.fixture
def call(capfd):
    def run(*args):
        status = commands.run([str(arg) for arg in args])
        written = capfd.readouterr()
        return status, written.out, written.err

    return run


def test_one_report_is_one_page_on_standard_output_or_in_a_file(call, tmp_path):
    status, out, _ = call("check", ONE, "--format", "html")
    assert status == 0
    assert out.startswith("<!DOCTYPE html>")
    assert call("check", ONE, "--format", "html", "--output", tmp_path / "page.html")[0] == 0
    assert (tmp_path / "page.html").read_text("utf-8") == out


def test_several_reports_are_a_folder_with_an_index_and_no_name_twice(call, tmp_path):
    copy = tmp_path / "in" / "county-bureau-2010.txt"
    copy.parent.mkdir()
    copy.write_bytes(OTHER.read_bytes())
    bad = tmp_path / "in" / "index.txt"
    bad.write_text("无关", "utf-8")
    folder = tmp_path / "new" / "pages"
    status, _, _ = call("check", OTHER, copy, ONE, bad, "--format", "html", "--output", folder, "--fail-on", "never")
    assert status == 3
    names = {"county-bureau-2010.html", "county-bureau-2010-2.html", "unified-2023.html", "index.html"}
    assert {path.name for path in folder.iterdir()} == names
    assert "index.txt" in (folder / "index.html").read_text("utf-8")


def test_a_report_named_index_or_with_odd_signs_stays_in_the_folder(call, tmp_path):
    for name in ("index.txt", "..<b>'&.txt", "联系13800138000.txt"):
        (tmp_path / name).write_bytes(OTHER.read_bytes())
    folder = tmp_path / "pages"
    call("check", *sorted(tmp_path.glob("*.txt")), "--format", "html", "--output", f"{folder}/")
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 4
    assert {"index.html", "index_.html"} <= set(names)
    assert not [name for name in names if set(name) & set("<>'&*/") or "138001" in name]


def test_several_reports_need_a_folder_and_an_office_file_a_name(call, tmp_path):
    assert call("check", ONE, OTHER, "--format", "html", "--output", tmp_path / "a.html")[0] == 2
    assert not (tmp_path / "a.html").exists()
    status, out, complaint = call("check", ONE, OTHER, "--format", "html")
    assert (status, out) == (2, "")
    assert "--output" in complaint
    assert call("check", ONE, "--format", "docx")[0] == 2
    assert call("check", ONE, "--format", "xlsx", "--output", tmp_path)[0] == 2


def test_an_opinion_sheet_a_report_and_one_workbook(call, tmp_path):
    assert call("check", ONE, "--format", "docx", "--output", tmp_path / "o.docx")[0] == 0
    assert "核查意见" in read_bytes((tmp_path / "o.docx").read_bytes()).text
    assert call("check", ONE, OTHER, "--format", "docx", "--output", tmp_path / "sheets")[0] == 0
    assert len(list((tmp_path / "sheets").iterdir())) == 2
    assert call("check", ONE, OTHER, "--format", "xlsx", "--output", tmp_path / "o.xlsx")[0] == 0
    assert (tmp_path / "o.xlsx").read_bytes().startswith(b"PK")


def test_decisions_reach_pages_sheets_and_workbooks(call, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    call("check", OTHER, "--write-baseline", "known.json")
    (tmp_path / "s.toml").write_text('[[suppress]]\ncode = "ZZZ"\nsubject = "x"\nreason = "旧"\n', "utf-8")
    decided = ("--baseline", "known.json", "--suppressions", "s.toml")
    assert call("check", OTHER, ONE, "--format", "html", "--output", "pages", *decided)[0] == 0
    page, index = ((tmp_path / "pages" / name).read_text("utf-8") for name in ("county-bureau-2010.html", "index.html"))
    assert 'data-state="unchanged"' in page
    assert 'data-state="new"' not in page
    assert "未变" in index
    assert "抑制清单第1条" in index
    assert call("check", OTHER, "--format", "docx", "--output", "o.docx", *decided)[0] == 0
    text = read_bytes((tmp_path / "o.docx").read_bytes()).text
    assert "请核实后改正（0处）" in text
    assert "此前已掌握、本次仍有" in text
    assert call("check", OTHER, "--format", "xlsx", "--output", "o.xlsx", *decided)[0] == 0
    book = CalamineWorkbook.from_path(str(tmp_path / "o.xlsx"))
    assert book.sheet_names[-1] == "基线和抑制"
    rows = book.get_sheet_by_name("核查结果").to_python()
    assert {row[rows[0].index("与基线比较")] for row in rows[1:]} == {"", "未变"}
