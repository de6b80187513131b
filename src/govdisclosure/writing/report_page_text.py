"""The right-hand side of a report's page: its text line by line, its tables as the form prints them, marked."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from govdisclosure.model.labels import table_title
from govdisclosure.model.layout import Box, layout_of
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.statistics import Grid
from govdisclosure.rules.showing import kind_word
from govdisclosure.text.language import Lang, said
from govdisclosure.text.markup import below, escape
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.official_form_parts import figure_text, official, table_span
from govdisclosure.writing.report_page_cells import CellKey, CellPlaces
from govdisclosure.writing.report_page_marks import Mark, Numbered, TextMarks, attention, reference, tone

__all__ = ["TextPage"]

_TONES: Final = ("error", "warning", "note", "review", "open", "informational")


class TextPage:
    """The text and tables of a report with the findings in their places."""

    def __init__(
        self, report: AnnualReport, numbered: Sequence[Numbered], lang: Lang | None, *, form: Lang | None = "zh"
    ) -> None:
        """Sort the findings into cells of tables and spans of text.

        Args:
            report: The report.
            numbered: The findings.
            lang: Language of the labels; both when ``None``.
            form: Language of the forms' words; the English below the Chinese when ``None``.
        """
        self._report, self._lang, self._form = report, lang, form
        # Masked as a whole: a number may be cut by a line or by a mark. The length stays.
        self._text = mask_personal(report.text)
        self._places = CellPlaces(report)
        self._headings = sorted((one.heading_at.start, one.heading_at.end) for one in report.sections)
        self._cells: dict[CellKey, list[Numbered]] = {}
        self._tables: dict[str, list[Numbered]] = {}
        self._anchored: dict[int, CellKey] = {}
        spans = [mark for one in numbered if attention(one.outcome) for mark in self._sorted(one)]
        found = {mark.number for mark in spans} | self._anchored.keys()
        found.update(one.number for listed in self._tables.values() for one in listed)
        self.placed = frozenset(found)
        """The numbers of the findings that have a place on the page."""
        self._marks = TextMarks(self._text, spans, {mark.number: self._reference(mark) for mark in spans})

    def _sorted(self, one: Numbered) -> Iterator[Mark]:
        """Keep a finding about cells or a table; yield the mark of one about words."""
        at, end = one.outcome.at, len(self._text)
        cells = self._places.cells_of(one.outcome)
        for cell in cells:
            self._cells.setdefault(cell, []).append(one)
        grid = None if at is None else self._places.grid_around(at)
        if cells and (at is None or grid is not None):
            self._anchored[one.number] = cells[0]
        elif at is not None and grid is not None and self._places.is_whole(at, grid):
            self._tables.setdefault(grid.table.value, []).append(one)
        elif at is not None:
            start = min(max(at.start, 0), end)
            yield Mark(number=one.number, outcome=one.outcome, start=start, end=max(start, min(at.end, end)))

    def body(self) -> str:
        """The markup, once."""
        return "".join(self._parts())

    def _reference(self, one: Numbered | Mark, *, anchor: bool = True) -> str:
        spoken = self._lang or "zh"
        return reference(one.number, f"{kind_word(one.outcome, spoken)} {one.outcome.rule}", spoken, anchor=anchor)

    def _parts(self) -> Iterator[str]:
        position, size = 0, len(self._text)
        placed = sorted((grid for grid in self._report.statistics if grid.at is not None), key=_start)
        for grid in placed:
            first, last = self._lines_of(grid, position)
            yield from self._lines(position, first)
            yield self._table(grid)
            if last > first:
                yield self._source(first, last)
            position = max(position, last)
        yield from self._lines(position, size)
        yield from (self._table(grid) for grid in self._report.statistics if grid.at is None)
        rest = self._marks.rest()
        if rest:
            yield f'<p class="row">{rest}</p>\n'
        if not self._text.strip():
            yield f'<p class="soft">{said("没有读到正文", "No text was read.", self._lang)}</p>\n'

    def _lines_of(self, grid: Grid, position: int) -> tuple[int, int]:
        """The whole lines a table stands on, those of its heading among them, from where the text has been shown."""
        size = len(self._text)
        if grid.at is None or grid.at.start < position:
            return position, position
        first, last = table_span(self._report, grid, position, size)
        return first, max(first, min(last, size))

    def _source(self, first: int, last: int) -> str:
        """The words a table was read from, folded away unless a finding is about them."""
        opened = " open" * self._marks.has_any(last)
        label = said("读出此表的原文", "The words this table was read from", self._lang)
        lines = "".join(self._lines(first, last, plain=True))
        return f"<details{opened}><summary>{label}</summary>\n{lines}</details>\n"

    def _lines(self, start: int, end: int, *, plain: bool = False) -> Iterator[str]:
        while start < end:
            stop = self._text.find("\n", start, end)
            stop = end if stop < 0 else stop
            words = self._marks.between(start, stop)
            if words.strip():
                tag, kind = ("p", "row") if plain else self._tag(start, stop)
                about = f' class="{kind}"' if kind else ""
                yield f"<{tag}{about}>{words.strip()}</{tag}>\n"
            start = stop + 1

    def _tag(self, start: int, stop: int) -> tuple[str, str]:
        """Title and headings of sections as headings, rows that the text parts by tabs as they stand."""
        report = self._report
        words = self._text[start:stop]
        inner = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        title = report.title_at
        if title is not None and title.start <= inner[0] and inner[1] <= title.end:
            return "h3", "title"
        before = bisect_right(self._headings, (inner[0], len(self._text)))
        if before and inner[1] <= self._headings[before - 1][1]:
            return "h3", ""
        if report.signed is not None and inner == (report.signed.at.start, report.signed.at.end):
            return "p", "foot"
        return "p", "row" * ("\t" in words.strip() or words.lstrip().startswith("|"))

    def _table(self, grid: Grid) -> str:
        layout = layout_of(grid)
        rows = [
            f"<tr>{''.join(self._boxes(grid, row, head=number < layout.head))}</tr>\n"
            for number, row in enumerate(layout.rows)
        ]
        title = escape(said(*table_title(grid.table), self._lang))
        links = "".join(map(self._reference, self._tables.get(grid.table.value, ())))
        body = "".join(rows[layout.head :])
        head = f"<thead>\n{''.join(rows[: layout.head])}</thead>\n" if layout.head else ""
        return (
            f'<div class="table" role="region" tabindex="0" aria-label="{title}"><table>\n'
            f"<caption>{title} {links}</caption>\n"
            f"{head}<tbody>\n{body}</tbody>\n</table></div>\n"
        )

    def _boxes(self, grid: Grid, row: tuple[Box, ...], *, head: bool) -> Iterator[str]:
        figures = any(box.cell is not None for box in row)
        for box in row:
            spans = f' rowspan="{box.rows}"' * (box.rows > 1) + f' colspan="{box.columns}"' * (box.columns > 1)
            if box.cell is not None:
                yield self._figure(grid, box.cell, spans)
                continue
            across = "col" if head or not figures else "row"
            group = "group" * ((box.columns if across == "col" else box.rows) > 1)
            yield f'<th scope="{across}{group}"{spans}>{below(official(box.text), box.en or box.text, self._form)}</th>'

    def _figure(self, grid: Grid, cell: tuple[str, str], spans: str) -> str:
        words = escape(mask_personal(figure_text(grid, cell)))
        found = self._cells.get((grid.table.value, *cell), [])
        if not found:
            about = ' class="unread"' if grid[cell].text is None else ""
            return f"<td{about}{spans}>{words}</td>"
        worst = min((tone(one.outcome) for one in found), key=_TONES.index)
        numbers = " ".join(str(one.number) for one in found)
        key = (grid.table.value, *cell)
        links = "".join(
            self._reference(one, anchor=self._anchored.get(one.number) == key)
            for one in found
            if self._anchored.get(one.number) == key or self._places.is_few(one.outcome)
        )
        return f'<td class="hit {worst}" data-f="{numbers}"{spans}>{words} {links}</td>'


def _start(grid: Grid) -> int:
    return grid.at.start if grid.at is not None else 0
