"""The right-hand side of a report's page: its text line by line, its tables as the form prints them, marked."""

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from govdisclosure.model.labels import table_title
from govdisclosure.model.layout import Box, layout_of
from govdisclosure.model.report import AnnualReport
from govdisclosure.model.statistics import Grid
from govdisclosure.rules.outcome import Outcome
from govdisclosure.rules.showing import kind_word
from govdisclosure.text.language import Lang
from govdisclosure.text.markup import escape
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.official_form_parts import figure_text, official
from govdisclosure.writing.report_page_marks import Mark, TextMarks, attention, reference, tone

__all__ = ["Numbered", "TextPage"]

_TONES: Final = ("error", "warning", "note", "review", "open", "informational")


@attrs.frozen
class Numbered:
    """An outcome with its number in the list of a page."""

    number: int
    outcome: Outcome


class TextPage:
    """The text and tables of a report with the findings in their places."""

    def __init__(self, report: AnnualReport, numbered: Sequence[Numbered], lang: Lang) -> None:
        """Sort the findings into cells of tables and spans of text."""
        self._report, self._lang = report, lang
        # Masked as a whole: a number may be cut by a line or by a mark. The length stays.
        self._text = mask_personal(report.text)
        self._cells: dict[tuple[str, str, str], list[Numbered]] = {}
        spans: list[Mark] = []
        printed = {
            (grid.table.value, *box.cell)
            for grid in report.statistics
            for row in layout_of(grid).rows
            for box in row
            if box.cell is not None
        }
        shown = [one for one in numbered if one.outcome.at is not None and attention(one.outcome)]
        for one in shown:
            at = one.outcome.at
            if at is None:
                continue
            cell = (at.cell.table, at.cell.row, at.cell.column) if at.cell else None
            if cell in printed and cell is not None:
                self._cells.setdefault(cell, []).append(one)
            else:
                end = len(self._text)
                start = min(max(at.start, 0), end)
                spans.append(
                    Mark(number=one.number, outcome=one.outcome, start=start, end=max(start, min(at.end, end)))
                )
        self.placed = frozenset(one.number for one in shown)
        """The numbers of the findings that have a place on the page."""
        self._references = {one.number: self._reference(one) for one in shown}
        self._marks = TextMarks(self._text, spans, self._references)

    def body(self) -> str:
        """The markup, once."""
        return "".join(self._parts())

    def _reference(self, one: Numbered) -> str:
        return reference(one.number, f"{kind_word(one.outcome, self._lang)} {one.outcome.rule}", self._lang)

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
            yield f'<p class="soft">{"没有读到正文" if self._lang == "zh" else "No text was read."}</p>\n'

    def _lines_of(self, grid: Grid, position: int) -> tuple[int, int]:
        """The whole lines a table stands on, from where the text has been shown."""
        if grid.at is None:
            return position, position
        size = len(self._text)
        first = max(position, self._text.rfind("\n", 0, min(grid.at.start, size)) + 1)
        last = self._text.find("\n", min(max(grid.at.end, first), size))
        return first, max(first, size if last < 0 else last)

    def _source(self, first: int, last: int) -> str:
        """The words a table was read from, folded away unless a finding is about them."""
        opened = " open" * self._marks.has_any(last)
        label = "读出此表的原文" if self._lang == "zh" else "The words this table was read from"
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
        for section in report.sections:
            if section.heading_at.start <= inner[0] and inner[1] <= section.heading_at.end:
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
        title = escape(table_title(grid.table)[0 if self._lang == "zh" else 1])
        head = f"<thead>\n{''.join(rows[: layout.head])}</thead>\n" if layout.head else ""
        return (
            f'<div class="table" role="region" tabindex="0" aria-label="{title}"><table>\n<caption>{title}</caption>\n'
            f"{head}<tbody>\n{''.join(rows[layout.head :])}</tbody>\n</table></div>\n"
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
            yield f'<th scope="{across}{group}"{spans}>{escape(official(box.text))}</th>'

    def _figure(self, grid: Grid, cell: tuple[str, str], spans: str) -> str:
        words = escape(mask_personal(figure_text(grid, cell)))
        found = self._cells.get((grid.table.value, *cell), [])
        if not found:
            about = ' class="unread"' if grid[cell].text is None else ""
            return f"<td{about}{spans}>{words}</td>"
        worst = min((tone(one.outcome) for one in found), key=_TONES.index)
        numbers = " ".join(str(one.number) for one in found)
        links = "".join(self._references[one.number] for one in found)
        return f'<td class="hit {worst}" data-f="{numbers}"{spans}>{words} {links}</td>'


def _start(grid: Grid) -> int:
    return grid.at.start if grid.at is not None else 0
