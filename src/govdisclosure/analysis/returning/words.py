"""Tables, rows, columns and states by our names or by the words of the forms."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from govdisclosure.model.count import Printed
from govdisclosure.model.edition import Edition
from govdisclosure.model.form import Column, Form, Row
from govdisclosure.model.forms import TableName, forms_of
from govdisclosure.model.labels import TABLE_NAMES, TABLE_TITLES, column_words, group_words, row_words
from govdisclosure.text.normalise import fold, squeeze
from govdisclosure.text.suggestions import nearest

__all__ = ["EDITIONS", "STATES", "column_key", "near", "row_key", "table_key"]

_NEAR = 3
_SIGNS = re.compile(r"[-—–―_/|>:·、,.;()\[\]\"'“”《》]")
EDITIONS: Mapping[str, Edition] = {
    **{one.value: one for one in Edition},
    "2014": Edition.FREE_FORM,
    "2019": Edition.UNIFIED_2019,
    "2021": Edition.UNIFIED_2021,
}
"""The forms by our names, or by the year of the notice."""

STATES: Mapping[str, Printed] = {
    **{one.value: one for one in Printed},
    "数字": Printed.NUMBER,
    "空白": Printed.BLANK,
    "符号": Printed.DASH,
    "读不出": Printed.ILLEGIBLE,
    "未见": Printed.ABSENT,
}
"""How a cell stood, by our names or in Chinese."""


def table_key(words: str) -> TableName | None:
    """The table that is meant; nothing where none is.

    >>> table_key("表三").value, table_key("收到和处理政府信息公开申请情况").value
    ('requests', 'requests')
    """
    return _tables().get(_bare(words))


def row_key(table: TableName, words: str) -> tuple[str, ...]:
    """The rows that may be meant: none where the words are not of the forms, several where they do not tell.

    >>> row_key(TableName.REQUESTS, "（三）不予公开 - 1.属于国家秘密")
    ('denied.state_secret',)
    >>> row_key(TableName.ANNEX, "被依法纠错数")
    ('reconsiderations.corrected', 'lawsuits.corrected')
    """
    return (words,) if words in _row_keys(table) else _rows(table).get(_bare(words), ())


def column_key(table: TableName, words: str) -> tuple[str, ...]:
    """The columns that may be meant, likewise.

    >>> column_key(TableName.REQUESTS, "自然人"), column_key(TableName.REMEDIES, "结果维持")
    (('natural_person',), ('upheld',))
    """
    return (words,) if words in _column_keys(table) else _columns(table).get(_bare(words), ())


def near(table: TableName, what: str, words: str) -> tuple[str, ...]:
    """The labels of rows or columns that may be meant by words that are none: those that hold them, else the likest.

    Args:
        table: The table.
        what: ``row`` or ``column``.
        words: What was written.

    >>> near(TableName.REQUESTS, "row", "本年新收")
    ('本年新收政府信息公开申请数量',)
    """
    labels = _labels(table) if what == "row" else _headings(table)
    bare = _bare(words)
    holding = tuple(label for label in labels if bare and bare in _bare(label))
    return holding[:_NEAR] or nearest(words, labels)


def _labels(table: TableName) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.label.partition("(")[0] for form in _newest(table) for row in form.rows))


def _headings(table: TableName) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.label.partition("(")[0] for form in _newest(table) for one in form.columns))


def _newest(table: TableName) -> tuple[Form, ...]:
    return tuple(reversed(forms_of(table)))


def _bare(words: str) -> str:
    return _SIGNS.sub("", squeeze(fold(words))).casefold()


@cache
def _tables() -> Mapping[str, TableName]:
    found = {}
    for table in TableName:
        names = (table.value, TABLE_NAMES[table][0], TABLE_TITLES[table][0])
        found.update({_bare(one): table for one in (*names, "".join(names[1:]))})
    return found


@cache
def _row_keys(table: TableName) -> frozenset[str]:
    return frozenset(row.key for form in forms_of(table) for row in form.rows)


@cache
def _column_keys(table: TableName) -> frozenset[str]:
    return frozenset(column.key for form in forms_of(table) for column in form.columns)


@cache
def _rows(table: TableName) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for form in forms_of(table):
        for row in form.rows:
            for words in (*_said_of_row(row), row_words(form, row.key)[0]):
                found.setdefault(_bare(words), {})[row.key] = None
    return {words: tuple(keys) for words, keys in found.items()}


def _said_of_row(row: Row) -> Iterator[str]:
    groups = ("", row.group or "", group_words(row))
    for label in (row.key, row.label, *row.variants):
        for number in ("", row.number):
            yield from (f"{group}{number}{label}" for group in groups)


@cache
def _columns(table: TableName) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for form in forms_of(table):
        for column in form.columns:
            for words in (*_said_of_column(column), column_words(form, column.key)[0]):
                found.setdefault(_bare(words), {})[column.key] = None
    return {words: tuple(keys) for words, keys in found.items()}


def _said_of_column(column: Column) -> tuple[str, ...]:
    return (column.key, column.label, column.label.partition("(")[0], *column.variants)
