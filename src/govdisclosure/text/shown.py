"""Objects that show themselves: in a notebook as HTML or Markdown, in a terminal as text."""

from collections.abc import Callable, Container
from typing import Any

from govdisclosure.text.display import visible
from govdisclosure.text.language import Lang
from govdisclosure.text.markup import element, escape, scrolling

__all__ = ["Shown", "ShownPage", "chosen", "page_html", "pre"]


class Shown:
    """Shows itself in one language or in both; whoever takes it over has :meth:`to_html` and :meth:`render`."""

    __slots__ = ()

    def to_html(self, lang: Lang | None = None) -> str:
        """A fragment of HTML without script, colours left to the page.

        Args:
            lang: ``zh`` or ``en``; Chinese and English when ``None``.
        """
        raise NotImplementedError

    def render(self, lang: Lang = "zh") -> str:
        """Lines of text, without a newline at the end."""
        raise NotImplementedError

    def drawn(self, lang: Lang = "zh") -> str:
        """What ``rich.print`` shows: the lines of :meth:`render`, with what else can be drawn with signs.

        Args:
            lang: ``zh`` or ``en``.
        """
        return self.render(lang)

    def _repr_html_(self) -> str:
        """For a notebook."""
        return self.to_html()

    def _repr_mimebundle_(
        self, include: Container[str] | None = None, exclude: Container[str] | None = None
    ) -> dict[str, str]:
        """HTML and text, for whatever shows the one or the other."""
        return chosen({"text/html": self.to_html(), "text/plain": repr(self)}, include, exclude)

    def __rich__(self) -> Any:  # noqa: ANN401  of rich, which calls it
        """Text, for ``rich.print``; no markup in it is obeyed."""
        from rich.text import Text  # noqa: PLC0415  an extra, there because it calls

        return Text(visible(self.drawn()))


class ShownPage(Shown):
    """Shows itself as a page of Markdown; whoever takes it over has :meth:`to_markdown`."""

    __slots__ = ()

    def to_markdown(self, lang: Lang | None = None) -> str:
        """The page; Chinese and English when ``lang`` is ``None``."""
        raise NotImplementedError

    def to_html(self, lang: Lang | None = None) -> str:
        """The page as HTML, see :func:`~govdisclosure.text.shown.page_html`."""
        return page_html(self.to_markdown(lang))

    def render(self, lang: Lang = "zh") -> str:
        """The page as it stands in Markdown."""
        return visible(self.to_markdown(lang)).rstrip("\n")

    def _repr_markdown_(self) -> str:
        """For a notebook."""
        return visible(self.to_markdown())

    def _repr_mimebundle_(
        self, include: Container[str] | None = None, exclude: Container[str] | None = None
    ) -> dict[str, str]:
        """Markdown, HTML and text, for whatever shows one of them."""
        found = {"text/markdown": self._repr_markdown_(), "text/html": self.to_html(), "text/plain": repr(self)}
        return chosen(found, include, exclude)

    def __rich__(self) -> Any:  # noqa: ANN401  of rich, which calls it
        """The page laid out, for ``rich.print``."""
        from rich.markdown import Markdown  # noqa: PLC0415  an extra, there because it calls

        return Markdown(self._repr_markdown_(), hyperlinks=False)


def chosen(
    found: dict[str, str], include: Container[str] | None = None, exclude: Container[str] | None = None
) -> dict[str, str]:
    """Of what an object can be shown as, what a notebook asks for."""
    return {
        kind: text
        for kind, text in found.items()
        if (not include or kind in include) and not (exclude and kind in exclude)
    }


def page_html(page: str) -> str:
    r"""A page of Markdown as HTML, no HTML in it obeyed but ``<br>``, no picture fetched.

    Where markdown-it-py is missing it is shown as it stands.

    >>> page_html("# A <i>\n")
    '<div style="overflow-x:auto;max-width:100%"><h1>A &lt;i&gt;</h1>\n</div>'
    """
    try:
        from markdown_it import MarkdownIt  # noqa: PLC0415  it comes with the extra `cli`
    except ImportError:
        return element("pre", escape(page))
    made: str = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image").render(visible(page))
    # The blue of a browser's links is too faint on a dark ground.
    return scrolling(made.replace("&lt;br&gt;", "<br>").replace("<a href=", '<a style="color:inherit" href='))


def pre(render: Callable[[Lang], str], lang: Lang | None) -> str:
    """Lines of text as they stand, in one language or one below the other.

    Args:
        render: What writes the lines in a language.
        lang: ``zh`` or ``en``; both when ``None``.
    """
    languages: tuple[Lang, ...] = ("zh", "en") if lang is None else (lang,)
    style = "white-space:pre-wrap;overflow-wrap:anywhere"
    return "".join(f'<pre style="{style}">{escape(render(one))}</pre>' for one in languages)
