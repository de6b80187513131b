"""REQ116 requests.receipt.channel — 收到之日与渠道相符 / the day of receipt fits the channel

What it checks
--------------
That what was handed in at the office counts as received on that day. For review: a request that came by a published
e-mail box between 2015-11-18 and 2019-05-14 and counts from a later day than the one it was sent on. Requests without a
channel or without the days are counted as not judged.

Why
---
The term runs from receipt, and what receipt is, the law says channel by channel (2019 Art 31, before it the letter of
2015). A day of receipt put later than it was makes a late reply look timely.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.model.request import Channel, Request, RequestEvent, RequestEventKind as E
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> events = [(E.SUBMITTED, 11), (E.RECEIVED, 14)]
>>> made = tuple(RequestEvent(kind=kind, on=pendulum.Date(2024, 3, day)) for kind, day in events)
>>> asked = EntriesQuestion(register=Register(requests=(Request(id="7", channel=Channel.IN_PERSON, events=made),)))
>>> [(finding.kind.value, finding.subject) for finding in check(asked)]
[('fail', '7:later')]

Not covered
-----------
Mail that is signed for, and channels where both sides confirm (unsigned mail, internet, fax): only the office knows the
day, and the register's word stands. That unsigned mail is confirmed on the day it arrives: a register has no such day.
Receipt before submission (REQ110). Requests before 2015-11-18, when the law did not say what receipt is.

中文说明
--------
查当面提交的申请，登记的收到之日是否就是提交之日。期限自收到之日起算，收到之日记晚了，逾期的答复看上去就成了按期。2015年11月18日
至2019年5月14日通过公布的电子邮箱申请的，以系统收到之日为准，登记较晚的只请人核实。签收邮寄和需双方确认的平信、网络、传真，以
登记为准，不查；没有登记渠道或者日期的，列为未能判断。
"""

from collections.abc import Iterator

from govdisclosure.errors import NotInForceError, UndeterminedError
from govdisclosure.law.provision import Evidence
from govdisclosure.model.request import Request
from govdisclosure.register.terms.received import receipt_day
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import against, articles
from govdisclosure.rules.requests.lawful import RECEIVED
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import Need, Said, Sweep, days_of, number_of

__all__ = ["RULE", "check"]

_CHANNEL = Need("channel", "申请渠道", "the channel")


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each request that counts from too late a day."""
    sweep = Sweep(
        subject="requests",
        cites=RULE.cites,
        passed=Message("{n}件申请的收到之日与渠道相符", "{n} requests: the day of receipt fits the channel"),
        none=Message("没有可核对收到之日的申请", "no request whose day of receipt could be compared"),
    )
    yield from sweep.over(question.requests, _look)


def _look(one: Request) -> Said:
    recorded, submitted = one.received_on, one.submitted_on
    if one.channel is None or (recorded is None and submitted is None):
        return (RECEIVED if one.channel else _CHANNEL,)
    if recorded is None or submitted is None or recorded <= submitted:
        return ()
    try:
        first = receipt_day(one).readings[0]
    except NotInForceError:
        return None
    except UndeterminedError:
        return (RECEIVED,)
    if first.on >= recorded:
        return ()
    zh = f"{recorded}：申请{number_of(one)}登记的收到之日为{recorded}，{first.zh}，期限应自{first.on}起算"
    en = f"{recorded}: request {number_of(one)} is recorded as received {recorded}; {first.en}; count from {first.on}"
    named, sure = articles(first.cites), first.evidence is Evidence.SOURCE
    return (
        found(
            one,
            "later",
            kind=Kind.FAIL if sure else Kind.REVIEW,
            message=against(zh, en, first.cites) if sure else Message(f"{zh}（{named.zh}）", f"{en} ({named.en})"),
            cites=first.cites,
            evidence=first.evidence,
            facts=days_of(received_on=recorded, submitted_on=submitted, expected_on=first.on),
        ),
    )


RULE = Rule(
    code="REQ116",
    name="requests.receipt.channel",
    title=Message("收到之日与渠道相符", "the day of receipt fits the channel"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("receipt-2015", "regulation-2019:31"),
    about="requests",
    check=check,
)
