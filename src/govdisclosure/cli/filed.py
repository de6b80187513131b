"""What ``check`` writes to files: a page or an opinion sheet a report, or one workbook of all."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path, PurePath
from typing import Final, TypeAlias

import attrs

from govdisclosure.cli.common import opened
from govdisclosure.decisions import Decided
from govdisclosure.errors import ReadError, UsageError
from govdisclosure.rules.outcome import Assessment, RegisterAssessment, Verdicts
from govdisclosure.text.language import Lang
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.entries_page import entries_page_of
from govdisclosure.writing.findings_workbook import workbook_of
from govdisclosure.writing.opinion import opinion_of
from govdisclosure.writing.report_index import index_of
from govdisclosure.writing.report_page import page_of

__all__ = ["FILED", "Filed", "require_room", "write_filed"]

FILED: Final = ("html", "docx", "xlsx")
"""The forms of output that are files of their own."""
_UNSAFE: Final = re.compile(r"[^\w.\-（）()【】、，]+")
_LONGEST: Final = 60
"""Characters of a name; a file system holds 255 bytes."""
_RESERVED: Final = re.compile(r"(?:index|con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_Done: TypeAlias = Sequence[tuple[str, Verdicts]]


@attrs.frozen(kw_only=True)
class Filed:
    """What is to be written.

    Attributes:
        form: ``html``, ``docx`` or ``xlsx``.
        output: A file or folder; ``None`` for standard output.
        lang: The language that stands first.
        as_of: The day of the judgement.
        ruleset: The version of the rules.
        decided: Baseline and suppressions, where either was given.
    """

    form: str
    output: str | None
    lang: Lang
    as_of: date | None
    ruleset: str
    decided: Decided | None = None


def require_room(form: str, output: str | None) -> None:
    """Turn a call away before anything is read.

    Raises:
        UsageError: A Word or Excel file would go to a terminal, or the workbook has a folder's name.
    """
    if form in {"docx", "xlsx"} and output is None:
        zh, en = ("（几份报告的，给出文件夹）", "; of a folder for several reports") if form == "docx" else ("", "")
        raise UsageError(
            f"--format {form} 须用 --output 给出文件名{zh}", f"--format {form} needs the name of a file, --output{en}"
        )
    if form == "xlsx" and output is not None and Path(output).is_dir():
        raise UsageError("--format xlsx 的 --output 须是文件，不是文件夹", "--output of --format xlsx is one file")


def write_filed(filed: Filed, done: _Done, unread: Sequence[ReadError], skipped: Sequence[ReadError]) -> None:
    """Write the files.

    Args:
        filed: What is to be written, and where.
        done: Names of files and their assessments.
        unread: What could not be read.
        skipped: What was passed over.

    Raises:
        UsageError: There are several reports and one file for them.
    """
    if filed.form == "xlsx":
        data = workbook_of(
            done, unread, skipped, lang=filed.lang, as_of=filed.as_of, ruleset=filed.ruleset, decided=filed.decided
        )
        Path(str(filed.output)).write_bytes(data)
        return
    make = _page if filed.form == "html" else _opinion
    if filed.output is not None and _is_folder(filed.output, len(done)):
        _folder(Path(filed.output), filed, make, done, (tuple(unread), tuple(skipped)))
        return
    if len(done) > 1:
        raise UsageError(
            f"有{len(done)}份报告，请用 --output 给出一个文件夹，每份报告写成一个文件",
            f"there are {len(done)} reports: name a folder with --output, each gets a file of its own",
        )
    for source, assessment in done:
        data = make(source, assessment, filed)
        if filed.output is not None:
            Path(filed.output).write_bytes(data)
        else:
            with opened(None) as stream:
                stream.write(data.decode())


def _is_folder(output: str, reports: int) -> bool:
    """Whether a folder is meant: one that is there, a name that ends as one does, or a bare name for several."""
    path = Path(output)
    return path.is_dir() or output.endswith(("/", "\\")) or (reports != 1 and not path.suffix and not path.exists())


def _folder(
    folder: Path,
    filed: Filed,
    make: Callable[[str, Verdicts, Filed], bytes],
    done: _Done,
    faults: tuple[tuple[ReadError, ...], tuple[ReadError, ...]],
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    names = tuple(_names([source for source, _ in done], filed.form))
    for name, (source, assessment) in zip(names, done, strict=True):
        (folder / name).write_bytes(make(source, assessment, filed))
    if filed.form == "html":
        listed = [(name, source, verdicts) for name, (source, verdicts) in zip(names, done, strict=True)]
        (folder / "index.html").write_bytes(_bytes(index_of(listed, *faults, lang=filed.lang, decided=filed.decided)))


def _names(sources: Sequence[str], form: str) -> Iterator[str]:
    """A name for each report from its own, safe on any system, none twice, none outside the folder."""
    taken: set[str] = set()
    for source in sources:
        stem = _UNSAFE.sub("_", mask_personal(PurePath(source).stem))[:_LONGEST].strip("._ ") or "report"
        stem = f"{stem}_" if _RESERVED.fullmatch(stem) else stem
        name, number = stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.casefold())
        yield f"{name}.{form}"


def _bytes(page: str) -> bytes:
    return page.encode("utf-8", "backslashreplace")


def _page(source: str, verdicts: Verdicts, filed: Filed) -> bytes:
    if isinstance(verdicts, RegisterAssessment):
        return _bytes(entries_page_of(verdicts, source, filed.lang, as_of=filed.as_of, decided=filed.decided))
    return _bytes(page_of(_report(verdicts), source, filed.lang, as_of=filed.as_of, decided=filed.decided))


def _opinion(source: str, verdicts: Verdicts, filed: Filed) -> bytes:
    return opinion_of(_report(verdicts), source, filed.lang, as_of=filed.as_of, decided=filed.decided)


def _report(verdicts: Verdicts) -> Assessment:
    if not isinstance(verdicts, Assessment):
        raise UsageError("核查意见只用于年度报告", "an opinion sheet is about an annual report")
    return verdicts
