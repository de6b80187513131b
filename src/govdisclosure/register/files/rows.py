"""From one row of a table to the fields and events of its entry."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final

import attrs
import pendulum

from govdisclosure.model.place import Place
from govdisclosure.model.request import RequestEventKind
from govdisclosure.register.files.faults import Faults
from govdisclosure.register.files.header import HAPPENED
from govdisclosure.register.files.plan import EventPlan, FieldPlan
from govdisclosure.register.files.values import Bad, Cell

__all__ = ["Found", "Row"]

_R: Final = RequestEventKind
# One date for several results, or for several who were consulted, is the date of each.
_TOGETHER: Final = frozenset({_R.REPLIED, _R.THIRD_PARTY_CONSULTED, _R.ORGAN_CONSULTED, _R.CO_MAKER_CONSULTED})
Found = tuple[int, dict[str, Any], Place]
"""An event that a row tells of: its number among those of its kind, its attributes, and where they stand."""


@attrs.define(kw_only=True, eq=False)
class Row:
    """One row while it is read.

    Attributes:
        number: Its number, from 1.
        cells: Its cells, as many as there are headers.
        faults: Where to note what cannot be read.
        sheet: The name of its sheet.
        id: The number of its entry, once that is known.
        lengths: For each kind of event read, how many places there were for one, filled or not.
        undated: Events read, by kind and number, whose day is left blank: other columns alone tell of them.
    """

    number: int
    cells: Sequence[Cell]
    faults: Faults
    sheet: str | None = None
    id: str | None = None
    lengths: dict[StrEnum, int] = attrs.field(factory=dict)
    undated: set[tuple[StrEnum, int]] = attrs.field(factory=set)

    def fault(self, zh: str, en: str, column: str | None = None, *, kept: bool = True, lost: bool = True) -> None:
        """Note a fault of this row; ``lost`` where something that it says was not read."""
        about = (self.id,) if lost and self.id is not None else ()
        self.faults.add(self.number, zh, en, column=column, sheet=self.sheet, id=self.id, kept=kept, entries=about)

    def place(self, index: int) -> Place:
        """The place of a cell."""
        return Place(start=0, end=0, line=self.number, column=index + 1)

    def values(self, field: FieldPlan) -> list[Any]:
        """The values of a field in order, a blank one ``None``; empty where nothing is filled."""
        if field.only is not None:
            cell = self.cells[field.only]
            if cell is None or cell == "":
                return []
            found, has_bad = field.read(cell)
            if has_bad:
                self._report(found, field, field.choices[0][0].printed)
            return found if len(found) > 1 or found[0] is not None else []
        values: list[Any] = []
        for column in field.filled(self.cells):
            values += [None] * (column.slot - len(values))
            found, has_bad = field.read(self.cells[column.index])
            if has_bad:
                self._report(found, field, column.printed)
            values += found
        return values if any(value is not None for value in values) else []

    def _report(self, found: list[Any], field: FieldPlan, column: str) -> None:
        for value in found:
            if isinstance(value, Bad):
                dated = field.header.attribute == "on" and field.header.event is not None
                zh, en = _DATED if dated else _LEFT_OUT
                self.fault(value.zh + zh, value.en + en, column)

    def one(self, field: FieldPlan) -> Any:  # noqa: ANN401  whatever the column holds
        """The one value of a field of the entry; ``None`` where it is blank or could not be read."""
        if field.only is not None and not field.header.values.parts:
            value = field.header.values.read(self.cells[field.only])
            if not isinstance(value, Bad):
                return value
        found = self.values(field)
        if len(found) == 1:
            return None if isinstance(found[0], Bad) else found[0]
        values = [value for value in found if value is not None]
        if not values or isinstance(values[0], Bad):
            return None
        if any(value != values[0] for value in values[1:]):
            column = field.choices[0][0].printed
            self.fault(
                "同一项填了不同的内容，只采用了第一个；请核对并留一个",
                "filled in more than once with different values; the first was taken; check and keep one",
                column,
            )
        return values[0]

    def events(self, plan: EventPlan) -> Iterator[Found]:
        """What the row tells of one kind of event."""
        lists: dict[str, list[Any]] = {}
        for field in plan.fields:
            values = self.values(field)
            if values:
                lists[field.header.attribute] = values
        if not lists:
            return
        if len(lists) == 1 and isinstance(lists.get("on", [None])[0], pendulum.Date) and len(lists["on"]) == 1:
            # Most events are one date and nothing more.
            self.lengths[plan.event] = 1
            yield 0, {"on": lists["on"][0]}, self.place(_index(plan, self.cells, 0))
            return
        happened = lists.pop(HAPPENED, [None])[0]
        length = max(map(len, lists.values()), default=1)
        days = lists.get("on", [])
        if len(days) == 1 < length and plan.event in _TOGETHER:
            lists["on"] = days * length
        if length > 1:
            filled = max(map(_trimmed, lists.values()))
            if any(len(values) != length and _trimmed(values) != filled for values in lists.values()):
                self._unequal(plan)
        self.lengths[plan.event] = length
        for number in range(length):
            told = {name: values[number] for name, values in lists.items() if number < len(values)}
            attributes = self._event(plan, told, happened if number == 0 else None, number)
            if attributes is not None:
                yield number, attributes, self.place(_index(plan, self.cells, number))

    def _event(self, plan: EventPlan, told: Mapping[str, Any], happened: object, number: int) -> dict[str, Any] | None:
        """The attributes of an event; nothing where the row does not say that it happened."""
        day = told.get("on")
        kept = {name: value for name, value in told.items() if not (name == "on" or value is None or _is_bad(value))}
        is_dated = isinstance(day, pendulum.Date | Bad)
        telling = any(not (name == "party" or (name == "approved" and not value) or (name == "days" and not value))
                      for name, value in kept.items())  # fmt: skip
        denied = day is False or (happened is False and not is_dated)
        if happened is False and is_dated:
            self._contradicts(plan)
        if denied or not (is_dated or day is True or happened is True or telling):
            if (telling and denied) or (kept.get("party") is not None and not denied):
                self._contradicts(plan)
            return None
        if day is None and happened is not True:
            self.undated.add((plan.event, number))
        return {"on": day if isinstance(day, pendulum.Date) else None, **kept}

    def _unequal(self, plan: EventPlan) -> None:
        self.fault(
            "一格里填了几个，与相关各列的个数不一致，无法逐一对应；请按顺序用分号隔开，没有的也留出空位",
            "several values in a cell and not as many in the columns beside it; part them by semicolons, one for each",
            plan.fields[0].choices[0][0].printed,
        )

    def _contradicts(self, plan: EventPlan) -> None:
        self.fault(
            "有关各列说法不一（有的填了内容，日期却空着或填“否”）；请核对并补上日期",
            "the columns on this do not agree (some are filled in, the date is blank or says no); check, add the date",
            plan.fields[0].choices[0][0].printed,
        )


_LEFT_OUT: Final = ("；此项没有采用", "; it was left out")
_DATED: Final = ("；此项按“日期不明”处理", "; taken as a day that is not known")


def _is_bad(value: object) -> bool:
    return isinstance(value, Bad)


def _trimmed(values: Sequence[object]) -> int:
    """How many values there are up to the last that is filled."""
    return max((number for number, value in enumerate(values, 1) if value is not None), default=0)


def _index(plan: EventPlan, cells: Sequence[Cell], number: int) -> int:
    """The column in which an event stands: that of its number, else the first that is filled."""
    for field in plan.fields:
        if field.only is not None:
            if cells[field.only] is not None and cells[field.only] != "":
                return field.only
        elif columns := field.filled(cells):
            return columns[min(number, len(columns) - 1)].index
    return plan.fields[0].choices[0][0].index
