"""What can differ between the texts of two reports, and what they have in common."""

from decimal import Decimal
from enum import StrEnum

import attrs

from govdisclosure.model.place import Place
from govdisclosure.model.report import Section

__all__ = [
    "Carried",
    "CarriedPassage",
    "Hunk",
    "SectionChange",
    "SectionKind",
    "TextChange",
]


class SectionKind(StrEnum):
    """What happened to a section."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    RENUMBERED = "renumbered"
    MOVED = "moved"
    TEXT = "text"
    """Its text is another."""


@attrs.frozen(kw_only=True)
class Hunk:
    """Words that differ: ``old_source[old_start:old_end]`` and ``new_source[new_start:new_end]``; one may be empty."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


@attrs.frozen(kw_only=True)
class TextChange:
    """Sentences that differ, whole, with the words in them that do.

    Attributes:
        old_at: Where they stand in the old report; an empty span where they are new, ``None`` where the section is.
        new_at: Where they stand in the new one, likewise.
        hunks: What differs in them, in order.
    """

    old_at: Place | None
    new_at: Place | None
    hunks: tuple[Hunk, ...]


@attrs.frozen(kw_only=True)
class SectionChange:
    """A section.

    Attributes:
        kinds: What happened to it; empty where nothing did.
        old: The section of the old report; ``None`` where it has none. Its heading is empty for the opening.
        new: The section of the new one.
        texts: Of two captures, what of its text differs.
        carried: Of two years, the share of its characters in sentences that stand word for word in the other report,
            tables left out; ``None`` where it has none.
        old_source: The text that places in the old report refer to.
        new_source: The text that places in the new one refer to.
        old_tables: Spans of statutory tables in the old section, which are no part of its text here.
        new_tables: Those in the new section.
    """

    kinds: tuple[SectionKind, ...]
    old: Section | None
    new: Section | None
    texts: tuple[TextChange, ...] = ()
    carried: Decimal | None = None
    old_source: str = attrs.field(default="", repr=False)
    new_source: str = attrs.field(default="", repr=False)
    old_tables: tuple[tuple[int, int], ...] = ()
    new_tables: tuple[tuple[int, int], ...] = ()

    @property
    def old_at(self) -> Place | None:
        """Where it stands in the old report."""
        return None if self.old is None else self.old.heading_at

    @property
    def new_at(self) -> Place | None:
        """Where it stands in the new one."""
        return None if self.new is None else self.new.heading_at


@attrs.frozen(kw_only=True)
class CarriedPassage:
    """Sentences that follow one another in both years.

    Attributes:
        old_at: Where they stand in the old report.
        new_at: Where they stand in the new one.
        characters: How many of them count as carried over.
    """

    old_at: Place
    new_at: Place
    characters: int


@attrs.frozen(kw_only=True)
class Carried:
    """What of a report's prose stands word for word in that of another year, as XYR105 counts it.

    Attributes:
        characters: Characters of the new report, without what is the same every year by its nature.
        shared: Those in long sentences that the old one has too.
        passages: The sentences that stand in both, run by run.
    """

    characters: int
    shared: int
    passages: tuple[CarriedPassage, ...]
