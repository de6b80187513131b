"""Reading statutory tables from running text in which the borders of the cells are lost, by the labels in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import attrs

from govdisclosure.documents.document import Document
from govdisclosure.extraction.tables.collecting import Collector
from govdisclosure.extraction.tables.figures import read_figure
from govdisclosure.extraction.tables.labels import (
    SIGNS,
    applicants_stand,
    bare,
    column_names,
    columns_for,
    keys_of,
    label_pattern,
    row_names,
    rows_for,
)
from govdisclosure.extraction.tables.remedies import CELLS, header_is_whole
from govdisclosure.extraction.tables.runs import Run, split_run
from govdisclosure.model.forms import APPLICANTS, TableName
from govdisclosure.text.units import UNIT

__all__ = ["read_stream"]


_WORD = re.compile(r"[^\W\d_]")
_FEWEST_ROWS = 3
_TABLE_REACH = 6_000
_LONGEST_HEAD = 300
_NEXT_SECTION = re.compile(
    r"[一二三四五六七八九]、(?:存在|政府信息公开工作存在|其他需要|收到和处理|因?政府信息公开|主要问题)"
)


@attrs.frozen
class _Found:
    """A row: its name and columns, the stretch in which its figures may stand, and what was found there."""

    key: str
    columns: tuple[str, ...]
    left: int
    right: int
    run: Run

    def words(self, text: str) -> int:
        """How many words stand in the stretch."""
        return len(text[self.left : self.right].split())

    def signs(self, text: str) -> int:
        """How many signs stand in the stretch, blanks aside."""
        return sum(not sign.isspace() for sign in text[self.left : self.right])


@attrs.frozen
class _Mark:
    """A label in the text without blanks: the rows it may name, and where it starts, number included, and ends."""

    keys: tuple[str, ...]
    start: int
    end: int


class _Squeezed:
    """A document's text without its blanks and without its cells, with the way back."""

    def __init__(self, document: Document) -> None:
        key = document.key
        start = 0
        self.places: list[int] = []
        for left, right in (*_cells(document), (len(key), len(key))):
            self.places += (n for n in range(start, left) if not key[n].isspace())
            start = max(start, right)
        self.text = "".join([key[n] for n in self.places])
        self._end = len(key)

    def back(self, position: int) -> int:
        """Where a position of the squeezed text stands in the document."""
        return self.places[position] if position < len(self.places) else self._end

    def after(self, position: int) -> int:
        """Where the text behind a position starts in the document: right behind the sign before it."""
        return self.places[position - 1] + 1 if position else self.back(0)


_LONGEST_CELL = 200


def _cells(document: Document) -> list[tuple[int, int]]:
    """The cells of tables that keep their columns: those are read as cells, or not at all.

    A cell as long as a table is one that was pasted without its borders: that is running text.
    """
    cells = (cell for table in document.tables if table.aligned for cell in table.cells)
    return sorted((cell.start, cell.end) for cell in cells if cell.end - cell.start <= _LONGEST_CELL)


def read_stream(document: Document, collectors: Mapping[TableName, Collector]) -> None:
    """Read what no table with cells gave, from the text between the labels.

    Args:
        document: The document.
        collectors: What was found so far; a table that has cells already is left alone.
    """
    whole = _Squeezed(document)
    for table, read in (
        (TableName.REQUESTS, _read_requests),
        (TableName.PROACTIVE, _read_proactive),
        (TableName.REMEDIES, _read_remedies),
        (TableName.ANNEX, _read_annex),
    ):
        if not collectors[table].cells and not collectors[table].closed:
            read(document, whole, collectors[table])


