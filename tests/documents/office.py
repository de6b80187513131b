"""Office files written by hand, so that each holds what a test is about and nothing else."""

import struct
from xml.sax.saxutils import escape

from docs.notebooks.invented.word import (
    HEAD,
    PACKAGE,
    RELATIONS,
    WORD,
    cell,
    docx,
    paragraph,
    relations,
    row,
    run,
    table,
    zipped,
)

__all__ = [
    "SHEET",
    "WORD",
    "cell",
    "compound",
    "docx",
    "paragraph",
    "row",
    "run",
    "sheet_xml",
    "table",
    "workbook_stream",
    "xlsx",
    "zipped",
]


SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def reference(row_number, column):
    letters = ""
    while True:
        letters = chr(65 + column % 26) + letters
        column = column // 26 - 1
        if column < 0:
            return f"{letters}{row_number}"


def sheet_xml(rows, merges=(), more=""):
    written = []
    for number, values in enumerate(rows, 1):
        cells = []
        for column, value in enumerate(values):
            place = reference(number, column)
            if isinstance(value, str) and value:
                cells.append(f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>')
            elif isinstance(value, tuple):
                cells.append(f'<c r="{place}" s="{value[1]}"><v>{value[0]}</v></c>')
            elif value not in ("", None):
                cells.append(f'<c r="{place}"><v>{value}</v></c>')
        written.append(f'<row r="{number}">{"".join(cells)}</row>')
    boxes = "".join(f'<mergeCell ref="{box}"/>' for box in merges)
    boxes = f"<mergeCells>{boxes}</mergeCells>" if boxes else ""
    return f'{HEAD}<worksheet xmlns="{SHEET}"><sheetData>{"".join(written)}{more}</sheetData>{boxes}</worksheet>'


def xlsx(*sheets, hidden=(), strings="", **members):
    """A workbook of these sheets, each the XML of its part; the second format of cells is a date."""
    names = [f"sheet{number}" for number in range(1, len(sheets) + 1)]
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="s{number}" '
        f'state="{"hidden" if name in hidden else "visible"}"/>'
        for number, name in enumerate(names, 1)
    )
    related = "".join(
        f'<Relationship Id="s{number}" Type="{RELATIONS}/worksheet" Target="worksheets/{name}.xml"/>'
        for number, name in enumerate(names, 1)
    )
    for kind, target in (("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")):
        related += f'<Relationship Id="{kind}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
    parts = {
        "_rels/.rels": relations(officeDocument="xl/workbook.xml"),
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{SHEET}" xmlns:r="{RELATIONS}">'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}">{related}</Relationships>',
        "xl/styles.xml": f'{HEAD}<styleSheet xmlns="{SHEET}"><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{SHEET}">{strings}</sst>',
    }
    parts |= {f"xl/worksheets/{name}.xml": content for name, content in zip(names, sheets, strict=True)}
    return zipped(parts | members)


def compound(**streams):
    """A compound file with these streams, each made long enough to stand in sectors of its own."""
    size, cutoff = 512, 4_096
    streams = {name.replace("_", " "): data.ljust(cutoff, b"\x00") for name, data in streams.items()}
    sectors, table, starts = [], [], {}
    for name, data in streams.items():
        starts[name] = len(sectors)
        pieces = [data[at : at + size].ljust(size, b"\x00") for at in range(0, len(data), size)]
        sectors += pieces
        table += [*range(starts[name] + 1, len(sectors)), 0xFFFFFFFE]
    entries = [_entry("Root Entry", 5, (0xFFFFFFFE, 0), child=1 if streams else 0xFFFFFFFF)]
    for number, (name, data) in enumerate(streams.items(), 1):
        right = number + 1 if number < len(streams) else 0xFFFFFFFF
        entries.append(_entry(name, 2, (starts[name], len(data)), right=right))
    directory = len(sectors)
    listed = b"".join(entries)
    pieces = [listed[at : at + size].ljust(size, b"\x00") for at in range(0, len(listed), size)]
    sectors += pieces
    table += [*range(directory + 1, len(sectors)), 0xFFFFFFFE]
    count = 1
    while (len(table) + count) * 4 > count * size:
        count += 1
    first = len(sectors)
    table += [0xFFFFFFFD] * count
    packed = struct.pack(f"<{len(table)}I", *table).ljust(count * size, b"\xff")
    sectors += [packed[at : at + size] for at in range(0, len(packed), size)]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, count, directory, 0, cutoff, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    listed_tables = [*range(first, first + count)] + [0xFFFFFFFF] * (109 - count)
    return head + struct.pack("<109I", *listed_tables) + b"".join(sectors)


def _entry(name, kind, place, *, right=0xFFFFFFFF, child=0xFFFFFFFF):
    written = (name + "\x00").encode("utf-16-le")
    return (
        written.ljust(64, b"\x00")
        + struct.pack("<HBBIII", len(written), kind, 1, 0xFFFFFFFF, right, child)
        + bytes(36)
        + struct.pack("<III", *place, 0)
    )


def workbook_stream(cells, merges=()):
    """The stream of a workbook of the old kind, with numbers and texts by row and column."""
    texts = list(dict.fromkeys(value for value in cells.values() if isinstance(value, str)))
    strings = b"".join(struct.pack("<HB", len(text), 1) + text.encode("utf-16-le") for text in texts)
    name = "表".encode("utf-16-le")
    book = _record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0))
    shared = _record(0x00FC, struct.pack("<II", len(texts), len(texts)) + strings)
    length = len(book) + 4 + 8 + len(name) + len(shared) + 4
    listed = _record(0x0085, struct.pack("<IHBB", length, 0, 1, 1) + name)
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 0))
    for (row_number, column), value in cells.items():
        if isinstance(value, str):
            sheet += _record(0x00FD, struct.pack("<HHHI", row_number, column, 0, texts.index(value)))
        else:
            sheet += _record(0x0203, struct.pack("<HHHd", row_number, column, 0, value))
    if merges:
        boxes = b"".join(struct.pack("<HHHH", *box) for box in merges)
        sheet += _record(0x00E5, struct.pack("<H", len(merges)) + boxes)
    return book + listed + shared + _record(0x000A, b"") + sheet + _record(0x000A, b"")


def _record(kind, data):
    return struct.pack("<HH", kind, len(data)) + data
