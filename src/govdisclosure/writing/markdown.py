"""Markdown, for a pull request, an issue or a job's summary: a table a report."""

import re
from collections.abc import Iterator

from govdisclosure.rules.outcome import Kind, Outcome, Verdicts
from govdisclosure.rules.showing import (
    by_origin,
    counts_line,
    decided_word,
    kind_word,
    origin_heading,
    place_word,
    word,
)
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang
from govdisclosure.writing.run import Remark, Run, about, remarks
from govdisclosure.writing.text import source_word

__all__ = ["markdown_report", "markdown_text"]

_ATTENTION = (Kind.FAIL, Kind.REVIEW, Kind.OPEN)
_SIGNS = re.compile(r"[\\`*_{}\[\]()#+!|~$^=-]")
_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# A name after @, an address and www. would become a mention or a link.
_LINKS = re.compile(r"@(?=\w)|(?<=:)(?=//)|(?<=www)(?=\\?\.)", re.IGNORECASE)


def markdown_text(text: str) -> str:
    r"""Text on one line in which nothing is markup, in a table or out of it.

    >>> markdown_text("a|b*c*\n<i>")
    'a\\|b\\*c\\* &lt;i&gt;'
    >>> markdown_text("https://a.b @c")
    'https:<!-- -->//a.b @<!-- -->c'
    """
    marked = _SIGNS.sub(r"\\\g<0>", one_line(text))
    plain = re.sub("[&<>]", lambda found: _MARKUP[found[0]], marked)
    return _LINKS.sub(lambda found: f"{found[0]}<!-- -->", plain)


def markdown_report(run: Run, lang: Lang = "zh", *, verbose: bool = False, quiet: bool = False) -> Iterator[str]:
    """A run as Markdown.

    Args:
        run: The run.
        lang: Language of the messages.
        verbose: Every outcome, also those that passed and those that are suppressed.
        quiet: What failed alone.

    Yields:
        Lines with their ends.
    """
    for source, verdicts in run.assessed:
        yield f"## {markdown_text(source_word(source, lang))}\n\n"
        yield f"{markdown_text(verdicts.heading(lang))}\n\n"
        yield from _table(verdicts, lang, verbose=verbose, quiet=quiet)
        yield f"{markdown_text(counts_line(verdicts.counts.items(), lang))}\n\n"
        told = [one for one in about(source, verdicts) if one.kind != "fault" or not quiet]
        for one in told:
            yield f"- {_label(one, lang)}{markdown_text(' '.join(filter(None, (one.rule, _of(one, lang)))))}\n"
        if told:
            yield "\n"
    rest = [one for one in remarks(run) if one.kind in {"unread", "skipped", "absent", "suppression"}]
    if rest:
        yield ("## 其他\n\n" if lang == "zh" else "## Besides\n\n")
    for one in rest:
        yield f"- {_label(one, lang)}{markdown_text(' '.join(filter(None, (one.source, _of(one, lang)))))}\n"


def _table(verdicts: Verdicts, lang: Lang, *, verbose: bool, quiet: bool) -> Iterator[str]:
    kinds = tuple(Kind) if verbose else (Kind.FAIL,) if quiet else _ATTENTION
    shown = [one for one in verdicts.of(*kinds) if verbose or one.suppression is None]
    if not shown:
        return
    heads = (
        ("结果", "规则", "位置", "说明", "依据") if lang == "zh" else ("Kind", "Rule", "Place", "Message", "Article")
    )
    for origin, some in by_origin(shown).items():
        if origin is not None:
            yield f"### {markdown_text(origin_heading(origin, lang))}\n\n"
        if some:
            yield f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}\n"
            yield from (f"| {' | '.join(_cells(outcome, lang))} |\n" for outcome in some)
            yield "\n"


def _cells(outcome: Outcome, lang: Lang) -> Iterator[str]:
    mark = "" if outcome.change is None else f" · {word(outcome.change.value, lang)}"
    message = outcome.message.zh if lang == "zh" else outcome.message.en
    if outcome.suppression is not None:
        said = decided_word(outcome, lang)
        message += f"（{said}）" if lang == "zh" else f" ({said})"
    cites = dict.fromkeys(cite.zh if lang == "zh" else cite.en for cite in outcome.cites)
    texts = (kind_word(outcome, lang) + mark, outcome.rule, place_word(outcome, lang), message)
    yield from map(markdown_text, (*texts, ("；" if lang == "zh" else "; ").join(cites)))


def _label(remark: Remark, lang: Lang) -> str:
    return f"**{remark.word(lang)}**{'：' if lang == 'zh' else ': '}"


def _of(remark: Remark, lang: Lang) -> str:
    return remark.message.zh if lang == "zh" else remark.message.en
