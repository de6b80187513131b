"""The frames beside that of cells: reports, claims, sections and mechanisms."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

from govdisclosure.analysis.returning.faults import shown
from govdisclosure.analysis.returning.frames import Faults, day_of, is_null, rows_of_frame, text_of, whose
from govdisclosure.analysis.returning.values import EXACT
from govdisclosure.analysis.returning.words import EDITIONS
from govdisclosure.model.agency import AdministrativeLevel, AgencyKind
from govdisclosure.model.evidence import MechanismKind, MechanismStatus
from govdisclosure.model.report import ClaimKind, ClaimScope, Content

__all__ = ["read_claims", "read_mechanisms", "read_reports", "read_sections"]

_Row = dict[str, Any]
_READ = {None, "read"}
_DAYS = ("published_on", "published_other", "signed_on", "period_start", "period_end")
_NUMBERS = ("number", "char_start", "char_end", "line", "page")
_MOST = 2**31
"""Beyond this is no place that a column holds."""
_DIGITS = 28
"""So many digits before the point, and a column of figures does not hold it."""
_WHOSE = ("name|organ", "name|year")


def read_reports(frame: Any) -> tuple[dict[str, _Row], Faults]:  # noqa: ANN401  a frame of any library
    """The rows of reports that were read, by their names; and what is wrong."""
    faults = Faults("reports")
    found: dict[str, _Row] = {}
    for number, row in rows_of_frame(frame, "reports", _WHOSE):
        if text_of(row.get("status")) not in _READ:
            continue
        held = whose(number, row, faults)
        if held is None:
            continue
        name, organ, year = held
        made = {**row, "name": name, "organ": organ, "year": year, "edition": _edition(number, row, faults)}
        for column, kinds in (("organ_kind", AgencyKind), ("organ_level", AdministrativeLevel)):
            made[column] = _one_of(number, row, column, kinds, faults)
        for column in _DAYS:
            made[column] = _day(number, row, column, faults)
        for column in ("title", "region", "digest", "media_type"):
            made[column] = text_of(row.get(column))
        if name in found:
            words = (
                f"报告 {shown(name)} 出现两次，请只留一行",
                f"the report {shown(name)} stands twice: leave one row",
            )
            faults.add(number, "name", words, name=name)
        found[name] = made
    return found, faults


def read_claims(frame: Any) -> tuple[dict[str, list[_Row]], Faults]:  # noqa: ANN401  a frame of any library
    """The rows of claims by their reports, and what is wrong."""
    return _read(frame, "claims", ("claim", "value"), _claim)


def read_sections(frame: Any) -> tuple[dict[str, list[_Row]], Faults]:  # noqa: ANN401  a frame of any library
    """The rows of sections by their reports, and what is wrong."""
    return _read(frame, "sections", ("heading",), _section)


def read_mechanisms(frame: Any) -> tuple[dict[str, list[_Row]], Faults]:  # noqa: ANN401  a frame of any library
    """The rows of mechanisms by their reports, and what is wrong."""
    return _read(frame, "mechanisms", ("mechanism",), _mechanism)


_Make = Callable[[int, Mapping[str, Any], Faults], _Row | None]


def _read(frame: Any, name: str, required: tuple[str, ...], make: _Make) -> tuple[dict[str, list[_Row]], Faults]:  # noqa: ANN401  a frame
    faults = Faults(name)
    found: dict[str, list[_Row]] = {}
    for number, row in rows_of_frame(frame, name, (*_WHOSE, *required)):
        held, made = whose(number, row, faults), make(number, row, faults)
        if held is not None and made is not None:
            places = dict(_numbers(row))
            found.setdefault(held[0], []).append({**row, **places, **made, "organ": held[1], "year": held[2]})
    return found, faults


def _claim(number: int, row: Mapping[str, Any], faults: Faults) -> _Row | None:
    kind = _one_of(number, row, "claim", ClaimKind, faults)
    scope = _one_of(number, row, "scope", ClaimScope, faults)
    value = row["value"]
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal, str)) or is_null(value):
        return None
    try:
        exact = Decimal(str(value).strip())
    except ArithmeticError:
        exact = Decimal("NaN")
    if exact.is_finite() and exact.adjusted() >= _DIGITS:
        faults.add(number, "value", ("数字过长", "too long a number"))
        return None
    if not exact.is_finite():
        faults.add(number, "value", (f"“{shown(value)}”不是一个数字", f"“{shown(value)}” is no figure"))
        return None
    texts = {name: text_of(row.get(name)) for name in ("unit", "quote", "printed")}
    return None if kind is None else {"claim": kind, "scope": scope, "value": exact.normalize(EXACT), **texts}


def _section(_: int, row: Mapping[str, Any], __: Faults) -> _Row | None:
    covers = [one for one in row.get("covers") or () if isinstance(one, str) and one in _words(Content)]
    texts = {name: text_of(row.get(name)) or "" for name in ("heading", "text")}
    return {**texts, "covers": covers}


def _mechanism(number: int, row: Mapping[str, Any], faults: Faults) -> _Row | None:
    kind = _one_of(number, row, "mechanism", MechanismKind, faults)
    status = _one_of(number, row, "status", MechanismStatus, faults)
    return None if kind is None else {"mechanism": kind, "status": status, "quote": text_of(row.get("quote"))}


def _numbers(row: Mapping[str, Any]) -> Iterator[tuple[str, int | None]]:
    for name in _NUMBERS:
        value = row.get(name)
        number = isinstance(value, (int, float, Decimal)) and not is_null(value) and -_MOST < value < _MOST
        yield name, round(value) if number and value is not None else None


def _edition(number: int, row: Mapping[str, Any], faults: Faults) -> str | None:
    said = text_of(row.get("edition"))
    if said is None:
        return None
    found = EDITIONS.get(said.strip().removesuffix(".0"))
    if found is None:
        listed = ", ".join(EDITIONS)
        words = (f"不认识格式“{shown(said)}”；可写 {listed}", f"no form “{shown(said)}”: there are {listed}")
        faults.add(number, "edition", words)
    return None if found is None else found.value


def _one_of(number: int, row: Mapping[str, Any], column: str, kinds: type[StrEnum], faults: Faults) -> str | None:
    said = text_of(row.get(column))
    if said is None or said in _words(kinds):
        return said
    listed = ", ".join(kinds)
    words = (f"不认识“{shown(said)}”；可写 {listed}", f"“{shown(said)}” is not known; there are {listed}")
    faults.add(number, column, words)
    return None


@cache
def _words(kinds: type[StrEnum]) -> frozenset[str]:
    return frozenset(kinds)


def _day(number: int, row: Mapping[str, Any], column: str, faults: Faults) -> Any:  # noqa: ANN401  a day
    try:
        return day_of(row.get(column))
    except ValueError:
        said = shown(row[column])
        words = (f"“{said}”不是日期，请写作 2023-01-20", f"“{said}” is no day: write 2023-01-20")
        faults.add(number, column, words)
        return None
