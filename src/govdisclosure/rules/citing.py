"""Articles that several rules rest on, by the Regulation that governs the report year, or that held on a day.

A report whose year is not known, or lies before the Regulation of 2007, is answered with the articles of both
Regulations.
"""

from functools import cache, lru_cache

import pendulum

from govdisclosure.law import cite, instrument, regulations
from govdisclosure.law.provision import Citation

__all__ = [
    "NEW",
    "OLD",
    "accuracy",
    "articles_on",
    "contents",
    "deadline",
    "exceptions",
    "first_day",
    "governing",
    "privacy",
    "regulation_on",
]

OLD = "regulation-2007"
NEW = "regulation-2019"


def governing(year: int | None) -> tuple[str, ...]:
    """Ids of the Regulation that governs a report year; of both where none does.

    >>> governing(2010), governing(2024)
    (('regulation-2007',), ('regulation-2019',))
    """
    known = regulations()
    return tuple(made.id for made in known if year is not None and made.governs(year)) or tuple(
        made.id for made in known
    )


def accuracy(year: int | None) -> tuple[Citation, ...]:
    """The duty to publish accurate information: 2007 and 2019 Art 6."""
    return _provisions(year, ("6",), ("6",))


def contents(year: int | None, item2007: int | None = None, item2019: int | None = None) -> tuple[Citation, ...]:
    """What a report must contain: 2007 Art 32, 2019 Art 50 para 1, or one item of them."""
    old = "32" if item2007 is None else f"32i{item2007}"
    new = "50p1" if item2019 is None else f"50p1i{item2019}"
    return _provisions(year, (old,), (new,))


def deadline(year: int | None) -> tuple[Citation, ...]:
    """The duty to publish a report each year: 2007 Art 31, 2019 Art 49."""
    return _provisions(year, ("31",), ("49",))


def privacy(year: int | None) -> tuple[Citation, ...]:
    """The limit that personal privacy sets: 2007 Art 14, 2019 Art 15."""
    return _provisions(year, ("14",), ("15",))


def exceptions(year: int | None) -> tuple[Citation, ...]:
    """What is not disclosed: 2007 Arts 8 and 14, 2019 Arts 13 to 16."""
    return _provisions(year, ("8", "14"), ("13", "14", "15", "16"))


@cache
def first_day(regulation_id: str) -> pendulum.Date:
    """The first day on which a Regulation was in force."""
    day = instrument(regulation_id).in_force_from
    if day is None:
        raise AssertionError(regulation_id)
    return day


def regulation_on(day: pendulum.Date | None) -> str | None:
    """The id of the Regulation in force on a day; ``None`` before the first one, and where the day is not known."""
    if day is None or day < first_day(OLD):
        return None
    return NEW if day >= first_day(NEW) else OLD


def articles_on(day: pendulum.Date | None, old: tuple[str, ...], new: tuple[str, ...]) -> tuple[Citation, ...]:
    """Articles of the Regulation in force on a day; of both where the day is not known or before either.

    Args:
        day: The day the duty arose.
        old: Articles of the Regulation of 2007.
        new: Articles of that of 2019.
    """
    return _articles(regulation_on(day), old, new)


@lru_cache(maxsize=256)
def _articles(which: str | None, old: tuple[str, ...], new: tuple[str, ...]) -> tuple[Citation, ...]:
    listed = {OLD: old, NEW: new}
    return tuple(cite(f"{name}:{one}") for name in listed if which in {None, name} for one in listed[name])


def _provisions(year: int | None, old: tuple[str, ...], new: tuple[str, ...]) -> tuple[Citation, ...]:
    articles = {OLD: old, NEW: new}
    return tuple(cite(f"{name}:{article}") for name in governing(year) for article in articles[name])
