"""Which cells of the tables on a page a finding is about: those it names as its place or in its facts."""

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from govdisclosure.model.layout import layout_of
from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.statistics import Grid
from govdisclosure.rules.outcome import Outcome

__all__ = ["CellKey", "CellPlaces"]

CellKey: TypeAlias = tuple[str, str, str]
"""Table, row and column by the form's names."""

_FEW: Final = 6
"""A finding about more cells has its number on the first of them; the others are coloured alone."""
_DEPTH: Final = 6
"""How deep facts are looked into; those of the rules go to three."""


class CellPlaces:
    """The cells that the tables of a report print."""

    def __init__(self, report: AnnualReport) -> None:
        """List the cells by the layout of each table."""
        self._grids = tuple(report.statistics)
        self._printed = frozenset(
            (grid.table.value, *box.cell)
            for grid in self._grids
            for row in layout_of(grid).rows
            for box in row
            if box.cell is not None
        )

    def cells_of(self, outcome: Outcome) -> tuple[CellKey, ...]:
        """The printed cells that an outcome is about, the one it stands at first."""
        cell = outcome.at.cell if outcome.at is not None else None
        own = [] if cell is None else [(cell.table, cell.row, cell.column)]
        named = _named(outcome.facts, _text(outcome.facts.get("table")), _DEPTH)
        return tuple(key for key in dict.fromkeys((*own, *named)) if key in self._printed)

    def is_few(self, outcome: Outcome) -> bool:
        """Whether each of its cells is to bear its number."""
        return len(self.cells_of(outcome)) <= _FEW

    def grid_around(self, at: Place) -> Grid | None:
        """The table inside whose words a place lies."""
        within = (g for g in self._grids if g.at is not None and g.at.start <= at.start and at.end <= g.at.end)
        return next(within, None)

    def is_whole(self, at: Place, grid: Grid) -> bool:
        """Whether a place is the whole of a table."""
        return grid.at is not None and (at.start, at.end) == (grid.at.start, grid.at.end)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _named(facts: object, table: str, depth: int) -> Iterator[CellKey]:
    """The cells that facts name by ``row`` and ``column``, in order."""
    if depth == 0:
        return
    if isinstance(facts, Mapping):
        table = _text(facts.get("table")) or table
        row, column = _text(facts.get("row")), _text(facts.get("column"))
        if table and row and column:
            yield table, row, column
        facts = tuple(facts.values())
    if isinstance(facts, list | tuple):
        for value in facts:
            yield from _named(value, table, depth - 1)
