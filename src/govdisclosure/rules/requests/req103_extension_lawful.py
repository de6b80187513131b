"""REQ103 requests.extension.lawful — 延期依法作出 / extensions are made as the law says

What it checks
--------------
That an extension was decided before the term had run out, is no longer than the law allows (15 working days, from
2019-05-15: 20), with the consent of the head of the disclosure office, and that the applicant was told in time. More
than one extension is a fault where together they are too long, else for review.

Why
---
The term may be extended once it is needed, with consent and notice (2019 Art 33, 2007 Art 24). What was extended after
the term had run out was late already; an extension nobody was told of leaves the applicant waiting.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.model.request import Request, RequestEvent, RequestEventKind as E
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> received = RequestEvent(kind=E.RECEIVED, on=pendulum.Date(2024, 3, 11))
>>> told = {"notified_on": pendulum.Date(2024, 3, 29), "approved": True}
>>> extended = RequestEvent(kind=E.EXTENDED, on=pendulum.Date(2024, 3, 29), days=30, **told)
>>> asked = EntriesQuestion(register=Register(requests=(Request(id="7", events=(received, extended)),)))
>>> [(finding.kind.value, finding.subject) for finding in check(asked)]
[('fail', '7:too_long')]

Not covered
-----------
Whether an extension was needed. Later days set for a mass of requests (Art 35). That an extension must be decided and
told of before the term ends is deduced: it is never an error. Consent, notice and length that the register does not
have are counted as not judged.

中文说明
--------
查延长答复期限是否在期限届满之前决定，是否超过法定最长的15个工作日（2019年5月15日以后20个工作日），是否经公开工作机构负责人
同意，是否及时告知申请人。届满之后再延期，实际上已经逾期。登记多次延期的，合计超过最长期限才算，否则请人核实；届满前决定、届满前
告知是推断，不列为错误。没有登记同意、告知、天数的，列为未能判断；是否确有必要延期，本规则不判。
"""

from collections.abc import Iterator

import attrs
import pendulum

from govdisclosure.law import WorkCalendar, parameter
from govdisclosure.law.deadlines import Receipt
from govdisclosure.law.provision import Citation, Evidence
from govdisclosure.model.request import Request, RequestEvent, RequestEventKind
from govdisclosure.rules.citing import regulation_on
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import against
from govdisclosure.rules.requests.clocked import plainly_in_time, term_of
from govdisclosure.rules.requests.lawful import RECEIVED, began_on
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import CALENDAR, Need, Said, Sweep, days_of, number_of

__all__ = ["RULE", "check"]

