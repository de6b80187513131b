import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

from govdisclosure import api
from govdisclosure.cli import commands, main
from govdisclosure.cli.inputs import inputs

ROOT = Path(__file__).resolve().parent.parent
UNIFIED = str(ROOT / "tests" / "fixtures" / "reports" / "unified-2023.html")
EXAMPLE = str(ROOT / "examples" / "county-water-bureau-2010.txt")


@pytest.fixture
def call(capfd):
    """Run a command; give back status, output and complaints."""

    def run(*args):
        status = commands.run([str(arg) for arg in args])
        written = capfd.readouterr()
        return status, written.out, written.err

    return run


@pytest.fixture
def sound(tmp_path):
    """A report in which nothing fails."""
    path = tmp_path / "sound" / "report.txt"
    path.parent.mkdir()
    text = (
        Path(EXAMPLE).read_text("utf-8").replace("当面申请2件、信函申请1件", "当面申请2件、信函申请1件,未收取任何费用")
    )
    path.write_text(text.replace("四、行政复议", "四、收费及减免情况\n\n2010年,我局没有收取费用。\n\n五、行政复议")
                    .replace("五、存在", "六、存在"), "utf-8")  # fmt: skip
    return path


def process(*args, env=None, data=b""):
    command = [sys.executable, "-m", "govdisclosure.cli", *args]
    return subprocess.run(command, input=data, capture_output=True, env={**os.environ, **(env or {})}, check=False)  # noqa: S603


def test_a_failing_report_exits_1_and_a_sound_one_0(call, sound):
    assert call("check", EXAMPLE)[0] == 1
    assert call("check", sound)[0] == 0


@pytest.mark.parametrize(
    ("threshold", "status"),
    [("error", 1), ("warning", 1), ("note", 1), ("review", 1), ("open", 1), ("never", 0)],
)
def test_fail_on_sets_the_threshold(call, threshold, status):
    assert call("check", "--fail-on", threshold, EXAMPLE)[0] == status


@pytest.mark.parametrize(("threshold", "status"), [("error", 0), ("note", 0), ("review", 1)])
def test_a_review_counts_only_when_asked_for(call, sound, threshold, status):
    assert call("check", "--fail-on", threshold, sound)[0] == status


def test_output_is_grouped_by_report_and_ends_with_a_summary(call):
    _, out, err = call("check", EXAMPLE)
    assert out.startswith(EXAMPLE)
    assert "不符（错误） STR101" in out
    assert "第三十二条第（三）项" in out
    assert "共1份报告：不符 1，待核 2" in out
    assert "\x1b" not in out
    assert err == ""


def test_every_bad_input_is_one_line_and_the_rest_goes_on(call, tmp_path):
    bad = {
        "empty.txt": b"",
        "binary.txt": bytes(range(256)) * 40,
        "other.txt": "今天天气很好。\n我们去公园。".encode(),
        "page.html": b"<html><body><p>nothing here</p></body></html>",
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "hollow").mkdir()
    paths = [tmp_path / "missing.txt", tmp_path / "hollow", *(tmp_path / name for name in bad)]
    status, out, err = call("check", *paths, EXAMPLE)
    assert status == 3
    assert len(err.splitlines()) == len(paths)
    assert all(any(line.startswith(f"{path}: ") for line in err.splitlines()) for path in paths)
    assert "不符（错误） STR101" in out
    assert f"未能读取{len(paths) - 1}个文件" in out
    assert "1个文件夹里没有可检查的文件" in out
    assert "Traceback" not in out + err


def test_unread_files_stand_in_json_and_sarif_too(call, tmp_path):
    (tmp_path / "empty.txt").touch()
    _, out, _ = call("check", "--format", "json", tmp_path / "empty.txt", EXAMPLE)
    document = json.loads(out)
    assert document["unread"][0]["source"] == str(tmp_path / "empty.txt")
    assert len(document["results"]) == 1
    _, out, _ = call("check", "--format", "sarif", tmp_path / "empty.txt", EXAMPLE)
    assert json.loads(out)["runs"][0]["invocations"][0]["executionSuccessful"] is False


