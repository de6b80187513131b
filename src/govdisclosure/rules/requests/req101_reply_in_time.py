"""REQ101 requests.reply.in_time — 按期答复 / replied to in time

What it checks
--------------
Each request against the last day for its reply: 15 working days from receipt (from 2019-05-15: 20), with supplements,
consultations, extensions, fees and later days that were set, as the register has them. Late under every reading of
the text is a fault, so is a request that is open and overdue on the day of the check. Late under the safe reading alone
is for review, and so is a request withdrawn after its term.

Why
---
The term is the first right of who asks (2019 Art 33, 2007 Art 24). Silence can be contested as soon as it is over,
whatever the reply would have been.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.model.request import Request, RequestEvent, RequestEventKind as E
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> days = [(E.RECEIVED, pendulum.Date(2024, 12, 31)), (E.REPLIED, pendulum.Date(2025, 2, 7))]
>>> events = tuple(RequestEvent(kind=kind, on=day) for kind, day in days)
>>> asked = EntriesQuestion(register=Register(requests=(Request(id="7", events=events),)))
>>> [(finding.kind.value, finding.facts["due_on"], finding.facts["late"]) for finding in check(asked)]
[('fail', '2025-02-05', 2)]

Not covered
-----------
Whether an extension or a consultation was lawful (REQ103, REQ105). Requests that lapsed. Without a day of the check,
requests that are open. A reply dated after that day (REQ110). A further reply after a case: the first one counts.

中文说明
--------
查每件申请是否在法定期限内答复：自收到之日起15个工作日（2019年5月15日以后20个工作日），登记的补正、征求意见、延期、收费和确定
的延迟答复日期都计入；到检查日期仍未答复且期限已满的，同样列出超期天数。条文有不同理解的，各种理解都已逾期的才算，只按最稳妥的
理解逾期的、期满后才撤回的，请人核实。延期、征求意见本身是否合规由其他规则核查；逾期不补正、逾期未缴费而不再处理的，不查。
"""

from collections.abc import Iterator

import pendulum

from govdisclosure.law import WorkCalendar
from govdisclosure.law.deadlines import Receipt
from govdisclosure.model.request import CLOSINGS, Request, RequestEventKind
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import against, articles
from govdisclosure.rules.requests.clocked import in_time, plainly_in_time, term_of
from govdisclosure.rules.requests.lawful import REPLIED
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import Need, Said, Sweep, counted, days_of, number_of

__all__ = ["RULE", "check"]

_E = RequestEventKind
_DO = Message("没有答复的请立即办理，已答复的请补登", "and reply at once, or complete the register")


_AS_OF = Need("as_of", "检查日期（没有答复记录，是否逾期要看哪一天）", "the day of judgement, as no reply is on record")


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each request that was answered late or is overdue."""
    sweep = Sweep(
        subject="requests",
        cites=RULE.cites,
        passed=Message("{n}件申请都按期答复或者期限未满", "{n} requests: replied to in time, or the term still runs"),
        none=Message("没有可核对答复期限的申请", "no request whose term could be compared"),
    )
    yield from sweep.over(question.requests, lambda one: _look(one, question))


def _look(one: Request, question: EntriesQuestion) -> Said:
    ended = one.first(*CLOSINGS)
    if ended is not None and ended.kind in {_E.SUPPLEMENT_LAPSED, _E.FEE_LAPSED}:
        return None
    on = question.as_of if ended is None else ended.on
    if on is None:
        return (_AS_OF,) if ended is None else (REPLIED,)
    if question.as_of is not None and on > question.as_of:  # a slip of the register, see REQ110
        return None
    if plainly_in_time(one, on, question.calendar):
        return ()
    return _compared(one, on, ended.kind if ended else None, question)


def _compared(one: Request, on: pendulum.Date, ended: _E | None, question: EntriesQuestion) -> Said:
    receipt = term_of(one, question.calendar, on if ended is None else None)
    if not isinstance(receipt, Receipt):
        return None if receipt is None else (receipt,)
    fine = in_time(receipt, on, question.calendar)
    if isinstance(fine, Need):
        return (fine,)
    return () if fine else (_late(one, on, receipt, question.calendar, ended),)


def _late(one: Request, on: pendulum.Date, receipt: Receipt, calendar: WorkCalendar, ended: _E | None) -> Finding:
    sure = on > receipt.latest_on and ended is not _E.WITHDRAWN
    last = receipt.latest_on if on > receipt.latest_on else receipt.due_on
    late = int(calendar.count(last, on, provisional=True))
    number = number_of(one)
    much_zh, much_en = f"{late}个工作日", counted(late, "working day")
    if late == 0:  # on a rest day after the last
        days = on.toordinal() - last.toordinal()
        much_zh, much_en = f"{days}日", counted(days, "day")
    if ended is None:
        zh = f"逾期{much_zh}：申请{number}应不晚于{last}答复，到{on}没有答复记录"
        en = f"{much_en} overdue: request {number} was due by {last}, no reply is recorded by {on}"
    elif ended is _E.WITHDRAWN:
        zh = f"逾期{much_zh}：申请{number}应不晚于{last}答复，{on}撤回，此前没有答复"
        en = f"{much_en} late: request {number} was due by {last}, withdrawn {on} without a reply"
    else:
        zh = f"逾期{much_zh}：申请{number}应不晚于{last}答复，{on}才答复"
        en = f"{much_en} late: request {number} was due by {last}, replied to {on}"
    if sure:
        message = against(zh, en, receipt.cites, _DO if ended is None else None)
    else:
        said = next((reading for reading in receipt.readings if on <= reading.due_on), None)
        named = articles(receipt.cites)
        zh += f"；如果{said.zh}，则期限到{said.due_on}" if said else ""
        en += f"; under another reading ({said.en}) it was due by {said.due_on}" if said else ""
        message = Message(f"{zh}，请人工核实（{named.zh}）", f"{en}; check ({named.en})")
    return found(
        one,
        "late",
        kind=Kind.FAIL if sure else Kind.REVIEW,
        message=message,
        cites=receipt.cites,
        evidence=receipt.evidence,
        facts={
            **days_of(start_on=receipt.start_on, due_on=receipt.due_on, latest_on=receipt.latest_on),
            **days_of(replied_on=on if ended is _E.REPLIED else None, as_of=on if ended is None else None),
            "late": late,
        },
    )


RULE = Rule(
    code="REQ101",
    name="requests.reply.in_time",
    title=Message("按期答复", "replied to in time"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:24", "regulation-2019:33"),
    about="requests",
    check=check,
)
