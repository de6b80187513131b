"""A batch from what a user names to a folder of tables."""

import hashlib
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from govdisclosure.batch.arrow import parquet
from govdisclosure.batch.chunks import MEAN, Chunk, chunks
from govdisclosure.batch.entry import Entry
from govdisclosure.batch.inputs import Limits, documents
from govdisclosure.batch.kernel import Kernel
from govdisclosure.batch.messages import Orders
from govdisclosure.batch.pool import Pool
from govdisclosure.batch.schemas import VERSION
from govdisclosure.batch.store import Folder
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
        passed_over: Files found in folders and archives that are of no kind that is read, among those not read.
        seconds: How long it took; it is in no file.
    """

    documents: int
    status: Mapping[str, int]
    kinds: Mapping[str, int]
    rules_crashed: int = 0
    resumed: int = 0
    passed_over: int = 0
    seconds: float = 0.0

    @property
    def unread(self) -> int:
        """Documents of which nothing was judged, but for those passed over."""
        return self.documents - self.status.get("read", 0) - self.passed_over


def run_batch(  # noqa: PLR0913  all that a caller may choose
    inputs: Iterable[str | Path],
    output: str | os.PathLike[str],
    *,
    workers: int | None = None,
    kernel: Kernel | None = None,
    fresh: bool = False,
    retry: bool = False,
    chunk: int = MEAN,
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
        retry: Try again what an earlier run could not read or had to give up.
        chunk: How many documents are written together, on average.
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
    if chunk < 1 or (workers is not None and workers < 1):
        raise UsageError("进程数和每批份数至少为 1", "at least one worker, and one document a chunk, is needed")
    given = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    start = time.monotonic()
    kernel = Kernel() if kernel is None else kernel
    kernel.require()
    limits = attrs.evolve(limits or Limits(), suffixes=kernel.suffixes)
    folder = Path(output)
    bound = memory and memory * _MEBI
    orders = Orders(kernel=kernel, folder=str(folder.resolve()), memory=bound, timeout=timeout)
    try:
        with (
            Folder(folder, _identity(kernel), _marks(given), fresh=fresh) as held,
            Pool(orders, workers or _processors()) as pool,
        ):
            # Its own tables are no inputs.
            stream = documents(given, limits=limits, leave_out=[folder])
            found = _run(held, chunks(stream, mean=chunk), pool, _Tally(progress), retry=retry)
            return attrs.evolve(found, seconds=time.monotonic() - start)
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
        self._counts["passed_over"] += entry.passed_over
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
            passed_over=self._counts["passed_over"],
        )


def _run(folder: Folder, stream: Iterator[Chunk], pool: Pool, tally: _Tally, *, retry: bool) -> BatchSummary:
    keys: list[str] = []

    def new() -> Iterator[Chunk]:
        for chunk in stream:
            keys.append(chunk.key)
            entry = folder.done(chunk.key) if chunk.lasting else None
            if entry is None or (retry and entry.is_wanting):
                yield chunk
            else:
                tally.add(entry, resumed=True)

    for finished in pool.map(new()):
        entry = Entry(key=finished.chunk.key, **attrs.asdict(finished.done))
        folder.add(entry)
        tally.add(entry, resumed=False)
    summary = tally.summary()
    # How often it was begun is no part of what was found.
    folder.finish(keys, {key: one for key, one in attrs.asdict(summary).items() if key not in {"resumed", "seconds"}})
    return summary


def _identity(kernel: Kernel) -> dict[str, Any]:
    """How the tables are made, as JSON values; of settings a digest, whatever file they were read from."""
    held = kernel.settings or Settings()
    settings = attrs.evolve(held, file=None, origins={}, language="zh", fail_on="error")
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


def _marks(inputs: Iterable[str | Path]) -> list[str]:
    """What was given, so that it is known again; where it lies on this machine is nobody's business."""
    named = (os.path.normpath(one).encode("utf-8", "surrogateescape") for one in inputs)
    return sorted({hashlib.sha256(one).hexdigest()[:16] for one in named})


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
