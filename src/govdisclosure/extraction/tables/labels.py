"""Telling which row or column of a form a printed label names."""

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import Final, TypeAlias

from govdisclosure.model.forms import Column, Row, TableName, forms_of
from govdisclosure.text.normalise import fold

__all__ = [
    "SIGNS",
    "applicants_stand",
    "bare",
    "column_at",
    "column_names",
    "column_of",
    "columns_for",
    "keys_of",
    "label_pattern",
    "labels_in",
    "row_names",
    "row_of",
    "rows_for",
]

_Spelled: TypeAlias = Mapping[str, tuple[str, ...]]

_NUMBERING = re.compile(
    r"(?:(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}[、.]|\d{1,2}[、.)](?!\d)|其中[:,]?)\s{0,9})++"
)
_NOT_WORDS = re.compile(r"[\W_]+")
_REMARK = re.compile(r"\([^()]{2,300}\)?$")
_LONGEST, _LONGEST_REMARKED = 90, 400
_SHORTEST_PART = 6
_ALIKE, _APART = 0.84, 0.1
_SHORTEST_ALIKE = 5
_SLIP = 3
# Labels come again and again; whatever else cells hold is forgotten.
_REMEMBERED = 4_096
SIGNS: Final = r"[(),、:;/\"'<>]{0,2}"
"""What may stand between two characters of a label in running text."""
_SURE, _SHORT = 6, 2
_NUMBERED = r"(?:[一二三四]、|\([一二三四五六七八九]\)|[1-9][、.](?!\d))?"
_RESULTS = "本年度办理结果"


def bare(label: str) -> str:
    """A label without its number, blanks, quotation marks and other signs.

    >>> bare("（三） 1、属于国家 秘密")
    '属于国家秘密'
    """
    return _remembered(label) if len(label) <= _LONGEST else _bare(label)


def _bare(label: str) -> str:
    key = fold(label).lstrip()
    number = _NUMBERING.match(key)
    return _NOT_WORDS.sub("", key[number.end() :] if number else key)


_remembered = lru_cache(maxsize=_REMEMBERED)(_bare)


@cache
def rows_for(table: TableName) -> tuple[Row, ...]:
    """The rows of all forms a table has had, each once."""
    return tuple({row.key: row for form in forms_of(table) for row in form.rows}.values())


@cache
def columns_for(table: TableName) -> tuple[str, ...]:
    """The names of the columns of all forms a table has had, each once."""
    return tuple(dict.fromkeys(column.key for form in forms_of(table) for column in form.columns))


@cache
def column_at(table: TableName, row: str, column: str) -> Column | None:
    """The column of a cell, in the form that has the cell."""
    forms = (form for form in forms_of(table) if (row, column) in form)
    return next((form.column(column) for form in forms), None)


@cache
def row_names(table: TableName, key: str) -> tuple[str, ...]:
    """The bare names of a row in every form, official ones first."""
    return _names([row for form in forms_of(table) for row in form.rows if row.key == key])


@cache
def column_names(table: TableName, key: str) -> tuple[str, ...]:
    """The bare names of a column in every form, official ones first."""
    return _names([column for form in forms_of(table) for column in form.columns if column.key == key])


def _names(items: Sequence[Row | Column]) -> tuple[str, ...]:
    spelled = [*(item.label for item in items), *(word for item in items for word in item.variants)]
    return tuple(dict.fromkeys(map(bare, spelled)))


@cache
def _groups(table: TableName) -> tuple[str, ...]:
    return tuple({bare(row.group) for row in rows_for(table) if row.group} | {_RESULTS})


@cache
def label_pattern(table: TableName) -> re.Pattern[str]:
    """Every name of every row, longest first, each perhaps with signs between its characters and a number before it."""
    known = {(name, row.number) for row in rows_for(table) for name in row_names(table, row.key)}
    groups = {(bare(row.group), "") for row in rows_for(table) if row.group}
    words = "|".join(_pattern(*each) for each in sorted(known | groups, key=lambda each: (-len(each[0]), each)))
    return re.compile(words)


def _pattern(name: str, number: str) -> str:
    """A name with its number, which a name of two characters must have; from the sixth character on it may break off.

    A label in a narrow cell is wrapped, and its figures then stand between its lines.
    """
    signs = [re.escape(sign) for sign in name]
    head, tail = signs[:_SURE], signs[_SURE:]
    spelled = SIGNS.join(head) + "".join(f"(?:{SIGNS}{sign}" for sign in tail) + ")?" * len(tail)
    if number and len(name) <= _SHORT:
        return f"{re.escape(number[:-1])}[、.)]{spelled}"
    return _NUMBERED + spelled


