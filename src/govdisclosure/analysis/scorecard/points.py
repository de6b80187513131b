"""What came of scoring: for each indicator its points, and for each point the outcome it comes from."""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

import attrs

from govdisclosure.analysis.scorecard.card import Indicator
from govdisclosure.model.labels import named_cell
from govdisclosure.rules.outcome import Message, Outcome
from govdisclosure.text.display import one_line

__all__ = ["Effect", "Points", "State", "Trace", "trace_of"]

_NOTHING = Decimal(0)


class State(StrEnum):
    """How far an indicator is judged."""

    JUDGED = "judged"
    PARTLY = "partly"
    """Some of its points depend on what is not settled."""
    OPEN = "open"
    """Nothing of it is settled."""
    NOT_APPLICABLE = "not_applicable"
    """No rule found anything to judge."""
    NOT_ASKED = "not_asked"
    """The scorecard does not ask this kind of organ."""


class Effect(StrEnum):
    """What an outcome does to the points."""

    KEPT = "kept"
    """It holds."""
    LOST = "lost"
    """It costs what is said beside it; nothing where no points are left to lose."""
    PENDING = "pending"
    """It may cost as much once it is settled."""
    WAIVED = "waived"
    """It would cost, had nobody decided to let it stand."""
    SPARED = "spared"
    """It is doubtful, and the indicator lets doubt pass."""
    LIGHT = "light"
    """It is of a level that the indicator does not count."""
    NONE = "none"
    """It is no verdict: it does not apply, or is for information alone."""
    GIVEN = "given"
    """Points or a figure that no rule gave."""


@attrs.frozen(kw_only=True)
class Trace:
    """One thing that points come from.

    Attributes:
        effect: What it does.
        lost: The points it costs.
        message: What was found.
        outcome: The outcome; ``None`` where it is none.
        where: Where a figure stands that is no outcome; ``None`` elsewhere.
    """

    effect: Effect
    message: Message
    lost: Decimal = _NOTHING
    outcome: Outcome | None = None
    where: Message | None = None

    @property
    def place(self) -> Message:
        """Where in the document, in both languages; empty for what has no place."""
        if self.outcome is None:
            return self.where or Message("", "")
        return Message("，".join(_place(self.outcome, "zh")), ", ".join(_place(self.outcome, "en")))

    @property
    def note(self) -> Message:
        """Why somebody decided to let it stand; empty where nobody did."""
        why = self.outcome.suppression if self.outcome else None
        return Message("", "") if why is None else Message(why.said("zh"), why.said("en"))

    @property
    def fingerprint(self) -> str:
        """That of the outcome; empty where there is none."""
        return self.outcome.fingerprint if self.outcome else ""

    @property
    def articles(self) -> Message:
        """The provisions it rests on."""
        cites = dict.fromkeys(self.outcome.cites) if self.outcome else {}
        return Message("；".join(one.zh for one in cites), "; ".join(one.en for one in cites))


def trace_of(outcome: Outcome, effect: Effect) -> Trace:
    """What points come from an outcome; what it costs is told later."""
    return Trace(effect=effect, message=outcome.message, outcome=outcome)


def _place(outcome: Outcome, lang: str) -> Iterator[str]:
    at, zh = outcome.at, lang == "zh"
    if outcome.entry is not None:
        yield one_line(outcome.entry)
    if at is not None and at.page is not None:
        yield f"第{at.page}页" if zh else f"page {at.page}"
    if at is not None and at.line is not None:
        yield f"第{at.line}行" if zh else f"line {at.line}"
    if at is not None and at.cell is not None:
        yield named_cell(at.cell)[0 if zh else 1]


@attrs.frozen(kw_only=True)
class Points:
    """The points of an indicator.

    Attributes:
        indicator: The indicator.
        state: How far it is judged.
        possible: What it is worth to this organ.
        judged: How much of that is settled: earned or lost.
        earned: What is earned, whatever is settled later.
        lowest: The least it can come to.
        highest: The most.
        why: How the points come about.
        traces: What they come from, in the order of the rules.
    """

    indicator: Indicator
    state: State
    possible: Decimal
    judged: Decimal = _NOTHING
    earned: Decimal = _NOTHING
    lowest: Decimal = _NOTHING
    highest: Decimal = _NOTHING
    why: Message
    traces: tuple[Trace, ...] = ()

    @property
    def lost(self) -> Decimal:
        """The points that are lost; the traces say by what."""
        return self.judged - self.earned

    @property
    def unsettled(self) -> Decimal:
        """The points between the least and the most."""
        return self.highest - self.lowest

    @property
    def fingerprints(self) -> tuple[str, ...]:
        """Those of all outcomes it comes from."""
        return tuple(dict.fromkeys(one.fingerprint for one in self.traces if one.fingerprint))
