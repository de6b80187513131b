"""Where the rows of report tables come from, and which of them are wanted."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import attrs

from govdisclosure.batch.arrow import arrow
from govdisclosure.batch.results import dataset, lacking, left_in, readable, require_whole
from govdisclosure.batch.schemas import TABLES, schema
from govdisclosure.errors import UsageError
from govdisclosure.rules.outcome import Message
from govdisclosure.text.display import cut, one_line

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow.compute import Expression

__all__ = ["Part", "held", "of_batch"]

_SHOWN = 200


class _Source(Protocol):
    """Where tables are."""

    def __call__(self, name: str, wanted: "Expression | None") -> "pa.Table": ...

    def count(self, name: str, wanted: "Expression | None") -> int: ...


@attrs.frozen(eq=False)
class Part:
    """Rows from one place.

    Attributes:
        source: Where they are.
        wanted: Which of them are wanted; all where ``None``.
        nameless: How many reports were left out because what was asked for was not read of them.
    """

    source: _Source
    wanted: "Expression | None" = None
    nameless: int = 0

    def of(self, name: str) -> "pa.Table":
        """The rows of one table."""
        return self.source(name, self.wanted)

    def rows(self, name: str) -> int:
        """How many rows of one table there are."""
        return self.source.count(name, self.wanted)

    def narrowed(self, wanted: "Expression", unknown: "Expression") -> "Part":
        """Fewer of them.

        Args:
            wanted: Which rows are wanted.
            unknown: Reports of which that cannot be said.
        """
        left_out = self.source.count("reports", self._and(unknown))
        return attrs.evolve(self, wanted=self._and(wanted), nameless=self.nameless + left_out)

    def _and(self, wanted: "Expression") -> "Expression":
        return wanted if self.wanted is None else self.wanted & wanted


def held(tables: Mapping[str, "pa.Table"]) -> Part:
    """Tables in memory; one that is missing is empty, as is a column.

    Raises:
        UsageError: A column has values that its kind does not take.
    """
    return Part(_Held({name: _shaped(name, tables.get(name)) for name in TABLES}))


def of_batch(folder: Path) -> tuple[Part, tuple[Message, ...]]:
    """The folder that a batch left, and what is not whole in it.

    Raises:
        UsageError: It cannot be read, or its tables are not those of the batch that it tells of.
    """
    left = left_in(folder)
    with readable(folder):
        require_whole(left, dataset(folder, "reports").count_rows())
    return Part(_Left(folder)), (*left.notes, *map(_not_there, lacking(folder)))


@attrs.frozen(eq=False)
class _Held:
    tables: Mapping[str, "pa.Table"]

    def __call__(self, name: str, wanted: "Expression | None") -> "pa.Table":
        found = self.tables[name]
        return found if wanted is None else found.filter(wanted)

    def count(self, name: str, wanted: "Expression | None") -> int:
        return int(self(name, wanted).num_rows)


@attrs.frozen(eq=False)
class _Left:
    folder: Path

    def __call__(self, name: str, wanted: "Expression | None") -> "pa.Table":
        with readable(self.folder):
            return dataset(self.folder, name).to_table(filter=wanted)

    def count(self, name: str, wanted: "Expression | None") -> int:
        with readable(self.folder):
            return int(dataset(self.folder, name).count_rows(filter=wanted))


def _shaped(name: str, given: "pa.Table | None") -> "pa.Table":
    """A table in its schema."""
    pa, shape = arrow(), schema(name)
    if given is None:
        return shape.empty_table()
    if given.schema.equals(shape):
        return given
    there = set(given.column_names)
    try:
        columns = [
            given.column(field.name).cast(field.type)
            if field.name in there
            else pa.chunked_array([pa.nulls(given.num_rows, field.type)])
            for field in shape
        ]
    except pa.ArrowException as error:
        told = cut(one_line(str(error)), _SHOWN)
        raise UsageError(f"{name} 表的列不合要求：{told}", f"a column of {name} does not fit: {told}") from None
    return pa.Table.from_arrays(columns, schema=shape)


def _not_there(table: str) -> Message:
    return Message(
        f"结果文件夹没有 {table} 表（由较早的版本做成），此表为空不表示没有",
        f"the folder has no table {table} (an earlier release made it): that it is empty does not mean there is none",
    )
