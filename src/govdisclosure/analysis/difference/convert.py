"""A comparison as a JSON document, and its schema. What is absent is null or an empty list, never a zero."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, TypeAlias

from govdisclosure.analysis.difference.changes import CellChange, ClaimChange, VerdictChange
from govdisclosure.analysis.difference.changes_of_text import SectionChange
from govdisclosure.analysis.difference.difference import Difference
from govdisclosure.analysis.difference.masked import Masked
from govdisclosure.analysis.difference.verdicts import CaptureVerdicts
from govdisclosure.model.count import Count
from govdisclosure.model.place import CellName, Place
from govdisclosure.model.report import AnnualReport, Claim, Mechanism, Section
from govdisclosure.rules.outcome import Message, Outcome
from govdisclosure.rules.registry import RULESET
from govdisclosure.text.display import visible
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.convert import SCHEMA, number
from govdisclosure.writing.version import package_version

__all__ = ["difference_to_dict"]

Json: TypeAlias = dict[str, Any]


def difference_to_dict(difference: Difference) -> Json:
    """A comparison as the document ``govdisclosure diff --format json`` writes.

    Args:
        difference: The comparison.

    Returns:
        JSON values only, keys in the order of the schema. Personal numbers are masked.
    """
    tool = {"name": "govdisclosure", "version": package_version(), "ruleset": RULESET}
    return {"schema": SCHEMA, "tool": tool, **_head(difference), **_figures(difference), **_texts(difference)}


def _head(difference: Difference) -> Json:
    why = difference.not_comparable
    return {
        "mode": difference.mode,
        "old": _report(difference.old),
        "new": _report(difference.new),
        "not_comparable": None if why is None else _message(why),
        "identical": difference.identical,
        "differs": difference.differs,
        "only_unread": difference.only_unread,
        "figures_changed": difference.figures_changed,
        "alters_verdict": difference.alters_verdict,
        "notes": [_message(note) for note in difference.notes],
    }


def _figures(difference: Difference) -> Json:
    return {
        "cells": [_cell(one) for one in difference.cells],
        "tables": [
            {
                "kind": one.kind.value,
                "table": one.table.value,
                "old_edition": one.old_edition and one.old_edition.value,
                "new_edition": one.new_edition and one.new_edition.value,
                "cells": one.cells,
                "note": _message(one.note),
                **_at(one.old_at, one.new_at),
            }
            for one in difference.tables
        ],
        "claims": [_claim(one) for one in difference.claims],
        "judged": None if difference.judged is None else _judged(difference.judged),
    }


def _texts(difference: Difference) -> Json:
    masked, shared = Masked(difference), difference.carried
    return {
        "fields": [
            {"name": one.name, "old": _words(one.old), "new": _words(one.new), **_at(one.old_at, one.new_at)}
            for one in difference.fields
        ],
        "sections": [_section(one, masked) for one in difference.sections],
        "mechanisms": [
            {
                "kind": one.kind.value,
                "mechanism": one.mechanism.value,
                "old": _mechanism(one.old),
                "new": _mechanism(one.new),
                **_at(one.old_at, one.new_at),
            }
            for one in difference.mechanisms
        ],
        "carried": None if shared is None else {
            "characters": shared.characters,
            "shared": shared.shared,
            "passages": [
                {"characters": one.characters, **_at(one.old_at, one.new_at)} for one in shared.passages
            ],
        },
    }  # fmt: skip


def _words(text: str | None) -> str | None:
    return None if text is None else mask_personal(visible(text))


def _message(message: Message) -> Json:
    return {"zh": mask_personal(visible(message.zh)), "en": mask_personal(visible(message.en))}


def _number(value: Decimal | int | None) -> int | str | None:
    return None if value is None else number(Decimal(value))


def _span(start: int, end: int) -> Json:
    return {"start": start, "end": end}


def _place(at: Place | None) -> Json | None:
    if at is None:
        return None
    where = {"start": at.start, "end": at.end, "line": at.line, "column": at.column, "page": at.page}
    return {**where, "cell": None if at.cell is None else _name(at.cell)}


def _at(old: Place | None, new: Place | None) -> Json:
    return {"old_at": _place(old), "new_at": _place(new)}


def _name(cell: CellName) -> Json:
    return {"table": cell.table, "row": cell.row, "column": cell.column}


def _report(report: AnnualReport) -> Json:
    source = report.source
    return {
        "source": _words(source.uri if source else None),
        "sha256": source.sha256 if source else None,
        "media_type": source.media_type if source else None,
        "agency": _words(report.agency.name if report.agency else None),
        "year": report.year,
        "edition": report.edition.value,
    }


def _count(count: Count) -> Json:
    text = _words(count.text)
    return {"value": _number(count.value), "printed": count.printed.value, "text": text, "unit": count.unit}


def _cell(one: CellChange) -> Json:
    return {
        "kind": one.kind.value,
        "label": _message(one.label),
        "old": _count(one.old),
        "new": _count(one.new),
        "difference": _number(one.difference),
        "ratio": _number(one.ratio),
        "old_cells": _names(one.old_cells),
        "new_cells": _names(one.new_cells),
        "note": None if one.note is None else _message(one.note),
        **_at(one.old_at, one.new_at),
    }


def _names(cells: Iterable[CellName]) -> list[Json]:
    return [_name(cell) for cell in cells]


def _claim(one: ClaimChange) -> Json:
    return {
        "kind": one.kind.value,
        "claim": one.claim.value,
        "old": _stated(one.old),
        "new": _stated(one.new),
        "difference": _number(one.difference),
        "ratio": _number(one.ratio),
        **_at(one.old_at, one.new_at),
    }


def _stated(claim: Claim | None) -> Json | None:
    if claim is None:
        return None
    value = {"value": _number(claim.value), "unit": claim.unit, "approximate": claim.approximate}
    return {**value, "quote": _words(claim.quote)}


def _mechanism(one: Mechanism | None) -> Json | None:
    return None if one is None else {"status": one.status.value, "quote": _words(one.quote)}


def _section(one: SectionChange, masked: Masked) -> Json:
    texts = []
    for change in one.texts:
        old, new = ("".join(piece.words for piece in pieces) for pieces in masked.pieces(one, change))
        hunks = [
            {
                "old": {**_span(hunk.old_start, hunk.old_end), "text": _cut(masked, one, hunk.old_start, hunk.old_end)},
                "new": {
                    **_span(hunk.new_start, hunk.new_end),
                    "text": _cut(masked, one, hunk.new_start, hunk.new_end, new=True),
                },
            }
            for hunk in change.hunks
        ]
        texts.append({"old": visible(old), "new": visible(new), **_at(change.old_at, change.new_at), "hunks": hunks})
    return {
        "kinds": [kind.value for kind in one.kinds],
        "old": _heading(one.old),
        "new": _heading(one.new),
        "carried": _number(one.carried),
        "texts": texts,
        **_at(one.old_at, one.new_at),
    }


def _cut(masked: Masked, one: SectionChange, start: int, end: int, *, new: bool = False) -> str:
    return visible(masked.text(one, start, end, new=new))


def _heading(section: Section | None) -> Json | None:
    if section is None:
        return None
    covers = [content.value for content in section.covers]
    return {"heading": _words(section.heading), "number": section.number, "covers": covers}


def _judged(judged: CaptureVerdicts) -> Json:
    return {
        "changes": [_verdict(one) for one in judged.changes],
        "unchanged": judged.unchanged,
        "unjudged": judged.unjudged,
        "not_checked": [_message(one) for one in judged.not_checked],
    }


def _verdict(one: VerdictChange) -> Json:
    shown = one.new or one.old
    name = {"rule": shown.rule if shown else None, "subject": shown.subject if shown else None}
    return {"change": one.change.value, **name, "old": _outcome(one.old), "new": _outcome(one.new)}


def _outcome(one: Outcome | None) -> Json | None:
    if one is None:
        return None
    return {"kind": one.kind.value, "level": one.level.value, "message": _message(one.message), "at": _place(one.at)}
