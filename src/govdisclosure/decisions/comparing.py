"""What is new, unchanged, updated or absent between two runs."""

from collections.abc import Iterator

import attrs
import pendulum

from govdisclosure.decisions.baseline import Baseline, BaselineEntry, entry_of
from govdisclosure.decisions.judged import ATTENTION, Judgements, entries_of, pairs, whose
from govdisclosure.rules.decision import Change
from govdisclosure.rules.outcome import Kind, Outcome, RegisterAssessment, Verdicts

__all__ = ["Comparison", "compare"]

_GRAVITY = {Kind.OPEN: 1, Kind.REVIEW: 2, Kind.FAIL: 3}


@attrs.frozen(kw_only=True)
class Comparison:
    """Two runs beside each other.

    Attributes:
        assessed: Sources and assessments of the new run; each outcome that fails, is for review or open has its
            ``change``, and ``graver`` where it weighs more than before.
        absent: Entries of the old run whose report and rule were judged again and whose matter is no longer there.
        unjudged: Entries of the old run about which the new one says nothing: the report or entry was not in it or
            could not be read, or the rule was not run, crashed, could not judge all or did not apply. They stand as
            they were.
        suppressed: Entries of the old run whose outcome is suppressed now; what was known stays known when that ends.
        as_of: The latest day of judgement of the two runs.
    """

    assessed: tuple[tuple[str, Verdicts], ...]
    absent: tuple[BaselineEntry, ...] = ()
    unjudged: tuple[BaselineEntry, ...] = ()
    suppressed: tuple[BaselineEntry, ...] = ()
    as_of: pendulum.Date | None = None

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
        """The baseline after the new run: its outcomes, and as it was what it did not judge or what is suppressed."""
        found = Baseline.of(self.assessed, as_of=self.as_of)
        return attrs.evolve(found, entries=(*found.entries, *self.unjudged, *self.suppressed))

    def __repr__(self) -> str:
        """One line: how many of each there are."""
        counts = ", ".join(f"{len(self.of(change))} {change}" for change in list(Change)[:3])
        return f"<Comparison: {counts}, {len(self.absent)} absent>"


def compare(old: Baseline | Judgements, new: Judgements, *, as_of: pendulum.Date | None = None) -> Comparison:
    """Compare two runs by the fingerprints of their outcomes, whatever their order and place in the text.

    Args:
        old: A baseline, or what one is made from.
        new: An assessment, several, or pairs of source and assessment.
        as_of: The day on which the new run judged. Without it, or on an earlier day than the baseline's, nothing is
            gone: what depends on the day may only not be found.

    Returns:
        The new run with the state of each outcome that asks for attention, and what is gone. One that passes now is
        gone; one whose report or rule was not judged this time is not.
    """
    known = old if isinstance(old, Baseline) else Baseline.of(old)
    before: dict[tuple[str, str], list[BaselineEntry]] = {}
    for entry in known:
        before.setdefault((entry.whose, entry.fingerprint), []).append(entry)
    hidden: dict[tuple[str, str], bool] = {}
    seen, assessed = _Seen(), []
    for source, verdicts in pairs(new):
        name = whose(source, verdicts)
        outcomes = tuple(_states(verdicts, name, before))
        for one in outcomes:
            if one.kind in ATTENTION:
                key = (name, one.fingerprint)
                hidden[key] = hidden.get(key, True) and one.suppression is not None
        seen.add(name, verdicts)
        assessed.append((source, attrs.evolve(verdicts, outcomes=outcomes)))
    dated = known.as_of is None or (as_of is not None and as_of >= known.as_of)
    gone = [entry for entry in known if (entry.whose, entry.fingerprint) not in hidden]
    settled = {entry for entry in gone if dated and seen.settles(entry)}
    return Comparison(
        assessed=tuple(assessed),
        absent=tuple(entry for entry in gone if entry in settled),
        unjudged=tuple(entry for entry in gone if entry not in settled),
        suppressed=tuple(entry for entry in known if hidden.get((entry.whose, entry.fingerprint))),
        as_of=max(filter(None, (known.as_of, as_of)), default=None),
    )


class _Seen:
    """What a run judged: only there does what it did not find count as gone."""

    def __init__(self) -> None:
        self._judged: set[tuple[str, str]] = set()
        self._doubtful: set[tuple[str, str]] = set()
        self._crashed: set[tuple[str, str]] = set()
        self._entries: dict[str, set[str]] = {}

    def add(self, name: str, verdicts: Verdicts) -> None:
        """Take in what was found in one file."""
        self._judged.update((name, one.rule) for one in verdicts.outcomes if one.kind is not Kind.NOT_APPLICABLE)
        self._doubtful.update((name, one.rule) for one in verdicts.of(Kind.OPEN))
        self._crashed.update((name, code) for code, _ in verdicts.crashed)
        if isinstance(verdicts, RegisterAssessment):
            self._entries.setdefault(name, set()).update(entries_of(verdicts))

    def settles(self, entry: BaselineEntry) -> bool:
        """Whether what an entry is about was judged, in full where it had failed or was in doubt."""
        key = (entry.whose, entry.rule)
        if key not in self._judged or key in self._crashed:
            return False
        if entry.kind is not Kind.OPEN and key in self._doubtful:
            return False
        return not entry.entry or entry.entry in self._entries.get(entry.whose, ())


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