@pytest.mark.parametrize("command", ["check", "parse"])
def test_an_unexpected_exception_is_one_line_without_traceback_or_words_of_the_file(call, monkeypatch, command):
    def broken(*_, **__):
        raise RuntimeError("words of the file")

    monkeypatch.setattr(api, "read", broken)
    status, out, err = call(command, "--lang", "en", EXAMPLE)
    assert (status, err) == (3, f"{EXAMPLE}: internal error (RuntimeError), not checked; please report it\n")
    assert "words of the file" not in out


def test_a_crashed_rule_is_told_and_exits_3(call, monkeypatch):
    check = api.check

    def crashing(*args, **options):
        return attrs.evolve(check(*args, **options), crashed=(("STR101", "KeyError"),))

    monkeypatch.setattr(api, "check", crashing)
    status, out, _ = call("check", EXAMPLE)
    assert status == 3
    assert "STR101 规则出错" in out


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (("check", "--as-of", "31.3.2011", EXAMPLE), "2011-03-31"),
        (("check", "--select", "STR10l", EXAMPLE), "STR10"),
        (("check", "--ignore", "NOPE", EXAMPLE), "NOPE"),
        (("check",), "PATHS"),
        (("chek", EXAMPLE), "check"),
        (("explain", "reply.trm"), "reply.term"),
        (("law", "--name", "reply.trm"), "reply.term"),
        (("law", "--as-of", "then"), "YYYY-MM-DD"),
        (("law", "--name", "reply.term", "--as-of", "2007-01-01"), "2008-05-01"),
        (("schema", "reports"), "report"),
        (("check", "--output", "/no/such/folder/out.txt", EXAMPLE), "/no/such/folder"),
    ],
)
def test_a_wrong_call_exits_2_with_a_hint_and_no_traceback(call, args, hint):
    status, out, err = call(*args)
    assert (status, out) == (2, "")
    assert hint in err
    assert "Traceback" not in err


