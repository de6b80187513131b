"""Two texts held against each other exactly: how much is the same, and where."""

from collections.abc import Callable, Iterator
from typing import Final

import attrs

from govdisclosure.analysis.similar.common import OrganCounts, is_prescribed, key_of
from govdisclosure.analysis.similar.masking import Masked, Sentence, mask
from govdisclosure.analysis.similar.result import Discounted, Likeness, Reason, SharedPassage
from govdisclosure.analysis.similar.sources import TextSection
from govdisclosure.text.personal import mask_personal

__all__ = ["MAX_CHARS", "Prepared", "discounted", "likeness", "masked_sections", "passages", "prepare"]

MAX_CHARS: Final = 200_000
"""Characters of a report that are compared, at most; what lies beyond is not, and that is said."""
_WIDTH: Final = 5
_SEED: Final = 12
_GAP: Final = 6
_LEAST: Final = 16


@attrs.frozen(kw_only=True, eq=False)
class Prepared:
    """A text made ready to be compared.

    Attributes:
        sections: Its sections.
        masked: Each of them masked.
        dropped: The sentences discounted, by section and place in it, and why.
        before: All stretches of five characters.
        after: Those of the sentences that count.
        characters: Masked characters that count.
        characters_before: Masked characters.
    """

    sections: tuple[TextSection, ...]
    masked: tuple[Masked, ...]
    dropped: dict[tuple[int, int], tuple[str, Reason, int | None]]
    before: frozenset[str]
    after: frozenset[str]
    characters: int
    characters_before: int


def masked_sections(sections: tuple[TextSection, ...], names: tuple[str, ...]) -> Iterator[Masked]:
    """The sections of a text masked, up to the most that is compared."""
    left = MAX_CHARS
    for section in sections:
        yield mask(section.text[:left], names)
        left = max(0, left - len(section.text))


def prepare(sections: tuple[TextSection, ...], names: tuple[str, ...], counts: OrganCounts) -> Prepared:
    """Make a text ready.

    Args:
        sections: Its sections.
        names: The report's own names, which are masked.
        counts: In how many organs' reports a sentence stands.
    """
    masked = tuple(masked_sections(sections, names))
    dropped: dict[tuple[int, int], tuple[str, Reason, int | None]] = {}
    before: set[str] = set()
    after: set[str] = set()
    characters = 0
    reason_of = _reasons(counts)
    for number, part in enumerate(masked):
        for sentence in part.sentences:
            words = part.words(sentence)
            mine = [words[at : at + _WIDTH] for at in range(max(1, len(words) - _WIDTH + 1))]
            before.update(mine)
            found = reason_of(words, part, sentence)
            if found is None:
                after.update(mine)
                characters += len(words)
            else:
                dropped[number, sentence.start] = (words, *found)
    return Prepared(
        sections=sections,
        masked=masked,
        dropped=dropped,
        before=frozenset(before),
        after=frozenset(after),
        characters=characters,
        characters_before=sum(len(part.text) for part in masked),
    )


def _reasons(counts: OrganCounts) -> Callable[[str, Masked, Sentence], tuple[Reason, int | None] | None]:
    """Tells why a sentence is discounted, each different one once a text."""
    known: dict[str, tuple[Reason, int | None] | None] = {}
    common = counts.common_from

    def reason_of(words: str, part: Masked, sentence: Sentence) -> tuple[Reason, int | None] | None:
        if words not in known:
            known[words] = None
            organs = None if common is None else counts.of(key_of(words))
            if is_prescribed(part.folded[sentence.first : sentence.last]):
                known[words] = Reason.PRESCRIBED, organs
            elif common is not None and organs is not None and organs >= common:
                known[words] = Reason.COMMON, organs
        return known[words]

    return reason_of


def likeness(one: frozenset[str], other: frozenset[str]) -> Likeness:
    """How alike two sets of stretches are, exactly."""
    shared = len(one & other)
    return Likeness(shared=shared, total=len(one) + len(other) - shared)


