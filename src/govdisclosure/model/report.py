"""The annual report on government information disclosure, as it was read."""

from enum import StrEnum
from functools import cached_property

import attrs
import pendulum

from govdisclosure.model.agency import Agency
from govdisclosure.model.claims import Breakdown, Claim, ClaimKind, ClaimScope, Part
from govdisclosure.model.edition import Edition
from govdisclosure.model.evidence import (
    Mechanism,
    MechanismKind,
    MechanismStatus,
    ProblemKind,
    ProblemStatement,
    Role,
)
from govdisclosure.model.place import Place, SourceMap
from govdisclosure.model.showing import report_html, report_repr, report_text
from govdisclosure.model.statistics import Statistics
from govdisclosure.text.language import Lang
from govdisclosure.text.normalise import fold
from govdisclosure.text.shown import Shown

__all__ = [
    "AnnualReport",
    "Breakdown",
    "Claim",
    "ClaimKind",
    "ClaimScope",
    "Content",
    "DateMention",
    "Edition",
    "Mechanism",
    "MechanismKind",
    "MechanismStatus",
    "Part",
    "Passage",
    "Period",
    "ProblemKind",
    "ProblemStatement",
    "Role",
    "Section",
    "SourceFile",
]


class Content(StrEnum):
    """What a section is about; one section may cover several."""

    OVERVIEW = "overview"
    PROACTIVE = "proactive"
    REQUESTS = "requests"
    FEES = "fees"
    REMEDIES = "remedies"
    PROBLEMS = "problems"
    OTHER = "other"
    PLAN = "plan"
    ANNEX = "annex"


@attrs.frozen(kw_only=True)
class SourceFile:
    """The bytes a report was read from.

    Attributes:
        uri: Path or name as the caller gave it; ``-`` for standard input, ``None`` for bytes without a name.
        sha256: Hex digest of the bytes.
        media_type: IANA media type the bytes were read as.
        encoding: The text encoding that was used; ``None`` for formats that are not text.
        undecoded: Number of places whose bytes are no text in that encoding; each stands as U+FFFD.
    """

    uri: str | None
    sha256: str
    media_type: str
    encoding: str | None = None
    undecoded: int = 0


@attrs.frozen(kw_only=True)
class Passage:
    """Words and the place they stand at."""

    text: str
    at: Place


@attrs.frozen(kw_only=True)
class DateMention:
    """A calendar date as printed.

    Attributes:
        on: The date.
        quote: The words it was read from.
        at: Where they stand.
        sure: False for a day of publication that the page prints without calling it that (时间, a bare date), or
            where it prints another day too.
        other: The latest later day that the page gives for the same; ``None`` where there is none.
    """

    on: pendulum.Date
    quote: str
    at: Place
    sure: bool = True
    other: pendulum.Date | None = None


@attrs.frozen(kw_only=True)
class Period:
    """The period the report says its figures cover, both days included.

    Attributes:
        start: First day; ``None`` where the printed words cannot be read as a day.
        end: Last day; ``None`` likewise.
        quote: The words it was read from.
        at: Where they stand.
    """

    start: pendulum.Date | None
    end: pendulum.Date | None
    quote: str
    at: Place


@attrs.frozen(kw_only=True)
class Section:
    """A top-level section.

    Attributes:
        heading: The heading as printed, number included.
        covers: What the heading announces, in the order of :class:`Content`; empty where it cannot be told.
        text: The section's text without its heading, white space at both ends trimmed.
        at: Place of heading and text together.
        heading_at: Place of the heading alone.
        number: The ordinal printed before the heading; ``None`` for an unnumbered one.
    """

    heading: str
    covers: tuple[Content, ...]
    text: str
    at: Place
    heading_at: Place
    number: int | None = None


@attrs.frozen(kw_only=True, slots=False)
class AnnualReport(Shown):
    """An annual report on government information disclosure, as it was read. Nothing in it has been judged.

    Attributes:
        agency: The organ that publishes it; ``None`` where the document does not say.
        year: The year it reports on; ``None`` where the document does not say.
        edition: The form it follows.
        title: Its title as printed, line breaks removed; ``None`` where there is none.
        published: The day the page says it was published.
        signed: The day at its foot or under its title.
        period: The period it says its figures cover.
        preamble: What stands before the first section, title and page furniture excluded.
        sections: Top-level sections in order.
        claims: Quantities stated in prose, in order.
        breakdowns: Wholes and parts stated in prose, in order.
        mechanisms: Systems and arrangements it gives evidence of, one entry a kind, in the order of the kinds.
        problems: What the problems section names.
        statistics: The statutory tables.
        source: The bytes it was read from.
        text: The text all places refer to.
        map: The way from ``text`` back to the source's lines.
        title_at: Where the title stands.
        year_at: Where the year was read.
    """

    agency: Agency | None = None
    year: int | None = None
    edition: Edition = Edition.FREE_FORM
    title: str | None = None
    published: DateMention | None = None
    signed: DateMention | None = None
    period: Period | None = None
    preamble: Passage | None = None
    sections: tuple[Section, ...] = ()
    claims: tuple[Claim, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    problems: tuple[ProblemStatement, ...] = ()
    statistics: Statistics = attrs.field(factory=Statistics)
    source: SourceFile | None = None
    text: str = attrs.field(default="", repr=False)
    map: SourceMap = attrs.field(factory=SourceMap, repr=False)
    title_at: Place | None = None
    year_at: Place | None = None

    def __repr__(self) -> str:
        """One line: whose report, of which year and form, and how much was read; personal numbers are masked."""
        return report_repr(self)

    def __str__(self) -> str:
        """What was read, a line each, in Chinese; see :meth:`render`."""
        return report_text(self)

    def render(self, lang: Lang = "zh") -> str:
        """What was read, a line each; personal numbers are masked. The report's own words are ``text``.

        Args:
            lang: ``zh`` or ``en``.
        """
        return report_text(self, lang)

    def to_html(self, lang: Lang | None = None) -> str:
        """The report as the official form: its head, its sections, its tables; personal numbers are masked.

        Args:
            lang: Language of the labels; Chinese and English when ``None``. The report's own words stand as they are.
        """
        return report_html(self, lang)

    @property
    def published_on(self) -> pendulum.Date | None:
        """The day the page says it was published."""
        return self.published.on if self.published else None

    @property
    def signed_on(self) -> pendulum.Date | None:
        """The day at its foot or under its title."""
        return self.signed.on if self.signed else None

    @cached_property
    def key(self) -> str:
        """``text`` folded for matching, character for character."""
        return fold(self.text)

    def place(self, start: int, end: int) -> Place:
        """The place of ``text[start:end]``."""
        return self.map.place(start, end)

    def covering(self, content: Content) -> tuple[Section, ...]:
        """The sections whose heading announces a content."""
        return tuple(section for section in self.sections if content in section.covers)

    def stating(self, *kinds: ClaimKind) -> tuple[Claim, ...]:
        """The claims of these kinds, in the order of the text."""
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], ())
        return tuple(claim for claim in self.claims if claim.kind in kinds)

    @cached_property
    def _by_kind(self) -> dict[ClaimKind, tuple[Claim, ...]]:
        found: dict[ClaimKind, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.kind, []).append(claim)
        return {kind: tuple(claims) for kind, claims in found.items()}