def test_a_folder_is_walked_in_order_without_hidden_files_and_loops(tmp_path):
    for name in ("b.txt", "a.HTML", ".hidden.txt", "c.pdf", "sub/d.md", ".git/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    found = [Path(item.name).relative_to(tmp_path).as_posix() for item in inputs([str(tmp_path)])]
    assert found == ["a.HTML", "b.txt", "c.pdf", "sub/d.md"]


def test_a_file_named_outright_is_taken_whatever_its_ending(call, tmp_path):
    path = tmp_path / "report.dat"
    path.write_bytes(Path(EXAMPLE).read_bytes())
    assert call("check", path)[0] == 1


def test_the_lock_of_a_word_processor_is_no_report(call, sound):
    (sound.parent / "~$report.docx").write_bytes(b"\x05owner\x00")
    assert call("check", sound.parent)[0] == 0


def test_parse_as_text_prints_the_tables_as_tables(call):
    status, out, _ = call("parse", "--format", "text", "--lang", "en", UNIFIED)
    assert status == 0
    assert "table two: proactive disclosure" in out
    assert re.search(r"^normative documents +\d+ +\d+ +\d+$", out, re.MULTILINE)


def test_parse_gives_an_object_for_a_file_and_a_list_for_a_folder(call, sound):
    status, out, _ = call("parse", EXAMPLE)
    assert status == 0
    assert json.loads(out)["agency"]["name"] == "青石县水利局"
    assert isinstance(json.loads(call("parse", sound.parent)[1]), list)
    lines = call("parse", "--format", "jsonl", EXAMPLE, sound)[1].splitlines()
    assert [json.loads(line)["year"] for line in lines] == [2010, 2010]


@pytest.mark.parametrize("path", ["https://www.example.cn/a.html", "一、概述\n二、公开", "长" * 5000])
def test_addresses_and_texts_are_one_line_each_with_what_to_do(call, path):
    status, out, err = call("check", path)
    assert (status, out, len(err.splitlines())) == (3, "", 1)
    assert "另存为网页" in err or "bytes" in err


def test_output_goes_to_a_file(call, tmp_path):
    target = tmp_path / "out.json"
    assert call("check", "--format", "json", "--output", target, EXAMPLE)[:2] == (1, "")
    assert json.loads(target.read_text("utf-8"))["results"][0]["counts"]["fail"] == 1


@pytest.mark.parametrize("readable", [True, False])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_text_file_names_what_was_not_read_and_why(call, tmp_path, readable, lang):
    (tmp_path / "empty.txt").touch()
    target = tmp_path / "out.txt"
    paths = [tmp_path / "empty.txt", *([EXAMPLE] if readable else [])]
    status, out, err = call("check", "--lang", lang, "--output", target, *paths)
    assert (status, out) == (3, "")
    written = target.read_text("utf-8").splitlines()
    assert f"  {err.strip()}" in written
    assert ("未能读取、未检查的文件：" if lang == "zh" else "not read and not checked:") in written


def test_the_language_is_chosen(call):
    _, out, _ = call("check", "--lang", "en", EXAMPLE)
    assert "fail (error) STR101" in out
    assert "1 report: fail 1" in out


def test_codes_are_given_once_or_separated_by_commas(call):
    _, out, _ = call("check", "--format", "json", "--select", "DDL,CLM101", "--ignore", "DDL101", EXAMPLE)
    rules = {outcome["rule"] for outcome in json.loads(out)["results"][0]["outcomes"]}
    assert "CLM101" in rules
    assert "DDL101" not in rules
    assert {rule[:3] for rule in rules} == {"CLM", "DDL"}


def test_rules_law_and_explain_print(call):
    assert "STR101" in call("rules")[1]
    assert json.loads(call("rules", "--format", "json")[1])["rules"][0]["code"] == "STR101"
    assert "答复期限：15个工作日" in call("law", "--as-of", "2011-01-01")[1]
    assert "20 working days" in call("law", "--name", "reply.term", "--lang", "en")[1]
    day = json.loads(call("law", "--as-of", "2011-01-01", "--format", "json")[1])
    assert "regulation-2019" not in {one["id"] for one in day["instruments"]}
    assert "# STR101" in call("explain", "STR101", "reply.term")[1]


@pytest.mark.parametrize("command", [(), ("check",), ("parse",), ("explain",), ("rules",), ("law",), ("schema",)])
def test_every_help_has_a_chinese_line(call, command):
    status, out, _ = call(*command, "--help")
    assert status == 0
    assert any("\u4e00" <= sign <= "\u9fff" for sign in out)


def test_standard_input_is_read_and_output_is_utf8_whatever_the_locale():
    done = process("check", "-", env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}, data=Path(EXAMPLE).read_bytes())
    assert done.returncode == 1
    assert "不符（错误） STR101" in done.stdout.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="file names are not bytes there")
@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_a_file_name_that_is_no_text_does_not_crash(tmp_path, form):
    path = os.fsencode(tmp_path) + b"/\xff\xfe.txt"
    with open(path, "wb") as stream:  # noqa: PTH123
        stream.write(Path(EXAMPLE).read_bytes())
    done = process("check", "--format", form, os.fsdecode(path), env={"PYTHONUTF8": "1"})
    assert done.returncode == 1
    done.stdout.decode("utf-8")
    assert done.stderr == b""


