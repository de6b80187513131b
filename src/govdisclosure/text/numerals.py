"""Numbers as Chinese documents print them, and as they are shown. Functions that read take folded text."""

import re
from decimal import Decimal

__all__ = ["NUMBER", "chinese_number", "chinese_ordinal", "number", "percent", "plain"]

_DIGIT = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {
    "两": 2,
    "O": 0,
    "o": 0,
    "壹": 1,
    "贰": 2,
    "叁": 3,
}
_TEN = {"十": 10, "百": 100, "千": 1000}
_MYRIAD = {"万": 10_000, "亿": 100_000_000}

NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,8})?[万亿]?|[〇一二三四五六七八九两十百千万亿]{1,12}"
"""Source of a regular expression for one number in folded text; no group, no look-around."""

_ARABIC = re.compile(r"(\d[\d,]*(?:\.\d+)?)([万亿]?)")
_MAX_DIGITS = 18


def number(text: str) -> Decimal | None:
    """The value of one number, or nothing when the text is not one number.

    Args:
        text: Folded text of the number alone, such as ``1,204``, ``10.5万`` or ``一百二十三``.

    >>> number("1,204"), number("2.6万"), number("一百二十三"), number("二〇一〇"), number("约30")
    (Decimal('1204'), Decimal('26000'), Decimal('123'), Decimal('2010'), None)
    """
    match = _ARABIC.fullmatch(text)
    if match is None:
        value = chinese_number(text)
        return None if value is None else Decimal(value)
    if len(match[1]) > _MAX_DIGITS:
        return None
    value_of = Decimal(match[1].replace(",", "")) * _MYRIAD.get(match[2], 1)
    return value_of.quantize(Decimal(1)) if value_of == value_of.to_integral_value() else value_of.normalize()


_LONGEST = 40
"""Signs of the longest numeral that is read; what is longer is no number, and Python refuses to read it as one."""


def chinese_number(text: str) -> int | None:
    """The value of a whole number in Chinese numerals, read by place (``一百二十三``) or digit by digit (``二〇一〇``).

    >>> chinese_number("两万五千"), chinese_number("十二"), chinese_number("二O一一"), chinese_number("一十百")
    (25000, 12, 2011, None)
    """
    if not text or len(text) > _LONGEST or text[0] in _MYRIAD:
        return None
    if all(sign in _DIGIT for sign in text):
        return int("".join(str(_DIGIT[sign]) for sign in text))
    total, rest = 0, text
    for sign, value in (("亿", 100_000_000), ("万", 10_000)):
        head, found, rest_of = rest.partition(sign)
        if found:
            part = _below_myriad(head)
            if part is None:
                return None
            total, rest = total + part * value, rest_of
    if not rest:
        return total
    part = _below_myriad(rest)
    # 两万五 is said for 25,000 as well as, by mistake, for 20,005: it is not read.
    ambiguous = total and part is not None and len(rest) == 1
    return None if part is None or ambiguous else total + part


def chinese_ordinal(value: int) -> str:
    """A number from 1 to 99 as headings print it.

    >>> chinese_ordinal(3), chinese_ordinal(10), chinese_ordinal(12), chinese_ordinal(40)
    ('三', '十', '十二', '四十')
    """
    signs = "〇一二三四五六七八九"
    tens, ones = divmod(value, 10)
    return (signs[tens] if tens > 1 else "") + ("十" if tens else "") + (signs[ones] if ones else "")


def plain(value: Decimal) -> str:
    """A figure without exponent and without closing zeros.

    >>> plain(Decimal("1.20E+3")), plain(Decimal("0.50"))
    ('1200', '0.5')
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(fraction: Decimal) -> str:
    """A fraction in percent, at most two decimals.

    >>> percent(Decimal("0.95191")), percent(Decimal(1))
    ('95.19%', '100%')
    """
    return f"{plain(Decimal(f'{fraction * 100:.2f}'))}%"


def _below_myriad(text: str) -> int | None:
    """A number below ten thousand, read by place; ``一百五`` is ambiguous and not read."""
    total, digit, last = 0, 0, 10_000
    for position, sign in enumerate(text):
        if sign in _TEN:
            unit = _TEN[sign]
            bare = position == 0 or (unit == _TEN["十"] and text[position - 1] in "〇百")
            if unit >= last or not (digit or bare):
                return None
            total, digit, last = total + (digit or 1) * unit, 0, unit
        elif sign not in _DIGIT or digit:
            return None
        else:
            digit = _DIGIT[sign]
    spoken = last < _TEN["千"] * 10 and last > _TEN["十"] and digit and text[-2] != "〇"
    return None if not text or spoken else total + digit
