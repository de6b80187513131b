"""Opening workbooks from strangers (XLSX, XLS): bounded before the spreadsheet library lays out their cells.

Needs the ``office`` extra (python-calamine).
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from govdisclosure.documents.archive import Archive
from govdisclosure.documents.compound import MAGIC
from govdisclosure.documents.xlsx_guard import repacked, xls_extent
from govdisclosure.errors import MissingExtraError, ReadError

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

__all__ = ["opened"]


@contextmanager
def opened(data: bytes, name: str, *, max_cells: int, too_large: ReadError) -> Iterator["CalamineWorkbook"]:
    """A workbook; whatever the library says against it while it is read is a :class:`ReadError`.

    Args:
        data: The file.
        name: What to name in an error.
        max_cells: How many cells a sheet may have.
        too_large: The error for one with more.

    Raises:
        ReadError: It is damaged, encrypted or too large.
        MissingExtraError: python-calamine is not installed.
    """
    try:
        from python_calamine import CalamineWorkbook  # noqa: PLC0415  the extra is needed for these files only
    except ImportError:
        raise MissingExtraError("office", "读取 Excel 文件", "reading Excel files") from None
    if data.startswith(MAGIC):
        content, extent = data, xls_extent(data)
    else:
        content, extent = repacked(Archive(data, name, "XLSX"), max_cells)
    if not extent.fits(max_cells):
        raise too_large
    try:
        yield CalamineWorkbook.from_filelike(io.BytesIO(content))
    except (ReadError, KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError):
        raise
    except BaseException:  # noqa: BLE001  a panic of the library is no Exception
        raise ReadError(
            name,
            "Excel 文件已损坏、加了密码或不完整；请在 Excel/WPS 中打开，去掉密码后另存为 .xlsx",
            "the Excel file is damaged, encrypted or incomplete; open it in Excel or WPS and save it as .xlsx",
        ) from None
