"""Show anything of this package in one language."""

from collections.abc import Container

import attrs

from govdisclosure.errors import UsageError
from govdisclosure.text.language import Lang, require_lang
from govdisclosure.text.shown import Shown, ShownPage, chosen

__all__ = ["InOneLanguage", "show"]


@attrs.frozen(repr=False)
class InOneLanguage(Shown):
    """Things that show themselves in one language.

    Attributes:
        things: What is shown, one below the other.
        lang: The language.
    """

    things: tuple[Shown, ...]
    lang: Lang

    def __repr__(self) -> str:
        """The text of it: what a terminal shows."""
        return self.render(self.lang)

    def render(self, lang: Lang | None = None) -> str:
        """Lines of text.

        Args:
            lang: Another language than its own.
        """
        return "\n\n".join(one.render(lang or self.lang) for one in self.things)

    def drawn(self, lang: Lang | None = None) -> str:
        """What ``rich.print`` shows.

        Args:
            lang: Another language than its own.
        """
        return "\n\n".join(one.drawn(lang or self.lang) for one in self.things)

    def to_html(self, lang: Lang | None = None) -> str:
        """A fragment of HTML.

        Args:
            lang: Another language than its own.
        """
        return "\n".join(one.to_html(lang or self.lang) for one in self.things)

    def _repr_mimebundle_(
        self, include: Container[str] | None = None, exclude: Container[str] | None = None
    ) -> dict[str, str]:
        """Pages as Markdown too, where nothing else is shown."""
        found = {"text/html": self.to_html(), "text/plain": repr(self)}
        pages = [one for one in self.things if isinstance(one, ShownPage)]
        if len(pages) == len(self.things):
            found["text/markdown"] = "\n\n".join(one.to_markdown(self.lang) for one in pages)
        return chosen(found, include, exclude)


def show(*things: Shown, lang: Lang = "zh") -> InOneLanguage:
    """Things in one language, for a notebook or a terminal.

    Args:
        things: Reports, assessments, terms, requests, timelines, rules, parameters and whatever else shows itself;
            lists and tuples of them stand for what is in them.
        lang: ``zh`` or ``en``.

    Returns:
        What a notebook shows as the last value of a cell, and ``print`` as text.

    Raises:
        UsageError: It is another language, or something does not show itself.
    """
    require_lang(lang)
    found: list[Shown] = []
    for thing in things:
        for one in thing if isinstance(thing, list | tuple) else (thing,):
            if not isinstance(one, Shown):
                kind = type(one).__name__
                raise UsageError(f"不能显示：{kind}", f"does not show itself: {kind}")
            found.append(one)
    return InOneLanguage(tuple(found), lang)
