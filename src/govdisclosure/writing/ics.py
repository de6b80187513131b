"""Open terms as an iCalendar file (RFC 5545), for the calendar of whoever is to act.

Written here and not by a package: what is needed is one kind of component, and two rules of the format that are easy to
hold (lines of at most 75 octets, four characters escaped). The tests read the file back with ``icalendar``.

No personal data: an entry is named by its number, and a number that looks like that of a person is masked.
"""

import hashlib
from collections.abc import Iterable, Iterator

import pendulum

from govdisclosure.errors import UsageError
from govdisclosure.register.terms.open import OpenDeadline
from govdisclosure.text.language import Lang, require_lang
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.open_terms import ABOUT

__all__ = ["deadlines_to_ics"]

_OCTETS = 75


def deadlines_to_ics(
    open_deadlines: Iterable[OpenDeadline], *, as_of: pendulum.Date, lang: Lang = "zh", alarm_days: int | None = None
) -> str:
    """Open terms as a calendar: an all-day event each, on its last day under the safe reading.

    The UID of an event comes from what the term is about, not from its date: a calendar that reads the file again moves
    the event when the date has moved.

    Args:
        open_deadlines: The terms. One that could not be computed is an event on ``as_of`` that says why.
        as_of: The day on which the terms were computed; it is the time stamp of the file.
        lang: Language of the text.
        alarm_days: Remind this many days before; no reminder where ``None``.

    Returns:
        The file's text, with the line ends of the format (CRLF); write it as UTF-8 with ``newline=""``.

    Raises:
        UsageError: No such language, or ``alarm_days`` is negative.

    >>> deadlines_to_ics((), as_of=pendulum.Date(2026, 9, 1)).splitlines()[:2]
    ['BEGIN:VCALENDAR', 'VERSION:2.0']
    """
    require_lang(lang)
    if alarm_days is not None and alarm_days < 0:
        raise UsageError("alarm_days 应为不小于0的整数", f"alarm_days is 0 or more, not {alarm_days}")
    name = "政府信息公开期限" if lang == "zh" else "Open Government Information: terms"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//govdisclosure//deadlines//" + ("ZH" if lang == "zh" else "EN"),
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(name)}",
    ]
    seen: dict[str, int] = {}
    for one in open_deadlines:
        key = f"{one.about}\n{mask_personal(one.id)}\n{one.kind}\n{one.part}"
        seen[key] = seen.get(key, 0) + 1
        lines += _event(one, f"{key}\n{seen[key]}", as_of, lang, alarm_days)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(one: OpenDeadline, key: str, as_of: pendulum.Date, lang: Lang, alarm_days: int | None) -> Iterator[str]:
    day = one.receipt.due_on if one.receipt else as_of
    summary = _summary(one, lang)
    text = one.receipt.render(lang) if one.receipt else _problem(one, lang)
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.sha256(key.encode()).hexdigest()[:32]}@govdisclosure"
    yield f"DTSTAMP:{as_of:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{pendulum.Date.fromordinal(day.toordinal() + 1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(summary)}"
    yield f"DESCRIPTION:{_escaped(text)}"
    yield f"CATEGORIES:{_escaped(one.kind)}"
    # A term takes no one's time.
    yield "TRANSP:TRANSPARENT"
    if alarm_days is not None and one.receipt:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{_escaped(summary)}"
        yield f"TRIGGER:-P{alarm_days}D"
        yield "END:VALARM"
    yield "END:VEVENT"


def _summary(one: OpenDeadline, lang: Lang) -> str:
    english = lang == "en"
    about, id_ = ABOUT[one.about][english], mask_personal(one.id)
    if one.receipt is None:
        return f"{about} {id_}: term could not be computed" if english else f"{about}{id_}：期限无法计算"
    receipt = one.receipt
    title = receipt.title_en if english else receipt.title_zh
    marks = [*(_STILL[english],) * (receipt.open_since is not None), *(_PROVISIONAL[english],) * receipt.provisional]
    marked = "".join(marks)
    return f"{title}: {about} {id_}{marked}" if english else f"{title}：{about}{id_}{marked}"


_STILL = ("（期限停止计算中）", " (the clock stands still)")
_PROVISIONAL = ("（暂按周末推算）", " (provisional)")


def _problem(one: OpenDeadline, lang: Lang) -> str:
    if one.problem is None:
        return ""
    return one.problem.en if lang == "en" else one.problem.zh


def _escaped(text: str) -> str:
    """A text value: backslash, semicolon, comma and line break escaped, other control characters left out."""
    lines = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").splitlines()
    return "\\n".join("".join(sign for sign in line if sign.isprintable()) for line in lines)


def _folded(line: str) -> Iterator[str]:
    """A content line in pieces of at most 75 octets, no character torn apart; a further piece begins with a space."""
    piece, size = "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > _OCTETS:
            yield piece
            piece, size = " ", 1
        piece += sign
        size += octets
    yield piece
