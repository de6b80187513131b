"""Layouts in which the statutory tables are found beside that of the official form; each figure is another number."""

import pytest
from tests import forms

from govdisclosure import api
from govdisclosure.model.count import Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import APPLICANTS, REMEDIES, REQUESTS_2021
from govdisclosure.model.statistics import OddityKind

NEW = Edition.UNIFIED_2021
LABELS = {row.key: f"{row.number}{row.label}" for row in REQUESTS_2021.rows}
COLUMNS = [column.key for column in APPLICANTS]


def three():
    """Table three with the figures of each row told apart from all others; its rows add up."""
    found = {}
    for number, row in enumerate(REQUESTS_2021.rows):
        figures = [number * 10 + step for step in range(6)]
        found |= dict(zip(((row.key, column) for column in COLUMNS), [*figures, sum(figures)], strict=True))
    return found


def two():
    return {cell: 300 + n for n, cell in enumerate(forms.proactive_form(NEW).cells())}


def four():
    return forms.remedies([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])


def printed(figures):
    return {cell: str(value) for cell, value in figures.items()}


def statistics(*, two_="", three_="", four_=""):
    return api.read(forms.text_report(two_, three_, four_)).statistics


def page(*parts):
    body = [forms.HEAD.split("\n")[0], *forms.TITLES[:1], forms.OVERVIEW, *parts, *forms.TITLES[4:]]
    return api.read(forms.html(body)).statistics


def values(grid):
    return {(cell.row, cell.column): cell.count.value for cell in grid} if grid else {}


def rows(joint, edge=""):
    figures = printed(three())
    for row in REQUESTS_2021.rows:
        yield edge + joint.join([LABELS[row.key], *(figures[row.key, column] for column in COLUMNS)]) + edge


UPPER, LOWER = ["自然人", "法人或其他组织", "总计"], [column.label for column in APPLICANTS[1:-1]]


@pytest.mark.parametrize(("joint", "edge"), [(" | ", "|"), ("\t", ""), ("  ", "")], ids=["bars", "tabs", "blanks"])
def test_a_header_of_two_lines_is_read_as_one(joint, edge):
    lines = [edge + joint.join(line) + edge for line in (UPPER, LOWER)]
    assert values(statistics(three_="\n".join([*lines, *rows(joint, edge)])).requests) == three()


@pytest.mark.parametrize("drawn", [3, 5, 9])
def test_a_header_drawn_with_other_widths_than_its_figures(drawn):
    boxes = forms.requests_boxes(REQUESTS_2021, printed(three()))
    boxes[1] = [("自然人", 2, 1), ("法人或其他组织", 1, drawn), ("总计", 2, 1)]
    assert values(page(boxes).requests) == three()


def test_a_table_goes_on_without_its_header():
    boxes = forms.requests_boxes(REQUESTS_2021, printed(three()))
    first, last = boxes[:9], [row[-9:] if len(row) > 9 else row for row in boxes[9:]]
    assert values(page(first, "第 2 页", last).requests) == three()


def test_a_line_with_a_number_of_its_own_keeps_its_figures():
    boxes = [
        [(str(n), 1, 1), *row] for n, row in enumerate(forms.proactive_boxes(forms.proactive_form(NEW), printed(two())))
    ]
    assert values(page(boxes).proactive) == two()


@pytest.mark.parametrize("words", ["约3", "3*", "N/A", "未统计", "0 3"])
@pytest.mark.parametrize("row", ["received", "denied.state_secret", "carried_out"])
def test_words_for_the_first_figure_cost_that_figure_only(words, row):
    boxes = forms.requests_boxes(REQUESTS_2021, printed(three()) | {(row, "natural_person"): words})
    grid = page(boxes).requests
    assert grid[row, "natural_person"].printed is Printed.ILLEGIBLE
    assert grid[row, "natural_person"].text == words
    assert values(grid) == three() | {(row, "natural_person"): None}


def test_an_unknown_row_is_told_and_shifts_nothing():
    boxes = forms.requests_boxes(REQUESTS_2021, printed(three()))
    boxes.insert(6, [("（附）电话咨询数量", 1, 3), *((str(900 + n), 1, 1) for n in range(7))])
    grid = page(boxes).requests
    assert values(grid) == three()
    assert [oddity.kind for oddity in grid.oddities] == [OddityKind.UNKNOWN_ROW]


def test_a_row_printed_twice_with_other_figures_has_no_value():
    boxes = forms.requests_boxes(REQUESTS_2021, printed(three()))
    boxes.insert(5, [(LABELS["received"], 1, 3), *((str(900 + n), 1, 1) for n in range(7))])
    grid = page(boxes).requests
    assert all(grid["received", column].printed is Printed.ILLEGIBLE for column in COLUMNS)
    assert {cell: value for cell, value in values(grid).items() if cell[0] != "received"} == {
        cell: value for cell, value in three().items() if cell[0] != "received"
    }


