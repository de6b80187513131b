import re
import struct
import zipfile
import zlib
from hashlib import shake_256

import pytest
from tests.batch.inputs.archives import PAGE, raw_zip, streamed, tarred, zipped

from govdisclosure.batch.inputs import Limits, documents, load
from govdisclosure.errors import ReadError


@pytest.fixture
def read(tmp_path, monkeypatch):
    """The members of an archive: bytes under a name below it, or why there are none in English."""
    monkeypatch.chdir(tmp_path)

    def run(content, name="a.zip", **limits):
        (tmp_path / name).write_bytes(content)
        found = {}
        for one in documents([name], limits=Limits(**limits)):
            short = one.name.removeprefix(f"{name}!/")
            assert short not in found
            try:
                found[short] = load(one)
            except ReadError as error:
                found[short] = error.en
        return found

    return run


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_members_in_the_order_of_the_archive(read, method):
    names = ["b/2.html", "b/", "a/年报.docx", "c.txt", "empty.html"]
    content = zipped(*names[:-1], ("empty.html", b""), method=method)
    assert read(content) == {"b/2.html": PAGE, "a/年报.docx": PAGE, "c.txt": PAGE, "empty.html": b""}


def test_sizes_that_follow_and_what_stands_before_or_after_the_archive(read):
    # What lies before shifts all offsets; the first member is then no longer where it says.
    assert read(zipped("x.html")[:90] + zipped("a.html"))["a.html"] == PAGE
    assert read(zipped("a.html")[:-2] + b"\x04\x00PK!!") == {"a.html": PAGE}
    assert read(streamed("a.html", "b.html")) == {"a.html": PAGE, "b.html": PAGE}


def test_wide_archives(read, monkeypatch):
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 10)
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 1)
    content = zipped("a.html", "b.html", "c.html")
    assert b"PK\x06\x06" in content
    assert read(content) == dict.fromkeys(["a.html", "b.html", "c.html"], PAGE)


def test_the_stamp_is_of_the_content(read, tmp_path):
    read(zipped("a.html"))
    (one,) = documents([tmp_path / "a.zip"])
    assert (one.size, one.stamp) == (len(PAGE), f"{zlib.crc32(PAGE):08x}-{len(PAGE)}")
    assert "content" not in repr(one)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs", "cp437"])
def test_names_in_the_encoding_they_were_packed_in(read, encoding):
    names = {
        "big5hkscs": ["臺北縣政府資訊公開年度報告.html"],
        "cp437": ["café.html"],
    }.get(encoding, ["青石县/水利局2023年年报.html", "一.html", "联通.html"])
    assert list(read(raw_zip(*(name.encode(encoding) for name in names)))) == names


def test_names_that_say_their_encoding(read):
    def field(raw):
        data = b"\x01" + zlib.crc32(raw).to_bytes(4, "little") + "年报.html".encode()
        return struct.pack("<HHB", 0x7777, 1, 0) + struct.pack("<HH", 0x7075, len(data)) + data

    def void(raw):
        return field(raw + b"x")

    assert list(read(raw_zip(b"nb.html", extra=field))) == ["年报.html"]
    assert list(read(raw_zip(b"nb.html", extra=void))) == ["nb.html"]
    # "一" in GBK is a letter in UTF-8: what is said counts, whatever the others are.
    assert list(read(raw_zip("一.html".encode("gb18030"), flags=0x800))) == ["һ.html"]
    assert list(read(raw_zip("县.html".encode("gb18030"), flags=0x800))) == ["县.html"]


def test_names_that_would_lead_elsewhere(read):
    names = [
        b"../../up.html",
        b"/etc/a.html",
        b"C:/b.html",
        b"./c.html",
        b"d\ne.html",
        b"\xe2\x80\xaef.html",
        b"x\x00y.html",
    ]
    found = read(raw_zip(*names, made=3))
    assert list(found) == [
        r"\x2e\x2e/\x2e\x2e/up.html", r"\x2f/etc/a.html", r"C\x3a/b.html", "c.html", r"d\x0ae.html", r"\u202ef.html",
        r"x\x00y.html",
    ]  # fmt: skip
    assert list(read(raw_zip(b"a\\b.html"))) == ["a/b.html"]
    assert list(read(raw_zip(b"a\\b.html", made=3))) == [r"a\x5cb.html"]


