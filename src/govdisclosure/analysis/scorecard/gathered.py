"""What is scored, as the indicators see it."""

from collections.abc import Mapping
from typing import TypeAlias

import attrs

from govdisclosure.analysis.across.collection import Unread
from govdisclosure.model.agency import AgencyKind
from govdisclosure.model.count import Count
from govdisclosure.rules.outcome import Message, Outcome

__all__ = ["Cells", "Filing", "Gathered"]

Cells: TypeAlias = Mapping[tuple[str, str, str], Count]
"""Figures by table, row and column."""


@attrs.frozen(kw_only=True)
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


@attrs.frozen(kw_only=True)
class Gathered:
    """All that was given.

    Attributes:
        filings: The reports.
        unread: Documents that could not be read.
        notes: What was given and could not be used.
    """

    filings: tuple[Filing, ...]
    unread: tuple[Unread, ...] = ()
    notes: tuple[Message, ...] = ()
