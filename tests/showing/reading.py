"""Reads a fragment of HTML strictly: what a browser would mend is a fault here."""

import re
from html.parser import HTMLParser

__all__ = ["Fragment", "faults"]

_VOID = frozenset({"br", "hr", "col", "wbr"})
_TAGS = _VOID | frozenset(
    [
        "div",
        "span",
        "p",
        "b",
        "strong",
        "em",
        "i",
        "small",
        "code",
        "pre",
        "blockquote",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "details",
        "summary",
        "mark",
        "del",
        "ins",
        "a",
        "section",
        "header",
        "footer",
        "nav",
        "figure",
        "figcaption",
        "style",
        "colgroup",
        "s",
        "sup",
        "sub",
        "abbr",
        "time",
    ]
)
_ATTRIBUTES = frozenset(
    [
        "style",
        "class",
        "title",
        "scope",
        "rowspan",
        "colspan",
        "lang",
        "open",
        "id",
        "href",
        "role",
        "tabindex",
        "aria-label",
        "aria-hidden",
        "start",
    ]
)
# What may stand in which; a browser moves a table's stray content before the table.
_INSIDE = {
    "tr": {"table", "thead", "tbody", "tfoot"},
    "td": {"tr"},
    "th": {"tr"},
    "caption": {"table"},
    "thead": {"table"},
    "tbody": {"table"},
    "li": {"ul", "ol"},
    "summary": {"details"},
}
_CLOSED_BY = frozenset(
    ["div", "p", "ul", "ol", "table", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "details", "section"]
)
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_LOADS = re.compile(r"url\s*\(|@import|expression|javascript:|position\s*:\s*(fixed|absolute)|image-set", re.IGNORECASE)
_ENTITY = re.compile(r"&(#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")


class Fragment(HTMLParser):
    """What a fragment has in it, and what is wrong with it.

    Attributes:
        tags: Its elements.
        words: Its text.
        faults: What is wrong.
        styles: What stands in ``style`` elements.
    """

    def __init__(self, page: str) -> None:
        """Read a fragment."""
        super().__init__(convert_charrefs=False)
        self.tags, self.faults, self._open = set[str](), list[str](), list[str]()
        self.words = self.styles = ""
        self.feed(page)
        self.close()
        if self._open:
            self.faults.append(f"not closed: {self._open}")
        if _UNSEEN.search(page):
            self.faults.append(f"an unseen character: {_UNSEEN.search(page)!r}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.tags.add(tag)
        if tag not in _TAGS:
            self.faults.append(f"<{tag}>")
        parent = self._open[-1] if self._open else ""
        if parent not in _INSIDE.get(tag, {parent}):
            self.faults.append(f"<{tag}> in <{parent}>")
        if tag in _CLOSED_BY and "p" in self._open:
            self.faults.append(f"<{tag}> in a paragraph")
        if parent in {"table", "thead", "tbody", "tr", "ul", "ol"} and parent not in _INSIDE.get(tag, set()):
            self.faults.append(f"<{tag}> straight in <{parent}>")
        if len(dict(attrs)) != len(attrs):
            self.faults.append(f"an attribute twice: {attrs}")
        for name, value in attrs:
            self._attribute(name, value or "")
        if tag not in _VOID:
            self._open.append(tag)

    def _attribute(self, name: str, value: str) -> None:
        if name not in _ATTRIBUTES and not name.startswith("data-"):
            self.faults.append(f"attribute {name}")
        if name == "style" and (_LOADS.search(value) or not re.fullmatch(r"[\w\s:;.,#%()\-]*", value)):
            self.faults.append(f"style {value}")
        if name == "href" and not re.match(r"https?://|#|[\w./-]+\.html", value):
            self.faults.append(f"href {value}")

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> where {self._open} is open")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that closes itself."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        """Text."""
        if self._open and self._open[-1] == "style":
            self.styles += data
            return
        if set(data) & set("<>&"):
            self.faults.append(f"not escaped: {data[:80]!r}")
        if data.strip() and self._open and self._open[-1] in {"table", "thead", "tbody", "tr", "ul", "ol"}:
            self.faults.append(f"text straight in <{self._open[-1]}>: {data[:40]!r}")
        self.words += data

    def handle_entityref(self, name: str) -> None:
        """A character by its name."""
        self.words += self.unescape_one(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """A character by its number."""
        self.words += self.unescape_one(f"&#{name};")

    def unescape_one(self, written: str) -> str:
        """The character, which must be written out in full."""
        from html import unescape  # noqa: PLC0415

        if not _ENTITY.fullmatch(written):
            self.faults.append(f"not escaped: {written}")
        return unescape(written)

    def handle_comment(self, data: str) -> None:
        """A comment."""
        self.faults.append(f"a comment: {data[:40]!r}")

    def handle_decl(self, decl: str) -> None:
        """A declaration."""
        self.faults.append(f"<!{decl[:40]}>")

    def unknown_decl(self, data: str) -> None:
        """A marked section."""
        self.faults.append(f"<![{data[:40]}")

    def handle_pi(self, data: str) -> None:
        """An instruction."""
        self.faults.append(f"<?{data[:40]}")


def faults(page: str) -> list[str]:
    """What is wrong with a fragment; also a style that would reach the notebook around it."""
    found = Fragment(page)
    loads = _LOADS.search(found.styles)
    wide = [rule for rule in _selectors(found.styles) if not re.match(r"\.govdisclosure-", rule)]
    return [*found.faults, *([f"style loads {loads}"] if loads else []), *(f"style for {rule}" for rule in wide)]


def _selectors(styles: str) -> list[str]:
    heads = re.findall(r"(?:^|[{}])\s*([^{}@]+?)\s*(?=\{)", styles)
    return [one.strip() for head in heads for one in head.split(",")]
