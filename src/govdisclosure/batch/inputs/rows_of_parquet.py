"""Parquet files with a document a row: ``name``, and ``content`` (bytes) or ``text``. Needs the ``batch`` extra."""

import os
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Final

from govdisclosure.batch.arrow import arrow
from govdisclosure.batch.inputs import faults, parquet_apart
from govdisclosure.batch.inputs.members import Budget, Member, Members, broken
from govdisclosure.batch.inputs.pending import Held
from govdisclosure.rules.outcome import Message

__all__ = ["parquet_rows"]

_MEMORY: Final = 2 * 1024 * 1024 * 1024
_OF_THE_FILE: Final = {
    parquet_apart.BROKEN: faults.BROKEN,
    parquet_apart.DAMAGED: Message(
        "不是完整的 Parquet 文件，或已损坏；请重新取得", "no whole Parquet file, or damaged; obtain it again"
    ),
    parquet_apart.COLUMNS: Message(
        "缺少列：需要 name（文字）和 content（二进制）或 text（文字）；请核对",
        "columns are missing: name (text) and content (binary) or text (text) are needed; look into it",
    ),
}
_OF_A_ROW: Final = {
    parquet_apart.NULL: Message("这一行没有内容；请核对", "this row has no content; look into it"),
    parquet_apart.RATIO: faults.RATIO,
}


def parquet_rows(path: str | None, content: bytes, max_bytes: int, budget: Budget) -> Members:
    """The rows of a Parquet file, read by another process, which a hostile file may end and this one not.

    Args:
        path: The file; ``None`` for one in memory.
        content: The file in memory.
        max_bytes: Bytes the content of a row may have.
        budget: What the file may unpack to.

    Yields:
        A row a row, the last one standing for the file where it breaks off.

    Raises:
        MissingExtraError: Arrow is not installed.
    """
    arrow()
    number = 0
    try:
        with _apart(path, content, max_bytes, budget.left) as stream:
            while (row := parquet_apart.read_row(stream)) is not None:
                name, reason, found = row
                if reason in _OF_THE_FILE:
                    yield broken(_OF_THE_FILE[reason])
                    return
                number += 1
                budget.take(len(found))
                yield _member(name, number, reason, found, max_bytes)
    except (OSError, EOFError, ValueError):
        yield broken(_OF_THE_FILE[parquet_apart.BROKEN if number else parquet_apart.DAMAGED])


def _member(name: str | None, number: int, reason: str, content: bytes, max_bytes: int) -> Member:
    if reason:
        fault = _OF_A_ROW.get(reason) or faults.too_large(max_bytes)
        return Member(name=name or None, number=number, fault=fault)
    stamp = f"{zlib.crc32(content):08x}-{len(content)}"
    return Member(name=name or None, number=number, part=Held(content), size=len(content), stamp=stamp)


@contextmanager
def _apart(path: str | None, content: bytes, *bounds: int) -> Iterator[IO[bytes]]:
    """What the other process writes; it is ended when nobody reads on."""
    arguments = [sys.executable, "-P", parquet_apart.__file__, path or "-", *map(str, bounds), str(_MEMORY)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(one for one in sys.path if one)}
    process = subprocess.Popen(  # noqa: S603  this package
        arguments, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    try:
        if process.stdin is None or process.stdout is None:
            raise OSError
        with process.stdout as output:
            try:
                process.stdin.write(content)
            finally:
                process.stdin.close()
            yield output
    finally:
        process.kill()
        process.wait()