def test_dots_before_a_backslash_hide_no_member(read):
    names = (b"..\\..\\x.html", b"\\.html", b".hidden.html")
    assert list(read(raw_zip(*names, made=3))) == [r"..\x5c..\x5cx.html", r"\x5c.html"]


def test_names_that_are_there_twice_or_very_long(read):
    assert list(read(raw_zip(*[b"a.html"] * 12)))[:4] == ["a.html", "a (2).html", "a (3).html", "a (4).html"]
    long = b"x" * 60_000
    first, second = read(raw_zip(long + b"1.html", long + b"2.html"))
    assert len(first) < 1_000
    assert first != second
    assert first.endswith("1.html")


def test_an_office_file_is_a_document(read):
    docx = zipped("[Content_Types].xml", "word/document.xml")
    assert read(docx, "a.docx") == {"a.docx": docx}
    assert read(docx, "a.zip") == {"a.zip": docx}
    assert read(docx, "a") == {"a": docx}
    assert read(zipped("word/a.html")) == {"word/a.html": PAGE}
    ofd = zipped("OFD.xml", "Doc_0/Document.xml")
    assert read(ofd) == {"a.zip": ofd}


def test_what_is_no_archive_is_left_to_the_reader(read):
    assert read(PAGE, "a.zip") == {"a.zip": PAGE}
    assert read(b"", "a.zip") == {"a.zip": b""}


def test_an_empty_archive_is_a_row(read):
    assert "holds no file" in read(zipped())["a.zip"]
    assert "holds no file" in read(zipped("a/", "__MACOSX/._b.html", ".DS_Store", "x/~$c.docx"))["a.zip"]


def test_locked_linked_and_oddly_packed_members_are_rows(read):
    found = read(raw_zip(b"a.html", flags=1))
    assert "password" in found["a.html"]
    assert "password" in read(raw_zip(b"a.html", method=99))["a.html"]
    assert "not supported" in read(raw_zip(b"a.html", method=14))["a.html"]
    link = zipfile.ZipInfo("l.html")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    assert "a link in an archive" in read(zipped((link, b"/etc/passwd")))["l.html"]
    assert read(zipped("b.jpg")) == {"b.jpg": "not a kind that is read (.jpg)"}


def test_a_member_that_is_damaged_is_a_row_and_the_others_are_read(read):
    content = bytearray(zipped("a.html", "b.html", "c.html", method=zipfile.ZIP_STORED))
    content[content.index(PAGE) + 3] ^= 0xFF
    content[content.index(b"PK\x03\x04", content.index(b"b.html"))] ^= 0xFF
    found = read(bytes(content))
    assert {name for name, one in found.items() if one == PAGE} == {"b.html"}
    assert "damaged" in found["a.html"]
    assert "damaged" in found["c.html"]


def test_a_member_that_lies_about_itself(read):
    content = zipped("a.html", "b.html")
    at = content.rindex(b"PK\x01\x02")
    for place, value in ((24, 10), (24, 5_000), (42, 0xFFFFFF00), (20, 0xFFFFFF0)):
        lying = bytearray(content)
        struct.pack_into("<L", lying, at + place, value)
        found = read(bytes(lying))
        assert found["a.html"] == PAGE
        assert isinstance(found["b.html"], str)


def test_bombs(read):
    bomb = zipped(("bomb.html", bytes(5_000_000)), "a.html")
    assert "zip bomb" in read(bomb)["bomb.html"]
    assert read(bomb)["a.html"] == PAGE
    assert read(bomb, max_ratio=2_000)["bomb.html"] == bytes(5_000_000)
    assert "larger than the limit" in read(bomb, max_bytes=4_000_000)["bomb.html"]
    many = zipped(*((f"{number}.html", bytes(900_000)) for number in range(30)))
    found = read(many, max_total=5_000_000)
    assert 0 < sum(isinstance(one, bytes) for one in found.values()) < 20
    assert len(found) == 30


