"""The statutory forms filled with figures, as the boxes of their tables and as they are printed to pages and files."""

from collections.abc import Callable, Mapping

from govdisclosure.documents.table import columns_of
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import (
    ANNEX,
    APPLICANTS,
    PROACTIVE_2019,
    PROACTIVE_2021,
    REMEDIES,
    REQUESTS_2019,
    REQUESTS_2021,
    Form,
    Row,
)

from . import word

__all__ = [
    "ORGANISATIONS",
    "TITLES",
    "Boxes",
    "Figures",
    "annex_boxes",
    "balanced",
    "docx",
    "form_label",
    "html_table",
    "placed",
    "proactive_boxes",
    "proactive_form",
    "remedies",
    "remedies_boxes",
    "request_form",
    "requests_boxes",
]

Figures = Mapping[tuple[str, str], str]
Boxes = list[list[tuple[str, int, int]]]
"""A table: rows of (text, rows that it reaches over, columns)."""

TITLES = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)
ORGANISATIONS = "法人或其他组织"
_BALANCE = ("received", "carried_in", "total", "carried_out")


def balanced(
    form: Form, leaf: Callable[[str, str], int], carried: Callable[[str], tuple[int, int]]
) -> dict[tuple[str, str], int]:
    """Table three with every sum right: ``leaf`` gives the results, ``carried`` what came in and went out a column."""
    found: dict[tuple[str, str], int] = {}
    applicants = [column.key for column in form.columns if column.key != "total"]
    results = [row.key for row in form.rows if row.key not in _BALANCE]
    for column in applicants:
        for key in results:
            found[key, column] = leaf(key, column)
        found["total", column] = sum(found[key, column] for key in results)
        carried_in, carried_out = carried(column)
        carried_in = min(carried_in, found["total", column] + carried_out)
        found["carried_in", column], found["carried_out", column] = carried_in, carried_out
        found["received", column] = found["total", column] + carried_out - carried_in
    for row in form.rows:
        found[row.key, "total"] = sum(found[row.key, column] for column in applicants)
    return found


def remedies(values: list[int]) -> dict[tuple[str, str], int]:
    """Table four with its sums right, from twelve results."""
    found: dict[tuple[str, str], int] = {}
    for number, row in enumerate(next(iter(REMEDIES.values())).rows):
        block = values[number * 4 : number * 4 + 4]
        found |= {(row.key, column): value for column, value in zip(row.columns[:4], block, strict=True)}
        found[row.key, "total"] = sum(block)
    return found


def request_form(edition: Edition) -> Form:
    """Table three of an edition."""
    return REQUESTS_2021 if edition is Edition.UNIFIED_2021 else REQUESTS_2019


def proactive_form(edition: Edition) -> Form:
    """Table two of an edition."""
    return PROACTIVE_2021 if edition is Edition.UNIFIED_2021 else PROACTIVE_2019


# The boxes of the official form: rows of (text, rowspan, colspan)


def requests_boxes(form: Form, figures: Figures) -> Boxes:
    """Table three as the official form draws it."""
    relation = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    rows = [
        [(relation, 3, 3), ("申请人情况", 1, 7)],
        [("自然人", 2, 1), (ORGANISATIONS, 1, 5), ("总计", 2, 1)],
        [(column.label, 1, 1) for column in APPLICANTS[1:-1]],
    ]
    inside = [row for row in form.rows if row.key not in {"received", "carried_in", "carried_out"}]
    groups = [row.group for row in inside]
    for row in form.rows:
        lead = []
        if row is inside[0]:
            lead.append(("三、本年度办理结果", len(inside), 1))
        if row.group and groups.index(row.group) == inside.index(row):
            lead.append((f"（{_number(row.group)}）{row.group}", groups.count(row.group), 1))
        width = 3 if row not in inside else 1 if row.group else 2
        lead.append((f"{row.number}{row.label}", 1, width))
        rows.append([*lead, *((figures[row.key, column.key], 1, 1) for column in APPLICANTS)])
    return rows


