"""Rates out of a panel, with what stands above and below the line."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from govdisclosure.analysis.frames.arrow import as_arrow
from govdisclosure.analysis.frames.table import Table
from govdisclosure.analysis.panels.given import rows_of_panel
from govdisclosure.analysis.panels.panel import panel
from govdisclosure.analysis.panels.schema import rates_schema
from govdisclosure.analysis.panels.series import Rate, panel_rates
from govdisclosure.analysis.panels.values import summed
from govdisclosure.analysis.returning.frames import part
from govdisclosure.batch.arrow import table_of

__all__ = ["rates"]

_Cell = tuple[Decimal | None, bool, str, str]


def rates(tables: Any, **options: Any) -> Table:  # noqa: ANN401  a panel, tables, or a frame; as for a panel
    """Shares and growth for each organ and year: null where a figure is unknown or nothing stands below the line.

    Args:
        tables: A panel; or what :func:`panel` takes.
        **options: As for :func:`panel`, where it is none.

    Returns:
        Columns ``organ``, ``year``, ``rate`` (see :func:`panel_rates` for the formulas), ``numerator`` and
        ``denominator`` (exact), ``value`` (their quotient as the nearest float) and what is to be said of it.

    Raises:
        UsageError: As :func:`panel`.
        MissingExtraError: Arrow is not installed.
    """
    held = _panel(tables, options)
    rows = (
        (organ, year, rate.key, *_rate(rate, found, held.get((organ, year - 1), {})))
        for (organ, year), found in held.items()
        for rate in panel_rates()
    )
    keys = rates_schema().names
    return Table("rates", table_of((dict(zip(keys, row, strict=True)) for row in rows), rates_schema()))


def _panel(tables: Any, options: Mapping[str, Any]) -> dict[tuple[str, int], dict[str, _Cell]]:  # noqa: ANN401  a frame
    """By organ and year, each series that a rate rests on with what is said of it."""
    given = None if part(tables, "cells") is not None else as_arrow(tables)
    if given is None or "series" not in given.column_names:
        needed = {key for rate in panel_rates() for key in (*rate.numerator, *rate.denominator)}
        given = as_arrow(panel(tables, series=sorted(needed), **options))
    found: dict[tuple[str, int], dict[str, _Cell]] = {}
    for row in rows_of_panel(given, ("comparable",)):
        cell = (row["value"], bool(row["comparable"]), row["note_zh"] or "", row["note_en"] or "")
        found.setdefault((row["organ"], row["year"]), {})[row["series"]] = cell
    return found


def _rate(rate: Rate, now: Mapping[str, _Cell], before: Mapping[str, _Cell]) -> tuple[Any, ...]:
    above, below = _sum(rate.numerator, now), _sum(rate.denominator, before if rate.growth else now)
    used = [now.get(key) for key in rate.numerator]
    used += [(before if rate.growth else now).get(key) for key in rate.denominator]
    notes = dict.fromkeys((one[2], one[3]) for one in used if one is not None and (one[2] or one[3]))
    zh, en = [one for one, _ in notes], [one for _, one in notes]
    if rate.growth:
        if None in used:
            zh, en = [*zh, "没有上年数"], [*en, "nothing is known of the year before"]
        elif len({one[1] for one in used if one is not None}) > 1:
            above, zh, en = None, [*zh, "两年口径不同，未计增长"], [*en, "the two years count differently: no growth"]
        above = None if above is None or below is None else summed((above, below.copy_negate()))
    if below == 0:
        zh, en = [*zh, "分母为零"], [*en, "nothing stands below the line"]
    value = float(above / below) if above is not None and below else None
    return above, below, value, "；".join(zh) or None, "; ".join(en) or None


def _sum(series: Iterable[str], found: Mapping[str, _Cell]) -> Decimal | None:
    values = [found[key][0] if key in found else None for key in series]
    known = [value for value in values if value is not None]
    return summed(known) if len(known) == len(values) else None
