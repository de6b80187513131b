import json
import re
import shlex
import shutil
from pathlib import Path

import pytest
from tests.analysis.captures import EXAMPLES, PAGE, changed_page

from govdisclosure.analysis.difference import compare_reports
from govdisclosure.analysis.difference.convert import difference_to_dict
from govdisclosure.cli.commands import run
from govdisclosure.model.forms import TableName, forms_of

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "pipelines" / "diff.md").read_text("utf-8")
COMMANDS = re.findall(r"^\$ govdisclosure (.+)$", TEXT, re.MULTILINE)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    (tmp_path / "first.html").write_text(PAGE, "utf-8")
    (tmp_path / "later.html").write_bytes(changed_page(("<p>12873</p>", "<p>12837</p>")))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_on_the_page_run_and_find_differences(command, folder, capsys):
    assert run(shlex.split(command)) == 1
    assert capsys.readouterr().out or (folder / "beside.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def keys(value):
    if isinstance(value, dict):
        return set(value) | set().union(*map(keys, value.values()))
    return set().union(*map(keys, value)) if isinstance(value, list) else set()


def test_the_page_on_json_names_every_key_of_a_comparison():
    page = (ROOT / "docs" / "json.md").read_text("utf-8")
    below = page[page.index("## A comparison") :].split("\n## ")[0] + page[: page.index("## A report")]
    captures = compare_reports(PAGE.encode(), changed_page(("<p>12873</p>", "<p>1</p>"), ("定期清理", "每月清理")))
    years = compare_reports(EXAMPLES / "county-water-bureau-2009.txt", EXAMPLES / "county-water-bureau-2010.txt")
    found = json.loads(json.dumps([difference_to_dict(captures), difference_to_dict(years)]))
    rows = {name for table in TableName for form in forms_of(table) for cell in form.cells() for name in cell}
    assert {key for key in keys(found) - rows if f"`{key}`" not in below} == set()
