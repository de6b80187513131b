"""Kernels that do to their process what a document or a machine may do."""

import ctypes
import errno
import os
import re
import signal
import time
from pathlib import Path

import attrs

from govdisclosure.batch import messages, worker
from govdisclosure.batch.kernel import Kernel

__all__ = ["Broken", "Full", "Hostile"]


@attrs.frozen(kw_only=True)
class Hostile(Kernel):
    """Documents that say what they do: KILL and ONCE end their process, each time or once, SLEEP never ends, SPIN
    keeps the processor and all threads of its process besides, SEGV does what is not allowed, HUGE takes all memory.
    """

    marks: str = ""

    def _rows(self, name, content, zh, en):
        if content == b"KILL" or (content == b"ONCE" and self._first(name)):
            os.kill(os.getpid(), signal.SIGKILL)
        if content == b"SLEEP":
            time.sleep(3600)
        if content == b"SPIN":
            re.match(r"(a+)+b", "a" * 64)
        if content == b"SEGV":
            ctypes.string_at(0)
        if content == b"HUGE":
            bytearray(1 << 40)
        return super()._rows(name, content, zh, en)

    def _first(self, name):
        mark = Path(self.marks, name.replace("/", "_"))
        if mark.exists():
            return False
        mark.touch()
        return True


@attrs.frozen(kw_only=True)
class Full(Kernel):
    """From the chunk with a certain document on, the disk is full, unless a file says that there is room again."""

    at: str = ""
    room: str = ""

    def __call__(self, batch, *, begun=None):
        if self.at in batch.column("name").to_pylist() and not Path(self.room).exists():
            worker.parquet = _no_space
        return super().__call__(batch, begun=begun)


def _no_space():
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@attrs.frozen(kw_only=True)
class Broken(Kernel):
    """No process with it gets through its first chunk."""

    def __call__(self, batch, *, begun=None):
        del batch
        begun(messages.WRITING)
        os.kill(os.getpid(), signal.SIGKILL)