def discounted(one: Prepared, other: Prepared) -> tuple[Discounted, ...]:
    """The sentences of both texts that were discounted, each once, in the order of the first."""
    there = {words for words, _, _ in other.dropped.values()}
    found: dict[str, Discounted] = {}
    for (number, start), (words, reason, organs) in one.dropped.items():
        if words in there and words not in found:
            part = one.masked[number]
            sentence = next(each for each in part.sentences if each.start == start)
            text = one.sections[number].text[sentence.first : sentence.last].strip()
            found[words] = Discounted(text=mask_personal(text), reason=reason, organs=organs)
    return tuple(found.values())


@attrs.frozen(eq=False)
class _Stream:
    """The sentences of a text that count, one after another; a wall stands where others lie between them."""

    text: str
    section: list[int]
    place: list[int]


def _stream(one: Prepared, wall: str) -> _Stream:
    pieces: list[str] = []
    section: list[int] = []
    place: list[int] = []
    for number, part in enumerate(one.masked):
        for sentence in part.sentences:
            is_out = (number, sentence.start) in one.dropped
            size = 1 if is_out else sentence.end - sentence.start
            pieces.append(wall if is_out else part.words(sentence))
            section.extend([number] * size)
            place.extend(range(sentence.start, sentence.start + size))
        pieces.append(wall)
        section.append(number)
        place.append(0)
    return _Stream("".join(pieces), section, place)


def passages(one: Prepared, other: Prepared) -> tuple[SharedPassage, ...]:
    """The passages of both texts, by longest common blocks, wherever they stand; the longest first."""
    here, there = _stream(one, "\x00"), _stream(other, "\x01")
    found = [
        _passage((one, here, start, end), (other, there, first, last), size)
        for start, end, first, last, size in _joined(_blocks(here.text, there.text), here.text, there.text)
        if size >= _LEAST
    ]
    return tuple(sorted(found, key=lambda one: (-one.size, one.start, one.other_start)))


def _blocks(one: str, other: str) -> Iterator[tuple[int, int, int]]:
    """Blocks of both texts, as far as they reach to the right, in time linear in the lengths of the texts."""
    where: dict[str, int] = {}
    for at in range(len(other) - _SEED, -1, -1):
        where[other[at : at + _SEED]] = at
    at, expected = 0, -1
    while at <= len(one) - _SEED:
        seed = one[at : at + _SEED]
        # Where the last block goes on there, that is the place; else the first one.
        first = expected if expected >= 0 and other.startswith(seed, expected) else where.get(seed, -1)
        if first < 0:
            at += 1
            expected += expected >= 0
            continue
        size = _SEED
        while at + size < len(one) and first + size < len(other) and one[at + size] == other[first + size]:
            size += 1
        yield at, first, size
        at += size
        expected = first + size


def _joined(blocks: Iterator[tuple[int, int, int]], one: str, other: str) -> Iterator[tuple[int, int, int, int, int]]:
    """Blocks with only a few characters between them in both texts taken together."""
    held: tuple[int, int, int, int, int] | None = None
    for start, first, size in blocks:
        if held is not None:
            begin, end, there, last, sum_ = held
            gaps = one[end:start], other[last:first]
            near = first >= last and all(len(gap) <= _GAP for gap in gaps)
            if near and "\x00" not in gaps[0] and "\x01" not in gaps[1]:
                held = begin, start + size, there, first + size, sum_ + size
                continue
            yield held
        held = start, start + size, first, first + size, size
    if held is not None:
        yield held


def _passage(
    mine: tuple[Prepared, _Stream, int, int], yours: tuple[Prepared, _Stream, int, int], size: int
) -> SharedPassage:
    (section, start, end), (other, first, last) = _printed(*mine), _printed(*yours)
    return SharedPassage(
        number=section.number,
        heading=section.heading,
        start=section.start + start,
        end=section.start + end,
        text=mask_personal(section.text[start:end]),
        other_number=other.number,
        other_heading=other.heading,
        other_start=other.start + first,
        other_end=other.start + last,
        other_text=mask_personal(other.text[first:last]),
        size=size,
    )


def _printed(one: Prepared, stream: _Stream, start: int, end: int) -> tuple[TextSection, int, int]:
    number = stream.section[start]
    part = one.masked[number]
    return one.sections[number], *part.printed(stream.place[start], stream.place[end - 1] + 1)
