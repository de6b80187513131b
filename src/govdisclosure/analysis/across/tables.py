"""The reports in the folder that a batch left, organ by organ, few of them in memory at a time."""

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any, TypeAlias

from govdisclosure.analysis.across.collection import Collection, Group, OrganReports, Unread, order
from govdisclosure.analysis.across.lists import Names, organ_key
from govdisclosure.analysis.returning.building import NOWHERE, report_of
from govdisclosure.batch.results import dataset, left_in, parts, readable, require_whole
from govdisclosure.documents.endings import PASSED_OVER
from govdisclosure.errors import MissingExtraError, UsageError
from govdisclosure.model.forms import TableName
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.statistics import Oddity, OddityKind
from govdisclosure.rules.outcome import Message

__all__ = ["reports_of_batch"]

_Given: TypeAlias = tuple[Iterable[tuple[Any, ...]], Iterable[tuple[str, str]]]
_AT_ONCE = 2_000
_MEMORY = "512MB"
_EVERY_YEAR = (0, 9999)
_YEARS = range(2000, 2101)
_TABLES = tuple(table.value for table in (TableName.PROACTIVE, TableName.REQUESTS, TableName.REMEDIES))
_CARRIED = "c.cell_table <> 'requests' OR c.cell_row IN ('received', 'carried_in', 'carried_out')"
_RECEIVED = "c.cell_table = 'requests' AND c.cell_row = 'received' AND c.cell_column = 'total'"
_ROWS_JUDGED, _FORM_JUDGED = "STR202", "STR106"


def reports_of_batch(folder: str | os.PathLike[str], names: Names | None = None) -> Collection:
    """The reports in the folder that a batch left: names, years, days and tables, without their text.

    Args:
        folder: The folder.
        names: What organs are called last.

    Raises:
        UsageError: It is no folder of a batch, or its tables are of a version that is not known.
        MissingExtraError: DuckDB or Arrow is not installed.
    """
    return _Batch(Path(folder), names or Names())


class _Batch:
    """Reports out of the tables of a batch, sorted by organ on disk."""

    def __init__(self, folder: Path, names: Names) -> None:
        self._folder = folder
        left = left_in(folder)
        with self._connected(()) as connection:
            rows = connection.execute(_UNREAD, [PASSED_OVER]).fetchall()
            self.unread = tuple(Unread(*(one or "" for one in row)) for row in rows)
            (self.nameless,) = connection.execute(_NAMELESS).fetchone()
            (self.last,) = connection.execute(_LAST).fetchone()
            (count,) = connection.execute("SELECT count(*) FROM reports").fetchone()
            organs = [organ for (organ,) in connection.execute(_ORGANS).fetchall()]
        require_whole(left, count)
        self._names = [row for organ in organs for row in _called(organ, names)]
        self.left_out = (*left.notes, _PROSE)

    @contextmanager
    def _connected(self, names: Iterable[tuple[Any, ...]], pairs: Iterable[tuple[str, str]] = ()) -> Iterator[Any]:
        """A database in memory that sees the tables and spills to a folder of its own, which goes with it."""
        try:
            import duckdb  # noqa: PLC0415  an extra
            import pyarrow as pa  # noqa: PLC0415  an extra
        except ImportError:
            raise MissingExtraError("batch", "读取批量结果", "reading the results of a batch") from None
        with readable(self._folder, duckdb.Error):
            yield from self._opened(duckdb, pa, (names, pairs))

    def _opened(self, duckdb: Any, pa: Any, given: _Given) -> Iterator[Any]:  # noqa: ANN401  modules
        names, pairs = given
        with (
            tempfile.TemporaryDirectory(prefix="govdisclosure-") as spill,
            duckdb.connect(":memory:", config={"temp_directory": spill, "memory_limit": _MEMORY}) as connection,
        ):
            for table in ("reports", "cells", "outcomes"):
                if not parts(self._folder, table):
                    raise UsageError(f"{self._folder} 中没有 {table} 表", f"{self._folder} has no table {table}")
                connection.register(table, dataset(self._folder, table))
            text, number = pa.string(), pa.int32()
            fields = [("organ", text), ("first", number), ("last", number), ("key", text), ("shown", text)]
            connection.register("names", _arrow(pa, fields, names))
            connection.register("pairs", _arrow(pa, [("superior", text), ("member", text)], pairs))
            yield connection

    def organs(self) -> Iterator[OrganReports]:
        return self._organs(_CARRIED)

    def received(self) -> Iterator[OrganReports]:
        return self._organs(_RECEIVED)

    def _organs(self, wanted: str) -> Iterator[OrganReports]:
        reports = self._reports(_SOLE, "", wanted, ())
        for _, rows in groupby(reports, key=lambda one: one[0]["key"]):
            found = tuple(sorted((_report(*row) for row in rows), key=order))
            yield OrganReports(organ=_name(found[0]), reports=found)

    def groups(self, above: Mapping[str, str]) -> Iterator[Group]:
        pairs = {*((superior, organ) for organ, superior in above.items()), *((s, s) for s in above.values())}
        reports = self._reports("p.superior", "JOIN pairs p ON p.member = n.key", "true", sorted(pairs))
        dated = (one for one in reports if one[0]["year"] is not None)
        for (superior, year), rows in groupby(dated, key=lambda one: (one[0]["superior"], one[0]["year"])):
            members = []
            for _, own in groupby(rows, key=lambda one: one[0]["key"]):
                found = tuple(sorted((_report(*row) for row in own), key=order))
                members.append(OrganReports(organ=_name(found[0]), reports=found))
            yield Group(superior=superior, year=year, members=tuple(members))

    def _reports(
        self, superior: str, joined: str, wanted: str, pairs: Iterable[tuple[str, str]]
    ) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
        """Each report with its cells, in the order of superior, year where there is one, organ and document."""
        by_year = "year," if joined else ""
        with self._connected(self._names, pairs) as heads, self._connected(self._names, pairs) as cells:
            found = _rows(heads, _HEADS.format(superior=superior, joined=joined, by_year=by_year))
            figures = groupby(
                _rows(cells, _CELLS.format(superior=superior, joined=joined, by_year=by_year, wanted=wanted)),
                key=lambda row: (row["superior"], row["key"], row["name"]),
            )
            waiting = next(figures, None)
            for row in found:
                own: list[dict[str, Any]] = []
                if waiting is not None and waiting[0] == (row["superior"], row["key"], row["name"]):
                    own = list(waiting[1])
                    waiting = next(figures, None)
                yield row, own


