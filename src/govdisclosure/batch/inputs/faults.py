"""Why a document cannot be had, in the words of whoever must do something about it."""

from typing import Final

from govdisclosure.errors import ReadError
from govdisclosure.rules.outcome import Message

__all__ = [
    "BAD_LINK",
    "BROKEN",
    "DAMAGED",
    "EMPTY_ARCHIVE",
    "EMPTY_FOLDER",
    "EMPTY_LIST",
    "EMPTY_NAME",
    "EMPTY_ROWS",
    "ENCRYPTED",
    "LINKED_FOLDER",
    "LINK_OUT",
    "LIST_IN_LIST",
    "LOOP",
    "MEMBER_LINK",
    "METHOD",
    "NESTED",
    "NOT_A_FILE",
    "NOT_TAR",
    "NO_MATCH",
    "OTHER_ARCHIVE",
    "OVERLAP",
    "RATIO",
    "SPARSE",
    "TOO_LONG",
    "TOO_MANY",
    "VANISHED",
    "error",
    "internal",
    "message",
    "too_large",
]

EMPTY_NAME: Final = Message("文件名是空的；请写出文件或文件夹", "the name is empty; name a file or folder")
EMPTY_FOLDER: Final = Message("文件夹是空的，没有可检查的文件", "the folder is empty; there is no file to check")
EMPTY_ARCHIVE: Final = Message("压缩包里没有文件；请核对后重新取得", "the archive holds no file; obtain it again")
EMPTY_LIST: Final = Message("清单里没有文件名；请一行写一个路径", "the list names nothing; write one path a line")
EMPTY_ROWS: Final = Message("文件里没有任何一行数据；请核对", "the file holds no row; look into it")
NO_MATCH: Final = Message("没有与此通配符相符的文件；请检查路径", "nothing matches this pattern; check the path")
LIST_IN_LIST: Final = Message(
    "清单里不能再列清单或标准输入；请把其中的路径写进来",
    "a list cannot name a list or standard input; write the paths themselves",
)
LINK_OUT: Final = Message(
    "这是链接，指向所给文件夹之外，没有读取；如需检查请直接给出目标",
    "a link that leads out of the folder given, not followed; name its target if it is to be checked",
)
LINKED_FOLDER: Final = Message(
    "这是指向文件夹的链接，没有进入；其中的文件在原位置读取",
    "a link to a folder, not followed; files in it are read where they are",
)
BAD_LINK: Final = Message("链接的目标不存在或循环；请检查", "the link leads nowhere or in a circle; check it")
LOOP: Final = Message("文件夹包含了自身的上级，没有再次进入", "the folder is one that it lies in; not entered again")
NOT_A_FILE: Final = Message(
    "这不是普通文件（管道、套接字或设备），没有打开", "not a regular file (a pipe, socket or device); not opened"
)
VANISHED: Final = Message(
    "列出之后文件不见了，或者没有权限；请重新运行", "gone since it was listed, or not permitted; run again"
)
BROKEN: Final = Message(
    "从这里起文件已损坏或不完整，其后的内容没有读取；请重新取得文件",
    "damaged or incomplete from here on, what follows was not read; obtain the file again",
)
DAMAGED: Final = Message(
    "在文件包里的内容已损坏；请重新取得文件", "damaged inside the file it is kept in; obtain that file again"
)
ENCRYPTED: Final = Message("加了密码；请去掉密码后重新打包", "needs a password; pack it again without one")
METHOD: Final = Message(
    "压缩方法不支持；请改用普通 ZIP 重新打包", "packed by a method that is not supported; pack it again as plain ZIP"
)
OVERLAP: Final = Message(
    "压缩包内的文件互相重叠，疑似恶意构造，没有解压", "overlaps another member, as in a malicious archive; not unpacked"
)
RATIO: Final = Message(
    "解压后远大于压缩包，疑似压缩炸弹，没有解压；确属报告请单独给出该文件",
    "unpacks to far more than it takes, as in a zip bomb; not unpacked; if it is a report, name it by itself",
)
NESTED: Final = Message(
    "压缩包套压缩包超过一层，没有解开；请先解压", "an archive too deep within archives, not opened; unpack it first"
)
TOO_LONG: Final = Message("这一行太长，不是路径；请核对清单", "too long a line to be a path; look into the list")
TOO_MANY: Final = Message(
    "压缩包内的压缩包文件过多，从这里起没有读取；请先解压",
    "an archive within an archive has too many members, the rest was not read; unpack it first",
)
OTHER_ARCHIVE: Final = Message(
    "不支持这种压缩包；请解压，或改用 ZIP 重新打包", "not an archive that is read; unpack it, or pack it as ZIP"
)
NOT_TAR: Final = Message(
    "压缩文件里不是 tar 包或 NDJSON；请先解压", "holds neither a tar archive nor NDJSON; unpack it first"
)
SPARSE: Final = Message(
    "压缩包内的稀疏文件，没有读取；请单独给出", "a sparse file in an archive, not read; name it by itself"
)
MEMBER_LINK: Final = Message("压缩包内的链接，没有跟随", "a link in an archive, not followed")


def message(fault: ReadError) -> Message:
    """What an error says, without the name in it."""
    return Message(fault.zh, fault.en)


def error(name: str, fault: Message) -> ReadError:
    """The error to raise for a fault."""
    return ReadError(name, fault.zh, fault.en)


def internal(error: Exception) -> Message:
    """The fault where this package failed; what the error says may quote a document and is not repeated."""
    kind = type(error).__name__
    return Message(
        f"内部错误（{kind}），没有读取，请报告此问题", f"internal error ({kind}), not read; please report it"
    )


def too_large(max_bytes: int) -> Message:
    """The fault of a document that is too large to read."""
    limit = f"{max_bytes / 1024 / 1024:g} MB"
    return Message(
        f"文件超过上限 {limit}，没有读取；请只保留报告正文，另存后再试",
        f"larger than the limit of {limit}, not read; keep only the text of the report and save it anew",
    )
