"""Names of states and events in Chinese and English, for messages and drawings."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from govdisclosure.model.case import CaseEventKind
from govdisclosure.model.event_names import CASE_EVENTS, REQUEST_EVENTS
from govdisclosure.model.request import RequestEventKind
from govdisclosure.text.language import Lang

__all__ = ["CaseState", "RequestState", "name_of"]


class RequestState(StrEnum):
    """Where a request stands."""

    NEW = "new"
    SUBMITTED = "submitted"
    """Handed in or sent, and not received in the way the law counts."""
    IN_HAND = "in_hand"
    """Received; the term runs."""
    AWAITING_SUPPLEMENT = "awaiting_supplement"
    CONSULTING = "consulting"
    """A third party, another organ or a co-maker has been asked and has not answered."""
    AWAITING_FEE = "awaiting_fee"
    AWAITING_REASONS = "awaiting_reasons"
    REPLIED = "replied"
    ABANDONED = "abandoned"
    """Not supplemented, or the fee not paid, in time: no longer handled."""
    WITHDRAWN = "withdrawn"

    @property
    def is_closed(self) -> bool:
        """True where no reply is to come any more."""
        return self in {RequestState.REPLIED, RequestState.ABANDONED, RequestState.WITHDRAWN}


class CaseState(StrEnum):
    """Where a reconsideration or a suit stands."""

    NEW = "new"
    FILED = "filed"
    AWAITING_SUPPLEMENT = "awaiting_supplement"
    UNDER_REVIEW = "under_review"
    """Accepted, or treated as accepted."""
    SUSPENDED = "suspended"
    DECIDED = "decided"
    """Decided; of a suit, in first instance."""
    APPEALED = "appealed"
    CLOSED = "closed"
    """Decided on appeal."""

    @property
    def is_closed(self) -> bool:
        """True where a decision was made and none is to come."""
        return self in {CaseState.DECIDED, CaseState.CLOSED}


_STATES: dict[StrEnum, tuple[str, str]] = {
    RequestState.NEW: ("尚无记载", "nothing recorded"),
    RequestState.SUBMITTED: ("已提交待收到", "submitted, not received"),
    RequestState.IN_HAND: ("办理中", "in hand"),
    RequestState.AWAITING_SUPPLEMENT: ("等待补正", "awaiting a supplement"),
    RequestState.CONSULTING: ("征求意见中", "consulting"),
    RequestState.AWAITING_FEE: ("等待缴费", "awaiting payment"),
    RequestState.AWAITING_REASONS: ("等待说明理由", "awaiting reasons"),
    RequestState.REPLIED: ("已答复", "replied"),
    RequestState.ABANDONED: ("视为放弃", "treated as abandoned"),
    RequestState.WITHDRAWN: ("已撤回", "withdrawn"),
}
_CASE_STATES: dict[StrEnum, tuple[str, str]] = {
    CaseState.NEW: ("尚无记载", "nothing recorded"),
    CaseState.FILED: ("已申请或起诉", "filed"),
    CaseState.AWAITING_SUPPLEMENT: ("等待补正", "awaiting a supplement"),
    CaseState.UNDER_REVIEW: ("审理中", "under review"),
    CaseState.SUSPENDED: ("中止", "suspended"),
    CaseState.DECIDED: ("已作出决定或一审裁判", "decided"),
    CaseState.APPEALED: ("上诉中", "on appeal"),
    CaseState.CLOSED: ("二审终结", "closed on appeal"),
}


# Members of different enums with the same value are equal: a table for each.
_NAMES: Mapping[type[StrEnum], Mapping[Any, tuple[str, str]]] = {
    RequestState: _STATES,
    RequestEventKind: REQUEST_EVENTS,
    CaseState: _CASE_STATES,
    CaseEventKind: CASE_EVENTS,
}


def name_of(what: StrEnum, lang: Lang) -> str:
    """The name of a state or an event.

    Args:
        what: A state or an event of a request or a case.
        lang: The language.

    >>> name_of(RequestState.REPLIED, "zh"), name_of(RequestEventKind.REPLIED, "zh")
    ('已答复', '答复')
    """
    return _NAMES[type(what)][what][lang == "en"]
