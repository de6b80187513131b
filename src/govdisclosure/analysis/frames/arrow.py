"""Frames of any library as Arrow tables."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from govdisclosure.batch.arrow import arrow
from govdisclosure.errors import UsageError
from govdisclosure.text.display import cut, one_line

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["as_arrow"]

_SHOWN = 200


def as_arrow(frame: Any) -> "pa.Table":  # noqa: ANN401  a frame of any library
    """A frame as an Arrow table; categories become text, an index is left out.

    Args:
        frame: A :class:`~govdisclosure.analysis.Table`, an Arrow table or record batch, a frame of pandas, polars,
            DuckDB or anything else that exports an Arrow stream.

    Raises:
        UsageError: It is no frame, or a column mixes things that no kind of column holds.
        MissingExtraError: Arrow is not installed.
    """
    pa = arrow()
    try:
        return _plain(_taken(frame))
    except UnicodeError:
        raise UsageError(
            "数据表中有的文字不是 Unicode，请改正编码", "a frame has text that is no Unicode: put its encoding right"
        ) from None
    except (pa.ArrowException, OverflowError, TypeError) as error:
        # What comes first may quote a value; what was added names the column.
        told = cut(one_line("; ".join(map(str, error.args[1:])) or type(error).__name__), _SHOWN)
        raise UsageError(
            f"数据表有一列混有不同种类的值，或值超出范围：{told}；请把该列统一成一种类型",
            f"a column mixes kinds of values, or one is out of range: {told}; give the column one kind",
        ) from None


def _taken(frame: Any) -> "pa.Table":  # noqa: ANN401  a frame of any library
    pa = arrow()
    if isinstance(frame, pa.Table):
        found = frame
    elif isinstance(frame, pa.RecordBatch):
        found = pa.Table.from_batches([frame])
    elif type(frame).__name__ == "DataFrame" and type(frame).__module__.partition(".")[0] == "pandas":
        _require_told_apart(map(str, frame.columns))
        found = pa.Table.from_pandas(frame, preserve_index=False)
    elif hasattr(frame, "__arrow_c_stream__") and type(frame).__module__.partition(".")[0] != "pandas":
        found = pa.table(frame)
    else:
        kind = type(frame).__name__
        raise UsageError(
            f"不是数据表：{kind}；请给 pandas、polars、Arrow 的表或本库的 Table",
            f"not a frame: {kind}; give one of pandas, polars, Arrow, or a Table of this library",
        )
    return found


def _require_told_apart(names: Iterable[str]) -> None:
    """Refuse a frame in which it is not known which column is meant."""
    twice = sorted(name for name, count in Counter(names).items() if count > 1)
    if twice:
        listed = cut(one_line(", ".join(twice)), _SHOWN)
        raise UsageError(f"数据表有同名的列：{listed}；请只留一列", f"columns stand twice: {listed}; leave one of each")


def _plain(table: "pa.Table") -> "pa.Table":
    """The same without dictionaries and with one kind of text."""
    pa = arrow()
    _require_told_apart(table.column_names)
    for place, field in enumerate(table.schema):
        if pa.types.is_dictionary(field.type):
            kind = _kind(field.type)
            chunks = [_decoded(chunk, kind) for chunk in table.column(place).chunks]
            table = table.set_column(place, field.with_type(kind), pa.chunked_array(chunks, kind))
    fields = [pa.field(field.name, _kind(field.type), nullable=field.nullable) for field in table.schema]
    return table.replace_schema_metadata(None).cast(pa.schema(fields))


def _decoded(chunk: "pa.DictionaryArray", kind: "pa.DataType") -> "pa.Array":
    """The values of categories; Arrow does not cast those of every library at once."""
    return arrow().DictionaryArray.from_arrays(chunk.indices, chunk.dictionary.cast(kind)).dictionary_decode()


def _kind(kind: "pa.DataType") -> "pa.DataType":
    pa = arrow()
    if pa.types.is_dictionary(kind):
        return _kind(kind.value_type)
    if pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
        return pa.string()
    if pa.types.is_large_list(kind):
        return pa.list_(_kind(kind.value_type))
    return kind
