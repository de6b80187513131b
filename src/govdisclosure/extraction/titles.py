"""The report's title: which words of the page it is, and what it says."""

import re
from collections.abc import Iterator
from itertools import pairwise

import attrs

from govdisclosure.documents.document import Block, BlockKind, Document, Label
from govdisclosure.extraction.organs import is_organ, is_region, names_organ, zone_of
from govdisclosure.law.vocabulary import classify
from govdisclosure.model.place import Place
from govdisclosure.model.report import Content
from govdisclosure.text.dates import find_years
from govdisclosure.text.headings import match_marker
from govdisclosure.text.normalise import fold, squeeze

__all__ = ["Title", "find_title", "is_title", "parse_title"]

_SUBJECT = r"(?:政府|政务|行政)?(?:信息|政务|资讯|讯息)公开"
_NOUN = r"(?:(?:的)?(?:工作)?(?:的)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:报告|总结|年报|汇报)|年报)"
_TITLE = re.compile(
    rf"<?(?:关于)?(?P<before>[^。;:!?]{{0,60}}?)(?P<subject>{_SUBJECT})(?:条例)?[^。;:!?]{{0,16}}?(?P<noun>{_NOUN})"
    r"(?:全文|的?(?:通知|公告|报告|公示))?>?(?:\(.{0,30}\))?"
)
_ANY_YEAR = r"(?:\s?20\d\d\s?|二[〇O0][〇O0一二][〇O0一二三四五六七八九])年度?"
_INLINE = re.compile(
    rf"(?:^|[\s\]])(?P<title>[一-鿿\w]{{0,30}}?{_ANY_YEAR}[一-鿿\s]{{0,30}}?{_SUBJECT}\s?(?:工作)?\s?"
    r"(?:年度)?(?:工作)?(?:情况)?(?:报告|年报|总结))(?![一-鿿])"
)
_YEAR = re.compile(
    r"\(?(?:20\d\d|[一二]〇[〇一二][〇一二三四五六七八九]|[一二][O0Qo][O0o一二][O0o一二三四五六七八九])(?:[-至](?:20)?\d\d)?\)?(?:学年|年)?(?:年度|度)?"
    r"|\(?(?<![\dOo〇一二三四五六七八九十])(?:\d\d|[一二][〇一二三四五六七八九])年度?\)?"
)
# Behind a year, in brackets after the title: the day, number or version of the paper. A stated period is no day.
_ISSUED = re.compile(
    r"\s?年\s?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?月(?![^)]{0,8}[-至到])|第|修|印|制|版|更|[^)]{0,4}(?:发布|公布|编制))"
)
_BARE_YEAR = re.compile(r"(?<![\d\[])(20[0-3]\d)(?!\d|[.\-/]\d{1,2}(?:[.\-/)]|$))")
_SENT, _ISSUED_AS = "报送|上报|呈报|呈送", "印发|公布|发布|公开"
_BEHIND = re.compile(
    rf"(?:关于(?:{_SENT}|{_ISSUED_AS})?|公布|"
    r"(?:工作)?(?:总结|报告|汇报|计划|要点|情况)(?:暨|及|和|与|、)|[的\s·<>\"\-]){1,4}$"
)
_ON = re.compile(rf"<?关于(?:(?:{_SENT}|{_ISSUED_AS})<?)?")
_BRACKETED_ORGAN = re.compile(r"\((?P<organ>[一-鿿]{3,30})\)$")
_NOT_TITLE = re.compile(
    r"^(?:据|现将|现|本报告|本年度报告|本年报|编写|编制|根据|按照|特向|特公布|公布|做好|撰写|[我以]|这|为|由|经|向|请|附)|编制|公布情况|通报$|关于(?:做好|印发|编制|报送|开展|进一步)|(?:的)?通知(?:\(.{0,20}\))?$|[>|]|^[一二三四五六七八九十]{1,3}、|^\([一二三四五六七八九十]\)|新闻|公告栏"
)
_REPORT = rf"[^。;:!?<>]{{0,60}}?{_SUBJECT}(?:条例)?[^。;:!?<>]{{0,16}}?{_NOUN}(?:\([^()]{{0,20}}\))?"
# The heading of a letter: who sends or publishes which report. To ask for reports is to send none.
_LETTER = re.compile(
    rf"\s{{0,8}}(?P<whole>[^。;:!?<>]{{0,40}}?关于(?:"
    rf"(?:{_SENT})\s?<(?P<sent>{_REPORT})>的?(?:报告|函)|(?:{_ISSUED_AS})\s?<(?P<issued>{_REPORT})>的?(?:通知|公告|函)|"
    rf"(?:{_SENT}|{_ISSUED_AS})(?P<plain>{_REPORT})的(?:报告|函|公告)))\s{{0,8}}"
)
_LABEL = re.compile(r"\s{0,8}(?:标\s{0,4}题|名\s{0,4}称|信息名称)[\s:|]{0,8}")
_SUFFIX = re.compile(r"\s?[_|｜]\s?|\s-{1,2}\s|\s{2,}")
_TITLE_LABELS = ("articletitle", "标题", "名称", "信息名称", "title", "og:title", "文件名称")
_FIRST = re.compile(r"\s{0,4}(?:[一1][、.]|\([一1]\)|第一部分|概述)")
_HEAD_BLOCKS = 30
_HEAD_CHARACTERS = 1_500
_LONGEST = 90
_TITLE_LINES = 3
_ONE_YEAR = 2
_SECTIONS = 4


