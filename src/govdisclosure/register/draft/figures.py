"""The figures that a draft can speak of: facts of the report, and the cells of its tables."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import Final, TypeAlias

import attrs
import pendulum

from govdisclosure.law import form_for, parameter, regulation_for
from govdisclosure.model.agency import Agency, AgencyKind
from govdisclosure.model.forms import TableName, forms_of
from govdisclosure.model.request import BALANCE
from govdisclosure.model.statistics import Grid
from govdisclosure.register.tables.compiling import Compiled
from govdisclosure.text.numerals import plain

__all__ = ["Figures", "known_names"]

Figure: TypeAlias = int | Decimal | str
_TABLES: Final = (TableName.PROACTIVE, TableName.REQUESTS, TableName.REMEDIES)
_JOINTS: Final = "._"
_GOVERNMENTS: Final = frozenset({AgencyKind.GOVERNMENT, AgencyKind.TOWNSHIP, AgencyKind.UNKNOWN})
"""Organs that report assessment and its results (2019 Art 50 para 1 item 4); of an unknown one a person decides."""


@attrs.frozen
class Figures:
    """What is known of one report."""

    compiled: Compiled
    agency: Agency

    def __getitem__(self, name: str) -> Figure | None:
        """A figure by its name; ``None`` where it is not known."""
        if name in _FACTS:
            return _FACTS[name](self.compiled, self.agency)
        table, _, cell = name.partition(".")
        row, _, column = cell.rpartition(".")
        grid = self.compiled.statistics[TableName(table)]
        return None if grid is None else _sum(grid, row, column)

    def holds(self, name: str) -> bool | None:
        """Whether a figure is other than 0; ``None`` where it is not known."""
        value = self[name]
        return None if value is None else value not in {0, ""}

    def shown(self, name: str) -> str:
        """A figure as it is printed; empty where it is not known."""
        value = self[name]
        return plain(value) if isinstance(value, Decimal) else "" if value is None else str(value)


@cache
def known_names() -> frozenset[str]:
    """Every name that a sentence may use."""
    names = set(_FACTS)
    for table in _TABLES:
        for form in forms_of(table):
            for row, column in form.cells():
                names.update(f"{table.value}.{group}.{column}" for group in (row, *_groups(row)))
    return frozenset(names)


def _groups(row: str) -> tuple[str, ...]:
    """Names that stand for several rows: ``denied`` for all that begin so, ``litigation`` for both kinds of suits."""
    return tuple(row[:end] for end, sign in enumerate(row) if sign in _JOINTS)


def _sum(grid: Grid, row: str, column: str) -> int | Decimal | None:
    if (row, column) in grid.form:
        return grid.value(row, column)
    rows = [one.key for one in grid.form.rows if row in _groups(one.key) and one.key not in BALANCE]
    values = [grid.value(one, column) for one in rows if (one, column) in grid.form]
    known = [value for value in values if value is not None]
    return sum(known) if known and len(known) == len(values) else None


def _day(day: pendulum.Date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _counted(entries: tuple[str, ...] | None) -> int | None:
    return None if entries is None else len(entries)


def _left(table: TableName) -> Callable[[Compiled, Agency], int]:
    return lambda compiled, _: sum(one.table is table for one in compiled.uncounted)


def _has(table: TableName) -> Callable[[Compiled, Agency], int]:
    return lambda compiled, _: int(compiled.statistics[table] is not None)


def _title(compiled: Compiled, _: Agency) -> str:
    return str(parameter("report.title").for_report_year(compiled.year).value)


def _form(compiled: Compiled, _: Agency) -> str | None:
    notice = form_for(compiled.year)
    return None if notice is None else f"{notice.name_zh}（{notice.number}）"


_FACTS: Final[Mapping[str, Callable[[Compiled, Agency], Figure | None]]] = {
    "organ": lambda _, agency: agency.name,
    "year": lambda compiled, _: str(compiled.year),
    "title": _title,
    "regulation": lambda compiled, _: regulation_for(compiled.year).name_zh,
    "form": _form,
    "first_day": lambda compiled, _: _day(pendulum.Date(compiled.year, 1, 1)),
    "last_day": lambda compiled, _: _day(compiled.last),
    "government": lambda _, agency: int(agency.kind in _GOVERNMENTS),
    "fee_due": lambda compiled, _: int(bool(parameter("report.fee_statement").for_report_year(compiled.year).value)),
    "items_published": lambda compiled, _: _counted(compiled.facts.published),
    "fees_noticed": lambda compiled, _: _counted(compiled.facts.fees_noticed),
    "fees_paid": lambda compiled, _: _counted(compiled.facts.fees_paid),
    "has_proactive": _has(TableName.PROACTIVE),
    "has_requests": _has(TableName.REQUESTS),
    "has_remedies": _has(TableName.REMEDIES),
    "uncounted_items": _left(TableName.PROACTIVE),
    "uncounted_requests": _left(TableName.REQUESTS),
    "uncounted_cases": _left(TableName.REMEDIES),
}
"""Facts by name, each of what was compiled and the organ that reports."""
