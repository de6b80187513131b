"""JSON Schemas of registers and catalogues, built from the types so that they cannot fall behind them."""

import types
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, TypeAlias, Union, get_args, get_origin

import attrs
import pendulum

from govdisclosure.model.agency import Agency
from govdisclosure.model.request import OUTCOMES, RequestEvent
from govdisclosure.register.files.json import CATALOGUE_KEYS, REGISTER_KEYS, SCHEMA
from govdisclosure.register.files.plain import plain_schema

__all__ = ["catalogue_schema", "register_schema"]

Json: TypeAlias = dict[str, Any]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_DAY: Final[Json] = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_PLAIN: Final[dict[type, Json]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Decimal: {
        "description": "An integer, or a decimal as a string.",
        "anyOf": [{"type": "integer"}, {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}],
    },
    pendulum.Date: _DAY,
}


def register_schema() -> Json:
    """The schema of a register: what ``write_register`` writes as JSON and ``read_register`` reads."""
    return _document("govdisclosure register", {key: _maybe(_list(_type(cls))) for key, cls in REGISTER_KEYS.items()})


def catalogue_schema() -> Json:
    """The schema of a catalogue: what ``write_catalogue`` writes as JSON and ``read_catalogue`` reads."""
    days = dict.fromkeys(("guide_updated_on", "catalogue_updated_on"), _maybe(_DAY))
    return _document(
        "govdisclosure catalogue", {**days, **{key: _maybe(_list(_type(cls))) for key, cls in CATALOGUE_KEYS.items()}}
    )


def _document(title: str, properties: Json) -> Json:
    body = {"schema": {"const": SCHEMA}, "agency": _maybe(_type(Agency)), **properties}
    return {
        "$schema": _DIALECT,
        "title": title,
        "type": "object",
        "additionalProperties": False,
        "required": ["schema"],
        "properties": body,
    }


def _type(hint: Any) -> Json:  # noqa: ANN401  type hints have no common type
    if get_origin(hint) in {Union, types.UnionType}:
        return _maybe(_type(next(part for part in get_args(hint) if part is not type(None))))
    if get_origin(hint) is tuple:
        return _list(_type(get_args(hint)[0]))
    if attrs.has(hint):
        return _object(hint)
    if issubclass(hint, StrEnum):
        return {"enum": [member.value for member in hint]}
    return _PLAIN[hint]


def _object(cls: type[attrs.AttrsInstance]) -> Json:
    """An object in which what is not known has no key or is null."""
    fields = plain_schema(cls)
    properties = {name: _type(hint) for name, (hint, _) in fields.items()}
    if cls is RequestEvent:
        properties["outcome"] = _maybe({"enum": list(OUTCOMES)})
    if "count" in properties:
        properties["count"] = {"type": "integer", "minimum": 0}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, (_, is_needed) in fields.items() if is_needed],
        "properties": properties,
    }


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _maybe(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}
