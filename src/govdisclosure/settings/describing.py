"""The settings that hold, as JSON, and the schema of that document."""

from collections.abc import Mapping
from typing import Any, get_args

from govdisclosure.law.overlay import Overlay
from govdisclosure.model.agency import AgencyKind
from govdisclosure.rules.outcome import Level
from govdisclosure.rules.rule import BlankIs
from govdisclosure.settings.loading import KEYS
from govdisclosure.settings.settings import FailOn, Settings
from govdisclosure.text.language import Lang

__all__ = ["settings_schema", "settings_to_dict"]


def settings_to_dict(held: Settings) -> dict[str, Any]:
    """What ``govdisclosure config --format json`` writes: each key, its value, and where that is from."""
    names = {key: key.replace("-", "_") for key in KEYS}
    listed = [
        {"key": key, "value": _plain(getattr(held, name)), "from": held.origins.get(name)}
        for key, name in names.items()
    ]
    return {"schema": 1, "file": held.file, "settings": listed}


def settings_schema() -> dict[str, Any]:
    """The schema of that document; which value a key has is part of it."""
    words = {"type": "array", "items": {"type": "string"}}
    values = {
        **dict.fromkeys(("select", "extend-select", "ignore", "overlay", "prefer-readers"), words),
        "per-file-ignores": {"type": "object", "additionalProperties": words},
        "levels": {"type": "object", "additionalProperties": {"enum": list(Level)}},
        "organ-kinds": {"type": "object", "additionalProperties": {"enum": list(AgencyKind)}},
        "blank-is": {"enum": list(get_args(BlankIs))},
        "language": {"enum": list(get_args(Lang))},
        "fail-on": {"enum": list(get_args(FailOn))},
    }
    rows = [
        _object({"key": {"const": key}, "value": values[key], "from": {"type": ["string", "null"]}}) for key in KEYS
    ]
    listed = {"type": "array", "prefixItems": rows, "minItems": len(rows), "items": False}
    body = _object({"schema": {"const": 1}, "file": {"type": ["string", "null"]}, "settings": listed})
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "govdisclosure config", **body}


def _plain(value: object) -> Any:  # noqa: ANN401  any JSON value
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return [one.id if isinstance(one, Overlay) else _plain(one) for one in value]
    return str(value)


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(properties),
        "properties": properties,
    }
