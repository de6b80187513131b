"""What differs between two reports as Markdown, for an issue, a pull request or a job's summary."""

from collections.abc import Iterable, Iterator
from typing import Final

from govdisclosure.analysis.difference.difference import Difference
from govdisclosure.analysis.difference.masked import Masked, Piece
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
    outcome_word,
    place_pair,
    section_word,
    verdict_words,
)
from govdisclosure.model.labels import TABLE_NAMES
from govdisclosure.model.showing import model_word
from govdisclosure.text.display import cut, one_line
from govdisclosure.text.language import Lang, require_lang
from govdisclosure.text.numerals import percent
from govdisclosure.writing.markdown import markdown_text

__all__ = ["difference_markdown"]

_LONG: Final = 160
_MOST: Final = 200
"""Changed sentences shown of a section."""


def difference_markdown(difference: Difference, lang: Lang = "zh") -> Iterator[str]:
    """A comparison as Markdown, figures first.

    Args:
        difference: The comparison.
        lang: The language of labels and messages.

    Yields:
        Lines with their ends. Personal numbers are masked.

    Raises:
        UsageError: It is another language.
    """
    require_lang(lang)
    n = 0 if lang == "zh" else 1
    for which, report in ((("旧", "old")[n], difference.old), (("新", "new")[n], difference.new)):
        yield f"- **{which}** {markdown_text(heading_word(report, lang))}\n"
    notes = difference.notes if difference.not_comparable is None else (difference.not_comparable,)
    yield from _titled("notes", [f"- {markdown_text(of(one, lang))}\n" for one in notes], n)
    for name, rows in _rows(difference, lang):
        yield from _titled(name, list(_table(rows, lang)), n)
    yield from _titled("sections", list(_sections(difference, lang)), n)


def _titled(name: str, lines: list[str], n: int) -> Iterator[str]:
    if lines:
        yield f"\n## {TITLES[name][n]}\n\n"
        yield from lines


def _table(rows: Iterable[tuple[str, ...]], lang: Lang) -> Iterator[str]:
    heads = (
        (" ", "旧", "新", "差额", "情形", "位置")
        if lang == "zh"
        else (" ", "Old", "New", "Difference", "Kind", "Place")
    )
    lines = [f"| {' | '.join(map(markdown_text, row))} |\n" for row in rows]
    if lines:
        yield f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}\n"
        yield from lines


def _rows(difference: Difference, lang: Lang) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    yield "cells", [
        (of(one.label, lang) + ("" if one.note is None else f"（{of(one.note, lang)}）"), *cell_values(one, lang),
         delta_word(one, lang), names(one.kind.value, lang), place_pair(one.old_at, one.new_at, lang))
        for one in difference.changed_cells
    ]  # fmt: skip
    yield "tables", [
        (TABLE_NAMES[one.table][lang == "en"],
         *(model_word(form.value, lang) if form else "—" for form in (one.old_edition, one.new_edition)),
         "", names(one.kind.value, lang), of(one.note, lang))
        for one in difference.tables
    ]  # fmt: skip
    yield "claims", [
        (model_word(one.claim.value, lang), *claim_values(one, lang), delta_word(one, lang),
         names(one.kind.value, lang), place_pair(one.old_at, one.new_at, lang))
        for one in difference.changed_claims
    ]  # fmt: skip
    changes = () if difference.judged is None else difference.judged.changes
    told = [(verdict_words(one, lang), one) for one in changes]
    yield (
        "judged",
        [
            (about, outcome_word(one.old, lang), outcome_word(one.new, lang), "", change, "")
            for (change, about), one in told
        ],
    )
    yield (
        "fields",
        [
            (names(one.name, lang), *field_values(one, lang), "", "", place_pair(one.old_at, one.new_at, lang))
            for one in difference.fields
        ],
    )
    yield "mechanisms", [
        (model_word(one.mechanism.value, lang), *(cut(words, _LONG) for words in mechanism_values(one, lang)),
         "", names(one.kind.value, lang), place_pair(one.old_at, one.new_at, lang))
        for one in difference.mechanisms
    ]  # fmt: skip


def _sections(difference: Difference, lang: Lang) -> Iterator[str]:
    masked = Masked(difference)
    for one in difference.sections:
        old, new = (section_word(section, lang) for section in (one.old, one.new))
        share = (
            ""
            if one.carried is None
            else f" · {percent(one.carried)} {'逐句相同' if lang == 'zh' else 'word for word'}"
        )
        name = new if old == new else f"{old} → {new}"
        yield f"- **{markdown_text(name)}** {markdown_text(kind_words(one, lang) + share)}\n"
        for change in one.texts[:_MOST]:
            pieces = masked.pieces(one, change)
            for words, tag in zip(pieces, ("del", "ins"), strict=True):
                if words:
                    yield f"  - {_marked(words, tag)}\n"
        if len(one.texts) > _MOST:
            yield "  - …\n"


def _marked(pieces: tuple[Piece, ...], tag: str) -> str:
    shown = []
    for one in pieces:
        words = markdown_text(cut(one_line(one.words), _LONG))
        shown.append(f"<{tag}>{words}</{tag}>" if one.changed else words)
    return "".join(shown)