def test_figures_below_two_labels_are_given_to_neither():
    head = "|".join(["", "", *(column.label for column in APPLICANTS), ""])
    known = ["|" + line + "|" for line in rows("|")]
    text = [head, *known[:8], "5.属于三类内部事务信", "息", "1.本机关不掌握相关政", "府信息", "|80|81|82|83|84|85|495|"]
    found = values(statistics(three_="\n".join(text)).requests)
    assert {cell: value for cell, value in found.items() if three()[cell] != value} == {}
    assert ("unavailable.not_held", "total") not in found


# Table four

RESULTS = [column.label for column in next(iter(REMEDIES.values())).columns]
BLOCKS = [row.label for row in next(iter(REMEDIES.values())).rows]


def blocks():
    figures = list(printed(four()).values())
    return [figures[n : n + 5] for n in (0, 5, 10)]


def boxes(*lines):
    return [[(text, 1, 1) for text in line] for line in lines]


NAMED = tuple(zip(BLOCKS, blocks(), strict=True))
FOURS = {
    "a line a block": [boxes(["", *RESULTS], *([name, *line] for name, line in NAMED))],
    "a table a block": [part for name, line in NAMED for part in (name, boxes(RESULTS, line))],
    "blocks one below another": [[row for name, line in NAMED for row in ([(name, 1, 5)], *boxes(RESULTS, line))]],
    "results one below another": [
        [
            [*([(name, 5, 1)] if n == 0 else []), (result, 1, 1), (line[n], 1, 1)]
            for name, line in NAMED
            for n, result in enumerate(RESULTS)
        ]
    ],
    "a column a block": [
        boxes(["", *BLOCKS], *([result, *(line[n] for _, line in NAMED)] for n, result in enumerate(RESULTS)))
    ],
}


@pytest.mark.parametrize("name", FOURS)
def test_table_four_in_other_shapes(name):
    assert values(page(*FOURS[name]).remedies) == four()


@pytest.mark.parametrize("odd", ["约3", "", "71 3"])
def test_a_line_of_table_four_without_a_plain_figure_is_still_that_of_its_block(odd):
    lines = boxes(
        ["", *RESULTS], *([name, *[odd] * 5] if n == 1 else [name, *line] for n, (name, line) in enumerate(NAMED))
    )
    grid = page(lines).remedies
    assert {grid["litigation_direct", column].text for column in grid.form.rows[1].columns} == {odd}
    assert {cell: value for cell, value in values(grid).items() if value is not None} == {
        cell: value for cell, value in four().items() if cell[0] != "litigation_direct"
    }


def test_of_two_lines_of_table_four_the_years_is_read():
    whole = forms.remedies_boxes(printed(four()))
    zero = [[("上年", 1, 1), *(("0", 1, 1) for _ in range(15))]]
    lines = [[("", 2, 1), *whole[0]], whole[1], [("", 1, 1), *whole[2]], *zero, [("本年", 1, 1), *whole[3]]]
    assert values(page(lines).remedies) == four()


def test_of_two_lines_of_table_four_that_nothing_tells_apart_none_is_read():
    whole = forms.remedies_boxes(printed(four()))
    assert page([*whole, [("0", 1, 1)] * 15]).remedies is None


def test_table_two_turned_on_its_side():
    lines = [
        [("第二十条第（一）项", 1, 3)],
        *boxes(["信息内容", "规章", "行政规范性文件"], ["本年制发件数", "300", "303"], ["本年废止件数", "301", "304"]),
        *boxes(["现行有效件数", "302", "305"]),
        [("第二十条第（六）项", 1, 3)],
        *boxes(["信息内容", "行政处罚", "行政强制"], ["本年处理决定数量", "307", "308"]),
    ]
    found = values(page(lines).proactive)
    assert found == {cell: value for cell, value in two().items() if cell[0] not in {"licences", "fees"}}


