"""Reports and registers as tidy tables, for Arrow, pandas and polars."""

from govdisclosure.analysis.frames.arrow import as_arrow
from govdisclosure.analysis.frames.table import Table

__all__ = ["Table", "as_arrow"]
