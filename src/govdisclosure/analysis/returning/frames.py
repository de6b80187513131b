"""The rows of a frame of any library: required columns, names of reports, years and days."""

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pendulum

from govdisclosure.analysis.frames.arrow import as_arrow
from govdisclosure.analysis.frames.labels import LABELS
from govdisclosure.analysis.returning.faults import Fault, shown
from govdisclosure.errors import UsageError
from govdisclosure.text.normalise import fold

__all__ = [
    "YEARS",
    "Faults",
    "day_of",
    "is_null",
    "part",
    "rows_of_frame",
    "text_of",
    "tuples_of_frame",
    "whose",
    "year_of",
]

_AT_ONCE = 10_000
YEARS = range(1900, 2200)
"""Years that a report can be on."""
_LONG = 100


class Faults(list[Fault]):
    """The faults of one frame."""

    def __init__(self, frame: str) -> None:
        """Start without any."""
        super().__init__()
        self.frame = frame
        self.told: dict[str, tuple[str | None, int | None]] = {}
        """Organ and year of each name of a report."""

    def add(
        self, row: int, column: str, words: tuple[str, str], *, grave: bool = True, name: str | None = None
    ) -> None:
        """One more.

        Args:
            row: The row, counted from 1.
            column: The column.
            words: What is wrong, in Chinese and in English.
            grave: Whether the row cannot be used at all.
            name: The report it is about.
        """
        zh, en = words
        self.append(Fault(frame=self.frame, row=row, column=column, zh=zh, en=en, grave=grave, name=name))


def tuples_of_frame(
    frame: Any,  # noqa: ANN401  a frame of any library
    name: str,
    required: Sequence[str],
    wanted: Sequence[str],
) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """The wanted columns row by row, with the number of the row, from 1; null where the frame has no such column.

    Args:
        frame: A frame of any library.
        name: What the frame holds.
        required: Columns it must have; of alternatives joined by ``|`` one is enough.
        wanted: The columns.

    Raises:
        UsageError: It is no frame, or a column is missing.
        MissingExtraError: Arrow is not installed.
    """
    table = _checked(frame, name, required)
    _require_flat(table, name, wanted)
    none = [None] * table.num_rows
    values = [table.column(one).to_pylist() if one in table.column_names else none for one in wanted]
    return enumerate(zip(*values, strict=True), 1)


def rows_of_frame(
    frame: Any,  # noqa: ANN401  a frame of any library
    name: str,
    required: Sequence[str],
    wanted: Sequence[str] | None = None,
) -> Iterator[tuple[int, dict[str, Any]]]:
    """The columns row by row, likewise, by their names; all of them without ``wanted``. Few rows are held at a time."""
    table = _checked(frame, name, required)
    columns = table.column_names if wanted is None else wanted
    none = dict.fromkeys(columns)
    held = table.select([one for one in columns if one in table.column_names])
    rows = (row for batch in held.to_batches(max_chunksize=_AT_ONCE) for row in batch.to_pylist())
    return ((number, none | row) for number, row in enumerate(rows, 1))


def _checked(frame: Any, name: str, required: Sequence[str]) -> Any:  # noqa: ANN401  a frame, and a table
    table = as_arrow(frame)
    missing = [one for one in required if not set(one.split("|")) & set(table.column_names)]
    if missing:
        zh = "、".join(" 或 ".join(map(_meaning, one.split("|"))) for one in missing)
        en = ", ".join(one.replace("|", " or ") for one in missing)
        raise UsageError(
            f"{name} 表缺少列：{zh}；请把列名改成这样", f"the frame of {name} lacks columns: {en}; name its columns so"
        )
    return table


def _require_flat(table: Any, name: str, wanted: Sequence[str]) -> None:  # noqa: ANN401  a table
    """Refuse columns of lists and the like."""
    for field in table.schema:
        if field.name in wanted and getattr(field.type, "storage_type", field.type).num_fields:
            raise UsageError(
                f"{name} 表的列 {field.name} 应每格一个值，实为 {field.type}",
                f"{field.name} of {name} must have one value a row, not {field.type}",
            )


