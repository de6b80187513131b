"""Whether what was carried over in a year was carried in the year after."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from govdisclosure.analysis.frames.arrow import as_arrow
from govdisclosure.analysis.frames.reports import ReportTables
from govdisclosure.analysis.panels import chains as linked
from govdisclosure.analysis.plots.figures import CELLS, PANEL
from govdisclosure.analysis.plots.taking import Rows, asked, organ_word, taken
from govdisclosure.analysis.plots.theme import COLOURS, INK, altair, data, empty, finished
from govdisclosure.analysis.plots.words import said, years_said
from govdisclosure.analysis.returning.faults import shown as quoted
from govdisclosure.errors import UsageError
from govdisclosure.model.forms import APPLICANTS
from govdisclosure.text.language import Lang, require_lang

if TYPE_CHECKING:
    from altair.typing import ChartType

__all__ = ["plot_chains"]

_COLUMNS: Mapping[str, str] = MappingProxyType(
    {"organ": "text", "year": "year", "carried_out": "figure", "carried_in": "figure", "status": "text"}
)
_NOTES: Mapping[str, str] = MappingProxyType(
    {"edition": "text", "origin": "text", "note_zh": "text", "note_en": "text"}
)
_OF_PANEL: Mapping[str, str] = MappingProxyType({**PANEL, **_NOTES})
_OF_CELLS: Mapping[str, str] = MappingProxyType({**CELLS, "edition": "text", "printed": "text", "unit": "text"})
_APPLICANTS = {one.key: (one.label, one.en) for one in APPLICANTS}
_STATUSES = ("kept", "broken", "unknown")
_HIGH, _NARROWEST = 28, 200
_RANKED = """
WITH counted AS (
  SELECT organ, count(*) FILTER (status = 'broken') AS broken,
         count(*) FILTER (status = 'unknown') AS unknown FROM chains GROUP BY organ
)
SELECT organ, broken, row_number() OVER (ORDER BY broken DESC, unknown DESC, organ NULLS LAST) AS place
FROM counted ORDER BY place
"""
_COUNTS = """
SELECT count(DISTINCT coalesce(organ, '')) AS organs, count(*) FILTER (status = 'kept') AS kept,
       count(*) FILTER (status = 'broken') AS broken, count(*) FILTER (status = 'unknown') AS unknown FROM chains
