"""The tables of a batch given to DuckDB, which reaches nothing else."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from govdisclosure.batch.arrow import arrow
from govdisclosure.batch.results import dataset
from govdisclosure.batch.schemas import TABLES
from govdisclosure.errors import MissingExtraError

if TYPE_CHECKING:
    import duckdb

__all__ = ["connected", "copied", "duckdb_module"]


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
    for table, found in ((table, dataset(path, table)) for table in TABLES):
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
        for table, found in ((table, dataset(path, table)) for table in TABLES):
            connection.register("found", found)
            connection.execute(f'CREATE TABLE "{table}" AS SELECT * FROM found ORDER BY name')  # noqa: S608  our own
            connection.unregister("found")
