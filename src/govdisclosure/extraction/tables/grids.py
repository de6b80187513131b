"""Reading statutory tables from tables with cells: by the label of the row and the label of the column."""

import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from govdisclosure.documents.document import Document
from govdisclosure.documents.table import Table, TableCell
from govdisclosure.extraction.tables.collecting import Collector
from govdisclosure.extraction.tables.figures import is_figure
from govdisclosure.extraction.tables.labels import (
    applicants_stand,
    bare,
    column_at,
    column_names,
    column_of,
    labels_in,
    row_of,
)
from govdisclosure.extraction.tables.remedies import read_remedies
from govdisclosure.model.forms import ANNEX, APPLICANTS, TableName
from govdisclosure.model.statistics import OddityKind
from govdisclosure.text.normalise import fold
from govdisclosure.text.units import COUNTED, MONEY

__all__ = ["read_grids"]

_FEWEST_APPLICANTS = 5
_HEADER_LABELS = 3
_FEWEST_ANNEX_ROWS = 3
_LONGEST_LABEL = 90
_LINES_OF_LABEL = 4
_REACH = 500
_OPENS_BLOCK = re.compile(r"第二十条|信息内容")
_UNITS = frozenset({*COUNTED, *MONEY, "数条", "数件"})


@attrs.frozen
class _Heading:
    """One column of a header: its name and the columns of the table that it covers."""

    key: str
    left: int
    right: int


@attrs.frozen
class _Line:
    """A row of a table with what it says: the cells, the label before the figures, and the cells after the label."""

    cells: tuple[TableCell, ...]
    label: tuple[TableCell, ...]
    values: tuple[TableCell, ...]
    has_figures: bool
    words: str


def read_grids(document: Document, collectors: Mapping[TableName, Collector]) -> None:
    """Read every table of a document into the collectors, which may be in the middle of a table already.

    Args:
        document: The document.
        collectors: What was found so far, by table.
    """
    applicants: tuple[_Heading, ...] = ()
    end = 0
    for table in document.tables:
        lines = [_line(document, row) for row in table.rows if row]
        read_remedies(document, table, collectors[TableName.REMEDIES])
        applicants = _Requests(document, collectors[TableName.REQUESTS], table, applicants).read(lines, end)
        _Proactive(document, collectors[TableName.PROACTIVE], aligned=table.aligned).read(lines)
        _read_annex(document, collectors[TableName.ANNEX], lines)
        end = max(cell.end for cell in table.cells)


def _line(document: Document, row: tuple[TableCell, ...]) -> _Line:
    # A column of units tells nothing of the row.
    row = tuple(cell for cell in row if bare(document.text[cell.start : cell.end]) not in _UNITS)
    texts = [document.text[cell.start : cell.end] for cell in row]
    figures = [is_figure(text) for text in texts]
    # A line may begin with its own number.
    first = next((n for n, text in enumerate(texts) if text.strip() and not figures[n]), len(row))
    until = next((n for n in range(first, len(row)) if figures[n]), len(row))
    label = tuple(row[n] for n in range(first, until) if texts[n].strip())
    # Behind the last word of the label come the figures, and the blanks among them.
    after = row.index(label[-1]) + 1 if label else 0
    has_figures = any(figures[after:])
    words = "".join(document.text[cell.start : cell.end] for cell in label)
    return _Line(row, label, row[after:], has_figures, words)


def _named(document: Document, table: TableName, line: _Line, after: str, width: int) -> tuple[str, _Line] | None:
    """The row that a line's label names, and the line with just that for its label.

    The label is the last cell before the figures, or all of them read as one. Where the first figures are words (约3,
    未统计), it ends where as many cells are left as there are columns.
    """
    if not line.label or not line.values or len(line.words) > _LONGEST_LABEL:
        return None
    ends = [n for n in range(len(line.label)) if len(_behind(line, n)) == width] if width else []
    for end in dict.fromkeys((*reversed(ends), len(line.label) - 1)):
        cells = line.label[: end + 1]
        texts = [document.text[cell.start : cell.end] for cell in cells]
        for words in dict.fromkeys((texts[-1], "".join(texts))):
            key = row_of(table, words, after)
            if key is not None:
                return key, attrs.evolve(line, label=cells, values=_behind(line, end))
    return None


