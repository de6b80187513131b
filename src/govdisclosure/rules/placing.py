"""Finding where words stand, for the place of a finding."""

import re
from collections.abc import Iterator

from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport

__all__ = ["body_start", "locate", "place_facts", "sentences"]

_SENTENCE = re.compile(r"[^。;!?\n]+")


def locate(report: AnnualReport, words: str, at: Place) -> Place:
    """The place where some words first stand inside a place; that place itself where they do not."""
    start = report.text.find(words, at.start, at.end) if words else -1
    return at if start < 0 else report.place(start, start + len(words))


def place_facts(at: Place) -> dict[str, int | None]:
    """A place for facts: its span, and its line or page where the source has them."""
    return {"start": at.start, "end": at.end, "line": at.line, "page": at.page}


def body_start(report: AnnualReport) -> int:
    """Where the report itself starts, page furniture and title left out: at its preamble or its first heading."""
    if report.preamble is not None:
        return report.preamble.at.start
    return report.sections[0].at.start if report.sections else 0


def sentences(key: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of a folded text; a line break ends a sentence.

    >>> list(sentences("甲。乙;丙"))
    [(0, 1), (2, 3), (4, 5)]
    """
    for match in _SENTENCE.finditer(key, start, len(key) if end is None else end):
        yield match.span()
