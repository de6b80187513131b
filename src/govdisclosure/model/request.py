"""A request for disclosure (政府信息公开申请) and what happened to it, as a register has it."""

from collections.abc import Mapping
from enum import StrEnum

import attrs
import pendulum

from govdisclosure.model.edition import Edition
from govdisclosure.model.entry import Entry
from govdisclosure.model.form import Form
from govdisclosure.model.forms_requests import REQUESTS_2021
from govdisclosure.model.place import Place

__all__ = [
    "ANSWERS",
    "AT_THE_OFFICE",
    "BALANCE",
    "CLOSINGS",
    "OUTCOMES",
    "Applicant",
    "ApplicantKind",
    "Channel",
    "ReplyType",
    "Request",
    "RequestEvent",
    "RequestEventKind",
    "outcome_row",
    "outcomes_of",
]

BALANCE = frozenset({"received", "carried_in", "total", "carried_out"})
"""The rows of table three that are no result of handling a request."""


def outcomes_of(form: Form) -> tuple[str, ...]:
    """The rows of table three that are results of handling a request, in the order of the form."""
    return tuple(row.key for row in form.rows if row.key not in BALANCE)


OUTCOMES: tuple[str, ...] = outcomes_of(REQUESTS_2021)
"""What can come of a request: the result rows of table three in the form of 2021, such as ``denied.state_secret``."""


def outcome_row(outcome: str, edition: Edition) -> str:
    """The row of table three in which an outcome is counted.

    Args:
        outcome: One of :data:`OUTCOMES`.
        edition: The form; that of 2019 has one row for all other handling.

    >>> outcome_row("other.fee_overdue", Edition.UNIFIED_2019)
    'other'
    """
    return outcome.partition(".")[0] if edition is Edition.UNIFIED_2019 and outcome.startswith("other.") else outcome


class ApplicantKind(StrEnum):
    """Who asks: the columns of table three."""

    NATURAL_PERSON = "natural_person"
    COMMERCIAL = "commercial"
    RESEARCH = "research"
    PUBLIC_WELFARE = "public_welfare"
    LEGAL_SERVICE = "legal_service"
    OTHER_ORGANISATION = "other_organisation"


class Channel(StrEnum):
    """The way a request came in; the day of receipt depends on it (2019 Art 31, letter of 2015)."""

    IN_PERSON = "in_person"
    SIGNED_MAIL = "signed_mail"
    """Registered or express mail that the organ signs for (挂号信, 特快专递)."""
    UNSIGNED_MAIL = "unsigned_mail"
    EMAIL = "email"
    """The published e-mail box."""
    ONLINE = "online"
    """A form on a website or another channel of the internet."""
    FAX = "fax"
    ORAL = "oral"
    """Said at the office and written down there, for those who find writing difficult."""
    OTHER = "other"


AT_THE_OFFICE: frozenset[Channel] = frozenset({Channel.IN_PERSON, Channel.ORAL})
"""Channels by which a request is received as it is submitted (2019 Art 31, letter of 2015)."""


class ReplyType(StrEnum):
    """The kinds of reply of Art 36 of 2019, and those that stand in other articles."""

    ALREADY_PUBLIC = "already_public"
    PROVIDED = "provided"
    REFUSED = "refused"
    NOT_EXISTING = "not_existing"
    NOT_THIS_ORGAN = "not_this_organ"
    REPEAT = "repeat"
    SPECIAL_REGISTER = "special_register"
    PARTIAL = "partial"
    """What can be separated is given, with the reasons for the rest (Art 37)."""
    REQUIRES_CREATION = "requires_creation"
    """Would have to be made, processed or analysed (Art 38)."""
    NOT_A_REQUEST = "not_a_request"
    """A petition, complaint or report (Art 39 para 1)."""
    PUBLICATION = "publication"
    """A gazette, newspaper or book (Art 39 para 2)."""
    EXCESSIVE = "excessive"
    """Clearly too many or too often, without good reason (Art 35)."""
    NOT_HANDLED = "not_handled"
    """No longer handled: not supplemented (Art 30), or the fee not paid."""
    OTHER = "other"


class RequestEventKind(StrEnum):
    """What can happen to a request."""

    SUBMITTED = "submitted"
    RECEIVED = "received"
    """The day from which the term runs, by the channel."""
    SUPPLEMENT_ASKED = "supplement_asked"
    SUPPLEMENTED = "supplemented"
    SUPPLEMENT_LAPSED = "supplement_lapsed"
    THIRD_PARTY_CONSULTED = "third_party_consulted"
    THIRD_PARTY_ANSWERED = "third_party_answered"
    ORGAN_CONSULTED = "organ_consulted"
    ORGAN_ANSWERED = "organ_answered"
    CO_MAKER_CONSULTED = "co_maker_consulted"
    CO_MAKER_ANSWERED = "co_maker_answered"
    EXTENDED = "extended"
    FEE_NOTICED = "fee_noticed"
    FEE_PAID = "fee_paid"
    FEE_LAPSED = "fee_lapsed"
    REASONS_ASKED = "reasons_asked"
    """The applicant of a mass of requests is asked for reasons (Art 35)."""
    REASONS_GIVEN = "reasons_given"
    POSTPONED = "postponed"
    """The reasons are good, the term is too short: a later day is set, and the applicant told (Art 35)."""
    TRANSFERRED = "transferred"
    """Passed on to, or the applicant pointed to, the organ that has it."""
    REPLIED = "replied"
    WITHDRAWN = "withdrawn"


