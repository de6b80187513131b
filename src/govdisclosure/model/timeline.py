"""A request or a case as a timeline: what happened on which day. Nobody's name, contact or words stand in it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import attrs
import pendulum

from govdisclosure.model.case import Case, CaseEvent
from govdisclosure.model.event_names import CASE_EVENTS, CASE_RESULTS, REQUEST_EVENTS
from govdisclosure.model.forms import REQUESTS_2021
from govdisclosure.model.labels import row_words
from govdisclosure.model.request import Request, RequestEvent
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang, said
from govdisclosure.text.markup import element, ends, escape, left_out, scrolling
from govdisclosure.text.personal import mask_personal

__all__ = ["Moment", "entry_html", "entry_lines", "heading", "moments", "moments_html", "moments_lines"]

Words: TypeAlias = tuple[str, str]
SHOWN = 400
"""How many lines a notebook shows: the first and the last ones."""
_UNDATED: Words = ("日期不详", "day not known")
_CELL = "padding:.2em .7em;vertical-align:top;text-align:left;overflow-wrap:anywhere"
_LINE = "border-left:3px solid rgba(128,128,128,.55)"


@attrs.frozen(kw_only=True)
class Moment:
    """One line of a timeline.

    Attributes:
        on: The day; ``None`` where it is not known.
        zh: What happened, in Chinese.
        en: The same in English.
        details: What else is known of it, in Chinese and English.
        until: The last of the days that it took, where it took more than one.
        term: Whether it is no event and a term's end.
    """

    on: pendulum.Date | None
    zh: str
    en: str
    details: tuple[Words, ...] = ()
    until: pendulum.Date | None = None
    term: bool = False


def heading(entry: Request | Case) -> Words:
    """What a timeline is of; a number that could be a person's is masked."""
    number = one_line(mask_personal(entry.id))
    return (
        (f"申请 {number}", f"request {number}") if isinstance(entry, Request) else (f"案件 {number}", f"case {number}")
    )


def moments(entry: Request | Case) -> tuple[Moment, ...]:
    """The events of a request or case, in the order in which the register has them."""
    if isinstance(entry, Request):
        return tuple(_of_request(event) for event in entry.events)
    return tuple(_of_case(event) for event in entry.events)


def entry_html(entry: Request | Case, lang: Lang | None = None) -> str:
    """The events of a request or case for a notebook."""
    return moments_html(heading(entry), moments(entry), lang)


def entry_lines(entry: Request | Case, lang: Lang = "zh") -> Iterator[str]:
    """The same as lines of text."""
    return moments_lines(heading(entry), moments(entry), lang)


def _of_request(event: RequestEvent) -> Moment:
    zh, en = REQUEST_EVENTS[event.kind]
    return Moment(on=event.on, zh=zh, en=en, details=tuple(_request_details(event)))


def _request_details(event: RequestEvent) -> Iterator[Words]:
    if event.until is not None:
        yield f"至{event.until}", f"until {event.until}"
    if event.days is not None:
        yield f"{event.days}个工作日", f"{event.days} working days"
    if event.notified_on is not None:
        yield f"{event.notified_on}告知申请人", f"the applicant was told on {event.notified_on}"
    if event.approved is not None:
        yield ("负责人已同意", "the head consented") if event.approved else ("负责人未同意", "the head did not consent")
    if event.consented is not None:
        yield ("同意公开", "consents") if event.consented else ("不同意公开", "does not consent")
    if event.outcome is not None:
        yield row_words(REQUESTS_2021, event.outcome)


def _of_case(event: CaseEvent) -> Moment:
    zh, en = CASE_EVENTS[event.kind]
    details = [] if event.days is None else [(f"{event.days}日", f"{event.days} days")]
    if event.result is not None:
        details.append(CASE_RESULTS[event.result])
    return Moment(on=event.on, zh=zh, en=en, details=tuple(details))


def moments_html(title: Words, shown: Sequence[Moment], lang: Lang | None = None) -> str:
    """A timeline for a notebook.

    Args:
        title: What it is of.
        shown: Its lines.
        lang: Language; Chinese and English when ``None``.
    """
    listed, more = ends([*zip(shown, _gaps(shown), strict=True)], SHOWN)
    rows = "".join(_row(moment, gap, lang) for moment, gap in listed)
    body = scrolling(f'<table style="border-collapse:collapse"><tbody>{rows}</tbody></table>')
    return element("div", element("p", element("b", escape(said(*title, lang)))) + body + left_out(more, lang))


def moments_lines(title: Words, shown: Sequence[Moment], lang: Lang = "zh") -> Iterator[str]:
    """The same as lines of text."""
    yield said(*title, lang)
    for moment, gap in zip(shown, _gaps(shown), strict=True):
        words = [said(moment.zh, moment.en, lang), *(said(*one, lang) for one in moment.details)]
        sign = "■" if moment.term else "●"
        after = f" (+{gap})" if gap else ""
        yield one_line(f"{_day(moment, lang)} {sign} {('，' if lang == 'zh' else ', ').join(words)}{after}")


def _row(moment: Moment, gap: int | None, lang: Lang | None) -> str:
    details = (said(*one, lang) for one in moment.details)
    what = element("b" if moment.term else "span", escape(said(moment.zh, moment.en, lang)))
    below = "".join(f"<br>{element('small', escape(one))}" for one in details)
    sign = "■" if moment.term else "●"
    after = "" if gap is None else escape(said(f"+{gap}日", f"+{gap} d", lang))
    line = _LINE.replace("solid", "double") if moment.term else _LINE
    return (
        f'<tr><th scope="row" style="{_CELL};white-space:nowrap;font-weight:normal">{escape(_day(moment, lang))}</th>'
        f'<td style="{_CELL};text-align:right;white-space:nowrap">{element("small", after)}</td>'
        f'<td style="{_CELL};{line}">{sign} {what}{below}</td></tr>'
    )


def _day(moment: Moment, lang: Lang | None) -> str:
    if moment.on is None:
        return said(*_UNDATED, lang)
    return moment.on.isoformat() if moment.until is None else f"{moment.on.isoformat()} – {moment.until.isoformat()}"


def _gaps(shown: Iterable[Moment]) -> Iterator[int | None]:
    """Calendar days since the last day that is known; nothing where a register goes back in time."""
    last: pendulum.Date | None = None
    for moment in shown:
        passed = -1 if last is None or moment.on is None else moment.on.toordinal() - last.toordinal()
        yield passed if passed >= 0 else None
        last = moment.on or last
