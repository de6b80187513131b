import doctest
import re
import shlex
import tomllib
from pathlib import Path

import pytest
from tests.analysis.captures import EXAMPLES

from govdisclosure.analysis.across import read_renamed
from govdisclosure.cli.commands import run
from govdisclosure.rules.registry import RULES

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "pipelines" / "across.md").read_text("utf-8")


def test_the_python_on_the_page_does_what_it_says(monkeypatch):
    monkeypatch.chdir(ROOT)
    test = doctest.DocTestParser().get_doctest(PAGE, {}, "page", "page", 0)
    assert len(test.examples) == 3
    assert doctest.DocTestRunner().run(test).failed == 0


def test_the_commands_on_the_page_run_on_what_the_page_names(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    for example in EXAMPLES.glob("county-water-bureau-*.txt"):
        (tmp_path / "reports" / example.name).write_bytes(example.read_bytes())
    (block,) = re.findall(r"```toml\n(.+?)```", PAGE, re.DOTALL)
    (tmp_path / "renamed.toml").write_text(block, "utf-8")
    assert [one.on for one in read_renamed("renamed.toml")] == [2019]
    assert len(tomllib.loads(block)["renamed"]) == 1
    (tmp_path / "organs.csv").write_text("机关,上级,起始年度,截止年度\n青石县水利局,,2009,2010\n", "utf-8")
    commands = re.findall(r"^\$ govdisclosure (.+)$", PAGE, re.MULTILINE)
    assert [command.split()[0] for command in commands] == ["batch", "across", "across"]
    for command in commands:
        assert run(shlex.split(command)) in {0, 1}, capsys.readouterr().err
    assert "青石县水利局" in (tmp_path / "across.csv").read_text("utf-8-sig")


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.about == "organ"], ids=lambda rule: rule.code)
def test_the_page_names_every_rule_on_many_organs(rule):
    assert f"[{rule.code}](../rules/{rule.code}.md)" in PAGE
