"""Scoring a collection by a scorecard."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

import attrs
import pendulum

from govdisclosure.analysis.across.lists import Listed, Names, Renamings, names_of, organ_key
from govdisclosure.analysis.scorecard.card import Indicator, Scorecard
from govdisclosure.analysis.scorecard.choices import How, Measure, NoReport
from govdisclosure.analysis.scorecard.filings import gather
from govdisclosure.analysis.scorecard.gathered import Filing, Gathered
from govdisclosure.analysis.scorecard.giving import Given, given_by
from govdisclosure.analysis.scorecard.judging import by_rules, rulings, settled, vetoed
from govdisclosure.analysis.scorecard.measuring import by_measure
from govdisclosure.analysis.scorecard.points import Effect, Points, State, Trace
from govdisclosure.analysis.scorecard.scores import OrganScore, Scores, Standing
from govdisclosure.analysis.scorecard.summing import ranked, summed
from govdisclosure.analysis.scorecard.wording import plain
from govdisclosure.decisions.suppressions import Suppressions
from govdisclosure.errors import UsageError
from govdisclosure.model.agency import Agency, AgencyKind
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.outcome import Assessment, Message
from govdisclosure.rules.rule import Rule
from govdisclosure.text.personal import mask_personal

__all__ = ["score"]

_NOTHING = Decimal(0)


def score(  # noqa: PLR0913  each narrows or adds something of its own
    scorecard: Scorecard,
    tables: Any,  # noqa: ANN401  tables, assessments or lists of them
    *,
    year: int | None = None,
    names: Renamings | None = None,
    organs: Iterable[Listed] = (),
    given: Any = None,  # noqa: ANN401  a frame of any library
    suppressions: Suppressions | None = None,
    as_of: pendulum.Date | None = None,
    extra: Iterable[Rule] = (),
) -> Scores:
    """Score organs and years; each point is traced to what it comes from.

    Args:
        scorecard: The scorecard.
        tables: What is scored: an object or a mapping with the frames ``reports`` and ``outcomes`` (and ``cells`` where
            a figure is measured) in the columns of a batch; assessments, also in pairs with their sources; what was
            found of a collection; registers' assessments, with one year; or an iterable of these.
        year: The only year to score.
        names: What organs are called last, as ``read_renamed`` gives it.
        organs: Organs that owe a report; those without one in the collection are named.
        given: Points that the user gives: a frame with ``organ``, ``year``, ``indicator``, ``points``, ``note``.
        suppressions: Outcomes that somebody decided to let stand; they cost nothing and are named.
        as_of: The day on which a suppression must still hold.
        extra: Rules besides those of this package that indicators name.

    Returns:
        The scores. That an organ has none, and why, is said beside them.

    Raises:
        UsageError: The scorecard is not for the year, a frame lacks a column, or a rule is not known.
        MissingExtraError: Arrow is not installed, for frames.
    """
    if year is not None and scorecard.years and year not in scorecard.years:
        listed = ", ".join(map(str, scorecard.years))
        raise UsageError(f"评分表只用于{listed}年度，不用于{year}", f"the scorecard is for {listed}, not for {year}")
    years = (year,) if year is not None else scorecard.years
    rules = {one.key: one.rules(extra) for one in scorecard.indicators}
    codes = frozenset(rule.code for some in rules.values() for rule in some)
    cells = any(one.measure in {Measure.RATE, Measure.COUNT} for one in scorecard.indicators)
    found = gather(tables, codes, cells=cells, years=years)
    if suppressions is not None:
        found = attrs.evolve(found, filings=_decided(found.filings, suppressions, as_of))
    known = names_of(names)
    grouped = _grouped(found.filings, known, years)
    points = given_by(given, scorecard, known)
    scoring = _Scoring(card=scorecard, rules=rules, given=points, whole=_is_whole(found))
    scored = [scoring.organ(organ, on, filings) for (_, on), (organ, filings) in sorted(grouped.items())]
    scored += scoring.missing(organs, known, grouped, years)
    return Scores(
        scorecard=scorecard,
        organs=ranked(scorecard, scored),
        unread=found.unread,
        nameless=tuple(sorted(one.source for one in found.filings if one.organ is None or one.year is None)),
        notes=(*found.notes, *points.unused({(key, on) for key, on in grouped} | {(o.key, o.year) for o in scored})),
    )


def _is_whole(found: Gathered) -> bool:
    """Whether every document was read with its organ and year, so that a report that is not there was not given."""
    lost = bool(found.unread) or found.unplaced > 0
    return not lost and all(one.organ is not None and one.year is not None for one in found.filings)


def _decided(filings: Iterable[Filing], suppressions: Suppressions, as_of: pendulum.Date | None) -> tuple[Filing, ...]:
    listed = list(filings)
    held = [
        (
            one.source,
            Assessment(
                report=AnnualReport(agency=Agency(name=one.organ) if one.organ else None, year=one.year),
                outcomes=one.outcomes,
            ),
        )
        for one in listed
    ]
    marked, _ = suppressions.apply(held, as_of=as_of)
    return tuple(
        attrs.evolve(
            one,
            outcomes=tuple(
                new if new.suppression is not None else old
                for old, new in zip(one.outcomes, found.outcomes, strict=True)
            ),
        )
        for one, (_, found) in zip(listed, marked, strict=True)
    )


_Groups = dict[tuple[str, int], tuple[str, list[Filing]]]


def _grouped(filings: Iterable[Filing], names: Names, years: tuple[int, ...]) -> _Groups:
    """Reports by the organ's last name as it is compared, and by year."""
    found: _Groups = {}
    for one in sorted(filings, key=lambda one: (one.organ or "", one.source)):
        if one.organ is None or one.year is None or (years and one.year not in years):
            continue
        name = mask_personal(names.alone(one.organ, one.year))
        found.setdefault((organ_key(name), one.year), (name, []))[1].append(one)
    return found


