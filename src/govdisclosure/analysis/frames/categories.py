"""Which columns of the tables are ordered categories, and in which order."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from govdisclosure.model.agency import AdministrativeLevel, AgencyKind
from govdisclosure.model.case import CaseEventKind, CaseKind, CaseResult, Contested, Procedure
from govdisclosure.model.count import Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.form import TableName
from govdisclosure.model.item import Exemption, ItemKind, Publicity
from govdisclosure.model.report import ClaimKind, ClaimScope, MechanismKind, MechanismStatus
from govdisclosure.model.request import OUTCOMES, ApplicantKind, Channel, ReplyType, RequestEventKind
from govdisclosure.register.states.names import CaseState, RequestState
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
        "mechanisms": {"mechanism": MechanismKind, "status": MechanismStatus},
        "outcomes": {"about": ("request", "case", "item"), "kind": Kind, "level": _LEVELS, "cell_table": TableName},
        "requests": {
            "applicant_kind": ApplicantKind,
            "channel": Channel,
            "state": RequestState,
            "outcome": OUTCOMES,
            "reply_type": ReplyType,
        },
        "events": {"event": RequestEventKind, "outcome": OUTCOMES, "reply_type": ReplyType},
        "cases": {
            "case_kind": CaseKind,
            "contested": Contested,
            "procedure": Procedure,
            "state": CaseState,
            "result": CaseResult,
        },
        "case_events": {"event": CaseEventKind, "result": CaseResult},
        "items": {"item_kind": ItemKind, "publicity": Publicity, "ground": Exemption},
    }
)


def categories(table: str, column: str) -> tuple[str, ...]:
    """The values that this release writes into a column, in their order; empty where it is no category.

    >>> categories("cells", "printed")
    ('number', 'blank', 'dash', 'illegible', 'absent')
    """
    found = _COLUMNS.get(table, {}).get(column, ())
    return found if isinstance(found, tuple) else tuple(one.value for one in found)
