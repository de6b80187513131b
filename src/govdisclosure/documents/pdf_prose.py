"""From the lines of PDF pages to paragraphs: which lines go on, and which are the page's own (number, header)."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Final

import attrs

from govdisclosure.documents.pdf_signs import Line
from govdisclosure.text.headings import match_marker
from govdisclosure.text.normalise import fold, squeeze

__all__ = ["Layout", "PageLines", "without_furniture"]

_PAGE_NUMBER: Final = re.compile(
    r"[-·.\s]{0,6}\d{1,4}[-·.\s]{0,6}"
    r"|第\s{0,3}[\d一二三四五六七八九十百]{1,4}\s{0,3}页[\s,/，、|]{0,4}(?:[(]?共\s{0,3}[\d一二三四五六七八九十百]{1,4}\s{0,3}页[)]?)?"
    r"|\d{1,4}\s{0,3}/\s{0,3}\d{1,4}"
    r"|page\s{0,3}\d{1,4}(?:\s{0,3}(?:of|/)\s{0,3}\d{1,4})?",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"\d{1,4}")
# Parts of the page's height in which its number and its header stand.
_NUMBER_MARGIN: Final = 0.12
_HEADER_MARGIN: Final = 0.09
_REPEATED: Final = 3

_SHORT_LINE: Final = 8
_NARROWEST: Final = 0.5
_OFTEN: Final = 0.15
_BIN: Final = 4
# In parts of the size of the letters.
_FULL: Final = 2
_INDENT: Final = 1.2
_NEAR: Final = 0.5
_SIZES_DIFFER: Final = 1.15
_PITCHES: Final = 1.9
_LONGEST_HEADING: Final = 60
_STOPS: Final = "。；;！？!?：:"


@attrs.frozen
class PageLines:
    """The lines of a page outside its tables, from the top down."""

    width: float
    height: float
    lines: tuple[Line, ...]


def without_furniture(pages: Sequence[PageLines]) -> list[PageLines]:
    """Pages without their numbers and without what is repeated at their heads or feet."""
    repeated = Counter(text for page in pages for text in {_bare(line) for line in _outer(page, _HEADER_MARGIN)})
    often = {text for text, count in repeated.items() if count >= _REPEATED and count * 2 >= len(pages)}
    found = []
    for page in pages:
        numbers = {id(line) for line in _outer(page, _NUMBER_MARGIN) if _PAGE_NUMBER.fullmatch(fold(line.text).strip())}
        headers = {id(line) for line in _outer(page, _HEADER_MARGIN) if _bare(line) in often}
        kept = tuple(line for line in page.lines if id(line) not in numbers and id(line) not in headers)
        found.append(attrs.evolve(page, lines=kept))
    return found


def _outer(page: PageLines, margin: float) -> list[Line]:
    return [
        line
        for line in page.lines
        if line.bottom < margin * page.height or line.top > (1 - margin) * page.height
    ]  # fmt: skip


def _bare(line: Line) -> str:
    return _DIGITS.sub("0", squeeze(fold(line.text)))


def _right(ends: Iterable[float]) -> float:
    """Where full lines end: the rightmost place at which lines end often; a few reach out into the margin."""
    places = Counter(round(end / _BIN) for end in ends)
    near = {place: places[place - 1] + places[place] + places[place + 1] for place in list(places)}
    most = max(near.values())
    return max(place for place, count in near.items() if count >= _OFTEN * most) * _BIN


@attrs.frozen
class Layout:
    """How the prose of a document is set: the margins of its lines, the usual size and pitch.

    Attributes:
        left: Where lines begin.
        right: Where full lines end.
        width: Width of the page.
        size: Size of the letters.
        pitch: From the top of one line to that of the next.
        heavy: Whether most of it is set in heavy type, which then says nothing.
    """

    left: float
    right: float
    width: float
    size: float
    pitch: float
    heavy: bool

    @classmethod
    def of(cls, pages: Sequence[PageLines]) -> "Layout":
        """The layout of pages of one width."""
        lines = [line for page in pages for line in page.lines]
        long = [line for line in lines if len(line.text) >= _SHORT_LINE] or lines
        if not long:
            return cls(0, 0, 1, 1, 1, heavy=False)
        right = _right(line.x1 for line in long)
        starts = sorted(line.x0 for line in long)
        pitches = [
            after.top - before.top
            for page in pages
            for before, after in zip(page.lines, page.lines[1:], strict=False)
        ]  # fmt: skip
        return cls(
            left=starts[len(starts) // 10],
            right=right,
            width=max(page.width for page in pages),
            size=median(line.size for line in long),
            pitch=median(pitches) if pitches else 1,
            heavy=sum(line.heavy for line in lines) * 2 > len(lines),
        )

    def goes_on(self, before: Line, after: Line, *, new_page: bool) -> bool:
        """Whether a line continues the paragraph of the one before it."""
        size = before.size
        if self.right - self.left < _NARROWEST * self.width:
            # Only short lines were seen: none can be told to be full.
            return False
        if before.x1 < self.right - _FULL * size or max(size, after.size) > _SIZES_DIFFER * min(size, after.size):
            return False
        if after.x0 > self.left + _INDENT * size and after.x0 >= before.x0 - _NEAR * size:
            return False
        if not new_page and after.top - before.top > _PITCHES * max(self.pitch, size):
            return False
        return not (before.text[-1] in _STOPS and match_marker(fold(after.text)) is not None)

    def is_heading(self, line: Line) -> bool:
        """Whether a paragraph of this one line looks like a heading."""
        if len(line.text) > _LONGEST_HEADING or line.text[-1] in _STOPS:
            return False
        return line.size > _SIZES_DIFFER * self.size or (line.heavy and not self.heavy)
