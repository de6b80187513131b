"""The findings about a register or catalogue as one page: a list with filters. No word of the register is in it."""

from datetime import date

from govdisclosure.decisions import Decided
from govdisclosure.rules.outcome import RegisterAssessment
from govdisclosure.text.language import Lang, require_lang
from govdisclosure.writing.report_page import document
from govdisclosure.writing.report_page_head import header, own_decisions
from govdisclosure.writing.report_page_list import both, decision_lists, filters, findings, in_order, remarks_list
from govdisclosure.writing.run import about

__all__ = ["entries_page_of"]


def entries_page_of(
    assessment: RegisterAssessment,
    source: str = "",
    lang: Lang = "zh",
    *,
    as_of: date | None = None,
    decided: Decided | None = None,
) -> str:
    """Write the page of one register or catalogue.

    Args:
        assessment: What was found. Entries are named by their numbers alone.
        source: The name of its file, as the caller gave it.
        lang: Which language stands first; messages stand in the other one below.
        as_of: The day of the judgement, where one was given.
        decided: Baseline and suppressions, where either was given.

    Returns:
        The page, the same for the same arguments. Personal numbers are masked in it.

    Raises:
        UsageError: It is another language.
    """
    require_lang(lang)
    numbered = in_order(assessment.outcomes)
    own = None if decided is None else own_decisions(decided, source, assessment)
    listed = findings(assessment, numbered, frozenset(), lang, own) + decision_lists(own, lang)
    faults = [both(one.message, lang) for one in about(source, assessment) if one.kind == "fault"]
    unread = remarks_list("未能读取的内容" if lang == "zh" else "Not read", faults, level=2)
    label = "核查结果" if lang == "zh" else "Findings"
    content = (
        f"<header>\n{header(assessment, source, as_of, own, lang)}</header>\n"
        f'<main class="page" aria-labelledby="findings-title">\n<h2 id="findings-title">{label}</h2>\n'
        f"{filters(numbered, lang)}{listed}{unread}</main>\n"
    )
    return document(assessment.heading(lang), content, lang, script=bool(numbered))
