"""Sentences that say nothing of one report: those the form or the law words, and those of very many organs."""

import hashlib
import tomllib
from array import array
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Final

from govdisclosure.rules.years.passages import is_fixed
from govdisclosure.text.normalise import squeeze

__all__ = ["OrganCounts", "is_prescribed", "key_of"]

_WIDTH: Final = 1 << 20
_LINES: Final = 4


def is_prescribed(words: str) -> bool:
    """Whether the form or the law words a sentence.

    Args:
        words: The sentence, folded.

    >>> is_prescribed("坚持以公开为常态、不公开为例外"), is_prescribed("逐座公开全县水库的巡查记录")
    (True, False)
    """
    plain = squeeze(words)
    longest, stock = _stock()
    return is_fixed(plain) or (
        len(plain) <= longest and any(one[0] in plain and all(word in plain for word in one) for one in stock)
    )


@cache
def _stock() -> tuple[int, tuple[tuple[str, ...], ...]]:
    data = tomllib.loads(files(__package__).joinpath("data/stock.toml").read_text("utf-8"))
    return data["longest"], tuple(tuple(one) for one in data["stock"])


def key_of(words: str) -> int:
    """What stands for a masked sentence: 64 bits."""
    return int.from_bytes(hashlib.blake2b(words.encode("utf-8"), digest_size=8).digest(), "big")


class OrganCounts:
    """In how many organs' reports each sentence stands, in 16 MB whatever the number of sentences.

    A count is never too low. It may be too high by about the number of sentences of all organs divided by a million,
    which is less than one below a million and far below the share from which on a sentence is common above that.
    """

    def __init__(self, least: int, share: float) -> None:
        """Begin to count.

        Args:
            least: Organs in whose reports a common sentence stands, at least.
            share: Part of all organs in whose reports it stands, at least.
        """
        self._lines = [array("I", bytes(4 * _WIDTH)) for _ in range(_LINES)]
        self._least = least
        self._share = share
        self.organs = 0

    def add(self, keys: Iterable[int]) -> None:
        """Count the different sentences of one organ, of all its reports together."""
        self.organs += 1
        for key in keys:
            for number, line in enumerate(self._lines):
                line[(key >> 14 * number) % _WIDTH] += 1

    @property
    def common_from(self) -> int | None:
        """In how many organs' reports a common sentence stands; ``None`` with too few organs to tell."""
        wanted = max(self._least, -int(-self.organs * self._share // 1))
        return wanted if self.organs >= self._least else None

    def of(self, key: int) -> int:
        """In how many organs' reports a sentence stands."""
        return min(line[(key >> 14 * number) % _WIDTH] for number, line in enumerate(self._lines))
