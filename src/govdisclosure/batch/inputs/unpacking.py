"""Files packed as a whole (gzip, bzip2, xz), unpacked as far as they are read and no further than a budget allows."""

import bz2
import gzip
import io
import lzma
import zlib
from typing import BinaryIO, Final

from govdisclosure.batch.inputs import faults
from govdisclosure.batch.inputs.members import Budget, Reader
from govdisclosure.errors import ReadError

__all__ = ["PACKED_MARKS", "Unpacked", "UnpackingError"]

PACKED_MARKS: Final = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00")
_CHUNK: Final = 65_536
_MEMORY: Final = 256 * 1024 * 1024
"""What unpacking xz may take; its strongest usual setting takes a quarter."""
_BROKEN: Final = (OSError, EOFError, zlib.error, lzma.LZMAError, ValueError)


class UnpackingError(ReadError):
    """A packed file breaks off, or unpacks to too much."""


class Unpacked:
    """What a packed file unpacks to, read once from its beginning."""

    def __init__(self, stream: BinaryIO, budget: Budget, name: str) -> None:
        """Begin.

        Args:
            stream: The packed file.
            budget: What it may unpack to.
            name: What to name in an error.
        """
        self._budget = budget
        self._name = name
        stream.seek(0)
        head = stream.read(6)
        stream.seek(0)
        self._source: Reader
        if head.startswith(b"\x1f\x8b"):
            self._source = gzip.GzipFile(fileobj=stream, mode="rb")
        elif head.startswith(b"BZh"):
            self._source = bz2.BZ2File(stream)
        else:
            self._source = io.BufferedReader(_Xz(stream))  # type: ignore[type-var]

    def read(self, size: int) -> bytes:
        """So many bytes; fewer at the end.

        Raises:
            UnpackingError: It breaks off, or unpacks to too much.
        """
        try:
            data = self._source.read(size)
        except _BROKEN:
            raise UnpackingError(self._name, faults.BROKEN.zh, faults.BROKEN.en) from None
        if not self._budget.take(len(data)):
            raise UnpackingError(self._name, faults.RATIO.zh, faults.RATIO.en)
        return data


class _Xz(io.RawIOBase):
    """An xz file, unpacked within a bound on memory, which Python's own reader has not."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._unpack = lzma.LZMADecompressor(memlimit=_MEMORY)
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        while True:
            if self._unpack.eof:
                # One file may be several, one after another, with padding between.
                self._left = (self._unpack.unused_data or self._stream.read(_CHUNK)).lstrip(b"\x00")
                if not self._left:
                    return 0
                self._unpack = lzma.LZMADecompressor(memlimit=_MEMORY)
            data = self._left
            if self._unpack.needs_input and not data:
                data = self._stream.read(_CHUNK)
                if not data:
                    raise EOFError
            self._left = b""
            found = self._unpack.decompress(data, max_length=len(buffer))
            if found:
                buffer[: len(found)] = found
                return len(found)
