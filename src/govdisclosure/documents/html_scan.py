"""One pass over HTML source: its text where it stands, and a skeleton of its structure for the parser.

The parser is needed for what is hard (tables and lists whose tags are missing or crossed), but it gives no positions,
and its time grows with the square of the nesting. So it never sees the page. It sees a skeleton of a few structural
tags, nested no deeper than :data:`MAX_DEPTH`, in which each run of text is a number. What is inline (links, bold,
spans) is noted with the text it covers.
"""

import re
from collections.abc import Mapping
from typing import Final, TypeAlias

import attrs

__all__ = [
    "BOLD",
    "HIDDEN",
    "LINK",
    "MAX_BLOCKS",
    "MAX_DEPTH",
    "MAX_TAGS",
    "OBJECT",
    "RAISED",
    "Piece",
    "Scan",
    "Tag",
    "attributes",
    "is_hidden",
    "scan",
]

MAX_DEPTH: Final = 400
"""Tags nested deeper are read as if they were not there, as browsers do from 512 on."""
MAX_TAGS: Final = 400_000
"""A page with more tags is not a page for people."""
MAX_BLOCKS: Final = 100_000
"""Nor is one with more structural tags and line breaks."""

LINK: Final = 1
BOLD: Final = 2
HIDDEN: Final = 4
RAISED: Final = 8
"""Smaller, or off the line: figures that touch others without being of them."""
OBJECT: Final = 16
"""A picture or a field of a form in a cell: something is shown that is no text."""

_ATTRIBUTES: Final = r"(?:[^>=]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))?+)*+"
_TOKEN: Final = re.compile(
    rf"""
    (?P<text>[^<]++(?:<(?![a-zA-Z/!?])[^<]*+)*+ | (?:<(?![a-zA-Z/!?])[^<]*+)++)
  | </(?P<close>[a-zA-Z][^\s/>]*+)[^>]*+>?
  | <(?P<raw>script|style|title|textarea|xmp|iframe|noembed|noframes)(?=[\s/>])(?P<skip>{_ATTRIBUTES})>?
        (?P<inner>[^<]*+(?:<(?!/(?P=raw)[\s/>])[^<]*+)*+)(?:</[^>]*+>?)?
  | <(?P<open>[a-zA-Z][^\s/>]*+)(?P<attributes>{_ATTRIBUTES})>?
  | <!--(?:-?>|(?s:.*?)(?:--!?>|\Z))
  | <[!?/][^>]*+>?
    """,
    re.VERBOSE | re.IGNORECASE,
)  # fmt: skip
_ATTRIBUTE: Final = re.compile(r"([^\s/>=\"']++)(?:\s*+=\s*+(?:\"([^\"]*+)\"?|'([^']*+)'?|([^\s>]++)))?+")


def words(text: str) -> frozenset[str]:
    """The words of a list written with blanks."""
    return frozenset(text.split())


