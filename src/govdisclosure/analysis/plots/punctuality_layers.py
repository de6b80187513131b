"""The parts of the picture of publication against the day due."""

from typing import Any, Final

from govdisclosure.analysis.plots.taking import Rows
from govdisclosure.analysis.plots.theme import COLOURS, INK, altair, data
from govdisclosure.analysis.plots.words import said
from govdisclosure.text.language import Lang

__all__ = ["EARLY", "LATE", "TIMINGS", "picture"]

EARLY, LATE = -91, 182
"""Days from the day due between which reports are drawn where they stand; those beyond stand at the edge."""
TIMINGS: Final = ("in_time", "doubtful", "late", "early", "undated", "unread", "not_due")
_SHADES = {
    "in_time": COLOURS["blue"],
    "doubtful": COLOURS["orange"],
    "late": COLOURS["vermilion"],
    "early": COLOURS["purple"],
    "undated": "#b8bec5",
    "unread": "#6e7781",
    "not_due": "#dfe3e7",
}
_SHAPES = {"in_time": "circle", "doubtful": "diamond", "late": "square", "early": "triangle-up"}
_PALE = {"doubtful", "early", "undated", "not_due"}
_ROW, _WIDE = 24, 330
_STEPS = [factor * 10**power for power in range(9) for factor in (1, 2, 5)]


def picture(rows: Rows, width: int, lang: Lang) -> Any:  # noqa: ANN401  a chart of altair
    """Days from the day due at the left, and all reports of each year by how they stand at the right."""
    alt = altair()
    years = list(range(min(row["year"] for row in rows), max(row["year"] for row in rows) + 1))
    there = [key for place, key in enumerate(TIMINGS) if any(row["place"] == place for row in rows)]
    names = [said(f"punctuality.{key}", lang) for key in there]
    legend = alt.Legend(title=None, orient="top", columns=max(width // 190, 1), symbolSize=90)
    colour = alt.Color("word:N", scale=alt.Scale(domain=names, range=[_SHADES[key] for key in there]), legend=legend)
    shapes = [_SHAPES.get(key, "cross") for key in there]
    shape = alt.Shape("word:N", scale=alt.Scale(domain=names, range=shapes), legend=legend)
    y = alt.Y("year:O", title=None, scale=alt.Scale(domain=years))
    room = max(width - 90, 240)
    high = _ROW * len(years)
    left = _days(rows, (colour, shape), y, int(room * 0.62), lang).properties(width=int(room * 0.62), height=high)
    right = _all(rows, colour, y, lang).properties(width=int(room * 0.38), height=high)
    return alt.hconcat(left, right, spacing=16)


def _days(rows: Rows, marks: tuple[Any, Any], y: Any, room: int, lang: Lang) -> Any:  # noqa: ANN401
    alt = altair()
    colour, shape = marks
    dated = [row for row in rows if row["days"] is not None]
    title = said("punctuality.days", lang)
    x = alt.X("days:Q", title=title, scale=alt.Scale(domain=[EARLY, LATE], nice=False, padding=8),
              axis=alt.Axis(values=list(range(-90, 181, 30 if room >= _WIDE else 90)), labelOverlap=False))  # fmt: skip
    zero = alt.Chart(data([{"days": 0}])).mark_rule(color=INK, strokeWidth=1.4).encode(x=x)
    if not dated:
        return alt.layer(zero)
    most = max(row["reports"] for row in dated)
    points = alt.Chart(data(dated)).mark_point(filled=True, opacity=0.8, stroke="white", strokeWidth=0.6).encode(
        x=x, y=y, color=colour, shape=shape,
        size=alt.Size("reports:Q", scale=alt.Scale(domain=[1, max(most, 2)], range=[45, 260]), legend=None),
        tooltip=[
            alt.Tooltip("year:O", title=said("year", lang)),
            alt.Tooltip("word:N", title=said("punctuality.category", lang)),
            alt.Tooltip("who:N", title=said("punctuality.who", lang)),
            alt.Tooltip("when:N", title=said("punctuality.when", lang)),
            alt.Tooltip("due:N", title=said("punctuality.due", lang)),
        ],
    )  # fmt: skip
    return alt.layer(zero, points)


def _all(rows: Rows, colour: Any, y: Any, lang: Lang) -> Any:  # noqa: ANN401  channels of altair
    alt = altair()
    sums: dict[tuple[int, int, str], int] = {}
    for row in rows:
        key = row["year"], row["place"], row["word"]
        sums[key] = sums.get(key, 0) + row["reports"]
    years: dict[int, int] = {}
    counted = []
    for year, place, word in sorted(sums):
        start = years.get(year, 0)
        years[year] = end = start + sums[year, place, word]
        counted.append({"year": year, "word": word, "reports": end - start, "start": start, "end": end,
                        "middle": (start + end) / 2, "pale": TIMINGS[place] in _PALE})  # fmt: skip
    most = max(years.values())
    step = next(one for one in _STEPS if one * 4 >= most)
    axis = alt.Axis(values=list(range(0, most + step, step)), format=",d")
    base = alt.Chart(data(counted)).encode(
        x=alt.X("start:Q", title=said("reports", lang), axis=axis, scale=alt.Scale(domain=[0, most], nice=False)),
        y=y.axis(None),
        tooltip=[
            alt.Tooltip("year:O", title=said("year", lang)),
            alt.Tooltip("word:N", title=said("punctuality.category", lang)),
            alt.Tooltip("reports:Q", title=said("reports", lang)),
        ],
    )
    bars = base.mark_bar(stroke="white", strokeWidth=0.7).encode(x2="end:Q", color=colour)
    ink = alt.condition("datum.pale", alt.value("black"), alt.value("white"))
    words = base.transform_filter(f"datum.reports >= {most / 12}").mark_text(fontSize=10)
    return alt.layer(bars, words.encode(x="middle:Q", text="reports:Q", color=ink))
