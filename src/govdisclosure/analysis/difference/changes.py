"""What can differ between two reports, an entry each, with its place in both."""

from decimal import Decimal
from enum import StrEnum

import attrs

from govdisclosure.model.count import Count
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import TableName
from govdisclosure.model.place import CellName, Place
from govdisclosure.model.report import Claim, ClaimKind, Mechanism, MechanismKind, Section
from govdisclosure.rules.decision import Change
from govdisclosure.rules.outcome import Message, Outcome

__all__ = [
    "Carried",
    "CarriedPassage",
    "CellChange",
    "CellKind",
    "ChangeKind",
    "ClaimChange",
    "FieldChange",
    "Hunk",
    "MechanismChange",
    "SectionChange",
    "SectionKind",
    "TableChange",
    "TextChange",
    "VerdictChange",
]


class ChangeKind(StrEnum):
    """How something stands in two reports. What was not read is never said to have been taken away."""

    EQUAL = "equal"
    CHANGED = "changed"
    ADDED = "added"
    """It was read in the new report alone."""
    REMOVED = "removed"
    """It was read in the old report alone: the new one does not say it, or it was not found there."""


class CellKind(StrEnum):
    """How a cell of a statutory table stands in two reports."""

    EQUAL = "equal"
    VALUE = "value"
    """Two numbers."""
    STATE = "state"
    """It stands otherwise in print, such as a blank and a 0: no change of a value, for a blank has none."""
    UNREAD_NEW = "unread_new"
    """It was not read in the new report, which does not say that it is gone."""
    UNREAD_OLD = "unread_old"
    UNREAD_BOTH = "unread_both"


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
class FieldChange:
    """A date, the title or another word about the report as a whole.

    Attributes:
        name: ``agency``, ``title``, ``year``, ``edition``, ``published_on``, ``signed_on`` or ``period``.
        old: What the old report says; ``None`` where it was not read.
        new: What the new one says, likewise.
        old_at: Where it stands in the old report.
        new_at: Where it stands in the new one.
    """

    name: str
    old: str | None
    new: str | None
    old_at: Place | None = None
    new_at: Place | None = None


@attrs.frozen(kw_only=True)
class TableChange:
    """A statutory table that was read in one report alone, or follows another form.

    Attributes:
        kind: ``added``, ``removed`` (read in the old one alone) or ``changed`` (another form).
        table: Which table.
        old_edition: Its form in the old report; ``None`` where it was not read.
        new_edition: Its form in the new one.
        cells: How many cells were not compared for that.
        note: What is to be said of it.
        old_at: Where it stands in the old report.
        new_at: Where it stands in the new one.
    """

    kind: ChangeKind
    table: TableName
    old_edition: Edition | None
    new_edition: Edition | None
    cells: int
    note: Message
    old_at: Place | None = None
    new_at: Place | None = None


@attrs.frozen(kw_only=True)
class CellChange:
    """A cell of a statutory table in both reports.

    Attributes:
        kind: How the two stand to each other.
        label: Table, row and column.
        old: What the old report prints there; where several cells answer to one, their sum.
        new: What the new one prints.
        old_cells: The cells of the old form; more than one where the form split them.
        new_cells: The cells of the new form.
        difference: New less old, where both are numbers of one unit.
        ratio: That difference by the old value, where the old value is large enough to say so.
        note: What is to be said of the comparison, such as that the form defines the cell otherwise.
        old_at: Where it stands in the old report; where it was not read, its table.
        new_at: Where it stands in the new one, likewise.
    """

    kind: CellKind
    label: Message
    old: Count
    new: Count
    old_cells: tuple[CellName, ...]
    new_cells: tuple[CellName, ...]
    difference: Decimal | None = None
    ratio: Decimal | None = None
    note: Message | None = None
    old_at: Place | None = None
    new_at: Place | None = None


@attrs.frozen(kw_only=True)
class ClaimChange:
    """A quantity stated in prose.

    Attributes:
        kind: How the two stand to each other.
        claim: What it counts.
        old: The old report's statement.
        new: The new one's.
        difference: New less old, where both state it in one unit.
        ratio: That difference by the old value, where the old value is large enough to say so.
    """

    kind: ChangeKind
    claim: ClaimKind
    old: Claim | None
    new: Claim | None
    difference: Decimal | None = None
    ratio: Decimal | None = None

    @property
    def old_at(self) -> Place | None:
        """Where it stands in the old report."""
        return None if self.old is None else self.old.at

    @property
    def new_at(self) -> Place | None:
        """Where it stands in the new one."""
        return None if self.new is None else self.new.at


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


@attrs.frozen(kw_only=True)
class MechanismChange:
    """A system or arrangement.

    Attributes:
        kind: ``added``, ``removed`` (no longer mentioned, which does not say abolished) or ``changed`` (existing, no
            longer intended, or the other way round).
        mechanism: Which one.
        old: The old report's evidence.
        new: The new one's.
    """

    kind: ChangeKind
    mechanism: MechanismKind
    old: Mechanism | None
    new: Mechanism | None

    @property
    def old_at(self) -> Place | None:
        """Where it stands in the old report."""
        return None if self.old is None else self.old.at

    @property
    def new_at(self) -> Place | None:
        """Where it stands in the new one."""
        return None if self.new is None else self.new.at


@attrs.frozen(kw_only=True)
class VerdictChange:
    """A verdict that is not the same on both captures.

    Attributes:
        change: ``new``, ``updated`` or ``absent``.
        old: The outcome on the old capture.
        new: The outcome on the new one.
    """

    change: Change
    old: Outcome | None
    new: Outcome | None
