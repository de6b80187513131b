"""Reading the values of a scorecard's file."""

import re
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeAlias

from govdisclosure.errors import UsageError
from govdisclosure.model.forms import TableName, forms_of
from govdisclosure.model.place import CellName
from govdisclosure.text.display import one_line
from govdisclosure.text.suggestions import SHOWN, did_you_mean, nearest

__all__ = [
    "DECIMALS",
    "KEY",
    "LONG",
    "Json",
    "Kind",
    "cell_named",
    "choice",
    "figure",
    "key_word",
    "listed",
    "text",
    "whole",
    "yes",
]

Json: TypeAlias = dict[str, Any]
Kind: TypeAlias = tuple[Callable[[Any], Any], Json]
"""How a value is read, and its JSON Schema."""
LONG, DECIMALS = 2000, 6
KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,59}")
_MANY, _DIGITS = 200, 9


def text(given: object) -> str:
    """Words on one line.

    Raises:
        UsageError: It is none.
    """
    if not isinstance(given, str) or not given.strip() or len(given) > LONG:
        raise UsageError(f"应为文字，不超过{LONG}字", f"must be text of at most {LONG} characters")
    return one_line(given)


def key_word(given: object) -> str:
    """The short name of an indicator.

    Raises:
        UsageError: It is none.
    """
    if not isinstance(given, str) or not KEY.fullmatch(given):
        raise UsageError("应为字母、数字和 _ . -，不超过60个", "must be letters, digits and _ . -, at most 60")
    return given


def figure(given: object) -> Decimal:
    """A number, exactly as it is written.

    Raises:
        UsageError: It is none.
    """
    try:
        found = Decimal(repr(given)) if isinstance(given, (int, float)) and not isinstance(given, bool) else given
    except (ValueError, ArithmeticError):  # an integer too long to write
        found = None
    if not isinstance(found, Decimal) or not found.is_finite() or (found and found.adjusted() >= _DIGITS):
        raise UsageError("应为数字，如 5 或 0.5", "must be a number, such as 5 or 0.5")
    exponent = found.as_tuple().exponent
    if not isinstance(exponent, int) or -exponent > DECIMALS:
        raise UsageError(f"小数不超过{DECIMALS}位", f"has more than {DECIMALS} decimals")
    return found


def yes(given: object) -> bool:
    """True or false.

    Raises:
        UsageError: It is none.
    """
    if not isinstance(given, bool):
        raise UsageError("应为 true 或 false", "must be true or false")
    return given


def whole(low: int, high: int) -> Callable[[object], int]:
    """A reader of whole numbers from one to another."""

    def read(given: object) -> int:
        if type(given) is not int or not low <= given <= high:
            raise UsageError(f"应为{low}至{high}的整数", f"must be a whole number from {low} to {high}")
        return given

    return read


def _list(read: Callable[[Any], Any]) -> Callable[[object], tuple[Any, ...]]:
    def read_all(given: object) -> tuple[Any, ...]:
        if not isinstance(given, (list, tuple)) or not 0 < len(given) <= _MANY:
            raise UsageError(f"应为一组值，1至{_MANY}个", f"must be a list of 1 to {_MANY}")
        return tuple(read(one) for one in given)

    return read_all


def _one_of(kind: type[StrEnum], *left_out: StrEnum) -> Callable[[object], Any]:
    known = [one.value for one in kind if one not in left_out]

    def read(given: object) -> StrEnum:
        if given not in known:
            hint_zh, hint_en = did_you_mean(nearest(str(given)[:SHOWN], known))
            listed = ", ".join(known)
            raise UsageError(f"只能是 {listed}{hint_zh}", f"must be one of {listed}{hint_en}")
        return kind(given)

    return read


def cell_named(given: object) -> CellName:
    """A cell of a statutory table from ``table/row/column``.

    Raises:
        UsageError: No form has it; the message names the nearest ones.

    >>> cell_named("requests/received/total").row
    'received'
    """
    parts = given.split("/") if isinstance(given, str) else []
    if len(parts) == 3:  # noqa: PLR2004  table, row, column
        name = CellName(table=parts[0], row=parts[1], column=parts[2])
        tables = [one.value for one in TableName]
        if name.table in tables and any((name.row, name.column) in form for form in forms_of(TableName(name.table))):
            return name
    hint_zh, hint_en = did_you_mean(nearest(str(given)[:SHOWN], _cells()))
    raise UsageError(
        f"没有单元格 {str(given)[:SHOWN]!r}{hint_zh}；写法：表/行/列，如 requests/received/total",
        f"no cell {str(given)[:SHOWN]!r}{hint_en}; write table/row/column, such as requests/received/total",
    )


def _cells() -> list[str]:
    found = {f"{table.value}/{r}/{c}" for table in TableName for form in forms_of(table) for r, c in form.cells()}
    return sorted(found)


def choice(kind: type[StrEnum], *left_out: StrEnum) -> Kind:
    """One of the members of a kind, some left out."""
    return _one_of(kind, *left_out), {"enum": [one.value for one in kind if one not in left_out]}


def listed(read: Callable[[Any], Any], schema: Json) -> Kind:
    """A list of values."""
    return _list(read), {"type": "array", "items": schema, "minItems": 1, "maxItems": _MANY}
