import doctest
import json
import re
import runpy
import shlex
from pathlib import Path

import pytest

from govdisclosure.cli.commands import run

ROOT = Path(__file__).resolve().parent.parent
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text("utf-8")
COMMANDS = re.findall(r"^\$ govdisclosure (.+)$", TUTORIAL, re.MULTILINE)
LINK = re.compile(r"\]\(([^)#\s]+\.md)\)")


def test_generated_files_are_not_stale():
    generate = runpy.run_path(str(ROOT / "docs" / "generate.py"))
    assert generate["stale"]() == [], "run: python docs/generate.py"


def test_the_python_in_the_tutorial_does_what_it_says(monkeypatch):
    monkeypatch.chdir(ROOT)
    test = doctest.DocTestParser().get_doctest(TUTORIAL, {}, "tutorial", "docs/tutorial.md", 0)
    assert len(test.examples) > 5
    assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test).failed == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_in_the_tutorial_run(command, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    finds = command.startswith("check examples")
    assert run(shlex.split(command)) == (1 if finds else 0)
    assert capsys.readouterr().out


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page):
    text = page.read_text("utf-8")
    assert not [link for link in LINK.findall(text) if not (page.parent / link).is_file()]


def _keys(value):
    if isinstance(value, dict):
        return set(value) | set().union(*map(_keys, value.values()))
    return set().union(*map(_keys, value)) if isinstance(value, list) else set()


LISTS = [
    ("rules", "## The rules"),
    ("law", "## The law"),
    ("deadline reply --received 2024-12-31", "## A term"),
    ("fee --items 41 --pages 250", "## A fee"),
]


@pytest.mark.parametrize(("command", "heading"), LISTS)
def test_the_page_on_json_names_every_key_of_the_lists(command, heading, capsys):
    assert run([*command.split(), "--format", "json"]) == 0
    page = (ROOT / "docs" / "json.md").read_text("utf-8")
    below = page[page.index(heading) :].split("\n## ")[0]
    below += page[page.index("An outcome:") :].split("\n## ")[0] if command != "rules" else ""
    assert {key for key in _keys(json.loads(capsys.readouterr().out)) if f"`{key}`" not in below} == set()
