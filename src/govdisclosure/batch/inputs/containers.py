"""Files that hold documents: what kind they are, by their bytes, and the documents in them."""

import io
import os
from collections.abc import Iterator
from enum import Enum, auto
from typing import BinaryIO, Final, cast

import attrs

from govdisclosure.batch.inputs import faults
from govdisclosure.batch.inputs.members import Budget, Member, Members, Reader, broken
from govdisclosure.batch.inputs.naming import logical, numbered, safe
from govdisclosure.batch.inputs.ndjson import rows
from govdisclosure.batch.inputs.pending import Held, Limits, Part, Pending, Within
from govdisclosure.batch.inputs.rows_of_parquet import parquet_rows
from govdisclosure.batch.inputs.tars import BLOCK, TarPart, is_tar, tar_members
from govdisclosure.batch.inputs.unpacking import PACKED_MARKS, Unpacked, UnpackingError
from govdisclosure.batch.inputs.zip_broken import rest_of_zip
from govdisclosure.batch.inputs.zips import LOCAL_MARK, is_office, zip_members
from govdisclosure.documents.endings import ending, is_left_out, unread_kind
from govdisclosure.errors import MissingExtraError, ReadError
from govdisclosure.rules.outcome import Message

__all__ = ["Container", "Kind", "kind_of", "may_hold"]

_ARCHIVES: Final = frozenset({".zip", ".tar", ".tgz", ".tbz", ".tbz2", ".txz", ".gz", ".bz2", ".xz"})
_OTHERS: Final = frozenset({".rar", ".7z", ".zst", ".lzh", ".cab", ".arj"})
_ROWS: Final = frozenset({".ndjson", ".jsonl"})
_PARQUET: Final = frozenset({".parquet", ".pq"})
_PARQUET_MARK: Final = b"PAR1"


class Kind(Enum):
    """What holds documents."""

    ZIP = auto()
    TAR = auto()
    PACKED = auto()
    ROWS = auto()
    PARQUET = auto()
    OTHER = auto()


def may_hold(name: str) -> bool:
    """Whether the ending of a name is one of those of files that hold documents."""
    return ending(name) in _ARCHIVES | _OTHERS | _ROWS | _PARQUET


def kind_of(stream: BinaryIO, size: int, name: str) -> Kind | None:
    """What a file that may hold documents is; nothing when it is a document itself.

    Args:
        stream: The file.
        size: Bytes of it.
        name: Its name; the ending decides where the bytes do not.
    """
    stream.seek(0)
    head = stream.read(BLOCK)
    suffix = ending(name)
    if head.startswith((LOCAL_MARK, b"PK\x05\x06")):
        return None if is_office(stream, size) else Kind.ZIP
    if head.startswith(_PARQUET_MARK) or suffix in _PARQUET:
        return Kind.PARQUET
    if head.startswith(PACKED_MARKS):
        return Kind.PACKED
    if is_tar(head) or (suffix == ".tar" and not head.strip(b"\x00")):
        return Kind.TAR
    if suffix in _OTHERS:
        return Kind.OTHER
    return Kind.ROWS if suffix in _ROWS else None


