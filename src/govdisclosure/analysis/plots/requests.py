"""Requests and their outcomes over the years."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import attrs

from govdisclosure.analysis.plots.figures import FLOWS, OUTCOMES, SERIES, panel_of, require_series
from govdisclosure.analysis.plots.requests_layers import coverage, flows, outcomes, partial
from govdisclosure.analysis.plots.requests_organs import by_organs
from govdisclosure.analysis.plots.taking import Rows, asked, of_organ, organ_word
from govdisclosure.analysis.plots.theme import altair, empty, finished
from govdisclosure.analysis.plots.words import runs_said, said, years_said
from govdisclosure.model.showing import model_word
from govdisclosure.text.language import Lang, require_lang

if TYPE_CHECKING:
    import pyarrow as pa
    from altair.typing import ChartType

__all__ = ["plot_requests"]

_NOTES, _NOTE_LIMIT = 3, 240
_SUMS = """
WITH years AS (SELECT unnest(range(min(year), max(year) + 1))::INTEGER AS year FROM panel),
     named AS (SELECT DISTINCT series FROM panel WHERE list_contains($series, series)),
     summed AS (SELECT year, series, sum(value) AS value, count(DISTINCT organ) FILTER (value IS NOT NULL) AS known
                FROM panel GROUP BY year, series)
