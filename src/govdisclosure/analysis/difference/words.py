"""What differs, in words: names, values, places and the words of both texts. Personal numbers are masked."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from govdisclosure.analysis.difference.changes import (
    CellChange,
    ChangeKind,
    ClaimChange,
    FieldChange,
    MechanismChange,
    VerdictChange,
)
from govdisclosure.analysis.difference.changes_of_text import SectionChange
from govdisclosure.model.count import Count, Printed
from govdisclosure.model.place import Place
from govdisclosure.model.report import AnnualReport, Claim, Mechanism, Section
from govdisclosure.model.showing import EDITIONS
from govdisclosure.rules.outcome import Message, Outcome
from govdisclosure.rules.showing import kind_word, report_heading, word
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang
from govdisclosure.text.numerals import percent, plain
from govdisclosure.text.personal import mask_personal

__all__ = [
    "TITLES",
    "amount_word",
    "cell_values",
    "claim_values",
    "delta_word",
    "field_values",
    "heading_word",
    "is_said",
    "kind_words",
    "mechanism_values",
    "names",
    "of",
    "outcome_word",
    "place_pair",
    "section_word",
    "verdict_words",
]

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "equal": ("相同", "the same"),
    "changed": ("改变", "changed"),
    "added": ("仅新文本有", "in the new one alone"),
    "removed": ("仅旧文本有", "in the old one alone"),
    "value": ("数字改变", "another figure"),
    "state": ("填写方式改变", "filled in otherwise"),
    "unread_new": ("新文本未读出", "not read in the new one"),
    "unread_old": ("旧文本未读出", "not read in the old one"),
    "unread_both": ("两份均未读出", "read in neither"),
    "renamed": ("改名", "renamed"),
    "renumbered": ("改序号", "renumbered"),
    "moved": ("移动位置", "moved"),
    "text": ("文字改变", "other text"),
    "agency": ("机关", "organ"),
    "title": ("标题", "title"),
    "year": ("年度", "year"),
    "edition": ("格式", "form"),
    "published_on": ("公布日期", "day of publication"),
    "signed_on": ("落款日期", "day of signature"),
    "period": ("统计期限", "period covered"),
    "captures": ("同一份报告的两个版本", "two captures of one report"),
    "years": ("同一机关的两个年度", "one organ on two years"),
}
TITLES: Final[Mapping[str, tuple[str, str]]] = {
    "notes": ("须知", "To know first"),
    "cells": ("表内数字", "Cells of the tables"),
    "tables": ("统计表", "Tables"),
    "claims": ("正文数字", "Figures in prose"),
    "judged": ("核查结果的变化", "Verdicts"),
    "fields": ("标题、日期等", "Title, dates and the like"),
    "sections": ("各部分", "Sections"),
    "mechanisms": ("制度机制", "Mechanisms"),
}
_STATES: Final[Mapping[Printed, tuple[str, str]]] = {
    Printed.BLANK: ("（空白）", "(blank)"),
    Printed.ABSENT: ("（未读到）", "(not found)"),
}
_MISSING: Final = ("（未读到）", "(not found)")
_SILENT: Final = ("（没有提到）", "(not mentioned)")
_NONE: Final = ("（无）", "(none)")
_NOT_SAID: Final = frozenset({*_MISSING, *_SILENT, *_NONE, *(words for pair in _STATES.values() for words in pair)})


def of(message: Message, lang: Lang) -> str:
    """A message in one language, on one line."""
    return one_line(mask_personal(message.zh if lang == "zh" else message.en))


def is_said(words: str) -> bool:
    """Whether a value is a report's, and not the word for one that was not read or is not there."""
    return words not in _NOT_SAID


def names(name: str, lang: Lang) -> str:
    """What a kind, a field or a mode is called."""
    return WORDS[name][0 if lang == "zh" else 1]


def heading_word(report: AnnualReport, lang: Lang) -> str:
    """Which report, and which file."""
    uri = report.source.uri if report.source is not None else None
    return " · ".join(filter(None, (report_heading(report, lang), one_line(mask_personal(uri or "")))))


def amount_word(count: Count, lang: Lang) -> str:
    """What a cell prints: a number with its unit, or how the cell stands."""
    n = 0 if lang == "zh" else 1
    if count.value is not None:
        return f"{plain(Decimal(count.value))}{count.unit or ''}"
    if count.printed in _STATES:
        return _STATES[count.printed][n]
    shown = one_line(mask_personal(count.text or ""))
    return f"“{shown}”" + (("（未读清）", " (unclear)")[n] if count.printed is Printed.ILLEGIBLE else "")


