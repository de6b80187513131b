"""Compound files (the container of DOC, XLS and of encrypted Office files): what streams they hold, and one of them."""

import struct
from collections.abc import Iterator
from typing import Final

__all__ = ["MAGIC", "Compound"]

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER: Final = 512
_ENTRY: Final = 128
_LAST: Final = 0xFFFFFFFA
_STREAM: Final = 2
_MAX_ENTRIES: Final = 4_096
_HEADER_SECTORS: Final = 109


class Compound:
    """A compound file, read as far as it is sound: chains that break or run in a circle end there."""

    def __init__(self, data: bytes) -> None:
        """Read the directory.

        Args:
            data: The file.
        """
        self._data = data
        self.streams: dict[str, tuple[int, int]] = {}
        self._mini = b""
        if len(data) < _HEADER:
            return
        shift = min(struct.unpack_from("<H", data, 30)[0], 16)
        self._size = 1 << max(shift, 7)
        directory, self._cutoff, mini_table = struct.unpack_from("<I4xII", data, 48)
        self._table = self._sectors_of(self._table_sectors())
        self._mini_table = self._chain(mini_table)
        entries = self._chain(directory)
        if len(entries) < _ENTRY:
            return
        root = struct.unpack_from("<I", entries, 76)[0]
        self._mini = self._chain(struct.unpack_from("<I", entries, 116)[0])
        self.streams = dict(_members(entries, root))

    def read(self, stream: str) -> bytes:
        """The bytes of a stream; none when there is no such stream."""
        if stream not in self.streams:
            return b""
        start, size = self.streams[stream]
        if size >= self._cutoff:
            return self._chain(start)[:size]
        return self._chain(start, self._mini_table, self._mini, 64)[:size]

    def _table_sectors(self) -> Iterator[int]:
        yield from struct.unpack_from(f"<{_HEADER_SECTORS}I", self._data, 76)
        sector, seen = struct.unpack_from("<I", self._data, 68)[0], set[int]()
        count = self._size // 4
        while sector < _LAST and sector not in seen:
            seen.add(sector)
            block = self._sector(sector)
            if len(block) < self._size:
                return
            *sectors, sector = struct.unpack(f"<{count}I", block)
            yield from sectors

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        return self._data[at : at + self._size]

    def _sectors_of(self, sectors: Iterator[int]) -> bytes:
        seen = dict.fromkeys(sector for sector in sectors if sector < _LAST)
        return b"".join(map(self._sector, seen))

    def _chain(self, sector: int, table: bytes | None = None, store: bytes | None = None, size: int = 0) -> bytes:
        """The sectors that follow one another from one on."""
        table = self._table if table is None else table
        links = len(table) // 4
        seen: dict[int, None] = {}
        while sector < links and sector not in seen:
            seen[sector] = None
            sector = struct.unpack_from("<I", table, sector * 4)[0]
        if store is None:
            return b"".join(map(self._sector, seen))
        return b"".join(store[one * size : one * size + size] for one in seen)


def _members(entries: bytes, first: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """The streams that stand directly in the file, not in an object embedded in it."""
    waiting, seen = [first], set[int]()
    while waiting and len(seen) < _MAX_ENTRIES:
        number = waiting.pop()
        at = number * _ENTRY
        if number in seen or at + _ENTRY > len(entries):
            continue
        seen.add(number)
        length, kind = struct.unpack_from("<HB", entries, at + 64)
        waiting += struct.unpack_from("<II", entries, at + 68)
        if kind == _STREAM:
            name = entries[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            yield name, struct.unpack_from("<II", entries, at + 116)
