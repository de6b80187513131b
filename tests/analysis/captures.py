"""A report, and captures of it in which something was changed."""

from pathlib import Path
from typing import Any

import attrs
from tests.rules.grids import count

from govdisclosure import api
from govdisclosure.model.forms import TableName
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.statistics import Cell

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PAGE = (EXAMPLES / "county-government-2023.html").read_text("utf-8")


def changed_page(*pairs: tuple[str, str]) -> bytes:
    """The page with some words replaced; each stands there once."""
    page = PAGE
    for old, new in pairs:
        assert page.count(old) == 1, old
        page = page.replace(old, new)
    return page.encode()


def with_cell(report: AnnualReport, table: TableName, cell: tuple[str, str], value: Any) -> AnnualReport:
    """The report with another figure in one cell."""
    grid = report.statistics[table]
    cells = tuple(
        Cell(row=one.row, column=one.column, count=attrs.evolve(count(value), at=one.count.at, unit=one.count.unit))
        if (one.row, one.column) == cell
        else one
        for one in grid
    )
    statistics = attrs.evolve(report.statistics, **{table.value: attrs.evolve(grid, cells=cells)})
    return attrs.evolve(report, statistics=statistics)


def prose(*paragraphs: str, year: int = 2012, heading: str = "一、概述") -> bytes:
    """A report of one section, a paragraph a line."""
    lines = (f"青石县水利局{year}年政府信息公开工作年度报告", heading, *paragraphs)
    return ("\n".join(lines) + "\n").encode()


def report() -> AnnualReport:
    """The report as it was first captured."""
    return api.read(PAGE.encode())
