"""What can differ between two reports but for their text, an entry each, with its place in both."""

from decimal import Decimal
from enum import StrEnum

import attrs

from govdisclosure.model.count import Count
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import TableName
from govdisclosure.model.place import CellName, Place
from govdisclosure.model.report import Claim, ClaimKind, Mechanism, MechanismKind
from govdisclosure.rules.decision import Change
from govdisclosure.rules.outcome import Message, Outcome

__all__ = [
    "CellChange",
    "CellKind",
    "ChangeKind",
    "ClaimChange",
    "FieldChange",
    "MechanismChange",
    "TableChange",
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
