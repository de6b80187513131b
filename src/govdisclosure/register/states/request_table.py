"""What may happen to a request, and when: the transition table.

Why a table. An office's register is a list of things that happened, and most of what goes wrong with a request can be
seen from their order alone: a second notice to supplement, a payment that nobody asked for, a reply after withdrawal.
Written as conditions in code, that knowledge would be scattered and could not be shown to the clerk who is to act on
it. Written as rows it can be read, counted, cited, drawn and tested one by one; and a question such as "what may
follow now?" is a look-up.

Why these states. A state is a thing the office waits for, because that is what decides whether the term runs: the
applicant (supplement, payment, reasons), others (consultations) or nobody (in hand). Consultations run beside each
other and beside the waiting for a payment; they are kept as a list, and a state of their own stands for "nothing else
is waited for". Whether any is still out decides where a row leads: that is what ``left`` says.

Why so much is allowed. The table refuses only what the text of the law, or plain sense, leaves no room for. A reply
while a consultation is out is allowed, since the organ decides on silence; an answer that arrives after the reply is
allowed, since it changes nothing; a reply after the request counts as abandoned tells the applicant so. A transfer
closes nothing: the applicant is still to be told. A second reply is allowed once a case about the request has been
filed, since an organ may put its act right while the case runs, or be ordered to.

Why dates stand nowhere. A row holds while the instrument it cites holds, so co-makers and requests in mass exist from
2019-05-15 because their articles do. A request that was received before an instrument ended may still go by it; an
event is allowed if it was on its own day or on the day of receipt.
"""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from govdisclosure.law import Evidence
from govdisclosure.model.request import ANSWERS, RequestEventKind
from govdisclosure.register.states.names import RequestState
from govdisclosure.register.states.transitions import Transition, Words

__all__ = ["CONSULTATIONS", "TRANSITIONS", "RequestTransition"]

RequestTransition: TypeAlias = Transition[RequestState, RequestEventKind]
_Rows: TypeAlias = Iterator[RequestTransition]

_E, _S = RequestEventKind, RequestState

CONSULTATIONS: frozenset[RequestEventKind] = frozenset(ANSWERS.values())
"""What asks a third party, another organ or a co-maker."""

_RUNNING = (_S.IN_HAND, _S.CONSULTING)
_WAITING = (_S.AWAITING_SUPPLEMENT, _S.AWAITING_FEE, _S.AWAITING_REASONS)
_CLOSED = (_S.REPLIED, _S.ABANDONED, _S.WITHDRAWN)

