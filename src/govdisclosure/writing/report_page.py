"""A report as one page: its text and tables with the findings marked, and a list that leads to them and back.

The page needs nothing beside itself: no network, no other file; its script filters the list and may be left out.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.outcome import Assessment, Kind, Message, Outcome
from govdisclosure.rules.showing import kind_word, place_word, word
from govdisclosure.text.display import cut, one_line
from govdisclosure.text.language import Lang, require_lang
from govdisclosure.text.markup import escape
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.report_page_marks import Numbered, tone
from govdisclosure.writing.report_page_style import SCRIPT, STYLE, policy
from govdisclosure.writing.report_page_text import TextPage

__all__ = ["document", "in_order", "page_of"]

_ORDER: Final = (Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.INFORMATIONAL, Kind.PASS, Kind.NOT_APPLICABLE)
_QUIET: Final = frozenset({Kind.INFORMATIONAL, Kind.PASS, Kind.NOT_APPLICABLE})
_LONGEST_QUOTE: Final = 160
"""Columns of a quotation in the list; the words themselves stand in the text."""
_GROUPS: Final[Mapping[Kind, tuple[str, str]]] = {
    Kind.FAIL: ("与条文不符，请人工核实后改正", "Not in line with the article: verify and correct"),
    Kind.REVIEW: ("存疑，请人工核实", "Doubtful: a person must look"),
    Kind.OPEN: ("未能判断，不等于合格", "Could not be judged, which is no pass"),
    Kind.INFORMATIONAL: ("说明", "Information"),
    Kind.PASS: ("通过", "Passed"),
    Kind.NOT_APPLICABLE: ("不适用", "Not applicable"),
}
_NOTICE: Final = Message(
    "由程序按所列条文比对，供人工核实，不是处理决定；没有发现不符不等于合格。",
    "Compared with the articles named by a program, for a person to verify; it is no decision, and no finding of "
    "compliance where nothing failed.",
)


def page_of(assessment: Assessment, source: str = "", lang: Lang = "zh", *, as_of: date | None = None) -> str:
    """Write the page of one report.

    Args:
        assessment: The report and the outcomes.
        source: The name of its file, as the caller gave it.
        lang: Which language stands first; messages stand in the other one below.
        as_of: The day of the judgement, where one was given.

    Returns:
        The page, the same for the same arguments. Personal numbers are masked in it.

    Raises:
        UsageError: It is another language.
    """
    require_lang(lang)
    numbered = in_order(assessment.outcomes)
    text = TextPage(assessment.report, numbered, lang)
    body = text.body()  # first: it tells which findings have a place to jump to
    findings = _findings(assessment, numbered, text.placed, lang)
    zh = lang == "zh"
    label, original = ("核查结果", "报告原文和统计表") if zh else ("Findings", "The report's text and tables")
    skips = (("findings", f"跳到{label}" if zh else "Skip to the findings"),
             ("report", f"跳到{original}" if zh else "Skip to the report"))  # fmt: skip
    links = "".join(f'<a class="skip" href="#{name}">{words}</a>\n' for name, words in skips)
    content = (
        f'{links}<header>\n{_header(assessment, source, as_of, lang)}</header>\n<div class="columns">\n'
        f'<nav class="findings" id="findings" tabindex="-1" aria-labelledby="findings-title">\n'
        f'<h2 id="findings-title">{label}</h2>\n{_filters(numbered, lang)}{findings}</nav>\n'
        f'<main class="sheet text" id="report" tabindex="-1" aria-labelledby="report-title">\n'
        f'<h2 id="report-title">{original}</h2>\n{body}</main>\n</div>\n'
        f'<footer class="soft"><p>{escape(_NOTICE.zh if zh else _NOTICE.en)}</p></footer>\n'
    )
    return document(assessment.heading(lang), content, lang, script=bool(numbered))


def document(title: str, content: str, lang: Lang, *, script: bool = False, style: str = "") -> str:
    """A page around content that is already escaped.

    Args:
        title: Its title, not escaped.
        content: What stands in its body.
        lang: Its language.
        script: Whether the script of the filters belongs in it.
        style: Style beyond that of all pages.
    """
    whole = STYLE + style
    run = f"<script>{SCRIPT}</script>\n" if script else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{_code(lang)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(whole)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(one_line(mask_personal(title)))}</title>\n<style>{whole}</style>\n</head>\n"
        f"<body>\n{content}{run}</body>\n</html>\n"
    )


def in_order(outcomes: Iterable[Outcome]) -> tuple[Numbered, ...]:
    """Outcomes by what asks most for a look, numbered from 1: fails by level, then what is doubtful or open."""
    ordered = sorted(outcomes, key=lambda one: (_ORDER.index(one.kind), -one.level.rank))
    return tuple(Numbered(number, outcome) for number, outcome in enumerate(ordered, 1))


def _code(lang: Lang) -> str:
    return "zh-CN" if lang == "zh" else "en"


def _both(message: Message, lang: Lang) -> str:
    """A message in the page's language with the other one below it."""
    first, below, other = (message.zh, message.en, "en") if lang == "zh" else (message.en, message.zh, "zh-CN")
    under = "" if first == below else f' <span class="sub" lang="{other}">{_safe(below)}</span>'
    return f"{_safe(first)}{under}"


def _safe(words: str) -> str:
    return escape(one_line(mask_personal(words)))


