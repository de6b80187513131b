"""From what a user names to a stream of documents, one after another and never all at once."""

import io
import os
import re
import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, Final

import attrs

from govdisclosure.batch.inputs import faults
from govdisclosure.batch.inputs.containers import Container, kind_of, may_hold
from govdisclosure.batch.inputs.lists import paths
from govdisclosure.batch.inputs.members import Budget
from govdisclosure.batch.inputs.naming import Names, given_name
from govdisclosure.batch.inputs.pending import KEEP, Limits, Pending, WholeFile, stamp_of
from govdisclosure.batch.inputs.walking import Found, Pattern, walk
from govdisclosure.documents.detect import SUFFIXES
from govdisclosure.documents.endings import ending, is_left_out, unread_kind
from govdisclosure.documents.opening import checked, opened
from govdisclosure.errors import ReadError
from govdisclosure.rules.outcome import Message

__all__ = ["documents"]

_STDIN: Final = "-"
_LIST: Final = "@"
_WILD: Final = re.compile(r"[*?\[]")
_REMEMBERED: Final = 65_536


def documents(
    inputs: Iterable[str | Path], *, limits: Limits | None = None, leave_out: Iterable[str | Path] = ()
) -> Iterator[Pending]:
    """Every document among some inputs, in a fixed order, and a fault for everything that cannot be read.

    Files are listed, and opened only where they hold others; the bytes of a document are left to
    :func:`~govdisclosure.batch.inputs.load`. What grows is neither the number of files nor of members.

    Args:
        inputs: Files; folders, with all below them; patterns, ``**`` for any depth; ``@file``, a list of paths, one a
            line, relative to its own folder; ``-``, such a list on standard input. ZIP and tar archives, one within
            another at most, NDJSON and Parquet are opened. A path that is there is never a pattern or a list; a
            :class:`~pathlib.Path` is always a path.
        limits: Bounds on what is read.
        leave_out: Folders of which nothing is read, such as that of the results.

    Yields:
        Documents. A file that was given twice, or lies in a folder given before, is read once (so long as no more than
        65,536 were named one by one); hidden files and locks of word processors are left out.
    """
    run = _Run(limits or Limits(), leave_out)
    for given in inputs:
        for found in run.given(given):
            yield attrs.evolve(found, name=run.names.unique(found.name))


