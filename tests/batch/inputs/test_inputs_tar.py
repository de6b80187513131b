import bz2
import gzip
import lzma
import os
import struct
import tarfile
import zlib

import pytest
from tests.batch.inputs.archives import PAGE, special, tarred, zipped

from govdisclosure.batch.inputs import Limits, documents, load
from govdisclosure.batch.inputs.pending import Held, Within
from govdisclosure.errors import ReadError

PACKERS = {
    ".tar": bytes,
    ".tar.gz": gzip.compress,
    ".tgz": gzip.compress,
    ".tar.bz2": bz2.compress,
    ".tar.xz": lzma.compress,
}


@pytest.fixture
def read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(content, name="a.tar", **limits):
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


@pytest.mark.parametrize("suffix", PACKERS)
@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT, tarfile.USTAR_FORMAT])
def test_members_however_packed(read, tmp_path, suffix, form):
    long = "" if form == tarfile.USTAR_FORMAT else "很" * 200
    folder = special("d", tarfile.DIRTYPE)
    content = tarred("./b.html", folder, f"d/{long}a.txt", ("empty.html", b""), "d.jpg", format=form)
    found = read(PACKERS[suffix](content), f"x{suffix}")
    assert found == {
        "b.html": PAGE, f"d/{long}a.txt": PAGE, "empty.html": b"", "d.jpg": "not a kind that is read (.jpg)",
    }  # fmt: skip
    sources = {type(one.source) for one in documents([tmp_path / f"x{suffix}"]) if one.source}
    assert sources == {Within if suffix == ".tar" else Held}


def test_members_of_an_archive_without_a_telling_name(read):
    assert read(tarred("a.html"), "upload") == {"a.html": PAGE}
    assert read(gzip.compress(tarred("a.html")), "upload") == {"a.html": PAGE}


def test_names_of_old_packers(read):
    content = tarred(
        "年报.html", "\udcff.html", format=tarfile.GNU_FORMAT, encoding="gb18030", errors="surrogateescape"
    )
    assert list(read(content)) == ["年报.html", "\xa0.html"]
    assert list(read(tarred("../up.html", "/abs.html", "a.html", "a.html"))) == [
        r"\x2e\x2e/up.html", r"\x2f/abs.html", "a.html", "a (2).html",
    ]  # fmt: skip


def test_links_and_devices_are_rows(read):
    kinds = {
        "sym.html": tarfile.SYMTYPE, "hard.html": tarfile.LNKTYPE, "fifo.html": tarfile.FIFOTYPE,
        "zero.html": tarfile.CHRTYPE, "disk.html": tarfile.BLKTYPE,
    }  # fmt: skip
    for pack in (bytes, gzip.compress):
        content = pack(tarred(*(special(name, kind, "/etc/passwd") for name, kind in kinds.items()), "a.html"))
        found = read(content)
        assert found.pop("a.html") == PAGE
        assert found.keys() == kinds.keys()
        assert "a link in an archive" in found["sym.html"]
        assert "not a regular file" in found["zero.html"]


def sparse_header(size):
    """GNU's old header of a file that says it has so many bytes, and holds one block."""
    about = special("sparse.html", tarfile.GNUTYPE_SPARSE)
    about.size = 512
    block = bytearray(about.tobuf(tarfile.GNU_FORMAT))
    block[386:398], block[398:410] = b"%011o\0" % 0, b"%011o\0" % 512
    block[482] = 1
    block[483:495] = b"\x80\0\0\0" + struct.pack(">Q", size)
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block) + bytes(512) + b"x" * 512


def test_a_sparse_file_is_not_filled(read):
    for pack in (bytes, gzip.compress):
        found = read(pack(sparse_header(1 << 50) + tarred("a.html")))
        assert found.pop("a.html") == PAGE
        assert "sparse" in found["sparse.html"]
    pax = tarfile.TarInfo("s.html")
    pax.pax_headers = {"GNU.sparse.major": "1", "GNU.sparse.name": "真名.html", "GNU.sparse.realsize": str(1 << 50)}
    found = read(tarred(pax, "a.html", format=tarfile.PAX_FORMAT))
    assert found.pop("a.html") == PAGE
    assert "sparse" in found["真名.html"]


