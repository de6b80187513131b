"""The list of findings on a report's page, with its filters: groups by what is asked, then what is decided or gone."""

from collections.abc import Callable, Iterable
from functools import partial
from itertools import product
from typing import Final

from govdisclosure.decisions import BaselineEntry, Decided, SuppressionState
from govdisclosure.decisions.messages import suppression_message
from govdisclosure.rules.decision import Change
from govdisclosure.rules.outcome import Kind, Message, Outcome, Verdicts
from govdisclosure.rules.registry import find
from govdisclosure.rules.showing import (
    by_origin,
    decided_word,
    kind_word,
    origin_heading,
    origin_word,
    place_word,
    word,
)
from govdisclosure.rules.showing_html import ACTIONS
from govdisclosure.text.display import cut, one_line
from govdisclosure.text.language import Lang, said
from govdisclosure.text.markup import escape
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.report_page_marks import Numbered, tone

__all__ = ["ORDER", "both", "decision_lists", "filters", "findings", "in_order", "remarks_list", "safe", "state"]

ORDER: Final = (Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.INFORMATIONAL, Kind.PASS, Kind.NOT_APPLICABLE)
_QUIET: Final = frozenset({Kind.INFORMATIONAL, Kind.PASS, Kind.NOT_APPLICABLE})
_STATES: Final = ("new", "unchanged", "updated", "suppressed")
_LONGEST_QUOTE: Final = 160
"""Columns of a quotation in the list; the words themselves stand in the text."""


def in_order(outcomes: Iterable[Outcome]) -> tuple[Numbered, ...]:
    """Outcomes by what asks most for a look, numbered from 1.

    Fails come first, then what is doubtful or open; in each the new before the known, then by level. What is suppressed
    comes last; what local rules ask comes after all that the national ones do.
    """
    ordered = sorted(
        outcomes,
        key=lambda one: (
            one.suppression is not None, one.origin or "", ORDER.index(one.kind), one.decided, -one.level.rank,
        ),
    )  # fmt: skip
    return tuple(Numbered(number, outcome) for number, outcome in enumerate(ordered, 1))


def state(outcome: Outcome) -> str:
    """How it stands to decisions: a word of the filter, or nothing."""
    return "suppressed" if outcome.suppression is not None else outcome.change.value if outcome.change else ""


def both(message: Message, lang: Lang | None, *, alone: bool = False) -> str:
    """A message in the page's language with the other one below it, or ``alone``; the Chinese first when ``None``."""
    zh, en = (message.zh, "zh-CN"), (message.en, "en")
    (first, _), (below, other) = (en, zh) if lang == "en" else (zh, en)
    under = "" if alone or first == below else f' <span class="sub" lang="{other}">{safe(below)}</span>'
    return f"{safe(first)}{under}"


def safe(words: str) -> str:
    """Words on one line, personal numbers masked, as text between tags."""
    return escape(one_line(mask_personal(words)))


def filters(numbered: tuple[Numbered, ...], lang: Lang) -> str:
    """The form of the filters, hidden until the script shows it; nothing where there is nothing to filter."""
    if not numbered:
        return ""
    zh = lang == "zh"
    kinds = [kind.value for kind in ORDER if any(one.outcome.kind is kind for one in numbered)]
    levels = [name for name in ("error", "warning", "note") if any(one.outcome.level == name for one in numbered)]
    rules = sorted({one.outcome.rule for one in numbered})
    known = {state(one.outcome) for one in numbered}
    states = [name for name in _STATES if name in known]
    boxes = "".join(
        f'<label><input type="checkbox" name="kind" value="{name}" checked> {word(name, lang)}</label>'
        for name in kinds
    )
    every = "全部" if zh else "all"
    return (
        f'<form id="filters" hidden aria-label="{"筛选" if zh else "Filters"}">\n'
        f"<fieldset><legend>{'结果' if zh else 'Verdict'}</legend>{boxes}</fieldset>\n"
        f'<div class="row">{_choice("level", "级别" if zh else "Level", [(n, word(n, lang)) for n in levels], every)}'
        f"{_choice('rule', '规则' if zh else 'Rule', [(code, code) for code in rules], every)}"
        f"{_choice('state', '状态' if zh else 'State', [(n, word(n, lang)) for n in states], every) if states else ''}"
        f'<button type="reset">{"重置" if zh else "Reset"}</button>\n'
        f'<span class="soft">{"显示" if zh else "Shown"} <output id="shown" aria-live="polite"></output></span></div>\n'
        "</form>\n"
    )


