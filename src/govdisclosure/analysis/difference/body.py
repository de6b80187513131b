"""The prose of a section as it is compared: without white space, tables left out, each sign with its place.

Line breaks and blanks belong to the layout of a file: of one report as HTML and as PDF the prose is equal here.
"""

import re
from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import attrs

from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, Section
from govdisclosure.text.headings import match_marker
from govdisclosure.text.normalise import fold, squeeze
from govdisclosure.writing.official_form_parts import table_span

__all__ = ["Body", "body_of", "sections_of", "unread_tables"]

_LINE: Final = re.compile(r"[^\n]+")
_WORDS: Final = re.compile(r"\S+")
_BOX: Final = re.compile(r"[|\t\n]| {2,}")
_END: Final = re.compile(r"[。!?;]+[\"\])]*")
_TOKEN: Final = re.compile(r"\d[\d.,]*%?|[A-Za-z]+|.", re.DOTALL)
_MARKED: Final = frozenset({"text/plain", "text/markdown"})
_MARK: Final = re.compile(r"\s{0,8}#{1,6}(?: |$)")
"""The mark of a heading of Markdown."""
_HEADING = 40
_CLOSED = "。;:,"


@attrs.frozen(kw_only=True, eq=False)
class Body:
    """The prose of a section.

    Attributes:
        report: The report.
        source: The text that places refer to: the report's, or the section's own where that stands alone.
        key: Its prose, folded, without white space.
        offsets: Where each sign of ``key`` stands in ``source``.
        breaks: Where in ``key`` a paragraph begins for certain.
        tables: Spans of ``source`` within the section that are statutory tables.
        start: Where in ``source`` it begins.
    """

    report: AnnualReport
    source: str = attrs.field(repr=False)
    key: str = attrs.field(repr=False)
    offsets: "array[int]" = attrs.field(repr=False)
    breaks: frozenset[int] = frozenset()
    tables: tuple[tuple[int, int], ...] = ()
    start: int = 0

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in ``source`` of ``key[start:end]``; of none, the point where it would stand."""
        if start < end:
            return self.offsets[start], self.offsets[end - 1] + 1
        at = self.offsets[start - 1] + 1 if start else self.start
        return at, at

    def place(self, start: int, end: int) -> Place:
        """The place of ``source[start:end]``; without line and page where the section's text stands alone."""
        return self.report.place(start, end) if self.source is self.report.text else Place(start=start, end=end)

    def units(self) -> tuple[tuple[int, int], ...]:
        """Spans in ``key`` of its sentences and headings; they follow one another without a gap."""
        cuts = {0, len(self.key), *self.breaks, *(found.end() for found in _END.finditer(self.key))}
        return tuple(pairwise(sorted(cuts)))

    def tokens(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Spans in ``key[start:end]`` of numbers, Latin words and single signs."""
        for found in _TOKEN.finditer(self.key, start, end):
            first = found.start()
            for place in range(first + 1, found.end()):
                # Latin words are parted by blanks, which the key does not have.
                if found[0].isalpha() and self.offsets[place] != self.offsets[place - 1] + 1:
                    yield first, place
                    first = place
            yield first, found.end()


def sections_of(report: AnnualReport) -> tuple[Section, ...]:
    """The sections, and before them the opening where it stands apart; without sections the text as one."""
    if not report.sections:
        return _alone(report)
    first, opening = report.sections[0], report.preamble
    if opening is None or opening.at.start >= first.at.start or not opening.text.strip():
        return report.sections
    at = report.place(opening.at.start, min(opening.at.end, first.at.start))
    return (_unheaded(opening.text, at), *report.sections)


def _alone(report: AnnualReport) -> tuple[Section, ...]:
    start = max((at.end for at in (report.title_at,) if at is not None), default=0)
    words = report.text[start:]
    return (_unheaded(words.strip(), report.place(start, len(report.text))),) if words.strip() else ()


def _unheaded(text: str, at: Place) -> Section:
    return Section(heading="", covers=(), text=text, at=at, heading_at=Place(start=at.start, end=at.start))


def unread_tables(report: AnnualReport, other: AnnualReport) -> frozenset[str]:
    """What stands in the boxes of the tables that were read in another report and not in this one.

    Where its words stand in this one all the same, they are those of the table, and no prose that was put in.
    """
    words: set[str] = set()
    for grid in other.statistics:
        if grid.at is None or report.statistics[grid.table] is not None:
            continue
        start, end = table_span(other, grid, 0, len(other.text))
        words.update(_boxes(fold(other.text[start:end])))
    return frozenset(words)


def _boxes(line: str) -> set[str]:
    return {words for box in _BOX.split(line) if (words := squeeze(box))}


def body_of(report: AnnualReport, section: Section, tables: frozenset[str] = frozenset()) -> Body:
    """The prose of a section of a report.

    Args:
        report: The report.
        section: The section.
        tables: Words of boxes; a line of nothing else is left out.
    """
    start, end = section.heading_at.end, section.at.end
    inside = report.text[start:end]
    if not section.heading or inside.strip() == section.text.strip():
        return _body(report, report.text, start, tuple(_beside_tables(report, start, end)), tables)
    return _body(report, section.text, 0, [(0, len(section.text))], tables)


def _beside_tables(report: AnnualReport, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What of a span is no statutory table."""
    grids = sorted((grid.at.start, grid.table, grid) for grid in report.statistics if grid.at is not None)
    for _, _, grid in grids:
        at = grid.at
        if at is None or not start <= at.start < end:
            continue
        first, last = table_span(report, grid, start, end)
        yield start, first
        start = max(start, last)
    yield start, end


def _body(
    report: AnnualReport, source: str, start: int, spans: Sequence[tuple[int, int]], tables: frozenset[str]
) -> Body:
    pieces: list[str] = []
    offsets: array[int] = array("L")
    breaks: set[int] = set()
    marked = report.source is not None and report.source.media_type in _MARKED
    for first, last in spans:
        breaks.add(len(offsets))
        for line in _LINE.finditer(source, first, last):
            mark = _MARK.match(line.group()) if marked else None
            words = fold(line.group())[mark.end() if mark else 0 :]
            begin = line.end() - len(words)
            if tables and _boxes(words) <= tables:
                continue
            apart = match_marker(words) is not None
            heading = apart and len(words) <= _HEADING and words.rstrip()[-1:] not in _CLOSED
            breaks |= {len(offsets)} if apart else set()
            for found in _WORDS.finditer(words):
                pieces.append(found.group())
                offsets.extend(range(begin + found.start(), begin + found.end()))
            breaks |= {len(offsets)} if heading else set()
    return Body(
        report=report,
        source=source,
        key="".join(pieces),
        offsets=offsets,
        breaks=frozenset(breaks),
        tables=tuple((one[1], other[0]) for one, other in pairwise(spans)),
        start=start,
    )
