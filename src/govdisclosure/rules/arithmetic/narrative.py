"""What the narrative says of the cells of table four."""

from decimal import Decimal

from govdisclosure.model.report import AnnualReport, ClaimKind
from govdisclosure.rules.arithmetic.reading import Reading
from govdisclosure.rules.arithmetic.solving import Number

__all__ = ["stated_cell"]

_OTHER_BLOCK = {
    "litigation_direct": "litigation_after_reconsideration",
    "litigation_after_reconsideration": "litigation_direct",
}


def stated_cell(report: AnnualReport, reading: Reading, row: str, column: str) -> Number | None:
    """The value of a cell, where the narrative states one whole number of its kind.

    Lawsuits are stated for both blocks together: the cell of the other one is taken off, if its own sum holds.
    """
    subject = ClaimKind.LAWSUITS if row in _OTHER_BLOCK else ClaimKind.RECONSIDERATIONS
    kind = subject if column == "total" else ClaimKind(f"{subject.value}_{column}")
    # 均获维持 names no figure: it settles nothing.
    stated = (claim for claim in report.stating(kind) if column == "total" or claim.printed is not None)
    said = {claim.value for claim in stated if claim.whole and not claim.approximate}
    if len(said) != 1:
        return None
    value = said.pop()
    if row in _OTHER_BLOCK:
        other = _OTHER_BLOCK[row]
        violated, unjudged = reading.system.violated(reading.values)
        sound = not any(reading.system.relations[number].key == f"block:{other}" for number in (*violated, *unjudged))
        beside = reading.values[reading.system.positions[other, column]]
        if not sound or beside is None:
            return None
        value -= Decimal(beside)
    if value < 0 or value != value.to_integral_value():
        return None
    return int(value)
