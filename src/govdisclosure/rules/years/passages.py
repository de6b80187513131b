"""What two reports have in common word for word, sentence by sentence, in time linear in their length."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import attrs

from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.placing import sentences
from govdisclosure.rules.prose import paragraphs
from govdisclosure.text.dates import find_years
from govdisclosure.text.normalise import squeeze

__all__ = ["LONG", "Overlap", "Passage", "is_fixed", "overlap", "undated"]

LONG = 20
"""Characters from which on a sentence that stands in both years counts as copied."""
_NEAR = 2
_TITLE = re.compile(r"<[^<>]{2,60}>(?:\([^()]{0,30}\))?")
_MARK = re.compile(r"[。,;:!?]")
_COUNT = re.compile(r"[1-9]\d{0,8}[余多]?(?:万?[件条次项篇份人个]|万?元)")
_HEADLINE = 40


@attrs.frozen(kw_only=True)
class _Sentence:
    """A sentence: its place, what is compared of it, and whether it is the same every year by its nature."""

    start: int
    end: int
    key: str
    fixed: bool


@attrs.frozen(kw_only=True)
class Passage:
    """Sentences that follow each other in both years: their place in each, and how many characters count."""

    start: int
    end: int
    last_start: int
    last_end: int
    size: int


@attrs.frozen(kw_only=True)
class Overlap:
    """What of this year's prose stands in last year's.

    Attributes:
        total: Characters of this year's prose, without what is the same every year by its nature.
        last_total: The same of last year's.
        shared: Characters in long sentences that stand in both.
        passages: The sentences that stand in both, long and short, run by run in the order of the text.
    """

    total: int
    last_total: int
    shared: int
    passages: tuple[Passage, ...]


def overlap(report: AnnualReport, previous: AnnualReport) -> Overlap:
    """Compare the prose of two reports. Years are compared as this year, last year and the like."""
    mine, last = tuple(_prose(report)), tuple(_prose(previous))
    passages = tuple(_passages(mine, last))
    return Overlap(
        total=sum(len(one.key) for one in mine if not one.fixed),
        last_total=sum(len(one.key) for one in last if not one.fixed),
        shared=sum(one.size for one in passages),
        passages=passages,
    )


def _prose(report: AnnualReport) -> Iterator[_Sentence]:
    grids = [grid.at for grid in report.statistics if grid.at is not None]
    for first, last in paragraphs(report):
        headline = last - first < _HEADLINE and not _MARK.search(report.key, first, last)
        if headline or any(first >= at.start and last <= at.end for at in grids):
            continue
        for start, end in sentences(report.key, first, last):
            if any(start < at.end and at.start < end for at in grids):
                continue
            words = squeeze(report.key[start:end])
            key = undated(_TITLE.sub("", words), report.year)
            if key:
                yield _Sentence(start=start, end=end, key=key, fixed=is_fixed(words))


def undated(words: str, year: int | None) -> str:
    """Words with the years near the report's own written as their distance from it, so that two years may agree."""
    pieces, done = [], 0
    for found, start, end in find_years(words):
        if year is not None and abs(found - year) <= _NEAR:
            pieces += [words[done:start], f"[{found - year}]"]
            done = end
    return "".join([*pieces, words[done:]])


def is_fixed(words: str) -> bool:
    """Whether a sentence (folded, without white space) is the same every year by its nature.

    >>> is_fixed("本报告由总体情况等六个部分组成"), is_fixed("对全县水库逐座公开巡查记录")
    (True, False)
    """
    always, none = _boilerplate()
    counts = _COUNT.search(words) is not None
    return _holds(words, always) or (not counts and _holds(words, none))


def _holds(words: str, listed: tuple[tuple[str, ...], ...]) -> bool:
    return any(together[0] in words and all(word in words for word in together) for together in listed)


@cache
def _boilerplate() -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    data = tomllib.loads(files(__package__).joinpath("data/boilerplate.toml").read_text("utf-8"))
    always, none = (tuple(tuple(together) for together in data[name]) for name in ("always", "none"))
    return always, none


def _passages(mine: Sequence[_Sentence], last: Sequence[_Sentence]) -> Iterator[Passage]:
    """Runs of sentences that stand in both; each sentence belongs to one run."""
    where: dict[str, int] = {}
    for place, one in enumerate(last):
        where.setdefault(one.key, place)
    at = 0
    while at < len(mine):
        there = where.get(mine[at].key)
        if there is None or mine[at].fixed:
            at += 1
            continue
        length = 1
        while _goes_on(mine, at + length, last, there + length):
            length += 1
        run = mine[at : at + length]
        yield Passage(
            start=run[0].start,
            end=run[-1].end,
            last_start=last[there].start,
            last_end=last[there + length - 1].end,
            size=sum(len(one.key) for one in run if len(one.key) >= LONG),
        )
        at += length


def _goes_on(mine: Sequence[_Sentence], here: int, last: Sequence[_Sentence], there: int) -> bool:
    return here < len(mine) and there < len(last) and not mine[here].fixed and mine[here].key == last[there].key
