"""REQ106 requests.outcome.replied — 结果与答复相符 / outcome and reply belong together

What it checks
--------------
That every reply has its outcome and every outcome its day; that a request which lapsed was not given another outcome
afterwards; that the outcomes of lapse rest on a lapse; that nothing was answered after it was withdrawn.

Why
---
Table three of the annual report counts each request by its outcome (2019 Art 50, form of 2021): a reply without one, or
a request that both lapsed and was refused, cannot be counted. Registration and archiving of what was done is a duty of
its own (Art 45).

Example
-------
>>> import pendulum
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.model.request import Request, RequestEvent, RequestEventKind as E
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> reply = RequestEvent(kind=E.REPLIED, on=pendulum.Date(2024, 3, 20))
>>> asked = EntriesQuestion(register=Register(requests=(Request(id="7", events=(reply,)),)))
>>> [(finding.kind.value, finding.subject) for finding in check(asked)]
[('fail', '7:no_outcome')]

Not covered
-----------
Whether the outcome is the right one; whether there are two of them (REQ111). A reply that tells the applicant of the
lapse is in order, and so is another outcome where the supplement or payment came late. A reply after withdrawal is for
review, as the day of withdrawal may be wrong.

中文说明
--------
查已答复的申请是否登记了办理结果、有结果的是否登记了答复日期，逾期不补正、逾期未缴费的申请后来是否又登记了别的结果，按逾期
办理的是否登记过逾期，以及撤回之后是否又作答复。年度报告表三按办理结果逐件统计，没有结果或者两种结果并存都无法统计。告知
申请人不再处理的答复不算，逾期后才补正、缴费而继续办理的也不算；撤回后又答复的、没有逾期记录的，只请人核实；结果是否正确，本规则不判。
"""

from collections.abc import Iterator

from govdisclosure.model.request import Request, RequestEvent, RequestEventKind
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.phrasing import articles, with_articles
from govdisclosure.rules.requests.lawful import answered, article, began_on
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import Said, Sweep, days_of, number_of

__all__ = ["RULE", "check"]

_E = RequestEventKind
# What comes late after each lapse; the organ may then go on.
_LATE = {_E.SUPPLEMENT_LAPSED: _E.SUPPLEMENTED, _E.FEE_LAPSED: _E.FEE_PAID}
# The outcome that each lapse has, in the form of 2021.
_LAPSES = {
    _E.SUPPLEMENT_LAPSED: ("other.correction_overdue", "逾期不补正", "a lapse of the supplement"),
    _E.FEE_LAPSED: ("other.fee_overdue", "逾期未缴费", "a lapse of the fee"),
}


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each outcome and reply that do not belong together."""
    sweep = Sweep(
        subject="requests",
        cites=RULE.cites,
        passed=Message("{n}件已办结的申请，结果与答复相符", "{n} requests ended: outcome and reply belong together"),
        none=Message("没有已办结的申请", "no request has ended"),
    )
    yield from sweep.over(question.requests, _look)


def _look(one: Request) -> Said:
    reply = answered(one)
    if reply is None:
        return () if one.first(_E.WITHDRAWN, *_LAPSES) else None
    return [*_complete(one, reply), *_lapsed(one, reply), *_withdrawn(one, reply)]


def _complete(one: Request, reply: RequestEvent) -> Iterator[Finding]:
    cites, facts = article(began_on(one) or reply.on, "24", "45"), days_of(replied_on=reply.on)
    named = articles(cites)
    if reply.outcome is None:
        zh = f"申请{number_of(one)}已答复，没有登记办理结果，表三无法统计，请补登（{named.zh}）"
        en = f"request {number_of(one)} was replied to without an outcome, so table three cannot count it; complete it "
        message = Message(zh, f"{en}({named.en})")
        yield found(one, "no_outcome", kind=Kind.FAIL, message=message, cites=cites, facts=facts)
    elif reply.on is None:
        zh = f"申请{number_of(one)}有办理结果，没有登记答复日期，无法判断是否按期、计入哪一年，请补登（{named.zh}）"
        en = f"request {number_of(one)} has an outcome and no day of reply, so neither its term nor its year is known; "
        message = Message(zh, f"{en}complete it ({named.en})")
        yield found(one, "no_reply", kind=Kind.FAIL, message=message, cites=cites)


def _lapsed(one: Request, reply: RequestEvent) -> Iterator[Finding]:
    cites = article(began_on(one) or reply.on, "21", "30")
    for event, (outcome, zh, en) in _LAPSES.items():
        lapse, said = one.first(event), reply.outcome == outcome
        if lapse is not None and _came_late(one, lapse):
            continue
        if lapse is not None and reply.outcome is not None and not said:
            words_zh = f"申请{number_of(one)}已按{zh}不再处理，又登记了别的办理结果，请核对后只留一种"
            words_en = f"request {number_of(one)} ended by {en} and has another outcome too; keep the one that is right"
            facts = {"outcome": reply.outcome, **days_of(lapsed_on=lapse.on, replied_on=reply.on)}
            message = with_articles(words_zh, words_en, cites)
            yield found(one, "lapsed", kind=Kind.FAIL, message=message, cites=cites, facts=facts)
        elif lapse is None and said:
            words_zh = f"申请{number_of(one)}的结果是{zh}，没有登记{zh}的日期，请补登或更正结果"
            words_en = f"request {number_of(one)} has the outcome of {en} and none is recorded; complete or correct it"
            facts = {"outcome": reply.outcome, **days_of(replied_on=reply.on)}
            message = with_articles(words_zh, words_en, cites)
            yield found(one, "no_lapse", kind=Kind.REVIEW, message=message, cites=cites, facts=facts)


def _came_late(one: Request, lapse: RequestEvent) -> bool:
    """Whether what had lapsed came after all."""
    late = one.all(_LATE[lapse.kind])
    return any(event.on is not None and lapse.on is not None and event.on >= lapse.on for event in late)


def _withdrawn(one: Request, reply: RequestEvent) -> Iterator[Finding]:
    withdrawn = one.first(_E.WITHDRAWN)
    if withdrawn is not None:
        cites = article(began_on(one) or reply.on, "21", "36")
        zh = f"申请{number_of(one)}既登记撤回又登记答复，请核对：撤回后不必答复，先答复的不再计为撤回"
        en = f"request {number_of(one)} was both withdrawn and replied to; check which came first and keep that one"
        facts = days_of(withdrawn_on=withdrawn.on, replied_on=reply.on)
        yield found(one, "withdrawn", kind=Kind.REVIEW, message=Message(zh, en), cites=cites, facts=facts)


RULE = Rule(
    code="REQ106",
    name="requests.outcome.replied",
    title=Message("结果与答复相符", "outcome and reply belong together"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=("regulation-2019:45", "form-2021"),
    about="requests",
    check=check,
)
