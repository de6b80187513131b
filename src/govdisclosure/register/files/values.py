"""What the cells of a column may say, and how it is understood and written.

A reader takes a cell and gives a value, ``None`` for a cell of which nothing is known, or :class:`Bad`; it never
repeats what stands in the cell.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Final, TypeAlias

import attrs

from govdisclosure.register.files.days import day_in, day_of
from govdisclosure.register.files.escaping import unescaped
from govdisclosure.register.files.outcomes import PENDING, WITHDRAWN, ambiguous_outcomes, outcome_words
from govdisclosure.register.files.words import AMBIGUOUS, NO, NOTHING, WORDS, YES
from govdisclosure.text.normalise import fold, squeeze
from govdisclosure.text.numerals import number

__all__ = [
    "DAY", "OUTCOME", "TEXT", "TEXTS", "WHOLE", "WITHDREW", "WORKDAYS", "YES_NO", "Bad", "Cell", "Values", "as_text",
    "choice", "formula_fault", "is_nothing", "key_of",
]  # fmt: skip

Cell: TypeAlias = "str | int | float | bool | date | datetime | time | timedelta | None"
"""What a sheet may have in a cell."""

_EXACT: Final = 1e15
_MANY: Final = 8
_WHOLE: Final = re.compile(r"-?\d{1,18}", re.ASCII)
WITHDREW: Final = "withdrawn"
"""What :data:`OUTCOME` gives where the column of results says that the request was taken back."""


@attrs.frozen(kw_only=True)
class Bad:
    """Why a cell could not be understood, and what to write there; without what stands there."""

    zh: str
    en: str


@attrs.frozen(kw_only=True, eq=False)
class Values:
    """A kind of values.

    Attributes:
        name: Its name.
        zh: What may stand in the column, in Chinese.
        en: The same in English.
        words: Values that have words of their own, and the words; the first is the one that is written.
        read: From a cell to a value, ``None`` or :class:`Bad`.
        parts: Signs at which a cell falls apart into several values; empty where it never does.
        loose: Signs at which it does only where all parts are then understood.
        splits_first: Whether it is taken apart before it is looked at as a whole.
    """

    name: str
    zh: str
    en: str
    words: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    read: Callable[[Cell], Any] = attrs.field(repr=False)
    parts: str = ";；\n\r"
    loose: str = ""
    splits_first: bool = False


def as_text(cell: Cell) -> str:
    """A cell as text: no decimal point where the sheet has none, dates as in ISO 8601."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _EXACT else f"{cell:.15g}"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)


_FORMULA_FAULT: Final = re.compile(
    r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)", re.IGNORECASE
)


def formula_fault(cell: Cell) -> Bad | None:
    """What is wrong where a cell holds the error of a formula; ``None`` elsewhere. It is no blank: something was there.

    >>> formula_fault("#N/A").en
    'the formula in this cell gives an error; write the value itself'
    """
    if not isinstance(cell, str) or "#" not in cell or not _FORMULA_FAULT.fullmatch(cell.strip()):
        return None
    return Bad(zh="此格公式出错；请直接填写内容", en="the formula in this cell gives an error; write the value itself")


def key_of(word: str) -> str:
    """A word for looking up: width, case, white space and, where letters or figures remain, punctuation left out.

    >>> key_of("（三）不予公开-1．属于国家秘密"), key_of("√")
    ('三不予公开1属于国家秘密', '√')
    """
    folded = squeeze(fold(word)).casefold()
    return "".join(filter(str.isalnum, folded)) or folded


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(key_of, words))


_YES, _NO, _NOTHING = _keys(YES), _keys(NO), _keys(NOTHING)


def is_nothing(text: str) -> bool:
    """Whether a cell of no free text says nothing: blank, a dash, "none".

    >>> is_nothing("—"), is_nothing("无"), is_nothing("1")
    (True, True, False)
    """
    key = key_of(text)
    return not key or key in _NOTHING or key in _NONE


_NONE: Final = _keys(("无", "没有"))


def _text(cell: Cell) -> str | Bad | None:
    fault = formula_fault(cell)
    if fault is not None:
        return fault
    text = as_text(cell).lstrip()
    return unescaped(text) if text.startswith("'") else text.rstrip() or None


def _day(cell: Cell) -> Any:  # noqa: ANN401  a day, a yes or no to "did it happen", or Bad
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, date | int | float):
        found = day_of(cell)
    elif isinstance(cell, str):
        found = day_in(cell.strip())
        if found is None:
            key = key_of(cell)
            if not key or key in _NOTHING:
                return None
            if key in _YES or key in _NO:
                return key in _YES
            if key.startswith(_NOT_YET) and not any(map(str.isdigit, key)):
                return False
    else:
        found = None
    return _BAD_DAY if found is None else found


_NOT_YET: Final = ("未", "无", "没", "不", "待", "暂", "尚", "正在", "办理中")
_BAD_DAY: Final = Bad(
    zh="这里应填日期，写作 2024-01-02；请核对并改正（年、月、日须齐全，且历法上有这一天）",
    en="a date is needed, written 2024-01-02; check it (year, month and day, a day that the calendar has)",
)


