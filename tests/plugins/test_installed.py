import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from tests.plugins.packages import install, wheel

from govdisclosure.law.workdays import published_calendar

ROOT = Path(__file__).resolve().parents[2]
PLUGIN = ROOT / "tests" / "fixtures" / "plugin"
EXAMPLE = ROOT / "examples" / "county-water-bureau-2010.txt"
NEXT = published_calendar().last.year + 1

HOUSE = {
    **{name: (PLUGIN / name).read_text("utf-8") for name in ("house_rules.py", "house_reader.py", "house_writer.py")},
    "house_calendar.py": f"""
import pendulum
from govdisclosure import CalendarNotice

NOTICE = CalendarNotice(year={NEXT}, holidays=(pendulum.Date({NEXT}, 1, 1),), workdays=(), number="house")
""",
}
BROKEN = {
    "broken_import.py": "raise RuntimeError('甲某 110101199003077774')\n",
    "broken_check.py": """
from govdisclosure import rule

@rule("BRK101", "broken.check.raises", "出错", "raises", cites="regulation-2019:50")
def raises(question, found):
    yield found("pass", "好", "good", subject="a")
    raise KeyError(question.report.text)
""",
    "broken_reader.py": """
from govdisclosure.documents.document import Block, Document
from govdisclosure.model.place import SourceMap

suffixes, media_type = (".bad", ".worse"), "application/x-bad"

def sniff(data):
    return True

def read(data, source):
    if data.startswith(b"raise"):
        raise LookupError(data.decode())
    return Document(text="x", blocks=(Block(start=0, end=99),), source=source, map=SourceMap())
""",
    "broken_writer.py": "def sad(run):\n    raise ValueError(run.assessed[0][1].report.text)\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A folder into which pip has installed two packages: one that is sound, one that is broken throughout."""
    if importlib.util.find_spec("pip") is None:
        pytest.skip("there is no pip here")
    folder = tmp_path_factory.mktemp("plugins")
    house = (
        "[govdisclosure.rules]\nhouse = house_rules:signed\n[govdisclosure.readers]\nrep = house_reader\n"
        "[govdisclosure.writers]\ntally = house_writer:tally\n[govdisclosure.calendars]\nnext = house_calendar:NOTICE\n"
    )
    broken = (
        "[govdisclosure.rules]\nimport = broken_import:RULE\nraises = broken_check:raises\n"
        "[govdisclosure.readers]\nbad = broken_reader\n[govdisclosure.writers]\nsad = broken_writer:sad\n"
    )
    target = folder / "site"
    install([wheel(folder, "house", HOUSE, house), wheel(folder, "broken", BROKEN, broken)], target)
    return target


@pytest.fixture
def call(site, tmp_path):
    """The command line in a process of its own, as a user of those packages runs it."""

    def run(*args):
        env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(site), str(ROOT / "src")]), "PYTHONUTF8": "1"}
        command = [sys.executable, "-m", "govdisclosure.cli", *map(str, args)]
        done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, encoding="utf-8")  # noqa: PLW1510, S603
        assert "Traceback" not in done.stderr
        return done.returncode, done.stdout, done.stderr

    return run


def test_a_rule_of_ten_lines_runs_beside_one_that_breaks(call):
    assert len(HOUSE["house_rules.py"].splitlines()) == 10
    status, out, err = call("check", EXAMPLE, "--format", "json")
    result = json.loads(out)["results"][0]
    assert [one["kind"] for one in result["outcomes"] if one["rule"] == "HSE101"] == ["pass"]
    assert not [one for one in result["outcomes"] if one["rule"] == "BRK101"]
    assert result["crashed"] == [{"rule": "BRK101", "error": "KeyError"}]
    assert any("rules:import" in one["zh"] for one in result["not_checked"])
    assert status == 3
    assert "rules:import" in err
    assert "甲某" not in out + err
    assert call("check", EXAMPLE, "--no-plugins")[0] == 1


def test_what_is_installed_is_listed_as_its_schema_says(call):
    status, out, _ = call("plugins", "--format", "json")
    assert status == 3
    listed = json.loads(out)
    jsonschema.validate(listed, json.loads(call("schema", "plugins")[1]))
    adds = {one["name"]: one["adds"] for one in listed["plugins"]}
    assert adds == {
        "house": ["HSE101"], "import": [], "raises": ["BRK101"], "rep": [".rep"], "bad": [".bad", ".worse"],
        "tally": ["tally"], "sad": ["sad"], "next": [str(NEXT)],
    }  # fmt: skip


