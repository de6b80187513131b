"""Figures that prose states: whether a share agrees with its base, and what a report says of one quantity."""

import re
from decimal import Decimal
from enum import StrEnum

from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, Claim, ClaimKind
from govdisclosure.rules.prose import sentence
from govdisclosure.text.normalise import fold

__all__ = ["Agreement", "Stated", "agreement", "is_approximate", "sentence_of"]

_DECIMALS = re.compile(r"\d\.(\d{1,9})")
_APPROXIMATE = re.compile(r"[\d十百千万亿]\s?[余多]|(?:约|近|超过?|逾|大约)\s?\d")


class Agreement(StrEnum):
    """How a printed share agrees with the true one."""

    ROUNDED = "rounded"
    TRUNCATED = "truncated"
    NONE = "none"


def agreement(share: Decimal, printed: str | None, value: Decimal, whole: Decimal) -> Agreement:
    """Compare a printed share with ``value / whole`` at the printed number of decimals.

    >>> agreement(Decimal("0.0434"), "4.34%", Decimal(35), Decimal(805))
    <Agreement.TRUNCATED: 'truncated'>
    >>> agreement(Decimal("0.339"), "33.9%", Decimal(258), Decimal(805))
    <Agreement.NONE: 'none'>
    """
    step = Decimal(1).scaleb(-_decimals(share, printed))
    excess = share * 100 - value * 100 / whole
    if abs(excess) * 2 <= step:
        return Agreement.ROUNDED
    return Agreement.TRUNCATED if -step < excess < 0 else Agreement.NONE


def sentence_of(report: AnnualReport, claim: Claim) -> str:
    """The folded sentence a claim stands in; the claim's own words where the report has no text."""
    start, end = sentence(report, claim.at)
    return report.key[start:end] or fold(claim.quote)


class Stated:
    """What a report states of each quantity, worked out once a quantity."""

    def __init__(self, report: AnnualReport) -> None:
        """Take the report whose claims are asked for."""
        self.report = report
        self._claim: dict[ClaimKind, Claim | None] = {}

    def claim(self, kind: ClaimKind) -> Claim | None:
        """The first claim that states the one exact value of a quantity; nothing where none does, or several differ."""
        if kind not in self._claim:
            exact = [claim for claim in self.report.stating(kind) if not claim.approximate]
            claims = [claim for claim in exact if claim.whole] or exact
            self._claim[kind] = claims[0] if len({claim.value for claim in claims}) == 1 else None
        return self._claim[kind]

    def one(self, kind: ClaimKind) -> Decimal | None:
        """The one exact value stated for a quantity; nothing where there is none, or several."""
        claim = self.claim(kind)
        return None if claim is None else claim.value

    def largest(self, kind: ClaimKind) -> Decimal | None:
        """The largest value stated for a quantity; nothing where there is none."""
        return max((claim.value for claim in self.report.stating(kind)), default=None)


def is_approximate(report: AnnualReport, at: Place | None) -> bool:
    """True when the figure at a place is printed as one (``260余``, ``约300``)."""
    return at is not None and _APPROXIMATE.search(report.key, max(0, at.start - 2), at.end + 2) is not None


def _decimals(share: Decimal, printed: str | None) -> int:
    text = fold(printed or "")
    if any(sign.isdigit() for sign in text):
        found = _DECIMALS.search(text)
        return len(found[1]) if found else 0
    exponent = (share * 100).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
