"""REM108 remedies.result.recorded — 案件结果齐全、不重复登记 / each case once, with its kind and result

What it checks
--------------
That every case says which way it goes, that a decided one has its result, that nothing but a decision has one, and that
no number is given twice. Two cases of one kind about one request that were filed on the same day are for review.

Why
---
Table four counts each case by its kind and its result, and what is not decided as pending (form of 2021). A decision
without a result falls out of every column.

Example
-------
>>> import pendulum
>>> from govdisclosure.model.case import Case, CaseEvent, CaseEventKind as E, CaseKind
>>> from govdisclosure.model.register import Register
>>> from govdisclosure.rules.entries import EntriesQuestion
>>> decided = CaseEvent(kind=E.DECIDED, on=pendulum.Date(2024, 6, 3))
>>> case = Case(id="F1", kind=CaseKind.RECONSIDERATION, events=(decided,))
>>> [(finding.kind.value, finding.subject) for finding in check(EntriesQuestion(register=Register(cases=(case,))))]
[('fail', 'F1:no_result')]

Not covered
-----------
Which column of table four counts a result. Cases of two applicants about one reply, filed on the same day, are in order
and are shown for review all the same.

中文说明
--------
查每件案件是否登记了类型，已审结的是否登记了结果，没有审结的是否登记了结果，编号是否重复，以及同一申请同类案件同日提起的。表四
按案件类型和结果逐件统计，没有结果的审结案件哪一栏都计不进去。同日提起的可能是两名申请人分别提起，只请人核实；结果计入哪一栏，
本规则不判。
"""

from collections.abc import Iterator

from govdisclosure.law import cite
from govdisclosure.model.case import Case, CaseEventKind
from govdisclosure.rules.entries import EntriesQuestion, found
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding, Rule
from govdisclosure.rules.sweeping import Said, Sweep, days_of, number_of

__all__ = ["RULE", "check"]

_DECISIONS = {CaseEventKind.DECIDED, CaseEventKind.APPEAL_DECIDED}


def check(question: EntriesQuestion) -> Iterator[Finding]:
    """One finding for each case that table four cannot count, or counts twice."""
    sweep = Sweep(
        subject="cases",
        cites=RULE.cites,
        passed=Message("{n}件案件的类型和结果齐全，没有重复登记", "{n} cases: each once, with its kind and result"),
        none=Message("登记簿中没有案件", "the register has no case"),
    )
    numbered: set[str] = set()
    filed: dict[object, Case] = {}
    yield from sweep.over(question.cases, lambda one: _look(one, question, numbered, filed))


def _look(one: Case, question: EntriesQuestion, numbered: set[str], filed: dict[object, Case]) -> Said:
    said = list(_complete(one))
    alike = question.cases_by_id[one.id]
    if one.id and len(alike) > 1 and one.id not in numbered:
        numbered.add(one.id)
        zh = f"{len(alike)}件案件同用编号{number_of(one)}，请核对是否重复登记，确为不同案件的请另编号"
        en = f"{len(alike)} cases have the number {number_of(one)}; check whether one was entered twice, else "
        said.append(_found(one, "number", Kind.FAIL, Message(zh, f"{en}number them apart"), entries=len(alike)))
    key = (one.kind, one.request, one.filed_on)
    if None not in key:
        other = filed.setdefault(key, one)
        if other.id != one.id:
            zh = f"案件{number_of(one)}与{number_of(other)}类型相同、针对同一申请、同日提起，请核对是否重复登记"
            en = f"cases {number_of(one)} and {number_of(other)} are of one kind, about one request, filed on one day; "
            facts = {"other": other.id, **days_of(filed_on=one.filed_on)}
            said.append(_found(one, "alike", Kind.REVIEW, Message(zh, f"{en}check for a double"), **facts))
    return said


def _complete(one: Case) -> Iterator[Finding]:
    number, closing = number_of(one), one.closing
    if one.kind is None:
        zh = f"案件{number}没有登记类型，表四无法统计，请补登：行政复议、直接起诉或者复议后起诉"
        en = f"case {number} does not say which way it goes, so table four cannot count it; complete it"
        yield _found(one, "no_kind", Kind.FAIL, Message(zh, en))
    if closing is not None and closing.result is None:
        zh = f"案件{number}已审结，没有登记结果，表四无法统计，请补登"
        en = f"case {number} was decided and has no result, so table four cannot count it; complete it"
        yield _found(one, "no_result", Kind.FAIL, Message(zh, en), **days_of(decided_on=closing.on))
    early = next((event for event in one.events if event.result is not None and event.kind not in _DECISIONS), None)
    if early is not None:
        zh = f"案件{number}没有审结记录而有结果，请补登审结日期或者删去结果"
        en = f"case {number} has a result on something that is no decision; add the decision or take the result away"
        yield _found(one, "early_result", Kind.FAIL, Message(zh, en), event=early.kind.value)


def _found(one: Case, what: str, kind: Kind, message: Message, **facts: object) -> Finding:
    cites = (cite("form-2021"), cite("regulation-2019:50p1i3"))
    return found(one, what, kind=kind, message=message, cites=cites, facts=facts)


RULE = Rule(
    code="REM108",
    name="remedies.result.recorded",
    title=Message("案件结果齐全、不重复登记", "each case once, with its kind and result"),
    level=Level.WARNING,
    kinds=(Kind.PASS, Kind.FAIL, Kind.REVIEW, Kind.NOT_APPLICABLE),
    cites=("form-2021", "regulation-2019:50"),
    about="cases",
    check=check,
)
