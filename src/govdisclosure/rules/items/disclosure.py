"""How the items of a catalogue stand: published, missing, not yet due, or not to be told."""

from collections.abc import Iterable
from decimal import ROUND_DOWN, Decimal

import attrs
import pendulum

from govdisclosure.law import WorkCalendar
from govdisclosure.model.item import Item
from govdisclosure.rules.items.duties import Duty, duty_of
from govdisclosure.rules.items.terms import Term, published, term_of
from govdisclosure.rules.phrasing import figure

__all__ = ["Disclosure", "Standing", "cut_rate", "disclosure"]

_STEP = Decimal("0.0001")


@attrs.frozen(kw_only=True)
class Standing:
    """An item that must be published, its duty and its term."""

    item: Item
    duty: Duty
    term: Term


@attrs.frozen(kw_only=True)
class Disclosure:
    """The items of a catalogue that must be published.

    Attributes:
        published: Published.
        missing: Not published, the term over.
        pending: Not published, the term not over.
        unknown: No day of publication, and whether the term is over cannot be told, or a channel is stated.
        before_law: How many were made before the first Regulation.
    """

    published: tuple[Standing, ...] = ()
    missing: tuple[Standing, ...] = ()
    pending: tuple[Standing, ...] = ()
    unknown: tuple[Standing, ...] = ()
    before_law: int = 0

    @property
    def numerator(self) -> int:
        """How many are published."""
        return len(self.published)

    @property
    def denominator(self) -> int:
        """How many are published or should have been: those within their term and those unknown are left out."""
        return len(self.published) + len(self.missing)

    @property
    def rate(self) -> Decimal | None:
        """The share that is published, as :func:`cut_rate` gives it; ``None`` where nothing is published or due."""
        return cut_rate(self.numerator, self.denominator) if self.denominator else None

    @property
    def facts(self) -> dict[str, object]:
        """The rate with what it is made of, as JSON values."""
        return {
            "numerator": self.numerator,
            "denominator": self.denominator,
            "rate": None if self.rate is None else figure(self.rate),
            "kind": "published_among_due",
            "missing": [one.item.id for one in self.missing],
            "pending": len(self.pending),
            "unknown": len(self.unknown),
            "before_law": self.before_law,
        }


def cut_rate(part: int, whole: int) -> Decimal:
    """A share as a fraction, cut off after four decimals, so that 1 means all and nothing less.

    >>> cut_rate(2, 3), cut_rate(99_999, 100_000)
    (Decimal('0.6666'), Decimal('0.9999'))
    """
    return (Decimal(part) / whole).quantize(_STEP, rounding=ROUND_DOWN)


def disclosure(items: Iterable[Item], calendar: WorkCalendar, as_of: pendulum.Date | None) -> Disclosure:
    """How items stand on a day.

    Args:
        items: The items; those that need not be published are left out.
        calendar: The working days.
        as_of: The day; without it, whether a term is over cannot be told.
    """
    sorted_: dict[str, list[Standing]] = {"published": [], "missing": [], "pending": [], "unknown": []}
    before = 0
    for item in items:
        duty = duty_of(item)
        if duty is None:
            continue
        term = term_of(item, calendar)
        if term.why == "before_law":
            before += 1
        elif (how := _how(item, term, as_of)) is not None:
            sorted_[how].append(Standing(item=item, duty=duty, term=term))
    return Disclosure(**{name: tuple(some) for name, some in sorted_.items()}, before_law=before)


def _how(item: Item, term: Term, as_of: pendulum.Date | None) -> str | None:
    """In which of the four an item stands; in none where it was repealed before its term ended."""
    if published(item, as_of):
        return "published"
    if item.repealed_on is not None and not term.over(item.repealed_on):
        return None
    if item.channels and item.published_on is None:
        return "unknown"  # it says where, not when
    return {True: "missing", False: "pending", None: "unknown"}[term.over(as_of)]
