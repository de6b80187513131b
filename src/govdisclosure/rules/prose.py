"""The running text of a report: its sentences, clauses and paragraphs."""

import re
from collections.abc import Iterator

from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, Content

__all__ = ["clause", "paragraphs", "sentence"]

_REACH = 300
# A line that goes on in the next one (text taken from a page of fixed width) does not end a sentence.
_END = re.compile(r"[。!?]|\n(?=\s)|(?<=[;:])\n|\n(?=\(?[一二三四五六七八九十]{1,3}[、)]|\d{1,2}(?:、|\.(?!\d)))")
_CLAUSE = re.compile(r"[。!?;:,\n]")
_LINE = re.compile(r"[^\n]+")


def sentence(report: AnnualReport, at: Place) -> tuple[int, int]:
    """Span of the sentence that holds a place, at most 300 characters to either side."""
    return _span(_END, report.key, at.start, at.end)


def clause(key: str, start: int, end: int) -> tuple[int, int]:
    """Span of the clause that holds ``key[start:end]``.

    >>> clause("按照要求,对全市工作作了部署,效果明显。", 6, 8)
    (5, 14)
    """
    return _span(_CLAUSE, key, start, end)


def paragraphs(report: AnnualReport) -> Iterator[tuple[int, int]]:
    """Spans of the lines of running text: preamble and sections, without headings, table rows and annex."""
    spans = [(s.heading_at.end, s.at.end) for s in report.sections if Content.ANNEX not in s.covers]
    if report.preamble:
        # An unnumbered 引言 is preamble and section at once.
        first = min((s.at.start for s in report.sections), default=report.preamble.at.end)
        spans.insert(0, (report.preamble.at.start, min(first, report.preamble.at.end)))
    for start, end in spans or [(0, len(report.text))]:
        for line in _LINE.finditer(report.text, start, end):
            if "\t" not in line.group() and "|" not in line.group():
                yield line.span()


def _span(ends: re.Pattern[str], key: str, start: int, end: int) -> tuple[int, int]:
    first = max(0, start - _REACH)
    for match in ends.finditer(key, first, start):
        first = match.end()
    limit = min(len(key), end + _REACH)
    after = ends.search(key, max(start, end - 1), limit)
    return first, after.start() if after else limit
