"""Asking one rule about one report, through the engine."""

from typing import Any

import pendulum
from tests.test_punctuation import faults

from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.engine import assess
from govdisclosure.rules.outcome import Outcome
from govdisclosure.rules.rule import BlankIs, Rule

# Years that only a report put together by hand can have.
ODD_YEARS = (None, -1, 0, 1, 1949, 2007, 2008, 2018, 2019, 2021, 9998, 9999, 99999)


def ask(
    rule: Rule, report: AnnualReport, as_of: pendulum.Date | None = None, blank_is: BlankIs = "open", **beside: Any
) -> tuple[Outcome, ...]:
    """The outcomes of a rule; it must not raise, must keep to its card and must not give one subject twice."""
    assessment = assess(report, [rule], as_of=as_of, blank_is=blank_is, **beside)
    assert assessment.crashed == ()
    assert {outcome.kind for outcome in assessment.outcomes} <= set(rule.kinds)
    subjects = [outcome.subject for outcome in assessment.outcomes]
    assert len(subjects) == len(set(subjects)), subjects
    for outcome in assessment.outcomes:
        assert "违法" not in outcome.message.zh
        assert faults(outcome.message.zh) == []
        assert outcome.message.en
    return assessment.outcomes


def verdicts(
    rule: Rule, report: AnnualReport, as_of: pendulum.Date | None = None, blank_is: BlankIs = "open", **beside: Any
) -> dict[str, str]:
    """The verdict on each subject."""
    return {outcome.subject: outcome.kind.value for outcome in ask(rule, report, as_of, blank_is, **beside)}
