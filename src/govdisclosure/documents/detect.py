"""What bytes are, and the way from them to a :class:`~govdisclosure.documents.document.Document`.

The content decides: ``.doc`` is often HTML, ``.html`` often a saved text. The name's ending only settles what the
content leaves open; a media type the caller gives is taken at its word.
"""

import hashlib
import os
import re
import stat
import sys
from pathlib import Path
from typing import Final

from govdisclosure.documents.document import Document
from govdisclosure.documents.encoding import decode, undecoded
from govdisclosure.documents.html import read_html
from govdisclosure.documents.plain import read_plain
from govdisclosure.errors import ReadError
from govdisclosure.model.report import SourceFile

__all__ = ["MAX_BYTES", "SUFFIXES", "read_bytes", "read_document"]

MAX_BYTES: Final = 20 * 1024 * 1024

_HTML: Final = "text/html"
_PLAIN: Final = "text/plain"
_MARKDOWN: Final = "text/markdown"
_MEDIA_TYPES: Final = {_HTML: _HTML, "application/xhtml+xml": _HTML, _PLAIN: _PLAIN, _MARKDOWN: _MARKDOWN}
SUFFIXES: Final = {
    **dict.fromkeys((".html", ".htm", ".shtml", ".xhtml", ".jsp", ".jhtml", ".asp", ".aspx", ".php"), _HTML),
    **dict.fromkeys((".txt", ".text"), _PLAIN),
    **dict.fromkeys((".md", ".markdown"), _MARKDOWN),
}
"""Endings of the names of files that can be read, and the media type each hints at."""

_NOT_YET: Final = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC/XLS/WPS"),
)
_OFFICE_PARTS: Final = ((b"word/", "DOCX"), (b"xl/", "XLSX"), (b"ppt/", "PPTX"), (b"OFD.xml", "OFD"))
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_MAGIC_WITHIN: Final = 1_024
_LIKELY: Final = re.compile(r"[\t\n\r -~\u2014-\u2026\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]")
_MOSTLY: Final = 0.9

_HTML_START: Final = re.compile(
    r"(?:<!--[^>]{0,300}>\s{0,9}|<\?xml[^>]{0,200}>\s{0,9}){0,5}"
    r"<(?:!doctype\s+html|(?:html|head|body|meta|title|div|table|p|span|style|script|center|font|h[1-6])[\s/>])",
    re.IGNORECASE,
)
_TAG: Final = re.compile(
    r"</?(?:html|head|body|div|table|tr|td|p|span|br|font|li|ul|h[1-6])(?:\s[^<>]{0,300})?/?>", re.IGNORECASE
)
_TAGS_OF_A_PAGE: Final = 6
_LOOK: Final = 65_536


def read_document(path: str | os.PathLike[str], *, max_bytes: int = MAX_BYTES) -> Document:
    """Read one file.

    Args:
        path: The file; ``-`` reads standard input.
        max_bytes: Files larger than this are refused without being read.

    Raises:
        ReadError: It cannot be read; the message says why and what to do.
        MissingExtraError: It is HTML and the ``html`` extra is not installed.
    """
    name = os.fspath(path)
    data = sys.stdin.buffer.read(max_bytes + 1) if name == "-" else _file(name, max_bytes)
    if len(data) > max_bytes:
        raise _too_large(name, max_bytes)
    return read_bytes(data, uri=name)


def read_bytes(data: bytes, *, uri: str | None = None, media_type: str | None = None) -> Document:
    """Read bytes that are already in memory.

    Args:
        data: The bytes.
        uri: A name for them, used in messages and kept in :attr:`Document.source`.
        media_type: What the caller knows them to be; decides between HTML and plain text.

    Raises:
        ReadError: They cannot be read; the message says why and what to do.
        MissingExtraError: They are HTML and the ``html`` extra is not installed.
    """
    name = uri if uri is not None else "<bytes>"
    _refuse(data, name)
    text, encoding = decode(data, name)
    kind = _kind(text, name, media_type)
    digest = hashlib.sha256(data).hexdigest()
    origin = SourceFile(uri=uri, sha256=digest, media_type=kind, encoding=encoding, undecoded=undecoded(text))
    return (read_html if kind == _HTML else read_plain)(text, origin, name)


def _file(name: str, max_bytes: int) -> bytes:
    path = Path(name)
    try:
        about = path.stat()
        is_directory, size = stat.S_ISDIR(about.st_mode), about.st_size
        is_file = stat.S_ISREG(about.st_mode)
        if is_file and size <= max_bytes:
            with path.open("rb") as stream:
                return stream.read(max_bytes + 1)
    except FileNotFoundError:
        raise ReadError(name, "找不到文件；请检查路径", "no such file; check the path") from None
    except PermissionError:
        raise ReadError(
            name, "没有读取权限；请检查文件权限", "permission denied; check the file's permissions"
        ) from None
    except (OSError, ValueError):
        raise ReadError(name, "文件打不开；请检查路径和磁盘", "cannot be opened; check the path and the disk") from None
    if is_directory:
        raise ReadError(name, "这是文件夹，不是文件；请给出其中的文件", "this is a directory; name a file in it")
    if not is_file:
        # A pipe may never end, or never begin: opening it would wait for ever.
        raise ReadError(
            name,
            "这不是普通文件（管道、套接字或设备）；请给出文件，或用 - 从标准输入读取",
            "not a regular file (a pipe, socket or device); name a file, or use - for standard input",
        )
    raise _too_large(name, max_bytes)


def _too_large(name: str, max_bytes: int) -> ReadError:
    limit = f"{max_bytes / 1024 / 1024:g} MB"
    return ReadError(
        name,
        f"文件超过上限 {limit}；请只保留报告正文，另存后再试",
        f"larger than the limit of {limit}; keep only the text of the report and save it anew",
    )


def _refuse(data: bytes, name: str) -> None:
    """Turn away what is not text."""
    if not data:
        raise ReadError(name, "文件是空的；请重新取得文件", "the file is empty; obtain it again")
    kind = _not_yet(data)
    if kind == "ZIP":
        raise ReadError(
            name,
            "这是 ZIP（压缩包；如为 Word/Excel 文件请另存为文本或网页），请解压后检查其中的文件",
            "a ZIP archive (if a Word or Excel file, save it as text or HTML); unpack it and check its files",
        )
    if kind:
        raise ReadError(
            name,
            f"这是 {kind} 文件，本版本还不能读取；请另存为文本（.txt）或网页（.html）",
            f"{kind} is not yet read by this version; save it as text (.txt) or HTML (.html)",
        )
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


def _not_yet(data: bytes) -> str | None:
    head = data[:_MAGIC_WITHIN].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, kind in _NOT_YET:
        if head.startswith(magic):
            return kind
    if head.startswith(b"PK\x03\x04"):
        return next((kind for part, kind in _OFFICE_PARTS if part in data), "ZIP")
    if head[:13].lower() == b"mime-version:":
        return "MHTML"
    return None


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


def _kind(text: str, name: str, media_type: str | None) -> str:
    given = (media_type or "").partition(";")[0].strip().lower()
    if given in _MEDIA_TYPES:
        return _MEDIA_TYPES[given]
    hint = SUFFIXES.get(Path(name).suffix.lower())
    head = text[:_LOOK].lstrip()
    if _HTML_START.match(head):
        return _HTML
    tags = sum(1 for _ in _TAG.finditer(head))
    if hint == _HTML:
        return _HTML if tags else _PLAIN
    return hint or (_HTML if tags >= _TAGS_OF_A_PAGE else _PLAIN)
