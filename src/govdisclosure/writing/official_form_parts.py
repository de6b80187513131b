"""What a report consists of in print: its paragraphs and its statutory tables, in order."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final, TypeAlias

import attrs

from govdisclosure.model.count import Count, Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import TableName
from govdisclosure.model.labels import TABLE_NAMES, TABLE_TITLES, row_words
from govdisclosure.model.layout import layout_of
from govdisclosure.model.report import AnnualReport, Section
from govdisclosure.model.statistics import Grid, OddityKind
from govdisclosure.rules.tables import CONTENTS
from govdisclosure.text.headings import match_marker
from govdisclosure.text.normalise import fold, squeeze

__all__ = ["Paragraph", "Part", "PartKind", "figure_text", "official", "parts_of", "table_span"]

_MISSING: Final = "【待补充：{table}（{title}）没有读到，请对照原文填报，没有读到的数字不等于0】"
_ODD: Final = "【待核实：原表另有“{label}”一行，官方格式没有这一行，未列入上表】"
_WHOLE: Final = "【待核实：“{label}”一行未能逐格读出，原文为“{words}”】"
_UNREAD: Final = "未读到"
_UNCLEAR: Final = "未读清"
_LONGEST_SUBHEADING: Final = 40
_BARS: Final = 2
_PIECES: Final = re.compile(r"[|\t]| {2,}")
_JOINT: Final = re.compile(r"[\s|]+")
_NUMBER: Final = re.compile(r"[+\-]?\d[\d,.]{0,15}")
_MARKED: Final = frozenset({"text/plain", "text/markdown"})
_MARK: Final = re.compile(r"#{1,6}(?: |$)")
"""The mark of a heading of Markdown."""
_WIDE: Final = str.maketrans("():,", "（）：，")


class PartKind(StrEnum):
    """What a paragraph is."""

    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    TEXT = "text"
    FOOT = "foot"


@attrs.frozen
class Paragraph:
    """One paragraph of a report."""

    text: str
    kind: PartKind = PartKind.TEXT


Part: TypeAlias = Paragraph | Grid


def parts_of(report: AnnualReport) -> tuple[Part, ...]:
    """The paragraphs and tables of a report in the order in which they are printed."""
    parts: list[Part] = [Paragraph(report.title, PartKind.TITLE)] if report.title else []
    parts += _paragraphs(report.preamble.text if report.preamble else "", report)
    placed = {grid.table: section for section in report.sections for grid in _inside(report, section)}
    for section in report.sections:
        parts.append(Paragraph(" ".join(section.heading.split()), PartKind.HEADING))
        parts += _body(report, section)
        parts += _misplaced(report, section, placed)
    homeless = (grid for grid in report.statistics if grid.table not in placed and _home(report, grid.table) is None)
    for grid in homeless:
        parts += _with_notes(report, grid)
    if not report.sections and not parts[1:]:
        parts += _paragraphs(report.text, report)
    return (*parts, *_foot(report))


def official(text: str) -> str:
    """The words of a form with the full-width signs that it is printed with.

    >>> official('(三)不予公开'), official('危及"三安全一稳定"')
    ('（三）不予公开', '危及“三安全一稳定”')
    """
    words = text.translate(_WIDE)
    while '"' in words:
        words = words.replace('"', "“", 1).replace('"', "”", 1)
    return words


def figure_text(grid: Grid, cell: tuple[str, str]) -> str:
    """What a cell prints.

    A cell that was not found says so, for a blank would pass for one; so does a cell of a row of which only the whole
    was read, whose words stand below the table.
    """
    count = grid[cell]
    if count.text is None:
        return _UNREAD
    return _UNCLEAR if _is_shared(grid, cell[0], count) else " ".join(count.text.split())


def _is_shared(grid: Grid, row: str, count: Count) -> bool:
    """Whether the words of a cell are those of its whole row."""
    if count.printed is not Printed.ILLEGIBLE or count.at is None:
        return False
    columns = next((one.columns for one in grid.form.rows if one.key == row), ())
    places = [at for one in columns if (at := grid[row, one].at) is not None]
    return sum((at.start, at.end) == (count.at.start, count.at.end) for at in places) > 1


def _paragraphs(text: str, report: AnnualReport) -> Iterator[Paragraph]:
    marked = report.source is not None and report.source.media_type in _MARKED
    for line in text.split("\n"):
        words = " ".join(line.split())
        if marked:
            words = words[mark.end() :] if (mark := _MARK.match(words)) else words
        if words:
            yield Paragraph(words, PartKind.SUBHEADING if _is_subheading(words) else PartKind.TEXT)


def _is_subheading(line: str) -> bool:
    short = len(line) <= _LONGEST_SUBHEADING and line[-1] not in "。；：，;:,"
    return short and match_marker(fold(line)) is not None


def _body(report: AnnualReport, section: Section) -> Iterator[Part]:
    """The text of a section, its tables in place of the words that were read as them."""
    start, end = section.heading_at.end, section.at.end
    if report.text[start:end].strip() != section.text.strip():
        # Put together by a program, with no text behind it.
        yield from _paragraphs(section.text, report)
        return
    for grid in _inside(report, section):
        first, last = table_span(report, grid, start, end)
        yield from _paragraphs(report.text[start:first], report)
        yield from _with_notes(report, grid)
        start = max(start, last)
    yield from _paragraphs(report.text[start:end], report)


def _inside(report: AnnualReport, section: Section) -> list[Grid]:
    """The tables that begin in a section, in order."""
    start, end = section.heading_at.end, section.at.end
    if report.text[start:end].strip() != section.text.strip():
        return []
    placed = [(grid.at.start, grid) for grid in report.statistics if grid.at and start <= grid.at.start < end]
    return [grid for _, grid in sorted(placed, key=lambda pair: pair[0])]


def table_span(report: AnnualReport, grid: Grid, start: int, end: int) -> tuple[int, int]:
    """From the first to the last line of a table, those of its heading among them, within ``start`` and ``end``."""
    if grid.at is None:
        return start, start
    text = report.text
    words = {_bare(box.text) for row in layout_of(grid).rows for box in row if box.text}
    first = max(start, text.rfind("\n", 0, grid.at.start) + 1)
    while first > start:
        before = max(start, text.rfind("\n", 0, first - 1) + 1)
        if not _is_of_table(text[before : first - 1], words):
            break
        first = before
    last = text.find("\n", grid.at.end)
    last = end if last < 0 else min(end, last)
    while last < end:
        after = text.find("\n", last + 1)
        after = end if after < 0 else min(end, after)
        if not _is_of_table(text[last + 1 : after], words):
            break
        last = after
    return first, last


def _is_of_table(line: str, words: set[str]) -> bool:
    """Whether a line is blank, the row of a table, a figure alone, or nothing but the words of its heading."""
    if "\t" in line.strip() or line.count("|") >= _BARS or _NUMBER.fullmatch(_bare(line)) is not None:
        return True
    return _bare(line) in words or all(not _bare(one) or _bare(one) in words for one in _PIECES.split(line))


def _bare(words: str) -> str:
    return squeeze(fold(words)).strip("|#*")


def _with_notes(report: AnnualReport, grid: Grid) -> Iterator[Part]:
    """A table, and below it what is said of its rows that the form does not have, unless the report says so already."""
    yield grid
    for row in grid.form.rows:
        shared = (one for name in row.columns if _is_shared(grid, row.key, one := grid[row.key, name]))
        count = next(shared, None)
        if count is not None and count.text is not None:
            words = _JOINT.sub(" ", count.text).strip()
            yield Paragraph(_WHOLE.format(label=row_words(grid.form, row.key)[0], words=words))
    others = [one.at for one in report.statistics if one is not grid and one.at is not None]
    for oddity in grid.oddities:
        elsewhere = any(at.start <= oddity.at.start < at.end for at in others)
        note = _ODD.format(label=oddity.label)
        if oddity.kind is OddityKind.UNKNOWN_ROW and not elsewhere and note not in report.text:
            yield Paragraph(note)


def _home(report: AnnualReport, table: TableName) -> Section | None:
    """The first section whose heading announces what a table counts."""
    content = CONTENTS.get(table)
    return next((section for section in report.sections if content in section.covers), None)


def _misplaced(report: AnnualReport, section: Section, placed: Iterable[TableName]) -> Iterator[Part]:
    """Tables that belong in a section and stand in no other, and what is said of one that was not read."""
    for table in CONTENTS:
        if table in placed or _home(report, table) is not section:
            continue
        grid = report.statistics[table]
        note = _MISSING.format(table=TABLE_NAMES[table][0], title=TABLE_TITLES[table][0])
        if grid is not None:
            yield from _with_notes(report, grid)
        elif report.edition is not Edition.FREE_FORM and note not in section.text:
            yield Paragraph(note)


def _foot(report: AnnualReport) -> Iterator[Paragraph]:
    """The organ and the day at the foot."""
    end = max((section.at.end for section in report.sections), default=0)
    if report.signed is None or report.signed.at.start < end or not report.sections:
        return
    for paragraph in _paragraphs(report.text[end : report.signed.at.end], report):
        yield Paragraph(paragraph.text, PartKind.FOOT)
