import os
import pickle
import socket
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path
from types import SimpleNamespace

import pytest

from govdisclosure.batch.inputs import Limits, documents, load
from govdisclosure.batch.inputs import stream as streams
from govdisclosure.documents import opening
from govdisclosure.errors import ReadError

PAGE = "<p>青石县水利局2023年政府信息公开工作年度报告</p>".encode()


def read(*inputs, **limits):
    """Everything among some inputs: the bytes under a name, or why there are none in English."""
    found = {}
    for one in documents([str(path) for path in inputs], limits=Limits(**limits)):
        assert one.name not in found
        assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301  our own
        assert (one.source is None) == (one.fault is not None)
        try:
            found[one.name] = load(one)
        except ReadError as error:
            found[one.name] = error.en if error.zh and error.source == one.name else None
    assert None not in found.values()
    return found


def write(folder, *names, content=PAGE):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_file_and_a_folder_under_the_names_they_were_given(here):
    write(here, "in/b.html", "in/a/2.txt", "in/a/1.html", "one.html")
    assert list(read("in", "./one.html")) == ["in/a/1.html", "in/a/2.txt", "in/b.html", "one.html"]
    assert list(read(".")) == ["in/a/1.html", "in/a/2.txt", "in/b.html", "one.html"]
    assert set(read(here).values()) == {PAGE}


@pytest.mark.parametrize("given", ["../up.html", "/{}/up.html", "x/../../up.html"])
def test_no_name_leads_out_of_a_folder(here, monkeypatch, given):
    write(here, "up.html", "x/in/a.html")
    monkeypatch.chdir(here / "x")
    (name,) = read(given.format(here))
    assert not name.startswith(("/", ".."))
    assert name.endswith("up.html")
    assert ".." not in name.split("/")


def test_only_what_is_known_to_be_read_is_read_and_the_rest_is_said(here):
    write(here, "in/a.html", "in/b.jpg", "in/c", "in/.hidden.html", "in/~$d.docx", "in/.git/e.html", "in/f.rar")
    found = read("in")
    assert found.pop("in/a.html") == PAGE
    assert found == {
        "in/b.jpg": "not a kind that is read (.jpg)",
        "in/c": "not a kind that is read (no ending)",
        "in/f.rar": "not an archive that is read; unpack it, or pack it as ZIP",
    }


def test_a_file_that_is_named_is_read_whatever_its_ending(here):
    write(here, "in/b.unknown")
    assert read("in/b.unknown") == {"in/b.unknown": PAGE}


def test_size_and_date_are_known_without_reading(here, monkeypatch):
    write(here, "in/a.html")
    monkeypatch.setattr(Path, "open", None)
    (one,) = documents(["in"])
    about = (here / "in/a.html").stat()
    assert (one.size, one.stamp) == (len(PAGE), f"{len(PAGE)}-{about.st_mtime_ns}")


def test_what_is_given_twice_is_read_once(here):
    write(here, "in/a.html", "in/b/c.html", "in/.d.html")
    (here / "again").symlink_to(here / "in")
    names = ["in/b/c.html", "in/a.html"]
    assert list(read("in/b", "in", "in/a.html", "in/b/c.html", here / "in", "again")) == names
    assert list(read("in/a.html", "in/a.html", "in")) == ["in/a.html", "in/b/c.html"]
    # What a folder leaves out was not read yet.
    assert list(read("in", "in/.d.html")) == ["in/a.html", "in/b/c.html", "in/.d.html"]


def test_names_that_come_out_the_same_are_told_apart(here, monkeypatch):
    write(here, "up/a.html", "x/up/a.html", content=PAGE)
    monkeypatch.chdir(here / "x")
    assert list(read("up/a.html", "../up/a.html")) == ["up/a.html", "up/a (2).html"]


def test_the_folder_of_the_results_is_left_out(here):
    write(here, "in/a.html", "in/out/sections/part.parquet", "in/outer/b.html")
    found = documents(["in", "in/out/sections/part.parquet"], leave_out=[here / "in/out"])
    assert [one.name for one in found] == ["in/a.html", "in/outer/b.html"]


def test_what_is_empty_or_absent_is_a_row(here):
    (here / "empty").mkdir()
    (here / "empty" / "deep").mkdir()
    found = read("empty", "", "none.html", "no/*.html", "a\x00b")
    assert list(found) == ["empty", '""', "none.html", "no/*.html", "a\\x00b"]
    assert found["none.html"] == "no such file; check the path"
    assert "nothing matches" in found["no/*.html"]


