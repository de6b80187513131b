"""Points that the user gives, from a frame: what no rule can see, such as training or a survey."""

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

import attrs

from govdisclosure.analysis.across.lists import Names, organ_key
from govdisclosure.analysis.returning.frames import text_of
from govdisclosure.analysis.scorecard.card import Indicator, Scorecard
from govdisclosure.analysis.scorecard.choices import How
from govdisclosure.analysis.scorecard.frames import rows_of
from govdisclosure.analysis.scorecard.judging import settled
from govdisclosure.analysis.scorecard.points import Effect, Points, Trace
from govdisclosure.errors import UsageError
from govdisclosure.rules.outcome import Message
from govdisclosure.text.display import one_line
from govdisclosure.text.personal import mask_personal
from govdisclosure.text.suggestions import SHOWN, did_you_mean, nearest

__all__ = ["Given", "given_by"]

_NEEDED = ("organ", "year", "indicator", "points")
_NOTHING = Decimal(0)


@attrs.frozen(kw_only=True)
class Given:
    """Points that were given.

    Attributes:
        rows: Points and note by indicator, organ as compared and year.
        shown: The organs' names as they were written.
    """

    rows: Mapping[tuple[str, str, int], tuple[Decimal, str]]
    shown: Mapping[str, str]

    def has(self, one: Indicator, organ: str, year: int) -> bool:
        """Whether there are points of an indicator for an organ and year."""
        return (one.key, organ_key(organ), year) in self.rows

    def points(self, one: Indicator, organ: str, year: int) -> Points:
        """The points of an indicator; not judged where none were given."""
        if not self.has(one, organ, year):
            why = Message("尚未给分，未判断", "no points were given yet: not judged")
            return settled(one, _NOTHING, one.points, why, ())
        value, note = self.rows[one.key, organ_key(organ), year]
        message = Message(
            f"给{value}分" + (f"：{note}" if note else ""), f"{value} given" + (f": {note}" if note else "")
        )
        trace = Trace(effect=Effect.GIVEN, lost=one.points - value, message=message)
        return settled(one, value, value, message, (trace,))

    def unused(self, scored: set[tuple[str, int]]) -> Iterator[Message]:
        """Organs and years that were given points and are not scored."""
        for key, year in sorted({(key, year) for _, key, year in self.rows} - scored):
            name = self.shown[key]
            yield Message(f"给{name}{year}年度的分没有用上", f"points given to {name} for {year} are not used")


def given_by(frame: Any, card: Scorecard, names: Names) -> Given:  # noqa: ANN401  a frame of any library
    """The points in a frame.

    Args:
        frame: Columns ``organ``, ``year``, ``indicator``, ``points``, perhaps ``note``; ``None`` for no points.
        card: The scorecard.
        names: What organs are called last.

    Raises:
        UsageError: A column is missing, an indicator is not one of those that are given, points are beyond what it is
            worth, or are given twice.
    """
    rows: dict[tuple[str, str, int], tuple[Decimal, str]] = {}
    shown: dict[str, str] = {}
    known = {one.key: one for one in card.indicators if one.how is How.GIVEN}
    if frame is not None:
        for number, row in enumerate(rows_of(frame, "given", _NEEDED, ("note",)), 1):
            place = (f"given 第{number}行", f"given, row {number}")
            key, value = _row(row, known, card.decimals, place)
            if value is None:
                continue
            name = names.alone(str(row["organ"]), row["year"])
            whose = (key, organ_key(name), row["year"])
            if whose in rows:
                raise _fault(place, "同一机关、年度、指标给了两次分", "points are given twice")
            shown.setdefault(whose[1], mask_personal(one_line(name)))
            rows[whose] = (value, mask_personal(one_line(text_of(row["note"]) or "")))
    return Given(rows=rows, shown=shown)


def _row(
    row: Mapping[str, Any], known: Mapping[str, Indicator], decimals: int, place: tuple[str, str]
) -> tuple[str, Decimal | None]:
    key = str(row["indicator"])
    if key not in known:
        hint_zh, hint_en = did_you_mean(nearest(key[:SHOWN], known))
        shown = one_line(key)[:SHOWN]
        raise _fault(
            place, f"没有 how = given 的指标 {shown}{hint_zh}", f"no indicator {shown} with how = given{hint_en}"
        )
    if not isinstance(row["organ"], str) or type(row["year"]) is not int:
        raise _fault(place, "应有机关名称和年度（整数）", "an organ and a year, a whole number, are needed")
    if row["points"] is None:
        return key, None
    try:
        value = Decimal(str(row["points"]))
    except InvalidOperation:
        value = Decimal("NaN")
    most = known[key].points
    if not value.is_finite() or not 0 <= value <= most or value % Decimal(1).scaleb(-decimals):
        shown = one_line(str(row["points"]))[:SHOWN]
        raise _fault(
            place,
            f"points {shown} 应在0至{most}之间，小数不超过{decimals}位",
            f"points {shown} must be from 0 to {most}, with at most {decimals} decimals",
        )
    return key, value


def _fault(place: tuple[str, str], zh: str, en: str) -> UsageError:
    return UsageError(f"{place[0]}：{zh}", f"{place[1]}: {en}")