@attrs.frozen(kw_only=True)
class Title:
    """A title: as printed without line breaks, where it stands, and where the text after it begins.

    Attributes:
        text: The title as printed, blanks inside dropped.
        at: Where it stands; in the source's head when the page itself does not print it.
        end: First character of the text after the last printing of the title at the top of the text.
    """

    text: str
    at: Place
    end: int


def is_title(text: str) -> bool:
    """True for squeezed, folded words that can be the title of such a report."""
    words = text[1:-1] if text.startswith("<") and text.endswith(">") else text
    return len(text) <= _LONGEST and _TITLE.fullmatch(words) is not None and not _NOT_TITLE.search(words)


def parse_title(title: str) -> tuple[str | None, int | None]:
    """Organ and year named by a title.

    Args:
        title: Squeezed title, not folded: the organ is returned as printed.

    >>> parse_title("2010年度青石县水利局政府信息公开工作年度报告")
    ('青石县水利局', 2010)
    """
    key = fold(title)
    match = _TITLE.match(key)
    if match is None:
        return None, None
    on = _ON.match(key)
    lead = on.end() if on is not None else 0
    pieces, position = [], lead
    for found in _YEAR.finditer(key, lead, match.start("subject")):
        pieces.append(title[position : found.start()])
        position = found.end()
    organ = _organ([*pieces, title[position : match.start("subject")]])
    year = _year(key, match)
    bracketed = _BRACKETED_ORGAN.search(key)
    if not organ and bracketed is not None and is_organ(bracketed["organ"]):
        organ = title[slice(*bracketed.span("organ"))]
    return organ or None, year


def _year(key: str, match: re.Match[str]) -> int | None:
    """The year nearest before the words that name the report; another report's year may stand before it."""
    years = list(find_years(key))
    before = [year for year, start, _ in years if start < match.start("subject")]
    nearest = [
        year
        for year, start, end in years
        if match.end("subject") <= start
        and end <= match.start("noun")
        and re.fullmatch("年?度?", key[end : match.start("noun")])
    ]
    if nearest or before:
        return (nearest or before)[-1]
    return next((year for year, _, end in years if not _ISSUED.match(key, end)), None if years else _bare_year(key))


def _organ(pieces: list[str]) -> str:
    """The organ from what stands between the years; of two reports in one title, the words that name an organ."""
    whole = _trimmed("".join(pieces))
    if len(pieces) > _ONE_YEAR and not _plausible(fold(whole)):
        return next((name for name in map(_trimmed, pieces) if name and _plausible(fold(name))), whole)
    return whole


def _trimmed(organ: str) -> str:
    """An organ without what a title puts around it: quotation marks, 关于, the remains of an address."""
    key = fold(organ)
    start = next((i for i, sign in enumerate(key) if "一" <= sign <= "鿿"), len(key))
    tail = _BEHIND.search(key, start)
    return organ[start : tail.start() if tail else len(key)]