def test_links_do_not_lead_out_nor_in_circles(here):
    write(here, "in/a.html", "out/secret.html", "in/sub/b.html")
    links = {
        "in/around": "in",
        "in/sub/up": "in",
        "in/file-out.html": "out/secret.html",
        "in/folder-out": "out",
        "in/same.html": "in/a.html",
        "in/nowhere.html": "in/none.html",
        "in/zero.html": "/dev/zero",
    }
    for link, target in links.items():
        (here / link).symlink_to(here / target)
    (here / "in/self.html").symlink_to("self.html")
    found = read("in")
    assert {name for name, one in found.items() if one == PAGE} == {"in/a.html", "in/same.html", "in/sub/b.html"}
    assert found.keys() == {"in/a.html", "in/sub/b.html", "in/self.html", *links}
    assert "out of the folder" in found["in/zero.html"]
    assert "out of the folder" in found["in/file-out.html"]
    assert "out of the folder" in found["in/folder-out"]
    assert "where they are" in found["in/around"]
    assert "circle" in found["in/self.html"]
    assert "circle" in found["in/nowhere.html"]


def test_a_link_that_is_named_is_followed(here):
    write(here, "out/a.html")
    (here / "in").symlink_to("out")
    (here / "b.html").symlink_to("out/a.html")
    assert list(read("in")) == ["in/a.html"]
    assert list(read("b.html")) == ["b.html"]


def test_what_is_no_file_is_never_opened(here):
    write(here, "in/a.html")
    os.mkfifo(here / "in/pipe.html")
    os.mkfifo(here / "in/pipe.zip")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("in/socket.html")
        found = read("in")
    assert found.pop("in/a.html") == PAGE
    assert found.keys() == {"in/pipe.html", "in/pipe.zip", "in/socket.html"}
    assert all("not a regular file" in one for one in found.values())
    assert all("not a regular file" in one for one in read("in/pipe.html", "in/pipe.zip", "/dev/zero").values())


def test_a_device_in_a_folder_is_not_opened(here):
    write(here, "in/a.html")
    try:
        os.mknod(here / "in/zero.html", 0o20666, os.makedev(1, 5))
    except OSError:
        pytest.skip("device nodes cannot be made here")
    assert "not a regular file" in read("in")["in/zero.html"]


def test_a_large_file_is_refused_without_being_read(here):
    write(here, "in/small.html")
    with (here / "in/large.html").open("wb") as stream:
        stream.truncate(1 << 30)
    assert "larger than the limit of 20 MB" in read("in")["in/large.html"]
    assert "larger than the limit of 20 MB" in read("in/large.html")["in/large.html"]
    assert read("in", max_bytes=len(PAGE))["in/small.html"] == PAGE
    assert "larger" in read("in", max_bytes=len(PAGE) - 1)["in/small.html"]


def test_a_file_that_grows_or_goes_after_it_was_listed_is_a_fault(here):
    write(here, "in/a.html", "in/b.html", "in/c.html")
    first, second, third = documents(["in"], limits=Limits(max_bytes=len(PAGE)))
    (here / "in/a.html").unlink()
    (here / "in/b.html").write_bytes(PAGE * 2)
    (here / "in/c.html").unlink()
    os.mkfifo(here / "in/c.html")
    for one, words in ((first, "no such file"), (second, "larger"), (third, "regular")):
        with pytest.raises(ReadError, match=words):
            load(one)


def test_a_folder_or_file_without_permission_is_a_fault(here, monkeypatch):
    write(here, "in/a.html", "in/b/c.html", "in/d.zip")
    scandir = os.scandir

    def denied(path):
        if str(path).endswith("b"):
            raise PermissionError
        return scandir(path)

    monkeypatch.setattr(os, "scandir", denied)
    opener = Path.open

    def closed(path, *args):
        if path.name != "a.html":
            raise PermissionError
        return opener(path, *args)

    monkeypatch.setattr(opening.Path, "open", closed)
    found = read("in")
    assert found["in/a.html"] == PAGE
    assert "not permitted" in found["in/b"]
    assert "permission denied" in found["in/d.zip"]