ANSWERS: Mapping[RequestEventKind, RequestEventKind] = {
    RequestEventKind.THIRD_PARTY_ANSWERED: RequestEventKind.THIRD_PARTY_CONSULTED,
    RequestEventKind.ORGAN_ANSWERED: RequestEventKind.ORGAN_CONSULTED,
    RequestEventKind.CO_MAKER_ANSWERED: RequestEventKind.CO_MAKER_CONSULTED,
}
"""Which consultation an answer answers."""
CLOSINGS: Mapping[RequestEventKind, str | None] = {
    RequestEventKind.REPLIED: None,
    RequestEventKind.SUPPLEMENT_LAPSED: "other.correction_overdue",  # 2019 Art 30
    RequestEventKind.FEE_LAPSED: "other.fee_overdue",
    # Where this belongs is inferred from the labels; no text on it was found.
    RequestEventKind.WITHDRAWN: "other.other",
}
"""What ends a request, and the outcome that it is counted as; a reply has an outcome of its own.

Passing a request on ends nothing: the applicant is still to be told (2019 Art 36(5))."""


@attrs.frozen(kw_only=True)
class Applicant:
    """Who asks. Name and contact never appear in an outcome, a log, a draft or an error.

    Attributes:
        kind: Natural person or which kind of organisation; ``None`` where the register does not say.
        name: Name of the person or organisation.
        contact: Address, telephone or e-mail.
    """

    kind: ApplicantKind | None = None
    name: str | None = attrs.field(default=None, repr=False)
    contact: str | None = attrs.field(default=None, repr=False)


@attrs.frozen(kw_only=True)
class RequestEvent:
    """One thing that happened to a request.

    Attributes:
        kind: What happened.
        on: The day; ``None`` where the register says that it happened and not when.
        until: A day set by it: until when to supplement, to pay, to answer, or the later day of Art 35.
        days: Working days of an extension; ``None`` where the register does not say how many.
        notified_on: The day the applicant was told (of an extension); ``None`` where the register does not say.
        approved: Whether the head of the disclosure office consented (to an extension); ``None`` likewise.
        consented: What a third party or co-maker answered to disclosure; ``None`` where it did not or is not known.
        outcome: Of a reply, its row of table three, one of :data:`~govdisclosure.model.request.OUTCOMES`; ``None``
            where the register does not say.
        reply_type: Of a reply, its kind.
        party: Which third party or organ, as the register numbers or names it.
        at: Where the register says so.
    """

    kind: RequestEventKind
    on: pendulum.Date | None = None
    until: pendulum.Date | None = None
    days: int | None = None
    notified_on: pendulum.Date | None = None
    approved: bool | None = None
    consented: bool | None = None
    outcome: str | None = attrs.field(default=None)
    reply_type: ReplyType | None = None
    party: str | None = attrs.field(default=None, repr=False)
    at: Place | None = None

    @outcome.validator
    def _known(self, _: object, outcome: str | None) -> None:
        if outcome is not None and outcome not in OUTCOMES:
            raise ValueError(f"no row of table three is called {outcome!r}")


@attrs.frozen(kw_only=True)
class Request(Entry):
    """A request and its events, in the order in which the register has them.

    Whatever a register can get wrong is representable here and judged by a rule.

    Attributes:
        id: Its number in the register.
        applicant: Who asks.
        channel: The way it came in; ``None`` where the register does not say.
        content: What is asked for, in the applicant's words; personal data may stand in it.
        items: Index numbers of the items of the catalogue that it asks for.
        events: What happened to it.
        at: Where it stands in the register.
    """

    id: str
    applicant: Applicant = attrs.field(factory=Applicant)
    channel: Channel | None = None
    content: str | None = attrs.field(default=None, repr=False)
    items: tuple[str, ...] = ()
    events: tuple[RequestEvent, ...] = ()
    at: Place | None = None

    def all(self, *kinds: RequestEventKind) -> tuple[RequestEvent, ...]:
        """Its events of these kinds, in order."""
        return tuple(event for event in self.events if event.kind in kinds)

    def first(self, *kinds: RequestEventKind) -> RequestEvent | None:
        """Its first event of these kinds; ``None`` where there is none."""
        return next((event for event in self.events if event.kind in kinds), None)

    @property
    def submitted_on(self) -> pendulum.Date | None:
        """The day it was handed in or sent."""
        event = self.first(RequestEventKind.SUBMITTED)
        return event.on if event else None

    @property
    def received_on(self) -> pendulum.Date | None:
        """The day the register calls that of receipt."""
        event = self.first(RequestEventKind.RECEIVED)
        return event.on if event else None
