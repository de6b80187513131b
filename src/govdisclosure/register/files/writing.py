"""Writing registers and catalogues as CSV, Excel workbooks and JSON."""

import csv
import io
import os
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO, Final, Literal, TypeAlias

from govdisclosure.errors import UsageError
from govdisclosure.model.case import Case
from govdisclosure.model.item import Item
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.model.request import Request
from govdisclosure.register.files.about import ABOUT
from govdisclosure.register.files.header import Kind
from govdisclosure.register.files.hiding import impersonal
from govdisclosure.register.files.json import SCHEMA
from govdisclosure.register.files.plain import to_plain
from govdisclosure.register.files.shaping import Written, table_of
from govdisclosure.register.files.spreadsheet import workbook_bytes
from govdisclosure.text.json import dumps
from govdisclosure.text.language import Lang, require_lang

__all__ = ["Form", "write_catalogue", "write_register"]

Form: TypeAlias = Literal["csv", "xlsx", "json"]
Target: TypeAlias = "str | os.PathLike[str] | BinaryIO"

_SHEETS: Final = {Kind.REQUESTS: ("申请", "requests"), Kind.CASES: ("复议诉讼", "cases"), Kind.ITEMS: ("目录", "items")}
_ABOUT: Final = ("说明", "about")
_Table: TypeAlias = tuple[Kind, Sequence[Request | Case | Item]]


def write_register(
    register: Register, path_or_stream: Target, form: Form | None = None, *, personal: bool = False, lang: Lang = "zh"
) -> None:
    """Write the requests and cases of a register.

    What is read back equals what was written, but for where it stood (``at``). Cells that a spreadsheet program would
    take for formulas are written so that it does not. Faults are not written.

    Args:
        register: The register.
        path_or_stream: A file, ``-`` for standard output, or a binary stream.
        form: ``csv`` (UTF-8 with a mark, as Excel wants it; one table only), ``xlsx`` or ``json``; from the file's
            ending where it is not given.
        personal: Whether names, contacts and contents of requests are written, and third parties by name. They are
            left out unless it is asked for: an office that keeps its own register asks for it, and nobody passes them
            on by accident. Third parties and organs then have a number each.
        lang: Headers and words in Chinese, or those of the model in English; JSON has the latter always.

    Raises:
        UsageError: The form cannot hold the register: CSV two tables, a table what no column is for.
        MissingExtraError: It is to be a workbook and the ``office`` extra is not installed.
    """
    requests = register.requests
    if requests is not None and not personal:
        requests = tuple(map(impersonal, requests))
    tables: list[_Table] = []
    if requests is not None:
        tables.append((Kind.REQUESTS, requests))
    if register.cases is not None:
        tables.append((Kind.CASES, register.cases))
    document = {"schema": SCHEMA, "agency": register.agency, "requests": requests, "cases": register.cases}
    _write(path_or_stream, form, tables, document, lang)


def write_catalogue(
    catalogue: Catalogue, path_or_stream: Target, form: Form | None = None, *, lang: Lang = "zh"
) -> None:
    """Write the items of a catalogue; as :func:`write_register`.

    CSV holds the items alone, workbooks and JSON also whose they are and when guide and catalogue were updated.
    """
    document = {
        "schema": SCHEMA,
        "agency": catalogue.agency,
        "guide_updated_on": catalogue.guide_updated_on,
        "catalogue_updated_on": catalogue.catalogue_updated_on,
        "items": catalogue.items,
    }
    _write(path_or_stream, form, [(Kind.ITEMS, catalogue.items)], document, lang)


def _write(target: Target, form: str | None, tables: Sequence[_Table], document: dict[str, Any], lang: Lang) -> None:
    require_lang(lang)
    chosen = form if form is not None else _form_of(target)
    if chosen == "json":
        data = (dumps({name: to_plain(value) for name, value in document.items()}) + "\n").encode()
    elif chosen == "csv":
        data = _csv(tables, lang)
    elif chosen == "xlsx":
        data = _xlsx(tables, document, lang)
    else:
        raise UsageError("form 只能是 csv、xlsx 或 json", "form must be csv, xlsx or json")
    if isinstance(target, str | os.PathLike):
        if os.fspath(target) == "-":
            sys.stdout.buffer.write(data)
        else:
            Path(target).write_bytes(data)
    else:
        target.write(data)


def _form_of(target: Target) -> str:
    return Path(target).suffix.lower().removeprefix(".") if isinstance(target, str | os.PathLike) else ""


def _csv(tables: Sequence[_Table], lang: Lang) -> bytes:
    if len(tables) != 1:
        raise UsageError(
            "CSV 只放得下一张表，而登记簿有申请、案件两张（或都没有）；请改用 xlsx 或 json，或分别写出",
            "CSV holds one table, and the register has two or none; use xlsx or json, or write each by itself",
        )
    kind, entries = tables[0]
    head, rows = table_of(entries, kind, lang)
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return target.getvalue().encode("utf-8-sig")


def _plain(cell: Written) -> str:
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return "" if cell is None else str(cell)


def _xlsx(tables: Sequence[_Table], document: dict[str, Any], lang: Lang) -> bytes:
    place = 0 if lang == "zh" else -1
    sheets = [(_SHEETS[kind][place], *table_of(entries, kind, lang)) for kind, entries in tables]
    about: list[list[Written]] = []
    for field, words in ABOUT.items():
        value = document.get(field)
        if value is not None:
            about.append([words[place], getattr(value, "name", value)])
    if about or not sheets:
        sheets.append((_ABOUT[place], [], about))
    return workbook_bytes(sheets)
