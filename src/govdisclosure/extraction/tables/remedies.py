"""Table four: for each kind of case its five results, side by side as the form has them, or one below another."""

import re
from collections.abc import Iterator, Sequence

import attrs

from govdisclosure.documents.document import Document
from govdisclosure.documents.table import Table, TableCell
from govdisclosure.extraction.tables.collecting import Collector
from govdisclosure.extraction.tables.figures import is_figure, read_figure
from govdisclosure.extraction.tables.labels import bare, column_of, row_names, row_of
from govdisclosure.model.forms import REMEDIES, TableName
from govdisclosure.text.normalise import fold, squeeze

__all__ = ["CELLS", "header_is_whole", "read_remedies"]

_FORM = next(iter(REMEDIES.values()))
CELLS = tuple(_FORM.cells())
"""The fifteen cells in the order of the form."""
_BLOCKS = tuple(row.key for row in _FORM.rows)
_RESULTS = tuple(column.key for column in _FORM.columns)
_FEWEST_RESULTS = 3
_REACH = 600
_LINES_BEFORE = 4
# The results of reconsideration may stand before the names of the suits.
_RESULTS_BEFORE = 40
# Each stands once a block; where a narrow cell breaks one of two words, the other is left.
_ONCE_A_BLOCK = (("维持",), ("纠正",), ("审结", "尚未"), ("总计",))
_OF_THE_YEAR = re.compile(r"本年|合计|总数")


@attrs.frozen
class _Span:
    """A heading: its name and the columns of the table it covers."""

    key: str
    left: int
    right: int


@attrs.define
class _Part:
    """A header with the lines of figures below it."""

    blocks: list[_Span] = attrs.field(factory=list)
    results: list[_Span] = attrs.field(factory=list)
    lines: list[tuple[TableCell, ...]] = attrs.field(factory=list)


def read_remedies(document: Document, table: Table, collector: Collector) -> None:
    """Read table four from a table, if that is what it is."""
    reader = _Reader(document, table, collector)
    if reader.one_by_one():
        return
    for part in _parts(document, table):
        reader.read(part)


def _parts(document: Document, table: Table) -> Iterator[_Part]:
    """Headers with blocks and results, each with its lines of figures."""
    part = _Part()
    for row in table.rows:
        texts = [document.text[cell.start : cell.end] for cell in row]
        figures = any(map(is_figure, texts))
        blocks = [_span(key, cell) for cell, text in zip(row, texts, strict=True) if (key := _block(text))]
        results = [_span(key, cell) for cell, text in zip(row, texts, strict=True) if (key := _result(text))]
        named = part.results and not results and _is_of_block(texts)
        if figures or named or (part.results and not any(map(bare, texts))):
            part.lines.append(row)
        elif blocks or len(results) >= _FEWEST_RESULTS or (results and part.results and not part.lines):
            if part.lines:
                yield part
                part = _Part()
            part.blocks += blocks
            part.results += results
        elif part.lines:
            yield part
            part = _Part()
    yield part


def _is_of_block(texts: Sequence[str]) -> bool:
    """Whether a row is the name of a block and as many cells as there are results, whatever stands in them."""
    return len(texts) == 1 + len(_RESULTS) and _block(texts[0]) is not None and not any(map(_block, texts[1:]))


def _block(text: str) -> str | None:
    return row_of(TableName.REMEDIES, text) if bare(text) else None


def _result(text: str) -> str | None:
    return column_of(TableName.REMEDIES, text) if bare(text) else None


def _span(key: str, cell: TableCell) -> _Span:
    return _Span(key, cell.column, cell.column + cell.colspan)


