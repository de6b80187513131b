import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.extraction.tables.runs import split_run


def words(text, count):
    spans = split_run(text, count).spans
    return None if spans is None else [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "count", "expected"),
    [
        ("1 2 3", 3, ["1", "2", "3"]),
        ("\n1\n\n2\n3\n", 3, ["1", "2", "3"]),
        ("1,204 / —", 3, ["1,204", "/", "—"]),
        ("1 2 3\n4\n", 3, ["1", "2", "3"]),  # a page number on a line of its own
        ("第4页 共6页\n1 2 3", 3, ["1", "2", "3"]),
        ("- 5 -", 3, ["-", "5", "-"]),  # the figures of the row, right behind its label
        ("\n- 5 -\n", 3, None),  # or the foot of the page
        ("0/31", 7, None),
        ("0000000", 7, list("0000000")),
        ("7000007", 7, list("7000007")),
        ("23 0 00 0 023", 7, ["23", "0", "0", "0", "0", "0", "23"]),
        ("///", 3, ["/", "/", "/"]),
        ("447228", 1, ["447228"]),
        (" \n ", 3, []),
        ("1 2", 3, None),
        ("1 2\n3", 3, None),  # a lost figure and a page number make three
        ("1 2 3 4", 3, None),
        ("0 0 0 0 0 22", 7, None),  # one was lost: 22 is not 2 and 2
        ("500000 5", 7, list("5000005")),  # hardly a joint is left
        ("713000074", 7, None),
        ("230 000023", 7, None),
        ("898989", 3, None),
        ("约30 1 2", 3, None),
        ("1 " * 300, 7, None),
    ],
)
def test_figures_are_told_apart_in_one_way_or_not_at_all(text, count, expected):
    assert words(text, count) == expected


@given(st.lists(st.integers(0, 12), min_size=1, max_size=15))
def test_what_touches_is_cut_right_or_not_at_all(numbers):
    printed = [str(number) for number in numbers]
    assert words("".join(printed), len(printed)) in (printed, None)


@given(st.text("0123456789,./- \n一", max_size=60), st.integers(1, 15))
def test_there_are_as_many_figures_as_cells_or_none(text, count):
    spans = split_run(text, count).spans
    assert spans is None or len(spans) in {0, count}
