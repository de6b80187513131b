"""Workbooks with plain texts, figures and dates.

XlsxWriter is used because it only writes: it has no dependency, is kept up, writes texts as texts when told so, and
nothing of the machine or the moment gets into the file. Needs the ``office`` extra.
"""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final

import pendulum

from govdisclosure.errors import MissingExtraError, UsageError
from govdisclosure.register.files.shaping import Written

__all__ = ["workbook_bytes"]

_MAX_ROWS: Final = 1_048_575
_EXACT: Final = 10**15
_FIRST_YEAR: Final = 1901
"""Excel has no dates before 1900 and counts those of that year wrongly."""
_WIDTH: Final = 14


def workbook_bytes(sheets: Sequence[tuple[str, Sequence[str], Sequence[Sequence[Written]]]]) -> bytes:
    """A workbook.

    Args:
        sheets: Of each sheet its name, its headers and its rows.

    Raises:
        UsageError: A sheet has more rows than Excel takes.
        MissingExtraError: XlsxWriter is not installed.
    """
    try:
        import xlsxwriter  # noqa: PLC0415  the extra is needed for these files only
    except ImportError:
        raise MissingExtraError("office", "写 Excel 文件", "writing Excel files") from None
    target = io.BytesIO()
    workbook = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    # The library would put in the moment.
    workbook.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
    dated, bold = workbook.add_format({"num_format": "yyyy-mm-dd"}), workbook.add_format({"bold": True})
    for name, head, rows in sheets:
        if len(rows) > _MAX_ROWS:
            raise UsageError(
                f"Excel 的一张工作表最多 {_MAX_ROWS} 行，写不下；请改用 csv 或 json",
                f"a sheet of Excel has at most {_MAX_ROWS} rows; use csv or json",
            )
        sheet = workbook.add_worksheet(name)
        first = 0
        if head:
            sheet.write_row(0, 0, head, bold)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, len(head) - 1, _WIDTH)
            first = 1
        for number, row in enumerate(rows, first):
            for column, cell in enumerate(row):
                _write(sheet, number, column, cell, dated)
    workbook.close()
    return target.getvalue()


def _write(sheet: Any, row: int, column: int, cell: Written, dated: object) -> None:  # noqa: ANN401  XlsxWriter's own
    if cell is None or cell == "":
        return
    if isinstance(cell, str):
        sheet.write_string(row, column, cell)
    elif isinstance(cell, pendulum.Date):
        if cell.year >= _FIRST_YEAR:
            sheet.write_datetime(row, column, cell, dated)
        else:
            sheet.write_string(row, column, cell.isoformat())
    elif _fits(cell):
        sheet.write_number(row, column, cell)
    else:
        sheet.write_string(row, column, str(cell) if isinstance(cell, int) else f"{cell:f}")


def _fits(figure: int | Decimal) -> bool:
    """Whether a figure comes back as it was from the fifteen digits that Excel keeps."""
    return abs(Decimal(figure)) < _EXACT and Decimal(f"{float(figure):.15g}") == figure
