"""The page that leads to the pages of several reports, with what could not be read."""

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from govdisclosure.decisions import Decided
from govdisclosure.errors import ReadError
from govdisclosure.rules.outcome import Kind, Verdicts
from govdisclosure.rules.showing import word
from govdisclosure.text.language import Lang, require_lang
from govdisclosure.writing.report_page import document
from govdisclosure.writing.report_page_list import decision_lists, safe, state

__all__ = ["index_of"]

_SHOWN = (Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.PASS)


def index_of(
    listed: Sequence[tuple[str, str, Verdicts]],
    unread: Iterable[ReadError] = (),
    skipped: Iterable[ReadError] = (),
    *,
    lang: Lang = "zh",
    decided: Decided | None = None,
) -> str:
    """Write the page.

    Args:
        listed: Of each report the name of its page, the name of its file and its assessment.
        unread: What could not be read.
        skipped: What was passed over as no kind of file that is read.
        lang: The language.
        decided: Baseline and suppressions, where either was given.

    Returns:
        The page. Personal numbers are masked in it.

    Raises:
        UsageError: It is another language.
    """
    require_lang(lang)
    zh = lang == "zh"
    title = f"核查结果：{len(listed)}份报告" if zh else f"Findings: {len(listed)} reports"
    heads = [*(("报告", "文件") if zh else ("report", "file")), *(word(kind.value, lang) for kind in _SHOWN)]
    heads += ["规则出错" if zh else "crashed", *(word(name, lang) for name in _states(decided))]
    head = "".join(f'<th scope="col">{words}</th>' for words in heads)
    rows = "".join(_row(*one, lang, _states(decided)) for one in listed)
    parts = [f"<h1>{title}</h1>\n"]
    parts.append(
        f'<div class="table" role="region" tabindex="0" aria-label="{title}"><table>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>\n"
    )
    parts.append(_faults(unread, "未能读取、未检查" if zh else "Not read and not checked", lang))
    parts.append(_faults(skipped, "跳过的文件，未检查" if zh else "Passed over and not checked", lang))
    parts.append(decision_lists(decided, lang, level=2))
    return document(title, f'<main class="page">\n{"".join(parts)}</main>\n', lang)


def _states(decided: Decided | None) -> tuple[str, ...]:
    """The columns about decisions, where there are any."""
    if decided is None:
        return ()
    compared = ("new", "unchanged", "updated") if decided.compared else ()
    return (*compared, "suppressed")


def _row(name: str, source: str, assessment: Verdicts, lang: Lang, states: tuple[str, ...]) -> str:
    counts, found = assessment.counts, [state(outcome) for outcome in assessment.outcomes]
    figures = [*(counts[kind.value] for kind in _SHOWN), len(assessment.crashed), *map(found.count, states)]
    cells = "".join(f"<td>{figure}</td>" for figure in figures)
    link = f'<a href="./{quote(name)}">{safe(assessment.heading(lang))}</a>'
    return f'<tr><th scope="row">{link}</th><td>{safe(source)}</td>{cells}</tr>\n'


def _faults(faults: Iterable[ReadError], title: str, lang: Lang) -> str:
    joint = "：" if lang == "zh" else ": "
    told = ((fault.source, fault.zh if lang == "zh" else fault.en) for fault in faults)
    lines = "".join(f"<li>{safe(source)}{joint}{safe(why)}</li>\n" for source, why in told)
    return f"<h2>{title}</h2>\n<ul>\n{lines}</ul>\n" if lines else ""
