"""Tables that are text: commas, semicolons or tabs between cells, in whatever encoding offices use."""

import csv
import io
from collections.abc import Iterator
from itertools import islice
from typing import Final

from govdisclosure.documents.encoding import decode, undecoded
from govdisclosure.errors import ReadError
from govdisclosure.model.register import RowFault
from govdisclosure.register.files.header import Kind
from govdisclosure.register.files.headings import LOOK, find_heading
from govdisclosure.register.files.sheets import Numbered, Sheet
from govdisclosure.text.normalise import DAMAGE

__all__ = ["csv_sheet"]

_DELIMITERS: Final = ",;\t|"
_HEAD: Final = 100_000
_MAX_ROWS: Final = 500_000
_MAX_COLUMNS: Final = 500


def csv_sheet(data: bytes, name: str) -> Sheet:
    """The table in a text.

    Args:
        data: The bytes; UTF-8, UTF-16 with a mark, GB 18030 or Big5.
        name: What to name in an error.

    Raises:
        ReadError: No encoding fits.
    """
    text, _ = decode(data, name)
    delimiter = _delimiter(text)
    broken = _broken_quotes(text, delimiter)
    faults: list[RowFault] = []
    if broken is not None:
        faults.append(_quotes(broken))
    lost = undecoded(text)
    if lost:
        faults.append(_lost(text.count("\n", 0, text.index(DAMAGE)) + 1, lost))
    return Sheet(rows=_rows(text, delimiter, name), faults=faults)


def _delimiter(text: str) -> str:
    """The sign with which most headers are known; where none is, that with which the rows are widest."""
    scores = {}
    for order, sign in enumerate(_DELIMITERS):
        rows = list(islice(_head(text, sign), LOOK))
        known = max((found.known for kind in Kind if (found := find_heading(rows, kind))), default=0)
        scores[sign] = (known, sum(len(row) > 1 for _, row in rows), -order)
    return max(scores, key=scores.__getitem__)


def _head(text: str, sign: str) -> Iterator[Numbered]:
    try:
        yield from enumerate(csv.reader(io.StringIO(text[:_HEAD], newline=""), delimiter=sign), 1)
    except csv.Error:
        return


def _broken_quotes(text: str, delimiter: str) -> int | None:
    """The line at which quotation marks do not pair; nothing where all do."""
    if '"' not in text:
        return None
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for _ in reader:
            pass
    except csv.Error:
        return max(1, reader.line_num)
    return None


def _rows(text: str, delimiter: str, name: str) -> Iterator[Numbered]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line, count = 1, 0
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise ReadError(
                name,
                f"第{line}行起有一个单元格过长，多半是引号没有成对；请核对该行的引号后另存",
                f"from line {line} on a cell is too long, most likely for want of a closing quotation mark; check it",
            ) from None
        count += 1
        if count > _MAX_ROWS or len(row) > _MAX_COLUMNS:
            raise ReadError(
                name,
                f"表格超过 {_MAX_ROWS} 行或 {_MAX_COLUMNS} 列，不予读取；请分成几个文件",
                f"the table has more than {_MAX_ROWS} rows or {_MAX_COLUMNS} columns; split it into several files",
            )
        yield line, row
        line = reader.line_num + 1


def _quotes(line: int) -> RowFault:
    return RowFault(
        row=line,
        zh="引号没有成对，从这里起的内容可能读错了行；请核对此行及其上一行的引号",
        en="quotation marks do not pair, what follows may stand in wrong rows; check those of this line and before it",
    )


def _lost(line: int, count: int) -> RowFault:
    return RowFault(
        row=line,
        zh=f"文件中有 {count} 处文字无法解码，自此行起；请从原系统重新导出，存为 UTF-8",
        en=f"{count} places of the file, from this line on, could not be decoded; export it again as UTF-8",
    )
