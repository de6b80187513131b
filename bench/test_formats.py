"""Reading each format beside what its library takes for the text and the cells of tables alone.

Run with ``pytest bench --benchmark-only``.
"""

import io
import zipfile

import pdfplumber
import pytest
from lxml import etree
from python_calamine import CalamineWorkbook
from tests.documents.office import WORD, docx, paragraph, row, sheet_xml, table, xlsx
from tests.documents.pdfs import Drawing, grid, pdf, prose

from govdisclosure.documents import read_bytes

PARAGRAPHS = 60
ROWS, COLUMNS = 28, 10
SENTENCE = "全年办理来信，申请人均为本县居民，已按期答复，没有延期的情况。"
CELLS = [
    [f"{row}行{column}列" if column == 0 else str(row * column) for column in range(COLUMNS)] for row in range(ROWS)
]


def printed():
    drawings = []
    for _ in range(3):
        drawing = Drawing()
        prose(drawing, 80, ["\u3000\u3000" + SENTENCE[:26], SENTENCE[:28]] * 12)
        drawings.append(drawing)
    drawing = Drawing()
    columns, rows = [60 + 48 * column for column in range(COLUMNS + 1)], [80 + 24 * row for row in range(ROWS + 1)]
    cells = [(row, column, 1, 1, CELLS[row][column]) for row in range(ROWS) for column in range(COLUMNS)]
    return pdf(*drawings, grid(drawing, columns, rows, cells, 8))


FILES = {
    "docx": docx("".join(paragraph(SENTENCE) for _ in range(PARAGRAPHS)) + table(*(row(*cells) for cells in CELLS))),
    "xlsx": xlsx(sheet_xml([[SENTENCE]] * PARAGRAPHS + [[]] + CELLS)),
    "pdf": printed(),
}


def plain_docx(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    word = f"{{{WORD}}}"
    texts = ["".join(one.text or "" for one in each.iter(f"{word}t")) for each in root.iter(f"{word}p")]
    cells = [
        ["".join(one.text or "" for one in cell.iter(f"{word}t")) for cell in line.iter(f"{word}tc")]
        for line in root.iter(f"{word}tr")
    ]
    return texts, cells


def plain_xlsx(data):
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = [workbook.get_sheet_by_name(name) for name in workbook.sheet_names]
    return [(sheet.to_python(), sheet.merged_cell_ranges) for sheet in sheets]


def plain_pdf(data):
    with pdfplumber.open(io.BytesIO(data)) as document:
        return [(one.extract_text(), one.extract_tables()) for one in document.pages]


PLAINLY = {"docx": plain_docx, "xlsx": plain_xlsx, "pdf": plain_pdf}


@pytest.mark.parametrize("name", FILES)
def test_yardstick(timed, name):
    assert timed(name, "yardstick", lambda: PLAINLY[name](FILES[name]))


@pytest.mark.parametrize("name", FILES)
def test_read(timed, name):
    assert timed(name, "read", lambda: read_bytes(FILES[name])).text
