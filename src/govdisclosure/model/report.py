"""The annual report on government information disclosure, as it was read."""

from decimal import Decimal
from enum import StrEnum
from functools import cached_property

import attrs
import pendulum

from govdisclosure.model.agency import Agency
from govdisclosure.model.edition import Edition
from govdisclosure.model.place import Place, SourceMap
from govdisclosure.model.showing import report_html, report_repr, report_text
from govdisclosure.model.statistics import Statistics
from govdisclosure.text.language import Lang
from govdisclosure.text.normalise import fold

__all__ = [
    "AnnualReport",
    "Breakdown",
    "Claim",
    "ClaimKind",
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


class ClaimKind(StrEnum):
    """What a quantity stated in prose counts."""

    REQUESTS_RECEIVED = "requests_received"
    REQUESTS_HANDLED = "requests_handled"
    REQUESTS_ANSWERED = "requests_answered"
    REQUESTS_CARRIED_IN = "requests_carried_in"
    REQUESTS_CARRIED_OUT = "requests_carried_out"
    REQUESTS_GRANTED = "requests_granted"
    REQUESTS_PARTLY_GRANTED = "requests_partly_granted"
    REQUESTS_GRANTED_OR_PARTLY = "requests_granted_or_partly"
    REQUESTS_DENIED = "requests_denied"
    REQUESTS_UNAVAILABLE = "requests_unavailable"
    REQUESTS_NOT_PROCESSED = "requests_not_processed"
    REQUESTS_OTHER = "requests_other"
    REQUESTS_FROM_NATURAL_PERSONS = "requests_from_natural_persons"
    REQUESTS_FROM_ORGANISATIONS = "requests_from_organisations"
    REQUESTS_FROM_COMMERCIAL = "requests_from_commercial"
    REQUESTS_FROM_RESEARCH = "requests_from_research"
    REQUESTS_FROM_PUBLIC_WELFARE = "requests_from_public_welfare"
    REQUESTS_FROM_LEGAL_SERVICE = "requests_from_legal_service"
    REQUESTS_GROWTH = "requests_growth"
    """The change of requests received against last year, a signed fraction."""
    RECONSIDERATIONS = "reconsiderations"
    RECONSIDERATIONS_UPHELD = "reconsiderations_upheld"
    RECONSIDERATIONS_CORRECTED = "reconsiderations_corrected"
    RECONSIDERATIONS_OTHER = "reconsiderations_other"
    RECONSIDERATIONS_PENDING = "reconsiderations_pending"
    LAWSUITS = "lawsuits"
    LAWSUITS_UPHELD = "lawsuits_upheld"
    LAWSUITS_CORRECTED = "lawsuits_corrected"
    LAWSUITS_OTHER = "lawsuits_other"
    LAWSUITS_PENDING = "lawsuits_pending"
    RULES_ISSUED = "rules_issued"
    RULES_REPEALED = "rules_repealed"
    RULES_IN_FORCE = "rules_in_force"
    NORMATIVE_DOCUMENTS_ISSUED = "normative_documents_issued"
    NORMATIVE_DOCUMENTS_REPEALED = "normative_documents_repealed"
    NORMATIVE_DOCUMENTS_IN_FORCE = "normative_documents_in_force"
    ITEMS_PUBLISHED = "items_published"
    ITEMS_PUBLISHED_CUMULATIVE = "items_published_cumulative"
    REQUESTS_RECEIVED_CUMULATIVE = "requests_received_cumulative"
    FEES_CHARGED = "fees_charged"
    DISCLOSURE_RATE = "disclosure_rate"
    ANSWER_RATE = "answer_rate"
    OTHER_RATE = "other_rate"


class MechanismKind(StrEnum):
    """Systems and arrangements a report gives evidence of."""

    LEADING_GROUP = "leading_group"
    DISCLOSURE_OFFICE = "disclosure_office"
    SUBORDINATE_UNITS = "subordinate_units"
    PROACTIVE_DISCLOSURE = "proactive_disclosure"
    DISCLOSURE_ON_REQUEST = "disclosure_on_request"
    NON_DISCLOSURE_FILING = "non_disclosure_filing"
    RELEASE_COORDINATION = "release_coordination"
    CONFIDENTIALITY_REVIEW = "confidentiality_review"
    ACCOUNTABILITY = "accountability"
    SOCIAL_EVALUATION = "social_evaluation"
    SUPERVISION_INSPECTION = "supervision_inspection"
    PERFORMANCE_ASSESSMENT = "performance_assessment"
    COMPLAINT_CHANNEL = "complaint_channel"
    CATALOGUE_AND_GUIDE = "catalogue_and_guide"
    PORTAL = "portal"
    SERVICE_HALL_WINDOW = "service_hall_window"
    READING_POINT = "reading_point"
    WORKFLOW = "workflow"
    TRAINING_AND_PUBLICITY = "training_and_publicity"
    WEBSITE_SERVICE = "website_service"
    STAFF_AND_FUNDING = "staff_and_funding"


class MechanismStatus(StrEnum):
    """Whether the report speaks of a mechanism as existing or as intended."""

    IN_PLACE = "in_place"
    PLANNED = "planned"


class ProblemKind(StrEnum):
    """What a sentence of the problems section says."""

    PROBLEM = "problem"
    MEASURE = "measure"


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


@attrs.frozen(kw_only=True)
class Claim:
    """A quantity stated in prose.

    Attributes:
        kind: What it counts.
        value: The quantity; a rate as a fraction (1 is 100 %), money in ``unit``.
        unit: The unit as printed (``件``, ``条``, ``万元``), ``%`` for rates; ``None`` where none is printed.
        quote: The words it was read from.
        at: Where they stand.
        printed: The figure as printed; ``None`` where the words say it without a figure (``未收到…``).
        approximate: True for ``260余`` and the like.
        whole: True when it may be held against the whole of its kind. For the quantities of which prose also states
            parts (requests, cases, items published, fees): the words call it a total (``共``, ``总计``, ``全年``) or
            state that there was none, or it is the only count of its kind and nothing divides it. For a kind that
            names its own part (who asked, a result of cases, documents issued, repealed or in force), for rates and
            for the growth of requests: always, whatever the words; it is then no statement that they call it a total.
    """

    kind: ClaimKind
    value: Decimal
    unit: str | None
    quote: str
    at: Place
    printed: str | None = None
    approximate: bool = False
    whole: bool = False


@attrs.frozen(kw_only=True)
class Part:
    """One part of a breakdown: its label, its count and, where printed, its share of the whole as a fraction."""

    label: str
    value: Decimal
    share: Decimal | None
    share_printed: str | None
    at: Place


@attrs.frozen(kw_only=True)
class Breakdown:
    """A whole and the parts the text divides it into.

    Attributes:
        whole: The stated total; ``None`` where the list states none.
        whole_at: Where the total stands.
        kind: What is counted, where that could be told.
        unit: The unit of whole and parts as printed.
        parts: The parts in the order of the text; at least one.
        exhaustive: True when the list itself closes with a rest (``其他…``) or says that it names all.
        quote: The words it was read from.
        at: Where they stand.
    """

    whole: Decimal | None
    whole_at: Place | None
    kind: ClaimKind | None
    unit: str | None = None
    parts: tuple[Part, ...]
    exhaustive: bool
    quote: str
    at: Place


@attrs.frozen(kw_only=True)
class Role:
    """A role in a leading group and who holds it, both as printed."""

    role: str
    held_by: str


@attrs.frozen(kw_only=True)
class Mechanism:
    """Evidence of one mechanism.

    Attributes:
        kind: Which mechanism.
        quote: The words that show it.
        at: Where they stand.
        status: Whether the words speak of it as existing or as intended.
        roles: For a leading group, who holds which role.
    """

    kind: MechanismKind
    quote: str
    at: Place
    status: MechanismStatus = MechanismStatus.IN_PLACE
    roles: tuple[Role, ...] = ()


@attrs.frozen(kw_only=True)
class ProblemStatement:
    """A sentence of the problems section that names a problem or a measure."""

    kind: ProblemKind
    quote: str
    at: Place


@attrs.frozen(kw_only=True, slots=False)
class AnnualReport:
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
        """What was read, a line each; personal numbers are masked. The report's own words are :attr:`text`.

        Args:
            lang: ``zh`` or ``en``.
        """
        return report_text(self, lang)

    def _repr_html_(self) -> str:
        """What was read, as a table for a notebook; personal numbers are masked."""
        return report_html(self)

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
