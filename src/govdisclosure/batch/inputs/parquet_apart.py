"""Reads a Parquet file in a process of its own: a damaged one can end the process that reads it, or ask for all memory.

Run as a script, so that nothing but Arrow is imported. It writes, a row after another, a line of JSON (name or null,
the reason there is no content or an empty text, bytes of the content) and the content; at the end a line ``null``.
"""

import json
import sys
from collections.abc import Iterator
from typing import IO, Any, Final, TypeAlias

__all__ = ["BROKEN", "COLUMNS", "DAMAGED", "LARGE", "NULL", "RATIO", "main", "read_row"]

BROKEN, COLUMNS, DAMAGED, LARGE, NULL, RATIO = "broken", "columns", "damaged", "large", "null", "ratio"

_AT_ONCE: Final = 64
_SHARED_AT_ONCE: Final = 16
_NAMES_AT_ONCE: Final = 1_024
_ROOM: Final = 64 * 1024 * 1024
_BUFFER: Final = 1024 * 1024
_LONGEST_NAME: Final = 4_096
_CONTENTS: Final = ("content", "text")

_Row: TypeAlias = tuple[str | None, str, bytes]


def main(path: str, max_bytes: int, left: int, memory: int) -> None:
    """Write the rows of a file to standard output.

    Args:
        path: The file; ``-`` for standard input, which is read whole first.
        max_bytes: Bytes the content of a row may have.
        left: Bytes all contents together may have.
        memory: Bytes of memory this process may take.
    """
    _limit(memory)
    output = sys.stdout.buffer
    for name, reason, content in _rows(path, max_bytes, left):
        output.write(json.dumps([name, reason, len(content)]).encode() + b"\n" + content)
    output.write(b"null\n")
    output.flush()


def _limit(memory: int) -> None:
    try:
        import resource  # noqa: PLC0415  not on every system

        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    except (ImportError, ValueError, OSError):
        return


def _rows(path: str, max_bytes: int, left: int) -> Iterator[_Row]:
    import pyarrow as pa  # noqa: PLC0415  after the limit is set
    from pyarrow import parquet as pq  # noqa: PLC0415  same

    broken_by = (pa.ArrowException, OSError, ValueError, MemoryError, NotImplementedError, KeyError)
    reason = DAMAGED
    try:
        source: Any = pa.BufferReader(sys.stdin.buffer.read()) if path == "-" else path
        column = _column(pq.read_schema(source), pa.types)
        if column is None:
            yield None, COLUMNS, b""
            return
        if path == "-":
            source.seek(0)
        file = pq.ParquetFile(source, buffer_size=_BUFFER, pre_buffer=False)
        reason = BROKEN
        for group in range(file.num_row_groups):
            for row in _group(file, group, column, max_bytes, left):
                left -= len(row[2])
                yield row
    except broken_by:
        yield None, reason, b""


def _group(file: Any, group: int, column: str, max_bytes: int, left: int) -> Iterator[_Row]:  # noqa: ANN401
    about = file.metadata.row_group(group)
    chunks = [about.column(at) for at in range(about.num_columns)]
    sizes = {one.path_in_schema: one.total_uncompressed_size for one in chunks}
    # A text that stands in many rows may be kept once: then each is larger than it seems.
    is_shared = any(one.has_dictionary_page for one in chunks if one.path_in_schema == column)
    each = sizes[column] // max(about.num_rows, 1)
    if sizes["name"] > max(_ROOM, about.num_rows * _LONGEST_NAME):
        raise ValueError
    if each > max_bytes or sizes[column] > left:
        reason = LARGE if each > max_bytes else RATIO
        for batch in file.iter_batches(batch_size=_NAMES_AT_ONCE, row_groups=[group], columns=["name"]):
            yield from ((_name(one), reason, b"") for one in batch.column(0))
        return
    at_once = max(1, min(_SHARED_AT_ONCE if is_shared else _AT_ONCE, _ROOM // max(each, 1)))
    for batch in file.iter_batches(batch_size=at_once, row_groups=[group], columns=["name", column]):
        names = batch.column(batch.schema.get_field_index("name"))
        values = batch.column(batch.schema.get_field_index(column))
        for name, value in zip(names, values, strict=True):
            reason, content = _content(value, max_bytes, left)
            left -= len(content)
            yield _name(name), reason, content


def _name(scalar: Any) -> str | None:  # noqa: ANN401  a scalar of Arrow
    value = scalar.value if hasattr(scalar, "dictionary") else scalar
    return value.as_buffer().to_pybytes().decode("utf-8", "surrogateescape") if value.is_valid else None


def _content(scalar: Any, max_bytes: int, left: int) -> tuple[str, bytes]:  # noqa: ANN401  same
    value = scalar.value if hasattr(scalar, "dictionary") else scalar
    if not value.is_valid:
        return NULL, b""
    buffer = value.as_buffer()
    if buffer.size > max_bytes:
        return LARGE, b""
    # One value that stands in a million rows takes no room in the file.
    return (RATIO, b"") if buffer.size > left else ("", buffer.to_pybytes())


def _column(schema: Any, types: Any) -> str | None:  # noqa: ANN401  a schema, a module
    """The column with the documents; nothing where there is none, or no column with their names."""
    is_text = (types.is_string, types.is_large_string)
    is_bytes = (*is_text, types.is_binary, types.is_large_binary)

    def has(name: str, *kinds: Any) -> bool:  # noqa: ANN401  functions
        at = schema.get_all_field_indices(name)
        if len(at) != 1:
            return False
        found = schema.field(at[0]).type
        found = found.value_type if types.is_dictionary(found) else found
        return any(kind(found) for kind in kinds)

    if not has("name", *is_text):
        return None
    return next((one for one in _CONTENTS if has(one, *is_bytes)), None)


def read_row(stream: IO[bytes]) -> _Row | None:
    """One row of what :func:`main` writes; nothing at the end.

    Raises:
        EOFError: It breaks off.
    """
    line = stream.readline()
    if not line.endswith(b"\n"):
        raise EOFError
    row = json.loads(line)
    if row is None:
        return None
    name, reason, length = row
    content = stream.read(length)
    if len(content) < length:
        raise EOFError
    return name, reason, content


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
