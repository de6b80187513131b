"""Which texts may be alike: signatures by MinHash, looked up by bands. What is named here is only a candidate."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from govdisclosure.errors import MissingExtraError

__all__ = ["Candidates", "bands_for"]

_PERMUTATIONS: Final = 128
_MISSED: Final = 0.0001
_SEED: Final = 1
_DEVIATIONS: Final = 4
_SPREAD: Final = 0.045
"""Standard deviation of the estimate, at most: √(¼ ÷ 125)."""


def bands_for(threshold: float) -> tuple[int, int]:
    """How many bands of how many values miss one in ten thousand pairs at the threshold, or fewer.

    >>> bands_for(0.8)
    (25, 5)
    """
    for rows in range(_PERMUTATIONS, 1, -1):
        bands = _PERMUTATIONS // rows
        if (1 - threshold**rows) ** bands <= _MISSED:
            return bands, rows
    return _PERMUTATIONS, 1


class Candidates:
    """An index of texts by number; about 0.6 KB a signature and 0.1 KB a band and text."""

    def __init__(self, threshold: float) -> None:
        """Begin an empty index.

        Args:
            threshold: The share from which on texts are looked for.

        Raises:
            MissingExtraError: rensa is not installed.
        """
        try:
            import rensa  # noqa: PLC0415  an extra
        except ImportError:
            raise MissingExtraError("dedup", "查找雷同文字", "finding shared text") from None
        bands, rows = bands_for(threshold)
        self._size = bands * rows
        self._least = threshold - _DEVIATIONS * _SPREAD
        self._make: Callable[..., Any] = rensa.RMinHash
        self._index = rensa.RMinHashLSH(threshold=threshold, num_perm=self._size, num_bands=bands)
        self._signatures: list[Any] = []

    def add(self, stretches: Iterable[str]) -> int:
        """Sign a text; returns its number. It is not looked up before :meth:`show`."""
        signature = self._make(num_perm=self._size, seed=_SEED)
        signature.update(stretches)
        self._signatures.append(signature)
        return len(self._signatures) - 1

    def near(self, number: int) -> list[int]:
        """The texts shown so far that share a band with a text."""
        return list(self._index.query(self._signatures[number]))

    def show(self, number: int) -> None:
        """Let a text be found from now on."""
        self._index.insert(number, self._signatures[number])

    def likely(self, number: int, others: Sequence[int]) -> list[tuple[int, float]]:
        """Those of some texts whose signatures do not rule them out, and how alike they look."""
        mine = self._signatures[number]
        rated = ((other, mine.jaccard(self._signatures[other])) for other in others)
        return [(other, share) for other, share in rated if share >= self._least]
