"""Reports built by hand, with places that really are where the words stand."""

from decimal import Decimal
from typing import Any

import pendulum

from govdisclosure.model.agency import AdministrativeLevel, Agency, AgencyKind
from govdisclosure.model.place import SourceMap
from govdisclosure.model.report import AnnualReport, Claim, ClaimKind, Content, DateMention, Section


def line_map(text: str) -> SourceMap:
    """The map of a text onto itself."""
    starts = [0, *(i + 1 for i, sign in enumerate(text) if sign == "\n")]
    return SourceMap((0,), (0,), (len(text),), tuple(starts))


def department(name: str = "青石县水利局", **changes: Any) -> Agency:
    """A county department."""
    fields: dict[str, Any] = {"kind": AgencyKind.DEPARTMENT, "level": AdministrativeLevel.COUNTY, "region": "青石县"}
    return Agency(name=name, **{**fields, **changes})


def report(text: str = "", **fields: Any) -> AnnualReport:
    """A report over a text; the agency is a county department unless another is given."""
    return AnnualReport(text=text, map=line_map(text), **{"agency": department(), "year": 2010, **fields})


def mention(text: str, words: str, year: int, month: int, day: int) -> DateMention:
    """A date printed as ``words`` in ``text``."""
    start = text.index(words) if words in text else 0
    return DateMention(
        on=pendulum.Date(year, month, day), quote=words, at=line_map(text).place(start, start + len(words))
    )


def claim(text: str, words: str, kind: ClaimKind, value: str | int, **fields: Any) -> Claim:
    """A claim printed as ``words`` in ``text``."""
    start = text.index(words)
    at = line_map(text).place(start, start + len(words))
    return Claim(kind=kind, value=Decimal(value), quote=words, at=at, **{"unit": None, **fields})


def section(text: str, heading: str, body: str, *covers: Content, number: int | None = None) -> Section:
    """A section whose heading and body both stand in ``text``, the body after the heading."""
    start = text.index(heading)
    body_start = text.index(body, start + len(heading)) if body else start + len(heading)
    place = line_map(text).place
    return Section(
        heading=heading,
        covers=covers,
        text=body,
        at=place(start, body_start + len(body)),
        heading_at=place(start, start + len(heading)),
        number=number,
    )
