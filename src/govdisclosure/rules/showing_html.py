"""Verdicts for a notebook, grouped by what is to be done about them."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from govdisclosure.rules.showing import (
    counts_line,
    decided_word,
    kind_word,
    origin_word,
    place_word,
    word,
)
from govdisclosure.text.display import cut, one_line
from govdisclosure.text.language import Lang, said
from govdisclosure.text.markup import below, element, escape, scrolling, table

if TYPE_CHECKING:
    from govdisclosure.rules.outcome import Outcome, Verdicts

__all__ = ["ACTIONS", "assessment_html", "groups_html"]

ACTIONS: dict[str, tuple[str, str]] = {
    "fail": ("与条文不符，请人工核实后改正", "Not in line with the article: verify and correct"),
    "review": ("存疑，请人工核实", "Doubtful: a person must look"),
    "open": ("未能判断，不等于合格", "Could not be judged, which is no pass"),
    "informational": ("说明", "Information"),
    "pass": ("通过", "Passed"),
    "notApplicable": ("不适用", "Not applicable"),
}
"""What each kind of verdict asks of a person."""
SHOWN = 200
"""How many outcomes a group lists; the others are counted."""
_FOLDED = frozenset({"informational", "pass", "notApplicable"})
_QUOTE = 160
_LEAST = 46
_HEADS = (("结果", "verdict"), ("规则", "rule"), ("说明", "message"), ("位置", "place"), ("依据", "article"))


def assessment_html(assessment: "Verdicts", lang: Lang | None = None) -> str:
    """Heading, counts, what was not checked, and the outcomes by what is to be done.

    Args:
        assessment: The verdicts.
        lang: Language; Chinese with the English small below when ``None``.
    """
    heading = element("p", element("b", below(assessment.heading("zh"), assessment.heading("en"), lang)))
    zh, en = counts_line(assessment.counts.items(), "zh"), counts_line(assessment.counts.items(), "en")
    parts = [heading, element("p", below(zh, en, lang)), *_not_checked(assessment, lang)]
    return element("div", "".join(parts) + groups_html(assessment.outcomes, lang))


def groups_html(outcomes: Iterable["Outcome"], lang: Lang | None = None) -> str:
    """Outcomes by what is to be done: what lacks something by what it lacks, what is suppressed last.

    Args:
        outcomes: In the order in which a group is to list them; the gravest levels come first.
        lang: Language; Chinese with the English small below when ``None``.
    """
    listed = tuple(outcomes)
    kept = [one for one in listed if one.suppression is None]
    parts = []
    for kind, action in ACTIONS.items():
        here = sorted((one for one in kept if one.kind.value == kind), key=lambda one: -one.level.rank)
        for title, members in _by_needs(here, action) if kind == "open" else ((action, here),):
            if members:
                parts.append(_group(title, members, lang, folded=kind in _FOLDED))
    hidden = [one for one in listed if one.suppression is not None]
    if hidden:
        parts.append(_group((word("suppressed", "zh"), word("suppressed", "en")), hidden, lang, folded=True))
    return "".join(parts)


def _by_needs(outcomes: list["Outcome"], action: tuple[str, str]) -> Iterator[tuple[tuple[str, str], list["Outcome"]]]:
    """What could not be judged, by what would settle it; what nothing is known to settle stands last."""
    lacking: dict[tuple[str, ...], list[Outcome]] = {}
    for outcome in outcomes:
        lacking.setdefault(outcome.needs, []).append(outcome)
    for needs, members in sorted(lacking.items(), key=lambda one: (not one[0], -len(one[1]), one[0])):
        zh = "、".join(word(need, "zh") for need in needs)
        en = ", ".join(word(need, "en") for need in needs)
        yield ((f"{action[0]}；补充{zh}后可判断", f"{action[1]}; give {en}") if needs else action), members


def _group(title: tuple[str, str], outcomes: list["Outcome"], lang: Lang | None, *, folded: bool) -> str:
    count = f" ({len(outcomes)})"
    head = escape(said(*title, lang) + count)
    heads = (below(*one, lang) for one in _HEADS)
    body = scrolling(table((_row(one, lang) for one in outcomes[:SHOWN]), heads), least=_LEAST)
    if (more := len(outcomes) - SHOWN) > 0:
        body += element("p", below(f"另有{more}条未列出", f"{more} more are not listed", lang))
    return element("details" if folded else "section", element("summary" if folded else "h4", head) + body)


def _row(outcome: "Outcome", lang: Lang | None) -> tuple[str, ...]:
    quote = element("blockquote", escape(cut(one_line(outcome.quote), _QUOTE))) if outcome.quote else ""
    cites = "<br>".join(below(zh, en, lang) for zh, en in dict.fromkeys((one.zh, one.en) for one in outcome.cites))
    words = element("b", below(kind_word(outcome, "zh"), kind_word(outcome, "en"), lang))
    kind = f'<div style="min-width:6.5em">{words}</div>'
    badges = "".join(
        f"<br>{element('small', escape(said(zh, en, lang)))}"
        for zh, en in (_both(origin_word, outcome), _both(decided_word, outcome))
        if zh
    )
    return (
        kind,
        element("code", escape(outcome.rule)) + badges,
        below(outcome.message.zh, outcome.message.en, lang) + quote,
        below(place_word(outcome, "zh") or "—", place_word(outcome, "en") or "—", lang),
        cites,
    )


def _both(words: Callable[["Outcome", Lang], str], outcome: "Outcome") -> tuple[str, str]:
    return words(outcome, "zh"), words(outcome, "en")


def _not_checked(assessment: "Verdicts", lang: Lang | None) -> Iterator[str]:
    for code, name in assessment.crashed:
        words = (f"{code} 规则出错，未判断（{name}）", f"{code} rule crashed, not judged ({name})")
        yield element("p", below(*words, lang))
    for one in assessment.not_checked:
        yield element("p", below(f"未核查：{one.zh}", f"not checked: {one.en}", lang))
