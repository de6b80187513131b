"""Which sentences of two texts differ, and which words in them."""

from collections.abc import Iterator
from typing import Final

from govdisclosure.analysis.difference.alignment import Block, Room, align
from govdisclosure.analysis.difference.body import Body
from govdisclosure.analysis.difference.changes_of_text import Hunk, TextChange

__all__ = ["text_changes"]

_ALIKE: Final = 0.3
"""Share of the shorter one's characters in common, from which on two sentences are one that was changed."""


def text_changes(old: Body, new: Body, room: Room) -> Iterator[TextChange]:
    """The sentences that differ, in order.

    Args:
        old: The old text.
        new: The new text.
        room: Steps that may be taken.
    """
    if old.key == new.key:
        return
    ours, theirs = old.units(), new.units()
    words = [old.key[start:end] for start, end in ours], [new.key[start:end] for start, end in theirs]
    for a, b, c, d in align(*words, room):
        block = (*_reach(ours, a, b, len(old.key)), *_reach(theirs, c, d, len(new.key)))
        spans = _readable(_words(old, new, block, room), block)
        if not spans:  # the same words, parted into sentences elsewhere
            continue
        hunks = tuple(
            Hunk(old_start=o[0], old_end=o[1], new_start=n[0], new_end=n[1])
            for o, n in ((old.span(p, q), new.span(r, s)) for p, q, r, s in spans)
        )
        yield TextChange(old_at=old.place(*old.span(*block[:2])), new_at=new.place(*new.span(*block[2:])), hunks=hunks)


def _reach(units: tuple[tuple[int, int], ...], first: int, last: int, end: int) -> tuple[int, int]:
    """The span of some units; of none, the point before the next one."""
    start = units[first][0] if first < len(units) else end
    return start, (units[last - 1][1] if last > first else start)


def _words(old: Body, new: Body, block: Block, room: Room) -> list[Block]:
    """Spans of the words in a block that differ."""
    a, b, c, d = block
    if a == b or c == d:
        return [block] if a < b or c < d else []
    ours, theirs = tuple(old.tokens(a, b)), tuple(new.tokens(c, d))
    keys = [old.key[start:end] for start, end in ours], [new.key[start:end] for start, end in theirs]
    return [(*_reach(ours, p, q, b), *_reach(theirs, r, s, d)) for p, q, r, s in align(*keys, room)]


def _readable(spans: list[Block], block: Block) -> list[Block]:
    """Differences with no splinters between them; one for the whole where little is in common."""
    merged: list[Block] = []
    for span in spans:
        joined = span
        while merged and _is_splinter(merged[-1], joined):
            before = merged.pop()
            joined = (before[0], joined[1], before[2], joined[3])
        merged.append(joined)
    shorter = min(block[1] - block[0], block[3] - block[2])
    kept = block[1] - block[0] - sum(q - p for p, q, _, _ in merged)
    return [block] if len(merged) > 1 and kept < _ALIKE * shorter else merged


def _is_splinter(before: Block, after: Block) -> bool:
    """Whether what is equal between two differences is no longer than either of them."""
    return after[0] - before[1] <= min(max(q - p, s - r) for p, q, r, s in (before, after))
