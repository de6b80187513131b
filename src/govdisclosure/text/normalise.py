"""Folding text for matching, one character to one character.

A folded text is as long as the text it came from, so a match in the one is a quotation of the other. It is never stored
and never shown.
"""

import re
import unicodedata

from govdisclosure.text.hanzi import SIMPLIFIED, SUPPLEMENT, TRADITIONAL
from govdisclosure.text.signs import Signs

__all__ = ["DAMAGE", "OBJECT", "RAISED", "clean", "fold", "squeeze"]

DAMAGE = "\ufffd"
"""The sign that stands for what could not be decoded."""
OBJECT = "\ufffc"
"""The sign that stands for a picture, or anything else that is no text, in a cell without text."""
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Figures raised above the line (the mark of a note, a power), which are no digits of the figure before them."""


def _table(signs: str, to: str) -> dict[int, str]:
    """Each of some signs to one other, or to the sign at the same place."""
    return {ord(sign): to if len(to) == 1 else other for sign, other in zip(signs, to * len(signs), strict=False)}


_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SPACES = "\t\x0b\x0c\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
# Radicals that PDF exporters and some input methods put in place of the character itself.
_RADICALS = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)} | _table(*SUPPLEMENT)
_SIMPLIFIED = _table(TRADITIONAL, SIMPLIFIED)
_FOLD = {
    **{code: _SIMPLIFIED.get(ord(sign), sign) for code, sign in _RADICALS.items()},
    **_WIDTH,
    **_table(_SPACES, " "),
    **_SIMPLIFIED,
    **_table("﹑", "、"),
    **_table("．﹒", "."),
    **_table("•・", "·"),
    **_table("﹐", ","),
    **_table("﹔", ";"),
    **_table("﹕︰", ":"),
    **_table("﹙", "("),
    **_table("﹚", ")"),
    **_table("〔【", "["),
    **_table("〕】", "]"),
    **_table("〈《", "<"),
    **_table("〉》", ">"),
    **_table("“”„‟「」『』", '"'),
    **_table("‘’", "'"),
    **_table("—–―‐‑−─~～﹣", "-"),
    **_table("％﹪", "%"),
    **_table("○◯零", "〇"),
    **_table("ΟО", "O"),
}

_folded = Signs(_FOLD)
_RADICAL = re.compile("[\u2e80-\u2fd5]")
_DROP = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\ufff9-\ufffb]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")


def fold(text: str) -> str:
    """Text with variants of one sign made equal, character for character.

    Full-width forms become half-width, all blanks one blank, ``○`` and ``零`` become ``〇``, quotation marks and dashes
    one form each, Traditional characters of the field Simplified, CJK radicals their characters. Lengths are equal.

    >>> fold("２０１０年　政府資訊公開工作報告：１００％")
    '2010年 政府资讯公开工作报告:100%'
    """
    return _folded(text)


def clean(text: str) -> str:
    """Text without characters that are not seen (zero-width marks, direction marks).

    Controls become blanks, and radicals in place of characters those characters.

    >>> clean("⻘⽯县\u200b⽔利局")
    '青石县水利局'
    """
    seen = _CONTROL.sub(" ", _DROP.sub("", text))
    return seen.translate(_RADICALS) if _RADICAL.search(seen) else seen


def squeeze(text: str) -> str:
    """Text without any white space."""
    return "".join(text.split())
