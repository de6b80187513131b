"""From a page's structure to drafts of blocks: paragraphs, headings and table rows in the order of the page."""

import re
from typing import Final

import attrs

from govdisclosure.documents.html_line import Line
from govdisclosure.documents.html_scan import HIDDEN, LINK, OBJECT, Piece, Scan, attributes
from govdisclosure.documents.main_text import Node, Stretch, Weight

__all__ = ["Draft", "Page", "drafts"]

_EVENT: Final = re.compile(r'<(?P<end>/?)(?P<name>[a-z0-9]+)(?: i="(?P<tag>\d+)")?>|(?P<texts>[^<]+)')
_SENTENCE_SIGNS: Final = "。；"
_PLAIN_WEIGHT: Final = 0.25

_MOST_OF_TABLE: Final = 0.6
_TEXTS_OF_LAYOUT: Final = 4
_SENTENCES_OF_LAYOUT: Final = 3
# A cell stands in a row, a row in a body, a body in a table.
_ROW_TO_TABLE: Final = 3

_OPEN, _CLOSE, _TEXT, _BREAK = range(4)


class Page:
    """A page's elements, texts and order."""

    def __init__(self, source: str, found: Scan, skeleton: str) -> None:
        """Read the repaired skeleton."""
        self.source = source
        self.nodes = [Node("page", "page", {}, -1)]
        self.events: list[tuple[int, int]] = []
        self.order: list[list[Piece]] = []
        self._read(found, skeleton)
        self.nodes[0].last = len(self.order)
        self.nodes[0].closed = len(self.events)

    def _read(self, found: Scan, skeleton: str) -> None:
        nodes, events, order = self.nodes, self.events, self.order
        current = 0
        known: dict[str, dict[str, str]] = {}
        for match in _EVENT.finditer(skeleton):
            end, name, tag, texts = match.groups()
            if texts:
                for number in texts.split():
                    events.append((_TEXT, len(order)))
                    order.append(found.texts[int(number)])
            elif name == "br":
                events.append((_BREAK, current))
            elif name in ("html", "head", "body"):
                continue
            elif end:
                node = nodes[current]
                node.last, node.closed = len(order), len(events)
                events.append((_CLOSE, current))
                current = node.parent
            else:
                written = found.tags[int(tag)] if tag else None
                given = known.get(written.written) if written else {}
                if written and given is None:
                    given = known[written.written] = attributes(written.written)
                nodes.append(
                    Node(name, written.name if written else name, given or {}, current, len(order), 0, len(events))
                )
                current = len(nodes) - 1
                events.append((_OPEN, current))

    def stretches(self) -> list[Stretch]:
        """What each text weighs."""
        return [self._stretch(pieces) for pieces in self.order]

    def _stretch(self, pieces: list[Piece]) -> Stretch:
        plain, linked, links, words = 0, 0, 0, []
        for start, end, marks in pieces:
            if marks & (HIDDEN | OBJECT):
                continue
            written = self.source[start:end].strip()
            if marks & LINK:
                linked += len(written)
                links += bool(written)
            else:
                plain += len(written)
                words.append(written)
        joined = "".join(words)
        is_prose = "，" in joined or "。" in joined
        sentences = sum(map(joined.count, _SENTENCE_SIGNS))
        return Stretch(plain * (1 if is_prose else _PLAIN_WEIGHT), linked, links, sentences)

    def layouts(self, weight: Weight, container: int) -> set[int]:
        """The tables that only place things on the page: one cell holds what reads as text, or the document itself."""
        found = set()
        largest: dict[int, int] = {}
        for index, node in enumerate(self.nodes):
            if node.name in ("td", "th"):
                table = self._table_of(node)
                known = largest.get(table)
                if known is None or weight.prose(node) > weight.prose(self.nodes[known]):
                    largest[table] = index
        for table, cell in largest.items():
            node = self.nodes[cell]
            texts = node.last - node.first
            most = weight.prose(node) >= _MOST_OF_TABLE * weight.prose(self.nodes[table])
            if most and texts >= _TEXTS_OF_LAYOUT and weight.sentences(node) >= _SENTENCES_OF_LAYOUT:
                found.add(table)
        while container > 0:
            found.add(container)
            container = self.nodes[container].parent
        return found

    def _table_of(self, cell: Node) -> int:
        index = cell.parent
        while index > 0 and self.nodes[index].name != "table":
            index = self.nodes[index].parent
        return index


