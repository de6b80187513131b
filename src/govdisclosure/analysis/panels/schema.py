"""The columns of a panel, of rates and of chains."""

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from govdisclosure.batch.arrow import Columns, plain_schema

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["chains_schema", "panel_schema", "rates_schema"]

_WHOSE = {"organ": "text", "year": "int16"}
_NOTES = {"note_zh": "text", "note_en": "text"}
_PANEL: Columns = MappingProxyType(
    {
        **_WHOSE,
        "series": "text",
        "value": "figure",
        "edition": "text",
        "origin": "text",
        "parts": "texts",
        "comparable": "bool",
        **_NOTES,
    }
)
_RATES: Columns = MappingProxyType(
    {**_WHOSE, "rate": "text", "numerator": "figure", "denominator": "figure", "value": "float", **_NOTES}
)
_CHAINS: Columns = MappingProxyType(
    {**_WHOSE, "carried_out": "figure", "carried_in": "figure", "status": "text", "differs": "texts", **_NOTES}
)


@cache
def panel_schema() -> "pa.Schema":
    """The columns of a panel.

    Raises:
        MissingExtraError: Arrow is not installed.
    """
    return plain_schema(_PANEL)


@cache
def rates_schema() -> "pa.Schema":
    """The columns of rates.

    Raises:
        MissingExtraError: Arrow is not installed.
    """
    return plain_schema(_RATES)


@cache
def chains_schema() -> "pa.Schema":
    """The columns of chains.

    Raises:
        MissingExtraError: Arrow is not installed.
    """
    return plain_schema(_CHAINS)
