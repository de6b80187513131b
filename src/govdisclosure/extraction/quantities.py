"""Numbers with their units inside a sentence."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

import attrs

from govdisclosure.text.numerals import NUMBER, number
from govdisclosure.text.units import UNIT

__all__ = ["Quantity", "quantities"]

_UNITS = f"{UNIT}|%"
_QUANTITY = re.compile(
    rf"(?<![\d.第\-/一二三四五六七八九十百千])(?<!\d[,:至到])(?P<number>{NUMBER})(?P<approximate>余|多)?(?P<scale>万)?(?P<more>余|多)?(?:(?P<unit>{_UNITS})|(?<=\d)(?=[;、()]|,(?!\d)|$))"
)
# 由五个部分组成 counts parts of the report, 办结后5个工作日 time; 2、通过报刊…3、公开信 numbers the items of a list.
_NO_CASES = re.compile(r"大?(?:部分|方面|板块|章节?)|(?:工作|自然|日历)日|小时|月|季度|星期|年(?:度|头)")
_OF_A_SEASON = re.compile(r"[、和](?:\d{1,2}|[一二三四])(?:个?季度|月|日|号)")
_SOME = frozenset("几数上成")
_PLAIN = re.compile(r"0|[1-9]\d{0,5}")
_ABOUT = re.compile(r"(?:约|近|超过|逾|大约|将近|不足|不到|至少|最多|不少于|不低于)$")
# 没有一件, 未发生过1起 says that there was not even one; 未答复1件 counts what is left.
_NOT_ONE = re.compile(
    r"(?:没有?|[无未](?:有)?|[并从]未|未曾)(?:有|再|曾|被)?(?:收到|接到|接收|收悉|发生|出现|产生|引发|引起|涉及|提起)?"
    r"(?:过|到|任何|了){0,2}+$"
)
_BACK = 12
_SHORT = 1_000
_OR_SO = re.compile(r"左右|以上|以内|上下|以下")


@attrs.frozen(kw_only=True)
class Quantity:
    """A number and its unit in a sentence.

    Attributes:
        value: The number, scale applied; the unit may be 万元.
        unit: The unit as printed; ``None`` for a figure that ends its clause without one.
        printed: The number as printed, scale included, unit excluded.
        approximate: True for 约30件, 260余件.
        start: First character of the number in the sentence.
        end: One past the unit.
    """

    value: Decimal
    unit: str | None
    printed: str
    approximate: bool
    start: int
    end: int


def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a sentence in order; the one that is denied (没有一件) is none.

    Args:
        text: Folded text without white space.

    >>> [(str(q.value), q.unit) for q in quantities("收到申请1,204件,约2.6万余条")]
    [('1204', '件'), ('26000', '条')]
    """
    # One sentence is asked for again by each kind of claim.
    return _remembered(text) if len(text) <= _SHORT else tuple(_quantities(text))


@lru_cache(maxsize=512)
def _remembered(text: str) -> tuple[Quantity, ...]:
    return tuple(_quantities(text))


def _quantities(text: str) -> Iterator[Quantity]:
    for match in _QUANTITY.finditer(text):
        if match["number"][0] in "十百千万亿" and text[match.start() - 1 : match.start()] in _SOME:
            continue
        value = number(match["number"])
        if value is None or (match["unit"] is None and not _PLAIN.fullmatch(match["number"])):
            continue
        if _is_ordinal(text, match) or (match["unit"] == "个" and _NO_CASES.match(text, match.end())):
            continue
        if value == 1 and match["unit"] != "%" and _NOT_ONE.search(text, max(0, match.start() - _BACK), match.start()):
            continue
        if match["scale"]:
            value *= 10_000
        yield Quantity(
            value=value,
            unit=match["unit"],
            printed=text[match.start("number") : match.start("unit") if match["unit"] else match.end()],
            approximate=bool(
                match["approximate"]
                or match["more"]
                or _ABOUT.search(text, max(0, match.start() - 3), match.start())
                or _OR_SO.match(text, match.end())
            ),
            start=match.start(),
            end=match.end(),
        )


def _is_ordinal(text: str, match: re.Match[str]) -> bool:
    """True for the number of an item in a list that counts up, or of a time: 1、公开栏2、广播; 1、2季度."""
    number = match["number"]
    if match["unit"] is None and _OF_A_SEASON.match(text, match.end()):
        return True
    if match["unit"] or not number.isascii() or not number.isdigit() or not text.startswith("、", match.end()):
        return False
    if number == "1":
        return _numbered(text, 2, match.end(), len(text))
    return _numbered(text, int(number) - 1, 0, match.start())


def _numbered(text: str, ordinal: int, start: int, end: int) -> bool:
    found = text.find(f"{ordinal}、", start, end)
    return found >= 0 and not text[max(0, found - 1) : found].isdigit()
