"""ZIP archives from strangers: how many members there are and how much each unpacks to is bounded before it is read."""

import io
import zipfile
import zlib
from typing import Final

from govdisclosure.errors import ReadError

__all__ = ["MAX_MEMBERS", "MAX_TOTAL", "Archive"]

MAX_MEMBERS: Final = 5_000
MAX_TOTAL: Final = 128 * 1024 * 1024
_MEMBER_MARK: Final = b"PK\x01\x02"
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    UnicodeError,
    ValueError,
)


class Archive:
    """The members of a ZIP archive in memory."""

    def __init__(self, data: bytes, name: str, kind: str = "ZIP") -> None:
        """Read the list of members.

        Args:
            data: The archive.
            name: What to name in an error.
            kind: What to call the file in an error.

        Raises:
            ReadError: It is damaged or has too many members.
        """
        self._name = name
        self._kind = kind
        self._left = MAX_TOTAL
        # Each entry of the list begins with the mark: counting them costs nothing, reading half a million does.
        if data.count(_MEMBER_MARK) > MAX_MEMBERS:
            raise self._too_large()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise self.damaged() from None
        self.names = tuple(self._zip.namelist())

    def read(self, member: str) -> bytes | None:
        """A member's bytes; nothing when there is no such member.

        Raises:
            ReadError: It is damaged, or too large when unpacked.
        """
        try:
            about = self._zip.getinfo(member)
        except KeyError:
            return None
        if about.file_size > self._left:
            raise self._too_large()
        try:
            with self._zip.open(about) as stream:
                # No more than is declared is unpacked, whatever the member holds.
                found = stream.read(about.file_size)
        except _BROKEN:
            raise self.damaged() from None
        self._left -= len(found)
        return found

    def damaged(self) -> ReadError:
        """The error to raise when a part that must be there is missing or wrong."""
        kind = self._kind
        return ReadError(
            self._name,
            f"{kind} 文件已损坏或不完整；请重新取得文件，或在 Word/WPS 中打开后另存",
            f"the {kind} file is damaged or incomplete; obtain it again, or open it in Word or WPS and save it anew",
        )

    def _too_large(self) -> ReadError:
        kind, limit = self._kind, f"{MAX_TOTAL // 1024 // 1024} MB"
        return ReadError(
            self._name,
            f"{kind} 文件解压后超过 {limit} 或成员过多，不予读取；请只保留报告正文，另存后再试",
            f"the {kind} unpacks to more than {limit} or has too many members; keep only the report and save it anew",
        )
