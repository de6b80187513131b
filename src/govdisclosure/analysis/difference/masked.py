"""The words of what differs, cut from texts in which personal numbers are masked."""

from collections.abc import Iterator

import attrs

from govdisclosure.analysis.difference.changes_of_text import SectionChange, TextChange
from govdisclosure.analysis.difference.difference import Difference
from govdisclosure.model.place import Place
from govdisclosure.text.personal import mask_personal

__all__ = ["Masked", "Piece"]


@attrs.frozen
class Piece:
    """Words of a changed sentence.

    Attributes:
        words: The words, masked; tables that stand among them left out.
        changed: Whether the other text has others.
    """

    words: str
    changed: bool


class Masked:
    """The texts of two reports with personal numbers masked, and the words of what differs cut from them.

    A number is masked whole, before it is cut: else the part of it that differs would stand alone and be shown.
    """

    def __init__(self, difference: Difference) -> None:
        """Mask the texts that the sections of a comparison refer to."""
        sources = dict.fromkeys(text for one in difference.sections for text in (one.old_source, one.new_source))
        self._masked = {text: mask_personal(text) for text in sources}

    def pieces(self, section: SectionChange, change: TextChange) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """The words of changed sentences in the old and in the new text."""
        spans = [[(h.old_start, h.old_end) for h in change.hunks], [(h.new_start, h.new_end) for h in change.hunks]]
        old = self._cut(section.old_source, section.old_tables, change.old_at, spans[0])
        new = self._cut(section.new_source, section.new_tables, change.new_at, spans[1])
        return tuple(old), tuple(new)

    def text(self, section: SectionChange, start: int, end: int, *, new: bool) -> str:
        """The words of a span in one of the texts."""
        source, tables = (section.new_source, section.new_tables) if new else (section.old_source, section.old_tables)
        return self._words(source, tables, start, end)

    def _cut(
        self, source: str, tables: tuple[tuple[int, int], ...], at: Place | None, spans: list[tuple[int, int]]
    ) -> Iterator[Piece]:
        if at is None:
            return
        done = at.start
        for start, end in [*spans, (at.end, at.end)]:
            for first, last, changed in ((done, start, False), (start, end, True)):
                words = self._words(source, tables, first, last)
                if words:
                    yield Piece(words, changed)
            done = max(done, end)

    def _words(self, source: str, tables: tuple[tuple[int, int], ...], start: int, end: int) -> str:
        kept: list[str] = []
        for first, last in tables:
            if start < last and first < end:
                kept.append(self._masked[source][start : max(start, first)])
                start = min(end, last)
        return "".join([*kept, self._masked[source][start:end]])
