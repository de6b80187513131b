"""One function for every way to run a batch: documents in, results out, as Arrow record batches."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs

from govdisclosure import api
from govdisclosure.batch.arrow import arrow, column
from govdisclosure.batch.rows import Rows, crashed_rows, fault_rows, rows_of, unread_rows
from govdisclosure.batch.schemas import DOCUMENTS, TABLES, results, schema
from govdisclosure.errors import MissingExtraError, ReadError, UsageError
from govdisclosure.model.report import AnnualReport
from govdisclosure.plugins import Plugins, load_plugins
from govdisclosure.rules.rule import BlankIs
from govdisclosure.settings.settings import Settings

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Kernel", "flatten"]

_AT_ONCE = 64
_NO_CONTENT = ("没有内容", "there is no content")


def _words(given: Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


@attrs.frozen(kw_only=True)
class Kernel:
    """Reads and checks documents, batch by batch. It can be pickled and holds nothing open.

    Attributes:
        select: Codes or families to run; all when empty.
        ignore: Codes or families to leave out.
        as_of: The day the judgement is made, ``YYYY-MM-DD``; it never selects the law.
        blank_is: What a blank cell counts as; as ``settings`` say when ``None``.
        settings: What else was chosen.
        plugins: Whether rules and readers of other installed packages are used too.
        declined: Whether plugins were declined for once, so that settings may name what they bring all the same.
    """

    select: tuple[str, ...] = attrs.field(default=(), converter=_words)
    ignore: tuple[str, ...] = attrs.field(default=(), converter=_words)
    as_of: api.Day = None
    blank_is: BlankIs | None = None
    settings: Settings | None = None
    plugins: bool = False
    declined: bool = False

    def __call__(self, batch: "pa.RecordBatch", *, begun: Callable[[int], None] | None = None) -> "pa.RecordBatch":
        """Judge documents.

        Args:
            batch: Columns ``name`` and ``content``; ``fault_zh`` and ``fault_en``, where they are there, say why a
                ``content`` is null.
            begun: Called with the place of each document before it is judged.

        Returns:
            One row a document, in the same order, see :func:`govdisclosure.batch.schemas.results`. A document that
            cannot be read is a row with the reason; none stops the others.

        Raises:
            UsageError: A column is missing, a name is null, or an option is not known.
            MissingExtraError: Arrow is not installed.
        """
        columns = {name: _column(batch, name) for name in DOCUMENTS}
        found: list[Rows] = []
        for place, row in enumerate(zip(*columns.values(), strict=True)):
            if begun is not None:
                begun(place)
            found.append(self._rows(*row))
        return _results(found)

    def require(self) -> None:
        """Turn away options that are not known, before any document is read.

        Raises:
            UsageError: A code is not known, no rule is left, or another option is wrong.
        """
        self._checked(AnnualReport())

    @property
    def suffixes(self) -> frozenset[str]:
        """Endings of names that readers of plugins ask for."""
        added = self._added()
        return frozenset() if added is None else added.suffixes

    def map(self, batches: Iterable["pa.RecordBatch"], table: str | None = None) -> Iterator["pa.RecordBatch"]:
        """Judge a stream of documents, a few at a time, whatever the size of its batches.

        Args:
            batches: As a call takes them.
            table: One of the tables, such as ``outcomes``; the nested rows when ``None``.

        Yields:
            Results in the order of the documents.

        Raises:
            UsageError: There is no such table; or as a call.
        """
        for batch in batches:
            for start in range(0, batch.num_rows, _AT_ONCE):
                found = self(batch.slice(start, _AT_ONCE))
                yield found if table is None else flatten(found, table)

    def _rows(self, name: str, content: bytes | None, zh: str | None, en: str | None) -> Rows:
        if content is None:
            return unread_rows(name, zh or _NO_CONTENT[0], en or zh or _NO_CONTENT[1])
        found = self._judged(name, content)
        known = {"digest": hashlib.sha256(content).hexdigest(), "size": len(content)}
        return attrs.evolve(found, report={**found.report, **known})

    def _judged(self, name: str, content: bytes) -> Rows:
        try:
            report = api.read(content, uri=name, plugins=self._added())
            return rows_of(name, self._checked(report))
        except UsageError:
            raise
        except ReadError as error:
            return fault_rows(name, error)
        except MissingExtraError as error:
            return unread_rows(name, error.zh, error.en)
        except Exception as error:  # noqa: BLE001  one document never ends the batch
            return crashed_rows(name, error)

    def _checked(self, report: Any) -> Any:  # noqa: ANN401  a report, and its assessment
        return api.check(
            report,
            select=self.select,
            ignore=self.ignore,
            as_of=self.as_of,
            blank_is=self.blank_is,
            settings=self.settings,
            plugins=self._added(),
        )

    def _added(self) -> Plugins | None:
        """What other packages add, the readers that are preferred first."""
        preferred = () if self.settings is None else self.settings.prefer_readers
        if self.plugins:
            return _plugins().preferring(*preferred)
        return Plugins(declined=True) if self.declined else None


@cache
def _plugins() -> Plugins:
    return load_plugins(("rules", "readers"))


def _column(batch: "pa.RecordBatch", name: str) -> list[Any]:
    if name in batch.schema.names:
        values: list[Any] = batch.column(batch.schema.get_field_index(name)).to_pylist()
    elif name in {"name", "content"}:
        raise UsageError(f"缺少列 {name}", f"the column {name} is missing")
    else:
        return [None] * batch.num_rows
    if name == "name" and None in values:
        raise UsageError("列 name 不能有空值", "the column name must have no nulls")
    return values


def _results(found: list[Rows]) -> "pa.RecordBatch":
    pa = arrow()
    reports = _table([one.report for one in found], "reports")
    columns = [reports.field("name"), reports]
    for table in TABLES[1:]:
        each: list[tuple[dict[str, Any], ...]] = [getattr(one, table) for one in found]
        offsets = [0]
        for rows in each:
            offsets.append(offsets[-1] + len(rows))
        values = _table([row for rows in each for row in rows], table)
        kind = results().field(table).type
        columns.append(pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), values, type=kind))
    return pa.RecordBatch.from_arrays(columns, schema=results())


def _table(rows: list[dict[str, Any]], table: str) -> "pa.StructArray":
    pa = arrow()
    fields = list(schema(table))
    return pa.StructArray.from_arrays(
        [column([row.get(field.name) for row in rows], field.type) for field in fields], fields=fields
    )


def flatten(results: "pa.RecordBatch", table: str) -> "pa.RecordBatch":
    """The rows of one table out of what a kernel returned.

    Args:
        results: Nested rows, a document each.
        table: One of :data:`govdisclosure.batch.schemas.TABLES`.

    Returns:
        Its rows, those of one document after those of another, in the schema of the table.

    Raises:
        UsageError: There is no such table.
    """
    if table not in TABLES:
        listed = "、".join(TABLES)
        raise UsageError(f"没有表 {table!r}；有 {listed}", f"no table {table!r}; there are {', '.join(TABLES)}")
    held = results.column("report") if table == "reports" else results.column(table).flatten()
    return arrow().RecordBatch.from_arrays(held.flatten(), schema=schema(table))
