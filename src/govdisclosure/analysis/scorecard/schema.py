"""The JSON Schema of a scorecard's file, for editors that check TOML while it is written."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from govdisclosure.analysis.scorecard.keys import BAND, CARD, INDICATOR, Key

__all__ = ["scorecard_schema"]

Json: TypeAlias = dict[str, Any]


def scorecard_schema() -> Json:
    """The schema of what :func:`~govdisclosure.analysis.scorecard.read_scorecard` reads, made of the keys it knows."""
    bands = {"type": "array", "items": _object(BAND), "minItems": 1}
    indicator = _object(INDICATOR, band=bands)
    body = _object(CARD, indicator={"type": "array", "items": indicator, "minItems": 1})
    body["required"].append("indicator")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "govdisclosure scorecard", **body}


def _object(keys: Mapping[str, Key], **further: Json) -> Json:
    properties = {name: {"description": f"{key.zh} / {key.en}", **key.schema} for name, key in keys.items()}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, key in keys.items() if key.required],
        "properties": {**properties, **further},
    }
