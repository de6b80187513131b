"""Findings by organ and rule."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from govdisclosure.analysis.plots.taking import Rows, asked, held, organ_word, taken
from govdisclosure.analysis.plots.theme import COLOURS, altair, data, empty, finished
from govdisclosure.analysis.plots.words import harmless, said
from govdisclosure.errors import UsageError
from govdisclosure.rules.outcome import Kind
from govdisclosure.rules.registry import find
from govdisclosure.rules.showing import word
from govdisclosure.text.language import Lang, require_lang

if TYPE_CHECKING:
    from altair.typing import ChartType

__all__ = ["plot_findings"]

_ASKING = (Kind.FAIL.value, Kind.REVIEW.value, Kind.OPEN.value)
_COLUMNS: Mapping[str, str] = MappingProxyType({"rule": "text", "kind": "text"})
_BY: Mapping[str, tuple[str, str]] = MappingProxyType({"organ": ("organ", "text"), "year": ("year", "year")})
_BOX, _COLUMN, _HALF = 24, 36, 0.46
_SIDES = (-0.3, 0.0, 0.3)  # where in its column each kind stands: also told apart by its place
_COUNTED = """
SELECT CAST({by} AS VARCHAR) AS row, rule, count(*) FILTER (kind = 'fail') AS fail,
       count(*) FILTER (kind = 'review') AS review, count(*) FILTER (kind = 'open') AS open,
       count(*) FILTER (kind = 'pass') AS pass, count(*) FILTER (kind = 'notApplicable') AS not_applicable,
       count(*) FILTER (kind = 'informational') AS informational
FROM outcomes WHERE rule IS NOT NULL GROUP BY ALL
"""
_RANKED = """
SELECT {what} AS key, sum(fail + review + open) AS findings FROM counted GROUP BY {what}
ORDER BY sum(fail) DESC, sum(review) DESC, sum(open) DESC, key NULLS LAST
"""
_CELLS = """
SELECT coalesce(CASE WHEN list_contains($rows, coalesce(row, '')) THEN coalesce(row, '') END, $rest) AS row, rule,
       sum(fail) AS fail, sum(review) AS review, sum(open) AS open, sum(pass) AS pass,
       sum(not_applicable) AS not_applicable, sum(informational) AS informational
