"""The list of plugins as JSON, and its schema."""

from collections.abc import Iterable
from typing import Any

from govdisclosure.plugins.loading import GROUPS, Plugin

__all__ = ["plugins_schema", "plugins_to_dict"]


def plugins_to_dict(found: Iterable[Plugin]) -> dict[str, Any]:
    """The list ``govdisclosure plugins --format json`` writes."""
    rows = [
        {
            "group": one.group,
            "name": one.name,
            "package": one.package,
            "adds": _adds(one),
            "fault": None if one.fault is None else {"zh": one.fault.zh, "en": one.fault.en},
        }
        for one in found
    ]
    return {"schema": 1, "plugins": rows}


def plugins_schema() -> dict[str, Any]:
    """The schema of that list."""
    words = {"type": "string"}
    fault = _object({"zh": words, "en": words})
    row = {
        "group": {"enum": list(GROUPS)},
        "name": words,
        "package": {"type": ["string", "null"]},
        "adds": {"type": "array", "items": words},
        "fault": {"anyOf": [fault, {"type": "null"}]},
    }
    body = _object({"schema": {"const": 1}, "plugins": {"type": "array", "items": _object(row)}})
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "govdisclosure plugins", **body}


def _adds(one: Plugin) -> list[str]:
    """Codes of rules, endings of files, the form of output, years."""
    if one.fault is not None:
        return []
    match one.group:
        case "rules":
            return [rule.code for rule in one.value]
        case "readers":
            return [str(suffix).lower() for suffix in one.value.suffixes]
        case "calendars":
            return [str(notice.year) for notice in one.value]
        case _:
            return [one.name]


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(properties),
        "properties": properties,
    }
