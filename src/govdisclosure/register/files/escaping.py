r"""Text in the cells of a file that a spreadsheet program may open: never taken for a formula, read back as it was.

A cell that begins as a formula may begin (``=``, ``+``, ``-``, ``@``, a tab, a carriage return, their full-width forms,
white space before them or not) gets an apostrophe before it, which Excel and WPS show as text; so does one that reads
as the error of a formula, one with white space at its ends, and one with an apostrophe in front. Signs that files or
programs would change (controls, ``_x000D_``) are written as ``\u000d`` after an apostrophe and a backslash.
"""

import re
from typing import Final

__all__ = ["escaped", "unescaped"]

_DANGER: Final = re.compile(r"[\s'=+\-@＝＋－＠﹦﹢﹣﹫−]|#(?i:[a-z]{1,12}[/!?_])|\Z")
_ENDS: Final = re.compile(r"\s\Z")
_UNSAFE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff]"
    "|_(?=x[0-9A-Fa-f]{4}_)"
)
_LISTED: Final = re.compile(r"[;；、\n\r]")
_CODE: Final = re.compile(r"\\(\\|u([0-9a-f]{4}))")


def escaped(text: str, *, listed: bool = False, apart: bool = False) -> str:
    r"""A text as it is written into a cell.

    Args:
        text: The text.
        listed: Whether it is one of several in the cell.
        apart: Whether an apostrophe is wanted in any case.

    >>> escaped("=1+1"), escaped("水利局"), escaped(" ＝1"), escaped("甲;乙", listed=True)
    ("'=1+1", '水利局', "' ＝1", "'\\甲\\u003b乙")
    """
    is_marked = apart or _DANGER.match(text) or _ENDS.search(text)
    if _UNSAFE.search(text) or (listed and _LISTED.search(text)) or (is_marked and text.startswith("\\")):
        coded = _UNSAFE.sub(_coded, text.replace("\\", "\\\\"))
        return "'\\" + (_LISTED.sub(_coded, coded) if listed else coded)
    return "'" + text if is_marked else text


def unescaped(text: str) -> str:
    r"""What a cell that begins with an apostrophe says.

    >>> unescaped("'=1+1"), unescaped("'\\甲\\u003b乙"), unescaped("'")
    ('=1+1', '甲;乙', '')
    """
    if not text.startswith("'\\"):
        return text[1:]
    return _CODE.sub(lambda found: chr(int(found[2], 16)) if found[2] else "\\", text[2:])


def _coded(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
