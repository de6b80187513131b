"""Which section of one report answers to which of the other, and what happened to it."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from decimal import Decimal
from typing import Final, TypeAlias

import attrs

from govdisclosure.analysis.difference.alignment import Room, align
from govdisclosure.analysis.difference.body import Body, body_of, sections_of, unread_tables
from govdisclosure.analysis.difference.changes_of_text import Hunk, SectionChange, SectionKind, TextChange
from govdisclosure.analysis.difference.hunks import text_changes
from govdisclosure.model.report import AnnualReport, Section
from govdisclosure.rules.years.passages import Overlap, undated
from govdisclosure.text.headings import match_marker
from govdisclosure.text.normalise import fold, squeeze

__all__ = ["section_changes"]

_ALIKE: Final = Decimal("0.5")
"""Share of a text in sentences that both have, from which on two sections without a common heading are one."""
_MOST: Final = 60
"""Sections left over on a side from which on they are not compared each with each."""
_Pair: TypeAlias = tuple[int | None, int | None]


@attrs.frozen
class _One:
    """A section with its prose, and its heading without number and white space."""

    section: Section
    body: Body
    words: str

    @property
    def undated(self) -> str:
        """Its prose with years as their distance from the report's own."""
        return undated(self.body.key, self.body.report.year)


def section_changes(
    old: AnnualReport, new: AnnualReport, *, shared: Overlap | None = None, every: bool = False
) -> Iterator[SectionChange]:
    """The sections that differ, in the order of the new report; those that it does not have come last.

    Args:
        old: The old report.
        new: The new report.
        shared: Of two years, what the new one has word for word from the old one: then texts are not compared further.
        every: Also the sections to which nothing happened.
    """
    ours, theirs = (
        [_one(report, section, unread_tables(report, other)) for section in sections_of(report)]
        for report, other in ((old, new), (new, old))
    )
    if not every and _words(ours) == _words(theirs):
        return  # in one format a heading may be read as one, in another as text
    pairs = sorted(_pairs(ours, theirs), key=lambda pair: (pair[1] is None, pair[1] or 0, pair[0] or 0))
    moved = _moved([pair for pair in pairs if None not in pair])
    room = Room()
    for pair in pairs:
        here, there = pair
        one, other = None if here is None else ours[here], None if there is None else theirs[there]
        found = _change(one, other, room, moved=pair in moved, years=shared is not None)
        if shared is not None and other is not None:
            same = one is not None and one.undated == other.undated
            found = attrs.evolve(found, carried=_carried(other, shared, same=same))
        if every or found.kinds:
            yield found


def _one(report: AnnualReport, section: Section, tables: frozenset[str]) -> _One:
    heading = fold(section.heading)
    marker = match_marker(heading)
    return _One(section, body_of(report, section, tables), squeeze(heading[marker.end :] if marker else heading))


def _words(sections: Sequence[_One]) -> str:
    """All words in order, headings among them."""
    return "".join(squeeze(fold(one.section.heading)) + one.body.key for one in sections)


def _pairs(ours: Sequence[_One], theirs: Sequence[_One]) -> list[_Pair]:
    """The pairs, the same whichever report stands first."""
    if [one.body.key for one in ours] > [one.body.key for one in theirs]:
        return [(there, here) for here, there in _matched(theirs, ours)]
    return _matched(ours, theirs)


def _matched(ours: Sequence[_One], theirs: Sequence[_One]) -> list[_Pair]:
    left = list(range(len(ours))), list(range(len(theirs)))
    found: list[_Pair] = []
    keys: tuple[Callable[[_One], Hashable], ...] = (
        lambda one: (one.words, one.body.key),
        lambda one: one.words,
        lambda one: one.section.covers or None,
    )
    for key in keys:
        groups: dict[Hashable, tuple[list[int], list[int]]] = {}
        for side, listed in enumerate((ours, theirs)):
            for place in left[side]:
                groups.setdefault(key(listed[place]), ([], []))[side].append(place)
        groups.pop(None, None)
        pairs = [pair for here, there in groups.values() for pair in zip(here, there, strict=False)]
        found += pairs
        left = _without(left, pairs)
    alike = _alike(ours, theirs, *left)
    left = _without(left, alike)
    return [*found, *alike, *((place, None) for place in left[0]), *((None, place) for place in left[1])]


def _without(left: tuple[list[int], list[int]], pairs: Sequence[tuple[int, int]]) -> tuple[list[int], list[int]]:
    here, there = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    return [place for place in left[0] if place not in here], [place for place in left[1] if place not in there]


