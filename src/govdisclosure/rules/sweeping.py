"""Going once over the entries of a register and saying what was found, what is in order and what could not be judged.

A rule says of one entry what is wrong with it and what it would need to know; the rest is the same in every rule: one
finding for each fault, one for all entries that are in order, one for all that could not be judged.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

import attrs

from govdisclosure.errors import CalendarNotPublishedError, UsageError
from govdisclosure.law import cite
from govdisclosure.model.case import Case
from govdisclosure.model.item import Item
from govdisclosure.model.request import Request
from govdisclosure.rules.entries import EntryTally
from govdisclosure.rules.outcome import Kind, Message
from govdisclosure.rules.rule import Finding

__all__ = ["CALENDAR", "Need", "Said", "Sweep", "counted", "days_of", "number_of"]

_E = TypeVar("_E", Request, Case, Item)
_FIRST = 5


@attrs.frozen
class Need:
    """What a register would have to say for an entry to be judged.

    Attributes:
        field: A word for programs, such as ``received_on``.
        zh: What is missing, in Chinese.
        en: The same in English.
    """

    field: str
    zh: str
    en: str


CALENDAR = Need("calendar", "相关年份的放假安排", "the holidays of the years concerned")
_RECKONED = Need("events.on", "可信的日期", "days that can be right")

Said: TypeAlias = Iterable[Finding | Need] | None
"""What a rule says of one entry: ``None`` where the rule is not about it, nothing where it is in order."""


@attrs.frozen(kw_only=True)
class Sweep:
    """How a rule goes over its entries.

    Attributes:
        subject: What the entries are: ``requests`` or ``cases``.
        cites: Keys of the provisions that the closing findings rest on.
        passed: What is said where all that were looked at are in order; ``{n}`` is how many.
        none: What is said where the rule had nothing to look at.
    """

    subject: str
    cites: tuple[str, ...]
    passed: Message
    none: Message

    def over(self, entries: Iterable[_E], look: Callable[[_E], Said]) -> Iterator[Finding]:
        """What is said of each entry, and the findings that close.

        Args:
            entries: The entries, in the order of the register.
            look: What the rule says of one. Where it needs the holidays of a year that are not announced, the entry
                counts as one that could not be judged.
        """
        tally = EntryTally(self.subject, tuple(cite(key) for key in self.cites))
        unjudged: list[tuple[str, tuple[Need, ...]]] = []
        for entry in entries:
            try:
                said = look(entry)
                said = None if said is None else tuple(said)
            except CalendarNotPublishedError:
                said = (CALENDAR,)
            except UsageError:  # a day at the end of the calendar: a year typed as 9999
                said = (_RECKONED,)
            if said == ():
                tally.fine += 1
            elif said is not None:
                yield from self._told(entry.id, said, tally, unjudged)
        if unjudged:
            yield self._unjudged(unjudged, tally)
        if tally.fine or tally.wrong or not unjudged:
            yield from tally.closing(self.passed, self.none)

    @staticmethod
    def _told(
        number: str, said: tuple[Finding | Need, ...], tally: EntryTally, unjudged: list[tuple[str, tuple[Need, ...]]]
    ) -> Iterator[Finding]:
        findings = [one for one in said if isinstance(one, Finding)]
        needs = tuple(one for one in said if isinstance(one, Need))
        accused = any(one.kind is not Kind.INFORMATIONAL for one in findings)
        tally.wrong += accused
        if needs:
            unjudged.append((number, needs))
        elif not accused:
            tally.fine += 1
        yield from findings

    def _unjudged(self, unjudged: list[tuple[str, tuple[Need, ...]]], tally: EntryTally) -> Finding:
        wanted = Counter(need for _, needs in unjudged for need in dict.fromkeys(needs))
        first = [number for number, _ in unjudged[:_FIRST]]
        more = len(unjudged) > _FIRST
        zh = "、".join(f"缺{need.zh}{n}件" for need, n in wanted.items())
        en = ", ".join(f"{n} without {need.en}" for need, n in wanted.items())
        return Finding(
            kind=Kind.OPEN,
            message=Message(
                f"{len(unjudged)}件未能判断（{zh}）：{'、'.join(first)}{'等' if more else ''}；请补登后重查",
                f"{len(unjudged)} not judged ({en}): {', '.join(first)}{' …' if more else ''}; "
                "complete the register and check again",
            ),
            cites=tally.cites,
            subject=f"{self.subject}:unjudged",
            facts={"entries": len(unjudged), "first": first},
            needs=tuple(dict.fromkeys(need.field for need in wanted)),
        )


def days_of(**days: object) -> dict[str, object]:
    """Days for the facts of a finding, in ISO form; those that are not known are ``None``."""
    return {name: None if day is None else str(day) for name, day in days.items()}


def counted(n: int, noun: str) -> str:
    """A number of things in English.

    >>> counted(1, "day"), counted(2, "day")
    ('1 day', '2 days')
    """
    return f"{n} {noun}{'' if n == 1 else 's'}"


def number_of(entry: Request | Case | Item) -> str:
    """The number of an entry for a message; what stands for it where the register gives none."""
    return entry.id or "（无编号）"
