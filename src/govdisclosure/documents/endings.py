"""What the name of a file in a folder says before it is opened: whether it is read, passed over, or no one's report."""

import os
from collections.abc import Collection
from typing import Final

from govdisclosure.documents.detect import SUFFIXES
from govdisclosure.errors import ReadError

__all__ = ["PASSED_OVER", "ending", "is_left_out", "unread_kind"]

PASSED_OVER = "not a kind that is read"
"""How the reason begins, in English, why a file of a folder is passed over."""

_NAMED: Final = (
    ".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt", ".ofd", ".et", ".ett", ".ods", ".ppt", ".pptx", ".dps", ".mht",
    ".mhtml",
)  # fmt: skip
"""Endings of files that a report is often published in: in a folder they are read, or refused by name, like reports."""


_LONGEST: Final = 20


def ending(name: str) -> str:
    """The ending of a name in small letters, with its dot; nothing where it has none."""
    return os.path.splitext(name)[1].lower()  # noqa: PTH122  as the user's own spelling


def is_left_out(name: str) -> bool:
    """True for hidden files and folders and the locks of a word processor, which nobody hands in."""
    return name.startswith((".", "~$"))


def unread_kind(name: str, further: Collection[str] = ()) -> ReadError | None:
    """Why a file of a folder is passed over; nothing for one of a kind that is read, or refused by its reader.

    Args:
        name: Its name.
        further: Endings that are read too, such as plugins read.
    """
    suffix = ending(name)
    if suffix in SUFFIXES or suffix in _NAMED or suffix in further:
        return None
    shown = suffix[:_LONGEST]
    zh, en = f"不读取这类文件（{shown or '没有扩展名'}）", f"{PASSED_OVER} ({shown or 'no ending'})"
    return ReadError(name, zh, en)
