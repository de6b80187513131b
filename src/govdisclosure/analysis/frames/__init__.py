"""Reports and registers as tidy tables, for Arrow, pandas and polars."""

from govdisclosure.analysis.frames.arrow import as_arrow
from govdisclosure.analysis.frames.registers import RegisterTables, register_tables
from govdisclosure.analysis.frames.reports import ReportTables, report_tables
from govdisclosure.analysis.frames.table import Table

__all__ = ["RegisterTables", "ReportTables", "Table", "as_arrow", "register_tables", "report_tables"]
