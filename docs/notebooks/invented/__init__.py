"""Invented but realistic data: thirty organs of a county over fifteen years, with what is wrong planted on purpose.

Nothing here is about a real organ or person. The same bytes are written whenever they are asked for.
"""

from .defects import DEFECTS, Defect, DefectKind
from .organs import GOVERNMENT, ORGANS, REFORM, YEARS, Organ
from .reports import Made, made
from .writing import write

__all__ = [
    "DEFECTS",
    "GOVERNMENT",
    "ORGANS",
    "REFORM",
    "YEARS",
    "Defect",
    "DefectKind",
    "Made",
    "Organ",
    "made",
    "write",
]
