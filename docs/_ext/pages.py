"""What a page needs on the site and not beside the code: its place, its language, a way up."""

import re
from collections.abc import Iterator
from typing import Any

from docutils import nodes
from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

__all__ = ["setup"]

# Folders whose index lists every page: hundreds, and no part of the menu.
_LISTED = {"rules": "规则 / Rules", "law": "法律 / Law"}
_NO_TYPE = r"\ "
_MENUS: dict[str, str] = {}
_HEADING = re.compile(r"^# .+\n", re.MULTILINE)
_DIAGRAM = re.compile(r"^```mermaid\n.*?^```\n+", re.MULTILINE | re.DOTALL)


def _menu(app: Sphinx) -> Iterator[str]:
    for caption, pages in app.config.menu.items():
        yield f"```{{toctree}}\n:hidden:\n:caption: {caption}\n\n" + "\n".join(pages) + "\n```\n"


def _placed(app: Sphinx, docname: str, source: list[str]) -> None:
    """The first page has the menu; pages of rules and law lead up to their list; tables say what diagrams do."""
    folder, _, name = docname.partition("/")
    text = _DIAGRAM.sub("", source[0])
    if folder in _LISTED and name != "index":
        up = f"[{_LISTED[folder]}](index.md)\n"
        text = "---\norphan: true\n---\n" + _HEADING.sub(lambda found: f"{found[0]}\n{up}", text, count=1)
    if docname == app.config.root_doc:
        text += "\n" + "\n".join(_menu(app))
    source[0] = text


def _shown(_app: Sphinx, page: str, _template: str, context: dict[str, Any], _tree: nodes.document | None) -> None:
    """A page in Chinese says so to who hears it; pages that the menu leaves out share one menu a folder."""
    if page.endswith(".zh"):
        context["language"] = "zh-CN"
    folder, _, name = page.partition("/")
    if folder in _LISTED and name != "index":
        whole = context["toctree"]

        def once(**how: object) -> str:
            if folder not in _MENUS:
                _MENUS[folder] = whole(**how)
            return _MENUS[folder]

        context["toctree"] = once


def _sentences(_app: Sphinx, what: str, _name: str, _value: object, _options: object, lines: list[str]) -> None:
    """A colon in a sentence parts no type from it, types are in the signature: an empty sign before it says so."""
    if what in {"attribute", "data", "property"} and lines:
        lines.insert(0, _NO_TYPE)
    for at in reversed(range(len(lines) - 1)):
        if lines[at].strip() in {"Returns:", "Yields:"}:
            lines.insert(at + 1, f"{lines[at + 1][: -len(lines[at + 1].lstrip())]}{_NO_TYPE}")


def setup(app: Sphinx) -> dict[str, object]:
    """Connect them, and let tables in text stand as text."""
    _MENUS.clear()
    app.add_config_value("menu", {}, "env")
    app.connect("source-read", _placed)
    app.connect("html-page-context", _shown, priority=400)  # before the theme
    app.connect("autodoc-process-docstring", _sentences, priority=400)  # before napoleon
    app.add_lexer("csv", TextLexer)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
