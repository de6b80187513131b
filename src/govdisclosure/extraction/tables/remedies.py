"""Table four: three blocks of five results side by side over one line of figures."""

import re
from collections.abc import Iterator, Sequence

import attrs

from govdisclosure.documents.document import Document
from govdisclosure.documents.table import Table, TableCell
from govdisclosure.extraction.tables.collecting import Collector
from govdisclosure.extraction.tables.figures import is_figure, read_figure
from govdisclosure.extraction.tables.labels import bare, column_of, row_of
from govdisclosure.model.forms import REMEDIES, TableName
from govdisclosure.text.normalise import fold, squeeze

__all__ = ["BLOCKS", "CELLS", "header_is_whole", "read_remedies", "sums_hold"]

_FORM = next(iter(REMEDIES.values()))
CELLS = tuple(_FORM.cells())
"""The fifteen cells in the order of the form."""
BLOCKS = tuple(row.label for row in _FORM.rows)
_RESULTS = 3
_REACH = 600
# Each stands once a block; where a narrow cell breaks one of two words, the other is left.
_ONCE_A_BLOCK = (("维持",), ("纠正",), ("审结", "尚未"), ("总计",))


@attrs.frozen
class _Span:
    key: str
    left: int
    right: int

    def over(self, cell: TableCell) -> bool:
        return self.left < cell.column + cell.colspan and cell.column < self.right


def read_remedies(document: Document, table: Table, collector: Collector) -> None:
    """Read table four from a table, if that is what it is."""
    blocks: list[_Span] = []
    heads: list[_Span] = []
    lines: list[tuple[TableCell, ...]] = []
    for row in table.rows:
        spans = list(_spans(document, row))
        if _has_figures(document, row) or (heads and not spans):
            lines.append(row)
            continue
        for kind, span in spans:
            (blocks if kind == "block" else heads).append(span)
    if table.aligned and len(blocks) >= _RESULTS and len(heads) >= _RESULTS:
        _put_aligned(document, blocks, heads, lines, collector)
    else:
        _put_in_order(document, table, collector)


def _spans(document: Document, row: Sequence[TableCell]) -> Iterator[tuple[str, _Span]]:
    for cell in row:
        text = document.text[cell.start : cell.end]
        block = row_of(TableName.REMEDIES, text) if bare(text) else None
        column = column_of(TableName.REMEDIES, text)
        if block is not None:
            yield "block", _Span(block, cell.column, cell.column + cell.colspan)
        elif column is not None:
            yield "result", _Span(column, cell.column, cell.column + cell.colspan)


def _has_figures(document: Document, row: Sequence[TableCell]) -> bool:
    return any(is_figure(document.text[cell.start : cell.end]) for cell in row)


def _put_aligned(
    document: Document,
    blocks: Sequence[_Span],
    heads: Sequence[_Span],
    lines: Sequence[tuple[TableCell, ...]],
    collector: Collector,
) -> None:
    with_figures = [line for line in lines if _has_figures(document, line)]
    chosen = with_figures or list(lines[:1])
    if len(chosen) != 1:
        return
    line = chosen[0]
    ordered = sorted(heads, key=lambda head: head.left)
    for position, head in enumerate(ordered):
        block = [each for each in blocks if each.left <= head.left and head.right <= each.right]
        # As many cells as headings: their order tells more than widths drawn by hand.
        cells = [line[position]] if len(line) == len(ordered) else [cell for cell in line if head.over(cell)]
        if len(block) == 1 and len(cells) == 1:
            collector.put(block[0].key, head.key, cells[0].start, cells[0].end)


def _put_in_order(document: Document, table: Table, collector: Collector) -> None:
    """A line of fifteen figures under a header whose columns were lost."""
    for row in table.rows:
        if len(row) != len(CELLS) or not all(is_figure(document.text[cell.start : cell.end]) for cell in row):
            continue
        before = document.text[max(0, row[0].start - _REACH) : row[0].start]
        found = [document.text[cell.start : cell.end] for cell in row]
        if header_is_whole(before) or (_blocks_stand(before) and sums_hold(found)):
            for (block, result), cell in zip(CELLS, row, strict=True):
                collector.put(block, result, cell.start, cell.end)
            return


def _blocks_stand(before: str) -> bool:
    """Whether the names of the three blocks stand in the order of the form."""
    return re.search(".*".join(map(re.escape, BLOCKS)), squeeze(fold(before)), re.DOTALL) is not None


def header_is_whole(before: str) -> bool:
    """Whether the text before the figures has all the words of the form's header, however they were wrapped."""
    key = squeeze(fold(before))
    start = key.rfind("未经复议直接起诉")
    words = key[max(0, start - 20) :]
    return (
        start >= 0
        and "复议后起诉" in words
        and all(any(words.count(word) >= _RESULTS for word in either) for either in _ONCE_A_BLOCK)
    )


def sums_hold(texts: Sequence[str]) -> bool:
    """Whether each block of five figures adds up: then their order is that of the form."""
    values = [read_figure(text).value for text in texts]
    blocks = [values[n : n + 5] for n in range(0, len(values), 5)]
    return all(None not in block and sum(v for v in block[:4] if v is not None) == block[4] for block in blocks)
