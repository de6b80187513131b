import json
import re
import runpy
from pathlib import Path

import pytest

from govdisclosure.cli.commands import run
from govdisclosure.model.forms import TableName, forms_of

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"\]\(([^)#\s]+\.md)\)")


def test_generated_files_are_not_stale():
    generate = runpy.run_path(str(ROOT / "docs" / "generate.py"))
    assert generate["stale"]() == [], "run: python docs/generate.py"


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
    ("config", "## The settings"),
    ("plugins", "## Plugins"),
    ("overlays", "## Local rules"),
    ("deadline reply --received 2024-12-31", "## A term"),
    ("fee --items 41 --pages 250", "## A fee"),
    ("register compile examples/register/requests.csv --year 2024", "## Tables compiled"),
    ("register deadlines examples/register/requests.csv --as-of 2024-12-31", "## Open terms"),
]


@pytest.mark.parametrize(("command", "heading"), LISTS)
def test_the_page_on_json_names_every_key_of_the_lists(command, heading, capsys):
    assert run([*command.split(), "--format", "json"]) == 0
    page = (ROOT / "docs" / "json.md").read_text("utf-8")
    below = page[page.index(heading) :].split("\n## ")[0]
    others = {
        "rules": (),
        "register compile": ("An outcome:", "A table is"),
        "register deadlines": ("An outcome:", "## A term"),
    }
    for other in others.get(" ".join(command.split()[:2]) if " " in command else command, ("An outcome:",)):
        below += page[page.index(other) :].split("\n## ")[0]
    found = json.loads(capsys.readouterr().out)
    rows = {name for table in TableName for form in forms_of(table) for cell in form.cells() for name in cell}
    assert {key for key in _keys(found) - rows if f"`{key}`" not in below} == set()
