import json
import re
from pathlib import Path

import pytest

import govdisclosure
from govdisclosure.cli.commands import run
from govdisclosure.model.forms import TableName
from govdisclosure.register.files import read_catalogue, read_register

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "examples" / "register"
BOOKS = [str(FOLDER / "requests.csv"), str(FOLDER / "cases.csv")]
CATALOGUE = str(FOLDER / "catalogue.csv")
HEAD = "登记编号,申请人,联系方式,申请人类型,申请方式,申请日期,收到日期,所需信息,答复日期,办理结果\n"
PERSON = ("某某甲", "13800138000", "我家房子的征收补偿")
LATE = f"A1,{PERSON[0]},{PERSON[1]},自然人,当面,2024-01-02,2024-01-02,{PERSON[2]},2024-06-03,予以公开\n"


def asked(capsys, *args):
    status = run(args)
    out, err = capsys.readouterr()
    return status, out, err


def as_json(capsys, *args, status=0):
    found, out, _ = asked(capsys, *args, "--format", "json")
    assert found == status
    return json.loads(out)


def test_the_register_of_the_example_is_in_order(capsys):
    args = ("register", "check", *BOOKS, "--items", CATALOGUE, "--as-of", "2024-12-31")
    status, out, err = asked(capsys, *args)
    assert (status, err) == (0, "")
    assert "12件申请 · 2件复议诉讼" in out
    found = as_json(capsys, *args)
    (result,) = found["results"]
    assert found["tool"]["as_of"] == "2024-12-31"
    assert (result["register"]["requests"], result["register"]["cases"]) == (12, 2)
    assert (result["counts"]["fail"], result["counts"]["review"], result["faults"]) == (0, 0, [])
    assert result["counts"]["pass"] > 10


def test_a_late_reply_is_found_by_its_number_and_nothing_personal_is_said(capsys, tmp_path):
    path = tmp_path / "登记簿.csv"
    path.write_bytes((HEAD + LATE).encode("gb18030"))
    status, out, err = asked(capsys, "register", "check", str(path))
    assert status == 1
    assert re.search(r"不符（错误） REQ101 .*A1", out)
    found = as_json(capsys, "register", "check", str(path), status=1)
    (late,) = [one for one in found["results"][0]["outcomes"] if one["rule"] == "REQ101" and one["kind"] == "fail"]
    assert (late["entry"], late["at"]["line"]) == ("A1", 2)
    assert not any(words in out + err + json.dumps(found, ensure_ascii=False) for words in PERSON)


def test_a_bad_row_is_named_and_the_others_are_judged(capsys, tmp_path):
    path = tmp_path / "r.csv"
    path.write_text(HEAD + LATE + LATE.replace("A1", "A2").replace("2024-06-03", "昨天下午"), "utf-8")
    status, out, err = asked(capsys, "register", "check", str(path))
    assert status == 3
    assert "REQ101" in out
    assert "第3行“答复日期”" in out
    assert "昨天下午" not in out + err


def test_the_catalogue_of_the_example_has_no_fault(capsys):
    found = as_json(capsys, "items", "check", CATALOGUE, "--as-of", "2024-12-31")
    outcomes = found["results"][0]["outcomes"]
    rate = next(one for one in outcomes if one["rule"] == "ITM101" and "rate" in one["facts"])
    assert (rate["facts"]["numerator"], rate["facts"]["denominator"]) == (7, 7)
    assert not [one for one in outcomes if one["kind"] in {"fail", "review"}]


