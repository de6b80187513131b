"""When reports were published, against the day they were due."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from govdisclosure.analysis.plots.punctuality_layers import EARLY, LATE, TIMINGS, picture
from govdisclosure.analysis.plots.taking import Rows, asked, organ_word, taken
from govdisclosure.analysis.plots.theme import altair, empty, finished
from govdisclosure.analysis.plots.words import said, years_said
from govdisclosure.batch.arrow import Columns, plain_schema, table_of
from govdisclosure.errors import NotInForceError, UsageError
from govdisclosure.law import ReportDue, report_due
from govdisclosure.law.provision import Evidence
from govdisclosure.model.agency import AgencyKind
from govdisclosure.text.language import Lang, require_lang

if TYPE_CHECKING:
    import pyarrow as pa
    from altair.typing import ChartType

__all__ = ["plot_punctuality"]

_COLUMNS: Mapping[str, str] = MappingProxyType({"organ": "text", "year": "year", "published_on": "day"})
_OPTIONAL: Mapping[str, str] = MappingProxyType({"name": "text", "organ_kind": "text", "status": "text"})
_DUES: Columns = MappingProxyType(
    {"due_year": "int32", "due_kind": "text", "safe": "day", "latest": "day", "named": "bool"}
)
_FINE = 300  # of so many reports each day is drawn; of more, weeks that end or begin at the day due
_WEEK = 7
_PAIRS = """
SELECT DISTINCT year, coalesce(organ_kind, 'unknown') AS organ_kind FROM reports WHERE year IS NOT NULL ORDER BY ALL
"""
_YEARLESS = """
SELECT count(*) FILTER (coalesce(status, 'read') <> 'read') AS lost,
       count(*) FILTER (coalesce(status, 'read') = 'read') AS undated
FROM reports WHERE year IS NULL
"""
_TIMED = """
WITH due AS (
  SELECT reports.*, dues.*, coalesce(status, 'read') = 'read' AS was_read
  FROM reports LEFT JOIN dues ON reports.year = dues.due_year AND coalesce(organ_kind, 'unknown') = dues.due_kind
), timed AS (
  SELECT year, organ, published_on, safe, CASE
      WHEN NOT was_read THEN 'unread' WHEN safe IS NULL THEN 'not_due' WHEN published_on IS NULL THEN 'undated'
      WHEN published_on < make_date(year, 12, 31) THEN 'early' WHEN published_on <= safe THEN 'in_time'
      WHEN published_on <= latest OR NOT named THEN 'doubtful' ELSE 'late' END AS timing
  FROM due WHERE year IS NOT NULL
), placed AS (
  SELECT *, CASE WHEN timing IN ('in_time', 'doubtful', 'late')
                 THEN greatest($early, least($late, published_on - safe)) END AS days FROM timed
)
SELECT year, timing, CASE WHEN $step = 1 THEN days ELSE ceil(days / $step) * $step - $step // 2 END AS days,
       count(*) AS reports,
       min(published_on) AS first, max(published_on) AS last, min(safe) AS due, min(organ) AS organ,
       count(*) FILTER (published_on - safe NOT BETWEEN $early AND $late AND days IS NOT NULL) AS beyond
FROM placed GROUP BY ALL ORDER BY ALL
"""


def plot_punctuality(reports: object, *, width: int = 640, lang: Lang = "zh") -> "ChartType":
    """When reports were published, in days from the day that the law of their year sets for their kind of organ.

    Reports without a day of publication, and those that were not read, are counted beside the dated ones, each by
    itself. The picture compares dates and judges nothing: DDL101 also weighs what speaks against a printed date.

    Args:
        reports: A frame with the columns ``organ``, ``year`` and ``published_on`` and, where there are, ``organ_kind``
            and ``status``, see :func:`govdisclosure.analysis.report_tables`. Without a kind of organ the due day is
            that of an organ of which the kind is not known. Or the tables of reports.
        width: Width in pixels.
        lang: ``zh`` or ``en``.

    Raises:
        UsageError: Columns are missing or of another kind; the message names them.
        MissingExtraError: altair or Arrow is not installed.
    """
    require_lang(lang)
    altair()
    table = taken(reports, _COLUMNS, _OPTIONAL, table="reports")
    rows = _rows(table)
    if not rows:
        return empty(said("punctuality.bare", lang), lang, width)
    title = said("punctuality.title", lang, years=years_said(rows, lang))
    counts = {key: sum(row["reports"] for row in rows if row["timing"] == key) for key in TIMINGS}
    colon, joint = ("", "，") if lang == "zh" else (" ", ", ")
    listed = joint.join(f"{said(f'punctuality.{key}', lang)}{colon}{count}" for key, count in counts.items() if count)
    beyond = sum(row["beyond"] for row in rows)
    ((lost, undated),) = (tuple(one.values()) for one in asked(_YEARLESS, reports=table))
    notes = [
        said("punctuality.law", lang),
        said("punctuality.edges", lang, early=-EARLY, late=LATE, count=beyond) if beyond else "",
        said("no_year_reports", lang, count=undated) if undated else "",
        said("punctuality.lost", lang, count=lost) if lost else "",
    ]
    total = sum(counts.values())
    return finished(
        picture([_shown(row, lang) for row in rows], width, lang),
        title=title,
        notes=notes,
        description=said("punctuality.described", lang, title=title, count=total, counts=listed),
        width=width,
    )


def _rows(table: "pa.Table") -> Rows:
    """Reports counted by year, by how their day stands to the day due, and by days from it."""
    step = 1 if table.num_rows <= _FINE else _WEEK
    dues = _dues(asked(_PAIRS, reports=table))
    return asked(_TIMED, {"early": EARLY, "late": LATE, "step": step}, reports=table, dues=dues)


def _dues(pairs: Rows) -> "pa.Table":
    """The day due for each year and kind of organ that there is; null where there was no duty."""
    kinds = {one.value for one in AgencyKind}
    found = []
    for pair in pairs:
        kind = AgencyKind(pair["organ_kind"]) if pair["organ_kind"] in kinds else AgencyKind.UNKNOWN
        due = _due(pair["year"], kind)
        row = {"due_year": pair["year"], "due_kind": pair["organ_kind"], "safe": None, "latest": None, "named": False}
        if due is not None:
            named = due.evidence is Evidence.SOURCE and kind is not AgencyKind.INSTITUTION and due.latest is not None
            row |= {"safe": due.safe, "latest": due.latest, "named": named}
        found.append(row)
    return table_of(found, plain_schema(_DUES))


def _due(year: int, kind: AgencyKind) -> ReportDue | None:
    try:
        return report_due(year, kind)
    except (NotInForceError, UsageError):
        return None


def _shown(row: dict[str, Any], lang: Lang) -> dict[str, Any]:
    """A row with words: the organ and the day where it is one report, else how many and from when to when."""
    one = row["reports"] == 1
    between = row["first"] if row["first"] == row["last"] else f"{row['first']} – {row['last']}"
    who = organ_word(row["organ"], said("unknown_organ", lang)) if one else str(row["reports"])
    word = said(f"punctuality.{row['timing']}", lang)
    return {
        "year": row["year"], "days": row["days"], "reports": row["reports"], "word": word, "who": who,
        "when": between or said("punctuality.undated", lang), "due": row["due"] or "—",
        "place": TIMINGS.index(row["timing"]),
    }  # fmt: skip
