"""The figures that one is held against, measured as the rules on outliers measure them."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

import attrs

from govdisclosure.analysis.plots.taking import asked
from govdisclosure.errors import UsageError
from govdisclosure.extraction.organs import describe
from govdisclosure.model.agency import AgencyKind
from govdisclosure.rules.across.asking import Peers, Scale
from govdisclosure.rules.across.outliers import LEAST_ORGANS, LEAST_YEARS, Others, far_from_peers, usual_of_peers

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Beside", "Told", "beside", "told_of"]

_OWN = """
SELECT year, value FROM panel
WHERE organ = $organ AND series = $series AND value IS NOT NULL AND year IS NOT NULL ORDER BY year
"""
_ALL = """
SELECT organ, value FROM panel WHERE year = $year AND series = $series AND value >= 0 AND organ IS NOT NULL
ORDER BY organ
"""


@attrs.frozen(kw_only=True)
class Beside:
    """A figure beside the other years of its organ, and beside its peers.

    Attributes:
        value: The figure.
        years: The organ's figures by year, the one at hand among them.
        others: What the other years come to; ``None`` where there are too few of them.
        figures: The figures of all organs of its kind and level in the year, in order of size; empty where its kind is
            not known.
        scale: What they come to; ``None`` where there are too few.
    """

    value: int
    years: Mapping[int, int]
    others: Others | None
    figures: Sequence[int]
    scale: Scale | None

    @property
    def far_from_years(self) -> bool:
        """Whether the rule on other years calls it far."""
        return self.others is not None and self.others.is_far(self.value)

    @property
    def far_from_peers(self) -> bool:
        """Whether the rule on peers calls it far."""
        return self.scale is not None and far_from_peers(self.value, self.scale)

    @property
    def usual_of_peers(self) -> tuple[float, float] | None:
        """From where to where the rule on peers calls nothing far."""
        return None if self.scale is None else usual_of_peers(self.scale)


@attrs.frozen(kw_only=True)
class Told:
    """What an outcome tells of a figure: no more than its facts.

    Attributes:
        year: The year.
        value: The figure.
        median: What it is held against.
        low: From where figures are usual.
        high: To where they are.
        years: How many other years there are; ``None`` where it was held against peers.
        organs: How many peers there are; ``None`` where it was held against other years.
    """

    year: int
    value: float
    median: float
    low: float
    high: float
    years: int | None = None
    organs: int | None = None


def beside(panel: "pa.Table", organ: str, year: int, series: str) -> Beside | None:
    """A figure of a panel with what it is held against; ``None`` where the panel does not have it."""
    own = asked(_OWN, {"organ": organ, "series": series}, panel=panel)
    years = {row["year"]: int(row["value"]) for row in own}
    if year not in years:
        return None
    others = Others.than(year, years) if len(years) > LEAST_YEARS else None
    # What is below zero was misread: it is held against no one.
    figures = _peers(panel, organ, year, series) if years[year] >= 0 else ()
    scale = None
    if len(figures) >= LEAST_ORGANS:
        kind, level, _ = describe(organ)
        group = year, kind, level
        scale = Peers(figures={group: figures}).scale(group)
    return Beside(value=years[year], years=years, others=others, figures=figures, scale=scale)


def _peers(panel: "pa.Table", organ: str, year: int, series: str) -> tuple[int, ...]:
    kind, level, _ = describe(organ)
    if kind is AgencyKind.UNKNOWN:
        return ()
    rows = asked(_ALL, {"year": year, "series": series}, panel=panel)
    return tuple(sorted(int(row["value"]) for row in rows if describe(row["organ"])[:2] == (kind, level)))


def told_of(facts: Mapping[str, object] | str) -> Told:
    """What the facts of an outcome of the rules on outliers tell.

    Raises:
        UsageError: They are not of such an outcome.
    """
    found = json.loads(facts) if isinstance(facts, str) else facts
    try:
        year, value, median = int(str(found["year"])), _number(found["value"]), _number(found["median"])
        if "deviation" in found:
            count = int(str(found["years"]))
            low, high = Others(count=count, median=median, deviation=_number(found["deviation"])).usual
            return Told(year=year, value=float(value), median=float(median), low=float(low), high=float(high),
                        years=count)  # fmt: skip
        return Told(year=year, value=float(value), median=float(median), low=float(_number(found["from"])),
                    high=float(_number(found["to"])), organs=int(str(found["organs"])))  # fmt: skip
    except (KeyError, TypeError, ValueError, InvalidOperation):
        raise UsageError(
            "outcome 应是规则 ACR201 或 ACR202 的待核结果",
            "outcome must be a review of rule ACR201 or ACR202",
        ) from None


def _number(value: object) -> Decimal:
    return Decimal(str(value))
