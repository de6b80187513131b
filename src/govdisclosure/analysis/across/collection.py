"""The reports of many organs, organ by organ."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, runtime_checkable

import attrs

from govdisclosure import api
from govdisclosure.analysis.across.lists import Names, organ_key
from govdisclosure.errors import ReadError
from govdisclosure.model.report import AnnualReport
from govdisclosure.plugins import Plugins
from govdisclosure.rules.outcome import Message

__all__ = ["Collection", "Group", "OrganReports", "Unread", "read_collection"]


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
        reports: Its reports, by year.
    """

    organ: str
    reports: tuple[AnnualReport, ...]

    @property
    def key(self) -> str:
        """Its name as it is compared."""
        return organ_key(self.organ)


@attrs.frozen(kw_only=True)
class Group:
    """The reports on one year of an organ and of those whose figures it sums up.

    Attributes:
        superior: That organ's name as it is compared.
        year: The year.
        members: Their reports on that year, its own among them.
    """

    superior: str
    year: int
    members: tuple[OrganReports, ...]


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

    @property
    def left_out(self) -> tuple[Message, ...]:
        """What cannot be looked at in this collection."""
        ...

    @property
    def last(self) -> int | None:
        """The last year on which two organs report, or the one there is; a year that was misread is no such year."""
        ...

    def organs(self) -> Iterator[OrganReports]:
        """The organs in the order of their names as compared, with what carries over from year to year."""
        ...

    def received(self) -> Iterator[OrganReports]:
        """The same, with the requests received alone."""
        ...

    def groups(self, above: Mapping[str, str]) -> Iterator[Group]:
        """Organs with those whose figures they sum up, in the order of their names as compared and of the years.

        Args:
            above: For the organs below, the one that sums them up, all as compared.
        """
        ...


class _Held:
    """Reports in memory."""

    left_out: tuple[Message, ...] = ()

    def __init__(self, reports: Iterable[AnnualReport], unread: Iterable[Unread], names: Names) -> None:
        every = [called(report, names) for report in reports]
        known = [report for report in every if report.agency is not None]
        self._organs: dict[str, list[AnnualReport]] = {}
        for report in known:
            self._organs.setdefault(organ_key(_name(report)), []).append(report)
        self.unread = tuple(unread)
        self.nameless = len(every) - len(known)
        years = Counter(year for reports in self._organs.values() for year in {report.year for report in reports})
        few = min(2, len(self._organs))
        self.last = max((year for year, count in years.items() if year is not None and count >= few), default=None)

    def organs(self) -> Iterator[OrganReports]:
        for key in sorted(self._organs):
            reports = tuple(sorted(self._organs[key], key=order))
            yield OrganReports(organ=_name(reports[0]), reports=reports)

    received = organs

    def groups(self, above: Mapping[str, str]) -> Iterator[Group]:
        pairs = sorted({*((superior, organ) for organ, superior in above.items()), *((s, s) for s in above.values())})
        found: dict[tuple[str, int], list[OrganReports]] = {}
        for superior, organ in pairs:
            by_year: dict[int, list[AnnualReport]] = {}
            for report in sorted(self._organs.get(organ, ()), key=order):
                if report.year is not None:
                    by_year.setdefault(report.year, []).append(report)
            for year, reports in by_year.items():
                one = OrganReports(organ=_name(reports[0]), reports=tuple(reports))
                found.setdefault((superior, year), []).append(one)
        for superior, year in sorted(found):
            yield Group(superior=superior, year=year, members=tuple(found[superior, year]))


def called(report: AnnualReport, names: Names) -> AnnualReport:
    """A report by the last name of its organ, where the organ was renamed."""
    agency = report.agency
    if agency is None or agency.name not in names:
        return report
    return attrs.evolve(report, agency=attrs.evolve(agency, name=names.alone(agency.name, report.year)))


def _name(report: AnnualReport) -> str:
    return "" if report.agency is None else report.agency.name


def order(report: AnnualReport) -> tuple[int, str]:
    """Where a report stands among those of its organ."""
    return report.year or 0, (report.source.uri if report.source else None) or ""


def read_collection(
    sources: Iterable[AnnualReport | ReadError | str | os.PathLike[str]],
    names: Names | None = None,
    *,
    plugins: Plugins | None = None,
) -> Collection:
    """Reports in memory.

    Args:
        sources: Reports, the paths of files, or why a file cannot be read.
        names: What organs are called last.
        plugins: Their readers are asked about files that the package does not read itself.

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
            found.append(source if isinstance(source, AnnualReport) else api.read(source, plugins=plugins))
        except ReadError as error:
            unread.append(Unread(error.source, error.zh, error.en))
    return _Held(found, unread, names or Names())