class _Reader:
    def __init__(self, document: Document, table: Table, collector: Collector) -> None:
        self.document = document
        self.table = table
        self.collector = collector

    def one_by_one(self) -> bool:
        """Read a table with one figure a line, its result before it, the block beside or above."""
        block: str | None = None
        found: list[tuple[str, str, TableCell]] = []
        for row in self.table.rows:
            words = [cell for cell in row if self._text(cell).strip() and not is_figure(self._text(cell))]
            block = next((key for cell in words if (key := _block(self._text(cell)))), block)
            result = _result(self._text(words[-1])) if words else None
            cells = row[row.index(words[-1]) + 1 :] if words else ()
            if block is not None and result is not None and len(cells) == 1:
                found.append((block, result, cells[0]))
        whole = len({each[:2] for each in found}) == len(found) >= len(_RESULTS)
        if whole:
            for key, column, cell in found:
                self._put(key, column, cell)
        return whole

    def read(self, part: _Part) -> None:
        """Read the figures below one header."""
        if not part.lines:
            return
        columns = {block.key for block in part.blocks}
        if len(columns) > 1 and len(part.results) >= _FEWEST_RESULTS and (self.table.aligned or self._is_even(part)):
            self._side_by_side(part)
        elif len(columns) == len(_BLOCKS) and not part.results:
            self._upright(part)
        elif len(part.results) == len(_RESULTS):
            for line in part.lines:
                self._one_block(part, line)
        else:
            self._in_order(part)

    def _is_even(self, part: _Part) -> bool:
        """Whether a table of text keeps its columns: as many cells in each row, and the fifteen results one by one."""
        places = {result.left: result.key for result in part.results}
        in_order = tuple(places[left] for left in sorted(places)) == _RESULTS * len(_BLOCKS)
        return in_order and len({len(row) for row in self.table.rows}) == 1

    def _text(self, cell: TableCell) -> str:
        return self.document.text[cell.start : cell.end]

    def _put(self, row: str, column: str, cell: TableCell) -> None:
        self.collector.put(row, column, cell.start, cell.end)

    def _side_by_side(self, part: _Part) -> None:
        line = self._of_the_year(part.lines)
        if line is None:
            self.collector.closed = True
            return
        results = sorted(part.results, key=lambda result: result.left)
        # As many cells as headings: their order tells more than widths drawn by hand.
        same = len(line) == len(results)
        under = [[cell] for cell in line] if same else [[cell for cell in line if _under(cell, r)] for r in results]
        width = max(span.right for span in (*results, *part.blocks))
        beyond = any(cell.column >= width and self._text(cell).strip() for cell in line)
        for block, result, cells in zip(_blocks_of(results, part.blocks), results, under, strict=True):
            if block is None or not cells:
                continue
            if not same and (beyond or not all(under)):
                # A figure too few or too many: any of them may be shifted.
                self.collector.put_illegible(block, (result.key,), cells[0].start, cells[-1].end)
            elif len(cells) == 1:
                self._put(block, result.key, cells[0])

    def _of_the_year(self, lines: Sequence[tuple[TableCell, ...]]) -> tuple[TableCell, ...] | None:
        """The line of figures; of several, the one that is labelled as the year's."""
        filled = [line for line in lines if any(is_figure(self._text(cell)) for cell in line)] or list(lines[:1])
        if len(filled) > 1:
            filled = [line for line in filled if _OF_THE_YEAR.search(fold(self._text(line[0])))]
        return filled[0] if len(filled) == 1 else None

    def _upright(self, part: _Part) -> None:
        """A line for each result, a column for each block."""
        for line in part.lines:
            column = _result(self._text(line[0]))
            cells = line[1:]
            for block in part.blocks:
                under = [cell for cell in cells if _under(cell, block)]
                if len(cells) == len(part.blocks):
                    under = [cells[part.blocks.index(block)]]
                if column is not None and len(under) == 1:
                    self._put(block.key, column, under[0])

    def _one_block(self, part: _Part, line: tuple[TableCell, ...]) -> None:
        """Five results in a line: of the block it names, or that the lines above name."""
        label = [cell for cell in line if self._text(cell).strip() and not is_figure(self._text(cell))]
        if _is_of_block([self._text(cell) for cell in line]):
            label = [line[0]]
        cells = line[line.index(label[-1]) + 1 :] if label else line
        named = next((key for cell in reversed(label) if (key := _block(self._text(cell)))), None)
        if named is None and not label:
            named = part.blocks[-1].key if part.blocks else self._before(line[0].start)
        if named is None or len(cells) != len(_RESULTS):
            return
        results = sorted(part.results, key=lambda result: result.left)
        for result, cell in zip(results, cells, strict=True):
            self._put(named, result.key, cell)

    def _before(self, start: int) -> str | None:
        """The block that the nearest line of text before the table names."""
        header = self.document.key.rfind("\n", 0, start)
        lines = self.document.key[max(0, header - _REACH) : header].split("\n")[-_LINES_BEFORE:]
        for text in reversed(lines):
            words = bare(text)
            named = {key for key in _BLOCKS if any(name in words for name in row_names(TableName.REMEDIES, key))}
            if "litigation_direct" in named or "litigation_after_reconsideration" in named:
                # 复议 is part of both names of suits.
                named.discard("reconsideration")
            if named:
                return named.pop() if len(named) == 1 else None
        return None

    def _in_order(self, part: _Part) -> None:
        """A line of fifteen cells under a header whose columns were lost."""
        for line in part.lines:
            filled = len(line)
            while filled > len(CELLS) and not self._text(line[filled - 1]).strip():
                filled -= 1
            cells = line[:filled][-len(CELLS) :]
            texts = [self._text(cell) for cell in cells]
            first = cells[0].start
            before = self.document.text[max(0, first - _REACH) : first]
            if len(cells) != len(CELLS) or not any(map(is_figure, texts)):
                continue
            sound = all(is_figure(text) or not text.strip() for text in texts)
            whole = header_is_whole(before) or (_blocks_stand(before) and _sums_hold(texts))
            if sound and whole and (filled == len(CELLS) or bare(self._text(line[0]))):
                for (block, result), cell in zip(CELLS, cells, strict=True):
                    self._put(block, result, cell)
                return


