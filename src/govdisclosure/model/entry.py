"""What a register has an entry of: a request or a case, which shows itself as a timeline."""

from typing import Any

from govdisclosure.text.language import Lang, require_lang
from govdisclosure.text.shown import Shown

__all__ = ["Entry"]


class Entry(Shown):
    """A request or a case. Nobody's name, contact or words stand in what it shows."""

    __slots__ = ()

    def render(self, lang: Lang = "zh") -> str:
        """Its events as lines of text.

        Args:
            lang: ``zh`` or ``en``.

        Raises:
            UsageError: No such language.
        """
        require_lang(lang)
        return "\n".join(_timeline().entry_lines(self, lang))

    def to_html(self, lang: Lang | None = None) -> str:
        """Its events as a timeline.

        Args:
            lang: ``zh`` or ``en``; Chinese and English when ``None``.
        """
        html: str = _timeline().entry_html(self, lang)
        return html


def _timeline() -> Any:  # noqa: ANN401  a module
    """Imported when it is asked for: it is made of requests and cases."""
    from govdisclosure.model import timeline  # noqa: PLC0415

    return timeline
