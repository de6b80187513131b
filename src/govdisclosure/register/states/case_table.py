"""What may happen to a reconsideration or a suit, and when: the transition table.

Both ways share their states: the body or the court waits for the one who filed (supplement), examines, has suspended,
or has decided. What differs is the provision and whether there is an appeal; so a row says which way it is for.

The register is the respondent's. It learns of acceptance by the copy that is sent to it and of other steps not at all,
so no step but the filing must stand before another: a decision may follow a filing (not accepted, or accepted by
silence), an answer may stand without a service. What is refused is what no gap explains: an appeal before a decision,
a resumption without a suspension, a second notice to supplement, a decision after a decision.
"""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from govdisclosure.law import Evidence
from govdisclosure.model.case import CaseEventKind
from govdisclosure.register.states.names import CaseState
from govdisclosure.register.states.transitions import Track, Transition, Words

__all__ = ["CASE_TRANSITIONS", "CaseTransition"]

CaseTransition: TypeAlias = Transition[CaseState, CaseEventKind]
_Rows: TypeAlias = Iterator[CaseTransition]

_E, _S = CaseEventKind, CaseState
_OPEN = (_S.FILED, _S.AWAITING_SUPPLEMENT, _S.UNDER_REVIEW, _S.SUSPENDED)
_RECONSIDERATION, _LITIGATION = Track.RECONSIDERATION, Track.LITIGATION

_APPLIED: Words = ("自知道之日起60日内申请行政复议", "an application within 60 days of knowing of the act")
_SUED: Words = ("在起诉期限内提起行政诉讼", "a suit within the term for suing")
_ASKED: Words = (
    "申请材料不齐全或表述不清楚的，一次性书面通知补正",
    "one notice in writing to supplement an application that is incomplete or unclear",
)
_COMPLAINT: Words = (
    "起诉状有欠缺的，一次性告知补正",
    "of a complaint with gaps, one notice of all that is to be put right",
)
_ACCEPTED: Words = (
    "收到申请后5个工作日内审查，决定是否受理",
    "examined within 5 working days of arrival, and accepted or not",
)
_DOCKETED: Words = ("符合条件的登记立案", "a suit that meets the conditions is docketed")
_SERVED: Words = (
    "副本发送被申请人，被申请人在期限内书面答复",
    "a copy goes to the respondent, who answers in its term",
)
_SERVED_SUIT: Words = (
    "起诉状副本发送被告，被告在期限内提交答辩状",
    "a copy of the complaint goes to the defendant, who answers",
)
_STOPPED: Words = ("出现法定情形的中止审理，原因消除后恢复", "stopped on a ground of law, resumed when it is gone")
_LONGER: Words = ("情况复杂的可以延长，最多不超过30日", "a complex case may take longer, by no more than 30 days")
_LONGER_SUIT: Words = (
    "有特殊情况需要延长的，由上级人民法院批准",
    "in special cases longer, with leave of the court above",
)
_DECIDED: Words = ("在审理期限内作出复议决定", "a decision within the term")
_JUDGED: Words = ("在审理期限内作出一审裁判", "a judgment or ruling of first instance within the term")
_APPEAL: Words = ("不服一审判决15日内、裁定10日内上诉", "an appeal within 15 days of a judgment, 10 days of a ruling")
_FINAL: Words = ("二审裁判是终审", "the decision on appeal is final")


def _rows(  # noqa: PLR0913, PLR0917  a row has this many columns
    states: Iterable[CaseState],
    event: CaseEventKind,
    to: CaseState | None,
    track: Track | None,
    cites: Iterable[str | None],
    words: Words,
    *,
    once: Evidence | None = None,
) -> _Rows:
    """A row for each state and provision; ``to`` is ``None`` where the state stays."""
    for state in states:
        for cite in cites:
            yield Transition(
                state=state, event=event, to=to or state, cite=cite, zh=words[0], en=words[1], once=once, track=track
            )


def _both(  # noqa: PLR0913  a row has this many columns
    states: Iterable[CaseState],
    event: CaseEventKind,
    to: CaseState | None,
    body: tuple[Iterable[str | None], Words],
    court: tuple[Iterable[str | None], Words],
    *,
    once: Evidence | None = None,
) -> _Rows:
    kept = tuple(states)
    yield from _rows(kept, event, to, _RECONSIDERATION, *body, once=once)
    yield from _rows(kept, event, to, _LITIGATION, *court, once=once)


