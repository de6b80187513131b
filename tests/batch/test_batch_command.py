"""The command ``batch``: exit statuses, closing lines, progress, and what an interrupt leaves."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from govdisclosure.batch.progress import Progress
from govdisclosure.batch.running import BatchSummary
from govdisclosure.cli import batch as command
from govdisclosure.cli.commands import run

pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures" / "reports"
GOOD = (FIXTURES / "unified-2023.html").read_bytes()


def _interruptible():
    """In a process started in the background interrupts may be ignored, which its children take over."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def inputs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.html").write_bytes(GOOD)
    return folder


def batch(*args):
    return run(["batch", "in", "--output", "out", "--workers", "1", "--isolated", *args])


def test_what_is_done_is_said_in_chinese_and_english_and_only_on_standard_output(inputs, capsys):
    (inputs / "照片.jpg").write_bytes(b"\xff\xd8\xff")
    (inputs / "notice.txt").write_text("关于召开会议的通知")
    assert batch() == 3
    said = capsys.readouterr()
    assert "共3份：读取1份，未能读取1份，另有1份不是可读取的类型" in said.out
    assert "govdisclosure query out --name unread" in said.out
    assert said.err == ""
    assert batch("--lang", "en") == 3
    assert "3 documents (3 of them by an earlier run): 1 read, 1 not read, 1 of no kind" in capsys.readouterr().out
    assert batch("--quiet") == 3
    assert capsys.readouterr() == ("", "")


def test_files_of_no_kind_that_is_read_are_no_fault_as_in_check(inputs):
    (inputs / "照片.jpg").write_bytes(b"\xff\xd8\xff")
    assert batch("--fail-on", "never") == 0
    assert [row["status"] for row in pq.read_table("out/reports").to_pylist()].count("unread") == 1


def test_the_exit_status_is_that_of_check(inputs, tmp_path):
    del inputs
    assert batch("--fail-on", "never") == 0
    for gravity in ("error", "warning", "note", "review", "open"):
        asked = ["--fail-on", gravity, "--isolated"]
        assert batch("--fail-on", gravity) == run(["check", "in", *asked, "--output", str(tmp_path / "x")]), gravity
    assert batch("--select", "XYZ999") == 2
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "论文.txt").write_text("mine")
    assert run(["batch", "in", "--output", "mine", "--isolated"]) == 2
    assert os.listdir(tmp_path / "mine") == ["论文.txt"]  # noqa: PTH208


@pytest.mark.parametrize(
    ("kinds", "fail_on", "status"),
    [
        ({"fail:warning": 1}, "error", 0),
        ({"fail:warning": 1}, "warning", 1),
        ({"fail:note": 1}, "review", 1),
        ({"review:error": 1}, "note", 0),
        ({"review:note": 1}, "review", 1),
        ({"open:note": 1}, "review", 0),
        ({"open:note": 1}, "open", 1),
        ({"fail:error": 1}, "never", 0),
    ],
)
def test_findings_decide_the_exit_status(kinds, fail_on, status):
    found = BatchSummary(documents=1, status={"read": 1}, kinds=kinds)
    assert command._status(found, fail_on) == status  # noqa: SLF001


def test_a_settings_file_holds_for_the_batch(inputs, tmp_path, capsys):
    del inputs
    (tmp_path / "govdisclosure.toml").write_text('language = "en"\nselect = ["STR"]\n')
    assert run(["batch", "in", "--output", "out", "--workers", "1"]) in {0, 1}
    assert "1 documents" in capsys.readouterr().out
    assert {row["rule"][:3] for row in pq.read_table("out/outcomes").to_pylist()} == {"STR"}


def test_results_of_other_inputs_are_not_replaced(inputs, tmp_path, capsys):
    del inputs
    assert batch("--fail-on", "never") == 0
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "b.html").write_bytes(GOOD)
    before = {path: path.read_bytes() for path in Path("out").rglob("*.parquet")}
    assert run(["batch", "other", "--output", "out", "--isolated"]) == 2
    assert "--fresh" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in Path("out").rglob("*.parquet")} == before
    assert run(["batch", "./in/", "other", "--output", "out", "--isolated", "--fail-on", "never"]) == 0
    assert len(pq.read_table("out/reports")) == 2
    assert "没有给出" not in capsys.readouterr().err
    assert run(["batch", "other", "--output", "out", "--isolated", "--fail-on", "never"]) == 0
    assert "其中文件的结果已不在文件夹里" in capsys.readouterr().err
    assert len(pq.read_table("out/reports")) == 1


def test_what_could_not_be_read_is_tried_again_when_asked(inputs):
    (inputs / "b.html").write_text("x")
    about = (inputs / "b.html").stat()
    assert batch() == 3
    (inputs / "b.html").write_text("y")
    os.utime(inputs / "b.html", ns=(about.st_atime_ns, about.st_mtime_ns))
    journal = Path("out/journal.ndjson").read_text()
    assert batch() == 3
    digests = [row["digest"] for row in pq.read_table("out/reports").to_pylist()]
    assert batch("--retry") == 3
    assert Path("out/journal.ndjson").read_text() == journal
    assert [row["digest"] for row in pq.read_table("out/reports").to_pylist()] != digests


