"""A list of paths, one a line, in whatever encoding and with whatever line ends an editor saved it."""

import codecs
import io
import os
import re
from collections.abc import Iterator
from typing import BinaryIO, Final

__all__ = ["paths"]

_LONGEST: Final = 32_768
_QUOTES: Final = '"'
_NO_TEXT: Final = re.compile("[\udc80-\udcff]")
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def paths(stream: io.BufferedReader | BinaryIO, folder: str) -> Iterator[tuple[str, str]]:
    """The paths in a list: blank lines and those that begin with ``#`` are none.

    Args:
        stream: The list, open for reading bytes.
        folder: What its relative paths start from.

    Yields:
        A path as it is written, and where it leads; the second is empty for a line that is too long to be a path.
    """
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    head = buffered.peek(4)[:4]
    encoding = next((name for mark, name in _MARKS if head.startswith(mark)), "utf-8")
    # Bytes that are no UTF-8 stay what they are: they may be a name in the file system, or GBK.
    errors = "surrogateescape" if encoding != "utf-16" else "replace"
    lines = io.TextIOWrapper(buffered, encoding=encoding, errors=errors)
    try:
        while line := lines.readline(_LONGEST):
            is_whole = line.endswith("\n") or len(line) < _LONGEST
            while not is_whole:
                rest = lines.readline(_LONGEST)
                is_whole = not rest or rest.endswith("\n")
            text = line.strip()
            if not text or text.startswith("#"):
                continue
            yield (text[:80], "") if len(line) >= _LONGEST else _found(text, folder)
    finally:
        lines.detach()


def _found(text: str, folder: str) -> tuple[str, str]:
    readings = [text]
    # Windows writes a path that is copied between quotes.
    if len(text) > 2 and text[0] == text[-1] == _QUOTES:  # noqa: PLR2004  the quotes and something between
        readings.append(text[1:-1])
    likely = readings[-1]
    for reading in tuple(readings):
        raw = reading.encode("utf-8", "surrogateescape")
        # GBK of one or two characters may be UTF-8 too: which it is, the file system knows.
        readings.append(raw.decode("gb18030", "surrogateescape"))
        if reading == likely and _NO_TEXT.search(reading):
            likely = readings[-1]
    for reading in readings:
        path = os.path.join(folder, reading)  # noqa: PTH118  as the user's own spelling
        if os.path.lexists(path):
            return reading, path
    # No file: a pattern, or a mistake.
    return likely, os.path.join(folder, likely)  # noqa: PTH118  same
