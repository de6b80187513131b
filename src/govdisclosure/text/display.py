"""Text for a terminal: made harmless, measured in columns, cut and underlined."""

import re
from unicodedata import combining, east_asian_width

from govdisclosure.text.normalise import clean

__all__ = ["columns", "cut", "one_line", "underlined", "visible"]

_SURROGATE = re.compile("[\ud800-\udfff]")
# Isolates and other direction marks that `clean` leaves: they can reorder a whole line.
_ISOLATES = re.compile("[\u2066-\u206f]")


def visible(text: str) -> str:
    r"""Text without characters that are not seen or that steer a terminal; bytes that were no text as ``\xNN``.

    >>> visible("a\x1b[31mb\udcffc")
    'a [31mb\\xffc'
    """
    return _SURROGATE.sub(_undecoded, _ISOLATES.sub("", clean(text)))


def one_line(text: str) -> str:
    r"""Visible text with every run of white space made one blank.

    >>> one_line("一\n　二")
    '一 二'
    """
    return " ".join(visible(text).split())


def columns(text: str) -> int:
    """Columns a text takes on a terminal: two for a wide character, none for a combining one.

    >>> columns("第3条")
    5
    """
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def cut(text: str, width: int, *, tail: bool = False) -> str:
    """As much of a text as fits, with an ellipsis (one column) where it was cut; ``tail`` keeps its end.

    >>> cut("信息公开率", 7), cut("信息公开率", 7, tail=True)
    ('信息公…', '…公开率')
    """
    if columns(text) <= width:
        return text
    kept: list[str] = []
    room = width - 1
    for sign in reversed(text) if tail else text:
        room -= columns(sign)
        if room < 0:
            break
        kept.append(sign)
    return "…" + "".join(reversed(kept)) if tail else "".join(kept) + "…"


def underlined(before: str, quote: str, after: str, width: int = 92) -> tuple[str, str]:
    r"""A line with the words in it, and the line that underlines them.

    Args:
        before: Words before the quotation, on the same line.
        quote: The quotation; of several lines the first is shown.
        after: Words after it.
        width: Columns there are.

    Returns:
        The line of words and the underline, equally indented.

    >>> underlined("公开率", "100%", "。")
    ('公开率100%。', '      ^^^^')
    >>> underlined("公开率 ", "100%", "\u3000左右")
    ('公开率 100% 左右', '       ^^^^')
    """
    lines = [line for line in map(one_line, quote.splitlines()) if line]
    shown = cut(lines[0] if lines else "", width * 2 // 3)
    if len(lines) > 1 and not shown.endswith("…"):
        shown += "…"
    room = width - columns(shown)
    # One blank stays beside the words where the line has white space there.
    lead = cut(one_line(before) + _blank(f"{before[-1:]}{quote[:1]}"), room // 2, tail=True)
    rest = (
        "" if shown.endswith("…") else cut(_blank(f"{quote[-1:]}{after[:1]}") + one_line(after), room - columns(lead))
    )
    lead, rest = ("" if lead.isspace() else lead), rest.rstrip()
    return f"{lead}{shown}{rest}", " " * columns(lead) + "^" * max(1, columns(shown))


def _blank(meeting: str) -> str:
    """A blank where white space is among the signs at which two pieces meet."""
    return " " if any(sign.isspace() for sign in meeting) else ""


def _undecoded(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else "\ufffd"  # noqa: PLR2004  surrogateescape's range
