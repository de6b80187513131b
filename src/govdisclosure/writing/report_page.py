"""A report as one page: its text and tables with the findings marked, and a list that leads to them and back.

The page needs nothing beside itself: no network, no other file; its script filters the list and may be left out.
"""

from datetime import date

from govdisclosure.decisions import Decided
from govdisclosure.rules.outcome import Assessment
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang, require_lang
from govdisclosure.text.markup import escape
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.report_page_head import NOTICE, header, own_decisions
from govdisclosure.writing.report_page_list import decision_lists, filters, findings, in_order
from govdisclosure.writing.report_page_style import SCRIPT, STYLE, policy
from govdisclosure.writing.report_page_text import TextPage

__all__ = ["document", "page_of"]


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
    own = None if decided is None else own_decisions(decided, source, assessment)
    listed = findings(assessment, numbered, text.placed, lang, own) + decision_lists(own, lang)
    zh = lang == "zh"
    label, original = ("核查结果", "报告原文和统计表") if zh else ("Findings", "The report's text and tables")
    skips = (("findings", f"跳到{label}" if zh else "Skip to the findings"),
             ("report", f"跳到{original}" if zh else "Skip to the report"))  # fmt: skip
    links = "".join(f'<a class="skip" href="#{name}">{words}</a>\n' for name, words in skips)
    content = (
        f"{links}<header>\n{header(assessment, source, as_of, own, lang)}</header>\n"
        '<div class="columns">\n'
        f'<nav class="findings" id="findings" tabindex="-1" aria-labelledby="findings-title">\n'
        f'<h2 id="findings-title">{label}</h2>\n{filters(numbered, lang)}{listed}</nav>\n'
        f'<main class="sheet text" id="report" tabindex="-1" aria-labelledby="report-title">\n'
        f'<h2 id="report-title">{original}</h2>\n{body}</main>\n</div>\n'
        f'<footer class="soft"><p>{escape(NOTICE.zh if zh else NOTICE.en)}</p></footer>\n'
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


def _code(lang: Lang) -> str:
    return "zh-CN" if lang == "zh" else "en"
