"""What stands in one cell: a number, nothing, a dash, or something that is not one figure."""

import re
from decimal import Decimal
from functools import lru_cache

import attrs

from govdisclosure.model.count import Printed
from govdisclosure.model.forms import Column
from govdisclosure.text.normalise import fold, squeeze
from govdisclosure.text.numerals import number
from govdisclosure.text.units import UNIT

__all__ = ["ILLEGIBLE", "Figure", "is_figure", "read_figure"]

_UNITS = rf"(?P<unit>{UNIT})?"
_REMARK = r"(?P<remark>\((?!\d)[^()]{1,60}\))?"
_NUMBER = re.compile(
    rf"(?P<sign>[+\-]|(?:增加?|减少?))?(?P<number>\d{{1,3}}(?:,\d{{3}}){{1,4}}(?:\.\d{{1,8}})?|\d{{1,15}}(?:\.\d{{1,8}})?)"
    rf"(?P<scale>[万亿](?!元))?{_UNITS}{_REMARK}"
)
_CHINESE = re.compile(rf"(?P<number>[〇一二三四五六七八九两十百千万]{{1,8}}){_UNITS}")
_DASH = re.compile(r"[-/\\_*]{1,8}|无")
# A lone 一 is as often a dash as a one.
_DOUBTFUL = frozenset({"一", "一一", "O", "o"})
_JOINTS = re.compile(r"(?<=\d) {1,3}(?=[^\d.,+\- ])|(?<=[+\-]) {1,3}(?=\d)|(?<=\d,) (?=\d{3}(?!\d))")
_SHORT, _REMEMBERED = 16, 4_096
_LEADING_ZERO = re.compile(r"0\d")
_YUAN = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}


@attrs.frozen
class Figure:
    """How a cell stood, and its value and unit where it is a number."""

    printed: Printed
    value: int | Decimal | None = None
    unit: str | None = None


_BLANK, ILLEGIBLE = Figure(Printed.BLANK), Figure(Printed.ILLEGIBLE)


def read_figure(text: str, column: Column | None = None) -> Figure:
    """Read the text of a cell.

    Args:
        text: The text as printed.
        column: Its column; says whether the figure is money, and in which unit, and whether it may carry a sign.

    >>> read_figure("１，２０４件").value, read_figure("25.1万元", Column(key="", label="", money="")).value
    (1204, 251000)
    >>> read_figure("/").printed.value, read_figure("71 3").printed.value, read_figure("00").printed.value
    ('dash', 'illegible', 'illegible')
    """
    money = None if column is None else column.money
    # The same few figures fill most cells; what is longer is seldom seen twice.
    return _remembered(text, money) if len(text) <= _SHORT else _read(text, money)


def _read(text: str, money: str | None) -> Figure:
    key = fold(text).strip()
    if not key:
        return _BLANK
    # A blank inside is the joint of two figures unless it parts a figure from its unit or sign.
    key = _JOINTS.sub("", key)
    if _DASH.fullmatch(squeeze(key)):
        return Figure(Printed.DASH)
    if match := _NUMBER.fullmatch(key):
        return _number(match, money)
    if key not in _DOUBTFUL and (match := _CHINESE.fullmatch(key)):
        value = number(match["number"])
        return ILLEGIBLE if value is None else Figure(Printed.NUMBER, int(value), match["unit"])
    return ILLEGIBLE


_remembered = lru_cache(maxsize=_REMEMBERED)(_read)


def is_figure(text: str) -> bool:
    """Whether a cell holds a number or a dash."""
    return read_figure(text).printed in {Printed.NUMBER, Printed.DASH}


def _number(match: re.Match[str], money: str | None) -> Figure:
    written = match["number"]
    if _LEADING_ZERO.match(written):
        return ILLEGIBLE
    value = Decimal(written.replace(",", ""))
    if match["scale"]:
        value *= 10_000 if match["scale"] == "万" else 100_000_000
    if match["sign"] in {"-", "减", "减少"}:
        value = -value
    unit = match["unit"]
    if money is not None:
        value, unit = _money(value, unit, money)
    return Figure(Printed.NUMBER, _plain(value), unit)


def _money(value: Decimal, unit: str | None, wanted: str) -> tuple[Decimal, str | None]:
    """The value in the unit the form prescribes; in 元 where it leaves the unit to the cell."""
    if unit not in _YUAN:
        return value, wanted or None
    target = wanted or "元"
    return value * _YUAN[unit] / _YUAN[target], target


def _plain(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value.normalize()