def _marks(table: TableName, text: str, start: int, end: int) -> list[_Mark]:
    return [
        _Mark(keys_of(table, bare(match.group())), match.start(), match.end())
        for match in label_pattern(table).finditer(text, start, end)
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
        if before.strip(" \n\t,.|") or words not in rest:
            return position, word.start()
        position = word.end()
    return position, end


_WORDS = re.compile(r"[^\d\s/\\+\-,.|][^\d\s|]*")


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
        key = _one(mark.keys, found[-1].key if found else "")
        if key is None:
            continue
        left, right = _clean(document.key, first, last)
        run = split_run(document.text[left:right], len(columns), left)
        if not run.spans and key == "other":
            # 其他处理 is a row of the form of 2019, and the name of a group in that of 2021.
            continue
        found.append(_Found(key, columns, left, right, run))
    if len({row.key for row in found}) >= _FEWEST_ROWS:
        _put(collector, found, adds_up=columns[-1] == "total")


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


def _put(collector: Collector, found: Sequence[_Found], *, adds_up: bool = False) -> None:
    """Put rows into a collector; ``adds_up`` says that the last cell of a row is the sum of the others."""
    text = collector.document.text
    # Figures beyond those of a row are another row's: then a row without any need not be blank.
    strayed = any(row.run.spans is None and row.words(text) > len(row.columns) for row in found)
    # A row with fewer signs than cells has blanks; then figures without a joint, or a line each, may be two rows'.
    blanks = any(row.run.spans == () or row.signs(text) < len(row.columns) for row in found)
    for row in found:
        collector.last = row.key
        collector.span(row.left, row.right)
        spans = row.run.spans
        doubtful = row.run.glued or (row.run.stacked and adds_up and (blanks or strayed))
        if spans == () and not strayed:
            for column in row.columns:
                collector.put(row.key, column, row.left, row.left)
        elif not spans or (doubtful and not _certain(text, row, blanks=blanks or strayed, adds_up=adds_up)):
            end = row.left + len(text[row.left : row.right].rstrip())
            collector.put_illegible(row.key, row.columns, row.left, max(row.left, end))
        else:
            for column, (start, end) in zip(row.columns, spans, strict=True):
                collector.put(row.key, column, start, end)


def _certain(text: str, row: _Found, *, blanks: bool, adds_up: bool) -> bool:
    """Whether figures that touch, or may be of two rows, are told apart beyond doubt.

    A row of one cell has nothing to tell apart; else all are zeros, or they add up and none was left blank.
    """
    values = [read_figure(text[start:end]).value for start, end in row.run.spans or ()]
    if len(values) == 1 or all(value == 0 or value is None for value in values):
        return True
    parts = [value for value in values[:-1] if value is not None]
    whole = adds_up and len(parts) == len(values) - 1 and sum(parts) == values[-1]
    return whole and (not blanks or not row.run.glued)


def _read_proactive(document: Document, whole: _Squeezed, collector: Collector) -> None:
    """Table two: each header names the columns of the rows below it."""
    heads = sorted(
        (match.start(), match.start() - match.end(), key)
        for key in columns_for(TableName.PROACTIVE)
        for name in column_names(TableName.PROACTIVE, key)
        for match in re.finditer(SIGNS.join(map(re.escape, name)) + r"(?:\(单位:万元\))?", whole.text)
    )
    if len(heads) < _FEWEST_ROWS:
        return
    begin = heads[0][0]
    end = min(len(whole.text), heads[-1][0] + _LONGEST_HEAD, begin + _TABLE_REACH)
    after = _NEXT_TABLE.search(whole.text, begin, end)
    end = after.start() if after else end
    marks = [m for m in _marks(TableName.PROACTIVE, whole.text, begin, end) if m.keys]
    spans = _longest([(start, start - minus, key) for start, minus, key in heads])
    found: list[_Found] = []
    for mark in marks:
        named = _head_before(whole.text, spans, mark.start)
        if not named or len(mark.keys) != 1:
            continue
        until = min([s for s, *_ in spans if s >= mark.end] + [m.start for m in marks if m.start >= mark.end] + [end])
        item = _NEXT_BLOCK.search(whole.text, mark.end, until)
        first, last = whole.after(mark.end), whole.after(item.start() if item else until)
        left, right = _clean(document.key, *_figures(document.key, first, last, mark.keys))
        run = _money_run(document, left, last) if named == ["amount"] else None
        run = run or split_run(document.text[left:right], len(named), left)
        found.append(_Found(mark.keys[0], tuple(named), left, right, run))
    _put(collector, found)


def _longest(heads: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The headings that are no part of a longer one; sorted by start, longer ones first."""
    found: list[tuple[int, int, str]] = []
    for head in heads:
        if not found or head[1] > found[-1][1]:
            found.append(head)
    return found


def _money_run(document: Document, left: int, last: int) -> Run | None:
    """An amount with its unit, which is a word."""
    match = _AMOUNT.match(document.key, left, last)
    return Run((match.span(1),)) if match else None


_NEXT_BLOCK = re.compile(r"第二十条|信息内容")
_NEXT_TABLE = re.compile(r"三、|收到和处理")
_AMOUNT = re.compile(r"[\s|]{0,40}([\d,]{1,24}(?:\.\d{1,8})?\s?(?:万元|元)?)(?![\d.,])")


def _head_before(text: str, heads: Sequence[tuple[int, int, str]], position: int) -> list[str]:
    """The columns of the last header before a row: headings that touch one another."""
    before = [head for head in heads if head[1] <= position]
    named: list[tuple[int, int, str]] = []
    for head in reversed(before):
        if named and (head[2] in {key for *_, key in named} or not _JOINT.fullmatch(text, head[1], named[-1][0])):
            break
        named.append(head)
    return [key for _, _, key in reversed(named)]


# Between headings of one header stand signs, and perhaps a remark.
_JOINT = re.compile(r"[^\w(]{0,6}(?:\([^()]{1,60}\))?[^\w(]{0,6}")


_FIGURE = re.compile(r"[\d/\\-]")
_SECTION = re.compile(r"[一二三四五六]、|\([一二三四五六]\)")


def _read_remedies(document: Document, whole: _Squeezed, collector: Collector) -> None:
    """Table four: the figures behind a header that has all its words."""
    for match in re.finditer("复议后起诉", whole.text):
        first = _FIGURE.search(whole.text, match.end(), match.end() + _LONGEST_HEAD)
        if first is None:
            continue
        start = whole.back(first.start())
        if not header_is_whole(document.text[max(0, start - _LONGEST_HEAD * 3) : start]):
            continue
        words = _WORD.search(document.key, start)
        section = _SECTION.search(document.key, start)
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
        key = _one(mark.keys, found[-1].key if found else "")
        if key is None:
            continue
        until = marks[position + 1].start if position + 1 < len(marks) else min(len(whole.text), mark.end + 60)
        unit = _ANNEX_UNIT.match(whole.text, mark.end)
        first = whole.after(unit.end() if unit else mark.end)
        left, right = _figures(document.key, first, whole.after(until), ())
        found.append(_Found(key, columns, left, right, split_run(document.text[left:right], len(columns), left)))
    if len(found) >= _FEWEST_ROWS:
        _put(collector, found)


_ANNEX_HEAD = re.compile(
    r"(?:指标名称|统计指标|统计项目)(?:计量)?(?:单位)?(?:20\d\d年度?|统计数|数量)?(?P<cumulative>历年累计|累计)?"
)
_ANNEX_UNIT = re.compile(rf"(?:总?数)?(?:\(?单位:)?\(?(?:{UNIT})\)?")
