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
    from govdisclosure.model.agency import AdministrativeLevel, Agency, AgencyKind
    from govdisclosure.model.place import Place
    from govdisclosure.model.report import (
        AnnualReport,
        Claim,
        ClaimKind,
        Content,
        Edition,
        Mechanism,
        MechanismKind,
        Section,
    )
    from govdisclosure.rules.outcome import Assessment, Kind, Level, Message, Outcome
    from govdisclosure.rules.rule import Rule
    from govdisclosure.writing.pages import Explanation

    __version__: str

__all__ = [
    "AdministrativeLevel",
    "Agency",
    "AgencyKind",
    "AnnualReport",
    "Assessment",
    "Claim",
    "ClaimKind",
    "Content",
    "Edition",
    "Explanation",
    "GovDisclosureError",
    "Kind",
    "LawListing",
    "Level",
    "Mechanism",
    "MechanismKind",
    "Message",
    "MissingExtraError",
    "NotInForceError",
    "Outcome",
    "Place",
    "ReadError",
    "Rule",
    "Section",
    "StructureError",
    "UsageError",
    "all_rules",
    "check",
    "explain",
    "law_in_force",
    "read",
]

_HOMES = {
    "api": ("LawListing", "all_rules", "check", "explain", "law_in_force", "read"),
    "errors": (
        "GovDisclosureError",
        "MissingExtraError",
        "NotInForceError",
        "ReadError",
        "StructureError",
        "UsageError",
    ),
    "model.agency": ("AdministrativeLevel", "Agency", "AgencyKind"),
    "model.place": ("Place",),
    "model.report": (
        "AnnualReport",
        "Claim",
        "ClaimKind",
        "Content",
        "Edition",
        "Mechanism",
        "MechanismKind",
        "Section",
    ),
    "rules.outcome": ("Assessment", "Kind", "Level", "Message", "Outcome"),
    "rules.rule": ("Rule",),
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