def _yes_no(cell: Cell) -> bool | Bad | None:
    if isinstance(cell, bool):
        return cell
    key = key_of(as_text(cell))
    if not key or key in _NOTHING or (key.startswith("未") and key not in _NO):
        return None
    if key in _YES or key in _NO:
        return key in _YES
    return Bad(zh="这里应填“是”或“否”", en="yes or no is needed")


def _whole(cell: Cell) -> int | Bad | None:
    folded = squeeze(fold(as_text(cell)))
    if not folded or key_of(folded) in _NOTHING:
        return None
    if _WHOLE.fullmatch(folded):
        return int(folded)
    value = number(folded.rstrip("个工作日天件条项份次"))
    if value is None or value != value.to_integral_value():
        return Bad(zh="这里应填整数，例如 20", en="a whole number is needed, such as 20")
    return int(value)


def _days_of_work(cell: Cell) -> int | Bad | None:
    folded = squeeze(fold(as_text(cell)))
    if folded.endswith(("天", "日")) and not folded.endswith("工作日") and key_of(folded) not in _NOTHING:
        return Bad(
            zh="没有写明是工作日还是自然日；请折算为工作日，只填数字，例如 20",
            en="working days or calendar days is not said; write the number of working days, such as 20",
        )
    return _whole(cell)


def choice(cls: type[StrEnum], zh: str, en: str) -> Values:
    """Values of an enumeration, by the words of :data:`~govdisclosure.register.files.words.WORDS`."""
    words = {member.value: tuple(WORDS[cls][member]) for member in cls}
    read = _chooser(words, AMBIGUOUS.get(cls, {}), cls)
    return Values(name=cls.__name__, zh=zh, en=en, words=words, read=read, loose="、,，/")


def _chooser(
    words: Mapping[str, tuple[str, ...]],
    ambiguous: Mapping[str, tuple[str, ...]],
    make: Callable[[str], Any] = str,
    nothing: frozenset[str] = frozenset(),
) -> Callable[[Cell], Any]:
    known = {key_of(word): make(value) for value, each in words.items() for word in (value, *each)}
    unclear = {key_of(word): _unclear([words[value][0] for value in values]) for word, values in ambiguous.items()}
    unknown = _unknown([each[0] for each in words.values()])

    def read(cell: Cell) -> Any:  # noqa: ANN401  a value of any enumeration
        key = key_of(as_text(cell))
        if key in known:
            return known[key]
        return None if not key or key in _NOTHING or key in nothing else unclear.get(key, unknown)

    return read


def _unclear(words: list[str]) -> Bad:
    return Bad(
        zh=f"说法不够具体，有几种可能；请写明是“{'”“'.join(words)}”中的哪一种",
        en=f"may mean several things; write which of these it is: {', '.join(words)}",
    )


def _unknown(words: list[str]) -> Bad:
    shown, more = "”“".join(words[:_MANY]), "等" if len(words) > _MANY else ""
    return Bad(
        zh=f"认不出这一说法；请改填“{shown}”{more}",
        en=f"not a known word; write one of: {', '.join(words[:_MANY])}{' …' if more else ''}",
    )


TEXT: Final = Values(name="text", zh="文字", en="text", read=_text, parts="")
TEXTS: Final = Values(
    name="texts", zh="文字；多个用分号隔开", en="texts, parted by semicolons", read=_text, parts=";；、\n\r",
    splits_first=True,
)  # fmt: skip
DAY: Final = Values(
    name="day",
    zh="日期（2024-01-02、2024/1/2、2024.1.2、20240102、2024年1月2日、Excel 日期；可带时间）；"
    "只知发生过、不知日期的填“是”",
    en="a date (2024-01-02, 2024/1/2, 2024.1.2, 20240102, 2024年1月2日, a date of Excel; a time may follow), "
    "or yes where it happened and the day is not known",
    read=_day,
    loose="、,，",
)
YES_NO: Final = Values(
    name="yes_no", zh="是、否（同意、不同意）", en="yes or no", words={"true": YES, "false": NO}, read=_yes_no,
    loose="、,，",
)  # fmt: skip
WHOLE: Final = Values(name="whole", zh="整数", en="a whole number", read=_whole, loose="、，")
WORKDAYS: Final = Values(
    name="workdays", zh="工作日数，例如 20", en="a number of working days, such as 20", read=_days_of_work, loose="、，"
)
OUTCOME: Final = Values(
    name="outcome",
    zh="表三第三部分各行的名称，前面的序号和类名可有可无；申请人撤回的填“撤回”",
    en="the name of a row of results of table three, with or without its number and group; withdrawn where it was",
    words={**outcome_words(), WITHDREW: WITHDRAWN},
    read=_chooser({**outcome_words(), WITHDREW: WITHDRAWN}, ambiguous_outcomes(), nothing=_keys(PENDING)),
    loose="、,，/+",
)
