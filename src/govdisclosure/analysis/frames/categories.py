"""Which columns of the tables are ordered categories, and in which order."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from govdisclosure.model.agency import AdministrativeLevel, AgencyKind
from govdisclosure.model.count import Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.form import TableName
from govdisclosure.model.report import ClaimKind, ClaimScope
from govdisclosure.rules.outcome import Kind, Level

__all__ = ["categories"]

_LEVELS = tuple(level.value for level in Level)
_COLUMNS: Mapping[str, Mapping[str, type[StrEnum] | tuple[str, ...]]] = MappingProxyType(
    {
        "reports": {
            "status": ("read", "unread", "crashed"),
            "organ_kind": AgencyKind,
            "organ_level": AdministrativeLevel,
            "edition": Edition,
            "worst": _LEVELS,
        },
        "cells": {"edition": Edition, "cell_table": TableName, "printed": Printed},
        "claims": {"claim": ClaimKind, "scope": ClaimScope},
        "outcomes": {"kind": Kind, "level": _LEVELS, "cell_table": TableName},
    }
)


def categories(table: str, column: str) -> tuple[str, ...]:
    """The values that a column can have, in their order; empty where it is no category.

    >>> categories("cells", "printed")
    ('number', 'blank', 'dash', 'illegible', 'absent')
    """
    found = _COLUMNS.get(table, {}).get(column, ())
    return found if isinstance(found, tuple) else tuple(one.value for one in found)
