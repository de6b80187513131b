"""Requests, outcomes and grounds as rows for a picture, from a panel or from cells."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from govdisclosure.analysis.frames.arrow import as_arrow
from govdisclosure.analysis.plots.taking import asked, taken
from govdisclosure.batch.arrow import arrow
from govdisclosure.errors import UsageError

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["CELLS", "FLOWS", "OUTCOMES", "PANEL", "SERIES", "doubled", "is_cells", "panel_of", "used_cells"]

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

# Of several reports of one organ on one year the last by name counts, as where organs are judged across years.
_USED = """
SELECT * FROM cells WHERE year IS NOT NULL
QUALIFY name = max(name) OVER (PARTITION BY coalesce(organ, name), year)
"""
_PANEL = """
SELECT coalesce(organ, name) AS organ, year, split_part(cell_row, '.', 1) AS series,
       CASE WHEN count(value) = count(*) THEN sum(value) END AS value
FROM used
WHERE cell_table = 'requests' AND cell_column = 'total' AND list_contains($series, split_part(cell_row, '.', 1))
GROUP BY ALL ORDER BY ALL
"""


def is_cells(frame: object) -> bool:
    """Whether a frame holds the cells of tables, not a panel."""
    return "cell_row" in as_arrow(frame).column_names


def panel_of(frame: object) -> "pa.Table":
    """A panel with the columns that pictures need: organ, year, series, value, comparable, note_zh, note_en.

    Args:
        frame: A panel; or cells, of which the totals of table three are taken: a series of several rows is null where
            one of its rows is.

    Raises:
        UsageError: Columns are missing or of another kind, or no row is of a series that is known.
    """
    pa = arrow()
    if is_cells(frame):
        found = asked(_PANEL, {"series": list(SERIES)}, used=used_cells(taken(frame, CELLS)))
        schema = pa.schema([("organ", pa.string()), ("year", pa.int32()), ("series", pa.string()),
                            ("value", pa.decimal128(38, 10))])  # fmt: skip
        return taken(pa.Table.from_pylist(found, schema), PANEL, _REMARKS)
    table = taken(frame, PANEL, _REMARKS)
    _require_once(table)
    named = set(table.column("series").unique().to_pylist())
    if named and not named & set(SERIES):
        raise UsageError(
            f"没有可画的项目：{'、'.join(sorted(map(str, named))[:5])}；可画的有{'、'.join(SERIES)}",
            f"no series that can be drawn: {', '.join(sorted(map(str, named))[:5])}; known are {', '.join(SERIES)}",
        )
    return table


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
    """The cells of one report for each organ and year; those without a year are left out."""
    return _arrow_of(_USED, cells)


def doubled(cells: "pa.Table") -> tuple[int, int]:
    """How many reports are left out because another one of their organ and year is used; how many without a year."""
    (row,) = asked(
        """
        WITH named AS (SELECT DISTINCT name, organ, year FROM cells)
        SELECT count(*) FILTER (year IS NOT NULL) - count(DISTINCT (coalesce(organ, name), year))
                   FILTER (year IS NOT NULL) AS doubled,
               count(*) FILTER (year IS NULL) AS undated
        FROM named
        """,
        cells=cells,
    )
    return row["doubled"], row["undated"]


def _arrow_of(sql: str, cells: "pa.Table") -> "pa.Table":
    from govdisclosure.batch.database import duckdb_module  # noqa: PLC0415  an extra

    with duckdb_module().connect(":memory:") as connection:
        connection.register("cells", cells)
        return connection.execute(sql).to_arrow_table()
