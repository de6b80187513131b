"""NDJSON: one JSON object a line, ``name`` and ``content`` (base64) or ``text``."""

import base64
import binascii
import json
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final

import attrs

from govdisclosure.batch.inputs import faults
from govdisclosure.batch.inputs.members import Member, Members, Reader, broken
from govdisclosure.batch.inputs.pending import Held
from govdisclosure.errors import ReadError
from govdisclosure.rules.outcome import Message

__all__ = ["Line", "rows"]

_MARK: Final = b"\xef\xbb\xbf"
_CHUNK: Final = 262_144
_ROOM: Final = 65_536
"""What a line may have beside the content."""
_MOST_VALUES: Final = 200_000
_NOT_JSON: Final = Message(
    '这一行不是 {"name": …, "content": …} 形式的 JSON；请核对',
    'this line is no JSON object such as {"name": …, "content": …}; look into it',
)
_NO_CONTENT: Final = Message(
    "这一行没有 content（base64）或 text；请核对", "this line has neither content (base64) nor text; look into it"
)
_NOT_BASE64: Final = Message("这一行的 content 不是 base64；请核对", "content of this line is not base64; look into it")


@attrs.frozen
class Line:
    """A line by where it lies.

    Attributes:
        offset: Where it begins.
        length: Bytes of it.
        max_bytes: Bytes its content may have.
    """

    offset: int
    length: int
    max_bytes: int

    def read(self, stream: BinaryIO, name: str) -> bytes:
        """The content."""
        stream.seek(self.offset)
        _, found = _parsed(stream.read(self.length), self.max_bytes)
        if isinstance(found, Message):
            raise faults.error(name, found)
        return found


def rows(stream: Reader, max_bytes: int, *, is_packed: bool) -> Members:
    """The lines of a file; blank ones are none.

    Args:
        stream: The file, unpacked. Nobody else may read it.
        max_bytes: Bytes the content of a line may have.
        is_packed: Whether lines cannot be found again by where they lie.

    Yields:
        A row a line that is not blank, the last one standing for the file where it breaks off.
    """
    longest = max_bytes * 2 + _ROOM
    try:
        for number, (at, length, line) in enumerate(_lines(stream, longest), 1):
            if line is None:
                yield Member(number=number, fault=faults.too_large(max_bytes))
            elif line.strip():
                yield _row(number, at, length, line, max_bytes, is_packed=is_packed)
    except ReadError as error:
        yield broken(faults.message(error))


def _row(number: int, at: int, length: int, line: bytes, max_bytes: int, *, is_packed: bool) -> Member:  # noqa: PLR0913
    name, found = _parsed(line, max_bytes)
    stamp = f"{zlib.crc32(line):08x}-{length}"
    if isinstance(found, Message):
        return Member(name=name, number=number, stamp=stamp, fault=found)
    part = Held(found) if is_packed else Line(at, length, max_bytes)
    return Member(name=name, number=number, part=part, size=len(found), stamp=stamp)


def _lines(stream: Reader, longest: int) -> Iterator[tuple[int, int, bytes | None]]:
    """Where each line begins, its length, and itself; nothing of one that is too long."""
    at, pieces, length, is_long = 0, list[bytes](), 0, False
    while data := stream.read(_CHUNK):
        start = 0
        while (end := data.find(b"\n", start)) >= 0:
            length += end + 1 - start
            yield at, length, None if is_long or length > longest else b"".join([*pieces, data[start : end + 1]])
            at += length
            pieces, length, is_long, start = [], 0, False, end + 1
        length += len(data) - start
        is_long = is_long or length > longest
        pieces = [] if is_long else [*pieces, data[start:]]
    if length:
        yield at, length, None if is_long else b"".join(pieces)


def _parsed(line: bytes, max_bytes: int) -> tuple[str | None, bytes | Message]:
    """The name in a line, and its content or why there is none."""
    if line.count(b"{") + line.count(b"[") > _MOST_VALUES:
        return None, _NOT_JSON
    try:
        value = json.loads(line.removeprefix(_MARK).decode())
    except (ValueError, RecursionError):
        return None, _NOT_JSON
    if not isinstance(value, dict):
        return None, _NOT_JSON
    name = value.get("name")
    content, text = value.get("content"), value.get("text")
    named = name if isinstance(name, str) and name else None
    if isinstance(content, str):
        try:
            found = base64.b64decode("".join(content.split()), validate=True)
        except (binascii.Error, ValueError):
            return named, _NOT_BASE64
    elif isinstance(text, str):
        found = text.encode("utf-8", "replace")
    else:
        return named, _NO_CONTENT
    return named, found if len(found) <= max_bytes else faults.too_large(max_bytes)
