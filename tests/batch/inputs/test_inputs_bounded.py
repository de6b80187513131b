"""What the stream of documents takes does not grow with their number."""

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from govdisclosure.batch.inputs import documents, walking

pytest.importorskip("resource", reason="the system does not say what a process takes")

MANY = 200_000
ROOM = 40_000_000  # a list of so many documents takes twice as much


def taken(given):
    """What it took to list an input in the order of its names."""
    done = subprocess.run(  # noqa: S603  ourselves
        [sys.executable, Path(__file__).with_name("many.py"), given], capture_output=True, check=True
    )
    count, rose, memory = json.loads(done.stdout)
    assert rose
    return count, memory


def test_a_folder_of_many_files(tmp_path):
    folder = tmp_path / "many files"
    folder.mkdir()
    count, memory = taken(folder)
    assert count == MANY
    assert memory < ROOM


def test_a_file_of_many_lines(tmp_path):
    with (tmp_path / "r.ndjson").open("w") as stream:
        stream.writelines(json.dumps({"name": f"{number:09d}", "text": "t"}) + "\n" for number in range(MANY))
    count, memory = taken(tmp_path / "r.ndjson")
    assert count == MANY
    assert memory < ROOM


def test_a_list_of_many_lines(tmp_path):
    with (tmp_path / "list.txt").open("w") as stream:
        stream.writelines(f"{number:09d}.html\n" for number in range(MANY))
    count, memory = taken(f"@{tmp_path / 'list.txt'}")
    assert count == MANY
    assert memory < ROOM


@pytest.mark.parametrize("suffix", ["zip", "tar", "tar.gz"])
def test_an_archive_of_many_members(tmp_path, suffix):
    path = tmp_path / f"a.{suffix}"
    many = MANY // 4
    if suffix == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            for number in range(many):
                archive.writestr(zipfile.ZipInfo(f"{number:09d}.html"), b"")
    else:
        with tarfile.open(path, "w:gz" if suffix == "tar.gz" else "w") as archive:
            for number in range(many):
                archive.addfile(tarfile.TarInfo(f"{number:09d}.html"))
                archive.members.clear()
    count, memory = taken(path)
    assert count == many
    assert memory < ROOM / 4


def test_a_listing_in_several_rounds_is_the_same(tmp_path, monkeypatch):
    for number in range(50):
        folder = tmp_path / f"{number % 7}"
        folder.mkdir(exist_ok=True)
        (folder / f"{number}.html").touch()
    once = [one.name for one in documents([tmp_path])]
    monkeypatch.setattr(walking, "_AT_ONCE", 2)
    monkeypatch.setattr(walking, "_AT_LEAST", 1)
    assert [one.name for one in documents([tmp_path])] == once
    assert len(once) == 50


def test_a_tree_deeper_than_the_system_takes(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made = 0
    try:
        while made < 2_500:
            os.mkdir("d")  # noqa: PTH102  a path as long as that cannot be named
            os.chdir("d")
            made += 1
        os.chdir(tmp_path)
        (one,) = documents(["d"])
        for _ in range(made):
            os.chdir("d")
    finally:
        for _ in range(made):  # pytest could not remove it
            os.chdir("..")
            os.rmdir("d")  # noqa: PTH106  same
    assert one.fault is not None
    assert one.name.startswith("d/d/d/")
