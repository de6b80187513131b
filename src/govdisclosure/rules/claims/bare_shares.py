"""Lists of shares without figures: 网上申请占60%,当面占30%,信函占10%."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate

import attrs

__all__ = ["BareShares", "bare_shares"]

_FEW = 3
_WHOLE = Decimal(100)
_SHARE = re.compile(
    r"[,、;]?\s?(?P<label>[^\s,、;:。%\d()占]{1,16})占(?P<base>[^\s,、;:。%\d()]{0,12}?)(?:的|约|为|达|到){0,2}\s?"
    r"(?P<share>\d{1,3}(?:\.\d{1,4})?)\s?%"
)


@attrs.frozen(kw_only=True)
class BareShares:
    """Shares that stand in a row, each with a label and none with a figure, all of one base.

    Attributes:
        start: First character.
        end: One past the last.
        printed: Each share as printed, without its sign.
    """

    start: int
    end: int
    printed: tuple[str, ...]

    @property
    def total(self) -> Decimal:
        """What they add up to, in percent."""
        return sum((Decimal(share) for share in self.printed), Decimal(0))

    @property
    def excessive(self) -> bool:
        """True when they add up to more than the whole by more than rounding, and the first of them to no whole.

        男性占60%,女性占40%,党员占50% divides one whole and then tells a share of another kind.
        """
        slack = sum((_half(share) for share in self.printed), Decimal(0))
        sums = list(accumulate(Decimal(share) for share in self.printed))
        return sums[-1] > _WHOLE + slack and all(abs(one - _WHOLE) > slack for one in sums)


def bare_shares(key: str) -> Iterator[BareShares]:
    """The lists of at least three such shares in a folded text.

    >>> [str(one.total) for one in bare_shares("网上申请占60%,当面占30%,信函占15%。")]
    ['105']
    """
    if "占" not in key or "%" not in key:
        return
    row: list[re.Match[str]] = []
    for match in _SHARE.finditer(key):
        if row and (match.start() != row[-1].end() or match["base"] not in {"", row[0]["base"]}):
            yield from _row(row)
            row = []
        row.append(match)
    yield from _row(row)


def _row(row: list[re.Match[str]]) -> Iterator[BareShares]:
    if len(row) >= _FEW:
        printed = tuple(match["share"] for match in row)
        yield BareShares(start=row[0].start("label"), end=row[-1].end(), printed=printed)


def _half(share: str) -> Decimal:
    _, _, decimals = share.partition(".")
    return Decimal(1).scaleb(-len(decimals)) / 2
