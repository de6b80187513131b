"""What is scored: reports that were read, with their outcomes and figures, whatever they come from."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from govdisclosure.analysis.across import CollectionAssessment
from govdisclosure.analysis.across.lists import organ_key
from govdisclosure.analysis.scorecard.frames import FRAMES, filings_of_frames
from govdisclosure.analysis.scorecard.gathered import Cells, Filing, Gathered
from govdisclosure.decisions.judged import agency_of, path_of
from govdisclosure.errors import UsageError
from govdisclosure.model.agency import AgencyKind
from govdisclosure.rules.outcome import Assessment, Message, Outcome, RegisterAssessment, Verdicts
from govdisclosure.text.personal import mask_personal

if TYPE_CHECKING:
    from govdisclosure.analysis.across.collection import Unread

__all__ = ["gather"]

_FRAME = "__arrow_c_stream__"
_Whose: TypeAlias = tuple[str, int]
_Beside: TypeAlias = list[tuple[Outcome, ...]]


def gather(given: Any, rules: frozenset[str], *, cells: bool, years: tuple[int, ...]) -> Gathered:  # noqa: ANN401
    """Every report that was given.

    Args:
        given: Tables (an object with ``reports`` and ``outcomes``, or a mapping of such frames), an assessment, a pair
            of source and assessment, what was found of a collection, or an iterable of any of these.
        rules: Codes of the rules whose outcomes are wanted.
        cells: Whether figures are wanted.
        years: Years that are scored; all when empty.

    Raises:
        UsageError: It is none of these, or a table lacks a column.
    """
    found = _Gathering(rules, cells=cells, years=years)
    for one in _several(given):
        found.add(one)
    return found.whole()


def _several(given: Any) -> Iterator[Any]:  # noqa: ANN401  whatever a user gives
    """Each thing that can be scored, out of lists of them."""
    if isinstance(given, (Verdicts, CollectionAssessment, Mapping)) or _are_tables(given) or _is_pair(given):
        yield given
    elif isinstance(given, Iterable) and not isinstance(given, (str, bytes)) and not hasattr(given, _FRAME):
        for one in given:
            yield from _several(one)
    else:
        raise _no_tables(type(given).__name__)


def _are_tables(given: object) -> bool:
    return all(hasattr(given, name) for name in FRAMES[:2])


def _is_pair(given: object) -> bool:
    return isinstance(given, tuple) and len(given) == 2 and isinstance(given[0], str) and isinstance(given[1], Verdicts)  # noqa: PLR2004


def _no_tables(kind: str) -> UsageError:
    return UsageError(
        f"不能评分：{kind}；请给 report_tables 的结果、含 reports 和 outcomes 的表，或检查结果",
        f"cannot be scored: {kind}; give what report_tables returns, tables reports and outcomes, or assessments",
    )


def _once(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """The outcomes without those that are there twice, such as of a run that is joined with another."""
    return tuple({(one.rule, one.fingerprint or n, one.kind): one for n, one in enumerate(outcomes)}.values())


class _Gathering:
    """Reports as they come in, and outcomes that are about them but were judged beside others."""

    def __init__(self, rules: frozenset[str], *, cells: bool, years: tuple[int, ...]) -> None:
        self._rules, self._cells, self._years = rules, cells, years
        self._filings: list[Filing] = []
        self._unread: list[Unread] = []
        self._beside: dict[_Whose, _Beside] = {}
        self._of_all_years: dict[str, _Beside] = {}
        self._crashed: dict[str, list[str]] = {}
        self._registers: list[RegisterAssessment] = []
        self._notes: list[Message] = []
        self._unplaced = 0

    def add(self, one: Any) -> None:  # noqa: ANN401  whatever can be scored
        if isinstance(one, Mapping) or _are_tables(one):
            self._tables(one)
        elif isinstance(one, CollectionAssessment):
            self._collection(one)
        elif isinstance(one, RegisterAssessment):
            self._registers.append(one)
        elif isinstance(one, tuple):
            source, verdicts = one
            if isinstance(verdicts, RegisterAssessment):
                self._registers.append(verdicts)
            else:
                self._assessment(source, verdicts)
        else:
            self._assessment("", one)

    def whole(self) -> Gathered:
        filings = [self._completed(one) for one in self._filings]
        if self._registers:
            filings = self._with_registers(filings)
        filings = [attrs.evolve(one, outcomes=_once(one.outcomes)) for one in filings]
        return Gathered(
            filings=tuple(filings),
            unread=tuple(sorted(self._unread, key=attrs.astuple)),
            notes=tuple(sorted(self._notes, key=attrs.astuple)),
            unplaced=self._unplaced,
        )

    def _tables(self, one: Any) -> None:  # noqa: ANN401  tables of several kinds
        filings, unread, unplaced = filings_of_frames(one, self._rules, cells=self._cells, years=self._years)
        self._filings += filings
        self._unread += unread
        self._unplaced += unplaced
        self._notes += getattr(one, "notes", ())

    def _assessment(self, source: str, verdicts: Verdicts) -> None:
        if not isinstance(verdicts, Assessment):
            raise _no_tables(type(verdicts).__name__)
        report, agency = verdicts.report, verdicts.report.agency
        at = report.source
        figures: Cells = {}
        if self._cells:
            figures = {(g.table.value, c.row, c.column): c.count for g in report.statistics for c in g}
        self._filings.append(
            Filing(
                organ=mask_personal(agency.name) if agency else None,
                year=report.year,
                source=mask_personal(path_of(source or (at.uri if at and at.uri else ""))),
                kind=agency.kind if agency else AgencyKind.UNKNOWN,
                digest=at.sha256 if at else "",
                outcomes=self._wanted(verdicts),
                crashed=tuple(code for code, _ in verdicts.crashed),
                cells=figures,
            )
        )

    def _wanted(self, outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
        return tuple(one for one in outcomes if one.rule in self._rules)

    def _collection(self, found: CollectionAssessment) -> None:
        self._unread += found.unread
        self._unplaced += found.nameless
        for organ in found.organs:
            key = organ_key(organ.organ)
            for year in organ.years:
                self._beside.setdefault((key, year.year), []).append(self._wanted(year.outcomes))
            for outcome in self._wanted(organ.outcomes):
                about = outcome.facts.get("year")
                if isinstance(about, int):
                    self._beside.setdefault((key, about), []).append((outcome,))
                else:
                    self._of_all_years.setdefault(key, []).append((outcome,))
            self._crashed.setdefault(key, []).extend(code for code, _ in organ.crashed)

    def _completed(self, one: Filing) -> Filing:
        if one.organ is None or one.year is None or not (self._beside or self._of_all_years or self._crashed):
            return one
        key = organ_key(one.organ)
        added = [*self._beside.get((key, one.year), ()), *self._of_all_years.get(key, ())]
        more = tuple(outcome for some in added for outcome in some)
        return attrs.evolve(one, outcomes=(*one.outcomes, *more), crashed=(*one.crashed, *self._crashed.get(key, ())))

    def _with_registers(self, filings: list[Filing]) -> list[Filing]:
        years = set(self._years) or {one.year for one in filings if one.year is not None}
        if len(years) != 1:
            raise UsageError(
                "登记簿没有年度，请用 year= 指明它是哪一年度的",
                "a register has no year of its own: say with year= of which it is",
            )
        (year,) = years
        for register in self._registers:
            agency = agency_of(register)
            key = organ_key(agency.name) if agency else None
            met = [n for n, one in enumerate(filings) if one.organ and organ_key(one.organ) == key and one.year == year]
            for n in met:
                one = filings[n]
                outcomes = (*one.outcomes, *self._wanted(register))
                crashed = (*one.crashed, *(code for code, _ in register.crashed))
                filings[n] = attrs.evolve(one, outcomes=outcomes, crashed=crashed)
            if not met:
                name = mask_personal(agency.name) if agency else "?"
                self._notes.append(
                    Message(
                        f"{name}的登记簿没有对应的{year}年度报告，未计入",
                        f"the register of {name} has no report on {year} beside it and is not counted",
                    )
                )
        return filings
