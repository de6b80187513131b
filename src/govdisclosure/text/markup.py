"""HTML by hand: everything that is not markup is escaped, no scripts, colours left to the page's theme."""

from collections.abc import Iterable, Sequence
from html import escape as _escape
from typing import TypeVar

from govdisclosure.text.display import visible
from govdisclosure.text.language import Lang

__all__ = ["below", "element", "ends", "escape", "left_out", "scrolling", "table"]

T = TypeVar("T")

_STYLES = {
    "table": "border-collapse:collapse;text-align:left",
    "td": "border:1px solid rgba(128,128,128,.35);padding:.25em .6em;text-align:left;vertical-align:top",
    "th": "border:1px solid rgba(128,128,128,.35);padding:.25em .6em;text-align:left;vertical-align:top",
    "small": "opacity:.7",
    "caption": "text-align:left;font-weight:bold;padding:.8em 0 .3em",
}


def escape(text: str) -> str:
    r"""Text that is safe between tags and inside quoted attributes; unseen and control characters are dropped.

    >>> escape("<b>&\x1b[31m")
    '&lt;b&gt;&amp; [31m'
    """
    return _escape(visible(text), quote=True)


def element(tag: str, inner: str, **spans: int) -> str:
    """One element around markup that is already escaped; of ``spans`` (rowspan, colspan) those above one are written.

    >>> element("b", escape("1 < 2"))
    '<b>1 &lt; 2</b>'
    """
    style = f' style="{_STYLES[tag]}"' if tag in _STYLES else ""
    given = "".join(f' {name}="{value}"' for name, value in spans.items() if value > 1)
    return f"<{tag}{given}{style}>{inner}</{tag}>"


def table(rows: Iterable[Iterable[str]], head: Iterable[str] = ()) -> str:
    """A table of cells that are already escaped; without ``head`` the first cell of each row is its heading."""
    titles = tuple(head)
    lines = [element("tr", "".join(element("th", title) for title in titles))] if titles else []
    for row in rows:
        cells = [element("th" if not titles and n == 0 else "td", cell) for n, cell in enumerate(row)]
        lines.append(element("tr", "".join(cells)))
    return element("table", "".join(lines))


def below(zh: str, en: str, lang: Lang | None) -> str:
    """Words of one language as markup; where both are asked for, the English small below the Chinese.

    >>> below("甲 & 乙", "A & B", None)
    '甲 &amp; 乙<br><small style="opacity:.7">A &amp; B</small>'
    """
    if lang is not None or zh == en:
        return escape(en if lang == "en" else zh)
    return f"{escape(zh)}<br>{element('small', escape(en))}"


def ends(things: Sequence[T], most: int) -> tuple[list[T], int]:
    """The first and the last of many things, and how many between them are left out.

    >>> ends("abcdef", 4)
    (['a', 'b', 'e', 'f'], 2)
    """
    if len(things) <= most:
        return list(things), 0
    half = most // 2
    return [*things[:half], *things[-half:]], len(things) - 2 * half


def left_out(count: int, lang: Lang | None) -> str:
    """A remark that so many between are not shown; nothing where there are none."""
    if not count:
        return ""
    return f"<p>{below(f'中间另有{count}项未列出', f'{count} more between are not listed', lang)}</p>"


def scrolling(markup: str, least: int = 0) -> str:
    """Markup that scrolls by itself where it is wider than its page.

    Args:
        markup: What may be wide.
        least: How wide it stays in a narrow window, in em, so that words are not squeezed into columns of two letters.
    """
    inner = f'<div style="min-width:{least}em">{markup}</div>' if least else markup
    return f'<div style="overflow-x:auto;max-width:100%">{inner}</div>'
