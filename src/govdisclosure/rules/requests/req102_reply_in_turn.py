"""REQ102 requests.reply.in_turn — 答复不早于应等的步骤 / no reply before what it has to wait for

What it checks
--------------
That a reply is not dated before the request was received, and that nothing was given away before a third party or
co-maker that was asked had answered or its 15 working days (from 2019-05-15) were over. A reply while a supplement
was still awaited, and a refusal for the sake of a third party that could still answer, are for review.

Why
---
A third party has 15 working days to say whether disclosure harms it (2019 Art 32), a co-maker likewise (Art 34); what
is given away earlier cannot be taken back. A reply dated before receipt is a slip of the register.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.model.request import Request, RequestEvent, RequestEventKind as E
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> events = [(E.RECEIVED, 11), (E.THIRD_PARTY_CONSULTED, 13), (E.REPLIED, 20)]
>>> made = [RequestEvent(kind=kind, on=pendulum.Date(2024, 3, day)) for kind, day in events[:2]]
>>> made.append(RequestEvent(kind=E.REPLIED, on=pendulum.Date(2024, 3, 20), outcome="granted"))
>>> asked = EntriesQuestion(register=Register(requests=(Request(id="7", events=tuple(made)),)))
>>> [(finding.kind.value, finding.subject) for finding in check(asked)]
[('fail', '7:third_party')]

Not covered
-----------
The day on which a letter reached the third party: the term is counted from the day it was sent, which is the earlier
one. Under the Regulation of 2007 the third party has no term; only its answer is waited for where there is one.
Consultations of other organs, which bind no one. Requests without a reply.

中文说明
--------
查答复日期是否早于收到申请之日，以及征求第三方、共同制作机关意见后，对方未答复且15个工作日未满时，是否已经予以公开或者
部分公开。第三方依法有15个工作日提出意见，提前公开无法收回；答复早于收到的，多为登记有误。等待补正期间答复的、第三方仍
可答复时以其权益为由不予公开的，只请人核实。期限自发出征求意见之日起算，比对方收到之日早；2007年条例没有规定第三方答复
期限，只看有答复的。征求其他机关意见的，本规则不查。
"""

from collections.abc import Iterator

import pendulum

from govdisclosure.law import WorkCalendar, parameter
from govdisclosure.model.request import Request, RequestEvent, RequestEventKind
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import against
from govdisclosure.rules.requests.lawful import GIVEN, RECEIVED, REPLIED, answered, article, pairs, received_on
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import Need, Said, Sweep, days_of, number_of

__all__ = ["RULE", "check"]

