"""Naming the statutory tables, their rows, columns and cells in messages and facts, and saying where they stand."""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

import attrs

from govdisclosure.law import cite
from govdisclosure.law.provision import Citation
from govdisclosure.model.count import Count, Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import Form, TableName
from govdisclosure.model.labels import TABLE_NAMES, cell_words, column_words, row_words
from govdisclosure.model.place import CellName, Place
from govdisclosure.model.report import AnnualReport, Content
from govdisclosure.model.statistics import Grid, Oddity
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.outcome import Message
from govdisclosure.rules.rule import BlankIs
from govdisclosure.text.normalise import squeeze

__all__ = [
    "CONTENTS",
    "TABLES",
    "ZEROS",
    "cell_facts",
    "cell_label",
    "cell_name",
    "cell_place",
    "cell_value",
    "column_label",
    "counted",
    "figure_cites",
    "form_notice",
    "grids",
    "noted",
    "odd_labels",
    "row_label",
    "some",
    "zero_facts",
    "zeros",
]

TABLES: dict[TableName, Message] = {table: Message(*words) for table, words in TABLE_NAMES.items()}
"""What the statutory tables are called, from the section of the form that each fills."""

CONTENTS: dict[TableName, Content] = {
    TableName.PROACTIVE: Content.PROACTIVE,
    TableName.REQUESTS: Content.REQUESTS,
    TableName.REMEDIES: Content.REMEDIES,
}
"""The section that each table of the unified forms fills."""

ZEROS = Message("空白和符号已计为0。", "Blanks and dashes were counted as 0. ")
"""What a message says where the asker has blanks read as zeros."""

_FORMS = {Edition.UNIFIED_2019: "form-2019", Edition.UNIFIED_2021: "form-2021", Edition.FREE_FORM: "statistics-2014"}
_SHOWN = 8
_LONGEST = 40


def grids(report: AnnualReport) -> tuple[Grid, ...]:
    """The tables of the unified forms that were read."""
    return tuple(grid for table in CONTENTS if (grid := report.statistics[table]) is not None)


def figure_cites(report: AnnualReport, form: Form) -> tuple[Citation, ...]:
    """What a figure of a table rests on: the duty to be accurate, and the form."""
    return _figures(report.year, form.edition)


def form_notice(form: Form) -> Citation:
    """The notice that set a form."""
    return cite(_FORMS[form.edition])


@lru_cache(maxsize=256)
def _figures(year: int | None, edition: Edition) -> tuple[Citation, ...]:
    first = {Edition.UNIFIED_2019: 2019, Edition.UNIFIED_2021: 2021}.get(edition)
    return (*accuracy(first if year is None else year), cite(_FORMS[edition]))


def row_label(form: Form, key: str) -> Message:
    """A row as the form prints it, its group before it."""
    return Message(*row_words(form, key))


def column_label(form: Form, key: str) -> Message:
    """A column as the form prints it."""
    return Message(*column_words(form, key))


def cell_label(grid: Grid, row: str, column: str) -> Message:
    """A cell by its row and column, as the form prints them that has it."""
    return Message(*cell_words(grid.form_at(row, column), row, column))


def cell_name(grid: Grid, row: str, column: str) -> CellName:
    """A cell by the names of the form."""
    return CellName(table=grid.table.value, row=row, column=column)


def cell_place(grid: Grid, row: str, column: str) -> Place:
    """Where a cell stands: its own place, else the table's; a table that was put together has no place but its name."""
    at = grid[row, column].at or grid.at or Place(start=0, end=0)
    return attrs.evolve(at, cell=cell_name(grid, row, column))


def cell_facts(row: str, column: str, count: Count) -> dict[str, object]:
    """A cell and what is printed there, for facts: a number, a decimal as text, or null and how the cell stood."""
    facts: dict[str, object] = {"row": row, "column": column}
    if count.value is None:
        return facts | {"printed": None, "state": count.printed.value}
    return facts | {"printed": count.value if isinstance(count.value, int) else str(count.value)}


def counted(count: Count, blank_is: BlankIs) -> int | None:
    """What a cell without a number counts as: 0 for a blank or a dash where the asker says so, else nothing."""
    zero = blank_is == "zero" and count.printed in {Printed.BLANK, Printed.DASH}
    return 0 if zero else None


def zeros(blank_is: BlankIs, *cells: tuple[Grid, str, str]) -> Message:
    """What a message adds where a figure among these cells is no printed one, but what a blank counts as; else nothing.

    Args:
        blank_is: What a blank cell, or a dash in it, counts as.
        cells: Table, row and column of each cell that a comparison rests on.
    """
    columns = {column for grid, row, column in cells if counted(grid[row, column], blank_is) is not None}
    summed = ("空白的总计已按各项之和计。", "Blank totals were counted as the sum of their parts. ")
    said = [(ZEROS.zh, ZEROS.en)] * bool(columns - {"total"}) + [summed] * ("total" in columns)
    return Message("".join(zh for zh, _ in said), "".join(en for _, en in said))


def noted(message: Message, note: Message) -> Message:
    """A message with what :func:`zeros` says behind it."""
    if not note.zh:
        return message
    return Message(f"{message.zh.removesuffix('。')}。{note.zh}", f"{message.en.removesuffix('.')}. {note.en}".rstrip())


def zero_facts(note: Message) -> dict[str, object]:
    """The option for facts, where :func:`zeros` has something to say."""
    return {"blank_is": "zero"} if note.zh else {}


def cell_value(grid: Grid, row: str, column: str, blank_is: BlankIs) -> int | Decimal | None:
    """The value of a cell; where blanks count as zero, a total left blank counts as the sum of its parts."""
    count = grid[row, column]
    if count.value is not None or column != "total" or counted(count, blank_is) is None:
        return count.value if count.value is not None else counted(count, blank_is)
    columns = [key for key in grid.form_at(row, column).row(row).columns if key != "total"]
    values = [cell_value(grid, row, key, blank_is) for key in columns]
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def odd_labels(oddities: Iterable[Oddity]) -> list[str]:
    """The words that oddities are about, on one line and cut to what a label may be."""
    return [squeeze(one.label)[:_LONGEST] for one in oddities]


def some(labels: Iterable[str], mark: str) -> str:
    """Labels as one phrase; of many, the first few."""
    listed = tuple(labels)
    more = {"、": f"等{len(listed)}处", "; ": f" and {len(listed) - _SHOWN} more"}[mark] if len(listed) > _SHOWN else ""
    return mark.join(listed[:_SHOWN]) + more
