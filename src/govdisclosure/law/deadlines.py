"""Terms of the law as due dates, each with a receipt.

The law is that of the day on which the term starts. Where the text may be read in more than one way, every reading is
given, the earliest first: who acts by then is in time under all of them.

>>> import pendulum
>>> receipt = term("reply", pendulum.date(2024, 12, 31))
>>> receipt.due_on.isoformat(), receipt.cites[0].key
('2025-02-05', 'regulation-2019:33')
>>> term("reply", pendulum.date(2019, 5, 13)).latest_on.isoformat()
'2019-06-11'
"""

from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache

import pendulum

from govdisclosure.errors import NotInForceError, UsageError
from govdisclosure.law.counting import UNITS, CountedDay
from govdisclosure.law.dated import Parameter
from govdisclosure.law.lookup import parameter, parameters
from govdisclosure.law.receipt import Pause, Reading, Receipt, Step
from govdisclosure.law.receipt_steps import steps_of
from govdisclosure.law.term_plan import Asked, Plan, plans_of
from govdisclosure.law.workdays import WorkCalendar, local_day, published_calendar
from govdisclosure.text.suggestions import SHOWN, did_you_mean, nearest

__all__ = ["CountedDay", "Pause", "Reading", "Receipt", "Step", "term", "terms"]

_SHORT = {
    "reply": "reply.term",
    "publication": "publication.term",
    "supplement": "supplement.notice",
    "third_party": "third_party.term",
    "co_maker": "co_maker.term",
    "fee_payment": "handling_fee.payment",
}
_EXTENSIONS = {"reply.term": "reply.extension", "reconsideration.decide": "reconsideration.extension"}
_CACHED = 4096


@cache
def terms() -> tuple[str, ...]:
    """The names of all terms, those of the Regulation first.

    >>> "reply" in terms(), "reconsideration.apply" in terms()
    (True, True)
    """
    taken = {*_SHORT.values(), *_EXTENSIONS.values()}
    counted = (one.name for one in parameters() if one.unit in UNITS and one.select_by == "day")
    return (*_SHORT, *(name for name in counted if name not in taken))


def term(  # noqa: PLR0913  what a term may depend on
    name: str,
    start: date,
    *,
    extend: int = 0,
    pauses: Iterable[Pause] = (),
    calendar: WorkCalendar | None = None,
    provisional: bool = False,
) -> Receipt:
    """When a term ends, with the receipt.

    Args:
        name: Which term, one of :func:`~govdisclosure.law.terms`.
        start: The day it runs from, which does not count; it decides which law holds. An instant is taken on its day in
            China.
        extend: By how much it was extended, in the unit of the extension (working days for ``reply``). More than the
            law allows is computed and said; the safe reading then takes what the law allows.
        pauses: Times in which it stands still.
        calendar: The calendar; the published one when ``None``.
        provisional: Count years that are not announced by their weekends alone, and mark the result.

    Returns:
        The date, with every reading.

    Raises:
        NotInForceError: The law of that day set no such term.
        CalendarNotPublishedError: It reaches a year whose holidays are not known.
        UsageError: There is no such term (the message names the nearest), the start is no date, the extension is no
            whole number or negative, or the date is beyond the calendar.
    """
    if not isinstance(start, date):
        raise UsageError("起算日应为日期", f"the start is a date, not {type(start).__name__}")
    if type(extend) is not int or extend < 0:
        raise UsageError("延长日数应为不小于0的整数", "an extension is a whole number, 0 or more")
    day = local_day(start)
    begun = pendulum.Date(day.year, day.month, day.day)
    asked = Asked(
        start=begun,
        extend=extend,
        pauses=tuple(pauses),
        calendar=calendar or published_calendar(),
        provisional=provisional,
    )
    return _term(_known(name), asked)


@lru_cache(maxsize=_CACHED)
def _term(name: str, asked: Asked) -> Receipt:
    key = _SHORT.get(name, name)
    found, more = parameter(key), parameter(_EXTENSIONS[key]) if key in _EXTENSIONS else None
    if found.at(asked.start).value is None:
        raise _silent(found, asked.start)
    plans = plans_of(found, more, asked)
    safe = plans[0]
    return Receipt(
        name=name,
        title_zh=found.title_zh,
        title_en=found.title_en,
        start_on=asked.start,
        due_on=safe.due_on,
        readings=tuple(_reading(plan) for plan in plans),
        steps=steps_of(safe, plans, asked),
        cites=safe.cites,
        evidence=safe.evidence,
        provisional=any(plan.provisional for plan in plans),
        calendar=asked.calendar.version,
        open_since=min((one.first for one in asked.pauses if one.last is None), default=None),
        counting=safe.counting,
    )


def _reading(plan: Plan) -> Reading:
    return Reading(due_on=plan.due_on, zh=plan.zh, en=plan.en, cites=plan.cites, evidence=plan.evidence)


@cache
def _known(name: str) -> str:
    """The name of a term; the name of its parameter will do."""
    if name in terms():
        return name
    for short, key in _SHORT.items():
        if name == key:
            return short
    titles = {parameter(_SHORT.get(one, one)).title_zh: one for one in terms()}
    near = (*nearest(name, terms()), *(titles[title] for title in nearest(name, titles)))
    hint_zh, hint_en = did_you_mean(dict.fromkeys(near))
    raise UsageError(f"没有名为{name[:SHOWN]!r}的期限{hint_zh}", f"no term {name[:SHOWN]!r}{hint_en}")


def _silent(found: Parameter, start: pendulum.Date) -> NotInForceError:
    since = next((one.start for one in found.values if one.value is not None and one.start > start), None)
    later_zh = f"，自{since}起才有" if since else ""
    later_en = f"; it does from {since}" if since else ""
    return NotInForceError(
        f"{start.isoformat()}施行的规定没有规定{found.title_zh}{later_zh}",
        f"the law of {start.isoformat()} set no {found.title_en[:1].lower()}{found.title_en[1:]}{later_en}",
    )
