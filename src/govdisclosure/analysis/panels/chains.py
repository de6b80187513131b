"""What one year carried out against what the next carried in, organ by organ."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from govdisclosure.analysis.across.lists import Renamings
from govdisclosure.analysis.frames.arrow import as_arrow
from govdisclosure.analysis.frames.table import Table
from govdisclosure.analysis.panels.following import is_of_merger
from govdisclosure.analysis.panels.given import rows_of_panel
from govdisclosure.analysis.panels.panel import followed
from govdisclosure.analysis.panels.schema import chains_schema
from govdisclosure.analysis.panels.series import Made, Series
from govdisclosure.analysis.panels.values import Value, unknown
from govdisclosure.analysis.returning.frames import part
from govdisclosure.batch.arrow import table_of
from govdisclosure.model.agency import Agency
from govdisclosure.model.count import Count, Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import APPLICANTS, TableName
from govdisclosure.model.place import CellName
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.statistics import Cell, Grid, Statistics
from govdisclosure.rules.outcome import Kind, Message
from govdisclosure.rules.rule import Question
from govdisclosure.rules.years.xyr101_requests_carried import RULE

__all__ = ["chains"]

_OUT, _IN = "carried_out", "carried_in"
_FORMS = (Edition.UNIFIED_2021, Edition.UNIFIED_2019)
_Year = Mapping[tuple[str, str], Value]


def chains(tables: Any, *, names: Renamings | None = None) -> Table:  # noqa: ANN401  tables, or a frame of any library
    """Whether what each year carried out is what the next year carried in, as rule XYR101 compares it.

    Args:
        tables: A panel; what has ``cells``; or a frame of cells.
        names: As for :func:`panel`.

    Returns:
        Columns ``organ``, ``year`` (the later one), ``carried_out`` (of the year before) and ``carried_in`` (the
        totals; null where unknown), ``status``: ``kept``, ``broken`` (a column differs) or ``unknown`` (a total is
        not known on one side, and nothing differs; or one of the years is that of a merger, and whether its report
        counts for all who merged is not known), ``differs`` (the columns that do) and what is to be said of it. No row
        for a year without a table three on both sides.

    Raises:
        UsageError: As :func:`panel`.
        MissingExtraError: Arrow is not installed.
    """
    rows = []
    for organ, years in sorted(_years(tables, names).items()):
        for year in range(min(years) + 1, max(years) + 1):
            last, mine = years.get(year - 1, {}), years.get(year, {})
            if not any(one.edition in {form.value for form in _FORMS} for one in (*last.values(), *mine.values())):
                continue
            rows.append((organ, year, *_link(organ, year, last, mine)))
    keys = chains_schema().names
    return Table("chains", table_of((dict(zip(keys, row, strict=True)) for row in rows), chains_schema()))


@cache
def _carried() -> tuple[Series, ...]:
    """The two rows of table three, column by column, as series of their own."""
    cells = [CellName(table="requests", row=row, column=one.key) for row in (_OUT, _IN) for one in APPLICANTS]
    return tuple(
        Series(
            key=f"{cell.row}:{cell.column}",
            label=Message("", ""),
            made={form: Made(cells=(cell,)) for form in _FORMS},
        )
        for cell in cells
    )


def _years(tables: Any, names: Renamings | None) -> dict[str, dict[int, _Year]]:  # noqa: ANN401  a frame
    """By organ and year, the cells that were carried."""
    given = None if part(tables, "cells") is not None else as_arrow(tables)
    if given is not None and "series" in given.column_names:
        return _of_panel(rows_of_panel(given, ("edition", "origin")))
    held, _ = followed(tables, _carried(), names=names)
    keys = [(row, column) for row, _, column in (one.key.partition(":") for one in _carried())]
    return {
        organ: {year: dict(zip(keys, values, strict=True)) for year, values in held.rows(key)}
        for key, organ in held.organs.items()
    }


def _of_panel(rows: Iterable[Mapping[str, Any]]) -> dict[str, dict[int, _Year]]:
    found: dict[str, dict[int, dict[tuple[str, str], Value]]] = {}
    for row in rows:
        table, _, name = row["series"].partition(".")
        if table == "requests" and name in {_OUT, _IN} and row["origin"] != "claim":
            value = unknown(row["note_zh"] or "", row["note_en"] or "")._replace(
                value=row["value"], edition=row["edition"]
            )
            found.setdefault(row["organ"], {}).setdefault(row["year"], {})[name, "total"] = value
    return {organ: dict(years) for organ, years in found.items()}


def _link(organ: str, year: int, last: _Year, mine: _Year) -> tuple[Any, ...]:
    """What was carried out and in, whether both agree, and the columns that differ."""
    out, into = last.get((_OUT, "total")), mine.get((_IN, "total"))
    question = Question(report=_report(organ, year, mine, _IN), previous=_report(organ, year - 1, last, _OUT))
    accused = {Kind.FAIL, Kind.REVIEW}
    wrong = [finding.subject for finding in RULE.check(question) if finding.kind in accused]
    differs = [subject.partition(":")[2] for subject in wrong]
    sides = [one for one in (out, into) if one is not None]
    values = [None if one is None else one.value for one in (out, into)]
    doubtful = any(map(is_of_merger, sides))
    status = "broken" if differs and not doubtful else "unknown" if differs or None in values else "kept"
    said = [one for one in sides if one.value is None or (differs and is_of_merger(one))]
    zh, en = "；".join(one.zh for one in said if one.zh), "; ".join(one.en for one in said if one.en)
    return (*values, status, differs, zh or None, en or None)


def _report(organ: str, year: int, cells: _Year, row: str) -> AnnualReport:
    """A report with the cells of one row and nothing else."""
    held = tuple(
        Cell(row=row, column=column, count=_count(one.value))
        for (row_, column), one in cells.items()
        if row_ == row and one.value is not None
    )
    edition = Edition.UNIFIED_2021
    grid = Grid(table=TableName.REQUESTS, edition=edition, cells=held)
    return AnnualReport(agency=Agency(name=organ), year=year, edition=edition, statistics=Statistics(requests=grid))


def _count(value: Decimal) -> Count:
    exact = int(value) if value == value.to_integral_value() else value
    return Count(printed=Printed.NUMBER, text=str(exact), value=exact)
