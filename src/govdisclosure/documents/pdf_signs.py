"""From the characters of a PDF page to lines of text."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

import attrs

__all__ = ["Line", "Sign", "join", "lines_of"]

# In parts of the size of the letters.
_SAME_LINE: Final = 0.5
_WIDE_GAP: Final = 0.6
_WORD_GAP: Final = 0.2
_PRINTED_TWICE: Final = 0.15
_HEAVY: Final = ("hei", "bold", "heavy", "黑", "粗", "xbs")


@attrs.frozen
class Sign:
    """A character and its box; distances are from the page's left and top."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    font: str

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.top + self.bottom) / 2


@attrs.frozen
class Line:
    """A line of text: its words, its box, the size of its letters, and whether all of it is set in heavy type."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    heavy: bool


def lines_of(signs: Iterable[Sign]) -> list[Line]:
    """Lines, from the top down."""
    rows: list[list[Sign]] = []
    middle = 0.0
    for sign in sorted((one for one in signs if not one.text.isspace()), key=lambda one: one.middle):
        if rows and sign.middle - middle <= _SAME_LINE * min(sign.size, rows[-1][0].size):
            rows[-1].append(sign)
        else:
            rows.append([sign])
            middle = sign.middle
    return [_line(sorted(row, key=lambda one: one.x0)) for row in rows]


def _line(row: Sequence[Sign]) -> Line:
    kept = [row[0]]
    # Bold is often faked by printing a character twice, a hair's breadth apart.
    for sign in row[1:]:
        if sign.text != kept[-1].text or sign.x0 - kept[-1].x0 > _PRINTED_TWICE * sign.size:
            kept.append(sign)
    text = kept[0].text + "".join(_blank(one, other) + other.text for one, other in pairwise(kept))
    return Line(
        text=text,
        x0=kept[0].x0,
        x1=max(sign.x1 for sign in kept),
        top=min(sign.top for sign in kept),
        bottom=max(sign.bottom for sign in kept),
        size=median(sign.size for sign in kept),
        heavy=all(any(mark in sign.font.lower() for mark in _HEAVY) for sign in kept),
    )


def _blank(one: Sign, other: Sign) -> str:
    """A blank where the eye sees one: the narrow gap that is set between Chinese and figures is none."""
    gap = (other.x0 - one.x1) / max(one.size, other.size, 1)
    if gap > _WIDE_GAP:
        return " "
    return " " if gap > _WORD_GAP and _is_latin(one.text) and _is_latin(other.text) else ""


def join(first: str, second: str) -> str:
    """What stands between two lines of one paragraph: a blank between words in letters."""
    letters = first[-1:].isascii() and second[:1].isascii() and first[-1:].isalpha() and second[:1].isalpha()
    return " " if letters else ""


def _is_latin(text: str) -> bool:
    return text.isascii() and text.isalnum()
