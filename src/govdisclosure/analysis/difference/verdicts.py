"""Whether what was changed after publication changes a verdict."""

from collections import Counter
from collections.abc import Iterator

import attrs

from govdisclosure import api
from govdisclosure.analysis.difference.changes import VerdictChange
from govdisclosure.decisions import compare
from govdisclosure.decisions.judged import whose
from govdisclosure.model.report import AnnualReport
from govdisclosure.plugins import Plugins
from govdisclosure.rules.decision import Change
from govdisclosure.rules.outcome import Assessment, Message, Outcome
from govdisclosure.settings.settings import Settings

__all__ = ["CaptureVerdicts", "judged"]

_ONE = "capture"
"""Both captures are of one source, whatever their files are called."""


@attrs.frozen(kw_only=True)
class CaptureVerdicts:
    """What the rules say of two captures of one report.

    Attributes:
        changes: The verdicts that are not the same, in the order of the new run; those that are gone come last.
        unchanged: How many outcomes that ask for attention are the same on both.
        unjudged: How many of the old ones the new run says nothing about: a rule did not run or crashed.
        not_checked: What no rule looked at in either.
    """

    changes: tuple[VerdictChange, ...] = ()
    unchanged: int = 0
    unjudged: int = 0
    not_checked: tuple[Message, ...] = ()


def judged(
    old: AnnualReport, new: AnnualReport, *, settings: Settings | None = None, plugins: Plugins | None = None
) -> CaptureVerdicts:
    """Check both captures and compare the outcomes.

    Args:
        old: The capture that was made first.
        new: The other.
        settings: As for :func:`check`.
        plugins: As for :func:`check`.
    """
    before, after = (api.check(one, settings=settings, plugins=plugins) for one in (old, new))
    if whose(_ONE, before) != whose(_ONE, after):
        before, after = _rekeyed(before, new), _rekeyed(after, new)
    found = compare([(_ONE, before)], [(_ONE, after)])
    known = {one.fingerprint: one for one in before.outcomes}
    crashed = [
        Message(f"{code} 规则出错，未判断（{name}）", f"{code} rule crashed, not judged ({name})")
        for one in (before, after)
        for code, name in one.crashed
    ]
    return CaptureVerdicts(
        changes=(
            *_changes((*found.new, *found.updated), known, after),
            *(VerdictChange(change=Change.ABSENT, old=known[one.fingerprint], new=None) for one in found.absent),
        ),
        unchanged=len(found.unchanged),
        unjudged=len(found.unjudged),
        not_checked=tuple(dict.fromkeys((*before.not_checked, *after.not_checked, *crashed))),
    )


def _changes(outcomes: tuple[Outcome, ...], known: dict[str, Outcome], after: Assessment) -> Iterator[VerdictChange]:
    order = {one.fingerprint: place for place, one in enumerate(after.outcomes)}
    for one in sorted(outcomes, key=lambda one: order[one.fingerprint]):
        change = Change.NEW if one.change is None else one.change
        yield VerdictChange(change=change, old=known.get(one.fingerprint), new=one)


def _rekeyed(assessment: Assessment, report: AnnualReport) -> Assessment:
    """An assessment under the name of one report, its outcomes known by rule and subject alone.

    Fingerprints name organ and year; where a capture gives them otherwise, each would be another.
    """
    seen: Counter[str] = Counter()
    outcomes: list[Outcome] = []
    for one in assessment.outcomes:
        place = f"{one.rule} {one.subject}"
        seen[place] += 1
        outcomes.append(attrs.evolve(one, fingerprint=f"{place} {seen[place]}"))
    named = attrs.evolve(assessment.report, agency=report.agency, year=report.year)
    return attrs.evolve(assessment, outcomes=tuple(outcomes), report=named)
