"""The same tables whatever happens on the way."""

import json
import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from tests.batch.kernels import Broken, Full, Hostile

from govdisclosure.batch import running
from govdisclosure.batch.chunks import chunks
from govdisclosure.batch.inputs import Pending
from govdisclosure.batch.kernel import Kernel
from govdisclosure.batch.schemas import TABLES
from govdisclosure.errors import OutputError, UsageError

pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")

FIXTURES = sorted((Path(__file__).parent.parent / "fixtures" / "reports").iterdir())
REPORT = FIXTURES[0]
COUNT = 60
run_batch = partial(running.run_batch, chunk=4)


@pytest.fixture
def inputs(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(COUNT):
        name = folder / f"{number:03}.html"
        name.write_bytes(FIXTURES[number % 9].read_bytes() if number % 3 == 0 else b"nothing %d" % number)
    return folder


def state(folder):
    """Every file of a folder with its bytes, but for the lock."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }


def rows(folder, table="reports"):
    return sorted(pq.read_table(folder / table).to_pylist(), key=lambda row: row["name"])


@pytest.fixture
def undisturbed(inputs, tmp_path):
    run_batch([inputs], tmp_path / "undisturbed", workers=1)
    return state(tmp_path / "undisturbed")


def test_the_same_bytes_whatever_the_number_of_workers(inputs, undisturbed, tmp_path):
    summary = run_batch([inputs], tmp_path / "out", workers=3)
    assert state(tmp_path / "out") == undisturbed
    assert len([name for name in undisturbed if name.startswith("reports/")]) > 5
    assert (summary.documents, summary.resumed) == (COUNT, 0)
    found = rows(tmp_path / "out")
    assert [row["name"].rpartition("/")[2] for row in found] == [path.name for path in sorted(inputs.iterdir())]
    assert summary.status == {
        "read": sum(row["status"] == "read" for row in found),
        "unread": sum(row["status"] == "unread" for row in found),
    }
    assert summary.status["read"] > 5


def test_the_rows_are_those_of_the_kernel(inputs, tmp_path):
    run_batch([inputs], tmp_path / "out", workers=2)
    import pyarrow as pa  # noqa: PLC0415

    from govdisclosure.batch.kernel import flatten  # noqa: PLC0415

    given = [{"name": f"{inputs.name}/{path.name}", "content": path.read_bytes()} for path in sorted(inputs.iterdir())]
    names = [row["name"] for row in rows(tmp_path / "out")]
    for one, name in zip(given, names, strict=True):
        one["name"] = name
    expected = Kernel()(pa.RecordBatch.from_pylist(given))
    for table in TABLES:
        wanted = flatten(expected, table).to_pylist()
        assert sorted(map(str, rows(tmp_path / "out", table))) == sorted(map(str, wanted)), table


DYING = """
import os, signal, sys
from govdisclosure.batch import running
def progress(done, resumed):
    if done - resumed >= int(sys.argv[3]):
        print(" ".join(open(f"/proc/{{os.getpid()}}/task/{{os.getpid()}}/children").read().split()), flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
running.run_batch([sys.argv[1]], sys.argv[2], workers=2, chunk=4, progress=progress)
""".replace("{{", "{").replace("}}", "}")


def test_a_killed_run_is_gone_on_with_and_its_workers_end(inputs, undisturbed, tmp_path):
    output, done = tmp_path / "out", []
    for _ in range(3):
        command = [sys.executable, "-c", DYING, str(inputs), str(output), "9"]
        env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        died = subprocess.run(command, capture_output=True, text=True, env=env, check=False)  # noqa: S603
        assert died.returncode == -9, died.stderr
        children = [int(word) for word in died.stdout.split()]
        assert children
        deadline = time.monotonic() + 20
        while any(_alive(one) for one in children):
            assert time.monotonic() < deadline, "a worker outlived the batch"
            time.sleep(0.05)
        done.append(len((output / "journal.ndjson").read_text().splitlines()))
    assert done == sorted(done)
    assert done[0] > 0
    summary = run_batch([inputs], output, workers=2)
    assert 0 < summary.resumed < COUNT
    assert state(output) == undisturbed


def _alive(process):
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_files_that_a_crash_left_half_written_are_done_again(inputs, undisturbed, tmp_path):
    output = tmp_path / "out"
    run_batch([inputs], output, workers=1)
    first, second, third = sorted((output / "cells").iterdir())[:3]
    first.write_bytes(first.read_bytes()[:20])
    second.unlink()
    third.with_suffix(".4242.unfinished").write_bytes(b"PAR1")
    with (output / "journal.ndjson").open("a") as stream:
        stream.write('{"key": "half a li')
    summary = run_batch([inputs], output, workers=1)
    assert COUNT - 16 <= summary.resumed < COUNT
    assert state(output) == undisturbed


def test_only_what_came_or_changed_is_done_again(inputs, tmp_path):
    output = tmp_path / "out"
    run_batch([inputs], output, workers=1)
    (inputs / "0305.html").write_bytes(REPORT.read_bytes())
    (inputs / "040.html").write_bytes(b"other")
    (inputs / "050.html").unlink()
    summary = run_batch([inputs], output, workers=1)
    assert summary.documents == COUNT
    assert summary.resumed >= COUNT - 3 * 8 - 8
    run_batch([inputs], tmp_path / "anew", workers=1)
    assert state(output) == state(tmp_path / "anew")


def test_documents_that_end_their_process_are_rows_and_the_others_go_on(inputs, tmp_path):
    bad = {"010.html": b"KILL", "020.html": b"KILL", "021.html": b"KILL", "030.html": b"ONCE"}
    for name, content in bad.items():
        (inputs / name).write_bytes(content)
    (tmp_path / "marks").mkdir()
    summary = run_batch([inputs], tmp_path / "out", workers=2, kernel=Hostile(marks=str(tmp_path / "marks")))
    assert summary.documents == COUNT
    crashed = [row for row in rows(tmp_path / "out") if row["status"] == "crashed"]
    assert [row["name"].rpartition("/")[2] for row in crashed] == ["010.html", "020.html", "021.html"]
    assert all("单独检查" in row["fault_zh"] and row["fault_en"] for row in crashed)
    assert summary.status["crashed"] == 3


def test_a_document_that_never_ends_is_given_up(inputs, tmp_path):
    (inputs / "010.html").write_bytes(b"SLEEP")
    summary = run_batch([inputs], tmp_path / "out", workers=1, kernel=Hostile(), timeout=6)
    (row,) = (row for row in rows(tmp_path / "out") if row["status"] == "crashed")
    assert "6 秒" in row["fault_zh"]
    assert summary.documents == COUNT


def test_where_no_process_lives_the_batch_ends_with_a_word(inputs, tmp_path):
    with pytest.raises(OutputError, match="退出码"):
        run_batch([inputs], tmp_path / "out", workers=2, kernel=Broken())


def test_no_space_left_stops_the_batch_and_making_room_goes_on(inputs, undisturbed, tmp_path):
    output, room = tmp_path / "out", tmp_path / "room"
    name = next(iter(rows(tmp_path / "undisturbed")))["name"].replace("000", "030")
    with pytest.raises(OutputError, match=os.strerror(28)):
        run_batch([inputs], output, workers=1, kernel=Full(at=name, room=str(room)))
    before = len((output / "journal.ndjson").read_text().splitlines())
    assert before > 2
    assert not list(output.rglob("*.unfinished"))
    room.touch()
    summary = run_batch([inputs], output, workers=1, kernel=Full(at=name, room=str(room)))
    assert summary.resumed > 0
    assert state(output) == undisturbed


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_real_disk_that_is_full(inputs, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(  # noqa: S603
        ["mount", "-t", "tmpfs", "-o", "size=192k", "tmpfs", str(disk)],  # noqa: S607
        capture_output=True, check=False,
    )  # fmt: skip
    if mounted.returncode:
        pytest.skip("no small disk could be mounted here")
    try:
        with pytest.raises(OutputError):
            run_batch([inputs], disk / "out", workers=1)
        assert json.loads((disk / "out" / "run.json").read_text())["state"] == "running"
        subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)  # noqa: S603, S607
        assert run_batch([inputs], disk / "out", workers=1).documents == COUNT
    finally:
        subprocess.run(["umount", str(disk)], check=True)  # noqa: S603, S607


def test_results_made_in_another_way_are_not_mixed(inputs, tmp_path):
    output = tmp_path / "out"
    run_batch([inputs], output, workers=1)
    before = state(output)
    with pytest.raises(UsageError, match="ignore"):
        run_batch([inputs], output, workers=1, kernel=Kernel(ignore=["STR"]))
    assert state(output) == before
    run_batch([inputs], output, workers=1, kernel=Kernel(ignore=["STR"]), fresh=True)
    assert not any(row["rule"].startswith("STR") for row in rows(output, "outcomes"))


def test_a_folder_with_other_files_is_left_alone(inputs, tmp_path):
    output = tmp_path / "out"
    output.mkdir()
    (output / "论文.docx").write_bytes(b"mine")
    with pytest.raises(UsageError, match="空文件夹"):
        run_batch([inputs], output, workers=1)
    assert state(output) == {"论文.docx": b"mine"}


def test_files_that_are_not_the_batchs_own_are_never_removed(inputs, tmp_path):
    output = tmp_path / "out"
    run_batch([inputs], output, workers=1)
    (output / "cells" / "notes.parquet").write_bytes(b"mine")
    run_batch([inputs], output, workers=1, fresh=True)
    assert (output / "cells" / "notes.parquet").read_bytes() == b"mine"


def test_two_batches_are_not_at_work_in_one_folder(inputs, tmp_path):
    started = []

    def second(_done, _resumed):
        if not started:
            started.append(True)
            with pytest.raises(UsageError, match="另一个"):
                run_batch([inputs], tmp_path / "out", workers=1)

    run_batch([inputs], tmp_path / "out", workers=1, progress=second)
    assert started


def test_an_output_folder_within_the_inputs_is_no_input(inputs):
    run_batch([inputs], inputs / "out", workers=1)
    summary = run_batch([inputs], inputs / "out", workers=1)
    assert (summary.documents, summary.resumed) == (COUNT, COUNT)


def test_results_named_themselves_are_no_inputs_whatever_columns_they_have(inputs, monkeypatch):
    monkeypatch.chdir(inputs)
    first = run_batch(["."], "out", workers=1)
    # The table of sections has columns `name` and `text`, as a file of documents has.
    again = run_batch([".", "out", "out/sections/*.parquet"], "out", workers=1)
    assert again.documents == first.documents == COUNT


def test_an_option_that_is_not_known_is_told_before_anything_is_made(inputs, tmp_path):
    with pytest.raises(UsageError):
        run_batch([inputs], tmp_path / "out", kernel=Kernel(select=["XYZ999"]))
    with pytest.raises(UsageError):
        run_batch([inputs], tmp_path / "out", workers=0)
    assert not (tmp_path / "out").exists()


def test_where_a_chunk_ends_depends_on_names_alone():
    names = [f"{number}" for number in range(5_000)]
    stream = [Pending(name=name, source=None, size=10, stamp="1") for name in names]
    whole = {chunk.key for chunk in chunks(stream)}
    less = {chunk.key for chunk in chunks(stream[:2500] + stream[2501:])}
    assert len(whole & less) >= len(whole) - 3
    assert [one.name for chunk in chunks(stream) for one in chunk.documents] == names


MEASURED = """
import resource, sys
from pathlib import Path
from govdisclosure.batch.running import run_batch
path = Path(sys.argv[1], "in.ndjson")
with path.open("w") as stream:
    for number in range(int(sys.argv[2])):
        stream.write('{"name": "%07d.txt", "text": "x"}\\n' % number)
run_batch([str(path)], Path(sys.argv[1], "out"), workers=1)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def test_memory_does_not_grow_with_the_number_of_documents(tmp_path):
    peaks = []
    for count in (1_000, 16_000):
        folder = tmp_path / str(count)
        folder.mkdir()
        env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-c", MEASURED, str(folder), str(count)],
            capture_output=True,
            text=True,
            env=env,
            check=True,
        )
        peaks.append(int(done.stdout) / 1024)
    assert peaks[1] < peaks[0] + 12, peaks
