"""Two reports of one organ on two years running."""

from typing import Any

import attrs
from tests.rules.asking import ask
from tests.rules.building import department
from tests.rules.grids import changed, requests, tabled

from govdisclosure.model.edition import Edition
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.statistics import Grid
from govdisclosure.rules.outcome import Outcome
from govdisclosure.rules.rule import Rule

ORGAN, OTHER = department(), department("白河县水利局", region="白河县")
OLD_NAME, NEW_NAME = department("青石县国土资源局"), department("青石县自然资源局")


def of_year(year: int | None, *tables: Grid, **fields: Any) -> AnnualReport:
    """A report of the organ on a year, with these tables."""
    return tabled(*tables, **{"year": year, "agency": ORGAN, **fields})


def compared(rule: Rule, report: AnnualReport, previous: AnnualReport, **asked: Any) -> tuple[Outcome, ...]:
    """The outcomes of a rule that compares the two."""
    return ask(rule, report, previous=previous, **asked)


def subjects(outcomes: tuple[Outcome, ...]) -> dict[str, str]:
    """The verdict on each subject."""
    return {outcome.subject: outcome.kind.value for outcome in outcomes}


def carrying(row: str, values: tuple[Any, ...], edition: Edition = Edition.UNIFIED_2021) -> Grid:
    """Table three with these figures in one row."""
    table = requests(edition)
    columns = table.form.row(row).columns
    return changed(table, *((row, column, value) for column, value in zip(columns, values, strict=True)))


# What any rule on two years says of reports that cannot be compared.
APART = [
    ({"year": 2020}, {}, "notApplicable"),
    ({"year": 2022}, {}, "notApplicable"),
    ({"year": None}, {}, "open"),
    ({}, {"year": None}, "open"),
    ({"agency": OTHER}, {}, "notApplicable"),
    ({"agency": None}, {}, "open"),
    ({}, {"agency": None}, "open"),
]


def apart(rule: Rule, last: dict[str, Any], mine: dict[str, Any], *tables: Grid) -> tuple[Outcome, ...]:
    """The outcomes for two reports that differ in these fields."""
    report, previous = of_year(2022, *tables), of_year(2021, *tables)
    return compared(rule, attrs.evolve(report, **mine), attrs.evolve(previous, **last))