def _meaning(column: str) -> str:
    """A column by its name, with what it is called in Chinese."""
    return f"{column}（{LABELS[column]}）" if column in LABELS else column


def part(tables: Any, name: str, given: Any = None) -> Any:  # noqa: ANN401  tables or frames of any library
    """A frame: the one that is given; else that of the tables, where there are several together; else nothing.

    Args:
        tables: What has several frames, such as those of a folder; or one frame, which has none of this kind.
        name: Which is wanted.
        given: What stands for it.
    """
    single = hasattr(tables, "__arrow_c_stream__") or hasattr(tables, "__arrow_c_array__")
    return given if given is not None or single else getattr(tables, name, None)


def is_null(value: object) -> bool:
    """Whether nothing is there: null, not a number, or text of blanks."""
    if value is None:
        return True
    if isinstance(value, str):
        return not value.strip()
    return isinstance(value, (float, Decimal)) and math.isnan(value)


def text_of(value: object) -> str | None:
    """A value as text; nothing where nothing is there."""
    return None if is_null(value) else str(value)


def year_of(value: object) -> int | None:
    """A year as a number, text of digits with or without 年; nothing where nothing is there.

    Raises:
        ValueError: It is no year.
    """
    if is_null(value):
        return None
    if isinstance(value, str):
        digits = fold(value[:_LONG]).strip().removesuffix("年").removesuffix("年度").removesuffix(".0")
        found = int(digits) if digits.isascii() and digits.isdigit() else -1
    elif isinstance(value, (int, float, Decimal)) and not isinstance(value, bool) and 0 < value < YEARS.stop:
        found = int(value) if value == int(value) else -1
    else:
        found = -1
    if found not in YEARS:
        raise ValueError
    return found


def day_of(value: object) -> pendulum.Date | None:
    """A day as a date, a time or text ``YYYY-MM-DD``; nothing where nothing is there.

    Raises:
        ValueError: It is no day.
    """
    if is_null(value) or str(value) == "NaT":
        return None
    if isinstance(value, str):
        value = date.fromisoformat(value.strip()[:10])
    if isinstance(value, datetime):
        value = value.date()
    if not isinstance(value, date):
        raise ValueError  # noqa: TRY004  one kind of fault for the caller
    return pendulum.Date(value.year, value.month, value.day)


def whose(number: int, row: Mapping[str, Any], faults: Faults) -> tuple[str, str | None, int | None] | None:
    """The report that a row is about, its organ and year; nothing where that cannot be told."""
    organ, name = text_of(row.get("organ")), text_of(row.get("name"))
    organ = None if organ is None else organ.strip()
    try:
        year = year_of(row.get("year"))
    except ValueError:
        said = shown(row["year"])
        words = (f"“{said}”不是年度，请写作四位数字", f"“{said}” is no year: write four digits")
        faults.add(number, "year", words, name=name)
        return None
    if name is None and (organ is None or year is None):
        column = "organ" if organ is None else "year"
        faults.add(
            number, column, ("没有写机关或年度，不知是哪份报告", "no organ or no year: whose report is not known")
        )
        return None
    if name is not None and not _agrees(faults.told, name, organ, year):
        words = (
            f"{shown(name)} 这一名称下有不止一个机关或年度，每份报告的 name 应不同（没有可删去 name 列）",
            f"the name {shown(name)} has more than one organ or year: each report needs its own, or none has a name",
        )
        faults.add(number, "name", words, name=name)
        return None
    return name or f"{organ} {year}", organ, year


def _agrees(told: dict[str, tuple[str | None, int | None]], name: str, organ: str | None, year: int | None) -> bool:
    """Whether a report of this name may be that of the rows before; what they did not say of it is kept."""
    before = told.get(name, (None, None))
    if any(
        one is not None and other is not None and one != other for one, other in zip(before, (organ, year), strict=True)
    ):
        return False
    told[name] = (before[0] or organ, before[1] or year)
    return True
