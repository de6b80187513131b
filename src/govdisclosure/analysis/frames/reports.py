"""Reports of many organs and years as tables."""

import os
from collections.abc import Iterable, Mapping
from functools import cached_property, reduce
from operator import add, and_, index, or_
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from govdisclosure.analysis.frames.gathering import Given, Telling, gathered
from govdisclosure.analysis.frames.parts import Part, held, of_batch
from govdisclosure.analysis.frames.showing import report_tables_html, report_tables_repr, report_tables_text
from govdisclosure.analysis.frames.table import Table
from govdisclosure.batch.arrow import arrow
from govdisclosure.batch.kernel import Kernel
from govdisclosure.batch.results import is_results
from govdisclosure.batch.schemas import schema
from govdisclosure.documents.endings import PASSED_OVER
from govdisclosure.errors import UsageError
from govdisclosure.rules.outcome import Message
from govdisclosure.text.language import Lang, require_lang
from govdisclosure.text.shown import Shown

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["ReportTables", "report_tables"]

_YEARS = range(-(2**15), 2**15)
"""What the column holds."""


@attrs.frozen(eq=False, repr=False, slots=False)
class ReportTables(Shown):
    """The tables of many reports; each is had where it is asked for. Two are put together with ``+``."""

    _parts: tuple[Part, ...]
    _said: tuple[Message, ...] = ()

    @classmethod
    def of(cls, tables: Mapping[str, "pa.Table"], notes: tuple[Message, ...] = ()) -> "ReportTables":
        """Tables that are in memory.

        Args:
            tables: By name, in the schema of :func:`govdisclosure.batch.schemas.schema`; one that is missing is empty,
                and so is a column; others are left out.
            notes: What is not whole in them.

        Raises:
            UsageError: A column has values that its kind does not take.
        """
        return cls((held(tables),), notes)

    @property
    def notes(self) -> tuple[Message, ...]:
        """What is not whole in them."""
        left_out = sum(part.nameless for part in self._parts)
        return (*self._said, _nameless(left_out)) if left_out else self._said

    @cached_property
    def unplaced(self) -> int:
        """How many documents may be a report of any organ and year, whatever :meth:`where` left out.

        Those are reports left out because their organ or year was not read, and files that are of no kind that is read,
        such as pictures. What could not be read is in ``unread``.
        """
        every = self._everywhere()
        passed_over = int(every.num_rows - every.filter(_not_passed_over(every)).num_rows)
        return sum(part.nameless for part in self._parts) + passed_over

    @cached_property
    def reports(self) -> Table:
        """A row a document, those that could not be read among them."""
        return self._table("reports")

    @cached_property
    def sections(self) -> Table:
        """A row a section, with its text."""
        return self._table("sections")

    @cached_property
    def cells(self) -> Table:
        """A row a cell of the statutory tables; ``printed`` says what stands there, ``value`` the figure."""
        return self._table("cells")

    @cached_property
    def claims(self) -> Table:
        """A row a figure that the prose states."""
        return self._table("claims")

    @cached_property
    def mechanisms(self) -> Table:
        """A row an arrangement that a report gives evidence of."""
        return self._table("mechanisms")

    @cached_property
    def outcomes(self) -> Table:
        """A row a verdict of a rule."""
        return self._table("outcomes")

    @cached_property
    def unread(self) -> Table:
        """The rows of ``reports`` that were not read, with the reason; whatever :meth:`where` left out.

        Files that are of no kind that is read, such as pictures, are in ``reports`` alone.
        """
        import pyarrow.compute as pc  # noqa: PLC0415  an extra

        every = self._everywhere()
        wanted = pc.and_(pc.not_equal(every.column("status"), "read"), _not_passed_over(every))
        return Table("reports", every.filter(wanted))

    def _everywhere(self) -> "pa.Table":
        """All rows of ``reports``, those that were left out among them."""
        return arrow().concat_tables([part.source("reports", None) for part in self._parts])

    def where(
        self, *, organ: str | Iterable[str] | None = None, year: int | Iterable[int] | None = None
    ) -> "ReportTables":
        """The rows of some organs or years; what was not read stays in ``unread``, as it may be of any.

        Args:
            organ: Names of organs, as they stand in ``organ``.
            year: Years of the report.

        Returns:
            The tables, each with the rows of these alone; ``notes`` says how many reports were left out because their
            organ or year was not read.
        """
        import pyarrow.compute as pc  # noqa: PLC0415  an extra

        given: dict[str, list[Any]] = {}
        if organ is not None:
            given["organ"] = _organs(organ)
        if year is not None:
            given["year"] = [one for one in _numbers(year) if one in _YEARS]
        asked = [
            pc.field(name).isin(arrow().array(values, schema("reports").field(name).type))
            for name, values in given.items()
        ]
        if not asked:
            return self
        unknown = (pc.field("status") == "read") & reduce(or_, (pc.field(name).is_null() for name in given))
        return ReportTables(tuple(part.narrowed(reduce(and_, asked), unknown) for part in self._parts), self._said)

    def rows(self, table: str) -> int:
        """How many rows a table has, which is known without reading them unless :meth:`where` was asked.

        Args:
            table: One of :data:`govdisclosure.batch.schemas.TABLES`.
        """
        return sum(part.rows(table) for part in self._parts)

    def __add__(self, other: "ReportTables") -> "ReportTables":
        """The rows of both, those of the first first."""
        if not isinstance(other, ReportTables):
            return NotImplemented
        return ReportTables((*self._parts, *other._parts), tuple(dict.fromkeys((*self._said, *other._said))))

    def __repr__(self) -> str:
        """One line: how many were read and how many not, and what was found."""
        return report_tables_repr(self)

    def __str__(self) -> str:
        """The same as :meth:`render` in Chinese."""
        return self.render()

    def render(self, lang: Lang = "zh") -> str:
        """How many were read, what was not and why, what was found, and the tables; as text.

        Args:
            lang: ``zh`` or ``en``.
        """
        return report_tables_text(self, lang)

    def to_html(self, lang: Lang | None = None) -> str:
        """How many were read, what was not and why, what was found, and the tables.

        Args:
            lang: ``zh`` or ``en``; Chinese and English when ``None``.
        """
        return report_tables_html(self, lang)

    def _table(self, name: str) -> Table:
        rows = arrow().concat_tables([part.of(name) for part in self._parts])
        return Table(name, rows.replace_schema_metadata(schema(name).metadata))


