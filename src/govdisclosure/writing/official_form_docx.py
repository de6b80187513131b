"""The official form as a Word document, written by hand: the same bytes for the same report, and no package needed."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape

import attrs

from govdisclosure.documents.table import columns_of
from govdisclosure.model.layout import Box, Layout, layout_of
from govdisclosure.model.statistics import Grid
from govdisclosure.writing.official_form_package import PARTS, RELATIONS, core
from govdisclosure.writing.official_form_parts import Paragraph, Part, PartKind, figure_text, official

__all__ = ["docx_of"]

_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Twentieths of a point: A4 with the margins of official documents (GB/T 9704).
_WIDE, _TALL, _LEFT, _RIGHT = 11906, 16838, 1588, 1474
_ROOM: Final = _WIDE - _LEFT - _RIGHT
_LABELS: Final = (700, 1150, 2300)
"""The widths of the label columns of table three: the part, the group and the row."""
_STYLES: Final = {
    PartKind.TITLE: "Title",
    PartKind.HEADING: "Heading1",
    PartKind.SUBHEADING: "Heading2",
    PartKind.TEXT: "BodyText",
    PartKind.FOOT: "Signature",
}
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MADE: Final = (1980, 1, 1, 0, 0, 0)
"""The day the parts of the package bear; the day it was written is nobody's business and would change the bytes."""


def docx_of(parts: tuple[Part, ...]) -> bytes:
    """Write the parts of a report as a Word document."""
    title = next((part.text for part in parts if isinstance(part, Paragraph)), "")
    body = "".join(_table(part) if isinstance(part, Grid) else _paragraph(part) for part in parts)
    page = (
        f'<w:sectPr><w:pgSz w:w="{_WIDE}" w:h="{_TALL}"/>'
        f'<w:pgMar w:top="2098" w:right="{_RIGHT}" w:bottom="1984" w:left="{_LEFT}" w:header="851" w:footer="992" '
        'w:gutter="0"/></w:sectPr>'
    )
    document = f'{_HEAD}<w:document xmlns:w="{_WORD}"><w:body>{body}{page}</w:body></w:document>'
    members = {**PARTS, "word/document.xml": document, "docProps/core.xml": core(_text(title)), **RELATIONS}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in members.items():
            about = zipfile.ZipInfo(name, _MADE)
            about.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(about, content.encode())
    return target.getvalue()


def _text(words: str) -> str:
    return escape(_NOT_XML.sub("", words))


def _paragraph(part: Paragraph) -> str:
    return _written(part.text, _STYLES[part.kind])


def _written(words: str, style: str) -> str:
    run = f'<w:r><w:t xml:space="preserve">{_text(words)}</w:t></w:r>' if words else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


@attrs.frozen
class _Cell:
    """A cell of one row: what stands in it, where it starts, how far it reaches, and whether it goes on below."""

    words: str
    column: int
    width: int
    merge: str
    label: bool


def _table(grid: Grid) -> str:
    layout = layout_of(grid)
    widths = _widths(layout)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(
        _row(cells, widths, head=number < layout.head) for number, cells in enumerate(_resolved(grid, layout))
    )
    about = (
        f'<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/></w:tblPr>'
    )
    # Two tables with no paragraph between them would become one.
    return f"<w:tbl>{about}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>{_written('', 'TableText')}"


def _widths(layout: Layout) -> tuple[int, ...]:
    if layout.labels == len(_LABELS):
        rest = layout.width - len(_LABELS)
        return (*_LABELS, *[(_ROOM - sum(_LABELS)) // rest] * rest)
    return (_ROOM // layout.width,) * layout.width


def _row(cells: list[_Cell], widths: tuple[int, ...], *, head: bool) -> str:
    about = "<w:trPr><w:cantSplit/>" + "<w:tblHeader/>" * head + "</w:trPr>"
    return f"<w:tr>{about}{''.join(_cell(cell, widths) for cell in cells)}</w:tr>"


def _cell(cell: _Cell, widths: tuple[int, ...]) -> str:
    width = sum(widths[cell.column : cell.column + cell.width])
    span = f'<w:gridSpan w:val="{cell.width}"/>' if cell.width > 1 else ""
    merge = {"first": '<w:vMerge w:val="restart"/>', "below": "<w:vMerge/>", "": ""}[cell.merge]
    style = "TableLabel" if cell.label else "TableText"
    about = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/></w:tcPr>'
    return f"<w:tc>{about}{_written(cell.words, style)}</w:tc>"


def _resolved(grid: Grid, layout: Layout) -> Iterator[list[_Cell]]:
    """The cells of each row from left to right, those that reach down from above among them."""
    rows: list[dict[int, _Cell]] = [{} for _ in layout.rows]
    shapes = [[(box.rows, box.columns) for box in row] for row in layout.rows]
    for row, position, column, height, width in columns_of(shapes):
        box: Box = layout.rows[row][position]
        words = official(box.text) if box.cell is None else figure_text(grid, box.cell)
        label = box.cell is None and column + width <= layout.labels and row >= layout.head
        rows[row][column] = _Cell(words, column, width, "first" if height > 1 else "", label)
        for below in range(row + 1, row + height):
            rows[below][column] = _Cell("", column, width, "below", label)
    for cells in rows:
        yield [cells[column] for column in sorted(cells)]
