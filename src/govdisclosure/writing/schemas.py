"""JSON Schemas of the documents, built from the types so that they cannot fall behind them."""

import types
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

import attrs
import pendulum

from govdisclosure.decisions import SuppressionState
from govdisclosure.model.agency import Agency
from govdisclosure.model.count import Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import TableName, forms_of
from govdisclosure.model.place import Place
from govdisclosure.model.report import (
    Breakdown,
    Claim,
    DateMention,
    Mechanism,
    Passage,
    Period,
    ProblemStatement,
    Section,
    SourceFile,
)
from govdisclosure.model.statistics import OddityKind
from govdisclosure.rules.decision import Change
from govdisclosure.rules.outcome import Kind, Level
from govdisclosure.rules.rule import BlankIs
from govdisclosure.writing.convert import SCHEMA

__all__ = ["across_schema", "check_schema", "register_check_schema", "report_schema"]

Json: TypeAlias = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_NUMBER = {
    "description": "An integer, or a decimal as a string; a rate is a fraction (1 is 100 %).",
    "anyOf": [{"type": "integer"}, {"type": "string", "pattern": r"^-?\d+\.\d+$"}],
}
_COUNT = {"type": "integer", "minimum": 0}
_ONE = {"type": "integer", "minimum": 1}
_TEXT = {"type": "string"}
_CODE = {"type": "string", "pattern": r"^[A-Z]{3}\d{3}$"}
_MESSAGE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["zh", "en"],
    "properties": {"zh": _TEXT, "en": _TEXT},
}


def report_schema() -> Json:
    """The schema of what ``govdisclosure parse`` writes for one report."""
    sections = (Section, Claim, Breakdown, Mechanism, ProblemStatement)
    lists = {name: _list(_of(cls)) for name, cls in zip(_LISTS, sections, strict=True)}
    places = _object({name: _maybe(_ref("at")) for name in ("title", "year", "published_on", "signed_on")})
    body = _object(
        {
            "schema": {"const": SCHEMA},
            "agency": _maybe(_ref("agency")),
            "year": _maybe({"type": "integer"}),
            "edition": _enum(Edition),
            "title": _maybe(_TEXT),
            "published_on": _maybe(_DAY),
            "signed_on": _maybe(_DAY),
            "period": _maybe(_of(Period)),
            "preamble": _maybe(_of(Passage)),
            "sections": lists["sections"],
            "statistics": _statistics(),
            **{name: schema for name, schema in lists.items() if name != "sections"},
            "published": _maybe(_of(DateMention)),
            "signed": _maybe(_of(DateMention)),
            "source": _maybe(_of(SourceFile)),
            "places": places,
        }
    )
    return {"$schema": _DIALECT, "title": "govdisclosure report", **body, "$defs": {**_defs(), "figure": _figure()}}


_LISTS = ("sections", "claims", "breakdowns", "mechanisms", "problems")


def check_schema() -> Json:
    """The schema of what ``govdisclosure check --format json`` writes."""
    agency, year = _maybe(_ref("agency")), _maybe({"type": "integer"})
    head = _object({"agency": agency, "year": year, "edition": _enum(Edition)})
    result = _object({"source": _TEXT, "report": head, **_verdicts()})
    body = _object(
        {
            "schema": {"const": SCHEMA},
            "tool": _object(
                {
                    "name": {"const": "govdisclosure"},
                    "version": _TEXT,
                    "ruleset": _TEXT,
                    "as_of": _maybe(_DAY),
                    "blank_is": {"enum": list(get_args(BlankIs))},
                }
            ),
            "results": _list(result),
            "unread": _list(_object({"source": _TEXT, "reason": _MESSAGE})),
            "skipped": _list(_object({"source": _TEXT, "reason": _MESSAGE})),
            "decisions": _maybe(_decisions()),
        }
    )
    return {"$schema": _DIALECT, "title": "govdisclosure check", **body, "$defs": _defs()}


def register_check_schema() -> Json:
    """The schema of what ``govdisclosure register check`` and ``items check`` write with ``--format json``."""
    counts = dict.fromkeys(("requests", "cases", "items"), _maybe(_COUNT))
    head = _object({"agency": _maybe(_ref("agency")), **counts})
    named = dict.fromkeys(("column", "sheet", "id"), _maybe(_TEXT))
    of, kept = {"enum": ["register", "catalogue"]}, {"type": "boolean"}
    fault = _object({"of": of, "row": _COUNT, **named, "kept": kept, "reason": _MESSAGE})
    tool = {"name": {"const": "govdisclosure"}, "version": _TEXT, "ruleset": _TEXT, "as_of": _maybe(_DAY)}
    body = _object(
        {
            "schema": {"const": SCHEMA},
            "tool": _object(tool),
            "results": _list(_object({"source": _TEXT, "register": head, **_verdicts(), "faults": _list(fault)})),
            "unread": _list(_object({"source": _TEXT, "reason": _MESSAGE})),
            "decisions": _maybe(_decisions()),
        }
    )
    return {"$schema": _DIALECT, "title": "govdisclosure register check", **body, "$defs": _defs()}


