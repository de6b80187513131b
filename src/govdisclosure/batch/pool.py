"""Worker processes, one pipe each: whichever of them dies, the others and the batch go on.

They are started as processes of their own and not forked, so that a notebook or a script needs no guard, threads of the
caller do no harm, and a worker whose caller is gone reads the end of its input and ends.
"""

import json
import selectors
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

import attrs

from govdisclosure.batch.chunks import Chunk
from govdisclosure.batch.frames import Frames, send
from govdisclosure.batch.worker import WRITING, Begun, Done, Failed, Orders, Task
from govdisclosure.errors import OutputError
from govdisclosure.rules.outcome import Message

__all__ = ["Finished", "Pool"]

_START = "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from govdisclosure.batch.worker import main; main()"
_TICK = 0.2
_TRIES = 2
"""How often a worker may die at the same place before that is put down to the document."""
_AHEAD = 3
"""How many chunks a worker may be ahead of the slowest."""

_DIED = Message(
    "读取或检查时进程异常结束（可能是内存不足），未检查；请单独检查此文件",
    "the process ended while it was read or checked (out of memory, perhaps), not checked; check the file by itself",
)


@attrs.frozen(kw_only=True)
class Finished:
    """A chunk that is written.

    Attributes:
        chunk: The chunk.
        done: What it came to.
    """

    chunk: Chunk
    done: Done


class _Worker:
    """One process, and what it is doing."""

    def __init__(self, orders: Orders) -> None:
        package = str(Path(__file__).parents[2])
        paths = json.dumps([*(one for one in sys.path if one), package])
        self.process = subprocess.Popen(  # noqa: S603  this interpreter
            [sys.executable, "-c", _START, paths], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        if self.process.stdin is None or self.process.stdout is None:
            raise OutputError("无法启动处理进程", "no worker process could be started")
        self._input = cast("BinaryIO", self.process.stdin)
        self.output = self.process.stdout.fileno()
        self.frames = Frames(self.output)
        self.order: int | None = None
        self.place = WRITING
        self.since = time.monotonic()
        self._send(orders)

    def take(self, order: int, task: Task) -> None:
        self.order, self.place, self.since = order, WRITING, time.monotonic()
        self._send(task)

    def begin(self, place: int) -> None:
        self.place, self.since = place, time.monotonic()

    def _send(self, message: object) -> None:
        try:
            send(self._input, message)
        except OSError:
            return  # It is gone, as the end of its output will tell.

    def end(self) -> None:
        self.process.kill()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    continue
        self.process.wait()


class Pool:
    """Workers that are given chunks and bring them back in the order of the stream."""

    def __init__(self, orders: Orders, workers: int, timeout: float | None) -> None:
        """Start the workers.

        Args:
            orders: What each is told.
            workers: How many; at least one.
            timeout: Seconds a document may take; ``None`` for as long as it wants.
        """
        self._orders = orders
        self._timeout = timeout
        self._selector = selectors.DefaultSelector()
        self._workers = [self._started() for _ in range(workers)]
        self._tasks: dict[int, Task] = {}
        self._strikes: dict[tuple[int, int], int] = {}
        self._again: deque[int] = deque()

    def __enter__(self) -> Self:
        """The pool itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.end()
        self._selector.close()

    def map(self, chunks: Iterable[Chunk]) -> Iterator[Finished]:
        """Do chunks.

        Args:
            chunks: The chunks; no more of them are asked for than the workers can soon do.

        Yields:
            Each when it is written, in the order given.

        Raises:
            OutputError: Results cannot be written, or workers die whatever they do.
        """
        stream, exhausted = iter(chunks), False
        given, handed = 0, 0
        found: dict[int, Finished] = {}
        while True:
            idle = [worker for worker in self._workers if worker.order is None]
            for worker in idle:
                order = self._again.popleft() if self._again else None
                if order is None and not exhausted and given - handed < _AHEAD * len(self._workers):
                    chunk = next(stream, None)
                    exhausted = chunk is None
                    if chunk is not None:
                        order, given = given, given + 1
                        self._tasks[order] = Task(chunk=chunk)
                if order is not None:
                    worker.take(order, self._tasks[order])
            if exhausted and not self._tasks:
                return
            for order, done in self._heard():
                found[order] = Finished(chunk=self._tasks.pop(order).chunk, done=done)
            while handed in found:
                yield found.pop(handed)
                handed += 1

    def _heard(self) -> Iterator[tuple[int, Done]]:
        """What workers say, until something is done or a moment has passed."""
        for key, _ in self._selector.select(_TICK):
            worker: _Worker = key.data
            try:
                messages = worker.frames.ready()
            except (EOFError, OSError):
                self._died(worker)
                continue
            for message in messages:
                if isinstance(message, Begun):
                    worker.begin(message.index)
                elif isinstance(message, Failed):
                    raise OutputError(message.zh, message.en)
                elif isinstance(message, Done) and worker.order is not None:
                    order, worker.order = worker.order, None
                    yield order, message
        if self._timeout is not None:
            now = time.monotonic()
            for worker in list(self._workers):
                if worker.order is not None and worker.place != WRITING and now - worker.since > self._timeout:
                    self._condemn(worker, _slow(self._timeout))

    def _died(self, worker: _Worker) -> None:
        if worker.order is None:
            self._strike(worker, -1, WRITING)
            self._replaced(worker)
        elif self._strike(worker, worker.order, worker.place) >= _TRIES and worker.place != WRITING:
            self._condemn(worker, _DIED)
        else:
            self._again.append(worker.order)
            self._replaced(worker)

    def _strike(self, worker: _Worker, order: int, place: int) -> int:
        count = self._strikes[order, place] = self._strikes.get((order, place), 0) + 1
        if place == WRITING and count > _TRIES:
            worker.end()
            code = worker.process.returncode
            raise OutputError(
                f"处理进程一再异常结束（退出码 {code}），已停止；已完成的结果保留，可再次运行继续",
                f"worker processes keep ending (exit status {code}); what is done stays, run again to go on",
            )
        return count

    def _condemn(self, worker: _Worker, why: Message) -> None:
        order = worker.order
        if order is not None:
            task = self._tasks[order]
            self._tasks[order] = attrs.evolve(task, condemned={**task.condemned, worker.place: why})
            self._again.append(order)
        self._replaced(worker)

    def _replaced(self, worker: _Worker) -> None:
        self._selector.unregister(worker.output)
        worker.end()
        self._workers[self._workers.index(worker)] = self._started()

    def _started(self) -> _Worker:
        worker = _Worker(self._orders)
        self._selector.register(worker.output, selectors.EVENT_READ, worker)
        return worker


def _slow(seconds: float) -> Message:
    return Message(
        f"读取或检查超过 {seconds:g} 秒，已中止，未检查；请单独检查此文件",
        f"took more than {seconds:g} seconds and was given up, not checked; check the file by itself",
    )