def test_an_item_that_must_be_published_and_is_not_is_listed(capsys, tmp_path):
    text = Path(CATALOGUE).read_text("utf-8")
    text = text.replace("2024-06-12,主动公开", ",主动公开").replace("2024-06-04,网站", "2024-06-04,")
    path = tmp_path / "目录.csv"
    path.write_text(text, "utf-8")
    found = as_json(capsys, "items", "check", str(path), "--as-of", "2024-12-31", status=1)
    outcomes = found["results"][0]["outcomes"]
    assert {one["entry"] for one in outcomes if one["rule"] == "ITM101" and one["kind"] == "fail"} == {"QS-SL-003"}
    rate = next(one for one in outcomes if one["rule"] == "ITM101" and "rate" in one["facts"])
    assert (rate["facts"]["numerator"], rate["facts"]["denominator"]) == (6, 7)
    assert rate["facts"]["missing"] == ["QS-SL-003"]


def test_every_cell_of_the_compiled_tables_lists_the_entries_behind_it(capsys):
    found = as_json(capsys, "register", "compile", *BOOKS, "--items", CATALOGUE, "--year", "2024")
    requests = found["statistics"]["requests"]
    entries = found["entries"]["requests"]
    assert (requests["received"]["total"]["value"], requests["carried_in"]["total"]["value"]) == (11, 1)
    assert found["uncounted"] == []
    for row, cells in requests.items():
        for column, cell in cells.items():
            assert cell["value"] == len(entries.get(row, {}).get(column, []))
    assert found["carried_out"]["natural_person"] == 1
    assert found["statistics"]["proactive"]["licences"]["decisions"]["value"] == 23
    assert entries["granted"]["natural_person"] == ["2023-07", "2024-01"]


def test_a_table_without_a_register_is_not_there(capsys):
    found = as_json(capsys, "register", "compile", BOOKS[0], "--year", "2024")
    assert (found["statistics"]["remedies"], found["statistics"]["proactive"]) == (None, None)
    _, out, _ = asked(capsys, "register", "compile", BOOKS[0], "--year", "2024")
    assert "未编制（不等于零）" in out


def test_open_terms_are_listed_by_date_and_as_a_calendar(capsys):
    args = ("register", "deadlines", *BOOKS, "--as-of", "2024-12-31")
    status, out, _ = asked(capsys, *args)
    assert status == 0
    assert "2025-01-14  申请 2024-11  答复期限" in out
    found = as_json(capsys, *args)
    assert ("2024-11", "reply") in {(one["id"], one["kind"]) for one in found["deadlines"]}
    _, ics, _ = asked(capsys, *args, "--format", "ics")
    assert ics.startswith("BEGIN:VCALENDAR")
    assert "DTSTART;VALUE=DATE:20250114" in ics


@pytest.mark.parametrize("ending", ["docx", "html", "md"])
def test_a_register_goes_all_the_way_to_a_document_that_reads_back(ending, capsys, tmp_path):
    path = tmp_path / f"报告.{ending}"
    args = (*BOOKS, "--items", CATALOGUE, "--year", "2024", "--agency", "青石县水利局")
    status, out, err = asked(capsys, "render", *args, "--output", str(path))
    assert (status, out, err) == (0, "", "")
    report = govdisclosure.read(path)
    assert (report.agency.name, report.year) == ("青石县水利局", 2024)
    register, cases = (read_register(book) for book in BOOKS)
    items = read_catalogue(CATALOGUE).items
    compiled = govdisclosure.compile(register.requests, cases.cases, items, 2024)
    for table in (TableName.PROACTIVE, TableName.REQUESTS, TableName.REMEDIES):
        mine, theirs = report.statistics[table], compiled.statistics[table]
        assert {(c.row, c.column): c.count.value for c in mine} == {(c.row, c.column): c.count.value for c in theirs}
    sums = govdisclosure.check(report, select=("SUM", "CLM"))
    assert sums.of(govdisclosure.Kind.FAIL, govdisclosure.Kind.REVIEW) == ()


def test_a_report_that_was_read_is_written_in_the_form_too(capsys, tmp_path):
    path = tmp_path / "again.docx"
    source = str(ROOT / "examples" / "county-government-2023.html")
    assert asked(capsys, "render", source, "--output", str(path))[0] == 0
    mine, theirs = (govdisclosure.read(one).statistics.requests for one in (path, source))
    assert {(c.row, c.column): c.count.value for c in mine} == {(c.row, c.column): c.count.value for c in theirs}