"""


def plot_chains(chains: object, *, top: int = 30, width: int = 640, lang: Lang = "zh") -> "ChartType":
    """Organs by years: where what was carried over and what was then carried in agree, differ, or are not known.

    Args:
        chains: A frame with the columns ``organ``, ``year`` (of the report that carries in), ``carried_out`` (of the
            report of the year before), ``carried_in`` and ``status`` (``kept``, ``broken`` or ``unknown``), see
            :func:`govdisclosure.analysis.chains`; or a panel, cells, or the tables of reports, of which it is made.
        top: How many organs are drawn, those with most breaks first; the others are counted below the title.
        width: Width in pixels.
        lang: ``zh`` or ``en``.

    Raises:
        UsageError: Columns are missing or of another kind, or a status is none of the three; the message names them.
        MissingExtraError: altair or Arrow is not installed.
    """
    require_lang(lang)
    altair()
    table = taken(_linked(chains), _COLUMNS, {"differs": "texts"})
    rows = asked("SELECT * FROM chains WHERE year IS NOT NULL ORDER BY ALL", chains=table)
    if not rows:
        return empty(said("chains.bare", lang), lang, width)
    _require_status(rows)
    ranked = asked(_RANKED, chains=table)
    drawn, rest = ranked[: max(top, 1)], ranked[max(top, 1) :]
    (counts,) = asked(_COUNTS, chains=table)
    title = said("chains.title", lang, years=years_said(rows, lang))
    unknown = said("unknown_organ", lang)
    order = {one["organ"]: organ_word(one["organ"], unknown) for one in drawn}
    shown = [_shown(row, order, lang) for row in rows if row["organ"] in order]
    cut = said("chains.cut", lang, shown=len(drawn), rest=len(rest), broken=sum(one["broken"] > 0 for one in rest))
    described = said("chains.described", lang, title=title, count=counts.pop("organs"), **counts)
    return finished(
        _chart(shown, list(dict.fromkeys(order.values())), width, lang),
        title=title,
        notes=[said("chains.read", lang), cut if rest else ""],
        description=described,
        width=width,
    )


def _require_status(rows: Rows) -> None:
    strange = sorted({str(row["status"]) for row in rows} - set(_STATUSES))
    if strange:
        raise UsageError(
            f"列 status 只能是{'、'.join(_STATUSES)}，不能是{'、'.join(map(quoted, strange[:3]))}",
            f"column status must be one of {', '.join(_STATUSES)}, not {', '.join(map(quoted, strange[:3]))}",
        )


def _shown(row: Mapping[str, Any], order: Mapping[str | None, str], lang: Lang) -> dict[str, Any]:
    """A row with the words for its state, and the two figures where they differ."""
    ends = row["carried_out"], row["carried_in"]
    differ = ""
    if row["status"] == "broken":
        # Where the totals agree or one is not known, it is a kind of applicant that differs.
        differ = "≠" if None in ends or ends[0] == ends[1] else f"{ends[0]}→{ends[1]}"
    columns = [_APPLICANTS.get(one, (one, one))[lang == "en"] for one in row["differs"] or ()]
    where = ("、" if lang == "zh" else ", ").join(columns)
    return {
        "organ": order[row["organ"]], "year": row["year"], "carried_out": ends[0], "carried_in": ends[1],
        "state": said(f"chains.{row['status']}", lang), "differ": differ, "where": where or "—",
    }  # fmt: skip


def _linked(frame: object) -> object:
    """The chains of a panel, of cells or of the tables of reports; anything else as it is."""
    if isinstance(frame, ReportTables):
        return linked(frame)
    table = as_arrow(frame)
    names = table.column_names
    if "status" in names or not {"series", "cell_row"} & set(names):
        return table
    taken(table, _OF_PANEL if "series" in names else _OF_CELLS)
    return linked(table)


def _chart(rows: Rows, organs: list[str], width: int, lang: Lang) -> Any:  # noqa: ANN401  a chart of altair
    alt = altair()
    states = [said(f"chains.{one}", lang) for one in _STATUSES]
    years = list(range(min(row["year"] for row in rows), max(row["year"] for row in rows) + 1))
    base = alt.Chart(data(rows)).encode(
        x=alt.X("year:O", title=said("year", lang), scale=alt.Scale(domain=years),
                axis=alt.Axis(labelAngle=0, labelOverlap=True)),
        y=alt.Y("organ:N", title=None, scale=alt.Scale(domain=organs), axis=alt.Axis(grid=True)),
        tooltip=[
            alt.Tooltip("organ:N", title=said("organ", lang)),
            alt.Tooltip("year:O", title=said("year", lang)),
            alt.Tooltip("state:N", title=said("chains.status", lang)),
            alt.Tooltip("where:N", title=said("chains.where", lang)),
            alt.Tooltip("carried_out:Q", title=said("chains.out", lang), format=",~r"),
            alt.Tooltip("carried_in:Q", title=said("chains.in", lang), format=",~r"),
        ],
    )  # fmt: skip
    title = said("chains.status", lang)
    shades = [COLOURS["blue"], COLOURS["vermilion"], COLOURS["grey"]]
    legend = alt.Legend(orient="top", title=None, symbolSize=110, columns=max(width // 200, 1))
    signs = base.mark_point(size=90, strokeWidth=2, opacity=1).encode(
        color=alt.Color("state:N", title=title, scale=alt.Scale(domain=states, range=shades), legend=legend),
        shape=alt.Shape("state:N", title=title, scale=alt.Scale(domain=states, range=["circle", "cross", "triangle"]),
                        legend=legend),
    )  # fmt: skip
    words = base.transform_filter("datum.differ").mark_text(dy=-11, fontSize=9, color=INK).encode(text="differ:N")
    return alt.layer(signs, words).properties(width=max(width - 180, _NARROWEST), height=_HIGH * len(organs))
