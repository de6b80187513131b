"""The way back: frames into reports, and judged again."""

from govdisclosure.analysis.returning.checking import CheckedTables, check_tables, evidence
from govdisclosure.analysis.returning.faults import Fault
from govdisclosure.analysis.returning.reading import reports_from

__all__ = ["CheckedTables", "Fault", "check_tables", "evidence", "reports_from"]