def cell_values(one: CellChange, lang: Lang) -> tuple[str, str]:
    """What a cell prints in both."""
    return amount_word(one.old, lang), amount_word(one.new, lang)


def delta_word(one: CellChange | ClaimChange, lang: Lang) -> str:
    """``+3 (+25%)``, of a rate in percentage points; nothing where there is no difference to speak of."""
    if not one.difference:
        return ""
    sign, size = "+" if one.difference > 0 else "−", abs(one.difference)
    if isinstance(one, ClaimChange) and one.new is not None and one.new.unit == "%":
        return f"{sign}{percent(size).removesuffix('%')}{'个百分点' if lang == 'zh' else ' points'}"
    share = "" if one.ratio is None else f" ({sign}{percent(abs(one.ratio))})"
    return f"{sign}{plain(size)}{share}"


def claim_values(one: ClaimChange, lang: Lang) -> tuple[str, str]:
    """What a quantity is said to be in both."""
    return _claim(one.old, lang), _claim(one.new, lang)


def _claim(claim: Claim | None, lang: Lang) -> str:
    if claim is None:
        return _MISSING[0 if lang == "zh" else 1]
    value = percent(claim.value) if claim.unit == "%" else f"{plain(claim.value)}{claim.unit or ''}"
    return f"{('约' if lang == 'zh' else 'about ') if claim.approximate else ''}{value}"


def field_values(one: FieldChange, lang: Lang) -> tuple[str, str]:
    """What both say of a field."""
    old, new = (_field(one.name, words, lang) for words in (one.old, one.new))
    return old, new


def _field(name: str, words: str | None, lang: Lang) -> str:
    n = 0 if lang == "zh" else 1
    if words is None:
        return _MISSING[n]
    return EDITIONS[words][n] if name == "edition" else one_line(mask_personal(words))


def mechanism_values(one: MechanismChange, lang: Lang) -> tuple[str, str]:
    """What both say of a mechanism; that it is not mentioned does not say that it was abolished."""
    old, new = (_mechanism(mention, lang) for mention in (one.old, one.new))
    return old, new


def _mechanism(mention: Mechanism | None, lang: Lang) -> str:
    n = 0 if lang == "zh" else 1
    if mention is None:
        return _SILENT[n]
    planned = mention.status.value == "planned"
    state = (("拟建立", "planned") if planned else ("已有", "in place"))[n]
    return f"{state}{'：' if n == 0 else ': '}{one_line(mask_personal(mention.quote))}"


def section_word(section: Section | None, lang: Lang) -> str:
    """The heading of a section."""
    if section is None:
        return _NONE[lang == "en"]
    return one_line(mask_personal(section.heading)) or ("（开头部分）", "(opening)")[lang == "en"]


def kind_words(one: SectionChange, lang: Lang) -> str:
    """What happened to a section."""
    listed = [names(kind.value, lang) for kind in one.kinds]
    return ("、" if lang == "zh" else ", ").join(listed) or names(ChangeKind.EQUAL.value, lang)


def verdict_words(one: VerdictChange, lang: Lang) -> tuple[str, str]:
    """What the change of a verdict is called, and what it is about."""
    shown = one.new or one.old
    return word(one.change.value, lang), "" if shown is None else f"{shown.rule} {of(shown.message, lang)}"


def outcome_word(outcome: Outcome | None, lang: Lang) -> str:
    """The kind of an outcome; of one that is no longer there, that it is not."""
    return _NONE[lang == "en"] if outcome is None else kind_word(outcome, lang)


def place_pair(old: Place | None, new: Place | None, lang: Lang) -> str:
    """Where something stands in both, as far as the files have lines or pages."""
    zh = lang == "zh"
    said = [(("旧" if zh else "old "), _place(old, lang)), (("新" if zh else "new "), _place(new, lang))]
    return ("，" if zh else ", ").join(f"{which}{place}" for which, place in said if place)


def _place(at: Place | None, lang: Lang) -> str:
    if at is None:
        return ""
    if at.line is not None:
        return f"第{at.line}行" if lang == "zh" else f"line {at.line}"
    return "" if at.page is None else f"第{at.page}页" if lang == "zh" else f"p. {at.page}"
