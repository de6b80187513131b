"""Parquet files with a document a row: ``name``, and ``content`` (bytes) or ``text``. Needs the ``batch`` extra."""

import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from govdisclosure.batch.arrow import arrow, parquet
from govdisclosure.batch.inputs import faults
from govdisclosure.batch.inputs.members import Budget, Member, Members, broken
from govdisclosure.batch.inputs.pending import Held
from govdisclosure.rules.outcome import Message

__all__ = ["parquet_rows"]

_AT_ONCE: Final = 64
_MEMORY: Final = 64 * 1024 * 1024
_BUFFER: Final = 1024 * 1024
_LONGEST_NAME: Final = 4_096
_CONTENTS: Final = ("content", "text")
_DAMAGED: Final = Message(
    "不是完整的 Parquet 文件，或已损坏；请重新取得", "no whole Parquet file, or damaged; obtain it again"
)
_NO_COLUMNS: Final = Message(
    "缺少列：需要 name（文字）和 content（二进制）或 text（文字）；请核对",
    "columns are missing: name (text) and content (binary) or text (text) are needed; look into it",
)
_NULL: Final = Message("这一行没有内容；请核对", "this row has no content; look into it")


def parquet_rows(stream: BinaryIO, max_bytes: int, budget: Budget) -> Members:
    """The rows of a Parquet file.

    Args:
        stream: The file. Nobody else may read it.
        max_bytes: Bytes the content of a row may have.
        budget: What the file may unpack to.

    Yields:
        A row a row, the last one standing for the file where it breaks off.

    Raises:
        MissingExtraError: Arrow is not installed.
    """
    pa, pq = arrow(), parquet()
    broken_by = (pa.ArrowException, OSError, ValueError, MemoryError, NotImplementedError)
    try:
        plain = pq.ParquetFile(stream)
        column = _column(plain.schema_arrow)
        if column is None:
            yield broken(_NO_COLUMNS)
            return
        # A text that stands in every row is then held once.
        file = pq.ParquetFile(stream, read_dictionary=[column], buffer_size=_BUFFER, pre_buffer=False)
    except broken_by:
        yield broken(_DAMAGED)
        return
    number = 0
    try:
        for group in range(file.num_row_groups):
            for member in _group(file, group, column, max_bytes, budget):
                number += 1
                yield Member(
                    name=member[0], number=number, part=member[1], size=member[2], stamp=member[3], fault=member[4]
                )
    except broken_by:
        yield broken()


_Row = tuple[str | None, Held | None, int, str, Message | None]


def _group(file: Any, group: int, column: str, max_bytes: int, budget: Budget) -> Iterator[_Row]:  # noqa: ANN401
    about = file.metadata.row_group(group)
    chunks = [about.column(at) for at in range(about.num_columns)]
    sizes = {one.path_in_schema: one.total_uncompressed_size for one in chunks}
    size = sizes[column]
    if sizes["name"] > max(_MEMORY, about.num_rows * _LONGEST_NAME):
        raise ValueError
    each = size // max(about.num_rows, 1)
    if each > max_bytes or size > budget.left:
        fault = faults.too_large(max_bytes) if each > max_bytes else faults.RATIO
        for batch in file.iter_batches(batch_size=1024, row_groups=[group], columns=["name"]):
            for name in batch.column(0).to_pylist():
                yield name, None, 0, "", fault
        return
    at_once = max(1, min(_AT_ONCE, _MEMORY // max(each, 1)))
    for batch in file.iter_batches(batch_size=at_once, row_groups=[group], columns=["name", column]):
        names = batch.column(batch.schema.get_field_index("name"))
        values = batch.column(batch.schema.get_field_index(column))
        for name, value in zip(names, values, strict=True):
            yield (name.as_py() or None, *_content(value, max_bytes, budget))


def _content(value: Any, max_bytes: int, budget: Budget) -> tuple[Held | None, int, str, Message | None]:  # noqa: ANN401  a scalar
    value = value.value if hasattr(value, "dictionary") else value
    if not value.is_valid:
        return None, 0, "", _NULL
    buffer = value.as_buffer()
    if buffer.size > max_bytes:
        return None, 0, f"-{buffer.size}", faults.too_large(max_bytes)
    # One value that stands in a million rows takes no room in the file.
    if not budget.take(buffer.size):
        return None, 0, f"-{buffer.size}", faults.RATIO
    content = buffer.to_pybytes()
    return Held(content), len(content), f"{zlib.crc32(content):08x}-{len(content)}", None


def _column(schema: Any) -> str | None:  # noqa: ANN401  an Arrow schema
    """The column with the documents; nothing where there is none, or no column with their names."""
    types = arrow().types
    is_text = (types.is_string, types.is_large_string)
    is_bytes = (*is_text, types.is_binary, types.is_large_binary)

    def has(name: str, *kinds: Any) -> bool:  # noqa: ANN401  functions of Arrow
        at = schema.get_all_field_indices(name)
        if len(at) != 1:
            return False
        found = schema.field(at[0]).type
        found = found.value_type if types.is_dictionary(found) else found
        return any(kind(found) for kind in kinds)

    if not has("name", *is_text):
        return None
    return next((one for one in _CONTENTS if has(one, *is_bytes)), None)
