"""Top-level sections: which ordinals and lines are headings, and where each section ends."""

import re
from collections.abc import Iterable, Sequence

import attrs

from govdisclosure.documents.document import Block, BlockKind, Document
from govdisclosure.extraction.contents import heading_length
from govdisclosure.extraction.vocabulary import ANNEX_START, TABLE_LABEL
from govdisclosure.law.vocabulary import classify, is_statutory
from govdisclosure.model.report import Content, Section
from govdisclosure.text.headings import Marker, MarkerStyle, find_markers, match_marker

__all__ = ["Heading", "find_headings", "make_sections"]

_LINE_HEADING = 48
_FEW = 2
_NEAR = 200
_MOST = 1_000
_RUNS_ON = re.compile(r"[。;:]")


@attrs.frozen
class Heading:
    """A heading that was found: its span, ordinal, contents and where its section's text starts."""

    start: int
    end: int
    body: int
    style: MarkerStyle | None
    number: int | None
    covers: tuple[Content, ...]
    alone: bool
    """True when the heading is a line of its own."""


def find_headings(document: Document, start: int, end: int) -> tuple[Heading, ...]:
    """The top-level headings between two offsets of the text, in order.

    Numbered headings of the highest style that announces statutory contents win; lines in the law's own words may stand
    between them without a number. Table rows are never headings.
    """
    blocks = [
        block
        for block in document.blocks
        if block.start < end and block.end > start and block.kind is not BlockKind.ROW
    ]
    numbered = [heading for block in blocks for heading in _numbered(document.key, block, start, end)]
    bare = [heading for block in blocks for heading in _unnumbered(document.key, block, start, end)]
    annex = _annex_start(document.key, blocks)
    by_style = {style: _chain([h for h in numbered if h.style is style], annex, end) for style in MarkerStyle}
    chosen = _choose(by_style, bare)
    return _with_bare(chosen, bare) if chosen else tuple(_first_of_each(bare))


def make_sections(document: Document, headings: Sequence[Heading], end: int) -> tuple[Section, ...]:
    """Sections from their headings; the last one ends at ``end``."""
    if not headings:
        return ()
    ends = [heading.start for heading in headings[1:]] + [end]
    return tuple(_section(document, heading, stop) for heading, stop in zip(headings, ends, strict=True))


def _section(document: Document, heading: Heading, stop: int) -> Section:
    text = document.text
    stop = max(stop, heading.end)
    body = text[heading.body : stop]
    lead = len(body) - len(body.lstrip())
    inner = body.strip()
    return Section(
        heading=text[heading.start : heading.end].strip(),
        covers=heading.covers,
        text=inner,
        at=document.place(heading.start, heading.body + lead + len(inner) if inner else heading.end),
        heading_at=document.place(heading.start, heading.end),
        number=heading.number,
    )


def _numbered(key: str, block: Block, start: int, end: int) -> Iterable[Heading]:
    """Headings that begin with an ordinal, at the start of a block or inside a block that runs on."""
    first, last = max(block.start, start), min(block.end, end)
    marker = (
        match_marker(key[first:last])
        if last - first < _LINE_HEADING
        else match_marker(key[first : first + _LINE_HEADING])
    )
    if marker is not None:
        heading = _at_marker(
            key, Marker(marker.style, marker.number, first + marker.start, first + marker.end), last, leading=True
        )
        if heading is not None:
            yield heading
    if last - first > _LINE_HEADING:
        for inner in find_markers(key, first + 1, last):
            heading = _at_marker(key, inner, last, leading=False)
            if heading is not None:
                yield heading


def _at_marker(key: str, marker: Marker, last: int, *, leading: bool) -> Heading | None:
    rest = key[marker.end : min(last, marker.end + 2 * _LINE_HEADING)]
    if TABLE_LABEL.match(rest):
        return None
    begin = marker.end - len(key[marker.start : marker.end].lstrip())
    words = rest.rstrip(" 。:;,")
    named = heading_length(key, marker.end, last)
    alone = leading and last - marker.end <= _LINE_HEADING and words and not _RUNS_ON.search(words)
    if alone and not _says_more(rest, words, named):
        covers = classify(words)
        return Heading(begin, marker.end + len(words), last, marker.style, marker.number, covers, alone=True)
    length = named or (_first_clause(rest) if leading else 0)
    if not length:
        return None
    stop = marker.end + length
    covers = classify(key[marker.end : stop])
    body = stop + len(key[stop : stop + 2]) - len(key[stop : stop + 2].lstrip(" :。"))
    return Heading(begin, stop, body, marker.style, marker.number, covers, alone=False)


def _says_more(rest: str, words: str, named: int) -> bool:
    """True when a short line holds a heading and a statement: after a blank, or closed by a full stop."""
    more = words[named:] if named else ""
    return bool(more) and (more[0] == " " or rest.rstrip().endswith("。"))


def _first_clause(rest: str) -> int:
    """Length of a slogan at the start of a paragraph: up to a full stop, colon or blank within a line's length."""
    for position, sign in enumerate(rest[:_LINE_HEADING]):
        if sign in "。:":
            return position
        if sign in ";!?":
            return 0
        if sign == " " and position > 1 and classify(rest[:position]):
            return position
    return 0


