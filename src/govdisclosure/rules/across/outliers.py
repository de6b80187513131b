"""When a figure stands out, and what rules say of it: a reason to look, never a fault."""

from collections.abc import Mapping
from decimal import Decimal
from math import expm1, log1p
from statistics import median

import attrs

from govdisclosure.law.provision import Evidence
from govdisclosure.model.place import Place
from govdisclosure.rules.across.asking import Scale
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.outcome import Kind, Message
from govdisclosure.rules.phrasing import articles
from govdisclosure.rules.rule import Finding

__all__ = ["LEAST_ORGANS", "LEAST_YEARS", "Others", "far_from_peers", "stands_out", "usual_of_peers"]

LEAST_YEARS = 5
"""Other years with a figure that there must be to hold a figure against them."""
LEAST_ORGANS = 20
"""Organs of one kind that there must be to hold a figure against them."""
_LEAST, _SPREADS, _FOLD = 20, 6, 3
_NORMAL = Decimal("1.4826")
_LEAST_OF_PEERS, _SPREADS_OF_PEERS, _NARROWEST = 50, 5, 0.35


@attrs.frozen(kw_only=True)
class Others:
    """The other years of an organ, and what a figure is measured by.

    Attributes:
        count: How many have a figure.
        median: The median of their figures.
        deviation: The median deviation from it.
    """

    count: int
    median: Decimal
    deviation: Decimal

    @classmethod
    def than(cls, year: int, values: Mapping[int, int]) -> "Others":
        """The years beside one; there must be at least one."""
        others = [Decimal(value) for one, value in values.items() if one != year]
        middle = Decimal(median(others))
        return cls(count=len(others), median=middle, deviation=Decimal(median(abs(one - middle) for one in others)))

    @property
    def spread(self) -> Decimal:
        """The deviation as it would be of figures that scatter normally; at least a tenth of the median, and 1."""
        return max(self.deviation * _NORMAL, self.median / 10, Decimal(1))

    def is_far(self, value: int) -> bool:
        """Whether a figure stands out."""
        apart = abs(value - self.median)
        low, high = sorted((Decimal(value), self.median))
        return apart >= _LEAST and apart > _SPREADS * self.spread and high >= _FOLD * max(low, Decimal(1))

    @property
    def usual(self) -> tuple[Decimal, Decimal]:
        """From where to where figures do not stand out, the very ends aside."""
        apart = max(_SPREADS * self.spread, Decimal(_LEAST))
        low = min(self.median - apart, self.median / _FOLD)
        return max(low, Decimal(0)), max(self.median + apart, _FOLD * max(self.median, Decimal(1)))


def far_from_peers(value: int, scale: Scale) -> bool:
    """Whether a figure stands out from those of the organs of its kind."""
    apart = abs(value - expm1(scale.middle))
    return apart >= _LEAST_OF_PEERS and abs(log1p(value) - scale.middle) > _SPREADS_OF_PEERS * _spread(scale)


def usual_of_peers(scale: Scale) -> tuple[float, float]:
    """From where to where figures of organs of a kind do not stand out, the very ends aside."""
    apart, middle = _SPREADS_OF_PEERS * _spread(scale), expm1(scale.middle)
    low = min(middle - _LEAST_OF_PEERS, expm1(scale.middle - apart))
    return max(low, 0.0), max(middle + _LEAST_OF_PEERS, expm1(scale.middle + apart))


def _spread(scale: Scale) -> float:
    return max(scale.deviation * float(_NORMAL), _NARROWEST)


def stands_out(subject: str, said: Message, year: int, facts: Mapping[str, object], at: Place | None = None) -> Finding:
    """A figure for a person to look at.

    Args:
        subject: Logical place of the finding.
        said: The figure and what it is held against, without a full stop.
        year: The report's year.
        facts: Figures that it rests on, besides the year.
        at: Where the figure stands.
    """
    cites = accuracy(year)
    named = articles(cites)
    return Finding(
        kind=Kind.REVIEW,
        evidence=Evidence.INFERENCE,
        message=Message(
            f"{said.zh}，相差悬殊。可能属实，也可能填错；公开的信息应当准确（{named.zh}），请人工核实",
            f"{said.en}. It may be so, or a slip; what is published must be accurate ({named.en}): check",
        ),
        cites=cites,
        subject=subject,
        at=at,
        facts={"year": year, **facts},
    )
