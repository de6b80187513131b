"""What the narrative says of the totals of table four."""

from decimal import Decimal

from govdisclosure.model.report import AnnualReport, ClaimKind
from govdisclosure.rules.arithmetic.reading import Reading
from govdisclosure.rules.arithmetic.solving import Number

__all__ = ["stated_total"]

_OTHER_BLOCK = {
    "litigation_direct": "litigation_after_reconsideration",
    "litigation_after_reconsideration": "litigation_direct",
}


def stated_total(report: AnnualReport, reading: Reading, row: str) -> Number | None:
    """The total of a block, where the narrative states one whole number of its kind.

    Lawsuits are stated for both blocks together: the total of the other one is taken off, if its own sum holds.
    """
    kind = ClaimKind.LAWSUITS if row in _OTHER_BLOCK else ClaimKind.RECONSIDERATIONS
    said = {claim.value for claim in report.stating(kind) if claim.whole and not claim.approximate}
    if len(said) != 1:
        return None
    value = said.pop()
    if row in _OTHER_BLOCK:
        other = _OTHER_BLOCK[row]
        violated, unjudged = reading.system.violated(reading.values)
        sound = not any(reading.system.relations[number].key == f"block:{other}" for number in (*violated, *unjudged))
        total = reading.values[reading.system.positions[other, "total"]]
        if not sound or total is None:
            return None
        value -= Decimal(total)
    if value < 0 or value != value.to_integral_value():
        return None
    return int(value)
