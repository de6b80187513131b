"""The JSON Schema of a search for near-identical text."""

from typing import Any, Final, TypeAlias

from govdisclosure.analysis.similar.result import Reason, Relation
from govdisclosure.rules.outcome import Kind
from govdisclosure.writing.convert import SCHEMA

__all__ = ["similar_schema"]

Json: TypeAlias = dict[str, Any]

_TEXT: Final[Json] = {"type": "string"}
_COUNT: Final[Json] = {"type": "integer", "minimum": 0}
_YES: Final[Json] = {"type": "boolean"}
_SHARE: Final[Json] = {
    "description": "A fraction (1 is 100 %): an integer, or a decimal as a string.",
    "anyOf": [{"type": "integer"}, {"type": "string", "pattern": r"^-?\d+\.\d+$"}],
}


def similar_schema() -> Json:
    """The schema of what ``govdisclosure similar --format json`` writes."""
    fault = _object({"source": _TEXT, "reason": _message()})
    whose: Json = {"name": _TEXT, "organ": _maybe(_TEXT), "year": _maybe({"type": "integer"})}
    body = _object(
        {
            "schema": {"const": SCHEMA},
            "tool": _object({"name": {"const": "govdisclosure"}, "version": _TEXT}),
            "threshold": _SHARE,
            "min_chars": _COUNT,
            "common_from": _maybe(_COUNT),
            "reports": _COUNT,
            "compared": _COUNT,
            "organs": _COUNT,
            "clusters": _list(_object({"members": _list(_party(whose)), "pairs": _list(_pair(whose))})),
            "unjudged": _list(_party({**whose, "reason": {"enum": [Reason.SHORT.value, Reason.COMMON.value]}})),
            "capped": _list(_TEXT),
            "cut": _list(_TEXT),
            "unread": _list(fault),
            "skipped": _list(fault),
        }
    )
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, "title": "govdisclosure similar", **body}


def _party(whose: Json) -> Json:
    sizes = {"characters": _COUNT, "characters_before": _COUNT, "cut": _YES}
    return _object({**whose, "digest": _maybe(_TEXT), **sizes})


def _pair(whose: Json) -> Json:
    likeness = _object({"share": _SHARE, "shared": _COUNT, "total": _COUNT})
    side = _object(
        {"section": _maybe({"type": "integer"}), "heading": _TEXT, "start": _COUNT, "end": _COUNT, "text": _TEXT}
    )
    reasons = [Reason.PRESCRIBED.value, Reason.COMMON.value]
    return _object(
        {
            "first": _object(whose),
            "second": _object(whose),
            "relation": {"enum": [one.value for one in Relation]},
            "related": _YES,
            "kind": {"enum": [Kind.REVIEW.value, Kind.INFORMATIONAL.value]},
            "message": _message(),
            "likeness": likeness,
            "before": likeness,
            "passages": _list(_object({"size": _COUNT, "first": side, "second": side})),
            "discounted": _list(_object({"text": _TEXT, "reason": {"enum": reasons}, "organs": _maybe(_COUNT)})),
        }
    )


def _message() -> Json:
    return _object({"zh": _TEXT, "en": _TEXT})


def _object(properties: Json) -> Json:
    return {"type": "object", "additionalProperties": False, "required": list(properties), "properties": properties}


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _maybe(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}
