"""A panel: what each organ reported of each quantity, year after year."""

from collections.abc import Iterable
from typing import Any

from govdisclosure.analysis.across.lists import Renamings, names_of
from govdisclosure.analysis.frames.table import Table
from govdisclosure.analysis.panels.figures import figures
from govdisclosure.analysis.panels.following import Followed
from govdisclosure.analysis.panels.schema import panel_schema
from govdisclosure.analysis.panels.series import Series, panel_series
from govdisclosure.analysis.returning.cells import cells_table
from govdisclosure.analysis.returning.faults import refuse
from govdisclosure.analysis.returning.frames import part
from govdisclosure.analysis.returning.heads import read_claims, read_reports
from govdisclosure.batch.arrow import arrow, column
from govdisclosure.errors import UsageError
from govdisclosure.model.place import CellName

__all__ = ["LEFT_OUT", "followed", "panel"]

LEFT_OUT = b"govdisclosure.left_out"
"""Where the metadata of a panel's schema says how many documents it leaves out, their organ or year not being known."""


def panel(
    tables: Any,  # noqa: ANN401  tables, or a frame of any library
    *,
    names: Renamings | None = None,
    reports: Any = None,  # noqa: ANN401  a frame of any library
    claims: Any = None,  # noqa: ANN401  a frame of any library
    series: Iterable[str] = (),
) -> Table:
    """What each organ reported of each quantity in each year: a row an organ, year and series.

    An organ is followed through changes of name. Where ``names`` says that it took over others, the years before are
    the sum of all of them, and unknown where one is missing. What is unknown is null, never zero; of several reports on
    one year nothing is added up, and none is taken where they differ.

    Args:
        tables: What has ``cells`` and may have ``reports`` and ``claims``; or a frame of cells.
        names: What organs are called last, and which went over into others, as ``read_renamed`` gives it.
        reports: A frame of reports, for those that have no table at all.
        claims: A frame of claims, for what prose states where there is no table.
        series: The series that are wanted, by their names; all of :func:`panel_series` when empty.

    Returns:
        Columns ``organ``, ``year``, ``series``, ``value``, ``edition`` (of the table that was read), ``origin``
        (``cell``, ``sum`` of cells or organs, ``claim``; null with the value), ``parts`` (the cells that make it),
        ``comparable`` (whether it counts what the form of 2021 counts) and what is to be said of it. Sorted by organ,
        year, and series in the order of :func:`panel_series`.

    Raises:
        UsageError: It is no frame, a column is missing, or a series is not known.
        MissingExtraError: Arrow is not installed.
    """
    wanted = _wanted(series)
    held, left_out = followed(tables, wanted, names=names, reports=reports, claims=claims)
    keys = [one.key for one in wanted]
    columns: dict[str, list[Any]] = {name: [] for name in panel_schema().names}
    for key, organ in held.organs.items():
        for year, values in held.rows(key):
            columns["organ"] += [organ] * len(keys)
            columns["year"] += [year] * len(keys)
            columns["series"] += keys
            for name, each in zip(panel_schema().names[3:], zip(*values, strict=True), strict=True):
                columns[name] += (None if one == "" else one for one in each)
    made = [column(columns[field.name], field.type) for field in panel_schema()]
    schema = panel_schema().with_metadata({LEFT_OUT: str(left_out)})
    return Table("panel", arrow().Table.from_arrays(made, schema=schema))


def followed(
    tables: Any,  # noqa: ANN401  tables, or a frame of any library
    series: tuple[Series, ...],
    *,
    names: Renamings | None = None,
    reports: Any = None,  # noqa: ANN401  a frame of any library
    claims: Any = None,  # noqa: ANN401  a frame of any library
) -> tuple[Followed, int]:
    """The documents behind a panel, each organ under its last name, and how many are left out."""
    held = part(tables, "cells")
    reports, claims = part(tables, "reports", reports), part(tables, "claims", claims)
    wanted = {cell for one in series for made in one.made.values() for cell in made.cells}
    heads, wrong = ({}, []) if reports is None else read_reports(reports)
    said, odd = ({}, []) if claims is None else read_claims(claims)
    refuse([*wrong, *odd])
    documents, left_out = figures(cells_table(tables if held is None else held), _sorted(wanted), heads, said)
    return Followed(documents=documents, names=names_of(names), series=series), left_out


def _wanted(series: Iterable[str]) -> tuple[Series, ...]:
    asked = (series,) if isinstance(series, str) else tuple(series)
    known = {one.key: one for one in panel_series()}
    for key in asked:
        if key not in known:
            raise UsageError(
                f"没有序列 {key!r}；全部序列见 panel_series()", f"no series {key!r}; panel_series() lists them"
            )
    return tuple(one for one in panel_series() if not asked or one.key in asked)


def _sorted(cells: Iterable[CellName]) -> list[CellName]:
    return sorted(cells, key=lambda one: (one.table, one.row, one.column))
