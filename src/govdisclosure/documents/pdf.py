"""PDF files with a text layer: prose outside tables as paragraphs, ruled tables as grids, page by page.

Numbers and running heads of pages are left out. A table broken over pages is one table a page. Needs the ``pdf`` extra
(pdfplumber, pypdfium2).
"""

import io
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Final

import attrs

from govdisclosure.documents.document import Document
from govdisclosure.documents.flow import FlowBuilder, title_labels
from govdisclosure.documents.pdf_lattice import Grid, TooManyLinesError, grids
from govdisclosure.documents.pdf_prose import Layout, PageLines, without_furniture
from govdisclosure.documents.pdf_signs import Line, Sign, join, lines_of
from govdisclosure.errors import MissingExtraError, ReadError
from govdisclosure.model.report import SourceFile

if TYPE_CHECKING:
    from pdfplumber.page import Page

__all__ = ["MAX_PAGES", "read_pdf"]

MAX_PAGES: Final = 300
_PASSWORD: Final = 4
_NO_CODE: Final = "(cid:"
_MAX_WITHOUT_CODE: Final = 0.1
_PRIVATE: Final = ("\ue000", "\uf8ff")
_LEVEL: Final = 0.1
_LONGEST_SIGN: Final = 8
"""Ligatures are a few letters; a font that says more of one sign is not to be believed."""


@attrs.frozen
class _Content:
    lines: PageLines
    grids: Sequence[Grid]


def read_pdf(data: bytes, origin: SourceFile, name: str) -> Document:
    """Read a PDF.

    Args:
        data: The file.
        origin: The bytes it came from.
        name: What to name in an error.

    Raises:
        ReadError: It is damaged, encrypted, a scan without text, or too large.
        MissingExtraError: pdfplumber or pypdfium2 is not installed.
    """
    try:
        import pdfplumber  # noqa: F401, PLC0415  the extra is needed for PDF only
        import pypdfium2  # noqa: F401, PLC0415  as above
    except ImportError:
        raise MissingExtraError("pdf", "读取 PDF 文件", "reading PDF files") from None
    content, title, count = _opened(data, name)
    pages = _pages(content, name)
    if len(pages) != count:
        raise _damaged(name)
    _require_text(pages, name)
    flow = FlowBuilder()
    _write(flow, pages)
    return flow.document(origin, title_labels(title, flow.text))


def _opened(data: bytes, name: str) -> tuple[bytes, str, int]:
    """The file without its protection, its title, and how many pages it has."""
    import pypdfium2  # noqa: PLC0415  as above
    from pypdfium2.raw import FPDF_REMOVE_SECURITY, FPDF_GetSecurityHandlerRevision  # noqa: PLC0415  as above

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise ReadError(
                name,
                "PDF 加了打开密码；请输入密码打开后，打印或另存为没有密码的 PDF",
                "the PDF needs a password; open it with the password and save or print it without one",
            ) from None
        raise _damaged(name) from None
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise ReadError(
                name,
                f"PDF 有 {count} 页，超过上限 {MAX_PAGES} 页，不予读取；请只保留年度报告的页",
                f"the PDF has {count} pages, more than {MAX_PAGES}; keep the pages of the report only",
            )
        title = str(document.get_metadata_value("Title"))
        if FPDF_GetSecurityHandlerRevision(document) >= 0:
            target = io.BytesIO()
            document.save(target, flags=FPDF_REMOVE_SECURITY)
            data = target.getvalue()
    finally:
        document.close()
    return data, title, count


def _damaged(name: str) -> ReadError:
    return ReadError(
        name,
        "PDF 已损坏或不完整；请重新取得文件，或用阅读器打开后另存、打印为 PDF",
        "the PDF is damaged or incomplete; obtain it again, or open it in a reader and save or print it as PDF",
    )


def _too_complex(name: str) -> ReadError:
    return ReadError(
        name,
        "PDF 内容过多或图形过于复杂，不予读取；请只保留报告正文，由 Word/WPS 重新导出 PDF",
        "the PDF holds too much or too complex drawings; keep the report only and export it from Word or WPS anew",
    )


