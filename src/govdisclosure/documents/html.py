"""HTML pages: the document's text out of the site around it, every word traced back to the source.

Needs the ``html`` extra (selectolax).
"""

import html
import re
from typing import Final

from govdisclosure.documents.document import Document, Label
from govdisclosure.documents.html_blocks import write_blocks
from govdisclosure.documents.html_scan import MAX_BLOCKS, Piece, Scan, attributes, scan, words
from govdisclosure.documents.html_text import Page
from govdisclosure.documents.source_map import Lines
from govdisclosure.errors import MissingExtraError, ReadError
from govdisclosure.model.report import SourceFile

__all__ = ["read_html"]

# The labels of the State Council office's rules for government sites, and what other sites call the same.
_LABELS: Final = {
    name.lower(): name
    for name in words(
        "SiteName SiteDomain SiteIDCode ColumnName ColumnDescription ColumnKeywords ColumnType ArticleTitle "
        "PubDate ContentSource Keywords Author Description Image Url"
    )
}
_TECHNICAL: Final = words(
    "viewport renderer generator robots referrer format-detection theme-color content-type x-ua-compatible csrf-token"
)
_LONGEST_VALUE: Final = 1_000
_MAX_REFERENCES: Final = 500_000


def read_html(source: str, origin: SourceFile, name: str) -> Document:
    """Read a page.

    Args:
        source: The decoded source.
        origin: The bytes it came from.
        name: What to name in an error.

    Raises:
        ReadError: The page has no text, or more tags than can be read.
        MissingExtraError: selectolax is not installed.
    """
    if source.count("&") > _MAX_REFERENCES:
        raise _too_many(name, "字符引用（&）", "character references", _MAX_REFERENCES)
    found = scan(source)
    if found.too_many:
        raise _too_many(name, "标签", "tags", MAX_BLOCKS)
    lines = Lines(source)
    labels = tuple(_labels(source, found, lines))
    titles = [label.value for label in labels if label.name in ("title", "ArticleTitle")]
    written = write_blocks(Page(source, found, _normalised(found.skeleton)), titles)
    if not written.blocks:
        raise ReadError(
            name,
            "网页里没有文字（正文可能由脚本载入）；请在浏览器中打开后复制正文，另存为文本",
            "the page has no text (a script may load it); open it in a browser and save the text",
        )
    return Document(
        text=written.builder.text(),
        blocks=tuple(written.blocks),
        tables=tuple(written.tables),
        source=origin,
        map=written.builder.map(lines),
        labels=labels,
    )


def _too_many(name: str, zh: str, en: str, limit: int) -> ReadError:
    return ReadError(
        name,
        f"网页的{zh}超过 {limit} 个，不予读取；请把正文另存为文本（.txt）",
        f"the page has more than {limit} {en}; save its main text as text (.txt)",
    )


def _normalised(skeleton: str) -> str:
    """The skeleton with its missing and crossed tags repaired as browsers do."""
    try:
        from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415  the extra is needed for pages only
    except ImportError:
        raise MissingExtraError("html", "读取网页", "reading HTML pages") from None
    return LexborHTMLParser(skeleton).html or ""


def _labels(source: str, found: Scan, lines: Lines) -> list[Label]:
    labels = []
    for tag in found.metas:
        given = attributes(tag.written)
        written = _value(given.get("name") or given.get("property") or "")
        value = _value(given.get("content", ""))
        if written and value and written.lower() not in _TECHNICAL:
            labels.append(Label(name=_LABELS.get(written.lower(), written), value=value, at=lines.place(tag.start)))
    if found.title and (value := _value(source[found.title[0] : found.title[1]])):
        labels.append(Label(name="title", value=value, at=lines.place(_first(source, found.title))))
    return labels


def _first(source: str, piece: Piece) -> int:
    inside = source[piece[0] : piece[1]]
    return piece[0] + len(inside) - len(inside.lstrip())


_BLANKS: Final = re.compile(r"\s+")


def _value(written: str) -> str:
    return _BLANKS.sub(" ", html.unescape(written[:_LONGEST_VALUE])).strip()
