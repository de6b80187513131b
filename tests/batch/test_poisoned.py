"""A batch of what strangers hand in: it finishes, every input has its row, and nothing is written beside the output."""

import io
import os
import shutil
import signal
import socket
import subprocess
import sys
import tarfile
import time
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from tests.batch.kernels import Hostile

from govdisclosure.batch.inputs import documents
from govdisclosure.batch.running import run_batch

pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")

FIXTURES = Path(__file__).parent.parent / "fixtures" / "reports"
GOOD = (FIXTURES / "unified-2023.html").read_bytes()
GIB = 1 << 30
HOSTILE = {"KILL": "异常结束", "SEGV": "异常结束", "SLEEP": "8 秒", "SPIN": "8 秒", "HUGE": "内存不足"}
ODD = (
    "换\n行.html",
    "铃\x07\x1b[31m红.html",
    "反\u202elmth.html",
    "-rf.html",
    "'; rm -rf ~; '.html",
    "长" * 80 + ".html",
    "🐼 熊猫.html",
    "CON.html",
    "a|b<c>d\\e.html",
    " .html",
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the names and files are those of Linux")


def packed(*members):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return held.getvalue()


def bombs(folder):
    """Archives that unpack to far more than they take: a member, a document, one in another, one that holds itself."""
    folder.mkdir()
    zeros = bytes(64 << 20)
    (folder / "member.zip").write_bytes(packed(("zeros.html", zeros), ("good.html", GOOD)))
    (folder / "report.docx").write_bytes(packed(("[Content_Types].xml", b"<x/>"), ("word/document.xml", zeros)))
    inner = packed(("zeros.html", zeros))
    for _ in range(6):
        inner = packed(*((f"{number}.zip", inner) for number in range(4)))
    (folder / "nested.zip").write_bytes(inner)
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as archive:
        about = tarfile.TarInfo("zeros.html")
        about.size = len(zeros)
        archive.addfile(about, io.BytesIO(zeros))
    (folder / "member.tar.gz").write_bytes(held.getvalue())


def escapes(folder):
    """Archives whose members want to be somewhere else."""
    folder.mkdir()
    members = [("../../../escaped.html", GOOD), ("/tmp/escaped.html", GOOD), ("x\\..\\..\\escaped.html", GOOD)]  # noqa: S108
    (folder / "out.zip").write_bytes(packed(*members))
    with tarfile.open(folder / "out.tar", "w") as archive:
        for kind, name in (
            (tarfile.SYMTYPE, "link.html"),
            (tarfile.LNKTYPE, "hard.html"),
            (tarfile.CHRTYPE, "dev.html"),
        ):
            about = tarfile.TarInfo(name)
            about.type, about.linkname = kind, "/etc/passwd"
            archive.addfile(about)


def circles(folder):
    """Links that lead back, to each other, nowhere and out."""
    folder.mkdir()
    (folder / "real.html").write_bytes(GOOD)
    (folder / "self").symlink_to(".")
    (folder / "up").symlink_to("..")
    (folder / "a.html").symlink_to("b.html")
    (folder / "b.html").symlink_to("a.html")
    (folder / "nowhere.html").symlink_to("gone.html")
    (folder / "out.html").symlink_to("/etc/passwd")
    (folder / "again.html").symlink_to("real.html")


def unreadable(folder):
    """What is no regular file, and what is none of what its name says."""
    folder.mkdir()
    os.mkfifo(folder / "pipe.html")
    with socket.socket(socket.AF_UNIX) as one:
        here = Path.cwd()
        os.chdir(folder)  # a socket's path is short
        one.bind("socket.html")
        os.chdir(here)
    (folder / "empty.html").touch()
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 40)
    (folder / "broken.docx").write_bytes(packed(("word/document.xml", GOOD))[:-40])
    (folder / "broken.zip").write_bytes(packed(("a.html", GOOD), ("b.html", GOOD))[:-60])
    (folder / "lines.ndjson").write_text('{"name": "a.html", "text": "x"}\n{broken\n{"text": 1}\n')
    (folder / "none.parquet").write_bytes(b"PAR1" + bytes(64) + b"PAR1")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")


def tree(folder, without):
    """Everything below a folder, as it is, but for one folder."""
    found = {}
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if Path(root, name) != without]
        for name in [*folders, *names]:
            about = os.lstat(Path(root, name))
            found[Path(root, name)] = (about.st_mode, about.st_size, about.st_mtime_ns if name in names else 0)
    return found


