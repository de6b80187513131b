"""The reports of many organs, organ by organ: from reports that were read, or from the tables of a batch."""

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

import attrs
import pendulum

from govdisclosure import api
from govdisclosure.analysis.across.lists import organ_key
from govdisclosure.documents.endings import PASSED_OVER
from govdisclosure.errors import MissingExtraError, ReadError, UsageError
from govdisclosure.model.agency import AdministrativeLevel, Agency, AgencyKind
from govdisclosure.model.count import Count, Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import TableName
from govdisclosure.model.place import CellName, Place
from govdisclosure.model.report import AnnualReport, DateMention, SourceFile
from govdisclosure.model.statistics import Cell, Grid, Statistics
from govdisclosure.rules.organs import name_key

__all__ = ["Collection", "OrganReports", "Unread", "read_collection", "reports_of_batch"]

_AT_ONCE = 50_000


@attrs.frozen
class Unread:
    """A document that could not be read."""

    name: str
    zh: str
    en: str


@attrs.frozen(kw_only=True)
class OrganReports:
    """The reports of one organ.

    Attributes:
        organ: Its name as first met.
        reports: Its reports.
    """

    organ: str
    reports: tuple[AnnualReport, ...]


@runtime_checkable
class Collection(Protocol):
    """Reports that can be gone through more than once, those of an organ together."""

    @property
    def unread(self) -> tuple[Unread, ...]:
        """What could not be read."""
        ...

    @property
    def nameless(self) -> int:
        """How many reports name no organ that could be read; nothing is said of them."""
        ...

    def organs(self) -> Iterator[OrganReports]:
        """The organs in the order of their names."""
        ...


class _Held:
    """Reports in memory."""

    def __init__(self, reports: Iterable[AnnualReport], unread: Iterable[Unread], names: Mapping[str, str]) -> None:
        every = [called(report, names) for report in reports]
        known = [report for report in every if report.agency is not None]
        self._groups: dict[str, list[AnnualReport]] = {}
        for report in known:
            self._groups.setdefault(_key(report), []).append(report)
        self.unread = tuple(unread)
        self.nameless = len(every) - len(known)

    def organs(self) -> Iterator[OrganReports]:
        for key in sorted(self._groups):
            reports = tuple(sorted(self._groups[key], key=_order))
            yield OrganReports(organ=_name(reports[0]), reports=reports)


def called(report: AnnualReport, names: Mapping[str, str]) -> AnnualReport:
    """A report by the last name of its organ, where the organ was renamed."""
    agency = report.agency
    after = None if agency is None else names.get(organ_key(agency.name))
    if agency is None or after is None:
        return report
    return attrs.evolve(report, agency=attrs.evolve(agency, name=after))


def _key(report: AnnualReport) -> str:
    return "" if report.agency is None else name_key(report.agency)


def _name(report: AnnualReport) -> str:
    return "" if report.agency is None else report.agency.name


def _order(report: AnnualReport) -> tuple[int, str]:
    return report.year or 0, (report.source.uri if report.source else None) or ""


def read_collection(
    sources: Iterable[AnnualReport | ReadError | str | os.PathLike[str]], names: Mapping[str, str] | None = None
) -> Collection:
    """Reports in memory.

    Args:
        sources: Reports, the paths of files, or why a file cannot be read.
        names: For earlier names of organs, as compared, the last ones.

    Returns:
        The reports by organ; a file that cannot be read is in ``unread``.
    """
    found: list[AnnualReport] = []
    unread: list[Unread] = []
    for source in sources:
        if isinstance(source, ReadError):
            unread.append(Unread(source.source, source.zh, source.en))
            continue
        try:
            found.append(source if isinstance(source, AnnualReport) else api.read(source))
        except ReadError as error:
            unread.append(Unread(error.source, error.zh, error.en))
    return _Held(found, unread, names or {})


def reports_of_batch(folder: str | os.PathLike[str], names: Mapping[str, str] | None = None) -> Collection:
    """The reports in the folder that a batch left: names, years, days and tables, without their text.

    Args:
        folder: The folder.
        names: For earlier names of organs, as compared, the last ones.

    Raises:
        UsageError: It is no folder of a batch.
        MissingExtraError: DuckDB is not installed.
    """
    return _Batch(Path(folder), names or {})


