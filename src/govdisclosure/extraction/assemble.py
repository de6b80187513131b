"""Document to annual report: every part read in turn and put together."""

from collections.abc import Sequence

from govdisclosure.documents.document import Block, Document
from govdisclosure.extraction.agencies import find_agency
from govdisclosure.extraction.breakdowns import find_breakdowns
from govdisclosure.extraction.claims import find_claims
from govdisclosure.extraction.editions import find_edition
from govdisclosure.extraction.mechanisms import find_mechanisms
from govdisclosure.extraction.metadata import Signature, find_period, find_published, find_signature
from govdisclosure.extraction.problems import find_problems
from govdisclosure.extraction.recognition import require_length, require_report
from govdisclosure.extraction.sections import Heading, find_headings, make_sections
from govdisclosure.extraction.sentences import sentences
from govdisclosure.extraction.tables import find_statistics
from govdisclosure.extraction.titles import Title, find_title, parse_title
from govdisclosure.extraction.vocabulary import FURNITURE
from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, DateMention, Passage, Period
from govdisclosure.text.dates import find_years

__all__ = ["extract"]

_OPENING = 4_000
_FURNITURE_LINE = 40
_JUNE = 6


def extract(document: Document) -> AnnualReport:
    """Read a document as an annual report.

    Args:
        document: Any document.

    Returns:
        The report; whatever it does not say is ``None`` or empty.

    Raises:
        StructureError: The document is not an annual report on government information disclosure.
    """
    require_length(document)
    title = find_title(document)
    published = find_published(document, title)
    signature = find_signature(document, title, published)
    start = title.end if title is not None else 0
    end = _body_end(document, signature, start)
    headings = find_headings(document, start, end)
    sections = make_sections(document, headings, end)
    prose = tuple(sentences(document, sections, start, end))
    period = find_period(document, 0, min(len(document.key), start + _OPENING))
    year, year_at = _year(document, title, period, signature, published)
    agency = find_agency(document, title, signature.organ if signature else None)
    claims = find_claims(document, sections, prose, year=year, agency=agency)
    require_report(document, title, sections, has_figures=bool(claims) or period is not None)
    edition = find_edition(document, sections, year)
    return AnnualReport(
        agency=agency,
        year=year,
        edition=edition,
        title=title.text if title else None,
        published=published,
        signed=signature.mention if signature else None,
        period=period,
        preamble=_preamble(document, start, _first_numbered(headings, end)),
        sections=sections,
        claims=claims,
        breakdowns=find_breakdowns(document, prose, claims),
        mechanisms=find_mechanisms(document, prose),
        problems=find_problems(document, prose),
        statistics=find_statistics(document, edition),
        source=document.source,
        text=document.text,
        map=document.map,
        title_at=title.at if title else None,
        year_at=year_at,
    )


def _is_furniture(document: Document, block: Block) -> bool:
    """True for a short line of the page: a label and its value, a button, a link."""
    short = block.end - block.start <= _FURNITURE_LINE
    return short and FURNITURE.match(document.key, block.start, block.end) is not None


def _body_end(document: Document, signature: Signature | None, start: int) -> int:
    """Where the report's own text ends: before the signature at its foot, or before the page's furniture."""
    if signature is not None and start < signature.start < len(document.text):
        return signature.start
    end = len(document.text)
    for block in reversed(document.blocks):
        if not _is_furniture(document, block):
            break
        end = block.start
    return max(end, start)


def _year(
    document: Document,
    title: Title | None,
    period: Period | None,
    signature: Signature | None,
    published: DateMention | None,
) -> tuple[int | None, Place | None]:
    """The report year: from the title, the stated period, the opening, or the year before the dates around the text."""
    if title is not None:
        year = parse_title(title.text)[1]
        if year is not None:
            printed = find_years(document.key, title.at.start, title.at.end + 1)
            exact = next((document.place(first, last) for found, first, last in printed if found == year), title.at)
            return year, exact
    if period is not None and period.end is not None:
        return period.end.year, period.at
    dated = signature.mention if signature else published
    opening = find_years(document.key, title.end if title else 0, min(len(document.key), _OPENING))
    for year, first, last in opening:
        # A report signed or published in the first half of a year is on the year before.
        if dated is None or year < dated.on.year or (year == dated.on.year and dated.on.month > _JUNE):
            return year, document.place(first, last)
    return (dated.on.year - 1, dated.at) if dated is not None else (None, None)


def _first_numbered(headings: Sequence[Heading], end: int) -> int:
    """Where the preamble ends: an unnumbered 引言 is part of it."""
    return next((h.start for h in headings if h.number is not None), headings[0].start if headings else end)


def _preamble(document: Document, start: int, end: int) -> Passage | None:
    """The running text between title and first heading, page furniture and label lines left out."""
    blocks = [
        block
        for block in document.blocks
        if block.end > start and block.start < end and not _is_furniture(document, block)
    ]
    if not blocks:
        return None
    first, last = max(start, blocks[0].start), min(end, blocks[-1].end)
    text = document.text[first:last]
    lead = len(text) - len(text.lstrip())
    text = text.strip()
    if not text:
        return None
    return Passage(text=text, at=document.place(first + lead, first + lead + len(text)))
