"""What a panel's series and rates are made of, read from data and held against the forms."""

import tomllib
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import attrs

from govdisclosure.law import instrument
from govdisclosure.model.edition import Edition
from govdisclosure.model.forms import Form, TableName, forms_of
from govdisclosure.model.labels import column_words, row_words
from govdisclosure.model.place import CellName
from govdisclosure.model.report import ClaimKind
from govdisclosure.rules.outcome import Message

__all__ = ["Made", "Rate", "Series", "panel_rates", "panel_series"]

_NOTHING = Message("", "")
_MONEY = "万元"


@attrs.frozen(kw_only=True, eq=False)
class Made:
    """What makes a series in the form of one edition.

    Attributes:
        cells: The cells that are added up, all of one table.
        comparable: Whether they count the same as in the form of 2021.
        note: What differs, with the notice that set the form; empty where nothing does.
    """

    cells: tuple[CellName, ...]
    comparable: bool = True
    note: Message = _NOTHING


@attrs.frozen(kw_only=True, eq=False)
class Series:
    """One quantity over the years.

    Attributes:
        key: Its name, such as ``requests.denied``.
        label: What it is called.
        unit: The unit of its figures; ``None`` where forms and years print different ones, or none.
        made: What makes it, by the edition of the table that is read, the form of 2021 first.
        claims: The kinds of quantity that prose states of it, for reports without the table.
    """

    key: str
    label: Message
    unit: str | None = None
    made: Mapping[Edition, Made] = attrs.field(factory=dict)
    claims: tuple[ClaimKind, ...] = ()


@attrs.frozen(kw_only=True)
class Rate:
    """One rate: the sum of some series over that of others.

    Attributes:
        key: Its name, such as ``refusal_share``.
        label: What it is called.
        numerator: The series above the line.
        denominator: The series below it.
        growth: True where it is the change of a series against the year before: this year's less last year's above,
            last year's below.
    """

    key: str
    label: Message
    numerator: tuple[str, ...]
    denominator: tuple[str, ...]
    growth: bool = False

    @property
    def formula(self) -> str:
        """How it is worked out, by the names of the series."""
        above, below = " + ".join(self.numerator), " + ".join(self.denominator)
        return f"({above} - {below}[-1]) / {below}[-1]" if self.growth else f"({above}) / ({below})"


@cache
def panel_series() -> tuple[Series, ...]:
    """The series of a panel, in its order.

    >>> next(one.label.zh for one in panel_series() if one.key == "requests.denied.state_secret")
    '(三)不予公开-1.属于国家秘密'
    """
    raw = _data("series.toml")
    made = [*map(_series, raw["series"]), *(one for each in raw["each"] for one in _each(each))]
    found = {one.key: one for one in made}
    for also in raw["also"]:
        one = found[also["series"]]
        found[one.key] = attrs.evolve(one, made=_in_order({**one.made, **_made(also)}))
    return tuple(found.values())


@cache
def panel_rates() -> tuple[Rate, ...]:
    """The rates, with the series above and below the line.

    >>> panel_rates()[0].formula
    '(requests.granted) / (requests.handled)'
    """
    return tuple(
        Rate(
            key=one["key"],
            label=Message(one["zh"], one["en"]),
            numerator=tuple(one["numerator"]),
            denominator=tuple(one["denominator"]),
            growth=one.get("growth", False),
        )
        for one in _data("rates.toml")["rate"]
    )


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(files("govdisclosure.analysis.panels").joinpath("data", name).read_text("utf-8"))


def _series(raw: dict[str, Any]) -> Series:
    made = {edition: one for entry in raw["made"] for edition, one in _made(entry).items()}
    return Series(
        key=raw["key"],
        label=Message(raw["zh"], raw["en"]),
        unit=raw.get("unit"),
        made=_in_order(made),
        claims=tuple(ClaimKind(kind) for kind in raw.get("claims", ())),
    )


def _made(raw: dict[str, Any]) -> dict[Edition, Made]:
    found = {}
    for edition in map(Edition, raw["of"]):
        cells = tuple(cell for pattern in raw["cells"] for cell in _matching(pattern, edition))
        found[edition] = Made(cells=cells, comparable=raw.get("comparable", True), note=_note(raw))
    return found


def _note(raw: dict[str, Any]) -> Message:
    """What differs, with the notice and the report years it governs."""
    if "note_zh" not in raw:
        return _NOTHING
    notice = instrument(raw["cite"])
    first, last = notice.report_years or (None, None)
    years = f"{first}—{last}" if last else f"{first}"
    zh = f"{raw['note_zh']}（{notice.number}，{years}{'' if last else '起'}年度）"
    en = f"{raw['note_en']} ({notice.number}, report years {years}{'' if last else ' on'})"
    return Message(zh, en)


def _matching(pattern: str, edition: Edition) -> Iterator[CellName]:
    """The cells of a form that a pattern means; it must mean some."""
    table, row, column = pattern.split(":")
    form = next(form for form in forms_of(TableName(table)) if form.edition is edition)
    found = [cell for cell in form.cells() if fnmatchcase(cell[0], row) and fnmatchcase(cell[1], column)]
    if not found:
        raise ValueError(f"{pattern} is no cell of the form of {edition.value}")
    return (CellName(table=table, row=one, column=other) for one, other in found)


def _each(raw: dict[str, Any]) -> Iterator[Series]:
    """A series of each cell that the latest form has, then of those that only an earlier one has."""
    forms = tuple(reversed(forms_of(TableName(raw["table"]))))
    wanted = {
        cell: None
        for form in forms
        for cell in form.cells()
        if any(fnmatchcase(cell[0], row) for row in raw["rows"]) and cell[1] in raw["columns"]
    }
    same, note = raw.get("comparable", True), _note(raw)
    for row, column in wanted:
        having = [form for form in forms if (row, column) in form]
        cell = CellName(table=raw["table"], row=row, column=column)
        money = having[0].column(column).money is not None
        yield Series(
            key=raw["key"].format(row=row, column=column),
            label=_label(having[0], row, column, alone=len(raw["columns"]) == 1),
            unit=_MONEY if money else raw.get("unit"),
            made=_in_order({form.edition: Made(cells=(cell,), comparable=same, note=note) for form in having}),
        )


def _label(form: Form, row: str, column: str, *, alone: bool) -> Message:
    (row_zh, row_en), (column_zh, column_en) = row_words(form, row), column_words(form, column)
    bare = alone and column in {"total", "year"}
    return Message(row_zh, row_en) if bare else Message(f"{row_zh}·{column_zh}", f"{row_en}, {column_en}")


def _in_order(made: Mapping[Edition, Made]) -> Mapping[Edition, Made]:
    """What makes a series, the latest form first."""
    return MappingProxyType({edition: made[edition] for edition in reversed(Edition) if edition in made})
