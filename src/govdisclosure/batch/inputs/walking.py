"""The files below a folder in a fixed order, in memory that does not grow with their number.

Links to folders are not followed, so that a circle of links ends; a link to a file is followed where it stays within
the folder. Hidden files and folders and the locks of word processors are no inputs, as for one report.
"""

import heapq
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from fnmatch import translate
from typing import Final

import attrs

from govdisclosure.batch.inputs import faults
from govdisclosure.batch.inputs.naming import logical
from govdisclosure.documents.endings import is_left_out
from govdisclosure.rules.outcome import Message

__all__ = ["Found", "Pattern", "walk"]

_AT_ONCE: Final = 65_536
_AT_LEAST: Final = 2_048
_FOLDER, _LINK, _NO_FOLDER = range(3)
_ANY_DEPTH: Final = "**"


@attrs.frozen
class Found:
    """A file, or what stands in its place.

    Attributes:
        path: Where it is.
        name: Its logical name, not yet compared with others.
        fault: Why it cannot be read.
        is_named: True when the user named it; then it is read whatever its ending.
    """

    path: str
    name: str
    fault: Message | None = None
    is_named: bool = False


@attrs.frozen
class Pattern:
    """What is wanted below a folder, one shell pattern a level; ``**`` stands for any number of levels."""

    parts: tuple[str, ...]

    def start(self) -> frozenset[int]:
        """How far the pattern is met before any name."""
        return self._closed({0})

    def step(self, states: frozenset[int], name: str) -> frozenset[int]:
        """How far it is met after one more name."""
        further: set[int] = set()
        for at in states:
            if at == len(self.parts):
                continue
            part = self.parts[at]
            if part == _ANY_DEPTH:
                further |= set() if is_left_out(name) else {at}
            elif re.match(translate(part), name) and (not is_left_out(name) or part[0] == name[0]):
                further.add(at + 1)
        return self._closed(further)

    def is_met(self, states: frozenset[int]) -> bool:
        """Whether nothing of it is left to meet."""
        return len(self.parts) in states

    def _closed(self, states: set[int]) -> frozenset[int]:
        for at in range(len(self.parts)):
            if at in states and self.parts[at] == _ANY_DEPTH:
                states.add(at + 1)
        return frozenset(states)


@attrs.frozen
class _Level:
    """A folder on the way down: its path, name, identity, how far the pattern is met, and what is still to come."""

    path: str
    name: str
    identity: tuple[int, int]
    states: frozenset[int] | None
    entries: Iterator[tuple[str, int]]


def walk(folder: str, name: str, pattern: Pattern | None = None) -> Iterator[Found]:
    """Files below a folder, each folder's in the order of their names.

    Args:
        folder: The folder; a link to one is followed.
        name: Its logical name; empty for none.
        pattern: What is wanted of it; all when ``None``.

    Yields:
        A file or something like one, not looked at, or a fault: a link not followed, a folder that cannot be listed.
    """
    root = os.path.realpath(folder)
    states = None if pattern is None else pattern.start()
    if pattern is not None and states is not None and pattern.is_met(states):
        states = None
    levels: list[_Level] = []
    yield from _enter(levels, folder, name, states)
    while levels:
        level = levels[-1]
        try:
            entry, kind = next(level.entries)
        except StopIteration:
            levels.pop()
            continue
        except OSError:
            yield Found(level.path, level.name, faults.VANISHED)
            levels.pop()
            continue
        path = os.path.join(level.path, entry)  # noqa: PTH118  as the user's own spelling
        below = level.states
        if pattern is not None and below is not None:
            below = pattern.step(below, entry)
            if pattern.is_met(below):
                below = None
            elif kind != _FOLDER or not below:
                continue
        elif is_left_out(entry):
            continue
        called = logical(level.name, entry)
        if kind == _FOLDER:
            yield from _enter(levels, path, called, below)
        else:
            yield Found(path, called, _fault(path, kind, root))


def _enter(levels: list[_Level], path: str, name: str, states: frozenset[int] | None) -> Iterator[Found]:
    try:
        about = os.stat(path)  # noqa: PTH116  a Path would be made for each of millions
    except (OSError, ValueError):
        yield Found(path, name, faults.VANISHED)
        return
    identity = (about.st_dev, about.st_ino)
    # A folder mounted within itself; where the system knows no identities, all are zero.
    if about.st_ino and any(level.identity == identity for level in levels):
        yield Found(path, name, faults.LOOP)
        return
    at_once = max(_AT_LEAST, _AT_ONCE >> len(levels))
    levels.append(_Level(path, name, identity, states, _sorted(path, at_once)))


def _sorted(folder: str, at_once: int) -> Iterator[tuple[str, int]]:
    """Names in a folder and their kinds, sorted; so many are kept, and the folder is listed anew for the next."""
    last = ""
    while True:
        with os.scandir(folder) as entries:
            names = heapq.nsmallest(at_once, ((one.name, _kind(one)) for one in entries if one.name > last))
        yield from names
        if len(names) < at_once:
            return
        last = names[-1][0]


def _kind(entry: os.DirEntry[str]) -> int:
    with suppress(OSError):
        if entry.is_symlink():
            return _LINK
        if entry.is_dir(follow_symlinks=False):
            return _FOLDER
    return _NO_FOLDER


def _fault(path: str, kind: int, root: str) -> Message | None:
    if kind != _LINK:
        return None
    target = os.path.realpath(path)
    if not is_within(target, root):
        return faults.LINK_OUT
    if os.path.isdir(target):  # noqa: PTH112  a Path raises where the name is too long
        return faults.LINKED_FOLDER
    return None if os.path.exists(target) and not os.path.islink(target) else faults.BAD_LINK  # noqa: PTH110, PTH114  same


def is_within(path: str, folder: str) -> bool:
    """True for a real path at or below a real folder."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
