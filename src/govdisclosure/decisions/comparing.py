"""What is new, unchanged, updated or absent between two runs."""

from collections.abc import Iterator

import attrs

from govdisclosure.decisions.baseline import Baseline, BaselineEntry, entry_of
from govdisclosure.decisions.judged import ATTENTION, Judgements, pairs, whose
from govdisclosure.rules.decision import Change
from govdisclosure.rules.outcome import Kind, Outcome, Verdicts

__all__ = ["Comparison", "compare"]

_GRAVITY = {Kind.OPEN: 1, Kind.REVIEW: 2, Kind.FAIL: 3}


@attrs.frozen(kw_only=True)
class Comparison:
    """Two runs beside each other.

    Attributes:
        assessed: Sources and assessments of the new run; each outcome that fails, is for review or open has its
            ``change``, and ``graver`` where it weighs more than before.
        absent: Entries of the old run whose report and rule were judged again and whose matter is no longer there.
        unjudged: Entries of the old run about which the new one says nothing: the report was not in it or could not be
            read, or the rule was not run or crashed. They stand as they were.
    """

    assessed: tuple[tuple[str, Verdicts], ...]
    absent: tuple[BaselineEntry, ...] = ()
    unjudged: tuple[BaselineEntry, ...] = ()

    @property
    def new(self) -> tuple[Outcome, ...]:
        """Outcomes that the old run did not have."""
        return self.of(Change.NEW)

    @property
    def unchanged(self) -> tuple[Outcome, ...]:
        """Outcomes that the old run had with the same words and figures."""
        return self.of(Change.UNCHANGED)

    @property
    def updated(self) -> tuple[Outcome, ...]:
        """Outcomes that the old run had with another kind, level, message or figure."""
        return self.of(Change.UPDATED)

    def of(self, change: Change) -> tuple[Outcome, ...]:
        """The outcomes of one state, in the order of the run."""
        return tuple(one for _, verdicts in self.assessed for one in verdicts.outcomes if one.change is change)

    def baseline(self) -> Baseline:
        """The baseline after the new run: its outcomes, and what it did not judge as it was."""
        found = Baseline.of(self.assessed)
        return attrs.evolve(found, entries=(*found.entries, *self.unjudged))

    def __repr__(self) -> str:
        """One line: how many of each there are."""
        counts = ", ".join(f"{len(self.of(change))} {change}" for change in list(Change)[:3])
        return f"<Comparison: {counts}, {len(self.absent)} absent>"


def compare(old: Baseline | Judgements, new: Judgements) -> Comparison:
    """Compare two runs by the fingerprints of their outcomes, whatever their order and place in the text.

    Args:
        old: A baseline, or what one is made from.
        new: An assessment, several, or pairs of source and assessment.

    Returns:
        The new run with the state of each outcome that asks for attention, and what is gone. One that passes now is
        gone; one whose report or rule was not judged this time is not.
    """
    known = old if isinstance(old, Baseline) else Baseline.of(old)
    before: dict[tuple[str, str], list[BaselineEntry]] = {}
    for entry in known:
        before.setdefault((entry.whose, entry.fingerprint), []).append(entry)
    found = pairs(new)
    there: set[tuple[str, str]] = set()
    judged: set[tuple[str, str]] = set()
    crashed: set[tuple[str, str]] = set()
    assessed = []
    for source, verdicts in found:
        name = whose(source, verdicts)
        outcomes = tuple(_states(verdicts, name, before))
        there.update((name, one.fingerprint) for one in outcomes if one.kind in ATTENTION)
        judged.update((name, one.rule) for one in outcomes)
        crashed.update((name, code) for code, _ in verdicts.crashed)
        assessed.append((source, attrs.evolve(verdicts, outcomes=outcomes)))
    gone = [entry for entry in known if (entry.whose, entry.fingerprint) not in there]
    ran = judged - crashed
    return Comparison(
        assessed=tuple(assessed),
        absent=tuple(entry for entry in gone if (entry.whose, entry.rule) in ran),
        unjudged=tuple(entry for entry in gone if (entry.whose, entry.rule) not in ran),
    )


def _states(verdicts: Verdicts, name: str, before: dict[tuple[str, str], list[BaselineEntry]]) -> Iterator[Outcome]:
    for outcome in verdicts.outcomes:
        if outcome.kind not in ATTENTION:
            yield attrs.evolve(outcome, change=None, graver=False)
            continue
        was = before.get((name, outcome.fingerprint))
        if was is None:
            yield attrs.evolve(outcome, change=Change.NEW, graver=False)
        elif entry_of(outcome, name).content in {entry.content for entry in was}:
            yield attrs.evolve(outcome, change=Change.UNCHANGED, graver=False)
        else:
            weight = max((_GRAVITY[entry.kind], entry.level.rank) for entry in was)
            graver = (_GRAVITY[outcome.kind], outcome.level.rank) > weight
            yield attrs.evolve(outcome, change=Change.UPDATED, graver=graver)
