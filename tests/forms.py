"""The statutory forms filled with figures and printed in the layouts in which they are found."""

from docs.notebooks.invented.printing import (
    ORGANISATIONS,
    TITLES,
    Boxes,
    Figures,
    balanced,
    docx,
    form_label,
    html_table,
    placed,
    proactive_boxes,
    proactive_form,
    remedies,
    remedies_boxes,
    request_form,
    requests_boxes,
)
from tests.documents import office, pdfs

from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import APPLICANTS, REMEDIES, Form

__all__ = [
    "ORGANISATIONS",
    "TITLES",
    "balanced",
    "docx",
    "form_label",
    "html",
    "html_table",
    "pdf",
    "proactive_boxes",
    "proactive_form",
    "proactive_text",
    "remedies",
    "remedies_boxes",
    "remedies_text",
    "report_boxes",
    "request_form",
    "requests_boxes",
    "requests_text",
    "text_report",
    "xlsx",
]

HEAD = "青石县水利局2022年政府信息公开工作年度报告\n\n本报告的统计期限自2022年1月1日起至2022年12月31日止。\n"
OVERVIEW = "本年度按规定开展各项工作。"
PROBLEMS = "存在更新不够及时的问题，今后加以改进。"
OTHER = "本年度未收取信息处理费。"


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
        for row, position, column, height, width in placed(part):
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
    where = placed(boxes)
    across = max(column + width for _, _, column, _, width in where)
    edges = [40 + round(n * 510 / across) for n in range(across + 1)]
    cells = []
    for row, position, column, height, width in where:
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
