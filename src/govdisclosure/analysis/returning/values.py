"""One cell of a frame: how it stood, and its figure."""

import math
from collections.abc import Mapping
from decimal import Context, Decimal
from functools import lru_cache
from typing import Any

import attrs

from govdisclosure.analysis.returning.faults import shown
from govdisclosure.analysis.returning.frames import is_null, text_of
from govdisclosure.analysis.returning.words import STATES
from govdisclosure.batch.arrow import fits
from govdisclosure.extraction.tables.figures import Figure, read_figure
from govdisclosure.model.count import Printed
from govdisclosure.model.form import Column

__all__ = ["EXACT", "Taken", "exact", "taken"]

_WORDS = tuple[str, str]
EXACT = Context(prec=80)  # more digits than any column of Arrow has


@attrs.frozen
class Taken:
    """What is taken of a cell.

    Attributes:
        printed: How it stood.
        value: Its figure; only a number has one.
        text: The words printed there.
        unit: Its unit.
        column: The column of the frame that something is to be said of; ``None`` for nothing.
        said: What is to be said of it.
    """

    printed: Printed
    value: int | Decimal | None = None
    text: str | None = None
    unit: str | None = None
    column: str | None = None
    said: _WORDS = ("", "")


def taken(row: Mapping[str, Any], column: Column) -> Taken:
    """What is taken of a row.

    A figure in ``value`` holds, whatever ``printed`` and ``text`` say: it may be an edit. Without one, ``printed``
    says how the cell stood. Without that, ``text`` is read. Without any of them the cell is taken as illegible: there,
    and not known, so that no sum rests on it; neither blank, which may count as zero, nor absent.

    Args:
        row: The row, with ``value`` and where they are there ``printed``, ``text`` and ``unit``.
        column: The column of the form.
    """
    text, unit = row.get("text"), text_of(row.get("unit"))
    text = text if text is None or isinstance(text, str) else text_of(text)
    state = None if is_null(row.get("printed")) else STATES.get(str(row["printed"]).strip())
    if state is None and not is_null(row.get("printed")):
        said = shown(row["printed"])
        return Taken(
            Printed.ILLEGIBLE,
            text=text or "",
            column="printed",
            said=(
                f"不认识“{said}”，该格作为未知；可写 {'、'.join(one.value for one in Printed)}",
                (
                    f"“{said}” is not known, the cell is taken as unknown; it may be one of "
                    f"{', '.join(one.value for one in Printed)}"
                ),
            ),
        )
    value = row.get("value")
    if not is_null(value):
        return _valued(value, column, text, unit)
    return _unvalued(state, column, text, unit)


def _valued(value: object, column: Column, text: str | None, unit: str | None) -> Taken:
    if isinstance(value, str):
        found = read_figure(value, column)
        if found.printed is Printed.ILLEGIBLE:
            said = shown(value)
            words = (f"“{said}”不是一个数字，该格作为读不出", f"“{said}” is no figure, the cell is taken as illegible")
            return Taken(found.printed, text=value, column="value", said=words)
        return Taken(found.printed, found.value, text=value.strip(), unit=unit or found.unit)
    figure = exact(value)
    if figure is None:
        said = shown(value)
        words = (f"“{said}”不是一个数字，该格作为读不出", f"“{said}” is no figure, the cell is taken as illegible")
        return Taken(Printed.ILLEGIBLE, text=str(value), column="value", said=words)
    same = text is not None and _read(text, column).value == figure
    return Taken(Printed.NUMBER, figure, text=text if same else f"{figure}", unit=unit)


def _unvalued(state: Printed | None, column: Column, text: str | None, unit: str | None) -> Taken:
    if state is not None and state is not Printed.NUMBER:
        return Taken(state, text=None if state is Printed.ABSENT else text or "")
    found = None if text is None else _read(text, column)
    if state is None:
        if found is not None:
            return Taken(found.printed, found.value, text=text, unit=unit or found.unit)
        words = (
            "没有数，也没有写明是空白、符号还是读不出，该格作为未知（不是零，也不是空白）",
            "no figure, nor whether the cell is blank, a dash or illegible: taken as unknown, neither zero nor blank",
        )
        return Taken(Printed.ILLEGIBLE, text="", column="value", said=words)
    if found is not None and found.value is not None and not fits(found.value):
        return Taken(Printed.NUMBER, found.value, text=text, unit=unit or found.unit)
    words = (
        "printed 写作 number 而没有数，该格作为未知；确为空白的请写 blank",
        "printed says number and there is no figure: taken as unknown; write blank where it is blank",
    )
    return Taken(Printed.ILLEGIBLE, text="", column="value", said=words)


@lru_cache(maxsize=4_096)
def _read(text: str, column: Column) -> Figure:
    return read_figure(text, column)


def exact(value: object) -> int | Decimal | None:
    """A number without what a float adds to it."""
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        return None
    if not math.isfinite(value):
        return None
    figure = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    return int(figure) if figure == figure.to_integral_value() else figure.normalize(EXACT)
