"""From a document's tables and text to the statutory tables."""

from govdisclosure.extraction.tables.statutory import find_statistics

__all__ = ["find_statistics"]
