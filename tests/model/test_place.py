import pytest

from govdisclosure.model.place import Place, SourceMap

# text "甲乙\n丙丁" from the source "<p>甲乙</p>\n<p>丙丁</p>"
MAP = SourceMap((0, 3), (3, 13), (2, 2), (0, 10))


@pytest.mark.parametrize(("offset", "found"), [(0, (1, 4)), (1, (1, 5)), (3, (2, 4)), (4, (2, 5))])
def test_an_offset_leads_to_line_and_column(offset, found):
    assert MAP.line_and_column(offset) == found


def test_what_stands_in_no_run_cannot_be_traced():
    assert MAP.line_and_column(99) == (None, None)
    assert SourceMap().line_and_column(0) == (None, None)
    assert SourceMap().place(1, 2) == Place(start=1, end=2)


def test_a_place_keeps_the_span_and_adds_the_line():
    assert MAP.place(3, 5) == Place(start=3, end=5, line=2, column=4)
