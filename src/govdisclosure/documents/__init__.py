"""Bytes to :class:`~govdisclosure.documents.document.Document`, one module a format."""

from govdisclosure.documents.detect import read_bytes, read_document
from govdisclosure.documents.document import Block, BlockKind, Document, Label

__all__ = ["Block", "BlockKind", "Document", "Label", "read_bytes", "read_document"]