_E = RequestEventKind
_PLAIN = frozenset({_E.SUBMITTED, _E.RECEIVED, _E.EXTENDED, _E.REPLIED})
_ON = Need("extended_on", "延期日期", "the day of the extension")
_LENGTH = Need("extension_days", "延长的工作日数", "the working days of the extension")
_APPROVED = Need("extension_approved", "负责人是否同意延期", "whether the head consented to the extension")
_NOTIFIED = Need("extension_notified_on", "告知申请人延期的日期", "the day the applicant was told of the extension")


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each thing that is wrong with an extension."""
    sweep = Sweep(
        subject="requests",
        cites=RULE.cites,
        passed=Message("{n}件延期的申请都依法延期", "{n} requests: extended as the law says"),
        none=Message("没有延期的申请", "no request was extended"),
    )
    yield from sweep.over(question.requests, lambda one: _look(one, question.calendar))


def _look(one: Request, calendar: WorkCalendar) -> Said:
    extended, began = one.all(_E.EXTENDED), began_on(one)
    if not extended or (began is not None and regulation_on(began) is None):
        return None
    if began is None:
        return (RECEIVED,)
    limit = parameter("reply.extension").at(began)
    most = limit.value if isinstance(limit.value, int) else 0
    cites = (limit.cite,)
    return [
        *_timely(one, extended[0], cites, calendar),
        *_length(one, extended, most, cites),
        *_until(one, extended, began, most, cites, calendar),
        *_consent(one, extended, cites),
    ]


def _timely(
    one: Request, event: RequestEvent, cites: tuple[Citation, ...], calendar: WorkCalendar
) -> Iterator[Finding | Need]:
    """The first extension and its notice, against the term without it."""
    if event.on is None:
        yield _ON
        return
    without = attrs.evolve(one, events=tuple(x for x in one.events if x.kind is not _E.EXTENDED))
    for what, on in (("late", event.on), ("told_late", event.notified_on)):
        if on is None:
            yield _NOTIFIED
            continue
        if plainly_in_time(without, on, calendar):
            continue
        term = term_of(without, calendar, on)
        if not isinstance(term, Receipt):
            if term is not None:
                yield term
            return
        if on <= term.due_on:
            continue
        if term.provisional:
            yield CALENDAR
            return
        yield _after(one, what, on, term, cites)
        return  # who decides too late tells too late


def _after(one: Request, what: str, on: pendulum.Date, term: Receipt, cites: tuple[Citation, ...]) -> Finding:
    number, last = number_of(one), term.latest_on if on > term.latest_on else term.due_on
    done_zh, done_en = ("决定延期", "extended") if what == "late" else ("告知申请人延期", "told of as extended")
    zh = f"{on}：申请{number}的答复期限到{last}届满，{on}才{done_zh}"
    en = f"{on}: the term of request {number} ended {last}, it was {done_en} {on}"
    sure = on > term.latest_on and what == "late"
    facts = days_of(due_on=term.due_on, latest_on=term.latest_on, on=on)
    message, kind = against(zh, en, cites), Kind.FAIL if sure else Kind.REVIEW
    # That the decision comes before the end of the term is how Art 33 is read; it does not say so.
    return found(one, what, kind=kind, message=message, cites=cites, evidence=Evidence.INFERENCE, facts=facts)


def _length(
    one: Request, extended: tuple[RequestEvent, ...], most: int, cites: tuple[Citation, ...]
) -> Iterator[Finding | Need]:
    days = [event.days for event in extended if event.days is not None]
    facts = {"days": sum(days), "most": most, "times": len(extended)}
    if sum(days) > most:
        # An extension decided under the Regulation of 2019 of a request received before it: which limit holds is open.
        later = [parameter("reply.extension").at(event.on).value for event in extended if event.on is not None]
        doubted = any(isinstance(one_, int) and sum(days) <= one_ for one_ in later)
        zh = f"{sum(days)}个工作日：申请{number_of(one)}延长{sum(days)}个工作日，最长为{most}个工作日"
        en = f"{sum(days)} working days: request {number_of(one)} was extended by {sum(days)}, {most} are allowed"
        kind = Kind.REVIEW if doubted else Kind.FAIL
        yield found(one, "too_long", kind=kind, message=against(zh, en, cites), cites=cites, facts=facts)
    elif len(extended) > 1:
        zh = f"{len(extended)}次：申请{number_of(one)}延期{len(extended)}次，请核对是否重复登记"
        en = f"{len(extended)} times: request {number_of(one)} was extended {len(extended)} times; see if one is double"
        yield found(one, "again", kind=Kind.REVIEW, message=against(zh, en, cites), cites=cites, facts=facts)
    elif not days and extended[0].until is None:
        yield _LENGTH


def _until(  # noqa: PLR0913, PLR0917  what the longest day depends on
    one: Request,
    extended: tuple[RequestEvent, ...],
    began: pendulum.Date,
    most: int,
    cites: tuple[Citation, ...],
    calendar: WorkCalendar,
) -> Iterator[Finding]:
    """An extension to a day: of a request with no stop of the clock, against the longest term there is."""
    untils = [event.until for event in extended if event.until is not None]
    whole = parameter("reply.term").at(began).value
    if not untils or not isinstance(whole, int) or any(event.kind not in _PLAIN for event in one.events):
        return
    last, until = calendar.add(began, whole + most), max(untils)
    if until > last:
        zh = f"{until}：申请{number_of(one)}延期至{until}，按最长延长{most}个工作日应不晚于{last}"
        en = (
            f"{until}: request {number_of(one)} was extended to {until}; with the longest extension it is due by {last}"
        )
        facts = {"until": str(until), "latest_on": str(last), "most": most}
        yield found(one, "too_far", kind=Kind.REVIEW, message=against(zh, en, cites), cites=cites, facts=facts)


def _consent(one: Request, extended: tuple[RequestEvent, ...], cites: tuple[Citation, ...]) -> Iterator[Finding | Need]:
    views = [event.approved for event in extended]
    if False in views:
        zh = f"申请{number_of(one)}的延期没有经公开工作机构负责人同意"
        en = f"request {number_of(one)} was extended without the consent of the head of the disclosure office"
        yield found(one, "no_consent", kind=Kind.FAIL, message=against(zh, en, cites), cites=cites)
    elif None in views:
        yield _APPROVED


RULE = Rule(
    code="REQ103",
    name="requests.extension.lawful",
    title=Message("延期依法作出", "extensions are made as the law says"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:24", "regulation-2019:33"),
    about="requests",
    check=check,
)
