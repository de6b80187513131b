"""Statutory tables made by hand, and lawful ones made at random."""

from decimal import Decimal
from random import Random
from typing import Any

from govdisclosure.model.count import Count, Printed
from govdisclosure.model.forms import REMEDIES, REQUESTS_2019, REQUESTS_2021, Form, TableName, forms_of
from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, Edition
from govdisclosure.model.statistics import Cell, Grid, Statistics

PEOPLE = ("natural_person", "commercial", "research", "public_welfare", "legal_service", "other_organisation")
BALANCE = ("received", "carried_in", "total", "carried_out")
FORMS = {Edition.UNIFIED_2019: REQUESTS_2019, Edition.UNIFIED_2021: REQUESTS_2021}
# How a cell without a figure is written in the rows below.
SIGNS = {"": Printed.BLANK, "/": Printed.DASH, "?": Printed.ILLEGIBLE}


def count(value: int | str | Decimal, at: Place | None = None) -> Count:
    """A number, or with ``""``, ``/`` and ``?`` a blank, a dash and an unreadable cell."""
    if isinstance(value, str) and value in SIGNS:
        return Count(printed=SIGNS[value], text=value, at=at)
    number = Decimal(value) if isinstance(value, str) else value
    return Count(printed=Printed.NUMBER, text=str(value), value=number, at=at)


def grid(form: Form, rows: dict[str, tuple], **fields: Any) -> Grid:
    """A table from its rows, each with the figures of its columns in the order of the form; ``None`` is no cell."""
    cells = tuple(
        Cell(row=key, column=column, count=count(value))
        for key, values in rows.items()
        for column, value in zip(form.row(key).columns, values, strict=True)
        if value is not None
    )
    return Grid(table=form.table, edition=form.edition, cells=cells, **fields)


def changed(table: Grid, *cells: tuple[str, str, Any]) -> Grid:
    """The same table with other figures in some cells; ``None`` takes the cell away."""
    new = {(row, column): value for row, column, value in cells}
    kept = tuple(
        cell if (cell.row, cell.column) not in new else Cell(row=cell.row, column=cell.column, count=count(value))
        for cell in table
        if (value := new.get((cell.row, cell.column), 0)) is not None
    )
    return Grid(table=table.table, edition=table.edition, cells=kept, oddities=table.oddities, at=table.at)


def requests(edition: Edition = Edition.UNIFIED_2021, results: dict[tuple[str, str], int] | None = None) -> Grid:
    """Table three whose sums hold, from its results; nothing carried in, one of each column carried over."""
    form = FORMS[edition]
    given = results or {}
    kinds = [row.key for row in form.rows if row.key not in BALANCE]
    cells = {(row, column): given.get((row, column), 0) for row in kinds for column in PEOPLE}
    for column in PEOPLE:
        cells["total", column] = sum(cells[row, column] for row in kinds)
        cells["carried_in", column] = 0
        cells["carried_out", column] = 1
        cells["received", column] = cells["total", column] + 1
    for row in form.rows:
        cells[row.key, "total"] = sum(cells[row.key, column] for column in PEOPLE)
    rows = {row.key: tuple(cells[row.key, column] for column in row.columns) for row in form.rows}
    return grid(form, rows)


def random_requests(edition: Edition, seed: int, most: int = 900) -> Grid:
    """Table three whose sums hold, with figures at random, zeros among them."""
    random = Random(seed)  # noqa: S311  no secret
    kinds = [row.key for row in FORMS[edition].rows if row.key not in BALANCE]
    given = {(row, column): random.choice((0, 0, random.randint(0, most))) for row in kinds for column in PEOPLE}
    return requests(edition, given)


def remedies(*blocks: tuple, edition: Edition = Edition.UNIFIED_2021, **fields: Any) -> Grid:
    """Table four from its three blocks of five figures."""
    form = REMEDIES[edition]
    return grid(form, {row.key: block for row, block in zip(form.rows, blocks, strict=True)}, **fields)


def proactive(edition: Edition = Edition.UNIFIED_2021, **rows: tuple) -> Grid:
    """Table two from its rows."""
    (form,) = (one for one in forms_of(TableName.PROACTIVE) if one.edition is edition)
    return grid(form, rows)


def tabled(*tables: Grid, **fields: Any) -> AnnualReport:
    """A report of the form of 2021 with these tables."""
    statistics = Statistics(**{table.table.value: table for table in tables})
    return AnnualReport(**{"year": 2022, "edition": Edition.UNIFIED_2021, "statistics": statistics, **fields})
