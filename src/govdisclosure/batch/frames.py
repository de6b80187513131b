"""Messages between this process and its workers: a length, then the message, over a pipe."""

import pickle
import struct
from typing import Any, BinaryIO

__all__ = ["receive", "send"]

_HEAD = struct.Struct(">Q")


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
