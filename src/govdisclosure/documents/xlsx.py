"""Spreadsheets (XLSX, XLS): each visible sheet in order; grids of cells are tables, lone cells of text are paragraphs.

Formats of numbers are not kept (95 % is 0.95); formulas are what they came to when the file was saved. Needs the
``office`` extra (python-calamine).
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from govdisclosure.documents.document import Document
from govdisclosure.documents.flow import FlowBuilder, FlowCell
from govdisclosure.documents.table import MAX_COLUMNS
from govdisclosure.documents.workbook import opened
from govdisclosure.documents.xlsx_guard import MAX_CELLS
from govdisclosure.errors import ReadError
from govdisclosure.model.report import SourceFile
from govdisclosure.text.headings import match_marker
from govdisclosure.text.normalise import fold

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

__all__ = ["read_xlsx"]

_Value: TypeAlias = "int | float | str | bool | time | date | datetime | timedelta"
_Box: TypeAlias = tuple[int, int, int, int]

_MAX_ROWS: Final = 20_000
_MAX_SHEETS: Final = 100
_MAX_MERGES: Final = 20_000
_LONG: Final = 40
_EXACT: Final = 1e15
_ENDS: Final = "。；！？"


def read_xlsx(data: bytes, origin: SourceFile, name: str) -> Document:
    """Read a workbook.

    Args:
        data: The file.
        origin: The bytes it came from.
        name: What to name in an error.

    Raises:
        ReadError: It is damaged, encrypted, too large, or has no text.
        MissingExtraError: python-calamine is not installed.
    """
    flow = FlowBuilder()
    with opened(data, name, max_cells=MAX_CELLS, too_large=_too_large(name)) as workbook:
        for sheet in _sheets(workbook, name):
            sheet.write(flow)
    if not flow.text.strip():
        raise ReadError(
            name, "表格里没有内容；请检查是否取错了文件", "the workbook is empty; check that it is the right file"
        )
    return flow.document(origin)


def _too_large(name: str) -> ReadError:
    return ReadError(
        name,
        "表格过大，不予读取；请只保留报告所在的工作表，删去多余的行列后另存",
        "the workbook is too large; keep only the sheets of the report, without spare rows and columns",
    )


def _sheets(workbook: "CalamineWorkbook", name: str) -> "Iterator[_Sheet]":
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415  as above

    for index, about in enumerate(workbook.sheets_metadata):
        if index >= _MAX_SHEETS:
            raise _too_large(name)
        if about.visible != SheetVisibleEnum.Visible or about.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_index(index)
        merges = sheet.merged_cell_ranges or []
        if sheet.total_height > _MAX_ROWS or len(merges) > _MAX_MERGES:
            raise _too_large(name)
        rows = sheet.to_python(skip_empty_area=False)
        height, width = len(rows), min(max(map(len, rows), default=0), MAX_COLUMNS)
        texts = [[_text(value) for value in row[:width]] for row in rows]
        boxes = [
            (top, left, min(bottom, height - 1), min(right, width - 1))
            for (top, left), (bottom, right) in merges
            if top < height and left < width
        ]
        if sum((bottom - top + 1) * (right - left + 1) for top, left, bottom, right in boxes) > MAX_CELLS:
            raise _too_large(name)
        yield _Sheet(texts, boxes)


def _text(value: _Value) -> str:
    """A value as text: no decimal point where the sheet has none, dates as in ISO 8601."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < _EXACT else f"{value:.15g}"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


