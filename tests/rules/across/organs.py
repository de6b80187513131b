"""Reports of one organ over the years, and asking a rule about all of them."""

from typing import Any

import attrs
from tests.rules.building import department
from tests.rules.grids import changed, requests, tabled
from tests.test_punctuation import faults

from govdisclosure.model.report import AnnualReport, SourceFile
from govdisclosure.rules.across.asking import OrganQuestion, Peers
from govdisclosure.rules.engine import assess_organ
from govdisclosure.rules.outcome import Outcome
from govdisclosure.rules.rule import Rule

__all__ = ["ORGAN", "judged", "named", "receiving", "subjects"]

ORGAN = department()


def receiving(year: int | None, value: Any, name: str | None = None, **fields: Any) -> AnnualReport:
    """A report that says so many requests were received."""
    table = changed(requests(), ("received", "total", value))
    return named(tabled(table, **{"year": year, "agency": ORGAN, **fields}), name or f"{year}.html")


def named(report: AnnualReport, name: str) -> AnnualReport:
    """A report of a document of this name."""
    return attrs.evolve(report, source=SourceFile(uri=name, sha256="0" * 64, media_type="text/html"))


def judged(rule: Rule, *reports: AnnualReport, peers: Peers | None = None, **asked: Any) -> tuple[Outcome, ...]:
    """The outcomes of a rule; it must not raise, must keep to its card and must not give one subject twice."""
    organ = ORGAN.name
    outcomes, crashed = assess_organ(OrganQuestion(organ=organ, reports=reports, peers=peers, **asked), [rule])
    assert crashed == ()
    assert {outcome.kind for outcome in outcomes} <= set(rule.kinds)
    assert len({outcome.subject for outcome in outcomes}) == len(outcomes)
    for outcome in outcomes:
        assert "违法" not in outcome.message.zh
        assert faults(outcome.message.zh) == []
        assert outcome.message.en
    return outcomes


def subjects(outcomes: tuple[Outcome, ...]) -> dict[str, str]:
    """The verdict on each subject."""
    return {outcome.subject: outcome.kind.value for outcome in outcomes}
