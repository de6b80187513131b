"""The process that reads and checks: chunks in, Parquet files out. It ends when nobody sends it chunks any more."""

import math
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO

from govdisclosure.batch.arrow import arrow, parquet
from govdisclosure.batch.frames import receive, send
from govdisclosure.batch.inputs import Pending, load
from govdisclosure.batch.kernel import Kernel, flatten
from govdisclosure.batch.messages import WRITING, Begun, Done, Failed, Orders, Task
from govdisclosure.batch.schemas import DOCUMENTS, TABLES, documents
from govdisclosure.batch.store import part
from govdisclosure.documents.endings import unread_kind
from govdisclosure.errors import GovDisclosureError, MissingExtraError, ReadError
from govdisclosure.rules.outcome import Message

__all__ = ["main"]

_AT_ONCE, _BYTES_AT_ONCE = 64, 8 * 1024 * 1024
"""Documents, and bytes of them, that are in memory together."""
_GRACE = 5
"""Seconds besides twice the time of a document, after which the system ends a process that nobody waits for."""


def main() -> None:
    """Serve the process that started this one, over standard input and output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    source, target = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # What a library prints is no message of this process.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    with suppress(EOFError, BrokenPipeError):
        orders: Orders = receive(source)
        # The first document does not pay for what is loaded once.
        orders.kernel.require()
        _limit(orders.memory)
        # Its warnings may quote a document.
        os.dup2(nowhere, 2)
        tasks: SimpleQueue[Task] = SimpleQueue()
        Thread(target=_listen, args=(source, tasks), daemon=True).start()
        while True:
            send(target, _answer(tasks.get(), orders, target))


def _listen(source: BinaryIO, tasks: "SimpleQueue[Task]") -> None:
    """Pass on what is sent; when nobody is there any more, end the process in the middle of its work."""
    try:
        while True:
            tasks.put(receive(source))
    finally:
        os._exit(0)


def _limit(memory: int | None) -> None:
    if memory is None:
        return
    try:
        import resource  # noqa: PLC0415  not on every system
    except ImportError:
        return
    # What Arrow sets aside of the address space without using it is not to count where the system can tell.
    kind = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    with suppress(ValueError, OSError):  # a lower limit holds already
        resource.setrlimit(kind, (memory, memory))


def _answer(task: Task, orders: Orders, target: BinaryIO) -> Done | Failed:
    def begun(index: int) -> None:
        # The process that waits for this one gives the document up; if it is gone, the system does.
        if orders.timeout is not None and hasattr(signal, "alarm"):
            signal.alarm(0 if index == WRITING else math.ceil(2 * orders.timeout) + _GRACE)
        send(target, Begun(index))

    try:
        return _done(task, orders, begun)
    except BrokenPipeError:
        raise
    except GovDisclosureError as error:
        return Failed(error.zh, error.en)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else type(error).__name__
        return Failed(
            f"结果无法写入输出文件夹：{why}；已完成的结果保留，解决后再次运行即可继续",
            f"results cannot be written to the output folder: {why}; what is done stays, run again to go on",
        )


def _done(task: Task, orders: Orders, begun: Callable[[int], None]) -> Done:
    found = [_tables(batch, first, orders.kernel, begun) for first, batch in _batches(task, begun)]
    begun(WRITING)
    pa = arrow()
    tables = {table: pa.Table.from_batches([each[table] for each in found]).combine_chunks() for table in TABLES}
    if task.condemned:
        tables["reports"] = _crashed(tables["reports"], set(task.condemned))
    for table, rows in tables.items():
        _write(rows, part(Path(orders.folder), table, task.chunk.key))
    reports, outcomes = tables["reports"], tables["outcomes"]
    kinds, levels = (outcomes.column(name).to_pylist() for name in ("kind", "level"))
    return Done(
        rows={table: rows.num_rows for table, rows in tables.items()},
        status=_counted(reports.column("status").to_pylist()),
        kinds=_counted([f"{kind}:{level}" for kind, level in zip(kinds, levels, strict=True)]),
        rules_crashed=sum(bool(codes) for codes in reports.column("crashed_rules").to_pylist()),
        passed_over=sum(map(_is_passed_over, task.chunk.documents)),
    )


def _batches(task: Task, begun: Callable[[int], None]) -> Iterator[tuple[int, Any]]:
    """The documents with their bytes, so many at once, and the place of the first of each batch."""
    rows: list[dict[str, Any]] = []
    first = size = 0
    for index, one in enumerate(task.chunk.documents):
        row = _row(index, one, task.condemned, begun)
        rows.append(row)
        size += len(row["content"] or b"")
        if len(rows) >= _AT_ONCE or size >= _BYTES_AT_ONCE:
            yield first, _batch(rows)
            rows, first, size = [], index + 1, 0
    if rows:
        yield first, _batch(rows)


def _batch(rows: list[dict[str, Any]]) -> Any:  # noqa: ANN401  a record batch
    columns = {name: [row[name] for row in rows] for name in DOCUMENTS}
    return arrow().RecordBatch.from_pydict(columns, schema=documents())


def _tables(batch: Any, first: int, kernel: Kernel, begun: Callable[[int], None]) -> dict[str, Any]:  # noqa: ANN401
    results = kernel(batch, begun=lambda place: begun(first + place))
    return {table: flatten(results, table) for table in TABLES}


def _write(rows: Any, path: Path) -> None:  # noqa: ANN401  a table of Arrow
    # Not ``.parquet``: who looks meanwhile sees whole files only. The number tells it from that of another process.
    unfinished = path.with_name(f"{path.stem}.{os.getpid()}.unfinished")
    try:
        with unfinished.open("wb") as stream:
            parquet().write_table(rows, stream, compression="zstd")
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _is_passed_over(one: Pending) -> bool:
    if one.fault is None:
        return False
    error = unread_kind(one.name)
    return error is not None and one.fault.en == error.en


def _row(index: int, one: Pending, condemned: dict[int, Message], begun: Callable[[int], None]) -> dict[str, Any]:
    fault = condemned.get(index) or one.fault
    content = None
    if fault is None:
        begun(index)
        try:
            content = load(one)
        except (ReadError, MissingExtraError) as error:
            fault = Message(error.zh, error.en)
    zh, en = (fault.zh, fault.en) if fault else (None, None)
    return {"name": one.name, "content": content, "fault_zh": zh, "fault_en": en}


def _crashed(reports: Any, places: set[int]) -> Any:  # noqa: ANN401  a table of Arrow
    at = reports.schema.get_field_index("status")
    status = reports.column(at)
    changed = arrow().array(["crashed" if place in places else one for place, one in enumerate(status.to_pylist())])
    return reports.set_column(at, reports.schema.field(at), changed)


def _counted(words: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for word in words:
        found[word] = found.get(word, 0) + 1
    return dict(sorted(found.items()))
