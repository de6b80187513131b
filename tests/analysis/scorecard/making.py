"""Assessments and scorecards made by hand."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from govdisclosure.analysis import Scores, read_scorecard, score
from govdisclosure.law import cite
from govdisclosure.model.agency import Agency, AgencyKind
from govdisclosure.model.report import AnnualReport, SourceFile
from govdisclosure.model.statistics import Statistics
from govdisclosure.rules.outcome import Assessment, Kind, Level, Message, Outcome

YEAR = 2023
FAIL, REVIEW, OPEN, PASS, UNFIT = Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.PASS, Kind.NOT_APPLICABLE


def outcome(rule: str, kind: Kind, number: int = 0, **fields: Any) -> Outcome:
    """An outcome of a rule; its fingerprint comes from rule, kind and number."""
    return Outcome(
        **{
            "rule": rule,
            "name": "a.b.c",
            "kind": kind,
            "level": Level.ERROR if kind is FAIL else Level.NONE,
            "message": Message(f"{rule}第{number}处", f"{rule} no. {number}"),
            "cites": (cite("regulation-2019:50"),),
            "subject": f"part:{number}",
            "fingerprint": sha256(f"{rule}{kind}{number}".encode()).hexdigest()[:16],
            **fields,
        }
    )


def several(rule: str, **kinds: int) -> list[Outcome]:
    """So many outcomes of each kind."""
    named = {"fail": FAIL, "review": REVIEW, "open": OPEN, "passed": PASS, "unfit": UNFIT}
    return [outcome(rule, named[kind], number) for kind, count in kinds.items() for number in range(count)]


def assessment(  # noqa: PLR0913  each is a property of a report
    organ: str | None,
    outcomes: Iterable[Outcome],
    *,
    year: int | None = YEAR,
    crashed: Iterable[str] = (),
    kind: AgencyKind = AgencyKind.DEPARTMENT,
    uri: str | None = None,
    statistics: Statistics | None = None,
) -> Assessment:
    """What a check found of a report."""
    name = uri or f"{organ}-{year}.html"
    agency = None if organ is None else Agency(name=organ, kind=kind)
    source = SourceFile(uri=name, sha256=sha256(name.encode()).hexdigest(), media_type="text/html")
    report = AnnualReport(agency=agency, year=year, source=source, statistics=statistics or Statistics())
    return Assessment(report=report, outcomes=tuple(outcomes), crashed=tuple((code, "ValueError") for code in crashed))


def indicator(**keys: Any) -> dict[str, Any]:
    """The keys of an indicator on rule STR101, ten points."""
    given = {"key": "one", "name_zh": "指标", "how": "deduct", "points": 10, "select": ["STR101"], "per": 3, **keys}
    return {key: value for key, value in given.items() if value is not None}


def card(*indicators: dict[str, Any], **keys: Any) -> Any:
    """A scorecard that ranks everyone."""
    return read_scorecard({"title_zh": "考核", "min_coverage": 0, "indicator": list(indicators), **keys})


def scored(given: Any, /, *assessments: Assessment, **more: Any) -> Scores:
    """The scores of assessments."""
    return score(given, list(assessments), **more)


def points(given: dict[str, Any], *outcomes: Outcome, crashed: Iterable[str] = (), **keys: Any) -> Any:
    """The points of one indicator for a report with these outcomes."""
    found = scored(card(given, **keys), assessment("青石县水利局", outcomes, crashed=crashed))
    return found.organ("青石县水利局").indicators[0]
