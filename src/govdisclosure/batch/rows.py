"""One document as rows of the tables of a batch."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, TypeAlias

import attrs

from govdisclosure.batch.arrow import fits
from govdisclosure.errors import ReadError
from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.statistics import Oddity
from govdisclosure.rules.outcome import Assessment, Outcome
from govdisclosure.text.display import one_line
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing import json
from govdisclosure.writing.convert import facts_to_dict

__all__ = ["Row", "Rows", "crashed_rows", "judged", "rows_of", "unread_rows"]

Row: TypeAlias = dict[str, Any]


@attrs.frozen(kw_only=True)
class Rows:
    """What one document adds to the tables.

    Attributes:
        report: Its row of ``reports``.
        sections: Its rows of ``sections``.
        cells: Its rows of ``cells``.
        claims: Its rows of ``claims``.
        mechanisms: Its rows of ``mechanisms``.
        outcomes: Its rows of ``outcomes``.
    """

    report: Row
    sections: tuple[Row, ...] = ()
    cells: tuple[Row, ...] = ()
    claims: tuple[Row, ...] = ()
    mechanisms: tuple[Row, ...] = ()
    outcomes: tuple[Row, ...] = ()


def unread_rows(name: str, zh: str, en: str) -> Rows:
    """A document that could not be read, and why."""
    return Rows(report={"name": name, "status": "unread", "fault_zh": zh, "fault_en": en})


def crashed_rows(name: str, error: Exception) -> Rows:
    """A document at which this package failed; what the error says may quote the document and is not repeated."""
    kind = type(error).__name__
    if isinstance(error, MemoryError):
        zh, en = (
            "内存不足，未检查；请单独检查此文件，或放宽内存上限",
            "out of memory, not checked; check it by itself, or allow more",
        )
        return Rows(report={"name": name, "status": "crashed", "fault_zh": zh, "fault_en": en})
    zh, en = f"内部错误（{kind}），未检查，请报告此问题", f"internal error ({kind}), not checked; please report it"
    return Rows(report={"name": name, "status": "crashed", "fault_zh": zh, "fault_en": en})


def fault_rows(name: str, error: ReadError) -> Rows:
    """A document that could not be read, as the reader says it."""
    return unread_rows(name, error.zh, error.en)


def rows_of(name: str, assessment: Assessment) -> Rows:
    """A report that was read and judged.

    Args:
        name: Name of the document in the batch.
        assessment: The assessment.
    """
    report = assessment.report
    organ = mask_personal(report.agency.name) if report.agency else None
    whose: Row = {"name": name, "organ": organ, "year": report.year}
    sections = tuple({**whose, **one} for one in _sections(report))
    cells = tuple({**whose, **one} for one in _cells(report))
    claims = tuple({**whose, **one} for one in _claims(report))
    mechanisms = tuple({**whose, **one} for one in _mechanisms(report))
    head = {
        **_head(report),
        **whose,
        "sections": len(sections),
        "tables": sum(1 for _ in report.statistics),
        "cells": len(cells),
        "claims": len(claims),
        "mechanisms": len(mechanisms),
        **_verdicts(assessment),
    }
    outcomes = tuple({**whose, **_outcome(one)} for one in assessment.outcomes)
    return Rows(report=head, sections=sections, cells=cells, claims=claims, mechanisms=mechanisms, outcomes=outcomes)


def _head(report: AnnualReport) -> Row:
    agency, period = report.agency, report.period
    return {
        "status": "read",
        "media_type": report.source.media_type if report.source else None,
        "organ_kind": agency and agency.kind.value,
        "organ_level": agency and agency.level.value,
        "region": mask_personal(agency.region) if agency and agency.region else None,
        "edition": report.edition.value,
        "title": report.title and mask_personal(report.title),
        "published_on": report.published_on,
        "signed_on": report.signed_on,
        "period_start": period and period.start,
        "period_end": period and period.end,
        "published_sure": report.published and report.published.sure,
        "published_other": report.published and report.published.other,
        "oddities": [f"{grid.table} {odd.kind} {_label(odd)}" for grid in report.statistics for odd in grid.oddities],
    }


def _label(odd: Oddity) -> str:
    return mask_personal(one_line(odd.label))


def _verdicts(assessment: Assessment) -> Row:
    counts = {("not_applicable" if kind == "notApplicable" else kind): n for kind, n in assessment.counts.items()}
    return {
        **counts,
        "worst": assessment.worst.value,
        "crashed_rules": [code for code, _ in assessment.crashed],
        "not_checked_zh": [one.zh for one in assessment.not_checked],
        "not_checked_en": [one.en for one in assessment.not_checked],
    }


def _sections(report: AnnualReport) -> Iterator[Row]:
    for section in report.sections:
        yield {
            "number": section.number,
            "heading": section.heading,
            "covers": [content.value for content in section.covers],
            "text": section.text,
            **_span(section.at),
        }


def _cells(report: AnnualReport) -> Iterator[Row]:
    for grid in report.statistics:
        for cell in grid:
            count = cell.count
            yield {
                "edition": grid.edition.value,
                "cell_table": grid.table.value,
                "cell_row": cell.row,
                "cell_column": cell.column,
                "printed": count.printed.value,
                "value": _figure(count.value),
                "text": count.text,
                "unit": count.unit,
                "page": count.at and count.at.page,
                **_span(count.at),
            }


def _claims(report: AnnualReport) -> Iterator[Row]:
    for claim in report.claims:
        yield {
            "claim": claim.kind.value,
            "scope": claim.scope.value,
            "value": _figure(claim.value),
            "unit": claim.unit,
            "quote": mask_personal(claim.quote),
            **_span(claim.at),
            "line": claim.at.line,
            "page": claim.at.page,
            "printed": claim.printed,
            "approximate": claim.approximate,
            "whole": claim.whole,
        }


def _mechanisms(report: AnnualReport) -> Iterator[Row]:
    """Who holds which role is left out: a row is about the arrangement."""
    for one in report.mechanisms:
        yield {
            "mechanism": one.kind.value,
            "status": one.status.value,
            "quote": mask_personal(one.quote),
            **_span(one.at),
            "line": one.at.line,
            "page": one.at.page,
        }


def judged(outcome: Outcome) -> Row:
    """What all tables of outcomes say of one: the verdict and what it rests on.

    Args:
        outcome: An outcome of any rule.
    """
    return {
        "rule": outcome.rule,
        "rule_name": outcome.name,
        "kind": outcome.kind.value,
        "level": outcome.level.value,
        "subject": outcome.subject,
        "message_zh": outcome.message.zh,
        "message_en": outcome.message.en,
        "cites": [cite.key for cite in outcome.cites],
        "facts": json.dumps_line(facts_to_dict(outcome.facts)),
        "needs": list(outcome.needs),
        "origin": outcome.origin,
        "fingerprint": outcome.fingerprint,
    }


def _outcome(outcome: Outcome) -> Row:
    at = outcome.at
    cell = at.cell if at else None
    return {
        **judged(outcome),
        "quote": outcome.quote,
        **_span(at),
        "line": at and at.line,
        "page": at and at.page,
        "cell_table": cell and cell.table,
        "cell_row": cell and cell.row,
        "cell_column": cell and cell.column,
    }


def _span(at: Place | None) -> Row:
    return {"char_start": at and at.start, "char_end": at and at.end}


def _figure(value: float | Decimal | None) -> Decimal | None:
    """A figure as the column takes it; one that it would round or cannot hold is null, and the text stays."""
    if value is None:
        return None
    return Decimal(value) if fits(value) else None
