"""Frames of any library as Arrow tables."""

from typing import TYPE_CHECKING, Any

from govdisclosure.batch.arrow import arrow
from govdisclosure.errors import UsageError

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["as_arrow"]


def as_arrow(frame: Any) -> "pa.Table":  # noqa: ANN401  a frame of any library
    """A frame as an Arrow table; categories become text, an index is left out.

    Args:
        frame: A :class:`~govdisclosure.analysis.Table`, an Arrow table or record batch, a frame of pandas, polars,
            DuckDB or anything else that exports an Arrow stream.

    Raises:
        UsageError: It is no frame.
        MissingExtraError: Arrow is not installed.
    """
    pa = arrow()
    if isinstance(frame, pa.Table):
        found = frame
    elif isinstance(frame, pa.RecordBatch):
        found = pa.Table.from_batches([frame])
    elif type(frame).__module__.partition(".")[0] == "pandas":
        found = pa.Table.from_pandas(frame, preserve_index=False)
    elif hasattr(frame, "__arrow_c_stream__"):
        found = pa.table(frame)
    else:
        kind = type(frame).__name__
        raise UsageError(
            f"不是数据表：{kind}；请给 pandas、polars、Arrow 的表或本库的 Table",
            f"not a frame: {kind}; give one of pandas, polars, Arrow, or a Table of this library",
        )
    return _plain(found)


def _plain(table: "pa.Table") -> "pa.Table":
    """The same without dictionaries and with one kind of text."""
    pa = arrow()
    fields = [pa.field(field.name, _kind(field.type), nullable=field.nullable) for field in table.schema]
    columns = [_decoded(column) for column in table.replace_schema_metadata(None).columns]
    return pa.Table.from_arrays(columns, names=table.column_names).cast(pa.schema(fields))


def _decoded(column: "pa.ChunkedArray") -> "pa.ChunkedArray":
    """A column as it is; categories of polars with words of one kind, for Arrow decodes no others."""
    pa = arrow()
    kind = column.type
    if not pa.types.is_dictionary(kind) or not pa.types.is_string_view(kind.value_type):
        return column
    words = pa.dictionary(kind.index_type, pa.string())
    chunks = [pa.DictionaryArray.from_arrays(one.indices, one.dictionary.cast(pa.string())) for one in column.chunks]
    return pa.chunked_array(chunks, words)


def _kind(kind: "pa.DataType") -> "pa.DataType":
    pa = arrow()
    if pa.types.is_dictionary(kind):
        return _kind(kind.value_type)
    if pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
        return pa.string()
    if pa.types.is_large_list(kind):
        return pa.list_(_kind(kind.value_type))
    return kind
