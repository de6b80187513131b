"""Read reports, and take the objects that callers hand over: read already, or the file of one."""

import os
import re
from collections.abc import Iterable
from functools import partial
from typing import TypeAlias

import attrs

from govdisclosure.documents import read_bytes, read_document
from govdisclosure.errors import ReadError, UsageError
from govdisclosure.extraction import extract
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.model.report import AnnualReport
from govdisclosure.plugins.loading import Plugins
from govdisclosure.plugins.reading import document_of
from govdisclosure.register.files import read_catalogue, read_register
from govdisclosure.register.tables.compiling import Compiled
from govdisclosure.rules.rule import Parts
from govdisclosure.text.display import cut, one_line
from govdisclosure.text.suggestions import SHOWN

__all__ = ["Source", "as_catalogue", "as_parts", "as_register", "as_report", "read"]

Source: TypeAlias = str | os.PathLike[str] | bytes | bytearray | memoryview
"""A path, or the bytes of a file."""
_ADDRESS = re.compile(r"\s{0,8}(?:https?|ftp):/{1,2}", re.IGNORECASE)
_LONGEST_PATH = 1_000
_OTHERS: tuple[tuple[type, str, str], ...] = (
    (Register, "这是登记簿，请用 check_register 核查", "this is a register; check_register checks it"),
    (Catalogue, "这是目录，请用 check_items 核查", "this is a catalogue; check_items checks it"),
    (
        Compiled,
        "这是编制的统计表，请先用 draft_report 起草报告",
        "these are compiled tables; draft_report makes a report",
    ),
)


def read(source: Source, *, uri: str | None = None, plugins: Plugins | None = None) -> AnnualReport:
    """Read an annual report.

    Args:
        source: Path of a text, HTML, DOCX, XLSX, XLS or PDF file (``-`` reads standard input), or the bytes of one.
        uri: Name to keep in ``report.source`` instead of the path; for bytes, where they came from.
        plugins: What other packages add, as :func:`load_plugins` finds it: its readers are asked about formats that are
            not read here.

    Returns:
        The report as it was read; nothing in it has been judged.

    Raises:
        ReadError: The file is missing, empty, binary, too large or broken, or the reader of a plugin failed.
        StructureError: It is not an annual report on government information disclosure.
        MissingExtraError: Its format needs a part that is not installed.
        UsageError: The source is neither a path nor bytes.
    """
    other = None if plugins is None else partial(document_of, plugins)
    if isinstance(source, bytes | bytearray | memoryview):
        return extract(read_bytes(bytes(source), uri=uri, other=other))
    if not isinstance(source, str | os.PathLike):
        kind = type(source).__name__
        raise UsageError(
            f"需要文件路径（文字或 Path）或文件内容（bytes），不是 {kind}",
            f"a path (str or Path) or the bytes of a file are needed, not {kind}",
        )
    _require_path(os.fsdecode(source))
    document = read_document(source, other=other)
    if uri is not None:
        document = attrs.evolve(document, source=attrs.evolve(document.source, uri=uri))
    return extract(document)


def as_report(report: AnnualReport | Source, plugins: Plugins | None = None) -> AnnualReport:
    """A report, read where it was not.

    Raises:
        UsageError: It is something else.
        ReadError: As :func:`read`.
    """
    if isinstance(report, AnnualReport):
        return report
    for kind, zh, en in _OTHERS:
        if isinstance(report, kind):
            raise UsageError(zh, en)
    return read(report, plugins=plugins)


def as_parts(parts: Iterable[AnnualReport | Source], plugins: Plugins | None = None) -> Parts:
    """The reports of the organs below; those that cannot be read are named.

    Raises:
        UsageError: It is one report, not several.
    """
    if isinstance(parts, AnnualReport | str | bytes | bytearray | memoryview | os.PathLike):
        raise UsageError("parts 应为一组报告，例如列表", "parts is several reports, such as a list")
    reports: list[AnnualReport] = []
    unread: list[str] = []
    for number, part in enumerate(parts, 1):
        try:
            reports.append(as_report(part, plugins))
        except ReadError:
            unread.append(os.fspath(part) if isinstance(part, str | os.PathLike) else f"#{number}")
    return Parts(reports=tuple(reports), unread=tuple(unread))


def as_register(register: Register | Source) -> Register:
    """A register, read where it was not.

    Raises:
        UsageError: It is something else.
        ReadError: The file is missing, broken, or no register.
    """
    if isinstance(register, Catalogue):
        raise UsageError("这里要登记簿，给出的是目录", "a register is needed here, not a catalogue")
    return register if isinstance(register, Register) else read_register(_plain_bytes(register))


def as_catalogue(catalogue: Catalogue | Source) -> Catalogue:
    """A catalogue, read where it was not.

    Raises:
        UsageError: It is something else.
        ReadError: The file is missing, broken, or no catalogue.
    """
    if isinstance(catalogue, Register):
        raise UsageError("这里要目录，给出的是登记簿", "a catalogue is needed here, not a register")
    return catalogue if isinstance(catalogue, Catalogue) else read_catalogue(_plain_bytes(catalogue))


def _require_path(name: str) -> None:
    """Turn away what is no path but an address, or the text itself."""
    if _ADDRESS.match(name):
        zh = "不能直接读取网址；请在浏览器中打开，另存为网页后再核查"
        en = "an address is not read; open it in a browser, save the page, and check the saved file"
        raise ReadError(name, zh, en)
    if ("\n" in name or "\r" in name or len(name) > _LONGEST_PATH) and not os.path.exists(name):  # noqa: PTH110  a Path raises where the name is too long
        zh = "这不像文件路径（有换行或过长）；如要核查文字本身，请以 bytes 传入（text.encode()），或存成文件"
        en = "looks like text, not a path; to check the text itself pass bytes (text.encode()), or save it as a file"
        raise ReadError(cut(one_line(name), SHOWN), zh, en)


def _plain_bytes(source: Source) -> str | os.PathLike[str] | bytes:
    return bytes(source) if isinstance(source, bytearray | memoryview) else source