def _header(assessment: Assessment, source: str, as_of: date | None, lang: Lang) -> str:
    zh = lang == "zh"
    about = _about(assessment.report, source, lang)
    about += [("规则集" if zh else "rule set", assessment.ruleset)] if assessment.ruleset else []
    about += [("判断日期" if zh else "judged as of", as_of.isoformat())] if as_of else []
    counted = "".join(
        f'<li class="{kind.value}"><span class="verdict">{word(kind.value, lang)}</span> '
        f"<b>{assessment.counts[kind.value]}</b></li>"
        for kind in _ORDER
    )
    told = " · ".join(f"{name}{'：' if zh else ': '}{_safe(value)}" for name, value in about)
    heading = f'<h1>{_safe(assessment.heading(lang))}</h1>\n<p class="soft">{told}</p>\n'
    return f'{heading}<ul class="counts">{counted}</ul>\n<p class="soft">{_both(_NOTICE, lang)}</p>\n'


def _about(report: AnnualReport, source: str, lang: Lang) -> list[tuple[str, str]]:
    zh = lang == "zh"
    named = source or (report.source.uri if report.source else None) or ""
    named = ("标准输入" if zh else "standard input") if named == "-" else named
    about = [("文件" if zh else "file", named)] if named else []
    if report.source is not None:
        about.append(("SHA-256", report.source.sha256))
    return about


def _filters(numbered: tuple[Numbered, ...], lang: Lang) -> str:
    """The form of the filters, hidden until the script shows it; nothing where there is nothing to filter."""
    if not numbered:
        return ""
    zh = lang == "zh"
    kinds = [kind.value for kind in _ORDER if any(one.outcome.kind is kind for one in numbered)]
    levels = [name for name in ("error", "warning", "note") if any(one.outcome.level == name for one in numbered)]
    rules = sorted({one.outcome.rule for one in numbered})
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
        f'<button type="reset">{"重置" if zh else "Reset"}</button>\n'
        f'<span class="soft">{"显示" if zh else "Shown"} <output id="shown" aria-live="polite"></output></span></div>\n'
        "</form>\n"
    )


def _choice(name: str, label: str, options: list[tuple[str, str]], every: str) -> str:
    listed = "".join(f'<option value="{escape(value)}">{escape(words)}</option>' for value, words in options)
    return f'<label>{label} <select name="{name}"><option value="">{every}</option>{listed}</select></label>\n'


def _findings(assessment: Assessment, numbered: tuple[Numbered, ...], placed: frozenset[int], lang: Lang) -> str:
    pieces: list[str] = []
    for kind in _ORDER:
        entries = [_entry(one, lang, placed=one.number in placed) for one in numbered if one.outcome.kind is kind]
        if not entries:
            continue
        title = f"{_GROUPS[kind][0 if lang == 'zh' else 1]} ({len(entries)})"
        listed = f'<ol class="list">\n{"".join(entries)}</ol>'
        if kind in _QUIET:
            pieces.append(f'<details class="group"><summary>{title}</summary>\n{listed}\n</details>\n')
        else:
            pieces.append(f'<section class="group"><h3>{title}</h3>\n{listed}\n</section>\n')
    return "".join(pieces) + _not_checked(assessment, lang)


def _entry(one: Numbered, lang: Lang, *, placed: bool) -> str:
    outcome, zh = one.outcome, lang == "zh"
    number = one.number
    data = f'data-kind="{outcome.kind.value}" data-level="{outcome.level.value}" data-rule="{escape(outcome.rule)}"'
    quoted = cut(one_line(mask_personal(outcome.quote)), _LONGEST_QUOTE) if outcome.quote else ""
    lines = [
        f'<p><span class="verdict">{number}. {kind_word(outcome, lang)}</span> <code>{escape(outcome.rule)}</code></p>',
        f"<p>{_both(outcome.message, lang)}</p>",
        f"<blockquote>{escape(quoted)}</blockquote>" if quoted else "",
        _place(one, lang, placed=placed),
    ]
    cites = dict.fromkeys(cite.zh if zh else cite.en for cite in outcome.cites)
    lines.append(f'<p class="soft">{"依据：" if zh else "Articles: "}{_safe(("；" if zh else "; ").join(cites))}</p>')
    if outcome.needs:
        needs = ("、" if zh else ", ").join(word(need, lang) for need in outcome.needs)
        lines.append(f'<p class="soft">{"还需要：" if zh else "Needs: "}{_safe(needs)}</p>')
    return f'<li id="f{number}" class="{tone(outcome)}" {data} tabindex="-1">\n{"".join(filter(None, lines))}\n</li>\n'


def _place(one: Numbered, lang: Lang, *, placed: bool) -> str:
    where, zh = place_word(one.outcome, lang), lang == "zh"
    known = f"{'位置' if zh else 'Place'} {_safe(where)}" if where else ""
    if placed:
        spoken = f"第{one.number}条在原文中的位置" if zh else f"Place of finding {one.number} in the report"
        jump = f'<a class="jump" href="#m{one.number}" aria-label="{spoken}">{"看原文" if zh else "Show in text"} ↓</a>'
        return f'<p>{jump} <span class="soft">{known}</span></p>'
    if known:
        return f'<p class="soft">{known}</p>'
    absent = "报告中没有对应的位置" if zh else "No place in the report: it is about something absent"
    return f'<p class="soft">{absent}</p>'


def _not_checked(assessment: Assessment, lang: Lang) -> str:
    zh = lang == "zh"
    lines = [
        _both(Message(f"{code} 规则出错，未判断（{name}）", f"{code} rule crashed, not judged ({name})"), lang)
        for code, name in assessment.crashed
    ]
    lines += [_both(message, lang) for message in assessment.not_checked]
    if not lines:
        return ""
    listed = "".join(f"<li>{line}</li>\n" for line in lines)
    return (
        f"<section><h3>{'未核查的内容' if zh else 'Not checked'} ({len(lines)})</h3>\n<ul>\n{listed}</ul>\n</section>\n"
    )