def test_large_members_and_headers(read):
    content = tarred(("large.html", bytes(10_000)), "a.html")
    for pack in (bytes, gzip.compress):
        found = read(pack(content), max_bytes=9_000, max_total=1 << 20)
        assert "larger than the limit" in found["large.html"]
        assert found["a.html"] == PAGE
    header = special("x", tarfile.XHDTYPE)
    header.size = 1 << 33
    found = read(tarred("a.html").rstrip(b"\0") + bytes(-len(tarred("a.html").rstrip(b"\0")) % 512) + header.tobuf())
    assert found.pop("a.html") == PAGE
    assert "damaged or incomplete" in found["a.tar"]


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress])
def test_a_bomb_is_not_unpacked_to_its_end(read, pack):
    content = pack(tarred(*((f"{number}.html", bytes(1_000_000)) for number in range(8))))
    found = read(content, max_total=3_000_000, max_ratio=1 if pack is not bytes else 200)
    if pack is bytes:
        assert len(found) == 8
    else:
        assert "zip bomb" in found["a.tar"]
        assert "damaged" in found["2.html"]
        assert found.keys() == {"0.html", "1.html", "2.html", "a.tar"}


def test_xz_that_would_take_all_memory(read):
    greedy = bytearray(lzma.compress(tarred("a.html")))
    # The header of the block names its filter and how large its dictionary is.
    assert greedy[14] == 0x21
    greedy[16] = 36
    end = 12 + (greedy[12] + 1) * 4
    greedy[end - 4 : end] = zlib.crc32(greedy[12 : end - 4]).to_bytes(4, "little")
    assert lzma.decompress(greedy) == tarred("a.html")
    assert "damaged or incomplete" in read(bytes(greedy), "a.tar.xz")["a.tar.xz"]


def test_xz_of_several_pieces(read):
    content = tarred("a.html", "b.html")
    joined = lzma.compress(content[:700]) + bytes(8) + lzma.compress(content[700:])
    assert read(joined, "a.tar.xz") == {"a.html": PAGE, "b.html": PAGE}


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress])
def test_every_cut_is_said(read, pack):
    content = pack(tarred("a.html", ("b.html", PAGE * 30)))
    # A tar archive is whole from its first empty block on; less than one is no tar archive.
    first, last = (512, len(content.rstrip(b"\0"))) if pack is bytes else (7, len(content) - 1)
    for end in range(first, last, 61 if pack is bytes else 7):
        found = read(content[:end])
        assert any("damaged" in one for one in found.values() if isinstance(one, str))


def test_members_before_a_break_are_read(read):
    content = tarred("a.html", "b.html", "c.html")
    at = content.index(b"c.html")
    for pack in (bytes, gzip.compress):
        cut = read(pack(content[: at + 600]))
        assert "damaged or incomplete" in cut.pop("a.tar")
        assert "damaged" in cut.pop("c.html")
        assert cut == {"a.html": PAGE, "b.html": PAGE}
        # tarfile takes a damaged header for the end.
        spoilt = read(pack(content[:at] + b"X" + content[at + 1 :]))
        assert "damaged or incomplete" in spoilt.pop("a.tar")
        assert spoilt == {"a.html": PAGE, "b.html": PAGE}


def test_archives_joined_or_empty(read):
    assert read(tarred("a.html") + tarred("b.html")) == {"a.html": PAGE, "b.html": PAGE}
    assert read(tarred("a.html") + b"trailing" * 200) == {"a.html": PAGE}
    assert "holds no file" in read(tarred())["a.tar"]
    assert "holds no file" in read(gzip.compress(tarred()), "a.tar.gz")["a.tar.gz"]


def test_packed_but_no_archive(read):
    assert "neither a tar archive" in read(gzip.compress(PAGE), "a.html.gz")["a.html.gz"]


def test_an_archive_within(read):
    inner = zipped("a.html", ("deep.tar", tarred("x.html")))
    for pack in (bytes, gzip.compress):
        found = read(pack(tarred(("in.zip", inner), ("t.tar", tarred("b.html")))))
        assert found["in.zip!/a.html"] == PAGE
        assert found["t.tar!/b.html"] == PAGE
        assert "unpack it first" in found["in.zip!/deep.tar"]


def test_what_changes_the_stamp(tmp_path):
    path = tmp_path / "a.tar"
    stamps = set()
    for content in (PAGE, PAGE[::-1]):
        for suffix, pack in ((".tar", bytes), (".tar.gz", gzip.compress)):
            path = tmp_path / f"a{suffix}"
            path.write_bytes(pack(tarred(("a.html", content))))
            (one,) = documents([path])
            assert (one.size, len(load(one))) == (len(PAGE), len(PAGE))
            stamps.add(one.stamp)
    assert len(stamps) == 4


def test_a_member_that_is_gone_when_it_is_read(tmp_path):
    path = tmp_path / "a.tar"
    path.write_bytes(tarred("a.html"))
    (one,) = documents([path])
    path.write_bytes(path.read_bytes()[:530])
    with pytest.raises(ReadError, match="damaged"):
        load(one)
    path.unlink()
    with pytest.raises(ReadError, match="no such file"):
        load(one)
    os.mkfifo(path)
    with pytest.raises(ReadError, match="not a regular file"):
        load(one)
