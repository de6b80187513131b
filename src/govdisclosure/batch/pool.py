"""Worker processes, one pipe each: whichever of them dies, the others and the batch go on.

They are started as processes of their own and not forked, so that a notebook or a script needs no guard, threads of the
caller do no harm, and a worker whose caller is gone reads the end of its input and ends.
"""

import json
import os
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, BinaryIO, Self, cast

import attrs

from govdisclosure.batch.chunks import Chunk
from govdisclosure.batch.frames import receive, send
from govdisclosure.batch.messages import WRITING, Begun, Done, Failed, Orders, Task
from govdisclosure.errors import OutputError
from govdisclosure.rules.outcome import Message

__all__ = ["Finished", "Pool"]

# An interrupt from the keyboard reaches every process of a terminal; this one ends the others.
_START = (
    "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); "
    # Arrow's own pool takes a gibibyte of what --memory allows, used or not.
    "import os; os.environ.setdefault('ARROW_DEFAULT_MEMORY_POOL', 'system'); "
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from govdisclosure.batch.worker import main; main()"
)
_TICK = 0.2
_TRIES = 2
"""How often a worker may die at the same place before that is put down to the document."""

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

    def __init__(self, orders: Orders, heard: "SimpleQueue[_Heard]") -> None:
        package = str(Path(__file__).parents[2])
        paths = json.dumps([*(one for one in sys.path if one), package])
        try:
            self.process = subprocess.Popen(  # noqa: S603  this interpreter
                [sys.executable, "-c", _START, paths], stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
        except OSError as error:
            why = os.strerror(error.errno) if error.errno else type(error).__name__
            raise OutputError(f"无法启动处理进程：{why}", f"no worker process could be started: {why}") from None
        self._input, self._output = (cast("BinaryIO", one) for one in (self.process.stdin, self.process.stdout))
        self.order: int | None = None
        self.place = WRITING
        self.since = time.monotonic()
        self._listener = threading.Thread(target=self._listen, args=(heard,), daemon=True)
        self._listener.start()
        self._send(orders)

    def take(self, order: int, task: Task) -> None:
        self.order, self.place, self.since = order, WRITING, time.monotonic()
        self._send(task)

    def begin(self, place: int) -> None:
        self.place, self.since = place, time.monotonic()

    def _send(self, message: object) -> None:
        with suppress(OSError):  # It is gone, as the end of its output will tell.
            send(self._input, message)

    def _listen(self, heard: "SimpleQueue[_Heard]") -> None:
        try:
            while True:
                heard.put((self, receive(self._output)))
        except Exception:  # noqa: BLE001  what is cut off in the middle cannot be read, in whatever way
            heard.put((self, None))

    def end(self) -> int:
        """End the process, and say with which status it ended."""
        self.process.kill()
        status = self.process.wait()
        self._listener.join()
        for stream in (self._input, self._output):
            with suppress(OSError):
                stream.close()
        return status


_Heard = tuple[_Worker, Any]


class Pool:
    """Workers that are given chunks, each when one is free."""

    def __init__(self, orders: Orders, workers: int) -> None:
        """Remember what is wanted; workers are started when there is something for them to do.

        Args:
            orders: What each is told.
            workers: How many there may be; at least one.
        """
        self._orders = orders
        self._most = workers
        self._workers: list[_Worker] = []
        self._said: SimpleQueue[_Heard] = SimpleQueue()
        self._tasks: dict[int, Task] = {}
        self._strikes: dict[tuple[int, int], int] = {}
        self._again: deque[int] = deque()
        self._given = 0

    def __enter__(self) -> Self:
        """The pool itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.end()

    def map(self, chunks: Iterable[Chunk]) -> Iterator[Finished]:
        """Do chunks.

        Args:
            chunks: The chunks; one is asked for when a worker is free to do it.

        Yields:
            Each as soon as it is written.

        Raises:
            OutputError: Results cannot be written, or workers die whatever they do.
        """
        stream = iter(chunks)
        while True:
            while (worker := self._free()) is not None or len(self._workers) < self._most:
                order = self._next(stream)
                if order is None:
                    break
                (worker or self._started()).take(order, self._tasks[order])
            if not self._tasks:
                return
            for order, done in self._heard():
                for key in [key for key in self._strikes if key[0] == order]:
                    del self._strikes[key]
                yield Finished(chunk=self._tasks.pop(order).chunk, done=done)

    def _free(self) -> _Worker | None:
        return next((worker for worker in self._workers if worker.order is None), None)

    def _next(self, stream: Iterator[Chunk]) -> int | None:
        if self._again:
            return self._again.popleft()
        chunk = next(stream, None)
        if chunk is None:
            return None
        self._given += 1
        self._tasks[self._given] = Task(chunk=chunk)
        return self._given

    def _heard(self) -> Iterator[tuple[int, Done]]:
        """What workers say, until something is done or a moment has passed."""
        with suppress(Empty):
            worker, message = self._said.get(timeout=_TICK)
            while True:
                if worker in self._workers:
                    yield from self._taken(worker, message)
                worker, message = self._said.get_nowait()
        if self._orders.timeout is not None:
            now = time.monotonic()
            for worker in list(self._workers):
                if worker.order is not None and worker.place != WRITING and now - worker.since > self._orders.timeout:
                    self._condemn(worker, _slow(self._orders.timeout))

    def _taken(self, worker: _Worker, message: Any) -> Iterator[tuple[int, Done]]:  # noqa: ANN401  any message
        match message:
            case Begun():
                worker.begin(message.index)
            case Failed():
                raise OutputError(message.zh, message.en)
            case Done() if worker.order is not None:
                order, worker.order = worker.order, None
                yield order, message
            case None:
                self._died(worker)

    def _died(self, worker: _Worker) -> None:
        order = -1 if worker.order is None else worker.order
        count = self._strikes[order, worker.place] = self._strikes.get((order, worker.place), 0) + 1
        if worker.order is not None and worker.place != WRITING and count >= _TRIES:
            self._condemn(worker, _DIED)
            return
        status = self._dismissed(worker)
        if worker.order is not None:
            self._again.append(worker.order)
        if count > _TRIES:
            raise OutputError(
                f"处理进程一再异常结束（退出码 {status}），已停止；已完成的结果保留，可再次运行继续",
                f"worker processes keep ending (exit status {status}); what is done stays, run again to go on",
            )

    def _condemn(self, worker: _Worker, why: Message) -> None:
        """Give up the document that a worker is at, and do the others of its chunk again."""
        order = worker.order
        if order is not None:
            task = self._tasks[order]
            self._tasks[order] = attrs.evolve(task, condemned={**task.condemned, worker.place: why})
            self._again.append(order)
        self._dismissed(worker)

    def _dismissed(self, worker: _Worker) -> int:
        self._workers.remove(worker)
        return worker.end()

    def _started(self) -> _Worker:
        worker = _Worker(self._orders, self._said)
        self._workers.append(worker)
        return worker


def _slow(seconds: float) -> Message:
    return Message(
        f"读取或检查超过 {seconds:g} 秒，已中止，未检查；请单独检查此文件",
        f"took more than {seconds:g} seconds and was given up, not checked; check the file by itself",
    )
