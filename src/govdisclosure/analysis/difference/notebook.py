"""What differs between two reports, for a notebook: tables in Chinese and English, both themes."""

from govdisclosure.analysis.difference.difference import Difference
from govdisclosure.analysis.difference.lines import difference_text
from govdisclosure.analysis.difference.words import (
    TITLES,
    cell_values,
    claim_values,
    delta_word,
    field_values,
    heading_word,
    kind_words,
    mechanism_values,
    names,
    of,
    section_word,
)
from govdisclosure.model.showing import model_word
from govdisclosure.text.language import Lang, said
from govdisclosure.text.markup import below, element, escape, scrolling, table
from govdisclosure.text.shown import pre

__all__ = ["difference_html"]

_HEADS = (("", ""), ("旧", "old"), ("新", "new"), ("相差", "by"))


def difference_html(difference: Difference, lang: Lang | None = None) -> str:
    """A table a kind of difference, figures first, and the whole as text below, folded away.

    Args:
        difference: The difference.
        lang: ``zh`` or ``en``; Chinese and English when ``None``.
    """
    heads = (heading_word(report, lang or "zh") for report in (difference.old, difference.new))
    parts = [element("p", element("b", " → ".join(map(escape, heads))))]
    notes = difference.notes if difference.not_comparable is None else (difference.not_comparable,)
    parts += [element("p", below(of(one, "zh"), of(one, "en"), lang)) for one in notes]
    english = _rows(difference, "en")
    for name, chinese in _rows(difference, "zh").items():
        if chinese:
            rows = zip(chinese, english[name], strict=True)
            cells = ([below(zh, en, lang) for zh, en in zip(*pair, strict=True)] for pair in rows)
            parts.append(element("p", element("b", escape(said(*TITLES[name], lang)))))
            parts.append(scrolling(table(cells, (escape(said(*one, lang)) for one in _HEADS))))
    title = element("summary", escape(said("全部差别", "all of it", lang)))
    parts.append(element("details", title + pre(lambda one: difference_text(difference, one), lang)))
    return element("div", "".join(parts))


def _rows(difference: Difference, lang: Lang) -> dict[str, list[tuple[str, str, str, str]]]:
    cells = [(of(one.label, lang), *cell_values(one, lang), delta_word(one, lang)) for one in difference.changed_cells]
    claims = [
        (model_word(one.claim.value, lang), *claim_values(one, lang), delta_word(one, lang))
        for one in difference.changed_claims
    ]
    fields = [(names(one.name, lang), *field_values(one, lang), "") for one in difference.fields]
    sections = [
        (kind_words(one, lang), section_word(one.old, lang), section_word(one.new, lang), str(len(one.texts) or ""))
        for one in difference.changed_sections
    ]
    mechanisms = [
        (model_word(one.mechanism.value, lang), *mechanism_values(one, lang), "") for one in difference.mechanisms
    ]
    return {"cells": cells, "claims": claims, "fields": fields, "sections": sections, "mechanisms": mechanisms}
