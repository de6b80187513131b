"""What bytes are, and the way from them to a :class:`~govdisclosure.documents.document.Document`.

The content decides: ``.doc`` is often HTML, ``.html`` often a saved text. The name's ending only settles what the
content leaves open; a media type the caller gives is taken at its word.
"""

import hashlib
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

import attrs

from govdisclosure.documents.document import Document
from govdisclosure.documents.docx import read_docx
from govdisclosure.documents.encoding import decode, undecoded
from govdisclosure.documents.html import read_html
from govdisclosure.documents.opening import bytes_of
from govdisclosure.documents.pdf import read_pdf
from govdisclosure.documents.plain import read_plain
from govdisclosure.documents.signature import DOCX, PDF, XLS, XLSX, media_type_of
from govdisclosure.documents.xlsx import read_xlsx
from govdisclosure.errors import ReadError
from govdisclosure.model.report import SourceFile

__all__ = ["MAX_BYTES", "SUFFIXES", "is_built_in", "read_bytes", "read_document"]

MAX_BYTES: Final = 20 * 1024 * 1024
_KEEP: Final = ("只保留报告正文", "keep only the text of the report")

_FromText: TypeAlias = Callable[[str, SourceFile, str], Document]
_FromBytes: TypeAlias = Callable[[bytes, SourceFile, str], Document]

_Other: TypeAlias = Callable[[bytes, str | None], Document | None]

_HTML: Final = "text/html"
_PLAIN: Final = "text/plain"
_MARKDOWN: Final = "text/markdown"
_TEXT: Final[dict[str, _FromText]] = {_HTML: read_html, _PLAIN: read_plain, _MARKDOWN: read_plain}
"""Formats that are text; their bytes are decoded first."""
_BINARY: Final[dict[str, _FromBytes]] = {DOCX: read_docx, XLSX: read_xlsx, XLS: read_xlsx, PDF: read_pdf}
"""Formats that are not; a new one is an entry here and a sign in ``signature``."""
_GIVEN: Final = {"application/xhtml+xml": _HTML, **{kind: kind for kind in _TEXT}}
SUFFIXES: Final = {
    **dict.fromkeys((".html", ".htm", ".shtml", ".xhtml", ".jsp", ".jhtml", ".asp", ".aspx", ".php"), _HTML),
    **dict.fromkeys((".txt", ".text"), _PLAIN),
    **dict.fromkeys((".md", ".markdown"), _MARKDOWN),
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), DOCX),
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx"), XLSX),
    ".xls": XLS,
    ".pdf": PDF,
}
"""Endings of the names of files that can be read, and the media type each hints at."""

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


def read_document(path: str | os.PathLike[str], *, max_bytes: int = MAX_BYTES, other: _Other | None = None) -> Document:
    """Read one file.

    Args:
        path: The file; ``-`` reads standard input.
        max_bytes: Files larger than this are refused without being read.
        other: As of :func:`read_bytes`.

    Raises:
        ReadError: It cannot be read; the message says why and what to do.
        MissingExtraError: Its format needs an extra that is not installed.
    """
    return read_bytes(bytes_of(path, max_bytes=max_bytes, keep=_KEEP), uri=os.fspath(path), other=other)


def read_bytes(
    data: bytes, *, uri: str | None = None, media_type: str | None = None, other: _Other | None = None
) -> Document:
    """Read bytes that are already in memory.

    Args:
        data: The bytes.
        uri: A name for them, used in messages and kept in :attr:`Document.source`.
        media_type: What the caller knows them to be; decides between HTML and plain text.
        other: Asked first, with the bytes and their name; what it does not read (``None``) is read here.

    Raises:
        ReadError: They cannot be read; the message says why and what to do.
        MissingExtraError: Their format needs an extra that is not installed.
    """
    found = other(data, uri) if other is not None else None
    if found is not None:
        return found
    name = uri if uri is not None else "<bytes>"
    kind = media_type_of(data, name)
    origin = SourceFile(uri=uri, sha256=hashlib.sha256(data).hexdigest(), media_type=kind or _PLAIN)
    if kind is not None:
        return _BINARY[kind](data, origin, name)
    text, encoding = decode(data, name)
    kind = _text_kind(text, name, media_type)
    read = attrs.evolve(origin, media_type=kind, encoding=encoding, undecoded=undecoded(text))
    return _TEXT[kind](text, read, name)


def is_built_in(data: bytes, name: str) -> bool:
    """Whether bytes are of a format that is read here, by their content or the ending of their name.

    Args:
        data: The bytes.
        name: Their name.
    """
    if Path(name).suffix.lower() in SUFFIXES:
        return True
    try:
        kind = media_type_of(data, name)
    except ReadError:
        return False
    # Text with an ending that is not known here may be some other format's.
    return kind is not None or not Path(name).suffix


def _text_kind(text: str, name: str, media_type: str | None) -> str:
    given = (media_type or "").partition(";")[0].strip().lower()
    if given in _GIVEN:
        return _GIVEN[given]
    hint = SUFFIXES.get(Path(name).suffix.lower())
    head = text[:_LOOK].lstrip()
    if _HTML_START.match(head):
        return _HTML
    tags = sum(1 for _ in _TAG.finditer(head))
    if hint == _HTML:
        return _HTML if tags else _PLAIN
    if hint in _TEXT:
        return hint
    return _HTML if tags >= _TAGS_OF_A_PAGE else _PLAIN