_E = RequestEventKind
_PART_OF_THEIRS = ("partly_granted", "third_party")
_FOR_THIRD_PARTY = "denied.third_party_rights"
# Who is asked: subject, question and answer, term, articles of 2007 and 2019, words.
_ASKED = (
    ("third_party", _E.THIRD_PARTY_CONSULTED, _E.THIRD_PARTY_ANSWERED, "23", "32", "第三方", "the third party"),
    ("co_maker", _E.CO_MAKER_CONSULTED, _E.CO_MAKER_ANSWERED, "23", "34", "共同制作机关", "the co-maker"),
)
_CONSULTED = Need("consulted_on", "征求意见日期", "the day of a consultation")


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each thing that a reply did not wait for."""
    sweep = Sweep(
        subject="requests",
        cites=RULE.cites,
        passed=Message("{n}件申请的答复都在应等的步骤之后", "{n} replies: each came after what it had to wait for"),
        none=Message("没有已答复的申请", "no request was replied to"),
    )
    yield from sweep.over(question.requests, lambda one: _look(one, question.calendar))


def _look(one: Request, calendar: WorkCalendar) -> Said:
    reply = answered(one)
    if reply is None:
        return None
    if reply.on is None:
        return (REPLIED,)
    said = [*_before_receipt(one, reply.on), *_before_supplement(one, reply.on)]
    for row in _ASKED:
        said += _before_answers(one, reply, calendar, row)
    return said


def _before_receipt(one: Request, on: pendulum.Date) -> Iterator[Finding | Need]:
    received = received_on(one)
    if received is None:
        yield RECEIVED
    elif on < received:
        cites = article(received, "24", "33")
        zh = f"{on}与{received}：申请{number_of(one)}的答复日期早于收到日期，期限自收到之日起算"
        en = f"{on} and {received}: request {number_of(one)} was replied to before it was received"
        facts = days_of(replied_on=on, received_on=received)
        yield found(one, "receipt", kind=Kind.FAIL, message=against(zh, en, cites), cites=cites, facts=facts)


def _before_supplement(one: Request, on: pendulum.Date) -> Iterator[Finding]:
    asked = one.first(_E.SUPPLEMENT_ASKED)
    came = one.first(_E.SUPPLEMENTED, _E.SUPPLEMENT_LAPSED)
    if asked is None or asked.on is None or on < asked.on:
        return
    until = came.on if came is not None else asked.until
    if until is not None and on >= until:
        return
    if came is not None and came.on is None:
        return
    cites = article(received_on(one), "21", "30")
    zh = f"{on}：申请{number_of(one)}于{asked.on}要求补正，尚未补正、也未逾期就已答复，请核实是否仍需补正或漏登补正日期"
    en = f"{on}: request {number_of(one)} was replied to while the supplement asked on {asked.on} was awaited; check"
    facts = days_of(replied_on=on, supplement_asked_on=asked.on, supplemented_on=until)
    yield found(one, "supplement", kind=Kind.REVIEW, message=Message(zh, en), cites=cites, facts=facts)


def _before_answers(
    one: Request, reply: RequestEvent, calendar: WorkCalendar, row: tuple[str, _E, _E, str, str, str, str]
) -> Iterator[Finding | Need]:
    what, question, answer, old, new, zh, en = row
    # What can be separated and is not theirs may be given at once (2019 Art 37).
    kind = Kind.FAIL if reply.outcome in GIVEN and (reply.outcome, what) != _PART_OF_THEIRS else Kind.REVIEW
    given = reply.outcome in GIVEN
    if not one.first(question) or not (given or (reply.outcome, what) == (_FOR_THIRD_PARTY, "third_party")):
        return
    for asked, came in pairs(one, question, answer):
        if asked.on is None or reply.on is None:
            yield _CONSULTED
            continue
        until = _until(asked.on, came, calendar, f"{what}.term")
        if until is None or not asked.on <= reply.on < until:
            continue
        cites = article(asked.on, old, new)
        done_zh = "已经公开" if kind is Kind.FAIL else "已作答复"
        words_zh = f"{reply.on}：申请{number_of(one)}于{asked.on}征求{zh}意见，对方可答复到{until}，此前{done_zh}"
        words_en = f"{reply.on}: request {number_of(one)} was replied to; {en}, asked {asked.on}, had until {until}"
        facts = days_of(replied_on=reply.on, consulted_on=asked.on, until=until)
        message = against(words_zh, words_en, cites)
        yield found(one, what, kind=kind, message=message, cites=cites, facts=facts)
        return  # one finding for all that were asked


def _until(asked: pendulum.Date, came: RequestEvent | None, calendar: WorkCalendar, term: str) -> pendulum.Date | None:
    """The day of the answer, or the last day for it where that is earlier; ``None`` where the law sets no term."""
    days = parameter(term).at(asked).value if asked >= _first(term) else None
    last = calendar.add(asked, days) if isinstance(days, int) else None
    return min((day for day in (last, came.on if came else None) if day is not None), default=None)


def _first(term: str) -> pendulum.Date:
    return parameter(term).values[0].start


RULE = Rule(
    code="REQ102",
    name="requests.reply.in_turn",
    title=Message("答复不早于应等的步骤", "no reply before what it has to wait for"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:24", "regulation-2019:32", "regulation-2019:33", "regulation-2019:34"),
    about="requests",
    check=check,
)
