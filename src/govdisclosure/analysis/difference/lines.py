"""What differs between two reports, for a terminal or a plain file: figures first, a line each."""

from collections.abc import Iterator
from typing import Final

from govdisclosure.analysis.difference.changes import ChangeKind
from govdisclosure.analysis.difference.changes_of_text import SectionChange
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
from govdisclosure.rules.showing import Line, plain
from govdisclosure.text.display import cut, one_line
from govdisclosure.text.language import Lang, require_lang
from govdisclosure.text.numerals import percent

__all__ = ["difference_lines", "difference_text"]

_LONG: Final = 160
"""Columns of the words shown of one piece of a sentence."""
_AROUND: Final = 40
"""Columns of the words shown before and after what differs."""
_MOST: Final = 200
"""Changed sentences shown of a section."""


def difference_text(difference: Difference, lang: Lang = "zh") -> str:
    """What differs, as text."""
    require_lang(lang)
    return plain(difference_lines(difference, lang))


def difference_lines(difference: Difference, lang: Lang = "zh") -> Iterator[Line]:
    """The lines of a comparison.

    Args:
        difference: The comparison.
        lang: The language of labels and messages.

    Yields:
        Which two reports; what is to be known first; then what differs, kind by kind.
    """
    zh = lang == "zh"
    for which, report in (("旧" if zh else "old", difference.old), ("新" if zh else "new", difference.new)):
        yield ("header", which), ("", f"  {heading_word(report, lang)}")
    if difference.not_comparable is not None:
        yield (("warning", of(difference.not_comparable, lang)),)
        return
    if difference.mode is not None:
        yield (("dim", names(difference.mode, lang)),)
    yield from _titled("notes", [(("", f"  {of(note, lang)}"),) for note in difference.notes], lang)
    yield from _titled("cells", list(_cells(difference, lang)), lang)
    yield from _titled("tables", list(_tables(difference, lang)), lang)
    yield from _titled("claims", list(_claims(difference, lang)), lang)
    yield from _titled("judged", list(_verdicts(difference, lang)), lang)
    yield from _titled("fields", list(_fields(difference, lang)), lang)
    yield from _titled("sections", list(_sections(difference, lang)), lang)
    yield from _titled("mechanisms", list(_mechanisms(difference, lang)), lang)
    if not difference.differs and not difference.identical and not difference.elsewhere:
        yield (("pass", "没有差别" if zh else "no difference"),)


def _titled(name: str, lines: list[Line], lang: Lang) -> Iterator[Line]:
    if lines:
        yield ()
        yield (("header", TITLES[name][0 if lang == "zh" else 1]),)
        yield from lines


def _item(kind: str, what: str, old: str, new: str, rest: str = "") -> Line:
    tail = f"  {rest}" if rest else ""
    return ("", "  "), ("code", kind), ("", f"  {what}  "), ("error", old), ("", " → "), ("pass", new), ("", tail)


def _where(words: str) -> Iterator[Line]:
    if words:
        yield (("dim", f"      {words}"),)


def _cells(difference: Difference, lang: Lang) -> Iterator[Line]:
    for one in difference.changed_cells:
        rest = delta_word(one, lang)
        yield _item(names(one.kind.value, lang), of(one.label, lang), *cell_values(one, lang), rest)
        yield from _where(place_pair(one.old_at, one.new_at, lang))
        if one.note is not None:
            yield from _where(of(one.note, lang))
    equal = len(difference.cells) - len(difference.changed_cells)
    if equal:
        yield (("dim", f"  另有{equal}格相同" if lang == "zh" else f"  {equal} other cells are the same"),)


def _tables(difference: Difference, lang: Lang) -> Iterator[Line]:
    for one in difference.tables:
        name = TABLE_NAMES[one.table][0 if lang == "zh" else 1]
        forms = [model_word(form.value, lang) if form else ("—") for form in (one.old_edition, one.new_edition)]
        yield _item(names(one.kind.value, lang), name, *forms)
        left = "" if not one.cells else f"{one.cells}格未比较" if lang == "zh" else f"{one.cells} cells not compared"
        joint = "；" if lang == "zh" else "; "
        yield from _where(joint.join(filter(None, (of(one.note, lang), left))))
        yield from _where(place_pair(one.old_at, one.new_at, lang))


