"""Items of a catalogue to table two: in which cells one counts in a year, by the form."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final, TypeAlias

import pendulum

from govdisclosure.model.edition import Edition
from govdisclosure.model.item import Item, ItemKind
from govdisclosure.register.tables.booking import Booked, CellKey, Reason, Span, uncounted

__all__ = ["ROWS", "book_item", "ended_on", "lapsed_in"]

_Way: TypeAlias = Callable[[Item, str, Span], Booked | None]
_TEN_THOUSAND: Final = 4
"""The power of ten."""


def book_item(item: Item, span: Span) -> Booked | None:
    """In which cells of table two an item counts; ``None`` for one that does not concern the year or the table.

    Args:
        item: The item.
        span: The year.
    """
    if item.kind is None:
        return None if item.made_on is not None and item.made_on > span.last else uncounted(Reason.NO_ITEM_KIND)
    counted = ROWS[span.edition].get(item.kind)
    if counted is None:
        return None
    row, way = counted
    return way(item, row, span)


def ended_on(item: Item, span: Span) -> pendulum.Date | None:
    """The first day on which it was no longer in force, as far as that is known; ``None`` while it is in force."""
    repealed = item.repealed_on if item.repealed_on is not None and span.knows(item.repealed_on) else None
    lapsed = _after(item.valid_to) if item.valid_to is not None else None
    return min((day for day in (repealed, lapsed) if day is not None), default=None)


def lapsed_in(item: Item, span: Span) -> bool:
    """Whether it ended in the year because its time was over, and not by repeal."""
    end = ended_on(item, span)
    return end is not None and end in span and end != item.repealed_on


def _after(day: pendulum.Date) -> pendulum.Date:
    following = date.fromordinal(min(day.toordinal() + 1, date.max.toordinal()))
    return pendulum.Date(following.year, following.month, following.day)


def _count(item: Item, *cells: CellKey) -> Booked:
    return Booked(tuple((cell, item.count) for cell in cells))


def _issued(item: Item, row: str, span: Span) -> Booked | None:
    """Documents by the form of 2021: issued, repealed, in force. One whose time ran out counts with those repealed."""
    made, end = item.made_on, ended_on(item, span)
    if (end is not None and end < span.first and (made is None or made <= end)) or _later(made, span):
        return None
    if made is None:
        return uncounted(Reason.NO_MAKING_DAY, row)
    if end is not None and end < made:
        return uncounted(Reason.ENDED_BEFORE_MADE, row)
    ends = end is not None and end <= span.last
    cells = ["issued"] * (made in span) + ["repealed"] * ends + ["in_force"] * (not ends)
    return _count(item, *((row, column) for column in cells))


def _disclosed(item: Item, row: str, span: Span) -> Booked | None:
    """Documents by the form of 2019: made this year, disclosed this year, disclosed in all."""
    made, published = item.made_on, item.published_on
    if published is not None and published > span.last:
        published = None
    if _later(made, span):
        return None
    if made is None:
        return uncounted(Reason.NO_MAKING_DAY, row)
    if published is not None and published < made:
        return uncounted(Reason.PUBLISHED_BEFORE_MADE, row)
    cells = ["made"] * (made in span) + ["disclosed"] * (published in span)
    cells += ["total_disclosed"] * (published is not None)
    return _count(item, *((row, column) for column in cells)) if cells else None


def _decided(item: Item, row: str, span: Span) -> Booked | None:
    if item.made_on is None:
        return uncounted(Reason.NO_MAKING_DAY, row, "decisions")
    return _count(item, (row, "decisions")) if item.made_on in span else None


def _listed(item: Item, row: str, span: Span) -> Booked | None:
    """Matters by the form of 2019: in force at the end of last year, and the change since."""
    start, end = item.made_on or item.valid_from, ended_on(item, span)
    if (end is not None and end < span.first and (start is None or start <= end)) or _later(start, span):
        return None
    if start is None:
        return uncounted(Reason.NO_MAKING_DAY, row)
    if end is not None and end < start:
        return uncounted(Reason.ENDED_BEFORE_MADE, row)
    cells: list[tuple[CellKey, int | Decimal]] = []
    if start < span.first and (end is None or end >= span.first):
        cells.append(((row, "previous"), item.count))
    change = (start in span) - (end is not None and end <= span.last)
    return Booked((*cells, ((row, "change"), change * item.count))) if change or cells else None


def _collected(item: Item, row: str, span: Span) -> Booked | None:
    if item.made_on is not None and item.made_on not in span:
        return None
    reason = Reason.NO_MAKING_DAY if item.made_on is None else _unfit(item.amount)
    if reason is not None or item.amount is None:
        return uncounted(reason or Reason.NO_AMOUNT, row, "amount")
    return Booked((((row, "amount"), item.amount.scaleb(-_TEN_THOUSAND)),))


def _procured(item: Item, row: str, span: Span) -> Booked | None:
    if item.made_on is not None and item.made_on not in span:
        return None
    reason = Reason.NO_MAKING_DAY if item.made_on is None else _unfit(item.amount)
    if reason is not None or item.amount is None:
        return uncounted(reason or Reason.NO_AMOUNT, row)
    return Booked((((row, "projects"), item.count), ((row, "amount"), item.amount)))


def _unfit(amount: Decimal | None) -> Reason | None:
    if amount is None or not amount.is_finite():
        return Reason.NO_AMOUNT
    return Reason.NEGATIVE_AMOUNT if amount < 0 else None


def _later(day: pendulum.Date | None, span: Span) -> bool:
    return day is not None and day > span.last


_DECISIONS: Final[Mapping[ItemKind, tuple[str, _Way]]] = {
    ItemKind.LICENCE_DECISION: ("licences", _decided),
    ItemKind.PENALTY_DECISION: ("penalties", _decided),
    ItemKind.COERCION_DECISION: ("coercive_measures", _decided),
}
ROWS: Final[Mapping[Edition, Mapping[ItemKind, tuple[str, _Way]]]] = MappingProxyType(
    {
        Edition.UNIFIED_2019: {
            ItemKind.RULES: ("rules", _disclosed),
            ItemKind.NORMATIVE_DOCUMENT: ("normative_documents", _disclosed),
            ItemKind.LICENCE_MATTER: ("licences", _listed),
            ItemKind.OTHER_SERVICE_MATTER: ("other_services", _listed),
            ItemKind.OTHER_SERVICE_DECISION: ("other_services", _decided),
            ItemKind.PENALTY_MATTER: ("penalties", _listed),
            ItemKind.COERCION_MATTER: ("coercive_measures", _listed),
            ItemKind.CHARGE_MATTER: ("fees", _listed),
            ItemKind.PROCUREMENT: ("procurement", _procured),
            **_DECISIONS,
        },
        Edition.UNIFIED_2021: {
            ItemKind.RULES: ("rules", _issued),
            ItemKind.NORMATIVE_DOCUMENT: ("normative_documents", _issued),
            ItemKind.CHARGES: ("fees", _collected),
            **_DECISIONS,
        },
    }
)
"""For each form, the row that counts a kind of item, and how; a kind that is not named stands in no row of the form."""
