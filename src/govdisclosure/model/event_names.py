"""What the events of requests and cases are called, in Chinese and English."""

from collections.abc import Mapping
from types import MappingProxyType

from govdisclosure.model.case import CaseEventKind, CaseResult
from govdisclosure.model.request import RequestEventKind

__all__ = ["CASE_EVENTS", "CASE_RESULTS", "REQUEST_EVENTS"]

_EVENT, _CASE = RequestEventKind, CaseEventKind
REQUEST_EVENTS: Mapping[RequestEventKind, tuple[str, str]] = MappingProxyType(
    {
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
)
CASE_EVENTS: Mapping[CaseEventKind, tuple[str, str]] = MappingProxyType(
    {
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
)
CASE_RESULTS: Mapping[CaseResult, tuple[str, str]] = MappingProxyType(
    {
        CaseResult.UPHELD: ("维持", "upheld"),
        CaseResult.CLAIM_REJECTED: ("驳回请求", "claim rejected"),
        CaseResult.REVOKED: ("撤销", "revoked"),
        CaseResult.CHANGED: ("变更", "changed"),
        CaseResult.FOUND_UNLAWFUL: ("确认违法", "found unlawful"),
        CaseResult.FOUND_INVALID: ("确认无效", "found invalid"),
        CaseResult.ORDERED_TO_ACT: ("责令履行", "ordered to act"),
        CaseResult.WITHDRAWN: ("撤回", "withdrawn"),
        CaseResult.TERMINATED: ("终止", "terminated"),
        CaseResult.MEDIATED: ("调解", "mediated"),
        CaseResult.NOT_ACCEPTED: ("不予受理或驳回申请、起诉", "not accepted"),
        CaseResult.OTHER: ("其他结果", "other result"),
    }
)
