"""The list of parts that a report's preamble announces. All patterns take folded text."""

import re
from collections.abc import Iterator
from itertools import islice

import attrs

from govdisclosure.law.vocabulary import classify
from govdisclosure.model.report import AnnualReport, Content
from govdisclosure.text.normalise import fold, squeeze
from govdisclosure.text.numerals import chinese_number

__all__ = [
    "Announced",
    "Announcement",
    "announcement_of",
    "find_announcement",
    "find_count",
    "missing_parts",
    "possible_counts",
]


@attrs.frozen
class Announced:
    """One announced part: its words and what they name."""

    words: str
    names: frozenset[Content]


@attrs.frozen(kw_only=True)
class Announcement:
    """What the preamble announces.

    Attributes:
        parts: The parts in order; two that name the same thing are one (行政复议、行政诉讼).
        fewest: How many parts the list holds at the least, conjunctions read as parts of names.
        most: How many it holds at the most, every comma and conjunction read as a division.
        stated: The number of parts the sentence states; ``None`` where it states none.
        start: Where the sentence starts in the preamble.
        end: Where it ends.
    """

    parts: tuple[Announced, ...]
    fewest: int
    most: int
    stated: int | None
    start: int
    end: int


_OPENING = re.compile(
    r"(?:报告|年报|全文|内容)[^。;:\n]{0,12}?(?:由|包括|包含|分为|分成|共?分[^。:\n]{0,8}(?:部分|方面|章)|共有?[^。:\n]{0,8}(?:部分|方面|章))"
)
_NUMBER = re.compile(r"(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})\s?个?大?(?:部分|方面|板块|章)")
_COUNT = re.compile(
    r"(?:本报告|报告全文|本年度报告|本年报|年度报告|全文)(?:由|共?分为|共?分成|共分|分|共有?|共?包括|共?包含)\s?"
    r"(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})\s?个?大?(?:部分|板块)"
)
_SENTENCE = re.compile(r"[^。\n]{1,400}")
_LEAD = re.compile(r"^(?:了|为|以下|如下|下列|分别是|分别为|即|:|,|\s){0,6}")
_TAIL = re.compile(
    r"[,等]?\s?(?:共计?|一?共有?|等|这)?\s?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})?\s?个?大?(?:部分|方面|板块|章)(?:的?内容)?)?\s?(?:组成|构成|内容)?\s?$"
)
# What follows in the same sentence is no part: …等部分组成,起止时间为….
_CLOSED = re.compile(r"(?:组成|构成)(?=[,;])")
_DIVISION = re.compile(r"[、,;]")
_CONJUNCTION = re.compile(r"以及|并附|附|和|及|与")
_OWN_NOUN = re.compile(r"(?:情况|概述|事项|措施|问题|说明|安排|计划|打算|不足|附表|统计表|内容)$")
_OTHER_ONLY = frozenset({Content.OTHER})
_ORDINAL = re.compile(
    r"(?:^|(?<=[、,;:]))\s?(?:\(?[一二三四五六七八九十\d]{1,3}[)、.]|第[一二三四五六七八九十]部分[、:,]?|[一二三四五六七八九]是)\s?"
)
_FEWEST = 2
_MOST_OPENINGS = 20


def announcement_of(report: AnnualReport) -> Announcement | None:
    """What a report's preamble announces: the list of its parts, or only their number; nothing where it does neither.

    >>> announcement_of(AnnualReport()) is None
    True
    """
    if report.preamble is None:
        return None
    key = fold(report.preamble.text)
    return find_announcement(key) or find_count(key)


