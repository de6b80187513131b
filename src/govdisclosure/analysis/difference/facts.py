"""What two reports say of themselves, and the mechanisms that they give evidence of."""

from collections.abc import Iterator
from typing import TypeAlias

from govdisclosure.analysis.difference.changes import ChangeKind, FieldChange, MechanismChange
from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, MechanismKind
from govdisclosure.rules.organs import name_key
from govdisclosure.text.dates import find_years
from govdisclosure.text.normalise import fold, squeeze

__all__ = ["field_changes", "mechanism_changes"]

_Field: TypeAlias = tuple[str, str | None, str, Place | None]
"""Name, words, what is compared, place."""


def field_changes(old: AnnualReport, new: AnnualReport, *, years: bool = False) -> Iterator[FieldChange]:
    """The dates, the title and the like that differ.

    Args:
        old: The old report.
        new: The new report.
        years: Whether the two are on different years: then the year itself, and the title but for it, are no
            difference.
    """
    for ours, theirs in zip(_fields(old, years=years), _fields(new, years=years), strict=True):
        if ours[2] != theirs[2]:
            yield FieldChange(name=ours[0], old=ours[1], new=theirs[1], old_at=ours[3], new_at=theirs[3])


def _fields(report: AnnualReport, *, years: bool) -> Iterator[_Field]:
    agency, title, period = report.agency, report.title, report.period
    if agency is None:
        yield "agency", None, "", None
    else:
        yield "agency", agency.name, name_key(agency), agency.at
    yield "title", title, _title(title or "", report.year if years else None), report.title_at
    if not years:
        yield "year", None if report.year is None else str(report.year), str(report.year), report.year_at
    yield "edition", report.edition.value, report.edition.value, None
    for name, mention in (("published_on", report.published), ("signed_on", report.signed)):
        day = None if mention is None else mention.on.isoformat()
        yield name, day, day or "", None if mention is None else mention.at
    if not years:
        days = None if period is None else f"{period.start or '?'} – {period.end or '?'}"
        yield "period", days, days or "", None if period is None else period.at


def _title(title: str, year: int | None) -> str:
    """A title as it is compared, without its own year where that is given."""
    words = squeeze(fold(title))
    found = next(((start, end) for value, start, end in find_years(words) if value == year), None)
    return words if found is None else words[: found[0]] + words[found[1] :]


def mechanism_changes(old: AnnualReport, new: AnnualReport) -> Iterator[MechanismChange]:
    """The mechanisms that one report alone gives evidence of, or that exist in one and are intended in the other."""
    ours, theirs = ({one.kind: one for one in report.mechanisms} for report in (old, new))
    for mechanism in MechanismKind:
        before, after = ours.get(mechanism), theirs.get(mechanism)
        if before is None and after is None:
            continue
        if before is not None and after is not None and before.status is after.status:
            continue
        kind = ChangeKind.ADDED if before is None else ChangeKind.REMOVED if after is None else ChangeKind.CHANGED
        yield MechanismChange(kind=kind, mechanism=mechanism, old=before, new=after)
