"""JSON as text: UTF-8, keys in the order of the schema."""

import json
import re
from collections.abc import Mapping, Sequence

__all__ = ["dumps", "dumps_line"]

# What JSON allows bare but a terminal obeys (C1 controls, direction marks), and what UTF-8 cannot hold (surrogates).
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff]")


def dumps(document: Mapping[str, object] | Sequence[object]) -> str:
    r"""A document over several lines, without a line break at the end.

    >>> print(dumps({"标题": "a\x9b\udcff"}))
    {
      "标题": "a\u009b\udcff"
    }
    """
    return _UNSAFE.sub(_escaped, json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False))


def dumps_line(document: Mapping[str, object]) -> str:
    """A document on one line."""
    return _UNSAFE.sub(_escaped, json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False))


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
