"""The process that reads and checks: chunks in, Parquet files out. It ends when nobody sends it chunks any more."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import attrs

from govdisclosure.batch.arrow import arrow, parquet
from govdisclosure.batch.chunks import Chunk
from govdisclosure.batch.frames import receive, send
from govdisclosure.batch.inputs import Pending, load
from govdisclosure.batch.kernel import Kernel, flatten
from govdisclosure.batch.schemas import DOCUMENTS, TABLES, documents
from govdisclosure.batch.store import part
from govdisclosure.errors import GovDisclosureError, MissingExtraError, ReadError
from govdisclosure.rules.outcome import Message

__all__ = ["WRITING", "Begun", "Done", "Failed", "Orders", "Task", "main"]

WRITING = -1
"""The place that is begun when the documents are done and the tables are written."""


@attrs.frozen(kw_only=True)
class Orders:
    """What a worker is told once.

    Attributes:
        kernel: What it does with documents.
        folder: Where the tables are.
        memory: Bytes of memory it may use; ``None`` for as much as there is.
    """

    kernel: Kernel
    folder: str
    memory: int | None = None


@attrs.frozen(kw_only=True)
class Task:
    """One chunk.

    Attributes:
        chunk: The chunk.
        condemned: Documents that are not tried again, by their place in the chunk, and why.
    """

    chunk: Chunk
    condemned: dict[int, Message] = attrs.field(factory=dict)


@attrs.frozen
class Begun:
    """A document is being read or judged.

    Attributes:
        index: Its place in the chunk.
    """

    index: int


@attrs.frozen(kw_only=True)
class Done:
    """A chunk is written.

    Attributes:
        rows: Rows in each table.
        status: Documents by status.
        kinds: Outcomes by ``kind:level``.
        rules_crashed: How many documents a rule failed at.
    """

    rows: dict[str, int]
    status: dict[str, int]
    kinds: dict[str, int]
    rules_crashed: int = 0


@attrs.frozen
class Failed:
    """A chunk could not be done, and no other can.

    Attributes:
        zh: Why, in Chinese.
        en: The same in English.
    """

    zh: str
    en: str


def main() -> None:
    """Serve the process that started this one, over standard input and output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    source, target = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # What a library prints is no message of this process.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    try:
        orders: Orders = receive(source)
        _limit(orders.memory)
        while True:
            send(target, _answer(receive(source), orders, target))
    except (EOFError, BrokenPipeError):
        return


def _limit(memory: int | None) -> None:
    if memory is None:
        return
    try:
        import resource  # noqa: PLC0415  not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _answer(task: Task, orders: Orders, target: BinaryIO) -> Done | Failed:
    def begun(index: int) -> None:
        send(target, Begun(index))

    try:
        return _done(task, orders, begun)
    except GovDisclosureError as error:
        return Failed(error.zh, error.en)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else type(error).__name__
        return Failed(f"结果无法写入输出文件夹：{why}", f"results cannot be written to the output folder: {why}")


def _done(task: Task, orders: Orders, begun: Callable[[int], None]) -> Done:
    chunk = task.chunk
    rows = [_row(index, one, task.condemned, begun) for index, one in enumerate(chunk.documents)]
    columns = {name: [row[name] for row in rows] for name in DOCUMENTS}
    batch = arrow().RecordBatch.from_pydict(columns, schema=documents())
    results = orders.kernel(batch, begun=begun)
    begun(WRITING)
    condemned = set(task.condemned)
    counts = {}
    tables = {table: flatten(results, table) for table in TABLES}
    if condemned:
        tables["reports"] = _crashed(tables["reports"], condemned)
    for table, found in tables.items():
        path = part(Path(orders.folder), table, chunk.key)
        # Not ``.parquet``: who looks meanwhile sees whole files only.
        unfinished = path.with_suffix(".unfinished")
        try:
            with unfinished.open("wb") as stream:
                parquet().write_table(arrow().Table.from_batches([found]), stream, compression="zstd")
            unfinished.replace(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        counts[table] = found.num_rows
    reports, outcomes = tables["reports"], tables["outcomes"]
    kinds = (f"{kind}:{level}" for kind, level in zip(*(outcomes.column(c).to_pylist() for c in ("kind", "level"))))  # noqa: B905
    crashed = sum(bool(codes) for codes in reports.column("crashed_rules").to_pylist())
    status = _counted(reports.column("status").to_pylist())
    return Done(rows=counts, status=status, kinds=_counted(list(kinds)), rules_crashed=crashed)


def _row(index: int, one: Pending, condemned: dict[int, Message], begun: Callable[[int], None]) -> dict[str, Any]:
    fault = condemned.get(index) or one.fault
    content = None
    if fault is None:
        begun(index)
        try:
            content = load(one)
        except (ReadError, MissingExtraError) as error:
            fault = Message(error.zh, error.en)
        except Exception as error:  # noqa: BLE001  one document never ends the batch
            kind = type(error).__name__
            fault = Message(f"文件打不开（{kind}）", f"cannot be opened ({kind})")
    zh, en = (fault.zh, fault.en) if fault else (None, None)
    return {"name": one.name, "content": content, "fault_zh": zh, "fault_en": en}


def _crashed(reports: Any, places: set[int]) -> Any:  # noqa: ANN401  a record batch
    at = reports.schema.get_field_index("status")
    status = reports.column(at).to_pylist()
    changed = arrow().array(["crashed" if place in places else one for place, one in enumerate(status)])
    return reports.set_column(at, reports.schema.field(at), changed)


def _counted(words: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for word in words:
        found[word] = found.get(word, 0) + 1
    return dict(sorted(found.items()))