_SOLE = "''"
_UNREAD = """
SELECT name, fault_zh, fault_en FROM reports
WHERE status <> 'read' AND NOT starts_with(coalesce(fault_en, ''), ?) ORDER BY name
"""
_NAMELESS = "SELECT count(*) FROM reports WHERE status = 'read' AND organ IS NULL"
_LAST = """
WITH years AS (SELECT year, count(DISTINCT organ) AS organs FROM reports WHERE status = 'read' GROUP BY year)
SELECT max(year) FROM years
WHERE organs >= least(2, (SELECT count(DISTINCT organ) FROM reports WHERE status = 'read')) AND organs > 0
"""
_ORGANS = "SELECT DISTINCT organ FROM reports WHERE status = 'read' AND organ IS NOT NULL ORDER BY organ"
_WHOSE = "JOIN names n ON n.organ = {0}.organ AND coalesce({0}.year, 0) BETWEEN n.first AND n.last {{joined}}"
_HEADS = f"""
SELECT {{superior}} AS superior, n.key AS key, n.shown AS organ, r.name, organ_kind, organ_level, region, year, edition,
       published_on, digest, media_type,
       (SELECT list(o.rule || ' ' || o.subject || ' ' || o.kind) FROM outcomes o
        WHERE o.name = r.name AND o.rule IN ('{_ROWS_JUDGED}', '{_FORM_JUDGED}')) AS judged
FROM reports r {_WHOSE.format("r")}
WHERE r.status = 'read' ORDER BY superior, {{by_year}} n.key, r.name
"""  # noqa: S608  no value of a user
_CELLS = f"""
SELECT {{superior}} AS superior, n.key AS key, c.name, year, edition, cell_table, cell_row, cell_column, printed, value,
       text, unit, page, char_start, char_end
FROM cells c {_WHOSE.format("c")}
WHERE c.cell_table IN {_TABLES} AND ({{wanted}}) ORDER BY superior, {{by_year}} n.key, c.name, cell_table
"""  # noqa: S608  no value of a user
_PROSE = Message(
    "批量结果只比较统计表；没有统计表的年度，正文所述结转数未比较",
    "of a batch the tables alone are compared: where a year has none, what prose says was carried over is not",
)


def _called(organ: str, names: Names) -> Iterator[tuple[str, int, int, str, str]]:
    """For an organ's name, from which to which year of a report it means which organ."""
    if organ not in names:
        yield organ, *_EVERY_YEAR, organ_key(organ), organ
        return
    for year in (0, *_YEARS):
        after = names.alone(organ, year)
        yield organ, year, year, organ_key(after), after


def _arrow(pa: Any, fields: list[tuple[str, Any]], rows: Iterable[tuple[Any, ...]]) -> Any:  # noqa: ANN401  a table
    columns = list(zip(*rows, strict=True)) or [()] * len(fields)
    made = [pa.array(column, kind) for column, (_, kind) in zip(columns, fields, strict=True)]
    return pa.Table.from_arrays(made, names=[name for name, _ in fields])


def _rows(connection: Any, sql: str) -> Iterator[dict[str, Any]]:  # noqa: ANN401  a connection
    cursor = connection.execute(sql)
    names = [one[0] for one in cursor.description]
    while rows := cursor.fetchmany(_AT_ONCE):
        for row in rows:
            yield dict(zip(names, row, strict=True))


def _name(report: AnnualReport) -> str:
    return "" if report.agency is None else report.agency.name


def _report(head: Mapping[str, Any], cells: list[dict[str, Any]]) -> AnnualReport:
    odd = set(head["judged"] or ())
    unsure = (Oddity(kind=OddityKind.UNKNOWN_ROW, label="", at=NOWHERE),)
    tables = {row["cell_table"] for row in cells}
    return report_of(head, cells, {table: unsure for table in tables if not _is_sure(table, odd)})


def _is_sure(table: str, judged: set[str]) -> bool:
    """Whether the rows of a table were judged and none is odd; else no figure of it may be called wrong."""
    was_judged = any(one.startswith(_ROWS_JUDGED) for one in judged)
    was_judged = was_judged and any(one.startswith(_FORM_JUDGED) for one in judged)
    faults = (f"{_ROWS_JUDGED} extra:", f"{_ROWS_JUDGED} repeated:", f"{_FORM_JUDGED} mixture:")
    return was_judged and not any(one.startswith(tuple(f"{fault}{table} " for fault in faults)) for one in judged)
