"""REQ112 requests.applicant.kind — 申请人类别已登记 / the kind of applicant is recorded

What it checks
--------------
That each request that table three counts (in hand in 2019 or later) says whether a natural person asked, or which of
the five kinds of organisation.

Why
---
The columns of table three are the kinds of applicant (forms of 2019 and 2021); a request without one can be put into
no column, and its row no longer adds up to its total.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.model.request import Request, RequestEvent, RequestEventKind as E
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> received = RequestEvent(kind=E.RECEIVED, on=pendulum.Date(2024, 3, 11))
>>> asked = EntriesQuestion(register=Register(requests=(Request(id="7", events=(received,)),)))
>>> [(finding.kind.value, finding.subject) for finding in check(asked)]
[('fail', '7:kind')]

Not covered
-----------
Whether the kind is the right one. Requests that ended before 2019: the statistics of those years have no such columns.

中文说明
--------
查计入表三的申请（2019年起收到或者仍在办理的）是否登记了申请人是自然人，还是五类法人或其他组织中的哪一类。表三按申请人类别
分栏，没有类别的申请无法归栏，各栏之和与总计也就对不上。类别是否填对，以及2019年以前办结的申请，本规则不查。
"""

from collections.abc import Iterator
from functools import cache

from govdisclosure.errors import NotInForceError
from govdisclosure.law import cite, form_for
from govdisclosure.law.provision import Citation
from govdisclosure.model.request import Request
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.requests.lawful import closed_on
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import Said, Sweep, number_of

__all__ = ["RULE", "check"]


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each request without a kind of applicant."""
    sweep = Sweep(
        subject="requests",
        cites=RULE.cites,
        passed=Message("{n}件申请都登记了申请人类别", "{n} requests: each says who asked"),
        none=Message("没有计入表三的申请", "no request is counted in table three"),
    )
    yield from sweep.over(question.requests, _look)


def _look(one: Request) -> Said:
    closed = closed_on(one)
    cites = (cite("form-2021"),) if closed is None else _form(closed.year)
    if not cites:
        return None
    if one.applicant.kind is not None:
        return ()
    zh = f"申请{number_of(one)}没有登记申请人类别，表三无法归栏，请补登：自然人，或者法人、其他组织中的哪一类"
    en = f"request {number_of(one)} does not say who asked, table three has no column for it; complete it: a natural "
    message = Message(zh, f"{en}person, or which kind of organisation")
    return (found(one, "kind", kind=Kind.FAIL, message=message, cites=cites),)


@cache
def _form(year: int) -> tuple[Citation, ...]:
    """The form that counts what ended in a year; nothing where that year's report has no table three."""
    try:
        form = form_for(year)
    except NotInForceError:
        return ()
    return () if form is None else (cite(form.id),)


RULE = Rule(
    code="REQ112",
    name="requests.applicant.kind",
    title=Message("申请人类别已登记", "the kind of applicant is recorded"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.FAIL, Kind.NOT_APPLICABLE),
    cites=("form-2019", "form-2021"),
    about="requests",
    check=check,
)
