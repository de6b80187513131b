"""Where in a document something stands."""

from bisect import bisect_right

import attrs

__all__ = ["CellName", "Place", "SourceMap"]


@attrs.frozen(kw_only=True)
class CellName:
    """A cell of a statutory table, by the form's names.

    Attributes:
        table: ``proactive``, ``requests``, ``remedies`` or ``annex``.
        row: The row's name, such as ``denied.state_secret``.
        column: The column's name, such as ``natural_person``.
    """

    table: str
    row: str
    column: str


@attrs.frozen(kw_only=True)
class Place:
    """A span of characters in a document's text.

    Attributes:
        start: First character, counted from 0 in the document's text (Unicode code points).
        end: One past the last character.
        line: Line in the source file, counted from 1; ``None`` where the source has no lines or the span could not be
            traced back to it.
        column: Column in that line, counted from 1 in code points; ``None`` with ``line``.
        page: Page, counted from 1; ``None`` where the format has no pages.
        cell: The cell of a statutory table that stands there; ``None`` elsewhere.
    """

    start: int
    end: int
    line: int | None = None
    column: int | None = None
    page: int | None = None
    cell: CellName | None = None


@attrs.frozen
class SourceMap:
    """Runs of text that stand unchanged in the decoded source: ``text[t:t+n] == source[s:s+n]``.

    Attributes:
        text_starts: Ascending starts of the runs in the document's text.
        source_starts: Where each run starts in the decoded source.
        lengths: Length of each run in characters.
        line_starts: Offsets in the decoded source at which its lines start.
        page_starts: Ascending offsets in the document's text at which its pages start; empty where it has none.
    """

    text_starts: tuple[int, ...] = ()
    source_starts: tuple[int, ...] = ()
    lengths: tuple[int, ...] = ()
    line_starts: tuple[int, ...] = (0,)
    page_starts: tuple[int, ...] = ()

    def line_and_column(self, offset: int) -> tuple[int, int] | tuple[None, None]:
        """Line and column (from 1) in the source of one character of the text, or nothing where it cannot be traced."""
        run = bisect_right(self.text_starts, offset) - 1
        if run < 0 or offset > self.text_starts[run] + self.lengths[run]:
            return None, None
        position = self.source_starts[run] + offset - self.text_starts[run]
        line = bisect_right(self.line_starts, position)
        return line, position - self.line_starts[line - 1] + 1

    def place(self, start: int, end: int) -> Place:
        """The place of ``text[start:end]``."""
        line, column = self.line_and_column(start)
        page = bisect_right(self.page_starts, start) or None
        return Place(start=start, end=end, line=line, column=column, page=page)
