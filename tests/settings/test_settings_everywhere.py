import json
import shutil
from pathlib import Path

import attrs
import jsonschema
import pytest

import govdisclosure
from govdisclosure import Kind, Level, Plugin, Plugins, Settings, UsageError, rule
from govdisclosure.cli import commands
from govdisclosure.documents.flow import FlowBuilder
from govdisclosure.law.overlay_files import shipped_overlay

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "county-water-bureau-2010.txt"
BOOKS = ROOT / "examples" / "register"
DAY = "2025-03-01"


@pytest.fixture
def call(capfd, monkeypatch, tmp_path):
    for name in ("requests.csv", "catalogue.csv"):
        shutil.copy(BOOKS / name, tmp_path / name)

    def run(*args):
        monkeypatch.chdir(tmp_path)
        status = commands.run([str(arg) for arg in args])
        written = capfd.readouterr()
        return status, written.out, written.err

    return run


def codes(out):
    return {one["rule"] for one in json.loads(out)["results"][0]["outcomes"]}


def test_a_select_of_report_families_leaves_registers_and_catalogues_their_rules(call, tmp_path):
    (tmp_path / "govdisclosure.toml").write_text('select = ["STR", "DDL"]\nextend-select = ["SUM201"]', "utf-8")
    status, out, _ = call("register", "check", "requests.csv", "--as-of", DAY, "--format", "json")
    assert status == 1
    assert {"REQ101", "REQ109"} <= codes(out)
    assert "ITM101" in codes(call("items", "check", "catalogue.csv", "--format", "json")[1])
    assert {code[:3] for code in codes(call("check", EXAMPLE, "--format", "json")[1])} == {"STR", "DDL", "SUM"}


def test_a_select_that_names_one_kind_of_rule_binds_that_kind_alone(call, tmp_path):
    (tmp_path / "govdisclosure.toml").write_text('select = ["STR", "REQ109"]\nignore = ["ITM102"]', "utf-8")
    assert codes(call("register", "check", "requests.csv", "--format", "json")[1]) == {"REQ109"}
    found = codes(call("items", "check", "catalogue.csv", "--format", "json")[1])
    assert "ITM101" in found
    assert "ITM102" not in found


def test_levels_fail_on_language_and_per_file_ignores_hold_for_registers(call, tmp_path):
    args = ("register", "check", "requests.csv", "--as-of", DAY)
    settings = tmp_path / "govdisclosure.toml"
    assert call(*args)[0] == 1
    settings.write_text('language = "en"\n[levels]\nREQ101 = "warning"', "utf-8")
    status, out, _ = call(*args)
    assert (status, "fail (warning) REQ101" in out) == (0, True)
    assert "不符（警告）" in call(*args, "--lang", "zh")[1]
    settings.write_text('fail-on = "warning"\n[levels]\nREQ101 = "warning"', "utf-8")
    assert call(*args)[0] == 1
    assert call(*args, "--fail-on", "error")[0] == 0
    assert call(*args, "--isolated")[0] == 1
    settings.write_text('[per-file-ignores]\n"req*.csv" = ["REQ101"]', "utf-8")
    assert call(*args)[0] == 0
    other = tmp_path / "other.toml"
    other.write_text('ignore = ["REQ101"]', "utf-8")
    assert call(*args, "--isolated")[0] == 1
    assert call(*args, "--config", other)[0] == 0


def test_files_read_as_one_leave_out_only_what_each_of_them_leaves_out():
    settings = Settings(per_file_ignores={"a.csv": ["REQ"], "b.csv": ["REQ101", "REM"]})
    rules = [one for one in govdisclosure.all_rules() if one.about in {"requests", "cases"}]
    left = {one.code for one in settings.tuned(rules, "x/a.csv", "x/b.csv")}
    assert {one.code for one in rules} - left == {"REQ101"}


def test_the_same_as_arguments_in_python():
    path = BOOKS / "requests.csv"
    found = govdisclosure.check_register(path, as_of=DAY, settings=Settings(levels={"REQ101": "note"}))
    assert {one.level for one in found.of(Kind.FAIL)} == {Level.NOTE}
    found = govdisclosure.check_register(path, as_of=DAY, settings=Settings(per_file_ignores={"requests.csv": ["REQ"]}))
    assert not found.of(Kind.FAIL)
    found = govdisclosure.check_items(BOOKS / "catalogue.csv", settings=Settings(select=["ITM101", "STR"]))
    assert {one.rule for one in found} == {"ITM101"}
    with pytest.raises(UsageError, match="XYZ"):
        govdisclosure.check_register(path, settings=Settings(ignore=["XYZ"]))


