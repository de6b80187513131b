"""What the page on many organs and years shows is what happens."""

import re
import shlex
from pathlib import Path

import pytest

from govdisclosure.analysis.across import read_organs, read_renamed
from govdisclosure.cli.commands import cli, run
from govdisclosure.rules.registry import find

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "pipelines" / "across.md").read_text("utf-8")


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_the_commands_are_such_that_can_be_given(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    (commands,) = blocks("console")
    known = {name for parameter in cli.commands["across"].params for name in parameter.opts}
    for line in commands.splitlines():
        words = shlex.split(line.removeprefix("$ "))
        assert words[:2] == ["govdisclosure", "across"]
        assert {word for word in words if word.startswith("--")} <= known
    assert run(["across", "examples"]) == 0
    assert "共2个机关" in capsys.readouterr().out


def test_the_lists_can_be_read():
    assert len(read_organs(blocks("csv")[0].encode())) == 2
    assert len(read_renamed(blocks("toml")[0].encode())) == 1


def test_the_python_runs(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    exec(compile(blocks("python")[0], "across.md", "exec"), {})  # noqa: S102  the page's own lines
    assert "青石县水利局" in capsys.readouterr().out


@pytest.mark.parametrize("code", sorted(set(re.findall(r"`([A-Z]{3}\d{3})`", PAGE))))
def test_the_rules_it_names_exist(code):
    assert find(code)
