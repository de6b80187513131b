"""What local rules ask stands apart from the national rules in every form of output."""

import csv
import io
import json
import re
import zipfile
from xml.etree.ElementTree import fromstring

import attrs
import pytest

import govdisclosure
from govdisclosure import Settings
from govdisclosure.cli import commands
from govdisclosure.documents import read_bytes
from govdisclosure.law.overlay_files import shipped_overlay

OWN = "badaojiang-2009"
REPORT = """八道江区水利局2010年度政府信息公开工作年度报告

发布时间：2011年2月20日

一、概述
本局认真开展政府信息公开工作。
二、主动公开情况
主动公开政府信息10条。
三、依申请公开情况
本年度未收到申请。
四、收费及减免情况
无。
五、复议诉讼情况
无。
六、存在的问题和改进措施
更新不及时，将加强更新。

二〇一一年二月二十日
"""


@pytest.fixture
def call(capfdbinary, monkeypatch, tmp_path):
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    (tmp_path / "govdisclosure.toml").write_text(f'overlay = "{OWN}"', "utf-8")
    monkeypatch.chdir(tmp_path)

    def run(form, *args):
        status = commands.run(["check", "a.txt", "--format", form, *args])
        return status, capfdbinary.readouterr().out.decode()

    return run


def of(*args):
    found = govdisclosure.check(REPORT.encode(), settings=Settings(overlay=[shipped_overlay(OWN)]))
    return [one for one in found if one.origin == OWN and one.kind in args]


def test_the_report_has_what_both_judge():
    assert {one.rule for one in of("fail", "review", "open")} >= {"DDL101"}
    national = govdisclosure.check(REPORT.encode())
    both = govdisclosure.check(REPORT.encode(), settings=Settings(overlay=[shipped_overlay(OWN)]))
    assert both.outcomes[: len(national)] == national.outcomes
    assert all(one.origin == OWN for one in both.outcomes[len(national) :])


def test_text_has_a_heading_and_counts_of_its_own(call):
    head, below = call("text")[1].split(f"  地方要求（{OWN}）\n")
    assert OWN not in head
    assert f"[地方 {OWN}]" in below
    assert re.search(rf"其中地方要求（{OWN}）：不符 \d+", below)
    assert f"of these local rules ({OWN}): fail" in call("text", "--lang", "en")[1]


def test_json_lines_and_csv_name_the_overlay(call):
    result = json.loads(call("json")[1])["results"][0]
    assert {one["origin"] for one in result["outcomes"]} == {None, OWN}
    lines = [json.loads(line) for line in call("jsonl")[1].splitlines()]
    assert {line["origin"] for line in lines if line["type"] == "outcome"} == {None, OWN}
    rows = list(csv.DictReader(io.StringIO(call("csv", "--lang", "en")[1].lstrip("\ufeff"))))
    assert {row["origin"] for row in rows} == {"", OWN}


def test_markdown_has_a_table_of_its_own(call):
    head, below = call("markdown")[1].split(f"### 地方要求（{OWN.replace('-', chr(92) + '-')}）")
    assert "DDL101" not in head
    assert "| DDL101 |" in below


def test_junit_has_cases_of_its_own(call):
    cases = fromstring(call("junit")[1]).iter("testcase")  # noqa: S314  written here
    named = {case.get("classname"): case for case in cases if "DDL101" in case.get("name")}
    assert set(named) == {"govdisclosure.DDL", f"govdisclosure.{OWN}.DDL"}
    assert [child.tag for child in named["govdisclosure.DDL"]] == []
    assert [child.tag for child in named[f"govdisclosure.{OWN}.DDL"]] == ["failure"]
    assert f"[地方 {OWN}]" in named[f"govdisclosure.{OWN}.DDL"].get("name")


def test_annotations_and_sarif_mark_it(call):
    marked = [line for line in call("github")[1].splitlines() if f"地方 {OWN}" in line]
    assert any("DDL101" in line for line in marked)
    results = json.loads(call("sarif")[1])["runs"][0]["results"]
    local = [one for one in results if one["properties"].get("origin") == OWN]
    assert local
    assert all(one["properties"]["tags"] == ["local", OWN] for one in local)
    assert not any("tags" in one["properties"] for one in results if "origin" not in one["properties"])


def test_the_page_has_groups_of_its_own(call):
    page = call("html")[1]
    national = page[: page.index(f"地方要求（{OWN}）：")]
    assert f'<span class="state">地方 {OWN}</span>' not in national
    assert f'<span class="state">地方 {OWN}</span>' in page
    numbers = [int(found) for found in re.findall(r'<span class="verdict">(\d+)\.', page)]
    assert numbers == sorted(numbers)


def test_the_workbook_and_the_opinion_sheet_part_them(call, tmp_path):
    call("xlsx", "--output", "a.xlsx")
    book = read_bytes((tmp_path / "a.xlsx").read_bytes()).text
    assert "地方规定" in book
    assert OWN in book
    call("docx", "--output", "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        sheet = archive.read("word/document.xml").decode()
    assert f"地方要求（{OWN}）" in sheet


def test_a_notebook_marks_it():
    found = govdisclosure.check(REPORT.encode(), settings=Settings(overlay=[shipped_overlay(OWN)]))
    assert f'DDL101</code><br><small style="opacity:.7">地方 {OWN}' in found._repr_html_()
    assert f"[地方 {OWN}]" in str(found)
    assert OWN not in str(attrs.evolve(found, outcomes=tuple(one for one in found if one.origin is None)))


def test_overlays_are_listed_and_shown_and_one_that_loosens_is_refused(capfd, tmp_path):
    assert commands.run(["overlays"]) == 0
    assert capfd.readouterr().out.startswith(f"{OWN} ")
    assert commands.run(["overlays", OWN]) == 0
    shown = capfd.readouterr().out
    assert "02-01（所有机关）" in shown
    assert "审批" in shown
    assert commands.run(["overlays", OWN, "--format", "json"]) == 0
    assert json.loads(capfd.readouterr().out)["overlays"][0]["due"]["department"] == "02-01"
    assert commands.run(["overlays", "badaojang"]) == 2
    assert OWN in capfd.readouterr().err
    own = tmp_path / "own.toml"
    head = 'id = "own-2020"\ntitle_zh = "甲"\ntitle_en = "a"\nregions = ["青石县"]\nreport_years = [2020]\n'
    own.write_text(f'{head}[due]\ndepartment = "01-20"', "utf-8")
    assert commands.run(["overlays", str(own)]) == 0
    assert "01-20（政府部门）" in capfd.readouterr().out
    own.write_text(f'{head}[due]\ndepartment = "03-20"', "utf-8")
    assert commands.run(["overlays", str(own)]) == 2
    assert "不能放宽" in capfd.readouterr().err
