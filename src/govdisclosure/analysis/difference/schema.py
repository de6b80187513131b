"""The JSON Schema of a comparison."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, TypeAlias, get_args

from govdisclosure.analysis.difference.changes import CellKind, ChangeKind
from govdisclosure.analysis.difference.changes_of_text import SectionKind
from govdisclosure.analysis.difference.difference import Mode
from govdisclosure.model.count import Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.evidence import MechanismKind, MechanismStatus
from govdisclosure.model.forms import TableName
from govdisclosure.model.report import ClaimKind, Content
from govdisclosure.rules.decision import Change
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.writing.convert import SCHEMA

__all__ = ["difference_schema"]

Json: TypeAlias = dict[str, Any]

_TEXT: Final[Json] = {"type": "string"}
_YES: Final[Json] = {"type": "boolean"}
_COUNT: Final[Json] = {"type": "integer", "minimum": 0}
_NUMBER: Final[Json] = {
    "description": "An integer, or a decimal as a string; a ratio is a fraction (1 is 100 %).",
    "anyOf": [{"type": "integer"}, {"type": "string", "pattern": r"^-?\d+\.\d+$"}],
}
_FIELDS: Final = ("agency", "title", "year", "edition", "published_on", "signed_on", "period")


def difference_schema() -> Json:
    """The schema of what ``govdisclosure diff --format json`` writes."""
    places = {"old_at": _maybe(_ref("at")), "new_at": _maybe(_ref("at"))}
    body = _object(
        {
            "schema": {"const": SCHEMA},
            "tool": _object({"name": {"const": "govdisclosure"}, "version": _TEXT, "ruleset": _TEXT}),
            "mode": _maybe({"enum": list(get_args(Mode))}),
            "old": _ref("report"),
            "new": _ref("report"),
            "not_comparable": _maybe(_ref("message")),
            "identical": _YES,
            "differs": _YES,
            "only_unread": _YES,
            "figures_changed": _YES,
            "alters_verdict": _maybe(_YES),
            "notes": _list(_ref("message")),
            "cells": _list(_cell(places)),
            "tables": _list(_table(places)),
            "claims": _list(_pair("claim", ClaimKind, _stated(), places, _deltas())),
            "judged": _maybe(_judged()),
            "fields": _list(_object({"name": {"enum": list(_FIELDS)}, **_both(_TEXT), **places})),
            "sections": _list(_section(places)),
            "mechanisms": _list(_pair("mechanism", MechanismKind, _mention(), places, {})),
            "carried": _maybe(_carried()),
        }
    )
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, "title": "govdisclosure diff", **body, "$defs": _defs()}


def _both(schema: Json) -> Json:
    return {"old": _maybe(schema), "new": _maybe(schema)}


def _deltas() -> Json:
    return {"difference": _maybe(_NUMBER), "ratio": _maybe(_NUMBER)}


def _cell(places: Json) -> Json:
    count = _object({"value": _maybe(_NUMBER), "printed": _enum(Printed), "text": _maybe(_TEXT), "unit": _maybe(_TEXT)})
    cells = _list(_ref("cell"))
    return _object(
        {
            "kind": _enum(CellKind),
            "label": _ref("message"),
            "old": count,
            "new": count,
            **_deltas(),
            "old_cells": cells,
            "new_cells": cells,
            "note": _maybe(_ref("message")),
            **places,
        }
    )


def _table(places: Json) -> Json:
    editions = {"old_edition": _maybe(_enum(Edition)), "new_edition": _maybe(_enum(Edition))}
    what = {"kind": _enum(ChangeKind), "table": _enum(TableName)}
    return _object({**what, **editions, "cells": _COUNT, "note": _ref("message"), **places})


def _pair(name: str, kinds: type[StrEnum], inner: Json, places: Json, more: Json) -> Json:
    return _object({"kind": _enum(ChangeKind), name: _enum(kinds), **_both(inner), **more, **places})


def _stated() -> Json:
    return _object({"value": _maybe(_NUMBER), "unit": _maybe(_TEXT), "approximate": _YES, "quote": _TEXT})


def _mention() -> Json:
    return _object({"status": _enum(MechanismStatus), "quote": _TEXT})


def _judged() -> Json:
    outcome = _object(
        {"kind": _enum(Kind), "level": _enum(Level), "message": _ref("message"), "at": _maybe(_ref("at"))}
    )
    states = {"enum": [one.value for one in Change if one is not Change.UNCHANGED]}
    change = _object({"change": states, "rule": _TEXT, "subject": _TEXT, **_both(outcome)})
    counts = {"unchanged": _COUNT, "unjudged": _COUNT}
    return _object({"changes": _list(change), **counts, "not_checked": _list(_ref("message"))})


def _section(places: Json) -> Json:
    heading = _object({"heading": _TEXT, "number": _maybe({"type": "integer"}), "covers": _list(_enum(Content))})
    words = _object({"start": _COUNT, "end": _COUNT, "text": _TEXT})
    hunk = _object({"old": words, "new": words})
    text = _object({"old": _TEXT, "new": _TEXT, **places, "hunks": _list(hunk)})
    kinds = _list(_enum(SectionKind))
    return _object({"kinds": kinds, **_both(heading), "carried": _maybe(_NUMBER), "texts": _list(text), **places})


def _carried() -> Json:
    passage = _object({"characters": _COUNT, "old_at": _ref("at"), "new_at": _ref("at")})
    return _object({"characters": _COUNT, "shared": _COUNT, "passages": _list(passage)})


def _defs() -> Json:
    one = {"type": "integer", "minimum": 1}
    cell = _object(dict.fromkeys(("table", "row", "column"), _TEXT))
    where = {"start": _COUNT, "end": _COUNT, **dict.fromkeys(("line", "column", "page"), _maybe(one))}
    names = dict.fromkeys(("source", "sha256", "media_type", "agency"), _maybe(_TEXT))
    return {
        "at": _object({**where, "cell": _maybe(_ref("cell"))}),
        "cell": cell,
        "message": _object({"zh": _TEXT, "en": _TEXT}),
        "report": _object({**names, "year": _maybe({"type": "integer"}), "edition": _enum(Edition)}),
    }


def _object(properties: Mapping[str, Json]) -> Json:
    closed = {"type": "object", "additionalProperties": False}
    return {**closed, "required": list(properties), "properties": dict(properties)}


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _enum(cls: type[StrEnum]) -> Json:
    return {"enum": [member.value for member in cls]}


def _ref(name: str) -> Json:
    return {"$ref": f"#/$defs/{name}"}


def _maybe(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}
