import json
from pathlib import Path

import pytest
from tests.rules.building import department, report

import govdisclosure
from govdisclosure import Settings, UsageError
from govdisclosure.cli import commands
from govdisclosure.model.agency import AgencyKind
from govdisclosure.rules.outcome import Level

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "county-water-bureau-2010.txt"


@pytest.fixture
def call(capfd, monkeypatch, tmp_path):
    def run(*args):
        monkeypatch.chdir(tmp_path)
        status = commands.run([str(arg) for arg in args])
        written = capfd.readouterr()
        return status, written.out, written.err

    return run


def written(folder, text, name="govdisclosure.toml"):
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def codes(found):
    return {outcome.rule for outcome in found.outcomes}


def test_the_same_choices_from_a_file_and_as_arguments(tmp_path):
    path = written(tmp_path, 'select = ["STR"]\nextend-select = ["DDL101"]\nignore = ["STR102"]')
    read = Settings.load(path)
    made = Settings(select=["STR"], extend_select="DDL101", ignore=["STR102"], file=str(path))
    assert read == made
    found = codes(govdisclosure.check(EXAMPLE, settings=read))
    assert "DDL101" in found
    assert "STR101" in found
    assert not found & {"STR102", "CLM101"}


def test_arguments_win_over_settings():
    settings = Settings(select=["STR"], ignore=["DDL101"])
    assert codes(govdisclosure.check(EXAMPLE, select=["DDL"], ignore=["DDL102"], settings=settings)) >= {"DDL101"}
    assert codes(govdisclosure.check(EXAMPLE, select=["DDL"], settings=settings)).isdisjoint({"DDL101", "STR101"})


def test_python_reads_no_file_that_was_not_named(tmp_path, monkeypatch):
    written(tmp_path, 'select = ["STR101"]')
    monkeypatch.chdir(tmp_path)
    assert "DDL101" in codes(govdisclosure.check(EXAMPLE))


def test_levels_by_code_win_over_levels_by_family():
    failed = govdisclosure.check(EXAMPLE).of(govdisclosure.Kind.FAIL)
    assert failed
    assert failed[0].level is Level.ERROR
    code = failed[0].rule
    found = govdisclosure.check(EXAMPLE, settings=Settings(levels={code[:3]: "warning", code: "note"}))
    assert {one.level for one in found.of(govdisclosure.Kind.FAIL) if one.rule == code} == {Level.NOTE}


def test_some_rules_are_left_out_for_some_files(tmp_path):
    path = written(tmp_path, '[per-file-ignores]\n"old/*" = ["DDL"]')
    text = EXAMPLE.read_text("utf-8")
    for folder in ("old", "new"):
        written(tmp_path / folder, text, "report.txt")
    settings = Settings.load(path)
    assert "DDL101" not in codes(govdisclosure.check(tmp_path / "old" / "report.txt", settings=settings))
    assert "DDL101" in codes(govdisclosure.check(tmp_path / "new" / "report.txt", settings=settings))


def test_the_kind_of_an_organ_goes_by_the_first_name_that_fits():
    one = report("", agency=department("青石县矿区工作处"))
    settings = Settings(organ_kinds={"*工作处": "zone_committee", "青石县*": "government"})
    assert govdisclosure.check(one, settings=settings).report.agency.kind is AgencyKind.ZONE_COMMITTEE


def test_every_fault_is_told_with_file_key_and_suggestion(tmp_path):
    path = written(tmp_path, '[tool.govdisclosure]\nselct = ["STR"]\nblank-is = "nought"', "pyproject.toml")
    with pytest.raises(UsageError) as caught:
        Settings.load(path)
    assert f"{path}: tool.govdisclosure.selct 不认识的键，是否指：select" in caught.value.zh
    assert f"{path}: tool.govdisclosure.blank-is" in caught.value.zh
    wrong = Settings.load(written(tmp_path, 'select = ["STR999"]'))
    with pytest.raises(UsageError, match=r"govdisclosure\.toml: select .*STR"):
        govdisclosure.check(EXAMPLE, settings=wrong)


def test_an_unknown_level_given_in_python_is_refused():
    with pytest.raises(UsageError, match="warning"):
        Settings(levels={"DDL": "grave"})


def test_an_overlay_is_read_beside_the_file_that_names_it(tmp_path):
    body = 'id="own"\ntitle_zh="甲"\ntitle_en="a"\nregions=["青石县"]\nreport_years=[2010, 2012]\n[due]\nall="01-05"'
    written(tmp_path, body, "own.toml")
    settings = Settings.load(written(tmp_path, 'overlay = ["own.toml", "badaojiang-2009"]'))
    assert [one.id for one in settings.overlay] == ["own", "badaojiang-2009"]
    assert {one.origin for one in govdisclosure.check(EXAMPLE, settings=settings)} == {None, "own"}


def test_the_nearest_folder_upward_decides_and_a_project_without_our_table_is_passed_over(tmp_path):
    written(tmp_path, '[tool.govdisclosure]\nlanguage = "en"', "pyproject.toml")
    written(tmp_path / "a" / "b", "[tool.other]\nx = 1", "pyproject.toml")
    from govdisclosure.settings.loading import find  # noqa: PLC0415

    assert find(tmp_path / "a" / "b") == tmp_path / "pyproject.toml"
    written(tmp_path, 'language = "zh"')
    assert find(tmp_path / "a" / "b") == tmp_path / "govdisclosure.toml"


def test_the_command_takes_the_file_of_its_folder_unless_told_otherwise(call, tmp_path):
    written(tmp_path, 'select = ["STR101"]\nlanguage = "en"\nfail-on = "never"')
    status, out, _ = call("check", EXAMPLE)
    assert (status, "fail" in out) == (0, True)
    assert call("check", EXAMPLE, "--fail-on", "error", "--lang", "zh")[0] == 1
    assert call("check", EXAMPLE, "--isolated")[0] == 1
    other = written(tmp_path / "x", 'slect = ["STR"]', "other.toml")
    status, _, err = call("check", EXAMPLE, "--config", other)
    assert (status, "select" in err, str(other) in err) == (2, True, True)


def test_config_explains_what_holds_and_from_where(call, tmp_path):
    path = written(tmp_path, 'fail-on = "review"\noverlay = "badaojiang-2009"')
    _, out, _ = call("config", "--explain")
    assert f'fail-on = "review"  # {path}: fail-on' in out
    assert "ignore = []  # 默认值" in out
    document = json.loads(call("config", "--explain", "--format", "json")[1])
    held = {one["key"]: (one["value"], one["from"]) for one in document["settings"]}
    assert held["overlay"] == (["badaojiang-2009"], f"{path}: overlay")
    assert held["select"] == ([], None)
    assert json.loads(call("config", "--isolated", "--format", "json")[1])["file"] is None


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ('[tool.govdisclosure]\nignore = ["DDL"]\n', "不要写 [tool.govdisclosure]", "the keys stand at the top"),
        ("ignore = [“DDL”]\n", "第1行有中文标点（“）", "line 1 has Chinese punctuation"),
    ],
)
def test_what_is_easily_written_wrong_is_told_with_the_way_to_write_it(tmp_path, text, zh, en):
    path = tmp_path / "govdisclosure.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        Settings.load(path)
    assert zh in caught.value.zh
    assert en in caught.value.en