def report_tables(
    inputs: Given | Iterable[Given],
    *,
    kernel: Kernel | None = None,
    progress: Telling = None,
    lang: Lang = "zh",
    workers: int | None = None,
) -> ReportTables:
    """The tables of many reports: read and judged here, or out of the folder that ``govdisclosure batch`` left.

    Args:
        inputs: Files, folders with all below them, patterns, ``@`` and a list, archives, NDJSON or Parquet of
            documents; or folders that a batch left, of which each table is read where it is asked for.
        kernel: How documents are read and judged; what a batch left is as its own options said.
        progress: Called with the documents done and those resumed; or whether a bar is shown: in a notebook and on a
            terminal when ``None``.
        lang: The language of the bar, ``zh`` or ``en``.
        workers: How many processes read; this one alone when ``None``, and then no document is given up for the time
            that it takes.

    Returns:
        The tables ``reports`` (a row a document; one that cannot be read is a row with the reason), ``sections``,
        ``cells``, ``claims``, ``mechanisms`` and ``outcomes`` (``name`` says of which document each row is), in the
        schemas of :data:`govdisclosure.batch.schemas.COLUMNS`. Figures are as printed; ``unit`` says in which unit.

    Raises:
        UsageError: An option is not known, or a folder that a batch left cannot be read.
        OutputError: With ``workers``: no process could be started, or there is no room for what they find.
        MissingExtraError: Arrow is not installed.
    """
    arrow()
    require_lang(lang)
    named = _named(inputs)
    left = [one for one in named if is_results(Path(one))]
    if left and kernel is not None:
        raise UsageError(
            "批量结果是按当时的选项核查的，不能再给 kernel；要换选项，请重新核查原来的文件",
            "what a batch left was judged as its options said, so it takes no kernel; to judge otherwise, give the "
            "documents again",
        )
    found = [ReportTables((part,), notes) for part, notes in (of_batch(Path(one)) for one in left)]
    others = [one for one in named if not is_results(Path(one))]
    if others or not found:
        found.append(ReportTables.of(gathered(others, kernel or Kernel(), progress, lang, workers)))
    return reduce(add, found)


def _named(inputs: Given | Iterable[Given]) -> list[str | Path]:
    given: list[Any] = [inputs]
    if not isinstance(inputs, str | os.PathLike) and isinstance(inputs, Iterable):
        given = list(inputs)
    for one in given:
        if not isinstance(one, str | os.PathLike):
            kind = type(one).__name__
            raise UsageError(
                f"需要文件、文件夹的路径（文字或 Path），不是 {kind}",
                f"paths of files or folders (str or Path) are needed, not {kind}",
            )
    return [one if isinstance(one, str) else Path(one) for one in given]


def _organs(given: str | Iterable[str]) -> list[str]:
    """One name or several."""
    named = [given] if isinstance(given, str) or not isinstance(given, Iterable) else list(given)
    if not all(one is None or isinstance(one, str) for one in named):
        raise UsageError("organ 应是机关名称（文字）", "organ must be names of organs (text)")
    return named


def _numbers(given: int | Iterable[int]) -> list[int]:
    """One number or several, of whatever library."""
    several: Iterable[Any] = given if isinstance(given, Iterable) and not isinstance(given, str) else [given]
    try:
        return [int(one) if isinstance(one, float) and one.is_integer() else index(one) for one in several]
    except TypeError:
        raise UsageError("year 应是年度，如 2023", "year must be a year such as 2023") from None


def _not_passed_over(reports: "pa.Table") -> "pa.ChunkedArray":
    """Which rows are of a kind that is read."""
    import pyarrow.compute as pc  # noqa: PLC0415  an extra

    return pc.invert(pc.starts_with(pc.fill_null(reports.column("fault_en"), ""), pattern=PASSED_OVER))


def _nameless(count: int) -> Message:
    return Message(
        f"另有 {count:,} 份报告没有读出机关或年度，未在筛选结果内",
        f"{count:,} reports whose organ or year was not read are left out",
    )