class _Run:
    def __init__(self, limits: Limits, leave_out: Iterable[str | Path] = ()) -> None:
        self.limits = limits
        self.names = Names()
        self._folders = {os.path.realpath(folder) for folder in leave_out}
        self._parent = ("", "")
        self._files: set[bytes] = set()

    def given(self, given: str | Path) -> Iterator[Pending]:
        """The documents of one input."""
        text = os.fspath(given)
        if isinstance(given, str) and text == _STDIN:
            stream = io.BytesIO() if sys.stdin is None else sys.stdin.buffer
            yield from self._listed(stream, _STDIN, "")
        elif isinstance(given, str) and text.startswith(_LIST) and not os.path.lexists(text):
            path = text[len(_LIST) :]
            try:
                with opened(path) as stream:
                    yield from self._listed(stream, path, os.path.dirname(path))  # noqa: PTH120  as it was spelt
            except ReadError as error:
                yield _fault(path, faults.message(error))
        else:
            yield from self._path(text, text)

    def _listed(self, stream: BinaryIO, name: str, folder: str) -> Iterator[Pending]:
        is_empty = True
        for line, path in paths(stream, folder):
            is_empty = False
            if line == _STDIN or (line.startswith(_LIST) and not os.path.lexists(path)):
                yield _fault(line, faults.LIST_IN_LIST)
            elif not path:
                yield _fault(line, faults.TOO_LONG)
            else:
                yield from self._path(path, line)
        if is_empty:
            yield _fault(name, faults.EMPTY_LIST)

    def _path(self, path: str, given: str) -> Iterator[Pending]:
        try:
            yield from self._at(path, given)
        except Exception as error:  # noqa: BLE001  one input never ends the batch
            yield _fault(given, faults.internal(error))

    def _at(self, path: str, given: str) -> Iterator[Pending]:
        """What is at a path, or what matches it."""
        if not given.strip():
            yield Pending(name='""', fault=faults.EMPTY_NAME)
        elif not os.path.lexists(path) and _WILD.search(given):
            yield from self._matching(path, given)
        elif os.path.isdir(path):  # noqa: PTH112  a Path raises where the name is too long
            yield from self._folder(path, given)
        else:
            yield from self._found(Found(path, _name(given), is_named=True))

    def _folder(self, path: str, given: str) -> Iterator[Pending]:
        real = os.path.realpath(path)
        if self._is_covered(real):
            return
        is_empty = True
        for found in walk(path, given_name(given)):
            is_empty = False
            yield from self._found(found)
        if len(self._folders) < _REMEMBERED:
            self._folders.add(real)
        if is_empty:
            yield _fault(given, faults.EMPTY_FOLDER)

    def _matching(self, path: str, given: str) -> Iterator[Pending]:
        base, parts = _fixed(path)
        name = given_name("/".join(_parts(given)[: -len(parts)]) or os.curdir)
        is_empty = True
        if parts and os.path.isdir(base):  # noqa: PTH112  a Path raises where the name is too long
            for found in walk(base, name, Pattern(parts)):
                is_empty = False
                yield from self._found(found)
        if is_empty:
            yield _fault(given, faults.NO_MATCH)

    def _found(self, found: Found) -> Iterator[Pending]:
        if found.fault is not None:
            yield Pending(name=found.name or _name(found.path), fault=found.fault)
            return
        try:
            about = checked(found.path, max_bytes=None, keep=KEEP)
        except ReadError as error:
            yield Pending(name=found.name, fault=faults.message(error))
            return
        if self._is_known(found):
            return
        stamp = stamp_of(about)
        if may_hold(found.path) or (found.is_named and ending(found.path) not in SUFFIXES):
            yield from self._opened(found, about.st_size, stamp)
        else:
            yield self._file(found, about.st_size, stamp)

    def _file(self, found: Found, size: int, stamp: str) -> Pending:
        error = None if found.is_named else unread_kind(found.name, self.limits.suffixes)
        fault = None if error is None else faults.message(error)
        if fault is None and size > self.limits.max_bytes:
            fault = faults.too_large(self.limits.max_bytes)
        source = None if fault else WholeFile(os.path.abspath(found.path), self.limits.max_bytes)  # noqa: PTH100  fast
        return Pending(name=found.name, source=source, size=size, stamp=stamp, fault=fault)

    def _opened(self, found: Found, size: int, stamp: str) -> Iterator[Pending]:
        """A file that may hold documents; the end of its reading is in its own words."""
        try:
            with opened(found.path) as stream:
                kind = kind_of(stream, size, found.path)
                if kind is None:
                    yield self._file(attrs.evolve(found, is_named=True), size, stamp)
                    return
                container = Container(
                    name=found.name,
                    path=os.path.abspath(found.path),  # noqa: PTH100  as it was spelt
                    stamp=stamp,
                    limits=self.limits,
                    budget=Budget(size, self.limits),
                )
                yield from container.documents(stream, size, kind)
        except ReadError as error:
            yield Pending(name=found.name, stamp=stamp, fault=faults.message(error))

    def _is_known(self, found: Found) -> bool:
        """Whether a file was given before; so many of those that were named are remembered."""
        if not found.is_named and not self._files and not self._folders:
            return False
        real = self._real(found.path)
        if self._is_covered(real):
            return True
        if not found.is_named and not self._files:
            return False
        mark = blake2b(os.fsencode(real), digest_size=16).digest()
        if mark in self._files:
            return True
        if found.is_named and len(self._files) < _REMEMBERED:
            self._files.add(mark)
        return False

    def _real(self, path: str) -> str:
        """The real path of a file; that of its folder is kept for the next."""
        folder, name = os.path.split(path)
        if os.path.islink(path):  # noqa: PTH114  a Path would be made for each of millions
            return os.path.realpath(path)
        if self._parent[0] != folder or not folder:
            self._parent = (folder, os.path.realpath(folder))
        return os.path.join(self._parent[1], name)  # noqa: PTH118  same

    def _is_covered(self, real: str) -> bool:
        """Whether a file or folder is or lies in a folder given before, and is not one that is left out there."""
        above = real
        while self._folders:
            if above in self._folders:
                return True
            above, name = os.path.split(above)
            if not name or is_left_out(name):
                break
        return False


def _parts(path: str) -> list[str]:
    return os.path.normpath(path).split(os.sep)  # noqa: PTH206  the root stays an empty part


def _fixed(pattern: str) -> tuple[str, tuple[str, ...]]:
    """The folder a pattern begins from, and the rest of it; a name that is there is none, whatever signs are in it."""
    parts = _parts(pattern)
    base = os.sep if not parts[0] else os.curdir
    for at, part in enumerate(parts):
        further = os.path.join(base, part) if part else base  # noqa: PTH118  as it was spelt
        if _WILD.search(part) and not os.path.lexists(further):
            return base, tuple(parts[at:])
        base = further
    return base, ()


def _name(given: str) -> str:
    return given_name(given) or given_name(os.path.abspath(given)) or "/"  # noqa: PTH100  as it was spelt


def _fault(given: str, fault: Message) -> Pending:
    return Pending(name=_name(given), fault=fault)
