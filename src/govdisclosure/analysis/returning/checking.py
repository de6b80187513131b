"""Frames judged by the rules that need no more than they hold."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import attrs

from govdisclosure import api
from govdisclosure.analysis.across.judge import GROWN, doubted
from govdisclosure.analysis.across.lists import Names, Renamings, names_of, organ_key
from govdisclosure.analysis.frames.table import Table
from govdisclosure.analysis.returning.faults import Fault
from govdisclosure.analysis.returning.reading import returned
from govdisclosure.analysis.returning.showing import checked_html, checked_repr, checked_text
from govdisclosure.api.choosing import choose
from govdisclosure.batch.arrow import Columns, plain_schema, table_of
from govdisclosure.batch.rows import Rows, rows_of
from govdisclosure.batch.schemas import schema
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.outcome import Assessment, Message
from govdisclosure.rules.registry import REPORTS
from govdisclosure.rules.rule import BlankIs, Rule
from govdisclosure.settings.settings import Settings
from govdisclosure.text.language import Lang
from govdisclosure.text.shown import Shown

__all__ = ["CheckedTables", "check_tables", "evidence"]

_FAULTS: Columns = MappingProxyType(
    {
        "frame": "text",
        "row": "int64",
        "column": "text",
        "name": "text",
        "grave": "bool",
        "message_zh": "text",
        "message_en": "text",
    }
)


@attrs.frozen(kw_only=True, slots=False, repr=False)
class CheckedTables(Shown):
    """What came of judging frames.

    Attributes:
        assessments: One a report, by its name, sorted.
        found: What could not be taken of the frames as it stands.
    """

    assessments: Mapping[str, Assessment]
    found: tuple[Fault, ...]

    def __repr__(self) -> str:
        """One line: how many reports, what was found, and how much of the frames could not be taken."""
        return checked_repr(self)

    def __str__(self) -> str:
        """The same as :meth:`render` in Chinese."""
        return self.render()

    def render(self, lang: Lang = "zh") -> str:
        """What was found, the tables, and the first things that could not be taken.

        Args:
            lang: ``zh`` or ``en``.
        """
        return checked_text(self, lang)

    def to_html(self, lang: Lang | None = None) -> str:
        """The same for a notebook.

        Args:
            lang: ``zh`` or ``en``; Chinese and English when ``None``.
        """
        return checked_html(self, lang)

    @cached_property
    def _rows(self) -> tuple[Rows, ...]:
        return tuple(rows_of(name, one) for name, one in self.assessments.items())

    @cached_property
    def reports(self) -> Table:
        """A row a report, as in a batch."""
        return _table("reports", [one.report for one in self._rows])

    @cached_property
    def cells(self) -> Table:
        """The cells as they were judged."""
        return _table("cells", [row for one in self._rows for row in one.cells])

    @cached_property
    def outcomes(self) -> Table:
        """Every outcome, as in a batch."""
        return _table("outcomes", [row for one in self._rows for row in one.outcomes])

    @cached_property
    def faults(self) -> Table:
        """What could not be taken: frame, row (from 1), column, report, and what is wrong with it.

        ``grave`` rows were left out; of the others the figure was taken as unknown.
        """
        rows = [{**attrs.asdict(one), "message_zh": one.zh, "message_en": one.en} for one in self.found]
        return Table("faults", table_of(rows, plain_schema(_FAULTS)))


def check_tables(  # noqa: PLR0913  all that a caller may choose
    cells: Any = None,  # noqa: ANN401  a frame of any library
    *,
    reports: Any = None,  # noqa: ANN401  a frame of any library
    claims: Any = None,  # noqa: ANN401  a frame of any library
    sections: Any = None,  # noqa: ANN401  a frame of any library
    mechanisms: Any = None,  # noqa: ANN401  a frame of any library
    names: Renamings | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    as_of: api.Day = None,
    blank_is: BlankIs | None = None,
    settings: Settings | None = None,
) -> CheckedTables:
    """Judge frames without any document: those of this library, edited or not, or those of another tool.

    Only the rules run whose evidence the frames hold (:func:`evidence`); the others are named in ``not_checked`` of
    each assessment. A report is compared with that of the same organ on the year before, where there is just one; what
    differs is for review where by ``names`` the organ may have taken over another in between.

    Args:
        cells: A frame of cells, as for :func:`reports_from`; so are the next four.
        reports: A frame of reports.
        claims: A frame of claims.
        sections: A frame of sections.
        mechanisms: A frame of mechanisms.
        names: What organs are called last, as ``read_renamed`` gives it.
        select: Codes or families to run; all when empty.
        ignore: Codes or families to leave out.
        as_of: The day the judgement is made.
        blank_is: What a blank cell counts as, where the frame says that it is blank.
        settings: What else was chosen.

    Returns:
        Assessments and tables. Rows that cannot be used are in ``faults`` and left out, and cells without a figure
        that can be read are unknown: no sum rests on them.

    Raises:
        UsageError: No frame is given, one lacks a column, or an option is not known.
        MissingExtraError: Arrow is not installed.
    """
    found = returned(cells, reports, claims, sections, mechanisms)
    rules = choose(REPORTS, select, ignore, settings, None).rules
    called = names_of(names)
    before, wrong = _before(found.reports, called), Counter(one.name for one in found.faults)
    beside = {rule.code for rule in rules if rule.beside == "previous"}
    judged = {}
    for name, report in found.reports.items():
        last = before.get(name, ())
        previous = last[0] if len(last) == 1 else None
        runs = _runs(rules, found.has[name], beside=previous is not None)
        said = _said(found.has[name], rules, last, wrong[name] + wrong[None])
        if runs:
            assessment = api.check(
                report, select=runs, as_of=as_of, blank_is=blank_is, settings=settings, previous=previous
            )
        else:
            assessment = Assessment(report=report, outcomes=())
        if previous is not None and _may_have_grown(report, called):
            outcomes = (doubted(one, GROWN if one.rule in beside else None) for one in assessment.outcomes)
            assessment = attrs.evolve(assessment, outcomes=tuple(outcomes))
        judged[name] = attrs.evolve(assessment, not_checked=(*assessment.not_checked, *said))
    return CheckedTables(assessments=judged, found=found.faults)


@cache
def evidence() -> Mapping[str, tuple[str, ...]]:
    """What each rule that can judge tables rests on: of ``cells``, ``layout``, ``published``, ``claims``, ``sections``.

    >>> evidence()["SUM201"]
    ('cells',)
    """
    text = files("govdisclosure.analysis.returning").joinpath("data", "evidence.toml").read_text("utf-8")
    return {code: tuple(needs) for code, needs in tomllib.loads(text)["rules"].items()}


def _runs(rules: Iterable[Rule], has: frozenset[str], *, beside: bool) -> tuple[str, ...]:
    """The codes of the rules that may judge: what they rest on is there."""
    return tuple(
        rule.code
        for rule in rules
        if rule.code in evidence()
        and set(evidence()[rule.code]) <= has
        and (rule.beside is None or (rule.beside == "previous" and beside))
    )


def _said(has: frozenset[str], rules: Iterable[Rule], last: Sequence[AnnualReport], wrong: int) -> list[Message]:
    """What no rule looked at, and why."""
    idle = [rule.code for rule in rules if not set(evidence().get(rule.code, ("document",))) <= has]
    said = []
    if idle:
        listed = "、".join(idle)
        said.append(
            Message(
                f"数据表中没有这些规则的依据（原文、版式或未给出的表），未判断：{listed}",
                f"the frames do not hold what these rules rest on (the words, the layout, or a frame that was not "
                f"given), so they were not run: {', '.join(idle)}",
            )
        )
    if len(last) > 1:
        said.append(
            Message(
                f"同一机关上年度有{len(last)}份报告，未与上年度比较",
                f"there are {len(last)} reports of this organ on the year before: not compared",
            )
        )
    if wrong:
        said.append(
            Message(
                f"数据表有{wrong}处不能照原样使用，未据以判断；各处见 faults",
                f"{wrong} places of the frames could not be taken as they stand and were not judged; see `faults`",
            )
        )
    return said


def _may_have_grown(report: AnnualReport, names: Names) -> bool:
    """Whether its organ may have taken over another since the report of the year before."""
    if report.agency is None or report.year is None:
        return False
    return names.may_have_grown(organ_key(names.of(report.agency.name, report.year)), report.year)


def _before(reports: Mapping[str, AnnualReport], names: Names) -> dict[str, tuple[AnnualReport, ...]]:
    """For each report those of the same organ on the year before."""
    by_year: dict[tuple[str, int], list[AnnualReport]] = {}
    keys = {}
    for name, report in reports.items():
        if report.agency is not None and report.year is not None:
            keys[name] = (organ_key(names.of(report.agency.name, report.year)), report.year)
            by_year.setdefault(keys[name], []).append(report)
    return {name: tuple(by_year.get((organ, year - 1), ())) for name, (organ, year) in keys.items()}


def _table(name: str, rows: Iterable[Mapping[str, Any]]) -> Table:
    return Table(name, table_of(rows, schema(name)))
