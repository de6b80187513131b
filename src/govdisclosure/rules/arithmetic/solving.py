"""Sums over a table of figures: which fail, and which cells, if corrected, would make them all hold.

Plain figures in, plain figures out; nothing here knows what a figure counts. A figure that is not known is ``None``,
and the sums that need it are left out.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import compress
from operator import itemgetter
from typing import TypeAlias

import attrs

from govdisclosure.model.forms import Relation

__all__ = ["Change", "Explanation", "Key", "Number", "System"]

Key: TypeAlias = tuple[str, str]
Number: TypeAlias = int | Decimal
Values: TypeAlias = Sequence[Number | None]
Side: TypeAlias = Callable[[Values], Iterable[Number]]
Violated: TypeAlias = Mapping[int, Number]

_MOST_CELLS = 3
_MOST_EXPLANATIONS = 4
_MOST_STEPS = 4_000


@attrs.frozen
class Change:
    """A cell, by its position, and the value that the sums require there."""

    cell: int
    expected: Number


Explanation: TypeAlias = tuple[Change, ...]
"""Cells that, corrected together, make all sums hold."""


class _Search:
    """Solutions found so far, and the steps left to find more."""

    def __init__(self) -> None:
        self.found: dict[frozenset[int], Explanation] = {}
        self.steps = _MOST_STEPS

    @property
    def over(self) -> bool:
        return len(self.found) > _MOST_EXPLANATIONS or self.steps <= 0


@attrs.frozen(slots=False)
class System:
    """Sums over cells that are counted from 0.

    Attributes:
        cells: The cells.
        relations: The sums.
    """

    cells: tuple[Key, ...]
    relations: tuple[Relation, ...]

    @cached_property
    def _sides(self) -> tuple[tuple[int, Side, Side], ...]:
        """Each sum as the getters of its left and right cells; its number stands first."""
        at = self.positions
        sides = []
        for number, relation in enumerate(self.relations):
            left, right = ([at[cell] for cell in side] for side in (relation.left, relation.right))
            sides.append((number, _getter(left), _getter(right)))
        return tuple(sides)

    @cached_property
    def positions(self) -> dict[Key, int]:
        """The position of each cell."""
        return {cell: n for n, cell in enumerate(self.cells)}

    @cached_property
    def _signs(self) -> tuple[dict[int, int], ...]:
        """For each sum, its cells: 1 on the left, -1 on the right."""
        at = self.positions
        return tuple(
            {at[cell]: 1 for cell in one.left} | {at[cell]: -1 for cell in one.right} for one in self.relations
        )

    @cached_property
    def _holding(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """For each cell, the sums that it is in and its sign in each."""
        found: list[list[tuple[int, int]]] = [[] for _ in self.cells]
        for number, signs in enumerate(self._signs):
            for cell, sign in signs.items():
                found[cell].append((number, sign))
        return tuple(map(tuple, found))

    def sides(self, values: Values, number: int) -> tuple[Number, Number]:
        """What the left and the right of a sum come to; all its figures must be known."""
        _, left, right = self._sides[number]
        return sum(left(values)), sum(right(values))

    def violated(self, values: Values) -> tuple[dict[int, Number], tuple[int, ...]]:
        """The sums that fail, each with left less right, and the sums that could not be judged."""
        failed: dict[int, Number] = {}
        unjudged: list[int] = []
        for number, left, right in self._sides:
            try:
                difference = sum(left(values)) - sum(right(values))
            except TypeError:
                unjudged.append(number)
                continue
            if difference:
                failed[number] = difference
        return failed, tuple(unjudged)

    def relations_of(self, cell: int) -> tuple[int, ...]:
        """The sums that a cell is in."""
        return tuple(number for number, _ in self._holding[cell])

    def explain(self, values: Values, violated: Violated, unjudged: Iterable[int] = ()) -> tuple[Explanation, ...]:
        """The smallest sets of cells that, corrected, make all judged sums hold; no figure may become negative.

        Args:
            values: The figures.
            violated: The sums that fail, each with left less right.
            unjudged: The sums that could not be judged.

        Returns:
            All such sets of the smallest size, three cells at most; nothing where there are too many to be of use, or
            none.
        """
        left_out = frozenset(unjudged)
        for count in range(1, _MOST_CELLS + 1):
            search = _Search()
            self._search(values, violated, left_out, count, (), search)
            if search.found:
                return () if search.over else tuple(search.found.values())
        return ()

    def _search(  # noqa: PLR0913, PLR0917  the state of one step
        self,
        values: Values,
        violated: Violated,
        left_out: frozenset[int],
        count: int,
        chosen: Explanation,
        search: _Search,
    ) -> None:
        search.steps -= 1
        if search.over or len(violated) > 3 * count:  # no cell is in more than three sums
            return
        if count == 1:
            for last in self._single(values, violated, left_out, {one.cell for one in chosen}):
                found = (*chosen, last)
                search.found.setdefault(frozenset(one.cell for one in found), tuple(sorted(found, key=_cell)))
            return
        for number, difference in violated.items():
            for cell, sign in self._signs[number].items():
                change = _changed(values, cell, difference * sign)
                if change is None or any(one.cell == cell for one in chosen):
                    continue
                rest = self._without(violated, cell, difference * sign, left_out)
                if rest:
                    self._search(values, rest, left_out, count - 1, (*chosen, change), search)

    def _single(
        self, values: Values, violated: Violated, left_out: frozenset[int], chosen: set[int]
    ) -> Iterator[Change]:
        """Single cells that explain all sums that fail."""
        numbers = iter(violated)
        cells = set(self._signs[next(numbers)])
        for number in numbers:
            cells &= self._signs[number].keys()
        for cell in sorted(cells - chosen):
            deltas = {violated.get(number, 0) * sign for number, sign in self._holding[cell] if number not in left_out}
            if len(deltas) == 1 and (change := _changed(values, cell, deltas.pop())) is not None:
                yield change

    def _without(self, violated: Violated, cell: int, delta: Number, left_out: frozenset[int]) -> dict[int, Number]:
        """The sums that still fail once a cell has lost what it has too much."""
        rest = dict(violated)
        for number, sign in self._holding[cell]:
            if number in left_out:
                continue
            difference = rest.pop(number, 0) - delta * sign
            if difference:
                rest[number] = difference
        return rest

    def components(self, violated: Violated) -> tuple[dict[int, Number], ...]:
        """Sums that fail, in groups: two sums stand in one group where they share a cell."""
        left = dict(violated)
        groups = []
        while left:
            number, difference = next(iter(left.items()))
            group, queue = {number: difference}, [number]
            del left[number]
            while queue:
                cells = self._signs[queue.pop()].keys()
                near = list(compress(left, (bool(cells & self._signs[other].keys()) for other in left)))
                group |= {other: left.pop(other) for other in near}
                queue += near
            groups.append(dict(sorted(group.items())))
        return tuple(groups)


def _getter(positions: Sequence[int]) -> Side:
    """Gives the figures at some positions as a sequence, also where there is one."""
    if len(positions) == 1:
        one: Side = itemgetter(slice(positions[0], positions[0] + 1))
        return one
    several: Side = itemgetter(*positions)
    return several


def _changed(values: Values, cell: int, delta: Number) -> Change | None:
    value = values[cell]
    if value is None or value - delta < 0:
        return None
    return Change(cell, value - delta)


def _cell(change: Change) -> int:
    return change.cell
