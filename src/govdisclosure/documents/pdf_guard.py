"""Bounds on the work a PDF can ask for: what its streams unpack to, and what its pages draw.

Needs the ``pdf`` extra (pdfplumber).
"""

import re
import zlib
from collections.abc import Sequence
from typing import Any, Final

from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdftypes import PDFStream, stream_value
from pdfminer.psparser import literal_name
from pdfplumber.page import Page, PDFPageAggregatorWithMarkedContent

__all__ = ["Budget", "BudgetSpentError", "bounded_page", "unpacks_to_too_much"]

_STREAM: Final = re.compile(rb"stream\r?\n")
_PICTURE: Final = re.compile(rb"/(?:Image|DCTDecode|JPXDecode)\b")
_DICTIONARY: Final = 600
_MAX_CONTENT: Final = 64 * 1024 * 1024
_MAX_PICTURES: Final = 512 * 1024 * 1024
_CHUNK: Final = 1024 * 1024
_SHORTEST: Final = 2
_DEFLATE: Final = 8
_FLATE_ONLY: Final = (["FlateDecode"], ["Fl"])

# About a microsecond each.
_PER_CHARACTER: Final = 60
_PER_PATH: Final = 60
_PER_STREAM: Final = 200
_PER_BYTE: Final = 2
_A_PAGE: Final = 4_000_000
_A_DOCUMENT: Final = 60_000_000


class BudgetSpentError(Exception):
    """A PDF draws more than pages of text do."""


def unpacks_to_too_much(data: bytes) -> bool:
    """Whether the packed streams of a file come to more than a report can hold."""
    left = {False: _MAX_CONTENT, True: _MAX_PICTURES}
    for match in _STREAM.finditer(data):
        head = data[match.end() : match.end() + _SHORTEST]
        if len(head) < _SHORTEST or head[0] & 0x0F != _DEFLATE or (head[0] * 256 + head[1]) % 31:
            continue
        picture = _PICTURE.search(data, max(0, match.start() - _DICTIONARY), match.start()) is not None
        left[picture] -= _unpacked(data, match.end(), left[picture] + 1)
        if left[picture] < 0:
            return True
    return False


def _unpacked(data: bytes, start: int, most: int) -> int:
    """How long a packed stream is when unpacked, as far as it matters."""
    unpack, length, at = zlib.decompressobj(), 0, start
    waiting = b""
    try:
        while length < most and not unpack.eof:
            if not waiting:
                waiting, at = data[at : at + _CHUNK], at + _CHUNK
                if not waiting:
                    break
            length += len(unpack.decompress(waiting, _CHUNK))
            waiting = unpack.unconsumed_tail
    except zlib.error:
        pass
    return length


class Budget:
    """What is left of the work a document may ask for."""

    def __init__(self) -> None:
        """Start with all of it."""
        self._document = _A_DOCUMENT
        self._page = _A_PAGE

    def page(self) -> None:
        """Start a page."""
        self._page = _A_PAGE

    def spend(self, amount: int) -> None:
        """Take some of it.

        Raises:
            BudgetSpentError: There is not so much left.
        """
        self._page -= amount
        self._document -= amount
        if self._page < 0 or self._document < 0:
            raise BudgetSpentError


class _Device(PDFPageAggregatorWithMarkedContent):
    budget: Budget

    def render_char(self, *args: Any, **kwargs: Any) -> float:  # noqa: ANN401  handed on as it comes
        self.budget.spend(_PER_CHARACTER)
        return super().render_char(*args, **kwargs)

    def paint_path(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  handed on as it comes
        self.budget.spend(_PER_PATH)
        super().paint_path(*args, **kwargs)


class _Interpreter(PDFPageInterpreter):
    """Forms drawn within forms are counted each time they are drawn: twenty of them can stand for a million."""

    device: _Device

    def execute(self, streams: Sequence[object]) -> None:
        for each in streams:
            stream = stream_value(each)
            _require_whole(stream)
            self.device.budget.spend(_PER_STREAM + _PER_BYTE * len(stream.get_data()))
        super().execute(streams)


def _require_whole(stream: PDFStream) -> None:
    """Check the sum at the end of what a page draws: the parser keeps what it could unpack and says nothing."""
    filters = [literal_name(name) for name, _ in stream.get_filters()]
    if stream.rawdata is not None and filters in _FLATE_ONLY:
        zlib.decompressobj().decompress(stream.rawdata)


def bounded_page(page: Page, budget: Budget) -> Page:
    """A page laid out within a budget.

    Args:
        page: The page as pdfplumber gives it, not yet laid out.
        budget: What its document may ask for.

    Raises:
        BudgetSpentError: It draws too much.
    """
    budget.page()
    rsrcmgr: PDFResourceManager = page.pdf.rsrcmgr
    device = _Device(rsrcmgr, pageno=page.page_number, laparams=None)
    device.budget = budget
    _Interpreter(rsrcmgr, device).process_page(page.page_obj)
    page._layout = device.get_result()  # noqa: SLF001  where the page keeps it; there is no other way to hand it in
    return page
