"""Building a document's text together with the way back to where its characters stand in the source."""

import re
from bisect import bisect_right

from govdisclosure.model.place import Place, SourceMap
from govdisclosure.text.normalise import clean

__all__ = ["Lines", "TextBuilder", "strays"]

# Only what an editor calls a line counts, or the numbers would not lead there.
_LINE_BREAK = re.compile(r"\r\n?|\n")
# A text that changes every other character is an attack or a ruin; its later runs stay untraced.
_MAX_RUNS = 500_000


class Lines:
    """The lines of a decoded source."""

    def __init__(self, source: str) -> None:
        """Find where the lines start."""
        self.starts = (0, *(match.end() for match in _LINE_BREAK.finditer(source)))

    def place(self, offset: int) -> Place:
        """The place of something that is not part of the document's text."""
        line = bisect_right(self.starts, offset)
        return Place(start=0, end=0, line=line, column=offset - self.starts[line - 1] + 1)


class TextBuilder:
    """Text put together from pieces, each with the offset in the source it stands at."""

    def __init__(self) -> None:
        """Start with no text."""
        self._pieces: list[str] = []
        self._runs: list[list[int]] = []
        self.length = 0

    def add(self, piece: str, offset: int) -> None:
        """Append text that stands in the source as it is."""
        if not piece:
            return
        last = self._runs[-1] if self._runs else None
        if last and last[0] + last[2] == self.length and last[1] + last[2] == offset:
            last[2] += len(piece)
        elif len(self._runs) < _MAX_RUNS:
            self._runs.append([self.length, offset, len(piece)])
        self._append(piece)

    def add_changed(self, piece: str, offset: int) -> None:
        """Append text that stands for something else at that offset, such as a character reference."""
        if piece and len(self._runs) < _MAX_RUNS:
            self._runs.append([self.length, offset, 0])
        self._append(piece)

    def add_made(self, piece: str) -> None:
        """Append text that stands nowhere in the source."""
        self._append(piece)

    def _append(self, piece: str) -> None:
        self._pieces.append(piece)
        self.length += len(piece)

    def text(self) -> str:
        """The text so far."""
        return "".join(self._pieces)

    def map(self, lines: Lines) -> SourceMap:
        """The way back to the source."""
        starts, offsets, lengths = zip(*self._runs, strict=True) if self._runs else ((), (), ())
        return SourceMap(starts, offsets, lengths, lines.starts)


def strays(text: str) -> str:
    """The characters of a text that ``text.normalise.clean`` drops or replaces, each once, in order."""
    if clean(text) == text:
        return ""
    return "".join(sorted(character for character in set(text) if clean(character) != character))
