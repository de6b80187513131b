"""Whatever lies in a folder: each file is a row or a fault, none twice, in the same order each time."""

import re
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from govdisclosure.batch.inputs import documents, load, walking
from govdisclosure.documents.endings import is_left_out
from govdisclosure.errors import ReadError

STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u2028\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
SIGNS = st.characters(codec="utf-8", exclude_characters="/\x00") | st.sampled_from(
    "\\\n\x1b\u202e.!~: 年报\udcff\udc80"
)
STEMS = st.text(SIGNS, min_size=1, max_size=6).filter(lambda name: name not in {".", ".."})
SUFFIXES = st.sampled_from([".html", ".txt", ".docx", ".jpg", ""])
FILES = st.tuples(STEMS, SUFFIXES).map("".join)
PATHS = st.lists(STEMS, max_size=2).flatmap(lambda folders: FILES.map(lambda name: (*folders, name)))
TREES = st.dictionaries(PATHS, st.binary(max_size=20), min_size=1, max_size=12)


def is_safe(name):
    parts = name.split("/")
    return not {"", ".", ".."} & set(parts) and not STEERING.search(name) and len(name.encode()) > 0


def planted(root, tree):
    """The files that could be made, with their content."""
    made = {}
    for parts, content in tree.items():
        path = Path(root, *parts)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as stream:
                stream.write(content)
        except OSError:
            continue
        made[parts] = content
    return made


def read(*inputs):
    rows = []
    for one in documents(inputs):
        try:
            rows.append((one.name, load(one)))
        except ReadError as error:
            rows.append((one.name, error))
    return rows


@settings(max_examples=150, deadline=None)
@given(TREES)
def test_every_file_of_a_tree_is_accounted_for(tree):
    with TemporaryDirectory() as root:
        made = planted(root, tree)
        wanted = {parts: content for parts, content in made.items() if not any(is_left_out(one) for one in parts)}
        rows = read(root)
        names = [name for name, _ in rows]
        assert len(set(names)) == len(names)
        assert all(is_safe(name) for name in names)
        readable = [
            content for parts, content in wanted.items() if parts[-1].lower().endswith((".html", ".txt", ".docx"))
        ]
        found = [content for _, content in rows if isinstance(content, bytes)]
        assert sorted(found) == sorted(readable)
        if wanted:
            assert len(rows) == len(wanted)
        assert [name for name, _ in read(root)] == names
        before, walking._AT_ONCE, walking._AT_LEAST = (walking._AT_ONCE, walking._AT_LEAST), 1, 1  # noqa: SLF001
        try:
            assert [name for name, _ in read(root)] == names
        finally:
            walking._AT_ONCE, walking._AT_LEAST = before  # noqa: SLF001


@settings(max_examples=100, deadline=None)
@given(TREES, st.sampled_from(["zip", "tar", "tar.gz"]))
def test_every_member_of_an_archive_is_accounted_for(tree, kind):
    with TemporaryDirectory() as root:
        path = Path(root) / f"a.{kind}"
        names = ["/".join(parts).encode("utf-8", "replace").decode() for parts in tree]
        with zipfile.ZipFile(path, "w") if kind == "zip" else tarfile.open(path, "w:" + kind[4:]) as archive:
            for name, content in zip(names, tree.values(), strict=True):
                if kind == "zip":
                    archive.writestr(zipfile.ZipInfo(name), content)
                else:
                    about = tarfile.TarInfo(name)
                    about.size = len(content)
                    archive.addfile(about, BytesIO(content))
        wanted = [
            content
            for name, content in zip(names, tree.values(), strict=True)
            if not any(is_left_out(one) for one in name.split("/"))
        ]
        rows = read(path)
        assert len({name for name, _ in rows}) == len(rows)
        assert all(is_safe(name) for name, _ in rows)
        assert len(rows) == max(len(wanted), 1)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["zip", "tar", "tar.gz", "tar.bz2", "tar.xz", "ndjson", "parquet"]), st.data())
def test_no_bytes_raise(kind, data):
    with TemporaryDirectory() as root:
        path = Path(root) / f"a.{kind}"
        if kind == "zip":
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
                for name in "ab":
                    archive.writestr(f"{name}.html", b"<p>" * 50)
        elif kind.startswith("tar"):
            with tarfile.open(path, f"w:{kind[4:]}") as archive:
                archive.add(__file__, "a.txt")
        else:
            path.write_bytes(b'{"name": "a", "text": "b"}\n' * 3 if kind == "ndjson" else b"PAR1" + bytes(60) + b"PAR1")
        content = bytearray(path.read_bytes())
        for _ in range(data.draw(st.integers(1, 6))):
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
        path.write_bytes(bytes(content[: data.draw(st.integers(1, len(content)))]))
        rows = read(path)
        assert rows
        for _, found in rows:
            assert isinstance(found, bytes) or "内部错误" not in found.zh