def test_a_folder_that_was_made_and_nothing_more_is_gone_on_with(inputs):
    del inputs
    Path("out").mkdir()
    Path("out/.lock").touch()
    Path("out/.run.json.unfinished").write_text('{"sch')
    assert batch("--fail-on", "never") == 0
    assert sorted(path.name for path in Path("out").iterdir() if path.name[0] == ".") == [".lock"]


def test_nothing_in_the_folder_says_where_or_when_it_was_made(inputs, tmp_path):
    del inputs
    assert batch("--fail-on", "never") == 0
    said = b"".join(path.read_bytes() for path in Path("out").rglob("*") if path.is_file())
    assert os.fsencode(tmp_path) not in said
    assert os.uname().nodename.encode() not in said
    assert not re.search(rb"seconds|started|20\d\d-\d\d-\d\dT", Path("out/run.json").read_bytes())


def test_a_table_that_is_a_link_is_not_written_through(inputs, tmp_path):
    del inputs
    assert batch("--fail-on", "never") == 0
    (tmp_path / "beside").mkdir()
    for path in Path("out/cells").iterdir():
        path.unlink()
    Path("out/cells").rmdir()
    Path("out/cells").symlink_to(tmp_path / "beside")
    assert batch("--fresh") == 2
    assert os.listdir(tmp_path / "beside") == []  # noqa: PTH208


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", "1,000/4,000 份，每秒 50.0 份，还需约 1:00"),
        ("en", "1,000/4,000 documents, 50.0 a second, about 1:00 left"),
    ],
)
def test_progress_shows_what_is_done_the_rate_and_the_time_that_remains(lang, words):
    progress = Progress(None, lang, shown=False)
    progress._total = 4_000  # noqa: SLF001
    assert progress.line(1_000, 0, 20) == words
    assert "每秒" in Progress(None, "zh", shown=False).line(1_000, 500, 20)
    assert "/" not in Progress(None, "zh", shown=False).line(1_000, 500, 20)


def test_the_number_of_documents_is_not_counted_from_a_list_that_can_be_read_but_once(inputs, monkeypatch):
    del inputs
    seen = []
    monkeypatch.setattr(command, "Progress", lambda count, *_, **__: seen.append(count) or Progress(None, "zh"))
    monkeypatch.setattr(command, "run_batch", lambda *_, **__: BatchSummary(documents=0, status={}, kinds={}))
    assert run(["batch", "-", "--output", "out", "--isolated"]) == 0
    assert batch() == 0
    assert seen[0] is None
    assert [one.name for one in seen[1]()] == ["in/a.html"]


def _alive(process):
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def state(folder):
    return {
        path.relative_to(folder): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".lock"
    }


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up as on Linux")
def test_an_interrupt_ends_all_processes_and_the_same_command_goes_on(inputs, tmp_path):
    for number in range(120):
        (inputs / f"{number:03}.html").write_bytes(GOOD)
    asked = [sys.executable, "-m", "govdisclosure.cli", "batch", "in", "--workers", "2", "--chunk", "4", "--isolated"]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(map(os.path.abspath, filter(None, sys.path)))}
    with subprocess.Popen(  # noqa: S603
        [*asked, "--output", "out"], stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env,
        start_new_session=True, preexec_fn=_interruptible,  # noqa: PLW1509  no thread runs here
    ) as caller:  # fmt: skip
        journal, deadline = tmp_path / "out" / "journal.ndjson", time.monotonic() + 60
        while not (journal.exists() and journal.stat().st_size):
            assert time.monotonic() < deadline
            assert caller.poll() is None
            time.sleep(0.02)
        workers = Path(f"/proc/{caller.pid}/task/{caller.pid}/children").read_text().split()
        os.killpg(caller.pid, signal.SIGINT)
        out, err = caller.communicate(timeout=60)
    assert caller.returncode == 130
    assert out == ""
    assert "再次运行" in err
    assert "Traceback" not in err
    assert len(err.splitlines()) == 1
    assert len(workers) == 2
    assert not any(map(_alive, workers))
    assert json.loads((tmp_path / "out" / "run.json").read_text())["state"] == "running"
    done = len(journal.read_text().splitlines())
    assert done > 0
    said = subprocess.run([*asked, "--output", "out"], capture_output=True, text=True, env=env, check=False)  # noqa: S603
    assert "上次已做" in said.stdout
    subprocess.run([*asked, "--output", "anew"], capture_output=True, env=env, check=False)  # noqa: S603
    assert state(tmp_path / "out") == state(tmp_path / "anew")