_SUBMITTED: Words = ("书面或口头提出申请", "a request is made in writing, or orally where writing is difficult")
_RECEIVED: Words = ("答复期限自收到之日起算", "the term runs from receipt")
_UNCLEAR: Words = ("内容不明确的，告知申请人更改、补充", "an unclear request: the applicant is asked to amend it")
_SUPPLEMENT: Words = (
    "补正通知一次性作出，收到申请之日起7个工作日内告知补正事项和合理期限",
    "one notice, within 7 working days of receipt, that says what to supplement and until when",
)
_SUPPLEMENTED: Words = ("答复期限自收到补正之日起算", "the term runs from the day the supplement arrives")
_LAPSED: Words = (
    "无正当理由逾期不补正的，视为放弃申请，不再处理",
    "not supplemented in time without good reason: treated as abandoned, no longer handled",
)
_THIRD: Words = ("书面征求第三方意见", "a third party whose rights may be harmed is consulted in writing")
_ORGAN: Words = (
    "征求其他机关意见所需时间不计入答复期限",
    "time for consulting other organs is not counted in the term",
)
_CO_MAKER: Words = (
    "共同制作的信息，牵头机关可以征求其他机关意见",
    "of information made together, the lead organ may ask the co-makers",
)
_EXTENDED: Words = (
    "经政府信息公开工作机构负责人同意并告知申请人，可以延长答复期限",
    "the term may be extended with the consent of the head of the disclosure office, and the applicant is told",
)
_COSTS: Words = ("可以收取检索、复制、邮寄成本费用", "cost of retrieval, copies and postage may be charged")
_FEE: Words = (
    "申请数量、频次明显超过合理范围的，可以收取信息处理费",
    "a handling fee may be charged where number or frequency is clearly beyond reason",
)
_FEE_NOTICE: Words = (
    "在办理期限内发收费通知，收到次日起20个工作日内缴纳",
    "a notice of the fee within the term; payment within 20 working days from the day after it is received",
)
_UNPAID: Words = ("逾期未缴费的，视为放弃申请，不再处理", "not paid in time: treated as abandoned, no longer handled")
_LATE: Words = (
    "不再处理后才补正、缴费的，如何处理由机关决定；条例没有专门规定",
    "a supplement or payment after the lapse: the organ decides what to do with it; no article speaks of it",
)
_MASS: Words = (
    "数量、频次明显超过合理范围的，可以要求说明理由；理由合理但难以按期的，确定延迟答复的合理期限并告知",
    "of requests clearly too many, reasons may be asked; if good, with too short a term, a later day is set and told",
)
_ELSEWHERE: Words = (
    "不属于本机关负责公开的，告知申请人并说明理由，能确定机关的告知其名称、联系方式",
    "not this organ's: the applicant is told so, with reasons, and which organ has it where that is known",
)
_REPLY: Words = ("根据情况作出答复", "a reply of one of the kinds the article lists")
_AGAIN: Words = (
    "进入复议或诉讼后，可以自行改变原答复，也可能被责令重新答复",
    "once a case is filed, the organ may change its reply, or be ordered to give another",
)
_WITHDRAWN: Words = ("申请人撤回申请；条例没有专门规定", "the applicant withdraws; no article speaks of it")


def _rows(  # noqa: PLR0913  a row has this many columns
    states: Iterable[RequestState],
    event: RequestEventKind,
    to: RequestState | None,
    cites: Iterable[str | None],
    words: Words,
    *,
    left: bool | None = None,
    once: Evidence | None = None,
    contested: bool = False,
) -> _Rows:
    """A row for each state and provision; ``to`` is ``None`` where the state stays."""
    for state in states:
        for cite in cites:
            yield Transition(
                state=state,
                event=event,
                to=to or state,
                cite=cite,
                zh=words[0],
                en=words[1],
                left=left,
                once=once,
                contested=contested,
            )


def _back(state: RequestState, event: RequestEventKind, cites: tuple[str, ...], words: Words) -> _Rows:
    """What was waited for has come: in hand again, or consulting where a consultation is still out."""
    yield from _rows((state,), event, _S.IN_HAND, cites, words, left=False)
    yield from _rows((state,), event, _S.CONSULTING, cites, words, left=True)


def _consultation(asked: RequestEventKind, answered: RequestEventKind, cites: tuple[str, ...], words: Words) -> _Rows:
    yield from _rows(_RUNNING, asked, _S.CONSULTING, cites, words)
    yield from _rows(_WAITING, asked, None, cites, words)
    yield from _back(_S.CONSULTING, answered, cites, words)
    yield from _rows((*_WAITING, *_CLOSED), answered, None, cites, words)


_SENT = ("regulation-2007:20", "regulation-2019:29")
_COUNTED = ("regulation-2007:24", "regulation-2019:31")
_ASKING = ("regulation-2007:21i4",)
_ASKING_ONCE = ("regulation-2019:30",)
_PAYING = ("regulation-2007:27", "handling-fee-2020:6", "regulation-2019:42")
_REPLYING = ("regulation-2007:21", "regulation-2019:36")

