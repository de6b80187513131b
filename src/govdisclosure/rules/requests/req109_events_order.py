"""REQ109 requests.events.order — 事项先后符合程序 / events in an order that the procedure allows

What it checks
--------------
What is said to have happened to a request, against the table of what may follow what: an answer to nothing that was
asked, a payment without a notice, an event after the request was closed, days out of order, a step that the law of the
day did not have. Each entry gives one finding that lists what is wrong with it, with the article of the first.

Why
---
The terms of the Regulation run from one event to another. Where their order is wrong, every day that is counted from
them is wrong too.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.model.request import Request, RequestEvent, RequestEventKind as E
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> events = [(E.RECEIVED, 11), (E.THIRD_PARTY_ANSWERED, 13)]
>>> made = tuple(RequestEvent(kind=kind, on=pendulum.Date(2024, 3, day)) for kind, day in events)
>>> asked = EntriesQuestion(register=Register(requests=(Request(id="7", events=made),)))
>>> [(finding.kind.value, finding.subject) for finding in check(asked)]
[('review', '7:order')]

Not covered
-----------
What rules of their own look at, so that nothing is said twice: receipt before submission (REQ110), a reply before
receipt (REQ102), a second notice to supplement (REQ104), a second extension (REQ103), a second reply (REQ111), a reply
after withdrawal or a lapse (REQ106). Events without a day, and those of a request without a day of receipt, are counted
as not judged. For review only: an answer to something that is not recorded, as a cell may not be filled in; steps
between submission and receipt of a request by e-mail, internet or fax, as receipt is there a confirmation.

中文说明
--------
查登记的各事项先后是否符合程序：没有征求意见却有答复、没有收费通知却有缴费、办结之后又有事项、日期先后颠倒、当时的规定还没有
这一步骤等，每件申请合为一条列出。各项期限都从某一事项起算，先后不对，期限就算不对。收到早于提交、答复早于收到、再次补正、
再次延期、再次答复、撤回后答复，由各自的规则核查，本规则不查；没有日期的事项、没有收到日期的申请列为未能判断；有答复而没有登记
通知、征求意见的，以及电子邮件、网上、传真申请在提交与确认收到之间的事项，只请人核实。
"""

from collections.abc import Iterator, Mapping, Sequence

from govdisclosure.model.case import Case
from govdisclosure.model.request import Channel, Request, RequestEventKind
from govdisclosure.register.states.requests import Fault, FaultKind, RequestState, replay
from govdisclosure.rules.entries import EntriesQuestion
from govdisclosure.rules.faults import out_of_order
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.requests.lawful import RECEIVED, answered, article, began_on, cases_of
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import Need, Said, Sweep

__all__ = ["RULE", "check"]

_E, _F = RequestEventKind, FaultKind
_CONFIRMED = frozenset({Channel.EMAIL, Channel.ONLINE, Channel.FAX})
_NOT_IN_HAND = {RequestState.NEW.value, RequestState.SUBMITTED.value}
_DAYS = Need("events.on", "事项日期", "the day of an event")
# What REQ103, REQ104, REQ106 and REQ111 look at.
_ELSEWHERE = {
    (_E.SUPPLEMENT_ASKED.value, _F.REPEATED),
    (_E.EXTENDED.value, _F.REPEATED),
    (_E.REPLIED.value, _F.AFTER_CLOSING),
    (_E.WITHDRAWN.value, _F.AFTER_CLOSING),
}


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each request whose events cannot follow one another."""
    sweep = Sweep(
        subject="requests",
        cites=RULE.cites,
        passed=Message("{n}件申请的事项先后符合程序", "{n} requests: events in an order that the procedure allows"),
        none=Message("没有登记事项的申请", "no request has events"),
    )
    cases = cases_of(question)
    yield from sweep.over(question.requests, lambda one: _look(one, cases))


def _look(one: Request, cases: Mapping[str, Sequence[Case]]) -> Said:
    if not one.events:
        return None
    faults = replay(one, cases=cases.get(one.id, ())).faults
    if not faults:
        return ()
    wrong = [fault for fault in faults if fault.kind is not _F.UNDATED and not _elsewhere(one, fault)]
    said: list[Finding | Need] = [_DAYS] if any(fault.kind is _F.UNDATED for fault in faults) else []
    if one.received_on is None and any(fault.state in _NOT_IN_HAND for fault in wrong):
        # What happened before is not on record, which is no wrong order.
        wrong = [fault for fault in wrong if fault.state not in _NOT_IN_HAND]
        said.append(RECEIVED)
    if wrong:
        cites = article(began_on(one), "24", "45")
        # After a case about it, a request may begin anew.
        other = bool(cases.get(one.id)) or all(_before_confirmation(one, fault) for fault in wrong)
        said.append(out_of_order(one, wrong, ("申请", "request"), cites, lawful_else=other))
    return said


def _before_confirmation(one: Request, fault: Fault) -> bool:
    """Whether it lies between submission and receipt of a request whose receipt is a confirmation (2019 Art 31)."""
    submitted, received = one.submitted_on, one.received_on
    if one.channel not in _CONFIRMED or submitted is None or received is None or fault.on is None:
        return False
    return submitted <= fault.on <= received


def _elsewhere(one: Request, fault: Fault) -> bool:
    """True where another rule says the same."""
    if (fault.event, fault.kind) in _ELSEWHERE:
        return True
    submitted, received, reply = one.submitted_on, one.received_on, answered(one)
    if received is None:
        return False
    if fault.event in {_E.SUBMITTED.value, _E.RECEIVED.value}:
        return submitted is not None and received < submitted  # REQ110
    early = reply is not None and reply.on is not None and reply.on < received
    return early and fault.event == _E.REPLIED.value  # REQ102


RULE = Rule(
    code="REQ109",
    name="requests.events.order",
    title=Message("事项先后符合程序", "events in an order that the procedure allows"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.NOT_APPLICABLE),
    cites=("regulation-2007:24", "regulation-2019:30", "regulation-2019:33", "regulation-2019:45"),
    about="requests",
    check=check,
)
