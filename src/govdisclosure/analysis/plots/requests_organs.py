"""Requests over the years, a small picture for each organ."""

from typing import TYPE_CHECKING, Any

from govdisclosure.analysis.plots.figures import FLOWS, SERIES
from govdisclosure.analysis.plots.taking import Rows, asked, organ_word
from govdisclosure.analysis.plots.theme import COLOURS, altair, data, empty, finished
from govdisclosure.analysis.plots.words import said, years_said
from govdisclosure.model.showing import model_word
from govdisclosure.text.language import Lang

if TYPE_CHECKING:
    import pyarrow as pa
    from altair.typing import ChartType

__all__ = ["by_organs"]

_WIDE = 190
_ORGANS = """
SELECT organ, sum(value) FILTER (series = 'received') AS received,
       bool_or(value IS NOT NULL AND list_contains($series, series)) AS known FROM panel
GROUP BY organ ORDER BY received DESC NULLS LAST, organ NULLS LAST
"""
_ROWS = """
WITH years AS (SELECT unnest(range(min(year), max(year) + 1))::INTEGER AS year FROM panel),
     drawn AS (SELECT unnest($organs) AS organ),
     named AS (SELECT DISTINCT series FROM panel WHERE list_contains($series, series)),
     found AS (SELECT coalesce(organ, '') AS organ, year, series, max(value) AS value,
                      coalesce(bool_and(comparable), true) OR max(value) IS NULL AS comparable, max({note}) AS note
               FROM panel GROUP BY ALL)
SELECT organ, year, series, value, coalesce(comparable, true) AS comparable, note
FROM drawn CROSS JOIN years CROSS JOIN named LEFT JOIN found USING (organ, year, series) ORDER BY organ, series, year
"""


def by_organs(table: "pa.Table", hints: list[str], top: int, width: int, lang: Lang) -> "ChartType":
    """One small picture an organ, those that received most first."""
    organs = asked(_ORGANS, {"series": list(FLOWS)}, panel=table)
    known = [one for one in organs if one["known"]]
    drawn, rest = known[: max(top, 1)], known[max(top, 1) :] + [one for one in organs if not one["known"]]
    keys = [one["organ"] or "" for one in drawn]
    rows = asked(_ROWS.format(note=f"note_{lang}"), {"organs": keys, "series": list(FLOWS)}, panel=table)
    title = said("requests.by_organ", lang, years=years_said(rows, lang))
    if not rows:
        return empty(title, lang, width)
    unknown = said("unknown_organ", lang)
    for row in rows:
        row["organ"] = organ_word(row["organ"], unknown)
        row["name"] = model_word(SERIES[row["series"]], lang)
        row["note"] = organ_word(row["note"], "") if not row["comparable"] else ""
    notes = [*hints, said("requests.scales", lang), said("requests.gap", lang)]
    if any(not row["comparable"] for row in rows):
        notes.append(said("requests.apart_sign", lang))
    if rest:
        total = sum(one["received"] or 0 for one in rest)
        notes.append(said("requests.kept", lang, shown=len(drawn), rest=len(rest), sum=total))
    described = said("requests.organs_described", lang, title=title, shown=len(drawn), rest=len(rest))
    shown = [organ_word(key, unknown) for key in keys]
    return finished(_facets(rows, shown, width, lang), title=title, notes=notes, description=described, width=width)


def _facets(rows: Rows, organs: list[str], width: int, lang: Lang) -> Any:  # noqa: ANN401  a chart of altair
    alt = altair()
    names = [model_word(SERIES[key], lang) for key in FLOWS]
    scale = alt.Scale(domain=names, range=[COLOURS["blue"], COLOURS["vermilion"]])
    columns = max(width // (_WIDE + 56), 1)
    wide = (width - (columns - 1) * 56) / columns
    legend = alt.Legend(orient="top")
    base = alt.Chart().encode(
        x=alt.X("year:O", title=None,
                axis=alt.Axis(labelAngle=0, labelOverlap="greedy", labelSeparation=8, grid=False)),
        y=alt.Y("value:Q", title=None, scale=alt.Scale(nice=3),
                axis=alt.Axis(format=",~r", tickCount=3, tickMinStep=1)),
        color=alt.Color("name:N", title=None, scale=scale, legend=legend),
    )  # fmt: skip
    tooltip = [
        alt.Tooltip("organ:N", title=said("organ", lang)),
        alt.Tooltip("year:O", title=said("year", lang)),
        alt.Tooltip("name:N", title=said("series", lang)),
        alt.Tooltip("value:Q", title=said("value", lang), format=",~r"),
        alt.Tooltip("note:N", title=said("note", lang)),
    ]
    dash = alt.StrokeDash("name:N", title=None, scale=alt.Scale(domain=names, range=[[1, 0], [5, 3]]), legend=legend)
    line = base.mark_line(strokeWidth=1.6).encode(strokeDash=dash)
    points = base.transform_filter("isValid(datum.value)").mark_point(filled=True, size=26, opacity=1)
    shape = alt.Shape("comparable:N", scale=alt.Scale(domain=[True, False], range=["circle", "diamond"]), legend=None)
    size = alt.condition("datum.comparable", alt.value(26), alt.value(90))
    layers = alt.layer(line, points.encode(tooltip=tooltip, shape=shape, size=size), data=data(rows))
    facet = alt.Facet("organ:N", title=None, sort=organs, header=alt.Header(labelPadding=4))
    return (
        layers.properties(width=wide, height=100)
        .facet(facet=facet, columns=columns, bounds="flush",
               spacing={"row": 44, "column": 56})
        .resolve_scale(y="independent")
    )  # fmt: skip