def find_announcement(preamble: str) -> Announcement | None:
    """The first list of at least two recognisable parts in a folded preamble.

    >>> found = find_announcement("本报告由概述、主动公开情况、复议、诉讼情况和附表共四个部分组成。")
    >>> [part.words for part in found.parts], found.fewest, found.most, found.stated
    (['概述', '主动公开情况', '复议、诉讼情况', '附表'], 4, 5, 4)
    """
    for opening in islice(_OPENING.finditer(preamble), _MOST_OPENINGS):
        sentence = _SENTENCE.match(preamble, opening.start())
        if sentence is None:
            continue
        closed = _CLOSED.search(preamble, opening.end(), sentence.end())
        end = closed.end() if closed is not None else sentence.end()
        chunks = _chunks(preamble[opening.end() : end])
        parts = _merged([piece for chunk in chunks for piece in _pieces(chunk)])
        if sum(1 for part in parts if part.names) < _FEWEST:
            continue
        pieces = sum(len(_pieces(chunk)) for chunk in chunks)
        fewest = len(_merged([Announced(chunk, _named(chunk)) for chunk in chunks]))
        number = _NUMBER.search(preamble, opening.start(), end)
        stated = None if number is None else _value(number["n"])
        # A list that ends in 等 may leave some of the stated parts out.
        open_ended = number is not None and "等" in preamble[max(0, number.start() - 3) : number.start()]
        return Announcement(
            parts=tuple(parts),
            fewest=min(fewest, len(parts)),
            most=max(pieces, len(parts), (stated or 0) if open_ended else 0),
            stated=stated,
            start=opening.start(),
            end=end,
        )
    return None


def find_count(preamble: str) -> Announcement | None:
    """The number of parts a folded preamble states without a list of them.

    >>> find_count("本报告共分八个部分。").stated
    8
    """
    found = _COUNT.search(preamble)
    stated = None if found is None else _value(found["n"])
    if found is None or stated is None:
        return None
    return Announcement(parts=(), fewest=stated, most=stated, stated=stated, start=found.start(), end=found.end())


def possible_counts(report: AnnualReport, listed: Announcement) -> set[int]:
    """How many parts the text may be said to have: an annex counts or does not, whether or not it was read."""
    without = sum(1 for section in report.sections if Content.ANNEX not in section.covers)
    announced = any(Content.ANNEX in part.names for part in listed.parts)
    return {len(report.sections), without, without + announced}


def missing_parts(report: AnnualReport, listed: Announcement) -> Iterator[Announced]:
    """Announced parts, the annex apart, for which no heading was found."""
    found: set[Content] = set()
    for section in report.sections:
        found |= {*section.covers, *classify(fold(section.heading))}
    given: set[frozenset[Content]] = set()
    headings = [squeeze(fold(section.heading)) for section in report.sections]
    for part in listed.parts:
        if any(squeeze(part.words) in heading for heading in headings):
            continue
        if part.names and Content.ANNEX not in part.names and not found & part.names and part.names not in given:
            given.add(part.names)
            yield part


def _value(number: str) -> int | None:
    return int(number) if number.isdigit() else chinese_number(number)


def _chunks(body: str) -> list[str]:
    body = _ORDINAL.sub("", _TAIL.sub("", _LEAD.sub("", body)))
    chunks = (chunk.strip() for chunk in _DIVISION.split(body))
    chunks = (re.sub(r"^(?:以及|并附|和|及|与|并)", "", chunk) for chunk in chunks)
    return [chunk for chunk in chunks if chunk]


def _pieces(chunk: str) -> list[Announced]:
    """A chunk cut at its conjunctions where the two sides name different things."""
    for match in _CONJUNCTION.finditer(chunk):
        left, right = _named(chunk[: match.start()]), _named(chunk[match.end() :])
        if left and right and not left & right and not _shares_its_noun(chunk[: match.start()], left, right):
            return [Announced(chunk[: match.start()], left), *_pieces(chunk[match.end() :])]
    return [Announced(chunk, _named(chunk))]


def _shares_its_noun(before: str, left: frozenset[Content], right: frozenset[Content]) -> bool:
    """True for one heading that names a matter of the law and another beside it: 支出和收费情况, 不予公开及咨询情况."""
    return _OTHER_ONLY in (left, right) and _OWN_NOUN.search(before) is None


def _named(words: str) -> frozenset[Content]:
    return frozenset(classify(words))


def _merged(pieces: list[Announced]) -> list[Announced]:
    merged: list[Announced] = []
    for piece in pieces:
        if merged and merged[-1].names and merged[-1].names == piece.names:
            merged[-1] = Announced(f"{merged[-1].words}、{piece.words}", piece.names)
        else:
            merged.append(piece)
    return merged
