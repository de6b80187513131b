"""Tables in workbooks (XLSX, XLS). Formulas are what they came to when the file was saved.

Needs the ``office`` extra (python-calamine).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from govdisclosure.documents.workbook import opened
from govdisclosure.errors import ReadError
from govdisclosure.register.files.sheets import Numbered, Sheet

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

    from govdisclosure.register.files.values import Cell

__all__ = ["MAX_CELLS", "workbook_sheets"]

MAX_CELLS: Final = 4_000_000
"""A sheet with more is refused; a hundred thousand requests with all their columns have about three million."""
_MAX_SHEETS: Final = 100
_MAX_COLUMNS: Final = 500
_MAX_MERGED: Final = 2_000_000


def workbook_sheets(data: bytes, name: str) -> Iterator[Sheet]:
    """The worksheets of a workbook in order, hidden ones too, each to be read before the next.

    Args:
        data: The file.
        name: What to name in an error.

    Raises:
        ReadError: It is damaged, encrypted or too large.
        MissingExtraError: python-calamine is not installed.
    """
    with opened(data, name, max_cells=MAX_CELLS, too_large=too_large(name)) as workbook:
        from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415  the extra, as in ``opened``

        for index, about in enumerate(workbook.sheets_metadata):
            if index >= _MAX_SHEETS:
                raise too_large(name)
            if about.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = workbook.get_sheet_by_index(index)
            merged = _merged(sheet, name)
            yield Sheet(
                rows=_rows(sheet, merged),
                name=about.name,
                hidden=about.visible != SheetVisibleEnum.Visible,
                repeated=frozenset((row + 1, column) for (row, column), (top, _) in merged.items() if top < row),
            )


def too_large(name: str) -> ReadError:
    """The error for a workbook with more cells than are read."""
    return ReadError(
        name,
        "表格过大，不予读取；请删去多余的行列，或分成几个文件后再试",
        "the workbook is too large; remove spare rows and columns, or split it into several files",
    )


def _merged(sheet: "CalamineSheet", name: str) -> dict[tuple[int, int], tuple[int, int]]:
    """For each cell under a merged box but its first, the first; boxes cut to the part of the sheet in use."""
    last, right_end = sheet.end or (-1, -1)
    height, width = last + 1, min(right_end + 1, _MAX_COLUMNS)
    found: dict[tuple[int, int], tuple[int, int]] = {}
    room = _MAX_MERGED
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or []:
        rows, columns = range(top, min(bottom + 1, height)), range(left, min(right + 1, width))
        room -= len(rows) * len(columns) + 1
        if room < 0:
            raise too_large(name)
        found.update({(row, column): (top, left) for row in rows for column in columns if (row, column) != (top, left)})
    return found


def _rows(sheet: "CalamineSheet", merged: dict[tuple[int, int], tuple[int, int]]) -> Iterator[Numbered]:
    """The rows, a merged value in each of its cells."""
    by_row: dict[int, list[tuple[int, tuple[int, int]]]] = {}
    for (row, column), first in merged.items():
        by_row.setdefault(row, []).append((column, first))
    firsts = set(merged.values())
    kept: dict[tuple[int, int], Cell] = {}
    wanted: dict[int, list[int]] = {}
    for row, column in firsts:
        wanted.setdefault(row, []).append(column)
    for number, values in enumerate(sheet.iter_rows()):
        cells: list[Cell] = list(values[:_MAX_COLUMNS])
        for column in wanted.get(number, ()):
            kept[number, column] = cells[column] if column < len(cells) else None
        for column, first in by_row.get(number, ()):
            cells += [None] * (column + 1 - len(cells))
            cells[column] = kept.get(first)
        yield number + 1, cells