def _behind(line: _Line, end: int) -> tuple[TableCell, ...]:
    return line.cells[line.cells.index(line.label[end]) + 1 :]


def _headings(document: Document, table: TableName, cells: Sequence[TableCell]) -> list[_Heading]:
    found = ((column_of(table, document.text[cell.start : cell.end]), cell) for cell in cells)
    return [_Heading(key, cell.column, cell.column + cell.colspan) for key, cell in found if key]


def _in_order(
    document: Document, headings: Sequence[_Heading], cells: Sequence[TableCell], *, aligned: bool
) -> dict[str, TableCell] | None:
    """Cells given to headings one by one, where there are as many; blanks around the figures do not count.

    In an aligned table a blank before the figures is a cell of the row.
    """
    wanted, filled = len(headings), [bool(document.text[cell.start : cell.end].strip()) for cell in cells]
    surplus = len(cells) - wanted
    if surplus < 0:
        return None
    first = 0
    if surplus and any(filled):
        # A figure at one end shows which blanks are too many: those of a label's columns, or those that fill a line up.
        if filled[-1] and not any(filled[:surplus]) and not aligned:
            first = surplus
        elif any(filled[wanted:]) or not filled[wanted - 1]:
            return None
    return {heading.key: cell for heading, cell in zip(headings, cells[first : first + wanted], strict=True)}


def _by_column(
    document: Document, headings: Sequence[_Heading], cells: Sequence[TableCell], width: int
) -> dict[str, TableCell] | None:
    """Cells given to the headings they stand under, where each heading has one of its own.

    A figure beyond the ``width`` of the header, or a heading without a cell, shows that the row is shifted.
    """
    if any(cell.column >= width and document.text[cell.start : cell.end].strip() for cell in cells):
        return None
    found: dict[str, TableCell] = {}
    for cell in cells:
        over = [h for h in headings if h.left < cell.column + cell.colspan and cell.column < h.right]
        if len(over) > 1 or (over and over[0].key in found):
            return None
        if over:
            found[over[0].key] = cell
    return found if len(found) == len(headings) else None


def _one_line(heads: Sequence[Sequence[_Heading]]) -> list[_Heading]:
    """The headings of a header of several lines from left to right.

    The organisations stand below 法人或其他组织, so they come between 自然人 and 总计, whatever widths are drawn.
    """
    order: list[_Heading] = []
    for headings in heads:
        new = [heading for heading in headings if heading.key not in {each.key for each in order}]
        keys = [each.key for each in order]
        below = "natural_person" in keys and not {"natural_person", "total"} & {each.key for each in new}
        at = keys.index("natural_person") + 1 if below else len(order)
        # What stands below and to the right of all so far, as in a header that is only wrapped, goes on behind.
        order[at:at] = new
    return order


