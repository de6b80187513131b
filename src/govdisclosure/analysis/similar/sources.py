"""The narrative text of reports: of reports that were read, of rows, or from the tables of a batch."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import attrs

from govdisclosure.analysis.frames.arrow import as_arrow
from govdisclosure.errors import MissingExtraError, UsageError
from govdisclosure.model.report import AnnualReport, Content
from govdisclosure.rules.outcome import Message

__all__ = ["ReportText", "TextSection", "batch_left_out", "batch_texts", "is_batch", "text_of", "texts_of"]

_FIGURES: Final = frozenset({Content.REQUESTS, Content.FEES, Content.REMEDIES, Content.ANNEX})
"""What is mostly figures and set phrases; a section that covers these alone is not compared."""
_ROWS: Final = 2000
_SECTION: Final = ("name", "number", "heading", "covers", "text", "char_end")
_HEAD: Final = ("name", "organ", "region", "year", "digest")


@attrs.frozen(kw_only=True)
class TextSection:
    """A section to be compared.

    Attributes:
        heading: Its heading as printed.
        text: Its text as printed, without the heading.
        number: The ordinal before the heading; ``None`` without one.
        start: Offset of ``text`` in the text of the report, in characters.
    """

    heading: str
    text: str
    number: int | None = None
    start: int = 0


@attrs.frozen(kw_only=True)
class ReportText:
    """What is compared of one report.

    Attributes:
        name: Name of the document, unique among those compared.
        organ: The organ's full name; ``None`` where it is not known.
        year: The year reported on, likewise.
        region: The area's name as it stands in ``organ``, likewise.
        digest: Digest of the document's bytes, likewise.
        sections: Its narrative sections, in order.
    """

    name: str
    organ: str | None = None
    year: int | None = None
    region: str | None = None
    digest: str | None = None
    sections: tuple[TextSection, ...] = ()


def text_of(report: AnnualReport, name: str | None = None) -> ReportText:
    """The narrative text of a report that was read.

    Sections on requests, fees and remedies alone, and annexes, are left out: they are figures and set phrases. Where
    no section was told apart, it is the whole text.

    Args:
        report: The report.
        name: Name of the document; where it was read from by default.
    """
    source, agency = report.source, report.agency
    sections = tuple(
        TextSection(heading=one.heading, text=one.text, number=one.number, start=one.at.end - len(one.text))
        for one in report.sections
        if _is_narrative(one.covers)
    )
    if not report.sections:
        sections = (TextSection(heading="", text=report.text),)
    return ReportText(
        name=name or (source.uri if source and source.uri else ""),
        organ=agency.name if agency else None,
        year=report.year,
        region=agency.region if agency else None,
        digest=source.sha256 if source else None,
        sections=sections,
    )


def is_batch(folder: str | os.PathLike[str]) -> bool:
    """Whether a folder holds what ``govdisclosure batch`` wrote."""
    path = Path(folder)
    return (path / "run.json").is_file() and (path / "sections").is_dir()


def batch_texts(folder: str | os.PathLike[str]) -> Iterator[ReportText]:
    """The texts of a batch, from its tables ``reports`` and ``sections``; a few documents in memory at a time.

    Args:
        folder: The folder that ``govdisclosure batch`` wrote.

    Raises:
        UsageError: It is no such folder.
        MissingExtraError: The extra ``batch`` is not installed.
    """
    if not is_batch(folder):
        name = os.fspath(folder)
        raise UsageError(f"{name}：不是批量核查的结果文件夹", f"{name}: not a folder that a batch wrote")
    return _batch(Path(folder))


def texts_of(tables: Any) -> Iterator[ReportText]:  # noqa: ANN401  tables, or what has the two frames
    """The texts of the reports in tables, such as :func:`govdisclosure.analysis.report_tables` gives.

    Args:
        tables: What has ``reports`` and ``sections``, each a frame of any library in the columns of a batch.

    Raises:
        UsageError: One of them is no frame, or a column is missing.
        MissingExtraError: Arrow is not installed.
    """
    heads, rows = (
        _of_frame(frame, columns)
        for frame, columns in ((tables.reports, (*_HEAD, "status")), (tables.sections, _SECTION))
    )
    sections: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        sections.setdefault(row["name"], []).append(row)
    return (_text(head, sections.get(head["name"], ())) for head in heads if head["status"] == "read")


def batch_left_out(folder: str | os.PathLike[str]) -> Message | None:
    """What a batch could not read or has not come to, of which nothing is compared; ``None`` where that is nothing.

    Args:
        folder: The folder that ``govdisclosure batch`` wrote.
    """
    name = os.fspath(folder)
    try:
        run = json.loads((Path(folder) / "run.json").read_text("utf-8"))
        totals, complete = run["totals"], run["state"] == "complete"
        left = totals["documents"] - totals["status"].get("read", 0) - totals["passed_over"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        complete, left = False, 0
    if not complete:
        return Message(
            f"{name}：批量核查没有做完，只比较了已处理的；请用同样的 batch 命令做完再查",
            f"{name}: the batch is not finished, what it came to was compared alone; finish it with the same command",
        )
    if not left:
        return None
    return Message(
        f"{name}：批量核查时有{left}份文件未能读取，没有比较；用 query {name} --name unread 查看",
        f"{name}: {left} documents could not be read by the batch, so were not compared: query {name} --name unread",
    )


def _batch(folder: Path) -> Iterator[ReportText]:
    for reports in sorted((folder / "reports").glob("part-*.parquet")):
        sections = _grouped(_rows(folder / "sections" / reports.name, _SECTION))
        name, rows = next(sections, (None, []))
        for head in _rows(reports, (*_HEAD, "status")):
            mine: list[Mapping[str, Any]] = []
            if name == head["name"]:
                mine = rows
                name, rows = next(sections, (None, []))
            if head["status"] == "read":
                yield _text(head, mine)


def _text(head: Mapping[str, Any], rows: Iterable[Mapping[str, Any]]) -> ReportText:
    kept = tuple(_section(row) for row in rows if _is_narrative(map(Content, row["covers"] or ())))
    return ReportText(**{key: head[key] for key in _HEAD}, sections=kept)


def _of_frame(frame: Any, columns: Iterable[str]) -> list[Mapping[str, Any]]:  # noqa: ANN401  any library's
    table, wanted = as_arrow(frame), list(columns)
    missing = [name for name in wanted if name not in table.column_names]
    if missing:
        named = ", ".join(missing)
        raise UsageError(f"表中缺少列：{named}", f"the frame lacks the columns {named}")
    rows: list[Mapping[str, Any]] = table.select(wanted).to_pylist()
    return rows


def _section(row: Mapping[str, Any]) -> TextSection:
    text = row["text"] or ""
    start = (row["char_end"] or len(text)) - len(text)
    return TextSection(heading=row["heading"] or "", text=text, number=row["number"], start=max(0, start))


def _grouped(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str | None, list[Mapping[str, Any]]]]:
    """Rows of one document after another; they stand together and in the order of the documents."""
    name: str | None = None
    mine: list[Mapping[str, Any]] = []
    for row in rows:
        if mine and row["name"] != name:
            yield name, mine
            mine = []
        name = row["name"]
        mine.append(row)
    if mine:
        yield name, mine


def _rows(path: Path, columns: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    try:
        from pyarrow import ArrowException, parquet  # noqa: PLC0415  an extra
    except ImportError:
        raise MissingExtraError("batch", "读取批量核查的结果", "reading the results of a batch") from None
    try:
        with parquet.ParquetFile(path) as table:
            for batch in table.iter_batches(batch_size=_ROWS, columns=list(columns)):
                yield from batch.to_pylist()
    except (ArrowException, OSError):
        raise UsageError(
            f"{path}：结果表缺失、损坏或读不出；请重做（同样的 batch 命令，文件损坏的加 --fresh）或重新复制文件夹",
            f"{path}: this table is missing, damaged or cannot be read; run the same batch again (with --fresh if it "
            "is damaged), or copy the folder again",
        ) from None


def _is_narrative(covers: Iterable[Content]) -> bool:
    found = frozenset(covers)
    return not found or not found <= _FIGURES
