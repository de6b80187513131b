"""Requests, outcomes and grounds as rows for a picture, from a panel or from cells."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from govdisclosure.analysis.frames.arrow import as_arrow
from govdisclosure.analysis.frames.reports import ReportTables
from govdisclosure.analysis.frames.table import Table
from govdisclosure.analysis.panels.panel import LEFT_OUT, panel
from govdisclosure.analysis.plots.taking import asked, held, taken
from govdisclosure.errors import UsageError

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = [
    "CELLS",
    "FLOWS",
    "OUTCOMES",
    "PANEL",
    "SERIES",
    "doubled",
    "is_cells",
    "panel_of",
    "require_series",
    "used_cells",
]

PANEL: Mapping[str, str] = MappingProxyType({"organ": "text", "year": "year", "series": "text", "value": "figure"})
_REMARKS = MappingProxyType({"comparable": "flag", "note_zh": "text", "note_en": "text"})
CELLS: Mapping[str, str] = MappingProxyType(
    {
        "name": "text",
        "organ": "text",
        "year": "year",
        "cell_table": "text",
        "cell_row": "text",
        "cell_column": "text",
        "value": "figure",
    }
)
_MORE_CELLS: Mapping[str, str] = MappingProxyType({"edition": "text", "printed": "text", "unit": "text"})
SERIES: Mapping[str, str] = MappingProxyType(
    {
        "received": "requests_received",
        "carried_in": "requests_carried_in",
        "carried_out": "requests_carried_out",
        "granted": "requests_granted",
        "partly_granted": "requests_partly_granted",
        "denied": "requests_denied",
        "unavailable": "requests_unavailable",
        "not_processed": "requests_not_processed",
        "other": "requests_other",
    }
)
"""The series that pictures know, and under which key the model has words for each."""
FLOWS = ("received", "carried_out")
OUTCOMES = ("granted", "partly_granted", "denied", "unavailable", "not_processed", "other")

# Where several reports of one organ on one year give different figures, none is taken.
_USED = """
SELECT coalesce(organ, name) AS organ, year, cell_table, cell_row, cell_column,
       CASE WHEN count(value) = count(*) AND count(DISTINCT value) = 1 THEN min(value) END AS value,
       count(DISTINCT name) > 1 AS several, organ IS NULL AS unnamed
FROM cells WHERE year IS NOT NULL GROUP BY ALL
"""
_BARE = """
SELECT * REPLACE (CASE WHEN list_contains($series, series[10:]) AND starts_with(series, 'requests.')
                       THEN series[10:] ELSE series END AS series) FROM panel
"""


def is_cells(frame: object) -> bool:
    """Whether a frame holds the cells of tables, not a panel."""
    return isinstance(frame, ReportTables) or "cell_row" in as_arrow(frame).column_names


def panel_of(frame: object) -> tuple["pa.Table", int]:
    """A panel with the columns that pictures need, and how many reports it leaves out.

    The series of table three go by their short names, ``received`` for ``requests.received``.

    Args:
        frame: A panel; or cells, or the tables of reports, of which a panel is made.

    Raises:
        UsageError: Columns are missing or of another kind, or a figure stands twice.
    """
    if not isinstance(frame, ReportTables | Table):
        frame = as_arrow(frame)  # once, whatever is asked of it below
    if is_cells(frame):
        if not isinstance(frame, ReportTables):
            taken(frame, {**CELLS, **_MORE_CELLS})
        frame = panel(frame, series=[f"requests.{key}" for key in SERIES])
    left_out = int((frame.arrow.schema.metadata or {}).get(LEFT_OUT, 0)) if isinstance(frame, Table) else 0
    table = held(_BARE, {"series": list(SERIES)}, panel=taken(frame, PANEL, _REMARKS))
    _require_once(table)
    return table, left_out


def require_series(panel: "pa.Table") -> None:
    """Refuse a panel that has rows but none of requests.

    Raises:
        UsageError: It has none.
    """
    named = set(panel.column("series").unique().to_pylist())
    if named and not named & set(SERIES):
        found = sorted(map(str, named))[:5]
        raise UsageError(
            f"没有可画的项目：{'、'.join(found)}；可画的有{'、'.join(SERIES)}",
            f"no series that can be drawn: {', '.join(found)}; known are {', '.join(SERIES)}",
        )


def _require_once(panel: "pa.Table") -> None:
    """A figure that stands twice would count twice."""
    found = asked("SELECT organ, year, series FROM panel GROUP BY ALL HAVING count(*) > 1 ORDER BY ALL", panel=panel)
    if found:
        year, series = found[0]["year"], found[0]["series"]
        raise UsageError(
            f"同一机关、年度、项目只能有一行，有{len(found)}组重复（如{year}年度{series}）",
            f"one row for each organ, year and series; {len(found)} stand more than once (such as {series} of {year})",
        )


def used_cells(cells: "pa.Table") -> "pa.Table":
    """The cells of each organ and year once, null where its reports differ; those without a year are left out."""
    return held(_USED, cells=cells)


def doubled(cells: "pa.Table") -> tuple[int, int]:
    """How often there are several reports of one organ on one year, and how many reports have no year."""
    (row,) = asked(
        """
        WITH named AS (SELECT DISTINCT name, coalesce(organ, name) AS organ, year FROM cells),
             years AS (SELECT organ, year, count(*) AS reports FROM named WHERE year IS NOT NULL GROUP BY ALL)
        SELECT (SELECT count(*) FROM years WHERE reports > 1) AS doubled,
               (SELECT count(*) FROM named WHERE year IS NULL) AS undated
        """,
        cells=cells,
    )
    return row["doubled"], row["undated"]
