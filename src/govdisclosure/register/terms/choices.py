"""What the events of a request may do to its term: a choice for each, the options that lead to an earlier date first.

The law says of some events plainly what they do, and of others nothing. Each event becomes a choice with one option or
several; a reading of the request's term takes one option of each choice.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

import attrs
import pendulum

from govdisclosure.law import Citation, Evidence
from govdisclosure.law.deadlines import Pause
from govdisclosure.law.provision import weakest

__all__ = ["Choice", "Option", "combine", "scenarios"]

_ALL = 8
"""Up to as many combinations are all counted; beyond, each choice alone, and all of them."""


@attrs.frozen(kw_only=True)
class Option:
    """One thing an event may do to the term.

    Attributes:
        start: The day from which the term runs anew; ``None`` where it goes on.
        pauses: Times in which it stands still.
        extend: Working days by which it is longer.
        until: The day that takes the place of its end; ``None`` where the term is counted.
        zh: What the option takes the law to mean, in Chinese; empty where there is no other option.
        en: The same in English.
        cites: The provisions it rests on.
        evidence: How well it is known.
    """

    start: pendulum.Date | None = None
    pauses: tuple[Pause, ...] = ()
    extend: int = 0
    until: pendulum.Date | None = None
    zh: str = ""
    en: str = ""
    cites: tuple[Citation, ...] = ()
    evidence: Evidence = Evidence.SOURCE


@attrs.frozen
class Choice:
    """What an event may do.

    Attributes:
        options: The safe one first.
    """

    options: tuple[Option, ...]


def combine(options: Iterable[Option]) -> Option:
    """What several events do together."""
    kept = tuple(options)
    starts = [one.start for one in kept if one.start is not None]
    untils = [one.until for one in kept if one.until is not None]
    said = [one for one in kept if one.zh]
    return Option(
        start=max(starts, default=None),
        pauses=tuple(pause for one in kept for pause in one.pauses),
        extend=sum(one.extend for one in kept),
        until=max(untils, default=None),
        zh="；".join(dict.fromkeys(one.zh for one in said)),
        en="; ".join(dict.fromkeys(one.en for one in said)),
        cites=tuple(dict.fromkeys(cite for one in kept for cite in one.cites)),
        evidence=weakest(one.evidence for one in kept),
    )


def scenarios(choices: Sequence[Choice]) -> Iterator[Option]:
    """The readings: all safe options first, then one other option at a time, then every other combination.

    Where there are too many combinations, the last option of every choice stands for the rest: it is the latest.
    """
    options = [choice.options for choice in choices]
    total = 1
    for one in options:
        total *= len(one)
    safe = tuple(one[0] for one in options)
    yield combine(safe)
    for at, one in enumerate(options):
        for other in one[1:]:
            yield combine((*safe[:at], other, *safe[at + 1 :]))
    if total <= _ALL:
        for taken in product(*options):
            if sum(one is not first for one, first in zip(taken, safe, strict=True)) > 1:
                yield combine(taken)
    else:
        yield combine(one[-1] for one in options)