@lru_cache(maxsize=_REMEMBERED)
def keys_of(table: TableName, words: str) -> tuple[str, ...]:
    """The rows that a name or its beginning stands for."""
    names = {row.key: row_names(table, row.key) for row in rows_for(table)}
    exact = tuple(key for key, known in names.items() if words in known)
    if exact or len(words) < _SURE:
        return exact
    return tuple(key for key, known in names.items() if any(name.startswith(words) for name in known))


def labels_in(table: TableName, text: str) -> frozenset[str]:
    """The rows whose labels stand in a folded text, however its lines were broken."""
    words = "".join(text.split())
    found = (keys_of(table, bare(match.group())) for match in label_pattern(table).finditer(words))
    return frozenset(keys[0] for keys in found if len(keys) == 1)


def applicants_stand(text: str) -> bool:
    """Whether a text has all the words of table three's header, in whatever order wrapped cells left them."""
    return all(word in text for word in _WORDS_OF_HEADER)


_WORDS_OF_HEADER = ("自然人", "商业", "科研", "社会", "法律", "其他", "总计")


def row_of(table: TableName, label: str, after: str = "") -> str | None:
    """The name of the row that a label names, or nothing where it names none or more than one.

    Args:
        table: Which table.
        label: The label as printed; a group's label may stand before it.
        after: The row before it, by name: where two rows have the same label, the one of the same group is meant.
    """
    return _row_of(table, label, after) if len(label) <= _LONGEST_REMARKED else None


@lru_cache(maxsize=_REMEMBERED)
def _row_of(table: TableName, label: str, after: str) -> str | None:
    if len(label) > _LONGEST and len(_REMARK.sub("", fold(label))) > _LONGEST:
        return None
    spelled = {row.key: row_names(table, row.key) for row in rows_for(table)}
    words = bare(label)
    found = _exact(spelled, words) or _exact(spelled, bare(_REMARK.sub("", fold(label))))
    found = found or _within(table, spelled, words)
    if not found and len(words) >= _SHORTEST_PART:
        found = [key for key, known in spelled.items() if any(words in name for name in known)]
        found = found or _alike(spelled, words)
    if len(found) > 1:
        found = _kin(found, after)
    return found[0] if len(found) == 1 else None


def column_of(table: TableName, label: str) -> str | None:
    """The name of the column that a label names, or nothing."""
    return _column_of(table, label) if len(label) <= _LONGEST_REMARKED else None


@lru_cache(maxsize=_REMEMBERED)
def _column_of(table: TableName, label: str) -> str | None:
    spelled = {key: column_names(table, key) for key in columns_for(table)}
    short = _REMARK.sub("", fold(label))
    found = _exact(spelled, bare(label)) or _exact(spelled, bare(short)) or _alike(spelled, bare(short))
    return found[0] if len(found) == 1 else None


def _exact(spelled: _Spelled, words: str) -> list[str]:
    return [key for key, known in spelled.items() if words and words in known]


def _within(table: TableName, spelled: _Spelled, words: str) -> list[str]:
    """Rows whose name ends the label, with nothing but names of groups before it."""
    found = [
        (len(name), key)
        for key, known in spelled.items()
        for name in known
        if words.endswith(name) and _only_groups(table, words[: -len(name)])
    ]
    longest = max((length for length, _ in found), default=0)
    return list(dict.fromkeys(key for length, key in found if length == longest))


def _only_groups(table: TableName, words: str) -> bool:
    for group in _groups(table):
        words = words.replace(group, "")
    return bool(_GROUP_REST.fullmatch(words))


_GROUP_REST = re.compile(r"[一二三四五六七八九十\d]{0,3}")


def _alike(spelled: _Spelled, words: str) -> list[str]:
    """The one whose name differs by a slip of the pen, where no other comes near."""
    if len(words) < _SHORTEST_ALIKE:
        return []
    likeness = {key: max(_likeness(name, words) for name in known) for key, known in spelled.items()}
    first, *rest = sorted(likeness, key=lambda key: -likeness[key])
    second = likeness[rest[0]] if rest else 0.0
    return [first] if likeness[first] >= _ALIKE and likeness[first] - second >= _APART else []


def _likeness(name: str, words: str) -> float:
    if abs(len(name) - len(words)) > _SLIP or len(name) < _SHORTEST_ALIKE:
        return 0.0
    return SequenceMatcher(None, name, words, autojunk=False).ratio()


def _kin(keys: list[str], after: str) -> list[str]:
    """Among rows of one label, those of the group that the row before belongs to."""
    family = after.split(".", 1)[0]
    same = [key for key in keys if family and key.split(".", 1)[0] == family]
    return same if len(same) == 1 else keys
