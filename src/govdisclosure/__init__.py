"""Read, check and explain annual reports on government information disclosure (政府信息公开工作年度报告).

>>> import govdisclosure
>>> print(govdisclosure.explain("reply.term", "en").title)
Term for answering a request
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # for type checkers; _HOMES says the same at run time, and a test holds the two together
    from govdisclosure.analysis.difference import CaptureVerdicts as CaptureVerdicts
    from govdisclosure.analysis.difference import Carried as Carried
    from govdisclosure.analysis.difference import CarriedPassage as CarriedPassage
    from govdisclosure.analysis.difference import CellChange as CellChange
    from govdisclosure.analysis.difference import CellKind as CellKind
    from govdisclosure.analysis.difference import ChangeKind as ChangeKind
    from govdisclosure.analysis.difference import ClaimChange as ClaimChange
    from govdisclosure.analysis.difference import Difference as Difference
    from govdisclosure.analysis.difference import FieldChange as FieldChange
    from govdisclosure.analysis.difference import Hunk as Hunk
    from govdisclosure.analysis.difference import MechanismChange as MechanismChange
    from govdisclosure.analysis.difference import SectionChange as SectionChange
    from govdisclosure.analysis.difference import SectionKind as SectionKind
    from govdisclosure.analysis.difference import TableChange as TableChange
    from govdisclosure.analysis.difference import TextChange as TextChange
    from govdisclosure.analysis.difference import VerdictChange as VerdictChange
    from govdisclosure.analysis.difference import compare_reports as compare_reports
    from govdisclosure.api import LawListing as LawListing
    from govdisclosure.api import all_rules as all_rules
    from govdisclosure.api import check as check
    from govdisclosure.api import check_items as check_items
    from govdisclosure.api import check_register as check_register
    from govdisclosure.api import compile as compile  # noqa: A004  what it is called in this field
    from govdisclosure.api import draft_report as draft_report
    from govdisclosure.api import explain as explain
    from govdisclosure.api import law_in_force as law_in_force
    from govdisclosure.api import read as read
    from govdisclosure.api import render as render
    from govdisclosure.api.showing import InOneLanguage as InOneLanguage
    from govdisclosure.api.showing import show as show
    from govdisclosure.batch.kernel import Kernel as Kernel
    from govdisclosure.batch.running import BatchSummary as BatchSummary
    from govdisclosure.batch.running import run_batch as run_batch
    from govdisclosure.decisions import Baseline as Baseline
    from govdisclosure.decisions import BaselineEntry as BaselineEntry
    from govdisclosure.decisions import Comparison as Comparison
    from govdisclosure.decisions import Decided as Decided
    from govdisclosure.decisions import Suppressions as Suppressions
    from govdisclosure.decisions import SuppressionState as SuppressionState
    from govdisclosure.decisions import SuppressionStatus as SuppressionStatus
    from govdisclosure.decisions import compare as compare
    from govdisclosure.decisions import decide as decide
    from govdisclosure.errors import CalendarNotPublishedError as CalendarNotPublishedError
    from govdisclosure.errors import GovDisclosureError as GovDisclosureError
    from govdisclosure.errors import IllegalEventError as IllegalEventError
    from govdisclosure.errors import MissingExtraError as MissingExtraError
    from govdisclosure.errors import NotInForceError as NotInForceError
    from govdisclosure.errors import OutputError as OutputError
    from govdisclosure.errors import ReadError as ReadError
    from govdisclosure.errors import StructureError as StructureError
    from govdisclosure.errors import UndeterminedError as UndeterminedError
    from govdisclosure.errors import UsageError as UsageError
    from govdisclosure.law.counting import CountedDay as CountedDay
    from govdisclosure.law.dated import DatedValue as DatedValue
    from govdisclosure.law.dated import Parameter as Parameter
    from govdisclosure.law.deadlines import term as term
    from govdisclosure.law.fees import Fee as Fee
    from govdisclosure.law.fees import FeeChoice as FeeChoice
    from govdisclosure.law.fees import choose_fee as choose_fee
    from govdisclosure.law.fees import fee_by_items as fee_by_items
    from govdisclosure.law.fees import fee_by_pages as fee_by_pages
    from govdisclosure.law.overlay import LocalHeading as LocalHeading
    from govdisclosure.law.overlay import Overlay as Overlay
    from govdisclosure.law.pages import Explanation as Explanation
    from govdisclosure.law.provision import Citation as Citation
    from govdisclosure.law.provision import Evidence as Evidence
    from govdisclosure.law.provision import Instrument as Instrument
    from govdisclosure.law.receipt import Pause as Pause
    from govdisclosure.law.receipt import Reading as Reading
    from govdisclosure.law.receipt import Receipt as Receipt
    from govdisclosure.law.receipt import Step as Step
    from govdisclosure.law.tariff import FeeBand as FeeBand
    from govdisclosure.law.workdays import CalendarNotice as CalendarNotice
    from govdisclosure.law.workdays import DayKind as DayKind
    from govdisclosure.law.workdays import WorkCalendar as WorkCalendar
    from govdisclosure.law.workdays import add_workdays as add_workdays
    from govdisclosure.law.workdays import count_workdays as count_workdays
    from govdisclosure.law.workdays import is_workday as is_workday
    from govdisclosure.model.agency import AdministrativeLevel as AdministrativeLevel
    from govdisclosure.model.agency import Agency as Agency
    from govdisclosure.model.agency import AgencyKind as AgencyKind
    from govdisclosure.model.case import Case as Case
    from govdisclosure.model.case import CaseEvent as CaseEvent
    from govdisclosure.model.case import CaseEventKind as CaseEventKind
    from govdisclosure.model.case import CaseKind as CaseKind
    from govdisclosure.model.case import CaseResult as CaseResult
    from govdisclosure.model.case import Contested as Contested
    from govdisclosure.model.case import Procedure as Procedure
    from govdisclosure.model.count import Count as Count
    from govdisclosure.model.count import Printed as Printed
    from govdisclosure.model.forms import Column as Column
    from govdisclosure.model.forms import Form as Form
    from govdisclosure.model.forms import Row as Row
    from govdisclosure.model.forms import TableName as TableName
    from govdisclosure.model.item import Exemption as Exemption
    from govdisclosure.model.item import Item as Item
    from govdisclosure.model.item import ItemKind as ItemKind
    from govdisclosure.model.item import PublicationChannel as PublicationChannel
    from govdisclosure.model.item import Publicity as Publicity
    from govdisclosure.model.place import CellName as CellName
    from govdisclosure.model.place import Place as Place
    from govdisclosure.model.place import SourceMap as SourceMap
    from govdisclosure.model.register import Catalogue as Catalogue
    from govdisclosure.model.register import Register as Register
    from govdisclosure.model.register import RowFault as RowFault
    from govdisclosure.model.report import AnnualReport as AnnualReport
    from govdisclosure.model.report import Breakdown as Breakdown
    from govdisclosure.model.report import Claim as Claim
    from govdisclosure.model.report import ClaimKind as ClaimKind
    from govdisclosure.model.report import ClaimScope as ClaimScope
    from govdisclosure.model.report import Content as Content
    from govdisclosure.model.report import DateMention as DateMention
    from govdisclosure.model.report import Edition as Edition
    from govdisclosure.model.report import Mechanism as Mechanism
    from govdisclosure.model.report import MechanismKind as MechanismKind
    from govdisclosure.model.report import MechanismStatus as MechanismStatus
    from govdisclosure.model.report import Part as Part
    from govdisclosure.model.report import Passage as Passage
    from govdisclosure.model.report import Period as Period
    from govdisclosure.model.report import ProblemKind as ProblemKind
    from govdisclosure.model.report import ProblemStatement as ProblemStatement
    from govdisclosure.model.report import Role as Role
    from govdisclosure.model.report import Section as Section
    from govdisclosure.model.report import SourceFile as SourceFile
    from govdisclosure.model.request import Applicant as Applicant
    from govdisclosure.model.request import ApplicantKind as ApplicantKind
    from govdisclosure.model.request import Channel as Channel
    from govdisclosure.model.request import ReplyType as ReplyType
    from govdisclosure.model.request import Request as Request
    from govdisclosure.model.request import RequestEvent as RequestEvent
    from govdisclosure.model.request import RequestEventKind as RequestEventKind
    from govdisclosure.model.statistics import Cell as Cell
    from govdisclosure.model.statistics import Grid as Grid
    from govdisclosure.model.statistics import Oddity as Oddity
    from govdisclosure.model.statistics import OddityKind as OddityKind
    from govdisclosure.model.statistics import Statistics as Statistics
    from govdisclosure.model.timeline import Moment as Moment
    from govdisclosure.plugins import Plugin as Plugin
    from govdisclosure.plugins import Plugins as Plugins
    from govdisclosure.plugins import Reader as Reader
    from govdisclosure.plugins import Writer as Writer
    from govdisclosure.plugins import load_plugins as load_plugins
    from govdisclosure.register.clock import deadline as deadline
    from govdisclosure.register.clock import due_on as due_on
    from govdisclosure.register.clock import open_deadlines as open_deadlines
    from govdisclosure.register.files import read_catalogue as read_catalogue
    from govdisclosure.register.files import read_register as read_register
    from govdisclosure.register.files import write_catalogue as write_catalogue
    from govdisclosure.register.files import write_register as write_register
    from govdisclosure.register.states.requests import advance as advance
    from govdisclosure.register.states.requests import replay as replay
    from govdisclosure.register.tables.booking import Note as Note
    from govdisclosure.register.tables.booking import Reason as Reason
    from govdisclosure.register.tables.booking import Uncounted as Uncounted
    from govdisclosure.register.tables.compiling import Compiled as Compiled
    from govdisclosure.register.tables.facts import Facts as Facts
    from govdisclosure.register.terms.open import OpenDeadline as OpenDeadline
    from govdisclosure.register.timelines import Timeline as Timeline
    from govdisclosure.register.timelines import timeline as timeline
    from govdisclosure.rules.decision import Change as Change
    from govdisclosure.rules.decision import Suppression as Suppression
    from govdisclosure.rules.making import Found as Found
    from govdisclosure.rules.making import rule as rule
    from govdisclosure.rules.outcome import Assessment as Assessment
    from govdisclosure.rules.outcome import Kind as Kind
    from govdisclosure.rules.outcome import Level as Level
    from govdisclosure.rules.outcome import Message as Message
    from govdisclosure.rules.outcome import Outcome as Outcome
    from govdisclosure.rules.outcome import RegisterAssessment as RegisterAssessment
    from govdisclosure.rules.outcome import Verdicts as Verdicts
    from govdisclosure.rules.rule import BlankIs as BlankIs
    from govdisclosure.rules.rule import Finding as Finding
    from govdisclosure.rules.rule import Parts as Parts
    from govdisclosure.rules.rule import Question as Question
    from govdisclosure.rules.rule import Rule as Rule
    from govdisclosure.settings.settings import Settings as Settings
    from govdisclosure.text.language import Lang as Lang
    from govdisclosure.text.shown import Shown as Shown
    from govdisclosure.text.shown import ShownPage as ShownPage
    from govdisclosure.writing.ics import deadlines_to_ics as deadlines_to_ics
    from govdisclosure.writing.marked import MarkedReport as MarkedReport
    from govdisclosure.writing.marked import marked as marked
    from govdisclosure.writing.run import Chosen as Chosen
    from govdisclosure.writing.run import Run as Run
    from govdisclosure.writing.whereabouts import Book as Book

    __version__: str

_HOMES = {
    "analysis.difference": (
        "CaptureVerdicts Carried CarriedPassage CellChange CellKind ChangeKind ClaimChange Difference FieldChange "
        "Hunk MechanismChange SectionChange SectionKind TableChange TextChange VerdictChange compare_reports"
    ),
    "api": (
        "LawListing all_rules check check_items check_register compile draft_report explain law_in_force read render"
    ),
    "api.showing": "InOneLanguage show",
    "batch.kernel": "Kernel",
    "batch.running": "BatchSummary run_batch",
    "decisions": (
        "Baseline BaselineEntry Comparison Decided SuppressionState SuppressionStatus Suppressions compare decide"
    ),
    "errors": (
        "CalendarNotPublishedError GovDisclosureError IllegalEventError MissingExtraError NotInForceError "
        "OutputError ReadError StructureError UndeterminedError UsageError"
    ),
    "law.counting": "CountedDay",
    "law.dated": "DatedValue Parameter",
    "law.deadlines": "term",
    "law.fees": "Fee FeeChoice choose_fee fee_by_items fee_by_pages",
    "law.overlay": "LocalHeading Overlay",
    "law.pages": "Explanation",
    "law.provision": "Citation Evidence Instrument",
    "law.receipt": "Pause Reading Receipt Step",
    "law.tariff": "FeeBand",
    "law.workdays": "CalendarNotice DayKind WorkCalendar add_workdays count_workdays is_workday",
    "model.agency": "AdministrativeLevel Agency AgencyKind",
    "model.case": "Case CaseEvent CaseEventKind CaseKind CaseResult Contested Procedure",
    "model.count": "Count Printed",
    "model.forms": "Column Form Row TableName",
    "model.item": "Exemption Item ItemKind PublicationChannel Publicity",
    "model.place": "CellName Place SourceMap",
    "model.register": "Catalogue Register RowFault",
    "model.report": (
        "AnnualReport Breakdown Claim ClaimKind ClaimScope Content DateMention Edition Mechanism "
        "MechanismKind MechanismStatus Part Passage Period ProblemKind ProblemStatement Role Section "
        "SourceFile"
    ),
    "model.request": "Applicant ApplicantKind Channel ReplyType Request RequestEvent RequestEventKind",
    "model.statistics": "Cell Grid Oddity OddityKind Statistics",
    "model.timeline": "Moment",
    "plugins": "Plugin Plugins Reader Writer load_plugins",
    "register.clock": "deadline due_on open_deadlines",
    "register.files": "read_catalogue read_register write_catalogue write_register",
    "register.states.requests": "advance replay",
    "register.tables.booking": "Note Reason Uncounted",
    "register.tables.compiling": "Compiled",
    "register.tables.facts": "Facts",
    "register.terms.open": "OpenDeadline",
    "register.timelines": "Timeline timeline",
    "rules.decision": "Change Suppression",
    "rules.making": "Found rule",
    "rules.outcome": "Assessment Kind Level Message Outcome RegisterAssessment Verdicts",
    "rules.rule": "BlankIs Finding Parts Question Rule",
    "settings.settings": "Settings",
    "text.language": "Lang",
    "text.shown": "Shown ShownPage",
    "writing.ics": "deadlines_to_ics",
    "writing.marked": "MarkedReport marked",
    "writing.run": "Chosen Run",
    "writing.whereabouts": "Book",
}
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}
if not TYPE_CHECKING:  # type checkers take the imports above
    __all__ = sorted(_HOME)  # noqa: PLE0605  each name stands once


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
    return sorted({*_HOME, "__version__"})