@attrs.frozen(kw_only=True)
class Container:
    """A file that holds documents, or an archive within one.

    Attributes:
        name: Its logical name.
        path: Where it is; ``None`` for one in memory, whose members are held.
        stamp: Its stamp.
        limits: The bounds.
        budget: What it may unpack to.
        depth: How many archives it lies in.
    """

    name: str
    path: str | None
    stamp: str
    limits: Limits
    budget: Budget
    depth: int = 0

    def documents(self, stream: BinaryIO, size: int, kind: Kind) -> Iterator[Pending]:
        """The documents in it, and what stands for those that cannot be had.

        Args:
            stream: The file.
            size: Bytes of it.
            kind: What it is.

        Yields:
            Documents under names that are not yet compared with others.
        """
        count = 0
        try:
            for found in self._each(stream, size, kind):
                if self.depth and count >= self.limits.max_nested:
                    yield self._itself(faults.TOO_MANY)
                    return
                count += 1
                yield found
        except ReadError as error:
            yield self._itself(faults.message(error))
        except MissingExtraError as error:
            yield self._itself(Message(error.zh, error.en))
        except Exception as error:  # noqa: BLE001  one archive never ends the batch
            yield self._itself(faults.internal(error))
        else:
            if not count:
                is_rows = kind in {Kind.ROWS, Kind.PARQUET}
                yield self._itself(faults.EMPTY_ROWS if is_rows else faults.EMPTY_ARCHIVE)

    def _itself(self, fault: Message | None) -> Pending:
        return Pending(name=self.name, stamp=self.stamp, fault=fault)

    def _each(self, stream: BinaryIO, size: int, kind: Kind) -> Iterator[Pending]:
        for member in self._members(stream, size, kind):
            yield from self._member(member, stream)

    def _members(self, stream: BinaryIO, size: int, kind: Kind) -> Members:
        match kind:
            case Kind.ZIP:
                found = zip_members(stream, size)
                return rest_of_zip(stream, size, self.budget) if found is None else found
            case Kind.TAR:
                stream.seek(0)
                return tar_members(stream, stream, size, self._room)
            case Kind.PACKED:
                return self._unpacked(stream)
            case Kind.ROWS:
                stream.seek(0)
                return rows(stream, self.limits.max_bytes, is_packed=self.path is None)
            case Kind.PARQUET:
                stream.seek(0)
                content = b"" if self.path is not None else stream.read()
                return parquet_rows(self.path, content, self.limits.max_bytes, self.budget)
        return iter((broken(faults.OTHER_ARCHIVE),))

    def _room(self, name: str) -> int:
        """Bytes a member of some name may have."""
        return self.limits.max_total if may_hold(name) and not self.depth else self.limits.max_bytes

    def _unpacked(self, stream: BinaryIO) -> Members:
        unpacked = Unpacked(stream, self.budget, self.name)
        try:
            head = unpacked.read(BLOCK)
        except UnpackingError as error:
            return iter((broken(faults.message(error)),))
        joined = _Joined(head, unpacked)
        inner = os.path.splitext(self.name)[0]  # noqa: PTH122  a logical name, no path
        if is_tar(head) or (len(head) == BLOCK and not head.strip(b"\x00")):
            return tar_members(joined, None, None, self._room)
        if ending(inner) in _ROWS:
            return rows(joined, self.limits.max_bytes, is_packed=True)
        return iter((broken(faults.NOT_TAR),))

    def _member(self, member: Member, stream: BinaryIO) -> Iterator[Pending]:
        if member.name is None and not member.number:
            yield self._itself(member.fault)
            return
        if member.number:
            name = safe(member.name) if member.name else numbered(self.name, member.number)
            yield self._pending(member, name, stream, member.fault)
            return
        parts = [one for one in (member.name or "").split("/") if one != "."] or [""]
        # Dots before a backslash lead up, as some programs write it; they hide nothing.
        if any(is_left_out(one) and one.strip(".") and not one.lstrip(".").startswith("\\") for one in parts):
            return
        yield from self._file(member, logical(f"{self.name}!", "/".join(parts)), stream)

    def _file(self, member: Member, name: str, stream: BinaryIO) -> Iterator[Pending]:
        """A member that is a file: a document, an archive, or of a kind that is not read."""
        fault, holds = member.fault, may_hold(name)
        if fault is None and not holds and (error := unread_kind(name, self.limits.suffixes)) is not None:
            fault = faults.message(error)
        if fault is None and holds and self.depth:
            fault = faults.NESTED
        if fault is None:
            fault = self.budget.refuses(member, self._room(name))
        if fault is None and holds:
            yield from self._nested(member, name, stream)
        else:
            yield self._pending(member, name, stream, fault)

    def _nested(self, member: Member, name: str, stream: BinaryIO) -> Iterator[Pending]:
        part = cast("Part", member.part)
        try:
            content = part.read(stream, name)
        except ReadError as error:
            yield Pending(name=name, stamp=member.stamp, fault=faults.message(error))
            return
        inner = io.BytesIO(content)
        kind = kind_of(inner, len(content), name)
        if kind is not None:
            within = Container(
                name=name, path=None, stamp=member.stamp, limits=self.limits, budget=self.budget, depth=self.depth + 1
            )
            yield from within.documents(inner, len(content), kind)
        elif len(content) > self.limits.max_bytes:
            yield self._pending(member, name, stream, faults.too_large(self.limits.max_bytes))
        else:
            yield self._pending(attrs.evolve(member, part=Held(content)), name, stream, None)

    def _pending(self, member: Member, name: str, stream: BinaryIO, fault: Message | None) -> Pending:
        part = member.part
        # Nothing in a tar archive changes with a member but, at times, its date.
        stamp = f"{member.stamp}-{self.stamp}" if isinstance(part, TarPart) else member.stamp
        if fault is not None or part is None:
            return Pending(name=name, stamp=stamp, fault=fault or faults.DAMAGED)
        if self.path is None and not isinstance(part, Held):
            try:
                part = Held(part.read(stream, name))
            except ReadError as error:
                return Pending(name=name, stamp=stamp, fault=faults.message(error))
        source = part if isinstance(part, Held) else Within(cast("str", self.path), part)
        return Pending(name=name, source=source, size=member.size, stamp=stamp)


@attrs.define
class _Joined:
    """What was read of a stream already, and the rest of it."""

    head: bytes
    rest: Reader

    def read(self, size: int) -> bytes:
        """So many bytes; fewer at the end."""
        found, self.head = self.head[:size], self.head[size:]
        return found + self.rest.read(size - len(found)) if len(found) < size else found
