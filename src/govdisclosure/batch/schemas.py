"""The tables of a batch: their columns as data, and as Arrow schemas.

A column is text unless its kind says otherwise. Every row begins with the name of its document. What is absent is
null, never a zero; counts are of the document at hand. The number ``govdisclosure.schema`` stands in the metadata of
each schema and rises when a column changes its meaning or goes; a column that is added leaves it.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from govdisclosure.batch.arrow import Columns, arrow, plain_schema

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = [
    "COLUMNS",
    "DOCUMENTS",
    "GROUNDS",
    "KEY",
    "TABLES",
    "VERDICT",
    "VERSION",
    "Columns",
    "documents",
    "results",
    "schema",
    "schema_of",
]

VERSION = 1
KEY = b"govdisclosure.schema"

_WHOSE = {"name": "text", "organ": "text", "year": "int16"}
_SPAN = {"char_start": "int32", "char_end": "int32"}
VERDICT: Columns = MappingProxyType(
    {
        "rule": "text",
        "rule_name": "text",
        "kind": "text",
        "level": "text",
        "subject": "text",
        "message_zh": "text",
        "message_en": "text",
    }
)
"""What each table of outcomes says of a verdict."""
GROUNDS: Columns = MappingProxyType(
    {"cites": "texts", "facts": "text", "needs": "texts", "origin": "text", "fingerprint": "text"}
)
"""What it rests on."""

DOCUMENTS: Columns = MappingProxyType({"name": "text", "content": "bytes", "fault_zh": "text", "fault_en": "text"})
"""What goes in: ``content`` is null where it could not be had, and the faults say why."""

COLUMNS: Mapping[str, Columns] = MappingProxyType(
    {
        "reports": {
            "name": "text",
            "digest": "text",
            "size": "int64",
            "media_type": "text",
            "status": "text",
            "fault_zh": "text",
            "fault_en": "text",
            "organ": "text",
            "organ_kind": "text",
            "organ_level": "text",
            "region": "text",
            "year": "int16",
            "edition": "text",
            "title": "text",
            "published_on": "day",
            "signed_on": "day",
            "period_start": "day",
            "period_end": "day",
            "sections": "int32",
            "tables": "int32",
            "cells": "int32",
            "claims": "int32",
            "mechanisms": "int32",
            "pass": "int32",
            "fail": "int32",
            "review": "int32",
            "open": "int32",
            "not_applicable": "int32",
            "informational": "int32",
            "worst": "text",
            "crashed_rules": "texts",
            "not_checked_zh": "texts",
            "not_checked_en": "texts",
            "published_sure": "bool",
            "published_other": "day",
            "oddities": "texts",
        },
        "sections": {
            **_WHOSE,
            "number": "int32",
            "heading": "text",
            "covers": "texts",
            "text": "text",
            **_SPAN,
        },
        "cells": {
            **_WHOSE,
            "edition": "text",
            "cell_table": "text",
            "cell_row": "text",
            "cell_column": "text",
            "printed": "text",
            "value": "figure",
            "text": "text",
            "unit": "text",
            "page": "int32",
            **_SPAN,
        },
        "claims": {
            **_WHOSE,
            "claim": "text",
            "scope": "text",
            "value": "figure",
            "unit": "text",
            "quote": "text",
            **_SPAN,
            "line": "int32",
            "page": "int32",
            "printed": "text",
            "approximate": "bool",
            "whole": "bool",
        },
        "mechanisms": {
            **_WHOSE,
            "mechanism": "text",
            "status": "text",
            "quote": "text",
            **_SPAN,
            "line": "int32",
            "page": "int32",
        },
        "outcomes": {
            **_WHOSE,
            **VERDICT,
            "quote": "text",
            **_SPAN,
            "line": "int32",
            "page": "int32",
            "cell_table": "text",
            "cell_row": "text",
            "cell_column": "text",
            **GROUNDS,
        },
    }
)
"""Tables and their columns, each with its kind, see :func:`govdisclosure.batch.arrow.data_type`. ``oddities`` of a
report are what is unusual about the layout of its tables, each as the table, the kind and the words, with a blank
between."""

TABLES = tuple(COLUMNS)
"""``reports`` has one row a document, those that could not be read among them."""


def schema_of(columns: Columns, *, required: str | None = "name") -> "pa.Schema":
    """Columns as a schema with its version.

    Args:
        columns: Their names, each with its kind.
        required: The one that is never null.

    Raises:
        MissingExtraError: Arrow is not installed.
    """
    return plain_schema(columns, required=required).with_metadata({KEY: str(VERSION)})


@cache
def documents() -> "pa.Schema":
    """The schema of what goes in, see :data:`DOCUMENTS`.

    Raises:
        MissingExtraError: Arrow is not installed.
    """
    return schema_of(DOCUMENTS)


@cache
def schema(table: str) -> "pa.Schema":
    """The schema of one of :data:`~govdisclosure.batch.schemas.TABLES`.

    Raises:
        MissingExtraError: Arrow is not installed.
    """
    return schema_of(COLUMNS[table])


@cache
def results() -> "pa.Schema":
    """The schema of what comes out: a row a document, its ``report``, and lists of the rows of the other tables.

    Raises:
        MissingExtraError: Arrow is not installed.
    """
    pa = arrow()
    fields = [pa.field("name", pa.string(), nullable=False)]
    fields.append(pa.field("report", pa.struct(list(schema("reports"))), nullable=False))
    fields += [
        pa.field(table, pa.list_(pa.field("item", pa.struct(list(schema(table))), nullable=False)), nullable=False)
        for table in TABLES[1:]
    ]
    return pa.schema(fields, metadata={KEY: str(VERSION)})
