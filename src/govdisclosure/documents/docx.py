"""Word documents (DOCX): paragraphs and tables in the order of the document, as a reader of the page sees them.

Headers, footers, footnotes, comments and a generated table of contents are left out; insertions under review are kept,
deletions are not. Numbers that Word counts by itself are written out: the ordinals of headings are often among them.
Needs the ``office`` extra (lxml).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import attrs

from govdisclosure.documents.document import Document, Label
from govdisclosure.documents.docx_numbers import WORD, Numbering, Style, Styles, number_of, value_of
from govdisclosure.documents.docx_text import chosen, text_of
from govdisclosure.documents.flow import FlowBuilder, FlowCell, title_labels
from govdisclosure.documents.ooxml import Package
from govdisclosure.documents.table import MAX_COLUMNS
from govdisclosure.errors import ReadError
from govdisclosure.model.report import SourceFile
from govdisclosure.text.normalise import OBJECT

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["read_docx"]

_CORE_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_ALTERNATE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_PARAGRAPH, _TABLE, _ROW, _CELL, _BODY = (WORD + name for name in ("p", "tbl", "tr", "tc", "body"))
_PARAGRAPH_PROPERTIES, _STYLE, _OUTLINE, _NUMBERED, _MARK, _DELETED = (
    WORD + name for name in ("pPr", "pStyle", "outlineLvl", "numPr", "rPr", "del")
)
_CELL_PROPERTIES, _WIDTH, _MERGED, _BEFORE, _AFTER, _VALUE = (
    WORD + name for name in ("tcPr", "gridSpan", "vMerge", "gridBefore", "gridAfter", "val")
)
_SDT, _SDT_CONTENT = WORD + "sdt", WORD + "sdtContent"
_NOT_SHOWN: Final = frozenset(WORD + name for name in ("del", "moveFrom", "sectPr", "tblPr", "tblGrid", "tcPr", "trPr"))
_LONGEST_HEADING: Final = 100
_HIGHEST_LEVEL: Final = 9
_CONTENTS_GALLERY: Final = "Table of Contents"


def read_docx(data: bytes, origin: SourceFile, name: str) -> Document:
    """Read a Word document.

    Args:
        data: The file.
        origin: The bytes it came from.
        name: What to name in an error.

    Raises:
        ReadError: It is damaged, too large, or has no text.
        MissingExtraError: lxml is not installed.
    """
    package = Package(data, name, "DOCX", "word/document.xml")
    root = package.xml(package.main)
    body = None if root is None else root.find(_BODY)
    if body is None:
        raise package.archive.damaged()
    reader = _Reader(
        styles=Styles(package.xml(package.related(package.main, "styles"))),
        numbering=Numbering(package.xml(package.related(package.main, "numbering"))),
    )
    reader.blocks(body)
    flow = reader.flow
    if not flow.text.strip():
        raise ReadError(
            name,
            "DOCX 文件里没有文字（可能只有图片，或由网页转成）；请在 Word/WPS 中打开后另存为 .docx，图片须先识别",
            "the DOCX has no text (only pictures, or made from a web page); open it in Word or WPS and save it as "
            ".docx; recognise the text of pictures first",
        )
    return flow.document(origin, _labels(package, flow.text))


def _labels(package: Package, text: str) -> tuple[Label, ...]:
    core = package.xml("docProps/core.xml")
    title = None if core is None else core.findtext(_CORE_TITLE)
    return title_labels(title or "", text)


@attrs.frozen
class _Cell:
    """A cell before its spans are resolved."""

    column: int
    width: int
    merged: bool
    element: "_Element | None"


@attrs.define
class _Reader:
    styles: Styles
    numbering: Numbering
    flow: FlowBuilder = attrs.field(factory=FlowBuilder)
    carried: str = ""
    """Words whose paragraph mark was deleted under review: the next paragraph goes on from them."""

    def blocks(self, element: "_Element") -> None:
        """Write the paragraphs and tables in an element."""
        for block in _inside(element, _PARAGRAPH, _TABLE):
            if block.tag == _TABLE:
                self.table(block)
            else:
                boxes: list[_Element] = []
                lines, heading = self.lines(block, boxes)
                for line in lines:
                    self.flow.paragraph(line, heading=heading and len(line) <= _LONGEST_HEADING)
                for box in boxes:
                    self.blocks(box)

    def lines(self, paragraph: "_Element", boxes: "list[_Element]") -> tuple[list[str], bool]:
        """The lines of a paragraph, the first with its ordinal, and whether it is marked as a heading."""
        text = text_of(paragraph, boxes)
        heading = False
        if len(paragraph) and paragraph[0].tag == _PARAGRAPH_PROPERTIES:
            about = {child.tag: child for child in paragraph[0]}
            style = self.styles[_value(about.get(_STYLE)) or ""]
            if style.contents:
                return [], False
            level = _value(about.get(_OUTLINE))
            heading = style.heading if level is None else number_of(level, _HIGHEST_LEVEL) < _HIGHEST_LEVEL
            text = self._ordinal(about.get(_NUMBERED), style) + text
            mark = about.get(_MARK)
            if mark is not None and mark.find(_DELETED) is not None:
                self.carried += text
                return [], False
        text, self.carried = self.carried + text, ""
        return text.split("\n"), heading

    def _ordinal(self, numbered: "_Element | None", style: Style) -> str:
        list_id, level = style.list_id, style.level or 0
        if numbered is not None:
            list_id = value_of(numbered, "numId") or list_id
            level = number_of(value_of(numbered, "ilvl"), level)
        return "" if list_id is None else self.numbering.ordinal(list_id, level)

    def table(self, table: "_Element") -> None:
        """Write a table and, after it, the tables in its cells; one of a single column only frames what it holds."""
        rows = [_cells(row) for row in _inside(table, _ROW) if not _is_deleted(row)]
        if all(len(row) <= 1 for row in rows):
            for row in rows:
                for cell in row:
                    if cell.element is not None and not cell.merged:
                        self.blocks(cell.element)
            return
        nested: list[_Element] = []
        self.flow.table(list(self._spans(rows, nested)))
        for inner in nested:
            self.table(inner)

    def _spans(self, rows: list[list[_Cell]], nested: "list[_Element]") -> Iterator[list[FlowCell]]:
        heights = _heights(rows)
        for index, row in enumerate(rows):
            yield [
                FlowCell(self._text(cell, nested), rowspan=heights[index, cell.column], colspan=cell.width)
                for cell in row
                if (index, cell.column) in heights
            ]

    def _text(self, cell: _Cell, nested: "list[_Element]") -> str:
        if cell.element is None or cell.merged:
            return ""
        found: list[str] = []
        waiting = [cell.element]
        while waiting:
            for block in _inside(waiting.pop(0), _PARAGRAPH, _TABLE):
                if block.tag == _TABLE:
                    nested.append(block)
                    found.append(OBJECT)
                else:
                    found += self.lines(block, waiting)[0]
        return "\n".join(found)


def _inside(element: "_Element", *tags: str) -> "Iterator[_Element]":
    """The nearest descendants of some kinds, in order, through whatever wraps them."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag == _SDT:
            gallery = value_of(child, "sdtPr", "docPartObj", "docPartGallery")
            content = child.find(_SDT_CONTENT)
            if content is not None and gallery != _CONTENTS_GALLERY:
                yield from _inside(content, *tags)
        elif child.tag == _ALTERNATE:
            yield from _inside(chosen(child), *tags)
        elif child.tag not in _NOT_SHOWN:
            yield from _inside(child, *tags)


