"""The statutory forms filled with figures and printed in the layouts in which they are found."""

from collections.abc import Callable, Mapping

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


# HTML, with the spans of the official form


def _cell(text: str, rows: int = 1, columns: int = 1) -> str:
    spans = (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{columns}"' if columns > 1 else "")
    return f"<td{spans}><p>{text}</p></td>"


def requests_html(form: Form, figures: Figures) -> str:
    """Table three as the official form draws it."""
    relation = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    rows = [
        _cell(relation, 3, 3) + _cell("申请人情况", 1, 7),
        _cell("自然人", 2) + _cell(_ORGANISATIONS, 1, 5) + _cell("总计", 2),
        "".join(_cell(column.label) for column in APPLICANTS[1:-1]),
    ]
    inside = [row for row in form.rows if row.key not in {"received", "carried_in", "carried_out"}]
    groups = [row.group for row in inside]
    for row in form.rows:
        cells = [figures[row.key, column.key] for column in APPLICANTS]
        lead = ""
        if row in inside and row is inside[0]:
            lead += _cell("三、本年度办理结果", len(inside))
        if row.group and groups.index(row.group) == inside.index(row):
            number = "三四五六"[["不予公开", "无法提供", "不予处理", "其他处理"].index(row.group)]
            lead += _cell(f"（{number}）{row.group}", groups.count(row.group))
        width = 3 if row not in inside else 1 if row.group else 2
        lead += _cell(f"{row.number}{row.label}", 1, width)
        rows.append(lead + "".join(_cell(figure) for figure in cells))
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def remedies_html(figures: Figures) -> str:
    """Table four as the official form draws it."""
    form = next(iter(REMEDIES.values()))
    first = _cell("行政复议", 2, 5) + _cell("行政诉讼", 1, 10)
    second = _cell("未经复议直接起诉", 1, 5) + _cell("复议后起诉", 1, 5)
    third = "".join(_cell(column.label) for _ in range(3) for column in form.columns)
    last = "".join(_cell(figures[cell]) for cell in form.cells())
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in (first, second, third, last)) + "</table>"


def proactive_html(form: Form, figures: Figures) -> str:
    """Table two as the official form draws it."""
    width = 1 + max(len(row.columns) for row in form.rows)
    rows, group = [], ""
    for row in form.rows:
        if row.group != group:
            group = row.group or ""
            head = "".join(_cell(form_label(form, row.key, key)) for key in row.columns)
            rows += [_cell(group, 1, width), _cell("信息内容") + head]
        rows.append(_cell(row.label) + "".join(_cell(figures[row.key, column]) for column in row.columns))
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def form_label(form: Form, row: str, column: str) -> str:
    """The label of the column of a cell."""
    assert (row, column) in form
    return form.column(column).label


def page(two: str, three: str, four: str) -> bytes:
    """A page with the six sections and three tables."""
    head = "".join(f"<p>{line}</p>" for line in HEAD.split("\n"))
    bodies = (f"<p>{OVERVIEW}</p>", two, three, four, f"<p>{PROBLEMS}</p>", f"<p>{OTHER}</p>")
    sections = "".join(f"<p><b>{title}</b></p>{body}" for title, body in zip(TITLES, bodies, strict=True))
    return f"<html><body><div class='TRS_Editor'>{head}{sections}</div></body></html>".encode()


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
