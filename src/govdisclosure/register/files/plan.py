"""How the rows of one table are read: from its headers to the cells of each field."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Any, Final, TypeAlias

import attrs

from govdisclosure.register.files.columns import events_of, headers
from govdisclosure.register.files.header import Header, Kind
from govdisclosure.register.files.headings import Column, Heading
from govdisclosure.register.files.values import Bad, Cell, Values, as_text, formula_fault

__all__ = ["EventPlan", "FieldPlan", "Plan", "plan_of"]

_CACHED: Final = 200_000


Read: TypeAlias = tuple[list[Any], bool]
"""What a cell says, and whether some of it could not be understood."""


class _Reader:
    """A reader of values that remembers the texts it has seen."""

    def __init__(self, values: Values) -> None:
        self._values = values
        self._seen: dict[str, Read] = {}
        self._free = values.parts == ""

    def __call__(self, cell: Cell) -> Read:
        """The values of a cell, one ``None`` for a blank one, and whether any could not be understood."""
        fault = formula_fault(cell)
        if fault is not None:
            return [fault], True
        if not isinstance(cell, str) or self._free:
            value = self._values.read(cell)
            return [value], isinstance(value, Bad)
        found = self._seen.get(cell)
        if found is None:
            values = self._read(cell)
            found = values, any(isinstance(value, Bad) for value in values)
            if len(self._seen) < _CACHED:
                self._seen[cell] = found
        return found

    def _read(self, text: str) -> list[Any]:
        values = self._values
        # What stands between semicolons has its place, even where nothing stands there.
        placed = values.splits_first or ";" in text or "；" in text
        whole = None if placed else values.read(text)
        if whole is not None and not isinstance(whole, Bad):
            return [whole]
        parts = _split(text, values.parts)
        if len(parts) > 1:
            return [one for part in parts for one in self._loosely(part)]
        return self._loosely(text)

    def _loosely(self, text: str) -> list[Any]:
        whole = self._values.read(text)
        if not isinstance(whole, Bad) or not self._values.loose:
            return [whole]
        parts = [self._values.read(part) for part in _split(text, self._values.loose)]
        understood = len(parts) > 1 and not any(part is None or isinstance(part, Bad) for part in parts)
        return parts if understood else [whole]


def _split(text: str, signs: str) -> list[str]:
    first = signs[0]
    for sign in signs[1:]:
        text = text.replace(sign, first)
    return text.split(first)


@attrs.frozen(kw_only=True, eq=False)
class FieldPlan:
    """Where a field's values stand.

    Attributes:
        header: What it is.
        choices: Its columns by their names: the first name of which a cell is filled holds; of one name by slot.
        read: From a cell to its values.
        only: The index of the column where there is but one.
    """

    header: Header
    choices: tuple[tuple[Column, ...], ...]
    read: Callable[[Cell], Read]
    only: int | None

    def filled(self, row: Sequence[Cell]) -> tuple[Column, ...]:
        """The columns that hold in a row; none where all are blank."""
        for columns in self.choices:
            if any(_is_filled(row, column.index) for column in columns):
                return columns
        return ()


def _is_filled(row: Sequence[Cell], index: int) -> bool:
    cell = row[index]
    return cell is not None and cell != "" and bool(as_text(cell).strip())


@attrs.frozen(kw_only=True, eq=False)
class EventPlan:
    """Where what is told of one event stands.

    Attributes:
        event: The event.
        fields: The fields of it that the table has.
        indexes: All their columns.
    """

    event: StrEnum
    fields: tuple[FieldPlan, ...]
    indexes: tuple[int, ...]

    def is_told(self, row: Sequence[Cell]) -> bool:
        """Whether anything stands in its columns in a row."""
        for index in self.indexes:
            cell = row[index]
            if cell is not None and cell != "":
                return True
        return False

    def field(self, attribute: str) -> FieldPlan | None:
        """The field of an attribute of the event; ``None`` where the table has none."""
        return next((field for field in self.fields if field.header.attribute == attribute), None)


@attrs.frozen(kw_only=True, eq=False, slots=False)
class Plan:
    """How the rows of one table are read.

    Attributes:
        kind: What they are.
        heading: The headers.
        fields: The fields of the entry itself that it has.
        events: The events it tells of, in lawful order.
        width: How many columns its headers take.
    """

    kind: Kind
    heading: Heading
    fields: tuple[FieldPlan, ...]
    events: tuple[EventPlan, ...]
    width: int

    @cached_property
    def numbering(self) -> FieldPlan | None:
        """The field of the entry's number; ``None`` where the table has none."""
        return next((field for field in self.fields if field.header.field == "id"), None)

    @cached_property
    def scalars(self) -> tuple[tuple[str, FieldPlan], ...]:
        """The other fields of the entry itself, by their names."""
        return tuple((field.header.field, field) for field in self.fields if field.header.field != "id")

    @cached_property
    def named(self) -> frozenset[StrEnum]:
        """Events of which the table says with whom they happened."""
        return frozenset(one.event for one in self.events if one.field("party") is not None)


def plan_of(heading: Heading, kind: Kind) -> Plan:
    """How the rows below some headers are read."""
    readers: dict[int, _Reader] = {}

    def field(header: Header) -> FieldPlan | None:
        columns = [column for column in heading.columns if column.header is header]
        if not columns:
            return None
        ranks = sorted({column.rank for column in columns})
        choices = tuple(
            tuple(sorted((one for one in columns if one.rank == rank), key=lambda one: one.slot)) for rank in ranks
        )
        read = readers.setdefault(id(header.values), _Reader(header.values))
        only = columns[0].index if len(columns) == 1 and columns[0].slot == 0 else None
        return FieldPlan(header=header, choices=choices, read=read, only=only)

    fields = tuple(made for header in headers(kind) if header.event is None and (made := field(header)))
    events = []
    for event, columns in events_of(kind):
        found = tuple(made for header in columns if (made := field(header)))
        if found:
            indexes = tuple(column.index for one in found for each in one.choices for column in each)
            events.append(EventPlan(event=event, fields=found, indexes=indexes))
    return Plan(kind=kind, heading=heading, fields=fields, events=tuple(events), width=len(heading.texts))
