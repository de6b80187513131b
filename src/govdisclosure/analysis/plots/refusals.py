"""What was refused, on which ground."""

from typing import TYPE_CHECKING, Any

from govdisclosure.analysis.plots.figures import CELLS, doubled, used_cells
from govdisclosure.analysis.plots.taking import Rows, asked, of_organ, organ_word, taken
from govdisclosure.analysis.plots.theme import INK, altair, data, empty, finished
from govdisclosure.analysis.plots.words import said, years_said
from govdisclosure.model.edition import Edition
from govdisclosure.model.form import Form, TableName
from govdisclosure.model.forms import forms_of
from govdisclosure.model.showing import model_word
from govdisclosure.text.display import columns
from govdisclosure.text.language import Lang, require_lang

if TYPE_CHECKING:
    from altair.typing import ChartType

__all__ = ["plot_refusals"]

_GROUPS = ("denied", "unavailable", "not_processed")
_ANNEX = "answered.denied"
_HIGH, _LABELS, _LETTER = 23, 255, 5.8
_NARROWEST, _WIDEST = 33, 58
_SUMS = """
WITH rows AS (SELECT * FROM used
              WHERE (cell_table = 'requests' AND cell_column = 'total')
                 OR (cell_table = 'annex' AND cell_column = 'year')),
     reports AS (SELECT year, cell_table, count(DISTINCT organ) AS reports FROM rows GROUP BY ALL)
SELECT year, cell_table, cell_row, sum(value) AS value, count(value) AS known, any_value(reports) AS reports
FROM rows JOIN reports USING (year, cell_table) WHERE list_contains($rows, cell_row)
GROUP BY ALL ORDER BY ALL
"""
_COUNT = """
SELECT count(DISTINCT organ) AS organs, min(organ) AS organ, count(DISTINCT (organ, year)) AS reports FROM used
"""


def plot_refusals(cells: object, *, organ: str | None = None, width: int = 640, lang: Lang = "zh") -> "ChartType":
    """On which grounds requests were denied, not answered for want of information, or not processed, year by year.

    The figures are the totals of table three, and of the statistics annex for the reports that have one. A cell that
    no report gives is blank; a zero is printed as such.

    Args:
        cells: A frame of cells, or the tables of reports, see :func:`govdisclosure.analysis.report_tables`.
        organ: One organ alone; else all are added up.
        width: Width in pixels.
        lang: ``zh`` or ``en``.

    Raises:
        UsageError: Columns are missing or of another kind; the message names them.
        MissingExtraError: altair or Arrow is not installed.
    """
    require_lang(lang)
    altair()
    table = taken(cells, CELLS, table="cells")
    if organ is not None:
        table = of_organ(table, organ)
    grounds = _grounds(lang)
    used = used_cells(table)
    rows = asked(_SUMS, {"rows": list(grounds)}, used=used)
    known = [row for row in rows if row["value"] is not None]
    bare = said("refusals.bare", lang)
    if not known:
        return empty(bare, lang, width)
    for row in rows:
        row.update(grounds[row["cell_row"]])
        partly = row["known"] < row["reports"]
        row["shown"] = "" if row["value"] is None else f"{row['value']}{'*' if partly and row['known'] else ''}"
        row["of"] = f"{row['known']}/{row['reports']}"
    return _drawn((table, used), rows, organ, width, lang)


def _drawn(tables: tuple[Any, Any], rows: Rows, organ: str | None, width: int, lang: Lang) -> "ChartType":
    table, used = tables
    (count,) = asked(_COUNT, used=used)
    whose = said("all_organs", lang, count=count["organs"])
    if organ is not None or count["organs"] == 1:
        whose = organ_word(organ or count["organ"], "")
    title = said("refusals.title", lang, whose=whose, years=years_said(rows, lang))
    twice, undated = doubled(table)
    notes = [
        said("refusals.gap", lang),
        said("refusals.part", lang) if any(row["shown"].endswith("*") for row in rows) else "",
        said("refusals.annex", lang) if any(row["cell_table"] == "annex" for row in rows) else "",
        said("several", lang, count=twice) if twice else "",
        said("no_year_reports", lang, count=undated) if undated else "",
    ]
    sums: dict[str, float] = {}
    for row in rows:
        if row["value"] is not None:
            key = f"{row['group']}: {row['ground']}" if lang == "en" else f"{row['group']}—{row['ground']}"
            sums[key] = sums.get(key, 0) + row["value"]
    most = min(sums, key=lambda ground: (-sums[ground], ground))
    described = said("refusals.described", lang, title=title, count=count["reports"], grounds=len(sums), most=most,
                     sum=sums[most])  # fmt: skip
    return finished(_groups(rows, width, lang), title=title, notes=notes, description=described, width=width)


