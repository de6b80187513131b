"""Messages between this process and its workers: a length, then the message, over a pipe."""

import os
import pickle
import struct
from typing import Any, BinaryIO

__all__ = ["Frames", "receive", "send"]

_HEAD = struct.Struct(">Q")
_PIECE = 1 << 20


def send(stream: BinaryIO, message: object) -> None:
    """Write a message.

    Raises:
        OSError: Nobody reads any more.
    """
    data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_HEAD.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO) -> Any:  # noqa: ANN401  any message
    """Read a message, waiting for it.

    Raises:
        EOFError: Nobody writes any more.
    """
    (length,) = _HEAD.unpack(_exactly(stream, _HEAD.size))
    return pickle.loads(_exactly(stream, length))  # noqa: S301  both ends are this package


def _exactly(stream: BinaryIO, length: int) -> bytes:
    data = stream.read(length)
    if len(data) != length:
        raise EOFError
    return data


class Frames:
    """Messages out of a pipe that is read as far as it has come, without waiting."""

    def __init__(self, descriptor: int) -> None:
        """Remember the pipe.

        Args:
            descriptor: Its end to read from.
        """
        self._descriptor = descriptor
        self._held = bytearray()

    def ready(self) -> list[Any]:
        """What has come, whole messages only; call it when the pipe can be read.

        Raises:
            EOFError: Nobody writes any more.
        """
        data = os.read(self._descriptor, _PIECE)
        if not data:
            raise EOFError
        self._held += data
        found: list[Any] = []
        while len(self._held) >= _HEAD.size:
            (length,) = _HEAD.unpack_from(self._held)
            if len(self._held) < _HEAD.size + length:
                break
            whole = bytes(self._held[_HEAD.size : _HEAD.size + length])
            del self._held[: _HEAD.size + length]
            found.append(pickle.loads(whole))  # noqa: S301  both ends are this package
        return found
