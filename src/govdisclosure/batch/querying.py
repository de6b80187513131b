"""The tables of a batch as tables of DuckDB: to be asked in SQL, and nothing else to be reached from there."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import attrs

from govdisclosure.batch.database import connected, copied, duckdb_module
from govdisclosure.batch.questions import Query, queries
from govdisclosure.batch.results import left_in
from govdisclosure.documents.endings import PASSED_OVER
from govdisclosure.errors import OutputError, UsageError
from govdisclosure.text.display import one_line
from govdisclosure.text.personal import mask_personal
from govdisclosure.text.suggestions import did_you_mean, nearest

if TYPE_CHECKING:
    import duckdb

__all__ = ["Answer", "Query", "Results", "queries"]

_AT_ONCE = 1_000


@attrs.frozen(kw_only=True)
class Answer:
    """What a statement came to.

    Attributes:
        columns: Names of its columns.
        rows: Its rows, as far as they are asked for; to be gone through once, while the results are open and before
            another statement is run.
        unjudged: For a question about rules, how many documents they did not judge: unread, of a year or organ that
            was not read, open, or checked without them.
    """

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]
    unjudged: int = 0


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
        self.unfinished = not left_in(path).complete
        self._path = path
        self._connection = connected(path)

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
            sql: The statement, in the SQL of DuckDB; tables are ``reports``, ``sections``, ``cells``, ``claims``,
                ``mechanisms`` and ``outcomes``.
            parameters: Values for ``$name`` in it.

        Raises:
            UsageError: It is not understood, is not one statement that reads, or reaches for something else.
        """
        import duckdb  # noqa: PLC0415  an extra

        try:
            statement = _one_that_reads(sql)
            _require_values(statement.named_parameters, dict(parameters or {}))
            cursor = self._connection.execute(statement, dict(parameters or {}))
            columns = tuple(one[0] for one in cursor.description or ())
        except duckdb.Error as error:
            raise _refused(error) from None
        return Answer(columns=_apart(columns), rows=_rows(cursor))

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
        unjudged = self._unjudged(found.rules, given) if found.rules else 0
        return attrs.evolve(self.ask(found.sql, {key: given[key] for key in found.takes}), unjudged=unjudged)

    def _unjudged(self, rules: tuple[str, ...], given: Mapping[str, object]) -> int:
        """Documents without a verdict of any of these rules; one of a year or organ not read may be of any."""
        ((count,),) = self.ask(_UNJUDGED, {**given, "rules": list(rules), "passed_over": PASSED_OVER}).rows
        return int(count)

    def write(self, target: str | os.PathLike[str]) -> None:
        """Write the tables to a file of DuckDB.

        Args:
            target: The file; it must not be there yet.

        Raises:
            UsageError: It is there.
            OutputError: It cannot be written.
        """
        import duckdb  # noqa: PLC0415  an extra

        path = Path(target)
        if path.exists():
            raise UsageError(f"{path} 已存在，请换一个文件名", f"{path} exists; choose another name")
        unfinished = path.with_name(f".{path.name}.unfinished")
        unfinished.unlink(missing_ok=True)
        try:
            copied(self._path, unfinished)
            unfinished.replace(path)
        except (duckdb.Error, OSError) as error:
            why = one_line(str(error).partition("\n\n")[0])
            raise OutputError(f"{path} 无法写入：{why}", f"{path} cannot be written: {why}") from None
        finally:
            unfinished.unlink(missing_ok=True)
            unfinished.with_name(f"{unfinished.name}.wal").unlink(missing_ok=True)


_UNJUDGED = """
SELECT count(*) FROM reports
WHERE ($year IS NULL OR year IS NULL OR year = $year) AND ($organ IS NULL OR organ IS NULL OR organ = $organ)
  AND name NOT IN (SELECT name FROM outcomes WHERE kind <> 'open' AND list_contains($rules, rule))
  AND NOT starts_with(coalesce(fault_en, ''), $passed_over)
"""


def _one_that_reads(sql: str) -> "duckdb.Statement":
    found = duckdb_module().extract_statements(sql)
    if len(found) != 1 or found[0].type.name not in {"SELECT", "EXPLAIN"}:
        raise UsageError(
            "请给出一条查询语句（SELECT、DESCRIBE 等）；结果表只能读，不能改",
            "give one statement that reads (SELECT, DESCRIBE and so on); the tables cannot be changed",
        )
    statement: duckdb.Statement = found[0]
    return statement


def _require_values(wanted: set[str], given: Mapping[str, object]) -> None:
    """Turn away a statement that wants what is not given, or the other way round."""
    for name in sorted(wanted - given.keys()):
        zh, en = (f"；请加 --{name}", f"; say --{name}") if name in {"year", "organ"} else ("", "")
        raise UsageError(f"语句里的 ${name} 没有给值{zh}", f"no value is given for ${name} in the statement{en}")
    for name in sorted(given.keys() - wanted):
        raise UsageError(f"语句里没有 ${name}，不能按它筛选", f"the statement has no ${name} to be asked by")


def _apart(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Names of columns, no two the same, so that none hides another in an object."""
    found: dict[str, None] = {}
    for name in columns:
        number, unlike = 1, name
        while unlike in found:
            number += 1
            unlike = f"{name}_{number}"
        found[unlike] = None
    return tuple(found)


def _rows(cursor: "duckdb.DuckDBPyConnection") -> Iterator[tuple[Any, ...]]:
    import duckdb  # noqa: PLC0415  an extra

    try:
        while rows := cursor.fetchmany(_AT_ONCE):
            yield from rows
    except duckdb.Error as error:
        raise _refused(error) from None


def _refused(error: Exception) -> UsageError:
    # A value that cannot be turned into a number is quoted there.
    said = mask_personal(one_line(str(error).partition("\n\n")[0]))
    return UsageError(f"查询语句不能执行：{said}", f"the statement cannot be run: {said}")