def _is_deleted(row: "_Element") -> bool:
    return row.find(f"{WORD}trPr/{WORD}del") is not None


def _cells(row: "_Element") -> list[_Cell]:
    """The cells of a row with the column each starts in; columns left free before or after them are empty cells."""
    properties = row.find(f"{WORD}trPr")
    about = {} if properties is None else {child.tag: child for child in properties}
    before, after = _span(about.get(_BEFORE)), _span(about.get(_AFTER))
    found = [_Cell(0, before, merged=False, element=None)] if before else []
    column = before
    for element in _inside(row, _CELL):
        width, merged = 1, False
        if len(element) and element[0].tag == _CELL_PROPERTIES:
            about = {child.tag: child for child in element[0]}
            width = _span(about.get(_WIDTH)) or 1
            mark = about.get(_MERGED)
            merged = mark is not None and _value(mark) != "restart"
        found.append(_Cell(column, width, merged=merged, element=element))
        column += width
    if after:
        found.append(_Cell(column, after, merged=False, element=None))
    return found


def _value(element: "_Element | None") -> str | None:
    return None if element is None else element.get(_VALUE)


def _span(element: "_Element | None") -> int:
    return min(number_of(_value(element), 0), MAX_COLUMNS)


def _heights(rows: list[list[_Cell]]) -> dict[tuple[int, int], int]:
    """The rowspan of each cell that is not part of the one above it, by row and column."""
    found: dict[tuple[int, int], int] = {}
    above: dict[int, tuple[int, int]] = {}
    for index, row in enumerate(rows):
        here: dict[int, tuple[int, int]] = {}
        for cell in row:
            top, width = above.get(cell.column, (index, 0))
            if cell.merged and width == cell.width:
                found[top, cell.column] += 1
            else:
                top = index
                found[top, cell.column] = 1
            here[cell.column] = (top, cell.width)
        above = here
    return found
