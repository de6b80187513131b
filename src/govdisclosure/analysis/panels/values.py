"""The value of each series in one document, and of several documents together."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from govdisclosure.analysis.panels.figures import Figure, Given
from govdisclosure.analysis.panels.series import Made, Series
from govdisclosure.analysis.returning.values import EXACT
from govdisclosure.batch.arrow import fits
from govdisclosure.law import instrument
from govdisclosure.model.count import Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import TableName, forms_of
from govdisclosure.model.labels import TABLE_NAMES, named_cell
from govdisclosure.model.place import CellName
from govdisclosure.text.numerals import plain

__all__ = ["Value", "added", "noted", "one_of", "unknown", "values_of"]

_STATES = {
    Printed.BLANK: ("空白", "blank"),
    Printed.DASH: ("只有符号", "a dash"),
    Printed.ILLEGIBLE: ("读不出", "illegible"),
    Printed.ABSENT: ("未读到", "not found"),
    Printed.NUMBER: ("数字过长", "too long a number"),
}
_TOO_LONG = _STATES[Printed.NUMBER]
_YUAN = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
_MONEY = "万元"


class Value(NamedTuple):
    """What a panel says of a series in a year."""

    value: Decimal | None
    edition: str | None
    origin: str | None
    parts: tuple[str, ...]
    comparable: bool
    zh: str
    en: str


def unknown(zh: str, en: str, parts: tuple[str, ...] = (), edition: str | None = None) -> Value:
    """A value that is not known, and why."""
    return Value(None, edition, None, parts, comparable=False, zh=zh, en=en)


def values_of(document: Given, series: Iterable[Series]) -> list[Value]:
    """The value of each series in one document."""
    return [_value(document, one) for one in series]


def one_of(found: Sequence[Value]) -> Value:
    """The value that several reports on one year share; nothing where they differ."""
    count, values = len(found), {one.value for one in found}
    if len(values) == 1:
        return noted(found[0], f"同一机关同一年度有{count}份报告，数相同", f"{count} reports on this year agree")
    shown = sorted(one.value for one in found if one.value is not None)
    zh, en = "、".join(map(plain, shown)), ", ".join(map(plain, shown))
    more_zh, more_en = ("，另有未知的", " and unknown") if None in values else ("", "")
    return unknown(
        f"同一机关同一年度有{count}份报告，数不同（{zh}{more_zh}），未取",
        f"{count} reports on this year differ ({en}{more_en}): none was taken",
        found[0].parts,
    )


def added(named: Sequence[tuple[str, Value | None]]) -> Value:
    """The sum over organs that merged; nothing where a part is not known.

    Args:
        named: The organs with their values; ``None`` where there is no report.
    """
    parts = tuple(f"{organ}: {part}" for organ, one in named if one is not None for part in one.parts)
    lost = [(organ, one) for organ, one in named if one is None or one.value is None]
    if lost:
        zh = "；".join(f"{organ}：{'没有报告' if one is None else one.zh}" for organ, one in lost)
        en = "; ".join(f"{organ}: {'no report' if one is None else one.en}" for organ, one in lost)
        return unknown(f"合并前各机关的数不全，未相加（{zh}）", f"not added up, a part is missing ({en})", parts)
    held = [one for _, one in named if one is not None]
    editions = {one.edition for one in held}
    organs = [organ for organ, _ in named]
    notes = dict.fromkeys((one.zh, one.en) for one in held if one.zh)
    zh = "；".join((f"{'、'.join(organs)}合并前各报告之和", *(one for one, _ in notes)))
    en = "; ".join((f"the sum of {', '.join(organs)} before their merger", *(one for _, one in notes)))
    value = summed(one.value for one in held if one.value is not None)
    if value is None:
        return unknown(*_TOO_LONG, parts)
    edition = editions.pop() if len(editions) == 1 else None
    return Value(value, edition, "sum", parts, comparable=all(one.comparable for one in held), zh=zh, en=en)


def summed(values: Iterable[Decimal]) -> Decimal | None:
    """A sum, exact however long; nothing where no column holds it."""
    total = Decimal(0)
    for value in values:
        total = EXACT.add(total, value)
    return total if fits(total) else None


def noted(value: Value, zh: str, en: str) -> Value:
    """A value with one more note."""
    return value._replace(zh="；".join(filter(None, (value.zh, zh))), en="; ".join(filter(None, (value.en, en))))


def _value(document: Given, series: Series) -> Value:
    for edition, made in series.made.items():
        if document.editions.get(made.cells[0].table) is edition:
            return _of_cells(document, series, edition, made)
    if (claimed := document.stated(series.claims)) is not None:
        kind, value = claimed
        parts, form = (f"claims/{kind.value}",), document.edition.value
        if value is None:
            return unknown("正文所述的数不止一个，未取", "prose states several figures: none was taken", parts, form)
        if not fits(value):
            return unknown(*_TOO_LONG, parts, form)
        zh, en = "取自正文，没有格式规定其口径", "stated in prose; no form says what it counts"
        return Value(value, form, "claim", parts, comparable=False, zh=zh, en=en)
    return _missing(document.edition, document.year, series)


def _of_cells(document: Given, series: Series, edition: Edition, made: Made) -> Value:
    parts = _parts(made.cells)
    values = []
    for cell in made.cells:
        figure = document.cells.get(cell)
        value = None if figure is None or figure.value is None else _in_unit(series, cell, edition, figure)
        if value is None:
            zh, en = _why(cell, figure)
            return noted(unknown(zh, en, parts, edition.value), made.note.zh, made.note.en)
        values.append(value)
    total = summed(values)
    if total is None:
        return unknown(*_TOO_LONG, parts, edition.value)
    origin = "cell" if len(parts) == 1 else "sum"
    return Value(total, edition.value, origin, parts, made.comparable, made.note.zh, made.note.en)


def _in_unit(series: Series, cell: CellName, edition: Edition, figure: Figure) -> Decimal | None:
    """A figure in the unit of its series; nothing where it is money and its unit is not known."""
    if series.unit != _MONEY or not figure.value:
        return figure.value
    form = next(one for one in forms_of(TableName(cell.table)) if one.edition is edition)
    unit = figure.unit or form.column(cell.column).money
    if unit not in _YUAN:
        return None
    return EXACT.divide(EXACT.multiply(figure.value, _YUAN[unit]), _YUAN[_MONEY])


def _why(cell: CellName, figure: Figure | None) -> tuple[str, str]:
    name_zh, name_en = _named(cell)
    if figure is not None and figure.value is not None:
        return f"{name_zh}没有印单位", f"{name_en}: no unit is printed"
    zh, en = _STATES[Printed.ABSENT if figure is None else figure.printed]
    return f"{name_zh}{zh}", f"{name_en}: {en}"


@cache
def _missing(edition: Edition, year: int, series: Series) -> Value:
    made = series.made.get(edition)
    if edition is Edition.FREE_FORM and not instrument("statistics-2014").governs(year):
        zh = "这一年度没有全国统一的表，正文未读到这个数"
        en = "no national table for this year, and no such figure was read in prose"
        return unknown(zh, en, edition=edition.value)
    if made is None:
        return unknown("这种格式没有这一项", "this form has no such figure", edition=edition.value)
    zh, en = TABLE_NAMES[TableName(made.cells[0].table)]
    return unknown(f"未读到{zh}", f"{en} was not found", _parts(made.cells), edition.value)


@cache
def _parts(cells: tuple[CellName, ...]) -> tuple[str, ...]:
    return tuple(f"{one.table}/{one.row}/{one.column}" for one in cells)


@cache
def _named(cell: CellName) -> tuple[str, str]:
    return named_cell(cell)
