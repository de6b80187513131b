"""What the law says, by date: instruments, citations, parameters, required contents and due dates.

Nothing is read when this package is imported; the data are read, checked and kept at the first question.
"""

from govdisclosure.law.dated import DatedValue, Parameter
from govdisclosure.law.duty import ReportDue, RequiredContent
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
    "Instrument",
    "Parameter",
    "ReportDue",
    "RequiredContent",
    "WorkCalendar",
    "add_workdays",
    "cite",
    "count_workdays",
    "edition_for",
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
]