def _unnumbered(key: str, block: Block, start: int, end: int) -> Iterable[Heading]:
    if block.start < start or block.end > end or block.end - block.start > _LINE_HEADING:
        return
    words = key[block.start : block.end].strip()
    if is_statutory(words):
        stop = block.start + len(key[block.start : block.end].rstrip(" :。"))
        yield Heading(block.start, stop, block.end, None, None, classify(words.rstrip(" :。")), alone=True)


def _annex_start(key: str, blocks: Sequence[Block]) -> int | None:
    """Where a statistics annex begins: its labels are numbered like sections and are none."""
    for block in blocks:
        match = ANNEX_START.search(key, block.start, block.end)
        if match is not None:
            return match.start()
    return None


def _chain(candidates: list[Heading], annex: int | None, end: int) -> list[Heading]:
    """The best ascending run of ordinals: contents count most, then the text that follows a heading.

    Ordinals may skip. A list of the parts in the preamble and a restart inside a section lose against the headings
    themselves, because little text follows their items.
    """
    if annex is not None:
        # The annex may be the last section itself; what is numbered after its start is its rows.
        candidates = [h for h in candidates if h.start <= annex or Content.ANNEX in h.covers]
    candidates = _without_lists(candidates[:_MOST])
    if not candidates:
        return []
    stops = [h.start for h in candidates[1:]] + [end]
    weights = [
        1.0 + (3.0 if h.covers else 0.0) + (1.0 if h.alone else 0.0) + min(stop - h.end, _NEAR) / _NEAR
        for h, stop in zip(candidates, stops, strict=True)
    ]
    best: list[float] = []
    previous: list[int] = []
    for i, heading in enumerate(candidates):
        value, link = weights[i], -1
        for j in range(max(0, i - 64), i):
            step = (heading.number or 0) - (candidates[j].number or 0)
            # A skipped ordinal costs a little, so that 一、二、三 is preferred to 一、三.
            if step > 0 and best[j] + weights[i] - 0.5 * (step - 1) > value:
                value, link = best[j] + weights[i] - 0.5 * (step - 1), j
        best.append(value)
        previous.append(link)
    index = max(range(len(best)), key=best.__getitem__)
    chain: list[Heading] = []
    while index >= 0:
        chain.append(candidates[index])
        index = previous[index]
    return _with_repeats(chain[::-1], candidates)


def _without_lists(candidates: list[Heading]) -> list[Heading]:
    """Drop items of a list of parts in running text: nothing but a comma or semicolon stands between them."""
    return [
        heading
        for heading, following in zip(candidates, [*candidates[1:], None], strict=False)
        if heading.alone or following is None or following.start - heading.end > 2  # noqa: PLR2004  a separator and a blank
    ]


def _with_repeats(chain: list[Heading], candidates: list[Heading]) -> list[Heading]:
    """Add headings whose ordinal was printed twice or out of order but which announce a content nothing else does."""
    known = {content for heading in chain for content in heading.covers}
    added = [
        h
        for h in candidates
        if h not in chain
        and h.alone
        and h.covers
        and not known.intersection(h.covers)
        and chain[0].start < h.start
        and abs((h.number or 0) - _number_before(chain, h)) <= 1
    ]
    return sorted([*chain, *added], key=lambda h: h.start)


def _number_before(chain: list[Heading], heading: Heading) -> int:
    return max((h.number or 0 for h in chain if h.start < heading.start), default=0)


def _contents(headings: Iterable[Heading]) -> set[Content]:
    return {content for heading in headings for content in heading.covers}


def _choose(by_style: dict[MarkerStyle, list[Heading]], bare: list[Heading]) -> list[Heading]:
    """The highest style that announces at least two contents, or the one that announces most."""
    scored = [(len(_contents(chain)), style, chain) for style, chain in by_style.items() if chain]
    for score, style, chain in scored:
        lower = max((s for s, other, _ in scored if other > style), default=0)
        first_below = min((other[0].start for _, deeper, other in scored if deeper > style), default=chain[-1].end)
        if score >= _FEW or (score and (lower <= _FEW or len(chain) >= _FEW or chain[0].start < first_below)):
            return chain
    if len(_contents(bare)) >= _FEW:
        return []
    best = max(scored, key=lambda item: (item[0], -item[1]), default=None)
    return best[2] if best is not None and best[0] else []


def _with_bare(chosen: list[Heading], bare: list[Heading]) -> tuple[Heading, ...]:
    """Put unnumbered headings between numbered ones where they announce what no numbered one does."""
    known = _contents(chosen)
    extra: list[Heading] = []
    for heading in bare:
        if heading.covers == (Content.OVERVIEW,) and heading.start < chosen[0].start:
            extra.append(heading)
        elif heading.covers and not known.intersection(heading.covers):
            extra.append(heading)
            known.update(heading.covers)
    return tuple(sorted([*chosen, *extra], key=lambda h: h.start))


def _first_of_each(bare: list[Heading]) -> Iterable[Heading]:
    known: set[Content] = set()
    for heading in bare:
        if not known.intersection(heading.covers):
            known.update(heading.covers)
            yield heading
