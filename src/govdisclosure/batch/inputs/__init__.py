"""What a user names, as a stream of documents: files, folders, patterns, lists, archives, NDJSON and Parquet."""

from govdisclosure.batch.inputs.loading import load, to_batch
from govdisclosure.batch.inputs.pending import Limits, Pending
from govdisclosure.batch.inputs.stream import documents

__all__ = ["Limits", "Pending", "documents", "load", "to_batch"]