def test_overlapping_members(read):
    content = zipped(*(f"{number}.html" for number in range(5)))
    directory = content.index(b"PK\x01\x02")
    same = bytearray(content)
    at = directory
    while (at := same.find(b"PK\x01\x02", at)) >= 0:
        struct.pack_into("<L", same, at + 42, 0)
        at += 4
    found = read(bytes(same))
    assert found.pop("0.html") == PAGE
    assert len(found) == 4
    assert all("overlaps" in one for one in found.values())


def test_overlapping_members_out_of_order(read):
    large = shake_256().digest(4_000)
    content = bytearray(
        zipped(("00.html", large), ("01.html", large[::-1]), *(f"{number:02d}.html" for number in range(2, 20)))
    )
    entries = [found.start() for found in re.finditer(b"PK\x01\x02", content)]
    first = [bytes(content[at + 16 : at + 28]) + bytes(content[at + 42 : at + 46]) for at in entries[:2]]
    for number, at in enumerate(entries):
        content[at + 16 : at + 28], content[at + 42 : at + 46] = first[number % 2][:12], first[number % 2][12:]
    found = read(bytes(content))
    assert [name for name, one in found.items() if one in {large, large[::-1]}] == ["00.html", "01.html"]
    assert sum("overlaps" in one for one in found.values() if isinstance(one, str)) == 18


@pytest.mark.parametrize("make", [zipped, streamed])
def test_what_was_cut_off_is_read_to_the_break(read, make):
    content = make("a.html", "b.html", "d/", "c.html") if make is zipped else make("a.html", "b.html", "c.html")
    end = content.index(b"PK\x01\x02")
    whole = read(content[:end])
    assert "damaged or incomplete" in whole.pop("a.zip")
    assert whole == dict.fromkeys(["a.html", "b.html", "c.html"], PAGE)
    cut = read(content[: content.index(b"c.html") + 20])
    assert "damaged or incomplete" in cut.pop("a.zip")
    assert "damaged" in cut.pop("c.html")
    assert cut == dict.fromkeys(["a.html", "b.html"], PAGE)


def test_a_directory_that_breaks_off_is_said(read):
    content = bytearray(zipped("a.html", "b.html", "c.html"))
    content[content.rindex(b"PK\x01\x02")] = 0
    found = read(bytes(content))
    assert "damaged or incomplete" in found.pop("a.zip")
    assert found == dict.fromkeys(["a.html", "b.html"], PAGE)


def test_every_cut_of_an_archive_is_accounted_for(read):
    for make in (zipped, streamed):
        content = make("a.html", "b.html")
        for end in range(5, len(content)):
            found = read(content[:end])
            assert any(isinstance(one, str) for one in found.values())


def test_one_archive_within_another_and_no_further(read):
    inner = zipped("a.html", "b.jpg", ("deep.zip", zipped("c.html")))
    found = read(zipped(("市/县.zip", inner), ("x.tar.gz", tarred("t.html", mode="w:gz")), ("no.zip", PAGE)))
    assert found["市/县.zip!/a.html"] == PAGE
    assert found["x.tar.gz!/t.html"] == PAGE
    assert found["no.zip"] == PAGE
    assert "unpack it first" in found["市/县.zip!/deep.zip"]
    assert found["市/县.zip!/b.jpg"] == "not a kind that is read (.jpg)"


def test_archives_within_archives_are_bounded(read):
    inner = zipped(*(f"{number}.html" for number in range(20)))
    found = read(zipped(("in.zip", inner)), max_nested=5)
    assert "too many members" in found.pop("in.zip")
    assert set(found.values()) == {PAGE}
    assert len(found) == 5
    bomb = zipped(("in.zip", zipped(*((f"{number}.html", bytes(500_000)) for number in range(100)))))
    found = read(bomb, max_total=2_000_000)
    assert len(found) == 100
    assert sum(isinstance(one, bytes) for one in found.values()) <= 4
    assert "larger" in read(zipped(("in.zip", b"PK\x03\x04" + bytes(999))), max_total=500)["in.zip"]


def test_an_archive_that_holds_itself_ends(read):
    content = zipped("a.html")
    # No quine, but what one does: the same archive again at every depth.
    for _ in range(6):
        content = zipped("a.html", ("r.zip", content))
    found = read(content)
    assert list(found) == ["a.html", "r.zip!/a.html", "r.zip!/r.zip"]
