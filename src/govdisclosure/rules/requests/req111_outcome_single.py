"""REQ111 requests.outcome.single — 一件申请一个结果 / one request, one outcome

What it checks
--------------
Requests with more than one reply. Different outcomes are a fault, the same outcome twice is for review; a further reply
after a reconsideration or suit about the request was filed is in order.

Why
---
Table three counts each request once, by one outcome; what was partly given counts as that alone (form of 2021). An
organ may change its reply once a case is filed, or be ordered to give another.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.model.request import Request, RequestEvent, RequestEventKind as E
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> replies = [(20, "granted"), (22, "denied.internal_affairs")]
>>> made = [RequestEvent(kind=E.REPLIED, on=pendulum.Date(2024, 3, day), outcome=outcome) for day, outcome in replies]
>>> asked = EntriesQuestion(register=Register(cases=(), requests=(Request(id="7", events=tuple(made)),)))
>>> [(finding.kind.value, finding.subject) for finding in check(asked)]
[('fail', '7:outcomes')]

Not covered
-----------
Which of the outcomes is right. A correction of a reply that the organ made of its own accord before any case: it is
shown as well, since the register must say which reply counts.

中文说明
--------
查一件申请是否登记了一次以上答复：结果不同的列出，结果相同的只请人核实。表三一件申请只计一个结果，区分处理的只计部分公开。
对该申请已提起复议或者诉讼的，机关可以改变答复或者被责令重新答复，不算重复。哪一个结果正确，本规则不判。
"""

from collections.abc import Iterator, Mapping, Sequence

from govdisclosure.law import cite
from govdisclosure.model.case import Case
from govdisclosure.model.forms import REQUESTS_2021
from govdisclosure.model.labels import row_words
from govdisclosure.model.request import Request, RequestEventKind
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.requests.lawful import cases_of
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import Said, Sweep, number_of

__all__ = ["RULE", "check"]


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each request with more than one reply."""
    sweep = Sweep(
        subject="requests",
        cites=RULE.cites,
        passed=Message("{n}件已答复的申请各有一个结果", "{n} requests with a reply: one outcome each"),
        none=Message("没有已答复的申请", "no request was replied to"),
    )
    cases = cases_of(question)
    # Without the cases it is not known whether a reply was ordered anew.
    known = question.has("cases") and all(case.request is not None for case in question.cases)
    yield from sweep.over(question.requests, lambda one: _look(one, cases, known=known))


def _look(one: Request, cases: Mapping[str, Sequence[Case]], *, known: bool) -> Said:
    replies = one.all(RequestEventKind.REPLIED)
    if not replies:
        return None
    counted = [replies[0]]
    for reply in replies[1:]:
        filed = [case.filed_on for case in cases.get(one.id, ())]
        if not any(day is None or reply.on is None or day <= reply.on for day in filed):
            counted.append(reply)
    if len(counted) == 1:
        return ()
    outcomes = list(dict.fromkeys(reply.outcome for reply in counted if reply.outcome is not None))
    words = [row_words(REQUESTS_2021, outcome) for outcome in outcomes]
    differ = len(outcomes) > 1
    zh = f"{len(counted)}次答复：申请{number_of(one)}登记了{len(counted)}次答复"
    en = f"{len(counted)} replies: request {number_of(one)} has {len(counted)} replies"
    if differ:
        zh += f"，结果分别为{'、'.join(f'“{one_zh}”' for one_zh, _ in words)}"
        en += f" with the outcomes {', '.join(one_en for _, one_en in words)}"
    zh += "；表三一件申请只计一个结果，请核对后只留一个，确属重新答复的请说明"
    en += "; table three counts one: keep the one that is right, and say so where it was answered anew"
    return (
        found(
            one,
            "outcomes",
            kind=Kind.FAIL if differ and known else Kind.REVIEW,
            message=Message(zh, en),
            cites=(cite("form-2021"), cite("regulation-2019:45")),
            facts={"replies": len(counted), "outcomes": outcomes},
        ),
    )


RULE = Rule(
    code="REQ111",
    name="requests.outcome.single",
    title=Message("一件申请一个结果", "one request, one outcome"),
    level=Level.ERROR,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=("form-2021", "regulation-2019:45"),
    about="requests",
    check=check,
)
