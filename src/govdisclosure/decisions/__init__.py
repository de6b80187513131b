"""Decisions that survive a re-run: baselines, suppressions, and what changed between two runs. Pure: no clock."""

from govdisclosure.decisions.baseline import Baseline, BaselineEntry
from govdisclosure.decisions.comparing import Comparison, compare
from govdisclosure.decisions.deciding import Decided, decide
from govdisclosure.decisions.suppressions import Suppressions, SuppressionState, SuppressionStatus

__all__ = [
    "Baseline",
    "BaselineEntry",
    "Comparison",
    "Decided",
    "SuppressionState",
    "SuppressionStatus",
    "Suppressions",
    "compare",
    "decide",
]
