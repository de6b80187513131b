"""What a workbook would take to open, found out before the spreadsheet library lays out its cells.

The library keeps a sheet as one full rectangle and a copy of the text in every cell: two cells in opposite corners, or
one long text named by many cells, would take more memory than there is.
"""

import io
import re
import struct
import zipfile
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

import attrs

from govdisclosure.documents.archive import Archive
from govdisclosure.documents.compound import Compound

__all__ = ["MAX_CELLS", "Extent", "repacked", "xls_extent"]

MAX_CELLS: Final = 400_000
"""A sheet with a wider rectangle is no report; the widest form has three hundred."""
_MAX_TEXT: Final = 512 * 1024 * 1024
_LONGEST_TEXT: Final = 65_536

_REFERENCE: Final = re.compile(rb"""[\s"']r\s{0,9}=\s{0,9}["']([A-Za-z]{0,9})([0-9]{0,12})""")
# Cells and rows that hold a format only: the library passes them over, but they stand at the ends of many sheets.
_ATTRIBUTES: Final = rb"""(?:\s{1,9}[\w:.]{1,40}="[\w :.,-]{0,80}"){0,20}+\s{0,9}"""
_EMPTY_CELL: Final = re.compile(rb"<c" + _ATTRIBUTES + rb"/>")
_EMPTY_ROW: Final = re.compile(rb"<row" + _ATTRIBUTES + rb"(?:/>|>\s{0,99}</row>)")
_TEXT_CELL: Final = re.compile(rb"""\bt\s{0,9}=\s{0,9}["']s["']""")
_NAMED_TEXT: Final = re.compile(rb"""\bt="s"[^<>]{0,99}><v>(\d{1,9})</v></c>""")
# The library gives a cell whose formula came to an error as one in which nothing stands.
_ERROR_CELL: Final = re.compile(rb"""(<(?:\w{1,20}:)?c\s[^<>]{0,400}?\bt\s{0,9}=\s{0,9}["'])e(?=["'])""")
# What would make items count differently for the library than here: empty ones, comments, sections of raw text.
_UNCOUNTED: Final = re.compile(rb"<!|\bsi\b[^<>]{0,99}/>")
# The library makes room for as many texts as are promised.
_COUNTS: Final = re.compile(rb"""[\s"'](?:uniqueCount|count)\s{0,9}=\s{0,9}(?:"[^"]{0,99}"|'[^']{0,99}')""")
_SHEET: Final = b"sheetData"
_ITEM_END: Final = b"</si>"

_CELLS_OF_XLS: Final = frozenset({0x0006, 0x00BD, 0x00BE, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E, 0x00D6})
_SHEET_BEGINS: Final = 0x0809
_DIMENSIONS: Final = 0x0200
_WHOLE_SHEET: Final = 65_536 * 256
_TEXT_CELL_OF_XLS: Final = 0x00FD
_TEXTS_OF_XLS: Final = frozenset({0x00FC, 0x003C})


@attrs.frozen
class Extent:
    """The largest rectangle of cells in a workbook, and the text its cells may come to."""

    cells: int = 0
    text: int = 0

    def fits(self, cells: int = MAX_CELLS) -> bool:
        """Whether it can be opened, where a sheet may have so many cells."""
        return self.cells <= cells and self.text <= _MAX_TEXT


def repacked(archive: Archive, limit: int = MAX_CELLS) -> tuple[bytes, Extent]:
    """A workbook with nothing in it but its parts in XML, none compressed, and its extent.

    Cells whose formula came to an error hold the error as text, so that none of them is taken for blank.

    Args:
        archive: The workbook.
        limit: How many cells a sheet may have; cells that hold a format only are taken out where it has more.

    Raises:
        ReadError: It is damaged or unpacks to too much.
    """
    target = io.BytesIO()
    cells = texts = 0
    named, lengths, is_counted = Counter[int](), list[int](), True
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as output:
        for member in dict.fromkeys(archive.names):
            if not member.endswith((".xml", ".rels")):
                continue
            data = archive.read(member) or b""
            if b"\x00" in data:
                # UTF-16, in which the patterns would find nothing.
                raise archive.damaged()
            if _SHEET in data:
                data = _ERROR_CELL.sub(rb"\1str", data)
                size = _rectangle(data)
                if size > limit:
                    data = _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", data))
                    size = _rectangle(data)
                cells = max(cells, size)
                texts += sum(1 for _ in _TEXT_CELL.finditer(data))
                named.update(int(found[1]) for found in _NAMED_TEXT.finditer(data))
            else:
                is_counted = is_counted and _UNCOUNTED.search(data) is None
                # Which part the library takes the texts from is not known here: of each number the longest.
                lengths = [max(pair) for pair in zip_longest(lengths, _items(data), fillvalue=0)]
                head, rest = data[: _where(data, b"<si")], data[_where(data, b"<si") :]
                data = _COUNTS.sub(b" ", head) + rest
            output.writestr(zipfile.ZipInfo(member), data)
    return target.getvalue(), Extent(cells, _text(texts, named if is_counted else Counter(), lengths))


def _text(cells: int, named: Counter[int], lengths: list[int]) -> int:
    """How much text so many cells hold: each as long as it says, where each could be seen to say which text it is."""
    if named.total() != cells:
        return cells * max(lengths, default=0)
    return sum(count * lengths[number] for number, count in named.items() if number < len(lengths))


def _rectangle(sheet: bytes) -> int:
    columns = rows = 1
    named, numbered = set[bytes](), set[bytes]()
    for found in _REFERENCE.finditer(sheet):
        named.add(found[1])
        numbered.add(found[2])
    for letters in named:
        column = 0
        for letter in letters.upper():
            column = column * 26 + letter - 64
        columns = max(columns, column)
    rows = max([rows, *(int(digits or b"0") for digits in numbered)])
    # Cells need not name their places; then they stand one after another.
    return max(columns * rows, sheet.count(b"<c") + sheet.count(b":c"))


def _where(data: bytes, words: bytes) -> int:
    found = data.find(words)
    return len(data) if found < 0 else found


def _items(texts: bytes) -> Iterator[int]:
    """The length of each text that cells may name, in order."""
    start = 0
    while (end := texts.find(_ITEM_END, start)) >= 0:
        yield end - start
        start = end + len(_ITEM_END)


def xls_extent(data: bytes) -> Extent:
    """The extent of a workbook of the old kind."""
    compound = Compound(data)
    largest = columns = rows = texts = stored = 0
    for name in ("Workbook", "Book"):
        for kind, record in _records(compound.read(name)):
            if kind == _SHEET_BEGINS:
                largest, columns, rows = max(largest, columns * rows), 0, 0
            elif kind == _DIMENSIONS and _declared(record) > _WHOLE_SHEET:
                largest = max(largest, _declared(record))
            elif kind in _CELLS_OF_XLS and len(record) >= 4:  # noqa: PLR2004  row and column, two bytes each
                row, column = struct.unpack_from("<HH", record)
                rows, columns = max(rows, row + 1), max(columns, column + len(record) // 4)
                texts += kind == _TEXT_CELL_OF_XLS
            elif kind in _TEXTS_OF_XLS:
                stored += len(record)
    return Extent(max(largest, columns * rows), texts * min(stored, _LONGEST_TEXT))


def _declared(record: bytes) -> int:
    """The rectangle a sheet is said to have, for which the library makes room at once."""
    layout = {10: "<HHHH", 14: "<IIHH"}.get(len(record))
    if layout is None:
        return 0
    first, last, left, right = map(int, struct.unpack_from(layout, record))
    return max(0, last - first + 1) * max(0, right - left + 1)


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length
