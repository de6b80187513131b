"""The files that other people's pipelines read: the action of GitHub and the hooks of pre-commit."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest

from govdisclosure.cli import commands
from govdisclosure.documents.detect import SUFFIXES
from govdisclosure.documents.endings import _NAMED

yaml = pytest.importorskip("yaml", reason="PyYAML is not installed")
ROOT = Path(__file__).resolve().parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
INSTALL, CHECK = ACTION["runs"]["steps"]
BASH = shutil.which("bash")
HOSTILE = [
    "$(touch taken)", "`touch taken`", '"; touch taken; "', "a' ; touch taken ; '", "a\ntouch taken", "--version",
    "* ?", "${IFS}", "\\", "-", "::error::x", "##[error]x", "报告 一.html",
]  # fmt: skip
needs_bash = pytest.mark.skipif(BASH is None, reason="no bash on this machine")
# Keys of docs.github.com "Metadata syntax reference" and of pre-commit.com "Creating new hooks".
TOP = {"name", "author", "description", "inputs", "outputs", "runs", "branding"}
INPUT = {"description", "required", "default", "deprecationMessage"}
STEP = {"id", "name", "run", "shell", "env", "if", "uses", "with", "working-directory", "continue-on-error"}
HOOK = {
    "id", "name", "entry", "language", "files", "exclude", "types", "types_or", "exclude_types", "always_run",
    "fail_fast", "verbose", "pass_filenames", "require_serial", "description", "language_version",
    "minimum_pre_commit_version", "args", "stages", "additional_dependencies",
}  # fmt: skip


def options(*names):
    command = commands.cli
    for name in names:
        command = command.commands[name]
    return {option: one for one in command.params if isinstance(one, click.Option) for option in one.opts}


def test_the_action_has_the_keys_that_are_documented():
    assert set(ACTION) <= TOP
    assert {"name", "description", "runs"} <= set(ACTION)
    assert ACTION["runs"]["using"] == "composite"
    assert all(set(one) <= INPUT and one["description"] for one in ACTION["inputs"].values())
    assert all(set(one) == {"description", "value"} for one in ACTION["outputs"].values())
    assert all(set(step) <= STEP and step["shell"] == "bash" for step in ACTION["runs"]["steps"])
    ids = [step["id"] for step in ACTION["runs"]["steps"]]
    named = re.findall(r"steps\.(\w+)\.outputs\.(\w+)", (ROOT / "action.yml").read_text("utf-8"))
    assert {step for step, _ in named} <= set(ids)
    for step, output in named:
        script = ACTION["runs"]["steps"][ids.index(step)]["run"]
        assert re.search(rf"printf '{output}=%s\\n'[^\n]*GITHUB_OUTPUT", script)


def test_no_input_is_text_of_a_script_and_each_reaches_one():
    given = {}
    for step in (INSTALL, CHECK):
        assert "${{" not in step["run"]
        given |= {value: name for name, value in step["env"].items()}
    wanted = {f"${{{{ inputs.{name} }}}}": f"IN_{name.upper().replace('-', '_')}" for name in ACTION["inputs"]}
    assert {value: name for value, name in given.items() if "inputs." in value} == wanted
    for step in (INSTALL, CHECK):
        script = step["run"]
        listed = re.search(r"for name in ([a-z -]+); do", script)
        looped = {f"IN_{name.upper().replace('-', '_')}" for name in listed[1].split()} if listed else set()
        unused = {name for name in step["env"] if f"${name}" not in script and f"${{{name}" not in script}
        assert unused - looped - {"PYTHONUTF8"} == set()


def test_every_option_of_the_action_is_one_of_check():
    known = options("check")
    script = CHECK["run"]
    looped = re.search(r"for name in ([a-z -]+); do", script)[1].split()
    written = set(re.findall(r"check.*?--([a-z-]+)", script)) | set(re.findall(r'"?--([a-z-]+)[= ]', script))
    written.discard("stop")
    assert {f"--{name}" for name in (*looped, *written)} <= set(known)
    forms = set(known["--format"].type.choices)
    assert ACTION["inputs"]["format"]["default"] in forms
    assert set(re.findall(r"\w+", ACTION["inputs"]["format"]["description"].split("(")[1].split(")")[0])) == forms


class Runner:
    """A step run by bash as a runner does, with a program that writes down how it was called."""

    def __init__(self, folder):
        self.folder, self.temp, self.bin = folder / "work", folder / "temp", folder / "a bin"
        self.output = folder / "output"
        for one in (self.folder, self.temp, self.bin):
            one.mkdir()
        self.calls = folder / "calls"

    def program(self, name, body):
        path = self.bin / name
        path.write_text(f"#!{sys.executable}\nimport json, os, sys\n{body}\n", "utf-8")
        path.chmod(0o755)
        return path

    def recording(self, name="govdisclosure", status=0, more=""):
        note = f"open({str(self.calls)!r}, 'a').write(json.dumps(sys.argv[1:]) + '\\n')"
        return self.program(name, f"{note}\n{more}\nsys.exit({status})")

    def run(self, step, **given):
        self.output.write_text("", "utf-8")
        env = {"PATH": os.environ["PATH"], "RUNNER_TEMP": str(self.temp), "GITHUB_OUTPUT": str(self.output)}
        env |= {"BIN": str(self.bin), "GITHUB_ACTION_PATH": str(ROOT), "PYTHONPATH": os.pathsep.join(sys.path)}
        for name, one in ACTION["inputs"].items():
            env[f"IN_{name.upper().replace('-', '_')}"] = given.pop(name, one["default"])
        script = self.temp / "step.sh"
        script.write_text(step["run"], "utf-8")
        # As the runner calls it: bash --noprofile --norc -eo pipefail {0}
        command = [BASH, "--noprofile", "--norc", "-eo", "pipefail", str(script)]
        return subprocess.run(  # noqa: S603  the action's own script
            command, cwd=self.folder, env=env | given, capture_output=True, text=True, timeout=120, check=False
        )

    def called(self):
        return [json.loads(line) for line in self.calls.read_text("utf-8").splitlines()] if self.calls.exists() else []

    def outputs(self):
        return dict(line.split("=", 1) for line in self.output.read_text("utf-8").splitlines())

    def untouched(self):
        return not (self.folder / "taken").exists()


@pytest.fixture
def runner(tmp_path):
    return Runner(tmp_path)


@needs_bash
@pytest.mark.parametrize("value", HOSTILE)
def test_whatever_an_input_holds_is_one_argument_and_runs_nothing(runner, value):
    runner.recording()
    names = ("output", "fail-on", "select", "ignore", "baseline", "suppressions", "config", "as-of", "lang")
    done = runner.run(CHECK, **dict.fromkeys(names, value), paths=f"{value}\nb c.html\r\n\n", format="text")
    assert done.returncode == 0, done.stderr
    (called,) = runner.called()
    paths = [line for line in value.splitlines() if line]
    assert called[called.index("--") + 1 :] == [*paths, "b c.html"]
    assert called[: called.index("--")] == ["check", "--format=text", *(f"--{name}={value}" for name in names)]
    assert runner.untouched()
    assert runner.outputs() == {"status": "0"}


@needs_bash
def test_what_is_not_given_is_not_said_and_the_status_is_that_of_the_check(runner):
    for status in (0, 1, 2, 3):
        runner.recording(status=status)
        assert runner.run(CHECK).returncode == status
        assert runner.outputs() == {"status": str(status)}
    assert runner.called() == [["check", "--format=github", "--", "."]] * 4


@needs_bash
def test_sarif_is_written_by_a_second_run_with_the_same_options(runner):
    runner.recording(status=1, more="[open(a[9:], 'w') for a in sys.argv if a.startswith('--output=')]")
    assert runner.run(CHECK, sarif="a b.sarif", select="STR").returncode == 1
    first, second = runner.called()
    assert first == ["check", "--format=github", "--select=STR", "--", "."]
    assert second == ["check", "--format=sarif", "--quiet", "--output=a b.sarif", "--select=STR", "--", "."]
    assert runner.outputs() == {"status": "1", "sarif": "a b.sarif"}
    assert runner.run(CHECK, sarif="a\nstatus=0").returncode == 2
    assert runner.outputs() == {}


@needs_bash
def test_only_annotations_are_commands_of_the_runner(runner):
    more = "print('::error::found'); print('##[error]::error::name', file=sys.stderr)"
    runner.recording(more=more)
    for form, heard in (("github", ["::error::found"]), ("text", [])):
        lines = runner.run(CHECK, format=form).stdout.splitlines()
        stop = next(line for line in lines if line.startswith("::stop-commands::"))
        token = stop.removeprefix("::stop-commands::")
        before = lines[: lines.index(stop)]
        assert [line for line in before if line.startswith("::")] == heard
        assert lines[-1] == f"::{token}::"
        assert len(lines) == 4
    assert not [path for path in runner.temp.iterdir() if path.name.startswith("govdisclosure-")]


@needs_bash
def test_the_check_itself_runs_in_the_action(runner):
    runner.program("govdisclosure", "from govdisclosure.cli.commands import run\nsys.exit(run())")
    odd = "a,b 100%：c.html"
    (runner.folder / odd).write_text("无关", "utf-8")
    shutil.copy(ROOT / "examples" / "county-water-bureau-2010.txt", runner.folder)
    done = runner.run(CHECK, sarif="out.sarif", **{"fail-on": "never", "as-of": "2026-01-01"})
    assert done.returncode == 3, done.stderr
    assert "::error file=a%2Cb 100%25：c.html,title=未能读取::" in done.stdout
    assert json.loads((runner.folder / "out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert runner.outputs() == {"status": "3", "sarif": "out.sarif"}


@needs_bash
def test_the_step_that_installs_asks_for_the_revision_or_a_version(runner):
    python = runner.program(
        "python3",
        f"open({str(runner.calls)!r}, 'a').write(json.dumps(sys.argv[1:]) + '\\n')\n"
        "if 'venv' in sys.argv:\n    os.makedirs(sys.argv[-1] + '/bin')\n"
        "    os.symlink(__file__, sys.argv[-1] + '/bin/python')",
    )
    assert runner.run(INSTALL, python=str(python)).returncode == 0
    home = str(runner.temp / "govdisclosure")
    pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--"]
    assert runner.called() == [["-m", "venv", "--", home], [*pip, f"{ROOT}[cli,html,office,pdf]"]]
    assert runner.outputs() == {"bin": f"{home}/bin"}
    shutil.rmtree(home)
    assert runner.run(INSTALL, python=str(python), version="0.1.0", extras="").returncode == 0
    assert runner.called()[-1] == [*pip, "govdisclosure[cli]==0.1.0"]


@needs_bash
@pytest.mark.parametrize("value", [v for v in HOSTILE if v != "-"] + ["html]==9 --index-url=x", "html,\nx=y"])
def test_the_step_that_installs_refuses_what_is_no_name_or_number(runner, value):
    runner.recording("python3")
    for name in ("version", "extras"):
        done = runner.run(INSTALL, **{name: value}, python=str(runner.bin / "python3"))
        assert done.returncode == 2
        assert done.stdout.startswith("::error title=govdisclosure::")
    assert runner.called() == []
    assert runner.untouched()


def test_extras_that_are_installed_are_those_of_the_package():
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    named = ACTION["inputs"]["extras"]["default"].split(",")
    for hook in HOOKS.values():
        (wanted,) = hook["additional_dependencies"]
        named += wanted.removeprefix(".[").removesuffix("]").split(",")
    assert set(named) <= set(extras)


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_a_hook_has_documented_keys_and_calls_a_command_that_is_there(hook):
    assert set(hook) <= HOOK
    program, *words = shlex.split(hook["entry"])
    assert program == "govdisclosure"
    assert options(*words)
    re.compile(hook["files"])


def runs_on(name, hook="govdisclosure-check"):
    files, exclude = HOOKS[hook]["files"], HOOKS[hook].get("exclude", "^$")
    return bool(re.search(files, name)) and not re.search(exclude, name)


def test_the_hook_runs_on_what_a_folder_is_searched_for_but_not_on_programs():
    programs = {".jsp", ".asp", ".aspx", ".php"}
    assert programs < set(SUFFIXES)
    for suffix in {*SUFFIXES, *_NAMED}:
        for name in (f"报告/2023年报{suffix}", f"a b{suffix.upper()}", f"readmes/notice-board/{'x' + suffix}"):
            assert runs_on(name) is (suffix not in programs), name
    for name in (
        "README.md", "docs/readme.zh.md", "CHANGELOG.md", "LICENSE.txt", "requirements.txt", "requirements-dev.txt",
        ".github/pull_request_template.md", "a/.hidden.html", "data.csv", "htmlx", "a.html.bak", "pdf", "x.json",
    ):  # fmt: skip
        assert not runs_on(name), name
    for name in ("notice-2023.html", "security.docx", "readme 2023年报.txt", "license.pdf"):
        assert runs_on(name), name
    assert runs_on("登记簿.CSV", "govdisclosure-register")
    assert not runs_on("登记簿.py", "govdisclosure-items")


@pytest.mark.skipif(shutil.which("git") is None, reason="no git on this machine")
def test_pre_commit_runs_the_hook_with_names_as_arguments(tmp_path, monkeypatch):
    clientlib = pytest.importorskip("pre_commit.clientlib", reason="pre-commit is not installed")
    clientlib.load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))
    monkeypatch.chdir(tmp_path)
    for name in ("PRE_COMMIT_HOME", "HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / ".cache"))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    source = (ROOT / "examples" / "county-water-bureau-2010.txt").read_bytes()
    for name in ("README.md", "年报 一.txt"):
        (tmp_path / name).write_bytes(source if name != "README.md" else b"x")
    hook = HOOKS["govdisclosure-check"] | {"language": "system", "additional_dependencies": []}
    hook["entry"] = f"{shlex.quote(sys.executable)} -m govdisclosure.cli check"
    config = {"repos": [{"repo": "local", "hooks": [hook | {"args": ["--fail-on", "never", "--format", "json"]}]}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")

    def run(*args):
        return subprocess.run(args, capture_output=True, text=True, timeout=300, check=False)  # noqa: S603

    assert run("git", "init", "-q", ".").returncode == 0
    run("git", "config", "core.quotepath", "true")
    run("git", "add", "-A")
    verbose = (sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose")
    done = run(*verbose)
    assert done.returncode == 0, done.stdout + done.stderr
    assert '"source": "年报 一.txt"' in done.stdout
    assert "README" not in done.stdout
    hook["args"] = []
    (tmp_path / "坏.html").write_text("无关", "utf-8")
    (tmp_path / ".pre-commit-config.yaml").write_text(
        yaml.safe_dump({"repos": [{"repo": "local", "hooks": [hook]}]}), "utf-8"
    )
    run("git", "add", "-A")
    done = run(*verbose)
    assert done.returncode == 1
    assert "exit code: 3" in done.stdout


PAGE = (ROOT / "docs" / "pipelines" / "ci.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
COMMANDS = re.findall(r"govdisclosure ((?:check|register|items) [^'\n]+)", "".join(code for _, code in BLOCKS))


def test_the_page_on_pipelines_says_what_the_files_have():
    github, gitlab, hooks = (yaml.safe_load(code) for kind, code in BLOCKS if kind == "yaml")
    (step,) = [one for one in github["jobs"]["check"]["steps"] if "/govdisclosure@" in one.get("uses", "")]
    assert set(step["with"]) <= set(ACTION["inputs"])
    assert gitlab["reports"]["artifacts"]["reports"] == {"junit": "govdisclosure.xml"}
    (repository,) = hooks["repos"]
    assert {one["id"] for one in repository["hooks"]} <= set(HOOKS)
    listed = PAGE[PAGE.index("Inputs:") : PAGE.index("## GitLab")]
    assert {name for name in ACTION["inputs"] if f"`{name}`" not in listed} == set()
    assert {name for name in ACTION["outputs"] if f"`{name}`" not in listed} == set()
    assert {kind for kind, _ in BLOCKS} == {"yaml", "groovy", "console"}


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_of_the_page_run(command, tmp_path, monkeypatch):
    shutil.copytree(ROOT / "examples", tmp_path / "reports", ignore=shutil.ignore_patterns("register"))
    monkeypatch.chdir(tmp_path)
    args = shlex.split(command)
    assert commands.run(args) in ({0} if "never" in args else {0, 1})
    assert (tmp_path / args[args.index("--output") + 1]).exists()


def test_the_page_has_commands():
    assert len(COMMANDS) == 4
