"""Days as callers give them."""

from datetime import date
from typing import TypeAlias

import pendulum

from govdisclosure.errors import UsageError
from govdisclosure.text.dates import find_dates
from govdisclosure.text.normalise import fold

__all__ = ["Day", "as_day"]

Day: TypeAlias = date | str | None


def _written_day(words: str) -> pendulum.Date:
    text = fold(words.strip())
    for found in find_dates(text):
        if (found.start, found.end) == (0, len(text)):
            return found.on
    return pendulum.Date.fromisoformat(words)


def as_day(value: Day) -> pendulum.Date | None:
    """A day from a date or from ``YYYY-MM-DD``; written ``2011/3/31`` or ``2011年3月31日`` too.

    >>> as_day("2011-03-31")
    Date(2011, 3, 31)
    """
    if value is None:
        return None
    try:
        if isinstance(value, str):
            return _written_day(value)
        return pendulum.Date(value.year, value.month, value.day)
    except (AttributeError, TypeError, ValueError):
        shown = repr(value)[:40]
        zh, en = f"日期应写作 YYYY-MM-DD，例如 2011-03-31，不是{shown}", f"a day is written YYYY-MM-DD, not {shown}"
        raise UsageError(zh, en) from None
