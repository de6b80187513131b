"""Frames of any library as the rows that a picture needs, and questions about them in SQL."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from govdisclosure.analysis.frames.arrow import as_arrow
from govdisclosure.analysis.frames.reports import ReportTables
from govdisclosure.analysis.plots.words import harmless
from govdisclosure.analysis.returning.frames import YEARS
from govdisclosure.batch.arrow import arrow, data_type
from govdisclosure.batch.database import duckdb_module
from govdisclosure.errors import UsageError
from govdisclosure.text.display import one_line
from govdisclosure.text.personal import mask_personal

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Rows", "asked", "held", "of_organ", "organ_word", "taken"]

Rows: TypeAlias = list[dict[str, Any]]

# What a column must hold, in words and as a kind of the tables.
_KINDS: Mapping[str, tuple[str, str, str]] = {
    "text": ("文字", "text", "text"),
    "year": ("整数年份", "years as integers", "int32"),
    "count": ("整数", "integers", "int64"),
    "figure": ("数字", "numbers", "figure"),
    "flag": ("真假值", "true or false", "bool"),
    "day": ("日期", "days", "day"),
    "texts": ("文字列表", "lists of text", "texts"),
}
_NAME_LIMIT = 120


def taken(
    frame: object, columns: Mapping[str, str], optional: Mapping[str, str] | None = None, *, table: str = ""
) -> "pa.Table":
    """The columns that a picture needs, each of its kind.

    Args:
        frame: A frame of any library, see :func:`govdisclosure.analysis.as_arrow`.
        columns: Names of the columns with their kinds: ``text``, ``year``, ``count``, ``figure`` (an exact decimal),
            ``flag``, ``day`` or ``texts``.
        optional: Columns that are null where the frame lacks them.
        table: Which table is meant where the tables of reports are given, such as ``cells``.

    Raises:
        UsageError: It is no frame, lacks columns (the message names them), or a column is of another kind.
        MissingExtraError: Arrow is not installed.
    """
    pa = arrow()
    if table and isinstance(frame, ReportTables):
        frame = getattr(frame, table)
    found, optional = as_arrow(frame), optional or {}
    missing = [name for name in columns if name not in found.column_names]
    if missing:
        raise UsageError(
            f"数据表缺少列：{'、'.join(missing)}（需要{'、'.join(columns)}）",
            f"the frame lacks columns: {', '.join(missing)} (needed: {', '.join(columns)})",
        )
    kinds = {**columns, **optional}
    return pa.table(
        {
            name: _of_kind(found, name, kind) if name in found.column_names else pa.nulls(found.num_rows, _type(kind))
            for name, kind in kinds.items()
        }
    )


def asked(sql: str, parameters: Mapping[str, object] | None = None, **tables: "pa.Table") -> Rows:
    """The rows that a statement comes to; whole figures as ``int``, others as ``float``, days in ISO form.

    Args:
        sql: The statement; it orders its rows.
        parameters: Values for ``$name`` in it.
        tables: The tables that it reads, by name.
    """
    with _cursor(tables) as cursor:
        cursor.execute(sql, dict(parameters or {}))
        names = [one[0] for one in cursor.description or ()]
        return [dict(zip(names, map(_plain, row), strict=True)) for row in cursor.fetchall()]


def held(sql: str, parameters: Mapping[str, object] | None = None, **tables: "pa.Table") -> "pa.Table":
    """What a statement comes to, as a table; see :func:`asked`."""
    with _cursor(tables) as cursor:
        return cursor.sql(sql, params=dict(parameters or {})).to_arrow_table()


@contextmanager
def _cursor(tables: Mapping[str, "pa.Table"]) -> Iterator[Any]:
    """A cursor that sees the tables."""
    with _database().cursor() as cursor:
        for name, table in tables.items():
            cursor.register(name, table)
        try:
            yield cursor
        except duckdb_module().OutOfRangeException:
            raise UsageError(
                "数据表中有的数太大，不能相加，请核对", "figures of the frame are too large to be added up: check them"
            ) from None


@cache
def _database() -> Any:  # noqa: ANN401  a connection
    """An empty database; each statement has a cursor of its own, which alone sees the tables given to it."""
    return duckdb_module().connect(":memory:")


def of_organ(table: "pa.Table", organ: str) -> "pa.Table":
    """The rows of one organ."""
    import pyarrow.compute as pc  # noqa: PLC0415  an extra

    return table.filter(pc.equal(table.column("organ"), organ))


def organ_word(name: str | None, unknown: str, limit: int = _NAME_LIMIT) -> str:
    """An organ's name, or a note, as it is shown: personal numbers masked, one line, cut where it is very long."""
    shown = harmless(one_line(mask_personal(name or "")))
    return f"{shown[:limit]}…" if len(shown) > limit else shown or unknown


def _of_kind(table: "pa.Table", name: str, kind: str) -> Any:  # noqa: ANN401  a column
    pa = arrow()
    import pyarrow.compute as pc  # noqa: PLC0415  an extra

    column = table.column(name)
    if pa.types.is_floating(column.type):
        column = pc.if_else(pc.is_finite(column), column, None)
    try:
        made = _cast(column, kind)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        zh, en, _ = _KINDS[kind]
        raise UsageError(
            f"列 {name} 应为{zh}，实为 {column.type}", f"column {name} must hold {en}, not {column.type}"
        ) from None
    if kind == "year":
        _require_years(name, pc.min_max(made).as_py())
    return made


def _require_years(name: str, found: Mapping[str, int | None]) -> None:
    """Refuse numbers that are no years: each year between them would be drawn."""
    for year in found.values():
        if year is not None and year not in YEARS:
            raise UsageError(f"列 {name} 中的 {year} 不是年度", f"{year} in the column {name} is no year")


def _cast(column: Any, kind: str) -> Any:  # noqa: ANN401  columns
    pa = arrow()
    numeric = {"year", "count", "figure"}
    if kind in numeric and (pa.types.is_string(column.type) or pa.types.is_boolean(column.type)):
        raise pa.ArrowInvalid
    if kind == "text" and not (pa.types.is_string(column.type) or pa.types.is_null(column.type)):
        raise pa.ArrowInvalid
    if kind == "figure" and pa.types.is_decimal(column.type):
        return column.cast(_type(kind), safe=False)
    if kind == "day":
        return column.cast(_type(kind), safe=False)
    return column.cast(_type(kind))


def _type(kind: str) -> "pa.DataType":
    return data_type(_KINDS[kind][2])


def _plain(value: Any) -> Any:  # noqa: ANN401  a value of a database
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if hasattr(value, "isoformat") else value
