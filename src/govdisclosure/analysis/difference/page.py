"""Two reports side by side as one page, what differs marked; no script, nothing beside itself, light and dark."""

from collections.abc import Iterator
from typing import Final

from govdisclosure.analysis.difference.changes import CellKind
from govdisclosure.analysis.difference.changes_of_text import SectionChange
from govdisclosure.analysis.difference.difference import Difference
from govdisclosure.analysis.difference.masked import Masked, Piece
from govdisclosure.analysis.difference.page_rows import DELTA, KIND, WHERE, are_years, columns_of, row, table_of
from govdisclosure.analysis.difference.page_style import STYLE
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
from govdisclosure.rules.outcome import Message
from govdisclosure.rules.showing import report_heading
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang, require_lang
from govdisclosure.text.markup import escape
from govdisclosure.text.numerals import percent
from govdisclosure.writing.report_page import document

__all__ = ["difference_page"]

_LONG: Final = 240
"""Signs of words that do not differ from which on their middle is left out."""
_NOTICE: Final = Message(
    "由程序比较，供人工核实；没有读到的不等于没有，文件的版式没有比较。",
    "Compared by a program, for a person to verify; what was not read is not said to be absent, and the layout of the "
    "files was not compared.",
)


def difference_page(difference: Difference, lang: Lang = "zh") -> str:
    """Write the page of a comparison.

    Args:
        difference: The comparison.
        lang: The language of labels and messages.

    Returns:
        The page, the same for the same comparison. Personal numbers are masked in it.

    Raises:
        UsageError: It is another language.
    """
    require_lang(lang)
    zh = lang == "zh"
    title = f"{'比较' if zh else 'Comparison'} · {report_heading(difference.new, lang)}"
    notes = difference.notes if difference.not_comparable is None else (difference.not_comparable,)
    told = "".join(f"<li>{_both(one, lang)}</li>\n" for one in notes)
    nothing = "" if difference.differs or notes else f"<p>{'没有差别' if zh else 'No difference'}</p>\n"
    first = _section("notes", f'<ul class="notes">\n{told}</ul>\n' if told else nothing, lang)
    kinds = (
        ("cells", _cells), ("tables", _tables), ("claims", _claims), ("judged", _verdicts), ("fields", _fields),
        ("sections", _sections), ("mechanisms", _mechanisms),
    )  # fmt: skip
    rest = "".join(_section(name, "".join(write(difference, lang)), lang) for name, write in kinds)
    content = (
        f"<header>\n<h1>{escape(title)}</h1>\n{_heads(difference, lang)}</header>\n"
        f'<main class="beside" id="report">\n{first}{rest}</main>\n'
        f'<footer class="soft"><p>{_both(_NOTICE, lang)}</p></footer>\n'
    )
    return document(title, content, lang, style=STYLE)


def _both(message: Message, lang: Lang) -> str:
    """A message with the other language below it."""
    other: Lang = "en" if lang == "zh" else "zh"
    code = "en" if other == "en" else "zh-CN"
    return f'{escape(of(message, lang))} <span class="sub" lang="{code}">{escape(of(message, other))}</span>'


def _heads(difference: Difference, lang: Lang) -> str:
    zh = lang == "zh"
    mode = "" if difference.mode is None else f'<p class="soft">{escape(names(difference.mode, lang))}</p>\n'
    sides = zip(("旧", "新") if zh else ("old", "new"), (difference.old, difference.new), strict=True)
    lines = []
    for which, report in sides:
        digest = f" · SHA-256 {report.source.sha256}" if report.source is not None else ""
        lines.append(f'<p class="soft"><b>{which}</b> {escape(heading_word(report, lang))}{digest}</p>\n')
    return mode + "".join(lines)


def _section(name: str, inner: str, lang: Lang) -> str:
    if not inner:
        return ""
    title = TITLES[name][0 if lang == "zh" else 1]
    return f'<section id="{name}">\n<h2>{title}</h2>\n{inner}</section>\n'


def _cells(difference: Difference, lang: Lang) -> Iterator[str]:
    rows = []
    # Of two years the equal ones stand beside the others, save what neither report has anything in.
    for one in difference.cells:
        equal = one.kind is CellKind.EQUAL
        if equal and not one.old.value:
            continue
        under = "" if one.note is None else of(one.note, lang)
        rest = (delta_word(one, lang), names(one.kind.value, lang), place_pair(one.old_at, one.new_at, lang))
        rows.append(
            row(
                of(one.label, lang),
                cell_values(one, lang),
                *rest,
                equal=equal,
                years=are_years(difference),
                under=under,
            )
        )
    yield from table_of(columns_of(lang, DELTA, KIND, WHERE), rows)
    left = len(difference.cells) - len(rows)
    said = f"另有{left}格相同且为0或没有数字" if lang == "zh" else f"{left} other cells are the same, 0 or no number"
    yield f'<p class="soft">{said}</p>\n' if left else ""


