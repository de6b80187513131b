"""Sentences of prose without white space, each character still knowing where it stands."""

import re
from collections.abc import Iterator, Sequence

import attrs

from govdisclosure.documents.document import Block, BlockKind, Document
from govdisclosure.extraction.vocabulary import TABLE_TEXT
from govdisclosure.law.vocabulary import classify
from govdisclosure.model.report import Content, Section
from govdisclosure.text.headings import MarkerStyle, match_marker

__all__ = ["Sentence", "sentences", "stating_headings"]

_END = re.compile(r"[。;!?]|\[略\]|(?<!第)(?=\([一二三四五六七八九十]{1,3}\))")
"""Where a sentence ends: at its sign, at a mark that words were left out, before a numbered sub-heading."""
_GAP = re.compile(r"[\[【]待(?:补充|核实|补|填)[^\]】\n]{0,200}[\]】]")
"""What a draft leaves for a person to write: it states nothing."""
_WRAPPED = 18
_LONGEST = 2_000
_SUBHEADING = 30
_TOPICS = frozenset(
    {Content.PROACTIVE, Content.REQUESTS, Content.FEES, Content.REMEDIES, Content.PROBLEMS, Content.PLAN}
)


@attrs.frozen(kw_only=True)
class Sentence:
    """One sentence, folded and without white space.

    Attributes:
        text: The words, final sign excluded.
        positions: Offset in the document's text of each character of ``text``.
        covers: The contents of the section and sub-heading it stands under.
        first: True for the first sentence of a paragraph.
    """

    text: str
    positions: Sequence[int]
    covers: frozenset[Content]
    first: bool

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the document's text of ``text[start:end]``; the run must not be empty."""
        return self.positions[start], self.positions[end - 1] + 1


def sentences(document: Document, sections: Sequence[Section], start: int, end: int) -> Iterator[Sentence]:
    """The sentences between two offsets, tables left out, lines that were only wrapped joined."""
    reader = _Reader(document.key, sections)
    for first, last in _paragraphs(document, start, end):
        yield from reader.paragraph(first, last)


def stating_headings(document: Document, sections: Sequence[Section]) -> Iterator[Sentence]:
    """The headings over nothing, which may be the statement themselves: 四、2010年我局没有收费情况."""
    for section in sections:
        if section.text:
            continue
        start, end = section.heading_at.start, section.heading_at.end
        marker = match_marker(document.key[start:end])
        yield from _sentence(
            document.key, start + (marker.end if marker else 0), end, covers=frozenset(section.covers), first=True
        )


def _sentence(key: str, start: int, end: int, *, covers: frozenset[Content], first: bool) -> Iterator[Sentence]:
    """What stands between two offsets as a sentence, if it has any words."""
    positions = [i for i in range(start, end) if not key[i].isspace()]
    for gap in _GAP.finditer(key, start, end):
        positions = [i for i in positions if not gap.start() <= i < gap.end()]
    if positions and key[positions[-1]] in "。;!?":
        positions.pop()
    if positions:
        text = "".join([key[i] for i in positions])
        yield Sentence(text=text, positions=positions, covers=covers, first=first)


def _paragraphs(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of paragraphs; a line that ends in the middle of a sentence goes on in the next."""
    key = document.key
    begin: int | None = None
    stop = 0
    for block in document.blocks:
        if block.kind is BlockKind.ROW or block.end <= start or block.start >= end:
            continue
        if begin is not None and not _goes_on(key, stop, begin, block):
            yield max(begin, start), min(stop, end)
            begin = None
        begin = block.start if begin is None else begin
        stop = block.end
    if begin is not None:
        yield max(begin, start), min(stop, end)


def _goes_on(key: str, stop: int, begin: int, block: Block) -> bool:
    """True when the text up to ``stop`` was cut by the width of a page and goes on in the block."""
    if block.kind is BlockKind.HEADING or key[stop - 1] in "。;:!?)" or block.start - stop > 2:  # noqa: PLR2004  a blank line ends a paragraph
        return False
    line = key[max(begin, key.rfind("\n", begin, stop) + 1) : stop]
    return len(line) >= _WRAPPED and match_marker(key[block.start : block.end][:20]) is None


class _Reader:
    """Walks through paragraphs and remembers under which section and sub-heading it is."""

    def __init__(self, key: str, sections: Sequence[Section]) -> None:
        self._key = key
        self._ahead = sorted(
            ((s.heading_at.start, s.heading_at.end, frozenset(s.covers)) for s in sections), reverse=True
        )
        self._section: frozenset[Content] = frozenset()
        self._sub: frozenset[Content] = frozenset()

    def paragraph(self, start: int, end: int) -> Iterator[Sentence]:
        """The sentences of one paragraph, headings left out."""
        position, first = start, True
        for stop in (*(match.end() for match in _END.finditer(self._key, start, end)), end):
            while self._ahead and self._ahead[-1][0] < stop:
                begin, heading_end, covers = self._ahead.pop()
                yield from self._sentence(position, begin, first=first)
                position, first = max(position, heading_end), True
                self._section, self._sub = covers, frozenset()
            yield from self._sentence(position, stop, first=first)
            position, first = max(stop, position), False

    def _sentence(self, start: int, end: int, *, first: bool) -> Iterator[Sentence]:
        for sentence in _sentence(self._key, start, min(end, start + _LONGEST), covers=frozenset(), first=first):
            self._enter(sentence.text)
            if not TABLE_TEXT.search(sentence.text):
                yield attrs.evolve(sentence, covers=self._section | self._sub)

    def _enter(self, text: str) -> None:
        """Note a numbered lead such as ``(二)依申请公开方面`` and what it announces."""
        marker = match_marker(text[:_SUBHEADING])
        if marker is None:
            return
        lead = re.split(r"[。:,]", text[marker.end : marker.end + _SUBHEADING], maxsplit=1)[0]
        announced = frozenset(classify(lead)) & _TOPICS
        if announced or marker.style is MarkerStyle.BRACKETED:
            self._sub = announced
