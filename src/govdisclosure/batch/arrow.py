"""Arrow, where it is installed: kinds of columns as its types, rows as its tables."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from govdisclosure.errors import MissingExtraError

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Columns", "arrow", "column", "data_type", "fits", "parquet", "plain_schema", "table_of"]

Columns: TypeAlias = Mapping[str, str]
"""Names of columns, each with its kind, see :func:`data_type`."""
_WHOLE, _FRACTION = 28, 10


def arrow() -> Any:  # noqa: ANN401  a module without types
    """The module ``pyarrow``.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        import pyarrow  # noqa: PLC0415, ICN001  an extra
    except ImportError:
        raise MissingExtraError("batch", "批量处理", "processing in batches") from None
    return pyarrow


def parquet() -> Any:  # noqa: ANN401  a module without types
    """The module ``pyarrow.parquet``.

    Raises:
        MissingExtraError: It is not installed.
    """
    arrow()
    import pyarrow.parquet  # noqa: PLC0415  an extra

    return pyarrow.parquet


def data_type(kind: str) -> "pa.DataType":
    """What Arrow has for a kind of column.

    Args:
        kind: ``text``, ``texts`` (a list), ``bytes``, ``day``, ``figure`` (an exact decimal), ``float``, ``bool``,
            ``int16``, ``int32`` or ``int64``.

    Raises:
        MissingExtraError: Arrow is not installed.
    """
    pa = arrow()
    kinds = {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "bytes": pa.binary(),
        "day": pa.date32(),
        "figure": pa.decimal128(_WHOLE + _FRACTION, _FRACTION),
        "float": pa.float64(),
        "int16": pa.int16(),
        "int32": pa.int32(),
        "int64": pa.int64(),
        "bool": pa.bool_(),
    }
    return kinds[kind]


def fits(value: float | Decimal) -> bool:
    """Whether a column of figures holds a value as it is, without rounding it."""
    exact = Decimal(value)
    if not exact.is_finite() or exact.adjusted() >= _WHOLE:
        return False
    exponent = exact.normalize().as_tuple().exponent
    return isinstance(exponent, int) and -exponent <= _FRACTION


def plain_schema(columns: Columns, *, required: str | None = None) -> "pa.Schema":
    """Columns as a schema, without a version.

    Args:
        columns: Their names, each with its kind.
        required: The one that is never null.

    Raises:
        MissingExtraError: Arrow is not installed.
    """
    pa = arrow()
    return pa.schema([pa.field(name, data_type(kind), nullable=name != required) for name, kind in columns.items()])


def table_of(rows: Iterable[Mapping[str, Any]], schema: "pa.Schema") -> "pa.Table":
    """Rows as a table; what a row does not say is null.

    Raises:
        MissingExtraError: Arrow is not installed.
    """
    held = list(rows)
    made = [column([row.get(field.name) for row in held], field.type) for field in schema]
    return arrow().Table.from_arrays(made, schema=schema)


def column(values: list[Any], kind: "pa.DataType") -> "pa.Array":
    r"""A column of Arrow from Python values; text that is not Unicode is written as ``\xNN``."""
    pa = arrow()
    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:
        return pa.array([_encodable(value) for value in values], kind)


def _encodable(value: Any) -> Any:  # noqa: ANN401  any value of a column
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    return [_encodable(one) for one in value] if isinstance(value, list) else value