@pytest.fixture(scope="module")
def batch(tmp_path_factory):
    """The rows of ``reports`` of the poisoned batch by name, what was done, and what had changed beside the output."""
    home = tmp_path_factory.mktemp("home")
    folder, output, scratch = home / "in", home / "out", home / "scratch"
    folder.mkdir()
    scratch.mkdir()
    for number in range(12):
        (folder / f"good-{number:02}.html").write_bytes(GOOD)
    bombs(folder / "bombs")
    escapes(folder / "escapes")
    circles(folder / "circles")
    unreadable(folder / "unreadable")
    (folder / "odd").mkdir()
    for name in ODD:
        (folder / "odd" / name).write_bytes(GOOD)
    Path(os.fsdecode(os.fsencode(folder / "odd") + b"/\xff\xfe.html")).write_bytes(GOOD)
    with (folder / "large.html").open("wb") as stream:
        stream.truncate(GIB)
    (folder / "hostile").mkdir()
    for word in HOSTILE:
        (folder / "hostile" / f"{word}.html").write_text(word)
    before, old = tree(home, output), os.environ.get("TMPDIR")
    os.environ["TMPDIR"] = str(scratch)
    try:
        summary = run_batch(folder, output, workers=2, kernel=Hostile(), timeout=8, memory=2048, chunk=8)
    finally:
        os.environ.pop("TMPDIR") if old is None else os.environ.update(TMPDIR=old)
    rows = pq.read_table(output / "reports").to_pylist()
    assert not [name for name, count in Counter(row["name"] for row in rows).items() if count > 1]
    after = tree(home, output)
    yield {row["name"].split("/in/", 1)[-1]: row for row in rows}, summary, (before, after), folder
    shutil.rmtree(home)


@pytest.fixture(scope="module")
def rows(batch):
    return batch[0]


def below(rows, folder):
    return {name.removeprefix(f"{folder}/"): row for name, row in rows.items() if name.startswith(f"{folder}/")}


def test_every_input_has_one_row(batch):
    rows, summary, _, folder = batch
    expected = [one.name for one in documents([folder])]
    assert sorted(row["name"] for row in rows.values()) == sorted(expected)
    assert summary.documents == len(expected) == sum(summary.status.values())
    for root, _, names in os.walk(folder):
        for name in names:
            if root.endswith(("odd", "escapes")) or not name.endswith("l"):
                continue
            assert any(one.startswith(str(Path(root, name).relative_to(folder))) for one in rows), name


def test_what_was_not_read_says_why_in_both_languages(rows):
    bad = [row for row in rows.values() if row["status"] != "read"]
    assert len(bad) > 25
    assert all(row["fault_zh"] and row["fault_en"] for row in bad)
    said = " ".join(row["fault_zh"] + row["fault_en"] for row in bad)
    assert "Traceback" not in said
    assert "青石县" not in said


def test_the_good_ones_are_read_whatever_lies_beside_them(rows):
    assert {rows[f"good-{number:02}.html"]["status"] for number in range(12)} == {"read"}
    assert len({str(dict(rows[f"good-{n:02}.html"], name="")) for n in range(12)}) == 1


def test_zip_bombs_are_rows_and_what_lies_beside_them_is_read(rows):
    found = below(rows, "bombs")
    assert found.pop("member.zip!/good.html")["status"] == "read"
    assert len(found) >= 4
    assert {row["status"] for row in found.values()} == {"unread"}
    assert "report.docx" in found
    assert any(name.startswith("nested.zip!/") for name in found)


def test_a_file_of_a_gibibyte_is_not_read(rows):
    assert rows["large.html"]["status"] == "unread"
    assert "MB" in rows["large.html"]["fault_zh"]


def test_what_is_no_file_or_damaged_is_a_row(rows):
    found = below(rows, "unreadable")
    assert {name: row["status"] for name, row in found.items() if row["status"] != "unread"} == {
        name: "read" for name in ("broken.zip!/a.html", "broken.zip!/b.html") if found[name]["status"] == "read"
    }
    for name in ("pipe.html", "socket.html", "empty.html", "broken.pdf", "broken.docx", "none.parquet", "photo.jpg"):
        assert found[name]["fault_zh"], name


def test_circles_of_links_end(rows):
    found = below(rows, "circles")
    assert found["real.html"]["status"] == "read"
    for name in ("self", "up", "a.html", "b.html", "nowhere.html", "out.html"):
        assert found[name]["status"] == "unread", name
    assert not any(name.count("self") > 1 for name in found)


def test_odd_names_are_read_and_can_be_shown(rows):
    found = below(rows, "odd")
    assert len(found) == len(ODD) + 1
    assert {row["status"] for row in found.values()} == {"read"}
    for name in found:
        assert name.isprintable(), name
        assert name.encode()


def test_no_member_of_an_archive_leaves_it(rows):
    found = below(rows, "escapes")
    assert sum(row["status"] == "read" for row in found.values()) == 3
    assert all(name.startswith(("out.zip!/", "out.tar!/")) and ".." not in name.split("/") for name in found)
    assert {row["status"] for name, row in found.items() if name.startswith("out.tar")} == {"unread"}


