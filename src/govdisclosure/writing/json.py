"""JSON as text: UTF-8, keys in the order of the schema."""

from govdisclosure.text.json import dumps, dumps_line

__all__ = ["dumps", "dumps_line"]