def _blocks_of(results: Sequence[_Span], blocks: Sequence[_Span]) -> list[str | None]:
    """The block of each result: where all fifteen stand in order, five to a block; else the one drawn over it."""
    starts = sorted(blocks, key=lambda block: block.left)
    order = [block.key for block in starts for _ in _RESULTS]
    if len(starts) == len(_BLOCKS) and tuple(result.key for result in results) == _RESULTS * len(_BLOCKS):
        return list(order)
    found: list[str | None] = []
    for result in results:
        over = [block for block in blocks if block.left <= result.left and result.right <= block.right]
        least = min((block.right - block.left for block in over), default=0)
        narrow = [block.key for block in over if block.right - block.left == least]
        found.append(narrow[0] if len(narrow) == 1 else None)
    return found


def _under(cell: TableCell, span: _Span) -> bool:
    return span.left < cell.column + cell.colspan and cell.column < span.right


def _blocks_stand(before: str) -> bool:
    """Whether the names of the three blocks stand in the order of the form."""
    names = (re.escape(row.label) for row in _FORM.rows)
    return re.search(".*".join(names), squeeze(fold(before)), re.DOTALL) is not None


def header_is_whole(before: str) -> bool:
    """Whether the text before the figures has all the words of the form's header, however they were wrapped."""
    key = squeeze(fold(before))
    start = key.rfind("未经复议直接起诉")
    words = key[max(0, start - _RESULTS_BEFORE) :]
    return (
        start >= 0
        and "复议后起诉" in words
        and all(any(words.count(word) >= len(_BLOCKS) for word in either) for either in _ONCE_A_BLOCK)
    )


def _sums_hold(texts: Sequence[str]) -> bool:
    """Whether each block of five figures adds up: then their order is that of the form."""
    values = [read_figure(text).value for text in texts]
    blocks = [values[n : n + len(_RESULTS)] for n in range(0, len(values), len(_RESULTS))]
    return all(None not in block and sum(v for v in block[:-1] if v is not None) == block[-1] for block in blocks)
