"""Ruled tables of a PDF page: from the lines that are drawn to grids of cells with their spans.

Needs the ``pdf`` extra (pdfplumber), whose way from lines to cells it is.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs

from govdisclosure.documents.flow import FlowCell
from govdisclosure.documents.pdf_signs import Sign, join, lines_of

if TYPE_CHECKING:
    from pdfplumber.page import Page

__all__ = ["Grid", "TooManyLinesError", "grids"]

_Edge: TypeAlias = dict[str, Any]
_Cell: TypeAlias = tuple[float, float, float, float]

_TOLERANCE: Final = 3
_SHORTEST: Final = 3
# Two lines nearer than this are one rule drawn double.
_DOUBLE: Final = 4
_SIDE_RULES: Final = 3
_MAX_EDGES: Final = 30_000
_MAX_CROSSINGS: Final = 600_000
_MAX_POINTS: Final = 4_000
_WHITE: Final = ((1,), (1, 1, 1), (0, 0, 0, 0), 1)


class TooManyLinesError(Exception):
    """A page has more lines than tables have."""


@attrs.define
class Grid:
    """A table on a page: the lines between its columns and rows, its cells, and the characters in each."""

    columns: Sequence[float]
    rows: Sequence[float]
    cells: dict[tuple[int, int], tuple[int, int]]
    """Rowspan and colspan by row and column."""
    owner: dict[tuple[int, int], tuple[int, int]]
    """The cell that covers each square of the grid."""
    signs: dict[tuple[int, int], list[Sign]] = attrs.field(factory=dict)

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.rows[0]

    def take(self, sign: Sign) -> bool:
        """Put a character into the cell it stands in, if it does."""
        row = bisect_right(self.rows, sign.middle) - 1
        column = bisect_right(self.columns, (sign.x0 + sign.x1) / 2) - 1
        cell = self.owner.get((row, column))
        if cell is None:
            return False
        self.signs.setdefault(cell, []).append(sign)
        return True

    def table(self) -> list[list[FlowCell]]:
        """Its rows; squares that no cell covers are empty cells."""
        found: list[list[FlowCell]] = []
        for row in range(len(self.rows) - 1):
            line: list[FlowCell] = []
            for column in range(len(self.columns) - 1):
                if (row, column) in self.cells:
                    height, width = self.cells[row, column]
                    line.append(FlowCell(self._text((row, column)), rowspan=height, colspan=width))
                elif (row, column) not in self.owner:
                    line.append(FlowCell(""))
            found.append(line)
        return found

    def _text(self, cell: tuple[int, int]) -> str:
        text = ""
        for line in lines_of(self.signs.get(cell, ())):
            text += join(text, line.text) + line.text
        return text


def grids(page: "Page") -> list[Grid]:
    """The tables of a page, the smallest first; a frame around text is none.

    Raises:
        TooManyLinesError: There are more lines than tables have.
    """
    from pdfplumber.table import (  # noqa: PLC0415  the extra is needed for PDF only
        cells_to_tables,
        edges_to_intersections,
        intersections_to_cells,
        merge_edges,
    )

    edges = _edges(page)
    if len(edges) > _MAX_EDGES:
        raise TooManyLinesError
    edges = merge_edges(edges, _TOLERANCE, _TOLERANCE, _TOLERANCE, _TOLERANCE)
    edges += list(_sides(edges))
    upright = sum(edge["orientation"] == "v" for edge in edges)
    if upright * (len(edges) - upright) > _MAX_CROSSINGS:
        raise TooManyLinesError
    points = edges_to_intersections(edges, _TOLERANCE, _TOLERANCE)
    if len(points) > _MAX_POINTS:
        raise TooManyLinesError
    tables = cells_to_tables(intersections_to_cells(points))
    found = [_grid(cells) for cells in tables]
    return sorted((grid for grid in found if len(grid.columns) > 2), key=lambda grid: len(grid.owner))  # noqa: PLR2004


def _edges(page: "Page") -> list[_Edge]:
    """Straight level and upright lines long enough to be rules; white boxes behind text are not seen."""
    from pdfplumber.utils.geometry import curve_to_edges, line_to_edge, rect_to_edges  # noqa: PLC0415  as above

    drawn: list[_Edge] = [line_to_edge(line) for line in page.lines]
    for rect in page.rects:
        if rect["stroke"] or rect["non_stroking_color"] not in _WHITE:
            drawn += rect_to_edges(rect)
        if len(drawn) > _MAX_EDGES:
            raise TooManyLinesError
    for curve in page.curves:
        drawn += curve_to_edges(curve)
        if len(drawn) > _MAX_EDGES:
            raise TooManyLinesError
    return [
        edge
        for edge in drawn
        if (edge["orientation"] == "h" and edge["x1"] - edge["x0"] >= _SHORTEST)
        or (edge["orientation"] == "v" and edge["bottom"] - edge["top"] >= _SHORTEST)
    ]


def _sides(edges: Iterable[_Edge]) -> Iterable[_Edge]:
    """The sides of tables that are drawn open on the left and right, as in yearbooks."""
    alike: dict[tuple[int, int], list[_Edge]] = defaultdict(list)
    uprights = [edge for edge in edges if edge["orientation"] == "v"]
    for edge in edges:
        if edge["orientation"] == "h":
            alike[round(edge["x0"] / _TOLERANCE), round(edge["x1"] / _TOLERANCE)].append(edge)
    for rules in alike.values():
        top, bottom = min(rule["top"] for rule in rules), max(rule["top"] for rule in rules)
        inside = any(
            one["top"] < bottom and one["bottom"] > top and rules[0]["x0"] < one["x0"] < rules[0]["x1"]
            for one in uprights
        )
        if len(rules) < _SIDE_RULES or not inside:
            continue
        for x in (rules[0]["x0"], rules[0]["x1"]):
            if not any(
                abs(one["x0"] - x) <= _DOUBLE and one["top"] < bottom and one["bottom"] > top for one in uprights
            ):
                yield {**rules[0], "x0": x, "x1": x, "top": top, "bottom": bottom, "orientation": "v",
                       "height": bottom - top, "width": 0}  # fmt: skip


def _grid(cells: Sequence[_Cell]) -> Grid:
    columns = _lines([x for cell in cells for x in (cell[0], cell[2])])
    rows = _lines([y for cell in cells for y in (cell[1], cell[3])])
    grid = Grid(columns, rows, {}, {})
    for x0, top, x1, bottom in sorted(cells, key=lambda cell: (cell[1], cell[0])):
        left, right = bisect_right(columns, x0) - 1, bisect_right(columns, x1) - 1
        first, last = bisect_right(rows, top) - 1, bisect_right(rows, bottom) - 1
        squares = [(row, column) for row in range(first, last) for column in range(left, right)]
        if squares and not any(square in grid.owner for square in squares):
            grid.cells[first, left] = last - first, right - left
            grid.owner.update(dict.fromkeys(squares, (first, left)))
    return grid


def _lines(places: Iterable[float]) -> list[float]:
    """Where rules stand, those drawn double made one."""
    found: list[float] = []
    for place in sorted(set(places)):
        if not found or place - found[-1] >= _DOUBLE:
            found.append(place)
    return found
