import csv
import io
import json
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from govdisclosure.cli.commands import run
from govdisclosure.cli.forms import SHARED
from govdisclosure.errors import ReadError
from govdisclosure.law import cite
from govdisclosure.model.report import AnnualReport
from govdisclosure.register.files.escaping import unescaped
from govdisclosure.rules.outcome import Assessment, Kind, Level, Message, Outcome
from govdisclosure.writing.annotations import annotations
from govdisclosure.writing.delimited import COLUMNS, outcomes_csv
from govdisclosure.writing.junit import junit_xml
from govdisclosure.writing.lines import json_lines
from govdisclosure.writing.markdown import markdown_report
from govdisclosure.writing.run import Remark, Run, remarks

ROOT = Path(__file__).resolve().parent.parent
BAD = "=cmd|'/C calc'!A0 | `x` <script>\r\n::error::y % @all https://e.x \x1b[2J\x00 ]]> \""
HEAD = "登记编号,申请人类型,申请方式,申请日期,收到日期,答复日期,办理结果\n"
LATE = "A1,自然人,当面,2024-01-02,2024-01-02,2024-06-03,予以公开\n"


def hostile():
    outcomes = tuple(
        Outcome(
            rule=f"STR10{n}", name="n", kind=kind, level=Level.ERROR if kind is Kind.FAIL else Level.NOTE,
            message=Message(BAD, BAD), cites=(cite("regulation-2019:50"),), subject=f"s:{n}", quote=BAD,
            fingerprint=f"{n:016x}",
        )
        for n, kind in enumerate((Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.PASS, Kind.NOT_APPLICABLE), 1)
    )  # fmt: skip
    assessment = Assessment(report=AnnualReport(), outcomes=outcomes, crashed=(("STR109", "KeyError"),))
    return Run(assessed=((BAD, assessment),), unread=(ReadError("坏.txt", BAD, BAD),), ruleset="1")


def test_junit_counts_and_holds_hostile_text():
    root = ET.fromstring(junit_xml(hostile()).encode())  # noqa: S314  our own output
    first, unread = root.findall("testsuite")
    assert [root.get(name) for name in ("tests", "failures", "errors")] == ["7", "1", "2"]
    assert [suite.get("skipped") for suite in root] == ["3", "0"]
    assert {child.tag for case in first.findall("testcase") for child in case} == {"failure", "skipped", "error"}
    assert all(len(case) <= 1 for case in root.iter("testcase"))
    assert unread.find("testcase/error") is not None
    assert "<script>" in first.find("testcase/failure").get("message")


def test_csv_reads_back_and_no_cell_is_a_formula():
    text = outcomes_csv(hostile(), "en")
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:], newline="")))
    assert rows[0] == [en for en, _ in COLUMNS]
    assert not any(cell[:1] in {"=", "+", "-", "@", "\t", "\r"} for row in rows for cell in row)
    assert {len(row) for row in rows} == {len(COLUMNS)}
    message = rows[1][rows[0].index("message")]
    assert unescaped(message).startswith("=cmd|")
    assert len(rows) == 1 + 5 + 2


def test_markdown_rows_keep_their_cells_and_nothing_is_markup():
    text = "".join(markdown_report(hostile(), verbose=True))
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert len(rows) == 6
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {6}
    assert "<script" not in text
    assert "@all" not in text
    assert "https://" not in text


def test_annotations_are_one_command_a_line():
    lines = "".join(annotations(hostile(), "en")).splitlines()
    assert len(lines) == 3 + 2
    assert all(re.match(r"::(error|warning|notice) [^:\r\n]*::", line) for line in lines)
    assert "%25" in lines[0]


def test_json_lines_are_objects_with_a_type():
    found = [json.loads(line) for line in "".join(json_lines(hostile())).splitlines()]
    assert [one["type"] for one in found] == ["run"] + ["outcome"] * 5 + ["crashed", "unread"]
    assert all(isinstance(one, Remark) for one in remarks(hostile()))


@pytest.fixture
def reports(tmp_path, monkeypatch):
    shutil.copytree(ROOT / "examples", tmp_path / "in", ignore=shutil.ignore_patterns("register"))
    monkeypatch.chdir(tmp_path)
    return "in"


@pytest.mark.parametrize("form", SHARED)
def test_the_same_input_gives_the_same_bytes(form, reports, tmp_path):
    for name in ("a", "b"):
        run(["check", reports, "--format", form, "--output", name])
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes() != b""


@pytest.mark.parametrize("form", SHARED)
def test_a_register_is_written_in_each_form(form, tmp_path, capsys):
    path = tmp_path / "r.csv"
    path.write_text(HEAD + LATE, "utf-8")
    assert run(["register", "check", str(path), "--format", form]) == 1
    assert "REQ101" in capsys.readouterr().out


def test_with_a_baseline_only_what_is_new_counts(tmp_path, capsys):
    path, known = tmp_path / "r.csv", str(tmp_path / "known.json")
    path.write_text(HEAD + LATE, "utf-8")
    assert run(["register", "check", str(path), "--write-baseline", known]) == 1
    assert run(["register", "check", str(path), "--baseline", known]) == 0
    assert "未变" in capsys.readouterr().out
    path.write_text(HEAD + LATE.replace("A1", "A0") + LATE, "utf-8")
    assert run(["register", "check", str(path), "--baseline", known, "--format", "json"]) == 1
    (result,) = json.loads(capsys.readouterr().out)["results"]
    fails = {
        one["entry"]: one["change"] for one in result["outcomes"] if one["rule"] == "REQ101" and one["kind"] == "fail"
    }
    assert fails == {"A0": "new", "A1": "unchanged"}


def test_sarif_has_states_and_suppressions(reports, tmp_path, capsys):
    run(["check", reports, "--write-baseline", "known.json"])
    before = (tmp_path / "known.json").read_bytes()
    known = json.loads(before)["entries"]
    assert known
    one = known[0]
    (tmp_path / "s.toml").write_text(
        f'[[suppress]]\ncode = "{one["rule"]}"\nfingerprint = "{one["fingerprint"]}"\nreason = "已说明"\n', "utf-8"
    )
    capsys.readouterr()
    args = ["check", reports, "--baseline", "known.json", "--suppressions", "s.toml", "--format", "sarif"]
    assert run([*args, "--fail-on", "open"]) in {0, 3}
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert {r["baselineState"] for r in results if "baselineState" in r} == {"unchanged"}
    assert [one["justification"] for r in results for one in r["suppressions"]] == ["已说明"]
    run(["check", reports, "--baseline", "known.json", "--write-baseline", "known.json"])
    assert (tmp_path / "known.json").read_bytes() == before