def _alike(ours: Sequence[_One], theirs: Sequence[_One], here: list[int], there: list[int]) -> list[tuple[int, int]]:
    """Sections that have more than half of their sentences in common, the likest first."""
    if not here or not there or len(here) > _MOST or len(there) > _MOST:
        return []
    sentences = {side: {place: _sentences(listed[place].body) for place in left}
                 for side, listed, left in ((0, ours, here), (1, theirs, there))}  # fmt: skip
    scores = ((_likeness(sentences[0][one], sentences[1][other]), one, other) for one in here for other in there)
    ranked = sorted((one for one in scores if one[0] > _ALIKE), key=lambda one: (-one[0], one[1], one[2]))
    done: tuple[set[int], set[int]] = (set(), set())
    pairs: list[tuple[int, int]] = []
    for _, one, other in ranked:
        if one not in done[0] and other not in done[1]:
            pairs.append((one, other))
            done[0].add(one)
            done[1].add(other)
    return pairs


def _sentences(body: Body) -> Counter[str]:
    return Counter(body.key[start:end] for start, end in body.units())


def _likeness(one: Counter[str], other: Counter[str]) -> Decimal:
    sizes = [sum(len(words) * count for words, count in some.items()) for some in (one, other, one & other)]
    return Decimal(sizes[2]) / max(sizes[0], sizes[1], 1)


def _moved(pairs: list[_Pair]) -> set[_Pair]:
    """Pairs out of order: all that is not in the longest run that both reports have in one order."""
    by_old = sorted(pairs, key=lambda pair: pair[0] or 0)
    names = {pair: f"{number:06}" for number, pair in enumerate(pairs)}
    here, there = [names[pair] for pair in by_old], [names[pair] for pair in pairs]
    out = {here[place] for a, b, _, _ in align(here, there) for place in range(a, b)}
    return {pair for pair, name in names.items() if name in out}


def _change(ours: _One | None, theirs: _One | None, room: Room, *, moved: bool, years: bool) -> SectionChange:
    texts: tuple[TextChange, ...] = ()
    if ours is None or theirs is None:
        kinds = [SectionKind.ADDED if ours is None else SectionKind.REMOVED]
        texts = () if years else _whole(ours, theirs)
    else:
        texts = () if years else tuple(text_changes(ours.body, theirs.body, room))
        numbers = ours.section.number, theirs.section.number
        happened = {
            SectionKind.RENAMED: ours.words != theirs.words,
            SectionKind.RENUMBERED: numbers[0] != numbers[1] and ours.words == theirs.words,
            SectionKind.MOVED: moved,
            SectionKind.TEXT: bool(texts) or (years and ours.undated != theirs.undated),
        }
        kinds = [kind for kind, so in happened.items() if so]
    return SectionChange(
        kinds=tuple(kinds),
        old=None if ours is None else ours.section,
        new=None if theirs is None else theirs.section,
        texts=texts,
        old_source=ours.body.source if ours else "",
        new_source=theirs.body.source if theirs else "",
        old_tables=ours.body.tables if ours else (),
        new_tables=theirs.body.tables if theirs else (),
    )


def _whole(ours: _One | None, theirs: _One | None) -> tuple[TextChange, ...]:
    """The text of a section that one report alone has."""
    places = [one.body.place(*one.body.span(0, len(one.body.key))) if one and one.body.key else None
              for one in (ours, theirs)]  # fmt: skip
    spans = [(0, 0) if at is None else (at.start, at.end) for at in places]
    hunk = Hunk(old_start=spans[0][0], old_end=spans[0][1], new_start=spans[1][0], new_end=spans[1][1])
    return (TextChange(old_at=places[0], new_at=places[1], hunks=(hunk,)),) if any(places) else ()


def _carried(one: _One, shared: Overlap, *, same: bool) -> Decimal | None:
    """The share of a section's prose in passages that stand in the year before."""
    if one.body.source is not one.body.report.text or not one.body.key:
        return None
    if same:
        return Decimal(1)
    offsets, runs = one.body.offsets, shared.passages
    first = bisect_right(runs, offsets[0], key=lambda run: run.end)
    last = bisect_right(runs, offsets[-1], key=lambda run: run.start)
    held = sum(bisect_right(offsets, run.end - 1) - bisect_right(offsets, run.start - 1) for run in runs[first:last])
    return (Decimal(held) / len(offsets)).quantize(Decimal("0.0001"))
