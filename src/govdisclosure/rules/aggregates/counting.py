"""Which of the reports of the organs below are summed up, and what their figures add up to."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

import attrs

from govdisclosure.model.agency import Agency, AgencyKind
from govdisclosure.model.forms import TableName
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.organs import Kinship, kinship, name_tail
from govdisclosure.rules.outcome import Message
from govdisclosure.rules.rule import BlankIs, Parts
from govdisclosure.rules.tables import cell_value
from govdisclosure.text.normalise import fold, squeeze

__all__ = ["SUMS_UP", "Counted", "counted"]

SUMS_UP = frozenset((AgencyKind.GOVERNMENT, AgencyKind.TOWNSHIP, AgencyKind.SUBDISTRICT, AgencyKind.ZONE_COMMITTEE))
"""Organs that report for others too."""


@attrs.frozen(kw_only=True)
class Counted:
    """The reports to be summed up.

    Attributes:
        reports: Those that count.
        left_out: Those that do not, each with the reason.
        unread: Names of those that could not be read, or not well enough to know whose and of which year they are.
    """

    reports: tuple[AnnualReport, ...]
    left_out: tuple[tuple[str, Message], ...]
    unread: tuple[str, ...]

    def total(self, table: TableName, cell: tuple[str, str], blank_is: BlankIs) -> tuple[int | Decimal, int]:
        """The sum of what was read of a cell, and in how many reports it could not be read."""
        grids = [report.statistics[table] for report in self.reports]
        values = [None if grid is None else cell_value(grid, *cell, blank_is) for grid in grids]
        read = [value for value in values if value is not None]
        return sum(read), len(values) - len(read) + len(self.unread)


def counted(whole: AnnualReport, parts: Parts) -> Counted:
    """Choose the reports that count; each organ once, and none that the report of another part holds already."""
    kept: list[AnnualReport] = []
    alike: dict[str, list[Agency]] = {}
    left_out: list[tuple[str, Message]] = []
    unread = list(parts.unread)
    for number, part in enumerate(parts.reports, 1):
        agency = part.agency
        if agency is None or part.year is None:
            unread.append((part.source and part.source.uri) or (agency and agency.name) or f"#{number}")
        elif part.year != whole.year:
            left_out.append((agency.name, Message(f"是{part.year}年度的报告", f"on {part.year}")))
        elif whole.agency is not None and kinship(whole.agency, agency) is Kinship.SAME:
            left_out.append((agency.name, Message("是本机关自己的报告", "the organ's own report")))
        elif any(kinship(one, agency) is Kinship.SAME for one in alike.get(name_tail(agency), ())):
            left_out.append((agency.name, Message("同一机关有两份报告", "a second report of this organ")))
        else:
            alike.setdefault(name_tail(agency), []).append(agency)
            kept.append(part)
    inside = dict(_held_by_others(whole, kept))
    left_out += (
        (_name(kept[number]), Message(f"已由{_name(holder)}汇总", f"already in the report of {_name(holder)}"))
        for number, holder in inside.items()
    )
    reports = tuple(part for number, part in enumerate(kept) if number not in inside)
    return Counted(reports=reports, left_out=tuple(left_out), unread=tuple(unread))


def _held_by_others(whole: AnnualReport, kept: Sequence[AnnualReport]) -> Iterator[tuple[int, AnnualReport]]:
    """Organs of an area whose own government is among the parts: their position, and that government's report."""
    own = _area(whole)
    governments = {_area(part): part for part in kept if part.agency is not None and part.agency.kind in SUMS_UP}
    for number, part in enumerate(kept):
        area = _area(part)
        holder = governments.get(area)
        if area and area != own and holder is not None and holder is not part:
            yield number, holder


def _name(report: AnnualReport) -> str:
    return report.agency.name if report.agency else ""


def _area(report: AnnualReport) -> str:
    region = report.agency.region if report.agency else None
    return squeeze(fold(region or ""))
