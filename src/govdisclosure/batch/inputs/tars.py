"""Tar archives, read header by header: a damaged header is the end, and said to be."""

import re
import tarfile
import zlib
from collections.abc import Callable
from typing import BinaryIO, Final

import attrs

from govdisclosure.batch.inputs import faults
from govdisclosure.batch.inputs.members import Member, Members, Reader, broken
from govdisclosure.batch.inputs.pending import Held, Part
from govdisclosure.batch.inputs.unpacking import UnpackingError
from govdisclosure.batch.inputs.zip_names import decoded
from govdisclosure.rules.outcome import Message

__all__ = ["BLOCK", "TarPart", "is_tar", "tar_members"]

BLOCK: Final = 512
_LONGEST_HEADER: Final = 1024 * 1024
_CHUNK: Final = 1024 * 1024
_EMPTY: Final = bytes(BLOCK)
_BLANKS: Final = 2_048
"""So many empty blocks are the end, whatever follows."""
_PAX: Final = frozenset({tarfile.XHDTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.XGLTYPE})
_LONG: Final = frozenset({tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK})
_LINKS: Final = frozenset({tarfile.LNKTYPE, tarfile.SYMTYPE})
_DEVICES: Final = frozenset({tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE})
_RECORD: Final = re.compile(rb"(\d{1,9}) ([^=]{1,200})=")
_MORE_OF_SPARSE: Final = 482
_YET_MORE_OF_SPARSE: Final = 504


@attrs.frozen
class TarPart:
    """A member of a tar archive that is not packed, by where it lies."""

    offset: int
    size: int

    def read(self, stream: BinaryIO, name: str) -> bytes:
        """The member."""
        stream.seek(self.offset)
        content = stream.read(self.size)
        if len(content) < self.size:
            raise faults.error(name, faults.DAMAGED)
        return content


def is_tar(block: bytes) -> bool:
    """True for the first block of a tar archive."""
    try:
        tarfile.TarInfo.frombuf(block[:BLOCK], "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True


def tar_members(stream: Reader, seekable: BinaryIO | None, size: int | None, room: Callable[[str], int]) -> Members:
    """The members of a tar archive, folders left out.

    Args:
        stream: The archive, unpacked.
        seekable: The same when it is a file that is not packed; its members are then left for later.
        size: Bytes of that file.
        room: How many bytes a member of some name may have; larger ones are not held.

    Yields:
        Members, the last one standing for the archive where it breaks off.
    """
    try:
        yield from _Walk(stream, seekable, size, room).members()
    except (UnpackingError, tarfile.HeaderError) as error:
        yield broken(faults.message(error) if isinstance(error, UnpackingError) else faults.BROKEN)


class _Walk:
    def __init__(self, stream: Reader, seekable: BinaryIO | None, size: int | None, room: Callable[[str], int]) -> None:
        self._stream = stream
        self._seekable = seekable
        self._size = size
        self._room = room
        self._at = 0

    def members(self) -> Members:
        name, said, for_all = "", dict[str, bytes](), dict[str, bytes]()
        while (header := self._header()) is not None:
            about, block = header
            if about.type in _PAX | _LONG:
                data = self._extended(about)
                if about.type in _LONG:
                    name = _text(data.partition(b"\x00")[0]) if about.type == tarfile.GNUTYPE_LONGNAME else name
                elif about.type == tarfile.XGLTYPE:
                    for_all |= _records(data)
                else:
                    said |= _records(data)
                continue
            said = for_all | said
            is_sparse = about.type == tarfile.GNUTYPE_SPARSE or any(key.startswith("GNU.sparse") for key in said)
            if about.type == tarfile.GNUTYPE_SPARSE:
                self._pass_map(block)
            path = said.get("GNU.sparse.name", said.get("path"))
            called = _text(path) if path is not None else name or _name(about)
            yield from self._member(about, called, _number(said.get("size"), about.size), is_sparse=is_sparse)
            name, said = "", {}

    def _header(self) -> tuple[tarfile.TarInfo, bytes] | None:
        """The next header and its block; nothing at the end, after which another archive may have been joined on."""
        for blank in range(_BLANKS):
            block = self._upto(BLOCK)
            if block == _EMPTY:
                continue
            if not block and blank:
                return None
            try:
                about = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
            except tarfile.HeaderError:
                if blank:
                    return None
                raise
            if about.size < 0:
                raise tarfile.HeaderError
            return about, block
        return None

    def _extended(self, about: tarfile.TarInfo) -> bytes:
        if about.size > _LONGEST_HEADER:
            raise tarfile.HeaderError
        return self._read(_whole(about.size))[: about.size]

    def _member(self, about: tarfile.TarInfo, name: str, size: int, *, is_sparse: bool) -> Members:
        if about.type == tarfile.DIRTYPE:
            self._skip(_whole(size))
            return
        fault = faults.SPARSE if is_sparse else _fault(about.type)
        size = 0 if about.type in _LINKS | _DEVICES else size
        if fault is None and size > self._room(name):
            fault = faults.too_large(self._room(name))
        stamp = f"{size}-{about.mtime:.0f}"
        part: Part | None = None if fault else TarPart(self._at, size)
        try:
            if fault is None and self._seekable is None:
                content = self._read(_whole(size))[:size]
                part, stamp = Held(content), f"{zlib.crc32(content):08x}-{size}"
            else:
                self._skip(_whole(size))
        except (UnpackingError, tarfile.HeaderError):
            yield Member(name=name, fault=fault or faults.DAMAGED)
            raise
        yield Member(name=name, part=part, size=size, stamp=stamp, fault=fault)

    def _upto(self, size: int) -> bytes:
        if self._seekable is not None:
            self._seekable.seek(self._at)
        data = self._stream.read(size)
        self._at += len(data)
        return data

    def _read(self, size: int) -> bytes:
        data = self._upto(size)
        if len(data) < size:
            raise tarfile.HeaderError
        return data

    def _skip(self, size: int) -> None:
        if self._size is not None:
            self._at += size
            if self._at > self._size:
                raise tarfile.HeaderError
            return
        while size:
            size -= len(self._read(min(size, _CHUNK)))

    def _pass_map(self, block: bytes) -> None:
        """Pass over the blocks that say where the holes of a sparse file are."""
        more = block[_MORE_OF_SPARSE]
        while more:
            more = self._read(BLOCK)[_YET_MORE_OF_SPARSE]


def _whole(size: int) -> int:
    return (size + BLOCK - 1) // BLOCK * BLOCK


def _fault(kind: bytes) -> Message | None:
    if kind in _LINKS:
        return faults.MEMBER_LINK
    return faults.NOT_A_FILE if kind in _DEVICES else None


def _name(about: tarfile.TarInfo) -> str:
    return _text(about.name.encode("utf-8", "surrogateescape"))


def _text(raw: bytes) -> str:
    """A name, which old packers wrote in the encoding of their system."""
    return decoded(raw, "utf-8", "gb18030")


def _number(said: bytes | None, otherwise: int) -> int:
    number = said if said is not None and said.isdigit() and len(said) < 19 else None  # noqa: PLR2004  fits an offset
    return otherwise if number is None else int(number)


def _records(data: bytes) -> dict[str, bytes]:
    """The records of a pax header: each says how long it is."""
    found = {}
    at = 0
    while match := _RECORD.match(data, at):
        length = int(match[1])
        if length <= match.end() - at or at + length > len(data):
            break
        found[match[2].decode("utf-8", "replace")] = data[match.end() : at + length - 1]
        at += length
    return found
