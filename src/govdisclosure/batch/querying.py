"""The tables of a batch as tables of DuckDB: to be asked in SQL, and nothing else to be reached from there."""

import os
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Any, Self

import attrs

from govdisclosure.batch.arrow import arrow
from govdisclosure.batch.schemas import TABLES, VERSION, schema
from govdisclosure.batch.store import state_of
from govdisclosure.errors import MissingExtraError, UsageError
from govdisclosure.text.display import one_line
from govdisclosure.text.suggestions import did_you_mean, nearest

if TYPE_CHECKING:
    import duckdb

__all__ = ["Answer", "Query", "Results", "queries"]

_AT_ONCE = 1_000


@attrs.frozen(kw_only=True)
class Query:
    """A question that is asked often.

    Attributes:
        name: Its name.
        zh: What it asks, in Chinese.
        en: The same in English.
        takes: The parameters it takes: of ``year`` and ``organ``.
        sql: The statement.
    """

    name: str
    zh: str
    en: str
    takes: tuple[str, ...]
    sql: str


@cache
def queries() -> Mapping[str, Query]:
    """The questions that are asked often, by their names."""
    text = files("govdisclosure.batch").joinpath("data", "queries.toml").read_text("utf-8")
    listed = (Query(**{**one, "takes": tuple(one["takes"])}) for one in tomllib.loads(text)["query"])
    return MappingProxyType({one.name: one for one in listed})


@attrs.frozen(kw_only=True)
class Answer:
    """What a statement came to.

    Attributes:
        columns: Names of its columns.
        rows: Its rows, as far as they are asked for; to be gone through once, while the results are open.
    """

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


class Results:
    """The tables of a batch. Statements see these tables and no file, and change nothing.

    Attributes:
        unfinished: True while the batch is not done, so that not all its documents are in the tables.
    """

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        """Open a folder that a batch has left.

        Args:
            folder: The folder.

        Raises:
            UsageError: It is none, or its tables are of a version that is not known.
            MissingExtraError: DuckDB or Arrow is not installed.
        """
        path = Path(folder)
        state, version = state_of(path)
        if state is None:
            raise UsageError(
                f"{path} 不是批量结果文件夹；请先运行 govdisclosure batch … --output {path}",
                f"{path} is no folder of a batch; run govdisclosure batch … --output {path} first",
            )
        if version != VERSION:
            raise UsageError(
                f"{path} 的结果表是另一版本（{version}），请用当前版本重做",
                f"the tables in {path} are of version {version}; run the batch again with this release",
            )
        self.unfinished = state != "complete"
        self._path = path
        self._connection = _connected(path)

    def __enter__(self) -> Self:
        """The results themselves."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let go of the folder."""
        self.close()

    def close(self) -> None:
        """Let go of the folder."""
        self._connection.close()

    def ask(self, sql: str, parameters: Mapping[str, object] | None = None) -> Answer:
        """Run a statement.

        Args:
            sql: The statement, in the SQL of DuckDB; tables are ``reports``, ``sections``, ``cells``, ``claims`` and
                ``outcomes``.
            parameters: Values for ``$name`` in it.

        Raises:
            UsageError: It is not understood, or reaches for something else.
        """
        import duckdb  # noqa: PLC0415  an extra

        try:
            cursor = self._connection.execute(sql, dict(parameters or {}))
            columns = tuple(one[0] for one in cursor.description or ())
            return Answer(columns=columns, rows=_rows(cursor))
        except duckdb.Error as error:
            raise _refused(error) from None

    def named(self, name: str, *, year: int | None = None, organ: str | None = None) -> Answer:
        """Ask one of the questions that are asked often.

        Args:
            name: Its name, one of :func:`queries`.
            year: The year, for one that takes it.
            organ: The organ, likewise.

        Raises:
            UsageError: There is no such question, or it does not take what is given.
        """
        found = queries().get(name)
        if found is None:
            hint_zh, hint_en = did_you_mean(nearest(name, list(queries())))
            raise UsageError(
                f"没有名为 {name!r} 的查询{hint_zh}；全部见 query --list",
                f"no query {name!r}{hint_en}; see query --list",
            )
        given = {"year": year, "organ": organ}
        for key, value in given.items():
            if value is not None and key not in found.takes:
                raise UsageError(f"查询 {name} 不按 {key} 筛选", f"the query {name} takes no {key}")
        return self.ask(found.sql, {key: given[key] for key in found.takes})

    def write(self, target: str | os.PathLike[str]) -> None:
        """Write the tables to a file of DuckDB.

        Args:
            target: The file; it must not be there yet.

        Raises:
            UsageError: It is there.
            OSError: It cannot be written.
        """
        path = Path(target)
        if path.exists():
            raise UsageError(f"{path} 已存在，请换一个文件名", f"{path} exists; choose another name")
        unfinished = path.with_name(f".{path.name}.unfinished")
        unfinished.unlink(missing_ok=True)
        try:
            _copied(self._path, unfinished)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)


def _tables(path: Path) -> Iterator[tuple[str, Any]]:
    """Each table with what Arrow reads it from."""
    from pyarrow import dataset  # noqa: PLC0415  an extra

    for table in TABLES:
        found = sorted(str(part) for part in (path / table).glob("part-*.parquet"))
        shape = schema(table)
        yield table, dataset.dataset(found, schema=shape, format="parquet") if found else shape.empty_table()


def _duckdb() -> Any:  # noqa: ANN401  a module
    arrow()
    try:
        import duckdb  # noqa: PLC0415  an extra
    except ImportError:
        raise MissingExtraError("batch", "查询批量结果", "querying the results of a batch") from None
    return duckdb


def _connected(path: Path) -> "duckdb.DuckDBPyConnection":
    """The tables, read through Arrow; the database itself reaches no file and no variable of Python."""
    connection: duckdb.DuckDBPyConnection = _duckdb().connect(":memory:")
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


def _copied(path: Path, target: Path) -> None:
    with _duckdb().connect(str(target)) as connection:
        for table, found in _tables(path):
            connection.register("found", found)
            connection.execute(f'CREATE TABLE "{table}" AS SELECT * FROM found ORDER BY name')  # noqa: S608  our own
            connection.unregister("found")


def _rows(cursor: "duckdb.DuckDBPyConnection") -> Iterator[tuple[Any, ...]]:
    while rows := cursor.fetchmany(_AT_ONCE):
        yield from rows


def _refused(error: Exception) -> UsageError:
    said = one_line(str(error).partition("\n\n")[0])
    return UsageError(f"查询语句不能执行：{said}", f"the statement cannot be run: {said}")