def _number(group: str) -> str:
    return "三四五六"[["不予公开", "无法提供", "不予处理", "其他处理"].index(group)]


def remedies_boxes(figures: Figures) -> Boxes:
    """Table four as the official form draws it."""
    form = next(iter(REMEDIES.values()))
    return [
        [("行政复议", 2, 5), ("行政诉讼", 1, 10)],
        [("未经复议直接起诉", 1, 5), ("复议后起诉", 1, 5)],
        [(column.label, 1, 1) for _ in range(3) for column in form.columns],
        [(figures[cell], 1, 1) for cell in form.cells()],
    ]


def proactive_boxes(form: Form, figures: Figures) -> Boxes:
    """Table two as the official form draws it."""
    width = 1 + max(len(row.columns) for row in form.rows)
    rows, group = [], ""
    for row in form.rows:
        if row.group != group:
            group = row.group or ""
            head = [(form_label(form, row.key, key), 1, 1) for key in row.columns]
            rows += [[(group, 1, width)], [("信息内容", 1, 1), *head]]
        rows.append([(row.label, 1, 1), *((figures[row.key, column], 1, 1) for column in row.columns)])
    return rows


def annex_boxes(figures: Figures) -> Boxes:
    """The statistics annex of 2014 to 2018: a row for each count that has a figure, with its unit."""
    boxes: Boxes = [[("统计指标", 1, 1), ("单位", 1, 1), ("统计数", 1, 1)]]
    boxes += [
        [(row.label, 1, 1), (_unit(row), 1, 1), (figures[row.key, "year"], 1, 1)]
        for row in ANNEX.rows
        if (row.key, "year") in figures
    ]
    return boxes


def _unit(row: Row) -> str:
    units = {"published": "条", "channel": "条", "fees": "万元", "staff": "个", "meetings": "次", "trainings": "次"}
    people = {"staff.people", "staff.full_time", "staff.part_time", "trained"}
    return "人" if row.key in people else units.get(row.key.partition(".")[0], "件")


def form_label(form: Form, row: str, column: str) -> str:
    """The label of the column of a cell."""
    if (row, column) not in form:
        raise KeyError((row, column))
    return form.column(column).label


def html_table(boxes: Boxes) -> str:
    """A table of a page."""
    return "<table>" + "".join(f"<tr>{''.join(_html_cell(*box) for box in row)}</tr>" for row in boxes) + "</table>"


def _html_cell(text: str, rows: int, columns: int) -> str:
    spans = (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{columns}"' if columns > 1 else "")
    return f"<td{spans}><p>{text}</p></td>"


def docx(parts: list[str | Boxes]) -> bytes:
    """A file of a word processor."""
    return word.docx("".join(word.paragraph(p) if isinstance(p, str) else _docx_table(p) for p in parts))


def _docx_table(boxes: Boxes) -> str:
    rows = []
    for cells in _resolved(boxes):
        written = []
        for text, width, place in cells:
            merged = {"first": '<w:vMerge w:val="restart"/>', "below": "<w:vMerge/>", "": ""}[place]
            written.append(word.cell(text, f'<w:gridSpan w:val="{width}"/>{merged}'))
        rows.append(word.row(*written))
    return word.table(*rows)


def _resolved(boxes: Boxes) -> list[list[tuple[str, int, str]]]:
    """For each row, its cells from left to right as (text, width, first / below / nothing), merged ones in each row."""
    found: list[dict[int, tuple[str, int, str]]] = [{} for _ in boxes]
    for row, position, column, height, width in placed(boxes):
        text = boxes[row][position][0]
        found[row][column] = (text, width, "first" if height > 1 else "")
        found_below = {column: ("", width, "below")}
        for below in range(row + 1, row + height):
            found[below] |= found_below
    return [[cells[column] for column in sorted(cells)] for cells in found]


def placed(boxes: Boxes) -> list[tuple[int, int, int, int, int]]:
    """Each box as (row, position in the row, column, rows, columns)."""
    return list(columns_of([[(rows, columns) for _, rows, columns in row] for row in boxes]))
