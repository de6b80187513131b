"""One finding for all that is wrong with the order of an entry's events."""

from collections.abc import Sequence

from govdisclosure.law.provision import Citation, Evidence, weakest
from govdisclosure.model.case import Case, CaseEventKind
from govdisclosure.model.place import Place
from govdisclosure.model.request import ANSWERS, Request, RequestEventKind
from govdisclosure.register.states.transitions import Fault
from govdisclosure.rules.entries import found
from govdisclosure.rules.outcome import Kind, Message
from govdisclosure.rules.rule import Finding
from govdisclosure.rules.sweeping import days_of, number_of

__all__ = ["out_of_order"]

_E = RequestEventKind
_ASKED = {
    **{answer.value: asked.value for answer, asked in ANSWERS.items()},
    _E.SUPPLEMENTED.value: _E.SUPPLEMENT_ASKED.value,
    _E.SUPPLEMENT_LAPSED.value: _E.SUPPLEMENT_ASKED.value,
    _E.FEE_PAID.value: _E.FEE_NOTICED.value,
    _E.FEE_LAPSED.value: _E.FEE_NOTICED.value,
    _E.REASONS_GIVEN.value: _E.REASONS_ASKED.value,
    CaseEventKind.SUPPLEMENTED.value: CaseEventKind.SUPPLEMENT_ASKED.value,
    CaseEventKind.RESUMED.value: CaseEventKind.SUSPENDED.value,
    CaseEventKind.APPEAL_DECIDED.value: CaseEventKind.APPEALED.value,
}
"""What an event answers, in a request or in a case."""


def out_of_order(
    entry: Request | Case,
    faults: Sequence[Fault],
    words: tuple[str, str],
    cites: tuple[Citation, ...],
    *,
    lawful_else: bool = False,
) -> Finding:
    """What is wrong with the order of events, the best founded first.

    Args:
        entry: The request or case.
        faults: What is wrong; at least one.
        words: What the entry is called, such as ``("申请", "request")``.
        cites: What it rests on where the fault names no provision.
        lawful_else: Whether the order may be lawful for a reason that the events do not tell, such as a case about it.

    Returns:
        A fail where the order is known from a source, else a matter for a person.
    """
    sure = [one for one in faults if _evidence(one) is Evidence.SOURCE and not _answers_nothing(entry, one)]
    first = (sure or list(faults))[0]
    others = len(faults) - 1
    zh, en = words
    more_zh = f"；另有{others}处先后不符" if others else ""
    more_en = f"; {others} more out of order" if others else ""
    citation = first.citation
    listed = [{"event": one.event, "kind": one.kind.value, **days_of(on=one.on)} for one in faults]
    return found(
        entry,
        "order",
        kind=Kind.FAIL if sure and not lawful_else else Kind.REVIEW,
        message=Message(
            f"{zh}{number_of(entry)}：{first.zh}{more_zh}", f"{en} {number_of(entry)}: {first.en}{more_en}"
        ),
        cites=(citation,) if citation else cites,
        evidence=first.evidence,
        facts={"faults": listed},
        at=_place(entry, first),
    )


def _answers_nothing(entry: Request | Case, fault: Fault) -> bool:
    """Whether what is wrong is only that the register lacks what an event answers: a cell may not be filled in."""
    asked = _ASKED.get(fault.event)
    return asked is not None and not any(event.kind.value == asked for event in entry.events)


def _evidence(fault: Fault) -> Evidence:
    return fault.evidence if fault.citation is None else weakest((fault.evidence, fault.citation.evidence))


def _place(entry: Request | Case, fault: Fault) -> Place | None:
    return entry.events[fault.index].at or entry.at
