"""A search for near-identical text as lines, and as CSV."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from typing import Final

from govdisclosure.analysis.similar.result import Reason, SharedText, SimilarTexts
from govdisclosure.analysis.similar.wording import party_words
from govdisclosure.rules.outcome import Message
from govdisclosure.text.display import cut, one_line
from govdisclosure.text.language import Lang
from govdisclosure.text.numerals import percent
from govdisclosure.text.personal import mask_personal
from govdisclosure.writing.delimited import safe_cell

__all__ = ["similar_csv", "similar_lines"]

_PASSAGES: Final = 3
_WIDTH: Final = 76
_COLUMNS: Final = (
    ("cluster", "组"), ("kind", "结果"), ("relation", "关系"), ("related", "隶属或相近"),
    ("first", "文件一"), ("first_organ", "机关一"), ("first_year", "年度一"),
    ("second", "文件二"), ("second_organ", "机关二"), ("second_year", "年度二"),
    ("share", "相同比例"), ("shared", "相同片段"), ("total", "全部片段"),
    ("before_share", "扣除前比例"), ("before_shared", "扣除前相同片段"), ("before_total", "扣除前全部片段"),
    ("passages", "相同段落数"), ("longest", "最长段落一"), ("other_longest", "最长段落二"), ("message", "说明"),
)  # fmt: skip
_RELATION: Final = {
    "duplicate": ("重复提交", "filed twice"),
    "versions": ("两份文本", "two texts"),
    "same_organ": ("同一机关不同年度", "one organ, two years"),
    "same_year": ("不同机关同一年度", "two organs, one year"),
    "other": ("其他", "other"),
}


def similar_lines(found: SimilarTexts, lang: Lang = "zh") -> Iterator[str]:
    """The result for reading: the clusters, what was not compared, and the bounds that held.

    Args:
        found: The result.
        lang: Language of the lines.
    """
    zh = lang == "zh"
    for number, cluster in enumerate(found.clusters, 1):
        count = len(cluster.members)
        yield f"第{number}组，{count}份报告" if zh else f"group {number}, {count} reports"
        for one in cluster.members:
            yield f"  {one_line(one.name)}  {one_line(party_words(one).zh if zh else party_words(one).en)}"
        for pair in cluster.pairs:
            yield f"- {one_line(pair.message.zh if zh else pair.message.en)}"
            yield from _passages(pair, lang)
        yield ""
    yield from _closing(found, lang)


def _passages(pair: SharedText, lang: Lang) -> Iterator[str]:
    for one in pair.passages[:_PASSAGES]:
        yield f"    “{cut(one_line(one.text), _WIDTH)}”"
        yield f"    “{cut(one_line(one.other_text), _WIDTH)}”"
    left = len(pair.passages) - _PASSAGES
    if left > 0:
        yield f"    另有{left}段" if lang == "zh" else f"    and {left} more"


def _closing(found: SimilarTexts, lang: Lang) -> Iterator[str]:
    for said in (*_remarks(found), _bounds(found)):
        yield said.zh if lang == "zh" else said.en
    groups, pairs = len(found.clusters), len(found.pairs)
    yield (
        f"共{found.reports}份报告，比较{found.compared}份；{groups}组、{pairs}对文字相近，供人工核实"
        if lang == "zh"
        else f"{found.reports} reports, {found.compared} compared; {groups} groups, {pairs} pairs to check"
    )


_WHICH = Message(
    "（名称见 --format json；--min-chars 可放低字数）", " (--format json names them, --min-chars lowers the bound)"
)


def _remarks(found: SimilarTexts) -> Iterator[Message]:
    """What was not judged, or not wholly."""
    reasons, least = Counter(one.reason for one in found.unjudged), found.min_chars
    if short := reasons[Reason.SHORT]:
        zh = f"{short}份报告可比文字不足{least}字，未作判断{_WHICH.zh}"
        yield Message(zh, f"{short} not judged: fewer than {least} characters to compare{_WHICH.en}")
    if common := reasons[Reason.COMMON]:
        zh = f"{common}份报告除去规定用语和多数机关通用的语句后不足{least}字，未作判断，请另行查看{_WHICH.zh}"
        en = f"{common} not judged, look at it: without set and common sentences fewer than {least} characters are left"
        en += _WHICH.en
        yield Message(zh, en)
    if count := len(found.capped):
        zh = f"{count}份报告相近的很多，没有逐对列出"
        yield Message(zh, f"{count} are like so many others that not all pairs are shown")
    if long := len(found.cut):
        yield Message(f"{long}份报告过长，只比较了开头", f"{long} are very long: only their beginning was compared")


def _bounds(found: SimilarTexts) -> Message:
    least = found.common_from
    if least is None:
        zh = "机关太少，无法判断哪些是通用语句，只扣除了规定用语"
        return Message(zh, "too few organs to tell common sentences: only set ones were left out")
    zh = f"出现在{least}个以上机关报告中的语句作为通用语句扣除"
    return Message(zh, f"sentences in the reports of {least} organs or more were left out as common")


def similar_csv(found: SimilarTexts, lang: Lang = "zh") -> str:
    r"""The pairs as CSV: UTF-8 with a mark in front, lines ended by ``\r\n``, no cell that is taken for a formula.

    Args:
        found: The result.
        lang: Language of headings and words.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([zh if lang == "zh" else en for en, zh in _COLUMNS])
    for number, cluster in enumerate(found.clusters, 1):
        for pair in cluster.pairs:
            cells = {"cluster": number, **_cells(pair, lang)}
            writer.writerow([safe_cell(cells[name]) for name, _ in _COLUMNS])
    return "\ufeff" + target.getvalue()


def _cells(pair: SharedText, lang: Lang) -> dict[str, object]:
    zh = lang == "zh"
    longest = pair.passages[0] if pair.passages else None
    return {
        "kind": pair.kind.value,
        "relation": _RELATION[pair.relation.value][not zh],
        "related": ("是", "yes")[not zh] if pair.related else "",
        "first": pair.first.name,
        "first_organ": pair.first.organ and mask_personal(pair.first.organ),
        "first_year": pair.first.year,
        "second": pair.second.name,
        "second_organ": pair.second.organ and mask_personal(pair.second.organ),
        "second_year": pair.second.year,
        "share": percent(pair.likeness.share),
        "shared": pair.likeness.shared,
        "total": pair.likeness.total,
        "before_share": percent(pair.before.share),
        "before_shared": pair.before.shared,
        "before_total": pair.before.total,
        "passages": len(pair.passages),
        "longest": longest and one_line(longest.text),
        "other_longest": longest and one_line(longest.other_text),
        "message": pair.message.zh if zh else pair.message.en,
    }
