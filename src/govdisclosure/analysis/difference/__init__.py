"""What two reports say otherwise: two captures of one report, or one organ's reports on two years."""

from govdisclosure.analysis.difference.changes import (
    CellChange,
    CellKind,
    ChangeKind,
    ClaimChange,
    FieldChange,
    MechanismChange,
    TableChange,
    VerdictChange,
)
from govdisclosure.analysis.difference.changes_of_text import (
    Carried,
    CarriedPassage,
    Hunk,
    SectionChange,
    SectionKind,
    TextChange,
)
from govdisclosure.analysis.difference.comparing import compare_reports
from govdisclosure.analysis.difference.difference import Difference, Mode
from govdisclosure.analysis.difference.verdicts import CaptureVerdicts

__all__ = [
    "CaptureVerdicts",
    "Carried",
    "CarriedPassage",
    "CellChange",
    "CellKind",
    "ChangeKind",
    "ClaimChange",
    "Difference",
    "FieldChange",
    "Hunk",
    "MechanismChange",
    "Mode",
    "SectionChange",
    "SectionKind",
    "TableChange",
    "TextChange",
    "VerdictChange",
    "compare_reports",
]
