"""Tables as they show themselves: a line, text, and HTML for a notebook in Chinese with English beside it.

Everything is escaped, numbers of persons are masked, colours are left to the page.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from govdisclosure.analysis.frames.labels import meaning
from govdisclosure.batch.register_schemas import REGISTER_TABLES
from govdisclosure.batch.schemas import TABLES
from govdisclosure.documents.endings import PASSED_OVER
from govdisclosure.text.display import cut, one_line
from govdisclosure.text.language import Lang, require_lang, said
from govdisclosure.text.markup import below, element, escape, scrolling, table
from govdisclosure.text.numerals import plain
from govdisclosure.text.personal import mask_personal

if TYPE_CHECKING:
    from govdisclosure.analysis.frames.registers import RegisterTables
    from govdisclosure.analysis.frames.reports import ReportTables
    from govdisclosure.analysis.frames.table import Table

__all__ = [
    "register_tables_html",
    "register_tables_repr",
    "register_tables_text",
    "report_tables_html",
    "report_tables_repr",
    "report_tables_text",
    "table_html",
    "table_repr",
    "table_text",
]

Words: TypeAlias = tuple[str, str]

_ROWS = 8
_REASONS = 5
_WIDE = 48
_LOOKED_AT = 4_000
"""Of a very long text, or a list, no more is shown than of this beginning."""
_FOUND = (("fail", "不符", "failed"), ("review", "待核", "for review"), ("open", "未能判断", "open"))


def table_repr(shown: "Table") -> str:
    """One line: name, rows and columns."""
    return f"<Table {one_line(shown.name)}: {len(shown):,} rows, {len(shown.columns)} columns>"


def table_text(shown: "Table", lang: Lang = "zh") -> str:
    """Its columns, each with its first values.

    Args:
        shown: The table.
        lang: ``zh`` or ``en``.
    """
    require_lang(lang)
    rows = shown.arrow.slice(0, _ROWS).to_pylist()
    size = said(*_size(shown), lang)
    lines = [f"{one_line(shown.name)} {size}"]
    for name in shown.columns:
        called = meaning(name, shown.name) if lang == "zh" else ""
        values = ", ".join(_shown(row[name], lang) or "—" for row in rows)
        lines.append(f"{one_line(name)} {called}".rstrip() + f": {cut(values, _WIDE)}")
    return "\n".join(lines)


def table_html(shown: "Table", lang: Lang | None = None) -> str:
    """The first rows, the name of each column with what it means.

    Args:
        shown: The table.
        lang: ``zh`` or ``en``; Chinese and English when ``None``.
    """
    rows = shown.arrow.slice(0, _ROWS).to_pylist()
    title = element("b", escape(shown.name)) + " " + element("small", escape(said(*_size(shown), lang)))
    head = [_named(name, lang, shown.name) for name in shown.columns]
    body = [[escape(_shown(row[name], lang)) for name in shown.columns] for row in rows]
    more = len(shown) - len(rows)
    rest = element("p", element("small", escape(said(f"另有 {more:,} 行", f"{more:,} more rows", lang))))
    lines = f'<div style="white-space:nowrap">{scrolling(table(body, head))}</div>'
    return element("div", element("p", title) + lines + (rest if more else ""))


def report_tables_repr(tables: "ReportTables") -> str:
    """One line: how many were read and how many not, and what was found."""
    read, unread, _ = _counted(tables)
    found = ", ".join(f"{count:,} {en}" for count, _, en in _verdicts(tables))
    return f"<ReportTables {read:,} read, {unread:,} not read; {found}>"


def report_tables_text(tables: "ReportTables", lang: Lang = "zh") -> str:
    """How many were read, what was not and why, what was found, and the tables.

    Args:
        tables: The tables.
        lang: ``zh`` or ``en``.
    """
    require_lang(lang)
    sizes = ((name, tables.rows(name)) for name in TABLES)
    return _text(_report_words(tables), sizes, tables.unread, lang)


def report_tables_html(tables: "ReportTables", lang: Lang | None = None) -> str:
    """The same for a notebook.

    Args:
        tables: The tables.
        lang: ``zh`` or ``en``; Chinese and English when ``None``.
    """
    sizes = ((name, tables.rows(name)) for name in TABLES)
    return _html(_report_words(tables), sizes, tables.unread, lang)


def register_tables_repr(tables: "RegisterTables") -> str:
    """One line: how many rows each table has."""
    sizes = ", ".join(f"{len(getattr(tables, name)):,} {name}" for name in REGISTER_TABLES)
    return f"<RegisterTables {sizes}>"


def register_tables_text(tables: "RegisterTables", lang: Lang = "zh") -> str:
    """The tables, what was found, what was not read and what was not looked at.

    Args:
        tables: The tables.
        lang: ``zh`` or ``en``.
    """
    require_lang(lang)
    sizes = ((name, len(getattr(tables, name))) for name in REGISTER_TABLES)
    return _text(_register_words(tables), sizes, tables.faults, lang)


def register_tables_html(tables: "RegisterTables", lang: Lang | None = None) -> str:
    """The same for a notebook.

    Args:
        tables: The tables.
        lang: ``zh`` or ``en``; Chinese and English when ``None``.
    """
    sizes = ((name, len(getattr(tables, name))) for name in REGISTER_TABLES)
    return _html(_register_words(tables), sizes, tables.faults, lang)


def _size(shown: "Table") -> Words:
    rows, columns = f"{len(shown):,}", len(shown.columns)
    return f"{rows} 行 × {columns} 列", f"{rows} rows × {columns} columns"


def _report_words(tables: "ReportTables") -> list[Words]:
    read, unread, passed = _counted(tables)
    zh = f"读取 {read:,} 份报告，未能读取 {unread:,} 份"
    en = f"{read:,} reports read, {unread:,} not read"
    if passed:
        zh, en = f"{zh}，另有 {passed:,} 份不是可读取的类型", f"{en}, {passed:,} of no kind that is read"
    return [(zh, en), _found(_verdicts(tables)), *((note.zh, note.en) for note in tables.notes)]


def _register_words(tables: "RegisterTables") -> list[Words]:
    import pyarrow.compute as pc  # noqa: PLC0415  an extra

    kinds = tables.outcomes.arrow.column("kind")
    found = [(pc.sum(pc.equal(kinds, kind)).as_py() or 0, zh, en) for kind, zh, en in _FOUND]
    return [_found(found), *((note.zh, note.en) for note in tables.notes)]


def _found(counted: Iterable[tuple[int, str, str]]) -> Words:
    found = list(counted)
    chinese = "，".join(f"{zh} {count:,} 项" for count, zh, _ in found)
    return chinese, ", ".join(f"{count:,} {en}" for count, _, en in found)


def _counted(tables: "ReportTables") -> tuple[int, int, int]:
    """Documents read, not read, and of no kind that is read."""
    import pyarrow.compute as pc  # noqa: PLC0415  an extra

    reports = tables.reports.arrow
    read = pc.sum(pc.equal(reports.column("status"), "read")).as_py() or 0
    why = pc.fill_null(reports.column("fault_en"), "")
    passed = pc.sum(pc.starts_with(why, pattern=PASSED_OVER)).as_py() or 0
    return read, len(tables.unread), passed


def _verdicts(tables: "ReportTables") -> Iterator[tuple[int, str, str]]:
    import pyarrow.compute as pc  # noqa: PLC0415  an extra

    for kind, zh, en in _FOUND:
        yield pc.sum(tables.reports.arrow.column(kind)).as_py() or 0, zh, en


def _text(words: Iterable[Words], sizes: Iterable[tuple[str, int]], unread: "Table", lang: Lang) -> str:
    lines = [one_line(said(*one, lang)) for one in words]
    for name, size in sizes:
        called = meaning(name) if lang == "zh" else ""
        lines.append(f"- {name} {called}".rstrip() + f": {size:,}")
    rows, more = _first(unread)
    lines += [f"{_whose(row, lang)}: {one_line(row[f'fault_{lang}'] or '')}" for row in rows]
    return "\n".join([*lines, *(said(*one, lang) for one in more)])


def _html(words: Iterable[Words], sizes: Iterable[tuple[str, int]], unread: "Table", lang: Lang | None) -> str:
    parts = [element("p", below(*one, lang)) for one in words]
    heads = (escape(said("表", "table", lang)), escape(said("行数", "rows", lang)))
    parts.append(scrolling(table(([_named(name, lang), escape(f"{size:,}")] for name, size in sizes), heads)))
    first, more = _first(unread)
    if first:
        rows = [
            [
                escape(_whose(row, lang)).replace("/", "/<wbr>"),
                below(row["fault_zh"] or "", row["fault_en"] or "", lang),
            ]
            for row in first
        ]
        why = (escape(said("未能读取", "not read", lang)), escape(said("原因", "why", lang)))
        parts.append(scrolling(table(rows, why)))
    return element("div", "".join([*parts, *(element("p", below(*one, lang)) for one in more)]))


def _first(unread: "Table") -> tuple[list[dict[str, Any]], list[Words]]:
    """What was not read, the first of it, and where the rest is."""
    first = unread.arrow.slice(0, _REASONS).to_pylist()
    more, where = len(unread) - len(first), _attribute(unread)
    return first, [(f"另有 {more:,} 项，见 .{where}", f"{more:,} more, see .{where}")] if more else []


def _attribute(unread: "Table") -> str:
    return "unread" if unread.name == "reports" else unread.name


def _named(name: str, lang: Lang | None, table: str = "") -> str:
    """A column or table by the name it has in code, with what it means below."""
    called = "" if lang == "en" else meaning(name, table)
    return escape(name) + (f"<br>{element('small', escape(called))}" if called else "")


def _whose(row: dict[str, Any], lang: Lang | None) -> str:
    if "name" in row:
        return cut(one_line(mask_personal(row["name"])), 2 * _WIDE, tail=True)
    where = [row["register"], row["sheet"], said(f"第{row['line']}行", f"row {row['line']}", lang)]
    return " · ".join(_shown(one, lang) for one in where if one)


def _shown(value: object, lang: Lang | None) -> str:
    """A value in a cell; nothing for one that is not known."""
    match value:
        case None:
            return ""
        case bool():
            return said("是", "yes", lang) if value else said("否", "no", lang)
        case Decimal():
            return plain(value)
        case date():
            return value.isoformat()
        case Sequence() if not isinstance(value, str | bytes):
            return cut("、".join(_shown(one, lang) for one in value[:_LOOKED_AT]), _WIDE)
    return cut(one_line(mask_personal(str(value)[:_LOOKED_AT])), _WIDE)
