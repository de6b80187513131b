"""What came of judging frames, for a notebook and a terminal."""

from typing import TYPE_CHECKING

from govdisclosure.analysis.frames.labels import meaning
from govdisclosure.rules.outcome import Kind
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang, require_lang, said
from govdisclosure.text.markup import below, element, escape, scrolling, table
from govdisclosure.text.personal import mask_personal

if TYPE_CHECKING:
    from govdisclosure.analysis.returning.checking import CheckedTables

__all__ = ["checked_html", "checked_repr", "checked_text"]

_FAULTS = 5
_FOUND = (
    (Kind.FAIL, "不符", "failed"),
    (Kind.REVIEW, "待核", "for review"),
    (Kind.OPEN, "未能判断", "open"),
)
_TABLES = ("reports", "cells", "outcomes", "faults")


def checked_repr(checked: "CheckedTables") -> str:
    """One line: how many reports were judged, what was found, and how much of the frames could not be taken."""
    found = ", ".join(f"{count:,} {en}" for count, _, en in _counts(checked))
    return f"<CheckedTables {len(checked.assessments):,} reports; {found}; {len(checked.found):,} faults>"


def checked_text(checked: "CheckedTables", lang: Lang = "zh") -> str:
    """How many reports were judged, what was found, the tables, and the first things that could not be taken.

    Args:
        checked: What came of it.
        lang: ``zh`` or ``en``.
    """
    require_lang(lang)
    lines = [said(*one, lang) for one in _words(checked)]
    lines += [f"- {name} {_called(name, lang)}".rstrip() + f": {_size(checked, name):,}" for name in _TABLES]
    lines += [one_line(mask_personal(said(zh, en, lang))) for zh, en in _faults(checked)]
    return "\n".join(lines)


def checked_html(checked: "CheckedTables", lang: Lang | None = None) -> str:
    """The same for a notebook.

    Args:
        checked: What came of it.
        lang: ``zh`` or ``en``; Chinese and English when ``None``.
    """
    parts = [element("p", below(*one, lang)) for one in _words(checked)]
    heads = (escape(said("表", "table", lang)), escape(said("行数", "rows", lang)))
    rows = []
    for name in _TABLES:
        small = f"<br>{element('small', escape(_called(name, lang)))}" if _called(name, lang) else ""
        rows.append([escape(name) + small, f"{_size(checked, name):,}"])
    parts.append(scrolling(table(rows, heads)))
    parts += [element("p", below(mask_personal(zh), mask_personal(en), lang)) for zh, en in _faults(checked)]
    return element("div", "".join(parts))


def _words(checked: "CheckedTables") -> list[tuple[str, str]]:
    count, found = f"{len(checked.assessments):,}", _counts(checked)
    return [
        (
            f"据数据表核查 {count} 份报告；没有依据的规则未判断，见各份的 not_checked",
            f"{count} reports judged by their frames; rules without evidence were not run, see not_checked of each",
        ),
        (
            "，".join(f"{zh} {number:,} 项" for number, zh, _ in found),
            ", ".join(f"{number:,} {en}" for number, _, en in found),
        ),
    ]


def _counts(checked: "CheckedTables") -> list[tuple[int, str, str]]:
    counted = [one.counts for one in checked.assessments.values()]
    return [(sum(one[kind] for one in counted), zh, en) for kind, zh, en in _FOUND]


def _size(checked: "CheckedTables", name: str) -> int:
    return len(checked.found) if name == "faults" else len(getattr(checked, name))


def _called(name: str, lang: Lang | None) -> str:
    return "" if lang == "en" else {"faults": "不能照原样使用之处"}.get(name) or meaning(name)


def _faults(checked: "CheckedTables") -> list[tuple[str, str]]:
    """The first faults, and where the others are."""
    first = [(one.said_zh, one.said_en) for one in checked.found[:_FAULTS]]
    more = len(checked.found) - len(first)
    return [*first, (f"另有 {more:,} 处，见 .faults", f"{more:,} more, see .faults")] if more else first
