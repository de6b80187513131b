"""Read, check and explain annual reports on government information disclosure (政府信息公开工作年度报告).

>>> import govdisclosure
>>> print(govdisclosure.explain("reply.term", "en").title)
Term for answering a request
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govdisclosure.api import LawListing, all_rules, check, explain, law_in_force, read
    from govdisclosure.errors import (
        GovDisclosureError,
        MissingExtraError,
        NotInForceError,
        ReadError,
        StructureError,
        UsageError,
    )
    from govdisclosure.law.dated import DatedValue, Parameter
    from govdisclosure.law.provision import Citation, Evidence, Instrument
    from govdisclosure.model.agency import AdministrativeLevel, Agency, AgencyKind
    from govdisclosure.model.count import Count, Printed
    from govdisclosure.model.forms import Column, Form, Row, TableName
    from govdisclosure.model.place import CellName, Place, SourceMap
    from govdisclosure.model.report import (
        AnnualReport,
        Breakdown,
        Claim,
        ClaimKind,
        ClaimScope,
        Content,
        DateMention,
        Edition,
        Mechanism,
        MechanismKind,
        MechanismStatus,
        Part,
        Passage,
        Period,
        ProblemKind,
        ProblemStatement,
        Role,
        Section,
        SourceFile,
    )
    from govdisclosure.model.statistics import Cell, Grid, Oddity, OddityKind, Statistics
    from govdisclosure.rules.outcome import Assessment, Kind, Level, Message, Outcome
    from govdisclosure.rules.rule import BlankIs, Parts, Rule
    from govdisclosure.text.language import Lang
    from govdisclosure.writing.pages import Explanation

    __version__: str

__all__ = [
    "AdministrativeLevel",
    "Agency",
    "AgencyKind",
    "AnnualReport",
    "Assessment",
    "BlankIs",
    "Breakdown",
    "Cell",
    "CellName",
    "Citation",
    "Claim",
    "ClaimKind",
    "ClaimScope",
    "Column",
    "Content",
    "Count",
    "DateMention",
    "DatedValue",
    "Edition",
    "Evidence",
    "Explanation",
    "Form",
    "GovDisclosureError",
    "Grid",
    "Instrument",
    "Kind",
    "Lang",
    "LawListing",
    "Level",
    "Mechanism",
    "MechanismKind",
    "MechanismStatus",
    "Message",
    "MissingExtraError",
    "NotInForceError",
    "Oddity",
    "OddityKind",
    "Outcome",
    "Parameter",
    "Part",
    "Parts",
    "Passage",
    "Period",
    "Place",
    "Printed",
    "ProblemKind",
    "ProblemStatement",
    "ReadError",
    "Role",
    "Row",
    "Rule",
    "Section",
    "SourceFile",
    "SourceMap",
    "Statistics",
    "StructureError",
    "TableName",
    "UsageError",
    "all_rules",
    "check",
    "explain",
    "law_in_force",
    "read",
]

_HOMES = {
    "api": (
        "LawListing",
        "all_rules",
        "check",
        "explain",
        "law_in_force",
        "read",
    ),
    "errors": (
        "GovDisclosureError",
        "MissingExtraError",
        "NotInForceError",
        "ReadError",
        "StructureError",
        "UsageError",
    ),
    "law.dated": (
        "DatedValue",
        "Parameter",
    ),
    "law.provision": (
        "Citation",
        "Evidence",
        "Instrument",
    ),
    "model.agency": (
        "AdministrativeLevel",
        "Agency",
        "AgencyKind",
    ),
    "model.count": (
        "Count",
        "Printed",
    ),
    "model.forms": (
        "Column",
        "Form",
        "Row",
        "TableName",
    ),
    "model.place": (
        "CellName",
        "Place",
        "SourceMap",
    ),
    "model.report": (
        "AnnualReport",
        "Breakdown",
        "Claim",
        "ClaimKind",
        "ClaimScope",
        "Content",
        "DateMention",
        "Edition",
        "Mechanism",
        "MechanismKind",
        "MechanismStatus",
        "Part",
        "Passage",
        "Period",
        "ProblemKind",
        "ProblemStatement",
        "Role",
        "Section",
        "SourceFile",
    ),
    "model.statistics": (
        "Cell",
        "Grid",
        "Oddity",
        "OddityKind",
        "Statistics",
    ),
    "rules.outcome": (
        "Assessment",
        "Kind",
        "Level",
        "Message",
        "Outcome",
    ),
    "rules.rule": (
        "BlankIs",
        "Parts",
        "Rule",
    ),
    "text.language": ("Lang",),
    "writing.pages": ("Explanation",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Import a public name at its first use, so that ``import govdisclosure`` costs next to nothing."""
    if name == "__version__":
        value: object = import_module(f"{__name__}.writing.version").package_version()
    elif name in _HOME:
        value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names."""
    return sorted({*__all__, "__version__"})
