"""What the READMEs show is what happens."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from govdisclosure.cli.commands import cli

ROOT = Path(__file__).parent.parent
READMES = ["README.md", "README.zh.md"]


def _blocks(readme, language):
    return re.findall(rf"```{language}\n(.*?)\n```", (ROOT / readme).read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("readme", READMES)
def test_the_first_command_prints_the_screen_below_it(readme, monkeypatch):
    monkeypatch.chdir(ROOT)
    command = _blocks(readme, "bash")[0]
    words = shlex.split(command.rsplit("&&", 1)[1])

    result = CliRunner().invoke(cli, words[1:])

    assert words[0] == ".venv/bin/govdisclosure"
    assert result.exit_code == 0
    assert result.output.strip() == _blocks(readme, "text")[0]


@pytest.mark.parametrize("readme", READMES)
def test_both_commands_are_one_line_each(readme):
    first, second = _blocks(readme, "bash")[:2]

    assert "\n" not in first
    assert '".[all]"' in first
    assert "\n" not in second
    assert second.endswith("pytest -q")


@pytest.mark.parametrize("readme", READMES)
def test_the_lines_of_python_run_and_show_the_findings(readme, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)

    exec(compile(_blocks(readme, "python")[0], readme, "exec"), {})  # noqa: S102  the README's own lines

    shown = capsys.readouterr().out
    assert "青石县水利局 2010" in shown
    assert "STR101" in shown


@pytest.mark.parametrize("readme", READMES)
def test_every_command_it_names_exists(readme):
    for line in _blocks(readme, "bash")[2].splitlines():
        name = line.split("#")[0].split()[1]
        assert name in cli.commands


@pytest.mark.parametrize("readme", READMES)
def test_every_page_it_links_to_exists(readme):
    targets = re.findall(r"\]\(([^)#]+)\)", (ROOT / readme).read_text("utf-8"))

    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


@pytest.mark.parametrize("readme", READMES)
def test_windows_has_the_same_command_line_by_line(readme):
    unix = _blocks(readme, "bash")[0].replace("python3 -m venv", "py -m venv").replace(".venv/bin/", ".venv/Scripts/")
    windows = _blocks(readme, "bat")[0].replace("\\", "/").splitlines()
    assert windows == unix.split(" && ")