def _bare_year(key: str) -> int | None:
    match = _BARE_YEAR.search(key)
    return int(match[1]) if match else None


def find_title(document: Document) -> Title | None:
    """The title: from the page's own title label first, then from the first lines, then from text that runs on."""
    printed = _printed(document)
    label = _from_labels(document)
    if label is not None:
        text = _choose(label, printed)
        at = printed.at if printed is not None and fold(printed.text) == fold(text) else label.at
        return Title(text=text, at=at, end=printed.end if printed else 0)
    return printed


def _choose(label: Label, printed: Title | None) -> str:
    """The label's words, unless the page prints the same title with the organ or year that the label lacks."""
    value = squeeze(label.value)
    if printed is None:
        return value
    organ, year = parse_title(value)
    more_organ, more_year = parse_title(printed.text)
    if (organ is None and more_organ is not None) or (year is None and more_year is not None):
        return printed.text
    return value


def _from_labels(document: Document) -> Label | None:
    for name in _TITLE_LABELS:
        for label in document.labels:
            if label.name.lower() != name:
                continue
            for value in (label.value, *_SUFFIX.split(label.value)):
                if is_title(squeeze(fold(value))):
                    return attrs.evolve(label, value=value)
    return None


def _printed(document: Document) -> Title | None:
    lines = list(_lines(document))
    # A menu entry (政府信息公开年报) is printed before the title and names nothing.
    named = [line for line in lines if _completeness(line.text)]
    found = _own_title(document, named) if named else next(iter(lines), None)
    inline = _inline(document) if found is None or not _completeness(found.text) else None
    if found is None or inline is not None:
        return inline or _of_letter(document)
    again = [
        other
        for other in lines
        if squeeze(fold(other.text)) in squeeze(fold(found.text))
        or squeeze(fold(found.text)) in squeeze(fold(other.text))
    ]
    best = max(again, key=lambda title: _completeness(title.text), default=found)
    if _completeness(found.text) >= _completeness(best.text):
        best = found
    return attrs.evolve(best, end=_top_end(document, found, again))


def _top_end(document: Document, found: Title, again: list[Title]) -> int:
    """Where the text begins: after the last printing of the title that no text of the report stands before.

    What repeats the title after that is the head of a page or a link.
    """
    end = found.end
    for other in sorted(again, key=lambda title: title.end):
        if other.end > end and not _has_begun(document, end, other.at.start):
            end = other.end
    return end


def _has_begun(document: Document, start: int, end: int) -> bool:
    """True when text of the report stands between two offsets: a sentence, or a heading with words under it.

    A list of the parts is no text yet: in it heading follows on heading, and the title on the last.
    """
    if "。" in document.key[start:end]:
        return True
    heads = [
        _announces(document.key[block.start : block.end])
        for block in document.blocks
        if block.start >= start and block.end <= end and block.kind is not BlockKind.ROW
    ]
    return sum(heads) == 1 or any(head and not following for head, following in pairwise(heads))


def _announces(line: str) -> bool:
    """True for a line with an ordinal and words that name contents of a report."""
    return bool(_contents_of(line))


def _contents_of(line: str) -> tuple[Content, ...]:
    marker = match_marker(line[:_LONGEST])
    return classify(line[marker.end : _LONGEST].strip(" 。:")) if marker is not None else ()


def _own_title(document: Document, named: list[Title]) -> Title:
    """The first title, unless one nearer to the body contradicts it: links to other reports stand above the title."""
    first = named[0]
    headings = {block.start for block in document.blocks if block.kind is BlockKind.HEADING}
    if first.at.start in headings:
        return first
    body = next((block.start for block in document.blocks if block.start >= first.end and _is_body(document, block)), 0)
    nearest = [line for line in named if line.end <= body]
    marked = [line for line in nearest if line.at.start in headings]
    last = (marked or nearest or [first])[-1]
    return last if _contradict(first.text, last.text) else first


def _is_body(document: Document, block: Block) -> bool:
    """True for running text or the first numbered heading."""
    words = document.key[block.start : block.end]
    return "。" in words or len(words) > _LONGEST or _FIRST.match(words) is not None


