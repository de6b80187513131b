"""Checking a report beside others: that of the year before, and those of the organs below."""

import json
from pathlib import Path

import pytest
from tests.forms import balanced, html, remedies, report_boxes

from govdisclosure import api
from govdisclosure.cli import commands
from govdisclosure.cli.companions import Earlier
from govdisclosure.errors import UsageError
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import PROACTIVE_2021, REQUESTS_2021
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.outcome import Kind

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "county-water-bureau-2010.txt"


@pytest.fixture
def call(capfd):
    """Run a command; give back status, output and complaints."""

    def run(*args):
        status = commands.run([str(arg) for arg in args])
        written = capfd.readouterr()
        return status, written.out, written.err

    return run


def tabled(path, organ, year, carried, granted=5):
    """A page of a report in the form of 2021, with so many requests carried in and out."""
    figures = balanced(
        REQUESTS_2021,
        lambda row, column: granted if (row, column) == ("granted", "natural_person") else 0,
        lambda column: carried if column == "natural_person" else (0, 0),
    )
    tables = (dict.fromkeys(PROACTIVE_2021.cells(), 1), figures, remedies([0] * 12))
    boxes = report_boxes(Edition.UNIFIED_2021, *({cell: str(value) for cell, value in one.items()} for one in tables))
    text = html(boxes).decode().replace("青石县水利局", organ).replace("2022", str(year))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def years(tmp_path):
    """Reports of two organs on three years; what one carried out in 2021 does not fit."""
    folder = tmp_path / "years"
    for organ in ("青石县水利局", "青石县农业农村局"):
        for year, carried in ((2020, (0, 2)), (2021, (2, 3)), (2022, (4 if "水利" in organ else 3, 1))):
            tabled(folder / f"{organ}{year}.html", organ, year, carried)
    return folder


def results(out):
    found = json.loads(out)["results"]
    return {Path(one["source"]).stem: one for one in found}


def of_rule(result, code):
    return [(one["kind"], one["subject"]) for one in result["outcomes"] if one["rule"] == code]


def test_a_file_is_the_report_of_the_year_before(call, years):
    this, last = years / "青石县水利局2022.html", years / "青石县水利局2021.html"
    status, out, err = call("check", "--format", "json", "--previous", last, this)
    (result,) = results(out).values()
    assert (status, err) == (1, "")
    assert of_rule(result, "XYR101") == [("fail", "carried_in:natural_person"), ("fail", "carried_in:total")]
    fault = next(one for one in result["outcomes"] if one["subject"] == "carried_in:total")
    assert (fault["facts"]["printed"], fault["facts"]["expected"]) == (4, 3)
    assert fault["at"]["cell"] == {"table": "requests", "row": "carried_in", "column": "total"}


def test_in_a_folder_each_report_finds_its_own(call, years, monkeypatch):
    read, names = api.read, []
    monkeypatch.setattr(api, "read", lambda source, **more: names.append(str(source)) or read(source, **more))
    status, out, err = call("check", "--format", "json", "--previous", years, years)
    found = results(out)
    assert (status, err, len(found)) == (1, "", 6)
    assert of_rule(found["青石县水利局2021"], "XYR101") == [("pass", "carried_in")]
    assert of_rule(found["青石县农业农村局2022"], "XYR101") == [("pass", "carried_in")]
    assert "fail" in dict(of_rule(found["青石县水利局2022"], "XYR101"))
    assert all(names.count(name) == 2 for name in names)


def test_a_report_whose_year_before_is_not_there_says_so(call, years):
    _, out, _ = call("check", "--format", "json", "--previous", years, years)
    first = results(out)["青石县水利局2020"]
    assert [one for one in first["outcomes"] if one["rule"].startswith("XYR")] == []
    assert any("没有同一机关上一年度的报告" in message["zh"] for message in first["not_checked"])
    _, out, _ = call("check", "--lang", "en", "--previous", years, years)
    assert "not checked (2 of the reports):" in out
    _, out, _ = call("check", "--format", "sarif", "--previous", years, years / "青石县水利局2020.html")
    assert "没有同一机关上一年度的报告" in out


