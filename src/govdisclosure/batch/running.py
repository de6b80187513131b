"""A batch from what a user names to a folder of tables."""

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from govdisclosure.batch.arrow import parquet
from govdisclosure.batch.chunks import Chunk, chunks
from govdisclosure.batch.inputs import Limits, documents
from govdisclosure.batch.kernel import Kernel
from govdisclosure.batch.pool import Pool
from govdisclosure.batch.schemas import VERSION
from govdisclosure.batch.store import Entry, Folder
from govdisclosure.batch.worker import Orders
from govdisclosure.errors import OutputError, UsageError
from govdisclosure.plugins import load_plugins
from govdisclosure.rules.registry import RULESET
from govdisclosure.settings.settings import Settings
from govdisclosure.writing.version import package_version

__all__ = ["TIMEOUT", "BatchSummary", "run_batch"]

TIMEOUT = 300.0
"""Seconds that a document may take unless the caller says otherwise."""
_MEBI = 1024 * 1024


@attrs.frozen(kw_only=True)
class BatchSummary:
    """What a batch came to, those of its documents among it that an earlier run had done.

    Attributes:
        documents: How many documents there are.
        status: Of them by status: ``read``, ``unread``, ``crashed``.
        kinds: Outcomes by ``kind:level``.
        rules_crashed: Documents at which a rule failed, so that not all was judged.
        resumed: Documents that an earlier run had done.
    """

    documents: int
    status: Mapping[str, int]
    kinds: Mapping[str, int]
    rules_crashed: int = 0
    resumed: int = 0

    @property
    def unread(self) -> int:
        """Documents of which nothing was judged."""
        return self.documents - self.status.get("read", 0)


def run_batch(  # noqa: PLR0913  all that a caller may choose
    inputs: Iterable[str | Path],
    output: str | os.PathLike[str],
    *,
    workers: int | None = None,
    kernel: Kernel | None = None,
    fresh: bool = False,
    timeout: float | None = TIMEOUT,
    memory: int | None = None,
    limits: Limits | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> BatchSummary:
    """Read and check many documents into a folder of Parquet tables.

    What an earlier run in the same folder has done, and has not changed since, is not done again: after a crash, or
    when documents have come, gone or changed. The tables are the same bytes whatever the number of workers.

    Args:
        inputs: Files, folders, patterns, ``@`` and a list, archives, NDJSON or Parquet.
        output: The folder; empty, not there yet, or that of an earlier run.
        workers: How many processes; as many as there are processors when ``None``.
        kernel: How documents are read and judged.
        fresh: Do again what an earlier run has done.
        timeout: Seconds that a document may take; it becomes a row that says so. ``None`` for no bound.
        memory: MiB that a worker may use, where the system can hold it to that.
        limits: Bounds on what strangers hand in.
        progress: Called with the documents done, and with those among them that an earlier run had done.

    Returns:
        What it came to.

    Raises:
        UsageError: An input or option is not understood, or the folder is not one to write to.
        OutputError: Results cannot be written; what is done stays, and running again goes on.
        MissingExtraError: Arrow is not installed.
    """
    parquet()
    if workers is not None and workers < 1:
        raise UsageError("进程数至少为 1", "at least one worker is needed")
    kernel = Kernel() if kernel is None else kernel
    kernel.require()
    limits = attrs.evolve(limits or Limits(), suffixes=kernel.suffixes)
    folder = Path(output)
    orders = Orders(kernel=kernel, folder=str(folder.resolve()), memory=memory and memory * _MEBI)
    count = workers or os.cpu_count() or 1
    try:
        with Folder(folder, _identity(kernel), fresh=fresh) as held, Pool(orders, count, timeout) as pool:
            stream = documents(inputs, limits=limits, leave_out=[folder])
            return _run(held, chunks(stream), pool, _Tally(progress))
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else type(error).__name__
        zh = f"结果无法写入 {folder}：{why}；已完成的结果保留，腾出空间后再次运行即可继续"
        en = f"results cannot be written to {folder}: {why}; what is done stays, make room and run again to go on"
        raise OutputError(zh, en) from None


class _Tally:
    """What has been done so far."""

    def __init__(self, progress: Callable[[int, int], None] | None) -> None:
        self._progress = progress
        self._counts: Counter[str] = Counter()
        self._status: Counter[str] = Counter()
        self._kinds: Counter[str] = Counter()

    def add(self, entry: Entry, *, resumed: bool) -> None:
        size = sum(entry.status.values())
        self._counts["documents"] += size
        self._counts["resumed"] += size if resumed else 0
        self._counts["rules_crashed"] += entry.rules_crashed
        self._status.update(entry.status)
        self._kinds.update(entry.kinds)
        if self._progress is not None:
            self._progress(self._counts["documents"], self._counts["resumed"])

    def summary(self) -> BatchSummary:
        return BatchSummary(
            documents=self._counts["documents"],
            status=dict(sorted(self._status.items())),
            kinds=dict(sorted(self._kinds.items())),
            rules_crashed=self._counts["rules_crashed"],
            resumed=self._counts["resumed"],
        )


def _run(folder: Folder, stream: Iterator[Chunk], pool: Pool, tally: _Tally) -> BatchSummary:
    keys: list[str] = []

    def new() -> Iterator[Chunk]:
        for chunk in stream:
            keys.append(chunk.key)
            entry = folder.done(chunk.key) if chunk.lasting else None
            if entry is None:
                yield chunk
            else:
                tally.add(entry, resumed=True)

    for finished in pool.map(new()):
        entry = Entry(key=finished.chunk.key, **attrs.asdict(finished.done))
        folder.add(entry)
        tally.add(entry, resumed=False)
    summary = tally.summary()
    folder.finish(keys, {key: value for key, value in attrs.asdict(summary).items() if key != "resumed"})
    return summary


def _identity(kernel: Kernel) -> dict[str, Any]:
    """How the tables are made, as JSON values; of settings a digest, whatever file they were read from."""
    settings = attrs.evolve(kernel.settings or Settings(), file=None, origins={})
    plugins = load_plugins(("rules", "readers")).found if kernel.plugins else ()
    return {
        "tables": VERSION,
        "version": package_version(),
        "ruleset": RULESET,
        "select": list(kernel.select),
        "ignore": list(kernel.ignore),
        "as_of": None if kernel.as_of is None else str(kernel.as_of),
        "blank_is": kernel.blank_is,
        "settings": hashlib.sha256(repr(settings).encode()).hexdigest()[:16],
        "plugins": [f"{one.group} {one.name} {one.package}" for one in plugins],
    }
