"""A term as sheets of a calendar: each day counted, skipped or stopped, for a notebook and for a terminal."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

import attrs
import pendulum

from govdisclosure.law.counting import CountedDay
from govdisclosure.law.workdays import DayKind
from govdisclosure.text.language import Lang, said
from govdisclosure.text.markup import element, escape

if TYPE_CHECKING:
    from govdisclosure.law.receipt import Receipt

__all__ = ["SHOWN", "sheets_html", "sheets_lines"]

SHOWN = 24
"""How many months are drawn at most."""
_WEEK = (("一", "Mo"), ("二", "Tu"), ("三", "We"), ("四", "Th"), ("五", "Fr"), ("六", "Sa"), ("日", "Su"))
_WIDTH = 7


class _State(StrEnum):
    """What a day is to the term, with the sign that stands for it."""

    START = "▸"
    COUNTED = "#"
    ADDED = "+"
    RESTED = "·"
    HOLIDAY = "×"
    STOPPED = "‖"
    DUE = "■"


_LEGEND: tuple[tuple[_State, str, str], ...] = (
    (_State.START, "起算，当日不计入", "start, not counted itself"),
    (_State.COUNTED, "计入，数字为第几日", "counted, with its number"),
    (_State.ADDED, "调休上班，计入", "weekend day worked by notice, counted"),
    (_State.RESTED, "周末，不计入", "weekend, not counted"),
    (_State.HOLIDAY, "放假或停止办公，不计入", "holiday or closure, not counted"),
    (_State.STOPPED, "期限停止计算", "the term stands still"),
    (_State.DUE, "期限届满", "last day of the term"),
)
_CELL = "border:1px solid rgba(128,128,128,.35);padding:.15em .3em;text-align:center;min-width:2.4em"
_TINT = {
    _State.START: ";border:2px solid currentColor",
    _State.COUNTED: ";background:rgba(46,125,50,.16)",
    _State.ADDED: ";background:rgba(46,125,50,.16);border-style:dashed",
    _State.STOPPED: ";background:rgba(230,145,0,.2)",
    _State.DUE: ";background:rgba(46,125,50,.16);border:3px double currentColor;font-weight:bold",
}


@attrs.frozen
class _Marked:
    """A day of a sheet."""

    state: _State
    number: int | None
    zh: str
    en: str

    @property
    def sign(self) -> str:
        """What stands below the number of the day."""
        number = "" if self.number is None else str(self.number)
        return number if self.state is _State.COUNTED else f"{self.state}{number}"


def sheets_html(receipt: "Receipt", lang: Lang | None = None) -> str:
    """Months with each day of the term, and what the signs mean; the words of a day stand in its title.

    Args:
        receipt: The receipt.
        lang: Language; Chinese and English when ``None``.
    """
    marked = _marked(receipt)
    months, left_out = _months(receipt, marked)
    drawn = "".join(_sheet_html(year, month, marked, lang) for year, month in months)
    flow = f'<div style="display:flex;flex-wrap:wrap;gap:1em;align-items:flex-start">{drawn}</div>'
    return flow + _left_out_html(left_out, lang) + _legend_html({one.state for one in marked.values()}, lang)


def sheets_lines(receipt: "Receipt", lang: Lang = "zh") -> Iterator[str]:
    """The same as lines of text, at most 50 columns wide.

    Args:
        receipt: The receipt.
        lang: ``zh`` or ``en``.
    """
    marked = _marked(receipt)
    months, left_out = _months(receipt, marked)
    for year, month in months:
        yield f"{year}-{month:02d}"
        yield "".join(said(*names, lang).ljust(_WIDTH - (lang == "zh")) for names in _WEEK).rstrip()
        for week in _weeks(year, month):
            yield "".join(_day_text(day, marked).ljust(_WIDTH) for day in week).rstrip()
        yield ""
    if left_out:
        yield said(*_left_out_words(left_out), lang)
    present = {one.state for one in marked.values()}
    yield from (f"{state}  {said(zh, en, lang)}" for state, zh, en in _LEGEND if state in present)


def _marked(receipt: "Receipt") -> dict[pendulum.Date, _Marked]:
    marked = {
        receipt.start_on: _Marked(_State.START, None, "起算之日，不计入", "the day it runs from, which is not counted")
    }
    for day in receipt.days:
        marked[day.on] = _Marked(_state(day, working=receipt.unit == "workdays"), day.number, day.zh, day.en)
    for reading in receipt.readings:
        there = marked.get(reading.due_on)
        number = None if there is None else there.number
        if there is None or reading.due_on != receipt.due_on:
            zh, en = (f"期限届满：{reading.zh}", f"last day: {reading.en}")
        else:
            zh, en = f"{there.zh}；期限届满", f"{there.en}; last day of the term"
        marked[reading.due_on] = _Marked(_State.DUE, number, zh, en)
    return marked


def _state(day: CountedDay, *, working: bool) -> _State:
    if day.stopped:
        return _State.STOPPED
    if day.counted:
        return _State.ADDED if working and day.kind is DayKind.MAKE_UP else _State.COUNTED
    return _State.RESTED if day.kind is DayKind.WEEKEND else _State.HOLIDAY


def _months(receipt: "Receipt", marked: dict[pendulum.Date, _Marked]) -> tuple[list[tuple[int, int]], int]:
    """Months in which something is marked, the first and the last ones where they are many; and how many are not."""
    every = sorted({(day.year, day.month) for day in (receipt.start_on, *marked)})
    if len(every) <= SHOWN:
        return every, 0
    half = SHOWN // 2
    return [*every[:half], *every[-half:]], len(every) - 2 * half


def _weeks(year: int, month: int) -> Iterator[list[pendulum.Date | None]]:
    first = pendulum.Date(year, month, 1)
    week: list[pendulum.Date | None] = [None] * first.weekday()
    day = first
    while day.month == month:
        week.append(day)
        if len(week) == len(_WEEK):
            yield week
            week = []
        if day.toordinal() == pendulum.Date.max.toordinal():
            break
        day = pendulum.Date.fromordinal(day.toordinal() + 1)
    if week:
        yield week + [None] * (len(_WEEK) - len(week))


def _sheet_html(year: int, month: int, marked: dict[pendulum.Date, _Marked], lang: Lang | None) -> str:
    style = "text-align:left;font-weight:bold;padding:.3em 0"
    head = "".join(f'<th scope="col" style="{_CELL}">{escape(said(*names, lang))}</th>' for names in _WEEK)
    rows = "".join(f"<tr>{''.join(_day_html(day, marked, lang) for day in week)}</tr>" for week in _weeks(year, month))
    title = escape(f"{year}-{month:02d}")
    return (
        f'<table style="border-collapse:collapse"><caption style="{style}">{title}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _day_html(day: pendulum.Date | None, marked: dict[pendulum.Date, _Marked], lang: Lang | None) -> str:
    if day is None:
        return '<td style="border:0"></td>'
    found = marked.get(day)
    if found is None:
        return f'<td style="{_CELL};opacity:.7">{day.day}<br><small>&nbsp;</small></td>'
    title = escape(f"{day.isoformat()} {said(found.zh, found.en, lang)}")
    style = _CELL + _TINT.get(found.state, "")
    return f'<td style="{style}" title="{title}">{day.day}<br>{element("small", escape(found.sign))}</td>'


def _legend_html(present: set[_State], lang: Lang | None) -> str:
    parts = (
        f'<span style="{_CELL}{_TINT.get(state, "")}">{escape(state)}</span> {escape(said(zh, en, lang))}'
        for state, zh, en in _LEGEND
        if state in present
    )
    items = "".join(f'<li style="margin:.35em 0">{one}</li>' for one in parts)
    return f'<ul style="list-style:none;padding:0">{items}</ul>'


def _left_out_words(count: int) -> tuple[str, str]:
    return f"中间另有{count}个月未画出", f"{count} months between are not drawn"


def _left_out_html(count: int, lang: Lang | None) -> str:
    return element("p", escape(said(*_left_out_words(count), lang))) if count else ""


def _day_text(day: pendulum.Date | None, marked: dict[pendulum.Date, _Marked]) -> str:
    if day is None:
        return ""
    found = marked.get(day)
    return f"{day.day:2d} {found.sign}" if found else f"{day.day:2d}"
