"""Reading statutory tables from running text in which the borders of the cells are lost, by the labels in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TypeAlias

import attrs

from govdisclosure.documents.document import Document
from govdisclosure.extraction.tables.collecting import Collector
from govdisclosure.extraction.tables.figures import read_figure
from govdisclosure.extraction.tables.labels import (
    applicants_stand,
    bare,
    column_names,
    columns_for,
    row_names,
    rows_for,
)
from govdisclosure.extraction.tables.remedies import CELLS, header_is_whole
from govdisclosure.extraction.tables.runs import Run, split_run
from govdisclosure.model.forms import APPLICANTS, TableName

__all__ = ["read_stream"]

# The row's name, the stretch in which its figures may stand, and what was found there.
_Found: TypeAlias = tuple[str, int, int, Run]

_NUMBERED = r"(?:[一二三四]、|\([一二三四五六七八九]\)|[1-9][、.](?!\d))?"
_WORD = re.compile(r"[^\W\d_]")
_FEWEST_ROWS = 3
_TABLE_REACH = 6_000
_LONGEST_HEAD = 300
_NEXT_SECTION = re.compile(
    r"[一二三四五六七八九]、(?:存在|政府信息公开工作存在|其他需要|收到和处理|因?政府信息公开|主要问题)"
)


@attrs.frozen
class _Mark:
    """A label in the text without blanks: the rows it may name, and where it starts, number included, and ends."""

    keys: tuple[str, ...]
    start: int
    end: int


class _Squeezed:
    """A text without its blanks, with the way back."""

    def __init__(self, document: Document, start: int, end: int) -> None:
        key = document.key
        self.places = [n for n in range(start, end) if not key[n].isspace()]
        self.text = "".join(key[n] for n in self.places)
        self._end = end

    def back(self, position: int) -> int:
        """Where a position of the squeezed text stands in the document."""
        return self.places[position] if position < len(self.places) else self._end

    def after(self, position: int) -> int:
        """Where the text behind a position starts in the document: right behind the sign before it."""
        return self.places[position - 1] + 1 if position else self.back(0)


def read_stream(document: Document, collectors: Mapping[TableName, Collector]) -> None:
    """Read what no table with cells gave, from the text between the labels.

    Args:
        document: The document.
        collectors: What was found so far; a table that has cells already is left alone.
    """
    whole = _Squeezed(document, 0, len(document.key))
    for table, read in (
        (TableName.REQUESTS, _read_requests),
        (TableName.PROACTIVE, _read_proactive),
        (TableName.REMEDIES, _read_remedies),
        (TableName.ANNEX, _read_annex),
    ):
        if not collectors[table].cells:
            read(document, whole, collectors[table])


@cache
def _labels(table: TableName) -> re.Pattern[str]:
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
    spelled = _SIGNS.join(head) + "".join(f"(?:{_SIGNS}{sign}" for sign in tail) + ")?" * len(tail)
    if number and len(name) <= _SHORT:
        return f"{re.escape(number[:-1])}[、.)]{spelled}"
    return _NUMBERED + spelled


_SIGNS = r"[(),、:;/\"'<>]{0,2}"
_SURE, _SHORT = 6, 2


@cache
def _keys(table: TableName, words: str) -> tuple[str, ...]:
    """The rows that a name or its beginning stands for."""
    names = {row.key: row_names(table, row.key) for row in rows_for(table)}
    exact = tuple(key for key, known in names.items() if words in known)
    if exact or len(words) < _SURE:
        return exact
    return tuple(key for key, known in names.items() if any(name.startswith(words) for name in known))


def _marks(table: TableName, text: str, start: int, end: int) -> list[_Mark]:
    return [
        _Mark(_keys(table, bare(match.group())), match.start(), match.end())
        for match in _labels(table).finditer(text, start, end)
    ]


def _rows(document: Document, whole: _Squeezed, marks: Sequence[_Mark], end: int) -> Iterator[tuple[_Mark, int, int]]:
    """Each label with the stretch of the document in which its figures may stand."""
    for position, mark in enumerate(marks):
        until = marks[position + 1].start if position + 1 < len(marks) else end
        first, last = whole.after(mark.end), whole.after(until)
        yield mark, *_figures(document.key, first, last, mark.keys)


def _figures(key: str, start: int, end: int, rows: Sequence[str]) -> tuple[int, int]:
    """The stretch without words: words of the label's own rest before it are passed over, others end it."""
    rest = "".join(_full_name(row) for row in rows) + _GROUPS
    position = start
    while word := _WORDS.search(key, position, end):
        before = key[position : word.start()]
        words = bare(word.group())
        if before.strip(" \n\t,.") or words not in rest:
            return position, word.start()
        position = word.end()
    return position, end


_WORDS = re.compile(r"[^\d\s/\\+\-,.][^\d\s]*")


_GROUPS = "".join(dict.fromkeys(bare(row.group) for table in TableName for row in rows_for(table) if row.group)) + bare(
    "三、本年度办理结果"
)


