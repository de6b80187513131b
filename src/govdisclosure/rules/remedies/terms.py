"""Terms of reconsideration and litigation for rules: the safe and the latest day, and whether the law is clear."""

from collections.abc import Iterable

import attrs
import pendulum

from govdisclosure.errors import NotInForceError
from govdisclosure.law import WorkCalendar, parameter
from govdisclosure.law.deadlines import term
from govdisclosure.law.provision import Citation, Evidence
from govdisclosure.model.case import Case, CaseEventKind, CaseKind
from govdisclosure.rules.sweeping import Need

__all__ = ["FILED", "KIND", "Due", "due", "is_suit", "late_by", "suspended"]

FILED = Need("filed_on", "申请或起诉日期", "the day of filing")
KIND = Need("kind", "案件类型", "the kind of case")


@attrs.frozen(kw_only=True)
class Due:
    """The last day for something in a case.

    Attributes:
        due_on: Under the strictest reading.
        latest_on: Under the mildest one.
        cites: The provisions of the mildest reading.
        evidence: How well it is known.
        settled: False where the law changed between the filing and the start of the term, or the case stood still.
    """

    due_on: pendulum.Date
    latest_on: pendulum.Date
    cites: tuple[Citation, ...]
    evidence: Evidence
    settled: bool


def is_suit(case: Case) -> bool:
    """Whether it is a suit."""
    return case.kind in {CaseKind.LITIGATION_DIRECT, CaseKind.LITIGATION_AFTER_RECONSIDERATION}


def due(
    case: Case, names: Iterable[str], start: pendulum.Date, calendar: WorkCalendar, *, extend: int = 0
) -> Due | None:
    """The last day of a term.

    Args:
        case: The case.
        names: The terms it may be, such as that of the simplified and that of the normal procedure.
        start: The day it runs from.
        calendar: The working days.
        extend: By how many days it was extended, for terms that can be.

    Returns:
        The day; ``None`` where the law of that day set none of these terms.
    """
    receipts = []
    for name in names:
        try:
            receipts.append(term(name, start, extend=extend, calendar=calendar))
        except NotInForceError:
            continue
    if not receipts:
        return None
    latest = max(receipts, key=lambda one: one.latest_on)
    filed = case.filed_on
    changed = filed is not None and any(_law(one.name, filed) != _law(one.name, start) for one in receipts)
    return Due(
        due_on=min(one.due_on for one in receipts),
        latest_on=latest.latest_on,
        cites=latest.cites,
        evidence=latest.evidence,
        settled=not changed and not suspended(case),
    )


def _law(name: str, day: pendulum.Date) -> str | None:
    """The instrument that sets a term on a day."""
    try:
        return parameter(name).at(day).cite.instrument.id
    except NotInForceError:
        return None


def late_by(on: pendulum.Date, last: pendulum.Date) -> int:
    """Calendar days from a last day to a later one."""
    return on.toordinal() - last.toordinal()


def suspended(case: Case) -> bool:
    """Whether the case stood still at any time."""
    return case.first(CaseEventKind.SUSPENDED) is not None
