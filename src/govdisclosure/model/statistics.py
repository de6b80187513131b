"""The statutory tables of a report, as they were read."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

import attrs

from govdisclosure.model.count import ABSENT, Count
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import Form, TableName, forms_of
from govdisclosure.model.place import Place
from govdisclosure.model.printing import grid_html, grid_text, grid_word
from govdisclosure.text.language import Lang
from govdisclosure.text.markup import element
from govdisclosure.text.shown import Shown

__all__ = ["Cell", "Grid", "Oddity", "OddityKind", "Statistics"]


class OddityKind(StrEnum):
    """What is unusual about a table."""

    UNKNOWN_ROW = "unknown_row"
    """A row of figures whose label is none of the form's."""
    REPEATED_ROW = "repeated_row"
    """A row of the form that stands twice."""
    OTHER_FORM = "other_form"
    """A row or column that belongs to another form than the rest of the table."""


@attrs.frozen(kw_only=True)
class Oddity:
    """Something unusual about how a table is laid out; a rule judges it.

    Attributes:
        kind: What it is.
        label: The words it is about; of a cell of another form, the row or column that this form does not have.
        at: Where they stand.
    """

    kind: OddityKind
    label: str
    at: Place


@attrs.frozen(kw_only=True)
class Cell:
    """One cell: its row and column by the form's names, and what stands in it."""

    row: str
    column: str
    count: Count


@attrs.frozen(kw_only=True, slots=False)
class Grid(Shown):
    """One statutory table as it was read.

    Attributes:
        table: Which table.
        edition: The form its own labels follow, whatever form the report's year asks for.
        cells: Every cell that was found, in the order of the form; cells of another form of the same table come last.
        oddities: What is unusual about its layout.
        at: Where the table stands.
    """

    table: TableName
    edition: Edition
    cells: tuple[Cell, ...] = attrs.field()
    oddities: tuple[Oddity, ...] = ()
    at: Place | None = None

    @cells.validator
    def _of_a_form(self, _: object, cells: tuple[Cell, ...]) -> None:
        forms = forms_of(self.table)
        for cell in cells:
            if not any((cell.row, cell.column) in form for form in forms):
                raise ValueError(f"no form of {self.table.value} has the cell {cell.row}, {cell.column}")

    @cached_property
    def form(self) -> Form:
        """The form it follows."""
        forms = forms_of(self.table)
        return next((form for form in forms if form.edition is self.edition), forms[-1])

    def form_at(self, row: str, column: str) -> Form:
        """The form whose names a cell has: its own, or the other one that has it where a table mixes two."""
        forms = (self.form, *forms_of(self.table))
        return next((form for form in forms if (row, column) in form), self.form)

    @cached_property
    def _index(self) -> Mapping[tuple[str, str], Count]:
        return {(cell.row, cell.column): cell.count for cell in self.cells}

    def __getitem__(self, key: tuple[str, str]) -> Count:
        """The cell at (row, column); a cell that was not found is ``ABSENT``."""
        return self._index.get(key, ABSENT)

    def __iter__(self) -> Iterator[Cell]:
        """All cells that were found."""
        return iter(self.cells)

    def __repr__(self) -> str:
        """One line: which table by which form, and how much of it was read."""
        return f"<Grid {grid_word(self)}>"

    def __str__(self) -> str:
        """The table with its columns aligned, in Chinese; see :meth:`render`."""
        return grid_text(self)

    def render(self, lang: Lang = "zh") -> str:
        """The table with its columns aligned; personal numbers are masked.

        Args:
            lang: ``zh`` or ``en``.

        Raises:
            UsageError: It is another language.
        """
        return grid_text(self, lang)

    def to_html(self, lang: Lang | None = None) -> str:
        """The table in the layout of the official form; personal numbers are masked.

        Args:
            lang: Language of the labels; the form's own with the English below when ``None``.
        """
        return grid_html(self, lang)

    def value(self, row: str, column: str) -> int | Decimal | None:
        """The value of a cell; ``None`` unless a number is printed there."""
        return self[row, column].value

    @property
    def missing(self) -> tuple[str, ...]:
        """Rows of the form that were not found."""
        found = {cell.row for cell in self.cells}
        return tuple(row.key for row in self.form.rows if row.key not in found)


@attrs.frozen(kw_only=True)
class Statistics(Shown):
    """The statutory tables of a report; ``None`` for a table that was not found.

    Attributes:
        proactive: Table two.
        requests: Table three.
        remedies: Table four.
        annex: The statistics annex of 2014 to 2018.
    """

    proactive: Grid | None = None
    requests: Grid | None = None
    remedies: Grid | None = None
    annex: Grid | None = None

    def __repr__(self) -> str:
        """One line: each table by its form, and how much of it was read."""
        return f"<Statistics {', '.join(map(grid_word, self)) or 'no tables'}>"

    def render(self, lang: Lang = "zh") -> str:
        """The tables with their columns aligned.

        Args:
            lang: ``zh`` or ``en``.
        """
        return "\n\n".join(grid.render(lang) for grid in self)

    def to_html(self, lang: Lang | None = None) -> str:
        """The tables in the layout of the official form.

        Args:
            lang: Language of the labels; the form's own with the English below when ``None``.
        """
        return element("div", "".join(grid_html(grid, lang) for grid in self))

    def __getitem__(self, table: TableName) -> Grid | None:
        """A table by its name."""
        grid: Grid | None = getattr(self, table.value)
        return grid

    def __iter__(self) -> Iterator[Grid]:
        """The tables that were found."""
        return (grid for table in TableName if (grid := self[table]) is not None)