def test_a_report_is_held_against_the_register(capsys, tmp_path):
    path = tmp_path / "报告.html"
    args = (*BOOKS, "--items", CATALOGUE, "--year", "2024", "--agency", "青石县水利局")
    assert asked(capsys, "render", *args, "--output", str(path))[0] == 0
    beside = [word for book in BOOKS for word in ("--register", book)]
    found = as_json(capsys, "check", str(path), "--select", "CLM302", *beside, "--items", CATALOGUE)
    assert {one["kind"] for one in found["results"][0]["outcomes"]} == {"pass"}
    fewer = tmp_path / "fewer.csv"
    lines = Path(BOOKS[0]).read_text("utf-8").splitlines(keepends=True)
    fewer.write_text("".join(line for line in lines if not line.startswith("2024-06")), "utf-8")
    beside = ["--register", str(fewer), "--register", BOOKS[1]]
    status, out, _ = asked(capsys, "check", str(path), "--select", "CLM302", *beside, "--format", "json")
    assert status in {0, 1}
    outcomes = json.loads(out)["results"][0]["outcomes"]
    cells = {
        (one["at"]["cell"]["row"], one["at"]["cell"]["column"])
        for one in outcomes
        if one["kind"] in {"fail", "review"} and one["at"] and one["at"]["cell"]
    }
    assert ("unavailable.requires_creation", "public_welfare") in cells
    assert ("received", "public_welfare") in cells
    assert not any(column not in {"public_welfare", "total"} for _, column in cells)


@pytest.mark.parametrize(
    ("args", "status", "words"),
    [
        (("register", "check", "missing.csv"), 3, "missing.csv"),
        (("register", "check", str(ROOT / "README.md")), 3, "表头"),
        (("items", "check", BOOKS[1]), 3, "register check"),
        (("register", "compile", *BOOKS, "--year", "2012"), 2, "2012"),
        (("register", "deadlines", *BOOKS, "--as-of", "tomorrow"), 2, "YYYY-MM-DD"),
        (("render", *BOOKS, "--format", "docx"), 2, "--year"),
        (("render", BOOKS[0], "--year", "2024", "--agency", "甲局"), 2, "--format"),
        (("render", BOOKS[0], "--year", "2024", "--format", "html"), 2, "agency"),
        (("register", "check", BOOKS[0], "--select", "STR"), 2, "register check"),
        (("register", "chekc", BOOKS[0]), 2, "check"),
    ],
)
def test_a_wrong_call_says_what_to_do(capsys, args, status, words):
    found, _, err = asked(capsys, *args)
    assert found == status
    assert words in err


def test_a_template_is_read_in_the_encoding_that_the_editor_saved_it_in(capsys, tmp_path):
    path = tmp_path / "words.toml"
    words = 'title = "{organ}{year}年政府信息公开工作年度报告"\n[[preamble]]\ntext = "某句用语。"\n'
    path.write_text(words, encoding="gb18030")
    args = ("render", *BOOKS, "--year", "2024", "--agency", "甲县水利局", "--template", str(path), "--format", "json")
    status, out, _ = asked(capsys, *args)
    found = json.loads(out)
    assert (status, found["preamble"]["text"].strip()) == (0, "某句用语。")
    assert found["title"] == "甲县水利局2024年政府信息公开工作年度报告"


def test_a_file_that_cannot_be_read_is_named_once(capsys, tmp_path):
    _, out, err = asked(capsys, "register", "check", "missing.csv")
    assert (out + err).count("missing.csv") == 1
    path = tmp_path / "out.txt"
    asked(capsys, "register", "check", "missing.csv", "--output", str(path))
    assert "missing.csv" in path.read_text("utf-8")
