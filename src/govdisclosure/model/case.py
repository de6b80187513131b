"""Cases about disclosure: administrative reconsideration (行政复议) and litigation (行政诉讼)."""

from enum import StrEnum

import attrs
import pendulum

from govdisclosure.model.entry import Entry
from govdisclosure.model.place import Place

__all__ = ["Case", "CaseEvent", "CaseEventKind", "CaseKind", "CaseResult", "Contested", "Procedure"]


class CaseKind(StrEnum):
    """Which way the case goes: the blocks of table four."""

    RECONSIDERATION = "reconsideration"
    LITIGATION_DIRECT = "litigation_direct"
    LITIGATION_AFTER_RECONSIDERATION = "litigation_after_reconsideration"


class CaseResult(StrEnum):
    """How a case ended. Which column of table four counts it is dated data of law."""

    UPHELD = "upheld"
    CLAIM_REJECTED = "claim_rejected"
    """The request or claim is rejected on its merits (驳回复议请求, 驳回诉讼请求)."""
    REVOKED = "revoked"
    CHANGED = "changed"
    FOUND_UNLAWFUL = "found_unlawful"
    FOUND_INVALID = "found_invalid"
    ORDERED_TO_ACT = "ordered_to_act"
    WITHDRAWN = "withdrawn"
    TERMINATED = "terminated"
    MEDIATED = "mediated"
    NOT_ACCEPTED = "not_accepted"
    """Not accepted, or rejected as inadmissible (不予受理, 驳回申请, 驳回起诉)."""
    OTHER = "other"


class Contested(StrEnum):
    """What a case is about."""

    REPLY = "reply"
    """A reply; which one, the request's outcome says."""
    SILENCE = "silence"
    """No reply within the term."""
    SUPPLY = "supply"
    """What was given does not fit what was asked for."""
    DISCLOSURE = "disclosure"
    """A third party contests that its information is disclosed."""
    OTHER = "other"


class Procedure(StrEnum):
    """The procedure a case is heard in."""

    NORMAL = "normal"
    SIMPLIFIED = "simplified"


class CaseEventKind(StrEnum):
    """What can happen to a case."""

    FILED = "filed"
    """The application for reconsideration is made, or the suit brought."""
    SUPPLEMENT_ASKED = "supplement_asked"
    SUPPLEMENTED = "supplemented"
    ACCEPTED = "accepted"
    """Accepted by the reconsideration body, or docketed by the court."""
    SERVED = "served"
    """The copy is sent to the respondent."""
    ANSWERED = "answered"
    """The respondent's answer is handed in."""
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    EXTENDED = "extended"
    DECIDED = "decided"
    """The decision, or the judgment of first instance."""
    APPEALED = "appealed"
    APPEAL_DECIDED = "appeal_decided"


@attrs.frozen(kw_only=True)
class CaseEvent:
    """One thing that happened to a case.

    Attributes:
        kind: What happened.
        on: The day; ``None`` where the register says that it happened and not when.
        days: Calendar days of an extension; ``None`` where the register does not say.
        result: Of a decision, how the case ended; ``None`` where the register does not say.
        at: Where the register says so.
    """

    kind: CaseEventKind
    on: pendulum.Date | None = None
    days: int | None = None
    result: CaseResult | None = None
    at: Place | None = None


@attrs.frozen(kw_only=True)
class Case(Entry):
    """A reconsideration or a suit, and its events in the order in which the register has them.

    Attributes:
        id: Its number in the register.
        kind: Which way it goes; ``None`` where the register does not say.
        request: The ``id`` of the request it is about; ``None`` where the register does not say.
        contested: What it is about.
        act_on: The day of the reply or other act it contests.
        known_on: The day the applicant or plaintiff knew of it.
        told: Whether the act told of the remedy, the body and the term; ``None`` where the register does not say.
        prior: Of a suit after reconsideration, the ``id`` of that reconsideration.
        procedure: The procedure it is heard in.
        events: What happened to it.
        at: Where it stands in the register.
    """

    id: str
    kind: CaseKind | None = None
    request: str | None = None
    contested: Contested | None = None
    act_on: pendulum.Date | None = None
    known_on: pendulum.Date | None = None
    told: bool | None = None
    prior: str | None = None
    procedure: Procedure | None = None
    events: tuple[CaseEvent, ...] = ()
    at: Place | None = None

    def all(self, *kinds: CaseEventKind) -> tuple[CaseEvent, ...]:
        """Its events of these kinds, in order."""
        return tuple(event for event in self.events if event.kind in kinds)

    def first(self, *kinds: CaseEventKind) -> CaseEvent | None:
        """Its first event of these kinds; ``None`` where there is none."""
        return next((event for event in self.events if event.kind in kinds), None)

    @property
    def filed_on(self) -> pendulum.Date | None:
        """The day it was applied for or brought."""
        event = self.first(CaseEventKind.FILED)
        return event.on if event else None

    @property
    def closing(self) -> CaseEvent | None:
        """The decision that ended it: that of the appeal where one was made; ``None`` while it is pending."""
        appealed = self.first(CaseEventKind.APPEALED)
        last = self.all(CaseEventKind.APPEAL_DECIDED if appealed else CaseEventKind.DECIDED)
        return last[-1] if last else None