def test_files_beside_that_cannot_be_read_are_named_and_counted(call, years, tmp_path):
    (years / "empty.txt").touch()
    status, _, err = call("check", "--fail-on", "never", "--previous", years, years / "青石县水利局2021.html")
    assert status == 3
    assert err.startswith(f"{years / 'empty.txt'}: ")
    assert len(err.splitlines()) == 1
    status, out, err = call("check", "--previous", tmp_path / "missing.txt", years / "青石县水利局2021.html")
    assert (status, len(err.splitlines())) == (3, 1)
    assert "没有与上年度报告比较" in out


def test_two_reports_on_the_year_before_are_told(call, years):
    tabled(years / "青石县水利局2021更正.html", "青石县水利局", 2021, (2, 5))
    _, out, _ = call("check", "--fail-on", "never", "--previous", years, years / "青石县水利局2022.html")
    assert "几份不同报告" in out


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("青石县水利局2020", "作为上年度给出的是2020年度报告，本报告为2022年度，未作比较"),
        ("青石县农业农村局2021", "作为上年度给出的是青石县农业农村局的报告"),
    ],
)
def test_a_report_of_another_year_or_organ_is_not_compared(call, years, name, why):
    this, other = years / "青石县水利局2022.html", years / f"{name}.html"
    _, out, _ = call("check", "--format", "json", "--previous", other, this)
    (result,) = results(out).values()
    assert {kind for kind, _ in of_rule(result, "XYR101")} == {"notApplicable"}
    assert [message["zh"] for message in result["not_checked"] if message["zh"].startswith(why)]
    assert why in call("check", "--previous", other, this)[1]


def test_parts_are_summed_up(call, tmp_path):
    whole = tabled(tmp_path / "whole.html", "青石县人民政府", 2022, (0, 0), granted=9)
    for organ in ("青石县水利局", "青石县农业农村局"):
        tabled(tmp_path / "parts" / f"{organ}.html", organ, 2022, (0, 0))
    status, out, err = call("check", "--format", "json", "--select", "SUM301", "--parts", tmp_path / "parts", whole)
    (result,) = results(out).values()
    assert (status, err) == (0, "")
    assert dict(map(reversed, of_rule(result, "SUM301"))) == {
        "aggregate:proactive": "review", "aggregate:requests": "review", "aggregate:remedies": "pass",
    }  # fmt: skip
    (tmp_path / "parts" / "torn.html").touch()
    status, out, _ = call("check", "--format", "json", "--select", "SUM301", "--parts", tmp_path / "parts", whole)
    (result,) = results(out).values()
    assert status == 3
    assert result["outcomes"][2]["kind"] == "open"
    assert result["outcomes"][2]["facts"]["unread"] == [str(tmp_path / "parts" / "torn.html")]


def test_rules_asked_for_that_had_nothing_to_compare_with_are_named(call):
    status, out, _ = call("check", "--select", "XYR,SUM301", "--lang", "en", EXAMPLE)
    assert status == 0
    assert "no report of the year before was given; these rules did not run: XYR101, XYR102" in out
    assert "no reports of the organs below were given; these rules did not run: SUM301" in out
    assert "XYR" not in call("check", EXAMPLE)[1]


def test_the_same_in_python(years):
    this, last = (years / f"青石县水利局{year}.html" for year in (2022, 2021))
    by_path = api.check(this, previous=last, select="XYR")
    assert by_path.outcomes == api.check(this, previous=api.read(last), select=["XYR"]).outcomes
    assert by_path.not_checked == api.check(this).not_checked
    assert [o.rule for o in by_path.of(Kind.FAIL)] == ["XYR101", "XYR101"]
    parts = api.check(this, parts=[last, b"", api.read(last)], select="SUM301")
    assert {outcome.kind for outcome in parts} == {Kind.NOT_APPLICABLE}
    whole = AnnualReport(agency=api.read(last).agency, year=2021)
    assert api.check(whole, parts=(one for one in [last])).outcomes


@pytest.mark.parametrize("parts", [EXAMPLE, str(EXAMPLE), b"", AnnualReport()])
def test_one_report_is_no_list_of_parts(parts):
    with pytest.raises(UsageError):
        api.check(EXAMPLE, parts=parts)


def test_a_report_without_organ_or_year_finds_nothing(tmp_path):
    earlier = Earlier(str(tmp_path), [AnnualReport(year=2011)])
    assert earlier.of(AnnualReport(year=2012))[0] is None
    assert earlier.of(AnnualReport())[0] is None
