"""A run held against what was decided before."""

import attrs
import pendulum

from govdisclosure.decisions.baseline import Baseline, BaselineEntry
from govdisclosure.decisions.comparing import Comparison, compare
from govdisclosure.decisions.judged import Judgements, pairs
from govdisclosure.decisions.showing import decided_html, decided_repr, decided_text
from govdisclosure.decisions.suppressions import Suppressions, SuppressionStatus
from govdisclosure.rules.outcome import Verdicts
from govdisclosure.text.language import Lang
from govdisclosure.text.shown import Shown

__all__ = ["Decided", "decide"]


@attrs.frozen(kw_only=True)
class Decided(Shown):
    """A run with the decisions that hold for it.

    Attributes:
        assessed: Sources and assessments, their outcomes with ``change``, ``graver`` and ``suppression``.
        compared: Whether there was a baseline.
        absent: Entries of the baseline that are gone.
        unjudged: Entries of the baseline about which this run says nothing.
        suppressions: What became of each suppression; empty where there were none.
        suppressed: Entries of the baseline whose outcome is suppressed.
        as_of: The latest day of judgement of this run and the baseline.
    """

    assessed: tuple[tuple[str, Verdicts], ...]
    compared: bool = False
    absent: tuple[BaselineEntry, ...] = ()
    unjudged: tuple[BaselineEntry, ...] = ()
    suppressions: tuple[SuppressionStatus, ...] = ()
    suppressed: tuple[BaselineEntry, ...] = ()
    as_of: pendulum.Date | None = None

    def __repr__(self) -> str:
        """One line: how many files, and how many outcomes of each state."""
        return decided_repr(self)

    def __str__(self) -> str:
        """The same as :meth:`render` in Chinese."""
        return self.render()

    def render(self, lang: Lang = "zh") -> str:
        """How many outcomes of each state, what was found file by file, and what is gone.

        Args:
            lang: ``zh`` or ``en``.
        """
        return decided_text(self, lang)

    def to_html(self, lang: Lang | None = None) -> str:
        """The same for a notebook.

        Args:
            lang: ``zh`` or ``en``; Chinese and English when ``None``.
        """
        return decided_html(self, lang)

    def baseline(self) -> Baseline:
        """The baseline after this run: its outcomes, and as it was what it did not judge or what is suppressed."""
        return Comparison(
            assessed=self.assessed, unjudged=self.unjudged, suppressed=self.suppressed, as_of=self.as_of
        ).baseline()


def decide(
    judgements: Judgements,
    *,
    baseline: Baseline | None = None,
    suppressions: Suppressions | None = None,
    as_of: pendulum.Date | None = None,
) -> Decided:
    """Hold a run against a baseline and suppressions.

    Args:
        judgements: An assessment, several, or pairs of source and assessment.
        baseline: What is known.
        suppressions: What was decided to stand.
        as_of: The day of the judgement, on which suppressions must still hold.
    """
    assessed, statuses = (suppressions or Suppressions()).apply(pairs(judgements), as_of=as_of)
    if baseline is None:
        return Decided(assessed=assessed, suppressions=statuses, as_of=as_of)
    found = compare(baseline, assessed, as_of=as_of)
    return Decided(
        assessed=found.assessed,
        compared=True,
        absent=found.absent,
        unjudged=found.unjudged,
        suppressions=statuses,
        suppressed=found.suppressed,
        as_of=found.as_of,
    )
