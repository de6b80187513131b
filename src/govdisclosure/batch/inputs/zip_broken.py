"""A ZIP archive whose end is missing: it has no directory, but each member has a header of its own."""

import zlib
from typing import BinaryIO, Final

import attrs

from govdisclosure.batch.inputs import faults
from govdisclosure.batch.inputs.members import Budget, Member, Members, broken
from govdisclosure.batch.inputs.zip_names import Naming
from govdisclosure.batch.inputs.zips import LOCAL, LOCAL_MARK, Entry, wide

__all__ = ["rest_of_zip"]

_SIZES_FOLLOW: Final = 0x8
_DEFLATED: Final = 8
_CHUNK: Final = 65_536
_NEXT: Final = (LOCAL_MARK, b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06")
_TRAILERS: Final = (0, 12, 16, 20, 24)
"""Bytes that may follow a member whose sizes were not known when it was written."""


def rest_of_zip(stream: BinaryIO, size: int, budget: Budget) -> Members:
    """The members that are still whole, and what stands for the break.

    Args:
        stream: The archive; it may be read elsewhere between members.
        size: Bytes of it.
        budget: What may be unpacked to find where a member ends.
    """
    at = 0
    while (entry := _entry(stream, at)) is not None:
        begins = at + LOCAL.size + len(entry.raw) + len(entry.extra)
        if entry.flags & _SIZES_FOLLOW and not entry.packed:
            measured = _measured(stream, begins, budget) if entry.method == _DEFLATED else None
            if measured is None:
                yield _lost(entry)
                break
            entry = attrs.evolve(entry, packed=measured[0], size=measured[1], crc=measured[2])
        at = begins + entry.packed
        if at > size:
            yield _lost(entry)
            break
        if entry.flags & _SIZES_FOLLOW:
            at = _after_trailer(stream, at)
        name = Naming([entry]).name(entry)
        if not name.endswith("/") or entry.size:
            yield entry.member(name)
    yield broken()


def _lost(entry: Entry) -> Member:
    return attrs.evolve(entry.member(Naming([entry]).name(entry), faults.DAMAGED), size=0)


def _entry(stream: BinaryIO, at: int) -> Entry | None:
    stream.seek(at)
    head = stream.read(LOCAL.size)
    if len(head) < LOCAL.size or not head.startswith(LOCAL_MARK):
        return None
    _, _, flags, method, _, _, crc, packed, size, name_length, extra_length = LOCAL.unpack(head)
    raw, extra = stream.read(name_length), stream.read(extra_length)
    if len(extra) < extra_length:
        return None
    size, packed, _ = wide(extra, (size, packed, 0))
    return Entry(raw, extra, flags, method, crc, packed, size, at)


def _measured(stream: BinaryIO, at: int, budget: Budget) -> tuple[int, int, int] | None:
    """Bytes a member takes, bytes it unpacks to, and its check sum; nothing where it does not end."""
    stream.seek(at)
    unpack = zlib.decompressobj(-zlib.MAX_WBITS)
    packed = size = crc = 0
    data = b""
    try:
        while not unpack.eof:
            data = unpack.unconsumed_tail or stream.read(_CHUNK)
            if not data:
                return None
            packed += 0 if data is unpack.unconsumed_tail else len(data)
            piece = unpack.decompress(data, _CHUNK * 16)
            size += len(piece)
            crc = zlib.crc32(piece, crc)
            if not budget.take(len(piece)):
                return None
    except zlib.error:
        return None
    return packed - len(unpack.unused_data), size, crc


def _after_trailer(stream: BinaryIO, at: int) -> int:
    for length in _TRAILERS:
        stream.seek(at + length)
        if stream.read(4) in _NEXT:
            return at + length
    return at
