"""Instruments and dated parameters as a listing, for a terminal and for a notebook."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import pendulum

from govdisclosure.law.dated import DatedValue, Parameter
from govdisclosure.law.provision import Instrument
from govdisclosure.rules.showing import Lang
from govdisclosure.text.markup import element, escape, table
from govdisclosure.writing.pages import value_word

__all__ = ["Group", "groups", "groups_html", "groups_text"]

Group: TypeAlias = tuple[str, tuple[tuple[str, ...], ...]]
"""A heading, and rows of key, name, days and provision."""

_HEADINGS = {
    "instruments": ("法规文件", "instruments"),
    "unknown": ("起始日不明的法规文件（当日是否有效未能确定）", "start unknown: instruments that may be in force"),
    "day": ("按日期适用的参数", "parameters by day"),
    "year": ("按报告年度适用的参数", "parameters by report year"),
}


def groups(
    as_of: pendulum.Date | None,
    instruments: Iterable[Instrument],
    start_unknown: Iterable[Instrument],
    values: Iterable[tuple[Parameter, DatedValue]],
    lang: Lang,
) -> Iterator[Group]:
    """The groups that have an entry: instruments, those whose first day is unknown, parameters by day and by year."""
    listed = tuple(values)
    by_year = [(one, dated) for one, dated in listed if one.select_by == "report_year"]
    by_day = [(one, dated) for one, dated in listed if one.select_by != "report_year"]
    found = {
        "instruments": tuple(_instrument(one, lang) for one in instruments),
        "unknown": tuple(_instrument(one, lang) for one in start_unknown),
        "day": tuple(_value(one, dated, lang) for one, dated in by_day),
        "year": tuple(_value(one, dated, lang) for one, dated in by_year),
    }
    for name, rows in found.items():
        if rows:
            yield _heading(name, as_of, lang), rows


def groups_text(found: Iterable[Group], lang: Lang) -> str:
    """A line each, below their headings."""
    parts = []
    for heading, rows in found:
        lines = [f"{heading}{'：' if lang == 'zh' else ':'}", *("  " + "  ".join(filter(None, row)) for row in rows)]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def groups_html(found: Iterable[Group]) -> str:
    """A table for each group."""
    tables = (
        element("p", element("b", escape(head))) + table([map(escape, row) for row in rows]) for head, rows in found
    )
    return element("div", "".join(tables))


def _heading(name: str, as_of: pendulum.Date | None, lang: Lang) -> str:
    zh, en = _HEADINGS[name]
    if as_of is not None and name == "year":
        zh, en = f"{zh}（{as_of.year}年度）", f"{en} ({as_of.year})"
    return zh if lang == "zh" else en


def _instrument(one: Instrument, lang: Lang) -> tuple[str, ...]:
    title = f"{one.name_zh}{f'（{one.number}）' if one.number else ''}" if lang == "zh" else one.title_en
    start = "?" if one.in_force_from is None else one.in_force_from.isoformat()
    return one.id, title, _days(start, _iso(one.in_force_to), lang)


def _value(parameter: Parameter, dated: DatedValue, lang: Lang) -> tuple[str, ...]:
    start, end = dated.start.isoformat(), _iso(dated.end)
    if parameter.select_by == "report_year":
        start, end = start[:4], end and end[:4]
    title = parameter.title_zh if lang == "zh" else parameter.title_en
    value = f"{title}{'：' if lang == 'zh' else ': '}{value_word(parameter, dated, lang)}"
    return parameter.name, value, _days(start, end, lang), dated.cite.zh if lang == "zh" else dated.cite.en


def _days(start: str, end: str | None, lang: Lang) -> str:
    return f"{start} – {end or ('至今' if lang == 'zh' else 'to date')}"


def _iso(day: pendulum.Date | None) -> str | None:
    return None if day is None else day.isoformat()
