"""What a scorecard leaves to choose."""

from enum import StrEnum

__all__ = ["LATE", "Counted", "How", "Measure", "NoReport", "Review", "Unfit"]

LATE = "DDL101"
"""The rule on the day of publication."""


class How(StrEnum):
    """How an indicator gives its points."""

    ALL = "all"
    """All of them, or none where one thing fails."""
    DEDUCT = "deduct"
    """All, less so many for each thing that fails."""
    SHARE = "share"
    """The share of the rules that hold."""
    MEASURE = "measure"
    """By the band into which a measured figure falls."""
    GIVEN = "given"
    """Points that the user gives in a table, such as for training or a survey."""
    VETO = "veto"
    """None of its own; where it fails, the whole score is at most so much."""


class Counted(StrEnum):
    """What is deducted for: each finding, or each rule that fails however often."""

    FINDINGS = "findings"
    RULES = "rules"


class Review(StrEnum):
    """What a doubtful outcome does until somebody has looked."""

    OPEN = "open"
    """It is not settled: it deducts nothing, widens the range and lowers the coverage."""
    PASS = "pass"  # noqa: S105  a word for a verdict
    """Nothing."""
    DEDUCT = "deduct"
    """It costs points as a fault does."""


class Unfit(StrEnum):
    """What becomes of an indicator that does not apply to a report."""

    LEFT_OUT = "left_out"
    """Neither earned nor lost; it lowers the coverage."""
    SPREAD = "spread"
    """Its points go to the others in proportion; the coverage is of these."""
    FULL = "full"
    """Full points, and it is said why."""


class NoReport(StrEnum):
    """What an organ without a report in the collection gets."""

    OPEN = "open"
    ZERO = "zero"
    """Nothing, where every document of the collection was read."""


class Measure(StrEnum):
    """A figure that an indicator measures."""

    DAYS_LATE = "days_late"
    """Calendar days by which the report was published late, 0 in time; from the outcome of DDL101."""
    RATE = "rate"
    """A sum of cells by another, as a fraction: 1 is 100 %."""
    COUNT = "count"
    """A sum of cells."""
