"""Registers built by hand, and asking one rule about them, through the engine."""

from typing import Any

import pendulum
from tests.test_punctuation import faults

from govdisclosure.model.case import Case, CaseEvent, CaseEventKind, CaseKind, CaseResult, Contested, Procedure
from govdisclosure.model.register import Catalogue, Register
from govdisclosure.model.request import (
    Applicant,
    ApplicantKind,
    Channel,
    ReplyType,
    Request,
    RequestEvent,
    RequestEventKind,
)
from govdisclosure.rules.engine import assess_entries
from govdisclosure.rules.entries import EntriesQuestion
from govdisclosure.rules.outcome import Outcome
from govdisclosure.rules.rule import Rule

PERSON = Applicant(kind=ApplicantKind.NATURAL_PERSON, name="张三丰", contact="13800138000")
SECRETS = ("张三丰", "13800138000", "秘密的内容", "青石公司")


def day(text: str | None) -> pendulum.Date | None:
    """A day in ISO form."""
    return None if text is None else pendulum.Date.fromisoformat(text)


_TYPES: dict[str, Any] = {
    **dict.fromkeys(("until", "notified_on", "act_on", "known_on"), day),
    "channel": Channel,
    "contested": Contested,
    "procedure": Procedure,
    "reply_type": ReplyType,
    "result": CaseResult,
}


def _typed(fields: dict[str, Any]) -> dict[str, Any]:
    """Fields given as text, as the types they have."""
    return {
        name: _TYPES[name](value) if name in _TYPES and isinstance(value, str) else value
        for name, value in fields.items()
    }


def request(number: str, *events: tuple[Any, ...], **fields: Any) -> Request:
    """A request; its events are ``(kind, day)`` or ``(kind, day, {field: value})``, days in ISO form or ``None``."""
    made = tuple(
        RequestEvent(kind=RequestEventKind(kind), on=day(on), **_typed(more[0] if more else {}))
        for kind, on, *more in events
    )
    return Request(**{"id": number, "applicant": PERSON, "events": made, **_typed(fields)})


def case(number: str, kind: str | None, *events: tuple[Any, ...], **fields: Any) -> Case:
    """A case; its events are written as those of :func:`request`."""
    made = tuple(
        CaseEvent(kind=CaseEventKind(what), on=day(on), **_typed(more[0] if more else {})) for what, on, *more in events
    )
    return Case(**{"id": number, "kind": None if kind is None else CaseKind(kind), "events": made, **_typed(fields)})


def ask_entries(
    rule: Rule,
    *entries: Request | Case,
    items: Catalogue | None = None,
    as_of: str | None = None,
    twice: bool = False,
    **asked: Any,
) -> tuple[Outcome, ...]:
    """The outcomes of a rule about a register; it must not raise, must keep to its card and tell nothing personal.

    Args:
        rule: The rule.
        entries: Requests and cases, in any order.
        items: The catalogue.
        as_of: The day of the check, in ISO form.
        twice: Whether a number stands twice in the register, so that a subject may.
        asked: Further fields of the question.
    """
    register = Register(
        requests=tuple(one for one in entries if isinstance(one, Request)),
        cases=tuple(one for one in entries if isinstance(one, Case)),
    )
    question = EntriesQuestion(register=register, catalogue=items, as_of=day(as_of), **asked)
    assessment = assess_entries(question, [rule])
    assert assessment.crashed == ()
    outcomes = assessment.outcomes
    assert {outcome.kind for outcome in outcomes} <= set(rule.kinds)
    subjects = [outcome.subject for outcome in outcomes]
    assert twice or len(subjects) == len(set(subjects)), subjects
    assert len({outcome.fingerprint for outcome in outcomes}) == len(outcomes)
    for outcome in outcomes:
        assert "违法" not in outcome.message.zh
        assert faults(outcome.message.zh) == []
        assert outcome.message.en
        assert not any(secret in repr(outcome) + str(outcome.message) + str(outcome.facts) for secret in SECRETS)
    return outcomes


def told(rule: Rule, *entries: Request | Case, **asked: Any) -> dict[str, str]:
    """The verdict on each subject."""
    return {outcome.subject: outcome.kind.value for outcome in ask_entries(rule, *entries, **asked)}
