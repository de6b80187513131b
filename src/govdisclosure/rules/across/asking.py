"""What is asked of a rule about all reports of an organ."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from math import log1p
from statistics import median

import attrs

from govdisclosure.model.agency import AdministrativeLevel, AgencyKind
from govdisclosure.model.forms import TableName
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.rule import BlankIs
from govdisclosure.rules.tables import cell_value
from govdisclosure.text.display import one_line
from govdisclosure.text.personal import mask_personal

__all__ = ["FIRST_YEAR", "FiguresOf", "OrganQuestion", "Peers", "Scale", "name_of", "received"]

FIRST_YEAR = 2008
"""The first year on which a report was due (2007 Art 31)."""
_Group = tuple[int, AgencyKind, AdministrativeLevel]
FiguresOf = Mapping[_Group, tuple[int, ...]]
"""Requests received, in order of size, by year, kind and level of organ."""


@attrs.frozen(kw_only=True)
class Scale:
    """The figures of a group, and what a figure is measured by.

    Attributes:
        figures: The figures in order of size; at least one.
        middle: The median of their logarithms.
        deviation: The median deviation from it.
    """

    figures: tuple[int, ...] = attrs.field(repr=False)
    middle: float
    deviation: float


@attrs.frozen(kw_only=True, slots=False)
class Peers:
    """How many requests organs received.

    Attributes:
        figures: By year, kind and level of organ, in order of size.
    """

    figures: FiguresOf = attrs.field(factory=dict, repr=False)
    _scales: dict[_Group, Scale] = attrs.field(factory=dict, init=False, repr=False, eq=False)

    def scale(self, group: _Group) -> Scale | None:
        """What a figure of a group is measured by, worked out once a group; ``None`` where no figure is known."""
        figures = self.figures.get(group)
        if not figures:
            return None
        if group not in self._scales:
            logs = [log1p(one) for one in figures]
            middle = median(logs)
            deviation = median(abs(one - middle) for one in logs)
            self._scales[group] = Scale(figures=figures, middle=middle, deviation=deviation)
        return self._scales[group]

    @classmethod
    def of(cls, reports: Iterable[AnnualReport], blank_is: BlankIs = "open") -> "Peers":
        """From reports; those of which organ, year or figure is not known say nothing."""
        found: dict[_Group, list[int]] = {}
        for report in reports:
            group, value = cls.group(report), received(report, blank_is)
            if group is not None and value is not None:
                found.setdefault(group, []).append(value)
        return cls(figures={group: tuple(sorted(values)) for group, values in found.items()})

    @staticmethod
    def group(report: AnnualReport) -> _Group | None:
        """The group a report is of; ``None`` where what it is of is not known."""
        agency, year = report.agency, report.year
        if agency is None or year is None or agency.kind is AgencyKind.UNKNOWN:
            return None
        return year, agency.kind, agency.level


@attrs.frozen(kw_only=True, slots=False, eq=False)
class OrganQuestion:
    """What is asked of a rule about all reports of one organ.

    Attributes:
        organ: Its name.
        reports: Its reports, in any order.
        first: The first year of which a report is due, where the user says so.
        last: The last year, likewise.
        peers: What other organs received; ``None`` where there are none to compare with.
        blank_is: What a blank cell of a table counts as.
    """

    organ: str
    reports: tuple[AnnualReport, ...]
    first: int | None = None
    last: int | None = None
    peers: Peers | None = None
    blank_is: BlankIs = "open"

    @cached_property
    def by_year(self) -> Mapping[int, tuple[AnnualReport, ...]]:
        """The reports of each year, in order of the years; the one that is used is the last of its year.

        Of several that is the one published last, as a correction would be; where that is not known, the last by name.
        """
        found: dict[int, list[AnnualReport]] = {}
        for report in self.reports:
            if report.year is not None:
                found.setdefault(report.year, []).append(report)
        return {year: tuple(sorted(found[year], key=_age)) for year in sorted(found)}

    @cached_property
    def used(self) -> Mapping[int, AnnualReport]:
        """One report a year."""
        return {year: reports[-1] for year, reports in self.by_year.items()}

    @property
    def undated(self) -> int:
        """Reports whose year could not be read."""
        return sum(report.year is None for report in self.reports)


def _age(report: AnnualReport) -> tuple[str, str]:
    return str(report.published_on or ""), name_of(report)


def name_of(report: AnnualReport) -> str:
    """The name of a report's document, safe to show."""
    return one_line(mask_personal((report.source.uri if report.source else None) or "?"))


def received(report: AnnualReport, blank_is: BlankIs = "open") -> int | None:
    """How many requests a report says were received: the total of table three; ``None`` where that is not known.

    What is printed below zero is no number of requests: a rule on the table judges it, none compares it.
    """
    grid = report.statistics[TableName.REQUESTS]
    value = None if grid is None else cell_value(grid, "received", "total", blank_is)
    return None if value is None or value < 0 else int(value)
