"""A document put together from paragraphs and tables, for formats that have no lines of their own to lead back to."""

from collections.abc import Sequence

import attrs

from govdisclosure.documents.document import Block, BlockKind, Document, Label
from govdisclosure.documents.table import Table, TableCell, columns_of
from govdisclosure.model.place import Place, SourceMap
from govdisclosure.model.report import SourceFile
from govdisclosure.text.normalise import OBJECT, clean, squeeze

__all__ = ["FlowBuilder", "FlowCell", "title_labels"]

_LONGEST_TITLE = 200
_HEAD = 2_000


@attrs.frozen
class FlowCell:
    """A cell before it is placed: its text and its spans."""

    text: str
    rowspan: int = 1
    colspan: int = 1


class FlowBuilder:
    r"""Collects paragraphs and tables in the order in which they are read.

    >>> flow = FlowBuilder()
    >>> flow.paragraph("一、总体情况")
    >>> flow.table([[FlowCell("规章"), FlowCell("0")]])
    >>> flow.text
    '一、总体情况\n规章\t0'
    """

    def __init__(self) -> None:
        """Start with nothing."""
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._tables: list[Table] = []
        self._pages: list[int] = []
        self._turned = 0

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._pieces)

    def page(self) -> None:
        """Start a new page: what follows stands on it."""
        self._turned += 1

    def paragraph(self, text: str, *, heading: bool = False) -> None:
        """Add a paragraph; line breaks in it become blanks, one without text is left out.

        Args:
            text: Its text.
            heading: Whether the format marks it as a heading.
        """
        words = _one_line(text)
        if words:
            self._break()
            start = self._length
            self._add(words)
            kind = BlockKind.HEADING if heading else BlockKind.PARAGRAPH
            self._blocks.append(Block(start=start, end=self._length, kind=kind))

    def resume(self, text: str, *, joint: str = "") -> None:
        """Go on with the last paragraph, as after the end of a page; a new one where there is none.

        Args:
            text: What follows.
            joint: What parts it from what went before.
        """
        words = _one_line(text)
        if not self._blocks or self._blocks[-1].kind is not BlockKind.PARAGRAPH:
            self.paragraph(words)
        elif words:
            self._pieces.append(joint)
            self._length += len(joint)
            self._turn()
            self._add(words)
            self._blocks[-1] = attrs.evolve(self._blocks[-1], end=self._length)

    def table(self, rows: Sequence[Sequence[FlowCell]], *, aligned: bool = True) -> None:
        """Add a table, each row a line with its cells parted by tabs; rows of empty cells are kept.

        Args:
            rows: The cells that start in each row.
            aligned: See :class:`~govdisclosure.documents.table.Table`.
        """
        places: list[list[tuple[int, int]]] = []
        for row in rows:
            self._break()
            first = self._length
            spans: list[tuple[int, int]] = []
            texts = [_one_line(cell.text) for cell in row]
            written = any(texts)
            for position, text in enumerate(texts):
                if position:
                    self._add("\t")
                start = self._length
                # A picture among words; a row of pictures alone says nothing.
                self._add(text or OBJECT * (written and OBJECT in row[position].text))
                spans.append((start, self._length))
            places.append(spans)
            if self._length > first:
                self._blocks.append(Block(start=first, end=self._length, kind=BlockKind.ROW))
        shapes = [[(cell.rowspan, cell.colspan) for cell in row] for row in rows]
        cells = tuple(
            TableCell(
                row=row,
                column=column,
                rowspan=height,
                colspan=width,
                start=places[row][position][0],
                end=places[row][position][1],
            )
            for row, position, column, height, width in columns_of(shapes)
        )
        if cells:
            self._tables.append(Table(cells=cells, aligned=aligned))

    def document(self, source: SourceFile, labels: tuple[Label, ...] = ()) -> Document:
        """The document.

        Args:
            source: The bytes it came from.
            labels: What the format says about it outside its text.
        """
        self._turn()
        # No run is traced: such a format has no lines to lead back to, only pages.
        return Document(
            text=self.text,
            blocks=tuple(self._blocks),
            tables=tuple(self._tables),
            source=source,
            map=SourceMap(page_starts=tuple(self._pages)),
            labels=labels,
        )

    def _break(self) -> None:
        if self._length:
            self._add("\n")
        self._turn()

    def _turn(self) -> None:
        """Pages begin where the next words stand."""
        self._pages += [self._length] * self._turned
        self._turned = 0

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)


def _one_line(text: str) -> str:
    # Letters and figures alone need no cleaning, and most cells hold nothing else.
    return text if text.isalnum() else " ".join(clean(text).replace(OBJECT, "").split())


def title_labels(title: str, text: str) -> tuple[Label, ...]:
    """What the properties of a file call it.

    Whoever starts from last year's file keeps its properties: only what the text prints too is the ``title``.

    Args:
        title: The title among the file's properties.
        text: The file's text.
    """
    value = _one_line(title[:_LONGEST_TITLE])
    if not value:
        return ()
    name = "title" if squeeze(value) in squeeze(text[:_HEAD]) else "property title"
    return (Label(name=name, value=value, at=Place(start=0, end=0)),)
