"""Tariffs of the information handling fee, as dated data."""

from collections.abc import Iterator
from decimal import Decimal

import attrs
import pendulum

from govdisclosure.law.provision import Citation, Evidence

__all__ = ["FeeBand", "Tariff"]


@attrs.frozen(kw_only=True)
class FeeBand:
    """One band of the working of a fee.

    Attributes:
        first: First item or page that is charged in it.
        last: The last.
        units: How many.
        rate: Yuan for each.
        amount: Yuan for the band.
    """

    first: int
    last: int
    units: int
    rate: Decimal
    amount: Decimal


@attrs.frozen(kw_only=True)
class Tariff:
    """What is charged for each unit, band by band (超额累进).

    Attributes:
        name: ``items`` (按件) or ``pages`` (按量).
        bands: First unit, last unit (``None`` for no end) and yuan for each unit of the band.
        width: Units in each further band after the last of :attr:`bands`; ``None`` where that has no end.
        increase: Yuan by which each further band is dearer than the one before; ``None`` likewise.
        sure_to: Last unit up to which its wording leaves no doubt; ``None`` where all of it is plain.
        start: First day on which it held.
        end: Last day on which it held; ``None`` while it holds.
        cite: The provision that sets it.
        evidence: How well it is known, up to :attr:`sure_to`.
        sources: Where the text was seen.
        checked_on: The day it was last compared with a source.
        note: What it means, and what is not settled.
        note_zh: The same in Chinese.
    """

    name: str
    bands: tuple[tuple[int, int | None, Decimal], ...]
    width: int | None
    increase: Decimal | None
    sure_to: int | None
    start: pendulum.Date
    end: pendulum.Date | None
    cite: Citation
    evidence: Evidence
    sources: tuple[str, ...]
    checked_on: pendulum.Date
    note: str = ""
    note_zh: str = ""

    def holds_on(self, day: pendulum.Date) -> bool:
        """True when it held on a day."""
        return self.start <= day and (self.end is None or day <= self.end)

    def working(self, before: int, upto: int) -> Iterator[FeeBand]:
        """The bands, or what of them lies after ``before`` units and up to ``upto``."""
        for first, last, rate in self._bands(upto):
            start, end = max(first, before + 1), min(last, upto)
            if start <= end:
                units = end - start + 1
                yield FeeBand(first=start, last=end, units=units, rate=rate, amount=units * rate)

    def _bands(self, upto: int) -> Iterator[tuple[int, int, Decimal]]:
        last, rate = 0, Decimal(0)
        for first, until, rate in self.bands:
            last = upto if until is None else until
            yield first, last, rate
        while self.width is not None and self.increase is not None and last < upto:
            first, last, rate = last + 1, last + self.width, rate + self.increase
            yield first, last, rate
