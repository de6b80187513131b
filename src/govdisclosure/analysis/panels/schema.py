"""The columns of a panel, of rates and of chains."""

from functools import cache
from typing import TYPE_CHECKING

from govdisclosure.batch.arrow import arrow

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["chains_schema", "panel_schema", "rates_schema"]


@cache
def panel_schema() -> "pa.Schema":
    """The columns of a panel."""
    pa = arrow()
    return pa.schema(
        {
            "organ": pa.string(),
            "year": pa.int16(),
            "series": pa.string(),
            "value": pa.decimal128(38, 10),
            "edition": pa.string(),
            "origin": pa.string(),
            "parts": pa.list_(pa.string()),
            "comparable": pa.bool_(),
            "note_zh": pa.string(),
            "note_en": pa.string(),
        }
    )


@cache
def rates_schema() -> "pa.Schema":
    """The columns of rates."""
    pa = arrow()
    return pa.schema(
        {
            "organ": pa.string(),
            "year": pa.int16(),
            "rate": pa.string(),
            "numerator": pa.decimal128(38, 10),
            "denominator": pa.decimal128(38, 10),
            "value": pa.float64(),
            "note_zh": pa.string(),
            "note_en": pa.string(),
        }
    )


@cache
def chains_schema() -> "pa.Schema":
    """The columns of chains."""
    pa = arrow()
    return pa.schema(
        {
            "organ": pa.string(),
            "year": pa.int16(),
            "carried_out": pa.decimal128(38, 10),
            "carried_in": pa.decimal128(38, 10),
            "status": pa.string(),
            "differs": pa.list_(pa.string()),
            "note_zh": pa.string(),
            "note_en": pa.string(),
        }
    )
