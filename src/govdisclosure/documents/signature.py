"""What the first bytes and the members of a file say it is; what cannot be read is refused with advice."""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Final
from zipfile import is_zipfile

from govdisclosure.documents.archive import Archive
from govdisclosure.documents.compound import MAGIC, Compound
from govdisclosure.errors import ReadError

__all__ = ["DOCX", "PDF", "XLS", "XLSX", "kind_of", "kind_of_members", "media_type_of"]

_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
DOCX: Final = _OFFICE + "wordprocessingml.document"
XLSX: Final = _OFFICE + "spreadsheetml.sheet"
XLS: Final = "application/vnd.ms-excel"
PDF: Final = "application/pdf"

_PARTS: Final = (("word/", DOCX), ("xl/", XLSX), ("ppt/", "PPTX"), ("OFD.xml", "OFD"))
"""Parts that a ZIP archive of some format holds, and its media type, or its name where it is refused."""
_OPEN_DOCUMENT: Final = frozenset({"mimetype", "content.xml"})
_STREAMS: Final = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "DOC/WPS"),
    ("Workbook", XLS),
    ("Book", XLS),
    ("PowerPoint Document", "PPT/DPS"),
)
"""The same for the streams of a compound file, the surest first."""

_AS_DOCX: Final = (
    "在 Word/WPS 中打开后另存为 .docx 或 PDF",
    "open it in Word or WPS and save it as .docx or PDF",
)
_AS_PDF: Final = ("打开后打印或导出为带文字的 PDF", "open it and print or export it as PDF with text")
_AS_PAGE: Final = (
    "在浏览器或 Word/WPS 中打开后另存为网页（.html）或 .docx",
    "open it in a browser, Word or WPS and save it as HTML (.html) or .docx",
)
_ADVICE: Final = {
    "DOC/WPS": _AS_DOCX,
    "RTF": _AS_DOCX,
    "ODT/ODS": _AS_DOCX,
    "PPT/DPS": _AS_PDF,
    "PPTX": _AS_PDF,
    "OFD": _AS_PDF,
    "MHTML": _AS_PAGE,
}
"""Kinds of files that are not read, and what to do with one, in Chinese and English."""

_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_MAGIC_WITHIN: Final = 1_024
# A page saved by a browser with its pictures: the head of a mail, its lines in any order.
_MAIL: Final = re.compile(
    rb"(?:[\w-]{2,40}:[^\r\n]{0,300}\r?\n(?:[ \t][^\r\n]{0,300}\r?\n){0,9}){0,12}mime-version:", re.IGNORECASE
)
_LIKELY: Final = re.compile(r"[\t\n\r -~\u2014-\u2026\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]")
_MOSTLY: Final = 0.9


def media_type_of(data: bytes, name: str) -> str | None:
    """The media type of a file that is not text; nothing for text.

    Args:
        data: The file.
        name: What to name in an error.

    Raises:
        ReadError: It is empty, or of a kind that is not read; the message says what to do.
    """
    if not data:
        raise ReadError(name, "文件是空的；请重新取得文件", "the file is empty; obtain it again")
    kind = kind_of(data, name)
    if kind == "encrypted":
        raise ReadError(
            name,
            "文件加了打开密码；请在 Word/Excel/WPS 中输入密码打开，去掉密码后另存",
            "the file needs a password; open it in Word, Excel or WPS and save it without one",
        )
    if kind == "ZIP" and not is_zipfile(BytesIO(data)):
        raise ReadError(
            name,
            "文件已损坏或不完整，打不开；请重新取得文件",
            "the file is damaged or cut off and cannot be opened; obtain it again",
        )
    if kind == "ZIP":
        raise ReadError(
            name,
            "这是 ZIP（压缩包），请解压后检查其中的文件；如本是 Word/Excel 文件，请打开后另存为 .docx 或 .xlsx",
            "a ZIP archive; unpack it and check its files, or, if it was a Word or Excel file, save it anew",
        )
    if kind in _ADVICE:
        zh, en = _ADVICE[kind]
        raise ReadError(name, f"这是 {kind} 文件，本版本不能读取；请{zh}", f"{kind} is not read by this version; {en}")
    if kind is None:
        _require_text(data, name)
    return kind


def kind_of(data: bytes, name: str) -> str | None:
    """What a file is: a media type, or the name of a kind that is not read; nothing for what may be text.

    Args:
        data: The file.
        name: What to name in an error.
    """
    head = data[:_MAGIC_WITHIN].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF-"):
        return PDF
    if head.startswith(b"{\\rtf"):
        return "RTF"
    if head.startswith(MAGIC):
        streams = Compound(data).streams
        return next((kind for stream, kind in _STREAMS if stream in streams), "DOC/WPS")
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_archive(data, name)
    return "MHTML" if _MAIL.match(head) else None


def _kind_of_archive(data: bytes, name: str) -> str:
    try:
        names = Archive(data, name).names
    except ReadError:
        # Names stand in an archive as they are: a broken one still shows what it was.
        return next((kind for part, kind in _PARTS if part.encode() in data), "ZIP")
    return kind_of_members(names)


def kind_of_members(names: Sequence[str]) -> str:
    """What the names of its members say a ZIP archive is: a media type, a kind that is not read, or ``ZIP``."""
    if set(names) >= _OPEN_DOCUMENT:
        return "ODT/ODS"
    return next((kind for part, kind in _PARTS if any(one.startswith(part) for one in names)), "ZIP")


def _require_text(data: bytes, name: str) -> None:
    if _may_be_utf16(data):
        raise ReadError(
            name,
            "可能是没有标记的 UTF-16 编码文本；请用编辑器打开后另存为 UTF-8 编码",
            "may be UTF-16 text without a mark; open it in an editor and save it as UTF-8",
        )
    if data.startswith(_PICTURES) or (b"\x00" in data and not data.startswith(_UTF16)):
        raise ReadError(
            name,
            "这是图片、压缩包或其他二进制文件，不是文字；请向制作单位取得文字版，或识别、录入后存为 UTF-8 文本",
            "an image, archive or other binary file, not text; obtain its text, or type it and save it as UTF-8",
        )


def _may_be_utf16(data: bytes) -> bool:
    """True for zero bytes amid what reads, two bytes a character, as Chinese or ASCII throughout."""
    sample = data[: _MAGIC_WITHIN - _MAGIC_WITHIN % 2]
    if data.startswith(_UTF16) or b"\x00" not in sample or len(data) % 2:
        return False
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, errors="replace")
        if sum(1 for sign in text if _LIKELY.match(sign)) >= len(text) * _MOSTLY:
            return True
    return False