def test_a_fault_of_ours_ends_one_input_only(here, monkeypatch):
    write(here, "in/a.html", "b.html")
    monkeypatch.setattr(streams, "walk", lambda *_: 1 / 0)
    found = read("in", "b.html")
    assert found["b.html"] == PAGE
    assert "internal error (ZeroDivisionError)" in found["in"]


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("in/*.html", ["in/a.html"]),
        ("in/**/*.html", ["in/2022/b.html", "in/2023/x/c.html", "in/a.html"]),
        ("in/20??", ["in/2022/b.html", "in/2023/x/c.html"]),
        ("in/**", ["in/2022/b.html", "in/2023/x/c.html", "in/a.html"]),
        ("**/c.html", ["in/2023/x/c.html"]),
        ("in/*/*/c.html", ["in/2023/x/c.html"]),
        ("in/[a]*", ["in/a.html"]),
        ("in/.h*", ["in/.hidden.html"]),
        ("./in/202[3]/**/c.html", ["in/2023/x/c.html"]),
    ],
)
def test_patterns(here, pattern, names):
    write(here, "in/a.html", "in/2022/b.html", "in/2023/x/c.html", "in/.hidden.html", "in/.git/d.html", "other/e.html")
    (here / "in/2023/loop").symlink_to(here / "in")
    found = read(pattern)
    assert [name for name, one in found.items() if one == PAGE] == names
    assert found.keys() <= {*names, "in/2023/loop"}
    absolute = read(here / pattern)
    assert [name for name, one in absolute.items() if one == PAGE] == [f"{str(here)[1:]}/{name}" for name in names]


def test_a_name_that_is_there_is_no_pattern(here):
    write(here, "[2023]/a.html", "2/b.html", "[2023]/x/c.txt", "@list.html")
    assert list(read("[2023]")) == ["[2023]/a.html", "[2023]/x/c.txt"]
    assert list(read("[2023]/*.html")) == ["[2023]/a.html"]
    assert list(read("@list.html")) == ["@list.html"]


LINES = ["# 名单", "", "一.html", '"两 个.html"', "sub/*.txt", "none.html", "@other.txt", "-"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_list_in_any_encoding(here, monkeypatch, encoding, end):
    write(here, "lists/一.html", "lists/两 个.html", "lists/sub/三.txt")
    (here / "lists/list.txt").write_bytes(end.join(LINES).encode(encoding))
    found = read("@lists/list.txt")
    assert list(found) == ["一.html", "两 个.html", "sub/三.txt", "none.html", "@other.txt", "-"]
    assert [one for one in found.values() if one == PAGE] == [PAGE] * 3
    assert "no such file" in found["none.html"]
    assert "cannot name a list" in found["@other.txt"]
    monkeypatch.chdir(here / "lists")
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(end.join(LINES).encode(encoding))))
    assert read("-") == found


def test_a_list_that_is_hostile_or_empty(here, monkeypatch):
    write(here, "a.html")
    (here / "empty.txt").write_text("# nothing\n\n", "utf-8")
    (here / "long.txt").write_text("x" * 100_000 + "\na.html\n" + "y" * 40_000, "utf-8")
    assert "names nothing" in read("@empty.txt")["empty.txt"]
    found = read("@long.txt")
    assert found.pop("a.html") == PAGE
    assert len(found) == 2
    assert all("too long a line" in one for one in found.values())
    assert "no such file" in read("@none.txt")["none.txt"]
    monkeypatch.setattr(sys, "stdin", None)
    assert "names nothing" in read("-")["-"]


ODD = ["a\nb.html", "\x1b[31mred.html", "\u202egpj.html", "back\\slash.html", "C:x.html", "a b .html", "\u3000.html"]


def test_odd_names_are_safe_and_told_apart(here):
    write(here, *(f"in/{name}" for name in ODD), "in/bang!/a.html")
    raw = os.fsencode(here / "in") + b"/\xd0\xc5\xff.html"
    Path(os.fsdecode(raw)).write_bytes(PAGE)
    write(here, "in/\\udcd0.html", "in/a\\x0ab.html")
    found = read("in")
    assert len(found) == len(ODD) + 4
    assert set(found.values()) == {PAGE}
    for name in found:
        name.encode()
        assert name.replace("\u3000", "").isprintable()
        assert not name.split("/")[1].endswith("!")
    assert r"in/\u202egpj.html" in found
    assert r"in/a\x0ab.html" in found
    assert r"in/a\x5cx0ab.html" in found


def test_a_list_of_many_names_is_not_kept(monkeypatch):
    monkeypatch.setattr(streams, "_REMEMBERED", 2)
    run = streams._Run(Limits())  # noqa: SLF001  what it remembers is not seen from outside
    for number in range(10):
        run._is_known(SimpleNamespace(path=f"/none/{number}", is_named=True))  # noqa: SLF001  same
    assert len(run._files) == 2  # noqa: SLF001  same
