"""Outcomes for a terminal or a plain file, grouped by report."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TextIO

from govdisclosure.decisions import Decided, SuppressionState
from govdisclosure.decisions.messages import absent_message, suppression_message
from govdisclosure.errors import EmptyFolderError, ReadError
from govdisclosure.rules.decision import Change
from govdisclosure.rules.outcome import Kind, Outcome, Verdicts
from govdisclosure.rules.showing import (
    Line,
    by_origin,
    counts_line,
    not_checked_lines,
    origin_heading,
    outcome_lines,
    plain,
    word,
)
from govdisclosure.text.display import one_line
from govdisclosure.text.language import Lang

__all__ = [
    "decision_lines",
    "report_lines",
    "source_word",
    "summary_lines",
    "unread_line",
    "unread_lines",
    "write_lines",
]

_NAMED = 10
_ATTENTION = (Kind.FAIL, Kind.REVIEW, Kind.OPEN)
_STYLES = {
    "error": "bold red",
    "warning": "bold yellow",
    "note": "bold cyan",
    "review": "bold magenta",
    "open": "bold blue",
    "pass": "green",
    "notApplicable": "dim",
    "informational": "cyan",
    "header": "bold underline",
    "code": "bold",
    "dim": "dim",
}


def report_lines(
    assessment: Verdicts, source: str, lang: Lang = "zh", *, verbose: bool = False, quiet: bool = False
) -> Iterator[Line]:
    """The lines for one report.

    Args:
        assessment: The assessment.
        source: Path as the caller gave it.
        lang: Language of messages and labels.
        verbose: Show every outcome, not only ``fail``, ``review`` and ``open``.
        quiet: Show ``fail`` alone, and nothing at all where nothing failed.

    Yields:
        The header, the outcomes, and how many there are of each kind.
    """
    kinds = tuple(Kind) if verbose else (Kind.FAIL,) if quiet else _ATTENTION
    shown = tuple(one for one in assessment.of(*kinds) if verbose or one.suppression is None)
    if quiet and not shown and not assessment.crashed:
        return
    name = source_word(source, lang)
    yield (("header", name),)
    yield (("", assessment.heading(lang)),)
    for origin, some in by_origin(shown).items():
        if origin is not None:
            yield (("header", f"  {origin_heading(origin, lang)}"),)
        for outcome in some:
            yield from outcome_lines(outcome, lang, name)
    for line in not_checked_lines(assessment, lang):
        yield (("", "  "), *line)
    if not quiet:
        yield (("dim", "  " + counts_line(assessment.counts.items(), lang)),)
        for origin, some in by_origin(assessment.outcomes).items():
            if origin is not None:
                counts = Counter(one.kind.value for one in some)
                counted = counts_line(((kind.value, counts[kind.value]) for kind in Kind), lang)
                before = (
                    f"其中{origin_heading(origin, lang)}："
                    if lang == "zh"
                    else f"of these {origin_heading(origin, lang)}: "
                )
                yield (("dim", f"  {before}{counted}"),)
    yield ()


def summary_lines(
    assessments: Iterable[Verdicts],
    unread: Iterable[ReadError],
    lang: Lang = "zh",
    *,
    skipped: Iterable[ReadError] = (),
    verbose: bool = False,
) -> Iterator[Line]:
    """The closing lines: counts over all reports, and what was not read, not judged or not checked."""
    counts: Counter[str] = Counter({kind.value: 0 for kind in Kind})
    apart: Counter[tuple[str, str]] = Counter()
    reports = crashed = 0
    for assessment in assessments:
        counts.update(assessment.counts)
        apart.update((message.zh, message.en) for message in assessment.not_checked)
        reports += 1
        crashed += len(assessment.crashed)
    zh = lang == "zh"
    if reports:
        head = f"共{reports}份报告：" if zh else f"{reports} report{'' if reports == 1 else 's'}: "
        yield (("", head + counts_line(counts.items(), lang)),)
    faults, passed = tuple(unread), tuple(skipped)
    # One file that could not be read, and nothing else: the line about it was all there is to say.
    if reports or passed or len(faults) > 1:
        yield from _unread_lines(faults, lang)
    if crashed:
        yield (("error", f"{crashed}次规则出错，未判断" if zh else f"{crashed} rule runs crashed and gave no verdict"),)
    for message, count in apart.items():
        text = f"未核查（{count}份报告）：{message[0]}" if zh else f"not checked ({count} of the reports): {message[1]}"
        yield (("warning", text),)
    yield from _skipped_lines(passed, lang)
    if not verbose and counts["pass"] + counts["notApplicable"] + counts["informational"]:
        text = (
            "加 --verbose 可列出通过、不适用和说明"
            if zh
            else "--verbose lists what passed or does not apply, and information"
        )
        yield (("dim", text),)


def decision_lines(decided: Decided | None, lang: Lang = "zh") -> Iterator[Line]:
    """What a baseline and suppressions came to: counts of each state, what is gone, suppressions to be looked at."""
    if decided is None:
        return
    zh = lang == "zh"
    outcomes = [one for _, verdicts in decided.assessed for one in verdicts.outcomes]
    if decided.compared:
        yield from _compared_lines(decided, outcomes, lang)
    hidden = sum(one.suppression is not None for one in outcomes)
    if hidden:
        text = f"已抑制{hidden}处（--verbose 列出）" if zh else f"{hidden} suppressed (--verbose lists them)"
        yield (("", text),)
    for status in decided.suppressions:
        if status.state is not SuppressionState.USED:
            message = suppression_message(status)
            role = "dim" if status.state is SuppressionState.ELSEWHERE else "warning"
            yield ((role, one_line(message.zh if zh else message.en)),)


def _compared_lines(decided: Decided, outcomes: list[Outcome], lang: Lang) -> Iterator[Line]:
    zh = lang == "zh"
    states = Counter(one.change for one in outcomes if one.change is not None)
    counts = {change.value: states[change] for change in Change} | {"absent": len(decided.absent)}
    words = ("，" if zh else ", ").join(f"{word(name, lang)} {count}" for name, count in counts.items())
    yield (("", f"与基线比较：{words}" if zh else f"against the baseline: {words}"),)
    for entry in decided.absent:
        message = absent_message(entry)
        yield (("dim", f"  {one_line(message.zh if zh else message.en)}"),)
    if graver := sum(one.graver for one in outcomes):
        yield (("error", f"{graver}处比基线中更重，按新增计" if zh else f"{graver} weigh more than in the baseline"),)
    if count := len(decided.unjudged):
        text = f"基线中有{count}处本次未涉及，保留" if zh else f"{count} of the baseline not judged now, and kept"
        yield (("dim", text),)


def unread_line(error: ReadError, lang: Lang = "zh") -> str:
    """One line: the file and the reason."""
    between = "：" if lang == "zh" and error.source == "-" else ": "
    return one_line(f"{source_word(error.source, lang)}{between}{error.zh if lang == 'zh' else error.en}")


def unread_lines(unread: Iterable[ReadError], lang: Lang = "zh") -> Iterator[Line]:
    """A line for each file that could not be read, with the reason, below a heading; nothing where all were read."""
    faults = tuple(unread)
    if faults:
        yield (("error", "未能读取、未检查的文件：" if lang == "zh" else "not read and not checked:"),)
    for fault in faults:
        yield (("", f"  {unread_line(fault, lang)}"),)


def source_word(source: str, lang: Lang = "zh") -> str:
    """A path as it is shown; standard input by its name."""
    return (("标准输入", "stdin")[lang == "en"]) if source == "-" else one_line(source)


def _unread_lines(faults: tuple[ReadError, ...], lang: Lang) -> Iterator[Line]:
    folders = sum(isinstance(fault, EmptyFolderError) for fault in faults)
    files = len(faults) - folders
    if files:
        text = f"未能读取{files}个文件，未检查" if lang == "zh" else f"{files} not read and not checked"
        yield (("error", text),)
    if folders:
        zh, en = f"{folders}个文件夹里没有可检查的文件", f"{folders} with no file to check: folder"
        yield (("error", zh if lang == "zh" else en + ("s" if folders > 1 else "")),)


def _skipped_lines(passed: tuple[ReadError, ...], lang: Lang) -> Iterator[Line]:
    if not passed:
        return
    names = (", ", "、")[lang == "zh"].join(one_line(one.source) for one in passed[:_NAMED])
    more = len(passed) > _NAMED
    if lang == "zh":
        text = f"跳过{len(passed)}个文件，未检查（不读取这类文件）：{names}{' 等' if more else ''}"
    else:
        text = f"{len(passed)} passed over and not checked (not a kind that is read): {names}{' …' if more else ''}"
    yield (("warning", text),)


def write_lines(lines: Iterable[Line], stream: TextIO, *, colour: bool = False) -> None:
    """Write lines, in colour where it is wanted and ``rich`` is installed."""
    if colour:
        try:
            from rich.console import Console  # noqa: PLC0415  optional, and slow to import
            from rich.text import Text  # noqa: PLC0415
        except ImportError:
            pass
        else:
            console = Console(file=stream, force_terminal=True, highlight=False, soft_wrap=True)
            for line in lines:
                console.print(Text.assemble(*((text, _STYLES.get(role, "")) for role, text in line)))
            return
    for line in lines:
        stream.write(plain((line,)) + "\n")
