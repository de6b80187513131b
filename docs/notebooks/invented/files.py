"""Reports as files: a page of a government's website, plain text, a file of a word processor."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from . import printing

__all__ = ["Parts", "printed"]

Parts: TypeAlias = list[str | printing.Boxes]
"""The title, paragraphs and tables."""


def printed(kind: str, parts: Parts, day: str) -> bytes:
    """A report as a file.

    Args:
        kind: ``html``, ``txt`` or ``docx``.
        parts: What it consists of, its title first.
        day: The day on which it was published, for what a page says of itself.
    """
    return _PRINTERS[kind](parts, day)


def _html(parts: Parts, day: str) -> bytes:
    title, *rest = parts
    body = "\n".join(
        f'<p style="text-indent:2em"><span style="font-family:仿宋">{part}</span></p>'
        if isinstance(part, str)
        else printing.html_table(part)
        for part in rest
    )
    menu = "".join(f'<li><a href="/zwgk/{n}/">栏目{n}</a></li>' for n in range(20))
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title><meta name="ArticleTitle" '
        f'content="{title}"><meta name="PubDate" content="{day}"></head><body><div class="nav"><ul>{menu}</ul></div>'
        f'<h1>{title}</h1><div class="TRS_Editor">{body}</div><div class="footer">主办：县政府</div></body></html>'
    ).encode()


def _plain(parts: Parts, day: str) -> bytes:
    del day
    return "\n".join(part if isinstance(part, str) else _lines(part) for part in parts).encode()


def _lines(boxes: printing.Boxes) -> str:
    return "\n".join("\t".join(text for text, _, _ in row) for row in boxes)


def _docx(parts: Parts, day: str) -> bytes:
    del day
    return printing.docx(parts)


_PRINTERS: Mapping[str, Callable[[Parts, str], bytes]] = {"html": _html, "txt": _plain, "docx": _docx}
