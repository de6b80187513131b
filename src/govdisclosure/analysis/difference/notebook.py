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
from govdisclosure.text.markup import element, escape, table

__all__ = ["difference_html"]


def difference_html(difference: Difference) -> str:
    """A table a kind of difference, figures first, and the whole as text below, folded away."""
    heads = (heading_word(report, "zh") for report in (difference.old, difference.new))
    parts = [element("p", element("b", " → ".join(map(escape, heads))))]
    notes = difference.notes if difference.not_comparable is None else (difference.not_comparable,)
    parts += [element("p", escape(of(one, "zh")) + "<br>" + element("small", escape(of(one, "en")))) for one in notes]
    for name, rows in _rows(difference).items():
        if rows:
            zh, en = TITLES[name]
            parts.append(element("p", element("b", escape(f"{zh} / {en}"))))
            parts.append(table((map(escape, row) for row in rows), ("", "旧 / old", "新 / new", "")))
    whole = element("pre", escape(difference_text(difference)))
    parts.append(element("details", element("summary", escape("全部差别 / all of it")) + whole))
    return element("div", "".join(parts))


def _rows(difference: Difference) -> dict[str, list[tuple[str, str, str, str]]]:
    cells = [(of(one.label, "zh"), *cell_values(one, "zh"), delta_word(one, "zh")) for one in difference.changed_cells]
    claims = [
        (model_word(one.claim.value, "zh"), *claim_values(one, "zh"), delta_word(one, "zh"))
        for one in difference.changed_claims
    ]
    fields = [(names(one.name, "zh"), *field_values(one, "zh"), "") for one in difference.fields]
    sections = [
        (kind_words(one, "zh"), section_word(one.old, "zh"), section_word(one.new, "zh"), str(len(one.texts) or ""))
        for one in difference.changed_sections
    ]
    mechanisms = [
        (model_word(one.mechanism.value, "zh"), *mechanism_values(one, "zh"), "") for one in difference.mechanisms
    ]
    return {"cells": cells, "claims": claims, "fields": fields, "sections": sections, "mechanisms": mechanisms}
