"""The bytes of a file, or of standard input, with a bound on how many."""

import os
import stat
import sys
from pathlib import Path

from govdisclosure.errors import ReadError

__all__ = ["bytes_of"]


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


def _file(name: str, max_bytes: int, keep: tuple[str, str]) -> bytes:
    path = Path(name)
    try:
        about = path.stat()
        is_directory, size = stat.S_ISDIR(about.st_mode), about.st_size
        is_file = stat.S_ISREG(about.st_mode)
        if is_file and size <= max_bytes:
            with path.open("rb") as stream:
                return stream.read(max_bytes + 1)
    except FileNotFoundError:
        raise ReadError(name, "找不到文件；请检查路径", "no such file; check the path") from None
    except PermissionError:
        raise ReadError(
            name, "没有读取权限；请检查文件权限", "permission denied; check the file's permissions"
        ) from None
    except (OSError, ValueError):
        raise ReadError(name, "文件打不开；请检查路径和磁盘", "cannot be opened; check the path and the disk") from None
    if is_directory:
        raise ReadError(name, "这是文件夹，不是文件；请给出其中的文件", "this is a directory; name a file in it")
    if not is_file:
        # A pipe may never end, or never begin: opening it would wait for ever.
        raise ReadError(
            name,
            "这不是普通文件（管道、套接字或设备）；请给出文件，或用 - 从标准输入读取",
            "not a regular file (a pipe, socket or device); name a file, or use - for standard input",
        )
    raise _too_large(name, max_bytes, keep)


def _too_large(name: str, max_bytes: int, keep: tuple[str, str]) -> ReadError:
    limit = f"{max_bytes / 1024 / 1024:g} MB"
    return ReadError(
        name,
        f"文件超过上限 {limit}；请{keep[0]}，另存后再试",
        f"larger than the limit of {limit}; {keep[1]} and save it anew",
    )
