"""The statutory forms filled with figures and printed in the layouts in which they are found."""

from collections.abc import Callable, Mapping

from tests.documents import office, pdfs

from govdisclosure.documents.table import columns_of
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import (
    APPLICANTS,
    PROACTIVE_2019,
    PROACTIVE_2021,
    REMEDIES,
    REQUESTS_2019,
    REQUESTS_2021,
    Form,
)

Figures = Mapping[tuple[str, str], str]
Boxes = list[list[tuple[str, int, int]]]

HEAD = "青石县水利局2022年政府信息公开工作年度报告\n\n本报告的统计期限自2022年1月1日起至2022年12月31日止。\n"
TITLES = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)
OVERVIEW = "本年度按规定开展各项工作。"
PROBLEMS = "存在更新不够及时的问题，今后加以改进。"
OTHER = "本年度未收取信息处理费。"
_BALANCE = ("received", "carried_in", "total", "carried_out")
_ORGANISATIONS = "法人或其他组织"


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
    found = {}
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
        [("自然人", 2, 1), (_ORGANISATIONS, 1, 5), ("总计", 2, 1)],
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


# A report of six sections, printed to each format


def report_boxes(edition: Edition, two: Figures, three: Figures, four: Figures) -> list[str | Boxes]:
    """A report as paragraphs and tables."""
    tables = (
        proactive_boxes(proactive_form(edition), two),
        requests_boxes(request_form(edition), three),
        remedies_boxes(four),
    )
    bodies = (OVERVIEW, *tables, PROBLEMS, OTHER)
    head = [line for line in HEAD.split("\n") if line]
    return [*head, *(part for pair in zip(TITLES, bodies, strict=True) for part in pair)]


def html(parts: list[str | Boxes]) -> bytes:
    """A page."""
    body = "".join(f"<p>{part}</p>" if isinstance(part, str) else html_table(part) for part in parts)
    return f"<html><body><div class='TRS_Editor'>{body}</div></body></html>".encode()


def html_table(boxes: Boxes) -> str:
    """A table of a page."""
    return "<table>" + "".join(f"<tr>{''.join(_html_cell(*box) for box in row)}</tr>" for row in boxes) + "</table>"


