"""ZIP archives of any size: the directory is read entry by entry, each member by where it lies."""

import bz2
import stat
import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final

import attrs

from govdisclosure.batch.inputs import faults
from govdisclosure.batch.inputs.members import Member, Members, broken
from govdisclosure.batch.inputs.zip_names import Naming, extra_field
from govdisclosure.documents.signature import kind_of_members
from govdisclosure.rules.outcome import Message

__all__ = ["LOCAL", "LOCAL_MARK", "Entry", "ZipPart", "is_office", "wide", "zip_members"]

LOCAL: Final = struct.Struct("<4s5H3L2H")
LOCAL_MARK: Final = b"PK\x03\x04"
_ENTRY: Final = struct.Struct("<4s6H3L5H2L")
_ENTRY_MARK: Final = b"PK\x01\x02"
_END: Final = struct.Struct("<4s4H2LH")
_END_MARK: Final = b"PK\x05\x06"
_LOCATOR: Final = struct.Struct("<4sLQL")
_END64: Final = struct.Struct("<4sQ2H2L4Q")
_NO_32: Final = 0xFFFFFFFF
_FURTHEST: Final = _END.size + 0xFFFF
_STORED, _DEFLATED, _BZIP2 = 0, 8, 12
_LOCKED: Final = 0x1 | 0x40 | 0x2000
_AES: Final = 99
_UNIX: Final = 3
_LOOKED_AT: Final = 5_000
_CHUNK: Final = 65_536
_OFFICE_PART: Final = "[Content_Types].xml"


@attrs.frozen
class ZipPart:
    """A member by where it lies.

    Attributes:
        offset: Where its own header begins.
        packed: Bytes it takes.
        size: Bytes it unpacks to.
        method: Number of the way it is packed.
        crc: Check sum of what it unpacks to.
    """

    offset: int
    packed: int
    size: int
    method: int
    crc: int

    def read(self, stream: BinaryIO, name: str) -> bytes:
        """The member, unpacked; never more than it says it has."""
        stream.seek(self.offset)
        header = stream.read(LOCAL.size)
        if len(header) < LOCAL.size or not header.startswith(LOCAL_MARK):
            raise faults.error(name, faults.DAMAGED)
        *_, name_length, extra_length = LOCAL.unpack(header)
        stream.seek(name_length + extra_length, 1)
        try:
            content = self._unpacked(stream)
        except (zlib.error, OSError, EOFError, ValueError):
            raise faults.error(name, faults.DAMAGED) from None
        if len(content) != self.size or zlib.crc32(content) != self.crc:
            raise faults.error(name, faults.DAMAGED)
        return content

    def _unpacked(self, stream: BinaryIO) -> bytes:
        if self.method == _STORED:
            return stream.read(min(self.packed, self.size + 1))
        unpack = zlib.decompressobj(-zlib.MAX_WBITS) if self.method == _DEFLATED else bz2.BZ2Decompressor()
        left, pieces, length = self.packed, [], 0
        while left > 0 and length <= self.size and not unpack.eof:
            data = stream.read(min(_CHUNK, left))
            if not data:
                break
            left -= len(data)
            piece = unpack.decompress(data, self.size + 1 - length)
            pieces.append(piece)
            length += len(piece)
        return b"".join(pieces)


@attrs.frozen
class Entry:
    """An entry of the directory, or of a member's own header, as it stands."""

    raw: bytes
    extra: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int
    mode: int = 0
    is_windows: bool = False

    def member(self, name: str, fault: Message | None = None) -> Member:
        """The member, under a name."""
        fault = fault or self._fault()
        return Member(
            name=name,
            part=None if fault else ZipPart(self.offset, self.packed, self.size, self.method, self.crc),
            size=self.size,
            packed=self.packed,
            stamp=f"{self.crc:08x}-{self.size}",
            fault=fault,
        )

    def _fault(self) -> Message | None:
        if self.flags & _LOCKED or self.method == _AES:
            return faults.ENCRYPTED
        if stat.S_ISLNK(self.mode):
            return faults.MEMBER_LINK
        return None if self.method in {_STORED, _DEFLATED, _BZIP2} else faults.METHOD


