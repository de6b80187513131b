"""The statutory tables of a year, compiled from the register of an organ, with the entries behind each cell."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import partial
from types import MappingProxyType
from typing import Protocol, TypeVar

import attrs
import pendulum

from govdisclosure.errors import UsageError
from govdisclosure.law import edition_for
from govdisclosure.model.agency import Agency
from govdisclosure.model.case import Case
from govdisclosure.model.count import Count, Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import APPLICANTS, Column, Form, TableName, forms_of
from govdisclosure.model.item import Item
from govdisclosure.model.request import Request
from govdisclosure.model.statistics import Cell, Grid, Statistics
from govdisclosure.register.tables.booking import REASONS, Booked, Ledger, Note, Reason, Span, Uncounted
from govdisclosure.register.tables.cases import book_case
from govdisclosure.register.tables.facts import Facts, find_facts, find_notes
from govdisclosure.register.tables.items import book_item
from govdisclosure.register.tables.requests import book_request, contested_by
from govdisclosure.text.language import Lang
from govdisclosure.text.markup import below, element, ends, left_out
from govdisclosure.text.numerals import plain
from govdisclosure.text.personal import mask_personal
from govdisclosure.text.shown import Shown

__all__ = ["Compiled", "compile", "span_of"]


class _Entry(Protocol):
    @property
    def id(self) -> str: ...


E = TypeVar("E", bound=_Entry)
_SHOWN = 400


@attrs.frozen(kw_only=True, slots=False, eq=False, repr=False)
class Compiled(Shown):
    """The tables of a year and what stands behind them.

    Attributes:
        year: The year.
        edition: The form.
        agency: Whose register it is, where that was said.
        last: The day up to which was counted: the last of the year, or an earlier one that was asked for.
        statistics: The tables; ``None`` for one of which there is no register, which is not a table of zeros.
        uncounted: Entries that concern the year and stand in no cell.
        facts: What else the register says of the year.
        notes: What to know about how the figures were counted.
    """

    year: int
    edition: Edition
    agency: Agency | None = None
    last: pendulum.Date
    statistics: Statistics
    uncounted: tuple[Uncounted, ...] = ()
    facts: Facts = attrs.field(factory=Facts)
    notes: tuple[Note, ...] = ()
    _ledgers: Mapping[TableName, Ledger] = attrs.field(factory=dict, repr=False)

    def __repr__(self) -> str:
        """One line: the year, the form, and how much was counted."""
        left = f", {len(self.uncounted)} not counted" if self.uncounted else ""
        return f"<Compiled {self.year} {self.edition.value}: {self.statistics!r}{left}>"

    def __str__(self) -> str:
        """The tables with their columns aligned, in Chinese."""
        return self.render()

    def render(self, lang: Lang = "zh") -> str:
        """The tables with their columns aligned.

        Args:
            lang: ``zh`` or ``en``.
        """
        return self.statistics.render(lang)

    def to_html(self, lang: Lang | None = None) -> str:
        """The tables in the layout of the official form, and what could not be counted.

        Args:
            lang: ``zh`` or ``en``; Chinese and English when ``None``.
        """
        shown, more = ends(self.uncounted, _SHOWN)
        left = (
            element("li", below(f"未计入 {one.entry}：{one.zh}", f"not counted {one.entry}: {one.en}", lang))
            for one in (attrs.evolve(one, entry=mask_personal(one.entry)) for one in shown)
        )
        listed = "".join(left)
        tables = self.statistics.to_html(lang)
        return element("div", tables + (element("ul", listed) if listed else "") + left_out(more, lang))

    def entries(self, table: TableName | str, row: str, column: str) -> tuple[str, ...]:
        """The entries behind a cell, in the order of the register; of a total, those behind its parts.

        Args:
            table: The table.
            row: The row, such as ``denied.state_secret``.
            column: The column, such as ``natural_person``.

        Returns:
            Their ``id``; nothing where the cell is 0, unless as much was added as was taken away (本年增/减).

        Raises:
            UsageError: No form of this year has such a cell.
        """
        name = next((one for one in TableName if one.value == table), None)
        form = None if name is None else _form(name, self.edition)
        if name is None or form is None or (row, column) not in form:
            raise UsageError(
                f"{self.year}年度的表格没有 {table}/{row}/{column} 这一格",
                f"no table of {self.year} has a cell {table}/{row}/{column}",
            )
        ledger = self._ledgers.get(name)
        return () if ledger is None else ledger.entries((row, column))

    @property
    def carried_in(self) -> Mapping[str, int]:
        """Requests carried in from last year, by column of table three; empty without a register of requests."""
        return self._row("carried_in")

    @property
    def carried_out(self) -> Mapping[str, int]:
        """Requests carried out into next year, likewise."""
        return self._row("carried_out")

    def _row(self, row: str) -> Mapping[str, int]:
        grid = self.statistics.requests
        found = {} if grid is None else {column.key: int(grid.value(row, column.key) or 0) for column in APPLICANTS}
        return MappingProxyType(found)


def compile(  # noqa: A001, PLR0913  what it is called in this field, and what it needs
    requests: Iterable[Request] | None,
    cases: Iterable[Case] | None,
    items: Iterable[Item] | None,
    year: int,
    *,
    edition: Edition | None = None,
    as_of: pendulum.Date | None = None,
    agency: Agency | None = None,
) -> Compiled:
    """Compile the statutory tables of a year.

    Args:
        requests: The register of requests of any years; ``None`` where there is none, which is not an empty one.
        cases: The register of cases, likewise.
        items: The catalogue, likewise.
        year: The year.
        edition: The form; that of the year when ``None``.
        as_of: The day as of which the register is read: later events have not happened. A day within the year is the
            last that is counted.
        agency: Whose register it is.

    Returns:
        The tables, every cell a number, with the entries behind them and those that could not be counted.

    Raises:
        UsageError: The year has no statutory tables, or ``as_of`` lies before it.
        NotInForceError: There was no duty to report on that year.
    """
    span = span_of(year, edition=edition, as_of=as_of)
    asked = None if requests is None else tuple(requests)
    contested = None if cases is None else tuple(cases)
    listed = None if items is None else tuple(items)
    book = partial(book_request, contested=contested_by(contested or ()))
    books = (
        _book(TableName.PROACTIVE, _with_kinds(listed), book_item, span),
        _book(TableName.REQUESTS, asked, book, span),
        _book(TableName.REMEDIES, contested, book_case, span),
    )
    ledgers = {ledger.form.table: ledger for ledger, _ in books if ledger is not None}
    return Compiled(
        year=year,
        edition=span.edition,
        agency=agency,
        last=span.last,
        statistics=Statistics(**{table.value: _grid(ledger) for table, ledger in ledgers.items()}),
        uncounted=tuple(one for _, found in books for one in found),
        facts=find_facts(asked, listed, span),
        notes=tuple(find_notes(asked, contested, listed, span)),
        ledgers=MappingProxyType(ledgers),
    )


def span_of(year: int, *, edition: Edition | None = None, as_of: pendulum.Date | None = None) -> Span:
    """The year to count, with its form.

    Args:
        year: The year.
        edition: The form; that of the year when ``None``.
        as_of: The day as of which the register is read.

    Raises:
        UsageError: The year has no statutory tables, or ``as_of`` lies before it.
        NotInForceError: There was no duty to report on that year.
    """
    form = edition_for(year) if edition is None else edition
    if form is Edition.FREE_FORM:
        raise UsageError(
            f"{year}年度的报告没有全国统一的表格（自2019年度起有）；要按某一格式试算，请指定 edition",
            f"reports on {year} have no statutory tables (from 2019 on they have); name an edition to use its form",
        )
    if not 1 <= year <= pendulum.Date.max.year:
        raise UsageError(f"没有{year}年这样的年份，请核对", f"there is no year {year}; check it")
    first, last = pendulum.Date(year, 1, 1), pendulum.Date(year, 12, 31)
    if as_of is not None and as_of < first:
        raise UsageError(
            f"截止日期{as_of.isoformat()}早于{year}年，没有可统计的",
            f"{as_of.isoformat()} is before {year}: nothing to count",
        )
    return Span(year=year, first=first, last=min(last, as_of or last), known=as_of, edition=form)


def _form(table: TableName, edition: Edition) -> Form | None:
    return next((form for form in forms_of(table) if form.edition is edition), None)


def _with_kinds(items: tuple[Item, ...] | None) -> tuple[Item, ...] | None:
    """A catalogue that names no kind at all says nothing on table two."""
    return None if items and all(item.kind is None for item in items) else items


def _book(
    table: TableName, entries: tuple[E, ...] | None, book: Callable[[E, Span], Booked | None], span: Span
) -> tuple[Ledger | None, tuple[Uncounted, ...]]:
    """Book every entry that concerns the year; two with one number cannot be told apart, so neither is counted."""
    form = _form(table, span.edition)
    if entries is None or form is None:
        return None, ()
    ledger = Ledger(form, tuple(entry.id for entry in entries))
    found = [(position, entry.id, one) for position, entry in enumerate(entries) if (one := book(entry, span))]
    twice = {number for number, times in Counter(number for _, number, _ in found).items() if times > 1}
    left: list[Uncounted] = []
    for position, number, one in found:
        reason = Reason.DUPLICATE if number in twice else one.reason
        if reason is None:
            ledger.book(position, one)
            continue
        zh, en = REASONS[reason]
        row, column = (None, None) if reason is Reason.DUPLICATE else (one.row, one.column)
        left.append(Uncounted(entry=number, table=table, row=row, column=column, reason=reason, zh=zh, en=en))
    return ledger, tuple(left)


def _grid(ledger: Ledger) -> Grid:
    form = ledger.form
    cells = (
        Cell(row=row, column=column, count=_count(ledger.value((row, column)), form.column(column)))
        for row, column in form.cells()
    )
    return Grid(table=form.table, edition=form.edition, cells=tuple(cells))


def _count(value: int | Decimal, column: Column) -> Count:
    """A figure as it is printed: money with its unit where the form leaves that to the cell."""
    exact = int(value) if value == int(value) else Decimal(value)
    money = column.money is not None
    unit = (column.money or "元") if money else None
    text = f"{plain(Decimal(exact))}{'元' if column.money == '' else ''}"
    return Count(printed=Printed.NUMBER, text=text, value=exact, unit=unit)