class _Requests:
    """Table three: a row of the form for each line, the applicants' columns above."""

    def __init__(
        self, document: Document, collector: Collector, table: Table, applicants: tuple[_Heading, ...]
    ) -> None:
        self.document = document
        self.collector = collector
        self.table = table
        # The header of the table before: a table continued on another page need not repeat it.
        self.applicants = applicants
        self.own = False
        # How far the header reaches.
        self.width = 0
        self.heads: list[Sequence[_Heading]] = []

    def read(self, lines: Sequence[_Line], end: int) -> tuple[_Heading, ...]:
        """Read the lines; ``end`` is where the table before ends. Gives the header for the table after."""
        for number, each in enumerate(lines):
            headings = [] if each.has_figures else _headings(self.document, TableName.REQUESTS, each.cells)
            key, line = self._row(each, end)
            is_head = len(headings) >= _HEADER_LABELS or any(one.key == "natural_person" for one in headings)
            if is_head or (key is None and headings):
                self._head(headings)
                self.width = max(self.width, *(cell.column + cell.colspan for cell in each.cells))
            elif key == "total" and self.collector.last == "carried_out" and not self.own:
                continue  # 总计 of a table behind this one
            elif key is not None and (self.applicants or self._words_stand(line.cells[0].start)):
                if key != "other" or not self._opens_group(line, lines[number + 1 : number + 2]):
                    self._put(key, line)
            elif line.label and self.collector.cells and self._full(line):
                self.collector.odd(OddityKind.UNKNOWN_ROW, line.label[0].start, line.label[-1].end)
            end = line.cells[-1].end
        return self.applicants

    def _row(self, line: _Line, end: int) -> tuple[str | None, _Line]:
        """The row that a line belongs to: by its own label, or by the text between it and the line before."""
        named = _named(self.document, TableName.REQUESTS, line, self.collector.last, len(self.applicants))
        if named is None and not line.label and line.has_figures and not self.table.aligned:
            return self._before(end, line.cells[0].start), line
        return named or (None, line)

    def _head(self, headings: Sequence[_Heading]) -> None:
        self.heads.append(headings)
        found = {heading.key: heading for headings in self.heads for heading in headings}
        if len(found) >= _FEWEST_APPLICANTS and {"natural_person", "total"} <= found.keys():
            self.applicants = tuple(_one_line(self.heads))
            self.own = True

    def _words_stand(self, end: int) -> bool:
        """Whether the header stands before the first row, its columns lost but all its words there."""
        if self.table.aligned or not applicants_stand(self.document.key[max(0, end - _REACH) : end]):
            return False
        self.applicants = tuple(_Heading(column.key, n, n + 1) for n, column in enumerate(APPLICANTS))
        return True

    def _opens_group(self, line: _Line, following: Sequence[_Line]) -> bool:
        """其他处理 is a row of the form of 2019, and in that of 2021 the name of the group of the rows below it."""
        if any(self.document.text[cell.start : cell.end].strip() for cell in line.values):
            return False
        below = [_named(self.document, TableName.REQUESTS, each, "other", len(self.applicants)) for each in following]
        return any(named is not None and named[0].startswith("other.") for named in below)

    def _full(self, line: _Line) -> bool:
        figures = sum(is_figure(self.document.text[cell.start : cell.end]) for cell in line.values)
        return bool(self.applicants) and figures >= len(self.applicants)

    def _before(self, start: int, end: int) -> str | None:
        """The row whose label alone stands in the text between the line before and a line of figures without one."""
        text = self.document.text[start:end]
        if len(labels_in(TableName.REQUESTS, self.document.key[start:end])) > 1:
            return None
        lines = text.split("\n")[-_LINES_OF_LABEL - 1 :]
        for first in range(len(lines) - 1, -1, -1):
            words = "".join(lines[first:])
            key = row_of(TableName.REQUESTS, words, self.collector.last) if bare(words) else None
            if key is not None:
                return key
        return None

    def _put(self, key: str, line: _Line) -> None:
        collector = self.collector
        values = _in_order(self.document, self.applicants, line.values, aligned=self.table.aligned)
        if len(line.values) != len(self.applicants) and self.table.aligned and self.own:
            values = _by_column(self.document, self.applicants, line.values, self.width) or values
        if key in collector.rows:
            collector.odd(OddityKind.REPEATED_ROW, line.cells[0].start, line.cells[-1].end)
        collector.last = key
        collector.span(line.cells[0].start, line.cells[-1].end)
        if values is None:
            keys = (heading.key for heading in self.applicants)
            collector.put_illegible(key, keys, line.values[0].start, line.values[-1].end)
            return
        for column, cell in values.items():
            collector.put(key, column, cell.start, cell.end)


