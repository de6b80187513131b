"""Reading the entries on results of requests and cases, and the tariffs."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pendulum

from govdisclosure.errors import UsageError
from govdisclosure.law.loading_fields import (
    Raw,
    fault,
    get_checked,
    get_cite,
    get_day,
    get_evidence,
    get_number,
    get_sources,
    get_text,
    get_texts,
    is_number,
    member,
    parse_citation,
    require_keys,
)
from govdisclosure.law.provision import Citation, Instrument
from govdisclosure.law.results import CaseColumn, Handling
from govdisclosure.law.tariff import Tariff
from govdisclosure.model.case import CaseResult
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms_remedies import REMEDIES
from govdisclosure.model.item import Exemption
from govdisclosure.model.request import OUTCOMES, ReplyType

__all__ = ["parse_case_column", "parse_handling", "parse_tariff"]

_NOTES = frozenset({"note", "note_zh", "checked_on"})
_HANDLING = frozenset({"outcome", "reply_types", "start", "cites", "evidence", "sources"})
_HANDLING_MAY = frozenset({"end", "third_party", "exemption"}) | _NOTES
_COLUMN = frozenset({"result", "column", "cites", "evidence", "sources"})
_TARIFF = frozenset({"name", "bands", "start", "cite", "evidence", "sources"})
_TARIFF_MAY = frozenset({"width", "increase", "sure_to", "end"}) | _NOTES
_BAND = 3
# A result is counted as one of these; cases that are pending have none, and the total is a sum.
_COLUMNS = tuple(
    column.key for column in REMEDIES[Edition.UNIFIED_2021].columns if column.key not in {"pending", "total"}
)


def parse_handling(
    raw: dict[str, Any], instruments: Mapping[str, Instrument], sources: Raw, where: str
) -> tuple[Handling, str]:
    """What the law makes of an outcome, and the place of the entry."""
    require_keys(raw, _HANDLING, _HANDLING_MAY, where)
    outcome = get_text(raw, "outcome", where)
    if outcome not in OUTCOMES:
        raise fault(where, f"{outcome!r} is no result row of table three")
    start, end = _days(raw, where)
    made = Handling(
        outcome=outcome,
        reply_types=tuple(member(ReplyType, one, where) for one in get_texts(raw, "reply_types", where)),
        cites=_cites(raw, instruments, where),
        evidence=get_evidence(raw, where),
        sources=get_sources(raw, sources, where),
        start=start,
        end=end,
        checked_on=get_checked(raw, where),
        third_party=_yes(raw, "third_party", where),
        exemption=member(Exemption, raw["exemption"], where) if "exemption" in raw else None,
        **_notes(raw, where),
    )
    return made, where


def parse_case_column(
    raw: dict[str, Any], instruments: Mapping[str, Instrument], sources: Raw, where: str
) -> CaseColumn:
    """The column of table four that counts a result."""
    require_keys(raw, _COLUMN, _NOTES, where)
    column = get_text(raw, "column", where)
    if column not in _COLUMNS:
        raise fault(where, f"{column!r} is no column of table four that counts a result")
    return CaseColumn(
        result=member(CaseResult, get_text(raw, "result", where), where),
        column=column,
        cites=_cites(raw, instruments, where),
        evidence=get_evidence(raw, where),
        sources=get_sources(raw, sources, where),
        checked_on=get_checked(raw, where),
        **_notes(raw, where),
    )


def parse_tariff(
    raw: dict[str, Any], instruments: Mapping[str, Instrument], sources: Raw, where: str
) -> tuple[Tariff, str]:
    """A tariff, and the place of the entry."""
    require_keys(raw, _TARIFF, _TARIFF_MAY, where)
    width, increase = get_number(raw, "width", where), get_number(raw, "increase", where)
    bands = _bands(raw["bands"], where)
    grows = bands[-1][1] is not None
    if (width is not None) is not grows or (increase is not None) is not grows:
        raise fault(where, "width and increase belong to a last band that ends, and only to that")
    start, end = _days(raw, where)
    made = Tariff(
        name=get_text(raw, "name", where),
        bands=bands,
        width=width,
        increase=None if increase is None else Decimal(increase),
        sure_to=get_number(raw, "sure_to", where),
        start=start,
        end=end,
        cite=get_cite(raw, instruments, where),
        evidence=get_evidence(raw, where),
        sources=get_sources(raw, sources, where),
        checked_on=get_checked(raw, where),
        **_notes(raw, where),
    )
    return made, where


def _bands(raw: object, where: str) -> tuple[tuple[int, int | None, Decimal], ...]:
    bands: list[tuple[int, int | None, Decimal]] = []
    for band in raw if isinstance(raw, list) else ():
        if not (isinstance(band, list) and len(band) == _BAND and all(map(is_number, band))):
            raise fault(where, "a band is its first unit, its last (0 for no end) and yuan for each")
        first, last, rate = band
        before = bands[-1][1] if bands else 0
        if before is None or first != before + 1 or (last and last < first) or rate < 0:
            raise fault(where, f"the band from {first} does not follow the one before it")
        bands.append((first, last or None, Decimal(rate)))
    if not bands:
        raise fault(where, "has no band")
    return tuple(bands)


def _cites(raw: Raw, instruments: Mapping[str, Instrument], where: str) -> tuple[Citation, ...]:
    keys = get_texts(raw, "cites", where)
    if not keys:
        raise fault(where, "cites nothing")
    try:
        return tuple(parse_citation(key, instruments) for key in keys)
    except UsageError as error:
        raise fault(where, str(error)) from error


def _days(raw: Raw, where: str) -> tuple[pendulum.Date, pendulum.Date | None]:
    start, end = get_day(raw, "start", where), get_day(raw, "end", where)
    if start is None:
        raise fault(where, "start is missing")
    if end is not None and end < start:
        raise fault(where, f"ends on {end} before it starts on {start}")
    return start, end


def _notes(raw: Raw, where: str) -> dict[str, str]:
    return {key: get_text(raw, key, where) for key in ("note", "note_zh") if key in raw}


def _yes(raw: Raw, key: str, where: str) -> bool:
    value = raw.get(key, False)
    if not isinstance(value, bool):
        raise fault(where, f"{key} must be true or false")
    return value
