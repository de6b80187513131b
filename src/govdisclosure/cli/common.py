"""What the commands share: exit statuses, options, output, and faults of one file that do not stop the others."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO, TypeVar

import click

from govdisclosure.cli.complaints import complain
from govdisclosure.documents.encoding import decode
from govdisclosure.documents.opening import bytes_of
from govdisclosure.errors import MissingExtraError, ReadError
from govdisclosure.rules.outcome import Kind, Level, Verdicts
from govdisclosure.text.language import Lang
from govdisclosure.writing import text

__all__ = [
    "AS_OF",
    "CLEAN",
    "FAIL_ON",
    "FOUND",
    "INTERRUPTED",
    "LANG",
    "NO_COLOR",
    "OUTPUT",
    "QUIET",
    "UNREAD",
    "USAGE",
    "VERBOSE",
    "coloured",
    "counts",
    "guarded",
    "opened",
    "split",
    "status",
    "text_of",
    "write_text",
]

CLEAN, FOUND, USAGE, UNREAD, INTERRUPTED = 0, 1, 2, 3, 130

_T = TypeVar("_T")
_MAX_TEXT = 1024 * 1024
_KEEP = ("只保留需要的内容", "keep only what is needed")
LANG = click.option(
    "--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Language of messages. 语言。"
)
OUTPUT = click.option("--output", type=click.Path(dir_okay=False), help="Write to this file. 输出到文件。")
AS_OF = click.option("--as-of", help="Day the judgement is made, YYYY-MM-DD. 检查日期，不影响适用哪一部法规。")
FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "review", "open", "never"]),
    default="error",
    show_default=True,
    help="Exit 1 from this gravity on: error, warning and note count fails alone; review "
    "also what needs a person, open also what could not be judged. 达到此级别即返回1："
    "error、warning、note 只计不符，review 另计待核，open 再计未能判断。",
)
VERBOSE = click.option(
    "-v", "--verbose", is_flag=True, help="Also what passed or does not apply, and information. 列出全部结果。"
)
QUIET = click.option(
    "-q", "--quiet", is_flag=True, help="Only what failed, and the closing lines. 只列不符之处和末尾的汇总。"
)
NO_COLOR = click.option("--no-color", is_flag=True, help="No colours. 不用颜色。")


def guarded(name: str, lang: Lang, unread: list[ReadError], action: Callable[[], _T]) -> _T | None:
    """Do something with one file; whatever goes wrong becomes one line, and the other files go on."""
    try:
        return action()
    except ReadError as error:
        fault = error
    except MissingExtraError as error:
        fault = ReadError(name, error.zh, error.en)
    except Exception as error:  # noqa: BLE001  a user is never shown a traceback, and an error's text may quote the file
        kind = type(error).__name__
        zh, en = f"内部错误（{kind}），未检查，请报告此问题", f"internal error ({kind}), not checked; please report it"
        fault = ReadError(name, zh, en)
    unread.append(fault)
    complain(text.unread_line(fault, lang))
    return None


def coloured(stream: TextIO, options: dict[str, Any]) -> bool:
    """Whether output is in colour: on a terminal, unless that was declined."""
    plain = options["no_color"] or os.environ.get("NO_COLOR")
    return stream is sys.stdout and stream.isatty() and not plain


def write_text(
    done: Sequence[tuple[str, Verdicts]],
    unread: Sequence[ReadError],
    skipped: Sequence[ReadError],
    stream: TextIO,
    options: dict[str, Any],
) -> None:
    """Outcomes of several files as text, with the closing lines; ``options`` are those of the command."""
    lang: Lang = options["lang"]
    colour = coloured(stream, options)
    for name, assessment in done:
        lines = text.report_lines(assessment, name, lang, verbose=options["verbose"], quiet=options["quiet"])
        text.write_lines(lines, stream, colour=colour)
    assessments = [assessment for _, assessment in done]
    plain = options["verbose"] or options["quiet"]
    lines = text.summary_lines(assessments, unread, lang, skipped=skipped, verbose=plain)
    text.write_lines(lines, stream, colour=colour)
    text.write_lines(text.decision_lines(options.get("decided"), lang), stream, colour=colour)
    if options["output"] is not None:
        # Standard error names them to whoever watches; a file is read without it.
        text.write_lines(text.unread_lines(unread, lang), stream)


def counts(kind: Kind, level: Level, fail_on: str) -> bool:
    """Whether an outcome that no decision settles makes the exit status 1.

    Args:
        kind: Of the outcome.
        level: Of the outcome.
        fail_on: The value of ``--fail-on``.

    >>> counts(Kind.FAIL, Level.NOTE, "error"), counts(Kind.FAIL, Level.NOTE, "review")
    (False, True)
    """
    if fail_on == "never":
        return False
    # Beyond the levels: any fail, and whatever a person must look at, and whatever could not be judged.
    beyond = {"review": (Kind.FAIL, Kind.REVIEW), "open": (Kind.FAIL, Kind.REVIEW, Kind.OPEN)}.get(fail_on)
    if beyond is not None:
        return kind in beyond
    return kind is Kind.FAIL and level.rank >= Level(fail_on).rank


def status(assessments: Sequence[Verdicts], unread: Sequence[ReadError], fail_on: str) -> int:
    """The exit status: what could not be read or judged weighs most, then findings from a gravity on."""
    if unread or any(assessment.crashed for assessment in assessments):
        return UNREAD
    outcomes = (outcome for assessment in assessments for outcome in assessment.outcomes)
    found = any(counts(outcome.kind, outcome.level, fail_on) and not outcome.decided for outcome in outcomes)
    return FOUND if found else CLEAN


@contextmanager
def opened(output: str | None) -> Iterator[TextIO]:
    """Standard output, or a file; a reader that goes away (``| head``) ends the output and nothing else."""
    if output is not None:
        with Path(output).open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            yield stream
        return
    if sys.stdout is None:  # closed by the shell (>&-)
        with Path(os.devnull).open("w", encoding="utf-8") as stream:
            yield stream
        return
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def text_of(path: str) -> str:
    """The text of a small file that a user writes by hand (TOML), in whatever encoding the editor saved it.

    Args:
        path: The file; ``-`` for standard input.

    Raises:
        ReadError: It cannot be opened, is too large, or is text in no encoding known here.
    """
    return decode(bytes_of(path, max_bytes=_MAX_TEXT, keep=_KEEP), path)[0]


def split(codes: Sequence[str]) -> tuple[str, ...]:
    """Codes given one by one or parted by commas."""
    return tuple(code.strip() for given in codes for code in given.split(",") if code.strip())
