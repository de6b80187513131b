"""What is scored, as the indicators see it."""

from collections.abc import Mapping
from functools import cached_property
from typing import TypeAlias

import attrs

from govdisclosure.analysis.across.collection import Unread
from govdisclosure.model.agency import AgencyKind
from govdisclosure.model.count import Count
from govdisclosure.rules.outcome import Message, Outcome

__all__ = ["Cells", "Filing", "Gathered"]

Cells: TypeAlias = Mapping[tuple[str, str, str], Count]
"""Figures by table, row and column."""


@attrs.frozen(kw_only=True, slots=False)
class Filing:
    """A report that was read.

    Attributes:
        organ: Its organ's name; ``None`` where it was not read.
        year: Its year, likewise.
        source: Its document.
        kind: The kind of organ.
        digest: Digest of the document's bytes; empty where it is not known.
        outcomes: The outcomes of the rules that some indicator looks at.
        crashed: Rules that gave no verdict.
        cells: Its figures, where some indicator wants one.
    """

    organ: str | None
    year: int | None
    source: str
    kind: AgencyKind = AgencyKind.UNKNOWN
    digest: str = ""
    outcomes: tuple[Outcome, ...] = ()
    crashed: tuple[str, ...] = ()
    cells: Cells = attrs.field(factory=dict)

    @cached_property
    def by_rule(self) -> Mapping[str, tuple[Outcome, ...]]:
        """The outcomes of each rule, in the order of the document, whatever the order in which they came."""
        found: dict[str, list[Outcome]] = {}
        for one in self.outcomes:
            found.setdefault(one.rule, []).append(one)
        return {rule: tuple(sorted(some, key=_order)) for rule, some in found.items()}


def _order(outcome: Outcome) -> tuple[str, int, str, str, str]:
    start = -1 if outcome.at is None else outcome.at.start
    return outcome.origin or "", start, outcome.subject, outcome.fingerprint, outcome.kind


@attrs.frozen(kw_only=True)
class Gathered:
    """All that was given.

    Attributes:
        filings: The reports.
        unread: Documents that could not be read.
        notes: What was given and could not be used.
        unplaced: How many documents may be the report of anybody: of a kind that is not read, such as pictures, or left
            out because organ or year was not read.
    """

    filings: tuple[Filing, ...]
    unread: tuple[Unread, ...] = ()
    notes: tuple[Message, ...] = ()
    unplaced: int = 0
