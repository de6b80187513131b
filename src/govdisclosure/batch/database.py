"""The tables of a batch given to DuckDB, which reaches nothing else."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govdisclosure.batch.arrow import arrow
from govdisclosure.batch.schemas import TABLES, schema
from govdisclosure.errors import MissingExtraError

if TYPE_CHECKING:
    import duckdb

__all__ = ["connected", "copied", "duckdb_module"]


def _tables(path: Path) -> Iterator[tuple[str, Any]]:
    """Each table with what Arrow reads it from."""
    from pyarrow import dataset  # noqa: PLC0415  an extra

    for table in TABLES:
        found = sorted(str(part) for part in (path / table).glob("part-*.parquet") if _is_within(part, path))
        shape = schema(table)
        yield table, dataset.dataset(found, schema=shape, format="parquet") if found else shape.empty_table()


def _is_within(part: Path, folder: Path) -> bool:
    """False for a link that leads out of the folder."""
    return part.resolve().is_relative_to(folder.resolve())


def duckdb_module() -> Any:  # noqa: ANN401  a module
    """The module ``duckdb``.

    Raises:
        MissingExtraError: It or Arrow is not installed.
    """
    arrow()
    try:
        import duckdb  # noqa: PLC0415  an extra
    except ImportError:
        raise MissingExtraError("batch", "查询批量结果", "querying the results of a batch") from None
    return duckdb


def connected(path: Path) -> "duckdb.DuckDBPyConnection":
    """The tables, read through Arrow; the database itself reaches no file and no variable of Python."""
    connection: duckdb.DuckDBPyConnection = duckdb_module().connect(":memory:")
    for table, found in _tables(path):
        connection.register(table, found)
    for setting in _CLOSED:
        connection.execute(setting)
    return connection


_CLOSED = (
    "SET temp_directory = ''",
    "SET python_enable_replacements = false",
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET enable_external_access = false",
    "SET lock_configuration = true",
)


def copied(path: Path, target: Path) -> None:
    """Write the tables to a new file of DuckDB."""
    with duckdb_module().connect(str(target)) as connection:
        for table, found in _tables(path):
            connection.register("found", found)
            connection.execute(f'CREATE TABLE "{table}" AS SELECT * FROM found ORDER BY name')  # noqa: S608  our own
            connection.unregister("found")