def _choice(name: str, label: str, options: list[tuple[str, str]], every: str) -> str:
    listed = "".join(f'<option value="{escape(value)}">{escape(words)}</option>' for value, words in options)
    return f'<label>{label} <select name="{name}"><option value="">{every}</option>{listed}</select></label>\n'


def findings(  # noqa: PLR0913  what stands beside a report
    assessment: Verdicts,
    numbered: tuple[Numbered, ...],
    placed: frozenset[int],
    lang: Lang | None,
    decided: Decided | None = None,
    *,
    alone: bool = False,
) -> str:
    """The groups of findings and what was not checked.

    Args:
        assessment: What was found.
        numbered: The findings in their order.
        placed: The numbers of those that have a place in the text.
        lang: Language of the labels; both when ``None``.
        decided: What was decided about the run.
        alone: Whether messages leave the other language out.
    """
    compared = decided is not None and decided.compared
    pieces: list[str] = []
    kept = [one for one in numbered if one.outcome.suppression is None]
    for origin, kind in product(by_origin(one.outcome for one in kept), ORDER):
        here = [one for one in kept if one.outcome.kind is kind and one.outcome.origin == origin]
        if not here:
            continue
        fresh = sum(one.outcome.change is Change.NEW for one in here)
        new = said(f"，其中新增 {fresh}", f", {fresh} new", lang)
        count = f"({len(here)}{new if compared and kind not in _QUIET else ''})"
        whose = (
            ""
            if origin is None
            else said(f"{origin_heading(origin, 'zh')}：", f"{origin_heading(origin, 'en')}: ", lang)
        )
        title = f"{safe(whose)}{said(*ACTIONS[kind.value], lang)} {count}"
        pieces.append(_group(title, here, placed, lang, folded=kind in _QUIET, alone=alone))
    hidden = [one for one in numbered if one.outcome.suppression is not None]
    if hidden:
        title = f"{_in(partial(word, 'suppressed'), lang)} ({len(hidden)})"
        pieces.append(_group(title, hidden, placed, lang, folded=True, alone=alone))
    return "".join(pieces) + _not_checked(assessment, lang, alone=alone)


def _in(words: Callable[[Lang], str], lang: Lang | None) -> str:
    return said(words("zh"), words("en"), lang)


def _group(  # noqa: PLR0913  how a group is to look
    title: str, listed: list[Numbered], placed: frozenset[int], lang: Lang | None, *, folded: bool, alone: bool
) -> str:
    entries = "".join(_entry(one, lang, placed=one.number in placed, alone=alone) for one in listed)
    listing = f'<ol class="list">\n{entries}</ol>'
    if folded:
        return f'<details class="group"><summary>{title}</summary>\n{listing}\n</details>\n'
    return f'<section class="group"><h3>{title}</h3>\n{listing}\n</section>\n'


def _entry(one: Numbered, lang: Lang | None, *, placed: bool, alone: bool) -> str:
    outcome, number = one.outcome, one.number
    data = f'data-kind="{outcome.kind.value}" data-level="{outcome.level.value}" data-rule="{escape(outcome.rule)}"'
    data += f' data-state="{state(outcome)}"'
    badges = (_in(partial(words, outcome), lang) for words in (origin_word, decided_word))
    badge = "".join(f' <span class="state">{safe(words)}</span>' for words in badges if words)
    verdict = f'<span class="verdict">{number}. {escape(_in(partial(kind_word, outcome), lang))}</span>'
    quoted = cut(one_line(mask_personal(outcome.quote)), _LONGEST_QUOTE) if outcome.quote else ""
    lines = [
        f"<p>{verdict} <code>{escape(outcome.rule)}</code>{badge}</p>",
        f"<p>{both(outcome.message, lang, alone=alone)}</p>",
        f"<blockquote>{escape(quoted)}</blockquote>" if quoted else "",
        _place(one, lang, placed=placed),
    ]
    zh, en = (
        "；".join(dict.fromkeys(one.zh for one in outcome.cites)),
        "; ".join(dict.fromkeys(one.en for one in outcome.cites)),
    )
    lines.append(_soft(f"依据：{zh}", f"Articles: {en}", lang))
    if outcome.needs:
        zh, en = (
            "、".join(word(one, "zh") for one in outcome.needs),
            ", ".join(word(one, "en") for one in outcome.needs),
        )
        lines.append(_soft(f"还需要：{zh}", f"Needs: {en}", lang))
    return f'<li id="f{number}" class="{tone(outcome)}" {data} tabindex="-1">\n{"".join(filter(None, lines))}\n</li>\n'


