"""Ordinals before headings. All functions take folded text."""

import re
from enum import IntEnum

import attrs

from govdisclosure.text.numerals import chinese_number

__all__ = ["Marker", "MarkerStyle", "find_markers", "match_marker"]


class MarkerStyle(IntEnum):
    """How an ordinal is written, from the highest customary level to the lowest."""

    PART = 1
    """``第一部分``"""
    CHINESE = 2
    """``一、``"""
    BRACKETED = 3
    """``(一)``"""
    ARABIC = 4
    """``1、`` or ``1.``"""


@attrs.frozen
class Marker:
    """An ordinal: its style, number and span, the sign after it included."""

    style: MarkerStyle
    number: int
    start: int
    end: int


_N = r"[一二三四五六七八九十]{1,3}"
_PART = rf"第\s?(?P<part>{_N})\s?(?:部分|章|节)\s{{0,4}}[、:.,]?"
_CHINESE = rf"(?P<chinese>{_N})\s{{0,4}}(?:[、,:]|\.(?!\d))"
_SPACED = rf"(?P<spaced>{_N})\s{{1,4}}(?=\S[^。,;]{{1,20}}$)"
_BRACKETED = rf"\(\s?(?P<bracketed>{_N})\s?\)\s{{0,4}}[、.]?"
_ARABIC = r"(?P<arabic>\d{1,2})\s?(?:、|\.(?!\d))"
_LINE = re.compile(rf"[\s?•·*#>\-]{{0,12}}(?:{_PART}|{_CHINESE}|{_BRACKETED}|{_ARABIC}|{_SPACED})\s{{0,8}}")
_INLINE = re.compile(rf"(?:{_PART}|(?<![一二三四五六七八九十第、(]){_CHINESE}|{_BRACKETED})\s{{0,8}}")
_STYLES = {
    "part": MarkerStyle.PART,
    "chinese": MarkerStyle.CHINESE,
    "spaced": MarkerStyle.CHINESE,
    "bracketed": MarkerStyle.BRACKETED,
    "arabic": MarkerStyle.ARABIC,
}


def match_marker(line: str) -> Marker | None:
    """The ordinal at the start of a line, if there is one.

    >>> match_marker("(二)主动公开")
    Marker(style=<MarkerStyle.BRACKETED: 3>, number=2, start=0, end=3)
    """
    match = _LINE.match(line)
    return None if match is None else _marker(match)


def find_markers(text: str, start: int, end: int) -> list[Marker]:
    """Ordinals anywhere in a run of text; Arabic ones only count at the start of a line and are left out."""
    found = (_marker(match) for match in _INLINE.finditer(text, start, end))
    return [marker for marker in found if marker is not None]


def _marker(match: re.Match[str]) -> Marker | None:
    for group, style in _STYLES.items():
        text = match.groupdict().get(group)
        if text:
            value = int(text) if text.isdigit() else chinese_number(text)
            return None if value is None else Marker(style, value, match.start(), match.end())
    return None