class _Proactive:
    """Table two: blocks, each under a header of its own."""

    def __init__(self, document: Document, collector: Collector, *, aligned: bool) -> None:
        self.document = document
        self.collector = collector
        self.aligned = aligned
        # How far the header of the block reaches.
        self.width = 0

    def read(self, lines: Sequence[_Line]) -> None:
        """Read the lines of one table."""
        head: list[_Heading] = []
        across: list[_Heading] = []
        for line in lines:
            named = [] if line.has_figures else _headings(self.document, TableName.PROACTIVE, line.cells)
            if named or _OPENS_BLOCK.search(fold(line.words)):
                head, across = named, self._rows_across(line)
                self.width = max(cell.column + cell.colspan for cell in line.cells)
                continue
            found = _named(self.document, TableName.PROACTIVE, line, "", len(head))
            column = column_of(TableName.PROACTIVE, line.words)
            if found is not None and head:
                self._put(*found, head)
            elif column is not None and across and len(line.values) == len(across):
                for heading, cell in zip(across, line.values, strict=True):
                    self._put_cell(heading.key, column, cell)
            elif head and line.label and self.collector.cells and self._full(line, head):
                self.collector.odd(OddityKind.UNKNOWN_ROW, line.label[0].start, line.label[-1].end)

    def _rows_across(self, line: _Line) -> list[_Heading]:
        """Rows of the form that stand side by side, where the table is turned."""
        texts = ((self.document.text[cell.start : cell.end], cell) for cell in line.cells)
        found = ((row_of(TableName.PROACTIVE, text) if bare(text) else None, cell) for text, cell in texts)
        return [_Heading(key, cell.column, cell.column + cell.colspan) for key, cell in found if key]

    def _put_cell(self, row: str, column: str, cell: TableCell) -> None:
        if column_at(TableName.PROACTIVE, row, column) is not None:
            self.collector.put(row, column, cell.start, cell.end)

    def _full(self, line: _Line, head: Sequence[_Heading]) -> bool:
        return sum(is_figure(self.document.text[c.start : c.end]) for c in line.values) == len(head)

    def _put(self, key: str, line: _Line, head: Sequence[_Heading]) -> None:
        collector = self.collector
        # The header's cells and the figures' are often drawn with other widths: their order tells more.
        same = len(line.values) == len(head)
        values = _by_column(self.document, head, line.values, self.width) if self.aligned and not same else None
        values = values or _in_order(self.document, head, line.values, aligned=self.aligned)
        if key in collector.rows:
            collector.odd(OddityKind.REPEATED_ROW, line.cells[0].start, line.cells[-1].end)
        collector.last = key
        collector.span(line.cells[0].start, line.cells[-1].end)
        if values is None:
            collector.put_illegible(key, (h.key for h in head), line.values[0].start, line.values[-1].end)
            return
        for column, cell in values.items():
            self._put_cell(key, column, cell)


def _read_annex(document: Document, collector: Collector, lines: Sequence[_Line]) -> None:
    """The annex of 2014: a row for each count, with its unit, of the year and sometimes of all years."""
    columns = ANNEX.rows[0].columns[: 1 + _has_cumulative(document, lines)]
    found = list(_annex_rows(document, collector.last, lines, len(columns)))
    if len(found) < _FEWEST_ANNEX_ROWS:
        return
    for key, line, cells in found:
        collector.last = key
        collector.span(line.cells[0].start, line.cells[-1].end)
        for column, cell in zip(columns, cells, strict=True):
            collector.put(key, column, cell.start, cell.end)


def _annex_rows(
    document: Document, after: str, lines: Sequence[_Line], width: int
) -> Iterator[tuple[str, _Line, list[TableCell]]]:
    for line in lines:
        if not line.label:
            continue
        last = line.label[-1]
        key = row_of(TableName.ANNEX, document.text[last.start : last.end], after)
        if key is not None and len(line.values) == width:
            after = key
            yield key, line, list(line.values)


def _has_cumulative(document: Document, lines: Sequence[_Line]) -> bool:
    wanted = column_names(TableName.ANNEX, "cumulative")
    return any(bare(document.text[cell.start : cell.end]) in wanted for line in lines for cell in line.cells)
