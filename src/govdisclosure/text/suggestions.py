"""Which known words someone may have meant."""

from collections.abc import Iterable
from difflib import SequenceMatcher

__all__ = ["SHOWN", "did_you_mean", "nearest"]

SHOWN = 80
"""How much of an unknown word is compared, and shown in a message."""
_ALIKE = 0.5
_WITHIN = 0.6


def nearest(word: str, known: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """The words most like one that is not known, the nearest first; upper and lower case count as the same.

    >>> nearest("reply.trm", ["receipt.fax", "reply.types", "reply.term"])[0]
    'reply.term'
    """
    wanted = word[:SHOWN].casefold()
    alike = [(-_likeness(wanted, name.casefold()), n, name) for n, name in enumerate(known)] if wanted else []
    return tuple(name for likeness, _, name in sorted(alike) if -likeness >= _ALIKE)[:count]


def did_you_mean(near: Iterable[str]) -> tuple[str, str]:
    """The tail of a message that names the words that may have been meant, in Chinese and English; empty for none.

    >>> did_you_mean(["reply.term", "reply.types"])
    ('，是否指：reply.term、reply.types', '; did you mean: reply.term, reply.types')
    """
    names = tuple(near)
    return (f"，是否指：{'、'.join(names)}", f"; did you mean: {', '.join(names)}") if names else ("", "")


def _likeness(wanted: str, name: str) -> float:
    ratio = SequenceMatcher(None, wanted, name).ratio()
    return max(ratio, _WITHIN) if wanted in name else ratio
