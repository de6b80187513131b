"""Styles and automatic numbers of a Word document: which paragraphs are headings and which ordinals they begin with."""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

import attrs

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["WORD", "Numbering", "Style", "Styles", "number_of", "number_text", "value_of"]

WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_HEADING_NAME: Final = re.compile(r"(?:heading|标题)\s?[1-9]|title|标题", re.IGNORECASE)
_CONTENTS_NAME: Final = re.compile(r"(?:toc|目录)\s?[1-9]", re.IGNORECASE)
_LEVEL: Final = re.compile(r"%([1-9])")
_LEVELS: Final = 9
_BODY_LEVEL: Final = 9
_LONGEST_CHAIN: Final = 20
_MOST: Final = 32_767
_DIGITS_READ: Final = 6
# An ordinal that ends in one of these needs no blank before the words.
_CLOSED: Final = "、，：）〕】．　"

_DIGITS: Final = "〇一二三四五六七八九"
_PLACES: Final = ((1_000, "千"), (100, "百"), (10, "十"))
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LEGAL: Final = str.maketrans("〇一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")


@attrs.frozen
class Style:
    """What a paragraph style gives its paragraphs: level, list and list level, ``None`` where it says nothing."""

    heading: bool = False
    contents: bool = False
    list_id: str | None = None
    level: int | None = None


class Styles:
    """The paragraph styles of a document, what they inherit included."""

    def __init__(self, root: "_Element | None") -> None:
        """Take the styles of a parsed part, or none."""
        self._written = (
            {} if root is None else {one.get(f"{WORD}styleId", ""): one for one in root.iter(f"{WORD}style")}
        )
        self._known: dict[str, Style] = {}

    def __getitem__(self, name: str) -> Style:
        """The style of that name, an empty one when there is none."""
        if name not in self._known:
            self._known[name] = self._resolve(name)
        return self._known[name]

    def _resolve(self, name: str) -> Style:
        found = Style()
        for _ in range(_LONGEST_CHAIN):
            style = self._written.get(name)
            if style is None:
                break
            label = value_of(style, "name") or ""
            outline = number_of(value_of(style, "pPr", "outlineLvl"), _BODY_LEVEL)
            list_id, level = value_of(style, "pPr", "numPr", "numId"), value_of(style, "pPr", "numPr", "ilvl")
            found = Style(
                heading=found.heading or outline < _BODY_LEVEL or bool(_HEADING_NAME.fullmatch(label)),
                contents=found.contents or bool(_CONTENTS_NAME.fullmatch(label)),
                list_id=found.list_id if found.list_id is not None else list_id,
                level=found.level if found.level is not None or level is None else number_of(level, 0),
            )
            name = value_of(style, "basedOn") or ""
        return found


@attrs.frozen
class _Level:
    form: str
    text: str
    start: int
    blank: bool


class Numbering:
    """The lists of a document as they count on from paragraph to paragraph."""

    def __init__(self, root: "_Element | None") -> None:
        """Take the lists of a parsed part, or none."""
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._of: dict[str, str] = {}
        self._own: dict[str, dict[int, _Level]] = {}
        self._restart: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._linked: dict[str, str] = {}
        for one in () if root is None else root:
            if one.tag == f"{WORD}abstractNum":
                self._take_abstract(one)
            elif one.tag == f"{WORD}num":
                self._take_list(one)

    def _take_abstract(self, element: "_Element") -> None:
        name = element.get(f"{WORD}abstractNumId", "")
        self._abstract[name] = _levels(element)
        for tag, of in (("styleLink", self._linked), ("numStyleLink", self._of)):
            link = value_of(element, tag)
            if link is not None and tag == "styleLink":
                of[link] = name
            elif link is not None:
                of[f"style:{name}"] = link

    def _take_list(self, element: "_Element") -> None:
        name = element.get(f"{WORD}numId", "")
        self._of[name] = value_of(element, "abstractNumId") or ""
        for override in element.iterfind(f"{WORD}lvlOverride"):
            level = number_of(override.get(f"{WORD}ilvl"), 0)
            start = value_of(override, "startOverride")
            if start is not None:
                self._restart.setdefault(name, {})[level] = number_of(start, 1)
            self._own.setdefault(name, {}).update(_levels(override))

    def ordinal(self, list_id: str, level: int) -> str:
        """The ordinal of the next paragraph of a list, with what parts it from the words; empty for a bullet."""
        abstract = self._of.get(list_id)
        if abstract is None or not 0 <= level < _LEVELS:
            return ""
        abstract = self._linked.get(self._of.get(f"style:{abstract}", ""), abstract)
        levels = self._abstract.get(abstract, {}) | self._own.get(list_id, {})
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        for restarted, start in self._restart.pop(list_id, {}).items():
            if restarted < _LEVELS:
                counts[restarted] = start - 1
        mine = levels.get(level)
        if mine is None:
            return ""
        last = counts[level]
        counts[level] = mine.start if last is None else last + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        return _ordinal(mine, levels, counts)


