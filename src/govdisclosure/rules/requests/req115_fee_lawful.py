"""REQ115 requests.fee.lawful — 收费依法通知 / fees are noticed as the law says

What it checks
--------------
That a handling fee was noticed only from 2021-01-01 on (cost fees of the Regulation of 2007: to 2017-03-31), within the
term for handling the request, and that nothing lapsed for want of payment before 20 working days from the day after
the notice were over.

Why
---
The fee is there to steer requests beyond a reasonable number (2019 Art 42); its measures say when it is noticed and
how long the applicant has (国办函〔2020〕109号). A lapse before that takes the request away.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.model.request import Request, RequestEvent, RequestEventKind as E
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> events = [(E.RECEIVED, 3, 1), (E.FEE_NOTICED, 3, 8), (E.FEE_LAPSED, 3, 22)]
>>> made = tuple(RequestEvent(kind=kind, on=pendulum.Date(2024, month, day)) for kind, month, day in events)
>>> asked = EntriesQuestion(register=Register(requests=(Request(id="7", events=made),)))
>>> [(finding.kind.value, finding.facts["until"]) for finding in check(asked)]
[('fail', '2024-04-08')]

Not covered
-----------
The amount: a register has no place for it. The day on which the notice arrived: the term is counted from the day it was
given, which is the earlier one. The first day and the articles of the measures are known from memory, so that nothing
here is an error; a lapse recorded on the last day itself is for review.

中文说明
--------
查收费通知是否在信息处理费办法施行（2021年1月1日）以后，是否在答复期限内发出，以及按逾期未缴费处理是否在通知次日起20个工作
日届满之后。信息处理费只用于调节明显超过合理范围的申请，提前按逾期处理会使申请人失去答复。办法的施行日期和条文序号凭记忆，
故都不列为错误；届满当日即按逾期处理的只请人核实。收费金额登记簿没有登记，本规则不查；通知送达的日期不明，按发出之日起算。
"""

from collections.abc import Iterator

import attrs
import pendulum

from govdisclosure.law import WorkCalendar, cite, instrument, parameter
from govdisclosure.law.deadlines import Receipt, term
from govdisclosure.law.provision import Evidence
from govdisclosure.model.request import Request, RequestEvent, RequestEventKind
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import against, articles
from govdisclosure.rules.requests.clocked import plainly_in_time, term_of
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import CALENDAR, Need, Said, Sweep, days_of, number_of

__all__ = ["RULE", "check"]

_E = RequestEventKind
_MEASURES = "handling-fee-2020"
_FEES = (_E.FEE_NOTICED, _E.FEE_PAID, _E.FEE_LAPSED)
_NOTICED = Need("fee_noticed_on", "收费通知日期", "the day of the fee notice")
_LAPSED = Need("fee_lapsed_on", "按逾期未缴费处理的日期", "the day on which it lapsed for want of payment")


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each thing that is wrong with a fee."""
    sweep = Sweep(
        subject="requests",
        cites=RULE.cites,
        passed=Message("{n}件收费的申请都依法通知", "{n} requests: fees noticed as the law says"),
        none=Message("没有收费的申请", "no fee was noticed"),
    )
    yield from sweep.over(question.requests, lambda one: _look(one, question.calendar))


def _look(one: Request, calendar: WorkCalendar) -> Said:
    noticed, lapse = one.first(_E.FEE_NOTICED), one.first(_E.FEE_LAPSED)
    if noticed is None:
        return None
    if noticed.on is None:
        return (_NOTICED,)
    first = instrument(_MEASURES).in_force_from
    if first is None or noticed.on < first:
        return _before_measures(one, noticed.on)
    said = [*_late(one, noticed.on, calendar)]
    if lapse is not None:
        said += _early(one, noticed, noticed.on, lapse, calendar)
    return said


def _before_measures(one: Request, on: pendulum.Date) -> Said:
    """A notice before the measures: lawful only while cost fees were."""
    rule = next((dated for dated in parameter("request.fee").values if dated.holds_on(on)), None)
    if rule is None or rule.value == "cost":
        return ()
    cites = (rule.cite,)
    named = articles(cites)
    zh = f"{on}：申请{number_of(one)}发出收费通知时，成本费用已经取消，信息处理费尚未施行，请核实收费依据（{named.zh}）"
    en = (
        f"{on}: a fee was noticed for request {number_of(one)} after cost fees had ended, before the handling fee began"
    )
    message, facts = Message(zh, f"{en}; check what it rests on ({named.en})"), days_of(noticed_on=on)
    return (
        found(one, "no_ground", kind=Kind.FAIL, message=message, cites=cites, evidence=Evidence.MEMORY, facts=facts),
    )


def _late(one: Request, on: pendulum.Date, calendar: WorkCalendar) -> Iterator[Finding | Need]:
    """Measures Art 6: the notice comes within the term for handling."""
    without = attrs.evolve(one, events=tuple(event for event in one.events if event.kind not in _FEES))
    if plainly_in_time(without, on, calendar):
        return
    handling = term_of(without, calendar, on)
    if not isinstance(handling, Receipt):
        if handling is not None:
            yield handling
        return
    if on <= handling.due_on:
        return
    if handling.provisional:
        yield CALENDAR
        return
    sure = on > handling.latest_on
    last, cites = handling.latest_on if sure else handling.due_on, (cite(f"{_MEASURES}:6"),)
    zh = f"{on}：申请{number_of(one)}的处理期限到{last}，{on}才发出收费通知"
    en = f"{on}: the term for request {number_of(one)} ended {last}, its fee was noticed {on}"
    message, facts = (
        against(zh, en, cites),
        days_of(noticed_on=on, due_on=handling.due_on, latest_on=handling.latest_on),
    )
    yield found(one, "late", kind=Kind.FAIL if sure else Kind.REVIEW, message=message, cites=cites, facts=facts)


def _early(
    one: Request, noticed: RequestEvent, on: pendulum.Date, lapse: RequestEvent, calendar: WorkCalendar
) -> Iterator[Finding | Need]:
    """Measures Art 6: 20 working days from the day after the notice; more where the notice gave more."""
    if lapse.on is None:
        yield _LAPSED
        return
    until = max(term("fee_payment", on, calendar=calendar).due_on, noticed.until or on)
    if lapse.on <= until:
        cites = (cite(f"{_MEASURES}:6"),)
        zh = f"{lapse.on}：申请{number_of(one)}可缴费到{until}，{lapse.on}即按逾期未缴费处理"
        en = f"{lapse.on}: the fee for request {number_of(one)} could be paid until {until}, it lapsed {lapse.on}"
        kind = Kind.FAIL if lapse.on < until else Kind.REVIEW
        facts = days_of(noticed_on=on, until=until, lapsed_on=lapse.on)
        yield found(one, "early_lapse", kind=kind, message=against(zh, en, cites), cites=cites, facts=facts)


RULE = Rule(
    code="REQ115",
    name="requests.fee.lawful",
    title=Message("收费依法通知", "fees are noticed as the law says"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2019:42", "handling-fee-2020"),
    about="requests",
    check=check,
)