@rule("HSE201", "house.requests.few", "申请不多", "few requests", cites="regulation-2019:33", about="requests")
def few(question, found):
    """Whether there are fewer than a hundred."""
    kind = "pass" if len(question.requests) < 100 else "fail"
    yield found(kind, f"{len(question.requests)}件", f"{len(question.requests)} requests", subject="requests")


@rule("HSE202", "house.requests.odd", "出错", "odd", cites="regulation-2019:33", about="requests")
def odd(_question, found):
    yield found("pass", "好", "good", subject="a", facts={"x": object()})


@rule("HSE203", "house.requests.undeclared", "出错", "odd", cites="regulation-2019:33", about="requests")
def undeclared(_question, found):
    yield found("review", "疑", "doubt", subject="a")


def plugins(*values, group="rules"):
    return Plugins(
        found=tuple(
            Plugin(group=group, name=f"p{n}", package="house 1.0", value=value) for n, value in enumerate(values)
        ),
        groups=(group,),
    )


def test_rules_of_plugins_judge_registers_and_one_that_cannot_be_written_crashes():
    found = govdisclosure.check_register(
        BOOKS / "requests.csv", plugins=plugins((few, odd, undeclared)), select=["HSE"]
    )
    assert [(one.rule, one.kind, one.facts) for one in found] == [("HSE201", Kind.PASS, {})]
    assert found.crashed == (("HSE202", "TypeError"), ("HSE203", "UsageError"))
    assert "HSE201" not in {one.rule for one in govdisclosure.check(EXAMPLE, plugins=plugins((few,)))}
    assert govdisclosure.explain("house.requests.few", plugins=plugins((few,))).code == "HSE201"


class Shouting:
    """Reads text as its capitals."""

    suffixes = (".txt", ".shout")
    media_type = "text/x-shout"

    def sniff(self, data):
        return data.startswith("政府".encode()) or b"\n" in data

    def read(self, data, source):
        flow = FlowBuilder()
        for line in data.decode().splitlines():
            flow.paragraph(line)
        return flow.document(source)


def test_a_built_in_format_is_read_by_a_plugin_only_where_it_is_preferred():
    added = plugins(Shouting(), group="readers")
    assert govdisclosure.read(EXAMPLE, plugins=added).source.media_type == "text/plain"
    assert govdisclosure.read(EXAMPLE.read_bytes(), plugins=added).source.media_type == "text/plain"
    first = added.preferring("p0")
    assert govdisclosure.read(EXAMPLE, plugins=first).source.media_type == "text/x-shout"
    assert govdisclosure.read(EXAMPLE.read_bytes(), uri="a.shout", plugins=added).source.media_type == "text/x-shout"
    settings = Settings(prefer_readers=["p0"])
    assert govdisclosure.check(EXAMPLE, settings=settings, plugins=added).report.source.media_type == "text/x-shout"
    assert govdisclosure.check(EXAMPLE, settings=settings).report.source.media_type == "text/plain"
    with pytest.raises(UsageError, match="p0"):
        added.preferring("p00")


def test_what_a_reader_says_of_the_source_is_not_believed():
    class Lying(Shouting):
        def read(self, data, source):
            document = super().read(data, source)
            return attrs.evolve(document, source=attrs.evolve(source, uri="else", sha256="0", media_type="text/plain"))

    source = govdisclosure.read(EXAMPLE, plugins=plugins(Lying(), group="readers").preferring("p0")).source
    assert (source.uri, source.media_type, len(source.sha256)) == (str(EXAMPLE), "text/x-shout", 64)


def test_the_settings_that_are_shown_fit_their_schema(call, tmp_path):
    (tmp_path / "govdisclosure.toml").write_text(
        'select = ["STR"]\noverlay = "badaojiang-2009"\nfail-on = "open"\nprefer-readers = ["x"]\n'
        '[per-file-ignores]\n"a*" = ["DDL"]\n[levels]\nDDL101 = "note"\n[organ-kinds]\n"*处" = "zone_committee"',
        "utf-8",
    )
    schema = json.loads(call("schema", "config")[1])
    jsonschema.Draft202012Validator.check_schema(schema)
    shown = json.loads(call("config", "--format", "json")[1])
    jsonschema.validate(shown, schema)
    jsonschema.validate(json.loads(call("config", "--format", "json", "--isolated")[1]), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**shown, "settings": shown["settings"][1:]}, schema)