def _levels(element: "_Element") -> dict[int, _Level]:
    found = {}
    for one in element.iterfind(f"{WORD}lvl"):
        found[number_of(one.get(f"{WORD}ilvl"), 0)] = _Level(
            form=value_of(one, "numFmt") or "decimal",
            text=value_of(one, "lvlText") or "",
            start=number_of(value_of(one, "start"), 0),
            blank=value_of(one, "suff") != "nothing",
        )
    return found


def _ordinal(mine: _Level, levels: Mapping[int, _Level], counts: list[int | None]) -> str:
    if mine.form in ("bullet", "none"):
        return ""

    def counted(match: re.Match[str]) -> str:
        level = int(match[1]) - 1
        form = levels.get(level, mine)
        count = counts[level]
        return number_text(form.start if count is None else count, form.form)

    text = _LEVEL.sub(counted, mine.text).strip()
    return f"{text} " if text and mine.blank and text[-1] not in _CLOSED else text


def number_text(value: int, form: str) -> str:
    """A number as a list prints it; in Arabic digits where the form is not known.

    >>> [number_text(21, form) for form in ("chineseCounting", "ideographDigital", "decimal", "upperRoman")]
    ['二十一', '二一', '21', 'XXI']
    """
    write = _FORMS.get(form)
    return str(value) if write is None or not 0 < value <= _MOST else write(value)


def _chinese(value: int) -> str:
    text, zero = "", False
    ten_thousands, value = divmod(value, 10_000)
    if ten_thousands:
        text = _chinese(ten_thousands) + "万"
    for place, sign in _PLACES:
        digit, value = divmod(value, place)
        if digit:
            text += ("〇" if zero else "") + _DIGITS[digit] + sign
        zero = bool(text) and not digit
    if value:
        text += ("〇" if zero else "") + _DIGITS[value]
    return text[1:] if text.startswith("一十") else text


def _digits(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value))


def _within(first: str, last: int) -> Callable[[int], str]:
    return lambda value: chr(ord(first) + value - 1) if value <= last else str(value)


def _letters(value: int) -> str:
    return chr(ord("A") + (value - 1) % 26) * min(1 + (value - 1) // 26, 9)


def _roman(value: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        text += sign * (value // worth)
        value %= worth
    return text


_FORMS: Final[Mapping[str, Callable[[int], str]]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
         "taiwaneseCountingThousand", "ideographTraditional"), _chinese,
    ),
    **dict.fromkeys(("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"), _digits),
    "chineseLegalSimplified": lambda value: _chinese(value).translate(_LEGAL),
    "decimalEnclosedCircle": _within("①", 20),
    "decimalEnclosedCircleChinese": _within("①", 20),
    "decimalEnclosedParen": _within("⑴", 20),
    "decimalEnclosedFullstop": _within("⒈", 20),
    "decimalFullWidth": lambda value: str(value).translate({ord("0") + n: chr(ord("０") + n) for n in range(10)}),
    "decimalZero": lambda value: f"{value:02}",
    "upperLetter": _letters,
    "lowerLetter": lambda value: _letters(value).lower(),
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
}  # fmt: skip


def value_of(element: "_Element", *path: str) -> str | None:
    """The ``val`` of a descendant reached by local names, or nothing."""
    found = element.find("/".join(WORD + name for name in path))
    return None if found is None else found.get(f"{WORD}val")


def number_of(written: str | None, otherwise: int) -> int:
    """A number as a file of Word writes it, cut to the most that it counts to; something else where it is none.

    >>> number_of("7", 0), number_of("9" * 5_000, 0), number_of("²", 0), number_of("-1", 0), number_of(None, 3)
    (7, 32767, 0, 0, 3)
    """
    if not written or not (written.isascii() and written.isdigit()):
        return otherwise
    return min(int(written.lstrip("0")[:_DIGITS_READ] or "0"), _MOST)
