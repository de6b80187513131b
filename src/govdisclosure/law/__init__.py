"""What the law says, by date: instruments, citations, parameters, required contents and due dates.

Nothing is read when this package is imported; the data are read, checked and kept at the first question.
"""

from govdisclosure.law.dated import DatedValue, Parameter
from govdisclosure.law.deadlines import Pause, Reading, Receipt, term, terms
from govdisclosure.law.duty import ReportDue, RequiredContent
from govdisclosure.law.fees import Fee, FeeChoice, choose_fee, fee_by_items, fee_by_pages
from govdisclosure.law.lookup import cite, instrument, instruments, parameter, parameters
from govdisclosure.law.provision import Citation, Evidence, Instrument
from govdisclosure.law.reporting import (
    edition_for,
    first_report_year,
    form_for,
    regulation_for,
    regulations,
    report_due,
    required_contents,
)
from govdisclosure.law.workdays import (
    CalendarNotice,
    DayKind,
    WorkCalendar,
    add_workdays,
    count_workdays,
    is_workday,
    published_calendar,
)

__all__ = [
    "CalendarNotice",
    "Citation",
    "DatedValue",
    "DayKind",
    "Evidence",
    "Fee",
    "FeeChoice",
    "Instrument",
    "Parameter",
    "Pause",
    "Reading",
    "Receipt",
    "ReportDue",
    "RequiredContent",
    "WorkCalendar",
    "add_workdays",
    "choose_fee",
    "cite",
    "count_workdays",
    "edition_for",
    "fee_by_items",
    "fee_by_pages",
    "first_report_year",
    "form_for",
    "instrument",
    "instruments",
    "is_workday",
    "parameter",
    "parameters",
    "published_calendar",
    "regulation_for",
    "regulations",
    "report_due",
    "required_contents",
    "term",
    "terms",
]