@cache
def _full_name(key: str) -> str:
    return "".join(name for table in TableName for name in row_names(table, key))


def _clean(key: str, start: int, end: int) -> tuple[int, int]:
    """Without the signs that close a label or open the next one."""
    while start < end and key[start] in ")):;,、。\"'":
        start += 1
    return start, end


def _read_requests(document: Document, whole: _Squeezed, collector: Collector) -> None:
    head = _applicants(whole.text)
    if head is None:
        return
    columns, begin = head
    end = min(len(whole.text), begin + _TABLE_REACH)
    after = _NEXT_SECTION.search(whole.text, begin, end)
    marks = _marks(TableName.REQUESTS, whole.text, begin, after.start() if after else end)
    found: list[_Found] = []
    for mark, first, last in _rows(document, whole, marks, after.start() if after else end):
        key = _one(mark.keys, found[-1][0] if found else "")
        if key is None:
            continue
        left, right = _clean(document.key, first, last)
        run = split_run(document.text[left:right], len(columns), left)
        if not run.spans and key == "other":
            # 其他处理 is a row of the form of 2019, and the name of a group in that of 2021.
            continue
        found.append((key, left, right, run))
    if len({key for key, *_ in found}) >= _FEWEST_ROWS:
        _put(document, collector, columns, found)


def _one(keys: Sequence[str], after: str) -> str | None:
    if len(keys) == 1:
        return keys[0]
    family = after.split(".", 1)[0]
    same = [key for key in keys if key.split(".", 1)[0] == family]
    return same[0] if len(same) == 1 else None


def _applicants(text: str) -> tuple[tuple[str, ...], int] | None:
    """The applicants' columns in the order in which the header names them, and where the header ends."""
    for match in re.finditer("自然人", text):
        head = text[match.start() : match.start() + _LONGEST_HEAD]
        stop = re.search(r"一、|本年新收", head)
        if stop is None:
            continue
        head = head[: stop.start()]
        places = {column.key: _place(head, column.key) for column in APPLICANTS}
        # A heading over two lines is read line by line: 总计 then comes before the organisations, which stand below it.
        places["total"] = len(head) if "法人" in head else places["total"]
        if all(place >= 0 for place in places.values()):
            return tuple(sorted(places, key=places.__getitem__)), match.start() + stop.start()
        if applicants_stand(head):
            return tuple(column.key for column in APPLICANTS), match.start() + stop.start()
    return None


def _place(head: str, key: str) -> int:
    if key == "other_organisation":
        # 其他 is also part of 法人或其他组织, the heading above.
        match = re.search(r"(?<!或)其[他它](?!组织)", head)
        return match.start() if match else -1
    return head.find(column_names(TableName.REQUESTS, key)[0])


def _put(
    document: Document,
    collector: Collector,
    columns: Sequence[str],
    found: Sequence[_Found],
) -> None:
    # Figures beyond those of a row are another row's: then a row without any need not be blank.
    strayed = any(run.spans is None and len(document.text[a:b].split()) > len(columns) for _, a, b, run in found)
    # A row with fewer signs than cells has blanks; then a figure that touches another may be two with one between.
    blanks = any(
        run.spans == () or sum(not s.isspace() for s in document.text[left:right]) < len(columns)
        for _, left, right, run in found
    )
    for key, left, right, run in found:
        collector.last = key
        collector.span(left, right)
        spans = run.spans
        if spans == () and not strayed:
            for column in columns:
                collector.put(key, column, left, left)
        elif not spans or (run.glued and not _certain(document, spans, blanks=blanks)):
            collector.put_illegible(key, columns, left, max(left, left + len(document.text[left:right].rstrip())))
        else:
            for column, (start, end) in zip(columns, spans, strict=True):
                collector.put(key, column, start, end)


def _certain(document: Document, spans: Sequence[tuple[int, int]], *, blanks: bool) -> bool:
    """Whether figures that touch are told apart beyond doubt: all are zeros, or none is blank and they add up."""
    values = [read_figure(document.text[start:end]).value for start, end in spans]
    if all(value == 0 or value is None for value in values):
        return True
    parts = [value for value in values[:-1] if value is not None]
    return not blanks and len(parts) == len(values) - 1 and sum(parts) == values[-1]


def _read_proactive(document: Document, whole: _Squeezed, collector: Collector) -> None:
    """Table two: each header names the columns of the rows below it."""
    heads = sorted(
        (match.start(), -len(name), key)
        for key in columns_for(TableName.PROACTIVE)
        for name in column_names(TableName.PROACTIVE, key)
        for match in re.finditer(_SIGNS.join(map(re.escape, name)) + r"(?:\(单位:万元\))?", whole.text)
    )
    if len(heads) < _FEWEST_ROWS:
        return
    begin = heads[0][0]
    end = min(len(whole.text), heads[-1][0] + _LONGEST_HEAD)
    after = re.compile(r"三、|收到和处理").search(whole.text, begin, end)
    end = after.start() if after else end
    marks = [m for m in _marks(TableName.PROACTIVE, whole.text, begin, end) if m.keys]
    spans = [(start, start - minus, key) for start, minus, key in heads]
    for mark in marks:
        named = _head_before(spans, mark.start)
        if not named or len(mark.keys) != 1:
            continue
        until = min([s for s, *_ in spans if s >= mark.end] + [m.start for m in marks if m.start >= mark.end] + [end])
        item = re.compile(r"第二十条|信息内容").search(whole.text, mark.end, until)
        first, last = whole.after(mark.end), whole.after(item.start() if item else until)
        left, right = _clean(document.key, *_figures(document.key, first, last, mark.keys))
        run = _money_run(document, left, last) if named == ["amount"] else None
        run = run or split_run(document.text[left:right], len(named), left)
        _put_matter(collector, named, (mark.keys[0], left, right, run))


