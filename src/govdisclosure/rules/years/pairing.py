"""This year's report and last year's: whether the two may be compared."""

from collections.abc import Callable

import attrs

from govdisclosure.law.provision import Citation
from govdisclosure.model.forms import TableName
from govdisclosure.model.report import AnnualReport, Edition
from govdisclosure.model.statistics import Grid
from govdisclosure.rules.answers import year_unknown
from govdisclosure.rules.citing import accuracy
from govdisclosure.rules.organs import Kinship, kinship
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import BlankIs, Finding, Question
from govdisclosure.rules.tables import figure_cites

__all__ = ["Pair", "Tables", "not_comparable", "paired", "table_cites", "tables"]


@attrs.frozen(kw_only=True)
class Pair:
    """Two reports of one organ on two years running.

    Attributes:
        report: The report to judge.
        previous: The report of the year before.
        renamed: True when the organ's name has changed: nothing is certain then, a person must look.
        blank_is: What a blank cell counts as.
    """

    report: AnnualReport
    previous: AnnualReport
    renamed: bool = False
    blank_is: BlankIs = "open"

    @property
    def note(self) -> Message:
        """What a message adds about a change of name; empty where there is none."""
        one, two = self.previous.agency, self.report.agency
        if not self.renamed or one is None or two is None:
            return Message("", "")
        return Message(
            f"两年机关名称不同（{one.name}、{two.name}），可能有更名或合并。",
            f" The two reports name different organs ({one.name}, {two.name}): a change of name or a merger?",
        )

    def verdict(self, kind: Kind = Kind.FAIL) -> Kind:
        """A verdict, no graver than ``review`` where the organ's name has changed."""
        return Kind.REVIEW if self.renamed and kind is Kind.FAIL else kind


def paired(question: Question, subject: str, cites: tuple[Citation, ...]) -> Pair | Finding:
    """The two reports where they may be compared; else the finding that says why they may not."""
    report, previous = question.report, question.previous
    if previous is None:
        zh, en = "没有给出上年度报告，未作比较", "no report of the year before was given, so nothing was compared"
        return _apart(subject, cites, zh, en)
    if report.year is None or previous.year is None:
        return attrs.evolve(year_unknown(subject, cites), facts={"year": report.year, "previous": previous.year})
    if (why := not_comparable(report, previous)) is not None:
        return _apart(subject, cites, why.zh, why.en)
    if report.agency is None or previous.agency is None:
        zh = "未能读出机关名称，不能确定两份报告属同一机关，未作比较"
        en = "an organ's name could not be read, so the two reports may be by different organs: not compared"
        message = Message(zh, en)
        return Finding(kind=Kind.OPEN, message=message, cites=cites, subject=subject, needs=("agency",))
    kin = kinship(previous.agency, report.agency)
    return Pair(report=report, previous=previous, renamed=kin is Kinship.RENAMED, blank_is=question.blank_is)


def not_comparable(report: AnnualReport, previous: AnnualReport) -> Message | None:
    """Why a report is not that of the same organ on the year before; ``None`` where it is, or may be."""
    year, last = report.year, previous.year
    if year is not None and last is not None and last != year - 1:
        return Message(
            f"作为上年度给出的是{last}年度报告，本报告为{year}年度，未作比较",
            f"the report given as last year's is on {last}, this one on {year}: not compared",
        )
    agency, other = report.agency, previous.agency
    if agency is None or other is None or kinship(other, agency) is not Kinship.OTHER:
        return None
    return Message(
        f"作为上年度给出的是{other.name}的报告，本报告是{agency.name}的，未作比较；如系更名或合并，请人工对照",
        f"the report given as last year's is by {other.name}, this one by {agency.name}: not compared; if renamed, "
        f"compare by hand",
    )


def table_cites(report: AnnualReport, table: TableName) -> tuple[Citation, ...]:
    """What the figures of a table rest on; without the table, the duty to be accurate alone."""
    grid = report.statistics[table]
    return accuracy(report.year) if grid is None else figure_cites(report, grid.form)


@attrs.frozen(kw_only=True)
class Tables:
    """A table of both years, and what its figures rest on."""

    pair: Pair
    mine: Grid
    last: Grid
    cites: tuple[Citation, ...]


def tables(
    question: Question,
    table: TableName,
    subject: str,
    otherwise: Callable[[Pair, tuple[Citation, ...]], Finding | None] = lambda _, __: None,
) -> Tables | Finding:
    """The table of both years; else the finding that says why nothing is compared.

    Args:
        question: What is asked.
        table: The table.
        subject: The subject of that finding.
        otherwise: What can be compared where one of the tables is missing.
    """
    cites = table_cites(question.report, table)
    pair = paired(question, subject, cites)
    if isinstance(pair, Finding):
        return pair
    mine, last = pair.report.statistics[table], pair.previous.statistics[table]
    if mine is None or last is None:
        return otherwise(pair, cites) or _table_missing(pair, (mine, last), subject, cites)
    return Tables(pair=pair, mine=mine, last=last, cites=cites)


def _table_missing(
    pair: Pair, grids: tuple[Grid | None, Grid | None], subject: str, cites: tuple[Citation, ...]
) -> Finding:
    """Why a table of this year and of last year cannot be compared: the form had none, or none was read."""
    named = zip((pair.report, pair.previous), grids, strict=True)
    years = sorted(str(one.year) for one, grid in named if grid is None)
    zh_years, en_years = "、".join(years), " and ".join(years)
    if any(one.edition is Edition.FREE_FORM for one in (pair.report, pair.previous)):
        zh, en = (
            f"{zh_years}年度报告没有这张表，不作比较",
            f"no such table in the report on {en_years}: nothing to compare",
        )
        return _apart(subject, cites, zh, en)
    message = Message(
        f"{zh_years}年度报告中未读到这张表，不能比较；请对照原文",
        f"the table was not found in the report on {en_years}, so nothing was compared; look at the original",
    )
    return Finding(
        kind=Kind.OPEN, message=message, cites=cites, subject=subject, level=Level.WARNING, needs=("tables",)
    )


def _apart(subject: str, cites: tuple[Citation, ...], zh: str, en: str) -> Finding:
    return Finding(kind=Kind.NOT_APPLICABLE, message=Message(zh, en), cites=cites, subject=subject)