def test_a_block_under_headings_that_are_not_known_takes_none_from_the_block_above():
    lines = [
        *boxes(["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "1", "2", "3"]),
        [("第二十条第（五）项", 1, 4)],
        *boxes(["信息内容", "甲", "乙", "丙"], ["行政许可", "8", "5", "93"]),
    ]
    assert set(values(page(lines).proactive)) == {("rules", "issued"), ("rules", "repealed"), ("rules", "in_force")}


# Text of crawlers


def barred(line, *, own_line):
    return "".join(f"{cell}\n|\n" if own_line else f"{cell} |\n" for cell in line)


@pytest.mark.parametrize("own_line", [True, False])
def test_cells_that_end_at_a_bar(own_line):
    figures = printed(three())
    figures["granted", "research"] = figures["received", "commercial"] = ""
    text = barred([*UPPER, *LOWER], own_line=own_line)
    for row in REQUESTS_2021.rows:
        text += barred([LABELS[row.key], *(figures[row.key, column] for column in COLUMNS)], own_line=own_line)
        text += "" if own_line else "||\n"
    grid = statistics(three_=text).requests
    blank = [(cell.row, cell.column) for cell in grid if cell.count.printed is Printed.BLANK]
    assert blank == [("received", "commercial"), ("granted", "research")]
    assert values(grid) == three() | dict.fromkeys(blank)


def test_cells_that_a_crawler_dropped_leave_the_row_unread():
    text = barred([*UPPER, *LOWER], own_line=False)
    for row in REQUESTS_2021.rows:
        text += barred([LABELS[row.key], "3", "3"], own_line=False) + "||||||\n"
    grid = statistics(three_=text).requests
    assert {cell.count.printed for cell in grid} == {Printed.ILLEGIBLE}


def test_labels_whose_figures_stand_elsewhere_are_not_blank():
    text = "信息内容\n本年处理决定数量\n行政处罚\n行政强制\n17305\n41\n"
    head = "信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n1\n2\n3\n"
    found = statistics(two_=head + text).proactive
    assert found["penalties", "decisions"].printed is not Printed.BLANK
    assert found["penalties", "decisions"].value is None


def test_a_column_of_units_tells_nothing_of_the_row():
    boxes = forms.requests_boxes(REQUESTS_2021, printed(three()))
    boxes = [[*row[:-7], ("件" if n > 2 else "单位", 1, 1), *row[-7:]] for n, row in enumerate(boxes)]
    assert values(page(boxes).requests) == three()


@pytest.mark.parametrize(
    "picture", ["<img src='5.png'>", "<input value='5'>", "8<sup>1</sup>", "<table><tr><td>5</table>"]
)
def test_what_is_no_text_is_neither_blank_nor_a_figure(picture):
    figures = printed(three()) | {("received", "total"): picture}
    cell = page(forms.requests_boxes(REQUESTS_2021, figures)).requests["received", "total"]
    assert cell.printed is Printed.ILLEGIBLE


def test_a_blank_before_the_figures_of_an_aligned_table_is_a_cell():
    boxes = forms.requests_boxes(REQUESTS_2021, printed(three()))
    last = [[row[-8], ("", 1, 1), *row[-7:]] for row in boxes[9:]]
    last[3] = [last[3][0], ("", 1, 1), *last[3][1:-1]]
    requests = page(boxes[:9], "第 2 页", last).requests
    assert {cell: value for cell, value in values(requests).items() if value not in {None, three()[cell]}} == {}


def test_a_row_of_another_form_is_named_by_that_form():
    boxes = forms.proactive_boxes(forms.proactive_form(NEW), printed(two()))
    boxes += [
        [("信息内容", 1, 1), ("采购项目数量", 1, 1), ("采购总金额", 1, 1)],
        [("政府集中采购", 1, 1), ("3", 1, 1), ("-3", 1, 1)],
    ]
    odd = [one.label for one in page(boxes).proactive.oddities if one.kind is OddityKind.OTHER_FORM]
    assert odd == ["政府集中采购"]


@pytest.mark.parametrize("print_as", [forms.html, forms.docx])
@pytest.mark.parametrize("change", ["one too few", "one too many"])
def test_a_row_with_a_cell_too_few_or_too_many_is_not_shifted(print_as, change):
    boxes, last = forms.requests_boxes(REQUESTS_2021, printed(three())), forms.remedies_boxes(printed(four()))
    rows = [boxes[3], boxes[5], last[-1]]
    for row in rows:
        at = len(row) - 7 if row is not last[-1] else 5
        if change == "one too few":
            del row[at]
        else:
            row.insert(at, ("77", 1, 1))
    head = [forms.HEAD.split("\n")[0], forms.TITLES[0], forms.OVERVIEW, forms.TITLES[2]]
    found = api.read(print_as([*head, boxes, forms.TITLES[3], last, *forms.TITLES[4:]])).statistics
    for grid, truth in ((found.requests, three()), (found.remedies, four())):
        assert {cell: value for cell, value in values(grid).items() if value not in {None, truth[cell]}} == {}
    assert found.requests["carried_out", "total"].value == three()["carried_out", "total"]