@attrs.frozen(kw_only=True)
class _Scoring:
    """A scorecard with what it looks at."""

    card: Scorecard
    rules: Mapping[str, tuple[Rule, ...]]
    given: Given
    whole: bool

    def organ(self, name: str, year: int, filings: list[Filing]) -> OrganScore:
        digests = {one.digest or one.source for one in filings}
        sources = tuple(one.source for one in filings)
        if len(filings) > 1 and (len(digests) > 1 or not filings[0].digest):
            count = len(filings)
            why = Message(
                f"该年度有{count}份报告，不知以哪份为准，请只留一份",
                f"there are {count} reports on the year, and which counts is not known: leave one",
            )
            return OrganScore(organ=name, year=year, sources=sources, standing=Standing.SEVERAL, why=why)
        head = OrganScore(organ=name, year=year, sources=sources, standing=Standing.SCORED, why=Message("", ""))
        return summed(self.card, head, (self._points(one, name, year, filings[0]) for one in self.card.indicators))

    def _points(self, one: Indicator, name: str, year: int, filing: Filing) -> Points:
        if one.kinds and filing.kind is not AgencyKind.UNKNOWN and filing.kind not in one.kinds:
            why = Message("不考核这类机关", "this kind of organ is not asked")
            return Points(indicator=one, state=State.NOT_ASKED, possible=_NOTHING, why=why)
        if one.kinds and filing.kind is AgencyKind.UNKNOWN:
            why = Message("机关类别未能读出，不知是否考核", "the kind of organ is not known, nor whether it is asked")
            return settled(one, _NOTHING, one.points, why, ())
        if one.how is How.GIVEN:
            return self.given.points(one, name, year)
        found = rulings(one, filing, self.rules[one.key])
        if one.how is How.MEASURE:
            return by_measure(one, filing, found)
        return vetoed(one, found) if one.how is How.VETO else by_rules(one, found, self.card.decimals)

    def missing(
        self, organs: Iterable[Listed], names: Names, grouped: _Groups, years: tuple[int, ...]
    ) -> Iterator[OrganScore]:
        """Organs of the list without any report in the collection."""
        scored = years or tuple(sorted({on for _, on in grouped}))
        told: set[tuple[str, int]] = set(grouped)
        for listed in organs:
            for on in scored:
                name = names.alone(listed.organ, on)
                owed = (listed.first is None or listed.first <= on) and (listed.last is None or on <= listed.last)
                if owed and (organ_key(name), on) not in told:
                    told.add((organ_key(name), on))
                    yield self._missing(mask_personal(name), on)

    def _missing(self, name: str, year: int) -> OrganScore:
        why = Message("名单上有，这批文件中没有其报告", "on the list, no report in this collection")
        if not self.whole:
            zh, en = (
                "；有文件未能读取或读不出机关、年度，可能是它的",
                "; a document that was not read may be its report",
            )
            why = Message(why.zh + zh, why.en + en)
        head = OrganScore(organ=name, year=year, standing=Standing.NO_REPORT, why=why)
        if not any(one.no_report is NoReport.ZERO for one in self.card.indicators):
            return head
        points = [self._without(one, name, year) for one in self.card.indicators]
        lost = sum((one.lost for one in points if any(trace.effect is Effect.LOST for trace in one.traces)), _NOTHING)
        if lost:
            zh, en = (
                f"{why.zh}；按考核办法有{plain(lost)}分不得",
                f"{why.en}; {plain(lost)} lost, as the scorecard says",
            )
            head = attrs.evolve(head, why=Message(zh, en))
        return summed(self.card, head, points)

    def _without(self, one: Indicator, name: str, year: int) -> Points:
        if one.how is How.VETO:
            why = Message("没有报告，未能判断", "no report: not judged")
            return Points(indicator=one, state=State.OPEN, possible=_NOTHING, why=why)
        if one.how is How.GIVEN and self.given.has(one, name, year):
            return self.given.points(one, name, year)
        if one.no_report is NoReport.ZERO and self.whole:
            message = Message("这批文件中没有其报告", "no report in this collection")
            why = Message(f"{message.zh}，按考核办法不得分", f"{message.en}: no points, as the scorecard says")
            trace = Trace(effect=Effect.LOST, lost=one.points, message=message)
            return settled(one, _NOTHING, _NOTHING, why, (trace,))
        why = Message("没有报告，未能判断", "no report: not judged")
        return settled(one, _NOTHING, one.points, why, ())
