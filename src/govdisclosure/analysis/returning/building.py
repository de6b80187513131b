"""A report out of the rows of the tables: the one way back into the model."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import groupby
from typing import Any

import pendulum

from govdisclosure.model.agency import AdministrativeLevel, Agency, AgencyKind
from govdisclosure.model.count import Count, Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.evidence import Mechanism, MechanismKind, MechanismStatus
from govdisclosure.model.forms import TableName, forms_of
from govdisclosure.model.place import CellName, Place
from govdisclosure.model.report import (
    AnnualReport,
    Claim,
    ClaimKind,
    ClaimScope,
    Content,
    DateMention,
    Period,
    Section,
    SourceFile,
)
from govdisclosure.model.statistics import Cell, Grid, Oddity, OddityKind, Statistics

__all__ = ["NOWHERE", "claims_of", "grids_of", "mechanisms_of", "report_of", "sections_of"]

_Row = Mapping[str, Any]
NOWHERE = Place(start=0, end=0)
"""The place of what stands in no document."""


def report_of(  # noqa: PLR0913  the tables that make it
    head: _Row,
    cells: Iterable[_Row],
    oddities: Mapping[str, tuple[Oddity, ...]],
    *,
    claims: Iterable[_Row] = (),
    sections: Iterable[_Row] = (),
    mechanisms: Iterable[_Row] = (),
) -> AnnualReport:
    """A report.

    Args:
        head: Its row of ``reports``, or what is known of that.
        cells: Its rows of ``cells``, those of a table together.
        oddities: What is unusual about its tables, by the table.
        claims: Its rows of ``claims``.
        sections: Its rows of ``sections``.
        mechanisms: Its rows of ``mechanisms``.
    """
    return AnnualReport(
        agency=_agency(head),
        year=head["year"],
        edition=Edition(head["edition"]),
        title=head.get("title"),
        published=_published(head),
        signed=_mention(head.get("signed_on")),
        period=_period(head),
        claims=claims_of(claims),
        sections=sections_of(sections),
        mechanisms=mechanisms_of(mechanisms),
        statistics=Statistics(**grids_of(cells, oddities)),
        source=SourceFile(uri=head["name"], sha256=head.get("digest") or "", media_type=head.get("media_type") or ""),
    )


def grids_of(cells: Iterable[_Row], oddities: Mapping[str, tuple[Oddity, ...]]) -> dict[str, Grid]:
    """The tables of a report, their cells in the order of the form, those of another form last."""
    found = {}
    for table, rows in groupby(cells, key=lambda row: row["cell_table"]):
        held = list(rows)
        edition, name = Edition(held[0]["edition"]), TableName(table)
        form = next((one for one in forms_of(name) if one.edition is edition), forms_of(name)[-1])
        order = {cell: place for place, cell in enumerate(form.cells())}
        made = [
            Cell(row=row["cell_row"], column=row["cell_column"], count=_count(row)) for row in held if _is_whole(row)
        ]
        made.sort(key=lambda cell: order.get((cell.row, cell.column), len(order)))
        odd = oddities.get(table, ()) or tuple(
            Oddity(kind=OddityKind.OTHER_FORM, label=f"{cell.row}×{cell.column}", at=NOWHERE)
            for cell in made
            if (cell.row, cell.column) not in order
        )
        found[table] = Grid(table=name, edition=edition, cells=tuple(made), oddities=odd)
    return found


def claims_of(rows: Iterable[_Row]) -> tuple[Claim, ...]:
    """What prose states; where a row does not say that it is the whole, it is not."""
    return tuple(
        Claim(
            kind=ClaimKind(row["claim"]),
            value=row["value"],
            unit=row.get("unit"),
            quote=row.get("quote") or "",
            at=_place(row),
            printed=row.get("printed"),
            approximate=bool(row.get("approximate")),
            whole=bool(row.get("whole")),
            scope=ClaimScope(row.get("scope") or ClaimScope.UNCLEAR.value),
        )
        for row in rows
        if row["value"] is not None
    )


def sections_of(rows: Iterable[_Row]) -> tuple[Section, ...]:
    """The sections; their headings have no place of their own in a row."""
    return tuple(
        Section(
            heading=row["heading"],
            covers=tuple(Content(one) for one in row.get("covers") or ()),
            text=row.get("text") or "",
            at=_place(row),
            heading_at=_place(row),
            number=row.get("number"),
        )
        for row in rows
    )


def mechanisms_of(rows: Iterable[_Row]) -> tuple[Mechanism, ...]:
    """What a report gives evidence of; who holds which role is in no row."""
    return tuple(
        Mechanism(
            kind=MechanismKind(row["mechanism"]),
            status=MechanismStatus(row.get("status") or MechanismStatus.IN_PLACE.value),
            quote=row.get("quote") or "",
            at=_place(row),
        )
        for row in rows
    )


def _agency(head: _Row) -> Agency | None:
    if head["organ"] is None:
        return None
    return Agency(
        name=head["organ"],
        kind=AgencyKind(head.get("organ_kind") or AgencyKind.UNKNOWN.value),
        level=AdministrativeLevel(head.get("organ_level") or AdministrativeLevel.UNKNOWN.value),
        region=head.get("region"),
    )


def _published(head: _Row) -> DateMention | None:
    day = _day(head.get("published_on"))
    if day is None:
        return None
    sure, other = head.get("published_sure", True), _day(head.get("published_other"))
    return DateMention(on=day, quote=str(day), at=NOWHERE, sure=bool(sure), other=other)


def _mention(value: Any) -> DateMention | None:  # noqa: ANN401  a day of any library
    day = _day(value)
    return None if day is None else DateMention(on=day, quote=str(day), at=NOWHERE)


def _period(head: _Row) -> Period | None:
    start, end = _day(head.get("period_start")), _day(head.get("period_end"))
    return None if start is None and end is None else Period(start=start, end=end, quote="", at=NOWHERE)


def _day(value: Any) -> pendulum.Date | None:  # noqa: ANN401  a day of any library
    return None if value is None else pendulum.Date(value.year, value.month, value.day)


def _is_whole(row: _Row) -> bool:
    """Whether the figure stands in the table; one that the column cannot hold stands there as its text alone."""
    return row["printed"] != Printed.NUMBER.value or row["value"] is not None


def _count(row: _Row) -> Count:
    exact = row["value"]
    value = int(exact) if isinstance(exact, Decimal) and exact == exact.to_integral_value() else exact
    name = CellName(table=row["cell_table"], row=row["cell_row"], column=row["cell_column"])
    at = None
    if row.get("char_start") is not None and row.get("char_end") is not None:
        at = Place(start=row["char_start"], end=row["char_end"], page=row.get("page"), cell=name)
    return Count(printed=Printed(row["printed"]), text=row.get("text"), value=value, unit=row.get("unit"), at=at)


def _place(row: _Row) -> Place:
    start, end = row.get("char_start"), row.get("char_end")
    if start is None or end is None:
        return NOWHERE
    return Place(start=start, end=end, line=row.get("line"), page=row.get("page"))