def is_office(stream: BinaryIO, size: int) -> bool:
    """True for a ZIP archive that is a document of an office program, not an archive of files."""
    where = _directory(stream, size)
    if where is None:
        return False
    names = []
    for _, entry in zip(range(_LOOKED_AT), _entries(stream, *where), strict=False):
        if entry is not None:
            names.append(entry.raw.decode("utf-8", "replace"))
    kind = kind_of_members(names)
    # A folder of an archive may be called "word" too.
    return kind != "ZIP" and (_OFFICE_PART in names or kind in {"OFD", "ODT/ODS"})


def zip_members(stream: BinaryIO, size: int) -> Members | None:
    """The members of a ZIP archive in the order of its directory; folders are none.

    Args:
        stream: The archive; it may be read elsewhere between members.
        size: Bytes of it.

    Returns:
        The members, the last one standing for the archive where its directory breaks off; nothing where the archive
        has no directory, because its end is missing.
    """
    where = _directory(stream, size)
    return None if where is None else _members(stream, where)


def _members(stream: BinaryIO, where: tuple[int, int, int]) -> Members:
    naming = Naming(entry for entry in _entries(stream, *where) if entry is not None)
    spent, before = 0, (0, 0)
    for entry in _entries(stream, *where):
        if entry is None:
            yield broken()
            return
        name = naming.name(entry)
        if name.endswith("/") and not entry.size:
            continue
        # No byte of an honest archive belongs to two members, and all stand before the directory.
        length = LOCAL.size + len(entry.raw) + entry.packed
        spent += length
        fault = None
        if spent > where[0] or before[0] <= entry.offset < before[1]:
            fault = faults.OVERLAP
        elif entry.offset < 0 or entry.offset + length > where[0]:
            fault = faults.DAMAGED
        before = (entry.offset, entry.offset + length)
        yield entry.member(name, fault)


def _directory(stream: BinaryIO, size: int) -> tuple[int, int, int] | None:
    """Where the directory begins and ends, and what to add to its offsets."""
    start = max(0, size - _FURTHEST)
    stream.seek(start)
    tail = stream.read(_FURTHEST)
    at = tail.rfind(_END_MARK)
    if at < 0 or len(tail) - at < _END.size:
        return None
    _, disk, first_disk, _, _, length, offset, _ = _END.unpack_from(tail, at)
    end = start + at
    if disk or first_disk not in {0, disk}:
        return None
    if _NO_32 in {length, offset} or at >= _LOCATOR.size:
        found = _directory64(stream, end)
        if found is not None:
            length, offset, end = found
    first = end - length
    # Something may stand before the archive, as in one that unpacks itself.
    return (first, end, first - offset) if 0 <= offset <= first else None


def _directory64(stream: BinaryIO, end: int) -> tuple[int, int, int] | None:
    if end < _LOCATOR.size + _END64.size:
        return None
    stream.seek(end - _LOCATOR.size)
    mark, _, _, _ = _LOCATOR.unpack(stream.read(_LOCATOR.size))
    if mark != b"PK\x06\x07":
        return None
    end -= _LOCATOR.size + _END64.size
    stream.seek(end)
    record = _END64.unpack(stream.read(_END64.size))
    return (record[8], record[9], end) if record[0] == b"PK\x06\x06" else None


def _entries(stream: BinaryIO, at: int, end: int, shift: int) -> Iterator[Entry | None]:
    """Entries of the directory; nothing, at last, where it is not what it should be."""
    while at < end:
        stream.seek(at)
        head = stream.read(_ENTRY.size)
        if len(head) < _ENTRY.size or not head.startswith(_ENTRY_MARK):
            yield None
            return
        _, made, _, flags, method, _, _, crc, packed, size, *lengths, _, _, mode, offset = _ENTRY.unpack(head)
        raw, extra = stream.read(lengths[0]), stream.read(lengths[1])
        at += _ENTRY.size + sum(lengths)
        size, packed, offset = wide(extra, (size, packed, offset))
        yield Entry(
            raw, extra, flags, method, crc, packed, size, offset + shift,
            mode >> 16 if made >> 8 == _UNIX else 0, is_windows=made >> 8 != _UNIX,
        )  # fmt: skip


def wide(extra: bytes, values: tuple[int, int, int]) -> tuple[int, int, int]:
    """Sizes and offset, those too large for the entry from the field that has them."""
    field = extra_field(extra, 0x0001)
    found = list(values)
    at = 0
    for number, value in enumerate(values):
        if value == _NO_32 and at + 8 <= len(field):
            found[number] = int.from_bytes(field[at : at + 8], "little")
            at += 8
    return found[0], found[1], found[2]
