"""What two reports say otherwise: two captures of one report, or one organ's reports on two years."""

from govdisclosure.analysis.difference.changes import (
    CellChange,
    CellKind,
    ClaimChange,
    FieldChange,
    Hunk,
    ItemKind,
    MechanismChange,
    SectionChange,
    SectionKind,
    TableChange,
    TextChange,
    VerdictChange,
)
from govdisclosure.analysis.difference.comparing import compare_reports
from govdisclosure.analysis.difference.difference import Difference, Mode
from govdisclosure.analysis.difference.verdicts import Judged

__all__ = [
    "CellChange",
    "CellKind",
    "ClaimChange",
    "Difference",
    "FieldChange",
    "Hunk",
    "ItemKind",
    "Judged",
    "MechanismChange",
    "Mode",
    "SectionChange",
    "SectionKind",
    "TableChange",
    "TextChange",
    "VerdictChange",
    "compare_reports",
]
