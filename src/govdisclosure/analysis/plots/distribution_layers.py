"""The parts of the picture of a figure beside others."""

from math import expm1, floor, log1p
from typing import Any

from govdisclosure.analysis.plots.distribution_figures import Beside, Told
from govdisclosure.analysis.plots.theme import COLOURS, INK, altair, data
from govdisclosure.analysis.plots.words import said
from govdisclosure.text.language import Lang

__all__ = ["history", "peers", "told"]

_BAND, _MARK = "#dcecf7", COLOURS["vermilion"]
_BINS = 6  # bars for each step of e on the scale of logarithms
_TICKS = (0, 1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)


def history(found: Beside, year: int, series: str, width: int, lang: Lang) -> Any:  # noqa: ANN401  a chart of altair
    """The organ's own years, with the median of the others and the range that the rule does not call far."""
    alt = altair()
    first, last = min(found.years), max(found.years)
    rows = [{"year": one, "value": found.years.get(one), "this": one == year} for one in range(first, last + 1)]
    x = alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, labelOverlap="greedy", labelSeparation=8, grid=False))
    room = alt.Scale(domainMax=round(max(*found.years.values(), 1) * 1.18))
    y = alt.Y("value:Q", title=series, scale=room, axis=alt.Axis(format=",~r", tickMinStep=1))
    base = alt.Chart(data(rows)).encode(
        x=x, y=y, tooltip=[alt.Tooltip("year:O", title=said("year", lang)),
                           alt.Tooltip("value:Q", title=series, format=",~r")]
    )  # fmt: skip
    there = base.transform_filter("isValid(datum.value)")
    layers = []
    if found.others is not None:
        low, high = found.others.usual
        layers += _range(float(low), float(high), float(found.others.median), "y")
    layers += [
        base.mark_line(color=COLOURS["blue"], strokeWidth=1.8),
        there.transform_filter("!datum.this").mark_point(filled=True, color=COLOURS["blue"], size=45, opacity=1),
        there.transform_filter("datum.this").mark_point(filled=True, color=_MARK, shape="diamond", size=170,
                                                        opacity=1),
        there.transform_filter("datum.this").mark_text(dy=-14, fontSize=12, color=INK).encode(
            text=alt.Text("value:Q", format=",~r")),
    ]  # fmt: skip
    return alt.layer(*layers).properties(width=width, height=170, title=_head(said("distribution.history", lang)))


def peers(found: Beside, series: str, width: int, lang: Lang) -> Any:  # noqa: ANN401  a chart of altair
    """The organs of its kind and level, counted by the size of their figures on a scale of logarithms."""
    alt = altair()
    bins: dict[int, int] = {}
    for value in found.figures:
        place = floor(log1p(value) * _BINS)
        bins[place] = bins.get(place, 0) + 1
    rows = [
        {"from": round(expm1(place / _BINS), 3), "to": round(expm1((place + 1) / _BINS), 3), "organs": bins[place]}
        for place in sorted(bins)
    ]
    x = _logs("from:Q", max(found.figures), series)
    y = alt.Y("organs:Q", title=said("organs", lang), axis=alt.Axis(tickMinStep=1, tickCount=4))
    bars = alt.Chart(data(rows)).mark_rect(color=COLOURS["sky"], stroke="white").encode(
        x=x, x2="to:Q", y=y, y2=alt.Y2Datum(0),
        tooltip=[alt.Tooltip("from:Q", title=said("distribution.from", lang), format=",.0f"),
                 alt.Tooltip("to:Q", title=said("distribution.to", lang), format=",.0f"),
                 alt.Tooltip("organs:Q", title=said("organs", lang))],
    )  # fmt: skip
    count = len(found.figures)
    usual = found.usual_of_peers
    ranged = [] if usual is None or found.scale is None else _range(*usual, expm1(found.scale.middle), "x")
    head = _head(said("distribution.peers", lang, count=count))
    return alt.layer(*ranged[:1], bars, *ranged[1:], *_mark(found.value)).properties(
        width=width, height=130, title=head
    )


def told(facts: Told, series: str, width: int, lang: Lang) -> Any:  # noqa: ANN401  a chart of altair
    """A figure beside the median and the range that an outcome tells of."""
    alt = altair()
    x = _logs("value:Q", max(facts.value, facts.high), series)
    key = "distribution.history" if facts.years is not None else "distribution.peers"
    head = _head(said(key, lang, count=facts.organs))
    scaled = alt.Chart(data([{"value": facts.value}])).mark_point(opacity=0).encode(x=x)
    return alt.layer(
        scaled, *_range(facts.low, facts.high, facts.median, "x"), *_mark(facts.value)
    ).properties(width=width, height=70, title=head)  # fmt: skip


def _mark(value: float) -> list[Any]:
    alt = altair()
    base = alt.Chart(data([{"value": value}])).encode(x="value:Q")
    return [
        base.mark_rule(color=_MARK, strokeWidth=1.6),
        base.mark_point(filled=True, color=_MARK, shape="diamond", size=170, opacity=1).encode(y=alt.value(18)),
        base.mark_text(dx=11, align="left", fontSize=12, color=INK).encode(
            y=alt.value(18), text=alt.Text("value:Q", format=",~r")),
    ]  # fmt: skip


def _range(low: float, high: float, median: float, axis: str) -> list[Any]:
    """A pale band from one figure to another, and a dashed line at the median."""
    alt = altair()
    base = alt.Chart(data([{"low": round(low, 3), "high": round(high, 3), "median": round(median, 3)}]))
    channel, second = (alt.X, alt.X2) if axis == "x" else (alt.Y, alt.Y2)
    band = base.mark_rect(color=_BAND, opacity=0.75, clip=True).encode(channel("low:Q"), second("high:Q"))
    return [band, base.mark_rule(strokeDash=[5, 3], color="#57606a").encode(channel("median:Q"))]


def _logs(field: str, most: float, title: str) -> Any:  # noqa: ANN401  a channel of altair
    alt = altair()
    top = next((tick for tick in _TICKS if tick > most * 1.6), most * 2)
    ticks = [tick for tick in _TICKS if tick <= top]
    return alt.X(field, title=title, scale=alt.Scale(type="symlog", constant=1, domain=[0, top], nice=False),
                 axis=alt.Axis(values=ticks, format=",~r"))  # fmt: skip


def _head(words: str) -> Any:  # noqa: ANN401  a title of altair
    return altair().TitleParams(words, fontSize=12, anchor="start", frame="group", offset=4, color=INK)
