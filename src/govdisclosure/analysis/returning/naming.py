"""Which cell of the forms a row of a frame names."""

from collections.abc import Sequence
from typing import NamedTuple

from govdisclosure.analysis.returning.faults import shown
from govdisclosure.analysis.returning.frames import is_null
from govdisclosure.analysis.returning.words import column_key, near, row_key, table_key
from govdisclosure.model.forms import Column, Form, TableName, forms_of
from govdisclosure.model.labels import TABLE_NAMES, column_words, row_words
from govdisclosure.text.suggestions import did_you_mean

__all__ = ["Named", "named_as"]


class Named(NamedTuple):
    """A cell: its table, its row by our name, its column."""

    table: TableName
    row: str
    column: Column


def named_as(table: object, row: object, column: object) -> Named | tuple[str, tuple[str, str]]:
    """The cell that is meant; or the column that is wrong, and what."""
    named = None if is_null(table) else table_key(str(table))
    if named is None:
        listed = "、".join(one.value for one in TableName)
        said = shown(table)
        return "cell_table", (
            f"不认识表“{said}”；可写 {listed}，或表二、表三、表四、统计表",
            f"“{said}” is no table; there are {listed.replace('、', ', ')}",
        )
    rows = () if is_null(row) else row_key(named, str(row))
    if len(rows) != 1:
        return "cell_row", _not_one(row, named, rows, ("行", "row"))
    columns = () if is_null(column) else column_key(named, str(column))
    if len(columns) != 1:
        return "cell_column", _not_one(column, named, columns, ("列", "column"))
    form = next((one for one in reversed(forms_of(named)) if (rows[0], columns[0]) in one), None)
    if form is None:
        return "cell_column", (
            f"表中“{shown(row)}”一行没有“{shown(column)}”一列",
            f"the row “{shown(row)}” has no column “{shown(column)}” in any form",
        )
    return Named(named, rows[0], form.column(columns[0]))


def _not_one(said: object, table: TableName, found: Sequence[str], what: tuple[str, str]) -> tuple[str, str]:
    """A row or column that no form has, or that several may be."""
    word = shown(said)
    if not found:
        zh, en = did_you_mean(near(table, what[1], str(said)))
        name_zh, name_en = TABLE_NAMES[table]
        return (
            f"{name_zh}（{table.value}）没有“{word}”这一{what[0]}{zh}",
            f"{name_en} ({table.value}) has no {what[1]} “{word}”{en}",
        )
    named = row_words if what[1] == "row" else column_words
    each = [named(form, key) for key in found for form in forms_of(table) if _has(form, key, what[1])][:4]
    return (
        f"“{word}”可能是几{what[0]}（{'、'.join(dict.fromkeys(zh for zh, _ in each))}），请写全或写 {'、'.join(found)}",
        f"“{word}” may be several {what[1]}s; write one of {', '.join(found)}",
    )


def _has(form: Form, key: str, what: str) -> bool:
    return any(one.key == key for one in (form.rows if what == "row" else form.columns))
