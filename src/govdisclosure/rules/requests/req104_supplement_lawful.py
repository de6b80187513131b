"""REQ104 requests.supplement.lawful — 补正依法要求 / supplements are asked for as the law says

What it checks
--------------
For requests received from 2019-05-15: that the notice to supplement was given within 7 working days of receipt, once,
with a day set that lies after it; that nothing lapsed before that day; and that a request that stayed unclear "after
the supplement" was supplemented.

Why
---
The notice is given once, within 7 working days, and sets a reasonable term (2019 Art 30). A late or second notice
would let the term for the reply start anew at will; a lapse before the set day takes time from the applicant.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.model.request import Request, RequestEvent, RequestEventKind as E
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> received = RequestEvent(kind=E.RECEIVED, on=pendulum.Date(2024, 3, 1))
>>> notice = RequestEvent(kind=E.SUPPLEMENT_ASKED, on=pendulum.Date(2024, 3, 20), until=pendulum.Date(2024, 4, 3))
>>> asked = EntriesQuestion(register=Register(requests=(Request(id="7", events=(received, notice)),)))
>>> [(finding.kind.value, finding.facts["due_on"]) for finding in check(asked)]
[('fail', '2024-03-12')]

Not covered
-----------
Whether the set term was reasonable and the notice said what to supplement. Requests received under the Regulation of
2007, which sets neither a term nor a number. A notice whose set day the register does not have is counted as not
judged. A lapse recorded on the set day itself is for review: the day was not over.

中文说明
--------
查2019年5月15日以后收到的申请：补正通知是否在收到之日起7个工作日内发出，是否只要求补正一次，是否给了期限，是否未到期就
按逾期不补正处理，以及按“补正后仍不明确”办理的是否确有补正。补正应一次性告知并给予合理期限，迟发、多发都会使答复期限
任意重算。期限是否合理、通知内容是否清楚，以及按2007年条例收到的申请，本规则不查；没有登记补正期限的列为未能判断，到期
当日即按逾期处理的只请人核实。
"""

from collections.abc import Iterator

from govdisclosure.law import WorkCalendar, parameter
from govdisclosure.model.request import Request, RequestEvent, RequestEventKind
from govdisclosure.rules.citing import NEW, regulation_on
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import against
from govdisclosure.rules.requests.lawful import RECEIVED, answered, article, began_on, received_on
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import Need, Said, Sweep, counted, days_of, number_of

__all__ = ["RULE", "check"]

_E = RequestEventKind
_UNCLEAR = "unavailable.unclear_after_correction"
_ASKED = Need("supplement_asked_on", "补正通知日期", "the day of the notice to supplement")
_UNTIL = Need("supplement_until", "补正期限", "the day set for the supplement")
_LAPSED = Need("supplement_lapsed_on", "按逾期不补正处理的日期", "the day on which it lapsed")


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each thing that is wrong with a supplement."""
    sweep = Sweep(
        subject="requests",
        cites=RULE.cites,
        passed=Message("{n}件要求补正的申请，补正都依法要求", "{n} requests: supplements asked for as the law says"),
        none=Message("没有要求补正的申请", "no supplement was asked for"),
    )
    yield from sweep.over(question.requests, lambda one: _look(one, question.calendar))


def _look(one: Request, calendar: WorkCalendar) -> Said:
    asked, reply = one.all(_E.SUPPLEMENT_ASKED), answered(one)
    unclear = reply is not None and reply.outcome == _UNCLEAR
    if not (asked or unclear) or regulation_on(began_on(one)) != NEW:
        return None
    said: list[Finding | Need] = [*_unsupplemented(one)] if unclear else []
    if asked:
        said += [*_late(one, asked[0], calendar), *_until(one, asked[-1]), *_again(one, asked)]
    return said


def _unsupplemented(one: Request) -> Iterator[Finding]:
    if one.first(_E.SUPPLEMENTED) is None:
        cites = article(None, "21", "30")
        zh = f"申请{number_of(one)}按“补正后申请内容仍不明确”办理，但没有登记补正，请补登补正日期或更正办理结果"
        en = f"request {number_of(one)} ended as unclear after a supplement, none is recorded; complete or correct it"
        yield found(one, "unsupplemented", kind=Kind.REVIEW, message=Message(zh, en), cites=cites)


def _late(one: Request, asked: RequestEvent, calendar: WorkCalendar) -> Iterator[Finding | Need]:
    received = received_on(one)
    if asked.on is None or received is None:
        yield _ASKED if asked.on is None else RECEIVED
        return
    term = parameter("supplement.notice").at(received)
    due = calendar.add(received, term.value) if isinstance(term.value, int) else asked.on
    if asked.on > due:
        late, cites = int(calendar.count(due, asked.on)), (term.cite,)
        zh = f"迟{late}个工作日：申请{number_of(one)}于{received}收到，应不晚于{due}告知补正，{asked.on}才告知"
        en = f"{counted(late, 'working day')} late: request {number_of(one)}, received {received}, was to have its "
        en += f"notice to supplement by {due}; it was given {asked.on}"
        facts = {**days_of(received_on=received, due_on=due, asked_on=asked.on), "late": late}
        yield found(one, "late", kind=Kind.FAIL, message=against(zh, en, cites), cites=cites, facts=facts)


def _again(one: Request, asked: tuple[RequestEvent, ...]) -> Iterator[Finding]:
    if len(asked) > 1:
        cites = article(None, "21", "30")
        zh = f"{len(asked)}次：申请{number_of(one)}要求补正{len(asked)}次，补正应一次性告知"
        en = f"{len(asked)} times: request {number_of(one)} was to be supplemented {len(asked)} times, once is allowed"
        facts = {"times": len(asked)}
        yield found(one, "again", kind=Kind.FAIL, message=against(zh, en, cites), cites=cites, facts=facts)


def _until(one: Request, asked: RequestEvent) -> Iterator[Finding | Need]:
    """The day that was set, against the notice and the lapse."""
    cites, until, lapse = article(None, "21", "30"), asked.until, one.first(_E.SUPPLEMENT_LAPSED)
    if until is None:
        yield _UNTIL
        return
    facts = days_of(asked_on=asked.on, until=until, lapsed_on=lapse.on if lapse else None)
    if asked.on is not None and until <= asked.on:
        zh = f"{until}：申请{number_of(one)}于{asked.on}告知补正，限期在{until}，没有给出补正的时间"
        en = f"{until}: request {number_of(one)} was to be supplemented by {until}, the notice is of {asked.on}"
        yield found(one, "no_term", kind=Kind.FAIL, message=against(zh, en, cites), cites=cites, facts=facts)
    if lapse is not None and lapse.on is None:
        yield _LAPSED
    elif lapse is not None and lapse.on is not None and lapse.on <= until:
        zh = f"{lapse.on}：申请{number_of(one)}可补正到{until}，{lapse.on}即按逾期不补正处理"
        en = f"{lapse.on}: request {number_of(one)} could be supplemented until {until} and lapsed on {lapse.on}"
        kind = Kind.FAIL if lapse.on < until else Kind.REVIEW
        yield found(one, "early_lapse", kind=kind, message=against(zh, en, cites), cites=cites, facts=facts)


RULE = Rule(
    code="REQ104",
    name="requests.supplement.lawful",
    title=Message("补正依法要求", "supplements are asked for as the law says"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2019:30",),
    about="requests",
    check=check,
)
