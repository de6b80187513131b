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

__all__ = [
    "Citation",
    "DatedValue",
    "Evidence",
    "Instrument",
    "Parameter",
    "ReportDue",
    "RequiredContent",
    "cite",
    "edition_for",
    "first_report_year",
    "form_for",
    "instrument",
    "instruments",
    "parameter",
    "parameters",
    "regulation_for",
    "regulations",
    "report_due",
    "required_contents",
]
