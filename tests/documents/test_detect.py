import io
import os
import socket
import sys

import pytest

from govdisclosure.documents import read_bytes, read_document
from govdisclosure.errors import MissingExtraError, ReadError

WORDS = "某些字"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t\xe3\x80\x80", "white space"),
        (b"\xef\xbb\xbf", "white space"),
        (WORDS.encode() + b"\x00", "binary"),
        (b"\x89PNG\r\n\x1a\n123", "binary"),
        (b"\xff\xd8\xff\xe0", "binary"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....word/document.xml", "DOCX"),
        (b"PK\x03\x04....xl/workbook.xml", "XLSX"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "DOC"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "MHTML"),
        (b"\x80\xff" * 50, "encoding"),
        ("青石县水利局2010年报告\n一、概述".encode("utf-16-le"), "UTF-16"),
        ("青石县水利局2010年报告\n一、概述".encode("utf-16-be"), "UTF-16"),
    ],
)
def test_what_is_not_text_is_named(data, words):
    with pytest.raises(ReadError) as caught:
        read_bytes(data, uri="a.txt")
    assert words in caught.value.en
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("a.txt: ")
    assert WORDS not in str(caught.value)


def test_files(tmp_path):
    with pytest.raises(ReadError, match="no such file"):
        read_document(tmp_path / "absent.txt")
    with pytest.raises(ReadError, match="directory"):
        read_document(tmp_path)
    with pytest.raises(ReadError, match="cannot be opened"):
        read_document("a\x00b")
    file = tmp_path / "report.txt"
    file.write_bytes("甲\n".encode())
    assert read_document(file).source.uri == str(file)
    with pytest.raises(ReadError, match="MB"):
        read_document(file, max_bytes=3)


def test_a_zip_says_what_to_do_with_it():
    with pytest.raises(ReadError) as caught:
        read_bytes(b"PK\x03\x04....", uri="a.zip")
    assert "ZIP（压缩包；如为 Word/Excel 文件请另存为文本或网页）" in caught.value.zh


@pytest.mark.skipif(os.name == "nt", reason="no such files there")
def test_what_is_no_regular_file_is_refused_without_being_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(tmp_path / "socket"))
        for name in (tmp_path / "pipe", tmp_path / "socket", "/dev/null"):
            with pytest.raises(ReadError, match="not a regular file"):
                read_document(name)


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("甲\n".encode())))
    document = read_document("-")
    assert (document.source.uri, document.text) == ("-", "甲\n")


def test_the_content_decides_and_the_name_only_breaks_ties():
    assert read_bytes("<!DOCTYPE html><p>甲".encode(), uri="a.txt").source.media_type == "text/html"
    assert read_bytes("甲，乙。".encode(), uri="a.html").source.media_type == "text/plain"
    assert read_bytes("甲<br>乙".encode(), uri="a.html").source.media_type == "text/html"
    assert read_bytes("甲<br>乙".encode(), uri="a.txt").source.media_type == "text/plain"
    assert read_bytes("甲".encode(), uri="a.md").source.media_type == "text/markdown"
    assert read_bytes("甲<br>乙".encode(), media_type="text/html; charset=gbk").source.media_type == "text/html"


def test_without_selectolax_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    with pytest.raises(MissingExtraError, match=r"govdisclosure\[html\]"):
        read_bytes("<html><p>甲".encode())
    assert read_bytes("甲".encode()).text == "甲"