def _soft(zh: str, en: str, lang: Lang | None) -> str:
    return f'<p class="soft">{both(Message(zh, en), lang, alone=lang is not None)}</p>'


def _place(one: Numbered, lang: Lang | None, *, placed: bool) -> str:
    where = _in(partial(place_word, one.outcome), lang)
    known = f"{said('位置', 'Place', lang)} {safe(where)}" if where else ""
    if placed:
        shown = said("看原文", "Show in text", lang)
        # What is spoken begins with what is seen: who steers by voice says what stands there.
        spoken = f"{shown}{said(f'，第{one.number}条', f', finding {one.number}', lang or 'zh')}"
        jump = (
            f'<a class="jump" href="#m{one.number}" aria-label="{spoken}">{shown} <span aria-hidden="true">↓</span></a>'
        )
        return f'<p>{jump} <span class="soft">{known}</span></p>'
    if known:
        return f'<p class="soft">{known}</p>'
    return _soft("没有对应的位置", "No place: it is about the whole, or about something absent", lang)


def _not_checked(assessment: Verdicts, lang: Lang | None, *, alone: bool) -> str:
    crashed = (
        Message(f"{code} 规则出错，未判断（{name}）", f"{code} rule crashed, not judged ({name})")
        for code, name in assessment.crashed
    )
    lines = [both(message, lang, alone=alone) for message in (*crashed, *assessment.not_checked)]
    return remarks_list(said("未核查的内容", "Not checked", lang), lines)


def remarks_list(title: str, lines: Iterable[str], level: int = 3) -> str:
    """A section with a list of lines that are already escaped; nothing where there is none.

    Args:
        title: Its heading, to which the number of lines is added.
        lines: The lines.
        level: That of the heading.
    """
    told = list(lines)
    listed = "".join(f"<li>{line}</li>\n" for line in told)
    heading = f"<h{level}>{title} ({len(told)})</h{level}>"
    return f"<section>{heading}\n<ul>\n{listed}</ul>\n</section>\n" if told else ""


def decision_lists(decided: Decided | None, lang: Lang, level: int = 3) -> str:
    """What of a baseline is gone, what of it was not judged, and the suppressions that are to be looked at."""
    if decided is None:
        return ""
    zh = lang == "zh"
    gone = [_gone(entry, lang) for entry in decided.absent]
    kept = len(decided.unjudged)
    untouched = f"基线中有{kept}处本次未涉及，保留" if zh else f"{kept} of the baseline not judged now, and kept"
    watched = [one for one in decided.suppressions if one.state is not SuppressionState.USED]
    told = [both(suppression_message(one), lang) for one in watched]
    return (
        remarks_list("基线中有、本次已消失" if zh else "In the baseline and gone", gone, level)
        + (f'<p class="soft">{untouched}</p>\n' if kept else "")
        + remarks_list("抑制清单" if zh else "Suppressions", told, level)
    )


def _gone(entry: BaselineEntry, lang: Lang) -> str:
    rule = find(entry.rule)
    title = "" if rule is None else f" {safe(rule.title.zh if lang == 'zh' else rule.title.en)}"
    where = f'<span class="soft">{safe(entry.subject)}</span>'
    return f"{safe(entry.whose)} <code>{safe(entry.rule)}</code>{title} {word(entry.kind.value, lang)} {where}"
