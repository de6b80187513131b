"""The parts of the picture of requests over years."""

from typing import Any

from govdisclosure.analysis.plots.figures import FLOWS, OUTCOMES, SERIES
from govdisclosure.analysis.plots.taking import Rows
from govdisclosure.analysis.plots.theme import COLOURS, INK, PALE, altair, data
from govdisclosure.analysis.plots.words import said
from govdisclosure.model.showing import model_word
from govdisclosure.text.display import columns
from govdisclosure.text.language import Lang

__all__ = ["coverage", "flows", "outcomes", "partial"]

_SHADES = {
    "received": COLOURS["blue"],
    "carried_out": COLOURS["vermilion"],
    "granted": COLOURS["blue"],
    "partly_granted": COLOURS["sky"],
    "denied": COLOURS["vermilion"],
    "unavailable": COLOURS["orange"],
    "not_processed": COLOURS["purple"],
    "other": COLOURS["grey"],
}
_HIGH, _BARS, _STRIP = 190, 170, 46


def flows(rows: Rows, changed: Rows, width: int, lang: Lang) -> Any:  # noqa: ANN401  a chart of altair
    """What was received and what was carried over, as lines; hollow where only some organs have a figure."""
    alt = altair()
    names, shades = _scale(FLOWS, rows, lang)
    title = said("requests.flow", lang)
    colour = alt.Color("name:N", title=None, scale=alt.Scale(domain=names, range=shades), legend=_legend(names, width))
    base = alt.Chart(data(rows)).encode(x=_years(), y=alt.Y("value:Q", title=title, axis=_counts()))
    dash = alt.StrokeDash("name:N", title=None, scale=alt.Scale(domain=names, range=[[1, 0], [5, 3]]), legend=None)
    line = base.mark_line(strokeWidth=2).encode(color=colour, strokeDash=dash)
    shape = alt.Shape("name:N", title=None, scale=alt.Scale(domain=names, range=["circle", "square"]))
    there = base.transform_filter("isValid(datum.value)").encode(shape=shape, tooltip=_tooltip(lang))
    points = there.mark_point(filled=True, size=75, opacity=1).encode(color=colour)
    layers = [*_grounds(changed, lang), line, points]
    # A layer without rows would have no extent, of which the browser complains.
    if any(row["known"] and not row["whole"] for row in rows):
        partly = there.transform_filter("!datum.whole")
        layers.append(partly.mark_point(filled=True, size=22, opacity=1, color="white"))
    return alt.layer(*layers).properties(width=width, height=_HIGH)


def outcomes(rows: Rows, changed: Rows, width: int, lang: Lang) -> Any:  # noqa: ANN401  a chart of altair
    """What became of the requests, as stacked bars; no bar where there is no figure."""
    alt = altair()
    names, shades = _scale(OUTCOMES, rows, lang)
    place = {name: number for number, name in enumerate(names)}
    bars = (
        alt.Chart(data([{**row, "place": place[row["name"]]} for row in rows if row["value"] is not None]))
        .mark_bar(stroke="white", strokeWidth=0.7)
        .encode(
            x=_years(rows),
            y=alt.Y("value:Q", title=said("requests.outcomes", lang), stack="zero", axis=_counts()),
            color=alt.Color(
                "name:N", title=None, scale=alt.Scale(domain=names, range=shades), legend=_legend(names, width)
            ),
            order=alt.Order("place:Q"),
            tooltip=_tooltip(lang),
        )
    )
    layers = [*_grounds(changed, lang), bars]
    if short := partial(rows):
        stars = alt.Chart(data(short)).mark_text(fontSize=15, dy=-4, color=INK)
        layers.append(stars.encode(x=_years(), y="total:Q", text="star:N"))
    return alt.layer(*layers).properties(width=width, height=_BARS)


def partial(rows: Rows) -> Rows:
    """The years of which some outcomes of some organs have no figure, so that their bars are too short."""
    years: dict[int, list[Any]] = {}
    for row in rows:
        found = years.setdefault(row["year"], [0, True])
        found[0] += row["value"] or 0
        found[1] = found[1] and row["whole"]
    known = {row["year"] for row in rows if row["known"]}
    return [{"year": year, "total": years[year][0], "star": "*"} for year in sorted(known) if not years[year][1]]


def coverage(rows: Rows, organs: int, width: int, lang: Lang) -> Any:  # noqa: ANN401  a chart of altair
    """How many organs have a figure, year by year."""
    alt = altair()
    base = alt.Chart(data([{key: row[key] for key in ("year", "known", "of")} for row in rows])).encode(
        x=_years(), tooltip=[alt.Tooltip("year:O", title=said("year", lang)),
                             alt.Tooltip("of:N", title=said("requests.known", lang))]
    )  # fmt: skip
    scale = alt.Scale(domain=[0, organs * 1.6])
    bars = base.mark_bar(color="#9aa1a9").encode(y=alt.Y("known:Q", title=None, axis=None, scale=scale))
    words = base.mark_text(dy=-6, fontSize=10, color=INK).encode(y=alt.Y("known:Q", scale=scale), text="known:Q")
    title = alt.TitleParams(said("requests.coverage", lang), fontSize=12, anchor="start", offset=2)
    return alt.layer(bars, words).properties(width=width, height=_STRIP, title=title)


def _grounds(changed: Rows, lang: Lang) -> list[Any]:
    """A grey ground with a diamond on its top for each year whose figures cannot be compared with the others."""
    if not changed:
        return []
    alt = altair()
    hint = [alt.Tooltip("year:O", title=said("year", lang)), alt.Tooltip("note:N", title=said("note", lang))]
    base = alt.Chart(data(changed)).encode(x=_years(), tooltip=hint)
    ground = base.mark_rect(color=PALE, opacity=0.8, width=alt.RelativeBandSize(1.3))
    sign = base.mark_point(shape="diamond", filled=True, color="#57606a", size=60, opacity=1)
    return [ground, sign.encode(y=alt.value(0))]


def _years(rows: Rows | None = None) -> Any:  # noqa: ANN401  a channel of altair
    alt = altair()
    scale = alt.Scale(type="band", paddingInner=0.25, paddingOuter=0.15)
    if rows:
        scale.domain = sorted({row["year"] for row in rows})
    return alt.X("year:O", title=None, scale=scale, axis=alt.Axis(labelAngle=0, labelOverlap=True, grid=False))


def _counts() -> Any:  # noqa: ANN401  an axis of altair
    return altair().Axis(format=",~r", tickCount=5, tickMinStep=1)


def _legend(names: list[str], width: int) -> Any:  # noqa: ANN401  a legend of altair
    wide = 24 + 6 * max(map(columns, names), default=0)
    return altair().Legend(orient="top", direction="horizontal", columns=max(int(width / wide), 1), offset=8)


def _tooltip(lang: Lang) -> list[Any]:
    alt = altair()
    return [
        alt.Tooltip("year:O", title=said("year", lang)),
        alt.Tooltip("name:N", title=said("series", lang)),
        alt.Tooltip("value:Q", title=said("value", lang), format=",~r"),
        alt.Tooltip("of:N", title=said("requests.known", lang)),
    ]


def _scale(keys: tuple[str, ...], rows: Rows, lang: Lang) -> tuple[list[str], list[str]]:
    found = [key for key in keys if any(row["series"] == key for row in rows)]
    return [model_word(SERIES[key], lang) for key in found], [_SHADES[key] for key in found]
