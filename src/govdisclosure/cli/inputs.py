"""From the paths on a command line to sources that can be read."""

import os
from collections.abc import Collection, Iterable, Iterator

import attrs

from govdisclosure.documents.detect import SUFFIXES
from govdisclosure.documents.endings import is_left_out, unread_kind
from govdisclosure.errors import EmptyFolderError, ReadError

__all__ = ["STDIN", "Input", "inputs"]

STDIN = "-"


@attrs.frozen(kw_only=True)
class Input:
    """One thing to read.

    Attributes:
        name: As the user gave it, or below the folder the user gave; ``-`` for standard input.
        error: Why there is nothing to read.
        skipped: True for a file of a folder that was passed over because its kind is not read; ``error`` says so.
    """

    name: str
    error: ReadError | None = None
    skipped: bool = False


def inputs(paths: Iterable[str], further: Collection[str] = ()) -> Iterator[Input]:
    """Files named, and files below folders named, in a fixed order, each once.

    Args:
        paths: Files, folders or ``-``.
        further: Endings of names that are read too, such as plugins read.

    Yields:
        One input a file, those passed over among them; a folder without a file to read gives one with an error.
    """
    seen: set[str] = set()
    for path in paths:
        if not path:
            yield Input(
                name=path,
                error=ReadError('""', "文件名是空的；请写出文件或文件夹", "the name is empty; name a file or folder"),
            )
            continue
        folder = path != STDIN and os.path.isdir(path)  # noqa: PTH112  a Path raises where the name is too long
        found = list(_below(path, further)) if folder else [Input(name=path)]
        if folder and all(item.skipped for item in found):
            kinds = " ".join(sorted({*SUFFIXES, *further}))
            zh = f"文件夹里没有可检查的文件（{kinds}）"
            en = f"the folder holds no file of a known kind ({kinds})"
            found.append(Input(name=path, error=EmptyFolderError(path, zh, en)))
        for item in found:
            same = STDIN if item.name == STDIN else os.path.realpath(item.name)
            if same not in seen:
                seen.add(same)
                yield item


def _below(folder: str, further: Collection[str]) -> Iterator[Input]:
    """Files, sorted; hidden ones, locks of a word processor and linked folders (they may lead in a circle) left out."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not is_left_out(name):
                yield _input(os.path.join(root, name), further)  # noqa: PTH118  a Path would drop the user's own "./"


def _input(name: str, further: Collection[str]) -> Input:
    error = unread_kind(name, further)
    return Input(name=name, error=error, skipped=error is not None)