def _contradict(first: str, second: str) -> bool:
    """True for titles of reports of different years or organs."""
    (organ, year), (other, another) = parse_title(first), parse_title(second)
    if year is not None and another is not None and year != another:
        return True
    return organ is not None and other is not None and organ not in other and other not in organ


def _completeness(title: str) -> int:
    """How much a title names: the organ weighs like the year, words that are no organ or area weigh nothing."""
    organ, year = parse_title(title)
    return (organ is not None and _plausible(fold(organ))) + (year is not None)


def _plausible(organ: str) -> bool:
    return is_organ(organ) or is_region(organ) or zone_of(organ) == organ or names_organ(organ)


def _lines(document: Document) -> Iterator[Title]:
    """Titles among the first blocks, on one line or over up to three."""
    blocks = [block for block in document.blocks[:_HEAD_BLOCKS] if block.kind is not BlockKind.ROW]
    used = -1
    for i, block in enumerate(blocks):
        if i <= used or block.end - block.start > _LONGEST:
            continue
        count = _title_lines(document, blocks[i : i + _TITLE_LINES])
        if count:
            last = blocks[i + count - 1]
            used = i + count - 1
            label = _LABEL.match(document.key, block.start, block.end)
            start = label.end() if label is not None else block.start
            start, stop = _unquoted(document.key, start, last.end)
            yield Title(text=squeeze(document.text[start:stop]), at=document.place(start, stop), end=last.end)


def _unquoted(key: str, start: int, end: int) -> tuple[int, int]:
    """The span without the marks around a title that is printed as one: 《…年度报告》."""
    words = key[start:end].strip()
    if not (words.startswith("<") and words.endswith(">") and words.count("<") == 1):
        return start, end
    return key.index("<", start) + 1, key.rindex(">", start, end)


def _of_letter(document: Document) -> Title | None:
    """The title in the heading of a letter over the report: 关于报送<2010年…年度报告>的报告.

    A notice on reports has such a heading too: the text must have the sections of a report.
    """
    for block in document.blocks[:_HEAD_BLOCKS]:
        if block.kind is BlockKind.ROW or block.end - block.start > _LONGEST:
            continue
        letter = _LETTER.fullmatch(document.key, block.start, block.end)
        if letter is None or not _has_sections(document, block.end):
            continue
        span = next((letter.span(name) for name in ("sent", "issued", "plain") if letter[name]), letter.span())
        inner = squeeze(document.text[slice(*span)])
        if parse_title(inner)[0] is None:
            span = letter.span("whole")
        return Title(text=squeeze(document.text[slice(*span)]), at=document.place(*span), end=block.end)
    return None


def _has_sections(document: Document, start: int) -> bool:
    """True when several headings of a report, each with words of its own under it, stand after an offset."""
    lines = [document.key[block.start : block.end] for block in document.blocks if block.start >= start]
    heads = [line for line, following in pairwise(lines) if _announces(line) and not _announces(following)]
    return len({content for line in heads for content in _contents_of(line)}) >= _SECTIONS


def _title_lines(document: Document, group: list[Block]) -> int:
    """How many of these lines, from the first, are one title: the fewest that name most; 0 where none do.

    A first line that adds neither organ nor year to what follows is not part of it.
    """
    best = (0, 0)
    for count in range(1, len(group) + 1):
        words = squeeze("".join(document.text[b.start : b.end] for b in group[:count]))
        if not is_title(fold(words)):
            continue
        rest = squeeze("".join(document.text[b.start : b.end] for b in group[1:count]))
        if count > 1 and is_title(fold(rest)) and _completeness(rest) >= _completeness(words):
            continue
        if _completeness(words) > best[0] or best == (0, 0):
            best = (_completeness(words), count)
    return best[1]


def _inline(document: Document) -> Title | None:
    """A title inside text that runs on in one line."""
    best: re.Match[str] | None = None
    end = 0
    for match in _INLINE.finditer(document.key, 0, _HEAD_CHARACTERS):
        if is_title(squeeze(match["title"])) and _completeness(squeeze(match["title"])):
            if best is not None and "。" in document.key[end : match.start("title")]:
                break
            best = best or match
            end = match.end("title")
    if best is None:
        return None
    start = best.start("title")
    words = squeeze(document.text[start : best.end("title")])
    return Title(text=words, at=document.place(start, best.end("title")), end=end)
