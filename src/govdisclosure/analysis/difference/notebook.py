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


def difference_html(difference: Difference, lang: Lang | None = None) -> str:
    """A table a kind of difference, figures first, and the whole as text below, folded away.

    Args:
        difference: What differs.
        lang: ``zh`` or ``en``; the Chinese with headings and notes in English too when ``None``.
    """
    first: Lang = lang or "zh"
    heads = (heading_word(report, first) for report in (difference.old, difference.new))
    parts = [element("p", element("b", " → ".join(map(escape, heads))))]
    notes = difference.notes if difference.not_comparable is None else (difference.not_comparable,)
    parts += [element("p", below(of(one, "zh"), of(one, "en"), lang)) for one in notes]
    columns = ("", *(below(*words, lang) for words in (("旧", "old"), ("新", "new"))), "")
    for name, rows in _rows(difference, first).items():
        if rows:
            parts.append(element("p", element("b", escape(said(*TITLES[name], lang)))))
            parts.append(scrolling(table((map(escape, row) for row in rows), columns)))
    whole = pre(lambda one: difference_text(difference, one), lang)
    folded = element("summary", escape(said("全部差别", "all of it", lang)))
    parts.append(element("details", folded + whole))
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
