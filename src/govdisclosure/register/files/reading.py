"""Reading a register or a catalogue from CSV, a workbook or JSON."""

import os
from typing import Final

from govdisclosure.documents.opening import bytes_of
from govdisclosure.documents.signature import XLS, XLSX, kind_of, media_type_of
from govdisclosure.errors import ReadError, UsageError
from govdisclosure.model.agency import Agency
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.register.files.columns import headers
from govdisclosure.register.files.csv import csv_sheet
from govdisclosure.register.files.header import Kind
from govdisclosure.register.files.json import json_catalogue, json_register, may_be_json
from govdisclosure.register.files.tables import Tables
from govdisclosure.register.files.workbook import workbook_sheets

__all__ = ["MAX_BYTES", "read_catalogue", "read_register"]

MAX_BYTES: Final = 128 * 1024 * 1024
_KEEP: Final = ("只保留登记表，或分成几个文件", "keep only the tables, or split it into several files,")
_READ: Final = frozenset({XLSX, XLS})


def read_register(source: str | os.PathLike[str] | bytes, *, uri: str | None = None) -> Register:
    """Read a register of requests and cases.

    Args:
        source: A file (CSV, XLSX, XLS or JSON; the content decides which), ``-`` for standard input, or its bytes.
        uri: A name for the bytes, used in messages and kept in ``source``.

    Returns:
        The register. What could not be read in a row is in ``faults``, and the rest of the row is kept. A kind of table
        that the file does not have is ``None``.

    Raises:
        ReadError: The file cannot be read, or no headers of a register are found in it.
        MissingExtraError: It is a workbook and the ``office`` extra is not installed.
    """
    data, name, said = _opened(source, uri)
    if may_be_json(data):
        return json_register(data, name, said)
    tables = _tables(data, name, (Kind.REQUESTS, Kind.CASES))
    requests, cases = (tables.entries.get(kind) for kind in (Kind.REQUESTS, Kind.CASES))
    return Register(
        agency=_agency(tables),
        requests=None if requests is None else tuple(requests),  # type: ignore[arg-type]
        cases=None if cases is None else tuple(cases),  # type: ignore[arg-type]
        source=said,
        faults=tables.faults.all(),
    )


def read_catalogue(source: str | os.PathLike[str] | bytes, *, uri: str | None = None) -> Catalogue:
    """Read a disclosure catalogue; as :func:`read_register`."""
    data, name, said = _opened(source, uri)
    if may_be_json(data):
        return json_catalogue(data, name, said)
    tables = _tables(data, name, (Kind.ITEMS,))
    return Catalogue(
        agency=_agency(tables),
        items=tuple(tables.entries[Kind.ITEMS]),  # type: ignore[arg-type]
        guide_updated_on=tables.about.guide_updated_on,
        catalogue_updated_on=tables.about.catalogue_updated_on,
        source=said,
        faults=tables.faults.all(),
    )


def _opened(source: str | os.PathLike[str] | bytes, uri: str | None) -> tuple[bytes, str, str | None]:
    """The bytes, what to name in an error, and what to say they came from."""
    if isinstance(source, bytes):
        name = "<bytes>" if uri is None else uri
        if len(source) > MAX_BYTES:
            limit = MAX_BYTES // 1024 // 1024
            raise ReadError(
                name, f"文件超过上限 {limit} MB；请{_KEEP[0]}", f"larger than the limit of {limit} MB; {_KEEP[1]}"
            )
        return source, name, uri
    path = os.fspath(source) if isinstance(source, str | os.PathLike) else None
    if not isinstance(path, str):
        raise UsageError("source 应是路径或 bytes", "source must be a path or bytes")
    return bytes_of(path, max_bytes=MAX_BYTES, keep=_KEEP), path if uri is None else uri, path if uri is None else uri


def _tables(data: bytes, name: str, wanted: tuple[Kind, ...]) -> Tables:
    tables = Tables(wanted=wanted)
    kind = kind_of(data, name)
    if kind in _READ:
        for sheet in workbook_sheets(data, name):
            tables.read(sheet)
    elif kind in {None, "encrypted", "ZIP"}:
        if name.lower().endswith((".xlsx", ".xls")) and _is_binary(data):
            raise ReadError(
                name,
                "文件已损坏，或者不是 Excel 文件；请用 Excel 或 WPS 表格打开检查，另存后再试",
                "broken, or no workbook; open it in Excel or WPS, and save it again",
            )
        media_type_of(data, name)
        tables.read(csv_sheet(data, name))
    else:
        raise ReadError(
            name,
            "这不是 CSV、Excel 或 JSON 文件；请在 Excel/WPS 表格中打开登记表，另存为 .xlsx 或 CSV",
            "neither CSV, Excel nor JSON; open the table in Excel or WPS and save it as .xlsx or CSV",
        )
    if not any(kind in tables.entries for kind in wanted):
        raise _of_another_kind(name, tables) or _no_headers(name, wanted)
    return tables


def _is_binary(data: bytes) -> bool:
    """Whether bytes are no text in any encoding: control signs that no table of text has."""
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    return sum(byte < 9 or 13 < byte < 32 for byte in head) > len(head) // 50  # noqa: PLR2004  all but tab and line ends


def _of_another_kind(name: str, tables: Tables) -> ReadError | None:
    """What is said where the tables of a file are those that another command reads."""
    if Kind.ITEMS in tables.passed:
        zh, en = (
            "这是信息目录，不是登记簿；请用 items check，或作为 --items 给出",
            "a catalogue: use items check, or --items",
        )
        return ReadError(name, zh, en)
    if tables.passed:
        zh, en = "这是登记簿，不是信息目录；请用 register check", "a register, no catalogue: use register check"
        return ReadError(name, zh, en)
    return None


def _no_headers(name: str, wanted: tuple[Kind, ...]) -> ReadError:
    words = {
        Kind.REQUESTS: ("申请登记表", "requests"),
        Kind.CASES: ("复议诉讼登记表", "cases"),
        Kind.ITEMS: ("目录", "a catalogue"),
    }
    zh = "；".join(f"{words[kind][0]}：{'、'.join(one.zh[0] for one in headers(kind)[:9])}" for kind in wanted)
    en = "; ".join(f"{words[kind][1]}: {', '.join(one.field for one in headers(kind)[:9])}" for kind in wanted)
    return ReadError(
        name,
        f"没有找到认识的表头；表的上部须有一行表头，至少认得出两列（{zh}等），并取消隐藏工作表",
        f"no known headers; a row near the top must name at least two columns ({en} …), on a sheet that is not hidden",
    )


def _agency(tables: Tables) -> Agency | None:
    return Agency(name=tables.about.agency, printed=tables.about.agency) if tables.about.agency else None
