"""The forms in which registers and catalogues are written: valid, located, the same each time, without a person."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from lxml import etree
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from govdisclosure.cli.commands import run
from govdisclosure.cli.outputs import ENTRY_FORMS

FIXTURES = Path(__file__).parent / "fixtures"
SARIF = Draft202012Validator(json.loads((FIXTURES / "sarif-2.1.0.schema.json").read_text("utf-8")))
JUNIT = etree.XMLSchema(etree.parse(FIXTURES / "junit.xsd"))
HEAD = "登记编号,申请人,联系方式,申请人类型,申请方式,申请日期,收到日期,所需信息,答复日期,办理结果\n"
PERSON = ("某某甲", "13800138000", "我家房子的征收补偿")
LATE = f"{{}},{PERSON[0]},{PERSON[1]},自然人,当面,2024-01-02,2024-01-02,{PERSON[2]},2024-06-03,予以公开\n"
MOBILE = "13900139000"
CASES = "案件编号,案件类型,申请/起诉日期,受理/立案日期,决定/判决日期,结果\n"
CASES += "7,行政复议,2024-01-02,2024-01-03,2024-12-30,维持\n"
FILED = {"html": "a.html", "xlsx": "a.xlsx"}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    # The number 7 stands in both files: a request and a case.
    (tmp_path / "requests.csv").write_text(HEAD + LATE.format("A1") + LATE.format("7") + LATE.format(MOBILE), "utf-8")
    (tmp_path / "cases 一.csv").write_text(CASES, "utf-8")
    return tmp_path


@pytest.fixture
def asked(capfd, folder):
    def run_(*args, form, files=("requests.csv", "cases 一.csv"), command=("register", "check")):
        named = ["--output", FILED[form]] if form in FILED else []
        status = run([*command, *files, "--format", form, *named, "--as-of", "2025-01-31", *args])
        written = capfd.readouterr()
        return status, (folder / FILED[form]).read_bytes() if form in FILED else written.out.encode(), written.err

    return run_


def words(form, data):
    if form != "xlsx":
        return data.decode()
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = b"".join(package.read(name) for name in package.namelist()).decode("utf-8", "replace")
    return parts + str([book.get_sheet_by_name(name).to_python() for name in book.sheet_names])


@pytest.mark.parametrize("form", ENTRY_FORMS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_form_names_the_entry_and_no_person_and_is_the_same_each_time(asked, form, lang):
    status, data, said = asked("--lang", lang, "--verbose", form=form)
    assert status == 1
    found = words(form, data)
    assert "REQ101" in found
    assert "A1" in found
    for word in (*PERSON, MOBILE):
        assert word not in found + said
    assert asked("--lang", lang, "--verbose", form=form)[1] == data


def test_sarif_is_valid_and_leads_to_the_file_and_the_line_of_the_entry(asked):
    _, data, _ = asked(form="sarif")
    document = json.loads(data)
    assert not [error.message for error in SARIF.iter_errors(document)]
    (log,) = document["runs"]
    files = [one["location"]["uri"] for one in log["artifacts"]]
    assert files == ["requests.csv", "cases%20%E4%B8%80.csv"]
    late = {
        one["properties"]["entry"]: one for one in log["results"] if one["ruleId"] == "REQ101" and one["kind"] == "fail"
    }
    assert set(late) == {"A1", "7", "*" * 11}
    for number, line in (("A1", 2), ("7", 3), ("*" * 11, 4)):
        (place,) = late[number]["locations"]
        assert place["physicalLocation"]["artifactLocation"]["uri"] == "requests.csv"
        assert place["physicalLocation"]["region"] == {"startLine": line}
        assert {"name": number, "kind": "element"} in place["logicalLocations"]
        assert "snippet" not in json.dumps(place)
    about_cases = [one for one in log["results"] if one["ruleId"].startswith("REM") and "entry" in one["properties"]]
    assert about_cases
    assert {one["locations"][0]["physicalLocation"]["artifactLocation"]["index"] for one in about_cases} == {1}
    assert "blankIs" not in log["properties"]


def test_annotations_stand_at_the_line_of_the_file(asked):
    _, data, _ = asked(form="github")
    lines = data.decode().splitlines()
    assert any(re.match(r"::error file=requests\.csv,line=2,title=REQ101 [^:]*::A1 ", line) for line in lines)
    assert not [line for line in lines if "、" in line.split("::")[1].split("title=")[0]]


def test_a_number_that_stands_in_two_files_leads_to_both_and_to_no_line(asked, folder):
    (folder / "more.csv").write_text(HEAD + LATE.format("A1"), "utf-8")
    _, data, _ = asked(form="sarif", files=("requests.csv", "more.csv"))
    found = [
        one for one in json.loads(data)["runs"][0]["results"]
        if one["ruleId"] == "REQ101" and one["properties"].get("entry") == "A1"
    ]  # fmt: skip
    assert found
    for one in found:
        physical = [place["physicalLocation"] for place in one["locations"]]
        assert [place["artifactLocation"]["uri"] for place in physical] == ["requests.csv", "more.csv"]
        assert not any("region" in place for place in physical)


def workbook(path):
    with Workbook(path) as book:
        sheet = book.add_worksheet("申请")
        for n, row in enumerate(csv.reader(io.StringIO(HEAD + LATE.format("A1")))):
            sheet.write_row(n, 0, row)


def test_a_workbook_and_json_have_rows_and_no_lines(asked, folder):
    workbook(folder / "r.xlsx")
    entry = {"id": "A1", "applicant_kind": "natural_person", "channel": "in_person", "filed_on": "2024-01-02",
             "received_on": "2024-01-02", "replied_on": "2024-06-03", "outcome": "granted"}  # fmt: skip
    (folder / "r.json").write_text(json.dumps({"schema": 1, "requests": [entry]}), "utf-8")
    rows = {}
    for name in ("r.xlsx", "r.json"):
        _, data, _ = asked(form="sarif", files=(name,))
        document = json.loads(data)
        assert not list(SARIF.iter_errors(document))
        about = [one for one in document["runs"][0]["results"] if one["properties"].get("entry") == "A1"]
        assert about
        assert not any("region" in place["physicalLocation"] for one in about for place in one["locations"])
        rows[name] = {one["properties"].get("row") for one in about}
        assert "line=" not in asked(form="github", files=(name,))[1].decode()
    assert rows == {"r.xlsx": {2}, "r.json": {1}}


def test_junit_of_a_register_is_valid_and_a_bad_row_is_an_error(asked, folder):
    _, data, _ = asked(form="junit")
    root = etree.fromstring(data)
    JUNIT.assertValid(root)
    assert (root.get("errors"), int(root.get("failures")) > 0) == ("0", True)
    (folder / "bad.csv").write_text(HEAD + LATE.format("A1") + LATE.format("A2").replace("2024-06-03", "昨天"), "utf-8")
    status, data, _ = asked(form="junit", files=("bad.csv",))
    root = etree.fromstring(data)
    JUNIT.assertValid(root)
    assert status == 3
    assert int(root.get("errors")) > 0
    status, data, _ = asked(form="sarif", files=("bad.csv",))
    (invocation,) = json.loads(data)["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "row-fault" in {note["descriptor"]["id"] for note in invocation["toolExecutionNotifications"]}


@pytest.mark.parametrize("form", ["sarif", "junit", "json", "jsonl", "github", "html", "xlsx"])
def test_a_file_that_cannot_be_read_is_said_in_each_form(asked, folder, form):
    (folder / "no.csv").write_text("a,b\n", "utf-8")
    status, data, said = asked(form=form, files=("no.csv",)) if form != "html" else (3, b"no.csv", "no.csv")
    assert status == 3
    assert "no.csv" in words(form, data)
    assert "no.csv" in said


def test_a_catalogue_is_written_in_each_form(asked, folder):
    (folder / "c.csv").write_text(
        "索引号,标题,公开属性,生成日期,发布日期\nB1,预算,主动公开,2024-01-02,2024-12-02\n", "utf-8"
    )
    for form in ENTRY_FORMS:
        status, data, _ = asked(form=form, files=("c.csv",), command=("items", "check"))
        assert status in {0, 1}
        if form == "sarif":
            results = json.loads(data)["runs"][0]["results"]
            spots = {
                place["physicalLocation"].get("region", {}).get("startLine")
                for one in results if one["properties"].get("entry") == "B1" for place in one["locations"]
            }  # fmt: skip
            assert spots == {2}


def test_the_page_of_a_register_is_whole_and_has_states(asked, folder):
    run(["register", "check", "requests.csv", "--write-baseline", "known.json"])
    (folder / "s.toml").write_text(
        '[[suppress]]\ncode = "REQ101"\nentry = "A1"\nreason = "已另行处理"\nby = "办公室"\n', "utf-8"
    )
    (folder / "requests.csv").write_text(HEAD + LATE.format("A0") + LATE.format("A1") + LATE.format("7"), "utf-8")
    decided = ("--baseline", "known.json", "--suppressions", "s.toml")
    _, data, _ = asked(*decided, form="html", files=("requests.csv",))
    page = data.decode()
    assert page.startswith("<!DOCTYPE html>")
    assert "Content-Security-Policy" in page
    states = re.findall(r'data-rule="REQ101" data-state="(\w*)"', page)
    assert sorted(filter(None, states)) == ["new", "suppressed", "unchanged"]
    assert "已抑制：已另行处理（办公室）" in page
    _, data, _ = asked(*decided, form="sarif", files=("requests.csv",))
    found = json.loads(data)["runs"][0]["results"]
    assert {one.get("baselineState") for one in found} >= {"new", "unchanged"}


@pytest.mark.usefixtures("folder")
def test_an_opinion_sheet_is_about_a_report(capfd):
    assert run(["register", "check", "requests.csv", "--format", "docx", "--output", "a.docx"]) == 2
    assert run(["register", "check", "requests.csv", "--format", "xlsx"]) == 2
    assert "--output" in capfd.readouterr().err