def test_a_reader_reads_its_files_in_folders_too(call, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.rep").write_bytes(b"REP1\n" + EXAMPLE.read_bytes())
    status, out, _ = call("parse", "in/a.rep")
    assert (status, json.loads(out)["year"]) == (0, 2010)
    assert json.loads(out)["source"]["media_type"] == "application/x-rep"
    assert json.loads(out)["sections"][0]["at"]["line"] is None
    found = json.loads(call("check", "in", "--select", "DDL", "--format", "json")[1])
    assert [one["source"] for one in found["results"]] == ["in/a.rep"]
    found = json.loads(call("check", "in", "--no-plugins", "--format", "json")[1])
    assert (found["results"], len(found["unread"])) == ([], 1)


def test_reports_judged_together_are_read_by_readers_too(call, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.rep").write_bytes(b"REP1\n" + EXAMPLE.read_bytes())
    found = json.loads(call("across", "in", "--format", "json")[1])
    assert [one["reports"] for one in found["organs"]] == [[{"year": 2010, "source": "in/a.rep"}]]
    status, out, _ = call("across", "in", "--no-plugins", "--format", "json")
    assert (status, json.loads(out)["organs"], len(json.loads(out)["unread"])) == (3, [], 1)


def test_a_batch_uses_readers_and_rules_and_a_broken_one_is_a_row(call, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.rep").write_bytes(b"REP1\n" + EXAMPLE.read_bytes())
    (folder / "b.bad").write_bytes(b"spans")
    status, _, err = call("batch", "in", "--output", "out", "--workers", "1", "-q")
    assert (status, "rules:import" in err) == (3, True)
    rows = {one["name"]: one for one in parquet.read_table(tmp_path / "out" / "reports").to_pylist()}
    assert [one.rpartition("/")[2] for one in sorted(rows)] == ["a.rep", "b.bad"]
    good, bad = (rows[name] for name in sorted(rows))
    assert (good["status"], good["media_type"], good["year"]) == ("read", "application/x-rep", 2010)
    assert (bad["status"], "readers:bad" in bad["fault_zh"]) == ("unread", True)
    assert "HSE101" in parquet.read_table(tmp_path / "out" / "outcomes")["rule"].to_pylist()


def test_a_reader_that_fails_leaves_the_file_unread_and_is_named(call, tmp_path):
    (tmp_path / "a.bad").write_bytes("raise 甲某".encode())
    (tmp_path / "b.worse").write_bytes(b"spans")
    status, out, err = call("check", "a.bad", "b.worse", EXAMPLE, "--format", "json", "--select", "DDL")
    found = json.loads(out)
    assert (status, len(found["results"])) == (3, 1)
    reasons = {one["source"]: one["reason"]["zh"] for one in found["unread"]}
    assert "readers:bad（broken 1.0）" in reasons["a.bad"]
    assert "LookupError" in reasons["a.bad"]
    assert "超出文字范围" in reasons["b.worse"]
    assert "甲某" not in out + err


def test_a_writer_is_a_form_of_output_and_one_that_raises_costs_nothing_else(call, tmp_path):
    status, out, _ = call("check", EXAMPLE, "--format", "tally", "--select", "DDL101")
    assert (status, out) == (0, f"{EXAMPLE}: 1\n")
    target, baseline = tmp_path / "out.txt", tmp_path / "baseline.json"
    target.write_text("before", "utf-8")
    args = ("check", EXAMPLE, "--select", "DDL101", "--output", target)
    status, out, err = call(*args, "--format", "sad", "--write-baseline", baseline)
    assert (status, out, target.read_text("utf-8")) == (3, "", "before")
    assert "writers:sad（broken 1.0）" in err
    assert "ValueError" in err
    assert "县水务局" not in err
    assert baseline.exists()
    assert call(*args, "--format", "tally")[0] == 0
    assert target.read_text("utf-8") == f"{EXAMPLE}: 1\n"
    status, _, err = call("check", EXAMPLE, "--format", "tally", "--no-plugins")
    assert (status, "tally" in err) == (2, True)


def test_a_calendar_counts_days_that_are_not_published_yet(call):
    args = ("deadline", "reply", "--received", f"{NEXT}-01-05", "-q")
    status, out, _ = call(*args)
    assert (status, f"{NEXT}-02-" in out) == (0, True)
    assert call(*args, "--no-plugins")[0] == 2


def test_rules_and_explain_know_what_plugins_bring(call, tmp_path):
    (tmp_path / "govdisclosure.toml").write_text('ignore = ["BRK"]\n[levels]\nHSE101 = "error"\n', "utf-8")
    listed = {one["code"]: one for one in json.loads(call("rules", "--format", "json")[1])["rules"]}
    house, broken = listed["HSE101"], listed["BRK101"]
    assert (house["package"], house["set_level"], house["level"]) == ("house 1.0", "error", "warning")
    assert (broken["selected"], house["selected"], listed["STR101"]["package"]) == (False, True, None)
    line = next(line for line in call("rules", "--lang", "en")[1].splitlines() if line.startswith("HSE101"))
    assert "error" in line
    assert "level by settings, warning by itself" in line
    assert "plugin house 1.0" in line
    assert "Whether a day stands at the foot." in call("explain", "HSE101")[1]
    assert "HSE101" in call("explain", "HSE")[1]
    assert call("explain", "HSE101", "--no-plugins")[0] == 2


def test_settings_about_a_plugin_that_broke_or_was_declined_stop_nothing(call, tmp_path):
    settings = tmp_path / "govdisclosure.toml"
    settings.write_text('select = ["DDL", "HSE", "XYZ"]\nignore = ["XYZ101"]\n[levels]\nXYZ = "note"\n', "utf-8")
    status, out, err = call("check", EXAMPLE, "--format", "json")
    codes = {one["rule"][:3] for one in json.loads(out)["results"][0]["outcomes"]}
    assert (status, codes, "rules:import" in err) == (0, {"DDL", "HSE"}, True)
    status, out, err = call("check", EXAMPLE, "--format", "json", "--no-plugins")
    codes = {one["rule"][:3] for one in json.loads(out)["results"][0]["outcomes"]}
    assert (status, codes, err) == (0, {"DDL"}, "")
    assert call("rules", "--no-plugins")[0] == 0
    assert call("batch", EXAMPLE, "--output", "out", "--workers", "1", "--no-plugins", "-q")[0] == 0
