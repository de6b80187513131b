"""Tables as they show themselves: a line, and HTML for a notebook in Chinese with English beside it.

Everything is escaped, numbers of persons are masked, colours are left to the page.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from govdisclosure.analysis.frames.labels import LABELS
from govdisclosure.batch.register_schemas import REGISTER_TABLES
from govdisclosure.batch.schemas import TABLES
from govdisclosure.documents.endings import PASSED_OVER
from govdisclosure.text.display import cut, one_line
from govdisclosure.text.markup import element, escape, table
from govdisclosure.text.personal import mask_personal

if TYPE_CHECKING:
    from govdisclosure.analysis.frames.registers import RegisterTables
    from govdisclosure.analysis.frames.reports import ReportTables
    from govdisclosure.analysis.frames.table import Table

__all__ = ["register_tables_html", "register_tables_repr", "report_tables_html", "report_tables_repr", "table_html",
           "table_repr"]  # fmt: skip

_ROWS = 8
_REASONS = 5
_WIDE = 48
_FOUND = (("fail", "不符", "failed"), ("review", "待核", "for review"), ("open", "未能判断", "open"))


def table_repr(shown: "Table") -> str:
    """One line: name, rows and columns."""
    return f"<Table {one_line(shown.name)}: {len(shown):,} rows, {len(shown.columns)} columns>"


def table_html(shown: "Table") -> str:
    """The first rows, the name of each column with what it means."""
    rows = shown.arrow.slice(0, _ROWS).to_pylist()
    size = f"{len(shown):,} 行 rows × {len(shown.columns)} 列 columns"
    title = element("b", escape(shown.name)) + " " + element("small", escape(size))
    head = [escape(name) + _below(LABELS.get(name, "")) for name in shown.columns]
    body = [[escape(_shown(row[name])) for name in shown.columns] for row in rows]
    more = len(shown) - len(rows)
    after = element("p", element("small", escape(f"另有 {more:,} 行 / {more:,} more rows"))) if more else ""
    return f'<div style="overflow-x:auto;white-space:nowrap">{element("p", title)}{table(body, head)}{after}</div>'


def report_tables_repr(tables: "ReportTables") -> str:
    """One line: how many were read and how many not, and what was found."""
    read, unread, _ = _counted(tables)
    found = ", ".join(f"{count:,} {en}" for count, _, en in _verdicts(tables))
    return f"<ReportTables {read:,} read, {unread:,} not read; {found}>"


def report_tables_html(tables: "ReportTables") -> str:
    """How many were read, what was not and why, what was found, and the tables."""
    read, unread, passed = _counted(tables)
    zh = f"读取 {read:,} 份报告，未能读取 {unread:,} 份"
    en = f"{read:,} reports read, {unread:,} not read"
    if passed:
        zh, en = f"{zh}，另有 {passed:,} 份不是可读取的类型", f"{en}, {passed:,} of no kind that is read"
    found = list(_verdicts(tables))
    parts = [
        _said(zh, en),
        _said(
            "，".join(f"{word} {count:,} 项" for count, word, _ in found),
            ", ".join(f"{count:,} {word}" for count, _, word in found),
        ),
        *(_said(note.zh, note.en) for note in tables.notes),
        _sizes((name, tables.rows(name)) for name in TABLES),
        *_reasons(tables.unread),
    ]
    return element("div", "".join(parts))


def register_tables_repr(tables: "RegisterTables") -> str:
    """One line: how many rows each table has."""
    sizes = ", ".join(f"{len(getattr(tables, name)):,} {name}" for name in REGISTER_TABLES)
    return f"<RegisterTables {sizes}>"


def register_tables_html(tables: "RegisterTables") -> str:
    """The tables, what was found, what was not read and what was not looked at."""
    import pyarrow.compute as pc  # noqa: PLC0415  an extra

    kinds = tables.outcomes.arrow.column("kind")
    found = [(pc.sum(pc.equal(kinds, kind)).as_py() or 0, zh, en) for kind, zh, en in _FOUND]
    parts = [
        _said(
            "，".join(f"{zh} {count:,} 项" for count, zh, _ in found),
            ", ".join(f"{count:,} {en}" for count, _, en in found),
        ),
        *(_said(note.zh, note.en) for note in tables.notes),
        _sizes((name, len(getattr(tables, name))) for name in REGISTER_TABLES),
        *_reasons(tables.faults),
    ]
    return element("div", "".join(parts))


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


def _sizes(tables: Iterable[tuple[str, int]]) -> str:
    return table(
        ([escape(name) + _below(LABELS.get(name, "")), escape(f"{size:,}")] for name, size in tables),
        ("表 / table", "行数 / rows"),
    )


def _reasons(unread: "Table") -> Iterator[str]:
    """What was not read and why, the first of it."""
    if not len(unread):
        return
    first = unread.arrow.slice(0, _REASONS).to_pylist()
    rows = [
        [escape(_whose(row)).replace("/", "/<wbr>"), escape(row["fault_zh"] or "") + _below(row["fault_en"] or "")]
        for row in first
    ]
    yield "<br>" + table(rows, ("未能读取 / not read", "原因 / why"))
    if (more := len(unread) - len(first)) > 0:
        yield _said(f"另有 {more:,} 项，见 .{_attribute(unread)}", f"{more:,} more, see .{_attribute(unread)}")


def _attribute(unread: "Table") -> str:
    return "unread" if unread.name == "reports" else unread.name


def _whose(row: dict[str, Any]) -> str:
    if "name" in row:
        return cut(one_line(mask_personal(row["name"])), 2 * _WIDE, tail=True)
    where = [row["register"], row["sheet"], f"第{row['line']}行 / row {row['line']}"]
    return " · ".join(_shown(one) for one in where if one)


def _said(zh: str, en: str) -> str:
    return element("p", escape(zh) + _below(en))


def _below(words: str) -> str:
    return "<br>" + element("small", escape(words)) if words else ""


def _shown(value: object) -> str:
    """A value in a cell; nothing for one that is not known."""
    match value:
        case None:
            return ""
        case bool():
            return "是 yes" if value else "否 no"
        case Decimal():
            return f"{value.normalize():f}"
        case date():
            return value.isoformat()
        case Sequence() if not isinstance(value, str | bytes):
            return cut("、".join(_shown(one) for one in value), _WIDE)
    return cut(one_line(mask_personal(str(value))), _WIDE)
