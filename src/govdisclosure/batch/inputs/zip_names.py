"""In which encoding the names in a ZIP archive were written: packers of Chinese Windows do not say."""

import struct
import zlib
from collections.abc import Iterable
from typing import Final, Protocol

from govdisclosure.documents.encoding import decode
from govdisclosure.errors import ReadError

__all__ = ["Naming", "decoded", "extra_field"]

_UTF8: Final = 0x800
_UNICODE_PATH: Final = 0x7075
_SAMPLE: Final = 65_536
_LIKELY: Final = frozenset({"utf-8", "gb18030", "big5hkscs"})


class _Entry(Protocol):
    @property
    def raw(self) -> bytes: ...
    @property
    def extra(self) -> bytes: ...
    @property
    def flags(self) -> int: ...
    @property
    def is_windows(self) -> bool: ...


def decoded(raw: bytes, *encodings: str) -> str:
    """A name in the first encoding that fits all of it; in that of the first packers where none does."""
    for encoding in encodings:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("cp437")


class Naming:
    """The names in one archive, all read in the one encoding that fits them."""

    def __init__(self, entries: Iterable[_Entry]) -> None:
        """Find the encoding.

        Args:
            entries: All entries of the archive.
        """
        sample, is_utf8 = b"", True
        for entry in entries:
            if entry.raw.isascii() or _said(entry) is not None:
                continue
            is_utf8 = is_utf8 and _is_utf8(entry.raw)
            if len(sample) < _SAMPLE:
                sample += entry.raw + b"\n"
        self._encoding = "utf-8" if is_utf8 else _guessed(sample)

    def name(self, entry: _Entry) -> str:
        """The name of an entry, its parts separated by slashes."""
        name = _said(entry)
        if name is None:
            name = decoded(entry.raw, self._encoding, "gb18030")
        # Some packers of Windows write its own separator.
        return name.replace("\\", "/") if entry.is_windows and "/" not in name else name


def _said(entry: _Entry) -> str | None:
    """The name where the entry says how it is to be read."""
    field = extra_field(entry.extra, _UNICODE_PATH)
    # The field is void when the name was changed by a packer that does not know it.
    if field[:5] == b"\x01" + zlib.crc32(entry.raw).to_bytes(4, "little") and _is_utf8(field[5:]):
        return field[5:].decode()
    return entry.raw.decode() if entry.flags & _UTF8 and _is_utf8(entry.raw) else None


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _guessed(sample: bytes) -> str:
    try:
        encoding = decode(sample, "")[1]
    except ReadError:
        return "cp437"
    return encoding if encoding in _LIKELY else "cp437"


def extra_field(extra: bytes, wanted: int) -> bytes:
    """One of the extra fields of an entry; empty where it has none."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        if kind == wanted:
            return extra[at + 4 : at + 4 + length]
        at += 4 + length
    return b""
