"""Logical names: safe to show and to write, and no two the same."""

import os
import re
import unicodedata
from hashlib import blake2b
from typing import Final

__all__ = ["Names", "given_name", "logical", "numbered", "safe"]

_STEERING: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_DRIVE: Final = re.compile(r"[A-Za-z]:")
_LONGEST: Final = 1_000
_END_KEPT: Final = 200
_BITS: Final = 1 << 27
_PROBES: Final = 6
_TRIES: Final = 8


def logical(container: str, path: str) -> str:
    r"""The name of what lies at a path with ``/`` in something that has a name.

    >>> logical("a.zip!", "../\x1b[31m/C:/b.html")
    'a.zip!/\\x2e\\x2e/\\x1b[31m/C\\x3a/b.html'
    """
    return f"{container}/{safe(path)}" if container else safe(path)


def safe(path: str) -> str:
    r"""A path with ``/`` in a form that can be shown and leads nowhere; two that differ stay different.

    >>> safe("/etc/\u202egpj.exe"), safe("http://a.gov.cn/2023!/b.html")
    ('\\x2f/etc/\\u202egpj.exe', 'http://a.gov.cn/2023\\x21/b.html')
    """
    first, *others = path.split("/")
    return "/".join([_component(first or "/"), *(_component(one) if one else "" for one in others)])


def given_name(path: str) -> str:
    r"""The name of a path as a user gave it, without what leads out of a folder; empty for the folder one is in.

    >>> given_name("/data/../srv/报告"), given_name("../a/./b.html"), given_name(".")
    ('srv/报告', 'a/b.html', '')
    """
    normal = os.path.splitdrive(os.path.normpath(path))[1].replace(os.sep, "/")
    parts = [one for one in normal.split("/") if one not in {"", ".", ".."}]
    return "/".join(_component(one) for one in parts)


def numbered(container: str, number: int) -> str:
    """The name of a row that has none of its own."""
    return f"{container}!/{number}"


def _component(text: str) -> str:
    """One part of a path; marked where it is a root, leads upwards, names a drive or ends like an archive."""
    if text in {"/", ".", ".."}:
        return "".join(f"\\x{ord(sign):02x}" for sign in text)
    if not text.isprintable() or "\\" in text:
        text = "".join(map(_shown, text))
    if _DRIVE.match(text):
        text = f"{text[0]}\\x3a{text[2:]}"
    return f"{text[:-1]}\\x21" if text.endswith("!") else text


def _shown(sign: str) -> str:
    if sign != "\\" and unicodedata.category(sign) not in _STEERING:
        return sign
    code = ord(sign)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004


class Names:
    """Gives every document of a run a name that no other has, in memory that does not grow.

    Names that were given stand as bits in a field of fixed size. A name that seems to be there already gets a number;
    that one is new is certain, that one is old is not: of ten million new names, two in a thousand get a number too.
    """

    def __init__(self) -> None:
        self._field = bytearray(_BITS // 8)
        self._count = 0

    def unique(self, name: str) -> str:
        """The name, cut in the middle where it is very long, with a number where it was given before."""
        self._count += 1
        name = _cut(name)
        if self._is_new(name):
            return name
        stem, suffix = os.path.splitext(name)  # noqa: PTH122  a logical name, no path
        for number in range(2, _TRIES):
            if self._is_new(found := f"{stem} ({number}){suffix}"):
                return found
        found = f"{stem} (#{self._count}){suffix}"
        while not self._is_new(found):
            stem += "#"
            found = f"{stem} (#{self._count}){suffix}"
        return found

    def _is_new(self, name: str) -> bool:
        digest = blake2b(name.encode(), digest_size=4 * _PROBES).digest()
        is_new = False
        for at in range(0, len(digest), 4):
            bit = int.from_bytes(digest[at : at + 4], "little") % _BITS
            if not self._field[bit >> 3] >> (bit & 7) & 1:
                is_new = True
                self._field[bit >> 3] |= 1 << (bit & 7)
        return is_new


def _cut(name: str) -> str:
    if len(name) <= _LONGEST:
        return name
    mark = blake2b(name.encode(), digest_size=8).hexdigest()
    return f"{name[: _LONGEST - _END_KEPT - len(mark) - 2]}…{mark}…{name[-_END_KEPT:]}"
