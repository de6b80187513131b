"""The term within which an item must be published, and whether it was kept."""

from functools import cache
from typing import Literal, TypeAlias

import attrs
import pendulum

from govdisclosure.errors import CalendarNotPublishedError, NotInForceError, UsageError
from govdisclosure.law import WorkCalendar, parameter
from govdisclosure.law.dated import Parameter
from govdisclosure.law.provision import Citation
from govdisclosure.model.item import Item
from govdisclosure.rules.items.duties import started_on

__all__ = ["Term", "Unsettled", "published", "term_of"]

Unsettled: TypeAlias = Literal["undated", "before_law", "calendar"]
"""Why there is no due day: the item has no date, no Regulation was in force yet, or a year is not announced yet."""


@attrs.frozen(kw_only=True)
class Term:
    """The term of one item.

    Attributes:
        start: The day the item was made or last changed; the term runs from the next day.
        days: Working days of the term.
        due: The last day; ``None`` where it cannot be told.
        cite: The provision that sets the term.
        why: Why there is no due day.
    """

    start: pendulum.Date | None = None
    days: int = 0
    due: pendulum.Date | None = None
    cite: Citation | None = None
    why: Unsettled | None = None

    def over(self, day: pendulum.Date | None) -> bool | None:
        """Whether a day lies after the term; ``None`` where that cannot be told.

        So many working days never end before as many days of the calendar have passed: what lies within those is within
        the term, announced year or not.
        """
        if day is None or self.start is None or self.why == "before_law":
            return None
        if day.toordinal() - self.start.toordinal() <= self.days:
            return False
        return None if self.due is None else day > self.due

    def taken(self, day: pendulum.Date | None, calendar: WorkCalendar) -> int | None:
        """Working days from the start to a day; ``None`` where they cannot be counted."""
        if day is None or self.start is None:
            return None
        try:
            return int(calendar.count(self.start, day))
        except CalendarNotPublishedError:
            return None


def term_of(item: Item, calendar: WorkCalendar) -> Term:
    """The term within which an item must be published (2007 Art 18, 2019 Art 26)."""
    start = started_on(item)
    if start is None:
        return Term(why="undated")
    try:
        dated = _publication().at(start)
    except NotInForceError:
        return Term(start=start, why="before_law")
    days = dated.value if isinstance(dated.value, int) else 0
    try:
        due = calendar.add(start, days)
    except (CalendarNotPublishedError, UsageError):
        return Term(start=start, days=days, cite=dated.cite, why="calendar")
    return Term(start=start, days=days, due=due, cite=dated.cite)


@cache
def _publication() -> Parameter:
    return parameter("publication.term")


def published(item: Item, as_of: pendulum.Date | None) -> bool:
    """Whether an item was published, as far as its day says; a day after ``as_of`` is a plan."""
    return item.published_on is not None and (as_of is None or item.published_on <= as_of)
