"""Instruments and dated parameters as a listing, for a terminal and for a notebook."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import pendulum

from govdisclosure.law import instruments as all_instruments
from govdisclosure.law.dated import DatedValue, Parameter
from govdisclosure.law.pages import value_word
from govdisclosure.law.provision import Evidence, Instrument
from govdisclosure.text.display import visible
from govdisclosure.text.language import Lang
from govdisclosure.text.markup import element, escape, scrolling, table

__all__ = ["Group", "groups", "groups_html", "groups_text"]

Group: TypeAlias = tuple[str, tuple[tuple[str, ...], ...]]
"""A heading, and rows of key, name, days, provision and, where no source was read, a mark that says so."""

_HEADINGS = {
    "instruments": ("法规文件", "instruments"),
    "unknown": ("起始日不明的法规文件（当日是否有效未能确定）", "start unknown: instruments that may be in force"),
    "day": ("按日期适用的参数", "parameters by day"),
    "year": ("按报告年度适用的参数", "parameters by report year"),
}
_MARKS = {
    Evidence.SOURCE: ("", ""),
    Evidence.INFERENCE: ("〔推断〕", "[inference]"),
    Evidence.MEMORY: ("〔记忆〕", "[memory]"),
}
_LEGEND = (
    "〔推断〕由已知事实推断，〔记忆〕凭记忆写入：这些内容没有读到原文，使用前请核实",
    "[inference] deduced from facts that were read, [memory] from memory: no source was read, so check it before use",
)


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


def groups_text(found: Iterable[Group], as_of: pendulum.Date | None, lang: Lang) -> str:
    """A line each, below their headings; a sentence where there is nothing to list."""
    listed = tuple(found)
    parts = []
    for heading, rows in listed:
        lines = [f"{heading}{'：' if lang == 'zh' else ':'}", *("  " + "  ".join(filter(None, row)) for row in rows)]
        parts.append("\n".join(lines))
    return visible("\n\n".join([*parts, *_closing(listed, as_of, lang)]))


def groups_html(found: Iterable[Group], as_of: pendulum.Date | None, lang: Lang = "zh") -> str:
    """A table for each group; a sentence where there is nothing to list."""
    listed = tuple(found)
    tables = (
        element("p", element("b", escape(head))) + scrolling(table([map(escape, row) for row in rows]))
        for head, rows in listed
    )
    closing = (element("p", escape(line)) for line in _closing(listed, as_of, lang))
    return element("div", "".join([*tables, *closing]))


def _closing(found: tuple[Group, ...], as_of: pendulum.Date | None, lang: Lang) -> Iterator[str]:
    """What the marks mean, where there is one; that there is nothing, where there is none."""
    if not found:
        yield _nothing(as_of, lang)
    if any(row[-1] for _, rows in found for row in rows):
        yield _LEGEND[0 if lang == "zh" else 1]


def _nothing(as_of: pendulum.Date | None, lang: Lang) -> str:
    dated = [one for one in all_instruments() if one.in_force_from is not None]
    first = min(dated, key=lambda one: _iso(one.in_force_from) or "")
    if lang == "zh":
        return f"{as_of}没有收录的有效法规文件和参数；所收录最早的是{first.name_zh}，自{first.in_force_from}起施行"
    return f"nothing known here was in force on {as_of}; the earliest is {first.title_en}, from {first.in_force_from}"


def _heading(name: str, as_of: pendulum.Date | None, lang: Lang) -> str:
    zh, en = _HEADINGS[name]
    if as_of is not None and name == "year":
        zh, en = f"{zh}（{as_of.year}年度）", f"{en} ({as_of.year})"
    return zh if lang == "zh" else en


def _instrument(one: Instrument, lang: Lang) -> tuple[str, ...]:
    title = f"{one.name_zh}{f'（{one.number}）' if one.number else ''}" if lang == "zh" else one.title_en
    start = "?" if one.in_force_from is None else one.in_force_from.isoformat()
    return one.id, title, _days(start, _iso(one.in_force_to), lang), "", _mark(one.evidence, lang)


def _value(parameter: Parameter, dated: DatedValue, lang: Lang) -> tuple[str, ...]:
    start, end = dated.start.isoformat(), _iso(dated.end)
    if parameter.select_by == "report_year":
        start, end = start[:4], end and end[:4]
    title = parameter.title_zh if lang == "zh" else parameter.title_en
    value = f"{title}{'：' if lang == 'zh' else ': '}{value_word(parameter, dated, lang)}"
    provision = dated.cite.zh if lang == "zh" else dated.cite.en
    return parameter.name, value, _days(start, end, lang), provision, _mark(dated.evidence, lang)


def _mark(evidence: Evidence, lang: Lang) -> str:
    return _MARKS[evidence][0 if lang == "zh" else 1]


def _days(start: str, end: str | None, lang: Lang) -> str:
    return f"{start} – {end or ('至今' if lang == 'zh' else 'to date')}"


def _iso(day: pendulum.Date | None) -> str | None:
    return None if day is None else day.isoformat()
