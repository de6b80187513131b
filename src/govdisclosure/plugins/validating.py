"""Look over a document that a plugin made: what is wrong in it must not become a wrong figure or a false accusation."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from govdisclosure.documents.document import Block, BlockKind, Document, Label
from govdisclosure.documents.source_map import Lines
from govdisclosure.documents.table import MAX_COLUMNS, Table, TableCell
from govdisclosure.model.place import Place, SourceMap
from govdisclosure.model.report import SourceFile

__all__ = ["fault_of"]

_LONGEST: Final = 20 * 1024 * 1024
_MOST_POSITIONS: Final = 2_000_000
_SPANS = ("start", "end")


def fault_of(document: object, data: bytes) -> tuple[str, str] | None:
    """What is wrong with a document, in Chinese and English; nothing where it may be used.

    Args:
        document: What a reader returned.
        data: The file it was read from.
    """
    if not isinstance(document, Document) or not isinstance(document.text, str):
        return "返回的不是 Document", "it returned no Document"
    return next(_faults(document, data), None)


def _faults(document: Document, data: bytes) -> Iterator[tuple[str, str]]:
    text = document.text
    if not text.strip():
        yield "返回的文件没有文字", "the document has no text"
    if len(text) > _LONGEST:
        yield "返回的文字过长", "the text is too long"
    if not isinstance(document.source, SourceFile):
        yield "source 应为 SourceFile", "source must be a SourceFile"
    yield from _blocks(document)
    yield from _labels(document)
    for number, table in enumerate(document.tables, 1):
        yield from ((f"第{number}张表：{zh}", f"table {number}: {en}") for zh, en in _table(table, text))
    yield from _map(document, data)


def _blocks(document: Document) -> Iterator[tuple[str, str]]:
    text, blocks = document.text, document.blocks
    if not _all_of(blocks, Block) or not all(isinstance(one.kind, BlockKind) for one in blocks):
        yield "blocks 应为一组 Block", "blocks must be a tuple of Block"
        return
    if not all(_within(one, text) and one.start < one.end for one in blocks):
        yield "有段落超出文字范围", "a block leaves the text"
        return
    if any(one.end > other.start for one, other in pairwise(blocks)):
        yield "段落重叠或次序颠倒", "blocks overlap or are out of order"
    if any("\n" in text[one.start : one.end] for one in blocks):
        yield "段落中有换行；每一行应为一个段落", "a block holds a line break: a line is a block"
    covered = sum(len("".join(text[one.start : one.end].split())) for one in blocks)
    if covered * 2 < len("".join(text.split())):
        yield "半数以上的文字不在任何段落中", "most of the text is in no block"


def _labels(document: Document) -> Iterator[tuple[str, str]]:
    labels = document.labels
    right = _all_of(labels, Label) and all(isinstance(word, str) for one in labels for word in (one.name, one.value))
    if not right:
        yield "labels 应为一组 Label", "labels must be a tuple of Label"
    elif not all(isinstance(one.at, Place) and _within(one.at, document.text) for one in labels):
        yield "有标签超出文字范围", "a label leaves the text"
    if not _all_of(document.tables, Table):
        yield "tables 应为一组 Table", "tables must be a tuple of Table"


def _table(table: Table, text: str) -> Iterator[tuple[str, str]]:
    cells = table.cells
    if not cells or not _all_of(cells, TableCell):
        yield "cells 应为一组 TableCell", "cells must be a tuple of TableCell"
        return
    if not all(_within(one, text) for one in cells):
        yield "有单元格超出文字范围", "a cell leaves the text"
        return
    numbers = [(one.row, one.column, one.rowspan, one.colspan) for one in cells]
    rows = max((row for row, *_ in numbers if _whole([row])), default=0) + 1
    if not all(
        _whole(four) and four[0] >= 0 and 0 <= four[1] < MAX_COLUMNS and 1 <= four[3] <= MAX_COLUMNS
        and 1 <= four[2] <= rows - four[0]
        for four in numbers
    ):  # fmt: skip
        yield "有单元格的行、列或跨度不对", "a cell has a wrong row, column or span"
        return
    if any(one[:2] >= other[:2] for one, other in pairwise(numbers)) or any(
        one.end > other.start for one, other in pairwise(cells)
    ):
        yield "单元格重叠或次序颠倒", "cells overlap or are out of order"
    if sum(height * width for *_, height, width in numbers) > _MOST_POSITIONS or _doubled(numbers):
        yield "有两个单元格占同一位置", "two cells take the same position"


def _doubled(numbers: Iterable[tuple[int, int, int, int]]) -> bool:
    taken: set[tuple[int, int]] = set()
    for row, column, height, width in numbers:
        for place in ((r, c) for r in range(row, row + height) for c in range(column, column + width)):
            if place in taken:
                return True
            taken.add(place)
    return False


def _map(document: Document, data: bytes) -> Iterator[tuple[str, str]]:
    """Whether the way back leads to the words: a wrong line sends a person to the wrong place."""
    found, text = document.map, document.text
    if not isinstance(found, SourceMap):
        yield "map 应为 SourceMap", "map must be a SourceMap"
        return
    numbers = (found.text_starts, found.source_starts, found.lengths, found.line_starts, found.page_starts)
    if not all(isinstance(one, tuple) and _whole(one) for one in numbers):
        yield "map 应为整数", "the map must be whole numbers"
        return
    if any(not 0 <= page <= len(text) for page in found.page_starts) or _falls(found.page_starts):
        yield "页的起点不对", "the starts of pages are wrong"
    if found.text_starts and not _leads_back(found, text, data, document.source.encoding):
        yield "行号对应关系与原文件不符", "the map does not lead back to the file"


def _leads_back(found: SourceMap, text: str, data: bytes, encoding: str | None) -> bool:
    if not len(found.text_starts) == len(found.source_starts) == len(found.lengths) or _falls(found.text_starts):
        return False
    try:
        source = data.decode(encoding or "", errors="replace").removeprefix("\ufeff")
    except LookupError:
        return False
    if found.line_starts != Lines(source).starts:
        return False
    runs = zip(found.text_starts, found.source_starts, found.lengths, strict=True)
    return all(
        min(at, from_, length) >= 0
        and at + length <= len(text)
        and from_ <= len(source)
        and text[at : at + length] == source[from_ : from_ + length]
        for at, from_, length in runs
    )


def _within(one: Block | TableCell | Place, text: str) -> bool:
    return _whole([one.start, one.end]) and 0 <= one.start <= one.end <= len(text)


def _whole(numbers: Iterable[object]) -> bool:
    return all(type(one) is int for one in numbers)


def _falls(numbers: Sequence[int]) -> bool:
    return any(one > other for one, other in pairwise(numbers))


def _all_of(values: object, kind: type) -> bool:
    return isinstance(values, tuple) and all(isinstance(one, kind) for one in values)