def test_rules_show_what_the_settings_make_of_them(call, tmp_path):
    (tmp_path / "govdisclosure.toml").write_text(
        'select = ["STR"]\nignore = ["STR102", "ITM101"]\n[levels]\nSTR101 = "note"', "utf-8"
    )
    lines = {line[:6]: line for line in call("rules")[1].splitlines()}
    assert "提示" in lines["STR101"]
    assert "级别由设置改定，原为错误" in lines["STR101"]
    off = "按设置不运行"
    assert [off in lines[code] for code in ("STR102", "DDL101", "ITM101", "ITM102", "REQ101")] == [
        True, True, True, False, False,
    ]  # fmt: skip
    assert off not in call("rules", "--isolated")[1]
    (tmp_path / "govdisclosure.toml").write_text('language = "en"', "utf-8")
    assert "every content the Regulation asks for is there" in call("rules")[1]
    assert "名称" not in call("explain", "STR101")[1].split("##")[0]
    assert "名称" in call("explain", "STR101", "--isolated")[1].split("##")[0]


def test_sarif_keeps_the_cards_and_says_what_the_settings_changed(call, tmp_path):
    (tmp_path / "govdisclosure.toml").write_text(
        'ignore = ["STR102"]\n[levels]\nDDL = "note"\nDDL101 = "error"\n[per-file-ignores]\n"old/*" = ["SUM"]', "utf-8"
    )
    log = json.loads(call("check", EXAMPLE, "--format", "sarif")[1])
    jsonschema.Draft202012Validator(
        json.loads((ROOT / "tests" / "fixtures" / "sarif-2.1.0.schema.json").read_text("utf-8"))
    ).validate(log)
    run = log["runs"][0]
    cards, invocation = run["tool"]["driver"]["rules"], run["invocations"][0]
    assert "STR102" not in {one["id"] for one in cards}
    overridden = {one["descriptor"]["id"]: one for one in invocation["ruleConfigurationOverrides"]}
    assert overridden["DDL102"]["configuration"] == {"level": "note"}
    assert cards[overridden["DDL102"]["descriptor"]["index"]]["id"] == "DDL102"
    assert cards[overridden["DDL102"]["descriptor"]["index"]]["defaultConfiguration"]["level"] != "note"
    assert "DDL101" not in overridden  # it has that level by itself
    assert invocation["properties"] == {"perFileIgnores": {"old/*": ["SUM"]}}
    plain = json.loads(call("check", EXAMPLE, "--format", "sarif", "--isolated")[1])["runs"][0]["invocations"][0]
    assert not {"ruleConfigurationOverrides", "properties"} & set(plain)
    log = json.loads(
        call("register", "check", "requests.csv", "--format", "sarif", "--config", "govdisclosure.toml")[1]
    )
    assert "ruleConfigurationOverrides" not in log["runs"][0]["invocations"][0]


def test_the_manual_s_settings_and_overlay_are_read_as_they_stand(tmp_path):
    page = (ROOT / "docs" / "pipelines" / "configuration.md").read_text("utf-8")
    settings, overlay = (block.split("```")[0] for block in page.split("```toml\n")[1:3])
    (tmp_path / "pyproject.toml").write_text(settings, "utf-8")
    (tmp_path / "our-city.toml").write_text(overlay, "utf-8")
    held = Settings.load(tmp_path / "pyproject.toml")
    assert [one.id for one in held.overlay] == ["badaojiang-2009", "our-city-2021"]
    assert set(held.origins) == {one.name for one in attrs.fields(Settings)} - {"file", "origins"}
    held.require(govdisclosure.all_rules())
    assert {one.rule for one in govdisclosure.check(EXAMPLE, settings=held)} >= {"STR101", "DDL101"}


def test_a_reader_that_is_preferred_and_not_installed_is_told_by_every_command(call, tmp_path):
    (tmp_path / "govdisclosure.toml").write_text('prefer-readers = ["nothing-like-it"]', "utf-8")
    for command in (("check", EXAMPLE), ("parse", EXAMPLE), ("batch", EXAMPLE, "--output", tmp_path / "out")):
        status, _, err = call(*command)
        assert (status, "nothing-like-it" in err) == (2, True)
        assert call(*command, "--no-plugins")[0] in {0, 1}


def test_a_file_that_is_left_out_altogether_is_said_not_to_be_checked():
    settings = Settings(select=["STR"], per_file_ignores={"*": ["STR"]})
    found = govdisclosure.check(EXAMPLE, settings=settings)
    assert [one.en for one in found.not_checked if "leaves out every rule" in one.en]
    some = Settings(per_file_ignores={"*": ["STR"]})
    kept = govdisclosure.check(EXAMPLE, settings=some)
    assert not [one.en for one in kept.not_checked if "leaves out every rule" in one.en]
    entries = Settings(per_file_ignores={"*": ["REQ", "REM"]})
    listed = govdisclosure.check_register(BOOKS / "requests.csv", as_of=DAY, settings=entries, select=["REQ"])
    assert [one.zh for one in listed.not_checked if "没有核查" in one.zh]


def test_local_rules_that_are_given_twice_are_refused():
    one = shipped_overlay("badaojiang-2009")
    with pytest.raises(UsageError, match="2 times"):
        Settings(overlay=[one, one])
