"""Plain text and Markdown."""

import heapq
import re
from collections.abc import Iterator, Sequence

import attrs

from govdisclosure.documents.document import Block, BlockKind, Document, Label
from govdisclosure.documents.source_map import Lines, TextBuilder, strays
from govdisclosure.documents.table import MAX_COLUMNS, Table, TableCell
from govdisclosure.errors import ReadError
from govdisclosure.model.report import SourceFile
from govdisclosure.text.normalise import clean

__all__ = ["read_plain"]

_TABS_OF_A_ROW = 2
_BARS_OF_A_ROW = 2
_LONGEST_PAIR = 60
_HEADER_LINES = 15
_MAX_LINES = 500_000
# "名称: 值" as crawlers head their files; a sentence has a longer name or punctuation before the colon.
_LABEL = re.compile(r"[ \t]{0,8}([\w（）()]{1,8})[ \t]{0,4}[:：][ \t]{0,4}(\S[^\n]{0,500})")
_HEADING = re.compile(r"(#{1,6}[ \t\u3000]+)[^\s#]")
_RULE = re.compile(r"[ \t]{0,8}(?:={3,}|-{3,})(?:[ \t]{0,4}[^=\-\n]{1,20}[ \t]{0,4}(?:={3,}|-{3,}))?[ \t\r]{0,8}")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)[^*_\n]{1,200}(?<=\S)\1")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_TABLE_RULE = re.compile(r"\|[\s|:+-]*")


def read_plain(source: str, origin: SourceFile, name: str) -> Document:
    """Read text whose lines are its paragraphs.

    Args:
        source: The decoded source.
        origin: The bytes it came from.
        name: What to name in an error.

    Raises:
        ReadError: There is nothing but white space.
    """
    lines = Lines(source)
    if len(lines.starts) > _MAX_LINES:
        raise ReadError(
            name,
            f"文本超过 {_MAX_LINES} 行，不予读取；请只留一份报告的正文",
            f"more than {_MAX_LINES} lines; keep the text of one report only",
        )
    builder = _clean(source, _signs(source) if origin.media_type == "text/markdown" else ())
    text = builder.text()
    if not text.strip():
        raise ReadError(
            name, "文件里只有空白，没有文字；请检查是否取错了文件", "only white space; check that it is the right file"
        )
    document = Document(text=text, blocks=(), source=origin, map=builder.map(lines))
    spans = tuple(_spans(text))
    labels, header_end = _labels(document, spans)
    blocks = tuple(_blocks(text, [span for span in spans if span[0] >= header_end]))
    return attrs.evolve(document, labels=labels, blocks=blocks, tables=tuple(_tables(text, blocks)))


def _signs(source: str) -> tuple[tuple[int, int], ...]:
    """Spans of what is no part of the text in Markdown: marks around emphasised words, and what makes a sign plain."""
    found = _EMPHASIS.finditer(source)
    marks = (span for match in found for span in (match.span(1), (match.end() - len(match[1]), match.end())))
    return tuple(heapq.merge(marks, (match.span() for match in _ESCAPE.finditer(source))))


def _clean(source: str, dropped: Sequence[tuple[int, int]]) -> TextBuilder:
    """Line ends made one, unseen characters and the dropped spans left out."""
    builder = TextBuilder()
    marks = frozenset(dropped)
    odd = re.compile("\r\n?|[\u2028\u2029" + re.escape(strays(source)) + "]")
    done = 0
    for start, end in heapq.merge(dropped, (match.span() for match in odd.finditer(source))):
        builder.add(source[done:start], done)
        found = source[start:end]
        if found == "\r\n":
            builder.add("\n", start + 1)
        elif len(found) == 1 and (start, end) not in marks:
            builder.add_changed("\n" if found in "\r\u2028\u2029" else clean(found), start)
        done = end
    builder.add(source[done:], done)
    return builder


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Non-empty lines without the white space around them."""
    start = 0
    for line in text.split("\n"):
        if words := line.strip():
            left = start + len(line) - len(line.lstrip())
            yield left, left + len(words)
        start += len(line) + 1


def _labels(document: Document, spans: tuple[tuple[int, int], ...]) -> tuple[tuple[Label, ...], int]:
    """The crawler's header, and where it ends if it has an end line (0 otherwise)."""
    labels: list[Label] = []
    for start, end in spans[:_HEADER_LINES]:
        line = document.text[start:end]
        if _RULE.fullmatch(line):
            if labels:
                return tuple(labels), end
            continue
        if match := _LABEL.fullmatch(line):
            value = start + match.start(2)
            labels.append(Label(name=match.group(1), value=match.group(2).strip(), at=document.place(value, end)))
    return tuple(labels), 0


def _blocks(text: str, spans: list[tuple[int, int]]) -> Iterator[Block]:
    for start, end in spans:
        line = text[start:end]
        if line[0] == "|" or line.count("\t") >= _TABS_OF_A_ROW:
            if not _TABLE_RULE.fullmatch(line):
                yield Block(start=start, end=end, kind=BlockKind.ROW)
        elif match := _HEADING.match(line):
            words = line[match.end(1) :].rstrip("# \t")
            yield Block(start=start + match.end(1), end=start + match.end(1) + len(words), kind=BlockKind.HEADING)
        else:
            yield Block(start=start, end=end)


def _tables(text: str, blocks: tuple[Block, ...]) -> Iterator[Table]:
    """Lines parted by tabs or bars, as long as one follows another: their rows are sure, their columns are not."""
    rows: list[list[tuple[int, int]]] = []
    for block in blocks:
        cells = _cells(text, block)
        if len(cells) > 1:
            rows.append(cells)
        elif rows:
            yield _table(rows)
            rows = []
    if rows:
        yield _table(rows)


def _cells(text: str, block: Block) -> list[tuple[int, int]]:
    """The cells of a line, blanks around them left out; a tab before the first one opens a blank cell."""
    start = text.rfind("\n", 0, block.start) + 1
    end = text.find("\n", block.end)
    end = len(text) if end < 0 else end
    line = text[start:end]
    bars = "|" in line and "\t" not in line
    if bars and line.count("|") < _BARS_OF_A_ROW and len(line) > _LONGEST_PAIR:
        return []
    if not bars and line.startswith("\t") and "\t" not in line[1:]:
        return []  # a cell on a line of its own, as browsers copy one
    found, at = [], start
    for cell in line.split("|" if bars else "\t"):
        left = at + len(cell) - len(cell.lstrip())
        found.append((min(left, at + len(cell)), max(left, at + len(cell.rstrip()))))
        at += len(cell) + 1
    if bars:
        # The bars at both ends are the border.
        found = found[line.lstrip()[0] == "|" : len(found) - (line.rstrip()[-1] == "|")]
    return found


def _table(rows: list[list[tuple[int, int]]]) -> Table:
    return Table(
        cells=tuple(
            TableCell(row=row, column=column, start=start, end=end)
            for row, cells in enumerate(rows)
            for column, (start, end) in enumerate(cells[:MAX_COLUMNS])
        ),
        aligned=False,
    )
