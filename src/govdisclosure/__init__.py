"""Read, check and explain annual reports on government information disclosure (政府信息公开工作年度报告).

>>> import govdisclosure
>>> print(govdisclosure.explain("reply.term", "en").title)
Term for answering a request
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govdisclosure.analysis.difference import (
        CaptureVerdicts,
        Carried,
        CarriedPassage,
        CellChange,
        CellKind,
        ChangeKind,
        ClaimChange,
        Difference,
        FieldChange,
        Hunk,
        MechanismChange,
        SectionChange,
        SectionKind,
        TableChange,
        TextChange,
        VerdictChange,
        compare_reports,
    )
    from govdisclosure.api import (
        LawListing,
        all_rules,
        check,
        check_items,
        check_register,
        compile,  # noqa: A004  what it is called in this field
        draft_report,
        explain,
        law_in_force,
        read,
        render,
    )
    from govdisclosure.decisions import (
        Baseline,
        BaselineEntry,
        Comparison,
        Decided,
        Suppressions,
        SuppressionState,
        SuppressionStatus,
        compare,
        decide,
    )
    from govdisclosure.errors import (
        CalendarNotPublishedError,
        GovDisclosureError,
        IllegalEventError,
        MissingExtraError,
        NotInForceError,
        ReadError,
        StructureError,
        UndeterminedError,
        UsageError,
    )
    from govdisclosure.law.counting import (
        CountedDay,
    )
    from govdisclosure.law.dated import (
        DatedValue,
        Parameter,
    )
    from govdisclosure.law.deadlines import (
        term,
    )
    from govdisclosure.law.fees import (
        Fee,
        FeeChoice,
        choose_fee,
        fee_by_items,
        fee_by_pages,
    )
    from govdisclosure.law.overlay import (
        LocalHeading,
        Overlay,
    )
    from govdisclosure.law.provision import (
        Citation,
        Evidence,
        Instrument,
    )
    from govdisclosure.law.receipt import (
        Pause,
        Reading,
        Receipt,
        Step,
    )
    from govdisclosure.law.tariff import (
        FeeBand,
    )
    from govdisclosure.law.workdays import (
        CalendarNotice,
        DayKind,
        WorkCalendar,
        add_workdays,
        count_workdays,
        is_workday,
    )
    from govdisclosure.model.agency import (
        AdministrativeLevel,
        Agency,
        AgencyKind,
    )
    from govdisclosure.model.case import (
        Case,
        CaseEvent,
        CaseEventKind,
        CaseKind,
        CaseResult,
        Contested,
        Procedure,
    )
    from govdisclosure.model.count import (
        Count,
        Printed,
    )
    from govdisclosure.model.forms import (
        Column,
        Form,
        Row,
        TableName,
    )
    from govdisclosure.model.item import (
        Exemption,
        Item,
        ItemKind,
        PublicationChannel,
        Publicity,
    )
    from govdisclosure.model.place import (
        CellName,
        Place,
        SourceMap,
    )
    from govdisclosure.model.register import (
        Catalogue,
        Register,
        RowFault,
    )
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
    from govdisclosure.model.request import (
        Applicant,
        ApplicantKind,
        Channel,
        ReplyType,
        Request,
        RequestEvent,
        RequestEventKind,
    )
    from govdisclosure.model.statistics import (
        Cell,
        Grid,
        Oddity,
        OddityKind,
        Statistics,
    )
    from govdisclosure.plugins import (
        Plugin,
        Plugins,
        load_plugins,
    )
    from govdisclosure.register.clock import (
        deadline,
        due_on,
        open_deadlines,
    )
    from govdisclosure.register.files import (
        read_catalogue,
        read_register,
        write_catalogue,
        write_register,
    )
    from govdisclosure.register.states.requests import (
        advance,
        replay,
    )
    from govdisclosure.register.tables.booking import (
        Note,
        Reason,
        Uncounted,
    )
    from govdisclosure.register.tables.compiling import (
        Compiled,
    )
    from govdisclosure.register.tables.facts import (
        Facts,
    )
    from govdisclosure.register.terms.open import (
        OpenDeadline,
    )
    from govdisclosure.rules.decision import (
        Change,
        Suppression,
    )
    from govdisclosure.rules.outcome import (
        Assessment,
        Kind,
        Level,
        Message,
        Outcome,
        RegisterAssessment,
        Verdicts,
    )
    from govdisclosure.rules.rule import (
        BlankIs,
        Finding,
        Parts,
        Rule,
    )
    from govdisclosure.settings.settings import (
        Settings,
    )
    from govdisclosure.text.language import (
        Lang,
    )
    from govdisclosure.writing.ics import (
        deadlines_to_ics,
    )
    from govdisclosure.writing.pages import (
        Explanation,
    )

    __version__: str

__all__ = [
    "AdministrativeLevel",
    "Agency",
    "AgencyKind",
    "AnnualReport",
    "Applicant",
    "ApplicantKind",
    "Assessment",
    "Baseline",
    "BaselineEntry",
    "BlankIs",
    "Breakdown",
    "CalendarNotPublishedError",
    "CalendarNotice",
    "CaptureVerdicts",
    "Carried",
    "CarriedPassage",
    "Case",
    "CaseEvent",
    "CaseEventKind",
    "CaseKind",
    "CaseResult",
    "Catalogue",
    "Cell",
    "CellChange",
    "CellKind",
    "CellName",
    "Change",
    "ChangeKind",
    "Channel",
    "Citation",
    "Claim",
    "ClaimChange",
    "ClaimKind",
    "ClaimScope",
    "Column",
    "Comparison",
    "Compiled",
    "Content",
    "Contested",
    "Count",
    "CountedDay",
    "DateMention",
    "DatedValue",
    "DayKind",
    "Decided",
    "Difference",
    "Edition",
    "Evidence",
    "Exemption",
    "Explanation",
    "Facts",
    "Fee",
    "FeeBand",
    "FeeChoice",
    "FieldChange",
    "Finding",
    "Form",
    "GovDisclosureError",
    "Grid",
    "Hunk",
    "IllegalEventError",
    "Instrument",
    "Item",
    "ItemKind",
    "Kind",
    "Lang",
    "LawListing",
    "Level",
    "LocalHeading",
    "Mechanism",
    "MechanismChange",
    "MechanismKind",
    "MechanismStatus",
    "Message",
    "MissingExtraError",
    "NotInForceError",
    "Note",
    "Oddity",
    "OddityKind",
    "OpenDeadline",
    "Outcome",
    "Overlay",
    "Parameter",
    "Part",
    "Parts",
    "Passage",
    "Pause",
    "Period",
    "Place",
    "Plugin",
    "Plugins",
    "Printed",
    "ProblemKind",
    "ProblemStatement",
    "Procedure",
    "PublicationChannel",
    "Publicity",
    "ReadError",
    "Reading",
    "Reason",
    "Receipt",
    "Register",
    "RegisterAssessment",
    "ReplyType",
    "Request",
    "RequestEvent",
    "RequestEventKind",
    "Role",
    "Row",
    "RowFault",
    "Rule",
    "Section",
    "SectionChange",
    "SectionKind",
    "Settings",
    "SourceFile",
    "SourceMap",
    "Statistics",
    "Step",
    "StructureError",
    "Suppression",
    "SuppressionState",
    "SuppressionStatus",
    "Suppressions",
    "TableChange",
    "TableName",
    "TextChange",
    "Uncounted",
    "UndeterminedError",
    "UsageError",
    "VerdictChange",
    "Verdicts",
    "WorkCalendar",
    "add_workdays",
    "advance",
    "all_rules",
    "check",
    "check_items",
    "check_register",
    "choose_fee",
    "compare",
    "compare_reports",
    "compile",
    "count_workdays",
    "deadline",
    "deadlines_to_ics",
    "decide",
    "draft_report",
    "due_on",
    "explain",
    "fee_by_items",
    "fee_by_pages",
    "is_workday",
    "law_in_force",
    "load_plugins",
    "open_deadlines",
    "read",
    "read_catalogue",
    "read_register",
    "render",
    "replay",
    "term",
    "write_catalogue",
    "write_register",
]

_HOMES = {
    "analysis.difference": (
        "Carried",
        "CarriedPassage",
        "CellChange",
        "CellKind",
        "ClaimChange",
        "Difference",
        "FieldChange",
        "Hunk",
        "ChangeKind",
        "CaptureVerdicts",
        "MechanismChange",
        "SectionChange",
        "SectionKind",
        "TableChange",
        "TextChange",
        "VerdictChange",
        "compare_reports",
    ),
    "api": (
        "LawListing",
        "all_rules",
        "check",
        "check_items",
        "check_register",
        "compile",
        "draft_report",
        "explain",
        "law_in_force",
        "read",
        "render",
    ),
    "decisions": (
        "BaselineEntry",
        "SuppressionState",
        "SuppressionStatus",
        "Baseline",
        "Comparison",
        "Decided",
        "Suppressions",
        "compare",
        "decide",
    ),
    "errors": (
        "CalendarNotPublishedError",
        "GovDisclosureError",
        "IllegalEventError",
        "MissingExtraError",
        "NotInForceError",
        "ReadError",
        "StructureError",
        "UndeterminedError",
        "UsageError",
    ),
    "law.counting": ("CountedDay",),
    "law.dated": (
        "DatedValue",
        "Parameter",
    ),
    "law.deadlines": ("term",),
    "law.overlay": ("LocalHeading", "Overlay"),
    "law.fees": (
        "Fee",
        "FeeChoice",
        "choose_fee",
        "fee_by_items",
        "fee_by_pages",
    ),
    "law.provision": (
        "Citation",
        "Evidence",
        "Instrument",
    ),
    "law.receipt": (
        "Pause",
        "Reading",
        "Receipt",
        "Step",
    ),
    "law.tariff": ("FeeBand",),
    "law.workdays": (
        "CalendarNotice",
        "DayKind",
        "WorkCalendar",
        "add_workdays",
        "count_workdays",
        "is_workday",
    ),
    "model.agency": (
        "AdministrativeLevel",
        "Agency",
        "AgencyKind",
    ),
    "model.case": (
        "Case",
        "CaseEvent",
        "CaseEventKind",
        "CaseKind",
        "CaseResult",
        "Contested",
        "Procedure",
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
    "model.item": (
        "Exemption",
        "Item",
        "ItemKind",
        "PublicationChannel",
        "Publicity",
    ),
    "model.place": (
        "CellName",
        "Place",
        "SourceMap",
    ),
    "model.register": (
        "Catalogue",
        "Register",
        "RowFault",
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
    "model.request": (
        "Applicant",
        "ApplicantKind",
        "Channel",
        "ReplyType",
        "Request",
        "RequestEvent",
        "RequestEventKind",
    ),
    "model.statistics": (
        "Cell",
        "Grid",
        "Oddity",
        "OddityKind",
        "Statistics",
    ),
    "plugins": ("Plugin", "Plugins", "load_plugins"),
    "register.tables.booking": (
        "Note",
        "Reason",
        "Uncounted",
    ),
    "register.clock": (
        "deadline",
        "due_on",
        "open_deadlines",
    ),
    "register.tables.compiling": ("Compiled",),
    "register.tables.facts": ("Facts",),
    "register.files": (
        "read_catalogue",
        "read_register",
        "write_catalogue",
        "write_register",
    ),
    "register.terms.open": ("OpenDeadline",),
    "register.states.requests": (
        "advance",
        "replay",
    ),
    "rules.decision": (
        "Change",
        "Suppression",
    ),
    "rules.outcome": (
        "Assessment",
        "Kind",
        "Level",
        "Message",
        "Outcome",
        "RegisterAssessment",
        "Verdicts",
    ),
    "rules.rule": (
        "BlankIs",
        "Finding",
        "Parts",
        "Rule",
    ),
    "settings.settings": ("Settings",),
    "text.language": ("Lang",),
    "writing.ics": ("deadlines_to_ics",),
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