def _tables(difference: Difference, lang: Lang) -> Iterator[str]:
    rows = []
    for one in difference.tables:
        forms = [model_word(form.value, lang) if form else "—" for form in (one.old_edition, one.new_edition)]
        name = TABLE_NAMES[one.table][0 if lang == "zh" else 1]
        left = "" if not one.cells else f"{one.cells}格" if lang == "zh" else f"{one.cells} cells"
        rest = (names(one.kind.value, lang), left)
        rows.append(row(name, (forms[0], forms[1]), *rest, years=are_years(difference), under=of(one.note, lang)))
    yield from table_of(columns_of(lang, KIND, ("未比较", "not compared")), rows)


def _claims(difference: Difference, lang: Lang) -> Iterator[str]:
    rows = []
    for one in difference.claims:
        shown = one.new if one.new is not None else one.old
        rest = (delta_word(one, lang), names(one.kind.value, lang), place_pair(one.old_at, one.new_at, lang))
        equal, quote = one.kind.value == "equal", "" if shown is None else one_line(shown.quote)
        name = model_word(one.claim.value, lang)
        rows.append(
            row(
                name,
                claim_values(one, lang),
                *rest,
                equal=equal,
                years=are_years(difference),
                under=of(Message(quote, quote), lang),
            )
        )
    yield from table_of(columns_of(lang, DELTA, KIND, WHERE), rows)


def _verdicts(difference: Difference, lang: Lang) -> Iterator[str]:
    if difference.judged is None:
        return
    rows = []
    for one in difference.judged.changes:
        change, about = verdict_words(one, lang)
        rows.append(row(about, (outcome_word(one.old, lang), outcome_word(one.new, lang)), change))
    yield from table_of(columns_of(lang, KIND), rows)
    notes = [f"<li>{_both(one, lang)}</li>\n" for one in difference.judged.not_checked]
    if rows and notes:
        yield f'<p class="soft">{"未核查" if lang == "zh" else "Not checked"}</p>\n<ul>\n{"".join(notes)}</ul>\n'


def _fields(difference: Difference, lang: Lang) -> Iterator[str]:
    rows = [
        row(
            names(one.name, lang),
            field_values(one, lang),
            place_pair(one.old_at, one.new_at, lang),
            years=are_years(difference),
        )
        for one in difference.fields
    ]
    yield from table_of(columns_of(lang, WHERE), rows)


def _mechanisms(difference: Difference, lang: Lang) -> Iterator[str]:
    rows = []
    for one in difference.mechanisms:
        old, new = map(escape, mechanism_values(one, lang))
        name = escape(model_word(one.mechanism.value, lang))
        where = escape(place_pair(one.old_at, one.new_at, lang))
        rows.append(f'<th scope="row">{name}</th><td>{old}</td><td>{new}</td><td>{where}</td>')
    yield from table_of(columns_of(lang, WHERE), rows)


def _sections(difference: Difference, lang: Lang) -> Iterator[str]:
    masked, zh = Masked(difference), lang == "zh"
    for one in difference.sections:
        old, new = (escape(section_word(section, lang)) for section in (one.old, one.new))
        name = new if old == new else f"<del>{old}</del> <ins>{new}</ins>"
        told = [kind_words(one, lang), place_pair(one.old_at, one.new_at, lang)]
        if one.carried is not None:
            part = percent(one.carried)
            told.append(f"{part}与旧报告逐句相同" if zh else f"{part} word for word as before")
        yield f'<h3>{name}</h3>\n<p class="soft">{escape(" · ".join(filter(None, told)))}</p>\n'
        rows = (_texts(one, masked, number) for number in range(len(one.texts)))
        table = "".join(table_of(columns_of(lang)[1:], rows))
        yield f'<div class="texts">{table}</div>\n' if table else ""


def _texts(section: SectionChange, masked: Masked, number: int) -> str:
    old, new = masked.pieces(section, section.texts[number])
    return f'<td class="side">{_marked(old, "del")}</td><td class="side">{_marked(new, "ins")}</td>'


def _marked(pieces: tuple[Piece, ...], tag: str) -> str:
    """A sentence with the words that differ in elements; long words that do not differ shortened in the middle."""
    shown = []
    for one in pieces:
        if one.changed:
            shown.append(f"<{tag}>{escape(one.words)}</{tag}>")
        elif len(one.words) > _LONG:
            shown.append(f"{escape(one.words[: _LONG // 3])} … {escape(one.words[-_LONG // 3 :])}")
        else:
            shown.append(escape(one.words))
    return "".join(shown)
