import io
import os
import socket
import sys

import pytest
from tests.documents.office import compound, docx, paragraph, sheet_xml, workbook_stream, xlsx, zipped
from tests.documents.pdfs import Drawing, pdf

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
        (zipped({"甲.txt": b"1"}), "ZIP"),
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
        read_bytes(zipped({"甲.txt": b"1"}), uri="a.zip")
    assert "另存为 .docx 或 .xlsx" in caught.value.zh


def test_an_archive_that_is_cut_off_is_told_from_a_whole_one():
    with pytest.raises(ReadError) as caught:
        read_bytes(b"PK\x03\x04....", uri="a.docx")
    assert "重新取得" in caught.value.zh


WORKBOOK = workbook_stream({(0, 0): "甲"})


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (docx(paragraph("甲")), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (xlsx(sheet_xml([["甲"]])), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (compound(Workbook=WORKBOOK), "application/vnd.ms-excel"),
        (pdf(Drawing().text(74, 100, "甲")), "application/pdf"),
        (b"\xef\xbb\xbf\r\n" + pdf(Drawing().text(74, 100, "甲")), "application/pdf"),
    ],
)
@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.xls", "a.txt", "a.html", "a"])
def test_the_content_decides_whatever_the_name(data, media_type, name):
    document = read_bytes(data, uri=name)
    assert document.text == "甲"
    assert (document.source.media_type, document.source.encoding) == (media_type, None)


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.xls"])
def test_text_under_the_name_of_another_format_is_text(name):
    assert read_bytes("甲，乙。".encode(), uri=name).source.media_type == "text/plain"
    assert read_bytes("<html><p>甲".encode(), uri=name).source.media_type == "text/html"


@pytest.mark.parametrize(
    ("data", "kind", "advice"),
    [
        (compound(WordDocument=b"x"), "DOC/WPS", "另存为 .docx 或 PDF"),
        (compound(WordDocument=b"x", Workbook=WORKBOOK), "DOC/WPS", "另存为 .docx 或 PDF"),
        (compound(PowerPoint_Document=b"x"), "PPT/DPS", "PDF"),
        (compound(Contents=b"x"), "DOC/WPS", "另存为 .docx 或 PDF"),
        (compound(EncryptionInfo=b"x", EncryptedPackage=b"x"), "打开密码", "去掉密码后另存"),
        (zipped({"OFD.xml": "<a/>", "Doc_0/Document.xml": "<a/>"}), "OFD", "PDF"),
        (zipped({"ppt/presentation.xml": "<a/>"}), "PPTX", "PDF"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}), "ODT/ODS", ".docx"),
        (zipped({"报告.docx": docx(paragraph("甲"))}), "ZIP", "解压"),
        (b"{\\rtf1\\ansi", "RTF", ".docx"),
        (b"MIME-Version: 1.0", "MHTML", ".html"),
        (b"From: <Saved by Blink>\r\nSnapshot-Content-Location: x\r\nMIME-Version: 1.0\r\n", "MHTML", ".html"),
    ],
)
def test_what_is_not_read_says_what_to_save_it_as(data, kind, advice):
    with pytest.raises(ReadError) as caught:
        read_bytes(data, uri="a.doc")
    assert kind in caught.value.zh
    assert advice in caught.value.zh


@pytest.mark.parametrize("at", [30, 44, 48, 60, 68, 76])
@pytest.mark.parametrize("value", [b"\x00" * 4, b"\xff" * 4, b"\x05\x00\x00\x00", b"\xff\xff\xff\x7f"])
def test_a_compound_file_with_a_broken_head_is_no_trap(at, value):
    whole = compound(WordDocument=b"x", Other=b"y")
    with pytest.raises(ReadError):
        read_bytes(whole[:at] + value + whole[at + 4 :])


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
