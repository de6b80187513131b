"""Names of states and events in Chinese and English, for messages and drawings."""

from enum import StrEnum

from govdisclosure.model.case import CaseEventKind
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


_EVENT, _CASE = RequestEventKind, CaseEventKind
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
_EVENTS: dict[StrEnum, tuple[str, str]] = {
    _EVENT.SUBMITTED: ("提交申请", "submission"),
    _EVENT.RECEIVED: ("收到申请", "receipt"),
    _EVENT.SUPPLEMENT_ASKED: ("通知补正", "notice to supplement"),
    _EVENT.SUPPLEMENTED: ("收到补正", "supplement received"),
    _EVENT.SUPPLEMENT_LAPSED: ("逾期不补正", "supplement lapsed"),
    _EVENT.THIRD_PARTY_CONSULTED: ("征求第三方意见", "third party consulted"),
    _EVENT.THIRD_PARTY_ANSWERED: ("第三方答复", "third party's answer"),
    _EVENT.ORGAN_CONSULTED: ("征求其他机关意见", "other organ consulted"),
    _EVENT.ORGAN_ANSWERED: ("其他机关答复", "other organ's answer"),
    _EVENT.CO_MAKER_CONSULTED: ("征求共同制作机关意见", "co-maker consulted"),
    _EVENT.CO_MAKER_ANSWERED: ("共同制作机关答复", "co-maker's answer"),
    _EVENT.EXTENDED: ("延长答复期限", "extension"),
    _EVENT.FEE_NOTICED: ("收费通知", "fee notice"),
    _EVENT.FEE_PAID: ("缴费", "payment"),
    _EVENT.FEE_LAPSED: ("逾期未缴费", "payment lapsed"),
    _EVENT.REASONS_ASKED: ("要求说明理由", "reasons asked for"),
    _EVENT.REASONS_GIVEN: ("说明理由", "reasons given"),
    _EVENT.POSTPONED: ("确定延迟答复", "postponement"),
    _EVENT.TRANSFERRED: ("转送或指引", "transfer"),
    _EVENT.REPLIED: ("答复", "reply"),
    _EVENT.WITHDRAWN: ("撤回申请", "withdrawal"),
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
_CASE_EVENTS: dict[StrEnum, tuple[str, str]] = {
    _CASE.FILED: ("申请复议或起诉", "filing"),
    _CASE.SUPPLEMENT_ASKED: ("通知补正", "notice to supplement"),
    _CASE.SUPPLEMENTED: ("收到补正", "supplement received"),
    _CASE.ACCEPTED: ("受理或立案", "acceptance"),
    _CASE.SERVED: ("发送副本", "service"),
    _CASE.ANSWERED: ("被申请人或被告答复", "respondent's answer"),
    _CASE.SUSPENDED: ("中止审理", "suspension"),
    _CASE.RESUMED: ("恢复审理", "resumption"),
    _CASE.EXTENDED: ("延长审理期限", "extension"),
    _CASE.DECIDED: ("决定或一审裁判", "decision"),
    _CASE.APPEALED: ("上诉", "appeal"),
    _CASE.APPEAL_DECIDED: ("二审裁判", "decision on appeal"),
}


# Members of different enums with the same value are equal: a table for each.
_NAMES: dict[type[StrEnum], dict[StrEnum, tuple[str, str]]] = {
    RequestState: _STATES,
    RequestEventKind: _EVENTS,
    CaseState: _CASE_STATES,
    CaseEventKind: _CASE_EVENTS,
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
