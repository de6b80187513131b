"""What the cells of a catalogue may say beyond plain words and days: sums, grounds of law, reviews."""

import re
from decimal import Decimal
from typing import Any, Final

import attrs
import pendulum

from govdisclosure.errors import UsageError
from govdisclosure.law.lookup import cite
from govdisclosure.model.item import Exemption
from govdisclosure.register.files.values import DAY, Bad, Cell, Values, as_text, choice, is_nothing, key_of
from govdisclosure.text.normalise import fold, squeeze
from govdisclosure.text.numerals import chinese_number, number

__all__ = ["AMOUNT", "COORDINATION", "DUTY", "GROUND", "REVIEW", "Money", "amount_in"]

_UNIT: Final = re.compile(r"(万元|亿元|元|万|亿)?(?:人民币|整)?\Z")
_UNITS: Final = {"万元": 10_000, "亿元": 100_000_000, "万": 10_000, "亿": 100_000_000}
_ARABIC: Final = re.compile(r"-?\d{1,3}(?:,\d{3}){1,9}(?:\.\d{1,12})?|-?\d{1,30}(?:\.\d{1,30})?", re.ASCII)

_N: Final = r"(\d{1,3}|[一二三四五六七八九十]{1,4})"
_PROVISION: Final = re.compile(
    rf"(?P<instrument>.{{0,40}}?)第?{_N}条(?:第?{_N}款)?(?:第?\(?{_N}\)?项)?|(?P<short>\d{{1,2}})\((\d{{1,2}})\)"
)
_SUBJECTS_2007: Final = range(9, 13)
_SUBJECTS_2019: Final = range(19, 23)


@attrs.frozen
class Money:
    """A figure of money, and whether its cell named the unit."""

    figure: Decimal
    has_unit: bool


def _amount(cell: Cell) -> Money | Bad | None:
    folded = squeeze(fold(as_text(cell))).lstrip("¥￥")
    if is_nothing(folded):
        return None
    unit = _UNIT.search(folded)
    plain = folded[: unit.start()] if unit else folded
    found = Decimal(plain.replace(",", "")) if _ARABIC.fullmatch(plain) else number(plain)
    if found is None:
        return Bad(
            zh="这里应填金额，例如 1234.50（元）或 12.5万元", en="a sum is needed, such as 1234.50 (yuan) or 12.5万元"
        )
    return Money(found * _UNITS.get(unit[1] or "", 1) if unit else found, bool(unit and unit[1]))


def amount_in(money: Money, unit: str) -> Decimal:
    """A sum in yuan, where the header of its column names a unit (万元) and its cell does not."""
    return money.figure * (1 if money.has_unit else _UNITS.get(unit, 1))


def _duty(cell: Cell) -> str | Bad | None:
    text = as_text(cell).strip()
    if is_nothing(text):
        return None
    try:
        return cite(text).key
    except UsageError:
        pass
    found = _PROVISION.search(squeeze(fold(text)))
    key = _provision(found) if found else None
    try:
        return cite(key).key if key else _BAD_DUTY
    except UsageError:
        return _BAD_DUTY


_BAD_DUTY: Final = Bad(
    zh="这里应填《政府信息公开条例》的条款，例如“第二十条第（四）项”",
    en="a provision of the Regulation is needed, such as 第二十条第（四）项 or regulation-2019:20i4",
)


def _provision(found: re.Match[str]) -> str | None:
    """The key of a provision; which Regulation, the text says or the subject does: Arts 9-12 of 2007, 19-22 of 2019."""
    article, paragraph, item = (_figure(found[n]) for n in (2, 3, 4))
    if found["short"]:
        article, paragraph, item = int(found["short"]), None, int(found[6])
    named = found["instrument"] or ""
    if article is None:
        return None
    if "2007" in named or "492" in named or (article in _SUBJECTS_2007 and "2019" not in named and "711" not in named):
        edition = "regulation-2007"
    elif "2019" in named or "711" in named or article in _SUBJECTS_2019:
        edition = "regulation-2019"
    else:
        return None
    return f"{edition}:{article}{f'p{paragraph}' if paragraph else ''}{f'i{item}' if item else ''}"


def _figure(text: str | None) -> int | None:
    return None if not text else int(text) if text.isdecimal() else chinese_number(text)


_EXEMPTION: Final = choice(Exemption, "不予公开的法定理由", "the ground of law for not publishing")


def _ground(cell: Cell) -> Exemption | str | None:
    """A ground of law, or the words of the catalogue where they are none of those."""
    found = _EXEMPTION.read(cell)
    return as_text(cell) if isinstance(found, Bad) else found


def _review(cell: Cell) -> Any:  # noqa: ANN401  a day, yes or no, or Bad
    found = DAY.read(cell)
    return _BAD_REVIEW if isinstance(found, Bad) else found


_BAD_REVIEW: Final = Bad(zh="这里应填审查日期，或填“是”“否”", en="the day of the review is needed, or yes or no")
_BAD_COORDINATION: Final = Bad(
    zh="这里应填会签或协调确认的日期，或填“不涉及”；其他情况请用“是否涉及其他机关”“会签日期”两列",
    en="the day of confirmation is needed, or 不涉及; else use the columns concerns_other_organs and coordinated_on",
)


def _coordination(cell: Cell) -> pendulum.Date | bool | Bad | None:
    """The day on which other organs confirmed; false where none is concerned. Yes alone says neither."""
    if key_of(as_text(cell)) in {"不涉及", "无需", "无需会签", "无需协调", "不需要"}:
        return False
    found = DAY.read(cell)
    return _BAD_COORDINATION if isinstance(found, bool | Bad) else found


AMOUNT: Final = Values(
    name="amount", zh="金额；单位写在表头或单元格里（元、万元、亿元），不写的按元", read=_amount, parts="",
    en="a sum; its unit stands in the header or the cell (元, 万元, 亿元) and is yuan where none does",
)  # fmt: skip
DUTY: Final = Values(
    name="duty", zh="《政府信息公开条例》的条款，例如“第二十条第（四）项”", read=_duty, parts="",
    en="a provision of the Regulation, as 第二十条第（四）项 or by its key (regulation-2019:20i4)",
)  # fmt: skip
GROUND: Final = Values(
    name="ground", zh="不予公开的法定理由；其他文字照录为理由说明", words=_EXEMPTION.words, read=_ground, parts="",
    en="the ground of law; other words are kept as the catalogue's own",
)  # fmt: skip
REVIEW: Final = Values(
    name="review", zh="审查日期，或是、否", en="the day of the review, or yes or no", read=_review, parts=""
)
COORDINATION: Final = Values(
    name="coordination", zh="会签或协调确认的日期；不涉及其他机关的填“不涉及”", read=_coordination, parts="",
    en="the day on which the other organs confirmed, or 不涉及 where none is concerned",
)  # fmt: skip
