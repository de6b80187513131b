"""The bytes of a file, or of standard input, with a bound on how many."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from govdisclosure.errors import ReadError

__all__ = ["bytes_of", "checked", "opened"]


def bytes_of(path: str | os.PathLike[str], *, max_bytes: int, keep: tuple[str, str]) -> bytes:
    """Read a file whole.

    Args:
        path: The file; ``-`` reads standard input.
        max_bytes: Files larger than this are refused without being read.
        keep: What to do about one that is too large, in Chinese and English, such as "keep only the text".

    Raises:
        ReadError: It cannot be opened, is no regular file, or is too large.
    """
    name = os.fspath(path)
    data = sys.stdin.buffer.read(max_bytes + 1) if name == "-" else _file(name, max_bytes, keep)
    if len(data) > max_bytes:
        raise _too_large(name, max_bytes, keep)
    return data


def checked(path: str | os.PathLike[str], *, max_bytes: int | None, keep: tuple[str, str]) -> os.stat_result:
    """What the file system says of a file that can be read whole. It is not opened.

    Args:
        path: The file.
        max_bytes: Files larger than this are refused; ``None`` where any size will do.
        keep: What to do about one that is too large, see :func:`bytes_of`.

    Raises:
        ReadError: There is none, it is no regular file, or it is too large.
    """
    name = os.fspath(path)
    with _explained(name):
        about = Path(name).stat()
    if stat.S_ISDIR(about.st_mode):
        raise ReadError(name, "这是文件夹，不是文件；请给出其中的文件", "this is a directory; name a file in it")
    if not stat.S_ISREG(about.st_mode):
        # A pipe may never end, or never begin: opening it would wait for ever.
        raise ReadError(
            name,
            "这不是普通文件（管道、套接字或设备）；请给出文件，或用 - 从标准输入读取",
            "not a regular file (a pipe, socket or device); name a file, or use - for standard input",
        )
    if max_bytes is not None and about.st_size > max_bytes:
        raise _too_large(name, max_bytes, keep)
    return about


@contextmanager
def opened(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """A regular file, open for reading; what goes wrong while it is read is explained too.

    Raises:
        ReadError: It cannot be opened or read, or is no regular file.
    """
    checked(path, max_bytes=None, keep=("", ""))
    with _explained(os.fspath(path)), Path(path).open("rb") as stream:
        yield stream


@contextmanager
def _explained(name: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise ReadError(name, "找不到文件；请检查路径", "no such file; check the path") from None
    except PermissionError:
        raise ReadError(
            name, "没有读取权限；请检查文件权限", "permission denied; check the file's permissions"
        ) from None
    except ReadError:
        raise
    except (OSError, ValueError):
        raise ReadError(name, "文件打不开；请检查路径和磁盘", "cannot be opened; check the path and the disk") from None


def _file(name: str, max_bytes: int, keep: tuple[str, str]) -> bytes:
    checked(name, max_bytes=max_bytes, keep=keep)
    with opened(name) as stream:
        return stream.read(max_bytes + 1)


def _too_large(name: str, max_bytes: int, keep: tuple[str, str]) -> ReadError:
    limit = f"{max_bytes / 1024 / 1024:g} MB"
    return ReadError(
        name,
        f"文件超过上限 {limit}；请{keep[0]}，另存后再试",
        f"larger than the limit of {limit}; {keep[1]} and save it anew",
    )
