"""Cells found so far of one statutory table, and the grid they make."""

from collections import Counter
from collections.abc import Iterable

import attrs

from govdisclosure.documents.document import Document
from govdisclosure.extraction.tables.figures import ILLEGIBLE, Figure, read_figure
from govdisclosure.extraction.tables.labels import column_at
from govdisclosure.model.count import Count, Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import Form, TableName, forms_of
from govdisclosure.model.place import CellName, Place
from govdisclosure.model.statistics import Cell, Grid, Oddity, OddityKind

__all__ = ["Collector"]


@attrs.define
class Collector:
    """Collects the cells of one statutory table.

    Attributes:
        document: The document.
        table: Which table.
        cells: What was found, by row and column.
        oddities: What is unusual about the layout.
        last: The row that was found last, by name.
        closed: True where the table was found and its figures cannot be given to its cells.
    """

    document: Document
    table: TableName
    cells: dict[tuple[str, str], Count] = attrs.field(factory=dict)
    oddities: list[Oddity] = attrs.field(factory=list)
    last: str = ""
    closed: bool = False
    _first: int | None = None
    _end: int = 0

    def put(self, row: str, column: str, start: int, end: int) -> None:
        """A cell whose text stands at ``document.text[start:end]``."""
        text = self.document.text[start:end]
        self.put_figure(row, column, start, end, read_figure(text, column_at(self.table, row, column)))

    def put_figure(self, row: str, column: str, start: int, end: int, figure: Figure) -> None:
        """A cell that has been read already."""
        place = attrs.evolve(
            self.document.place(start, end), cell=CellName(table=self.table.value, row=row, column=column)
        )
        text = self.document.text[start:end].strip()
        count = Count(printed=figure.printed, text=text, value=figure.value, unit=figure.unit, at=place)
        before = self.cells.get((row, column))
        if before is not None and (before.printed, before.value) != (count.printed, count.value):
            # The same cell twice with two figures: which of them is meant cannot be told.
            count = attrs.evolve(count, printed=Printed.ILLEGIBLE, value=None, text=f"{before.text} | {text}")
        self.cells[row, column] = count
        self.span(start, end)

    def put_illegible(self, row: str, columns: Iterable[str], start: int, end: int) -> None:
        """A row of which the cells cannot be told apart: each has the whole text, and none a value."""
        for column in columns:
            self.put_figure(row, column, start, end, ILLEGIBLE)

    def span(self, start: int, end: int) -> None:
        """Widen the place of the table."""
        self._first = start if self._first is None else min(self._first, start)
        self._end = max(self._end, end)

    def odd(self, kind: OddityKind, start: int, end: int, label: str = "") -> None:
        """Note something unusual about the layout, by the words that stand there where no ``label`` is given."""
        label = label or " ".join(self.document.text[start:end].split())
        oddity = Oddity(kind=kind, label=label[:_LONGEST_LABEL], at=self.document.place(start, end))
        if oddity not in self.oddities:
            self.oddities.append(oddity)

    @property
    def rows(self) -> set[str]:
        """The rows found so far."""
        return {row for row, _ in self.cells}

    def grid(self, default: Edition) -> Grid | None:
        """The grid of what was found; nothing where no cell was.

        Args:
            default: The edition to assume where the labels fit more than one form.
        """
        if not self.cells or self._first is None:
            return None
        form = self._form(default)
        order = [*form.cells(), *(cell for other in forms_of(self.table) for cell in other.cells())]
        known = {key: n for n, key in reversed(tuple(enumerate(order)))}
        cells = sorted(self.cells.items(), key=lambda item: known.get(item[0], len(known)))
        foreign: dict[str, Place] = {}
        for (row, column), count in cells:
            if (row, column) not in form and count.at is not None:
                foreign.setdefault(_foreign_label(form, row, column), count.at)
        for label, at in foreign.items():
            self.odd(OddityKind.OTHER_FORM, at.start, at.end, label)
        return Grid(
            table=self.table,
            edition=form.edition,
            cells=tuple(Cell(row=row, column=column, count=count) for (row, column), count in cells),
            oddities=tuple(self.oddities),
            at=self.document.place(self._first, self._end),
        )

    def _form(self, default: Edition) -> Form:
        """The form that most of the telling cells belong to."""
        forms = forms_of(self.table)
        owners = Counter(form.edition for key in self.cells for form in forms if key in form and _tells(forms, key))
        return max(forms, key=lambda form: (owners[form.edition], form.edition is default))


_LONGEST_LABEL = 80


def _tells(forms: Iterable[Form], key: tuple[str, str]) -> bool:
    """Whether a cell belongs to one form only."""
    return sum(key in form for form in forms) == 1


def _foreign_label(form: Form, row: str, column: str) -> str:
    """What a form does not have of a cell, by its label in the form that does: the row, or the column alone."""
    other = next(each for each in forms_of(form.table) if (row, column) in each)
    if any(each.key == row for each in form.rows):
        return other.column(column).label
    return other.row(row).label