def _grounds(lang: Lang) -> dict[str, dict[str, Any]]:
    """The rows of the forms that are grounds, each with its group, its words and its place."""
    found: dict[str, dict[str, Any]] = {}
    annex = forms_of(TableName.ANNEX)[-1]
    for form, groups in ((_latest(), _GROUPS), (annex, (_ANNEX,))):
        for row in form.rows:
            group = next((one for one in groups if row.key.startswith(f"{one}.")), None)
            if group is not None:
                word = row.label if lang == "zh" else row.en.removeprefix("denied: ")
                found[row.key] = {"ground": word, "group": _group_word(group, lang), "place": len(found)}
    return found


def _latest() -> Form:
    return next(form for form in forms_of(TableName.REQUESTS) if form.edition is Edition.UNIFIED_2021)


def _group_word(group: str, lang: Lang) -> str:
    return said("refusals.annex_group", lang) if group == _ANNEX else model_word(f"requests_{group}", lang)


def _groups(rows: Rows, width: int, lang: Lang) -> Any:  # noqa: ANN401  a chart of altair
    """A block for each group of grounds, one below the other, with one scale of colours."""
    alt = altair()
    most = max(row["value"] for row in rows if row["value"] is not None)
    groups = list(dict.fromkeys(row["group"] for row in sorted(rows, key=lambda row: row["place"])))
    limit = min(round(_LETTER * max(columns(row["ground"]) for row in rows)) + 10, _LABELS)
    spans = {table: _years([row for row in rows if row["cell_table"] == table]) for table in ("requests", "annex")}
    box = min(max((width - limit) / max(map(len, spans.values())), _NARROWEST), _WIDEST)
    blocks = []
    for group in groups:
        own = [row for row in rows if row["group"] == group]
        blocks.append(_block(own, spans[own[0]["cell_table"]], most, (box, limit), lang).properties(title=_head(group)))
    return alt.vconcat(*blocks, spacing=16)


def _years(rows: Rows) -> list[int]:
    """The years from the first to the last of which there is a figure."""
    years = [row["year"] for row in rows]
    return list(range(min(years), max(years) + 1)) if years else []


def _head(group: str) -> Any:  # noqa: ANN401  a title of altair
    return altair().TitleParams(group, fontSize=12, anchor="start", frame="group", offset=4, color=INK)


def _block(rows: Rows, years: list[int], most: float, sizes: tuple[float, int], lang: Lang) -> Any:  # noqa: ANN401
    alt = altair()
    box, limit = sizes
    order = list(dict.fromkeys(row["ground"] for row in sorted(rows, key=lambda row: row["place"])))
    base = alt.Chart(data(rows)).encode(
        x=alt.X("year:O", title=None, scale=alt.Scale(domain=years), axis=alt.Axis(labelAngle=0, labelOverlap=True)),
        y=alt.Y("ground:N", title=None, scale=alt.Scale(domain=order),
                axis=alt.Axis(labelLimit=limit, minExtent=limit)),
        tooltip=[
            alt.Tooltip("year:O", title=said("year", lang)),
            alt.Tooltip("ground:N", title=said("refusals.ground", lang)),
            alt.Tooltip("value:Q", title=said("value", lang), format=",~r"),
            alt.Tooltip("of:N", title=said("refusals.known", lang)),
        ],
    )  # fmt: skip
    scale = alt.Scale(type="sqrt", domain=[0, max(most, 1)], range=["#f3f8fc", "#08519c"], interpolate="rgb")
    boxes = base.transform_filter("isValid(datum.value)").mark_rect(stroke="white")
    # Where black on the colour becomes hard to read, white is easy to read.
    ink = alt.condition(f"datum.value > {0.58 * most}", alt.value("white"), alt.value("black"))
    words = base.mark_text(fontSize=10 if box > _NARROWEST else 9).encode(text="shown:N", color=ink)
    shade = alt.Color("value:Q", scale=scale, legend=None)
    return alt.layer(boxes.encode(color=shade), words).properties(width=box * len(years), height=_HIGH * len(order))
