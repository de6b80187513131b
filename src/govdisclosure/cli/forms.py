"""The forms of output that reports, registers and catalogues share."""

from typing import TYPE_CHECKING, Final, TextIO

from govdisclosure.text.language import Lang
from govdisclosure.writing.annotations import annotations
from govdisclosure.writing.delimited import outcomes_csv
from govdisclosure.writing.junit import junit_xml
from govdisclosure.writing.lines import json_lines
from govdisclosure.writing.markdown import markdown_report
from govdisclosure.writing.run import Run

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["SHARED", "write_run"]

SHARED: Final = ("jsonl", "junit", "github", "csv", "markdown")


def write_run(  # noqa: PLR0913  what the options of a command say
    run: Run, form: str, stream: TextIO, lang: Lang, *, base: str, verbose: bool, quiet: bool
) -> None:
    """Write a run in one of the shared forms."""
    pieces: Iterable[str]
    if form == "jsonl":
        pieces = json_lines(run)
    elif form == "junit":
        pieces = (junit_xml(run, lang),)
    elif form == "github":
        pieces = annotations(run, lang, base)
    elif form == "csv":
        pieces = (outcomes_csv(run, lang),)
    else:
        pieces = markdown_report(run, lang, verbose=verbose, quiet=quiet)
    stream.writelines(pieces)
