"""Finding the row of headers in a table and what each column is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

import attrs

from govdisclosure.register.files.columns import headers
from govdisclosure.register.files.header import Header, Kind
from govdisclosure.register.files.sheets import Numbered
from govdisclosure.register.files.unused import UNUSED
from govdisclosure.register.files.values import Cell, as_text, key_of
from govdisclosure.text.normalise import fold, squeeze
from govdisclosure.text.numerals import chinese_number

__all__ = ["LOOK", "Column", "Heading", "find_heading"]

LOOK: Final = 40
"""Rows from the top among which the headers are looked for."""
_LEAST: Final = 2
_LONGEST: Final = 80

_MARK: Final = re.compile(r"^(?:[*#☆★△]|\(?\d{1,2}[)、.]|\(?[一二三四五六七八九十]{1,3}[)、.]){1,3}")
_BRACKET: Final = re.compile(r"\(([^()]{0,40})\)|\[([^\[\]]{0,40})\]")
_NUMBER: Final = re.compile(r"(\d{1,2}|[一二三四五六七八九十]{1,2})\Z")
_FIRST: Final = re.compile(r"第(\d{1,2}|[一二三四五六七八九十]{1,2})次")
_MONEY: Final = re.compile(r"万元|亿元|元")

# Groups of columns that add nothing to the names of the columns below them.
_NEUTRAL: Final = frozenset(
    key_of(word)
    for word in (
        "申请人信息", "申请人", "申请人情况", "申请人基本信息", "基本信息", "基本情况", "申请信息", "申请情况",
        "登记信息", "登记情况",
        "受理信息", "受理情况", "办理情况", "办理信息", "办理过程", "处理情况", "答复情况", "答复信息", "答复",
        "信息内容", "信息",
        "申请", "登记", "受理", "收到", "办理", "办理结果", "处理结果", "结果", "答复结果",
        "公开情况", "公开信息", "案件信息", "案件情况", "审理情况", "审查情况", "元数据", "时间", "日期",
    )
)  # fmt: skip


@attrs.frozen(kw_only=True)
class Column:
    """A column of a table whose header is known.

    Attributes:
        index: Which column, from 0.
        header: What it is.
        printed: Its header as printed.
        rank: Where the header stands among the names for the field: the first filled one holds.
        slot: Of columns of one name, which it is, from 0.
        unit: The unit of money that its header names; empty where it names none.
    """

    index: int
    header: Header
    printed: str
    rank: int
    slot: int = 0
    unit: str = ""


@attrs.frozen(kw_only=True)
class Heading:
    """The headers of a table.

    Attributes:
        row: The number of their row; of two rows, the second.
        columns: The columns that are known.
        unknown: Those that are not, as (index, header as printed).
        texts: The headers as printed.
    """

    row: int
    columns: tuple[Column, ...]
    unknown: tuple[tuple[int, str], ...]
    texts: tuple[str, ...]

    @property
    def known(self) -> int:
        """How many fields its columns fill."""
        return len({column.header.field for column in self.columns})


def find_heading(rows: Sequence[Numbered], kind: Kind) -> Heading | None:
    """The row, or the two rows, that name most columns of a kind of table; the first of equal ones.

    Args:
        rows: The first rows of the table.
        kind: What its rows are looked at as.
    """
    best: Heading | None = None
    for found in _candidates(rows, kind):
        if found.known >= _LEAST and (best is None or found.known > best.known):
            best = found
    return best


def _candidates(rows: Sequence[Numbered], kind: Kind) -> Iterator[Heading]:
    texts = [(number, [_plain(cell) for cell in cells]) for number, cells in rows]
    for number, row in texts:
        yield _heading(number, [((text,), text) for text in row], kind)
    for (_, above), (number, below) in pairwise(texts):
        yield _heading(number, list(_joined(above, below)), kind)


def _plain(cell: Cell) -> str:
    text = as_text(cell).strip()
    return text if len(text) <= _LONGEST else ""


def _joined(above: Sequence[str], below: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Headers in two rows: a group and a column of it; what each may be called, and what it is printed as."""
    group = ""
    for index in range(max(len(above), len(below))):
        upper, lower = (row[index] if index < len(row) else "" for row in (above, below))
        group = upper or (group if lower else "")
        if not lower or lower == upper:
            yield (upper,), upper
        elif not group or key_of(group) in _NEUTRAL:
            yield (group + lower, lower), lower
        else:
            # The name below alone would be another column: 第三方意见 over 答复日期 is not the date of the reply.
            yield (group + lower,), f"{group} {lower}"


