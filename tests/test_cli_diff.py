import json

import pytest
from tests.analysis.captures import EXAMPLES, PAGE, changed_page

from govdisclosure.cli.commands import run

OLD, NEW = str(EXAMPLES / "county-water-bureau-2009.txt"), str(EXAMPLES / "county-water-bureau-2010.txt")


@pytest.fixture
def captures(tmp_path):
    first, later = tmp_path / "first.html", tmp_path / "later.html"
    first.write_text(PAGE, "utf-8")
    later.write_bytes(changed_page(("<td><p>12873</p></td>", "<td>12837</td>")))
    return str(first), str(later)


def test_no_difference_is_zero_and_a_difference_is_one(captures, capsys):
    first, later = captures
    assert run(["diff", first, first]) == 0
    assert "逐字节相同" in capsys.readouterr().out
    assert run(["diff", first, later]) == 1
    assert "12873 → 12837" in capsys.readouterr().out
    assert run(["diff", first, later, "--exit-zero"]) == 0


def test_another_format_of_the_same_content_is_zero(captures, tmp_path, capsys):
    for form in ("html", "docx"):
        assert run(["render", captures[0], "--format", form, "--output", str(tmp_path / f"same.{form}")]) == 0
    assert run(["diff", str(tmp_path / "same.html"), str(tmp_path / "same.docx")]) == 0
    assert "版式和文件格式没有比较" in capsys.readouterr().out


def test_what_cannot_be_read_or_compared_is_three_and_a_wrong_call_two(captures, capsys):
    assert run(["diff", captures[0], "no-such-file.html"]) == 3
    assert "no-such-file.html" in capsys.readouterr().err
    assert run(["diff", captures[0], OLD]) == 3
    assert "分属不同机关" in capsys.readouterr().out
    assert run(["diff", captures[0]]) == 2
    assert run(["diff", *captures, "--mode", "weeks"]) == 2


def test_the_forms_are_written_to_a_file(captures, tmp_path, capsys):
    target = tmp_path / "out"
    for form, start in (("json", "{"), ("markdown", "- **old**"), ("html", "<!DOCTYPE html>"), ("text", "old")):
        assert run(["diff", *captures, "--format", form, "--lang", "en", "--output", str(target)]) == 1
        assert target.read_text("utf-8").startswith(start)
    assert capsys.readouterr().out == ""
    assert run(["diff", *captures, "--format", "json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert (document["mode"], document["differs"], len(document["cells"])) == ("captures", True, 1)


def test_settings_say_what_the_captures_are_checked_with(captures, tmp_path, capsys):
    later = tmp_path / "blank.html"
    later.write_bytes(changed_page(("<td><p>12873</p></td>", "<td></td>")))
    settings = tmp_path / "own.toml"
    settings.write_text('select = ["STR101"]\nlanguage = "en"\n', "utf-8")
    assert run(["diff", captures[0], str(later), "--isolated"]) == 1
    assert "STR203" in capsys.readouterr().out
    assert run(["diff", captures[0], str(later), "--config", str(settings)]) == 1
    shown = capsys.readouterr().out
    assert "STR203" not in shown
    assert "the verdicts are the same on both" in shown


def test_the_mode_may_be_said(capsys):
    assert run(["diff", OLD, NEW, "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["mode"] == "years"
    assert run(["diff", OLD, NEW, "--mode", "captures", "--lang", "en"]) == 1
    assert "compared as one report" in capsys.readouterr().out


def test_the_command_prints_the_schema_that_is_shipped(capsys):
    assert run(["schema", "diff"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "govdisclosure diff"