@attrs.define
class Draft:
    """A block to be: one line, or the cells of a row; and the element it stands in.

    Attributes:
        cells: The line, or the row's cells.
        owner: Index of the element.
        table: Index of the table it is a row of; ``None`` for a line.
        spans: The (rowspan, colspan) of each cell of a row.
    """

    cells: list[Line]
    owner: int
    table: int | None = None
    spans: list[tuple[int, int]] = attrs.field(factory=list)

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return self.table is not None

    @property
    def text(self) -> str:
        """Its words."""
        return "\t".join(cell.text for cell in self.cells)

    @property
    def characters(self) -> int:
        """How many characters it shows."""
        return sum(cell.characters for cell in self.cells)

    @property
    def linked(self) -> int:
        """How many of its characters are in links."""
        return sum(cell.linked for cell in self.cells)


def drafts(page: Page, start: int, end: int, unwanted: list[bool], layouts: set[int]) -> list[Draft]:
    """The blocks between two events, unwanted elements left out."""
    return _Drafter(page, layouts).run(start, end, unwanted)


class _Drafter:
    def __init__(self, page: Page, layouts: set[int]) -> None:
        self.page = page
        self.layouts = layouts
        self.found: list[Draft] = []
        self.owner = 0
        self.line = Line(page.source)
        self.row: list[Line] | None = None
        self.spans: list[tuple[int, int]] = []
        # For each open data table, its element and whether it stands in a row of another.
        self.tables: list[tuple[int, bool]] = []

    def run(self, start: int, end: int, unwanted: list[bool]) -> list[Draft]:
        page, events, at = self.page, self.page.events, start
        while at < end:
            kind, value = events[at]
            if kind == _TEXT:
                self.line.add(page.order[value])
            elif kind == _OPEN and unwanted[value]:
                at = min(page.nodes[value].closed, end)
            elif kind == _BREAK:
                self._boundary()
            elif page.nodes[value].name != "x":
                self._structure(kind, value)
            at += 1
        self._end_row()
        return self.found

    def _structure(self, kind: int, value: int) -> None:
        name = self.page.nodes[value].name
        opens = kind == _OPEN
        if name == "table" and value not in self.layouts:
            self._table(value, opens=opens)
        elif name == "tr" and self.tables and self._in_table(value):
            self._end_row()
            self.row, self.spans = ([] if opens else None), []
        elif name in ("td", "th") and self.row is not None and self._in_table(value):
            if opens:
                self._cell(self.page.nodes[value].given)
        else:
            self._boundary()
        self.owner = value if opens else self.page.nodes[value].parent

    def _in_table(self, value: int) -> bool:
        """Whether a row or cell belongs to a table of data."""
        node = self.page.nodes[value]
        for _ in range(_ROW_TO_TABLE):
            if node.parent <= 0 or node.name == "table":
                break
            value = node.parent
            node = self.page.nodes[value]
        return node.name == "table" and value not in self.layouts

    def _cell(self, given: dict[str, str]) -> None:
        self.line = Line(self.page.source)
        self.row = [*(self.row or ()), self.line]
        self.spans.append((_span(given.get("rowspan")), _span(given.get("colspan")) or 1))

    def _table(self, value: int, *, opens: bool) -> None:
        if opens:
            inside = self.row is not None
            if inside:
                self.line.shows = True
            else:
                self._boundary()
            self._end_row()
            self.tables.append((value, inside))
            self.row = None
            return
        self._end_row()
        self.row = None
        if self.tables and self.tables.pop()[1]:
            self.row, self.spans = [], []
            self._cell({})

    def _boundary(self) -> None:
        if self.row is not None:
            self.line.add_blank()
        elif self.line.characters:
            self.found.append(Draft([self.line], self.owner))
            self.line = Line(self.page.source)

    def _end_row(self) -> None:
        if self.row and self.tables:
            self.found.append(Draft(self.row, self.owner, self.tables[-1][0], self.spans))
        elif self.row is None and self.line.characters:
            self.found.append(Draft([self.line], self.owner))
        self.line = Line(self.page.source)
        self.spans = []


_SPAN: Final = re.compile(r"\s{0,9}(\d{1,9})")


def _span(written: str | None) -> int:
    """A span as browsers read it: leading digits, one where there are none."""
    match = _SPAN.match(written or "")
    return int(match[1]) if match else 1
