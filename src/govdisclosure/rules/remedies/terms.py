"""Terms of reconsideration and litigation for rules: the safe and the latest day, and whether the law is clear."""

import attrs
import pendulum

from govdisclosure.errors import NotInForceError
from govdisclosure.law import WorkCalendar, parameter
from govdisclosure.law.provision import Citation, Evidence
from govdisclosure.model.case import Case, CaseEventKind, CaseKind
from govdisclosure.register.terms.cases import case_deadline
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


def due(  # noqa: PLR0913  what a case hangs on
    case: Case,
    step: CaseEventKind,
    calendar: WorkCalendar,
    *,
    as_of: pendulum.Date | None = None,
    prior: Case | None = None,
    lawful: bool = False,
) -> Due | None:
    """The last day for a step, as the clock of the case has it.

    Args:
        case: The case.
        step: The event that meets the term.
        calendar: The working days.
        as_of: What happened later is left aside.
        prior: Of a suit after reconsideration, that reconsideration.
        lawful: Leave out what an extension goes beyond the law.

    Returns:
        The day; ``None`` where the clock has none.
    """
    receipt = case_deadline(case, step, prior=prior, as_of=as_of, calendar=calendar, lawful=lawful)
    if receipt is None:
        return None
    mildest, filed = receipt.readings[-1], case.filed_on
    changed = filed is not None and _law(receipt.name, filed) != _law(receipt.name, receipt.start_on)
    return Due(
        due_on=receipt.due_on,
        latest_on=receipt.latest_on,
        cites=mildest.cites,
        evidence=mildest.evidence,
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
