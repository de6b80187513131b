"""One document that is still to be read, and where its bytes are."""

import io
import os
from typing import BinaryIO, Final, Protocol

import attrs

from govdisclosure.documents.archive import MAX_MEMBERS, MAX_TOTAL
from govdisclosure.documents.detect import MAX_BYTES
from govdisclosure.documents.opening import bytes_of, opened
from govdisclosure.rules.outcome import Message

__all__ = ["KEEP", "Held", "Limits", "Part", "Pending", "Source", "WholeFile", "Within", "stamp_of"]

KEEP: Final = ("只保留报告正文", "keep only the text of the report")


@attrs.frozen(kw_only=True)
class Limits:
    """Bounds on what strangers hand in.

    Attributes:
        max_bytes: Bytes of one document.
        max_ratio: How many times its packed size a member of an archive may unpack to, and an archive with all that is
            in it; small ones may always.
        max_total: Bytes any archive may unpack to, whatever its own size, and bytes of an archive within an archive.
        max_nested: Members of an archive within an archive.
        suffixes: Endings of names that are read besides those that the package reads itself.
    """

    max_bytes: int = MAX_BYTES
    max_ratio: int = 200
    max_total: int = MAX_TOTAL
    max_nested: int = MAX_MEMBERS
    suffixes: frozenset[str] = frozenset()


class Source(Protocol):
    """Where the bytes of one document are."""

    def load(self, name: str) -> bytes:
        """The bytes.

        Raises:
            ReadError: They cannot be had.
        """
        ...


class Part(Protocol):
    """A stretch of an archive or of a file of rows that holds one document."""

    def read(self, stream: BinaryIO, name: str) -> bytes:
        """The bytes of the document, out of the open archive.

        Raises:
            ReadError: They cannot be had.
        """
        ...


@attrs.frozen
class WholeFile:
    """A file of its own.

    Attributes:
        path: Where it is.
        max_bytes: Bytes it may have.
    """

    path: str
    max_bytes: int

    def load(self, name: str) -> bytes:
        """The bytes of the file."""
        del name
        return bytes_of(self.path, max_bytes=self.max_bytes, keep=KEEP)


@attrs.frozen
class Within:
    """A part of a file.

    Attributes:
        path: Where the file is.
        part: What of it.
    """

    path: str
    part: Part

    def load(self, name: str) -> bytes:
        """The bytes of the part."""
        with opened(self.path) as stream:
            return self.part.read(stream, name)


@attrs.frozen
class Held:
    """Bytes that could be had only on the way to the next document, as in an archive that is packed as one."""

    content: bytes = attrs.field(repr=False)

    def load(self, name: str) -> bytes:
        """The bytes."""
        del name
        return self.content

    def read(self, stream: BinaryIO, name: str) -> bytes:
        """The bytes."""
        del stream, name
        return self.content


@attrs.frozen(kw_only=True)
class Pending:
    r"""One document that is still to be read, or one that never can be. It can be pickled.

    Attributes:
        name: Logical name, its parts separated by ``/``; no other of a run is the same, none leads out of a folder, and
            what cannot be seen or would steer a terminal stands as ``\x1b`` or ``\u202e``, as does the backslash.
        source: Where its bytes are; ``None`` when there is a fault.
        size: Bytes of the document, where they are known before it is read.
        stamp: What changes when the document does, known without reading the file; empty where nothing is known.
        fault: Why there is nothing to read, and what to do.
    """

    name: str
    source: Source | None = None
    size: int | None = None
    stamp: str = ""
    fault: Message | None = None


def stamp_of(about: os.stat_result) -> str:
    """The stamp of a file: its size and when it was last changed."""
    return f"{about.st_size}-{about.st_mtime_ns}"


def in_memory(content: bytes) -> BinaryIO:
    """Bytes as an open file."""
    return io.BytesIO(content)
