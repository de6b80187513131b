"""Makes a document into an annual report: headings, dates, claims, mechanisms. It knows nothing of file formats."""

from govdisclosure.extraction.assemble import extract

__all__ = ["extract"]