def _html_cell(text: str, rows: int, columns: int) -> str:
    spans = (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{columns}"' if columns > 1 else "")
    return f"<td{spans}><p>{text}</p></td>"


def docx(parts: list[str | Boxes]) -> bytes:
    """A file of a word processor."""
    return office.docx("".join(office.paragraph(p) if isinstance(p, str) else _docx_table(p) for p in parts))


def _docx_table(boxes: Boxes) -> str:
    rows = []
    for cells in _resolved(boxes):
        written = []
        for text, width, place in cells:
            merged = {"first": '<w:vMerge w:val="restart"/>', "below": "<w:vMerge/>", "": ""}[place]
            written.append(office.cell(text, f'<w:gridSpan w:val="{width}"/>{merged}'))
        rows.append(office.row(*written))
    return office.table(*rows)


def _resolved(boxes: Boxes) -> list[list[tuple[str, int, str]]]:
    """For each row, its cells from left to right as (text, width, first / below / nothing), merged ones in each row."""
    found: list[dict[int, tuple[str, int, str]]] = [{} for _ in boxes]
    for row, position, column, height, width in _placed(boxes):
        text = boxes[row][position][0]
        found[row][column] = (text, width, "first" if height > 1 else "")
        found_below = {column: ("", width, "below")}
        for below in range(row + 1, row + height):
            found[below] |= found_below
    return [[cells[column] for column in sorted(cells)] for cells in found]


def _placed(boxes: Boxes) -> list[tuple[int, int, int, int, int]]:
    return list(columns_of([[(rows, columns) for _, rows, columns in row] for row in boxes]))


def xlsx(parts: list[str | Boxes]) -> bytes:
    """A workbook with the report on one sheet."""
    rows: list[list[object]] = []
    merges = []
    for part in parts:
        if isinstance(part, str):
            rows.append([part])
            continue
        first = len(rows)
        rows += [[None] * 15 for _ in part]
        for row, position, column, height, width in _placed(part):
            text = part[row][position][0]
            rows[first + row][column] = int(text) if text.lstrip("-").isdigit() else text
            if height > 1 or width > 1:
                corner = office.reference(first + row + height, column + width - 1)
                merges.append(f"{office.reference(first + row + 1, column)}:{corner}")
    return office.xlsx(office.sheet_xml(rows, merges))


def pdf(parts: list[str | Boxes]) -> bytes:
    """A file of pages, a table broken where its page ends."""
    pages = [pdfs.Drawing()]
    top = 60
    for part in parts:
        if isinstance(part, str):
            pages[-1].text(pdfs.MARGIN, top, part, 12)
            top += 30
            continue
        done = 0
        while done < len(part):
            if top + _TALL > _BOTTOM:
                pages.append(pdfs.Drawing())
                top = 60
            fit = min(len(part) - done, (_BOTTOM - top) // _TALL)
            _draw(pages[-1], part, done, done + fit, top)
            top += fit * _TALL + 20
            done += fit
    return pdfs.pdf(*pages)


_TALL, _BOTTOM = 36, 790


def _draw(page: pdfs.Drawing, boxes: Boxes, first: int, last: int, top: int) -> None:
    """The rows of a table that fit on a page; a cell that reaches over the end is cut there."""
    placed = _placed(boxes)
    across = max(column + width for _, _, column, _, width in placed)
    edges = [40 + round(n * 510 / across) for n in range(across + 1)]
    cells = []
    for row, position, column, height, width in placed:
        begin, end = max(row, first), min(row + height, last)
        if begin < end:
            text = boxes[row][position][0] if row >= first else ""
            cells.append(
                (begin - first, column, end - begin, width, _wrapped(text, edges[column + width] - edges[column]))
            )
    pdfs.grid(page, edges, [top + n * _TALL for n in range(last - first + 1)], cells, size=5)


def _wrapped(text: str, width: int) -> str:
    room = max(1, (width - 4) // 5)
    return "\n".join(text[n : n + room] for n in range(0, len(text), room))


def form_label(form: Form, row: str, column: str) -> str:
    """The label of the column of a cell."""
    assert (row, column) in form
    return form.column(column).label


# Text, as it is copied out of a page


def text_report(two: str, three: str, four: str) -> bytes:
    """A text with the six sections and three tables."""
    bodies = (OVERVIEW, two, three, four, PROBLEMS, OTHER)
    return (HEAD + "\n".join(f"{title}\n{body}" for title, body in zip(TITLES, bodies, strict=True))).encode()


def requests_text(form: Form, figures: Figures, joint: str, *, after_label: str | None = None, edge: str = "") -> str:
    """Table three line by line, its cells parted by ``joint``."""
    head = joint.join(["申请人情况", *(column.label for column in APPLICANTS)])
    lines = [edge + head + edge]
    group = None
    for row in form.rows:
        if row.key == "granted":
            lines.append("三、本年度办理结果")
        if row.group and row.group != group:
            number = "三四五六"[["不予公开", "无法提供", "不予处理", "其他处理"].index(row.group)]
            lines.append(f"（{number}）{row.group}")
        group = row.group
        cells = joint.join(figures[row.key, column.key] for column in APPLICANTS)
        lines.append(edge + row.number + row.label + (joint if after_label is None else after_label) + cells + edge)
    return "\n".join(lines)


def remedies_text(figures: Figures, joint: str) -> str:
    """Table four line by line."""
    form = next(iter(REMEDIES.values()))
    head = joint.join(column.label for _ in range(3) for column in form.columns)
    figure = joint.join(figures[cell] for cell in form.cells())
    return f"行政复议{joint}行政诉讼\n未经复议直接起诉{joint}复议后起诉\n{head}\n{figure}"


def proactive_text(form: Form, figures: Figures, joint: str) -> str:
    """Table two line by line."""
    lines, group = [], ""
    for row in form.rows:
        if row.group != group:
            group = row.group or ""
            head = joint.join(form_label(form, row.key, key) for key in row.columns)
            lines += [group, f"信息内容{joint}{head}"]
        lines.append(joint.join([row.label, *(figures[row.key, column] for column in row.columns)]))
    return "\n".join(lines)
