"""The folder that a batch leaves: what is in it, which chunks are done, and who may write to it.

``run.json`` says how it was made, ``journal.ndjson`` has a line for each chunk that is done, and each table is a folder
of Parquet files, one a chunk, named for the chunk. A chunk counts as done when its line stands in the journal and its
files have the rows that the line says.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from govdisclosure.batch.arrow import arrow, parquet
from govdisclosure.batch.entry import Entry
from govdisclosure.batch.schemas import TABLES
from govdisclosure.errors import UsageError
from govdisclosure.text import json as jsons

__all__ = ["JOURNAL", "RUN", "Folder", "part"]

RUN, JOURNAL = "run.json", "journal.ndjson"
_LOCK = ".lock"
_LEFT = {_LOCK, f".{RUN}.unfinished"}
"""All that a batch leaves that ended before it began."""
_PART = re.compile(r"part-[0-9a-f]{24}(?:\.parquet|\.[0-9]+\.unfinished)")


def part(folder: Path, table: str, key: str) -> Path:
    """The file of one table of one chunk."""
    return folder / table / f"part-{key}.parquet"


class Folder:
    """The folder of a batch while it runs; nothing outside it is written."""

    def __init__(self, path: Path, identity: Mapping[str, Any], inputs: Sequence[str], *, fresh: bool = False) -> None:
        """Take hold of the folder.

        Args:
            path: The folder; it is made where it is not there.
            identity: How the tables are made: JSON values. Tables made otherwise are not mixed with these.
            inputs: What tells the inputs of this batch from others. Where none is as before, the tables are another
                batch's, and are not replaced.
            fresh: Whether what an earlier batch left is done again.

        Raises:
            UsageError: Something else is in it, it was made in another way, or another batch is at work in it.
            OSError: It cannot be written to.
        """
        self.path = path
        self._identity = dict(identity)
        self._inputs = list(inputs)
        _require_ours(path)
        path.mkdir(parents=True, exist_ok=True)
        self._lock = _locked(path / _LOCK)
        try:
            self._open(fresh=fresh)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        """The folder itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let go of it."""
        self.close()

    def close(self) -> None:
        """Let go of it; another batch may follow."""
        self._lock.close()

    def _open(self, *, fresh: bool) -> None:
        if not fresh and (self.path / RUN).exists():
            made, inputs = _made(self.path / RUN)
            _require_same(made, self._identity)
            _require_known(inputs, self._inputs)
        if fresh:
            # First of all: what was made in another way must not pass for what is made in this one.
            (self.path / JOURNAL).unlink(missing_ok=True)
        self._write_run("running", None)
        for table in TABLES:
            (self.path / table).mkdir(exist_ok=True)
        if fresh:
            self._sweep(set())
        self._done = {} if fresh else dict(self._journal())
        # A line that a crash cut off must not swallow the next one.
        _replace(self.path / JOURNAL, "".join(entry.line() for entry in self._done.values()))

    def _journal(self) -> Iterator[tuple[str, Entry]]:
        path = self.path / JOURNAL
        if not path.exists():
            return
        with path.open(encoding="utf-8", errors="replace") as stream:
            for line in stream:
                try:
                    entry = Entry(**json.loads(line))
                except (TypeError, ValueError):
                    continue
                yield entry.key, entry

    def done(self, key: str) -> Entry | None:
        """The entry of a chunk that is done and whose files are whole; ``None`` for one that is to be done."""
        entry = self._done.get(key)
        if entry is None or set(entry.rows) != set(TABLES):
            return None
        whole = all(_rows(part(self.path, table, key)) == entry.rows[table] for table in TABLES)
        return entry if whole else None

    def add(self, entry: Entry) -> None:
        """Note a chunk as done, so that a crash does not forget it.

        Raises:
            OSError: The disk is full.
        """
        self._done[entry.key] = entry
        with (self.path / JOURNAL).open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(entry.line())
            stream.flush()
            os.fsync(stream.fileno())

    def finish(self, keys: Iterable[str], totals: Mapping[str, Any]) -> None:
        """Leave the tables of these chunks alone, in order, and say that the batch is done.

        Args:
            keys: The chunks of this run, in the order of the stream.
            totals: What it came to: JSON values.

        Raises:
            OSError: The disk is full.
        """
        kept = dict.fromkeys(keys)
        _replace(self.path / JOURNAL, "".join(self._done[key].line() for key in kept))
        self._sweep(set(kept))
        self._write_run("complete", totals)

    def _sweep(self, kept: set[str]) -> None:
        """Remove files of chunks that are no more; of other files none."""
        for table in TABLES:
            for name in os.listdir(self.path / table):  # noqa: PTH208  names only, in millions
                if _PART.fullmatch(name) and (name[5:29] not in kept or not name.endswith(".parquet")):
                    (self.path / table / name).unlink(missing_ok=True)

    def _write_run(self, state: str, totals: Mapping[str, Any] | None) -> None:
        run = {"schema": 1, "state": state, "made": self._identity, "inputs": self._inputs, "totals": totals}
        _replace(self.path / RUN, jsons.dumps(run) + "\n")


def _require_ours(path: Path) -> None:
    if path.is_dir():
        names = set(os.listdir(path)) - _LEFT  # noqa: PTH208  names only
        if names and RUN not in names:
            raise UsageError(
                f"{path} 里有别的文件，不是批量结果文件夹；请换一个空文件夹",
                f"{path} has other files in it and is no folder of a batch; choose an empty one",
            )
        for table in TABLES:
            if (path / table).is_symlink() or ((path / table).exists() and not (path / table).is_dir()):
                raise UsageError(f"{path / table} 不是文件夹", f"{path / table} is not a folder")
    elif path.exists():
        raise UsageError(f"{path} 不是文件夹", f"{path} is not a folder")


def _require_same(before: Mapping[str, Any], now: Mapping[str, Any]) -> None:
    changed = [name for name in sorted({*before, *now}) if before.get(name) != now.get(name)]
    if changed:
        listed = ", ".join(changed)
        raise UsageError(
            f"文件夹里的结果是按另外的选项或版本做的（{listed}）；请换一个文件夹，或加 --fresh 全部重做",
            f"the results in the folder were made in another way ({listed}); choose another folder, or --fresh to do "
            "them all again",
        )


def _require_known(before: Iterable[str], now: Iterable[str]) -> None:
    if before and set(before).isdisjoint(now):
        raise UsageError(
            "文件夹里是另一批文件的结果；请换一个文件夹，或加 --fresh 用这一批代替",
            "the folder has the results of other inputs; choose another folder, or --fresh to replace them by these",
        )


def _made(path: Path) -> tuple[Mapping[str, Any], list[str]]:
    """How the tables were made, and of what; nothing where that cannot be read."""
    try:
        run = json.loads(path.read_text("utf-8"))
        return dict(run["made"]), [str(one) for one in run["inputs"]]
    except (OSError, ValueError, KeyError, TypeError):
        return {}, []


def _rows(path: Path) -> int | None:
    """How many rows a file of Parquet has; ``None`` where it is not there or not whole."""
    try:
        count: int = parquet().read_metadata(path).num_rows
    except (OSError, arrow().ArrowException):
        return None
    return count


def _replace(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    with unfinished.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    unfinished.replace(path)


def _locked(path: Path) -> Any:  # noqa: ANN401  an open file
    stream = path.open("a")
    try:
        import fcntl  # noqa: PLC0415  not on every system
    except ImportError:
        return stream
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        stream.close()
        raise UsageError(
            f"另一个批量任务正在写 {path.parent}；请等它结束，或换一个文件夹",
            f"another batch is at work in {path.parent}; wait for it, or choose another folder",
        ) from None
    return stream
