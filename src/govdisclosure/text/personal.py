"""Finding and masking personal data: resident identity numbers, mobile numbers, bank cards."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from govdisclosure.text.signs import Signs

__all__ = [
    "addresses",
    "bank_cards",
    "identity_numbers",
    "mask_personal",
    "mobile_numbers",
    "old_identity_numbers",
]

_SEPARATORS = re.compile(r"[ .\-]")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
# GB/T 2260 codes of provinces, with the codes of Hong Kong, Macau and Taiwan residence permits (81-83).
_PROVINCES = frozenset(
    [
        "11",
        "12",
        "13",
        "14",
        "15",
        "21",
        "22",
        "23",
        "31",
        "32",
        "33",
        "34",
        "35",
        "36",
        "37",
        "41",
        "42",
        "43",
        "44",
        "45",
        "46",
        "50",
        "51",
        "52",
        "53",
        "54",
        "61",
        "62",
        "63",
        "64",
        "65",
        "71",
        "81",
        "82",
        "83",
    ]
)
_BLANKS, _DASHES, _DOTS = " \u3000\u00a0\t\u2002\u2003\u2009\u202f", "-－—–‐‑‒―−", ".．·・•"
_BEFORE, _AFTER = r"(?<!\d)(?<!(?<!\d)0\.)", r"(?!\d)"
# 13575394432.52元 is an amount.
_NO_UNIT = r"(?!(?:\.\d{1,4})?\s?(?:[万亿]?元|[件条亩吨]|平方|公里))"
_IDENTITY = re.compile(rf"(?<!\d)\d{{6}}[ .-]?\d{{4}}[ .-]?\d{{4}}[ .-]?\d{{3}}[0-9Xx]{_AFTER}")
_MOBILE = re.compile(
    rf"{_BEFORE}(?:(?:\(?(?:\+|00)86\)|(?:\+|00)?86)[ .-]?)?"
    rf"(?:\(1[3-9]\d\)|1[3-9]\d)[ .-]?\d{{4}}[ .-]?\d{{4}}{_AFTER}{_NO_UNIT}"
)
_OLD_IDENTITY = re.compile(r"(?<!\d)\d{15}(?!\d)")
_ADDRESS = re.compile(r"[A-Za-z0-9._%+\-]{1,64}[@＠][A-Za-z0-9.\-]{1,255}")
_CARD = re.compile(rf"{_BEFORE}62\d\d(?:[ .-]?\d{{4}}){{3}}(?:[ .-]?\d{{1,3}})?{_AFTER}")
_LONG = re.compile(rf"(?:[0-9０-９][)）]?[{_BLANKS}{re.escape(_DASHES)}{_DOTS}]?){{11}}")
_WRITTEN = f"０１２３４５６７８９Ｘｘ＋（）{_BLANKS}{_DASHES}{_DOTS}"
_MEANT = f"0123456789Xx+(){' ' * len(_BLANKS)}{'-' * len(_DASHES)}{'.' * len(_DOTS)}"
_digits = Signs({ord(sign): meant for sign, meant in zip(_WRITTEN, _MEANT, strict=True)})


def identity_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Spans of resident identity numbers (GB 11643) whose province, birth date and check digit are valid.

    >>> list(identity_numbers("证号 11010519491231002X。"))
    [(3, 21)]
    >>> list(identity_numbers("证号 110105194912310021。"))
    []
    """
    for match in _IDENTITY.finditer(_digits(text)):
        number = _SEPARATORS.sub("", match.group()).upper()
        if number[:2] not in _PROVINCES or not _is_date(number[6:14]):
            continue
        total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
        if _CHECK[total % 11] == number[17]:
            yield match.span()


def mobile_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Spans of eleven-digit mainland mobile numbers beside which no further digit stands.

    >>> list(mobile_numbers("tel138.0013.8000"))
    [(3, 16)]
    """
    for match in _MOBILE.finditer(_digits(text)):
        yield match.span()


def bank_cards(text: str) -> Iterator[tuple[int, int]]:
    """Spans of UnionPay card numbers (62…, 16 to 19 digits) whose Luhn check digit is valid."""
    for match in _CARD.finditer(_digits(text)):
        number = _SEPARATORS.sub("", match.group())
        if _luhn(number) and not any(identity_numbers(number)):
            yield match.span()


def old_identity_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Spans of resident identity numbers of fifteen digits, as they were until 1999: province, place, birth date.

    >>> list(old_identity_numbers("110105491231002"))
    [(0, 15)]
    >>> list(old_identity_numbers("202401010000123"))
    []
    """
    for match in _OLD_IDENTITY.finditer(_digits(text)):
        number = match.group()
        if number[:2] in _PROVINCES and _is_date(f"19{number[6:12]}"):
            yield match.span()


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Spans of e-mail addresses."""
    if "@" in text or "＠" in text:
        for match in _ADDRESS.finditer(text):
            yield match.span()


def mask_personal(text: str) -> str:
    """A text of the same length in which personal numbers and e-mail addresses are hidden behind asterisks.

    >>> mask_personal("张某,电话13800138000。")
    '张某,电话***********。'
    """
    spans = [*addresses(text)]
    if _LONG.search(text):
        spans += [*identity_numbers(text), *old_identity_numbers(text), *mobile_numbers(text), *bank_cards(text)]
    return _masked(text, spans) if spans else text


def _masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in sorted(set(spans)):
        if end > done:
            first = max(start, done)
            pieces += [text[done:first], "*" * (end - first)]
            done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def _is_date(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True


def _luhn(number: str) -> bool:
    total = 0
    for position, digit in enumerate(reversed(number)):
        value = int(digit) * (2 if position % 2 else 1)
        total += value - 9 if value > 9 else value  # noqa: PLR2004  the digits of a product add up to at most nine
    return total % 10 == 0
