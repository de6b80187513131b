"""A draft of the annual report: the tables, the sentences that their figures support, and gaps for what they do not.

What comes out is a document like one that was read from a file, so that the same road makes a report of it.
"""

import hashlib
from collections.abc import Iterable

from govdisclosure.documents.document import Document
from govdisclosure.documents.flow import FlowBuilder, FlowCell
from govdisclosure.errors import NotInForceError
from govdisclosure.law import parameter
from govdisclosure.law.vocabulary import classify
from govdisclosure.model.agency import Agency
from govdisclosure.model.forms import TableName
from govdisclosure.model.layout import layout_of
from govdisclosure.model.report import Content, SourceFile
from govdisclosure.model.statistics import Grid
from govdisclosure.register.draft.figures import Figures
from govdisclosure.register.draft.template import PLACEHOLDER, DraftTemplate, Sentence, default_template
from govdisclosure.register.tables.compiling import Compiled
from govdisclosure.text.numerals import chinese_ordinal

__all__ = ["draft_document"]

_TABLES = {Content(table.value): table for table in TableName if table is not TableName.ANNEX}
_GAP = "【待补充：{}】"


def draft_document(compiled: Compiled, agency: Agency, *, template: DraftTemplate | None = None) -> Document:
    """A draft of the report on a year.

    Names, contacts and contents of requests never come into it: it speaks of numbers alone.

    Args:
        compiled: What was compiled for the year.
        agency: The organ that reports.
        template: Its sentences; those of this package when ``None``.

    Raises:
        NotInForceError: The year has no sections that a report must have.
    """
    words = template or default_template()
    figures = Figures(compiled, agency)
    flow = FlowBuilder()
    flow.paragraph(_filled(words.title, figures), heading=True)
    _write(flow, words.preamble, figures)
    for number, title in enumerate(_texts("report.sections", compiled.year), 1):
        flow.paragraph(f"{chinese_ordinal(number)}、{title}", heading=True)
        for content in classify(title):
            _section(flow, content, words, figures)
    text = flow.text
    digest = hashlib.sha256(text.encode()).hexdigest()
    return flow.document(SourceFile(uri=None, sha256=digest, media_type="text/plain"))


def _section(flow: FlowBuilder, content: Content, words: DraftTemplate, figures: Figures) -> None:
    year = figures.compiled.year
    if content is Content.OVERVIEW:
        for number, topic in enumerate(_texts("report.overview_topics", year), 1):
            flow.paragraph(f"（{chinese_ordinal(number)}）{topic}", heading=True)
            _write(flow, words.overview.get(topic, (Sentence(text=_GAP.format(topic)),)), figures)
        return
    grid = figures.compiled.statistics[_TABLES[content]] if content in _TABLES else None
    if grid is not None:
        flow.table(_table(grid))
    _write(flow, words.section.get(content.value, ()), figures)


def _texts(name: str, year: int) -> tuple[str, ...]:
    found = parameter(name).for_report_year(year).value
    if not isinstance(found, tuple):
        raise NotInForceError(
            f"{year}年度的报告没有规定各部分标题，不能起草", f"no section titles were set for reports on {year}"
        )
    return found


def _write(flow: FlowBuilder, sentences: Iterable[Sentence], figures: Figures) -> None:
    used = "".join(_filled(one.text, figures) for one in sentences if _holds(one, figures))
    for paragraph in used.split("\n"):
        flow.paragraph(paragraph)


def _holds(sentence: Sentence, figures: Figures) -> bool:
    """Whether the figures support a sentence."""
    if any(figures[name] is None for name in sentence.names):
        return False
    some = not sentence.any or any(figures.holds(name) for name in sentence.any)
    return some and all(map(figures.holds, sentence.when)) and not any(map(figures.holds, sentence.unless))


def _filled(text: str, figures: Figures) -> str:
    return PLACEHOLDER.sub(lambda match: figures.shown(match[1]), text)


def _table(grid: Grid) -> list[list[FlowCell]]:
    return [
        [
            FlowCell(box.text if box.cell is None else grid[box.cell].text or "", rowspan=box.rows, colspan=box.columns)
            for box in row
        ]
        for row in layout_of(grid).rows
    ]