_FILING = (("reconsideration-1999:9", "reconsideration-2023:20"), _APPLIED)
_SUING = (("litigation-1989:39", "litigation-2014:46"), _SUED)
_DECIDING = (("reconsideration-1999:31", "reconsideration-2023:62"), _DECIDED)
_JUDGING = (("litigation-1989:57", "litigation-2014:81"), _JUDGED)
_SERVING = (("reconsideration-1999:23", "reconsideration-2023:48"), _SERVED)
_SERVING_SUIT = (("litigation-1989:43", "litigation-2014:67"), _SERVED_SUIT)
# No article on supplements is known for the law of 1989, and none on suspension was read.
# Rows are taken in order: the law of 2023 stands before the rules of 2007, which it did not end.
_SUPPLEMENTING = (("reconsideration-2023:31", "reconsideration-rules-2007:29"), _ASKED)
_SUPPLEMENTING_SUIT = ((None,), _COMPLAINT)
_STOPPING = ((None,), _STOPPED)

CASE_TRANSITIONS: tuple[CaseTransition, ...] = (
    *_both((_S.NEW,), _E.FILED, _S.FILED, _FILING, _SUING),
    *_both(
        (_S.FILED,),
        _E.SUPPLEMENT_ASKED,
        _S.AWAITING_SUPPLEMENT,
        _SUPPLEMENTING,
        _SUPPLEMENTING_SUIT,
        once=Evidence.INFERENCE,
    ),
    *_both((_S.AWAITING_SUPPLEMENT,), _E.SUPPLEMENTED, _S.FILED, _SUPPLEMENTING, _SUPPLEMENTING_SUIT),
    *_both(
        (_S.FILED,),
        _E.ACCEPTED,
        _S.UNDER_REVIEW,
        (("reconsideration-1999:17", "reconsideration-2023:30"), _ACCEPTED),
        (("litigation-1989:42", "litigation-2014:51"), _DOCKETED),
    ),
    *_both((_S.FILED, _S.UNDER_REVIEW), _E.SERVED, _S.UNDER_REVIEW, _SERVING, _SERVING_SUIT),
    *_both((_S.FILED, _S.UNDER_REVIEW), _E.ANSWERED, _S.UNDER_REVIEW, _SERVING, _SERVING_SUIT),
    *_both((_S.SUSPENDED,), _E.SERVED, None, _SERVING, _SERVING_SUIT),
    *_both((_S.SUSPENDED,), _E.ANSWERED, None, _SERVING, _SERVING_SUIT),
    *_rows((_S.APPEALED,), _E.SERVED, None, _LITIGATION, *_SERVING_SUIT),
    *_rows((_S.APPEALED,), _E.ANSWERED, None, _LITIGATION, *_SERVING_SUIT),
    *_both((_S.FILED, _S.UNDER_REVIEW), _E.SUSPENDED, _S.SUSPENDED, _STOPPING, _STOPPING),
    *_both((_S.SUSPENDED,), _E.RESUMED, _S.UNDER_REVIEW, _STOPPING, _STOPPING),
    # By no more than 30 days in all: a second extension is doubtful. Of a court, the law sets no number of times.
    *_rows(
        (_S.FILED, _S.UNDER_REVIEW, _S.SUSPENDED),
        _E.EXTENDED,
        None,
        _RECONSIDERATION,
        ("reconsideration-1999:31", "reconsideration-2023:62"),
        _LONGER,
        once=Evidence.INFERENCE,
    ),
    *_rows(
        (_S.FILED, _S.UNDER_REVIEW, _S.SUSPENDED),
        _E.EXTENDED,
        None,
        _LITIGATION,
        ("litigation-1989:57", "litigation-2014:81"),
        _LONGER_SUIT,
    ),
    *_both(_OPEN, _E.DECIDED, _S.DECIDED, _DECIDING, _JUDGING),
    *_rows((_S.DECIDED,), _E.APPEALED, _S.APPEALED, _LITIGATION, ("litigation-1989:58", "litigation-2014:85"), _APPEAL),
    *_rows(
        (_S.APPEALED,), _E.APPEAL_DECIDED, _S.CLOSED, _LITIGATION, ("litigation-1989:60", "litigation-2014:88"), _FINAL
    ),
)
"""What may follow what. Of several rows for a state and an event, the first that holds on the day is taken."""