def _heading(number: int, names: Sequence[tuple[tuple[str, ...], str]], kind: Kind) -> Heading:
    columns: list[Column] = []
    unknown: list[tuple[int, str]] = []
    slots: dict[tuple[str, int], set[int]] = {}
    for index, (words, printed) in enumerate(names):
        if not printed:
            continue
        found = next((one for one in (_match(word, kind) for word in words) if one is not None), None)
        if found is None:
            if not any(key_of(word) in _unused(kind) for word in words):
                unknown.append((index, printed))
            continue
        header, rank, given, unit = found
        taken = slots.setdefault((header.field, rank), set())
        slot = given if given is not None and given not in taken else len(taken)
        while slot in taken:
            slot += 1
        taken.add(slot)
        columns.append(Column(index=index, header=header, printed=printed, rank=rank, slot=slot, unit=unit))
    texts = tuple(printed for _, printed in names)
    return Heading(row=number, columns=tuple(columns), unknown=tuple(unknown), texts=texts)


def _match(text: str, kind: Kind) -> tuple[Header, int, int | None, str] | None:
    """The column with such a name, the name's rank, the number after it (from 0), and the unit of money in it."""
    folded = squeeze(fold(text))
    plain = _MARK.sub("", folded)
    unit = next((found[0] for note in _BRACKET.findall(plain) if (found := _MONEY.search("".join(note)))), "")
    bare = _BRACKET.sub("", plain)
    inner = [one for note in _BRACKET.findall(plain) if (one := _slot("".join(note))) is not None]
    first = _FIRST.search(bare)
    tail = _NUMBER.search(bare)
    for word, slot in (
        (folded, None),
        (plain, None),
        (bare, inner[0] if inner else None),
        (_FIRST.sub("", bare), _slot(first[1]) if first else None),
        (bare[: tail.start()] if tail else "", _slot(tail[1]) if tail else None),
    ):
        key = key_of(word) if word else ""
        named = _names(kind).get(key) or _alike_names(kind).get(_alike(key))
        if named:
            return named[0], named[1], slot, unit
    return None


def _slot(text: str) -> int | None:
    value = int(text) if text.isdecimal() and len(text) <= len("99") else chinese_number(text)
    return value - 1 if value and value <= LOOK else None


@cache
def _names(kind: Kind) -> Mapping[str, tuple[Header, int]]:
    found: dict[str, tuple[Header, int]] = {}
    for header in headers(kind):
        for rank, word in enumerate((*header.zh, *header.en)):
            found.setdefault(key_of(word), (header, rank))
    return found


# Words that offices put for one another in the names of columns.
_SYNONYMS: Final = (
    ("时间", "日期"),
    ("回复", "答复"),
    ("通知", "告知"),
    ("意见书", "意见"),
    ("发函日期", "日期"),
    ("发出日期", "日期"),
)


def _alike(key: str) -> str:
    for word, other in _SYNONYMS:
        key = key.replace(word, other)
    return key


@cache
def _alike_names(kind: Kind) -> Mapping[str, tuple[Header, int]]:
    """The names of columns with synonyms made one; those that two columns would share are left out."""
    found: dict[str, tuple[Header, int]] = {}
    shared: set[str] = set()
    for name, (header, rank) in _names(kind).items():
        key = _alike(name)
        other = found.setdefault(key, (header, rank))
        if other[0] is not header:
            shared.add(key)
    return {key: named for key, named in found.items() if key and key not in shared}


@cache
def _unused(kind: Kind) -> frozenset[str]:
    return frozenset(map(key_of, UNUSED[kind]))
