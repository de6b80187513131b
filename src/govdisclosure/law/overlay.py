"""Local overlays: what a province, city or county asks beyond the national rules, as data."""

import re
from collections.abc import Mapping

import attrs
import pendulum

from govdisclosure.law.duty import ReportDue
from govdisclosure.law.provision import Citation, Evidence, Instrument
from govdisclosure.law.reporting import local_due
from govdisclosure.model.agency import Agency, AgencyKind

__all__ = ["LocalHeading", "Overlay"]

_SPACE = re.compile(r"\s+")


@attrs.frozen(kw_only=True)
class LocalHeading:
    """A heading that a local rule adds.

    Attributes:
        name: Short English name, part of the subject of outcomes.
        title_zh: The heading in Chinese.
        title_en: The same in English.
        words: A heading of a report that holds one of these is it.
    """

    name: str
    title_zh: str
    title_en: str
    words: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Overlay:
    """What one local instrument asks beyond the national rules; never less than they do.

    Attributes:
        id: Short name, such as ``badaojiang-2009``; the ``origin`` of its outcomes.
        title_zh: Title of the instrument in Chinese, without marks.
        title_en: Title in English.
        number: Its document number; ``None`` where it has none or it is not known.
        regions: Names of areas; it binds an organ whose name holds one of them.
        report_years: First and last report year; the last is ``None`` while it holds.
        due: The day a report must be published, ``MM-DD`` in the year after, for each kind of organ it names.
        headings: The headings it adds.
        evidence: How well it is known; only ``source`` may carry an outcome of level ``error``.
        source: Where its text was seen.
        note: What a reader should know.
        note_zh: The same in Chinese.
    """

    id: str
    title_zh: str
    title_en: str
    number: str | None = None
    regions: tuple[str, ...]
    report_years: tuple[int, int | None]
    due: Mapping[AgencyKind, str] = attrs.field(factory=dict)
    headings: tuple[LocalHeading, ...] = ()
    evidence: Evidence = Evidence.INFERENCE
    source: str = ""
    note: str = ""
    note_zh: str = ""

    @property
    def cite(self) -> Citation:
        """The instrument, as outcomes cite it."""
        return Citation(
            instrument=Instrument(
                id=self.id,
                title_zh=self.title_zh,
                title_en=self.title_en,
                number=self.number,
                kind="notice",
                in_force_from=None,
                in_force_to=None,
                report_years=self.report_years,
                succeeds=None,
                names=(),
                evidence=self.evidence,
                text_evidence=self.evidence,
                sources=(self.source,) if self.source else (),
                checked_on=pendulum.Date(self.report_years[0], 1, 1),
                note=self.note,
                note_zh=self.note_zh,
            )
        )

    def governs(self, year: int) -> bool:
        """True when it holds for reports on a year."""
        first, last = self.report_years
        return first <= year and (last is None or year <= last)

    def binds(self, agency: Agency) -> bool:
        """True when the organ's name holds one of its areas."""
        name = _SPACE.sub("", agency.name)
        return any(region in name for region in self.regions)

    def due_for(self, year: int, kind: AgencyKind) -> ReportDue | None:
        """When it asks a report to be published; ``None`` where it names no day for such an organ.

        Args:
            year: The year reported on.
            kind: The kind of organ; one that is not known is given the latest of the days named, if every kind has one.
        """
        if kind is not AgencyKind.UNKNOWN:
            day = self.due.get(kind)
        else:
            named = [self.due.get(one) for one in AgencyKind if one is not AgencyKind.UNKNOWN]
            day = None if None in named else max(filter(None, named))
        return None if day is None else local_due(year, day, self.cite, self.evidence)
