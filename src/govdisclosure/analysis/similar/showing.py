"""What a search for near-identical text found, for a notebook and a terminal."""

from typing import TYPE_CHECKING

import attrs

from govdisclosure.analysis.similar.lines import similar_lines
from govdisclosure.text.language import Lang, require_lang, said
from govdisclosure.text.personal import mask_personal

if TYPE_CHECKING:
    from govdisclosure.analysis.similar.result import SimilarTexts

__all__ = ["similar_text"]

_LINES = 400


def similar_text(found: "SimilarTexts", lang: Lang = "zh") -> str:
    """Its groups as far as a page goes, then what was not compared and the bounds that held.

    Args:
        found: The result.
        lang: ``zh`` or ``en``.
    """
    require_lang(lang)
    groups, closing = list(similar_lines(found, lang)), list(similar_lines(attrs.evolve(found, clusters=()), lang))
    body = groups[: len(groups) - len(closing)]
    more = len(body) - _LINES
    left = (f"另有 {more:,} 行，见 .clusters", f"{more:,} more lines, see .clusters")
    lines = [*body[:_LINES], *([said(*left, lang)] if more > 0 else []), *groups[len(body) :]]
    return "\n".join(mask_personal(one) for one in lines)
