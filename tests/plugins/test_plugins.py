import json
import sys
from pathlib import Path

import pytest

import govdisclosure
from govdisclosure.cli import commands

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = str(ROOT / "examples" / "county-water-bureau-2010.txt")


@pytest.fixture
def installed(monkeypatch):
    """The package of a third party, as an installer leaves it: its module and its dist-info on the path."""
    monkeypatch.syspath_prepend(str(ROOT / "tests" / "fixtures" / "plugin"))
    yield
    sys.modules.pop("house_rules", None)


@pytest.mark.usefixtures("installed")
def test_a_rule_of_an_installed_package_runs_and_a_broken_one_beside_it_is_told():
    found = govdisclosure.load_plugins()
    assert [(one.name, one.package, one.fault is None) for one in found.found] == [
        ("broken", "house-rules 1.0", False),
        ("house", "house-rules 1.0", True),
    ]
    assessment = govdisclosure.check(EXAMPLE, plugins=found)
    assert assessment.outcomes[-1].rule == "HSE101"
    assert any("rules:broken" in message.zh for message in assessment.not_checked)


@pytest.mark.usefixtures("installed")
def test_python_loads_no_plugin_unless_asked():
    assert "HSE101" not in {one.rule for one in govdisclosure.check(EXAMPLE)}
    assert "house_rules" not in sys.modules


@pytest.mark.usefixtures("installed")
def test_the_command_line_lists_runs_and_declines_plugins(capfd):
    assert commands.run(["plugins", "--format", "json"]) == 3
    listed = json.loads(capfd.readouterr().out)["plugins"]
    assert [one["fault"] is None for one in listed] == [False, True]
    commands.run(["check", EXAMPLE, "--select", "HSE", "--isolated", "--format", "json"])
    written = capfd.readouterr()
    assert [one["rule"] for one in json.loads(written.out)["results"][0]["outcomes"]] == ["HSE101"]
    assert "rules:broken" in written.err
    assert commands.run(["check", EXAMPLE, "--select", "HSE", "--no-plugins"]) == 2


def test_a_code_that_is_taken_is_refused(monkeypatch, tmp_path):
    folder = tmp_path / "twice-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: twice\nVersion: 1.0\n", "utf-8")
    value = "govdisclosure.rules.deadlines.ddl101_on_time:RULE"
    (folder / "entry_points.txt").write_text(f"[govdisclosure.rules]\nagain = {value}\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    found = govdisclosure.load_plugins(["rules"])
    assert "DDL101" in found.found[0].fault.en
    assert found.rules == ()


@pytest.mark.parametrize("name", ["house_rules.py", "house_reader.py", "house_writer.py"])
def test_the_manual_shows_what_the_tests_install(name):
    source = (ROOT / "tests" / "fixtures" / "plugin" / name).read_text("utf-8").strip()
    assert f"```python\n{source}\n```" in (ROOT / "docs" / "pipelines" / "plugins.md").read_text("utf-8")