SELECT year, series, value, coalesce(known, 0) AS known
FROM years CROSS JOIN named LEFT JOIN summed USING (year, series) ORDER BY series, year
"""
_KNOWN = "SELECT 1 FROM panel WHERE value IS NOT NULL AND list_contains($series, series) LIMIT 1"
_APART = """
SELECT year, series, {note} AS note, count(DISTINCT organ) AS organs FROM panel
WHERE NOT comparable AND value IS NOT NULL AND list_contains($series, series)
GROUP BY ALL ORDER BY year, organs DESC, note, series
"""


def plot_requests(  # noqa: PLR0913  each is a choice of the caller
    panel: object,
    *,
    organ: str | None = None,
    by_organ: bool = False,
    top: int = 12,
    width: int = 640,
    lang: Lang = "zh",
) -> "ChartType":
    """Requests received, carried over, and what became of them, over the years.

    Several organs are added up; a year of which some have no figure has a hollow point, and how many have one stands
    below. A year without any figure is a gap. Years whose figures count something else than the form in force does
    have a grey ground and a diamond, and why is said below the title.

    Args:
        panel: A frame with the columns ``organ``, ``year``, ``series``, ``value`` and, where there are, ``comparable``,
            ``note_zh`` and ``note_en``, see :func:`govdisclosure.analysis.panel`; or a frame of
            cells, or the tables of reports, of which a panel is then made.
        organ: One organ alone.
        by_organ: A small picture for each organ instead of the sum.
        top: With ``by_organ``, how many organs are drawn; the others are counted below the title.
        width: Width in pixels.
        lang: ``zh`` or ``en``.

    Raises:
        UsageError: Columns are missing or of another kind; the message names them.
        MissingExtraError: altair or Arrow is not installed.
    """
    require_lang(lang)
    altair()
    table, left_out = panel_of(panel)
    if organ is not None:
        table = of_organ(table, organ)
    require_series(table)
    dated = _dated(table)
    if not dated.num_rows:
        return empty(said("requests.bare", lang), lang, width)
    wanted = {"series": list(FLOWS if by_organ else SERIES)}
    if not asked(_KNOWN, wanted, panel=dated):
        return empty(said("requests.bare", lang), lang, width, said("no_figures", lang))
    hints = [said("left_out", lang, count=left_out)] if left_out else []
    if lost := table.num_rows - dated.num_rows:
        hints.append(said("no_year", lang, count=lost))
    return by_organs(dated, hints, top, width, lang) if by_organ else _summed(dated, hints, width, lang)


def _dated(table: "pa.Table") -> "pa.Table":
    import pyarrow.compute as pc  # noqa: PLC0415  an extra

    return table.filter(pc.is_valid(table.column("year")))


def _summed(table: "pa.Table", hints: list[str], width: int, lang: Lang) -> "ChartType":
    alt = altair()
    rows = asked(_SUMS, {"series": list(SERIES)}, panel=table)
    organs = _organs(table)
    for row in rows:
        row["name"] = model_word(SERIES[row["series"]], lang)
        row["whole"] = row["known"] == len(organs)
        row["of"] = f"{row['known']}/{len(organs)}"
    apart, why = _apart(table, lang)
    parts = [flows([row for row in rows if row["series"] in FLOWS], _marks(apart, FLOWS, lang), width, lang)]
    if found := [row for row in rows if row["series"] in OUTCOMES]:
        parts.append(outcomes(found, _marks(apart, OUTCOMES, lang), width, lang))
    received = [row for row in rows if row["series"] == "received"]
    if any(not row["whole"] for row in received) and len(organs) > 1:
        parts.append(coverage(received, len(organs), width, lang))
    whose = organ_word(organs[0], said("unknown_organ", lang)) if len(organs) == 1 else None
    whose = whose or said("all_organs", lang, count=len(organs))
    title = said("requests.title", lang, whose=whose, years=years_said(rows, lang))
    return finished(
        alt.vconcat(*parts, spacing=18).resolve_scale(color="independent", shape="independent"),
        title=title,
        notes=(*hints, *_notes(rows, why, lang)),
        description=_described(title, received, len(organs), lang),
        width=width,
    )


def _organs(table: "pa.Table") -> list[str | None]:
    return [row["organ"] for row in asked("SELECT DISTINCT organ FROM panel ORDER BY organ", panel=table)]


@attrs.define
class _Why:
    """A reason why figures cannot be compared: of how many organs, of which years and series."""

    organs: int = 0
    years: set[int] = attrs.field(factory=set)
    series: set[str] = attrs.field(factory=set)

    def add(self, row: dict[str, Any]) -> None:
        self.organs += row["organs"]
        self.years.add(row["year"])
        self.series.add(row["series"])

    def said(self, note: str, lang: Lang) -> str:
        names = [model_word(SERIES[key], lang) for key in SERIES if key in self.series]
        series = ("、" if lang == "zh" else ", ").join(names)
        return said("requests.apart_note", lang, years=runs_said(self.years), series=series, note=note)


def _apart(table: "pa.Table", lang: Lang) -> tuple[Rows, list[str]]:
    """The years and series whose figures cannot be compared with the others, and why, most organs first."""
    found = asked(_APART.format(note=f"note_{lang}"), {"series": list(SERIES)}, panel=table)
    bare = said("requests.apart_word", lang)
    why: dict[str, _Why] = {}
    for row in found:
        row["note"] = organ_word(row["note"], bare, _NOTE_LIMIT)
        why.setdefault(row["note"], _Why()).add(row)
    ranked = sorted(why, key=lambda note: (-why[note].organs, note))
    notes = [why[note].said(note, lang) for note in ranked[:_NOTES]]
    if len(ranked) > _NOTES:
        notes.append(said("requests.more", lang, count=len(ranked) - _NOTES))
    return found, notes


def _marks(apart: Rows, series: Iterable[str], lang: Lang) -> Rows:
    """A mark for each year in which one of some series cannot be compared."""
    years: dict[int, dict[str, None]] = {}
    for row in apart:
        if row["series"] in series:
            years.setdefault(row["year"], {})[row["note"]] = None
    joint = "；" if lang == "zh" else "; "
    return [{"year": year, "note": joint.join(list(years[year])[:_NOTES])} for year in sorted(years)]


def _notes(rows: Rows, why: list[str], lang: Lang) -> tuple[str, ...]:
    partly = any(row["known"] and not row["whole"] for row in rows if row["series"] in FLOWS)
    short = partial([row for row in rows if row["series"] in OUTCOMES])
    gaps = any(row["value"] is None for row in rows)
    found = [said("requests.gap", lang)] if gaps else []
    if partly:
        found.append(said("requests.hollow", lang))
    if short:
        found.append(said("requests.short", lang))
    return (*found, said("requests.apart", lang), *why) if why else tuple(found)


def _described(title: str, received: Rows, organs: int, lang: Lang) -> str:
    joint = "，" if lang == "zh" else ", "
    figures = joint.join(f"{row['year']} {_shown(row['value'], lang)}" for row in received)
    return said("requests.described", lang, title=title, count=organs, figures=figures or said("no_figure", lang))


def _shown(value: Any, lang: Lang) -> str:  # noqa: ANN401  a figure or none
    return said("no_figure", lang) if value is None else f"{value:g}" if isinstance(value, float) else str(value)
