"""A report as one page: its text and tables with the findings marked, and a list that leads to them and back.

The page needs nothing beside itself: no network, no other file; its script filters the list and may be left out.
"""

from datetime import date
from typing import Final

import attrs

from govdisclosure.decisions import Decided
from govdisclosure.decisions.judged import whose
from govdisclosure.decisions.suppressions import is_about
from govdisclosure.model.report import AnnualReport
from govdisclosure.rules.decision import Change
from govdisclosure.rules.outcome import Assessment, Message
from govdisclosure.rules.showing import word
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang, require_lang
from govdisclosure.text.markup import escape
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.report_page_list import (
    ORDER,
    both,
    decision_lists,
    filters,
    findings,
    in_order,
    safe,
    state,
)
from govdisclosure.writing.report_page_style import POLICY, SCRIPT, STYLE
from govdisclosure.writing.report_page_text import TextPage

__all__ = ["document", "page_of"]

_NOTICE: Final = Message(
    "由程序按所列条文比对，供人工核实，不是处理决定；没有发现不符不等于合格。",
    "Compared with the articles named by a program, for a person to verify; it is no decision, and no finding of "
    "compliance where nothing failed.",
)


def page_of(
    assessment: Assessment,
    source: str = "",
    lang: Lang = "zh",
    *,
    as_of: date | None = None,
    decided: Decided | None = None,
) -> str:
    """Write the page of one report.

    Args:
        assessment: The report and the outcomes.
        source: The name of its file, as the caller gave it.
        lang: Which language stands first; messages stand in the other one below.
        as_of: The day of the judgement, where one was given.
        decided: Baseline and suppressions, where either was given; of several reports what is about this one is shown.

    Returns:
        The page, the same for the same arguments. Personal numbers are masked in it.

    Raises:
        UsageError: It is another language.
    """
    require_lang(lang)
    numbered = in_order(assessment.outcomes)
    text = TextPage(assessment.report, numbered, lang)
    body = text.body()  # first: it tells which findings have a place to jump to
    own = None if decided is None else _own(decided, source, assessment)
    listed = findings(assessment, numbered, text.placed, lang, own) + decision_lists(own, lang)
    zh = lang == "zh"
    label, original = ("核查结果", "报告原文和统计表") if zh else ("Findings", "The report's text and tables")
    skips = (("findings", f"跳到{label}" if zh else "Skip to the findings"),
             ("report", f"跳到{original}" if zh else "Skip to the report"))  # fmt: skip
    links = "".join(f'<a class="skip" href="#{name}">{words}</a>\n' for name, words in skips)
    content = (
        f"{links}<header>\n{_header(assessment, source, as_of, lang)}{_states(assessment, own, lang)}</header>\n"
        '<div class="columns">\n'
        f'<nav class="findings" id="findings" tabindex="-1" aria-labelledby="findings-title">\n'
        f'<h2 id="findings-title">{label}</h2>\n{filters(numbered, lang)}{listed}</nav>\n'
        f'<main class="sheet text" id="report" tabindex="-1" aria-labelledby="report-title">\n'
        f'<h2 id="report-title">{original}</h2>\n{body}</main>\n</div>\n'
        f'<footer class="soft"><p>{escape(_NOTICE.zh if zh else _NOTICE.en)}</p></footer>\n'
    )
    return document(assessment.heading(lang), content, lang, script=bool(numbered))


def document(title: str, content: str, lang: Lang, *, script: bool = False) -> str:
    """A page around content that is already escaped.

    Args:
        title: Its title, not escaped.
        content: What stands in its body.
        lang: Its language.
        script: Whether the script of the filters belongs in it.
    """
    run = f"<script>{SCRIPT}</script>\n" if script else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{_code(lang)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(one_line(mask_personal(title)))}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n{content}{run}</body>\n</html>\n"
    )


def _code(lang: Lang) -> str:
    return "zh-CN" if lang == "zh" else "en"


def _header(assessment: Assessment, source: str, as_of: date | None, lang: Lang) -> str:
    zh = lang == "zh"
    about = _about(assessment.report, source, lang)
    about += [("规则集" if zh else "rule set", assessment.ruleset)] if assessment.ruleset else []
    about += [("判断日期" if zh else "judged as of", as_of.isoformat())] if as_of else []
    counted = "".join(
        f'<li class="{kind.value}"><span class="verdict">{word(kind.value, lang)}</span> '
        f"<b>{assessment.counts[kind.value]}</b></li>"
        for kind in ORDER
    )
    told = " · ".join(f"{name}{'：' if zh else ': '}{safe(value)}" for name, value in about)
    heading = f'<h1>{safe(assessment.heading(lang))}</h1>\n<p class="soft">{told}</p>\n'
    return f'{heading}<ul class="counts">{counted}</ul>\n<p class="soft">{both(_NOTICE, lang)}</p>\n'


def _about(report: AnnualReport, source: str, lang: Lang) -> list[tuple[str, str]]:
    zh = lang == "zh"
    named = source or (report.source.uri if report.source else None) or ""
    named = ("标准输入" if zh else "standard input") if named == "-" else named
    about = [("文件" if zh else "file", named)] if named else []
    if report.source is not None:
        about.append(("SHA-256", report.source.sha256))
    return about


def _own(decided: Decided, source: str, assessment: Assessment) -> Decided:
    """What was decided, as far as it is about one report."""
    name = whose(source, assessment)
    return attrs.evolve(
        decided,
        absent=tuple(entry for entry in decided.absent if entry.whose == name),
        unjudged=tuple(entry for entry in decided.unjudged if entry.whose == name),
        suppressions=tuple(one for one in decided.suppressions if is_about(one.suppression, source, assessment)),
    )


def _states(assessment: Assessment, decided: Decided | None, lang: Lang) -> str:
    """How many findings are new, known, gone or suppressed, where that was asked."""
    if decided is None:
        return ""
    found = [state(outcome) for outcome in assessment.outcomes]
    counts = {change.value: found.count(change.value) for change in Change} | {"absent": len(decided.absent)}
    counts = (counts if decided.compared else {}) | {"suppressed": found.count("suppressed")}
    told = "".join(f"<li>{word(name, lang)} <b>{count}</b></li>" for name, count in counts.items())
    label = "与基线和抑制清单比较" if lang == "zh" else "Against the baseline and the suppressions"
    return f'<p class="soft" id="states">{label}</p>\n<ul class="counts" aria-labelledby="states">{told}</ul>\n'
