"""Where two sequences differ, in bounded time, the same whichever of them stands first.

Long sequences are parted at what stands once in each (patience), short ones are compared exactly (Myers 1986, greedy);
what is too unlike for either is one block.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeAlias

import attrs

__all__ = ["Block", "Room", "align"]

Block: TypeAlias = tuple[int, int, int, int]
"""What differs: ``old[a:b]`` stands where ``new[c:d]`` stands, as ``(a, b, c, d)``."""

_SHORT = 4_000
_EDITS = 200
_DEPTH = 12


@attrs.define
class Room:
    """How many steps exact comparison may still take; when it is used up, what is left is told apart more coarsely.

    Attributes:
        steps: Steps left.
    """

    steps: int = 4_000_000

    def take(self, steps: int) -> bool:
        """Use some steps; false where there are not so many left."""
        self.steps -= steps
        return self.steps >= 0


def align(old: Sequence[str], new: Sequence[str], room: Room | None = None) -> tuple[Block, ...]:
    """Compare two sequences.

    Args:
        old: The one sequence.
        new: The other.
        room: Steps that may be taken.

    Returns:
        The blocks that differ, in order; all outside them is equal. With the arguments swapped the same blocks,
        swapped.

    >>> align("甲乙丙", "甲丁丙戊")
    ((1, 2, 1, 2), (3, 3, 3, 4))
    """
    room = Room() if room is None else room
    if list(old) > list(new):
        return tuple((a, b, c, d) for c, d, a, b in _blocks(new, old, (0, len(new), 0, len(old)), 0, room))
    return tuple(_blocks(old, new, (0, len(old), 0, len(new)), 0, room))


def _blocks(old: Sequence[str], new: Sequence[str], within: Block, depth: int, room: Room) -> Iterator[Block]:
    a, b, c, d = _trimmed(old, new, within)
    if a == b or c == d:
        if a < b or c < d:
            yield a, b, c, d
        return
    exact = _exact(old, new, (a, b, c, d), room) if b - a + d - c <= _SHORT else None
    if exact is not None:
        yield from exact
        return
    anchors = _anchors(old, new, (a, b, c, d)) if depth < _DEPTH else []
    if not anchors:
        yield a, b, c, d
        return
    for here, there in [*anchors, (b, d)]:
        yield from _blocks(old, new, (a, here, c, there), depth + 1, room)
        a, c = here + 1, there + 1


def _trimmed(old: Sequence[str], new: Sequence[str], within: Block) -> Block:
    """What is left without an equal beginning and an equal end."""
    a, b, c, d = within
    while a < b and c < d and old[a] == new[c]:
        a, c = a + 1, c + 1
    while a < b and c < d and old[b - 1] == new[d - 1]:
        b, d = b - 1, d - 1
    return a, b, c, d


def _anchors(old: Sequence[str], new: Sequence[str], within: Block) -> list[tuple[int, int]]:
    """What stands once in each, as far as it stands in the same order: the longest ascending run."""
    a, b, c, d = within
    here, there = Counter(old[a:b]), Counter(new[c:d])
    where = {new[place]: place for place in range(c, d) if there[new[place]] == 1}
    pairs = [(place, where[old[place]]) for place in range(a, b) if here[old[place]] == 1 and old[place] in where]
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        at = bisect_left(ends, place)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [place]
        last[at : at + 1] = [number]
    run: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]


def _exact(old: Sequence[str], new: Sequence[str], within: Block, room: Room) -> tuple[Block, ...] | None:
    """The fewest edits; ``None`` where they are more than a bound."""
    a, b, c, d = within
    height, width = b - a, d - c
    reach = {1: 0}
    trace: list[dict[int, int]] = []
    for edits in range(min(height + width, _EDITS) + 1):
        if not room.take(2 * edits + 1):
            return None
        trace.append(dict(reach))
        for diagonal in range(-edits, edits + 1, 2):
            down = diagonal == -edits or (diagonal != edits and reach[diagonal - 1] < reach[diagonal + 1])
            x = reach[diagonal + 1] if down else reach[diagonal - 1] + 1
            start = x
            while x < height and 0 <= x - diagonal < width and old[a + x] == new[c + x - diagonal]:
                x += 1
            if not room.take(x - start):
                return None
            reach[diagonal] = x
            if x >= height and x - diagonal >= width:
                return _walked(trace, (height, width), (a, c))
    return None


def _walked(trace: list[dict[int, int]], end: tuple[int, int], base: tuple[int, int]) -> tuple[Block, ...]:
    """The blocks along the way back from the end of both to their beginning."""
    x, y = end
    blocks: list[list[int]] = []
    for edits in range(len(trace) - 1, 0, -1):
        reach, diagonal = trace[edits], x - y
        down = diagonal == -edits or (diagonal != edits and reach[diagonal - 1] < reach[diagonal + 1])
        before = diagonal + 1 if down else diagonal - 1
        px = reach[before]
        py = px - before
        to_x, to_y = (px, py + 1) if down else (px + 1, py)
        if blocks and (blocks[-1][0], blocks[-1][2]) == (to_x, to_y):
            blocks[-1][0], blocks[-1][2] = px, py
        else:
            blocks.append([px, to_x, py, to_y])
        x, y = px, py
    return tuple((base[0] + p, base[0] + q, base[1] + r, base[1] + s) for p, q, r, s in reversed(blocks))