def _money_run(document: Document, left: int, last: int) -> Run | None:
    """An amount with its unit, which is a word."""
    match = _AMOUNT.match(document.key, left, last)
    return Run((match.span(1),)) if match else None


_AMOUNT = re.compile(r"\s{0,40}([\d,]{1,24}(?:\.\d{1,8})?\s?(?:万元|元)?)(?![\d.,])")


def _head_before(heads: Sequence[tuple[int, int, str]], position: int) -> list[str]:
    """The columns of the last header before a row: headings that touch one another."""
    before = [head for head in heads if head[1] <= position]
    named: list[tuple[int, int, str]] = []
    for head in reversed(before):
        if named and head[1] > named[-1][0]:
            continue  # a shorter name inside a longer one
        if named and named[-1][0] - head[1] > _JOINT:
            break
        named.append(head)
    return [key for _, _, key in reversed(named)]


_JOINT = 14


def _put_matter(collector: Collector, columns: Sequence[str], found: _Found) -> None:
    key, left, right, run = found
    document = collector.document
    collector.span(left, right)
    zeros = run.spans is not None and all(document.text[a:b] == "0" for a, b in run.spans)
    if run.spans == ():
        for column in columns:
            collector.put(key, column, left, left)
    elif run.spans is None or (run.glued and not zeros and len(columns) > 1):
        collector.put_illegible(key, columns, left, left + len(document.text[left:right].rstrip()))
    else:
        for column, (start, end) in zip(columns, run.spans, strict=True):
            collector.put(key, column, start, end)


def _read_remedies(document: Document, whole: _Squeezed, collector: Collector) -> None:
    """Table four: the figures behind a header that has all its words."""
    for match in re.finditer("复议后起诉", whole.text):
        first = re.compile(r"[\d/\\-]").search(whole.text, match.end(), match.end() + _LONGEST_HEAD)
        if first is None:
            continue
        start = whole.back(first.start())
        if not header_is_whole(document.text[max(0, start - _LONGEST_HEAD * 3) : start]):
            continue
        words = _WORD.search(document.key, start)
        section = re.compile(r"[一二三四五六]、|\([一二三四五六]\)").search(document.key, start)
        end = min(m.start() for m in (words, section) if m) if words or section else len(document.key)
        run = split_run(document.text[start:end], len(CELLS), start)
        zeros = run.spans is not None and all(document.text[a:b] == "0" for a, b in run.spans)
        collector.span(start, end)
        if run.spans and (zeros or not run.glued):
            for (row, column), (left, right) in zip(CELLS, run.spans, strict=True):
                collector.put(row, column, left, right)
        else:
            for row, column in CELLS:
                collector.put_illegible(row, (column,), start, start + len(document.text[start:end].rstrip()))
        return


def _read_annex(document: Document, whole: _Squeezed, collector: Collector) -> None:
    """The annex of 2014: a label, a unit, and the figure of the year, perhaps with that of all years."""
    head = _ANNEX_HEAD.search(whole.text)
    if head is None:
        return
    columns = ("year", "cumulative") if head["cumulative"] else ("year",)
    marks = _marks(TableName.ANNEX, whole.text, head.end(), len(whole.text))
    found: list[_Found] = []
    for position, mark in enumerate(marks):
        key = _one(mark.keys, found[-1][0] if found else "")
        if key is None:
            continue
        until = marks[position + 1].start if position + 1 < len(marks) else min(len(whole.text), mark.end + 60)
        unit = _ANNEX_UNIT.match(whole.text, mark.end)
        first = whole.after(unit.end() if unit else mark.end)
        left, right = _figures(document.key, first, whole.after(until), ())
        found.append((key, left, right, split_run(document.text[left:right], len(columns), left)))
    if len(found) < _FEWEST_ROWS:
        return
    for each in found:
        _put_matter(collector, columns, each)


_ANNEX_HEAD = re.compile(
    r"(?:指标名称|统计指标|统计项目)(?:计量)?(?:单位)?(?:20\d\d年度?|统计数|数量)?(?P<cumulative>历年累计|累计)?"
)
_ANNEX_UNIT = re.compile(r"(?:总?数)?(?:\(?单位:)?\(?(?:万元|人次|[条件次篇个人元场期])\)?")
