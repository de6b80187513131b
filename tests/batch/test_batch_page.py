import inspect
import re
import shlex
from pathlib import Path

import pytest

from govdisclosure.batch.chunks import MEAN
from govdisclosure.batch.running import TIMEOUT, run_batch
from govdisclosure.batch.schemas import COLUMNS, TABLES, VERSION
from govdisclosure.cli.batch import batch
from govdisclosure.cli.commands import run

pytest.importorskip("pyarrow", reason="pyarrow is not installed")

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "pipelines" / "batch.md").read_text("utf-8")
COMMANDS = re.findall(r"^\$ govdisclosure (.+)$", PAGE, re.MULTILINE)


def test_the_commands_on_the_page_run(monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").symlink_to(ROOT / "examples")
    (tmp_path / "list.txt").write_text(str(ROOT / "tests" / "fixtures" / "reports" / "unified-2023.html"))
    (tmp_path / "more.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    assert [run(shlex.split(one)) for one in COMMANDS] == [3, 0]
    assert capsys.readouterr().out
    assert {path.name for path in (tmp_path / "results").iterdir()} == {".lock", "run.json", "journal.ndjson", *TABLES}


def test_the_columns_on_the_page_are_those_of_the_tables():
    below = PAGE[PAGE.index("<!-- columns -->") :]
    lines = [
        f"- `{table}`: "
        + ", ".join(f"`{name}`" + ("" if kind == "text" else f" {kind}") for name, kind in held.items())
        for table, held in COLUMNS.items()
    ]
    assert below.split("\n", 1)[1] == "\n".join(lines) + "\n"
    assert f"Schema {VERSION}," in PAGE


def test_every_option_is_on_the_page_with_what_holds_without_it():
    options = {option for one in batch.params for option in one.opts if option.startswith("--")}
    assert {option for option in options if f"{option}" not in PAGE} == set()
    assert f"may take, {TIMEOUT:g};" in PAGE
    assert f"together, {MEAN} on average" in PAGE
    assert inspect.signature(run_batch).parameters["memory"].default is None