# What each structural tag is to the skeleton. ``dt``/``dd`` imply their ends as ``li`` does; the rest is inline.
_STRUCTURE: Final = {
    **{name: name for name in words("div p li table tr td th caption h1 h2 h3 h4 h5 h6")},
    **dict.fromkeys(words("section article main header footer nav aside center blockquote pre address"), "div"),
    **dict.fromkeys(
        words("figure figcaption fieldset legend details summary dialog form ucapcontent ucaptitle marquee"), "div"
    ),
    **dict.fromkeys(words("ul ol dl menu dir"), "ul"),
    **dict.fromkeys(("dt", "dd"), "li"),
    **dict.fromkeys(("thead", "tbody", "tfoot"), "tbody"),
    **dict.fromkeys(words("select button template noscript svg math object video audio canvas"), "x"),
}
_UNNESTED: Final = words("p li tr td th tbody caption")
_CELLS: Final = words("td th table tr caption")
_BREAKS: Final = frozenset({"br", "hr"})
# Inline elements that outlive the paragraph they were opened in, as the HTML standard has it.
_FORMATTING: Final = words("a b strong font i em u s big small")
_INLINE: Final = _FORMATTING | words("span ins label mark del strike sup sub")
_MARKS: Final = {
    **dict.fromkeys(words("b strong"), BOLD),
    **dict.fromkeys(words("s del strike"), HIDDEN),
    **dict.fromkeys(words("sup sub small"), RAISED),
}
_OBJECTS: Final = words("img input svg canvas object embed video")
_BOLD_STYLE: Final = re.compile(r"font-weight\s{0,3}:\s{0,3}(?:bold|[6-9]00)", re.IGNORECASE)
_HIDDEN_STYLE: Final = re.compile(
    r"(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none\b|visibility\s{0,9}:\s{0,9}hidden\b"
    r"|text-decoration(?:-line)?\s{0,9}:[a-z\s]{0,40}line-through\b"
    r"|opacity\s{0,9}:\s{0,9}0(?:\.0{1,4})?\s{0,9}(?:;|!|\Z)"
    r"|font-size\s{0,9}:\s{0,9}0(?:\.0{1,4})?(?:[a-z]{1,4}|%)?\s{0,9}(?:;|!|\Z))",
    re.IGNORECASE,
)
_HIDING: Final = ("hidden", "none", "line-through", "font-size", "opacity")
_RAISING: Final = ("vertical-align", "text-raise", "relative")
_RAISED_STYLE: Final = re.compile(
    r"vertical-align\s{0,3}:\s{0,3}(?:super|sub|text-|-?(?:0?\.)?[1-9])|mso-text-raise|position\s{0,3}:\s{0,3}relative",
    re.IGNORECASE,
)
_LINK: Final = re.compile(r"href\s{0,3}=", re.IGNORECASE)


# A stretch of source that is text: start, end, and the inline marks it stands under.
Piece: TypeAlias = tuple[int, int, int]


@attrs.define
class Tag:
    """A start tag: its name in lower case, where it stands and its attributes as written."""

    name: str
    start: int
    written: str


@attrs.define
class Scan:
    """What one pass over the source found.

    Attributes:
        skeleton: The structure: ``<tag i=N>`` for the N-th of ``tags``, numbers for the N-th of ``texts``.
        tags: Structural start tags that carry attributes or a name that matters.
        texts: Runs of text between structural tags, each of one or more pieces.
        metas: ``<meta>`` tags.
        title: The inside of the first ``<title>``.
        too_many: The scan stopped at :data:`MAX_TAGS` or :data:`MAX_BLOCKS`.
    """

    skeleton: str = ""
    tags: list[Tag] = attrs.field(factory=list)
    texts: list[list[Piece]] = attrs.field(factory=list)
    metas: list[Tag] = attrs.field(factory=list)
    title: Piece | None = None
    too_many: bool = False


