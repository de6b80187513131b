"""The statutory tables of a document."""

from govdisclosure.documents.document import Document
from govdisclosure.extraction.tables.collecting import Collector
from govdisclosure.extraction.tables.grids import read_grids
from govdisclosure.extraction.tables.stream import read_stream
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import TableName
from govdisclosure.model.statistics import Statistics

__all__ = ["find_statistics"]


def find_statistics(document: Document, edition: Edition) -> Statistics:
    """Read the statutory tables: from tables with cells first, then from text in which only the labels are left.

    Args:
        document: The document.
        edition: The edition of the report, for a table whose labels fit more than one form.
    """
    collectors = {table: Collector(document, table) for table in TableName}
    read_grids(document, collectors)
    read_stream(document, collectors)
    return Statistics(**{table.value: collector.grid(edition) for table, collector in collectors.items()})
