"""The official form as Markdown: its tables as pipes, for Markdown has no cells that reach over others."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from govdisclosure.model.forms import Row, TableName
from govdisclosure.model.labels import group_words
from govdisclosure.model.layout import foreign_rows, layout_of, printed_rows
from govdisclosure.model.statistics import Grid
from govdisclosure.text.display import visible
from govdisclosure.writing.official_form_parts import Paragraph, Part, PartKind, figure_text, official

__all__ = ["markdown_of"]

_MARKS: Final = {
    PartKind.TITLE: "# ",
    PartKind.HEADING: "## ",
    PartKind.SUBHEADING: "### ",
    PartKind.TEXT: "",
    PartKind.FOOT: "",
}
_SPECIAL: Final = re.compile(r"[\\`*_<>\[\]|&~]")
_FIRST: Final = re.compile(r"^(?=[#+=-])|(?<=^\d)(?=[.)](?:\s|$))|(?<=^\d\d)(?=[.)](?:\s|$))")
"""Before what makes a heading, a line or a list of a paragraph that begins with it."""
_CORNERS: Final = {TableName.REQUESTS: "项目", TableName.REMEDIES: "类型"}
_SUBJECT: Final = "信息内容"


def markdown_of(parts: tuple[Part, ...]) -> bytes:
    """Write the parts of a report as Markdown in UTF-8."""
    blocks = (block for part in parts for block in (_tables(part) if isinstance(part, Grid) else _paragraph(part)))
    return ("\n\n".join(blocks) + "\n").encode()


def _paragraph(part: Paragraph) -> Iterator[str]:
    yield _MARKS[part.kind] + _FIRST.sub(r"\\", _escaped(part.text))


def _escaped(text: str) -> str:
    """Words that mean nothing to Markdown, with what is not seen left out."""
    return _SPECIAL.sub(r"\\\g<0>", visible(text))


def _tables(grid: Grid) -> Iterator[str]:
    if grid.table in _CORNERS:
        if grid.table is TableName.REQUESTS:
            yield official(layout_of(grid).rows[0][0].text)
        yield _table(grid, _CORNERS[grid.table], grid.form.rows)
        yield from _blocks(grid, foreign_rows(grid), grouped=False)
    else:
        rows = (*printed_rows(grid), *foreign_rows(grid))
        yield from _blocks(grid, rows, grouped=grid.table is TableName.PROACTIVE)


def _blocks(grid: Grid, rows: Sequence[Row], *, grouped: bool) -> Iterator[str]:
    for (group, _), block in groupby(rows, key=lambda row: (row.group if grouped else None, row.columns)):
        if group:
            yield official(group)
        yield _table(grid, _SUBJECT, tuple(block))


def _table(grid: Grid, corner: str, rows: Sequence[Row]) -> str:
    columns = rows[0].columns
    form = grid.form_at(rows[0].key, columns[0])
    lines = [[corner, *(official(form.column(name).label) for name in columns)], ["---", *["---:"] * len(columns)]]
    for row in rows:
        label = official(f"{_group(grid, row)}{row.number}{row.label}")
        lines.append([label, *(figure_text(grid, (row.key, name)) for name in columns)])
    return _piped(lines)


def _group(grid: Grid, row: Row) -> str:
    """The group of a row, where the form shows it by a cell that reaches over several rows."""
    return f"{group_words(row)} " if row.group and grid.table in _CORNERS else ""


def _piped(lines: Sequence[Sequence[str]]) -> str:
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(text: str) -> str:
    return text if set(text) <= set("-:") else _escaped(text)