def attributes(written: str) -> dict[str, str]:
    """Attributes by lower-case name, the first of each, references not resolved."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(written):
        value = match.group(2) or match.group(3) or match.group(4) or ""
        found.setdefault(match.group(1).lower(), value)
    return found


def is_hidden(given: Mapping[str, str]) -> bool:
    """Whether the page does not show an element with these attributes, or shows it as struck out.

    >>> is_hidden({"style": "color: red; DISPLAY: none"}), is_hidden({"style": "overflow: hidden", "class": "a hidden"})
    (True, False)
    """
    return "hidden" in given or _HIDDEN_STYLE.search(given.get("style", "")) is not None


def scan(source: str) -> Scan:
    """Read the source once, from the left."""
    return _Scanner(source).run()


class _Scanner:
    def __init__(self, source: str) -> None:
        self.source = source
        self.found = Scan()
        self.out: list[str] = []
        self.group: list[Piece] = []
        self.blank = True
        self.depth = 0
        self.blocks = 0
        self.marks = 0
        self.in_cell = False
        self.counts = dict.fromkeys((LINK, BOLD, HIDDEN, RAISED), 0)
        # Open inline elements by name: the marks each one set.
        self.open: dict[str, list[int]] = {}
        # Pages pasted from word processors repeat a few styles thousands of times.
        self.known: dict[tuple[str, str], int] = {}

    def run(self) -> Scan:
        source, count = self.source, 0
        for match in _TOKEN.finditer(source):
            kind = match.lastgroup
            if kind == "text":
                start, end = match.span()
                if self.blank and not self.marks & HIDDEN and not source[start:end].isspace():
                    self.blank = False
                self.group.append((start, end, self.marks))
                continue
            count += 1
            if count > MAX_TAGS or self.blocks > MAX_BLOCKS:
                self.found.too_many = True
                break
            self._tag(match, kind)
        self._flush()
        self.found.skeleton = "".join(self.out)
        return self.found

    def _tag(self, match: re.Match[str], kind: str | None) -> None:
        if kind == "attributes":
            self._open(match.group("open").lower(), match.start(), match.group("attributes"))
        elif kind == "close":
            self._close(match.group("close").lower())
        elif kind == "inner":
            name = match.group("raw").lower()
            if name == "title" and self.found.title is None:
                self.found.title = (*match.span("inner"), 0)
            elif name == "textarea" and self.in_cell:
                self.group.append((match.start(), match.start(), OBJECT))
                self.blank = False

    def _open(self, name: str, start: int, written: str) -> None:
        if name in _OBJECTS and self.in_cell and not self.marks & HIDDEN:
            self.group.append((start, start, OBJECT))
            self.blank = False
        if kind := _STRUCTURE.get(name):
            self._flush()
            self._forget(kind)
            self.blocks += 1
            if kind in _CELLS:
                self.in_cell = kind in {"td", "th"}
            self._emit(kind, name, start, written)
        elif name in _BREAKS:
            self._flush()
            self.blocks += 1
            self.out.append("<br>")
        elif name in _INLINE:
            self._mark(name, written)
        elif name == "meta":
            self.found.metas.append(Tag(name, start, written))

    def _emit(self, kind: str, name: str, start: int, written: str) -> None:
        if kind not in _UNNESTED:
            self.depth += 1
            if self.depth > MAX_DEPTH:
                return
        if written.strip(" /\t\r\n") or kind != name:
            self.out.append(f"<{kind} i={len(self.found.tags)}>")
            self.found.tags.append(Tag(name, start, written))
        else:
            self.out.append(f"<{kind}>")

    def _close(self, name: str) -> None:
        if kind := _STRUCTURE.get(name):
            self._flush()
            self._forget(kind)
            self.in_cell &= kind not in _CELLS
            # A closing tag without its opening one makes an empty paragraph.
            self.blocks += kind == "p"
            if kind not in _UNNESTED:
                self.depth -= 1
                if self.depth >= MAX_DEPTH:
                    return
                self.depth = max(self.depth, 0)
            self.out.append(f"</{kind}>")
        elif name in _BREAKS:
            self._flush()
            self.blocks += 1
            self.out.append("<br>")
        elif stack := self.open.get(name):
            self._count(stack.pop(), -1)

    def _mark(self, name: str, written: str) -> None:
        if name == "a":
            self._end_inline("a")
        marks = self.known.get((name, written))
        if marks is None:
            marks = self.known[name, written] = _marks(name, written)
        self.open.setdefault(name, []).append(marks)
        self._count(marks, 1)

    def _count(self, marks: int, step: int) -> None:
        if marks:
            for mark in self.counts:
                if marks & mark:
                    self.counts[mark] += step
            self.marks = sum(mark for mark, count in self.counts.items() if count)

    def _end_inline(self, *names: str) -> None:
        for name in names:
            for marks in self.open.pop(name, ()):
                self._count(marks, -1)

    def _forget(self, kind: str) -> None:
        """End inline elements that do not outlive this structural tag."""
        if self.open:
            self._end_inline(*(name for name in tuple(self.open) if kind in _CELLS or name not in _FORMATTING))

    def _flush(self) -> None:
        if not self.blank:
            self.out.append(f" {len(self.found.texts)} ")
            self.found.texts.append(self.group)
            self.group = []
            self.blank = True
        elif self.group:
            self.group = []


def _marks(name: str, written: str) -> int:
    marks = _MARKS.get(name, 0)
    if written:
        if name == "a" and _LINK.search(written):
            marks |= LINK
        if "weight" in written and _BOLD_STYLE.search(written):
            marks |= BOLD
        # Most tags say none of these words: their attributes need not be taken apart.
        said = written.lower()
        if any(word in said for word in _HIDING) and is_hidden(attributes(written)):
            marks |= HIDDEN
        if any(word in said for word in _RAISING) and _RAISED_STYLE.search(written):
            marks |= RAISED
    return marks