@pytest.mark.skipif(os.name == "nt", reason="no such pipes there")
def test_a_reader_that_goes_away_is_met_with_silence():
    with subprocess.Popen(
        [sys.executable, "-m", "govdisclosure.cli", "law"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        running.stdout.close()
        assert running.stderr.read() == b""
        running.wait(timeout=30)


@pytest.mark.parametrize(
    ("variables", "args", "coloured"), [({}, (), True), ({"NO_COLOR": "1"}, (), False), ({}, ("--no-color",), False)]
)
def test_colour_is_for_terminals_that_want_it(monkeypatch, variables, args, coloured):
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    class Terminal(io.TextIOWrapper):
        def isatty(self):
            return True

    terminal = Terminal(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", terminal)
    commands.run(["check", *args, EXAMPLE])
    terminal.flush()
    assert (b"\x1b[" in terminal.buffer.getvalue()) is coloured


def test_without_click_the_extra_is_named(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "click", None)
    monkeypatch.delitem(sys.modules, "govdisclosure.cli.commands")
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 2
    said = capsys.readouterr().err
    assert 'pip install "govdisclosure[cli]"' in said
    assert 'pip install ".[cli]"' in said


@pytest.fixture
def folder(tmp_path, sound):
    """A folder with a sound report, a PDF, a picture, notes of a program and a hidden file."""
    home = tmp_path / "mixed"
    home.mkdir()
    (home / "a.txt").write_bytes(sound.read_bytes())
    for name, data in {"c.png": b"\x89PNG", "d.json": b"{}", ".hidden.json": b"{}"}.items():
        (home / name).write_bytes(data)
    return home


def test_files_of_a_folder_that_are_passed_over_are_named_and_change_no_exit_code(call, folder):
    status, out, err = call("check", folder)
    assert (status, err) == (0, "")
    assert "跳过2个文件" in out
    assert "c.png" in out
    assert ".hidden" not in out
    document = json.loads(call("check", "--format", "json", folder)[1])
    assert [Path(one["source"]).name for one in document["skipped"]] == ["c.png", "d.json"]
    run = json.loads(call("check", "--format", "sarif", folder)[1])["runs"][0]["invocations"][0]
    assert run["executionSuccessful"] is True
    assert [note["descriptor"]["id"] for note in run["toolExecutionNotifications"]] == ["skipped", "skipped"]
    assert "c.png" in call("parse", folder)[2]


def test_a_pdf_in_a_folder_was_not_checked_and_says_so(call, folder):
    (folder / "b.pdf").write_bytes(b"%PDF-1.4")
    status, out, err = call("check", folder)
    assert status == 3
    assert "b.pdf: PDF 已损坏" in err
    assert "未能读取1个文件" in out


def test_what_is_not_checked_of_a_report_stands_in_every_output(call):
    unified = ROOT / "tests" / "fixtures" / "reports" / "unified-2019.html"
    status, out, _ = call("check", unified)
    assert status == 0
    assert out.count("法定统计表") == 2
    assert "statutory tables" in call("check", "--lang", "en", "-q", unified)[1]
    result = json.loads(call("check", "--format", "json", unified)[1])["results"][0]
    assert "统计表" in result["not_checked"][0]["zh"]
    run = json.loads(call("check", "--format", "sarif", unified)[1])["runs"][0]["invocations"][0]
    assert run["toolExecutionNotifications"][0]["descriptor"]["id"] == "not-checked"
    assert run["executionSuccessful"] is True


@pytest.mark.parametrize(
    "args",
    [
        ("--ignore", ",".join(sorted({rule.family for rule in api.all_rules()}))),
        ("--select", "STR101", "--ignore", "STR101"),
    ],
)
def test_a_check_by_no_rule_is_a_wrong_call(call, args):
    status, out, err = call("check", *args, EXAMPLE)
    assert (status, out) == (2, "")
    assert "没有可运行的规则" in err


def test_what_blanks_counted_as_stands_in_the_output(call):
    tool = json.loads(call("check", "--blank-is", "zero", "--format", "json", EXAMPLE)[1])["tool"]
    assert tool["blank_is"] == "zero"
    run = json.loads(call("check", "--format", "sarif", EXAMPLE)[1])["runs"][0]
    assert run["properties"]["blankIs"] == "open"
    assert call("check", "--blank-is", "nought", EXAMPLE)[0] == 2


@pytest.mark.parametrize(("threshold", "status"), [("review", 0), ("open", 1), ("warning", 0)])
def test_an_open_question_counts_only_when_asked_for(call, threshold, status):
    first = ROOT / "tests" / "fixtures" / "reports" / "first-year-2008.txt"
    assert call("check", "--fail-on", threshold, first)[0] == status


def test_quiet_still_prints_the_closing_line(call, sound):
    assert call("check", "-q", sound)[1].startswith("共1份报告：不符 0")


def test_the_bare_command_prints_the_help(call):
    status, out, err = call()
    assert (status, out, err) == (0, call("--help")[1], "")
    assert "检查报告 / check reports" in out


@pytest.mark.parametrize(
    ("args", "zh"),
    [
        (("check",), "缺少参数 PATHS"),
        (("chek",), "没有命令'chek'，是否指：check"),
        (("check", "--format", "xml", EXAMPLE), "选项 --format 的值不对，可选：text、json、sarif"),
        (("check", "--fromat", "json", EXAMPLE), "没有选项 --fromat，是否指：--format"),
        (("check", EXAMPLE, "--as-of"), "选项 --as-of 用法有误"),
        (("check", "--output", "/no/such/out.txt", EXAMPLE), "读写文件出错"),
        (("check", "--select", "STR999", EXAMPLE), "是否指：STR101"),
        (("law", "--name", "答复期限"), "是否指：reply.term"),
    ],
)
def test_a_wrong_call_is_answered_in_chinese_too(call, args, zh):
    status, _, err = call(*args)
    assert status == 2
    assert zh in err.splitlines()[0]
    assert " / " in err.splitlines()[0]


def test_a_missing_file_alone_is_one_line(call, tmp_path):
    status, out, err = call("check", tmp_path / "missing.txt")
    assert (status, out) == (3, "")
    assert len(err.splitlines()) == 1


def test_a_file_given_twice_counts_once(call):
    again = os.path.relpath(EXAMPLE)
    assert "共1份报告" in call("check", EXAMPLE, again, EXAMPLE)[1]


@pytest.mark.skipif(os.name == "nt", reason="no such pipes there")
def test_a_pipe_in_the_way_is_an_error_and_no_wait(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    done = process("check", str(tmp_path / "pipe.txt"), str(tmp_path))
    assert done.returncode == 3
    assert done.stderr.decode().count("不是普通文件") == 1


@pytest.mark.parametrize("args", [("check", EXAMPLE), ("law",), ("check", "--format", "json", EXAMPLE)])
def test_a_closed_standard_output_changes_no_exit_code(monkeypatch, args):
    usual = commands.run(list(args))
    monkeypatch.setattr(sys, "stdout", None)
    assert commands.run(list(args)) == usual


def test_standard_input_goes_by_its_name():
    done = process("check", "-", data=Path(EXAMPLE).read_bytes())
    assert done.stdout.decode().startswith("标准输入\n")
    assert process("check", "-", "--lang", "en").stderr.decode().startswith("stdin: ")


def test_no_personal_number_of_the_head_comes_out(call, tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(Path(EXAMPLE).read_text("utf-8").replace("青石县水利局", "青石县13912345678水利局"), "utf-8")
    for form in ("text", "json", "sarif"):
        _, out, err = call("check", "-v" if form == "text" else "--no-color", "--format", form, path)
        assert "13912345678" not in out + err


def test_the_law_is_listed_in_groups_by_day_and_by_year(call):
    zh, en = call("law", "--as-of", "2012-06-01")[1], call("law", "--as-of", "2012-06-01", "--lang", "en")[1]
    assert "起始日不明" in zh
    assert "start unknown" in en
    assert zh.index("起始日不明") < zh.index("cost-fees-2008") < zh.index("按日期适用的参数") < zh.index("（2012年度）")
    assert "自由格式（2008—2018）" in zh
    assert "free_form" not in zh
    assert "Term for answering a request: 15 working days" in en
    assert "统计期" not in en
    assert "form-2019" not in call("law", "--as-of", "2007-01-01")[1]
    assert "5月1日至12月31日" in call("law", "--as-of", "2008-06-01")[1]
    assert "1 May to 31 December" in call("law", "--as-of", "2008-06-01", "--lang", "en")[1]


def test_the_list_of_rules_has_its_levels_in_words(call):
    assert "警告" in call("rules")[1]
    assert "warning" not in call("rules")[1]
    assert "warning" in call("rules", "--lang", "en")[1]