def _claims(difference: Difference, lang: Lang) -> Iterator[Line]:
    for one in difference.changed_claims:
        rest = delta_word(one, lang)
        yield _item(names(one.kind.value, lang), model_word(one.claim.value, lang), *claim_values(one, lang), rest)
        yield from _where(place_pair(one.old_at, one.new_at, lang))
    equal = len(difference.claims) - len(difference.changed_claims)
    if equal:
        yield (("dim", f"  另有{equal}处相同" if lang == "zh" else f"  {equal} others are the same"),)


def _verdicts(difference: Difference, lang: Lang) -> Iterator[Line]:
    judged = difference.judged
    if judged is None:
        return
    for one in judged.changes:
        change, about = verdict_words(one, lang)
        yield _item(change, about, outcome_word(one.old, lang), outcome_word(one.new, lang))
    for note in judged.not_checked if judged.changes else ():
        yield (("warning", f"  {'未核查：' if lang == 'zh' else 'not checked: '}{of(note, lang)}"),)


def _fields(difference: Difference, lang: Lang) -> Iterator[Line]:
    for one in difference.fields:
        unread = one.old is None or one.new is None
        kind = ChangeKind.CHANGED.value if not unread else "unread_old" if one.old is None else "unread_new"
        yield _item(names(kind, lang), names(one.name, lang), *field_values(one, lang))
        yield from _where(place_pair(one.old_at, one.new_at, lang))


def _mechanisms(difference: Difference, lang: Lang) -> Iterator[Line]:
    for one in difference.mechanisms:
        old, new = (cut(words, _LONG) for words in mechanism_values(one, lang))
        yield _item(names(one.kind.value, lang), model_word(one.mechanism.value, lang), old, new)
        yield from _where(place_pair(one.old_at, one.new_at, lang))


def _sections(difference: Difference, lang: Lang) -> Iterator[Line]:
    masked, zh = Masked(difference), lang == "zh"
    for one in difference.sections:
        old, new = (section_word(section, lang) for section in (one.old, one.new))
        name = new if old == new else f"{old} → {new}"
        share = ""
        if one.carried is not None:
            share = (
                f"{percent(one.carried)}与旧报告逐句相同" if zh else f"{percent(one.carried)} word for word as before"
            )
        yield ("", "  "), ("code", kind_words(one, lang)), ("", f"  {name}  {share}".rstrip())
        yield from _where(place_pair(one.old_at, one.new_at, lang))
        yield from _texts(one, masked, lang)


def _texts(section: SectionChange, masked: Masked, lang: Lang) -> Iterator[Line]:
    zh = lang == "zh"
    for change in section.texts[:_MOST]:
        old, new = masked.pieces(section, change)
        yield from _where(place_pair(change.old_at, change.new_at, lang))
        if old:
            yield ("", "      - "), *_pieces(old, "error", ("[-", "-]"))
        if new:
            yield ("", "      + "), *_pieces(new, "pass", ("{+", "+}"))
    more = len(section.texts) - _MOST
    if more > 0:
        yield from _where(f"另有{more}处文字改变，见 JSON 或网页" if zh else f"{more} more: see the JSON or the page")


def _pieces(pieces: tuple[Piece, ...], role: str, marks: tuple[str, str]) -> Line:
    """A sentence with what differs between marks, long words in it cut."""
    shown: list[tuple[str, str]] = []
    for number, one in enumerate(pieces):
        words = one_line(one.words)
        if one.changed:
            shown.append((role, f"{marks[0]}{cut(words, _LONG)}{marks[1]}"))
            continue
        first, last = number == 0, number == len(pieces) - 1
        head = "" if first else cut(words, _AROUND)
        tail = "" if last else cut(words, _AROUND, tail=True)
        shown.append(("", tail if first else head if last else cut(words, 2 * _AROUND)))
    return tuple(shown)