def across_schema() -> Json:
    """The schema of what ``govdisclosure across --format json`` writes."""
    outcomes, year = _list(_outcome(_MESSAGE)), {"type": "integer"}
    found = _object({"year": year, "source": _TEXT, "outcomes": outcomes})
    organ = {
        "organ": _TEXT,
        "reports": _list(_object({"year": _maybe(year), "source": _TEXT})),
        "outcomes": outcomes,
        "years": _list(found),
        "crashed": _list(_object({"rule": _CODE, "error": _TEXT})),
    }
    body = _object(
        {
            "schema": {"const": SCHEMA},
            "tool": _object({"name": {"const": "govdisclosure"}, "version": _TEXT, "ruleset": _TEXT}),
            "organs": _list(_object(organ)),
            "counts": _object({kind.value: _COUNT for kind in Kind}),
            "unread": _list(_object({"source": _TEXT, "reason": _MESSAGE})),
            "nameless": _COUNT,
            "not_checked": _list(_MESSAGE),
        }
    )
    return {"$schema": _DIALECT, "title": "govdisclosure across", **body, "$defs": _defs()}


def _verdicts() -> Json:
    return {
        "outcomes": _list(_outcome(_MESSAGE)),
        "counts": _object({kind.value: _COUNT for kind in Kind}),
        "crashed": _list(_object({"rule": _CODE, "error": _TEXT})),
        "not_checked": _list(_MESSAGE),
    }


def _statistics() -> Json:
    """Each table by row and column, every cell optional but none unknown."""
    tables: Json = {}
    for table in TableName:
        rows: dict[str, dict[str, Json]] = {}
        for form in forms_of(table):
            for row, column in form.cells():
                rows.setdefault(row, {})[column] = _ref("figure")
        tables[table.value] = _maybe(_some({row: _some(columns) for row, columns in rows.items()}))
    edition = _maybe(_enum(Edition))
    oddity = _object({"table": _enum(TableName), "kind": _enum(OddityKind), "label": _TEXT, "at": _ref("at")})
    return _object({**tables, "editions": _object(dict.fromkeys(tables, edition)), "oddities": _list(oddity)})


def _outcome(message: Json) -> Json:
    cite = _object(
        {
            "key": _TEXT,
            "zh": _TEXT,
            "en": _TEXT,
            "instrument": _TEXT,
            "number": _maybe(_TEXT),
            **{name: _maybe(_ONE) for name in ("article", "paragraph", "item")},
        }
    )
    return _object(
        {
            "rule": _CODE,
            "name": _TEXT,
            "kind": _enum(Kind),
            "level": _enum(Level),
            "message": message,
            "cites": {**_list(cite), "minItems": 1},
            "subject": _TEXT,
            "at": _maybe(_ref("at")),
            "quote": _maybe(_TEXT),
            "facts": {"type": "object"},
            "needs": _list(_TEXT),
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
            "entry": _maybe(_TEXT),
            "origin": _maybe(_TEXT),
            "change": _maybe({"enum": [one.value for one in Change if one is not Change.ABSENT]}),
            "graver": {"type": "boolean"},
            "suppressed": _maybe(_object({"reason": _TEXT, "by": _maybe(_TEXT), "until": _maybe(_DAY)})),
        }
    )


def _decisions() -> Json:
    """What a baseline and suppressions came to."""
    entry = {**dict.fromkeys(("whose", "rule", "subject", "fingerprint"), _TEXT), "kind": _enum(Kind)}
    status = {"number": _ONE, "code": _TEXT, "reason": _TEXT, "by": _maybe(_TEXT), "until": _maybe(_DAY)}
    return _object(
        {
            "compared": {"type": "boolean"},
            "absent": _list(_object({**entry, "level": _enum(Level)})),
            "unjudged": _COUNT,
            "suppressions": _list(_object({**status, "state": _enum(SuppressionState), "count": _COUNT})),
        }
    )


def _defs() -> Json:
    at = _object(
        {
            "start": _COUNT,
            "end": _COUNT,
            "line": _maybe(_ONE),
            "column": _maybe(_ONE),
            "page": _maybe(_ONE),
            "cell": _maybe(_object(dict.fromkeys(("table", "row", "column"), _TEXT))),
        }
    )
    return {"at": at, "agency": _of(Agency)}


def _figure() -> Json:
    return _object(
        {
            "value": _maybe(_NUMBER),
            "printed": _enum(Printed),
            "text": _maybe(_TEXT),
            "unit": _maybe(_TEXT),
            "at": _maybe(_ref("at")),
        }
    )


def _of(cls: type[attrs.AttrsInstance]) -> Json:
    """The schema of a model type whose fields are written under their own names."""
    hints = get_type_hints(cls)
    return _object({field.name: _type(hints[field.name]) for field in attrs.fields(cls)})


def _type(hint: Any) -> Json:  # noqa: ANN401  type hints have no common type; one return a shape
    if get_origin(hint) in {Union, types.UnionType}:
        inner = [part for part in get_args(hint) if part is not type(None)]
        return _maybe(_type(inner[0]))
    if get_origin(hint) is tuple:
        return _list(_type(get_args(hint)[0]))
    if hint is Place:
        return _ref("at")
    if attrs.has(hint):
        return _of(hint)
    if issubclass(hint, StrEnum):
        return _enum(hint)
    return _PLAIN[hint]


_PLAIN: dict[type, Json] = {
    str: _TEXT,
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Decimal: _NUMBER,
    pendulum.Date: _DAY,
}


def _object(properties: Json) -> Json:
    return {"type": "object", "additionalProperties": False, "required": list(properties), "properties": properties}


def _some(properties: Json) -> Json:
    """An object in which any of these keys may be missing."""
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _enum(cls: type[StrEnum]) -> Json:
    return {"enum": list(_values(cls))}


def _values(cls: type[StrEnum]) -> Iterator[str]:
    return (member.value for member in cls)


def _ref(name: str) -> Json:
    return {"$ref": f"#/$defs/{name}"}


def _maybe(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}