@pytest.mark.parametrize("word", HOSTILE)
def test_a_document_that_is_too_much_for_its_process_is_a_row(word, rows):
    row = rows[f"hostile/{word}.html"]
    assert row["status"] == "crashed"
    assert HOSTILE[word] in row["fault_zh"]


def test_nothing_is_written_beside_the_output(batch):
    before, after = batch[2]
    assert after == before


def test_files_without_permission_are_rows(tmp_path):
    folder, command = tmp_path / "in", [sys.executable, "-m", "govdisclosure.cli"]
    (folder / "closed").mkdir(parents=True)
    for name in ("a.html", "b.html", "closed/c.html"):
        (folder / name).write_bytes(GOOD)
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("root reads everything, and setpriv is not there to prevent it")
        without = "-dac_override,-dac_read_search"
        command = ["setpriv", f"--bounding-set={without}", f"--inh-caps={without}", *command]
    (folder / "b.html").chmod(0)
    (folder / "closed").chmod(0)
    asked = [*command, "batch", str(folder), "--output", str(tmp_path / "out"), "--workers", "1", "--isolated"]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(map(os.path.abspath, filter(None, sys.path)))}
    try:
        done = subprocess.run(asked, capture_output=True, text=True, env=env, check=False)  # noqa: S603
        assert done.returncode == 3, done.stderr
        found = {Path(row["name"]).name: row for row in pq.read_table(tmp_path / "out" / "reports").to_pylist()}
        assert {name: row["status"] for name, row in found.items()} == {
            "a.html": "read", "b.html": "unread", "closed": "unread",
        }  # fmt: skip
        (folder / "b.html").chmod(0o600)
        (folder / "closed").chmod(0o700)
        # Its stamp is the same; that it can be read now is found when asked for.
        assert subprocess.run([*asked, "--retry"], capture_output=True, env=env, check=False).returncode in {0, 1}  # noqa: S603
    finally:
        (folder / "closed").chmod(0o700)
    assert len(pq.read_table(tmp_path / "out" / "reports")) == 3


def children():
    listed = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
    return [int(one) for one in listed if b"batch.worker" in Path(f"/proc/{one}/cmdline").read_bytes()]


def test_workers_that_are_killed_on_the_way_lose_nothing(tmp_path):
    folder, killed = tmp_path / "in", []
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:03}.html").write_bytes(GOOD)

    def progress(done, _resumed):
        # Apart enough that no document is struck twice: then it would rightly be given up.
        for one in children()[:1] if len(killed) < 3 and done >= (8, 24, 40)[len(killed)] else ():
            os.kill(one, signal.SIGKILL)
            killed.append(one)

    run_batch(folder, tmp_path / "out", workers=2, chunk=4, progress=progress)
    assert len(killed) == 3
    found = pq.read_table(tmp_path / "out" / "reports").to_pylist()
    assert sorted(Path(row["name"]).name for row in found) == sorted(os.listdir(folder))  # noqa: PTH208
    assert {row["status"] for row in found} == {"read"}


STUCK = """
import sys
from tests.batch.kernels import Hostile
from govdisclosure.batch.running import run_batch
run_batch(sys.argv[1], sys.argv[2], workers=1, kernel=Hostile(), timeout=float(sys.argv[3]))
"""


@pytest.mark.parametrize(("word", "timeout"), [("SLEEP", "3000"), ("SPIN", "4")])
def test_a_worker_ends_in_the_middle_of_a_document_when_its_caller_is_gone(word, timeout, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.html").write_text(word)
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(map(os.path.abspath, filter(None, sys.path)))}
    command = [sys.executable, "-c", STUCK, str(tmp_path / "in"), str(tmp_path / "out"), timeout]
    with subprocess.Popen(command, env=env) as caller:  # noqa: S603
        listed = Path(f"/proc/{caller.pid}/task/{caller.pid}/children")
        deadline = time.monotonic() + 60
        while not (found := [int(one) for one in listed.read_text().split()]):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        # Until it is at the document: its warnings go nowhere then, and it has had a second more.
        while not _is_at_it(found[0]):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        caller.kill()
    deadline = time.monotonic() + 60
    while _alive(found[0]) and time.monotonic() < deadline:
        time.sleep(0.1)
    if outlived := _alive(found[0]):
        os.kill(found[0], signal.SIGKILL)
    assert not outlived


def _is_at_it(process):
    says = Path(f"/proc/{process}/fd/2")
    at_it = says.exists() and str(says.readlink()) == os.devnull
    time.sleep(1.0 if at_it else 0)
    return at_it


def _alive(process):
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