FROM counted WHERE list_contains($rules, rule) GROUP BY ALL ORDER BY ALL
"""
_REST = "\uffff"  # a name that no organ has: of the row of all others


def plot_findings(
    outcomes: object,
    *,
    by: Literal["organ", "year"] = "organ",
    top: int = 30,
    lang: Lang = "zh",
) -> "ChartType":
    """Which rules found something in which organs' reports: fails, reviews and what could not be judged, each apart.

    A grey box was judged and nothing was found; where there is no box nothing was judged, which is no pass.

    Args:
        outcomes: A frame with the columns ``organ`` (or ``year``), ``rule`` and ``kind``, or the
            tables of reports, see :func:`govdisclosure.analysis.report_tables`.
        by: What the rows are: organs, or years.
        top: How many rows and how many rules are drawn, those with most findings first. The other rows are added up in
            one; rules that are not drawn are counted below the title.
        lang: ``zh`` or ``en``.

    Raises:
        UsageError: Columns are missing or of another kind; the message names them.
        MissingExtraError: altair or Arrow is not installed.
    """
    require_lang(lang)
    altair()
    if by not in _BY:
        raise UsageError("by 只能是 organ 或 year", f"by must be 'organ' or 'year', not {by!r}")
    column, kind = _BY[by]
    counted = held(_COUNTED.format(by=column), outcomes=taken(outcomes, {column: kind, **_COLUMNS}, table="outcomes"))
    title = said("findings.title" if by == "organ" else "findings.by_year", lang)
    if not counted.num_rows:
        return empty(title, lang, 640)
    rows = [one["key"] for one in asked(_RANKED.format(what="row"), counted=counted)]
    rules = asked(_RANKED.format(what="rule"), counted=counted)
    found = [one for one in rules if one["findings"]]
    if not found:
        return empty(title, lang, 640, said("findings.none", lang, rules=len(rules)))
    top = max(top, 1)
    drawn = [one["key"] for one in found[:top]]
    cells = asked(_CELLS, {"rows": [key or "" for key in rows[:top]], "rules": drawn, "rest": _REST}, counted=counted)
    notes = _notes(by, rows, rules, top, lang)
    names = _names(by, rows, top, lang)
    described = _described(title, cells, len(names), len(drawn), lang)
    chart = _chart(cells, names, sorted(drawn), lang)
    return finished(chart, title=title, notes=notes, description=described, width=max(_COLUMN * len(drawn) + 200, 420))


def _names(by: str, rows: list[Any], top: int, lang: Lang) -> dict[str, str]:
    """What each row is called, in the order in which the rows are drawn."""
    unknown = said(f"unknown_{by}", lang)
    keys = rows[:top]
    if by == "year":
        keys = sorted(keys, key=lambda key: (key is None, key))
    names = {key or "": organ_word(key, unknown) for key in keys}
    if len(rows) > top:
        rest = "rest_organs" if by == "organ" else "findings.rest_years"
        names[_REST] = said(rest, lang, count=len(rows) - top)
    return names


def _notes(by: str, rows: list[Any], rules: Rows, top: int, lang: Lang) -> list[str]:
    found = [one for one in rules if one["findings"]]
    notes = [said("findings.blank", lang)]
    if len(rows) > top:
        key = "findings.cut_rows" if by == "organ" else "findings.cut_years"
        notes.append(said(key, lang, shown=top, rest=len(rows) - top))
    if len(found) > top:
        others = found[top:]
        total = sum(one["findings"] for one in others)
        notes.append(said("findings.cut_rules", lang, shown=top, rest=len(others), sum=total))
    if len(found) < len(rules):
        notes.append(said("findings.rest_rules", lang, count=len(rules) - len(found)))
    return notes


def _described(title: str, cells: Rows, rows: int, rules: int, lang: Lang) -> str:
    space, joint = ("", "，") if lang == "zh" else (" ", ", ")
    counts = joint.join(f"{word(kind, lang)}{space}{sum(cell[kind] for cell in cells)}" for kind in _ASKING)
    return said("findings.described", lang, title=title, rows=rows, rules=rules, counts=counts)


def _chart(cells: Rows, names: Mapping[str, str], rules: list[str], lang: Lang) -> Any:  # noqa: ANN401  a chart
    alt = altair()
    for cell in cells:
        cell["rest"] = cell["row"] == _REST
        cell["row"] = names[cell["row"]]
        cell["title"] = _title(cell["rule"], lang)
    place = {rule: number for number, rule in enumerate(rules)}
    marks = [
        {**cell, "kind": word(kind, lang), "count": cell[kind], "at": place[cell["rule"]] + side}
        for cell in cells
        for kind, side in zip(_ASKING, _SIDES, strict=True)
        if cell[kind]
    ]
    judged = [
        {**cell, "from": place[cell["rule"]] - _HALF, "to": place[cell["rule"]] + _HALF}
        for cell in cells
        if sum(cell[kind] for kind in (*_ASKING, "pass"))  # information is no verdict
    ]
    y = alt.Y("row:N", title=None, scale=alt.Scale(domain=list(names.values()), padding=0.06))
    boxes = alt.Chart(data(judged)).mark_rect(fill="#e4e8eb").encode(
        x=_rules("from:Q", rules, lang), x2="to:Q", y=y, tooltip=_tooltip(lang))  # fmt: skip
    size = {"width": _COLUMN * len(rules), "height": _BOX * len(names)}
    return alt.layer(boxes, _signs(marks, rules, y, lang)).properties(**size)


def _rules(field: str, rules: list[str], lang: Lang) -> Any:  # noqa: ANN401  a channel of altair
    """The rules by their places, so that three signs find room side by side; labels are their codes."""
    alt = altair()
    named = json.dumps(list(map(harmless, rules)), ensure_ascii=True)
    axis = alt.Axis(orient="top", values=list(range(len(rules))), labelExpr=f"{named}[datum.value]", labelAngle=-60,
                    labelAlign="left", labelOverlap=False, grid=False)  # fmt: skip
    scale = alt.Scale(domain=[-0.5, len(rules) - 0.5], nice=False, zero=False)
    return alt.X(field, title=said("rule", lang), scale=scale, axis=axis)


def _signs(marks: Rows, rules: list[str], y: Any, lang: Lang) -> Any:  # noqa: ANN401  channels of altair
    alt = altair()
    kinds = [word(kind, lang) for kind in _ASKING]
    scale = alt.Scale(domain=kinds, range=[COLOURS["vermilion"], COLOURS["orange"], COLOURS["blue"]])
    legend = alt.Legend(title=None, orient="bottom", direction="horizontal", symbolSize=110)
    # The row of all others would make every other sign small.
    most = max((mark["count"] for mark in marks if not mark["rest"]), default=1)
    shapes = alt.Scale(domain=kinds, range=["cross", "diamond", "circle"])
    sizes = alt.Scale(type="sqrt", domain=[1, max(most, 2)], range=[44, 150], clamp=True)
    return (
        alt.Chart(data(marks))
        .mark_point(filled=True, opacity=1)
        .encode(
            x=_rules("at:Q", rules, lang),
            y=y,
            color=alt.Color("kind:N", scale=scale, legend=legend),
            shape=alt.Shape("kind:N", scale=shapes, legend=legend),
            size=alt.Size("count:Q", scale=sizes, legend=None),
            tooltip=[
                alt.Tooltip("kind:N", title=said("findings.verdict", lang)),
                alt.Tooltip("count:Q", title=said("findings.count", lang)),
                *_tooltip(lang),
            ],
        )
    )


def _tooltip(lang: Lang) -> list[Any]:
    alt = altair()
    kinds = {"fail": "fail", "review": "review", "open": "open", "pass": "pass",
             "not_applicable": "notApplicable", "informational": "informational"}  # fmt: skip
    named = [alt.Tooltip("row:N", title=said("organ", lang) + "/" + said("year", lang)),
             alt.Tooltip("rule:N", title=said("rule", lang)),
             alt.Tooltip("title:N", title=said("findings.about", lang))]  # fmt: skip
    return named + [alt.Tooltip(f"{column}:Q", title=word(kind, lang)) for column, kind in kinds.items()]


def _title(code: str, lang: Lang) -> str:
    rule = find(code)
    return "" if rule is None else rule.title.zh if lang == "zh" else rule.title.en
