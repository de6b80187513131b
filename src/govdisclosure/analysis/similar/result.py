"""What a search for near-identical text found. It says where to look; it accuses no one."""

from decimal import Decimal
from enum import StrEnum
from functools import cached_property

import attrs

from govdisclosure.analysis.similar.wording import pair_message
from govdisclosure.rules.outcome import Kind, Message
from govdisclosure.text.language import Lang
from govdisclosure.text.shown import Shown, pre

__all__ = [
    "Cluster",
    "Discounted",
    "Likeness",
    "Party",
    "Reason",
    "Relation",
    "SharedPassage",
    "SharedText",
    "SimilarTexts",
    "Unjudged",
]


class Relation(StrEnum):
    """How two reports stand to each other."""

    DUPLICATE = "duplicate"
    """One document filed twice: the same bytes, or one organ's and year's with the same text."""
    VERSIONS = "versions"
    """Two texts of one organ's report on one year."""
    SAME_ORGAN = "same_organ"
    """One organ, two years."""
    SAME_YEAR = "same_year"
    """Two organs, one year."""
    OTHER = "other"
    """Two organs and two years; or the organ or the year of one is not known."""


class Reason(StrEnum):
    """Why a sentence is discounted, or a report not judged."""

    PRESCRIBED = "prescribed"
    """The form or the law words the sentence."""
    COMMON = "common"
    """The sentence stands in very many organs' reports; a report of which little is left without such sentences."""
    SHORT = "short"
    """A report with too little text."""


@attrs.frozen(kw_only=True)
class Party:
    """One of the reports.

    Attributes:
        name: Name of the document.
        organ: The organ's name; ``None`` where it is not known.
        year: The year reported on, likewise.
        region: The area in the organ's name, likewise.
        digest: Digest of the document's bytes, likewise.
        characters: Characters compared: masked, without the sentences discounted.
        characters_before: The same with them.
        cut: True where the text is so long that its end was not compared.
    """

    name: str
    organ: str | None
    year: int | None
    region: str | None
    digest: str | None
    characters: int
    characters_before: int
    cut: bool = False


@attrs.frozen(kw_only=True)
class Likeness:
    """How alike two masked texts are: of the different stretches of five characters in either, those in both.

    Attributes:
        shared: Stretches in both, the numerator.
        total: Stretches in either, the denominator.
    """

    shared: int
    total: int

    @property
    def share(self) -> Decimal:
        """From 0 to 1; 0 where there is nothing to compare."""
        return Decimal(self.shared) / self.total if self.total else Decimal(0)


@attrs.frozen(kw_only=True)
class SharedPassage:
    """A passage of both reports, alike but for names, places, dates, numbers and signs, and a few characters at most.

    Attributes:
        number: Ordinal of the section in the first report; ``None`` without one.
        heading: Heading of that section.
        start: Where the passage begins in the text of the first report.
        end: One past its end there.
        text: Its words there, as printed.
        other_number: Ordinal of the section in the second report.
        other_heading: Heading of that section.
        other_start: Where the passage begins in the text of the second report.
        other_end: One past its end there.
        other_text: Its words there, as printed.
        size: Masked characters that are the same.
    """

    number: int | None
    heading: str
    start: int
    end: int
    text: str
    other_number: int | None
    other_heading: str
    other_start: int
    other_end: int
    other_text: str
    size: int


@attrs.frozen(kw_only=True)
class Discounted:
    """A sentence in both reports that counts on neither side.

    Attributes:
        text: Its words in the first report, as printed.
        reason: Why it does not count.
        organs: In how many organs' reports it stands, in a collection in which that can be told.
    """

    text: str
    reason: Reason
    organs: int | None = None


@attrs.frozen(kw_only=True, slots=False)
class SharedText:
    """Two reports with near-identical text.

    Attributes:
        first: The one that comes first by organ, year and name.
        second: The other.
        relation: How they stand to each other.
        related: True where one organ's name contains the other's, or they are alike in one area: one may rightly
            write for both, or be the other renamed.
        likeness: How alike they are without the sentences discounted.
        before: How alike they are with them.
        passages: What they share, the longest first.
        discounted: The sentences of both that were discounted, in the order of the first report.
    """

    first: Party
    second: Party
    relation: Relation
    related: bool
    likeness: Likeness
    before: Likeness
    passages: tuple[SharedPassage, ...]
    discounted: tuple[Discounted, ...]

    @property
    def kind(self) -> Kind:
        """A review; of one report filed twice, or in two versions, information."""
        twice = self.relation in {Relation.DUPLICATE, Relation.VERSIONS}
        return Kind.INFORMATIONAL if twice else Kind.REVIEW

    @cached_property
    def message(self) -> Message:
        """What was found, with its counts, and what to do."""
        return pair_message(self)


@attrs.frozen(kw_only=True)
class Cluster:
    """Reports that hang together by near-identical text.

    Attributes:
        members: The reports, by organ, year and name.
        pairs: What was found between two of them, in the order of the members.
    """

    members: tuple[Party, ...]
    pairs: tuple[SharedText, ...]


@attrs.frozen(kw_only=True)
class Unjudged:
    """A report that was not compared.

    Attributes:
        party: The report.
        reason: ``short``, or ``common`` where the sentences of very many organs leave too little of it.
    """

    party: Party
    reason: Reason


@attrs.frozen(kw_only=True, repr=False)
class SimilarTexts(Shown):
    """What was found among many reports. That nothing was found of a report is no finding that it is its own work.

    Attributes:
        clusters: Groups of reports, by their first members.
        reports: How many reports were given.
        compared: How many of them were compared.
        organs: How many organs they are of.
        threshold: The share from which on two texts are shown.
        min_chars: The characters a report had to have.
        common_from: In how many organs' reports a sentence stands that is discounted as common; ``None`` where there
            were too few organs to tell.
        unjudged: The reports that were not compared, by organ, year and name.
        capped: Names of reports that were like so many others that not every pair was looked at.
        cut: Names of reports so long that their end was not compared, whether anything was found of them or not.
    """

    clusters: tuple[Cluster, ...]
    reports: int
    compared: int
    organs: int
    threshold: float
    min_chars: int
    common_from: int | None
    unjudged: tuple[Unjudged, ...]
    capped: tuple[str, ...]
    cut: tuple[str, ...]

    @property
    def pairs(self) -> tuple[SharedText, ...]:
        """All pairs of all clusters."""
        return tuple(pair for cluster in self.clusters for pair in cluster.pairs)

    def __repr__(self) -> str:
        """One line: how many reports were compared, and how many groups and pairs there are."""
        found = f"{len(self.clusters):,} groups, {len(self.pairs):,} pairs to check"
        return f"<SimilarTexts {self.compared:,} of {self.reports:,} reports compared; {found}>"

    def __str__(self) -> str:
        """The same as :meth:`render` in Chinese."""
        return self.render()

    def render(self, lang: Lang = "zh") -> str:
        """The groups with their passages, what was not compared, and the bounds that held.

        Args:
            lang: ``zh`` or ``en``.
        """
        from govdisclosure.analysis.similar.showing import similar_text  # noqa: PLC0415  it needs this module

        return similar_text(self, lang)

    def to_html(self, lang: Lang | None = None) -> str:
        """The same for a notebook.

        Args:
            lang: ``zh`` or ``en``; Chinese and English when ``None``.
        """
        return pre(self.render, lang)