@attrs.frozen(slots=False)
class _Sheet:
    """A sheet: the text of each cell, and its merged boxes (top, left, bottom, right)."""

    texts: list[list[str]]
    boxes: list[_Box]

    @cached_property
    def starting(self) -> dict[int, dict[int, _Box]]:
        """The boxes that start in each row, by column."""
        found: dict[int, dict[int, _Box]] = {}
        for box in self.boxes:
            found.setdefault(box[0], {})[box[1]] = box
        return found

    @cached_property
    def joined(self) -> set[int]:
        """Rows that a box of several rows joins to others."""
        return {row for top, _, bottom, _ in self.boxes if bottom > top for row in range(top, bottom + 1)}

    @cached_property
    def touched(self) -> set[int]:
        """Rows with any part of a box in them."""
        return {row for top, _, bottom, _ in self.boxes for row in range(top, bottom + 1)}

    @cached_property
    def hidden(self) -> set[tuple[int, int]]:
        """Cells under a box, but for its first."""
        return {
            (row, column)
            for top, left, bottom, right in self.boxes
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
            if (row, column) != (top, left)
        }

    def write(self, flow: FlowBuilder) -> None:
        """Write its rows, parted at empty ones, as paragraphs and tables."""
        band: list[int] = []
        for index, row in enumerate(self.texts):
            if any(map(str.strip, row)) or index in self.joined:
                band.append(index)
            else:
                self._write_band(flow, band)
                band = []
        self._write_band(flow, band)

    def _write_band(self, flow: FlowBuilder, band: Sequence[int]) -> None:
        width = max(map(self._reach, band), default=0)
        alone = {
            index
            for index in band
            if index not in self.joined and self._lone(index) is not None
            and (index == band[0] or not self._is_label(index, width))
        }  # fmt: skip
        grid: list[int] = []
        for index in band:
            inner = band[0] < index < band[-1] and {index - 1, index + 1}.isdisjoint(alone)
            if index not in alone or (inner and not self._is_prose(index)):
                grid.append(index)
                continue
            self._write_grid(flow, grid)
            grid = []
            flow.paragraph(self.texts[index][self._lone(index) or 0])
        self._write_grid(flow, grid)

    def _reach(self, index: int) -> int:
        """One past the last column of a row that has text or is merged."""
        last = max((column + 1 for column, text in enumerate(self.texts[index]) if text.strip()), default=0)
        return max([last, *(box[3] + 1 for box in self.starting.get(index, {}).values())])

    def _first(self, index: int) -> int:
        """The first column of a row that has text or is merged."""
        row = self.texts[index]
        first = next((column for column, text in enumerate(row) if text.strip()), len(row))
        return min([first, *self.starting.get(index, {})])

    def _lone(self, index: int) -> int | None:
        """The column of the only cell of a row that has text, when it is the only one."""
        filled = [column for column, text in enumerate(self.texts[index]) if text.strip()]
        return filled[0] if len(filled) == 1 else None

    def _is_label(self, index: int, width: int) -> bool:
        """Whether a lone cell is merged over part of the table only: the label of a row whose figures are blank."""
        box = self._lone_box(index)
        return box is not None and box[3] - box[1] + 1 < width

    def _is_prose(self, index: int) -> bool:
        """Whether a lone cell within a grid is text between two tables and not a row of one of them."""
        text = self.texts[index][self._lone(index) or 0].strip()
        if len(text) > _LONG or text[-1] in _ENDS:
            return True
        return self._lone_box(index) is not None and match_marker(fold(text)) is not None

    def _lone_box(self, index: int) -> _Box | None:
        return self.starting.get(index, {}).get(self._lone(index) or 0)

    def _write_grid(self, flow: FlowBuilder, grid: Sequence[int]) -> None:
        width = max(map(self._reach, grid), default=0)
        left = min(map(self._first, grid), default=0)
        if width - left <= 1:
            for index in grid:
                flow.paragraph(" ".join(self.texts[index]))
            return
        flow.table([self._row(index, left, width) for index in grid])

    def _row(self, index: int, left: int, width: int) -> list[FlowCell]:
        if index not in self.touched:
            texts = self.texts[index][left:width]
            return list(map(FlowCell, texts)) + [FlowCell("")] * (width - left - len(texts))
        return [self._cell(index, column) for column in range(left, width) if (index, column) not in self.hidden]

    def _cell(self, row: int, column: int) -> FlowCell:
        text = self.texts[row][column] if column < len(self.texts[row]) else ""
        top, left, bottom, right = self.starting.get(row, {}).get(column, (row, column, row, column))
        return FlowCell(text, rowspan=bottom - top + 1, colspan=right - left + 1)
