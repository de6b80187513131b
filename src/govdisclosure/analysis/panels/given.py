"""A panel that the user gives, edited or not, row by row."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from govdisclosure.analysis.returning.faults import refuse, shown
from govdisclosure.analysis.returning.frames import Faults, is_null, rows_of_frame, text_of, year_of
from govdisclosure.analysis.returning.values import exact
from govdisclosure.batch.arrow import fits

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["rows_of_panel"]

_NEEDED = ("organ", "year", "series", "value")


def rows_of_panel(given: "pa.Table", further: tuple[str, ...]) -> Iterator[Mapping[str, Any]]:
    """The rows, each organ, year and series once: ``value`` exact, notes null where the frame has none.

    Args:
        given: The panel.
        further: Columns that it must have besides organ, year, series and value.

    Raises:
        UsageError: A column is missing, a year or a figure is none, or a figure stands twice: the first few are named.
    """
    faults = Faults("panel")
    found: dict[tuple[Any, ...], Mapping[str, Any]] = {}
    blank = {"note_zh": None, "note_en": None}
    for number, row in rows_of_frame(given, "panel", (*_NEEDED, *further)):
        try:
            year = year_of(row["year"])
        except ValueError:
            said = shown(row["year"])
            faults.add(number, "year", (f"“{said}”不是年度，请写作四位数字", f"“{said}” is no year: write four digits"))
            continue
        organ, series = text_of(row["organ"]), text_of(row["series"])
        if organ is None or year is None or series is None:
            continue  # whose figure it is, or of what, is not known
        value = _value(number, row["value"], faults)
        key = (organ, year, series)
        if key in found:
            words = (
                f"{year}年度的 {shown(series)} 出现两次，请只留一行",
                f"{shown(series)} of {year} stands twice: leave one",
            )
            faults.add(number, "series", words)
        found[key] = {**blank, **row, "organ": organ, "year": year, "series": series, "value": value}
    refuse(faults)
    yield from found.values()


def _value(number: int, value: object, faults: Faults) -> Decimal | None:
    if is_null(value):
        return None
    made = exact(value)
    if made is None or not fits(made):
        said = shown(value)
        faults.add(number, "value", (f"“{said}”不是一个数字", f"“{said}” is no figure"))
        return None
    return Decimal(made)
