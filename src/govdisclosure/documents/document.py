"""The one meeting point of all file formats: ordered blocks over one text, with a way back to the source.

A format ends here and knows nothing of disclosure; what reads disclosure out of a document starts here and knows
nothing of formats.
"""

from enum import StrEnum
from functools import cached_property

import attrs

from govdisclosure.documents.table import Table
from govdisclosure.model.place import Place, SourceMap
from govdisclosure.model.report import SourceFile
from govdisclosure.text.normalise import fold

__all__ = ["Block", "BlockKind", "Document", "Label"]


class BlockKind(StrEnum):
    """What a block of text is, as far as the format says."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ROW = "row"


@attrs.frozen(kw_only=True)
class Block:
    """One paragraph, marked-up heading, or table row: ``document.text[start:end]``, without the line break after it."""

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH


@attrs.frozen(kw_only=True)
class Label:
    """Something the format says about the document outside its main text (a meta tag, a line of a crawler's header).

    Attributes:
        name: The label's name in the source's own spelling, such as ``PubDate`` or ``发布时间``.
        value: Its value, white space trimmed.
        at: Where it stands; ``start``/``end`` are 0 when it is not part of the document's text.
    """

    name: str
    value: str
    at: Place


@attrs.frozen(kw_only=True, slots=False)
class Document:
    r"""One document: its text, its blocks in order, what its format says about it, and the map back to its source.

    Attributes:
        text: The main text. Lines are joined by ``\n``; nothing is folded, so quotations are verbatim.
        blocks: Ordered, non-overlapping blocks over ``text``.
        tables: Its tables in order; their rows are among the blocks.
        labels: What the format says about the document (meta tags, header lines), in order.
        source: The bytes it came from.
        map: The way from ``text`` back to lines and columns of the source.
    """

    text: str
    blocks: tuple[Block, ...]
    source: SourceFile
    map: SourceMap
    labels: tuple[Label, ...] = ()
    tables: tuple[Table, ...] = ()

    @cached_property
    def key(self) -> str:
        """``text`` folded for matching, character for character: offsets in ``key`` are offsets in ``text``."""
        return fold(self.text)

    def place(self, start: int, end: int) -> Place:
        """The place of ``text[start:end]``."""
        return self.map.place(start, end)

    def quote(self, start: int, end: int) -> str:
        """The words at a span, verbatim."""
        return self.text[start:end]
