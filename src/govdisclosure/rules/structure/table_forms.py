"""Which form the tables of a report follow, one by one."""

from collections.abc import Iterator

from govdisclosure.law import Citation, cite, form_for
from govdisclosure.model.forms import TableName
from govdisclosure.model.report import AnnualReport, Edition
from govdisclosure.model.statistics import Grid, OddityKind
from govdisclosure.rules.answers import capped
from govdisclosure.rules.outcome import Kind, Level, Message
from govdisclosure.rules.rule import Finding
from govdisclosure.rules.tables import TABLES, grids, odd_labels, some

__all__ = ["FORM_NAMES", "followed_form", "table_findings", "telling_tables"]

FORM_NAMES = {
    Edition.FREE_FORM: ("自由叙述", "free text"),
    Edition.UNIFIED_2019: ("2019年统一格式", "the form of 2019"),
    Edition.UNIFIED_2021: ("2021年统一格式", "the form of 2021"),
}
"""What each form is called."""


def telling_tables(report: AnnualReport) -> tuple[Grid, ...]:
    """The tables that show which form they follow: table four is the same in both."""
    return tuple(grid for grid in grids(report) if grid.table is not TableName.REMEDIES)


def followed_form(report: AnnualReport) -> Edition:
    """The form of the report, or that of its tables where its text alone looked like free text."""
    found = {grid.edition for grid in telling_tables(report)}
    return found.pop() if report.edition is Edition.FREE_FORM and len(found) == 1 else report.edition


def table_findings(
    report: AnnualReport, year: int, followed: Edition, due: Edition, cites: tuple[Citation, ...]
) -> Iterator[Finding]:
    """Tables that follow another form than is due, unless the whole report does, and tables that mix two."""
    tables, form = telling_tables(report), form_for(year)
    level = Level.WARNING if form is None else capped(Level.ERROR, form.evidence)
    mixed = followed is due or len({grid.edition for grid in tables}) > 1
    for grid in tables:
        name, (has_zh, has_en), (due_zh, due_en) = TABLES[grid.table], FORM_NAMES[grid.edition], FORM_NAMES[due]
        facts: dict[str, object] = {
            "year": year,
            "table": grid.table.value,
            "edition": grid.edition.value,
            "expected": due.value,
        }
        if mixed and grid.edition is not due:
            article = cite("regulation-2019:50p2")
            message = Message(
                f"{year}年度报告的{name.zh}采用{has_zh}，应为{due_zh}，与{article.zh}不符，请人工核实后按{due_zh}重新填报",
                f"{name.en} of the report on {year} follows {has_en}; {due_en} applies ({article.en}): check, redo it",
            )
            yield _table(Kind.FAIL, message, cites, grid, level, facts)
        odd = [one for one in grid.oddities if one.kind is OddityKind.OTHER_FORM]
        if odd:
            labels = odd_labels(odd)
            message = Message(
                f"{name.zh}按{has_zh}，却有其他年度格式的行列："
                f"{some((f'“{label}”' for label in labels), '、')}，请核实",
                f"{name.en} follows {has_en} and has rows or columns of another form: {some(labels, '; ')}; check",
            )
            yield _table(Kind.REVIEW, message, cites, grid, level, {**facts, "labels": labels})


def _table(  # noqa: PLR0913, PLR0917  the parts of one finding
    kind: Kind, message: Message, cites: tuple[Citation, ...], grid: Grid, level: Level, facts: dict[str, object]
) -> Finding:
    subject = f"{'table' if kind is Kind.FAIL else 'mixture'}:{grid.table}"
    at = grid.at if kind is Kind.FAIL or not grid.oddities else grid.oddities[0].at
    return Finding(kind=kind, message=message, cites=cites, subject=subject, at=at, level=level, facts=facts)