def _pages(data: bytes, name: str) -> list[_Content]:
    import pdfplumber  # noqa: PLC0415  as above

    from govdisclosure.documents.pdf_guard import (  # noqa: PLC0415  as above
        Budget,
        BudgetSpentError,
        bounded_page,
        unpacks_to_too_much,
    )

    if unpacks_to_too_much(data):
        raise _too_complex(name)
    budget = Budget()
    try:
        with _quiet(), pdfplumber.open(io.BytesIO(data)) as document:
            found = []
            for page in islice(document.pages, MAX_PAGES):
                found.append(_content(bounded_page(page, budget)))
                page.close()
            return found
    except (BudgetSpentError, TooManyLinesError, RecursionError):
        raise _too_complex(name) from None
    except Exception:  # noqa: BLE001  whatever the parser stumbles over, the file is to blame
        raise _damaged(name) from None


@contextmanager
def _quiet() -> Iterator[None]:
    """What the parser finds odd about a font is nothing a clerk can mend, and comes once a letter."""
    log = logging.getLogger("pdfminer")
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(before)


def _content(page: "Page") -> _Content:
    signs = list(_signs(page))
    tables = grids(page) if signs else []
    outside = [sign for sign in signs if not any(table.take(sign) for table in tables)]
    return _Content(
        PageLines(float(page.width), float(page.height), tuple(lines_of(outside))),
        [table for table in tables if len(table.signs) > 1],
    )


def _signs(page: "Page") -> Iterator[Sign]:
    """The characters of a page that stand upright: what is set askew is a watermark."""
    for char in page.chars:
        along, askew = char["matrix"][:2]
        if char["upright"] and char["size"] > 0 and abs(askew) <= _LEVEL * abs(along):
            yield Sign(
                char["text"][:_LONGEST_SIGN], char["x0"], char["x1"], char["top"], char["bottom"], char["size"],
                char["fontname"],
            )  # fmt: skip


def _require_text(pages: Sequence[_Content], name: str) -> None:
    texts = [line.text for page in pages for line in page.lines.lines]
    texts += [sign.text for page in pages for grid in page.grids for cell in grid.signs.values() for sign in cell]
    length = sum(map(len, texts))
    if not length:
        raise ReadError(
            name,
            "PDF 是扫描件，没有文字层；请用识别（OCR）软件转成文字后核对，或向制作单位取得文字版",
            "the PDF is a scan without text; recognise it (OCR) and proofread it, or obtain the version with text",
        )
    unknown = sum(text.count(_NO_CODE) * len(_NO_CODE) for text in texts)
    unknown += sum(_PRIVATE[0] <= sign <= _PRIVATE[1] or sign == "\ufffd" for text in texts for sign in text)
    if unknown > _MAX_WITHOUT_CODE * length:
        raise ReadError(
            name,
            "PDF 的字体没有文字编码，文字取不出来；请由 Word/WPS 重新导出 PDF，或用识别（OCR）软件转成文字",
            "the fonts of the PDF do not say which characters they print; export it from Word or WPS anew, or "
            "recognise it (OCR)",
        )


def _write(flow: FlowBuilder, pages: Sequence[_Content]) -> None:
    prose = without_furniture([page.lines for page in pages])
    layouts = {
        width: Layout.of([page for page in prose if round(page.width) == width])
        for width in {round(page.width) for page in prose}
    }
    before: Line | None = None
    for page, content in zip(prose, pages, strict=True):
        layout = layouts[round(page.width)]
        flow.page()
        new_page = True
        items: list[Line | Grid] = sorted([*page.lines, *content.grids], key=lambda item: item.top)
        for position, item in enumerate(items):
            if isinstance(item, Grid):
                flow.table(item.table())
                before = None
                continue
            if before is not None and layout.goes_on(before, item, new_page=new_page):
                flow.resume(item.text, joint=join(before.text, item.text))
            else:
                after = items[position + 1] if position + 1 < len(items) else None
                alone = not isinstance(after, Line) or not layout.goes_on(item, after, new_page=False)
                flow.paragraph(item.text, heading=alone and layout.is_heading(item))
            before, new_page = item, False
