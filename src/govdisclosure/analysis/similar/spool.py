"""Texts put by in a temporary file, so that only those needed are in memory."""

import json
import tempfile
import zlib
from array import array
from types import TracebackType
from typing import Self

from govdisclosure.analysis.similar.sources import TextSection

__all__ = ["Spool"]


class Spool:
    """A temporary file of texts, numbered from 0 as they came; it is gone when it is closed."""

    def __init__(self) -> None:
        """Open an empty one."""
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  closed by __exit__
        self._ends = array("Q", [0])

    def __enter__(self) -> Self:
        """The file itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the file, which deletes it."""
        self._file.close()

    def add(self, sections: tuple[TextSection, ...]) -> int:
        """Put a text by; returns its number."""
        rows = [(one.heading, one.text, one.number, one.start) for one in sections]
        packed = zlib.compress(json.dumps(rows, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)
        self._file.seek(self._ends[-1])
        self._file.write(packed)
        self._ends.append(self._ends[-1] + len(packed))
        return len(self._ends) - 2

    def get(self, number: int) -> tuple[TextSection, ...]:
        """A text by its number."""
        start, end = self._ends[number], self._ends[number + 1]
        self._file.seek(start)
        rows = json.loads(zlib.decompress(self._file.read(end - start)).decode("utf-8", "surrogatepass"))
        return tuple(
            TextSection(heading=heading, text=text, number=ordinal, start=begin)
            for heading, text, ordinal, begin in rows
        )