TRANSITIONS: tuple[RequestTransition, ...] = (
    *_rows((_S.NEW,), _E.SUBMITTED, _S.SUBMITTED, _SENT, _SUBMITTED),
    *_rows((_S.NEW, _S.SUBMITTED), _E.RECEIVED, _S.IN_HAND, _COUNTED, _RECEIVED),
    *_rows(_RUNNING, _E.SUPPLEMENT_ASKED, _S.AWAITING_SUPPLEMENT, _ASKING, _UNCLEAR),
    *_rows(_RUNNING, _E.SUPPLEMENT_ASKED, _S.AWAITING_SUPPLEMENT, _ASKING_ONCE, _SUPPLEMENT, once=Evidence.SOURCE),
    *_back(_S.AWAITING_SUPPLEMENT, _E.SUPPLEMENTED, (*_ASKING, *_ASKING_ONCE), _SUPPLEMENTED),
    *_rows((_S.AWAITING_SUPPLEMENT,), _E.SUPPLEMENT_LAPSED, _S.ABANDONED, _ASKING_ONCE, _LAPSED),
    *_consultation(
        _E.THIRD_PARTY_CONSULTED, _E.THIRD_PARTY_ANSWERED, ("regulation-2007:23", "regulation-2019:32"), _THIRD
    ),
    *_consultation(_E.ORGAN_CONSULTED, _E.ORGAN_ANSWERED, ("regulation-2019:33p3",), _ORGAN),
    *_consultation(_E.CO_MAKER_CONSULTED, _E.CO_MAKER_ANSWERED, ("regulation-2019:34",), _CO_MAKER),
    *_rows(
        (*_RUNNING, *_WAITING),
        _E.EXTENDED,
        None,
        ("regulation-2007:24", "regulation-2019:33p2"),
        _EXTENDED,
        once=Evidence.INFERENCE,
    ),
    *_rows(_RUNNING, _E.FEE_NOTICED, _S.AWAITING_FEE, ("regulation-2007:27",), _COSTS),
    *_rows(_RUNNING, _E.FEE_NOTICED, _S.AWAITING_FEE, ("handling-fee-2020:6",), _FEE_NOTICE),
    *_rows(_RUNNING, _E.FEE_NOTICED, _S.AWAITING_FEE, ("regulation-2019:42",), _FEE),
    *_back(_S.AWAITING_FEE, _E.FEE_PAID, _PAYING, _FEE_NOTICE),
    *_rows((_S.AWAITING_FEE,), _E.FEE_LAPSED, _S.ABANDONED, ("handling-fee-2020:6",), _UNPAID),
    *_rows((_S.ABANDONED,), _E.SUPPLEMENTED, None, (None,), _LATE),
    *_rows((_S.ABANDONED,), _E.FEE_PAID, None, (None,), _LATE),
    *_rows((_S.REPLIED,), _E.FEE_NOTICED, None, ("regulation-2007:27",), _COSTS),
    *_rows((_S.REPLIED,), _E.FEE_PAID, None, ("regulation-2007:27",), _COSTS),
    *_rows(_RUNNING, _E.REASONS_ASKED, _S.AWAITING_REASONS, ("regulation-2019:35",), _MASS),
    *_back(_S.AWAITING_REASONS, _E.REASONS_GIVEN, ("regulation-2019:35",), _MASS),
    *_rows(_RUNNING, _E.POSTPONED, None, ("regulation-2019:35",), _MASS),
    *_rows(
        (_S.SUBMITTED, *_RUNNING, *_WAITING, _S.REPLIED),
        _E.TRANSFERRED,
        None,
        ("regulation-2007:21i3", "regulation-2019:36i5"),
        _ELSEWHERE,
    ),
    *_rows((*_RUNNING, *_WAITING), _E.REPLIED, _S.REPLIED, _REPLYING, _REPLY),
    *_rows((_S.ABANDONED,), _E.REPLIED, _S.REPLIED, _REPLYING, _REPLY),
    *_rows((_S.REPLIED,), _E.REPLIED, None, (None,), _AGAIN, contested=True),
    *_rows((_S.SUBMITTED, *_RUNNING, *_WAITING), _E.WITHDRAWN, _S.WITHDRAWN, (None,), _WITHDRAWN),
)
"""What may follow what. Of several rows for a state and an event, the first that holds on the day is taken."""
