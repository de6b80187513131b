"""Registers and catalogues as JSON documents."""

import json
import re
from collections.abc import Mapping
from typing import Any, Final

import attrs
import pendulum

from govdisclosure.documents.encoding import decode
from govdisclosure.errors import ReadError
from govdisclosure.model.agency import Agency
from govdisclosure.model.case import Case
from govdisclosure.model.item import Item
from govdisclosure.model.place import Place
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.model.request import Request
from govdisclosure.register.files.faults import Faults, shown
from govdisclosure.register.files.plain import from_plain

__all__ = ["CATALOGUE_KEYS", "REGISTER_KEYS", "SCHEMA", "json_catalogue", "json_register", "may_be_json"]

SCHEMA: Final = 1
"""Number of the documents' shape; it rises when a key changes its meaning or goes."""
REGISTER_KEYS: Final[Mapping[str, Any]] = {"requests": Request, "cases": Case}
"""The lists of a register, and what is in them."""
CATALOGUE_KEYS: Final[Mapping[str, Any]] = {"items": Item}
"""The same for a catalogue."""

_DAYS: Final = ("guide_updated_on", "catalogue_updated_on")
_START: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,999}[\[{]")
_UTF16_START: Final = (b"\xff\xfe{\x00", b"\xfe\xff\x00{", b"\xff\xfe[\x00", b"\xfe\xff\x00[")
_INDEX: Final = re.compile(r"\$\.(\w+)\[(\d+)\]")
_LISTED: Final = 20


def may_be_json(data: bytes) -> bool:
    """Whether bytes begin as a JSON document does."""
    return _START.match(data) is not None or data.startswith(_UTF16_START)


def json_register(data: bytes, name: str, uri: str | None) -> Register:
    """A register from JSON.

    Args:
        data: The document.
        name: What to name in an error.
        uri: What to say it came from.

    Raises:
        ReadError: It is no JSON, or no register; all faults of its outline are in the message with their JSON paths.
    """
    document, faults = _document(data, name, REGISTER_KEYS, ())
    lists = {key: _list(document, key, cls, faults) for key, cls in REGISTER_KEYS.items()}
    return Register(agency=_agency(document, faults), source=uri, **lists, faults=faults.all())


def json_catalogue(data: bytes, name: str, uri: str | None) -> Catalogue:
    """A catalogue from JSON; as :func:`json_register`."""
    document, faults = _document(data, name, CATALOGUE_KEYS, _DAYS)
    days = {key: from_plain(pendulum.Date | None, document.get(key), f"$.{key}", _telling(faults)) for key in _DAYS}
    items = _list(document, "items", Item, faults) or ()
    return Catalogue(agency=_agency(document, faults), source=uri, items=items, **days, faults=faults.all())


def _document(data: bytes, name: str, lists: Mapping[str, Any], more: tuple[str, ...]) -> tuple[dict[str, Any], Faults]:
    text, _ = decode(data, name)
    try:
        document = json.loads(text, parse_constant=_no_constant, object_pairs_hook=_each_once)
    except _TwiceError:
        raise ReadError(
            name,
            "JSON 中同一个键写了两次，无法确定以哪个为准；请删去一个",
            "a key stands twice in one object of the JSON; leave one of them out",
        ) from None
    except (ValueError, RecursionError):
        raise ReadError(
            name, "JSON 有语法错误；请核对文件是否完整", "not well-formed JSON; check that the file is complete"
        ) from None
    found = list(_outline(document, lists, more))
    if found:
        shown_faults = found[:_LISTED]
        raise ReadError(
            name,
            "JSON 的结构不对：" + "；".join(f"{path} {zh}" for path, zh, _ in shown_faults),
            "the JSON is not of the shape wanted: " + "; ".join(f"{path} {en}" for path, _, en in shown_faults),
        )
    return document, Faults()


class _TwiceError(ValueError):
    """A key stands twice in an object: the reader of the standard library would keep the last and say nothing."""


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _TwiceError
    return found


def _no_constant(_: str) -> None:
    raise ValueError


def _outline(document: object, lists: Mapping[str, Any], more: tuple[str, ...]) -> list[tuple[str, str, str]]:
    if not isinstance(document, dict):
        return [("$", "应是对象", "must be an object")]
    found = []
    known = {"schema", "agency", *lists, *more}
    number = document.get("schema")
    if type(number) is not int or number != SCHEMA:
        found.append(("$.schema", f"应是 {SCHEMA}", f"must be {SCHEMA}"))
    found += [
        (f"$.{key}", "应是数组或 null", "must be an array or null")
        for key in lists
        if key in document and not isinstance(document[key], list | None)
    ]
    if not any(key in document for key in lists):
        wanted = "、".join(lists)
        found.append(("$", f"缺少 {wanted}", f"lacks {' and '.join(lists)}"))
    found += [(f"$.{shown(key)}", "没有这个键", "no such key") for key in document if key not in known]
    return found


def _agency(document: dict[str, Any], faults: Faults) -> Agency | None:
    made: Agency | None = from_plain(Agency | None, document.get("agency"), "$.agency", _telling(faults))
    return made


def _list(document: dict[str, Any], key: str, cls: type[attrs.AttrsInstance], faults: Faults) -> Any:  # noqa: ANN401
    if document.get(key) is None:
        return None
    made = []
    for number, one in enumerate(document[key], 1):
        at = Place(start=0, end=0, line=number)
        if isinstance(one, dict) and not (isinstance(one.get("id"), str) and one["id"].strip()):
            faults.add(
                number,
                "没有编号，暂以序号代替；请补上编号",
                "no number; its place in the list is used instead; add one",
                column=f"$.{key}[{number - 1}].id",
            )
            one = {**one, "id": f"row:{number}"}  # noqa: PLW2901  the entry as it is to be read
        entry = from_plain(cls, one, f"$.{key}[{number - 1}]", _telling(faults, number, one))
        if entry is not None:
            made.append(_placed(entry, at))
    return tuple(made)


def _placed(entry: Any, at: Place) -> Any:  # noqa: ANN401  any entry
    events = getattr(entry, "events", None)
    if not events:
        return attrs.evolve(entry, at=at)
    return attrs.evolve(entry, at=at, events=tuple(attrs.evolve(event, at=at) for event in events))


def _telling(faults: Faults, row: int = 1, entry: object = None) -> Any:  # noqa: ANN401  a function that tells
    id_ = entry.get("id") if isinstance(entry, dict) else None

    def tell(path: str, zh: str, en: str) -> None:
        whole = _INDEX.fullmatch(path) is not None
        faults.add(row, zh, en, column=path, id=id_ if isinstance(id_, str) else None, kept=not whole)

    return tell
