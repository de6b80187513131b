import doctest
import re
import shlex
from pathlib import Path

import pytest

from govdisclosure.analysis.similar.schema import similar_schema
from govdisclosure.cli.commands import run

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "pipelines" / "similar.md").read_text("utf-8")
COMMANDS = re.findall(r"^\$ govdisclosure (.+)$", TEXT, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_on_the_page_on_similar_text_run(command, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert run(shlex.split(command)) == 0
    assert capsys.readouterr().out


def test_the_python_on_the_page_on_similar_text_does_what_it_says(monkeypatch):
    monkeypatch.chdir(ROOT)
    test = doctest.DocTestParser().get_doctest(TEXT, {}, "page", "page", 0)
    assert len(test.examples) > 5
    assert doctest.DocTestRunner().run(test).failed == 0


def keys(value):
    if not isinstance(value, dict):
        return set()
    own = set(value.get("properties", {}))
    return own.union(*map(keys, (*value.get("properties", {}).values(), value.get("items"), *value.get("anyOf", ()))))


def test_the_page_on_json_names_every_key_of_similar_text():
    page = (ROOT / "docs" / "json.md").read_text("utf-8")
    below = page[page.index("## Similar text") :].split("\n## ")[0] + page[: page.index("## A report")]
    assert {key for key in keys(similar_schema()) if f"`{key}`" not in below} == set()
