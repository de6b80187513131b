"""What a transition is, in words and as a drawing; the tables stand in ``request_table`` and ``case_table``."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

import attrs
import pendulum

from govdisclosure.law import Citation, Evidence, cite
from govdisclosure.register.states.names import name_of
from govdisclosure.text.language import Lang, require_lang

__all__ = ["Fault", "FaultKind", "Track", "Transition", "diagram"]

S = TypeVar("S", bound=StrEnum)
K = TypeVar("K", bound=StrEnum)

Words: TypeAlias = tuple[str, str]
"""The same thing in Chinese and in English."""


class Track(StrEnum):
    """Which way a case goes, as far as its transitions differ."""

    RECONSIDERATION = "reconsideration"
    LITIGATION = "litigation"


class FaultKind(StrEnum):
    """What is wrong with an event of a register."""

    ILLEGAL = "illegal"
    """It cannot happen in the state the entry is in, such as a reply before receipt."""
    NOT_IN_FORCE = "not_in_force"
    """It may happen in that state, by a provision that did not hold on that day."""
    REPEATED = "repeated"
    """It may happen once, and happened again."""
    UNMATCHED = "unmatched"
    """An answer to something that was not asked."""
    AFTER_CLOSING = "after_closing"
    """It happened to an entry that was closed."""
    OUT_OF_ORDER = "out_of_order"
    """Its day is before the day of something that comes before it."""
    UNDATED = "undated"
    """The register says that it happened and not when."""


@attrs.frozen(kw_only=True)
class Transition(Generic[S, K]):
    """A row of a transition table: in a state, an event leads to another state, by a provision.

    Attributes:
        state: The state it starts from.
        event: What happens.
        to: The state it leads to.
        cite: Key of the provision; the row holds on the days on which its instrument holds. ``None`` where none
            names it, and then it holds on every day.
        zh: What the provision says of it, in own words, in Chinese.
        en: The same in English.
        left: Whether consultations are still out afterwards, for events that lead to different states by it; ``None``
            where that makes no difference.
        once: How well it is known that this may happen once only; ``None`` where it may happen again.
        contested: Whether it may happen only where a case about the request has been filed.
        track: Of a case, which way it goes; ``None`` for both.
    """

    state: S
    event: K
    to: S
    cite: str | None
    zh: str
    en: str
    left: bool | None = None
    once: Evidence | None = None
    contested: bool = False
    track: Track | None = None

    @property
    def citation(self) -> Citation | None:
        """The provision."""
        return cite(self.cite) if self.cite else None

    def holds_on(self, day: pendulum.Date | None) -> bool:
        """True where its provision was in force on a day; on a day that is not known, it may have been."""
        return self.cite is None or day is None or cite(self.cite).instrument.holds_on(day)


@attrs.frozen(kw_only=True)
class Fault:
    """Something that a register cannot mean, or does not say. It is data: a rule judges it.

    Attributes:
        kind: What is wrong.
        index: Which event of the entry it is about, from 0, in the order of the register.
        event: What was said to happen.
        on: The day it is said to have happened; ``None`` where the register does not say.
        state: The state the entry was in.
        cite: Key of the provision that lets it happen at another time; ``None`` where none names it.
        evidence: How well that is known; only ``SOURCE`` may carry an error.
        zh: What is wrong and what to do, in Chinese.
        en: The same in English.
    """

    kind: FaultKind
    index: int
    event: str
    on: pendulum.Date | None
    state: str
    cite: str | None = None
    evidence: Evidence = Evidence.SOURCE
    zh: str
    en: str

    @property
    def citation(self) -> Citation | None:
        """The provision."""
        return cite(self.cite) if self.cite else None


def diagram(transitions: Iterable[Transition[S, K]], lang: Lang = "zh") -> str:
    """A transition table as a state diagram in Mermaid, one arrow for all events between two states.

    Args:
        transitions: The rows.
        lang: Language of the names.

    Returns:
        Mermaid text that ends with a line break.

    >>> from govdisclosure.register.states.requests import TRANSITIONS
    >>> print(diagram(TRANSITIONS, "en").splitlines()[0])
    stateDiagram-v2
    """
    require_lang(lang)
    rows = tuple(transitions)
    arrows: dict[tuple[S, S], dict[str, None]] = {}
    for row in rows:
        arrows.setdefault((row.state, row.to), {})[name_of(row.event, lang)] = None
    states = dict.fromkeys(state for row in rows for state in (row.state, row.to))
    leaving = {row.state for row in rows if row.state is not row.to}
    lines = ["stateDiagram-v2"]
    lines += [f'    state "{name_of(state, lang)}" as {state.value}' for state in states]
    lines.append(f"    [*] --> {rows[0].state.value}")
    lines += [f"    {one.value} --> {two.value}: {' · '.join(events)}" for (one, two), events in arrows.items()]
    lines += [f"    {state.value} --> [*]" for state in states if state not in leaving]
    return "\n".join(lines) + "\n"
