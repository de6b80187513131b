"""What the commands on registers and catalogues share: options, and files read as one register."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain
from typing import Any, TypeVar

import attrs
import click

from govdisclosure.cli.common import (
    CLEAN,
    UNREAD,
    guarded,
)
from govdisclosure.cli.complaints import complain
from govdisclosure.cli.outputs import ENTRY_FORMS, fault_line
from govdisclosure.cli.plugged import Form
from govdisclosure.errors import ReadError
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.register.files import read_catalogue, read_register
from govdisclosure.text.language import Lang
from govdisclosure.writing.whereabouts import Book

__all__ = ["AGENCY", "FILES", "ITEMS", "form_of", "read_items", "read_registers", "say_faults"]

FILES = click.argument("paths", nargs=-1, required=True, metavar="FILE...")
ITEMS = click.option("--items", "catalogue", help="The catalogue of items. 政府信息公开目录文件。")
AGENCY = click.option("--agency", help="The organ, where the files do not name it. 机关名称（文件中没有时给出）。")
_F = TypeVar("_F", bound=Callable[..., Any])


def form_of(*forms: str) -> Callable[[_F], _F]:
    """The option ``--format`` of a command on registers; the first form is that unless given."""
    kind = Form(forms) if forms == ENTRY_FORMS else click.Choice(forms)
    return click.option(
        "--format", "form", type=kind, default=forms[0], show_default=True, help="Form of the output. 输出格式。"
    )


def say_faults(sources: Sequence[Register | Catalogue | None], lang: Lang) -> int:
    """Say on standard error what could not be read of the files; the status that follows from it."""
    faults = [fault for source in sources if source is not None for fault in source.faults]
    for fault in faults:
        complain(fault_line(fault, lang))
    return UNREAD if faults else CLEAN


def read_registers(
    paths: Sequence[str], lang: Lang, unread: list[ReadError], books: list[Book] | None = None
) -> Register | None:
    """One register from several files; what cannot be read is said, and nothing is judged without it.

    Args:
        paths: The files.
        lang: Language in which faults are told.
        unread: To which what cannot be read is added.
        books: To which what each file has is added.
    """
    found = [guarded(path, lang, unread, partial(read_register, path)) for path in paths]
    read = [one for one in found if one is not None]
    if len(read) != len(found):
        return None
    if books is not None:
        books += [Book.of(path, one) for path, one in zip(paths, read, strict=True)]
    if len(read) == 1:
        return read[0]
    requests = [one.requests for one in read if one.requests is not None]
    cases = [one.cases for one in read if one.cases is not None]
    return Register(
        agency=next((one.agency for one in read if one.agency), None),
        requests=tuple(chain.from_iterable(requests)) if requests else None,
        cases=tuple(chain.from_iterable(cases)) if cases else None,
        faults=tuple(
            attrs.evolve(fault, sheet=" ".join(filter(None, (path, fault.sheet))))
            for path, one in zip(paths, read, strict=True)
            for fault in one.faults
        ),
    )


def read_items(path: str | None, lang: Lang, unread: list[ReadError]) -> Catalogue | None:
    """A catalogue, where a file of one was given; a file that cannot be read is said."""
    return None if path is None else guarded(path, lang, unread, partial(read_catalogue, path))
