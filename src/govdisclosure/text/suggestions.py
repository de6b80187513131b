"""Which known words someone may have meant."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

__all__ = ["SHOWN", "did_you_mean", "nearest", "wide_signs"]

SHOWN = 80
"""How much of an unknown word is compared, and shown in a message."""
_ALIKE = 0.5
_LINE = re.compile(r"\(at line (\d{1,9}),")
_WIDE = re.compile("[“”‘’＂＝，［］｛｝＃\u3000]")
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


def wide_signs(toml: str, error: str) -> tuple[str, str]:
    """The tail of a message on TOML that cannot be read, where signs were typed by an input method for Chinese.

    Args:
        toml: The text.
        error: What was said of it, with the line.

    >>> wide_signs("ignore = [“STR101”]", "Invalid value (at line 1, column 11)")[1]
    '; line 1 has Chinese punctuation (“): use " = , [ ] # of the Latin keyboard'
    """
    found = _LINE.search(error)
    line = toml.splitlines()[int(found[1]) - 1 : int(found[1])] if found else []
    sign = _WIDE.search(line[0]) if line else None
    if found is None or sign is None:
        return "", ""
    return (
        f'；第{found[1]}行有中文标点（{sign[0]}），请改用英文标点 " = , [ ] #',
        f'; line {found[1]} has Chinese punctuation ({sign[0]}): use " = , [ ] # of the Latin keyboard',
    )


def _likeness(wanted: str, name: str) -> float:
    ratio = SequenceMatcher(None, wanted, name).ratio()
    return max(ratio, _WITHIN) if wanted in name else ratio
