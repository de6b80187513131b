"""Frames back into reports."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from govdisclosure.analysis.returning.building import NOWHERE, report_of
from govdisclosure.analysis.returning.cells import read_cells
from govdisclosure.analysis.returning.faults import Fault, refuse
from govdisclosure.analysis.returning.frames import part
from govdisclosure.analysis.returning.heads import read_claims, read_mechanisms, read_reports, read_sections
from govdisclosure.errors import UsageError
from govdisclosure.extraction.organs import describe
from govdisclosure.law import edition_for
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import TableName
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.statistics import Oddity, OddityKind

__all__ = ["Returned", "reports_from", "returned"]

_Row = dict[str, Any]
_TABLES, _KINDS = frozenset(map(str, TableName)), frozenset(map(str, OddityKind))


@attrs.frozen(kw_only=True)
class Returned:
    """Reports out of frames.

    Attributes:
        reports: The reports, by their names.
        has: What the frames tell of each report, of ``cells``, ``layout``, ``published``, ``claims``, ``sections``.
        faults: What could not be taken as it stands.
    """

    reports: Mapping[str, AnnualReport]
    has: Mapping[str, frozenset[str]]
    faults: tuple[Fault, ...]


def reports_from(
    cells: Any = None,  # noqa: ANN401  a frame of any library
    reports: Any = None,  # noqa: ANN401  a frame of any library
    claims: Any = None,  # noqa: ANN401  a frame of any library
    sections: Any = None,  # noqa: ANN401  a frame of any library
    mechanisms: Any = None,  # noqa: ANN401  a frame of any library
) -> tuple[AnnualReport, ...]:
    """Reports out of frames: those that this library gave, edited or not, or those of another tool.

    Each report has its own ``name``; without that column, organ and year tell reports apart. Of ``cells`` the columns
    ``organ``, ``year``, ``cell_table``, ``cell_row``, ``cell_column`` and ``value`` are needed, with our names or the
    words of the forms. What the frames do not hold, the reports do not have: the words of the document, above all.

    Args:
        cells: A frame of cells; or what has several of these frames together, such as the tables of a folder.
        reports: A frame of reports; those that were not read are passed over.
        claims: A frame of claims.
        sections: A frame of sections.
        mechanisms: A frame of mechanisms.

    Returns:
        The reports, sorted by name. A cell of which the frame does not say how it stood is illegible, that is, it is
        there and its figure is not known.

    Raises:
        UsageError: No frame is given, one lacks a column, or rows cannot be used (no such table, row or column, two
            figures for one cell, no year): the first few are named with their rows.
        MissingExtraError: Arrow is not installed.
    """
    found = returned(cells, reports, claims, sections, mechanisms)
    refuse(found.faults)
    return tuple(found.reports.values())


def returned(
    cells: Any = None,  # noqa: ANN401  a frame of any library
    reports: Any = None,  # noqa: ANN401  a frame of any library
    claims: Any = None,  # noqa: ANN401  a frame of any library
    sections: Any = None,  # noqa: ANN401  a frame of any library
    mechanisms: Any = None,  # noqa: ANN401  a frame of any library
) -> Returned:
    """As :func:`reports_from`, with what could not be taken; rows that cannot be used are left out of the reports."""
    reports, claims = part(cells, "reports", reports), part(cells, "claims", claims)
    sections, mechanisms = part(cells, "sections", sections), part(cells, "mechanisms", mechanisms)
    held = part(cells, "cells")
    cells = cells if held is None else held
    if all(one is None for one in (cells, reports, claims, sections, mechanisms)):
        raise UsageError("没有给出数据表", "no frame is given")
    faults: list[Fault] = []
    grids: dict[str, list[_Row]] = {}
    heads: dict[str, _Row] = {}
    if cells is not None:
        rows, wrong = read_cells(cells)
        faults += wrong
        for row in rows:
            grids.setdefault(row["name"], []).append(row)
    if reports is not None:
        heads, wrong = read_reports(reports)
        faults += wrong
    others: dict[str, dict[str, list[_Row]]] = {}
    readers = {"claims": read_claims, "sections": read_sections, "mechanisms": read_mechanisms}
    for (name, read), frame in zip(readers.items(), (claims, sections, mechanisms), strict=True):
        others[name] = {}
        if frame is not None:
            others[name], wrong = read(frame)
            faults += wrong
    names = sorted({*grids, *heads, *(name for one in others.values() for name in one)})
    given = {
        "cells": cells is not None,
        "published": reports is not None,
        "claims": claims is not None,
        "sections": sections is not None,
    }
    made: dict[str, AnnualReport] = {}
    has: dict[str, frozenset[str]] = {}
    for name in names:
        own = {kind: rows.get(name, []) for kind, rows in others.items()}
        head = _head(name, heads.get(name), [*grids.get(name, []), *(row for rows in own.values() for row in rows)])
        made[name] = report_of(head, grids.get(name, []), _oddities(head, grids.get(name, [])), **own)
        has[name] = frozenset(_held(given, head, heads.get(name), grids.get(name, []), own))
    return Returned(reports=made, has=has, faults=tuple(faults))


def _held(
    given: Mapping[str, bool],
    head: Mapping[str, Any],
    row: Mapping[str, Any] | None,
    cells: list[_Row],
    own: Mapping[str, list[_Row]],
) -> Iterator[str]:
    """What the frames tell of a report, so that rules may judge it."""
    if given["cells"]:
        yield "cells"
    if row is not None and head.get("oddities") is not None and cells:
        yield "layout"
    if row is not None:
        yield "published"
    if given["claims"] and all("whole" in one and "printed" in one for one in own["claims"]):
        yield "claims"
    if given["sections"] and own["sections"]:
        yield "sections"


def _head(name: str, head: _Row | None, rows: list[_Row]) -> _Row:
    """The row of a report; of one that has none, what its other rows say."""
    first: Mapping[str, Any] = rows[0] if rows else {}
    made: _Row = {"organ": first.get("organ"), "year": first.get("year"), **(head or {}), "name": name}
    if made.get("edition") is None:
        held = [row["edition"] for row in rows if "cell_table" in row and row["cell_table"] != "annex"]
        year = made["year"]
        due = edition_for(year).value if year is not None else Edition.FREE_FORM.value
        made["edition"] = max(held, key=[*Edition].index) if held else due
    if made["organ"] is not None and not made.get("organ_kind"):
        kind, level, region = describe(made["organ"])
        made |= {"organ_kind": kind.value, "organ_level": level.value, "region": region}
    if "published_sure" not in made:
        # A table of this library that does not say how sure the day is, is of an earlier release.
        made["published_sure"] = "status" not in made
    return made


def _is_oddity(said: object) -> bool:
    """Whether it says what is odd about a table: the table, the kind and the words."""
    table, _, rest = said.partition(" ") if isinstance(said, str) else ("", "", "")
    kind, blank, _ = rest.partition(" ")
    return bool(blank) and table in _TABLES and kind in _KINDS


def _oddities(head: Mapping[str, Any], cells: list[_Row]) -> dict[str, tuple[Oddity, ...]]:
    """What is unusual about the tables; where a table of an earlier release does not say, they are not sure."""
    found: dict[str, list[Oddity]] = {}
    listed = head.get("oddities")
    if listed is None and "status" in head:
        listed = [f"{row['cell_table']} {OddityKind.UNKNOWN_ROW.value} " for row in cells]
    listed = [listed] if isinstance(listed, str) else listed or ()
    if not all(map(_is_oddity, listed)):
        # Of tables of which it is not known what was odd, no figure is sure.
        listed = [f"{row['cell_table']} {OddityKind.UNKNOWN_ROW.value} " for row in cells]
    for one in listed:
        table, kind, label = str(one).split(" ", 2)
        odd = Oddity(kind=OddityKind(kind), label=label, at=NOWHERE)
        if odd not in found.setdefault(table, []) or label:
            found[table].append(odd)
    return {table: tuple(odd) for table, odd in found.items()}
