"""Quantities that a report states in prose, and the parts it divides them into."""

from decimal import Decimal
from enum import StrEnum

import attrs

from govdisclosure.model.place import Place

__all__ = ["Breakdown", "Claim", "ClaimKind", "ClaimScope", "Part"]


class ClaimScope(StrEnum):
    """Of what a quantity stated in prose is said."""

    ALL = "all"
    """Of all that the organ did in its year, as far as the words around it say."""
    UNCLEAR = "unclear"
    """The words around it say more than whose, what and when."""
    PART = "part"
    """Of one channel, subject, organ or time, or of another figure (其中…)."""


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
            for the growth of requests: always, unless ``scope`` is a part; it is then no statement that they call it
            a total.
        scope: Whether the words around it say it of all that the organ did in its year.
    """

    kind: ClaimKind
    value: Decimal
    unit: str | None
    quote: str
    at: Place
    printed: str | None = None
    approximate: bool = False
    whole: bool = False
    scope: ClaimScope = ClaimScope.ALL


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
