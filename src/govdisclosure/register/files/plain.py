"""The JSON form of registers and catalogues: model objects to JSON values and back, by the fields of the types.

Keys are the names of the fields, words of enumerations their values, days ISO 8601, sums integers or decimals in
strings. Where an entry stood in a file (``at``) is no part of it. Nothing is coerced.
"""

import re
import types
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import attrs
import pendulum

from govdisclosure.model.place import Place
from govdisclosure.text.numerals import plain

__all__ = ["Told", "from_plain", "plain_schema", "to_plain"]

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_SUM: Final = re.compile(r"-?\d{1,400}(?:\.\d{1,400})?", re.ASCII)
_DIGITS: Final = 400

Told = Callable[[str, str, str], None]
"""To say a fault: JSON path, and what is wrong in Chinese and English."""


def plain_schema(cls: type[attrs.AttrsInstance]) -> Mapping[str, tuple[Any, bool]]:
    """The fields of a type that are part of the JSON form: their types, and whether each is needed."""
    if cls not in _FIELDS:
        hints = get_type_hints(cls)
        _FIELDS[cls] = {
            field.name: (hints[field.name], field.default is attrs.NOTHING)
            for field in attrs.fields(cls)
            if hints[field.name] not in {Place, Place | None}
        }
    return _FIELDS[cls]


_FIELDS: Final[dict[type, Mapping[str, tuple[Any, bool]]]] = {}


def to_plain(value: Any) -> Any:  # noqa: ANN401  any part of the model
    """A part of the model as JSON values; what is not known has no key."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, pendulum.Date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else plain(value)
    if isinstance(value, tuple):
        return [to_plain(one) for one in value]
    if attrs.has(type(value)):
        told = ((name, getattr(value, name), needed) for name, (_, needed) in plain_schema(type(value)).items())
        return {name: to_plain(one) for name, one, needed in told if needed or not (one is None or one == ())}
    return value


class _Refused(Exception):  # noqa: N818  never leaves the module
    """A value is not of its type; the fault has been told."""


def from_plain(hint: Any, value: object, path: str, tell: Told) -> Any:  # noqa: ANN401  any part of the model
    """A part of the model from JSON values.

    Args:
        hint: Its type.
        value: The JSON value.
        path: Where it stands.
        tell: Where faults go; the part of an object that has one is left out of it.

    Returns:
        The part, or ``None`` where it could not be made.
    """
    try:
        return _made(hint, value, path, tell)
    except _Refused:
        return None


def _made(hint: Any, value: object, path: str, tell: Told) -> Any:  # noqa: ANN401  one return a shape
    if get_origin(hint) in {Union, types.UnionType}:
        if value is None:
            return None
        return _made(next(part for part in get_args(hint) if part is not type(None)), value, path, tell)
    if get_origin(hint) is tuple:
        return _tuple(get_args(hint)[0], value, path, tell)
    if attrs.has(hint):
        return _object(hint, value, path, tell)
    if issubclass(hint, StrEnum):
        if isinstance(value, str) and value in set(hint):
            return hint(value)
        raise _refused(path, tell, f"应是 {'、'.join(hint)} 之一", f"must be one of {', '.join(hint)}")
    return _PLAIN[hint](value, path, tell)


def _tuple(hint: Any, value: object, path: str, tell: Told) -> tuple[Any, ...]:  # noqa: ANN401  as above
    if not isinstance(value, list):
        raise _refused(path, tell, "应是数组", "must be an array")
    made = []
    for number, one in enumerate(value):
        try:
            made.append(_made(hint, one, f"{path}[{number}]", tell))
        except _Refused:
            continue
    return tuple(made)


def _object(cls: type[attrs.AttrsInstance], value: object, path: str, tell: Told) -> Any:  # noqa: ANN401  as above
    if not isinstance(value, dict):
        raise _refused(path, tell, "应是对象", "must be an object")
    known = plain_schema(cls)
    for key in value:
        if key not in known:
            tell(f"{path}.{key}", "没有这个键；请删去或改正键名", "no such key; remove it or mend its name")
    made: dict[str, Any] = {}
    lacking = False
    for name, (hint, is_needed) in known.items():
        if name not in value:
            if is_needed:
                tell(f"{path}.{name}", "缺少这个键", "the key is missing")
                lacking = True
            continue
        try:
            made[name] = _made(hint, value[name], f"{path}.{name}", tell)
        except _Refused:
            lacking = lacking or is_needed
    if lacking:
        raise _Refused
    try:
        return cls(**made)
    except ValueError:
        return cls(**_valid(cls, made, path, tell))


def _valid(cls: type[attrs.AttrsInstance], made: dict[str, Any], path: str, tell: Told) -> dict[str, Any]:
    """What is left without the fields that the type itself refuses, such as a negative count."""
    needed = {name: made[name] for name, (_, is_needed) in plain_schema(cls).items() if is_needed}
    kept = dict(made)
    for name in made.keys() - needed.keys():
        try:
            cls(**needed, **{name: made[name]})
        except ValueError:
            tell(f"{path}.{name}", "没有这样的取值", "no such value")
            del kept[name]
    return kept


def _refused(path: str, tell: Told, zh: str, en: str) -> _Refused:
    tell(path, zh, en)
    return _Refused()


def _text(value: object, path: str, tell: Told) -> str:
    if isinstance(value, str):
        return value
    raise _refused(path, tell, "应是字符串", "must be a string")


def _flag(value: object, path: str, tell: Told) -> bool:
    if isinstance(value, bool):
        return value
    raise _refused(path, tell, "应是 true 或 false", "must be true or false")


def _whole(value: object, path: str, tell: Told) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise _refused(path, tell, "应是整数", "must be an integer")


def _sum(value: object, path: str, tell: Told) -> Decimal:
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**_DIGITS:
        return Decimal(value)
    if isinstance(value, str) and _SUM.fullmatch(value):
        return Decimal(value)
    raise _refused(path, tell, "应是整数，或写成字符串的小数", "must be an integer, or a decimal written as a string")


def _day(value: object, path: str, tell: Told) -> pendulum.Date:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return pendulum.Date.fromisoformat(value)
        except ValueError:
            pass
    raise _refused(path, tell, "应是日期，写作 2024-01-02", "must be a date, written 2024-01-02")


_PLAIN: Final[Mapping[type, Callable[[object, str, Told], Any]]] = {
    str: _text,
    bool: _flag,
    int: _whole,
    Decimal: _sum,
    pendulum.Date: _day,
}