class _Batch:
    """Reports out of the tables of a batch, sorted by organ on disk, so that few are in memory at a time."""

    def __init__(self, folder: Path, names: Mapping[str, str]) -> None:
        self._folder = folder
        self._names = names
        if not (folder / "run.json").is_file():
            raise UsageError(f"{folder} 不是批量结果文件夹", f"{folder} is no folder of a batch")
        with self._connected() as connection:
            rows = connection.execute(_UNREAD, [PASSED_OVER]).fetchall()
            self.unread = tuple(Unread(*row) for row in rows)
            (self.nameless,) = connection.execute(_NAMELESS).fetchone()

    def _connected(self) -> Any:  # noqa: ANN401  a connection
        try:
            import duckdb  # noqa: PLC0415  an extra
        except ImportError:
            raise MissingExtraError("batch", "读取批量结果", "reading the results of a batch") from None
        connection = duckdb.connect(":memory:", config={"temp_directory": tempfile.gettempdir()})
        for table in ("reports", "cells"):
            pattern = str(self._folder / table / "part-*.parquet").replace("'", "''")
            connection.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{pattern}')")  # noqa: S608  a path
        for number, (before, after) in enumerate(sorted(self._names.items())):
            if number == 0:
                connection.execute("CREATE TABLE names (before VARCHAR, after VARCHAR)")
            connection.execute("INSERT INTO names VALUES (?, ?)", [before, after])
        if not self._names:
            connection.execute("CREATE TABLE names (before VARCHAR, after VARCHAR)")
        return connection

    def organs(self) -> Iterator[OrganReports]:
        with self._connected() as heads, self._connected() as cells:
            figures = groupby(_rows(cells, _CELLS), key=lambda row: (row["organ"], row["name"]))
            waiting = next(figures, None)
            for organ, rows in groupby(_rows(heads, _HEADS), key=lambda row: row["organ"]):
                reports = []
                for row in rows:
                    found: list[dict[str, Any]] = []
                    if waiting is not None and waiting[0] == (organ, row["name"]):
                        found = list(waiting[1])
                        waiting = next(figures, None)
                    reports.append(_report(row, found))
                yield OrganReports(organ=organ, reports=tuple(sorted(reports, key=_order)))


_CALLED = "coalesce((SELECT min(after) FROM names WHERE before = regexp_replace({0}.organ, '\\s', '', 'g')), {0}.organ)"
_UNREAD = """
SELECT name, fault_zh, fault_en FROM reports
WHERE status <> 'read' AND NOT starts_with(coalesce(fault_en, ''), ?) ORDER BY name
"""
_NAMELESS = "SELECT count(*) FROM reports WHERE status = 'read' AND organ IS NULL"
_HEADS = f"""
SELECT {_CALLED.format("reports")} AS organ, name, organ_kind, organ_level, region, year, edition, published_on,
       digest, media_type
FROM reports WHERE status = 'read' AND reports.organ IS NOT NULL ORDER BY organ, name
"""  # noqa: S608  no value of a user
_CELLS = f"""
SELECT {_CALLED.format("cells")} AS organ, name, edition, cell_table, cell_row, cell_column, printed, value, text, unit,
       page, char_start, char_end
FROM cells WHERE cells.organ IS NOT NULL ORDER BY organ, name, cell_table
"""  # noqa: S608  no value of a user


def _rows(connection: Any, sql: str) -> Iterator[dict[str, Any]]:  # noqa: ANN401  a connection
    cursor = connection.execute(sql)
    names = [one[0] for one in cursor.description]
    while rows := cursor.fetchmany(_AT_ONCE):
        for row in rows:
            yield dict(zip(names, row, strict=True))


def _report(head: Mapping[str, Any], cells: list[dict[str, Any]]) -> AnnualReport:
    agency = Agency(
        name=head["organ"],
        kind=AgencyKind(head["organ_kind"]),
        level=AdministrativeLevel(head["organ_level"]),
        region=head["region"],
    )
    on = head["published_on"]
    day = None if on is None else pendulum.Date(on.year, on.month, on.day)
    grids = {table: _grid(table, list(rows)) for table, rows in groupby(cells, key=lambda row: row["cell_table"])}
    return AnnualReport(
        agency=agency,
        year=head["year"],
        edition=Edition(head["edition"]),
        published=None if day is None else DateMention(on=day, quote=str(day), at=Place(start=0, end=0)),
        statistics=Statistics(**grids),
        source=SourceFile(uri=head["name"], sha256=head["digest"] or "", media_type=head["media_type"] or ""),
    )


def _grid(table: str, rows: list[dict[str, Any]]) -> Grid:
    cells = tuple(
        Cell(row=row["cell_row"], column=row["cell_column"], count=_count(row)) for row in rows if _is_whole(row)
    )
    return Grid(table=TableName(table), edition=Edition(rows[0]["edition"]), cells=cells)


def _is_whole(row: Mapping[str, Any]) -> bool:
    """Whether the figure stands in the table; one that the column cannot hold stands there as its text alone."""
    return row["printed"] != Printed.NUMBER.value or row["value"] is not None


def _count(row: Mapping[str, Any]) -> Count:
    exact = row["value"]
    value = int(exact) if exact is not None and exact == exact.to_integral_value() else exact
    name = CellName(table=row["cell_table"], row=row["cell_row"], column=row["cell_column"])
    at = None
    if row["char_start"] is not None and row["char_end"] is not None:
        at = Place(start=row["char_start"], end=row["char_end"], page=row["page"], cell=name)
    return Count(printed=Printed(row["printed"]), text=row["text"], value=value, unit=row["unit"], at=at)
