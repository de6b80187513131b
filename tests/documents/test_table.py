import pytest
from tests.documents import office

from govdisclosure.documents import read_bytes
from govdisclosure.documents.table import MAX_COLUMNS, columns_of

WIDE = 130


def test_cells_beyond_the_last_column_are_left_out():
    found = list(columns_of([[(1, 1)] * WIDE, [(2, 60), (1, 60), (1, 1)], [(1, 1)] * WIDE]))
    assert max(column + width for _, _, column, _, width in found) == MAX_COLUMNS
    assert [sum(row == n for row, *_ in found) for n in range(3)] == [MAX_COLUMNS, 2, MAX_COLUMNS - 60]


@pytest.mark.parametrize("form", ["html", "docx"])
def test_their_words_stay_in_the_text(form):
    words = [f"c{n}" for n in range(WIDE)]
    if form == "html":
        cells = "".join(f"<td>{word}</td>" for word in words)
        data = f"<html><body><table><tr>{cells}</tr><tr><td>x</td></tr></table></body></html>".encode()
    else:
        data = office.docx(office.table(office.row(*map(office.cell, words)), office.row(office.cell("x"))))
    document = read_bytes(data)
    (table,) = document.tables
    assert max(cell.column for cell in table.cells) == MAX_COLUMNS - 1
    assert words[-1] in document.text
