"""The page that leads to the pages of several reports, with what could not be read."""

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from govdisclosure.errors import ReadError
from govdisclosure.rules.outcome import Assessment, Kind
from govdisclosure.rules.showing import word
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang, require_lang
from govdisclosure.text.markup import escape
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.report_page import document

__all__ = ["index_of"]

_SHOWN = (Kind.FAIL, Kind.REVIEW, Kind.OPEN, Kind.PASS)


def index_of(
    listed: Sequence[tuple[str, str, Assessment]],
    unread: Iterable[ReadError] = (),
    skipped: Iterable[ReadError] = (),
    *,
    lang: Lang = "zh",
) -> str:
    """Write the page.

    Args:
        listed: Of each report the name of its page, the name of its file and its assessment.
        unread: What could not be read.
        skipped: What was passed over as no kind of file that is read.
        lang: The language.

    Returns:
        The page. Personal numbers are masked in it.

    Raises:
        UsageError: It is another language.
    """
    require_lang(lang)
    zh = lang == "zh"
    title = f"核查结果：{len(listed)}份报告" if zh else f"Findings: {len(listed)} reports"
    heads = ("报告", "文件", *(word(kind.value, "zh") for kind in _SHOWN), "规则出错")
    if not zh:
        heads = ("report", "file", *(word(kind.value, "en") for kind in _SHOWN), "crashed")
    head = "".join(f'<th scope="col">{words}</th>' for words in heads)
    rows = "".join(_row(name, source, assessment, lang) for name, source, assessment in listed)
    parts = [f"<h1>{title}</h1>\n"]
    parts.append(
        f'<div class="table" role="region" tabindex="0" aria-label="{title}"><table>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>\n"
    )
    parts.append(_faults(unread, "未能读取、未检查" if zh else "Not read and not checked", lang))
    parts.append(_faults(skipped, "跳过的文件，未检查" if zh else "Passed over and not checked", lang))
    return document(title, f"<main><header>\n{''.join(parts)}</header></main>\n", lang)


def _row(name: str, source: str, assessment: Assessment, lang: Lang) -> str:
    counts = assessment.counts
    figures = "".join(f"<td>{counts[kind.value]}</td>" for kind in _SHOWN)
    link = f'<a href="./{quote(name)}">{_safe(assessment.heading(lang))}</a>'
    return f'<tr><th scope="row">{link}</th><td>{_safe(source)}</td>{figures}<td>{len(assessment.crashed)}</td></tr>\n'


def _faults(faults: Iterable[ReadError], title: str, lang: Lang) -> str:
    joint = "：" if lang == "zh" else ": "
    told = ((fault.source, fault.zh if lang == "zh" else fault.en) for fault in faults)
    lines = "".join(f"<li>{_safe(source)}{joint}{_safe(why)}</li>\n" for source, why in told)
    return f"<h2>{title}</h2>\n<ul>\n{lines}</ul>\n" if lines else ""


def _safe(words: str) -> str:
    return escape(one_line(mask_personal(words)))
