"""Which time limits apply to a case, what they run from and what meets them: a table."""

from typing import TypeAlias

import attrs

from govdisclosure.model.case import CaseEventKind
from govdisclosure.register.states.transitions import Track

__all__ = ["CASE_ORDER", "CASE_TERMS", "CaseTerm"]

_E = CaseEventKind
_Starts: TypeAlias = tuple[CaseEventKind, ...]


@attrs.frozen(kw_only=True)
class CaseTerm:
    """A time limit of a case.

    Attributes:
        name: Name of the term.
        track: Which way the case goes.
        starts: The kinds of event it runs from: from the first of them that the register has a day for.
        met_by: The event that meets it.
        simplified: Name of the term in simplified procedure; ``None`` where it is the same.
        only_after: An event without which it does not matter.
        movable: Whether suspensions and extensions move it.
    """

    name: str
    track: Track
    starts: _Starts
    met_by: CaseEventKind
    simplified: str | None = None
    only_after: CaseEventKind | None = None
    movable: bool = False


CASE_ORDER: _Starts = (
    _E.FILED,
    _E.SUPPLEMENT_ASKED,
    _E.SUPPLEMENTED,
    _E.ACCEPTED,
    _E.SERVED,
    _E.ANSWERED,
    _E.DECIDED,
    _E.APPEALED,
    _E.APPEAL_DECIDED,
)
"""The steps of a case: a register that has one need not have those before it, and they are behind it all the same."""

_BODY, _COURT = Track.RECONSIDERATION, Track.LITIGATION

CASE_TERMS: tuple[CaseTerm, ...] = (
    # A supplement that was asked for takes the time off acceptance (2023 Art 31): the term runs from its arrival.
    CaseTerm(name="reconsideration.accept", track=_BODY, starts=(_E.SUPPLEMENTED, _E.FILED), met_by=_E.ACCEPTED),
    CaseTerm(
        name="reconsideration.supplement.notice",
        track=_BODY,
        starts=(_E.FILED,),
        met_by=_E.SUPPLEMENT_ASKED,
        only_after=_E.SUPPLEMENT_ASKED,
    ),
    CaseTerm(name="reconsideration.supplement", track=_BODY, starts=(_E.SUPPLEMENT_ASKED,), met_by=_E.SUPPLEMENTED),
    CaseTerm(
        name="reconsideration.copy",
        track=_BODY,
        starts=(_E.ACCEPTED,),
        met_by=_E.SERVED,
        simplified="reconsideration.simplified.copy",
    ),
    CaseTerm(
        name="reconsideration.answer",
        track=_BODY,
        starts=(_E.SERVED,),
        met_by=_E.ANSWERED,
        simplified="reconsideration.simplified.answer",
    ),
    # Silence on an application counts as acceptance (2023 Art 30): without a recorded acceptance, from the filing.
    CaseTerm(
        name="reconsideration.decide",
        track=_BODY,
        starts=(_E.ACCEPTED, _E.SUPPLEMENTED, _E.FILED),
        met_by=_E.DECIDED,
        simplified="reconsideration.simplified.decide",
        movable=True,
    ),
    CaseTerm(name="litigation.docket", track=_COURT, starts=(_E.SUPPLEMENTED, _E.FILED), met_by=_E.ACCEPTED),
    CaseTerm(name="litigation.serve", track=_COURT, starts=(_E.ACCEPTED,), met_by=_E.SERVED),
    CaseTerm(name="litigation.answer", track=_COURT, starts=(_E.SERVED,), met_by=_E.ANSWERED),
    CaseTerm(
        name="litigation.first_instance",
        track=_COURT,
        starts=(_E.ACCEPTED,),
        met_by=_E.DECIDED,
        simplified="litigation.simplified.first_instance",
        movable=True,
    ),
    CaseTerm(name="litigation.appeal", track=_COURT, starts=(_E.DECIDED,), met_by=_E.APPEALED),
    CaseTerm(name="litigation.second_instance", track=_COURT, starts=(_E.APPEALED,), met_by=_E.APPEAL_DECIDED),
)
"""The time limits after filing. Those for filing itself depend on the act contested, and on whether it told of them."""
